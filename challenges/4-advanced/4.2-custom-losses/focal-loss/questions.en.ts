import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-gamma-does',
    stage: 'concept',
    kind: 'single',
    prompt: 'What changes when $\\gamma$ goes from 0 to 2 and $\\alpha$ stays?',
    options: [
      { text: 'Positives count more than negatives.', right: false, why: 'That is the work of $\\alpha$.' },
      {
        text: 'Examples that are already right count less, in both classes.',
        right: true,
        why: 'The factor $(1 - p_t)^2$ depends on how right the model is, not on the class.',
      },
      {
        text: 'Wrong examples count more than they did.',
        right: false,
        why: 'The factor never exceeds 1. They count more only in comparison.',
      },
    ],
  },
  {
    id: 'which-are-stable',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these are right for the logit $x = -200$ of a positive, in float32?',
    options: [
      { text: '`logsigmoid(x)`', right: true, why: 'It is −200, with slope 1.' },
      { text: '`sigmoid(x).log()`', right: false, why: 'The sigmoid is 0, and its logarithm −∞.' },
      {
        text: '`sigmoid(x).clamp(1e-7).log()`',
        right: false,
        why: 'It is −16.1, and the gradient is 0: the model never learns from this example.',
      },
      {
        text: '`binary_cross_entropy_with_logits(x, 1)`',
        right: true,
        why: 'It is 200: computed from the logit, without a probability in between.',
      },
    ],
  },
  {
    id: 'weight-of-an-easy-negative',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'For the logit $x = -3$ of a negative and $\\gamma = 2$ with $\\alpha$ left out: how large is the gradient with respect to $x$ (to five decimals)?',
    answer: 0.00031,
    tolerance: 0.000006,
    why: 'Here $s = 3$, $p_t = 0.95257$, $q = 0.04743$. The gradient is $-q^2 (2 p_t \\log p_t - q) = 0.04743^2 \\cdot (0.09257 + 0.04743) = 0.00031$. Without the first term it would be 0.00011.',
  },
  {
    id: 'from-logit-to-loss',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the stable computation in order.',
    items: [
      'Turn the sign of the logit for negatives.',
      'Take `logsigmoid` of the margin and of its negative.',
      'Multiply the second by γ and take the exponential.',
      'Multiply by the first and change the sign.',
      'Weigh by α or 1 − α.',
      'Reduce.',
    ],
    why: 'Everything that could vanish stays a logarithm until the exponential, which may safely become 0.',
  },
  {
    id: 'focal-or-resampling',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'One transaction in 2,000 is fraud. Focal loss, class weights or resampling? And what do you watch?',
    rubric: [
      {
        points: 1,
        says: 'Tells them apart: weights and resampling treat all examples of a class alike, focal loss weighs by difficulty.',
      },
      {
        points: 1,
        says: 'Names a danger of focal loss: hard examples may be wrong labels, and probabilities are no longer calibrated.',
      },
      {
        points: 1,
        says: 'Judges by precision and recall (or their curve) on data with the true proportions, not by accuracy.',
      },
    ],
    model:
      'I start with plain cross-entropy and class weights, since the probabilities are easy to correct afterwards. Focal loss pays when most negatives are trivially easy; it also raises the weight of wrongly labelled transactions and distorts the probabilities, so I recalibrate. I compare by the area under the precision-recall curve on untouched proportions, because accuracy is 99.95 % for a model that never says fraud.',
  },
] as const satisfies QuestionSet;
