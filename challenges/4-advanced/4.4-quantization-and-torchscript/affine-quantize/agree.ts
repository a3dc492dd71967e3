import type torch from '#engine/index.ts';
import { choose_qparams, dequantize, quantize } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with PyTorch's observers and quantized tensors. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const x = engine.randn(5, 4, 3).mul(3).add(0.5);
  return (['quint8', 'qint8'] as const).flatMap((dtype) =>
    [null, 0, 1, 2].map((axis) => {
      const qparams = choose_qparams(x, dtype, axis);
      const q = quantize(x, qparams, dtype, axis);
      const back = dequantize(q, qparams, axis);
      return [qparams.scale, qparams.zero_point, q, back].map((t) => t.flatten().tolist());
    }),
  );
};
