import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-a-rank-holds',
    stage: 'concept',
    kind: 'single',
    prompt: '用 `DistributedDataParallel` 在四块 GPU 上训练一个模型，每个进程里有什么？',
    options: [
      {
        text: '四分之一的层，以及整个批次',
        right: false,
        why: '那是流水线并行或模型并行。DDP 要求单块 GPU 放得下整个模型。',
      },
      {
        text: '完整的模型、梯度和优化器，以及自己的一个批次',
        right: true,
        why: '这就是数据并行：模型复制多份，数据切分。权重相同、梯度相同，各份模型就一直相同。',
      },
      {
        text: '完整的模型只在 rank 0 上，其他进程每次前向时得到一份拷贝',
        right: false,
        why: '那是 `DataParallel`：单进程，每次前向都把模块复制到其他 GPU。',
      },
      {
        text: '每个参数的四分之一，某一层要用时再聚合起来',
        right: false,
        why: '那是 FSDP（ZeRO 第 3 阶段）。DDP 什么都不切分。',
      },
    ],
  },
  {
    id: 'what-travels',
    stage: 'concept',
    kind: 'multiple',
    prompt: '在第二个训练步里，DDP（默认设置）会在 rank 之间传输哪些内容？',
    options: [
      { text: '梯度', right: true, why: '分桶做 all_reduce，此时反向传播还没有结束。' },
      {
        text: '参数',
        right: false,
        why: '只在构造函数里传一次。之后梯度相同，参数自然保持相同。',
      },
      {
        text: 'rank 0 的 buffer',
        right: true,
        why: '`broadcast_buffers=True`：每次前向之前广播，让各处的滑动统计量一致。',
      },
      {
        text: '损失',
        right: false,
        why: '每个 rank 的损失是自己的。要记录平均值得自己归约，而且这不会影响梯度。',
      },
      {
        text: '优化器的状态',
        right: false,
        why: '每个 rank 都有一份，输入的梯度相同，不用传也相同。',
      },
    ],
  },
  {
    id: 'unequal-batches',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '最后一步里，rank 0 有 3 个样本，平均梯度为 1；rank 1 有 1 个样本，梯度为 5。DDP 得到的梯度与四个样本合成一批的梯度相差多少？',
    answer: 1,
    tolerance: 0.001,
    why: 'DDP 得到 $(1 + 5) / 2 = 3$，合成一批得到 $(3 \\cdot 1 + 5) / 4 = 2$。所以 `DistributedSampler` 会补齐样本，让各 rank 的样本数相同。',
  },
  {
    id: 'running-mean-of-rank-one',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '两个 rank 训练一个 `BatchNorm1d(1)`，momentum 为 0.1，初始滑动均值为 0。每一步里 rank 0 的批次均值都是 10，rank 1 的都是 −10。用 DDP 训练两步之后，rank 1 上的 `running_mean` 是多少（保留两位小数）？',
    answer: -0.1,
    tolerance: 0.006,
    why: '第二次前向之前，rank 1 得到 rank 0 的滑动均值 1，于是 $0.9 \\cdot 1 + 0.1 \\cdot (-10) = -0.1$。它自己第一步的统计丢掉了。保存模型时应保存 rank 0 的 buffer；如果统计量要反映全部数据，就用 `SyncBatchNorm`。',
  },
  {
    id: 'one-iteration',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把 DDP 的一次迭代排好顺序。',
    items: [
      '广播 rank 0 的 buffer。',
      '每个 rank 各自做前向，计算自己的损失。',
      '反向传播算出靠后各层的梯度；它们的桶装满了，开始 all_reduce。',
      '反向传播继续算靠前的层，与此同时那个桶正在传输。',
      '反向传播等待所有的桶，把平均值拷回 `.grad`。',
      '每个 rank 用自己的优化器更新。',
    ],
    why: '参数按逆序装桶，因为梯度大致就是按这个顺序算出来的。最后一个桶回来之前不能更新参数：`backward()` 到那时才返回。',
  },
  {
    id: 'accumulating-under-ddp',
    stage: 'trade-off',
    kind: 'short',
    prompt: '你在 DDP 下把梯度累积 8 个微批次，而每次 `backward()` 都会同步。代价是什么？怎样避免？',
    rubric: [
      { points: 1, says: '全部梯度做了 8 次 all_reduce，其实一次就够，结果是一样的。' },
      { points: 1, says: '前 7 个微批次的前向和反向都放在 `no_sync()` 里。' },
      {
        points: 1,
        says: '指出一个限制：前 7 次不能边算边传；或者损失仍要除以 8；或者前向也必须放在里面。',
      },
    ],
    model:
      '求平均是线性运算，每个微批次都平均一次和最后只平均一次，得到的梯度相同，但前者把所有梯度发送了 8 遍。我把前 7 个微批次的前向和反向都放进 `with model.no_sync():`，第 8 个放在外面，它的反向传播会归约 8 次累加的和。损失照常除以 8；另外，只有最后一次反向传播能让通信与计算重叠。',
  },
] as const satisfies QuestionSet;
