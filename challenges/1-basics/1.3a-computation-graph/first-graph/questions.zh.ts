import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'when-is-the-graph-built',
    stage: 'concept',
    kind: 'single',
    prompt: 'PyTorch 在什么时候建立 `out` 的计算图？',
    options: [
      { text: '运算执行的同时', right: true, why: '每个运算在算出结果时就挂上一个节点，没有单独的建图阶段。' },
      {
        text: '调用 `backward()` 时',
        right: false,
        why: '反向传播走的是已经建好的图；它需要的中间值在前向时就保存好了。',
      },
      {
        text: '调用 `requires_grad_(true)` 时',
        right: false,
        why: '这只是给叶子做了标记。没有对它做运算，就没有节点。',
      },
    ],
  },
  {
    id: 'which-are-leaves',
    stage: 'concept',
    kind: 'multiple',
    prompt: '下面哪些张量是叶子（`is_leaf` 为 true）？',
    options: [
      { text: '`torch.ones(3)`', right: true, why: '不需要梯度的张量按约定也算叶子。' },
      { text: '`torch.ones(3, { requires_grad: true })`', right: true, why: '由用户直接创建，前面没有任何运算。' },
      {
        text: '`torch.ones(3, { requires_grad: true }).mul(2)`',
        right: false,
        why: '它是一次被记录的运算的结果，带有 `grad_fn`。',
      },
      {
        text: '`torch.ones(3, { requires_grad: true }).mul(2).detach()`',
        right: true,
        why: '与历史脱离后不再需要梯度，因此又成了叶子。',
      },
    ],
  },
  {
    id: 'gradient-after-three-calls',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`x` 是 float32 的 `torch.tensor([1, 2, 4])`，已打开 `requires_grad`。连续执行三次 `x.pow(2).mul(x).mean().backward()`，期间不清零梯度。`x.grad` 的最后一个元素是多少？',
    answer: 48,
    tolerance: 0.001,
    why: '执行一次的梯度是 $3x^2 / 3 = x^2$，最后一个元素处为 16。`backward()` 会累加到 `.grad`，三次之后是 48。',
  },
  {
    id: 'order-of-one-step',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '从 `out.backward()` 到 `leaf.grad` 中的数值，按发生的先后排序。',
    items: [
      '把 `out` 对自身的梯度设为 1。',
      '`mean` 的节点把它分摊到 `z` 的各个元素上。',
      '乘法的节点把一部分传给 `x`，另一部分传给 `y` 的节点。',
      '沿两条路径到达 `x` 的梯度相加。',
      '相加的结果再累加到 `leaf.grad` 原有的值上。',
    ],
    why: '反向传播从输出走向叶子。一个节点要等所有流入的梯度到齐才往下传，所以两条路径先相加，再写入叶子。',
  },
  {
    id: 'grad-or-backward',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候更适合用 `torch.autograd.grad(out, inputs)` 而不是 `out.backward()`？用两三句话说明。',
    rubric: [
      { points: 1, says: '`autograd.grad` 直接返回梯度，不改动任何叶子的 `.grad`；`backward` 会累加到 `.grad`。' },
      { points: 1, says: '适合只求指定张量（输入、中间结果）的梯度，例如显著图、梯度惩罚。' },
      { points: 1, says: '训练适合用 `backward`：优化器读取的就是 `.grad`，多个小批次的梯度累积也自然完成。' },
    ],
    model:
      '训练时我用 `backward()`，因为优化器读取 `.grad`，而且常常需要在多个小批次上累积梯度。如果只想拿到某几个张量的梯度数值，比如做梯度惩罚或分析输入，我用 `autograd.grad`：它只返回这些梯度，不会在任何 `.grad` 里留下痕迹。',
  },
] as const satisfies QuestionSet;
