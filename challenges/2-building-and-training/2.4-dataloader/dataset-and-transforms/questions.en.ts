import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'two-methods',
    stage: 'concept',
    kind: 'single',
    prompt:
      'A class derives from `torch.utils.data.Dataset`. What does the default DataLoader, without `shuffle`, ask of it?',
    options: [
      {
        text: '`__getitem__` and `__len__`.',
        right: true,
        why: 'The sampler asks for the length to know the indices, then a sample is read for each.',
      },
      { text: 'Only `__iter__`.', right: false, why: 'That is an IterableDataset, which has no indices.' },
      {
        text: '`__getitem__`, `__len__` and `shuffle`.',
        right: false,
        why: 'Order is no business of the dataset: a sampler draws it.',
      },
      {
        text: '`__getitem__` and a `collate_fn`.',
        right: false,
        why: 'The loader has a default; and without a length it cannot know the indices.',
      },
    ],
  },
  {
    id: 'what-leaks',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these let something of the validation data into training, or of training into validation?',
    options: [
      {
        text: 'Normalizing everything with the mean of all samples, then splitting.',
        right: true,
        why: 'The statistics know the validation samples. With few samples or outliers it flatters the score.',
      },
      {
        text: 'Writing five augmented copies of every image, then splitting at random.',
        right: true,
        why: 'Copies of one image land on both sides: validation asks for what was learnt by heart.',
      },
      {
        text: 'Drawing a new split in each epoch.',
        right: true,
        why: 'After a few epochs every sample has been trained on.',
      },
      {
        text: 'Shuffling the training data anew in each epoch, after the split.',
        right: false,
        why: 'The order within training data says nothing about validation.',
      },
      {
        text: 'Normalizing validation data with the mean of the training data.',
        right: false,
        why: 'That is what must be done: the model is to see inputs on the scale it was trained on.',
      },
    ],
  },
  {
    id: 'doubling-in-place',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`data = torch.ones(4, 2)`, and a dataset whose `__getitem__` is `this.transform(this.data.at(index))`, with the transform `(x) => x.mul_(2)`. A DataLoader reads all of it in three epochs. What is `data.sum()` then?',
    answer: 64,
    tolerance: 0,
    why: 'Indexing gives a view, so `mul_` writes to `data`: doubled three times, 8 · 8 elements. With workers PyTorch hides it, since each process spoils a copy of its own, which is gone after the epoch.',
  },
  {
    id: 'shared-transform',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`train, val = random_split(dataset, [800, 200])`, and then `val.dataset.transform = eval_transform`. What happens?',
    options: [
      {
        text: 'Only `val` has the new transform.',
        right: false,
        why: 'A Subset holds no data and no transform, just indices and a reference.',
      },
      {
        text: 'Both have it: training is not augmented any more.',
        right: true,
        why: '`train.dataset` and `val.dataset` are the same object. Wrap each half, or make two datasets and split the indices.',
      },
      {
        text: 'An error, because Subset has no transform.',
        right: false,
        why: 'It is set on `val.dataset`, which has one.',
      },
      {
        text: 'Nothing: transforms were run in random_split.',
        right: false,
        why: 'It draws indices and reads nothing.',
      },
    ],
  },
  {
    id: 'eager-or-lazy',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Which parts of preprocessing would you do once beforehand, and which at each reading?',
    rubric: [
      {
        points: 1,
        says: 'Beforehand: what is deterministic and costly, such as decoding, resizing, tokenizing; it is cached.',
      },
      { points: 1, says: 'At each reading: what is random, so that every epoch differs.' },
      {
        points: 1,
        says: 'Weighs memory and disk against time of the workers, or names that a cache must not hold what comes after a random step.',
      },
    ],
    model:
      'What is deterministic and slow I do once and store: decoding, resizing to the largest size needed, tokenizing. What is random runs at each reading, or all epochs would see the same picture. Cheap deterministic steps such as normalizing stay at the end of the lazy part. If the workers keep up with the GPU there is nothing to gain from caching more; if not, I move the deterministic prefix to disk.',
  },
] as const satisfies QuestionSet;
