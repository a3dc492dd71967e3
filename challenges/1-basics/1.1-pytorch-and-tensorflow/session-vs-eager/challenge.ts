import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'session-vs-eager',
  version: 1,
  question: '1.1',
  title: { en: 'A session, and the eager version', zh: '会话执行与即时执行' },
  kind: 'implement',
  difficulty: 2,
  minutes: 40,
  concepts: [
    'define-then-run',
    'placeholder',
    'Session.run',
    'fetches',
    'feed_dict',
    'cond',
    'eager execution',
    'autograd',
  ],
  prerequisites: [],
  entryPoints: [
    { name: 'placeholder', kind: 'function', signature: 'placeholder(name: string): Node' },
    { name: 'constant', kind: 'function', signature: 'constant(value: Tensor): Node' },
    { name: 'variable', kind: 'function', signature: 'variable(initial: Tensor): Node' },
    { name: 'assign', kind: 'function', signature: 'assign(target: Node, value: Node): Node' },
    { name: 'cond', kind: 'function', signature: 'cond(test: Node, then: Node, otherwise: Node): Node' },
    {
      name: 'Session',
      kind: 'class',
      signature: 'class Session { run(fetches: Node[], feeds?: [Node, Tensor][]): Tensor[] }',
    },
    { name: 'graph_model', kind: 'function', signature: 'graph_model(w: Tensor): { x: Node; w: Node; out: Node }' },
    { name: 'eager_model', kind: 'function', signature: 'eager_model(x: Tensor, w: Tensor): Tensor' },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'A node is a description: the operation and the nodes it reads. A closure is enough to hold it. Start at a fetch and walk backwards; whatever the walk does not meet is never computed.',
      zh: '节点只是一份描述：做什么运算、读哪些节点，用一个闭包就能存下。从要取的节点出发往回走，没走到的节点根本不会被计算。',
    },
    {
      en: 'Each run begins with an empty table from node to value. The feeds go into it first: a node that is in the table is never evaluated, so what only it needs is not met either. `cond` evaluates its test, then asks for one of its branches.',
      zh: '每次 run 都从一张空的“节点到值”的表开始，先把 feeds 填进去。表里已有的节点不再求值，只为它服务的上游自然也不会被走到。`cond` 先求出 test，再去要其中一个分支。',
    },
    {
      en: "`value(node)`: `table.get(node)`, else `node.compute(run)`, stored before it is given back. The session holds a second table, from variable to value. `assign` writes into a third one, which `run` copies into the session's when all fetches are there.",
      zh: '`value(node)`：先查 `table.get(node)`，没有就执行 `node.compute(run)`，存好再返回。会话里有第二张表，记录变量的值。`assign` 写进第三张表，等全部 fetches 都算完，`run` 才把它并入会话的表。',
    },
  ],
} as const satisfies Challenge;
