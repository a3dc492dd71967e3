import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'dataloader-from-scratch',
  version: 1,
  question: '2.4',
  title: { en: 'DataLoader from scratch', zh: '从零实现 DataLoader' },
  kind: 'implement',
  difficulty: 2,
  minutes: 35,
  concepts: ['DataLoader', 'shuffle', 'drop_last', 'collate_fn', 'Generator', 'IterableDataset', 'get_worker_info'],
  prerequisites: [],
  entryPoints: [
    {
      name: 'DataLoader',
      kind: 'class',
      signature:
        'class DataLoader implements Iterable<unknown> { constructor(dataset: Samples, options?: Options); __len__(): number; [Symbol.iterator](): Iterator<unknown> }',
    },
    {
      name: 'default_collate',
      kind: 'function',
      signature: 'default_collate(samples: unknown[]): unknown',
    },
    {
      name: 'Sharded',
      kind: 'class',
      signature:
        'class Sharded extends torch.utils.data.IterableDataset { constructor(dataset: Samples); __iter__(): Iterator<unknown> }',
    },
  ],
  limits: { timeLimitMs: 1500, memoryMibMax: 256 },
  tolerance: { rtol: 0, atol: 0 },
  hints: [
    {
      en: 'Separate three things: the order of all indices, the cut of that order into batches, and the reading of samples. Only the last one touches the dataset, and only when a batch is wanted. What has to be made anew for each epoch?',
      zh: '把三件事分开：全部下标的顺序、把这个顺序切成批次、读取样本。只有最后一件会碰数据集，而且只在需要某个批次时才碰。哪些东西每个 epoch 都要重新建立？',
    },
    {
      en: 'A generator method `*[Symbol.iterator]()` keeps order and position in local variables, so every epoch has its own. Collation is a recursion: all tensors, all numbers, …, or go into arrays by place and into objects by key. And `get_worker_info()` answers only while a worker is running.',
      zh: '生成器方法 `*[Symbol.iterator]()` 把顺序和位置放在局部变量里，每个 epoch 各有一份。collate 是递归的：全是张量、全是数……否则数组按位置、对象按键往里走。另外，`get_worker_info()` 只有在 worker 运行时才有答案。',
    },
    {
      en: '`const order = shuffle ? torch.randperm(n, { generator }).tolist() : [...Array(n).keys()]`, then for each batch `yield collate_fn(order.slice(start, start + batch_size).map((i) => dataset.__getitem__(i)))`. In `__iter__`: start at `info?.id ?? 0`, go in steps of `info?.num_workers ?? 1`.',
      zh: '`const order = shuffle ? torch.randperm(n, { generator }).tolist() : [...Array(n).keys()]`，然后对每个批次 `yield collate_fn(order.slice(start, start + batch_size).map((i) => dataset.__getitem__(i)))`。在 `__iter__` 里：从 `info?.id ?? 0` 开始，步长为 `info?.num_workers ?? 1`。',
    },
  ],
} as const satisfies Challenge;
