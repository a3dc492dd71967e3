import torch, { nn, type Tensor } from 'torch';

// forward is written so that torch.jit.script reads all of it; nothing is traced.
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
    let scaled = x;
    if (peak > this.limit) {
      scaled = x.mul(this.limit / peak);
    }
    const h = this.enter(scaled).relu();
    const active = Number(h.gt(0).float().mean().item());
    const kept = this.dropout(h);
    if (active < 0.5) {
      return this.sparse(kept);
    } else {
      return this.dense(kept);
    }
  }
}

export function export_scorer(scorer: Scorer, _example: Tensor): Uint8Array {
  const was = scorer.training;
  const file = torch.jit.script(scorer.eval()).save();
  scorer.train(was);
  return file;
}
