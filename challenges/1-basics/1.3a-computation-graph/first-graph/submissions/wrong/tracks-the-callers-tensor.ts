// mistake: tracks-the-callers-tensor
// en: requires_grad_ and backward work on the caller's x, so its gradient piles up from call to call.
// zh: 直接在调用者的 x 上调用 requires_grad_ 和 backward，梯度一次次累加。
// fails: leaves-x-alone, starts-fresh
import { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  x.requires_grad_(true);
  const y = x.mul(2).add(1);
  const z = x.mul(y.pow(2));
  const out = z.mean();
  out.backward();
  return { y, z, out, grad: x.grad };
}
