import type torch from '#engine/index.ts';
import { train_with_early_stopping } from './solution.ts';

/** agree.py computes the same with twin.py: a small regression that overfits its eight noisy points. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(new nn.Linear(2, 16), new nn.Tanh(), new nn.Dropout(0.1), new nn.Linear(16, 1));
  const [x, noise, x_val] = [engine.randn(8, 2), engine.randn(8, 1), engine.randn(32, 2)];
  const y = x.sum(1, true).add(noise);
  const y_val = x_val.sum(1, true);
  const loss = new nn.MSELoss();
  const optimizer = new engine.optim.SGD(model.parameters(), { lr: 0.1 });
  const { best_epoch, best_loss, val_losses } = train_with_early_stopping({
    model,
    train_epoch: () => {
      optimizer.zero_grad();
      loss(model(x), y).backward();
      optimizer.step();
    },
    evaluate: () => loss(model(x_val), y_val).item(),
    patience: 3,
    min_delta: 0.001,
    max_epochs: 60,
  });
  return [
    best_epoch,
    best_loss,
    val_losses,
    ...Object.values(model.state_dict()).map((tensor) => tensor.detach().flatten().tolist()),
  ];
};
