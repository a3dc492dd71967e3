import type torch from '#engine/index.ts';
import { TreeNet, type Tree } from './solution.ts';

/** agree.py computes the same with twin.py: logits, and the gradients of every parameter that has one. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const model = new TreeNet(6, 4, 3, 0.9);
  const trees: Tree[] = [
    2,
    [0],
    [
      [1, 2],
      [[3], 4],
    ],
    [[[[5, 0]]], 1],
  ];
  const logits = model(trees);
  logits.pow(2).sum().backward();
  const used = [...model.named_parameters()].filter(([, parameter]) => parameter.grad !== null);
  const fresh = new TreeNet(6, 4, 3, 1e9);
  fresh([[3], 0])
    .sum()
    .backward();
  return [
    logits.detach().tolist(),
    used.map(([, parameter]) => parameter.grad?.tolist()),
    [...fresh.named_parameters()].map(([, parameter]) => (parameter.grad === null ? 0 : 1)),
  ];
};
