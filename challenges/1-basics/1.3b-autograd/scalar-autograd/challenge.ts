import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'scalar-autograd',
  version: 1,
  question: '1.3b',
  title: { en: 'Autograd from nothing', zh: '从零实现自动求导' },
  kind: 'implement',
  difficulty: 2,
  minutes: 30,
  concepts: [
    'computation graph',
    'reverse mode',
    'chain rule',
    'topological order',
    'backward',
    'grad',
    'accumulation',
  ],
  prerequisites: ['first-graph'],
  entryPoints: [
    {
      name: 'Value',
      kind: 'class',
      signature:
        'class Value { constructor(data: number); data: number; grad: number; add(other: Value | number): Value; mul(other: Value | number): Value; pow(n: number): Value; tanh(): Value; backward(): void }',
    },
    {
      name: 'squared_error',
      kind: 'function',
      signature: 'squared_error(w: Value, b: Value, xs: number[], ys: number[]): Value',
    },
  ],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-9, atol: 1e-9 },
  hints: [
    {
      en: 'What must a result remember so that its gradient can be passed on? For each operand: which value it was, and the derivative of the result with respect to it, a plain number known at once.',
      zh: '要把梯度往回传，一个结果需要记住什么？对每个操作数记两样：它是哪个值，以及结果对它的偏导数。后者在前向时就是一个已知的数。',
    },
    {
      en: 'A value may pass on only when everything that flows into it has arrived. Walk the graph depth first and write a value down after all its operands: that list, read from its end, is an order that works. A stack of your own replaces recursion.',
      zh: '一个值要等流向它的梯度全部到齐，才能往下传。深度优先遍历计算图，在所有操作数之后记下当前值；把这个列表倒过来读，就是可行的顺序。递归可以换成自己维护的栈。',
    },
    {
      en: 'Keep the gradients of this call apart from `.grad`: `const arrived = new Map([[this, 1]])`. For each value in order: `g = arrived.get(value)`, `value.grad += g`, and for each operand add `g * local` to its entry in `arrived`.',
      zh: '本次调用的梯度不要和 `.grad` 混在一起：`const arrived = new Map([[this, 1]])`。按顺序对每个值：取 `g = arrived.get(value)`，执行 `value.grad += g`，再把 `g * local` 加到 `arrived` 中每个操作数的那一项上。',
    },
  ],
} as const satisfies Challenge;
