import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { Checkpoint } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with a plain run and with torch.utils.checkpoint. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const parts = [0, 1, 2].map(() => new nn.Sequential(new nn.Linear(5, 5), new nn.Tanh(), new nn.Dropout(0.5)));
  const [values, upstream] = [engine.randn(4, 5), engine.randn(4, 5)];

  engine.manual_seed(1);
  const x = values.clone().requires_grad_(true);
  const output = parts.reduce((h: Tensor, part): Tensor => Checkpoint.apply(part, true, h), x);
  output.backward(upstream);
  const grads = [x, ...parts.flatMap((part) => [...part.parameters()])].flatMap((t) => t.grad ?? []);
  const next = engine.rand(3);

  const normalized = new nn.BatchNorm1d(5);
  Checkpoint.apply(normalized, true, values.clone().requires_grad_(true)).sum().backward();
  return [output, ...grads, next, ...normalized.buffers()].map((t) => t.detach().flatten().tolist());
};
