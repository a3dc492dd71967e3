import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-a-mask',
    stage: 'concept',
    kind: 'single',
    prompt: '直接把最小的权重改成 0，然后继续训练。剪枝的效果还剩多少？',
    options: [
      {
        text: '全部保留：值为 0 的权重，梯度也是 0。',
        right: false,
        why: '权重的梯度取决于输入和从损失传回来的梯度，与它自己的值无关。',
      },
      {
        text: '留不住：下一步更新会像对待其他权重一样改动它们。',
        right: true,
        why: '所以才需要掩码：每次前向都要重新把它们变成 0。',
      },
      {
        text: '用 SGD 能保留，用 Adam 就会丢失。',
        right: false,
        why: '最普通的 SGD 也要减去梯度，而梯度并不是 0。',
      },
      {
        text: '只有在评估模式下才保留。',
        right: false,
        why: '模式影响的是 dropout 和批量归一化，权重本身不受影响。',
      },
    ],
  },
  {
    id: 'what-is-in-the-state',
    stage: 'concept',
    kind: 'multiple',
    prompt: '用 `prune.l1_unstructured(linear, "weight", 0.5)` 剪了一个 `Linear`。它的 `state_dict()` 里有什么？',
    options: [
      { text: '`weight`', right: false, why: '它现在只是普通张量，是计算结果，不是状态。' },
      { text: '`weight_orig`', right: true, why: '就是原来的 Parameter，换了名字。' },
      { text: '`weight_mask`', right: true, why: '缓冲区：checkpoint 里没有它，就无法恢复同样的剪枝。' },
      { text: '`bias`', right: true, why: '没有剪它，它还在。' },
    ],
  },
  {
    id: 'six-times',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: '一个有 100 个元素的参数，连续六次以 `amount` 0.3 剪枝。还剩多少个元素？（每次都按 PyTorch 的规则取整。）',
    answer: 12,
    tolerance: 0,
    why: '每次剪掉 30、21、15（14.7）、10（10.2）、7（7.2）、5（5.1）个，剩下的依次是 100、70、49、34、24、17、12。如果不取整，就是 $100 \\cdot 0.7^6 \\approx 11.8$。',
  },
  {
    id: 'half-to-even',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '偏置有 5 个元素，`prune.l1_unstructured(linear, "bias", 0.5)` 会剪掉几个？',
    answer: 2,
    tolerance: 0,
    why: '0.5 · 5 = 2.5，Python 遇到一半时取偶数：`round(2.5)` 是 2，`round(3.5)` 是 4。',
  },
  {
    id: 'after-remove',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '调用 `prune.remove(linear, "weight")` 之后，又微调了一个 epoch。那些零会怎样？',
    options: [
      {
        text: '仍然是零，因为 remove 让剪枝永久生效。',
        right: false,
        why: '永久的只是那一刻的数值。让它们保持为 0 的掩码和钩子已经没有了。',
      },
      {
        text: '和其他权重一样参与训练，变成非零。',
        right: true,
        why: '所以 remove 要放在最后，紧挨着导出之前。',
      },
      {
        text: '恢复成原来的数值。',
        right: false,
        why: '原来的值已经被掩码之后的值覆盖：remove 不会撤销任何东西。',
      },
      {
        text: '优化器报错，因为它的参数不见了。',
        right: false,
        why: '自始至终都是同一个 Parameter 对象：先叫 weight，再叫 weight_orig，最后又叫 weight。',
      },
    ],
  },
  {
    id: 'no-faster',
    stage: 'trade-off',
    kind: 'short',
    prompt: '用非结构化剪枝去掉了模型 90% 的权重，文件大小和延迟却都没有变化。为什么？你会怎么做？',
    rubric: [
      { points: 1, says: '张量仍是稠密的：零和别的值一样要存储、要参与乘法。' },
      { points: 1, says: '说出什么能利用这些零：文件用压缩或稀疏格式，时间上用稀疏算子或支持 2:4 的硬件。' },
      { points: 1, says: '提到结构化剪枝（得到更小的稠密层）或者量化，以及它们的精度代价。' },
    ],
    model:
      '掩码改变的是数值，不是形状：每个零照样占四个字节、照样做一次乘法。文件方面，我会压缩或者改用稀疏格式存储。延迟方面，通用的稀疏算子只有在稀疏度非常高时才更快，所以我会在 GPU 支持时采用 2:4 模式，或者去掉整个通道，得到更小的稠密层；同样的参数量下，后者损失的精度更多，需要微调。两种做法都可以再叠加 int8 量化。',
  },
] as const satisfies QuestionSet;
