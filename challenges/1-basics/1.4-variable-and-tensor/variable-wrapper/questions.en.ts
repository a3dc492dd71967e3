import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'variable-today',
    stage: 'concept',
    kind: 'single',
    prompt: 'How are `Variable` and `Tensor` related in PyTorch today?',
    options: [
      {
        text: 'They were merged in 0.4: a tensor records its own history, and `Variable(x)` merely gives a tensor.',
        right: true,
        why: 'On the same memory, with `requires_grad` as asked. `isinstance(t, Variable)` is true of every tensor.',
      },
      {
        text: 'A `Variable` wraps a tensor and is needed for whatever is to be differentiated.',
        right: false,
        why: 'So it was up to 0.3. Today `requires_grad=True` on the tensor is enough.',
      },
      {
        text: '`Variable` was renamed to `nn.Parameter`.',
        right: false,
        why: 'A Parameter is a tensor that a module registers and that requires a gradient by default. Both names existed side by side before.',
      },
      {
        text: '`Variable` is what TensorFlow calls it; PyTorch never had one.',
        right: false,
        why: 'PyTorch had `torch.autograd.Variable` from the beginning, and the name is still there.',
      },
    ],
  },
  {
    id: 'port-to-today',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'A program for PyTorch 0.3 is brought up to today. Which replacements are right?',
    options: [
      { text: '`loss.data[0]` → `loss.item()`', right: true, why: 'A loss is 0-d now, and `[0]` throws on it.' },
      {
        text: '`Variable(x, volatile=True)` → the forward pass inside `torch.no_grad()`',
        right: true,
        why: 'What the flag spread through values, the context says for a stretch of code.',
      },
      {
        text: '`Variable(x, volatile=True)` → `x.requires_grad_(False)`',
        right: false,
        why: 'Parameters still require gradients, so the forward pass is recorded all the same. volatile was contagious, this is not.',
      },
      { text: '`Variable(x)` for the inputs → `x`', right: true, why: 'Tensors go straight into a model.' },
      {
        text: '`h.data` to cut off a recurrent state → `h.detach()`',
        right: true,
        why: 'It cuts in the same place, and in-place changes are noticed.',
      },
      {
        text: '`total += loss.data[0]` → `total += loss`',
        right: false,
        why: 'The sum then holds on to the graph of every batch, and memory grows. `loss.item()`.',
      },
    ],
  },
  {
    id: 'data-or-detach',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'Both `x.data` and `x.detach()` give a tensor on the same memory that requires no gradient. What is the difference?',
    options: [
      {
        text: '`detach()` copies, `.data` does not.',
        right: false,
        why: 'Neither copies.',
      },
      {
        text: 'Changes in place through `detach()` count in the version of `x`, so backward can notice them; changes through `.data` do not.',
        right: true,
        why: 'With `.data` a wrong gradient comes without an error.',
      },
      {
        text: 'A gradient still flows through `.data`.',
        right: false,
        why: 'Through neither of them.',
      },
      {
        text: 'None; `.data` is the old name.',
        right: false,
        why: 'It is older, but it skips the version counter.',
      },
    ],
  },
  {
    id: 'wrong-without-an-error',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`x = torch.tensor(1.5, requires_grad=True)`, `h = x * 2`, `y = h * h`. Then `h.data.fill_(1)` and `y.backward()`. What is `x.grad`?',
    answer: 4,
    tolerance: 0,
    why: 'The product kept `h` itself. Backward computes $2h \\cdot 2$ with the 1 that lies there now, so 4; the derivative at 1.5 is 12. With `h.detach().fill_(1)` it throws instead.',
  },
  {
    id: 'what-spreads',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'In PyTorch 0.3: `w` requires a gradient, `x` is volatile, `c` is neither. `y = w * c`, `z = y + x`. What holds of `y` and `z`?',
    options: [
      {
        text: '`y` requires a gradient; `z` is volatile and requires none.',
        right: true,
        why: 'One operand that requires a gradient is enough, unless there is a volatile one, which beats everything.',
      },
      {
        text: 'Both require a gradient.',
        right: false,
        why: '`x` is among what `z` is computed from, and volatile beats requires_grad.',
      },
      {
        text: 'Neither requires a gradient, since `c` does not.',
        right: false,
        why: 'Not requiring a gradient does not spread: all operands would have to be without.',
      },
      {
        text: '`z` throws: a volatile and a recorded Variable cannot be mixed.',
        right: false,
        why: 'They could, which is why one forgotten flag silently stopped the recording.',
      },
    ],
  },
  {
    id: 'review-of-an-update',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'In a code review you find `p.data -= lr * p.grad` in a hand-written training loop. It works. What do you say?',
    rubric: [
      {
        points: 1,
        says: 'Writing through `.data` is not counted in the version, so a stale graph gives wrong gradients without an error.',
      },
      { points: 1, says: '`with torch.no_grad(): p -= lr * p.grad` does the same and is noticed.' },
      {
        points: 1,
        says: 'Why one of the two is needed at all: in place on a leaf that requires a gradient is refused while recording; or that an optimizer of torch.optim does this already.',
      },
    ],
    model:
      'A leaf that requires a gradient may not be changed in place while operations are recorded, so something has to be done, and `.data` was the way of PyTorch 0.3. But what is written through it does not raise the version counter: if a graph from before the step is still walked, its gradient is silently wrong. I would write the update inside `torch.no_grad()`, where it is allowed and counted, or take an optimizer.',
  },
] as const satisfies QuestionSet;
