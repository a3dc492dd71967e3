import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-reverse-mode',
    stage: 'concept',
    kind: 'single',
    prompt: '损失依赖于一百万个参数。训练为什么采用反向模式？',
    options: [
      {
        text: '往回走一遍，就得到对每个参数的导数。',
        right: true,
        why: '反向模式是每个输出走一遍，而输出只有损失这一个。前向模式则要为每个参数各走一遍。',
      },
      {
        text: '它比前向模式省内存。',
        right: false,
        why: '恰好相反：求导要用的中间值必须一直留到反向经过时。',
      },
      {
        text: '它的导数是精确的，前向模式的是近似的。',
        right: false,
        why: '两者都精确地应用链式法则。近似的是有限差分。',
      },
    ],
  },
  {
    id: 'which-orders-work',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '对任意的计算图，`backward` 可以按哪些顺序访问各个值？',
    options: [
      {
        text: '深度优先搜索，在所有操作数之后记下每个值，再把列表倒序',
        right: true,
        why: '列表中每个值都排在它所依赖的值之后，倒过来就排在它们之前。',
      },
      {
        text: '从结果出发的广度优先顺序',
        right: false,
        why: '如果一个值还能经更长的路到达，访问它时还有一部分梯度没到。',
      },
      { text: '创建顺序的倒序', right: true, why: '结果总是在操作数之后创建。' },
      {
        text: '一个值在图中的所有使用都访问过之后，就访问它',
        right: true,
        why: '这正是所需的条件。PyTorch 就是这样做的：统计还差几个依赖。',
      },
    ],
  },
  {
    id: 'the-second-call',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '某个小引擎直接在 `.grad` 里累加梯度：先令 `this.grad = 1`，再按拓扑顺序把每个值的 `value.grad * local` 加到操作数的 `.grad` 上。设 $a = 2$，`b = a.mul(3)`，`out = b.mul(b)`。连续调用两次 `out.backward()`，期间不清零。`a.grad` 是多少？（正确的结果应为 72。）',
    answer: 108,
    tolerance: 0.001,
    why: '第一次之后 `b` 的梯度是 12，`a` 的是 36。第二次又给 `b` 加 12，`b` 变成 24，往下传 $24 \\cdot 3 = 72$，于是 $36 + 72 = 108$。',
  },
  {
    id: 'what-is-saved',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '`tanh` 的节点为反向传播保存哪个值最省？',
    options: [
      {
        text: '输入 $x$',
        right: false,
        why: '也能用，但要重新算一遍 tanh，而且输入可能没有别人需要，只为它留着。',
      },
      {
        text: '结果 $t$',
        right: true,
        why: '导数是 $1 - t^2$；结果通常本来就要留着，因为它是下一个运算的操作数。',
      },
      { text: '两个都存', right: false, why: '只凭结果就能算出导数。' },
    ],
  },
  {
    id: 'order-of-the-example',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '设 `a = 2`，`b = a.mul(3)`，`m = b.mul(a)`，`out = m.add(b)`。把 `out.backward()` 中发生的事按先后排序。',
    items: [
      '`out` 得到 1。',
      '`m` 从 `out` 得到 1。',
      '`m` 把 2 传给 `b`，把 6 传给 `a`。',
      '`b` 把完整的梯度 $3$ 乘以 3 传给 `a`。',
      '`a` 的梯度到齐：15。',
    ],
    why: '`b` 用在两处：`out` 和 `m`。等 `m` 也传回之后，它的梯度 $1 + 2 = 3$ 才完整。',
  },
  {
    id: 'tape-or-graph',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      '引擎可以把每个运算都记到一个全局列表（tape）里，也可以让每个结果指向自己的操作数（计算图）。两种做法各有什么好处？用两三句话说明。',
    rubric: [
      { points: 1, says: 'tape 天然按执行顺序排列，反向时从末尾读起，不需要排序。' },
      { points: 1, says: '计算图中没有人持有的部分会自动释放；全局的 tape 会一直留着所有内容，直到被清空。' },
      { points: 1, says: '计算图让反向传播只访问结果所依赖的部分，多张图可以互不干扰地并存。' },
    ],
    model:
      'tape 很简单：执行顺序本身就是拓扑顺序，反向时从末尾往前读即可。但在清空之前它会留住每一个值，而且要有人告诉它何时记录。由引用构成的计算图随结果一起释放，互不相关的计算彼此分开，反向时只访问结果所依赖的部分；代价是要先找出一个顺序。',
  },
] as const satisfies QuestionSet;
