import torch, { nn, type Tensor } from 'torch';

export type State = Record<string, Tensor>;

export interface Run {
  model: nn.Module;
  train_epoch: () => void;
  validate: () => number;
  epochs: number;
}

// One set of tensors for the whole run; an improvement overwrites it, restoring copies it back.
export class BestWeights {
  epoch = 0;
  loss = Number.POSITIVE_INFINITY;
  state: State = {};

  update(epoch: number, loss: number, model: nn.Module): boolean {
    const better = loss < this.loss;
    if (better) {
      [this.epoch, this.loss] = [epoch, loss];
      torch.no_grad(() => {
        for (const [name, value] of Object.entries(model.state_dict()))
          (this.state[name] ??= torch.empty_like(value.detach())).copy_(value);
      });
    }
    return better;
  }

  restore(model: nn.Module): void {
    using _ = torch.no_grad();
    const live = model.state_dict();
    for (const [name, value] of Object.entries(this.state)) live[name]?.copy_(value);
  }
}

export function fit(run: Run) {
  const best = new BestWeights();
  const val_losses: number[] = [];
  while (val_losses.length < run.epochs) {
    run.model.train();
    run.train_epoch();
    run.model.eval();
    val_losses.push(torch.no_grad(run.validate));
    best.update(val_losses.length, val_losses.at(-1) ?? NaN, run.model);
  }
  best.restore(run.model);
  return { best_epoch: best.epoch, best_loss: best.loss, best_state: best.state, val_losses };
}
