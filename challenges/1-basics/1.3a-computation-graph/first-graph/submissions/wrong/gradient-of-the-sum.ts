// mistake: gradient-of-the-sum
// en: Backward starts from the sum of z, so the gradient is as many times too large as x has elements.
// zh: 反向传播从 z 的和开始，梯度比应有的大了 N 倍（N 为 x 的元素个数）。
// fails: gives-the-gradient
import { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  z.sum().backward();
  return { y, z, out, grad: leaf.grad };
}
