import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import { train_rank } from './solution.ts';

const ranks = 3;

/** agree.py computes the same with twin.py in three processes, and compares twin.py with DistributedDataParallel. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const each = Array.from({ length: ranks }, (_, rank) => rank);
  const models = each.map(() => new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2)));
  for (const model of models) model.get_parameter('0.bias').requires_grad_(false);
  const batches = each.map((rank) =>
    [4, 3 + rank].map((n): [Tensor, Tensor] => [engine.randn(n, 3), engine.randn(n, 2)]),
  );
  return engine.multiprocessing
    .spawn(train_rank, [ranks, { models, batches, lr: 0.1 }], ranks)
    .map((model) => [
      ...Object.values(model.state_dict()).map((t) => t.flatten().tolist()),
      ...[...model.parameters()].flatMap(({ grad }) => (grad ? [grad.flatten().tolist()] : [])),
    ]);
};
