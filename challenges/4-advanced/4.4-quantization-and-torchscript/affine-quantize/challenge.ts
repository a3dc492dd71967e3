import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'affine-quantize',
  version: 1,
  question: '4.4',
  title: { en: 'Affine quantization', zh: '仿射量化' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['scale', 'zero_point', 'quint8', 'qint8', 'round half to even', 'clamp', 'per channel', 'broadcasting'],
  prerequisites: ['strides-and-views'],
  entryPoints: [
    {
      name: 'choose_qparams',
      kind: 'function',
      signature: 'choose_qparams(x: Tensor, dtype: QDtype, axis: number | null = null): QParams',
    },
    {
      name: 'quantize',
      kind: 'function',
      signature: 'quantize(x: Tensor, qparams: QParams, dtype: QDtype, axis: number | null = null): Tensor',
    },
    {
      name: 'dequantize',
      kind: 'function',
      signature: 'dequantize(q: Tensor, qparams: QParams, axis: number | null = null): Tensor',
    },
  ],
  limits: { timeLimitMs: 1500, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 0 },
  hints: [
    {
      en: 'Think of a ruler with 256 marks. Which two numbers fix where it lies? Why must one of the marks be exactly 0?',
      zh: '想象一把有 256 个刻度的尺子。哪两个数决定了它的位置？为什么一定要有一个刻度恰好是 0？',
    },
    {
      en: 'The order is divide, round, add the zero point, clamp, convert. `torch.round` already takes a half to the even neighbour. For channels, give `scale` and `zero_point` the shape `[1, …, C, …, 1]`, and everything else broadcasts.',
      zh: '顺序是：除、舍入、加 zero point、clamp、转换类型。`torch.round` 遇到一半时本来就取偶数。按通道时，把 `scale` 和 `zero_point` 变成形状 `[1, …, C, …, 1]`，其余的交给广播。',
    },
    {
      en: '`const min = values.amin(-1).clamp({ max: 0 })`, with `values = x.movedim(axis, 0).reshape(x.size(axis), -1)`; `x.div(scale).round().add(zero_point).clamp(low, high).to(torch.uint8)`; and `q.to(torch.int32)` before you subtract.',
      zh: '`const min = values.amin(-1).clamp({ max: 0 })`，其中 `values = x.movedim(axis, 0).reshape(x.size(axis), -1)`；`x.div(scale).round().add(zero_point).clamp(low, high).to(torch.uint8)`；相减之前先 `q.to(torch.int32)`。',
    },
  ],
} as const satisfies Challenge;
