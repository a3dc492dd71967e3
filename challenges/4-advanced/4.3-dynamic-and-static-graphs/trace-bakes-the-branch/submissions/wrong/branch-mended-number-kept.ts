// mistake: branch-mended-number-kept
// en: The branches are tensors now, but the factor is still a number that was read for the example.
// zh: 分支已经换成张量，但缩放因子仍是从示例读出的一个数。
// fails: scales-by-its-own-peak, at-the-thresholds, passes-the-gradient, stands-alone, leaves-the-scorer-alone
import torch, { nn, type Tensor } from 'torch';

/** Scores a batch of readings: loud batches are scaled down, and the share of active units decides on the last layer. */
export class Scorer extends nn.Module {
  enter: nn.Linear;
  dropout: nn.Dropout;
  sparse: nn.Linear;
  dense: nn.Linear;
  limit: number;

  constructor(features: number, hidden: number, outputs: number, limit: number) {
    super();
    this.enter = new nn.Linear(features, hidden);
    this.dropout = new nn.Dropout(0.5);
    this.sparse = new nn.Linear(hidden, outputs);
    this.dense = new nn.Linear(hidden, outputs);
    this.limit = limit;
  }

  forward(x: Tensor): Tensor {
    const peak = Number(x.abs().max().item());
    const factor = Math.min(1, this.limit / peak);
    const scaled = x.mul(factor);

    const h = this.enter(scaled).relu();
    const active = h.gt(0).float().mean();
    const dropped = this.dropout(h);
    return torch.where(active.lt(0.5), this.sparse(dropped), this.dense(dropped));
  }
}

/** The file that the server loads: the whole program, without this code. */
export function export_scorer(scorer: Scorer, example: Tensor): Uint8Array {
  const was = scorer.training;
  scorer.eval();
  const exported = torch.jit.trace(scorer, example);
  console.log(`largest difference to the model: ${difference(scorer, exported, example)}`);
  scorer.train(was);
  return exported.save();
}

const difference = (scorer: Scorer, exported: (x: Tensor) => Tensor, x: Tensor): number =>
  torch.no_grad(() => exported(x).sub(scorer(x)).abs().max().item());
