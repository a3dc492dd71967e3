import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'numpy-bridge',
  version: 1,
  question: '1.2',
  title: { en: 'The bridge to NumPy', zh: '与 NumPy 互通' },
  kind: 'implement',
  difficulty: 2,
  minutes: 35,
  concepts: ['from_numpy', 'numpy', 'as_tensor', 'shared memory', 'as_strided', 'requires_grad', 'detach', 'dtype'],
  prerequisites: ['strides-and-views'],
  entryPoints: [
    { name: 'from_numpy', kind: 'function', signature: 'from_numpy(array: NDArray): Tensor' },
    { name: 'as_tensor', kind: 'function', signature: 'as_tensor(array: NDArray, dtype?: DType): Tensor' },
    { name: 'numpy', kind: 'function', signature: 'numpy(t: Tensor, options?: { force?: boolean }): NDArray' },
    { name: 'standardize_', kind: 'function', signature: 'standardize_(array: NDArray): void' },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: '`torch.from_numpy(data)` is a flat tensor on the memory of `data`. Which view of it has the shape, strides and offset of the array? Mind the unit: NumPy counts bytes, PyTorch elements.',
      zh: '`torch.from_numpy(data)` 是建立在 `data` 内存上的一维张量。它的哪个视图正好具有数组的形状、步幅和偏移？注意单位：NumPy 按字节，PyTorch 按元素。',
    },
    {
      en: 'The other way, `t.numpy()` shares memory only where `t` is contiguous. So look at the memory from the first element to the last as one flat view: its length is 1 + Σ (size − 1) · stride. That view is contiguous, whatever `t` is.',
      zh: '反过来，`t.numpy()` 只有在 `t` 连续时才共享内存。那就把从第一个元素到最后一个元素的内存看成一个一维视图，长度是 1 + Σ (size − 1) · stride。不管 `t` 是否连续，这个视图总是连续的。',
    },
    {
      en: '`t.detach().as_strided([span], [1]).numpy()` with `t.stride()` times the element size as strides and offset 0. In place on the array: `const x = from_numpy(array); x.sub_(x.mean(0, true)).div_(x.std(0, { correction: 0 }))`, and nothing has to be written back.',
      zh: '`t.detach().as_strided([span], [1]).numpy()`，步幅是 `t.stride()` 乘以元素字节数，偏移为 0。原地修改数组：`const x = from_numpy(array); x.sub_(x.mean(0, true)).div_(x.std(0, { correction: 0 }))`，不需要写回。',
    },
  ],
} as const satisfies Challenge;
