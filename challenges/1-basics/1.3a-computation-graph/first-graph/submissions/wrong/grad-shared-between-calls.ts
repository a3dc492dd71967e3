// mistake: grad-shared-between-calls
// en: One leaf is kept between calls and its gradient is never cleared, so later calls add to it.
// zh: 多次调用共用同一个叶子张量，梯度从不清零，后面的调用不断往上累加。
// fails: starts-fresh
import { type Tensor } from 'torch';

let leaf: Tensor | null = null;

export function first_graph(x: Tensor) {
  if (leaf === null || !leaf.detach().equal(x.detach())) leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  out.backward();
  return { y, z, out, grad: leaf.grad };
}
