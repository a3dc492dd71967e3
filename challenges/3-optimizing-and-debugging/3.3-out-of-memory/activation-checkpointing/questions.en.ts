import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-it-costs',
    stage: 'concept',
    kind: 'single',
    prompt: 'Every block of a network is checkpointed. What does a training step cost, compared with a plain one?',
    options: [
      {
        text: 'About a third more computation',
        right: true,
        why: 'Backward is about twice a forward, so a step is three forwards’ worth. One more forward makes it four.',
      },
      {
        text: 'Twice the computation',
        right: false,
        why: 'Only the forward is run twice. Backward, the larger share, is run once.',
      },
      {
        text: 'No more computation, but slower memory',
        right: false,
        why: 'Nothing is moved elsewhere: what was not saved is computed again.',
      },
      {
        text: 'A less exact gradient',
        right: false,
        why: 'The second run repeats the first, so the gradient is the same. It is a trade of time for memory alone.',
      },
    ],
  },
  {
    id: 'where-to-cut',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A chain of 100 equal layers, each of which saves one activation. It is cut into k equal parts that are checkpointed: k inputs are kept, and while a part is run again, its 100/k activations. What is the least that must be held at a time, in activations?',
    answer: 20,
    tolerance: 0,
    why: '$k + 100/k$ is least at $k = \\sqrt{100} = 10$, where it is 20. That is the rule of $\\sqrt n$ segments: memory grows with the root of the depth, for one more forward.',
  },
  {
    id: 'batch-norm-counts-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A fresh `BatchNorm1d(3)` in training mode is run under `Checkpoint` (or `torch.utils.checkpoint`), once forward and once backward. What is `num_batches_tracked` afterwards?',
    answer: 2,
    tolerance: 0,
    why: 'The second run is a real run: running statistics are updated again with the same batch, as if momentum were larger. Gradients stay right, for training mode does not read them. Leave normalisation outside of the checkpointed part, or take the momentum $1 - \\sqrt{1 - m}$.',
  },
  {
    id: 'no-input-requires-a-gradient',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'The first block of a model is checkpointed with `use_reentrant=True`; its input is the batch, which requires no gradient. What happens?',
    options: [
      {
        text: 'Its parameters get no gradient, and a warning is all that is said.',
        right: true,
        why: 'A Function whose tensor inputs require no gradient is not recorded; the parameters are hidden inside `fn`. With `use_reentrant=False` it works; so does a batch with `requires_grad_()`.',
      },
      {
        text: 'All is as it should be: the parameters require a gradient.',
        right: false,
        why: 'They are no inputs of the Function, so autograd does not see them until the second run, which never comes.',
      },
      {
        text: 'An error in forward',
        right: false,
        why: 'It only warns: “None of the inputs have requires_grad=True. Gradients will be None”. When later layers train, the loss still goes down.',
      },
      {
        text: 'The parameters get their gradient, the batch gets one too.',
        right: false,
        why: 'Neither gets any.',
      },
    ],
  },
  {
    id: 'order-of-a-backward',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the backward of a checkpointed part in order.',
    items: [
      'The gradient of the output arrives.',
      'The random state of then is set.',
      'The part is run again, recording, on detached inputs.',
      'The random state of now is set again.',
      'Backward walks through the small graph and adds to `.grad` of the parameters.',
      'The gradients of the detached inputs are returned to the graph outside.',
    ],
    why: 'The small graph lives only between the third and the fifth step: that is why at most one part’s activations exist at a time.',
  },
  {
    id: 'which-memory-to-save',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'A model runs out of memory by a factor of two. When is checkpointing the right answer, and when accumulation, mixed precision or sharding?',
    rubric: [
      {
        points: 1,
        says: 'Checkpointing cuts activations only; weights, gradients and optimizer states stay as large.',
      },
      { points: 1, says: 'Accumulation with smaller micro-batches cuts activations too, for free if one sample fits.' },
      {
        points: 1,
        says: 'If weights and optimizer fill the memory, shard them or lower their precision; mixed precision halves activations.',
      },
    ],
    model:
      'First I look at what fills the memory. If it is activations, a smaller micro-batch with accumulation is cheapest, unless batch normalisation or the hardware’s efficiency forbids it; mixed precision about halves them and is faster as well. If a single sample is already too large, as with long sequences or deep networks, I checkpoint the blocks and pay about a third more time. If weights, gradients and Adam’s two states fill the memory, none of that helps: then sharding (ZeRO, FSDP), an optimizer with smaller states, or fewer trainable parameters.',
  },
] as const satisfies QuestionSet;
