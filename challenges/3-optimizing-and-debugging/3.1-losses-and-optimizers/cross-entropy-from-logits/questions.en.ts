import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-subtract-the-max',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why may the largest logit of a row be subtracted before `exp`?',
    options: [
      {
        text: 'It changes the softmax so little that nobody notices.',
        right: false,
        why: 'It changes nothing at all: the factor $e^{-m}$ cancels between numerator and denominator.',
      },
      {
        text: 'Softmax does not change when every logit of the row moves by the same amount.',
        right: true,
        why: 'So the largest exponent can be made 0: no term overflows, and the sum is at least 1.',
      },
      {
        text: 'The gradient of the maximum is zero, so training ignores it.',
        right: false,
        why: 'The maximum has a gradient of its own; in the loss it cancels, which is why detaching it is allowed.',
      },
      {
        text: 'All logits become positive, as probabilities must be.',
        right: false,
        why: 'They all become at most 0. Positive values come from `exp`.',
      },
    ],
  },
  {
    id: 'what-a-model-returns',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which last steps of a classifier go with `nn.CrossEntropyLoss` without changing what is learned?',
    options: [
      { text: 'The raw output of the last `Linear`', right: true, why: 'The loss expects logits.' },
      {
        text: '`softmax`',
        right: false,
        why: 'It is then applied twice. Scores in [0, 1] can never give a confident prediction, and the gradient stays small.',
      },
      {
        text: '`log_softmax`',
        right: true,
        why: 'Log-probabilities are logits too: their log-sum-exp is 0, so a second log-softmax changes nothing. It is only wasted work.',
      },
      { text: '`sigmoid`', right: false, why: 'It squeezes the scores just as softmax does.' },
    ],
  },
  {
    id: 'loss-of-softmax-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'Somebody applies softmax before `nn.CrossEntropyLoss`. Ten classes, and the model is as sure and as right as can be: the probability of the target is 1, all others are 0. What is the loss (two decimals)?',
    answer: 1.46,
    tolerance: 0.006,
    why: '$\\log(e^1 + 9 e^0) - 1 = \\log 11.718 - 1 \\approx 1.46$. A training loss that comes down to about 1.46 for ten classes and stays there is the trace of this mistake.',
  },
  {
    id: 'denominator-of-the-mean',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A batch holds 8 sequences of 16 tokens; 40 of the tokens are padding with label −100. The losses of the other tokens add up to 264. What does `CrossEntropyLoss()` return?',
    answer: 3,
    tolerance: 0,
    why: '$8 \\cdot 16 - 40 = 88$ tokens count, $264 / 88 = 3$. Dividing by 128 would make the loss, and the step, depend on how much padding the batch happens to hold.',
  },
  {
    id: 'first-loss',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'A fresh classifier for 1000 classes shows a first loss of 6.9. What do you conclude?',
    options: [
      { text: 'The learning rate is too high.', right: false, why: 'Nothing has been learned yet: no step was taken.' },
      {
        text: 'It starts as it should: about $\\log 1000$.',
        right: true,
        why: 'With equal scores each class has probability 1/1000, and $\\log 1000 \\approx 6.91$. A much larger first loss means that the initial logits are too large.',
      },
      {
        text: 'Softmax was applied twice.',
        right: false,
        why: 'That too would begin near 6.9, so the first loss cannot tell; it shows later, when the loss stays high.',
      },
      {
        text: 'The labels are shifted by one.',
        right: false,
        why: 'With equal scores every label costs the same.',
      },
    ],
  },
  {
    id: 'mean-over-unequal-batches',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'Batches of a language model hold different numbers of real tokens. You accumulate gradients over four of them with `reduction=mean`. What is off, and what would you do?',
    rubric: [
      { points: 1, says: 'Each mean has its own denominator, so tokens of short batches weigh more.' },
      { points: 1, says: 'Sum the losses and divide once by the number of tokens that count in all four.' },
      {
        points: 1,
        says: 'Names the cost: the total must be known before backward, or gradients are scaled afterwards.',
      },
    ],
    model:
      'The mean divides each batch by its own number of tokens, so a token in a batch full of padding weighs more than one in a full batch. I use `sum`, count the tokens that are not ignored over the four batches, and divide by the total, either before backward, when it is known, or by scaling the gradients before the step. With several processes the count has to be reduced over all of them.',
  },
] as const satisfies QuestionSet;
