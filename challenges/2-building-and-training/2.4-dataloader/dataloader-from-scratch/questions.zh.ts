import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'map-style-or-iterable',
    stage: 'concept',
    kind: 'single',
    prompt: '什么时候应该写 `IterableDataset`，而不是 map-style 的 `Dataset`？',
    options: [
      {
        text: '数据量很大的时候。',
        right: false,
        why: 'map-style 的数据集完全可以等下标来了再打开文件，数据量本身说明不了什么。',
      },
      {
        text: '样本只能一个接一个地得到，例如来自 socket 或压缩日志。',
        right: true,
        why: '不能随机访问，也就没有 sampler：顺序、打乱和分担都要由数据流自己负责。',
      },
      {
        text: '需要多个 worker 读取的时候。',
        right: false,
        why: '这恰恰是数据流更麻烦的地方：不主动只取自己那一份的话，每个 worker 都会跑完整个流。',
      },
      { text: '批次大小不固定的时候。', right: false, why: 'map-style 的数据集配上 batch_sampler 就行。' },
    ],
  },
  {
    id: 'who-makes-the-batch',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'map-style 数据集上的 DataLoader，`num_workers=2`。请排出一个批次依次经历了什么。',
    items: [
      '主进程里的 sampler 给出下标。',
      'batch sampler 把 `batch_size` 个下标组成一个列表。',
      '列表交给轮到的那个 worker。',
      'worker 用 `__getitem__` 读取每个样本，并做变换。',
      'worker 对样本列表执行 `collate_fn`。',
      '主进程按列表的顺序交出批次。',
    ],
    why: '分发的是下标，不是样本：顺序只由主进程抽取。一个批次完全由一个 worker 生成，提前做好的批次要等轮到它。',
  },
  {
    id: 'first-index',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '现成的 `torch.utils.data.DataLoader` 遍历 0 到 9 这十个数，打乱，generator 执行过 `manual_seed(0)`。第一个出来的是几？（不是 `torch.randperm(10, { generator })` 的第一个数 4。）',
    answer: 3,
    tolerance: 0,
    why: '在抽取顺序之前，loader 会先从同一个 generator 取 64 位作为 worker 的基础种子，不管有没有 worker。这一次取数让随机数流向前走了一步，所以排列也变了：3、7、5、2……',
  },
  {
    id: 'seen-three-times',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一个 `IterableDataset` 有 100 个样本，没有查询 `get_worker_info`。`DataLoader(dataset, batch_size=10, num_workers=3)` 的一个 epoch 给出多少个样本？',
    answer: 300,
    tolerance: 0,
    why: '每个 worker 都有一份数据集的副本，并把它的 `__iter__` 跑到底。不会有任何报错，只是 epoch 长了两倍，损失看起来比实际的好。',
  },
  {
    id: 'worker-seeds',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '关于 PyTorch 的 DataLoader 中 worker 的随机数，下面哪些正确？',
    options: [
      {
        text: '第 i 个 worker 的种子是基础种子加 i。',
        right: true,
        why: '所以任意两个 worker 的增强都不相同，而固定了 generator 的种子，就全都固定了。',
      },
      { text: '每个 epoch 都重新抽取基础种子。', right: true, why: '否则每个 epoch 都会重复上一个的增强。' },
      {
        text: '种子固定时，增强后的样本与 worker 的数量无关。',
        right: false,
        why: 'worker 数量变了，批次的分配就变了，同一个样本遇到的是另一个随机数流。',
      },
      {
        text: '某个库自己的、与数据集一同创建的随机数生成器也会重新设定种子。',
        right: false,
        why: 'worker 启动时只是副本，大家都会重复同一串数。`worker_init_fn` 就是为此准备的；PyTorch 1.9 之前 NumPy 也是这样。',
      },
    ],
  },
  {
    id: 'drop-last',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候设置 `drop_last`？代价是什么？',
    rubric: [
      {
        points: 1,
        says: '训练时，如果很小的最后一个批次有害：梯度噪声大、批统计量不准，或者只有一个样本时批量归一化直接报错。',
      },
      { points: 1, says: '验证和测试时不能设置：有样本会漏出指标。' },
      {
        points: 1,
        says: '代价：每个 epoch 最多丢掉 batch_size − 1 个样本；打乱时每次丢的不同，不打乱时永远是同一批。',
      },
    ],
    model:
      '打乱训练时，如果小批次有害，我会设置它：比如两个样本的批量归一化，或者编译后的图、集合通信要求形状固定。这一轮少了几个样本，但顺序每次都变，下一轮还会轮到它们。验证时绝不设置，否则指标里会漏掉样本，而且不打乱的话，漏掉的永远是同一批。',
  },
] as const satisfies QuestionSet;
