import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'dynamic-control-flow',
  version: 2,
  question: '4.3',
  title: { en: 'A net that follows the tree', zh: '沿着树结构计算的网络' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['dynamic graph', 'recursion', 'shared parameters', 'item', 'nn.Embedding', 'stack', 'grad is None'],
  prerequisites: ['first-graph', 'two-layer-classifier'],
  entryPoints: [
    {
      name: 'TreeNet',
      kind: 'class',
      signature:
        'class TreeNet extends nn.Module { constructor(vocab: number, dim: number, classes: number, limit: number); forward(trees: readonly Tree[]): Tensor }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'There is nothing to declare ahead. The graph is whatever your program does with tensors, so write the program that the definition describes: a method that calls itself, and a loop.',
      zh: '不需要事先声明什么。程序对张量做了什么，图就是什么，所以照着定义写程序即可：一个调用自身的方法，再加一个循环。',
    },
    {
      en: '`encode(tree)` has three cases, and token 0 is a token: ask for the type, not for truth. The loop has to look at a value: `h.norm().item()` is a plain number. Each row looks at its own.',
      zh: '`encode(tree)` 分三种情况；词元 0 也是词元，应该判断类型，而不是判断真假。循环需要看数值：`h.norm().item()` 是一个普通的数。每一行各看各的。',
    },
    {
      en: '`this.binary(torch.cat([this.encode(left), this.encode(right)])).tanh()` for two children, `for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.settle(h).tanh();` at the root, and `this.head(torch.stack(roots))` for the batch.',
      zh: '两个子节点时用 `this.binary(torch.cat([this.encode(left), this.encode(right)])).tanh()`；在根上 `for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.settle(h).tanh();`；最后对整批用 `this.head(torch.stack(roots))`。',
    },
  ],
} as const satisfies Challenge;
