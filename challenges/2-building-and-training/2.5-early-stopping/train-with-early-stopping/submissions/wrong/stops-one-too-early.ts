// mistake: stops-one-too-early
// en: Training stops one epoch too early.
// zh: 早停了一个 epoch。
// fails: stops-after-patience, resets-the-count, compares-with-the-best, respects-min-delta, reports-the-run
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

    if (loss < best_loss - min_delta) {
      best = snapshot(model);
      best_loss = loss;
      best_epoch = epoch;
      stale = 0;
    } else if (++stale >= patience - 1) break;
  }

  model.load_state_dict(best);
  return { best_epoch, best_loss, val_losses };
}

/** state_dict() hands out the live tensors; a copy stays as it is while training goes on. */
function snapshot(model: nn.Module): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach().clone()]));
}
