import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-the-log-was-right',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why were `best_epoch` and `best_loss` right while the weights were not?',
    options: [
      {
        text: 'Numbers are copied when they are assigned; a tensor is a handle to memory that training goes on changing.',
        right: true,
        why: 'All three were kept in the same moment, and only the weights could still change.',
      },
      {
        text: '`state_dict()` is computed lazily and is read only at the end.',
        right: false,
        why: 'It is built at once; its entries refer to the live tensors.',
      },
      {
        text: 'The comparison used the wrong epoch.',
        right: false,
        why: 'Then the report would have been wrong as well.',
      },
      {
        text: '`load_state_dict` leaves out tensors that need no gradient.',
        right: false,
        why: 'It copies every entry of the state.',
      },
    ],
  },
  {
    id: 'which-share-memory',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`w` is a float32 parameter on the CPU. Which of these share its memory?',
    options: [
      { text: '`w.detach()`', right: true, why: 'It leaves the graph, not the memory.' },
      { text: '`w.float()`', right: true, why: 'The dtype is already float32, so it returns `w` itself.' },
      { text: '`w.cpu()`', right: true, why: 'It is there already. From a GPU the same call would copy.' },
      { text: '`w.double()`', right: false, why: 'Another dtype needs other memory.' },
      { text: '`w.clone()`', right: false, why: 'It always copies. It stays in the graph, though.' },
    ],
  },
  {
    id: 'sum-after-a-step',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`m = nn.Linear(2, 1)` has both weights 1 and bias 0. `a = m.state_dict()`, and `b` holds `v.clone()` of each entry. One SGD step with `lr` 0.5 on the loss `m(torch.ones(1, 2)).sum()`. What is `a.weight.sum() − b.weight.sum()`?',
    answer: -1,
    tolerance: 1e-6,
    why: 'The gradient is 1 for each weight, so both move by −0.5. `a` moves along and sums to 1; `b` still sums to 2.',
  },
  {
    id: 'which-test-finds-it',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'Which check at the end of training finds this bug with certainty, whenever the best epoch is not the last?',
    options: [
      {
        text: 'Validate the restored model and compare with `best_loss`.',
        right: true,
        why: 'It tests what is shipped. With the bug the loss is that of the last epoch.',
      },
      {
        text: 'Check that `best_epoch` is smaller than the number of epochs.',
        right: false,
        why: 'The report is right with the bug as well.',
      },
      {
        text: 'Check that `best_state` has the keys of the model.',
        right: false,
        why: 'It has; the values are the wrong ones.',
      },
      {
        text: 'Check that the training loss falls.',
        right: false,
        why: 'Training itself was never at fault.',
      },
    ],
  },
  {
    id: 'memory-or-file',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Would you keep the best weights in memory or write them to a file? Name what speaks for each.',
    rubric: [
      { points: 1, says: 'Memory: fast, no disk; but another copy of the model, on the GPU unless it is moved.' },
      { points: 1, says: 'File: survives a crash and can be shipped; costs time, and must be written atomically.' },
      { points: 1, says: 'Writes only on improvements, or copies to the CPU and writes in the background.' },
    ],
    model:
      'A copy in memory is quick, but a large model is held twice, on the GPU unless I clone to the CPU, and it is lost in a crash. A file survives and can be deployed, but each write costs time and may be cut off half-way, so I write to a temporary name and rename. I clone to the CPU on an improvement and write that copy, at the latest at the end of the run.',
  },
] as const satisfies QuestionSet;
