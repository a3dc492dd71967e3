import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'cost-of-transpose',
    stage: 'concept',
    kind: 'single',
    prompt: '`x` 有一千万个元素。`x.t()` 做了什么？',
    options: [
      {
        text: '在同一块内存上建立新的形状和步幅',
        right: true,
        why: '不读取也不移动任何元素，耗时与元素个数无关。',
      },
      { text: '把元素按新的顺序复制一份', right: false, why: '之后再调用 `.contiguous()` 才会复制。' },
      { text: '原地交换元素', right: false, why: '`x` 本身没有变，两个名字以不同的顺序读同一块内存。' },
    ],
  },
  {
    id: 'which-share-memory',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`x` 是连续的矩阵。下面哪些与它共享内存？',
    options: [
      { text: '`x[1:, ::2]`', right: true, why: '基本切片只是移动偏移量、改变步幅。' },
      { text: '`x[[1, 2]]`', right: false, why: '列表中的下标可以是任意顺序，所以得到的是副本。' },
      { text: '`x[0].expand(5, -1)`', right: true, why: '一行读五遍：步幅为 0，不占新的内存。' },
      {
        text: '`x.t().reshape(-1)`',
        right: false,
        why: '没有步幅能把转置后的矩阵按新顺序当成一维来走，所以 reshape 会复制。',
      },
    ],
  },
  {
    id: 'reshape-view-or-copy',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`a = torch.arange(12).reshape(3, 4)`，`b = a.t()`。然后执行 `b.reshape(12).mul_(10)` 和 `b.reshape(2, 2, 3).add_(1)`。`a.sum()` 是多少？',
    answer: 78,
    tolerance: 0,
    why: '第一次 reshape 要把转置矩阵的两块并在一起，只能复制，乘法的结果丢掉了。第二次只是把一维切得更细，是视图，12 个元素各加 1。$66 + 12 = 78$。',
  },
  {
    id: 'numpy-strides',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '一个 3 × 4 的 float32 矩阵在内存中按行排列。它的步幅在 NumPy 和 PyTorch 中分别是多少？',
    options: [
      {
        text: 'NumPy 为 (16, 4)，PyTorch 为 (4, 1)',
        right: true,
        why: 'NumPy 按字节计，每个 float32 占四个字节；PyTorch 按元素计。',
      },
      { text: '两者都是 (4, 1)', right: false, why: 'NumPy 的 `strides` 以字节为单位。' },
      {
        text: 'NumPy 为 (4, 1)，PyTorch 为 (16, 4)',
        right: false,
        why: '正好相反：张量的步幅和 `storage_offset` 都按元素计。',
      },
    ],
  },
  {
    id: 'view-instead-of-permute',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '图像以 `(N, H, W, C)` 给出，卷积需要 `(N, C, H, W)`。有人写了 `x.view(N, C, H, W)`，会怎样？',
    options: [
      {
        text: '形状正确，但每个通道里混着所有通道的数据。',
        right: true,
        why: 'view 保持元素的顺序，只是换了切分的位置。本意应是 `permute(0, 3, 1, 2)`，而且不会有任何报错。',
      },
      { text: '报错。', right: false, why: '张量是连续的，元素个数也对得上。' },
      {
        text: '与 `permute(0, 3, 1, 2)` 相同。',
        right: false,
        why: 'permute 让步幅跟着大小一起换位；view 则为新的大小配上新的步幅。',
      },
    ],
  },
  {
    id: 'view-or-reshape',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候用 `view`，什么时候用 `reshape`，什么时候用 `contiguous().view`？用两三句话说明。',
    rubric: [
      { points: 1, says: '`view` 保证共享内存，做不到就报错。' },
      { points: 1, says: '`reshape` 总能成功，必要时复制，所以无法确定是否共享内存。' },
      { points: 1, says: '`contiguous()` 把复制写明；如果之后有多个运算要读这个张量，就值得。' },
    ],
    model:
      '需要依赖共享内存，或者希望布局不符合预期时能报出来，我用 `view`。只关心数值时用 `reshape`：任何布局都可以，但不知道它有没有复制，所以从不在它的结果上做原地运算。permute 之后的张量要读很多次时，我先调用一次 `contiguous()`。',
  },
] as const satisfies QuestionSet;
