// mistake: traced-with-a-bigger-example
// en: The example is joined with a loud one of the other sign; a trace still takes one path, with one factor.
// zh: 给示例拼上一批符号相反、更响的数据再做 trace；trace 仍然只有一条路、一个因子。
// fails: follows-the-branch, scales-by-its-own-peak, at-the-thresholds, passes-the-gradient, stands-alone, leaves-the-scorer-alone
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
    const scaled = peak > this.limit ? x.mul(this.limit / peak) : x;

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
  const exported = torch.jit.trace(scorer, torch.cat([example, example.mul(-10)]));
  console.log(`largest difference to the model: ${difference(scorer, exported, example)}`);
  scorer.train(was);
  return exported.save();
}

const difference = (scorer: Scorer, exported: (x: Tensor) => Tensor, x: Tensor): number =>
  torch.no_grad(() => exported(x).sub(scorer(x)).abs().max().item());
