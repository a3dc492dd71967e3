import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'two-switches',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What do `model.eval()` and `torch.no_grad()` do? Which of these are right?',
    options: [
      {
        text: '`eval()` changes what dropout and batch normalisation compute.',
        right: true,
        why: 'It sets `training` to false in every submodule; these layers look at it.',
      },
      {
        text: '`eval()` saves the memory of activations.',
        right: false,
        why: 'The graph is recorded in evaluation mode too; only no_grad or inference_mode stops that.',
      },
      {
        text: 'Within `no_grad()` batch normalisation in training mode still updates its running statistics.',
        right: true,
        why: 'They are buffers and need no gradient. So no_grad alone lets validation data into the model.',
      },
      {
        text: '`no_grad()` turns dropout off.',
        right: false,
        why: 'It turns recording off; masks are drawn as before.',
      },
    ],
  },
  {
    id: 'lower-than-training',
    stage: 'concept',
    kind: 'single',
    prompt:
      'From the first epochs on, the validation loss lies below the training loss. What is the most harmless explanation?',
    options: [
      {
        text: 'The training loss is measured with dropout and, on average, half an epoch earlier.',
        right: true,
        why: 'Both make it larger: weights of the epoch’s start count in, and the layers are noisy.',
      },
      {
        text: 'The model overfits.',
        right: false,
        why: 'Then it is the training loss that lies lower.',
      },
      {
        text: 'The learning rate is too small.',
        right: false,
        why: 'That makes both curves flat; it does not exchange them.',
      },
      {
        text: 'Validation data leaked into training.',
        right: false,
        why: 'Possible, and worth a look, but not harmless; it would hardly show in the first epochs.',
      },
    ],
  },
  {
    id: 'wrong-mean',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'An epoch has three batches of 32, 32 and 1 samples with the losses 0.5, 0.5 and 6.7. By how much is the mean of the three numbers larger than the mean over samples?',
    answer: 1.97,
    tolerance: 0.01,
    why: '$(0.5 + 0.5 + 6.7) / 3 \\approx 2.567$, but $(64 \\cdot 0.5 + 6.7) / 65 \\approx 0.595$. One hard sample looks like a third of the data.',
  },
  {
    id: 'statistics-move',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`bn = nn.BatchNorm1d(1)` is new and in training mode. Within `no_grad()` it is called once with `[[0], [10]]`. What is `bn.running_mean` afterwards?',
    answer: 0.5,
    tolerance: 1e-6,
    why: 'Momentum 0.1: $0.9 \\cdot 0 + 0.1 \\cdot 5$. Neither `no_grad` nor the missing backward keeps it from moving; `eval()` does.',
  },
  {
    id: 'what-else-to-log',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Training is slow since you log a lot. What do you log how often, and what may a log cost?',
    rubric: [
      {
        points: 1,
        says: '`item()` waits for the GPU: log every n-th batch, or keep sums on the device and read them seldom.',
      },
      { points: 1, says: 'Per batch: loss, gradient norm, rate; per epoch: validation metrics; histograms seldom.' },
      { points: 1, says: 'Logged values are detached numbers, or the graphs of all batches stay in memory.' },
    ],
    model:
      'Every item() makes the CPU wait for the GPU, so I add up detached losses on the device and read them every fifty batches. Loss, gradient norm and rate go by step, validation by epoch, histograms of weights now and then since they are large. What I keep is a number or detached: a list of losses with graphs is the classic leak.',
  },
] as const satisfies QuestionSet;
