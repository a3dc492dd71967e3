import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { fine_tune, type Pretrained } from './solution.ts';

/** agree.py computes the same with twin.py: a small model with batch normalisation and dropout. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const layer1 = new nn.Sequential(new nn.Linear(6, 8), new nn.Tanh());
  const layer2 = new nn.Sequential(new nn.Linear(8, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Dropout(0.25));
  const model: Pretrained = Object.assign(new nn.Module(), {
    layer1,
    layer2,
    fc: new nn.Linear(8, 5),
    forward: (x: Tensor) => model.fc(layer2(layer1(x))),
  });
  const batches = [6, 5, 3].map((n) => [engine.randn(n, 6), engine.randint(0, 3, [n])] as const);
  const history = fine_tune({ model, classes: 3, batches, epochs: 4, lr: 0.1 });
  const flags = [...model.parameters()].map((parameter) => Number(parameter.requires_grad));
  return [history, flags, ...Object.values(model.state_dict()).map((tensor) => tensor.detach().flatten().tolist())];
};
