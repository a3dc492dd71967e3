// mistake: finished-pruning-used
// en: nn.utils.prune does the work.
// zh: 直接调用了 nn.utils.prune。
// fails: is-written-by-hand
import { nn } from 'torch';

export const l1_unstructured = <M extends nn.Module>(module: M, name: string, amount: number): M =>
  nn.utils.prune.l1_unstructured(module, name, amount);

export const remove = <M extends nn.Module>(module: M, name: string): M => nn.utils.prune.remove(module, name);
