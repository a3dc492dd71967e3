import type torch from '#engine/index.ts';
import { export_scorer, Scorer } from './solution.ts';

/** agree.py computes the same with twin.py, and compares the file with the model, and with what a trace would have been. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const scorer = new Scorer(4, 6, 3, 1.5);
  const example = engine.randn(5, 4).mul(0.2);
  const { log } = console;
  console.log = () => undefined; // for whoever runs it by hand
  const program = engine.jit.load(export_scorer(scorer, example));
  console.log = log;
  return [0.1, 1, 4, -4].map((scale) => {
    const x = engine.randn(3, 4).mul(scale).requires_grad_(true);
    const out: unknown = Reflect.apply(program, null, [x]);
    if (!(out instanceof engine.Tensor)) throw new Error('no tensor');
    out.pow(2).sum().backward();
    return [out.detach().tolist(), x.grad?.tolist()];
  });
};
