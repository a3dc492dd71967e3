import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-backward-returns',
    stage: 'concept',
    kind: 'single',
    prompt: '`forward(ctx, x, weight, stride)` 接收两个张量和一个数字。`backward` 要返回几个值？',
    options: [
      {
        text: '三个，最后一个是 `null`',
        right: true,
        why: 'forward 中 `ctx` 之后的每个参数对应一个，顺序一致。不是张量的对应 `null`。',
      },
      { text: '两个，对应两个张量', right: false, why: '位置要对得上：autograd 会报梯度个数不对。' },
      {
        text: '`needs_input_grad` 中有几个 true 就返回几个',
        right: false,
        why: '不需要梯度的输入仍占一个位置，填 `null`。',
      },
    ],
  },
  {
    id: 'what-to-save',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '把下面哪些传给 `save_for_backward`，二阶导数仍然正确？',
    options: [
      { text: 'forward 的输入', right: true, why: '取出来时带着自己的历史，所以 backward 可以对它求导。' },
      { text: 'forward 的结果', right: true, why: '取出来时就是这个节点的输出。' },
      {
        text: 'forward 的中间结果',
        right: false,
        why: 'forward 执行时不做记录，中间结果没有历史，会被当成常量。',
      },
      { text: '输入 detach 之后的副本', right: false, why: '副本已脱离计算图，二阶导数会少一项。' },
    ],
  },
  {
    id: 'the-silent-change',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '某个 `Square` 计算 `x.mul(x)`，把 `ctx.x = x` 存为属性，backward 返回 `grad.mul(ctx.x).mul(2)`。设 `x = 3`（需要梯度）：`h = x.mul(1)`，`y = Square.apply(h)`，`h.add_(4)`，`y.backward()`。`x.grad` 是多少？',
    answer: 14,
    tolerance: 0.001,
    why: '属性里是同一个张量，此时它的值是 7，于是得到 $2 \\cdot 7 = 14$，而正确的是 6，并且没有任何报错。用 `save_for_backward` 则会抛出 RuntimeError。',
  },
  {
    id: 'broadcast-and-sum',
    stage: 'concept',
    kind: 'single',
    prompt: '0 维的 `beta` 的梯度为什么是对所有元素求和？',
    options: [
      {
        text: '它用在了每个元素上，多处使用的梯度要相加。',
        right: true,
        why: '广播就是重复使用。线性层的偏置也一样，要沿批次求和。',
      },
      {
        text: '因为损失是求和得到的',
        right: false,
        why: '损失是平均值时各部分也要求和，因子 $1/N$ 已经包含在 `grad` 里。',
      },
      {
        text: '梯度更大的话 autograd 会拒绝',
        right: false,
        why: '只要能由广播得到，它甚至会自己缩减。求和是链式法则的要求。',
      },
    ],
  },
  {
    id: 'function-or-composition',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候写 `Function`，代价是什么？用两三句话说明。',
    rubric: [
      { points: 1, says: '为了省内存（重算代替保存）、数值更稳、指定一个梯度，或者计算在 torch 之外。' },
      { points: 1, says: '代价是手推导数，必须用 gradcheck（以及 gradgradcheck）验证。' },
      { points: 1, says: '重算是用时间换内存；融合编译等变换也可能看不到它的内部。' },
    ],
    model:
      '如果拼出来的写法保存了很大、重算却很便宜的中间结果，或者导数会溢出，或者我想要的梯度不是真正的导数，或者前向是自己写的 kernel，我就写一个。代价是手写导数，所以要在 float64 下跑 gradcheck 和 gradgradcheck。其他情况就用现成的运算拼。',
  },
] as const satisfies QuestionSet;
