import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-variance-where',
    stage: 'concept',
    kind: 'single',
    prompt: '训练模式下，PyTorch 在哪里用哪种方差？',
    options: [
      {
        text: '归一化用有偏方差，`running_var` 用无偏方差',
        right: true,
        why: '这批数据归一化后方差恰好为 1；累积的值则是对未见数据的估计。',
      },
      { text: '两处都用无偏方差', right: false, why: '那样归一化之后的方差会是 $(n-1)/n$。' },
      { text: '归一化用无偏方差，`running_var` 用有偏方差', right: false, why: '正好相反。' },
    ],
  },
  {
    id: 'what-differs-in-evaluation',
    stage: 'concept',
    kind: 'multiple',
    prompt: '评估模式下有什么不同？',
    options: [
      {
        text: '一个样本的输出不依赖于同批的其他样本。',
        right: true,
        why: '滑动统计量是常量。',
      },
      {
        text: '`running_mean` 和 `running_var` 保持不变。',
        right: true,
        why: '只有训练模式下的前向传播才更新它们。',
      },
      {
        text: '`weight` 和 `bias` 没有梯度。',
        right: false,
        why: '模式与梯度无关；此时这一层是仿射变换，照样可以求导。',
      },
      {
        text: '允许一个批次只有一个向量。',
        right: true,
        why: '不需要计算方差。训练模式下 PyTorch 会报错。',
      },
    ],
  },
  {
    id: 'running-var-after-one-batch',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '新建的 `nn.BatchNorm1d(1)` 在训练模式下两次看到 `[[0], [2]]` 这批数据。之后 `running_var` 是多少（保留三位小数）？',
    answer: 1.19,
    tolerance: 0.001,
    why: '无偏方差是 2。第一次之后为 $0.9 \\cdot 1 + 0.1 \\cdot 2 = 1.1$，第二次之后为 $0.9 \\cdot 1.1 + 0.1 \\cdot 2 = 1.19$。',
  },
  {
    id: 'gradient-of-the-sum',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '训练模式下执行 `bn(x).sum().backward()`。不计舍入误差，`x.grad` 中绝对值最大的是多少？',
    answer: 0,
    tolerance: 0.000001,
    why: '无论 `x` 是什么，结果的每个通道之和都是 $n \\cdot \\mathrm{bias}$。梯度被“减去梯度均值”的那一项抵消了。',
  },
  {
    id: 'small-batches',
    stage: 'trade-off',
    kind: 'short',
    prompt: '显存只够每批两张图像。批量归一化会出什么问题，可以怎么办？',
    rubric: [
      { points: 1, says: '两个样本的统计量噪声很大，训练和评估的表现会脱节。' },
      { points: 1, says: '梯度累积没有帮助：每个小批次仍然各自归一化。' },
      {
        points: 1,
        says: '办法：GroupNorm 或 LayerNorm；多卡时用 SyncBatchNorm；微调时冻结统计量（eval）。',
      },
    ],
    model:
      '只有两个样本时，批次的统计量噪声很大，评估时用的累积值与之对不上。梯度累积改变不了这一点，因为每个小批次都是单独归一化的。我会改用不看批次的 GroupNorm；有多块 GPU 时用 SyncBatchNorm；如果是微调，就让这些层保持 eval 模式。',
  },
] as const satisfies QuestionSet;
