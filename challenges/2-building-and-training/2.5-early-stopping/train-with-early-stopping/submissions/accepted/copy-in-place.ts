import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  train_epoch: (model: nn.Module) => void;
  evaluate: (model: nn.Module) => number;
  patience: number;
  min_delta: number;
  max_epochs: number;
}

// One buffer for each entry, filled again at every improvement and copied back at the end.
export const train_with_early_stopping = ({ model, train_epoch, evaluate, patience, min_delta, max_epochs }: Run) => {
  const kept = new Map<string, Tensor>();
  for (const [name, value] of Object.entries(model.state_dict())) kept.set(name, torch.empty_like(value.detach()));
  const val_losses: number[] = [];
  let best_loss = Infinity;
  let best_epoch = 0;

  const keep = () =>
    torch.no_grad(() => {
      for (const [name, value] of Object.entries(model.state_dict())) kept.get(name)?.copy_(value);
    });

  do {
    model.train();
    train_epoch(model);
    model.eval();
    torch.no_grad(() => {
      val_losses.push(evaluate(model));
    });
    const loss = val_losses.at(-1) ?? NaN;
    if (best_loss - min_delta > loss) {
      [best_loss, best_epoch] = [loss, val_losses.length];
      keep();
    }
  } while (val_losses.length < max_epochs && val_losses.length - best_epoch < patience);

  torch.no_grad(() => {
    for (const [name, value] of Object.entries(model.state_dict())) {
      const best = kept.get(name);
      if (best) value.copy_(best);
    }
  });
  return { best_epoch, best_loss, val_losses };
};
