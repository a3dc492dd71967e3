import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'batchnorm-from-scratch',
  version: 2,
  question: '2.3',
  title: { en: 'Batch normalisation from scratch', zh: '从零实现批量归一化' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: [
    'nn.BatchNorm2d',
    'register_buffer',
    'nn.Parameter',
    'running_mean',
    'running_var',
    'momentum',
    'training',
    'unbiased variance',
  ],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'BatchNorm',
      kind: 'class',
      signature:
        'class BatchNorm extends nn.Module { constructor(num_features: number, eps?: number, momentum?: number | null); forward(x: Tensor): Tensor }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-4 },
  hints: [
    {
      en: 'Statistics are those of one channel: over the batch and over all positions, that is over every dimension but 1. To combine them with `x`, give them the shape `[1, C, 1, …]`.',
      zh: '统计量是每个通道各算各的：对批次和所有位置求，也就是除第 1 维以外的所有维。要和 `x` 运算，先把它们变成 `[1, C, 1, …]` 的形状。',
    },
    {
      en: '`x.var(dims)` divides by n − 1 unless told otherwise. Which of the two variances normalises, and which goes into `running_var`? And which of them is part of the graph?',
      zh: '`x.var(dims)` 默认除以 n − 1。两种方差里，哪一种用来归一化，哪一种记入 `running_var`？哪一种在计算图里？',
    },
    {
      en: 'In training: `mean = x.mean(dims)`, `variance = x.var(dims, { unbiased: false })`, both recorded; then under `torch.no_grad`: `running_var.mul_(1 - m).add_(variance.mul((m * n) / (n - 1)))`, likewise the mean. Result: `(x − mean) / sqrt(variance + eps) * weight + bias`.',
      zh: '训练时：`mean = x.mean(dims)`，`variance = x.var(dims, { unbiased: false })`，两者都要记录；然后在 `torch.no_grad` 下执行 `running_var.mul_(1 - m).add_(variance.mul((m * n) / (n - 1)))`，均值同理。结果是 `(x − mean) / sqrt(variance + eps) * weight + bias`。',
    },
  ],
} as const satisfies Challenge;
