import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'adam-from-scratch',
  version: 2,
  question: '3.1',
  title: { en: 'Adam from scratch', zh: '从零实现 Adam' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['optim.Adam', 'step', 'zero_grad', 'grad', 'no_grad', 'in-place', 'bias correction', 'weight_decay'],
  prerequisites: ['first-graph'],
  entryPoints: [
    {
      name: 'Adam',
      kind: 'class',
      signature:
        'class Adam { constructor(params: Iterable<Tensor>, options?: { lr?: number; betas?: [number, number]; eps?: number; weight_decay?: number }); step(): void; zero_grad(): void }',
    },
  ],
  limits: { timeLimitMs: 1500, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-6 },
  hints: [
    {
      en: 'What must an optimizer remember of each parameter from one step to the next? Three things, and they belong to the parameter, not to the optimizer as a whole.',
      zh: '从一步到下一步，优化器需要为每个参数记住什么？一共三样，而且它们属于各个参数，不属于整个优化器。',
    },
    {
      en: 'Both running means start at 0, so in the first steps they are too small by the factor $1 - \\beta^t$. Divide copies of them by it; what you keep stays uncorrected. And a parameter is changed in its own memory, under `no_grad`.',
      zh: '两个滑动平均都从 0 开始，所以最初几步会偏小，偏小的因子是 $1 - \\beta^t$。除以它的应当是副本，保存下来的仍是未修正的值。另外，参数要在 `no_grad` 下原地修改。',
    },
    {
      en: '`m.mul_(beta1).add_(g.mul(1 - beta1))`, `v.mul_(beta2).add_(g.mul(g).mul(1 - beta2))`, then `p.sub_(m.div(1 - beta1 ** t).div(v.div(1 - beta2 ** t).sqrt().add(eps)).mul(lr))`, where `g` is `p.grad` plus `weight_decay` times `p`.',
      zh: '`m.mul_(beta1).add_(g.mul(1 - beta1))`，`v.mul_(beta2).add_(g.mul(g).mul(1 - beta2))`，然后 `p.sub_(m.div(1 - beta1 ** t).div(v.div(1 - beta2 ** t).sqrt().add(eps)).mul(lr))`，其中 `g` 等于 `p.grad` 加上 `weight_decay` 乘 `p`。',
    },
  ],
} as const satisfies Challenge;
