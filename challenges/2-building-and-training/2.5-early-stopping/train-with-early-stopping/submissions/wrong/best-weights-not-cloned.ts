// mistake: best-weights-not-cloned
// en: The best state_dict is kept by reference, so later epochs overwrite it.
// zh: 保存的最佳 state_dict 只是引用，后续训练会把它覆盖。
// fails: restores-the-best-weights
import torch, { nn } from 'torch';

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
  let best = model.state_dict();
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
      best = model.state_dict();
      best_loss = loss;
      best_epoch = epoch;
      stale = 0;
    } else if (++stale === patience) break;
  }

  model.load_state_dict(best);
  return { best_epoch, best_loss, val_losses };
}
