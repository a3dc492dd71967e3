import { expect, test } from 'vitest';
import torch from './index.ts';

// What real PyTorch prints (repr) for the same tensors.
const printed: readonly [string, () => unknown, string][] = [
  ['torch.tensor([1,2,3])', () => torch.tensor([1, 2, 3]), 'tensor([1, 2, 3])'],
  ['torch.tensor([1.5,2,-3])', () => torch.tensor([1.5, 2, -3]), 'tensor([ 1.5000,  2.0000, -3.0000])'],
  ['torch.tensor(3.14159)', () => torch.tensor(3.14159), 'tensor(3.1416)'],
  ['torch.tensor(7)', () => torch.tensor(7), 'tensor(7)'],
  ['torch.tensor(true)', () => torch.tensor(true), 'tensor(True)'],
  ['torch.tensor([[true,false]])', () => torch.tensor([[true, false]]), 'tensor([[ True, False]])'],
  ['torch.tensor([1e-5,1,1000])', () => torch.tensor([1e-5, 1, 1000]), 'tensor([1.0000e-05, 1.0000e+00, 1.0000e+03])'],
  [
    'torch.tensor([NaN,Infinity,-Infinity,1.25])',
    () => torch.tensor([Number.NaN, Infinity, -Infinity, 1.25]),
    'tensor([   nan,    inf,   -inf, 1.2500])',
  ],
  [
    'torch.tensor([NaN,1,2],{dtype:torch.float32})',
    () => torch.tensor([Number.NaN, 1, 2], { dtype: torch.float32 }),
    'tensor([nan, 1., 2.])',
  ],
  [
    'torch.arange(24).reshape(2,3,4)',
    () => torch.arange(24).reshape(2, 3, 4),
    'tensor([[[ 0,  1,  2,  3],\n         [ 4,  5,  6,  7],\n         [ 8,  9, 10, 11]],\n\n        [[12, 13, 14, 15],\n         [16, 17, 18, 19],\n         [20, 21, 22, 23]]])',
  ],
  ['torch.arange(2000)', () => torch.arange(2000), 'tensor([   0,    1,    2,  ..., 1997, 1998, 1999])'],
  [
    'torch.arange(10000).reshape(100,100)',
    () => torch.arange(10000).reshape(100, 100),
    'tensor([[   0,    1,    2,  ...,   97,   98,   99],\n        [ 100,  101,  102,  ...,  197,  198,  199],\n        [ 200,  201,  202,  ...,  297,  298,  299],\n        ...,\n        [9700, 9701, 9702,  ..., 9797, 9798, 9799],\n        [9800, 9801, 9802,  ..., 9897, 9898, 9899],\n        [9900, 9901, 9902,  ..., 9997, 9998, 9999]])',
  ],
  [
    'torch.arange(30).div(7)',
    () => torch.arange(30).div(7),
    'tensor([0.0000, 0.1429, 0.2857, 0.4286, 0.5714, 0.7143, 0.8571, 1.0000, 1.1429,\n        1.2857, 1.4286, 1.5714, 1.7143, 1.8571, 2.0000, 2.1429, 2.2857, 2.4286,\n        2.5714, 2.7143, 2.8571, 3.0000, 3.1429, 3.2857, 3.4286, 3.5714, 3.7143,\n        3.8571, 4.0000, 4.1429])',
  ],
  ['torch.zeros(0)', () => torch.zeros(0), 'tensor([])'],
  ['torch.zeros(2,0)', () => torch.zeros(2, 0), 'tensor([], size=(2, 0))'],
  ['torch.zeros(0,{dtype:torch.int64})', () => torch.zeros(0, { dtype: torch.int64 }), 'tensor([], dtype=torch.int64)'],
  [
    'torch.ones(2,{dtype:torch.float64})',
    () => torch.ones(2, { dtype: torch.float64 }),
    'tensor([1., 1.], dtype=torch.float64)',
  ],
  [
    'torch.ones(2,{dtype:torch.int32})',
    () => torch.ones(2, { dtype: torch.int32 }),
    'tensor([1, 1], dtype=torch.int32)',
  ],
  [
    'torch.tensor([1,2.5],{dtype:torch.float16})',
    () => torch.tensor([1, 2.5], { dtype: torch.float16 }),
    'tensor([1.0000, 2.5000], dtype=torch.float16)',
  ],
  [
    'torch.tensor([1,2.5],{dtype:torch.bfloat16})',
    () => torch.tensor([1, 2.5], { dtype: torch.bfloat16 }),
    'tensor([1.0000, 2.5000], dtype=torch.bfloat16)',
  ],
  [
    'torch.ones(2,{requires_grad:true})',
    () => torch.ones(2, { requires_grad: true }),
    'tensor([1., 1.], requires_grad=True)',
  ],
  [
    'torch.ones(2,{requires_grad:true}).mul(2)',
    () => torch.ones(2, { requires_grad: true }).mul(2),
    'tensor([2., 2.], grad_fn=<MulBackward0>)',
  ],
  [
    'torch.ones(2,2,{requires_grad:true}).mm(torch.ones(2,2))',
    () => torch.ones(2, 2, { requires_grad: true }).mm(torch.ones(2, 2)),
    'tensor([[2., 2.],\n        [2., 2.]], grad_fn=<MmBackward0>)',
  ],
  [
    'torch.ones(1,1,1,{requires_grad:true}).sum()',
    () => torch.ones(1, 1, 1, { requires_grad: true }).sum(),
    'tensor(1., grad_fn=<SumBackward0>)',
  ],
  [
    'torch.ones(3,20,{dtype:torch.float64,requires_grad:true}).add(1)',
    () => torch.ones(3, 20, { dtype: torch.float64, requires_grad: true }).add(1),
    'tensor([[2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2.,\n         2., 2.],\n        [2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2.,\n         2., 2.],\n        [2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2., 2.,\n         2., 2.]], dtype=torch.float64, grad_fn=<AddBackward0>)',
  ],
  ['torch.tensor([-0.0, 1.5])', () => torch.tensor([-0.0, 1.5]), 'tensor([-0.0000, 1.5000])'],
  ['torch.tensor([100000.5, 2])', () => torch.tensor([100000.5, 2]), 'tensor([1.0000e+05, 2.0000e+00])'],
  ['torch.tensor([0.00001])', () => torch.tensor([0.00001]), 'tensor([1.0000e-05])'],
  [
    'torch.tensor([123456789, 2],{dtype:torch.float32})',
    () => torch.tensor([123456789, 2], { dtype: torch.float32 }),
    'tensor([1.2346e+08, 2.0000e+00])',
  ],
  ['torch.tensor([-1,10,100])', () => torch.tensor([-1, 10, 100]), 'tensor([ -1,  10, 100])'],
  [
    'torch.ones(2,2,2,2)',
    () => torch.ones(2, 2, 2, 2),
    'tensor([[[[1., 1.],\n          [1., 1.]],\n\n         [[1., 1.],\n          [1., 1.]]],\n\n\n        [[[1., 1.],\n          [1., 1.]],\n\n         [[1., 1.],\n          [1., 1.]]]])',
  ],
  ['torch.eye(3)', () => torch.eye(3), 'tensor([[1., 0., 0.],\n        [0., 1., 0.],\n        [0., 0., 1.]])'],
  [
    'torch.tensor([Infinity, 1, 2],{dtype:torch.float32})',
    () => torch.tensor([Infinity, 1, 2], { dtype: torch.float32 }),
    'tensor([inf, 1., 2.])',
  ],
  ['torch.zeros(3)', () => torch.zeros(3), 'tensor([0., 0., 0.])'],
  ['torch.tensor([0, 0.5])', () => torch.tensor([0, 0.5]), 'tensor([0.0000, 0.5000])'],
  ['torch.tensor(1e-7)', () => torch.tensor(1e-7), 'tensor(1.0000e-07)'],
  [
    'torch.tensor([255],{dtype:torch.uint8})',
    () => torch.tensor([255], { dtype: torch.uint8 }),
    'tensor([255], dtype=torch.uint8)',
  ],
  [
    'torch.ones(1200, {requires_grad:true}).exp()',
    () => torch.ones(1200, { requires_grad: true }).exp(),
    'tensor([2.7183, 2.7183, 2.7183,  ..., 2.7183, 2.7183, 2.7183],\n       grad_fn=<ExpBackward0>)',
  ],
];

test.each(printed)('%s prints as in PyTorch', (_, make, text) => {
  expect(String(make())).toBe(text);
});
