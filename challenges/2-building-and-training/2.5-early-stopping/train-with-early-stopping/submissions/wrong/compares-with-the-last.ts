// mistake: compares-with-the-last
// en: Each loss is compared with the one before, not with the best.
// zh: 每次和上一个损失比较，而不是和最佳损失比较。
// fails: compares-with-the-best, respects-min-delta
import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  train_epoch: (model: nn.Module) => void;
  evaluate: (model: nn.Module) => number;
  patience: number;
  min_delta: number;
  max_epochs: number;
}

export function train_with_early_stopping({ model, train_epoch, evaluate, patience, min_delta, max_epochs }: Run) {
  const val_losses: number[] = [];
  let best = snapshot(model);
  let best_loss = Infinity;
  let best_epoch = 0;
  let stale = 0;

  for (let epoch = 1; epoch <= max_epochs; epoch++) {
    model.train();
    train_epoch(model);

    model.eval();
    const loss = torch.no_grad(() => evaluate(model));
    val_losses.push(loss);

    if (loss < (val_losses.at(-2) ?? Infinity) - min_delta) {
      best = snapshot(model);
      best_loss = loss;
      best_epoch = epoch;
      stale = 0;
    } else if (++stale === patience) break;
  }

  model.load_state_dict(best);
  return { best_epoch, best_loss, val_losses };
}

/** state_dict() hands out the live tensors; a copy stays as it is while training goes on. */
function snapshot(model: nn.Module): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach().clone()]));
}
