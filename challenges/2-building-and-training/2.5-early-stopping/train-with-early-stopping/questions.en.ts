import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-loss-decides',
    stage: 'concept',
    kind: 'single',
    prompt: 'Which number decides whether training goes on?',
    options: [
      {
        text: 'The training loss',
        right: false,
        why: 'It goes on falling while the model overfits, so it would never stop the run.',
      },
      {
        text: 'The validation loss, against the epoch before',
        right: false,
        why: 'A descent after a jump would count as progress without ever getting back to the best.',
      },
      {
        text: 'The validation loss, against the best so far',
        right: true,
        why: 'Only a new minimum is progress; `patience` says how long to wait for the next.',
      },
      {
        text: 'The test loss',
        right: false,
        why: 'Once it has chosen the epoch, it is no longer an estimate on unseen data.',
      },
    ],
  },
  {
    id: 'which-copies',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these still hold the best weights after three more epochs?',
    options: [
      {
        text: '`const best = model.state_dict()`',
        right: false,
        why: 'References to the live tensors: they have moved on.',
      },
      {
        text: '`const best = { ...model.state_dict() }`',
        right: false,
        why: 'A new dictionary with the same tensors.',
      },
      {
        text: '`v.detach()` of each value',
        right: false,
        why: '`detach` leaves the graph, not the memory: it shares storage with the parameter.',
      },
      { text: '`v.detach().clone()` of each value', right: true, why: 'Memory of its own, which no optimizer knows.' },
      {
        text: 'A file written by `torch.save(model.state_dict(), path)`',
        right: true,
        why: 'The values were copied to disk when it was written.',
      },
    ],
  },
  {
    id: 'where-does-it-stop',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'The validation losses are 0.90, 0.86, 0.84, 0.80, 0.788, 0.78, 0.75, 0.70, 0.69, with `patience` 2 and `min_delta` 0.05. How many epochs are run?',
    answer: 7,
    tolerance: 0,
    why: 'Improvements are epochs 1 (0.90), 3 (0.84 < 0.85) and 5 (0.788 < 0.79). Epochs 6 and 7 are not below 0.738, so the run ends after 7, although epoch 8 would have improved.',
  },
  {
    id: 'order-of-an-epoch',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the parts of one epoch in order, for an epoch that turns out to be the best.',
    items: [
      '`model.train()`',
      'Run over the training batches and step the optimizer.',
      '`model.eval()`',
      'Compute the validation loss under `no_grad`.',
      'Compare with the best loss so far.',
      'Copy the `state_dict` and set the count to zero.',
    ],
    why: 'The mode is switched before each half. The copy comes after the comparison, before the next epoch moves the weights.',
  },
  {
    id: 'early-stopping-under-ddp',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'You train with DDP on four processes, and each has a quarter of the validation set. Who decides to stop, and what goes wrong if each process decides for itself?',
    rubric: [
      { points: 1, says: 'Local losses differ, so processes would stop in different epochs.' },
      { points: 1, says: 'Those that go on wait in the next all-reduce for those that left: the run hangs.' },
      {
        points: 1,
        says: 'Reduce the loss over all processes (sum and count), or decide on rank 0 and broadcast, so that all take the same decision.',
      },
    ],
    model:
      'The four local losses differ, so one process may stop while the others enter the next epoch and wait for ever in the gradient all-reduce. I all-reduce the sum of losses and the number of samples, so that every process sees the same mean and decides alike; or rank 0 decides and broadcasts one flag.',
  },
] as const satisfies QuestionSet;
