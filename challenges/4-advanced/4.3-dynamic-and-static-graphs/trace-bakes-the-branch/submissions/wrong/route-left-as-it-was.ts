// mistake: route-left-as-it-was
// en: Scaling was mended; the last layer is still chosen by an if while tracing.
// zh: 缩放修好了；最后一层仍然在 trace 时由 if 选定。
// fails: follows-the-branch, at-the-thresholds, passes-the-gradient, stands-alone, leaves-the-scorer-alone
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
    const peak = x.detach().abs().max().clamp({ min: this.limit });
    const scaled = x.mul(peak.reciprocal().mul(this.limit));

    const h = this.enter(scaled).relu();
    const active = Number(h.gt(0).float().mean().item());
    if (active < 0.5) return this.sparse(this.dropout(h));
    return this.dense(this.dropout(h));
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
