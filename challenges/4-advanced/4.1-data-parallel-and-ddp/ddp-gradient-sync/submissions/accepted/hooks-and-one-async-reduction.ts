import torch, { distributed as dist, nn, type Tensor } from 'torch';

export interface Job {
  models: nn.Module[];
  batches: [Tensor, Tensor][][];
  lr: number;
}

// As the real one: a module around the module. A hook counts gradients as they come; with the last one the reduction starts.
class Replica extends nn.Module {
  inner: nn.Module;
  trained: Tensor[];
  work: { wait(): boolean } | null = null;
  bucket: Tensor;

  constructor(inner: nn.Module) {
    super();
    this.inner = inner;
    this.trained = [...inner.parameters()].filter((p) => p.requires_grad);
    this.bucket = torch.zeros(this.trained.reduce((sum, p) => sum + p.numel(), 0));
    torch.no_grad(() => coalesced([...inner.parameters()]));
  }

  forward(x: Tensor): Tensor {
    torch.no_grad(() => coalesced([...this.inner.buffers()]));
    let missing = this.trained.length;
    let at = this.bucket.numel();
    const handles: { remove(): void }[] = [];
    for (const p of [...this.trained].reverse()) {
      at -= p.numel();
      const place = this.bucket.narrow(0, at, p.numel());
      handles.push(
        p.register_hook((grad: Tensor) => {
          place.copy_(grad.reshape([-1]));
          if (--missing > 0) return;
          for (const handle of handles) handle.remove();
          this.work = dist.all_reduce(this.bucket, { async_op: true });
        }),
      );
    }
    return this.inner(x);
  }

  finish(): void {
    this.work?.wait();
    this.bucket.div_(dist.get_world_size());
    let at = 0;
    for (const p of this.trained) {
      p.grad = this.bucket.narrow(0, at, p.numel()).clone().view(p.shape);
      at += p.numel();
    }
  }
}

function coalesced(tensors: Tensor[]): void {
  for (const dtype of new Set(tensors.map((t) => t.dtype))) {
    const same = tensors.filter((t) => t.dtype === dtype);
    const flat = torch.cat(same.map((t) => t.reshape([-1])));
    dist.broadcast(flat, { src: 0 });
    let at = 0;
    for (const t of same) {
      t.copy_(flat.narrow(0, at, t.numel()).view(t.shape));
      at += t.numel();
    }
  }
}

export const train_rank = (rank: number, world_size: number, job: Job): nn.Module => {
  dist.init_process_group({ backend: 'gloo', rank, world_size });
  const model = job.models.at(rank);
  if (!model) throw new RangeError(`rank ${rank}`);
  const replica = new Replica(model);
  for (const [x, y] of job.batches.at(rank) ?? []) {
    for (const p of model.parameters()) p.grad = null;
    new nn.MSELoss()(replica(x), y).backward();
    replica.finish();
    torch.no_grad(() => {
      for (const p of replica.trained) if (p.grad) p.sub_(p.grad, { alpha: job.lr });
    });
  }
  return model;
};
