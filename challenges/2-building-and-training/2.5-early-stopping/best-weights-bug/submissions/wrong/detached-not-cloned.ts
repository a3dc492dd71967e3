// mistake: detached-not-cloned
// en: The tensors are detached, which leaves the graph and shares the memory.
// zh: 只做了 detach：离开了计算图，却仍然共享内存。
// fails: restores-the-best-parameters, restores-the-buffers, hands-out-a-snapshot, restores-again, reports-what-the-model-does, copies-only-improvements
import torch, { nn, type Tensor } from 'torch';

export type State = Record<string, Tensor>;

export interface Run {
  model: nn.Module;
  train_epoch: () => void;
  validate: () => number;
  epochs: number;
}

export interface Report {
  best_epoch: number;
  best_loss: number;
  best_state: State;
  val_losses: number[];
}

/** Remembers the weights of the best epoch. */
export class BestWeights {
  epoch = 0;
  loss = Infinity;
  state: State = {};

  /** To be called after every epoch: whether it is the best so far. */
  update(epoch: number, loss: number, model: nn.Module): boolean {
    if (!(loss < this.loss)) return false;
    this.epoch = epoch;
    this.loss = loss;
    this.state = snapshot(model);
    return true;
  }

  /** Puts the best weights back into the model. */
  restore(model: nn.Module): void {
    model.load_state_dict(this.state);
  }
}

/** state_dict() hands out the tensors that training changes in place; each needs memory of its own. */
function snapshot(model: nn.Module): State {
  return Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach()]));
}

export function fit({ model, train_epoch, validate, epochs }: Run): Report {
  const best = new BestWeights();
  const val_losses: number[] = [];

  for (let epoch = 1; epoch <= epochs; epoch++) {
    model.train();
    train_epoch();

    model.eval();
    const loss = torch.no_grad(() => validate());
    val_losses.push(loss);

    const mark = best.update(epoch, loss, model) ? ' *' : '';
    console.log(`epoch ${epoch}: ${loss.toFixed(4)}${mark}`);
  }

  best.restore(model);
  console.log(`best: epoch ${best.epoch}, ${best.loss.toFixed(4)}`);
  return { best_epoch: best.epoch, best_loss: best.loss, best_state: best.state, val_losses };
}
