import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-lines-unfreeze',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'All parameters are frozen. After which of these lines do those of `layer2` require gradients?',
    options: [
      {
        text: '`model.layer2.requires_grad = true`',
        right: false,
        why: 'A new property on the module. Autograd asks the tensors, not the module.',
      },
      {
        text: '`model.layer2.requires_grad_(true)`',
        right: true,
        why: 'The method sets the flag of every parameter below the module.',
      },
      {
        text: '`for (const p of model.layer2.parameters()) p.requires_grad = true`',
        right: true,
        why: 'On a tensor, the attribute is the flag itself.',
      },
      {
        text: '`model.layer2.train()`',
        right: false,
        why: 'The mode decides about dropout and batch normalisation, not about gradients.',
      },
      {
        text: '`optimizer.add_param_group({ params: model.layer2.parameters() })`',
        right: false,
        why: 'The optimizer takes them, but without a gradient it skips them in every step.',
      },
    ],
  },
  {
    id: 'why-no-error',
    stage: 'concept',
    kind: 'single',
    prompt: 'Nothing but the new head required a gradient. Why did `loss.backward()` not fail?',
    options: [
      {
        text: 'A loss always requires a gradient.',
        right: false,
        why: 'Only when something it was computed from does. With the old, frozen head it would have failed.',
      },
      {
        text: 'In evaluation mode, `backward()` does nothing.',
        right: false,
        why: 'The mode does not touch autograd.',
      },
      {
        text: 'The head was made after the freezing, and new parameters require gradients.',
        right: true,
        why: 'One leaf that requires a gradient is enough for a graph from it to the loss.',
      },
    ],
  },
  {
    id: 'running-variance',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A fresh `nn.BatchNorm1d(1)` with default settings sees the batch `[[0], [2], [4]]` twice in training mode and three times in evaluation mode. What is its `running_var` then?',
    answer: 1.57,
    tolerance: 0.001,
    why: 'The variance that is collected is the unbiased one, 4. It starts at 1 with momentum 0.1: 0.9 · 1 + 0.1 · 4 = 1.3, then 0.9 · 1.3 + 0.1 · 4 = 1.57. Evaluation changes nothing.',
  },
  {
    id: 'order-of-the-setup',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the steps in order, so that the head and the last block are trained and nothing else.',
    items: [
      'Freeze every parameter of the pretrained model.',
      'Release the parameters of the last block and put the new head in place.',
      'Collect the parameters that require a gradient.',
      'Make the optimizer over them.',
      'Switch to training mode.',
      'Run the training loop.',
      'Switch to evaluation mode, then validate and save.',
    ],
    why: 'The optimizer holds the tensors it was given. So the head must be in place, and the flags must be final, before they are collected.',
  },
  {
    id: 'a-test-for-it',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Which short automatic test would have found this bug before the training run was paid for?',
    rubric: [
      {
        points: 1,
        says: 'Copies the state, takes one optimizer step, and compares which entries have changed.',
      },
      {
        points: 1,
        says: 'Asserts the exact list of names with `requires_grad`, or that the optimizer holds exactly these parameters.',
      },
      { points: 1, says: 'Checks the mode of the modules during the step, or that running statistics have moved.' },
    ],
    model:
      'I copy `state_dict()`, run one step on a tiny batch and assert that the entries of the head and the last block have changed and all others are equal bit for bit. Before that I assert the list of names whose `requires_grad` is true. The running statistics of the trained block must have moved too, which catches a forgotten `train()`.',
  },
] as const satisfies QuestionSet;
