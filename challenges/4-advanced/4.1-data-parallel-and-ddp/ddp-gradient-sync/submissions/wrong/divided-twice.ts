// mistake: divided-twice
// en: The loss is divided by the number of ranks, and the gradient once more.
// zh: 损失除以了 rank 数，梯度又除了一次。
// fails: equals-one-big-batch, averages-the-gradient, starts-from-rank-zero, leaves-frozen-parameters-alone
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
    nn.functional.mse_loss(model(x), y).div(world_size).backward();
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
