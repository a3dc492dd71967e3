import type torch from '#engine/index.ts';
import { l1_unstructured, remove } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with torch.nn.utils.prune: pruned in training, again, then for good. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const first = new nn.Linear(5, 7);
  const model = new nn.Sequential(first, new nn.Tanh(), new nn.Linear(7, 3));
  const [x, y] = [engine.randn(8, 5), engine.randn(8, 3)];
  const optimizer = new engine.optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 0.01 });
  const results: unknown[] = [];
  const train = () => {
    for (let step = 0; step < 3; step++) {
      optimizer.zero_grad();
      const loss = nn.functional.mse_loss(model(x), y);
      loss.backward();
      optimizer.step();
      results.push(loss.item());
    }
    model(x);
  };
  for (const [name, amount] of [
    ['weight', 0.5],
    ['bias', 3],
    ['weight', 0.25],
    ['weight', 4],
  ] as const) {
    l1_unstructured(first, name, amount);
    train();
  }
  results.push(first.get_parameter('weight_orig').grad?.flatten().tolist());
  remove(first, 'weight');
  train();
  const state = Object.entries(model.state_dict()).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...results, ...state.map(([, tensor]) => tensor.detach().flatten().tolist())];
};
