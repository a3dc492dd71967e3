import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'two-methods',
    stage: 'concept',
    kind: 'single',
    prompt: '一个类继承自 `torch.utils.data.Dataset`。不打乱的默认 DataLoader 会用到它的什么？',
    options: [
      {
        text: '`__getitem__` 和 `__len__`。',
        right: true,
        why: 'sampler 询问长度，从而知道有哪些下标，然后逐个下标读取样本。',
      },
      { text: '只用 `__iter__`。', right: false, why: '那是 IterableDataset，它没有下标。' },
      {
        text: '`__getitem__`、`__len__` 和 `shuffle`。',
        right: false,
        why: '顺序不归数据集管，由 sampler 抽取。',
      },
      {
        text: '`__getitem__` 和一个 `collate_fn`。',
        right: false,
        why: 'collate_fn 在 loader 里有默认值；而没有长度，就不知道有哪些下标。',
      },
    ],
  },
  {
    id: 'what-leaks',
    stage: 'concept',
    kind: 'multiple',
    prompt: '下面哪些做法会让验证数据的信息进入训练，或者让训练数据进入验证？',
    options: [
      {
        text: '先用全部样本的均值做归一化，再划分。',
        right: true,
        why: '统计量里已经有了验证样本。样本少或有离群值时，分数会虚高。',
      },
      {
        text: '先为每张图片写出五份增强后的副本，再随机划分。',
        right: true,
        why: '同一张图片的副本会落在两边：验证考的就是背过的题。',
      },
      { text: '每个 epoch 重新划分一次。', right: true, why: '几个 epoch 之后，每个样本都训练过了。' },
      {
        text: '划分之后，每个 epoch 重新打乱训练数据。',
        right: false,
        why: '训练数据内部的顺序与验证数据无关。',
      },
      {
        text: '用训练数据的均值对验证数据做归一化。',
        right: false,
        why: '本来就应该这样：模型看到的输入要与训练时处在同一尺度。',
      },
    ],
  },
  {
    id: 'doubling-in-place',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`data = torch.ones(4, 2)`，数据集的 `__getitem__` 是 `this.transform(this.data.at(index))`，变换为 `(x) => x.mul_(2)`。DataLoader 把它完整读了三个 epoch。这时 `data.sum()` 是多少？',
    answer: 64,
    tolerance: 0,
    why: '按下标取到的是视图，`mul_` 直接写进了 `data`：翻倍三次，8 个元素各为 8。用了 worker 时，PyTorch 会把这个问题掩盖起来：每个进程弄坏的是自己的副本，epoch 结束就没了。',
  },
  {
    id: 'shared-transform',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`train, val = random_split(dataset, [800, 200])`，接着 `val.dataset.transform = eval_transform`。结果怎样？',
    options: [
      {
        text: '只有 `val` 换成了新的变换。',
        right: false,
        why: 'Subset 里没有数据，也没有变换，只有下标和一个引用。',
      },
      {
        text: '两者都换了：训练数据不再增强。',
        right: true,
        why: '`train.dataset` 和 `val.dataset` 是同一个对象。应当给每一部分各包一层，或者建两个数据集，只划分下标。',
      },
      { text: '报错，因为 Subset 没有 transform。', right: false, why: '设置的是 `val.dataset` 的属性，它是有的。' },
      { text: '没有任何影响：变换在 random_split 时已经跑过了。', right: false, why: '它只抽取下标，什么也不读取。' },
    ],
  },
  {
    id: 'eager-or-lazy',
    stage: 'trade-off',
    kind: 'short',
    prompt: '预处理中哪些事先做一次，哪些留到每次读取时做？',
    rubric: [
      { points: 1, says: '事先做：确定性的、耗时的，例如解码、缩放、分词，结果存起来。' },
      { points: 1, says: '读取时做：随机的部分，这样每个 epoch 才不同。' },
      { points: 1, says: '在内存、磁盘与 worker 的时间之间权衡，或者指出随机步骤之后的结果不能缓存。' },
    ],
    model:
      '确定性而又慢的步骤只做一次并存下来：解码、缩放到所需的最大尺寸、分词。随机的步骤每次读取时运行，否则每个 epoch 看到的都是同一张图。归一化这类便宜的确定性步骤放在读取时的最后。worker 跟得上 GPU，就没必要再缓存更多；跟不上，就把开头确定性的部分移到磁盘上。',
  },
] as const satisfies QuestionSet;
