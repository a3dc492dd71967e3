// mistake: statistics-as-parameters
// en: The running statistics are parameters, so an optimizer would train them.
// zh: 滑动统计量成了参数，优化器会去训练它们。
// fails: registers-its-state, tracks-running-statistics
import torch, { nn, type Tensor } from 'torch';

export class BatchNorm extends nn.Module {
  weight: nn.Parameter;
  bias: nn.Parameter;
  declare running_mean: Tensor;
  declare running_var: Tensor;
  declare num_batches_tracked: Tensor;
  readonly eps: number;
  readonly momentum: number | null;

  constructor(num_features: number, eps = 1e-5, momentum: number | null = 0.1) {
    super();
    this.weight = new nn.Parameter(torch.ones(num_features));
    this.bias = new nn.Parameter(torch.zeros(num_features));
    this.register_parameter('running_mean', new nn.Parameter(torch.zeros(num_features)));
    this.register_parameter('running_var', new nn.Parameter(torch.ones(num_features)));
    this.register_buffer('num_batches_tracked', torch.tensor(0, { dtype: torch.int64 }));
    this.eps = eps;
    this.momentum = momentum;
  }

  forward(x: Tensor): Tensor {
    const [mean, variance] = this.training ? this.observe(x) : [this.running_mean, this.running_var];
    const perChannel = (t: Tensor) => t.reshape([1, -1, ...x.shape.slice(2).map(() => 1)]);
    return x
      .sub(perChannel(mean))
      .div(perChannel(variance.add(this.eps).sqrt()))
      .mul(perChannel(this.weight))
      .add(perChannel(this.bias));
  }

  /** Mean and biased variance of the batch, as part of the graph; the buffers follow outside of it. */
  private observe(x: Tensor): [Tensor, Tensor] {
    const dims = x.shape.map((_, d) => d).filter((d) => d !== 1);
    const n = dims.reduce((product, d) => product * (x.shape[d] ?? 1), 1);
    if (n === 1) throw new Error('training needs more than one value for each channel');
    const mean = x.mean(dims);
    const variance = x.var(dims, { unbiased: false });
    torch.no_grad(() => {
      this.num_batches_tracked.add_(1);
      const m = this.momentum ?? 1 / this.num_batches_tracked.item();
      this.running_mean.mul_(1 - m).add_(mean.mul(m));
      this.running_var.mul_(1 - m).add_(variance.mul((m * n) / (n - 1))); // unbiased, for data not seen yet
    });
    return [mean, variance];
  }
}
