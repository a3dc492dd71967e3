import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-still-moves',
    stage: 'concept',
    kind: 'multiple',
    prompt: '主干的参数全部冻结，优化器里只有输出层，整个模型处于训练模式。训练输出层时，主干里哪些内容会变？',
    options: [
      { text: '权重', right: false, why: '它们没有梯度，优化器里也没有它们。' },
      { text: '`running_mean`', right: true, why: '训练模式下每次前向传播都会更新它，不需要梯度。' },
      { text: '`running_var`', right: true, why: '与滑动均值相同。' },
      { text: '`num_batches_tracked`', right: true, why: '它统计训练模式下前向传播的次数。' },
      { text: '批量归一化的 `weight` 和 `bias`', right: false, why: '它们是参数，和其他参数一样被冻结了。' },
    ],
  },
  {
    id: 'what-freezing-saves',
    stage: 'concept',
    kind: 'single',
    prompt: '优化器里只有输出层。对主干调用 `requires_grad_(false)` 还能省下什么？',
    options: [
      { text: '什么也省不了，反正权重不会变。', right: false, why: '就结果而言没错，但代价不同。' },
      { text: '主干的前向传播', right: false, why: '特征还是要算出来。' },
      {
        text: '为反向传播保留的激活值，以及穿过主干的反向传播',
        right: true,
        why: '只要没有输入需要梯度，就不记录、不保留，也不用反向遍历。',
      },
    ],
  },
  {
    id: 'mean-after-a-frozen-epoch',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '新建一个 `nn.BatchNorm1d(1)`，设置 `requires_grad_(false)`，让它停留在训练模式，输入十次批次 `[[1], [3]]`。它的 `running_mean` 是多少？保留三位小数。',
    answer: 1.303,
    tolerance: 0.001,
    why: '每次保留旧均值的十分之九，再加上 2 的十分之一。十次之后为 $2\\,(1 - 0.9^{10}) \\approx 1.303$：冻结并没有阻止它变化。',
  },
  {
    id: 'order-of-the-setup',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把下面的步骤排好顺序。',
    items: [
      '加载预训练权重。',
      '冻结所有参数。',
      '换上新的输出层。',
      '用输出层的参数创建优化器。',
      '整个模型切到评估模式，再把输出层切到训练模式。',
      '训练一个 epoch。',
    ],
    why: '加载权重时，旧的输出层还在，形状才对得上。冻结要在换上新输出层之前，否则它也会被冻结；优化器要在换上之后创建；模式则每个 epoch 都要设置。',
  },
  {
    id: 'head-or-everything',
    stage: 'trade-off',
    kind: 'short',
    prompt: '你有 2000 张带标签的医学图像，和一个在普通照片上预训练的网络。只训练输出层，还是训练更多层？',
    rubric: [
      { points: 1, says: '先只训练输出层：参数少，不容易过拟合，代价低，特征还可以只算一次。' },
      { points: 1, says: '医学图像与照片差别大，深层特征可能不合适：接着用更小的学习率解冻最后几个模块。' },
      { points: 1, says: '由验证集决定取舍，并说明批量归一化怎样处理（冻结时统计量不变，或者有意重新估计）。' },
    ],
    model:
      '我会先冻结主干，只训练输出层：代价低，几乎不会过拟合，可以当作基线。医学图像和照片差别很大，所以接着用小十倍的学习率解冻最后一个模块，验证指标上升就保留。这期间主干一直处于评估模式；如果它的统计量不适合新图像，就有意识地重新估计，而不是不小心让它漂移。',
  },
] as const satisfies QuestionSet;
