import torch, { nn, type Tensor } from 'torch';

// y = x · a + (bias − μ · a) with a = weight / √(σ² + eps) loses digits where μ is large; x is centred first, then it is one factor.
export class BatchNorm extends nn.Module {
  weight: nn.Parameter;
  bias: nn.Parameter;

  private readonly eps: number;
  private readonly momentum: number | null;

  constructor(features: number, eps = 1e-5, momentum: number | null = 0.1) {
    super();
    this.eps = eps;
    this.momentum = momentum;
    this.weight = new nn.Parameter(torch.ones(features));
    this.bias = new nn.Parameter(torch.zeros(features));
    for (const [name, value] of Object.entries({
      running_mean: torch.zeros(features),
      running_var: torch.ones(features),
      num_batches_tracked: torch.tensor(0),
    }))
      this.register_buffer(name, name === 'num_batches_tracked' ? value.long() : value);
  }

  forward(x: Tensor): Tensor {
    const shape = x.shape.map((size, d) => (d === 1 ? size : 1));
    const buffer = (name: string) => this.get_buffer(name);
    let [mean, variance] = [buffer('running_mean').view(shape), buffer('running_var').view(shape)];
    if (this.training) {
      const all = x.shape.flatMap((_, d) => (d === 1 ? [] : [d]));
      const n = x.numel() / (x.shape[1] ?? 1);
      if (n <= 1) throw new Error(`expected more than one value for each channel, got [${x.shape.join(', ')}]`);
      mean = x.mean(all, { keepdim: true });
      variance = x.sub(mean).pow(2).mean(all, { keepdim: true });
      const tracked = buffer('num_batches_tracked').add_(1).item();
      const m = this.momentum === null ? 1 / tracked : this.momentum;
      for (const [name, batch] of [
        ['running_mean', mean],
        ['running_var', variance.mul(n / (n - 1))],
      ] as const) {
        const old = buffer(name);
        old.copy_(old.add(batch.detach().flatten().sub(old).mul(m)));
      }
    }
    const factor = this.weight.view(shape).mul(variance.add(this.eps).pow(-0.5));
    return x.sub(mean).mul(factor).add(this.bias.view(shape));
  }
}
