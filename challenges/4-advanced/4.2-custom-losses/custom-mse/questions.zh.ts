import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-a-loss-needs',
    stage: 'concept',
    kind: 'multiple',
    prompt: '要能训练模型，自定义损失必须做到下面哪些？',
    options: [
      {
        text: '由 autograd 能求导的运算组成（或者自带 backward）。',
        right: true,
        why: '`backward()` 需要的就是这个。',
      },
      {
        text: '给出一个数，或者在 `backward()` 之前归约成一个数。',
        right: true,
        why: '不带参数的 `backward()` 只能用于单个元素。',
      },
      { text: '继承 `nn.Module`。', right: false, why: '函数同样可以。模块用来保存设置、缓冲区和参数。' },
      {
        text: '实现 `backward`。',
        right: false,
        why: '只有 `autograd.Function` 才需要，用在组合出来的梯度太慢或不稳定的时候。',
      },
      { text: '注册到优化器里。', right: false, why: '只有它带有可学习的参数时才需要。' },
    ],
  },
  {
    id: 'where-gradients-end',
    stage: 'concept',
    kind: 'single',
    prompt: '下面是某个损失最后一行的四种写法，哪一种能训练？',
    options: [
      { text: '`return torch.tensor(loss.item())`', right: false, why: '这是没有历史的新张量，backward 会报错。' },
      { text: '`return loss.sum() / mask.sum()`', right: true, why: '两者都是张量，计算图穿过这个除法。' },
      {
        text: '`return (logits.argmax(1) != target).float().mean()`',
        right: false,
        why: 'argmax 和比较没有梯度：错误率几乎处处是常数。',
      },
      {
        text: '`return torch.from_numpy(loss.detach().numpy()).mean()`',
        right: false,
        why: '`detach` 切断了计算图，NumPy 什么也不记录。',
      },
    ],
  },
  {
    id: 'loss-of-a-perfect-model',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '预测是 `[[1], [2], [3], [4]]`（4 × 1），目标是 `[1, 2, 3, 4]`（4）：模型完全正确。`nn.MSELoss()` 给出多少（它只会警告）？',
    answer: 2.5,
    tolerance: 0.001,
    why: '每个预测都与每个目标比较：16 个平方之和为 40，均值 2.5，是方差 1.25 的两倍。如果模型处处输出 2.5，损失反而是 1.25：错误的损失偏爱错误的模型。',
  },
  {
    id: 'masked-but-nan',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`torch.where(mask, (x - t)**2, 0.).sum()` 的值是对的，尽管 `mask` 为 False 处的 `t` 是 NaN。可是 `backward()` 之后，那里的 `x.grad` 是 NaN。为什么？',
    options: [
      {
        text: '`where` 给两个分支都传回 NaN。',
        right: false,
        why: '它把梯度给被选中的一边，给另一边的是 0。',
      },
      {
        text: '`where` 传回的 0 要乘上平方的斜率 $2(x - t)$，而它是 NaN。',
        right: true,
        why: '所以要在平方之前替换掉 NaN：`torch.where(mask, t, x.detach())`，或者从差里屏蔽掉。',
      },
      { text: '`sum` 把 NaN 扩散开了。', right: false, why: '它的值是对的，梯度处处为 1。' },
      { text: '整数掩码无法求导。', right: false, why: '掩码不需要梯度。' },
    ],
  },
  {
    id: 'mean-or-sum-and-the-step',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      "一个回归模型有 5 个输出，批大小 32，用 `reduction='mean'` 和学习率 0.16 的 SGD 训练正常。有人把损失改成了 `'sum'`。学习率应改成多少，更新才与原来相同？",
    answer: 0.001,
    tolerance: 0.000001,
    why: '总和是均值的 $32 \\cdot 5 = 160$ 倍，梯度也是：$0.16 / 160 = 0.001$。（Adam 几乎不受影响：它会除以梯度的大小。）',
  },
  {
    id: 'how-to-divide',
    stage: 'trade-off',
    kind: 'short',
    prompt: '传感器会出故障，有的批次缺一半目标，有的几乎不缺。你把缺失的屏蔽掉。损失之和应该除以什么？为什么？',
    rubric: [
      { points: 1, says: '除以实际存在的个数（或权重）：损失的大小不变，批次之间可以比较。' },
      { points: 1, says: '除以全部元素个数：整个 epoch 中每个目标的分量相同，缺得多的批次步子更小。' },
      { points: 1, says: '一个都没有的情况：0/0，应当明确跳过，而不是用 epsilon 掩盖。' },
    ],
    model:
      '除以实际存在的个数，损失就是平均误差，批次之间可以比较，但缺得多的批次里，单个目标的分量更重。除以常数，则每个目标分量相同，数据稀疏、噪声大的批次步子更小。报告时我用前者，训练通常也用前者；一个目标都没有的批次要明确跳过，因为 0/0 是 NaN，加 epsilon 只会把它掩盖起来。',
  },
] as const satisfies QuestionSet;
