import type torch from '#engine/index.ts';
import * as solution from './solution.ts';

/** agree.py computes the same with twin.py: a graph whose weights change from run to run, and the eager model with its gradient. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const w = engine.randn(3, 4);
  const inputs = Array.from({ length: 6 }, () => engine.randn(5, 3));

  const { x, w: weight, out } = solution.graph_model(w);
  const step = solution.assign(weight, weight.mul(solution.constant(engine.tensor(-0.9))));
  const session = new solution.Session();
  return inputs.flatMap((value) => {
    const [before] = session.run([weight]);
    const [result] = session.run([out, step], [[x, value]]);
    if (!before || !result) throw new Error('a fetch is missing');
    const leaf = before.clone().requires_grad_(true);
    solution.eager_model(value, leaf).backward();
    return [result, before, leaf.grad].map((tensor) => tensor?.detach().flatten().tolist());
  });
};
