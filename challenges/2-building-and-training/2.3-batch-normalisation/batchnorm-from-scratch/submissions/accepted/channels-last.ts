import torch, { nn, type Tensor } from 'torch';

// One matrix of n rows and C columns: then the statistics are those of its columns, whatever the shape was.
export class BatchNorm extends nn.Module {
  constructor(C: number, eps?: number, momentum?: number | null) {
    super();
    this.register_parameter('weight', new nn.Parameter(torch.ones([C])));
    this.register_parameter('bias', new nn.Parameter(torch.zeros([C])));
    this.register_buffer('running_mean', torch.zeros([C]));
    this.register_buffer('running_var', torch.ones([C]));
    this.register_buffer('num_batches_tracked', torch.zeros([], { dtype: torch.int64 }));
    this.settings = { eps: eps ?? 1e-5, momentum: momentum === undefined ? 0.1 : momentum };
  }
  settings: { eps: number; momentum: number | null };

  forward(x: Tensor): Tensor {
    const moved = x.transpose(1, -1);
    const rows = moved.reshape([-1, x.shape[1] ?? 1]);
    const n = rows.shape[0] ?? 0;
    const [weight, bias] = [this.get_parameter('weight'), this.get_parameter('bias')];
    const [running_mean, running_var] = [this.get_buffer('running_mean'), this.get_buffer('running_var')];
    const { eps, momentum } = this.settings;
    let out: Tensor;
    if (this.training) {
      if (n < 2) throw new RangeError('one value for each channel');
      const mean = torch.mean(rows, 0);
      const centred = torch.sub(rows, mean);
      const sum = torch.sum(torch.square(centred), 0);
      out = torch.mul(centred, torch.rsqrt(torch.add(torch.div(sum, n), eps)));
      const count = this.get_buffer('num_batches_tracked');
      count.copy_(count.add(1));
      const m = momentum === null ? 1 / count.item() : momentum;
      running_mean.lerp_(mean.detach(), m);
      running_var.lerp_(sum.detach().div(n - 1), m);
    } else out = torch.div(torch.sub(rows, running_mean), torch.sqrt(torch.add(running_var, eps)));
    return torch.add(torch.mul(out, weight), bias).reshape(moved.shape).transpose(1, -1);
  }
}
