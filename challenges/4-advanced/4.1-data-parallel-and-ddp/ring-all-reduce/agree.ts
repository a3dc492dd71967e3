import type torch from '#engine/index.ts';
import { ring_all_reduce } from './solution.ts';

const ranks = 3;

/** agree.py computes the same with twin.py in three processes, and compares twin.py with all_reduce. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const byShape = [[6], [5, 2], [2], []].map((shape) => {
    const tensors = Array.from({ length: ranks }, () => engine.randn(shape));
    return engine.multiprocessing.spawn(ring_all_reduce, [ranks, tensors], ranks);
  });
  return Array.from({ length: ranks }, (_, rank) =>
    byShape.map((results) => results[rank]?.detach().flatten().tolist()),
  );
};
