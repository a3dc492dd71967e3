import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'parameter-or-buffer',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these belong into buffers?',
    options: [
      {
        text: 'The running mean of batch normalisation',
        right: true,
        why: 'It is updated by forward, not by the optimizer, and a checkpoint must contain it.',
      },
      {
        text: 'A causal mask of an attention layer',
        right: true,
        why: 'Constant, but it has to move with the model; `persistent=False` keeps it out of checkpoints.',
      },
      { text: 'The weight of a linear layer', right: false, why: 'It is trained, so it is a parameter.' },
      {
        text: 'The number of heads',
        right: false,
        why: 'A plain number needs neither a device nor a place in the checkpoint: an attribute will do.',
      },
    ],
  },
  {
    id: 'why-copy-in-place',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'An optimizer was made before `load_state_dict`. Which way of loading breaks it?',
    options: [
      {
        text: 'Registering the loaded tensors in the place of the parameters',
        right: true,
        why: 'The optimizer holds the old objects and steps them; the model reads the new ones.',
      },
      {
        text: 'Copying the values into the parameters under `no_grad`',
        right: false,
        why: 'The objects stay the same, so the optimizer still holds what the model uses.',
      },
      {
        text: 'Either: an optimizer must always be made after loading',
        right: false,
        why: 'For values that are copied in place the order does not matter. (Its own state has a state_dict of its own.)',
      },
    ],
  },
  {
    id: 'tied-weights',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`model = new nn.Sequential(new nn.Linear(8, 8), new nn.ReLU(), new nn.Linear(8, 8))`, then `model.at(2).weight = model.at(0).weight`. Let $p$ be the number of entries of `parameters()` and $s$ that of `state_dict()`. What is $10p + s$?',
    answer: 34,
    tolerance: 0,
    why: '`parameters()` gives each tensor once: the shared weight and two biases, $p = 3$. `state_dict()` has every name: $s = 4$.',
  },
  {
    id: 'order-of-loading',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the steps of a careful `load_state_dict` in order.',
    items: [
      'List the names that the module has.',
      'Compare them with the keys that were given, both ways.',
      'Compare the shapes where a name is on both sides.',
      'Throw one error that names everything that does not fit.',
      'Copy the values in place, without recording.',
    ],
    why: 'All checks come before the first copy: then a load that fails has changed nothing. (PyTorch itself copies what fits before it throws.)',
  },
  {
    id: 'strict-false',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When is `strict=False` right, and how do you make sure that it hides no mistake? Two or three sentences.',
    rubric: [
      { points: 1, says: 'Right where a difference is intended: a replaced head, added adapters, a part of a model.' },
      { points: 1, says: 'It returns missing_keys and unexpected_keys: compare them with what was expected.' },
      {
        points: 1,
        says: 'It is no remedy for prefixes or renamed layers: rename the keys and load strictly.',
      },
    ],
    model:
      'I use it where the difference is intended, for instance a new head on a pretrained body, and I check that missing_keys are exactly the keys of that head and that nothing was unexpected. For a `module.` prefix or renamed layers I rename the keys and load strictly, because otherwise those layers would silently stay random.',
  },
] as const satisfies QuestionSet;
