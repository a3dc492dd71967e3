// mistake: weights-broadcast-in-every-step
// en: The weights of rank 0 are sent again in every step, although they are equal already.
// zh: 每一步都重新广播 rank 0 的权重，尽管它们本来就相同。
// fails: talks-once-a-step
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
    take_from_rank_0(model.parameters());
    optimizer.zero_grad();
    nn.functional.mse_loss(model(x), y).backward();
    average_gradients(model, world_size);
    optimizer.step();
  }
  dist.destroy_process_group();
  return model;
}

function take_from_rank_0(tensors: Iterable<Tensor>): void {
  for (const t of tensors) dist.broadcast(t.detach(), 0);
}

/** All gradients travel as one vector: a message costs time however short it is. */
function average_gradients(model: nn.Module, world_size: number): void {
  const grads = [...model.parameters()].flatMap((p) => p.grad ?? []); // frozen ones have none
  const flat = torch.cat(grads.map((g) => g.flatten())).div(world_size);
  dist.all_reduce(flat);
  const parts = flat.split(grads.map((g) => g.numel()));
  parts.forEach((part, i) => grads[i]?.copy_(part.view_as(grads[i])));
}
