// mistake: pieces-sent-directly
// en: Pieces go straight to the rank that adds them up and from there to everybody: as many messages and bytes, but between all pairs of ranks.
// zh: 每一块直接发给负责求和的 rank，再由它发给所有人：消息数和字节数都一样，但任意两个 rank 之间都要通信，不是环。
// fails: speaks-with-its-neighbours
import torch, { distributed as dist, type Tensor } from 'torch';

export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  const own = tensors[rank];
  if (!own) throw new Error(`there is no tensor for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });
  const flat = own.flatten();
  const pieces = flat.tensor_split(world_size);
  const piece = (index: number): Tensor => pieces[index % world_size] ?? flat;

  const mine = piece(rank);
  for (let step = 1; step < world_size; step++) {
    const to = (rank + step) % world_size;
    const from = (rank + world_size - step) % world_size;
    const sent = dist.isend(piece(to), to);
    const theirs = torch.empty_like(mine);
    dist.recv(theirs, from);
    sent?.wait();
    mine.add_(theirs);
  }
  for (let step = 1; step < world_size; step++) {
    const from = (rank + world_size - step) % world_size;
    const sent = dist.isend(mine, (rank + step) % world_size);
    dist.recv(piece(from), from);
    sent?.wait();
  }

  dist.destroy_process_group();
  return flat.reshape(own.shape);
}
