import { type Tensor } from 'torch';

export const first_graph = (x: Tensor) => {
  const leaf = x.clone().detach();
  leaf.requires_grad = true;
  const y = leaf.add(leaf).add(1);
  const z = y.mul(y).mul(leaf);
  const out = z.sum().div(z.numel());
  out.backward();
  return { y, z, out, grad: leaf.grad };
};
