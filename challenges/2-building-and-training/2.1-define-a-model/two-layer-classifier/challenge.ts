import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'two-layer-classifier',
  version: 1,
  question: '2.1',
  title: { en: 'Two-layer classifier', zh: '两层分类器' },
  kind: 'implement',
  difficulty: 1,
  minutes: 15,
  concepts: [
    'nn.Module',
    'nn.Linear',
    'nn.Dropout',
    'forward',
    'named_parameters',
    'state_dict',
    'train',
    'eval',
    'logits',
  ],
  prerequisites: ['first-graph'],
  entryPoints: [
    {
      name: 'TwoLayerClassifier',
      kind: 'class',
      signature:
        'class TwoLayerClassifier extends nn.Module { constructor(in_features: number, hidden: number, classes: number, p: number); forward(x: Tensor): Tensor }',
    },
  ],
  limits: { timeLimitMs: 1000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'A layer belongs to the model when it is a property of it, made once in the constructor. What `forward` makes anew on every call is never trained.',
      zh: '只有在构造函数里创建一次、并作为模型属性保存的层，才属于这个模型。`forward` 里每次现建的层永远得不到训练。',
    },
    {
      en: '`nn.Dropout` knows from `model.train()` and `model.eval()` whether to act; a function call in `forward` does not. And what does `nn.CrossEntropyLoss` apply by itself?',
      zh: '`nn.Dropout` 会随 `model.train()` 和 `model.eval()` 切换，而 `forward` 里直接调用的函数不会自动切换。另外想一想：`nn.CrossEntropyLoss` 内部已经做了什么？',
    },
    {
      en: 'In the constructor, after `super()`: `this.fc1`, `this.dropout`, `this.fc2`, in this order. In `forward`: `x.flatten(1)`, then `fc1`, ReLU, `dropout`, `fc2`, and nothing after it.',
      zh: '构造函数中先 `super()`，再依次创建 `this.fc1`、`this.dropout`、`this.fc2`。`forward` 中先 `x.flatten(1)`，然后依次经过 `fc1`、ReLU、`dropout`、`fc2`，后面不再加任何东西。',
    },
  ],
} as const satisfies Challenge;
