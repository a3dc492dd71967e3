// mistake: gradient-with-respect-to-y
// en: The gradient is taken with respect to y, not x.
// zh: 求的是对 y 的梯度，而不是对 x 的梯度。
// fails: gives-the-gradient
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [y]);
  return { y, z, out, grad };
}
