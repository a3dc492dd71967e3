import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-still-moves',
    stage: 'concept',
    kind: 'multiple',
    prompt:
      'All parameters of the body are frozen, the optimizer holds the head, and the whole model is in training mode. What changes in the body while the head is trained?',
    options: [
      { text: 'Its weights', right: false, why: 'They have no gradient and no optimizer knows them.' },
      {
        text: '`running_mean`',
        right: true,
        why: 'Every forward pass in training mode moves it. No gradient is needed.',
      },
      { text: '`running_var`', right: true, why: 'As the running mean.' },
      { text: '`num_batches_tracked`', right: true, why: 'It counts forward passes in training mode.' },
      {
        text: '`weight` and `bias` of batch normalisation',
        right: false,
        why: 'These are parameters, and frozen like the others.',
      },
    ],
  },
  {
    id: 'what-freezing-saves',
    stage: 'concept',
    kind: 'single',
    prompt: 'The optimizer holds only the head. What does `requires_grad_(false)` on the body still save?',
    options: [
      {
        text: 'Nothing: the weights would not move anyway.',
        right: false,
        why: 'True of the result, not of the cost.',
      },
      {
        text: 'The forward pass through the body',
        right: false,
        why: 'The features still have to be computed.',
      },
      {
        text: 'Activations kept for backward, and the backward pass through the body',
        right: true,
        why: 'Where no input requires a gradient, nothing is recorded, kept or walked.',
      },
    ],
  },
  {
    id: 'mean-after-a-frozen-epoch',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A fresh `nn.BatchNorm1d(1)` has `requires_grad_(false)` and is left in training mode. Ten times it sees the batch `[[1], [3]]`. What is its `running_mean`, to three decimals?',
    answer: 1.303,
    tolerance: 0.001,
    why: 'Each pass keeps nine tenths of the old mean and adds a tenth of 2. After ten, $2\\,(1 - 0.9^{10}) \\approx 1.303$: freezing did not stop it.',
  },
  {
    id: 'order-of-the-setup',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the steps in order.',
    items: [
      'Load the pretrained weights.',
      'Freeze all parameters.',
      'Put the new head in place.',
      "Make the optimizer over the head's parameters.",
      'Whole model to evaluation mode, then the head to training mode.',
      'Train for one epoch.',
    ],
    why: 'Weights are loaded while the old head still fits them. Freezing comes before the new head, or it is frozen too. The optimizer comes after it, and the modes are set in every epoch.',
  },
  {
    id: 'head-or-everything',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'You have 2,000 labelled medical images and a network pretrained on photographs. Head only, or more?',
    rubric: [
      {
        points: 1,
        says: 'Starts with the head only: few parameters, little overfitting, cheap; features may be computed once.',
      },
      {
        points: 1,
        says: 'The images differ from photographs, so deeper features may not fit: release the last blocks next, with a smaller learning rate.',
      },
      {
        points: 1,
        says: 'Decides by validation, and says what happens to batch normalisation (statistics stay while frozen, or are deliberately re-estimated).',
      },
    ],
    model:
      'I first train the head on the frozen body: it is cheap and gives a baseline that hardly overfits. Medical images differ from photographs, so I then release the last block with a learning rate ten times smaller and keep it if the validation score rises. The body stays in evaluation mode meanwhile; if its statistics do not fit the new images, I re-estimate them on purpose, not by accident.',
  },
] as const satisfies QuestionSet;
