// mistake: weighted-by-samples
// en: Ranks are weighted by their samples; DDP gives each the same weight.
// zh: 按样本数给各 rank 加权，而 DDP 中每个 rank 的权重相同。
// fails: averages-the-gradient, talks-once-a-step
import torch, { distributed as dist, nn, type Tensor } from 'torch';

export interface Job {
  models: nn.Module[];
  batches: [Tensor, Tensor][][];
  lr: number;
}

export function train_rank(rank: number, world_size: number, { models, batches, lr }: Job): nn.Module {
  const [model, mine] = [models[rank], batches[rank]];
  if (!model || !mine) throw new Error(`there is nothing for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });

  take_from_rank_0(model.parameters());
  const optimizer = new torch.optim.SGD(model.parameters(), { lr });
  for (const [x, y] of mine) {
    take_from_rank_0(model.buffers()); // each rank's own batch has moved them apart
    optimizer.zero_grad();
    nn.functional.mse_loss(model(x), y).backward();
    average_gradients(model, x.size(0));
    optimizer.step();
  }
  dist.destroy_process_group();
  return model;
}

function take_from_rank_0(tensors: Iterable<Tensor>): void {
  for (const t of tensors) dist.broadcast(t.detach(), 0);
}

function average_gradients(model: nn.Module, samples: number): void {
  const total = torch.tensor(samples).float();
  dist.all_reduce(total);
  const grads = [...model.parameters()].flatMap((p) => p.grad ?? []);
  const flat = torch
    .cat(grads.map((g) => g.flatten()))
    .mul(samples)
    .div(total);
  dist.all_reduce(flat);
  const parts = flat.split(grads.map((g) => g.numel()));
  parts.forEach((part, i) => grads[i]?.copy_(part.view_as(grads[i])));
}
