// mistake: not-checkpointed
// en: The part is run plainly, as if it had no Checkpoint around it.
// zh: 直接运行了这一部分，完全没有做重计算。
// fails: computes-what-fn-computes, saves-only-the-inputs, runs-fn-again-once, preserves-only-when-asked
import type { Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export const Checkpoint = {
  apply: (fn: Fn, _preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor => fn(...inputs),
};
