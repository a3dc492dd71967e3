import type torch from '#engine/index.ts';
import { evaluate, quantize } from './solution.ts';

/** agree.py computes the same with twin.py and PyTorch's own int8 kernels. */
export default (engine: typeof torch, seed: number) => {
  const { nn } = engine;
  const Q = engine.ao.quantization;
  engine.manual_seed(seed);
  const model = new nn.Sequential(
    new nn.Conv2d(2, 4, 3),
    new nn.BatchNorm2d(4),
    new nn.ReLU(),
    new nn.Flatten(),
    new nn.Linear(64, 12),
    new nn.ReLU(),
    new nn.Linear(12, 5),
  );
  const calibration = [engine.randn(8, 2, 6, 6), engine.randn(8, 2, 6, 6).mul(2)];
  const [x, y] = [engine.randn(10, 2, 6, 6), engine.randint(0, 5, [10])];
  const accuracy = (one: typeof model): number =>
    evaluate(one, [
      [x.narrow(0, 0, 7), y.narrow(0, 0, 7)],
      [x.narrow(0, 7, 3), y.narrow(0, 7, 3)],
    ]).accuracy;
  const fuse = [
    ['0', '1', '2'],
    ['4', '5'],
  ];
  const results: unknown[] = [];
  for (const qconfig of [Q.default_qconfig, Q.default_per_channel_qconfig]) {
    const quantized = new nn.Sequential(quantize(model, calibration, { fuse, qconfig }));
    results.push(quantized(x).flatten().tolist(), accuracy(quantized));
  }
  return [...results, accuracy(model)];
};
