import type torch from '#engine/index.ts';
import { Swish } from './solution.ts';

/** agree.py computes the same with twin.py: values, first and second gradients, for each choice of inputs that need one. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const shapes: number[][] = [[], [5], [3, 4]];
  return shapes.flatMap((shape) => {
    const [x, beta, upstream] = [engine.randn(shape), engine.randn([]), engine.randn(shape)];
    const choices = [
      [true, true],
      [true, false],
      [false, true],
    ] as const;
    return choices.map(([forX, forBeta]) => {
      const [a, b] = [x.clone().requires_grad_(forX), beta.clone().requires_grad_(forBeta)];
      const y = Swish.apply(a, b);
      const wanted = [a, b].filter((t) => t.requires_grad);
      const first = engine.autograd.grad(y.mul(upstream).sum(), wanted, { create_graph: true });
      const squares = first.map((g) => g.pow(2).sum());
      const second = engine.autograd.grad(
        squares.reduce((a, b) => a.add(b)),
        wanted,
      );
      return [y, ...first, ...second].map((t) => t.detach().flatten().tolist());
    });
  });
};
