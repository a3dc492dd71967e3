// mistake: calls-the-finished-loss
// en: The finished cross_entropy of torch is called.
// zh: 直接调用了 torch 现成的 cross_entropy。
// fails: builds-it-itself
import { nn, type Tensor } from 'torch';

export interface Options {
  reduction?: 'none' | 'mean' | 'sum';
  ignore_index?: number;
}

export function cross_entropy(logits: Tensor, target: Tensor, options: Options = {}): Tensor {
  return nn.functional.cross_entropy(logits, target, { ...options });
}
