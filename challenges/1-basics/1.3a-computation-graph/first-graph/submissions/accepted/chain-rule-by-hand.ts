import torch, { type Tensor } from 'torch';

// The graph is built for y, z and out; the gradient is worked out on paper and written as an expression.
export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_();
  const y = torch.add(torch.mul(leaf, 2), 1);
  const z = torch.mul(torch.mul(y, y), leaf);
  const out = torch.mean(z);
  const grad = torch.no_grad(() => y.mul(y).add(leaf.mul(y).mul(4)).div(leaf.numel()));
  return { y, z, out, grad };
}
