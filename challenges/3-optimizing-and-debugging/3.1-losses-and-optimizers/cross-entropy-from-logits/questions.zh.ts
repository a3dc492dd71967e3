import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-subtract-the-max',
    stage: 'concept',
    kind: 'single',
    prompt: '为什么可以在 `exp` 之前减去一行中最大的 logit？',
    options: [
      {
        text: '它对 softmax 的影响很小，可以忽略。',
        right: false,
        why: '不是很小，而是完全没有：因子 $e^{-m}$ 在分子和分母中约掉了。',
      },
      {
        text: '一行的所有 logits 同时平移一个量，softmax 不变。',
        right: true,
        why: '于是可以让最大的指数变成 0：没有一项会溢出，而且和至少是 1。',
      },
      {
        text: '最大值的梯度为零，训练时不受影响。',
        right: false,
        why: '最大值自己是有梯度的，只是在损失里抵消掉了，所以把它 detach 也没问题。',
      },
      {
        text: '这样所有 logits 都变成正数，才能表示概率。',
        right: false,
        why: '减完之后全都不大于 0。变成正数靠的是 `exp`。',
      },
    ],
  },
  {
    id: 'what-a-model-returns',
    stage: 'concept',
    kind: 'multiple',
    prompt: '分类模型的最后一步用下面哪些，配合 `nn.CrossEntropyLoss` 不会改变学到的东西？',
    options: [
      { text: '最后一个 `Linear` 的原始输出', right: true, why: '这个损失要的就是 logits。' },
      {
        text: '`softmax`',
        right: false,
        why: '等于做了两次。分数被限制在 [0, 1]，永远给不出有把握的预测，梯度也一直很小。',
      },
      {
        text: '`log_softmax`',
        right: true,
        why: '对数概率本身也是 logits：它们的 log-sum-exp 为 0，再做一次 log-softmax 结果不变，只是白算一遍。',
      },
      { text: '`sigmoid`', right: false, why: '和 softmax 一样，把分数压到了很小的范围。' },
    ],
  },
  {
    id: 'loss-of-softmax-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '有人在 `nn.CrossEntropyLoss` 之前又做了 softmax。一共十个类别，模型的预测已经好到极致：目标类别的概率为 1，其余全是 0。这时损失是多少（保留两位小数）？',
    answer: 1.46,
    tolerance: 0.006,
    why: '$\\log(e^1 + 9 e^0) - 1 = \\log 11.718 - 1 \\approx 1.46$。十分类的训练损失降到 1.46 左右就再也下不去，正是这个错误留下的痕迹。',
  },
  {
    id: 'denominator-of-the-mean',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一个批次有 8 个长度为 16 的序列，其中 40 个词元是填充，标签为 −100。其余词元的损失加起来是 264。`CrossEntropyLoss()` 返回多少？',
    answer: 3,
    tolerance: 0,
    why: '计数的词元有 $8 \\cdot 16 - 40 = 88$ 个，$264 / 88 = 3$。如果除以 128，损失和更新步长就会随批次里填充的多少而变。',
  },
  {
    id: 'first-loss',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '一个刚初始化的 1000 类分类器，第一个损失是 6.9。这说明什么？',
    options: [
      { text: '学习率太大。', right: false, why: '还没有更新过一步，谈不上学习率。' },
      {
        text: '起点正常：大约就是 $\\log 1000$。',
        right: true,
        why: '分数都相同时，每个类别的概率是 1/1000，$\\log 1000 \\approx 6.91$。如果第一个损失大得多，说明初始的 logits 太大了。',
      },
      {
        text: 'softmax 做了两次。',
        right: false,
        why: '那样起点同样接近 6.9，所以看第一个损失分辨不出来；要到后面损失降不下去时才会暴露。',
      },
      { text: '标签错位了一个。', right: false, why: '分数都相同时，无论哪个标签，损失都一样。' },
    ],
  },
  {
    id: 'mean-over-unequal-batches',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      '语言模型的各个批次里，真实词元的数量不同。你用 `reduction=mean` 在四个批次上累积梯度。这样有什么偏差？你会怎么做？',
    rubric: [
      { points: 1, says: '每个均值各有各的分母，真实词元少的批次里，单个词元的权重更大。' },
      { points: 1, says: '改为对损失求和，最后统一除以四个批次中计数的词元总数。' },
      { points: 1, says: '说出代价：反向传播之前要先知道总数，否则就要在更新前缩放梯度。' },
    ],
    model:
      '均值让每个批次除以自己的词元数，填充很多的批次里，一个词元的权重会比满批次里的更大。我会用 `sum`，统计四个批次中没有被忽略的词元总数，再统一相除：总数事先知道，就在反向传播之前除；不知道，就在更新之前缩放梯度。多进程训练时，这个总数还要在所有进程之间归约。',
  },
] as const satisfies QuestionSet;
