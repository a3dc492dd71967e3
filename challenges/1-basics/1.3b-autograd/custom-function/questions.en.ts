import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-backward-returns',
    stage: 'concept',
    kind: 'single',
    prompt: '`forward(ctx, x, weight, stride)` takes two tensors and a number. How many values does `backward` return?',
    options: [
      {
        text: 'Three, the last of them `null`',
        right: true,
        why: 'One for each argument of forward after `ctx`, in order. What is no tensor gets `null`.',
      },
      {
        text: 'Two, for the tensors',
        right: false,
        why: 'Positions count: autograd would complain about an incorrect number of gradients.',
      },
      {
        text: 'As many as `needs_input_grad` has true entries',
        right: false,
        why: 'Inputs that need none keep their place, filled with `null`.',
      },
    ],
  },
  {
    id: 'what-to-save',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: 'Which of these may be passed to `save_for_backward` without making second derivatives wrong?',
    options: [
      {
        text: 'An input of forward',
        right: true,
        why: 'It comes back with its own history, so backward is differentiable with respect to it.',
      },
      {
        text: 'The result of forward',
        right: true,
        why: 'It comes back as the output of this very node.',
      },
      {
        text: 'An intermediate result of forward',
        right: false,
        why: 'Forward runs without being recorded: it has no history and counts as a constant.',
      },
      {
        text: 'A detached copy of an input',
        right: false,
        why: 'The copy is cut from the graph, so the second derivative loses a term.',
      },
    ],
  },
  {
    id: 'the-silent-change',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A `Square` computes `x.mul(x)`, keeps `ctx.x = x` as an attribute, and its backward returns `grad.mul(ctx.x).mul(2)`. With `x = 3` (requires_grad): `h = x.mul(1)`, `y = Square.apply(h)`, `h.add_(4)`, `y.backward()`. What is `x.grad`?',
    answer: 14,
    tolerance: 0.001,
    why: 'The attribute is the same tensor, which now holds 7, so $2 \\cdot 7 = 14$ comes out where 6 would be right, and nobody complains. With `save_for_backward` it is a RuntimeError.',
  },
  {
    id: 'broadcast-and-sum',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why is the gradient of the 0-d `beta` a sum over all elements?',
    options: [
      {
        text: 'It was used at every element, and gradients of several uses add up.',
        right: true,
        why: 'Broadcasting is repeated use. The same holds for the bias of a linear layer, summed over the batch.',
      },
      {
        text: 'Because the loss is a sum',
        right: false,
        why: 'Also with a mean as loss the parts are summed; its factor $1/N$ is in `grad` already.',
      },
      {
        text: 'Autograd would refuse a larger gradient.',
        right: false,
        why: 'It would even reduce an expandable one by itself. The sum is what the chain rule says.',
      },
    ],
  },
  {
    id: 'function-or-composition',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When do you write a `Function`, and what does it cost? Two or three sentences.',
    rubric: [
      {
        points: 1,
        says: 'For less memory (recompute instead of keep), better numerics, a chosen gradient, or code outside of torch.',
      },
      { points: 1, says: 'It costs a derivation by hand that must be checked with gradcheck (and gradgradcheck).' },
      {
        points: 1,
        says: 'Recomputing trades time for memory; fusing compilers and other transforms may not see through it.',
      },
    ],
    model:
      'I write one when the composed version keeps large intermediates that are cheap to recompute, when its derivative overflows, when I want another gradient than the true one, or when the forward pass is a kernel of my own. The price is a hand-written derivative: I run gradcheck and gradgradcheck in float64. Otherwise I compose operators.',
  },
] as const satisfies QuestionSet;
