import torch, { nn, type Tensor } from 'torch';

const { functional: F } = nn;

export interface FocalOptions {
  alpha?: number | null;
  gamma?: number;
  reduction?: 'mean' | 'sum' | 'none';
}

// Cross-entropy as PyTorch computes it; (1 − p_t)^γ as exp(−γ · softplus(margin)).
export class FocalLoss extends nn.Module {
  readonly options: Required<FocalOptions>;
  readonly reduce: (loss: Tensor) => Tensor;

  constructor(options: FocalOptions = {}) {
    super();
    this.options = { alpha: 0.25, gamma: 2, reduction: 'mean', ...options };
    const reductions = new Map<string, (loss: Tensor) => Tensor>([
      ['mean', (loss) => loss.mean()],
      ['sum', (loss) => loss.sum()],
      ['none', (loss) => loss],
    ]);
    const reduce = reductions.get(this.options.reduction);
    if (!reduce) throw new RangeError(`no reduction ${this.options.reduction}`);
    this.reduce = reduce;
  }

  forward(logits: Tensor, targets: Tensor): Tensor {
    const { alpha, gamma } = this.options;
    const positive = targets.eq(1);
    const margin = torch.where(positive, logits, logits.neg());
    const entropy = F.binary_cross_entropy_with_logits(logits, targets.to(logits.dtype), { reduction: 'none' });
    const loss = F.softplus(margin).mul(-gamma).exp().mul(entropy);
    return this.reduce(alpha === null ? loss : torch.where(positive, loss.mul(alpha), loss.mul(1 - alpha)));
  }
}
