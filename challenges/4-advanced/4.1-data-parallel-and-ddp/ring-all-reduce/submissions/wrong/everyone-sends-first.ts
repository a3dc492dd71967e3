// mistake: everyone-sends-first
// en: Every rank waits in send before it receives, so all wait for ever.
// zh: 每个 rank 都先在 send 里等待，再去接收，于是永远互相等待。
// fails: sums-over-the-ranks, takes-any-size, sends-pieces-round-the-ring, speaks-with-its-neighbours, gives-the-same-bits, keeps-the-dtype
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
    dist.send(out, next);
    dist.recv(into, previous);
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
  return flat.reshape(own.shape);
}
