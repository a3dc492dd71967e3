import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'when-is-the-graph-built',
    stage: 'concept',
    kind: 'single',
    prompt: 'When does PyTorch build the graph of `out`?',
    options: [
      {
        text: 'While the operations run',
        right: true,
        why: 'Each operation computes its result and links a node to it at once. There is no separate build step.',
      },
      {
        text: 'When `backward()` is called',
        right: false,
        why: 'Backward walks a graph that must be there already. By then the forward values it needs have been saved.',
      },
      {
        text: 'When `requires_grad_(true)` is called',
        right: false,
        why: 'That only marks a leaf. Without an operation on it there is no node.',
      },
    ],
  },
  {
    id: 'which-are-leaves',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these tensors are leaves (`is_leaf` is true)?',
    options: [
      { text: '`torch.ones(3)`', right: true, why: 'A tensor that requires no gradient counts as a leaf.' },
      {
        text: '`torch.ones(3, { requires_grad: true })`',
        right: true,
        why: 'Made by the user, with no operation before it.',
      },
      {
        text: '`torch.ones(3, { requires_grad: true }).mul(2)`',
        right: false,
        why: 'It is the result of a recorded operation and has a `grad_fn`.',
      },
      {
        text: '`torch.ones(3, { requires_grad: true }).mul(2).detach()`',
        right: true,
        why: 'Detached from its history it requires no gradient, so it is a leaf again.',
      },
    ],
  },
  {
    id: 'gradient-after-three-calls',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`x` is `torch.tensor([1, 2, 4])` as float32 with `requires_grad`. Three times in a row, `x.pow(2).mul(x).mean().backward()` runs, and no gradient is cleared. What is the last element of `x.grad`?',
    answer: 48,
    tolerance: 0.001,
    why: 'The gradient of one run is $3x^2 / 3 = x^2$, which is 16 at the last element. `backward()` adds to `.grad`, so three runs give 48.',
  },
  {
    id: 'order-of-one-step',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put in order what happens from `out.backward()` to the value in `leaf.grad`.',
    items: [
      'The gradient of `out` with respect to itself is set to 1.',
      'The node of `mean` spreads it over the elements of `z`.',
      'The node of the product gives one part to `x` and one part to the node of `y`.',
      'The parts that reach `x` on its two paths are added.',
      'The sum is added to what `leaf.grad` held before.',
    ],
    why: 'Backward runs from the root to the leaves. A node passes on only when all that flows into it has arrived, so the two paths are added before the leaf stores them.',
  },
  {
    id: 'grad-or-backward',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When do you prefer `torch.autograd.grad(out, inputs)` to `out.backward()`? Two or three sentences.',
    rubric: [
      {
        points: 1,
        says: '`autograd.grad` returns the gradients and leaves `.grad` of all leaves untouched; `backward` accumulates into `.grad`.',
      },
      {
        points: 1,
        says: 'It fits gradients of chosen tensors (inputs, intermediate results), such as saliency or a gradient penalty.',
      },
      {
        points: 1,
        says: '`backward` fits training: optimizers read `.grad`, and accumulation over micro-batches comes for free.',
      },
    ],
    model:
      'In training I call `backward()`, because the optimizer reads `.grad` and accumulation over micro-batches is often wanted. When I need the gradient of particular tensors as values, for a gradient penalty or to inspect an input, I call `autograd.grad`: it gives back just these and leaves no trace in any `.grad`.',
  },
] as const satisfies QuestionSet;
