import type torch from '#engine/index.ts';
import { BatchNorm } from './solution.ts';

/** agree.py computes the same twice: with twin.py and with PyTorch's own layers. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const cases: [number[], number | null][] = [
    [[6, 3], 0.1],
    [[4, 3, 5], 0.3],
    [[2, 3, 4, 4], null],
  ];
  const result = cases.flatMap(([shape, momentum]) => {
    const norm = new BatchNorm(3, 1e-5, momentum);
    const steps = [1, 2, 3].map(() => {
      const x = engine.randn(shape, { requires_grad: true });
      const y = norm(x);
      y.mul(engine.randn(shape)).sum().backward();
      return [y.detach(), x.grad, norm.weight.grad, norm.bias.grad].map((t) => t?.flatten().tolist());
    });
    norm.eval();
    const evaluated = norm(engine.randn(shape)).detach().flatten().tolist();
    const state = Object.values(norm.state_dict()).flatMap((t) => [t.flatten().tolist()].flat());
    return [...steps, evaluated, state];
  });
  return [result, result];
};
