import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'cost-of-transpose',
    stage: 'concept',
    kind: 'single',
    prompt: '`x` has ten million elements. What does `x.t()` do?',
    options: [
      {
        text: 'It makes a new shape and new strides over the same memory.',
        right: true,
        why: 'No element is read or moved; the time does not depend on how many there are.',
      },
      {
        text: 'It copies the elements into a new order.',
        right: false,
        why: 'Only `.contiguous()` after it would do that.',
      },
      {
        text: 'It exchanges the elements in place.',
        right: false,
        why: '`x` itself is unchanged; both names read the same memory in different orders.',
      },
    ],
  },
  {
    id: 'which-share-memory',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`x` is a contiguous matrix. Which of these share memory with it?',
    options: [
      { text: '`x[1:, ::2]`', right: true, why: 'Basic slicing moves the offset and changes strides.' },
      { text: '`x[[1, 2]]`', right: false, why: 'A list of indices may be in any order, so it is a copy.' },
      { text: '`x[0].expand(5, -1)`', right: true, why: 'A row read five times: stride 0, no new memory.' },
      {
        text: '`x.t().reshape(-1)`',
        right: false,
        why: 'No strides walk a transposed matrix in its new order as one dimension, so reshape copies.',
      },
    ],
  },
  {
    id: 'reshape-view-or-copy',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`a = torch.arange(12).reshape(3, 4)`, `b = a.t()`. Then `b.reshape(12).mul_(10)` and `b.reshape(2, 2, 3).add_(1)`. What is `a.sum()`?',
    answer: 78,
    tolerance: 0,
    why: 'The first reshape has to join the two blocks of the transposed matrix: it copies, and the product is lost. The second only cuts a dimension finer: it is a view, and each of the 12 elements grows by 1. $66 + 12 = 78$.',
  },
  {
    id: 'numpy-strides',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'A float32 matrix of 3 × 4 lies row by row in memory. What are its strides in NumPy and in PyTorch?',
    options: [
      {
        text: 'NumPy (16, 4), PyTorch (4, 1)',
        right: true,
        why: 'NumPy counts bytes, four for each float32; PyTorch counts elements.',
      },
      { text: '(4, 1) in both', right: false, why: 'NumPy’s `strides` are bytes.' },
      {
        text: 'NumPy (4, 1), PyTorch (16, 4)',
        right: false,
        why: 'The other way round: `storage_offset` and strides of a tensor count elements.',
      },
    ],
  },
  {
    id: 'view-instead-of-permute',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'Images arrive as `(N, H, W, C)`, a convolution wants `(N, C, H, W)`. Somebody writes `x.view(N, C, H, W)`. What happens?',
    options: [
      {
        text: 'The shape is right, and each channel holds a mixture of all channels.',
        right: true,
        why: 'view keeps the order of the elements and cuts it at other places. `permute(0, 3, 1, 2)` was meant. No error says so.',
      },
      { text: 'It throws.', right: false, why: 'The tensor is contiguous and the number of elements fits.' },
      {
        text: 'It is the same as `permute(0, 3, 1, 2)`.',
        right: false,
        why: 'permute moves strides along with the sizes; view gives new strides to new sizes.',
      },
    ],
  },
  {
    id: 'view-or-reshape',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When do you write `view`, when `reshape`, when `contiguous().view`? Two or three sentences.',
    rubric: [
      { points: 1, says: '`view` promises shared memory and throws where that is impossible.' },
      {
        points: 1,
        says: '`reshape` always works and copies where it must, so one cannot tell whether memory is shared.',
      },
      {
        points: 1,
        says: '`contiguous()` makes the copy explicit; worth it before several operators read the tensor.',
      },
    ],
    model:
      'I write `view` where I rely on sharing memory or want to hear about a layout that I did not expect. `reshape` is for values: it works for every layout, but whether it copied is unknown, so I never write in place into its result. When a permuted tensor is read several times, I call `contiguous()` once.',
  },
] as const satisfies QuestionSet;
