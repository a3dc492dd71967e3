import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import variableWrapper from './variable-wrapper/questions.en.ts';

export default [
  questionFrom(variableWrapper, 'variable-today'),
  questionFrom(variableWrapper, 'port-to-today'),
  {
    id: 'which-are-leaves',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`x = torch.ones(2, requires_grad=True)`. For which of these is `is_leaf` true?',
    options: [
      {
        text: '`torch.ones(2)`',
        right: true,
        why: 'A tensor that requires no gradient counts as a leaf, by convention.',
      },
      {
        text: '`x`',
        right: true,
        why: 'The user made it; no recorded operation did. Here `backward()` leaves a gradient.',
      },
      {
        text: '`x * 2`',
        right: false,
        why: 'An operation made it: it has a `grad_fn`, and by default gets no `.grad`.',
      },
      {
        text: '`x.double()`',
        right: false,
        why: 'A conversion is an operation, as is `.cuda()`. Convert first and ask for the gradient afterwards, or `.grad` arrives at another tensor than the one you hold.',
      },
      { text: '`x.detach()`', right: true, why: 'It requires no gradient and has no history.' },
      {
        text: '`nn.Parameter(x * 2)`',
        right: true,
        why: 'A Parameter takes the data without the history and begins anew.',
      },
    ],
  },
  {
    id: 'not-a-parameter',
    stage: 'concept',
    kind: 'single',
    prompt:
      'In the constructor of a module stands `self.w = torch.randn(3, requires_grad=True)`. Training runs, but `w` never changes. Why?',
    options: [
      {
        text: '`w` gets no gradient, since it is no `Variable`.',
        right: false,
        why: 'Any tensor that requires a gradient gets one; `w.grad` is there after backward.',
      },
      {
        text: 'Only an `nn.Parameter` is registered: `w` is missing from `parameters()`, so the optimizer never hears of it.',
        right: true,
        why: 'It is missing from `state_dict()` too, and does not move along with `.to(device)`. `nn.Parameter(torch.randn(3))` mends all three.',
      },
      {
        text: '`torch.randn` gives a constant; `torch.empty` would be needed.',
        right: false,
        why: 'How a tensor was filled does not matter.',
      },
      {
        text: 'The module must call `super().__init__()` after it.',
        right: false,
        why: 'It must be called before parameters are assigned, and for a plain tensor the order changes nothing.',
      },
    ],
  },
  {
    id: 'integers-that-learn',
    stage: 'concept',
    kind: 'single',
    prompt: 'What does `torch.tensor([1, 2, 3], requires_grad=True)` give?',
    options: [
      {
        text: 'An int64 tensor whose gradient will be int64.',
        right: false,
        why: 'There is no such thing: a derivative asks what a small change does, and integers have none.',
      },
      {
        text: 'A float32 tensor, since a gradient was asked for.',
        right: false,
        why: 'The dtype comes from the numbers; nothing is converted on the side.',
      },
      {
        text: 'A `RuntimeError`: only floating-point and complex tensors can require gradients.',
        right: true,
        why: 'Write `1.0`, or `dtype=torch.float32`. It is also why indices and labels never require gradients.',
      },
      {
        text: 'A `Variable`, as in PyTorch 0.3.',
        right: false,
        why: 'The two are one class, and the rule is the same.',
      },
    ],
  },
  questionFrom(variableWrapper, 'data-or-detach'),
  {
    id: 'through-detach',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`x = torch.tensor(2.0, requires_grad=True)`, `y = x * 3`, `z = y.detach() * y`, `z.backward()`. What is `x.grad`?',
    answer: 18,
    tolerance: 0,
    why: '`y.detach()` is the constant 6, so $z = 6 \\cdot 3x$ and the derivative is 18. Without `detach` it would be $z = 9x^2$ and 36: one of the two paths has been cut.',
  },
  {
    id: 'writes-that-count',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`x = torch.ones(3)`. Then `x.add_(1)`, `x[0] = 5`, `x.view(3).mul_(2)`, `x.detach().add_(1)` and `x.data.add_(1)`. What is `x._version` now?',
    answer: 4,
    tolerance: 0,
    why: 'A view and what `detach()` gives share the counter with `x`, so four of the five writes count. The one through `.data` does not: backward cannot see that a saved value has changed.',
  },
  {
    id: 'without-recording',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      '`w` requires a gradient. Inside `with torch.no_grad():` stands `y = w * 2` and `p = nn.Parameter(torch.ones(1))`. What is true?',
    options: [
      {
        text: '`y.requires_grad` is `False`.',
        right: true,
        why: 'The product was not recorded, so `y` has no history.',
      },
      {
        text: '`w.requires_grad` is `False` inside the block.',
        right: false,
        why: 'The block changes what is recorded, no tensor. That is the difference to `requires_grad_(False)`.',
      },
      {
        text: '`p.requires_grad` is `True`.',
        right: true,
        why: 'To ask for a gradient is no operation. Making a model inside `no_grad()` freezes nothing.',
      },
      {
        text: '`y` shares no memory with `w`.',
        right: true,
        why: 'A product makes a new tensor, recorded or not. Whether an operation gives a view or a copy has nothing to do with `no_grad`.',
      },
      {
        text: 'After the block `y.backward()` leaves a gradient in `w`.',
        right: false,
        why: 'It throws: `y` requires no gradient and has no `grad_fn`. What was not recorded cannot be made up for.',
      },
    ],
  },
  {
    id: 'a-window-of-a-sequence',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt:
      'A recurrent net is trained on one window of a long text after another. What PyTorch 0.3 did by wrapping the state into a new `Variable` is `detach()` today. Put the work on one window in order.',
    items: [
      'The state that the last window left is detached.',
      'The forward pass of this window starts from it.',
      'The loss of this window is computed from its outputs.',
      'Backward runs to the detached state and no further.',
      'The optimizer steps.',
    ],
    why: 'Without the cut, backward of the second window would run into the first one, whose saved tensors are freed: it throws. And with `retain_graph=True` each step would walk a longer graph than the one before.',
  },
  questionFrom(variableWrapper, 'review-of-an-update'),
] as const satisfies QuestionSet;
