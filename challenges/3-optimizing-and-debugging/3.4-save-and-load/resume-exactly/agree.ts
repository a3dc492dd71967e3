import type torch from '#engine/index.ts';
import { load_checkpoint, save_checkpoint } from './solution.ts';

/** agree.py computes the same with twin.py: three epochs, a checkpoint, three more; and the last three once more from the checkpoint. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn, optim } = engine;
  const [x, y] = [engine.randn(9, 4), engine.randn(9, 2)];
  const build = () => {
    const model = new nn.Sequential(
      new nn.Linear(4, 8, { bias: false }),
      new nn.BatchNorm1d(8),
      new nn.Tanh(),
      new nn.Dropout(0.25),
      new nn.Linear(8, 2),
    );
    const optimizer = new optim.AdamW(model.parameters(), { lr: 0.05 });
    const scheduler = new optim.lr_scheduler.StepLR(optimizer, { step_size: 2, gamma: 0.5 });
    return { model, optimizer, scheduler, generator: new engine.Generator().manual_seed(seed + 1) };
  };
  const epoch = ({ model, optimizer, scheduler, generator }: ReturnType<typeof build>) => {
    let total = 0;
    for (const rows of engine.randperm(9, { generator }).split(3)) {
      optimizer.zero_grad();
      const loss = nn.functional.mse_loss(model(x.index_select(0, rows)), y.index_select(0, rows));
      loss.backward();
      optimizer.step();
      total += loss.item();
    }
    scheduler.step();
    return total;
  };
  const run = build();
  const losses = [1, 2, 3].map(() => epoch(run));
  const bytes = save_checkpoint(run, 3);
  losses.push(...[4, 5, 6].map(() => epoch(run)));
  const other = build();
  const done = load_checkpoint(bytes, other);
  const again = [4, 5, 6].map(() => epoch(other));
  const state = Object.values(other.model.state_dict()).map((tensor) => tensor.detach().flatten().tolist());
  return [losses, done, again, ...state];
};
