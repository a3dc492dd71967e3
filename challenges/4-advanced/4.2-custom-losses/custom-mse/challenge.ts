import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'custom-mse',
  version: 1,
  question: '4.2',
  title: { en: 'A custom mean squared error', zh: '自定义均方误差' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['custom loss', 'nn.Module', 'forward', 'reduction', 'broadcasting', 'masking', 'NaN gradients'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    { name: 'mse', kind: 'function', signature: 'mse(input: Tensor, target: Tensor, options?: Options): Tensor' },
    {
      name: 'MSE',
      kind: 'class',
      signature:
        'class MSE extends nn.Module { constructor(options?: { reduction?: Reduction }); forward(input: Tensor, target: Tensor, weight?: Tensor): Tensor }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'A loss needs no backward of its own: what is composed of tensor operations is differentiated as it stands. But before you subtract, ask what `(4, 1)` minus `(4)` is.',
      zh: '损失不需要自己写 backward：由张量运算组成的东西本来就能求导。不过相减之前，先想想 `(4, 1)` 减 `(4)` 等于什么。',
    },
    {
      en: 'Zero times NaN is NaN, in the loss and in the gradient: the slope of a square is $2d$, and $2 \\cdot \\mathrm{NaN} \\cdot 0$ is NaN as well. So the NaN must be gone before it is squared.',
      zh: '0 乘 NaN 还是 NaN，损失里如此，梯度里也如此：平方的斜率是 $2d$，而 $2 \\cdot \\mathrm{NaN} \\cdot 0$ 仍是 NaN。所以在平方之前就要把 NaN 去掉。',
    },
    {
      en: '`input.sub(target).masked_fill(weight.eq(0), 0)`, squared, times `weight`; the mean is its sum divided by `weight.sum()`. The module keeps `reduction` and its `forward` calls the function.',
      zh: '`input.sub(target).masked_fill(weight.eq(0), 0)`，平方，再乘 `weight`；均值是它的和除以 `weight.sum()`。模块保存 `reduction`，`forward` 调用这个函数。',
    },
  ],
} as const satisfies Challenge;
