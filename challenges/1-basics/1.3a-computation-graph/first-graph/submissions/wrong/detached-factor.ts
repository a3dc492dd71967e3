// mistake: detached-factor
// en: z uses a detached x, so the gradient has one of its two terms only.
// zh: z 中的 x 用的是 detach 后的张量，梯度只剩两项中的一项。
// fails: gives-the-gradient
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = x.detach().mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
