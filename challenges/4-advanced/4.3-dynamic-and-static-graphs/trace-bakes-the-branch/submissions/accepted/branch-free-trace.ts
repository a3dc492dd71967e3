import torch, { nn, type Tensor } from 'torch';

// Every decision is a tensor, so that a trace holds it: for any input, the same operators run.
export class Scorer extends nn.Module {
  enter: nn.Linear;
  dropout = new nn.Dropout(0.5);
  sparse: nn.Linear;
  dense: nn.Linear;
  readonly limit: number;

  constructor(features: number, hidden: number, outputs: number, limit: number) {
    super();
    this.limit = limit;
    this.enter = new nn.Linear(features, hidden);
    this.sparse = new nn.Linear(hidden, outputs);
    this.dense = new nn.Linear(hidden, outputs);
  }

  forward(x: Tensor): Tensor {
    const peak = x.detach().abs().max().clamp({ min: this.limit });
    const h = torch.relu(this.enter(x.mul(peak.reciprocal().mul(this.limit))));
    const quiet = h.gt(0).float().mean().lt(0.5);
    const dropped = this.dropout(h);
    return torch.where(quiet, this.sparse(dropped), this.dense(dropped));
  }
}

export function export_scorer(scorer: Scorer, example: Tensor): Uint8Array {
  const { training } = scorer;
  try {
    return torch.jit.save(torch.jit.trace(scorer.eval(), [example]));
  } finally {
    scorer.train(training);
  }
}
