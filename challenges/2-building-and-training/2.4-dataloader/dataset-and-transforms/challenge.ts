import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'dataset-and-transforms',
  version: 1,
  question: '2.4',
  title: { en: 'A dataset, its transforms and an honest split', zh: '数据集、变换与干净的划分' },
  kind: 'implement',
  difficulty: 1,
  minutes: 25,
  concepts: ['Dataset', '__getitem__', 'Compose', 'Normalize', 'random_split', 'Subset', 'data leakage'],
  prerequisites: [],
  entryPoints: [
    {
      name: 'LabelledDataset',
      kind: 'class',
      signature:
        'class LabelledDataset extends torch.utils.data.Dataset<Sample> { constructor(inputs: Tensor, targets: Tensor, options?: { transform?: Transform; target_transform?: Transform }); __len__(): number; __getitem__(index: number): Sample }',
    },
    {
      name: 'compose',
      kind: 'function',
      signature: 'compose(transforms: readonly Transform[]): Transform',
    },
    {
      name: 'normalize',
      kind: 'function',
      signature: 'normalize(mean: Tensor, std: Tensor): Transform',
    },
    {
      name: 'prepare',
      kind: 'function',
      signature: 'prepare(dataset: Dataset<Sample>, plan: Plan): Prepared',
    },
  ],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'Ask of every step when it has to run: once when the data is prepared, or each time a sample is read. And which samples may it see?',
      zh: '对每一步都问一句：它应该在准备数据时运行一次，还是在每次读取样本时运行？它又可以看到哪些样本？',
    },
    {
      en: 'Both halves of a split read from the same dataset, so the augmentation cannot belong to that dataset. Wrap each half in a dataset of its own with its own transform. And `inputs.at(i)` is a view: what does an in-place transform do to it?',
      zh: '划分出来的两部分读的是同一个数据集，所以增强不能放在那个数据集里。给每一部分各包一层数据集，带上各自的变换。另外，`inputs.at(i)` 是视图：原地修改的变换会对它做什么？',
    },
    {
      en: '`const [train, val] = random_split(dataset, [n - val_size, val_size], generator)`, stack the inputs of `train` alone for `mean(0)` and `std(0, { unbiased: false })`, then wrap: `[transform(x.clone()), y]` with `compose([augment, normalize(mean, std)])` for `train` and `normalize(mean, std)` for `val`.',
      zh: '`const [train, val] = random_split(dataset, [n - val_size, val_size], generator)`，只堆叠 `train` 的输入来求 `mean(0)` 和 `std(0, { unbiased: false })`，再各包一层：返回 `[transform(x.clone()), y]`，`train` 用 `compose([augment, normalize(mean, std)])`，`val` 用 `normalize(mean, std)`。',
    },
  ],
} as const satisfies Challenge;
