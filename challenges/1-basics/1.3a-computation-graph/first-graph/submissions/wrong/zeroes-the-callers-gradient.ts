// mistake: zeroes-the-callers-gradient
// en: The caller's gradient is thrown away before backward, and the caller's x is tracked from then on.
// zh: 反向传播之前清掉了调用者原有的梯度，而且从此一直追踪调用者的 x。
// fails: leaves-x-alone
import { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  x.requires_grad_(true);
  x.grad = null;
  const y = x.mul(2).add(1);
  const z = x.mul(y.pow(2));
  const out = z.mean();
  out.backward();
  return { y, z, out, grad: x.grad };
}
