import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { type Pretrained, prepare, train_epoch } from './solution.ts';

/** agree.py computes the same with twin.py: a body with batch normalisation and dropout, a head with dropout. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const block = new nn.Sequential(new nn.Linear(6, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Dropout(0.3));
  const model: Pretrained = Object.assign(new nn.Module(), {
    block,
    fc: new nn.Linear(8, 5),
    forward: (x: Tensor) => model.fc(block(x)),
  });
  block(engine.randn(16, 6));
  const batches = [6, 5, 1].map((n) => [engine.randn(n, 6), engine.randint(0, 3, [n])] as const);
  const optimizer = prepare(model, { in_features: 8, classes: 3, p: 0.25, lr: 0.1 });
  const losses = [1, 2, 3].map(() => {
    const loss = train_epoch(model, optimizer, batches);
    model.train();
    return loss;
  });
  return [losses, ...Object.values(model.state_dict()).map((tensor) => tensor.detach().flatten().tolist())];
};
