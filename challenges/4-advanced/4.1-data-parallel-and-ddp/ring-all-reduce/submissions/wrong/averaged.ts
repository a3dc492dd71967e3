// mistake: averaged
// en: The sum is divided by the number of ranks.
// zh: 总和又除以了 rank 数。
// fails: sums-over-the-ranks, takes-any-size, keeps-the-dtype
import torch, { distributed as dist, type Tensor } from 'torch';

export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  const own = tensors[rank];
  if (!own) throw new Error(`there is no tensor for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });
  const next = (rank + 1) % world_size;
  const previous = (rank + world_size - 1) % world_size;

  const flat = own.flatten();
  const pieces = flat.tensor_split(world_size); // views, some of them empty when there are few elements
  const piece = (index: number): Tensor => pieces[(index + world_size) % world_size] ?? flat;
  const exchange = (out: Tensor, into: Tensor): void => {
    const sent = dist.isend(out, next); // all ranks send at once, so nobody may wait before it receives
    dist.recv(into, previous);
    sent?.wait();
  };

  // Reduce-scatter: a piece grows on its way round, and is complete on the last rank it reaches.
  for (let step = 0; step < world_size - 1; step++) {
    const mine = piece(rank - step - 1);
    const theirs = torch.empty_like(mine);
    exchange(piece(rank - step), theirs);
    mine.add_(theirs);
  }
  // All-gather: complete pieces go round once more.
  for (let step = 0; step < world_size - 1; step++) exchange(piece(rank + 1 - step), piece(rank - step));

  dist.destroy_process_group();
  return flat.div(world_size).reshape(own.shape);
}
