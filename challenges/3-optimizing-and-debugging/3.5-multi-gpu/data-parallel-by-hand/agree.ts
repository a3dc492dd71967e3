import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { DataParallel } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with the module alone. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(new nn.Linear(3, 4), new nn.Tanh(), new nn.Linear(4, 2));
  const normalized = new nn.Sequential(new nn.BatchNorm1d(3), new nn.Linear(3, 2));
  const x = engine.randn(8, 3);
  const weights = engine.randn(8, 2);
  const copy_to = (tensor: Tensor): Tensor => tensor.clone();

  const output = new DataParallel(model, [2, 0, 1], copy_to)(x);
  output.mul(weights).sum().backward();
  const other = new DataParallel(normalized, [2, 0, 1], copy_to)(x);
  const losses = new DataParallel(new nn.MSELoss(), [0, 1, 2], copy_to)(x, x.flip(0));

  const grads = [...model.parameters()].flatMap((p) => p.grad ?? []);
  return [output, other, losses, ...normalized.buffers(), ...grads].map((t) => t.detach().flatten().tolist());
};
