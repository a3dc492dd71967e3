import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-not-a-root',
    stage: 'concept',
    kind: 'single',
    prompt: '为什么不把所有梯度发给 rank 0，在那里求和再广播？',
    options: [
      {
        text: '那样的总和不够精确。',
        right: false,
        why: '总和是一样的，最多是相加的顺序不同。',
      },
      {
        text: '所有数据都经过 rank 0 的链路：它的负担随 rank 数增长。',
        right: true,
        why: '它要接收 $N - 1$ 个完整的张量，再发送同样多，而其他链路都闲着。在环里，每条链路传输 $2(N-1)/N$ 个张量。',
      },
      {
        text: 'rank 0 必须存放所有 rank 的参数。',
        right: false,
        why: '它可以收到一个加一个。问题在时间，不在内存。',
      },
      {
        text: '消息的总条数更多。',
        right: false,
        why: '其实更少：一共 $2(N-1)$ 条；环形算法要发 $2N(N-1)$ 条较小的消息。',
      },
    ],
  },
  {
    id: 'bytes-of-a-rank',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一个模型有 1 亿个 float32 参数，8 个 rank 做一次环形 all-reduce，每个 rank 要发送多少 MB（10⁶ 字节）的梯度？',
    answer: 700,
    tolerance: 0.5,
    why: '$2 \\cdot \\tfrac{7}{8} \\cdot 400 = 700$ MB。64 个 rank 时是 787.5 MB：几乎不增长，而且永远不会超过数据量的两倍。',
  },
  {
    id: 'complete-after-half',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '五个 rank；第一阶段的第 $s$ 步，rank $r$ 发送第 $r - s$ 块。这一阶段结束时，rank 3 上完整的是哪一块？',
    options: [
      { text: '第 3 块', right: false, why: '这是它最先发送的块，其中只有它自己的那一份。' },
      {
        text: '第 4 块',
        right: true,
        why: '最后一步 $s = 3$ 时，它接收第 $3 - 3 - 1 = -1$ 块，也就是第 4 块：正好是自己的编号加一。',
      },
      { text: '第 2 块', right: false, why: '这是它最先接收的块，那时里面只有两个 rank 的份。' },
      { text: '所有的块', right: false, why: '每个 rank 只有一块是完整的，第二阶段才把它们传开。' },
    ],
  },
  {
    id: 'sum-in-another-order',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '三个 rank 依次持有 float32 的值 $10^8$、$1$、$-10^8$。数据沿着环边走边加：如果从 rank 0 出发，rank 1 第二个加，rank 2 最后加，总和是多少？',
    answer: 0,
    tolerance: 0,
    why: '$10^8 + 1$ 在 float32 中舍入为 $10^8$（那里相邻的数相差 8），再加 $-10^8$ 就是 0。如果从 rank 2 出发，则是 $-10^8 + 10^8 + 1 = 1$。相加的顺序取决于是哪一块、有多少个 rank，所以换了 rank 数，结果会不同；而同一次运行的各个 rank 之间不会不同，因为总和是拷贝过去的。',
  },
  {
    id: 'small-messages',
    stage: 'trade-off',
    kind: 'short',
    prompt: '你要在 256 个 rank 上归约许多只有几百字节的张量，环形算法几乎没发送多少字节，却很慢。为什么？怎么办？',
    rubric: [
      { points: 1, says: '延迟：2(N − 1) = 510 步依次进行，每一步都有固定的开销。' },
      { points: 1, says: '把张量装进桶里，一次归约处理许多个。' },
      {
        points: 1,
        says: '用树形算法（log N 步），或者分层：先在机器内归约，再在机器之间归约。',
      },
    ],
    model:
      '环形算法是为带宽设计的：510 步一步接一步，张量很小时，每一步的时间全是一条消息的延迟。我会像 DDP 那样把许多张量装进一个桶。对于本来就小的数据，树形算法大约只要 $2 \\log_2 N = 16$ 步，NCCL 会按大小选择算法。如果一台机器里有多块 GPU，就先通过高速链路在机器内归约，每台机器再派一个成员在机器之间归约，最后在机器内广播。',
  },
] as const satisfies QuestionSet;
