import torch, { type Tensor } from 'torch';

export interface FirstGraph {
  y: Tensor;
  z: Tensor;
  out: Tensor;
  grad: Tensor;
}

export function first_graph(x: Tensor): FirstGraph {
  const leaf = x.detach().clone().requires_grad_(true); // the caller's x stays as it is
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
