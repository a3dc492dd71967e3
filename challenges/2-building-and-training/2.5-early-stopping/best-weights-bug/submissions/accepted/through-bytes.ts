import torch, { nn, type Tensor } from 'torch';

export type State = Record<string, Tensor>;

export interface Run {
  model: nn.Module;
  train_epoch: () => void;
  validate: () => number;
  epochs: number;
}

// Written out at once, as to a file, and read when it is wanted.
export class BestWeights {
  epoch = 0;
  loss = Infinity;
  private saved: Uint8Array | null = null;

  get state(): State {
    return this.saved ? (torch.load(this.saved) as State) : {};
  }

  update(epoch: number, loss: number, model: nn.Module): boolean {
    if (loss >= this.loss) return false;
    this.saved = torch.save(model.state_dict());
    this.epoch = epoch;
    this.loss = loss;
    return true;
  }

  restore(model: nn.Module): void {
    model.load_state_dict(this.state);
  }
}

export const fit = ({ model, train_epoch, validate, epochs }: Run) => {
  const keeper = new BestWeights();
  const one = (epoch: number): number => {
    model.train(true);
    train_epoch();
    model.train(false);
    using _ = torch.no_grad();
    const loss = validate();
    keeper.update(epoch, loss, model);
    return loss;
  };
  const val_losses = Array.from({ length: epochs }, (_, index) => one(index + 1));
  const best_state = keeper.state;
  model.load_state_dict(best_state);
  return { best_epoch: keeper.epoch, best_loss: keeper.loss, best_state, val_losses };
};
