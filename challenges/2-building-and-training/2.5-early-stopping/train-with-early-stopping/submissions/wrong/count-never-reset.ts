// mistake: count-never-reset
// en: The count goes on after an improvement, so stale epochs add up over the whole run.
// zh: 有改进后计数不归零，整个训练过程中的停滞次数一直累加。
// fails: resets-the-count, respects-min-delta
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
    } else if (++stale === patience) break;
  }

  model.load_state_dict(best);
  return { best_epoch, best_loss, val_losses };
}

/** state_dict() hands out the live tensors; a copy stays as it is while training goes on. */
function snapshot(model: nn.Module): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach().clone()]));
}
