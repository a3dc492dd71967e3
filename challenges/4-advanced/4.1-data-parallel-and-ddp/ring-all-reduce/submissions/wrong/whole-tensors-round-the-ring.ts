// mistake: whole-tensors-round-the-ring
// en: Whole tensors go round and every rank adds them up itself: N − 1 times the data instead of twice.
// zh: 整个张量绕环传递，每个 rank 自己求和：数据量是 N − 1 倍而不是两倍。
// fails: sends-pieces-round-the-ring, gives-the-same-bits
import torch, { distributed as dist, type Tensor } from 'torch';

export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  const own = tensors[rank];
  if (!own) throw new Error(`there is no tensor for rank ${rank}`);
  dist.init_process_group('gloo', { rank, world_size });
  const next = (rank + 1) % world_size;
  const previous = (rank + world_size - 1) % world_size;

  const flat = own.flatten();
  const exchange = (out: Tensor, into: Tensor): void => {
    const sent = dist.isend(out, next); // all ranks send at once, so nobody may wait before it receives
    dist.recv(into, previous);
    sent?.wait();
  };

  let travelling = flat.clone();
  for (let step = 0; step < world_size - 1; step++) {
    const arrived = torch.empty_like(flat);
    exchange(travelling, arrived);
    flat.add_(arrived);
    travelling = arrived;
  }

  dist.destroy_process_group();
  return flat.reshape(own.shape);
}
