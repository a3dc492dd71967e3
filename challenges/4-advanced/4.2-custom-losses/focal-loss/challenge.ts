import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'focal-loss',
  version: 1,
  question: '4.2',
  title: { en: 'Focal loss from logits', zh: '由 logits 计算 focal loss' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['nn.Module', 'logsigmoid', 'sigmoid', 'exp', 'class imbalance', 'reduction', 'numerical stability'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'FocalLoss',
      kind: 'class',
      signature:
        'class FocalLoss extends nn.Module { constructor(options?: FocalOptions); forward(logits: Tensor, targets: Tensor): Tensor }',
    },
  ],
  limits: { timeLimitMs: 1000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-6 },
  hints: [
    {
      en: 'Bring both classes into one formula: with the margin $s = x$ for a positive and $s = -x$ for a negative, $p_t = \\sigma(s)$. What is then $1 - p_t$?',
      zh: '把两类写成一个公式：正样本取 $s = x$，负样本取 $s = -x$，那么 $p_t = \\sigma(s)$。这时 $1 - p_t$ 是什么？',
    },
    {
      en: 'A power of something that has become 0 has an infinite slope when the exponent is below 1, and infinity times 0 is NaN. Stay with logarithms: $\\log p_t$ and $\\log(1 - p_t)$ both come from `logsigmoid`.',
      zh: '底数变成 0 时，指数小于 1 的幂斜率为无穷大，无穷大乘 0 就是 NaN。不要离开对数：$\\log p_t$ 和 $\\log(1 - p_t)$ 都可以由 `logsigmoid` 得到。',
    },
    {
      en: '`const s = logits.mul(targets.mul(2).sub(1))`; the loss is `logsigmoid(s).mul(logsigmoid(s.neg()).mul(gamma).exp()).neg()`, times $\\alpha$ or $1 - \\alpha$, then the reduction.',
      zh: '`const s = logits.mul(targets.mul(2).sub(1))`，损失为 `logsigmoid(s).mul(logsigmoid(s.neg()).mul(gamma).exp()).neg()`，再乘以 $\\alpha$ 或 $1 - \\alpha$，最后做归约。',
    },
  ],
} as const satisfies Challenge;
