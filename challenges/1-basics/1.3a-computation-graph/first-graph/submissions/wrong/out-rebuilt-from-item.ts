// mistake: out-rebuilt-from-item
// en: out is rebuilt from a plain number with item(), which has no history.
// zh: 用 item() 取出数值再重新建 out，新张量没有计算历史。
// fails: keeps-the-graph
import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_(true);
  const y = leaf.mul(2).add(1);
  const z = leaf.mul(y.pow(2));
  const mean = z.mean();
  mean.backward();
  return { y, z, out: torch.tensor(mean.item()), grad: leaf.grad };
}
