import type torch from '#engine/index.ts';
import { address, contiguous, is_contiguous, type Layout, slice, transpose, view } from './solution.ts';

/** agree.py computes the same with twin.py, and sees that PyTorch's own tensors agree. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const draw = (low: number, high: number) => engine.randint(low, high + 1, []).item();
  return Array.from({ length: 40 }, () => {
    let layout = contiguous([draw(1, 4), draw(1, 4), draw(1, 4)]);
    for (let i = draw(0, 2); i > 0; i--) layout = transpose(layout, draw(0, 2), draw(-3, -1));
    layout = slice(layout, 1, draw(-2, 2), draw(-2, 5), draw(1, 2));
    const [n = 0, m = 0, k = 0] = layout.shape;
    const views = [[n * m, k], [n, m * k], [n, -1, 1, k], [n * m * k], [k, m, n]];
    return [addresses(layout), [Number(is_contiguous(layout))], ...views.map((shape) => attempt(layout, shape))];
  });
};

function addresses(layout: Layout): number[] {
  let indices: number[][] = [[]];
  for (const size of layout.shape)
    indices = indices.flatMap((index) => Array.from({ length: size }, (_, i) => [...index, i]));
  return indices.map((index) => address(layout, index));
}

function attempt(layout: Layout, shape: number[]): number[] {
  try {
    return addresses(view(layout, shape));
  } catch {
    return [-1];
  }
}
