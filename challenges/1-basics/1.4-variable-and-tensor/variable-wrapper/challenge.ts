import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'variable-wrapper',
  version: 1,
  question: '1.4',
  title: { en: 'Variable, before and after the merge', zh: 'Variable：合并之前与之后' },
  kind: 'implement',
  difficulty: 3,
  minutes: 45,
  concepts: ['Variable', 'requires_grad', 'volatile', '.data', 'detach', 'version counter', 'no_grad'],
  prerequisites: ['first-graph', 'scalar-autograd'],
  entryPoints: [
    {
      name: 'Variable',
      kind: 'class',
      signature:
        'class Variable { constructor(data: Tensor, options?: { requires_grad?: boolean; volatile?: boolean }) }',
    },
    { name: 'evaluate', kind: 'function', signature: 'evaluate(model: nn.Module, inputs: Tensor[]): number' },
    { name: 'sgd_step', kind: 'function', signature: 'sgd_step(params: Tensor[], lr: number): void' },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'A result needs three things beside its `data`: its flags, which follow from those of its operands; the operands, if it requires a gradient; and a rule that turns its gradient into theirs. Without a gradient to come, keep no operands.',
      zh: '除了 `data`，一个结果还需要三样东西：由操作数决定的标志；需要梯度时的操作数；以及把自己的梯度变成操作数梯度的规则。如果不需要梯度，就不必保留操作数。',
    },
    {
      en: 'A version counter is an object `{ count: 0 }` that a Variable and what is detached from it share. `mul` notes the counts when it keeps its operands, backward compares them. `.data` is outside of all this: that is the whole difference between the two.',
      zh: '版本计数器就是一个对象 `{ count: 0 }`，由 Variable 和从它 detach 出来的共用。`mul` 保留操作数时记下计数，backward 时比较。`.data` 完全不在其中，两者的区别就在这里。',
    },
    {
      en: 'backward: list the graph in topological order, begin with `torch.ones_like(this.data)`, walk from the end, add up what arrives at each Variable, and at leaves put `new Variable(g.clone())`. Today: `torch.no_grad(() => { for (const p of params) if (p.grad) p.sub_(p.grad.mul(lr)); })`.',
      zh: 'backward：按拓扑顺序列出计算图，从 `torch.ones_like(this.data)` 开始，由后往前走，把到达每个 Variable 的梯度加起来，在叶子处放入 `new Variable(g.clone())`。今天的写法：`torch.no_grad(() => { for (const p of params) if (p.grad) p.sub_(p.grad.mul(lr)); })`。',
    },
  ],
} as const satisfies Challenge;
