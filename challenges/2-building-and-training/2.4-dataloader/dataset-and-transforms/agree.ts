import type torch from '#engine/index.ts';
import { LabelledDataset, prepare } from './solution.ts';

/** agree.py computes the same with twin.py, and compares the split with random_split. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const [inputs, targets] = [engine.randn(9, 3), engine.arange(9)];
  inputs.at('...', 1).fill_(2);
  const dataset = new LabelledDataset(inputs, targets, {
    transform: (x) => x.mul_(2),
    target_transform: (y) => y.add(1),
  });
  const generator = new engine.Generator().manual_seed(seed);
  const { train, val, mean, std } = prepare(dataset, {
    val_size: 3,
    augment: (x) => x.add(engine.randn(3)),
    generator,
  });
  const batches = [train, val].flatMap((part) =>
    Array.from(new engine.utils.data.DataLoader(part, { batch_size: 4 }), ([x, y]) => [
      x.flatten().tolist(),
      y.tolist(),
    ]),
  );
  return [batches, mean.tolist(), std.tolist(), inputs.flatten().tolist()];
};
