import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-strict-allows',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What does `model.load_state_dict(state, strict=False)` accept without an error?',
    options: [
      { text: 'Keys of the model that the state lacks.', right: true, why: 'They are returned as missing_keys.' },
      { text: 'Keys of the state that the model lacks.', right: true, why: 'They are returned as unexpected_keys.' },
      {
        text: 'A tensor of another shape under a key that both have.',
        right: false,
        why: 'That raises a RuntimeError either way: strict is about keys alone. Leave such entries out beforehand.',
      },
      {
        text: 'A float16 tensor for a float32 parameter.',
        right: true,
        why: '`copy_` converts. With strict=True it does so too.',
      },
    ],
  },
  {
    id: 'where-module-comes-from',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why do all keys of a checkpoint begin with `module.`?',
    options: [
      {
        text: 'torch.save puts it there.',
        right: false,
        why: 'Saving changes no key.',
      },
      {
        text: 'The wrapper’s state was saved: DataParallel and DDP hold the model in an attribute called module.',
        right: true,
        why: 'Saving `model.module.state_dict()` avoids it from the start.',
      },
      {
        text: 'They are keys of an nn.Module, rather than of an optimizer.',
        right: false,
        why: 'A module’s keys begin with the names of its attributes.',
      },
      {
        text: 'The model was trained on a GPU.',
        right: false,
        why: 'The device is not in the key. A single GPU needs no wrapper.',
      },
    ],
  },
  {
    id: 'after-the-error',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`m = nn.Linear(2, 1)` with both weights 0. `m.load_state_dict({ weight: torch.ones(1, 2), bias: torch.zeros(3) })` throws, and the error is caught. What is `m.weight.sum()` then?',
    answer: 2,
    tolerance: 0,
    why: 'Faults are collected while entries are copied, and told at the end. So the weight was loaded, and whoever goes on after the error has half a model.',
  },
  {
    id: 'silent-failure',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'A fine-tuning run loads a DDP checkpoint with `strict=False` and no error appears. Validation starts at chance level. What is the likely cause?',
    options: [
      {
        text: 'No key matched: all are missing and all unexpected, and nobody read the result.',
        right: true,
        why: 'With `module.` before every key nothing is loaded, and strict=False keeps silent. Check that loaded keys are not few.',
      },
      { text: 'The optimizer was not loaded.', right: false, why: 'It plays no part in the first validation.' },
      { text: 'The model was left in training mode.', right: false, why: 'That costs some accuracy, not all of it.' },
      {
        text: 'The checkpoint is on another device.',
        right: false,
        why: 'Values are copied across devices, or loading fails.',
      },
    ],
  },
  {
    id: 'three-places',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`DataParallel(model)` is to load the state of the plain model, 62 keys, with `strict=False`. How many entries do missing_keys and unexpected_keys have together?',
    answer: 124,
    tolerance: 0,
    why: 'The wrapper’s keys begin with `module.`, the state’s do not: 62 are missing and 62 unexpected.',
  },
  {
    id: 'strict-or-not',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When would you load with `strict=False`, and how do you keep it from hiding a fault?',
    rubric: [
      { points: 1, says: 'When parts are meant to differ: a new head, a part that is dropped or added.' },
      { points: 1, says: 'Otherwise strict: resuming and deploying must fit completely.' },
      {
        points: 1,
        says: 'Looks at the result: missing and unexpected keys must be exactly the expected ones, or all others fail.',
      },
    ],
    model:
      'For resuming and for deploying I load strictly; anything that does not fit is a fault. For fine-tuning I expect the head to be missing, so I load with strict=False and assert that missing_keys are the head’s and unexpected_keys the old head’s, no others. Renaming I do explicitly before loading, in one place with a test, and I log how many keys were loaded.',
  },
] as const satisfies QuestionSet;
