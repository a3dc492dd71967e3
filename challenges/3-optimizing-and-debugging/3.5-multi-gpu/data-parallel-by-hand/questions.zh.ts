import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'where-backward-runs',
    stage: 'concept',
    kind: 'single',
    prompt: '`DataParallel` 模型的损失在第一块 GPU 上计算，那么反向传播在哪里运行？',
    options: [
      {
        text: '只在第一块 GPU 上：只有前向是并行的。',
        right: false,
        why: '常有人这么说，但不对。计算图经过 gather 往回走，穿过各块 GPU 上各自的副本，再穿过参数的拷贝。',
      },
      {
        text: '每块 GPU 对自己那一块数据运行，参数的梯度再累加到第一块 GPU 上。',
        right: true,
        why: '“复制到某个设备”的反向就是复制回来，而自动求导会把到达同一个叶子的梯度相加。自动求导为每块 GPU 准备了一个线程。',
      },
      {
        text: '在 CPU 上，因为各块 GPU 不知道彼此的数据。',
        right: false,
        why: '计算图中的节点在它的张量所在的设备上运行。',
      },
      {
        text: '没有统一的反向传播：每块 GPU 用自己的优化器更新。',
        right: false,
        why: '优化器只有一个，管理的是唯一那个模块的参数。',
      },
    ],
  },
  {
    id: 'what-a-replica-shares',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`DataParallel` 模型在训练模式下做完一次前向之后，哪些东西还在？',
    options: [
      {
        text: '第一块数据对批量归一化滑动统计量的改动',
        right: true,
        why: '第一个副本用的就是模块自己的 buffer。',
      },
      {
        text: '第二块数据对它们的改动',
        right: false,
        why: '它改的是拷贝，会随副本一起被丢弃。',
      },
      {
        text: '`forward` 里用 `this.calls += 1` 记录的计数',
        right: false,
        why: '设备不少于两个时，每个副本都只给自己的属性加一，随后就丢了。状态要放在 buffer 里原地修改，而且也只有第一个设备的改动会留下。',
      },
      {
        text: '穿过每个副本的计算图',
        right: true,
        why: '反向传播需要它。副本本身可以消失，但各算子保存的内容要等反向传播之后才释放。',
      },
    ],
  },
  {
    id: 'how-many-replicas',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: '把 10 个样本的批次交给 8 块 GPU 上的 `DataParallel`，模块会在几块 GPU 上运行？',
    answer: 5,
    tolerance: 0,
    why: '`chunk(8)` 每块取 $\\lceil 10 / 8 \\rceil = 2$ 行，一共五块。有三块 GPU 闲着；如果有 16 个样本，八块都会工作，而用时一样。',
  },
  {
    id: 'loss-inside-the-module',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '模块返回平均损失。五个样本分到三个设备，各块有 2、2、1 个样本，损失为 1、2、6。你对返回结果调用 `.mean()`，它比五个样本的平均损失大多少？',
    answer: 0.6,
    tolerance: 0.001,
    why: '向量的均值是 $(1 + 2 + 6) / 3 = 3$，对样本的均值是 $(2 \\cdot 1 + 2 \\cdot 2 + 6) / 5 = 2.4$。批次不能整除时，应让模块返回总和，或者返回每个样本的损失。',
  },
  {
    id: 'one-forward',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把 `DataParallel` 的一个训练步排好顺序。',
    items: [
      '切分批次，把各块送到各个设备。',
      '从第一个设备广播参数和 buffer。',
      '每个设备由一个线程运行自己的副本。',
      '把输出收集到第一个设备。',
      '反向传播在每个设备上运行，梯度累加到第一个设备。',
      '唯一的优化器更新参数，副本随之过期。',
    ],
    why: '每次更新都会让副本过期，所以每次前向都要重新发送权重。DDP 则只发送一次梯度，各份模型一直保留。',
  },
  {
    id: 'why-ddp-on-one-machine',
    stage: 'trade-off',
    kind: 'short',
    prompt: '所有 GPU 都在同一台机器上，为什么仍然应该选 DistributedDataParallel 而不是 DataParallel？',
    rubric: [
      { points: 1, says: '只有一个进程：多个 Python 线程共用解释器锁。' },
      { points: 1, says: '每次前向都要复制模块；DDP 只在反向传播期间发送梯度。' },
      { points: 1, says: '第一块 GPU 要存放所有输出、损失和梯度，显存最先用满。' },
    ],
    model:
      'DataParallel 只有一个进程：运行副本的各线程共用一把解释器锁，模型由许多小算子组成时尤其明显。它每次前向都要广播全部参数，把所有输出收集到第一块 GPU，再把所有梯度累加到那里，所以这块 GPU 比别的更忙、显存也更紧张。DDP 每块 GPU 一个进程，模型一直保留在各自的 GPU 上；每一步只发送一次梯度，而且与反向传播同时进行。DataParallel 的好处只在于改一行代码就能用。',
  },
] as const satisfies QuestionSet;
