import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-is-kept',
    stage: 'concept',
    kind: 'multiple',
    prompt: '从一步到下一步，Adam 为每个参数保存哪些东西？',
    options: [
      { text: '梯度的滑动平均', right: true, why: '它起到动量的作用。' },
      { text: '梯度平方的滑动平均', right: true, why: '开方之后就是要除掉的尺度。' },
      { text: '步数', right: true, why: '偏差修正要用到这个参数自己的 $\\beta^t$。' },
      { text: '上一次的梯度', right: false, why: '它已经进入两个滑动平均，不需要再用。' },
      {
        text: '更新之前的参数副本',
        right: false,
        why: '参数是原地修改的；对权重取平均（EMA、SWA）是另外的工具。',
      },
    ],
  },
  {
    id: 'first-step-length',
    stage: 'concept',
    kind: 'single',
    prompt: '一个刚初始化的模型，所有梯度都放大 1000 倍，其他不变。Adam 的第一步会怎样？',
    options: [
      { text: '步长变成 1000 倍。', right: false, why: '那是 SGD。Adam 会除以梯度的大小。' },
      {
        text: '几乎没有变化。',
        right: true,
        why: '分子分母同样放大，两种情况下步长都是 $\\eta \\cdot \\mathrm{sign}(g)$。',
      },
      { text: '步长变成千分之一。', right: false, why: '分母变大了，但分子也一样变大。' },
      {
        text: '步长变成约 32 倍，即 1000 的平方根。',
        right: false,
        why: '开方的对象是梯度的平方，所以尺度完全约掉了。',
      },
    ],
  },
  {
    id: 'two-opposite-gradients',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '一个标量权重从 0 开始。Adam 的 `lr` 为 1，betas 取默认值，先后得到梯度 1 和 −1。两步之后权重是多少（保留两位小数）？',
    answer: -0.95,
    tolerance: 0.006,
    why: '第一步走到 −1。之后 $m = 0.9 \\cdot 0.1 - 0.1 = -0.01$，$\\hat m = -0.01 / 0.19 \\approx -0.053$，而 $\\hat v = 1$，所以第二步只退回 0.053。互相矛盾的梯度只会产生很短的步子。',
  },
  {
    id: 'order-of-a-step',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把 Adam 一步之内的各个环节按顺序排好。',
    items: [
      '把 `weight_decay` 乘以参数，加到梯度上。',
      '更新梯度和梯度平方的滑动平均。',
      '把两个滑动平均的副本除以 $1 - \\beta^t$。',
      '对第二个开方，再加上 `eps`。',
      '从参数上原地减去 `lr` 乘以两者之商。',
    ],
    why: 'L2 衰减属于梯度的一部分，所以最先做。修正在开方之前，`eps` 在开方之后，这样 `eps` 在每一步的分量都相同。',
  },
  {
    id: 'memory-of-adam',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '模型有 10 亿个 float32 参数。权重、梯度和 Adam 的状态一共占多少 GB（按 10⁹ 字节计）？',
    answer: 16,
    tolerance: 0.1,
    why: '每个参数对应四个 4 字节的数：权重、梯度和两个滑动平均。滑动平均占了一半，所以才有 8 位存储、低秩分解和跨进程切分这些办法。',
  },
  {
    id: 'adam-or-adamw',
    stage: 'trade-off',
    kind: 'short',
    prompt: '同事把 Adam 换成 AdamW，`weight_decay=0.01` 保持不变。会有什么变化？你会检查什么？',
    rubric: [
      { points: 1, says: '在 Adam 中，衰减是梯度的一部分，会除以第二个滑动平均的平方根。' },
      { points: 1, says: '在 AdamW 中，权重按 lr · weight_decay 的比例缩小，与梯度无关。' },
      { points: 1, says: '同一个数值代表不同的强度，需要重新调；偏置和归一化层的参数通常不衰减。' },
    ],
    model:
      'Adam 的 L2 项会经过两个滑动平均并被重新缩放，梯度大的权重几乎不衰减。AdamW 则在梯度之外，直接把每个权重乘以 1 − lr · weight_decay。所以同样的 0.01 强度并不相同：我会重新调这个值，把偏置和归一化层的权重放进不衰减的参数组，还要注意衰减现在会跟着学习率调度一起变化。',
  },
] as const satisfies QuestionSet;
