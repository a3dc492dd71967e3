import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  train_epoch: (model: nn.Module) => void;
  evaluate: (model: nn.Module) => number;
  patience: number;
  min_delta: number;
  max_epochs: number;
}

class EarlyStopping {
  readonly history: number[] = [];
  epoch = 0;
  loss = Number.POSITIVE_INFINITY;
  private weights: [string, Tensor][] = [];
  private readonly patience: number;
  private readonly min_delta: number;

  constructor(patience: number, min_delta: number) {
    this.patience = patience;
    this.min_delta = min_delta;
  }

  /** Whether training should go on. */
  step(loss: number, model: nn.Module): boolean {
    this.history.push(loss);
    if (this.loss - loss > this.min_delta) {
      this.loss = loss;
      this.epoch = this.history.length;
      this.weights = Object.entries(model.state_dict()).map(([name, value]) => [name, value.clone()]);
    }
    return this.history.length - this.epoch < this.patience;
  }

  restore(model: nn.Module): void {
    model.load_state_dict(Object.fromEntries(this.weights));
  }
}

export function train_with_early_stopping(run: Run) {
  const stopper = new EarlyStopping(run.patience, run.min_delta);
  let epoch = 0;
  let go = true;
  while (go && epoch++ < run.max_epochs) {
    run.model.train(true);
    run.train_epoch(run.model);
    run.model.train(false);
    {
      using _ = torch.no_grad();
      go = stopper.step(run.evaluate(run.model), run.model);
    }
  }
  stopper.restore(run.model);
  return { best_epoch: stopper.epoch, best_loss: stopper.loss, val_losses: stopper.history };
}
