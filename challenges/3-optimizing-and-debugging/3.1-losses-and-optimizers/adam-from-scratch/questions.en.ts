import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-is-kept',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What does Adam keep for each parameter between steps?',
    options: [
      { text: 'A running mean of the gradient', right: true, why: 'It plays the part of momentum.' },
      {
        text: 'A running mean of the squared gradient',
        right: true,
        why: 'Its root is the scale that is divided out.',
      },
      { text: 'The number of steps', right: true, why: 'The bias correction needs $\\beta^t$ of this parameter.' },
      { text: 'The last gradient', right: false, why: 'It enters both means and is not needed again.' },
      {
        text: 'A copy of the parameter before the step',
        right: false,
        why: 'The parameter is changed in place; averaged weights (EMA, SWA) are another tool.',
      },
    ],
  },
  {
    id: 'first-step-length',
    stage: 'concept',
    kind: 'single',
    prompt:
      'The gradients of a fresh model are scaled by 1000, nothing else changes. What happens to the first Adam step?',
    options: [
      {
        text: 'It is 1000 times as long.',
        right: false,
        why: 'That is SGD. Adam divides by the size of the gradient.',
      },
      {
        text: 'Practically nothing.',
        right: true,
        why: 'Numerator and denominator grow alike: the step is $\\eta \\cdot \\mathrm{sign}(g)$ in both cases.',
      },
      { text: 'It is 1000 times as short.', right: false, why: 'The denominator grows, but the numerator does too.' },
      {
        text: 'It is about 32 times as long, the root of 1000.',
        right: false,
        why: 'The root is taken of the squared gradient, so the scale cancels completely.',
      },
    ],
  },
  {
    id: 'two-opposite-gradients',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A scalar weight starts at 0. Adam with `lr` 1 and default betas gets the gradient 1, then the gradient −1. Where is the weight after the two steps (two decimals)?',
    answer: -0.95,
    tolerance: 0.006,
    why: 'The first step goes to −1. Then $m = 0.9 \\cdot 0.1 - 0.1 = -0.01$, $\\hat m = -0.01 / 0.19 \\approx -0.053$, and $\\hat v = 1$: the second step goes back by only 0.053. Gradients that contradict each other make short steps.',
  },
  {
    id: 'order-of-a-step',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the parts of one Adam step in order.',
    items: [
      'Add `weight_decay` times the parameter to the gradient.',
      'Update the means of the gradient and of its square.',
      'Divide copies of the two means by $1 - \\beta^t$.',
      'Take the root of the second and add `eps`.',
      'Subtract `lr` times the quotient from the parameter, in place.',
    ],
    why: 'L2 decay comes first, because it is part of the gradient. The correction comes before the root and `eps` after it, so that `eps` has the same weight in every step.',
  },
  {
    id: 'memory-of-adam',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A model has 1 billion float32 parameters. How many GB (10⁹ bytes) do weights, gradients and the state of Adam take together?',
    answer: 16,
    tolerance: 0.1,
    why: 'Four numbers of 4 bytes for each parameter: weight, gradient and two means. The means are half of it, which is why they are kept in 8 bits, factored, or sharded over processes.',
  },
  {
    id: 'adam-or-adamw',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'A colleague replaces Adam with AdamW and keeps `weight_decay=0.01`. What changes, and what would you check?',
    rubric: [
      { points: 1, says: 'In Adam the decay is part of the gradient and is divided by the root of the second mean.' },
      { points: 1, says: 'In AdamW it shrinks the weight by lr · weight_decay, independent of the gradients.' },
      {
        points: 1,
        says: 'The same number means another strength, so it has to be tuned again; biases and norms are usually exempt.',
      },
    ],
    model:
      'In Adam the L2 term goes through both means and is rescaled, so weights with large gradients hardly decay. AdamW multiplies every weight by 1 − lr · weight_decay apart from the gradient. The same 0.01 is therefore another strength: I would tune it again, put biases and normalisation weights into a group without decay, and remember that the decay now follows the learning-rate schedule.',
  },
] as const satisfies QuestionSet;
