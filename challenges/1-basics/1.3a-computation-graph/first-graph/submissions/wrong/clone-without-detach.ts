// mistake: clone-without-detach
// en: clone() alone stays in the graph of the caller, whose gradient grows when x requires one.
// zh: 只用 clone() 仍然留在调用者的计算图里；如果 x 需要梯度，它的梯度会被累加。
// fails: leaves-x-alone
import { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const copy = x.clone().requires_grad_(true);
  copy.retain_grad();
  const y = copy.mul(2).add(1);
  const z = copy.mul(y.pow(2));
  const out = z.mean();
  out.backward();
  return { y, z, out, grad: copy.grad };
}
