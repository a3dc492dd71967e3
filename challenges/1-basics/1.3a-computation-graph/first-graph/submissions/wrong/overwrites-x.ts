// mistake: overwrites-x
// en: y is computed in place on memory shared with the caller, so x itself changes.
// zh: y 用原地运算得到，而这块内存与调用者共享，x 本身被改写了。
// fails: computes-the-values, gives-the-gradient, leaves-x-alone, starts-fresh
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const scaled = x.detach();
  scaled.mul_(2).add_(1);
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
