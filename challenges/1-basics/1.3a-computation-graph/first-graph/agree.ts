import type torch from '#engine/index.ts';
import { first_graph } from './solution.ts';

/** agree.py computes the same with twin.py. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const shapes: number[][] = [[], [3], [2, 5], [4, 4, 2]];
  return shapes.map((shape) => {
    const { y, z, out, grad } = first_graph(engine.randn(shape));
    return [y, z, out, grad].map((tensor) => tensor?.detach().flatten().tolist());
  });
};
