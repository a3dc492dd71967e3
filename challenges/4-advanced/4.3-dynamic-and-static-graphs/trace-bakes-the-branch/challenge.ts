import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'trace-bakes-the-branch',
  version: 1,
  question: '4.3',
  title: { en: 'The trace that remembers one example', zh: '只记得一个示例的 trace' },
  kind: 'debug',
  difficulty: 2,
  minutes: 20,
  concepts: ['jit.trace', 'jit.script', 'TracerWarning', 'item', 'where', 'clamp', 'detach'],
  prerequisites: ['first-graph', 'dynamic-control-flow'],
  entryPoints: [
    {
      name: 'Scorer',
      kind: 'class',
      signature:
        'class Scorer extends nn.Module { constructor(features: number, hidden: number, outputs: number, limit: number); forward(x: Tensor): Tensor }',
    },
    {
      name: 'export_scorer',
      kind: 'function',
      signature: 'export_scorer(scorer: Scorer, example: Tensor): Uint8Array',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'Print `exported.code` for two examples, a quiet one and a loud one. What of `forward` is in it, and what is missing?',
      zh: '分别用一个安静的和一个响的示例导出，打印 `exported.code`。`forward` 里的内容哪些在里面，哪些不见了？',
    },
    {
      en: 'A trace records operators on tensors. `item()` leaves that world: the number and all that it decides are as they were for the example. Either compile the source, or keep every decision a tensor. In the second case mind what `item()` also did: it cut the graph.',
      zh: 'trace 记录的是张量上的算子。`item()` 离开了这个世界：这个数，以及由它决定的一切，都定格在示例的样子。要么编译源代码，要么让每个判断都是张量。选后一种时别忘了 `item()` 还做了一件事：它切断了计算图。',
    },
    {
      en: 'Either `torch.jit.script(scorer)` in the place of the trace, or `const peak = x.detach().abs().max().clamp({ min: this.limit })`, `x.mul(peak.reciprocal().mul(this.limit))`, and `torch.where(active.lt(0.5), this.sparse(h), this.dense(h))`.',
      zh: '要么用 `torch.jit.script(scorer)` 代替 trace；要么写成 `const peak = x.detach().abs().max().clamp({ min: this.limit })`、`x.mul(peak.reciprocal().mul(this.limit))` 和 `torch.where(active.lt(0.5), this.sparse(h), this.dense(h))`。',
    },
  ],
} as const satisfies Challenge;
