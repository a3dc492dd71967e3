import type torch from '#engine/index.ts';
import { Adam } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with torch.optim.Adam. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(new nn.Linear(4, 6), new nn.Tanh(), new nn.Linear(6, 2));
  const [x, y] = [engine.randn(8, 4), engine.randn(8, 2)];
  const optimizer = new Adam(model.parameters(), { lr: 0.03, betas: [0.8, 0.95], eps: 1e-3, weight_decay: 0.1 });
  const losses = Array.from({ length: 20 }, () => {
    optimizer.zero_grad();
    const loss = nn.functional.mse_loss(model(x), y);
    loss.backward();
    optimizer.step();
    return loss.item();
  });
  return [losses, ...[...model.parameters()].map((p) => p.detach().flatten().tolist())];
};
