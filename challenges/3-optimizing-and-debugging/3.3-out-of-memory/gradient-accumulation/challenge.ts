import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'gradient-accumulation',
  version: 1,
  question: '3.3',
  title: { en: 'Gradient accumulation', zh: '梯度累积' },
  kind: 'optimize',
  difficulty: 2,
  minutes: 20,
  concepts: ['backward', 'grad', 'zero_grad', 'step', 'micro-batch', 'saved tensors', 'reduction'],
  prerequisites: ['training-loop'],
  entryPoints: [
    {
      name: 'train_accumulated',
      kind: 'function',
      signature: 'train_accumulated(run: Run): number[]',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: '`backward` adds to `.grad` and frees the graph. When is the right moment to call it, so that no two graphs exist at once? And when must `.grad` not be cleared?',
      zh: '`backward` 会往 `.grad` 上累加，并释放计算图。什么时候调用它，才不会同时存在两张图？又在什么时候不能清空 `.grad`？',
    },
    {
      en: 'The mean over a big batch is not the mean of the means of its parts, unless all parts are equal. How much does a part of n samples weigh among N?',
      zh: '除非各部分一样大，否则大批次的均值不等于各部分均值的平均。在 N 个样本中，一个有 n 个样本的部分应占多大权重？',
    },
    {
      en: 'For each group: add up its samples first, `zero_grad()`, then for each micro-batch `loss_fn(model(x), y).mul(x.size(0) / samples).backward()`, and one `step()`. `batches.slice(start, start + accumulate)` makes the last group shorter by itself.',
      zh: '对每一组：先数出总样本数，`zero_grad()`，再对每个微批次 `loss_fn(model(x), y).mul(x.size(0) / samples).backward()`，最后 `step()` 一次。`batches.slice(start, start + accumulate)` 会自动让最后一组变短。',
    },
  ],
} as const satisfies Challenge;
