// mistake: one-all-reduce-per-parameter
// en: Every gradient is reduced by itself: as many messages as there are parameters.
// zh: 每个梯度单独做一次 all_reduce，有多少参数就发多少次。
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
  for (const p of model.parameters()) {
    if (!p.grad) continue;
    p.grad.div_(world_size);
    dist.all_reduce(p.grad);
  }
}
