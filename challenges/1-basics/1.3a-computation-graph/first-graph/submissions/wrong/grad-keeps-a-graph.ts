// mistake: grad-keeps-a-graph
// en: create_graph makes the gradient part of a second graph that nobody asked for.
// zh: create_graph 让梯度自己也带上了一张没有人需要的计算图。
// fails: keeps-the-graph
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf], { create_graph: true });
  return { y, z, out, grad };
}
