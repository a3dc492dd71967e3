import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'strides-and-views',
  version: 2,
  question: '1.2',
  title: { en: 'Strides and views', zh: '步幅与视图' },
  kind: 'implement',
  difficulty: 2,
  minutes: 30,
  concepts: ['shape', 'stride', 'storage_offset', 'view', 'transpose', 'is_contiguous', 'reshape', 'as_strided'],
  prerequisites: [],
  entryPoints: [
    { name: 'contiguous', kind: 'function', signature: 'contiguous(shape: number[]): Layout' },
    { name: 'address', kind: 'function', signature: 'address(layout: Layout, index: number[]): number' },
    { name: 'transpose', kind: 'function', signature: 'transpose(layout: Layout, dim0: number, dim1: number): Layout' },
    {
      name: 'slice',
      kind: 'function',
      signature: 'slice(layout: Layout, dim: number, start: number, end: number, step: number): Layout',
    },
    { name: 'is_contiguous', kind: 'function', signature: 'is_contiguous(layout: Layout): boolean' },
    { name: 'view', kind: 'function', signature: 'view(layout: Layout, shape: number[]): Layout' },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 0, atol: 0 },
  hints: [
    {
      en: 'None of the six looks at an element. `transpose` exchanges two sizes and two strides; `slice` moves the offset and multiplies one stride. Only `view` can fail.',
      zh: '六个函数都不看任何元素。`transpose` 交换两个大小和两个步幅；`slice` 移动偏移量，并把一个步幅乘上去。只有 `view` 可能失败。',
    },
    {
      en: 'Two neighbouring dimensions can be read as one when stepping in the left one is the same as walking through the whole right one: `strides[d] === shape[d + 1] * strides[d + 1]`. Dimensions of size 1 are never stepped in, so leave them out first.',
      zh: '相邻两维什么时候能当成一维？左边走一步等于把右边整个走完的时候：`strides[d] === shape[d + 1] * strides[d + 1]`。大小为 1 的维从不移动，先去掉它们。',
    },
    {
      en: 'For `view`: join dimensions into blocks `{ size, stride }` by that rule. Then take the new sizes from the right: each must divide what is left of the current block; its stride is the block’s, which then becomes `stride * size`, and what is left is divided by `size`. Where it does not divide, throw.',
      zh: '`view` 的做法：先按这条规则把各维并成块 `{ size, stride }`，再从右往左取新的大小。每个大小必须整除当前块剩下的部分，它的步幅就是块的步幅；之后块的步幅变成 `stride * size`，剩余部分除以 `size`。不能整除就抛出错误。',
    },
  ],
} as const satisfies Challenge;
