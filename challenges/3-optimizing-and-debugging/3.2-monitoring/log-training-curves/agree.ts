import type torch from '#engine/index.ts';
import * as solution from './solution.ts';

/** agree.py computes the same with twin.py. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn, optim } = engine;
  const { DataLoader, TensorDataset } = engine.utils.data;
  const model = new nn.Sequential(new nn.Linear(2, 6), new nn.BatchNorm1d(6), new nn.Tanh(), new nn.Linear(6, 3));
  const train = new TensorDataset(engine.randn(10, 2), engine.randint(0, 3, [10]));
  const val = new TensorDataset(engine.randn(7, 2), engine.randint(0, 3, [7]));
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const loss = new nn.CrossEntropyLoss();
  const points: Record<string, [number, number][]> = {};
  solution.fit({
    model,
    train_loader: new DataLoader(train, 4),
    val_loader: new DataLoader(val, 4),
    loss_fn: (output, target) => loss(output, target),
    optimizer,
    scheduler: new optim.lr_scheduler.StepLR(optimizer, 1, 0.5),
    epochs: 3,
    writer: { add_scalar: (tag, value, step) => void (points[tag] ??= []).push([step, value]) },
  });
  return Object.keys(points)
    .sort()
    .map((tag) => points[tag]);
};
