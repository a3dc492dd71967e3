import type torch from '#engine/index.ts';
import { load_partial } from './solution.ts';

/** agree.py computes the same with twin.py, and compares its lists with those of load_state_dict. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const build = (classes: number) => {
    const encoder = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4));
    return new nn.ModuleDict({ encoder, head: new nn.Linear(4, classes) });
  };
  const [old, fresh] = [build(5), build(2)];
  const state = Object.fromEntries(
    Object.entries(old.state_dict()).map(([key, value]) => [`module.${key.replace('encoder.1', 'norm')}`, value]),
  );
  state['module.step'] = engine.tensor(7);
  const report = load_partial(new nn.DataParallel(fresh), state, { strict: false, rename: { norm: 'encoder.1' } });
  const keys = [report.loaded_keys, report.missing_keys, report.mismatched_keys, report.unexpected_keys];
  return [
    keys.map((part) => part.map((key) => key.length)),
    Object.values(fresh.state_dict()).map((value) => value.double().flatten().tolist()),
  ];
};
