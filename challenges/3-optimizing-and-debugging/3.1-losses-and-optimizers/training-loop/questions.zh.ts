import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'order-of-a-batch',
    stage: 'concept',
    kind: 'ordering',
    prompt: '假设一个 epoch 只有一个批次，把其中的步骤按顺序排好。',
    items: [
      '`optimizer.zero_grad()`',
      '`output = model(x)`',
      '`loss = loss_fn(output, y)`',
      '`loss.backward()`',
      '`optimizer.step()`',
      '`scheduler.step()`',
    ],
    why: '反向传播是累加，所以要先清零；更新要读反向传播写下的梯度；调度器设定的是下一个 epoch 的学习率。',
  },
  {
    id: 'who-does-what',
    stage: 'concept',
    kind: 'single',
    prompt: '哪个调用会改变权重的数值？',
    options: [
      { text: '`loss.backward()`', right: false, why: '它只填写 `.grad`，不碰权重。' },
      { text: '`optimizer.step()`', right: true, why: '它读取 `.grad`，原地更新每个参数。' },
      { text: '`scheduler.step()`', right: false, why: '它修改的是优化器参数组里的学习率。' },
      { text: '`optimizer.zero_grad()`', right: false, why: '它只是忘掉梯度。' },
    ],
  },
  {
    id: 'without-zero-grad',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '标量权重 `w` 从 1 开始，损失为 `w * w`，用 `lr` 为 0.1 的 SGD，忘了 `zero_grad`。三步之后 `w` 是多少（保留三位小数）？',
    answer: -0.008,
    tolerance: 0.0006,
    why: '累积的梯度依次为 2、$2 + 1.6 = 3.6$、$3.6 + 0.88 = 4.48$，所以 `w` 依次为 1、0.8、0.44、$0.44 - 0.448 = -0.008$。梯度正确的话，三步之后是 0.512。',
  },
  {
    id: 'weight-of-the-last-batch',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '三个批次分别有 64、64、16 个样本，平均损失为 0.5、0.5、2.0。“各批次均值的平均”比“所有样本的平均”高多少？',
    answer: 0.333,
    tolerance: 0.001,
    why: '均值的平均是 1.0；按样本平均是 $(32 + 32 + 32) / 144 \\approx 0.667$。',
  },
  {
    id: 'memory-grows',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '内存随着每个批次不断上涨，可能是下面哪些写法造成的？',
    options: [
      {
        text: '验证循环里没有 `no_grad`，并且写了 `total = total.add(loss)`',
        right: true,
        why: '没有反向传播，每张图都连同全部激活值留了下来。',
      },
      { text: '训练循环里的 `losses.push(loss)`', right: true, why: '每个张量都引用着自己那张图的节点。' },
      { text: '`losses.push(loss.item())`', right: false, why: '一个数什么都不引用。' },
      {
        text: '`total = total.add(loss.detach())`',
        right: false,
        why: '这个和没有历史，留下的只是一个很小的张量。',
      },
      {
        text: '在批次之间传递的 `hidden = rnn(x, hidden)`',
        right: true,
        why: '在 detach 之前，之前所有批次的计算图都挂在这个状态上。',
      },
    ],
  },
  {
    id: 'how-often-to-read-the-loss',
    stage: 'trade-off',
    kind: 'short',
    prompt: '在 GPU 上，每个批次都调用 `loss.item()` 会拖慢训练。为什么？你会怎么改？',
    rubric: [
      { points: 1, says: '核函数是异步执行的；item 要把数值拷回 CPU，必须等前面的工作全部完成。' },
      { points: 1, says: '在设备上累加 detach 之后的损失，每个 epoch 读一次，或者每隔 n 个批次才读。' },
      { points: 1, says: '说出代价：NaN 发现得更晚，曲线更粗。' },
    ],
    model:
      'CPU 会提前把核函数排进队列。`item()` 需要结果，只能等队列清空，随后 GPU 又要空等新的任务。我会把 `loss.detach() * n` 累加到设备上的一个张量里，每个 epoch 读一次，或者每五十个批次记录一次。代价是 NaN 发现得晚一些，曲线也粗一些。',
  },
] as const satisfies QuestionSet;
