import type torch from '#engine/index.ts';
import * as solution from './solution.ts';

/** agree.py computes the same with twin.py, and sees that NumPy's own arrays agree. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const flat = engine.randn(24, { dtype: engine.float64 });
  const array = { data: flat.numpy(), shape: [3, 4], strides: [40, 8], offset: 16 };

  const t = solution.from_numpy(array);
  const result = [t.tolist(), solution.as_tensor(array, engine.float32).tolist()];
  const { shape, strides } = solution.numpy(t.t());
  result.push(shape, strides);
  solution.standardize_(array);
  return [...result, flat.tolist()];
};
