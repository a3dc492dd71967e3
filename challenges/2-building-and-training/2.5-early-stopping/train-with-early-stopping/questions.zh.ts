import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-loss-decides',
    stage: 'concept',
    kind: 'single',
    prompt: '是否继续训练，由哪个数决定？',
    options: [
      { text: '训练损失', right: false, why: '模型过拟合时它仍在下降，用它判断就永远不会停。' },
      {
        text: '验证损失，和上一个 epoch 比',
        right: false,
        why: '损失跳高后的回落会被当成进步，哪怕始终没有回到最佳水平。',
      },
      {
        text: '验证损失，和目前最好的比',
        right: true,
        why: '只有创下新低才是进步，`patience` 决定为下一次新低等多久。',
      },
      { text: '测试损失', right: false, why: '一旦用它挑选 epoch，它就不再是对未见数据的估计。' },
    ],
  },
  {
    id: 'which-copies',
    stage: 'concept',
    kind: 'multiple',
    prompt: '再训练三个 epoch 之后，下面哪些仍然保存着最佳权重？',
    options: [
      { text: '`const best = model.state_dict()`', right: false, why: '引用的是模型正在使用的张量，它们已经变了。' },
      { text: '`const best = { ...model.state_dict() }`', right: false, why: '字典是新的，张量还是同一批。' },
      { text: '对每个值取 `v.detach()`', right: false, why: '`detach` 离开的是计算图，不是内存：它与参数共享存储。' },
      { text: '对每个值取 `v.detach().clone()`', right: true, why: '有自己的内存，优化器碰不到。' },
      {
        text: '用 `torch.save(model.state_dict(), path)` 写出的文件',
        right: true,
        why: '写文件的那一刻，数值已经复制到磁盘上。',
      },
    ],
  },
  {
    id: 'where-does-it-stop',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '验证损失依次为 0.90、0.86、0.84、0.80、0.788、0.78、0.75、0.70、0.69，`patience` 为 2，`min_delta` 为 0.05。一共会跑多少个 epoch？',
    answer: 7,
    tolerance: 0,
    why: '有改进的是第 1 个（0.90）、第 3 个（0.84 < 0.85）和第 5 个（0.788 < 0.79）。第 6、7 个都没有低于 0.738，所以第 7 个之后停止，尽管第 8 个本来会有改进。',
  },
  {
    id: 'order-of-an-epoch',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '假设某个 epoch 恰好成为最佳，把它的各个步骤按顺序排好。',
    items: [
      '`model.train()`',
      '遍历训练批次，让优化器更新参数。',
      '`model.eval()`',
      '在 `no_grad` 下计算验证损失。',
      '与目前最好的损失比较。',
      '复制 `state_dict`，计数归零。',
    ],
    why: '训练和验证之前都要切换模式。复制发生在比较之后、下一个 epoch 改动权重之前。',
  },
  {
    id: 'early-stopping-under-ddp',
    stage: 'trade-off',
    kind: 'short',
    prompt: '用 DDP 在四个进程上训练，每个进程各持有四分之一的验证集。由谁决定停止？如果各自决定，会出什么问题？',
    rubric: [
      { points: 1, says: '各进程的局部损失不同，会在不同的 epoch 停止。' },
      { points: 1, says: '继续训练的进程会在下一次 all-reduce 中等待已经退出的进程，整个任务挂住。' },
      { points: 1, says: '对所有进程的损失做归约（总和与样本数），或者由 rank 0 决定后广播，让大家做出相同的决定。' },
    ],
    model:
      '四个局部损失各不相同，可能有一个进程先停，其他进程进入下一个 epoch 后就在梯度的 all-reduce 里一直等下去。我会对损失总和与样本数做 all-reduce，让每个进程看到同一个平均值，做出同样的决定；或者由 rank 0 决定，再广播一个标志。',
  },
] as const satisfies QuestionSet;
