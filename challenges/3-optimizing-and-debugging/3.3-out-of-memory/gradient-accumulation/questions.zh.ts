import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-is-saved',
    stage: 'concept',
    kind: 'multiple',
    prompt: '用梯度累积把一个批次切成 8 个微批次，下面哪些大约会缩小到八分之一？',
    options: [
      { text: '为反向传播保存的激活值', right: true, why: '同一时刻只有一个微批次有计算图。' },
      { text: '梯度', right: false, why: '无论批次多大，它都和权重一样大。' },
      { text: '优化器的状态', right: false, why: '它同样取决于权重的大小。' },
      { text: '同时放在 GPU 上的输入', right: true, why: '前提是每次只搬一个微批次上去。' },
      { text: '每一步所需的时间', right: false, why: '计算量没有变，只是切成了更小、效率更低的块。' },
    ],
  },
  {
    id: 'order-of-a-group',
    stage: 'concept',
    kind: 'ordering',
    prompt: '一组有两个微批次，把其中的步骤按顺序排好。',
    items: [
      '`optimizer.zero_grad()`',
      '第一个微批次的损失，按样本占比缩放',
      '`backward()`，释放第一张计算图',
      '第二个微批次的损失，按样本占比缩放',
      '`backward()`，累加到 `.grad`',
      '`optimizer.step()`',
    ],
    why: '两次反向传播都在清零与更新之间，而且第二张图建立之前，第一张已经释放。',
  },
  {
    id: 'share-of-a-sample',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一组微批次分别有 16、16、4 个样本，每个平均损失都除以 3。小微批次里一个样本的权重，是大微批次里一个样本的几倍？',
    answer: 4,
    tolerance: 0,
    why: '小的里面一个样本占 $\\frac13 \\cdot \\frac14$，大的里面占 $\\frac13 \\cdot \\frac1{16}$。在整个批次中，每个样本应当各占 $\\frac1{36}$。',
  },
  {
    id: 'unscaled-adam',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '有 4 个大小相同的微批次，有人忘了缩放损失。某个权重的第一个梯度在每个微批次上都是 0.5。用 `lr` 为 0.01 的 Adam，第一步的步长是正确值的几倍（保留两位小数）？',
    answer: 1,
    tolerance: 0.005,
    why: '梯度是 2 而不是 0.5，但 Adam 的第一步等于 `lr` 乘以梯度的符号。换成 SGD 就是 4 倍。所以只用过 Adam 的代码里，这个错误能一直藏着，直到加上梯度裁剪或 L2 才显现。',
  },
  {
    id: 'steps-of-an-epoch',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '数据集有 1000 个样本，微批次大小为 16（最后一个更小），`accumulate` 为 8。一个样本都不丢的话，每个 epoch 更新多少次？',
    answer: 8,
    tolerance: 0,
    why: '微批次有 $\\lceil 1000 / 16 \\rceil = 63$ 个，分成 $\\lceil 63 / 8 \\rceil = 8$ 组，最后一组有 7 个微批次。',
  },
  {
    id: 'accumulate-or-checkpoint',
    stage: 'trade-off',
    kind: 'short',
    prompt: '训练时显存不够。什么时候用梯度累积，什么时候用激活检查点？',
    rubric: [
      { points: 1, says: '只要放得下一个微批次，累积就有用；代价很小，但批次太小会让 GPU 利用率变低。' },
      { points: 1, says: '连一个样本都放不下时要用检查点；代价大约是多做一次前向传播。' },
      { points: 1, says: '两者都不能减少权重、梯度和优化器状态；或者指出：累积会改变批量归一化的结果。' },
    ],
    model:
      '只要还放得下一个大小合理的微批次，我就用累积：除了批量归一化之外结果完全一致，代价只是小批次的效率损失。如果单个样本的激活值就已经太大，再缩小批次也没用，这时用检查点，以重新计算激活值换取内存，时间大约多三分之一。如果问题出在权重和优化器状态上，两者都帮不上忙，要考虑切分、8 位状态或混合精度。',
  },
] as const satisfies QuestionSet;
