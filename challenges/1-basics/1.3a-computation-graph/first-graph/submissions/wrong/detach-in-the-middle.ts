// mistake: detach-in-the-middle
// en: y is detached before z is computed, so the path from x through y is lost.
// zh: 计算 z 之前对 y 做了 detach，经过 y 的那条路径丢失了。
// fails: gives-the-gradient, keeps-the-graph
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1).detach();
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
