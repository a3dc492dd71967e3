import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-zero-is-exact',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why does PyTorch make sure that 0 is represented without error?',
    options: [
      {
        text: 'Zeros are everywhere, from ReLU and padding: the same error in all of them would add up.',
        right: true,
        why: 'Errors of other values differ in sign and mostly cancel; this one would not.',
      },
      {
        text: 'Otherwise the scale would be negative.',
        right: false,
        why: 'The scale is a distance, positive in any case.',
      },
      {
        text: 'Division by a scale needs a zero.',
        right: false,
        why: 'The scale is never zero; where 0 lies does not matter for the division.',
      },
      {
        text: 'So that `qint8` and `quint8` have the same codes.',
        right: false,
        why: 'They have different ones in any case.',
      },
    ],
  },
  {
    id: 'order-of-quantizing',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'Put the steps from a real number to its code in order.',
    items: [
      'Divide by the scale',
      'Round a half to even',
      'Add the zero point',
      'Clamp to the codes',
      'Convert to 8 bits',
    ],
    why: 'Each other order has a fault of its own: adding before rounding moves halves, clamping before adding cuts off the wrong values, converting before clamping wraps.',
  },
  {
    id: 'a-code-by-hand',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: 'Which code has 2.5 in `torch.quantize_per_tensor(torch.tensor([2.5]), 1.0, 7, torch.quint8)`?',
    answer: 9,
    tolerance: 0,
    why: 'round(2.5) is 2, the even neighbour, and 2 + 7 = 9. Adding first gives round(9.5) = 10.',
  },
  {
    id: 'an-outlier',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'Activations lie between 0 and 5.1, but one of them is 51. By what factor does the largest rounding error of the others grow when the range is taken from the least and the greatest value?',
    answer: 10,
    tolerance: 0,
    why: 'The step grows from 5.1/255 to 51/255. A histogram observer would rather clip the outlier.',
  },
  {
    id: 'per-channel-what',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: 'What is true of quantizing the weight of a `Conv2d` per channel along axis 0?',
    options: [
      {
        text: 'Each output channel has a scale of its own.',
        right: true,
        why: 'Axis 0 of the weight counts output channels.',
      },
      {
        text: 'The scale can be taken out of the sum of products.',
        right: true,
        why: 'All products of one output have the same weight scale. Along the input axis this would not be so.',
      },
      {
        text: 'The codes take more memory.',
        right: false,
        why: 'They are still 8 bits each; only the few parameters are more.',
      },
      {
        text: 'A filter of small weights no longer loses precision because of a large one.',
        right: true,
        why: 'Its step follows its own range.',
      },
    ],
  },
  {
    id: 'affine-or-symmetric',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'Affine or symmetric, per tensor or per channel: what do you take for weights, what for activations, and why?',
    rubric: [
      { points: 1, says: 'Weights symmetric, per output channel: about centred, known ahead, no zero-point terms.' },
      { points: 1, says: 'Activations affine, per tensor: one-sided after ReLU; one scale, so sums stay integer.' },
      { points: 1, says: 'Names a price: waste of codes in a symmetric range, or extra terms for the zero point.' },
    ],
    model:
      'Weights are roughly centred and known ahead, so I take symmetric qint8 per output channel: the zero point is 0 and drops out of the sums. Activations are one-sided after ReLU, where a symmetric range would waste half of the codes, so they are affine quint8, with one scale for the tensor, because a scale for each input channel could not be taken out of the sum. The price is a correction term for their zero point, which can be computed ahead.',
  },
] as const satisfies QuestionSet;
