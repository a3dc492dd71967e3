// mistake: ready-made
// en: all_reduce of torch does the work.
// zh: 直接用了 torch 的 all_reduce。
// fails: sends-pieces-round-the-ring, speaks-with-its-neighbours
import torch, { distributed as dist, type Tensor } from 'torch';

export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  const own = tensors[rank];
  if (!own) throw new Error(`there is no tensor for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });
  const flat = own.flatten();
  dist.all_reduce(flat);

  dist.destroy_process_group();
  return flat.reshape(own.shape);
}
