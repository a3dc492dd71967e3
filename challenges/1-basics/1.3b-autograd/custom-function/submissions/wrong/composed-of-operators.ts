// mistake: composed-of-operators
// en: apply composes operators of torch: right values, but three nodes, and the sigmoid kept for backward.
// zh: apply 用 torch 的运算拼成：数值正确，但有三个节点，还保存了 sigmoid。
// fails: keeps-only-its-inputs, answers-only-what-is-asked
import { type Tensor } from 'torch';

export const Swish = {
  apply: (x: Tensor, beta: Tensor): Tensor => x.mul(x.mul(beta).sigmoid()),
};
