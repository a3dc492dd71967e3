import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-is-saved',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'A batch is cut into 8 micro-batches with accumulation. What becomes about 8 times smaller?',
    options: [
      { text: 'The activations saved for backward', right: true, why: 'Only one micro-batch has a graph at a time.' },
      { text: 'The gradients', right: false, why: 'They have the size of the weights, whatever the batch.' },
      { text: 'The state of the optimizer', right: false, why: 'It belongs to the weights too.' },
      {
        text: 'The inputs that lie on the GPU at once',
        right: true,
        why: 'If they are moved there one micro-batch at a time.',
      },
      {
        text: 'The time for a step',
        right: false,
        why: 'The same work is done, in smaller and less efficient pieces.',
      },
    ],
  },
  {
    id: 'order-of-a-group',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'Put the work of a group of two micro-batches in order.',
    items: [
      '`optimizer.zero_grad()`',
      'Loss of the first micro-batch, scaled by its share of the samples',
      '`backward()`, which frees the first graph',
      'Loss of the second micro-batch, scaled by its share',
      '`backward()`, which adds to `.grad`',
      '`optimizer.step()`',
    ],
    why: 'Both backward passes come between clearing and stepping, and the first graph is gone before the second is built.',
  },
  {
    id: 'share-of-a-sample',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A group holds micro-batches of 16, 16 and 4 samples. Each mean loss is divided by 3. How many times as much does a sample of the small one weigh as a sample of a large one?',
    answer: 4,
    tolerance: 0,
    why: 'A sample of the small one counts $\\frac13 \\cdot \\frac14$, one of a large one $\\frac13 \\cdot \\frac1{16}$. In the whole batch each counts $\\frac1{36}$.',
  },
  {
    id: 'unscaled-adam',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'With 4 equal micro-batches somebody forgets to scale the losses. The first gradient of a weight is 0.5 for every micro-batch. Adam with `lr` 0.01: by how much does the first step change, as a ratio to the right one (two decimals)?',
    answer: 1,
    tolerance: 0.005,
    why: 'The gradient is 2 instead of 0.5, but the first step of Adam is `lr` times its sign. With SGD the ratio would be 4. This is why the mistake survives in code that only ever used Adam, and appears with gradient clipping or L2.',
  },
  {
    id: 'steps-of-an-epoch',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A data set of 1000 samples, micro-batches of 16 (the last is smaller), `accumulate` 8. How many optimizer steps does an epoch take when no sample is lost?',
    answer: 8,
    tolerance: 0,
    why: '$\\lceil 1000 / 16 \\rceil = 63$ micro-batches, $\\lceil 63 / 8 \\rceil = 8$ groups; the last holds 7 micro-batches.',
  },
  {
    id: 'accumulate-or-checkpoint',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Training runs out of GPU memory. When do you accumulate gradients, when do you checkpoint activations?',
    rubric: [
      {
        points: 1,
        says: 'Accumulation helps while a micro-batch fits; it costs little, but small batches use the GPU badly.',
      },
      {
        points: 1,
        says: 'Checkpointing helps when even one sample is too large; it costs about another forward pass.',
      },
      {
        points: 1,
        says: 'Neither shrinks weights, gradients or optimizer state; or: batch normalisation changes with accumulation.',
      },
    ],
    model:
      'As long as a micro-batch of reasonable size fits, I accumulate: it is exact but for batch normalisation, and costs only what smaller kernels lose. If one sample with its activations is too large, smaller batches do not help; then I checkpoint and pay for computing activations again, about a third more time. If weights and optimizer state are the problem, neither helps, and I look at sharding, 8-bit states or mixed precision.',
  },
] as const satisfies QuestionSet;
