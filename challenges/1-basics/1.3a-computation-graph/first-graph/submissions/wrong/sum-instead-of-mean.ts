// mistake: sum-instead-of-mean
// en: out is the sum of z where the mean was asked for.
// zh: 题目要求 out 是 z 的平均值，这里算的是总和。
// fails: computes-the-values, gives-the-gradient
import { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.sum();
  out.backward();
  return { y, z, out, grad: leaf.grad };
}
