import { distributed, type Tensor } from 'torch';

// Blocking calls: even ranks send and then receive, odd ones the other way round, so that somebody always receives.
export const ring_all_reduce = (rank: number, world_size: number, tensors: Tensor[]): Tensor => {
  distributed.init_process_group({ backend: 'gloo', rank, world_size });
  const data = tensors.at(rank)?.clone().contiguous();
  if (!data) throw new RangeError(`rank ${rank}`);
  const flat = data.view(-1);
  const length = flat.numel();
  const start = (i: number): number => Math.floor((i * length) / world_size);
  const modulo = (i: number): number => ((i % world_size) + world_size) % world_size;
  const piece = (i: number): Tensor => flat.narrow(0, start(modulo(i)), start(modulo(i) + 1) - start(modulo(i)));

  const swap = (out: Tensor, into: Tensor): void => {
    const send = () => distributed.send(out, modulo(rank + 1));
    const receive = () => distributed.recv(into, modulo(rank - 1));
    if (rank % 2 === 0) {
      send();
      receive();
    } else {
      receive();
      send();
    }
  };

  for (let turn = 0; turn < 2 * (world_size - 1); turn++) {
    const adding = turn < world_size - 1;
    const [out, into] = [piece(rank - turn), piece(rank - turn - 1)];
    const arrived = into.clone();
    swap(out, arrived);
    if (adding) into.add_(arrived);
    else into.copy_(arrived);
  }
  return data;
};
