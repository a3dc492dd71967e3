import torch, { distributed as dist, type Tensor } from 'torch';

// The pieces are views of the tensor itself, which becomes the sum, as with all_reduce.
export function ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor {
  dist.init_process_group('gloo', { rank, world_size });
  const own = tensors[rank];
  if (!own) throw new RangeError(`no tensor for rank ${rank}`);
  const tensor = own.contiguous();
  const pieces = tensor.view(-1).tensor_split(world_size);
  const piece = (back: number): Tensor => {
    const found = pieces.at((rank - back) % world_size);
    if (!found) throw new RangeError(`no piece ${back} before rank ${rank}`);
    return found;
  };
  const [next, previous] = [(rank + 1) % world_size, (rank + world_size - 1) % world_size];
  for (let step = 0; step < world_size - 1; step++) {
    const sending = dist.isend(piece(step), next);
    const received = torch.empty_like(piece(step + 1));
    dist.recv(received, previous);
    piece(step + 1).add_(received);
    sending?.wait();
  }
  for (let step = 0; step < world_size - 1; step++) {
    const sending = dist.isend(piece(step - 1), next);
    dist.recv(piece(step), previous);
    sending?.wait();
  }
  return tensor;
}
