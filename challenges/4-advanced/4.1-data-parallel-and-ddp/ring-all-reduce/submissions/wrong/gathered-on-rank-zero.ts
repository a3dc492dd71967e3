// mistake: gathered-on-rank-zero
// en: Rank 0 receives everything, adds and sends the sum to all: it carries the load of all others.
// zh: rank 0 接收所有张量、求和，再发给所有 rank：负担全在它身上。
// fails: sends-pieces-round-the-ring, speaks-with-its-neighbours
import torch, { distributed as dist, type Tensor } from 'torch';

export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  const own = tensors[rank];
  if (!own) throw new Error(`there is no tensor for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });
  const flat = own.flatten();
  for (let other = 1; other < world_size; other++) {
    if (rank === other) {
      dist.send(flat, 0);
      dist.recv(flat, 0);
    } else if (rank === 0) {
      const theirs = torch.empty_like(flat);
      dist.recv(theirs, other);
      flat.add_(theirs);
    }
  }
  for (let other = 1; rank === 0 && other < world_size; other++) dist.send(flat, other);

  dist.destroy_process_group();
  return flat.reshape(own.shape);
}
