import type torch from '#engine/index.ts';
import { squared_error, Value } from './solution.ts';

/** agree.py computes the same twice: with twin.py and with PyTorch's own autograd. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const [a = 0, b = 0, w = 0, bias = 0, ...points] = engine
    .randn(44, { dtype: engine.float64 })
    .flatten()
    .unbind()
    .map((x) => x.item());
  const [x, y, weight, offset] = [new Value(a), new Value(b), new Value(w), new Value(bias)];
  const shared = x.mul(y).add(x).tanh();
  const out = shared.mul(shared).mul(y).add(shared.add(2).pow(3)).add(x.mul(x));
  out.backward();
  out.backward();
  const loss = squared_error(weight, offset, points.slice(0, 20), points.slice(20));
  loss.backward();
  const numbers = [out.data, loss.data, x.grad, y.grad, weight.grad, offset.grad];
  return [numbers, numbers];
};
