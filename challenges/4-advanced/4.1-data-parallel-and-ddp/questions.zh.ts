import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import dataParallelByHand from '../../3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/questions.zh.ts';
import ddpGradientSync from './ddp-gradient-sync/questions.zh.ts';
import ringAllReduce from './ring-all-reduce/questions.zh.ts';

export default [
  questionFrom(ddpGradientSync, 'what-a-rank-holds'),
  questionFrom(dataParallelByHand, 'where-backward-runs'),
  questionFrom(ddpGradientSync, 'what-travels'),
  {
    id: 'from-one-gpu-to-eight',
    stage: 'concept',
    kind: 'single',
    prompt:
      '一个没有批量归一化和 dropout 的网络，原来在单块 GPU 上用 SGD 训练，批次为 256。现在用 DDP 让八块 GPU 分担，每块分到这 256 个样本中的 32 个；损失取平均。要让权重的变化和原来一样（舍入误差除外），必须改什么？',
    options: [
      {
        text: '学习率乘以 8，因为每个梯度只来自 32 个样本。',
        right: false,
        why: '八个“32 个样本的平均”再求平均，就是 256 个样本的平均。全局批次变大时才会提高学习率，这里没有变大。',
      },
      {
        text: '学习率除以 8，因为八个梯度加在了一起。',
        right: false,
        why: 'DDP 会把总和除以 rank 数。只有损失是对样本求和时才会不同。',
      },
      {
        text: '什么都不用改。',
        right: true,
        why: '各组样本数相同，组平均的平均就是总平均。有批量归一化时则不然：每个 rank 只按自己的 32 个样本归一化。',
      },
      {
        text: '每个 rank 初始化权重时要用各自的随机种子。',
        right: false,
        why: 'DDP 的构造函数会广播 rank 0 的权重。需要不同种子的是数据增强和 dropout，不是权重。',
      },
    ],
  },
  {
    id: 'padded-samples',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '10 个样本由默认参数的 `DistributedSampler` 分给 4 个 rank。一个 epoch 里，所有 rank 一共取多少个样本？',
    answer: 12,
    tolerance: 0,
    why: '各 rank 的样本数必须相同，即 $\\lceil 10 / 4 \\rceil = 3$ 个，所以有两个样本被取了两次。设 `drop_last=True` 时是 8 个。把各 rank 的准确率加起来统计时，重复的样本会算两遍。',
  },
  {
    id: 'the-epoch-of-the-sampler',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '`DistributedSampler` 开启了打乱，但没有人调用 `sampler.set_epoch(epoch)`。会怎样？',
    options: [
      {
        text: '每个 epoch 的顺序都相同，每个 rank 看到的还是同一批样本。',
        right: true,
        why: '顺序由 `seed + epoch` 决定，而 epoch 一直是 0。不会报错，只是模型学得差一点。',
      },
      {
        text: '各 rank 的顺序不同，有些样本会被好几个 rank 看到。',
        right: false,
        why: '各 rank 的种子和 epoch 都相同，得到的是同一个顺序，再按间隔各取一份。',
      },
      { text: '完全没有打乱。', right: false, why: '打乱过一次：默认就是 `shuffle=True`。' },
      { text: '采样器已经用完，第二个 epoch 是空的。', right: false, why: '每遍历一次都会新建迭代器。' },
    ],
  },
  questionFrom(ddpGradientSync, 'unequal-batches'),
  questionFrom(ddpGradientSync, 'one-iteration'),
  {
    id: 'one-batch-more',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '采样器没有补齐，rank 0 有 101 个批次，rank 1 有 100 个。最后一步会怎样？',
    options: [
      {
        text: 'rank 0 独自训练，权重多走一步。',
        right: false,
        why: '它无从知道别人已经不在了。集合通信要求组里的所有 rank 都参加。',
      },
      {
        text: 'rank 0 在集合通信里一直等到超时，因为 rank 1 不再参加。',
        right: true,
        why: '集合通信次数不一致，表现出来就是卡住。`DistributedSampler` 让次数相同；`with Join([model]):` 则让已经结束的 rank 用零来应答。',
      },
      {
        text: 'DDP 让 rank 1 重新用它的第一个批次。',
        right: false,
        why: 'DDP 只看得到梯度，不知道批次从哪里来。',
      },
      {
        text: 'rank 1 抛出 StopIteration，DDP 结束所有 rank。',
        right: false,
        why: '它的循环只是正常结束，不会通知其他 rank。',
      },
    ],
  },
  questionFrom(ringAllReduce, 'bytes-of-a-rank'),
  questionFrom(ddpGradientSync, 'accumulating-under-ddp'),
  questionFrom(dataParallelByHand, 'why-ddp-on-one-machine'),
] as const satisfies QuestionSet;
