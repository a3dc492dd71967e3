import type torch from '#engine/index.ts';
import { export_model, largest_difference, run_model } from './solution.ts';

/** agree.py computes the same with twin.py: outputs of the file, and differences before and after a change of the model. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(
    new nn.Linear(3, 8),
    new nn.BatchNorm1d(8),
    new nn.ReLU(),
    new nn.Dropout(0.5),
    new nn.Linear(8, 2),
  );
  model(engine.randn(16, 3)); // moves the running statistics
  const file = export_model(model, engine.randn(1, 3));
  const batches = [engine.randn(4, 3), engine.randn(1, 3)];
  const outputs = run_model(file, batches).map((out) => out.tolist());
  const before = largest_difference(model, file, batches);
  model(engine.randn(16, 3).add(1));
  const statistics = Object.values(model.state_dict()).map((t) => t.flatten().tolist());
  return [outputs, before, largest_difference(model, file, batches), statistics, model.training ? 1 : 0];
};
