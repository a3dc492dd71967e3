import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { DataLoader, Sharded } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with torch.utils.data. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const rows = engine.randn(11, 3);
  const data = Array.from({ length: 11 }, (_, index) => ({
    x: rows.at(index),
    y: index,
    z: [index + 0.5, index % 2 === 0] as const,
  }));
  const samples = { __len__: () => data.length, __getitem__: (index: number): unknown => data[index] };
  const loader = new DataLoader(samples, {
    batch_size: 4,
    shuffle: true,
    drop_last: true,
    generator: new engine.Generator().manual_seed(seed),
  });
  type Batch = { readonly x: Tensor; readonly y: Tensor; readonly z: readonly [Tensor, Tensor] };
  const epoch = () =>
    Array.from(loader, (batch) => {
      const { x, y, z } = batch as Batch;
      return [x, y, ...z].map((t) => t.double().flatten().tolist());
    });
  const epochs = [epoch(), epoch()];
  const indices = new Sharded({ __len__: () => 11, __getitem__: (index: number) => index });
  const streams = [0, 2].map((num_workers) => [
    ...new engine.utils.data.DataLoader<unknown, unknown>(indices, { batch_size: null, num_workers }),
  ]);
  return [loader.__len__(), epochs, streams];
};
