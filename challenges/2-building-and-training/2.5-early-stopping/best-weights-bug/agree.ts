import type torch from '#engine/index.ts';
import * as solution from './solution.ts';

/** agree.py computes the same with twin.py, and validates once more what came back. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(new nn.Linear(2, 16), new nn.BatchNorm1d(16), new nn.Tanh(), new nn.Linear(16, 1));
  const [x, noise, x_val] = [engine.randn(8, 2), engine.randn(8, 1), engine.randn(32, 2)];
  const y = x.sum(1, true).add(noise);
  const y_val = x_val.sum(1, true);
  const loss = new nn.MSELoss();
  const optimizer = new engine.optim.SGD(model.parameters(), { lr: 0.05 });
  const { log } = console;
  console.log = () => undefined; // a line for each epoch is for whoever runs it by hand
  const { best_epoch, best_loss, best_state, val_losses } = solution.fit({
    model,
    train_epoch: () => {
      optimizer.zero_grad();
      loss(model(x), y).backward();
      optimizer.step();
    },
    validate: () => loss(model(x_val), y_val).item(),
    epochs: 30,
  });
  console.log = log;
  return [best_epoch, best_loss, val_losses, ...Object.values(best_state).map((t) => t.flatten().tolist())];
};
