import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'map-style-or-iterable',
    stage: 'concept',
    kind: 'single',
    prompt: 'When do you write an `IterableDataset` rather than a map-style `Dataset`?',
    options: [
      {
        text: 'When the data is large.',
        right: false,
        why: 'A map-style dataset may open each file when its index comes; size alone decides nothing.',
      },
      {
        text: 'When samples can only be had one after the other, as from a socket or a compressed log.',
        right: true,
        why: 'Without random access there is no sampler: order, shuffle and shares are then up to the stream.',
      },
      {
        text: 'When several workers are to read.',
        right: false,
        why: 'That is where a stream is harder: every worker runs the whole of it unless it takes its own share.',
      },
      {
        text: 'When batches have different sizes.',
        right: false,
        why: 'A batch_sampler does that for a map-style dataset.',
      },
    ],
  },
  {
    id: 'who-makes-the-batch',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'A DataLoader over a map-style dataset with `num_workers=2`. Put in order what happens to one batch.',
    items: [
      'The sampler in the main process gives indices.',
      'The batch sampler makes a list of `batch_size` of them.',
      'The list goes to the worker whose turn it is.',
      'The worker reads each sample with `__getitem__` and its transforms.',
      'The worker runs `collate_fn` on the list of samples.',
      'The main process hands out batches in the order of the lists.',
    ],
    why: 'Indices are dealt out, samples are not: only the main process draws the order. One worker makes the whole of a batch, and a batch that is ready early waits for its turn.',
  },
  {
    id: 'first-index',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'The finished `torch.utils.data.DataLoader` over the numbers 0 to 9, `shuffle` and a generator with `manual_seed(0)`. Which number comes first? (It is not the first of `torch.randperm(10, { generator })`, which is 4.)',
    answer: 3,
    tolerance: 0,
    why: 'Before the order, the loader draws 64 bits from the same generator as a base seed for its workers, whether it has any or not. That draw moves the stream on, and the permutation is another one: 3, 7, 5, 2, …',
  },
  {
    id: 'seen-three-times',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'An `IterableDataset` of 100 samples does not look at `get_worker_info`. How many samples does an epoch of `DataLoader(dataset, batch_size=10, num_workers=3)` give?',
    answer: 300,
    tolerance: 0,
    why: 'Each worker holds a copy of the dataset and runs its `__iter__` to the end. Nothing fails: the epoch is only three times as long, and the loss looks better than it is.',
  },
  {
    id: 'worker-seeds',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: 'Which of these hold for the random numbers in the workers of PyTorch’s DataLoader?',
    options: [
      {
        text: 'Worker i is seeded with the base seed plus i.',
        right: true,
        why: 'So no two workers augment alike, and a generator with a fixed seed fixes them all.',
      },
      {
        text: 'The base seed is drawn anew for each epoch.',
        right: true,
        why: 'Otherwise each epoch would repeat the augmentation of the last.',
      },
      {
        text: 'With a fixed seed the augmented samples do not depend on the number of workers.',
        right: false,
        why: 'Another number of workers deals the batches out differently, so a sample meets another stream.',
      },
      {
        text: 'A library’s own generator, made when the dataset was, is seeded as well.',
        right: false,
        why: 'Workers start as copies and all repeat it. That is what `worker_init_fn` is for; before PyTorch 1.9 it happened to NumPy too.',
      },
    ],
  },
  {
    id: 'drop-last',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When do you set `drop_last`, and what does it cost?',
    rubric: [
      {
        points: 1,
        says: 'In training, where a tiny last batch hurts: noisy gradient, batch statistics, or an error of batch normalisation with one sample.',
      },
      { points: 1, says: 'Never in validation and test: samples would be left out of the metric.' },
      {
        points: 1,
        says: 'The cost: up to batch_size − 1 samples an epoch, others each time when shuffled, always the same ones when not.',
      },
    ],
    model:
      'For training with shuffle I set it when a small batch does harm: batch normalisation on two samples, a compiled graph or collective that wants one shape. A few samples miss this epoch and, since the order changes, come in another. In validation I never set it, because the metric would leave samples out, and without shuffle it would be the same ones for ever.',
  },
] as const satisfies QuestionSet;
