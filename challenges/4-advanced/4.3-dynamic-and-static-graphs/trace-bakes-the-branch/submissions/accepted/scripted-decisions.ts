import torch, { nn, type Tensor } from 'torch';

// Only the decisions are compiled; they are modules, and the rest stays as it was.
class Limiter extends nn.Module {
  limit: number;
  constructor(limit: number) {
    super();
    this.limit = limit;
  }
  forward(x: Tensor): Tensor {
    const loudest = Number(x.abs().max().item());
    let factor = 1.0;
    if (loudest > this.limit) factor = this.limit / loudest;
    return x.mul(factor);
  }
}

export class Scorer extends nn.Module {
  enter: nn.Linear;
  dropout: nn.Dropout;
  sparse: nn.Linear;
  dense: nn.Linear;
  limiter: Limiter;

  constructor(features: number, hidden: number, outputs: number, limit: number) {
    super();
    this.limiter = new Limiter(limit);
    this.dense = new nn.Linear(hidden, outputs);
    this.sparse = new nn.Linear(hidden, outputs);
    this.enter = new nn.Linear(features, hidden);
    this.dropout = new nn.Dropout(0.5);
  }

  route(h: Tensor): Tensor {
    const silent = h.le(0).sum().item() * 2;
    const kept = this.dropout(h);
    return silent > h.numel() ? this.sparse(kept) : this.dense(kept);
  }

  forward(x: Tensor): Tensor {
    return this.route(this.enter(this.limiter(x)).relu());
  }
}

export function export_scorer(scorer: Scorer, _example: Tensor): Uint8Array {
  const before = scorer.training;
  scorer.train(false);
  const bytes = torch.jit.script(scorer).save();
  scorer.train(before);
  return bytes;
}
