import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { train } from './solution.ts';

/** agree.py computes the same with twin.py: shuffled batches of 4, 4 and 2, with dropout. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn, optim } = engine;
  const { DataLoader, TensorDataset } = engine.utils.data;
  const model = new nn.Sequential(new nn.Linear(3, 8), new nn.ReLU(), new nn.Dropout(0.2), new nn.Linear(8, 2));
  const data = new TensorDataset(engine.randn(10, 3), engine.randint(0, 2, [10]));
  const loader = new DataLoader(data, { batch_size: 4, shuffle: true });
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
  const scheduler = new optim.lr_scheduler.StepLR(optimizer, 1, 0.5);
  const batches: Iterable<[Tensor, Tensor]> = {
    *[Symbol.iterator]() {
      for (const [x, y] of loader) if (x && y) yield [x, y];
    },
  };
  const losses = train({ model, loader: batches, loss_fn: new nn.CrossEntropyLoss(), optimizer, scheduler, epochs: 4 });
  return [losses, scheduler.get_last_lr(), ...[...model.parameters()].map((p) => p.detach().flatten().tolist())];
};
