import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'unregistered-layer',
    stage: 'concept',
    kind: 'single',
    prompt:
      'A model keeps its layers in `this.layers = [new nn.Linear(4, 8), new nn.Linear(8, 2)]`. What happens in training?',
    options: [
      {
        text: 'The forward pass throws.',
        right: false,
        why: 'The layers are ordinary callables; the array does not disturb them.',
      },
      {
        text: 'It computes, but the optimizer gets no parameters.',
        right: true,
        why: 'An array is not searched for modules. PyTorch optimizers refuse an empty list; with other registered layers nothing is said at all.',
      },
      {
        text: 'It trains, only `state_dict()` is empty.',
        right: false,
        why: '`parameters()` and `state_dict()` walk the same tree: what one misses, the other misses.',
      },
    ],
  },
  {
    id: 'what-eval-changes',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What does `model.eval()` change?',
    options: [
      {
        text: '`nn.Dropout` passes its input on unchanged.',
        right: true,
        why: 'It reads its own `training` flag, which `eval()` sets to false on every submodule.',
      },
      {
        text: '`nn.BatchNorm` uses its running statistics.',
        right: true,
        why: 'In evaluation mode it normalises with the stored mean and variance and does not update them.',
      },
      {
        text: 'No graph is recorded.',
        right: false,
        why: 'That is the work of `no_grad`. A forward pass in evaluation mode can be differentiated as usual.',
      },
      {
        text: '`requires_grad` of the parameters becomes false.',
        right: false,
        why: 'Modes and gradient tracking are independent.',
      },
    ],
  },
  {
    id: 'softmax-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A model for three classes ends with softmax, and its output goes into `nn.CrossEntropyLoss`. It is as sure as can be and right: its output is `[1, 0, 0]` for class 0. What is the loss (to three decimals)?',
    answer: 0.551,
    tolerance: 0.001,
    why: 'The loss applies softmax again: $-\\log\\big(e / (e + 2)\\big) \\approx 0.551$. It cannot get lower.',
  },
  {
    id: 'count-the-parameters',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: 'How many parameters does `TwoLayerClassifier(20, 50, 3, 0.5)` have?',
    answer: 1203,
    tolerance: 0,
    why: '$20 \\cdot 50 + 50 = 1050$ in `fc1` and $50 \\cdot 3 + 3 = 153$ in `fc2`. Dropout has none.',
  },
  {
    id: 'module-or-sequential',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When is `nn.Sequential` enough, and when do you write a class with its own `forward`?',
    rubric: [
      { points: 1, says: 'Sequential fits a straight chain where each layer has one input and one output.' },
      {
        points: 1,
        says: 'A class is needed for branches, skip connections, several inputs or outputs, or control flow.',
      },
      {
        points: 1,
        says: 'A class gives names to the parts: readable `state_dict` keys, access to a layer for freezing or replacing.',
      },
    ],
    model:
      '`nn.Sequential` is enough for a straight chain of layers. As soon as there is a skip connection, a second input or a branch on the data, I write a class. Even for a chain a class can pay off: its parts have names, so checkpoint keys are readable and a head can be found and replaced.',
  },
] as const satisfies QuestionSet;
