import type torch from '#engine/index.ts';
import { Module } from './solution.ts';

/** agree.py computes the same with twin.py, and sees that PyTorch's own Module agrees. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { Parameter } = engine.nn;
  const [root, encoder, norm, head] = [new Module(), new Module(), new Module(), new Module()];
  const shared = new Parameter(engine.randn(2, 2));
  root.register_module('1', encoder);
  root.register_module('0', head);
  encoder.register_buffer('mean', engine.randn(2));
  encoder.register_parameter('weight', shared);
  encoder.register_module('norm', norm);
  norm.register_parameter('bias', new Parameter(engine.randn(3)));
  head.register_parameter('weight', shared);
  root.register_parameter('scale', new Parameter(engine.randn(1)));

  const order = [root, encoder, norm, head];
  const visited: number[] = [];
  root.apply((module) => visited.push(order.indexOf(module)));
  const state = root.state_dict();
  const names = Object.keys(state);
  const listed = root.named_parameters().map(([name]) => names.indexOf(name));
  root.load_state_dict(
    Object.fromEntries(Object.entries(state).map(([name, value]) => [name, engine.randn([...value.shape])])),
  );
  const { '1.mean': _, ...rest } = state;
  const { missing_keys, unexpected_keys } = root.load_state_dict({ ...rest, more: engine.zeros(1) }, false);
  encoder.eval();
  const modes = order.map(({ training }) => Number(training));
  const values = Object.values(root.state_dict()).map((value) => value.flatten().tolist());
  return [visited, listed, modes, [missing_keys.length, unexpected_keys.length], ...values];
};
