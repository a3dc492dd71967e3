// mistake: view-of-any-x
// en: view() asks for memory that is contiguous enough; reshape() copies where it must.
// zh: view() 要求内存布局足够连续；reshape() 会在需要时复制。
// fails: computes-the-values
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().view(-1).requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf], { retain_graph: true });
  return { y: y.view(x.shape), z: z.view(x.shape), out, grad: grad?.view(x.shape) };
}
