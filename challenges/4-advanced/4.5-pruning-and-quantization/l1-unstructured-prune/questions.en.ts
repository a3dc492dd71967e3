import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-a-mask',
    stage: 'concept',
    kind: 'single',
    prompt: 'The smallest weights are set to 0 in place and the model is trained on. What is left of the pruning?',
    options: [
      {
        text: 'Everything: a weight of 0 has a gradient of 0.',
        right: false,
        why: 'The gradient of a weight depends on the input and on what comes back from the loss, not on its own value.',
      },
      {
        text: 'Nothing lasting: the next step moves these weights as it moves any other.',
        right: true,
        why: 'Hence the mask: the zeros must be made again in every forward.',
      },
      {
        text: 'It lasts with SGD and is lost with Adam.',
        right: false,
        why: 'Plain SGD subtracts the gradient too, and that is not 0.',
      },
      {
        text: 'It lasts in eval mode only.',
        right: false,
        why: 'The mode changes dropout and batch normalisation; weights are what they are.',
      },
    ],
  },
  {
    id: 'what-is-in-the-state',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'A `Linear` is pruned by `prune.l1_unstructured(linear, "weight", 0.5)`. What is in its `state_dict()`?',
    options: [
      { text: '`weight`', right: false, why: 'It is a plain tensor now, a result and no state.' },
      { text: '`weight_orig`', right: true, why: 'The Parameter, under its new name.' },
      { text: '`weight_mask`', right: true, why: 'A buffer: a checkpoint without it could not be pruned again alike.' },
      { text: '`bias`', right: true, why: 'It was not pruned and is still there.' },
    ],
  },
  {
    id: 'six-times',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A parameter of 100 elements is pruned with `amount` 0.3 six times in a row. How many elements are left? (Round as PyTorch does, each time.)',
    answer: 12,
    tolerance: 0,
    why: '30, 21, 15 (14.7), 10 (10.2), 7 (7.2), 5 (5.1) are pruned: 100, 70, 49, 34, 24, 17, 12 are left. Without rounding it would be $100 \\cdot 0.7^6 \\approx 11.8$.',
  },
  {
    id: 'half-to-even',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: 'How many elements of a bias of 5 does `prune.l1_unstructured(linear, "bias", 0.5)` prune?',
    answer: 2,
    tolerance: 0,
    why: '0.5 · 5 = 2.5, and Python rounds halves to the even neighbour: `round(2.5)` is 2, `round(3.5)` is 4.',
  },
  {
    id: 'after-remove',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'After `prune.remove(linear, "weight")` you fine-tune for one more epoch. What happens to the zeros?',
    options: [
      {
        text: 'They stay, for remove makes the pruning permanent.',
        right: false,
        why: 'Permanent are the values at that moment. Mask and hook, which would keep them 0, are gone.',
      },
      {
        text: 'They are trained like all other weights and become nonzero.',
        right: true,
        why: 'So remove comes last, right before export.',
      },
      {
        text: 'The original values return.',
        right: false,
        why: 'They were overwritten with the masked ones: remove undoes nothing.',
      },
      {
        text: 'The optimizer fails, for its parameter is gone.',
        right: false,
        why: 'It is the same Parameter object throughout: weight, then weight_orig, then weight again.',
      },
    ],
  },
  {
    id: 'no-faster',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      '90 % of the weights of a model are pruned without structure. Neither the file nor the latency has changed. Why, and what would you do?',
    rubric: [
      { points: 1, says: 'The tensors are dense still: zeros are stored and multiplied like any other value.' },
      {
        points: 1,
        says: 'Names what uses zeros: compression or a sparse format for the file, sparse kernels or 2:4 hardware for time.',
      },
      {
        points: 1,
        says: 'Names structured pruning, which makes smaller dense layers, or quantization, with its cost in accuracy.',
      },
    ],
    model:
      'A mask changes values, not shapes: every zero takes four bytes and a multiplication. For the file I compress it or store it sparsely. For latency, general sparse kernels win only at very high sparsity, so I would take the 2:4 pattern where the GPU supports it, or remove whole channels and get smaller dense layers; that costs more accuracy for the same number of weights and needs fine-tuning. Quantization to int8 comes on top of either.',
  },
] as const satisfies QuestionSet;
