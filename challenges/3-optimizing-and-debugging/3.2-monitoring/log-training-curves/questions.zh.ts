import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'two-switches',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`model.eval()` 和 `torch.no_grad()` 各做了什么？下面哪些正确？',
    options: [
      {
        text: '`eval()` 会改变 dropout 和批量归一化的计算方式。',
        right: true,
        why: '它把所有子模块的 `training` 设为 false，这些层会看这个标志。',
      },
      {
        text: '`eval()` 能省下激活值占用的显存。',
        right: false,
        why: '评估模式下照样记录计算图，只有 no_grad 或 inference_mode 才会停止。',
      },
      {
        text: '在 `no_grad()` 中，处于训练模式的批量归一化仍会更新滑动统计量。',
        right: true,
        why: '它们是缓冲区，本来就不需要梯度。所以只用 no_grad，验证数据还是会进入模型。',
      },
      { text: '`no_grad()` 会关闭 dropout。', right: false, why: '它关闭的是记录，掩码照样抽取。' },
    ],
  },
  {
    id: 'lower-than-training',
    stage: 'concept',
    kind: 'single',
    prompt: '从最初几个 epoch 起，验证损失就低于训练损失。最无害的解释是什么？',
    options: [
      {
        text: '训练损失是带着 dropout 测的，而且平均早了半个 epoch。',
        right: true,
        why: '两者都会让它偏大：epoch 开头的权重也算在内，而且这些层带有噪声。',
      },
      { text: '模型过拟合了。', right: false, why: '那样的话，更低的应该是训练损失。' },
      { text: '学习率太小。', right: false, why: '那会让两条曲线都很平，不会让它们颠倒。' },
      {
        text: '验证数据泄漏到了训练中。',
        right: false,
        why: '有可能，也值得查一查，但并非无害；而且在最初几个 epoch 里很难看出来。',
      },
    ],
  },
  {
    id: 'wrong-mean',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '一个 epoch 有三个批次，样本数为 32、32、1，损失为 0.5、0.5、6.7。这三个数的平均值比按样本的平均值大多少？',
    answer: 1.97,
    tolerance: 0.01,
    why: '$(0.5 + 0.5 + 6.7) / 3 \\approx 2.567$，而 $(64 \\cdot 0.5 + 6.7) / 65 \\approx 0.595$。一个难样本看起来就像占了三分之一的数据。',
  },
  {
    id: 'statistics-move',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`bn = nn.BatchNorm1d(1)` 刚刚创建，处于训练模式。在 `no_grad()` 中用 `[[0], [10]]` 调用它一次，之后 `bn.running_mean` 是多少？',
    answer: 0.5,
    tolerance: 1e-6,
    why: '动量为 0.1：$0.9 \\cdot 0 + 0.1 \\cdot 5$。`no_grad` 也好，没有反向传播也好，都拦不住它变化，`eval()` 才可以。',
  },
  {
    id: 'what-else-to-log',
    stage: 'trade-off',
    kind: 'short',
    prompt: '日志记得太多，训练变慢了。什么内容隔多久记一次？记录日志有哪些代价？',
    rubric: [
      { points: 1, says: '`item()` 要等待 GPU：每隔 n 个批次记一次，或者在设备上累加，偶尔才读取。' },
      { points: 1, says: '按批次：损失、梯度范数、学习率；按 epoch：验证指标；直方图要少记。' },
      { points: 1, says: '记录的是数或 detach 过的张量，否则所有批次的计算图都会留在内存里。' },
    ],
    model:
      '每次 item() 都会让 CPU 等待 GPU，所以我在设备上累加 detach 过的损失，每五十个批次读一次。损失、梯度范数和学习率按步记录，验证按 epoch 记录，权重直方图很大，偶尔才记。留下来的都是数或 detach 过的张量：存着一串带计算图的损失，是最经典的内存泄漏。',
  },
] as const satisfies QuestionSet;
