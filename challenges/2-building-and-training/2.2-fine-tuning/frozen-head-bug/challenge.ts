import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'frozen-head-bug',
  version: 1,
  question: '2.2',
  title: { en: 'The block that stayed frozen', zh: '没有解冻的模块' },
  kind: 'debug',
  difficulty: 2,
  minutes: 15,
  concepts: ['requires_grad', 'requires_grad_', 'parameters', 'train', 'eval', 'nn.BatchNorm1d', 'optim.SGD'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'fine_tune',
      kind: 'function',
      signature: 'fine_tune(run: Run): number[]',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'Do not trust the comments. After the freezing, print the name and `requires_grad` of every entry of `model.named_parameters()`, and `model.training` inside the loop.',
      zh: '不要相信注释。冻结之后，把 `model.named_parameters()` 里每一项的名称和 `requires_grad` 打印出来，再在循环里打印 `model.training`。',
    },
    {
      en: '`requires_grad` is an attribute of tensors. On a module, the assignment makes a new property that nobody reads. And which statistics does batch normalisation use after `model.eval()`?',
      zh: '`requires_grad` 是张量的属性。写在模块上，只是新建了一个没有任何代码会读取的属性。另外，调用 `model.eval()` 之后，批量归一化用的是哪一组统计量？',
    },
    {
      en: '`model.layer2.requires_grad_(true)`, with the underscore, sets the flag of each of its parameters. Call `model.train()` before the loop and `model.eval()` after it.',
      zh: '带下划线的 `model.layer2.requires_grad_(true)` 会设置其中每一个参数。循环之前调用 `model.train()`，循环之后再调用 `model.eval()`。',
    },
  ],
} as const satisfies Challenge;
