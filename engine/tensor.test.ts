import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import torch from './index.ts';
import { fromBytes, toBytes } from './interop.ts';

describe('arguments', () => {
  test('go by position, by name in a trailing object, or both', () => {
    const x = torch.arange(6).reshape(2, 3);
    expect(x.sum(1, true).tolist()).toEqual(x.sum({ dim: 1, keepdim: true }).tolist());
    expect(x.sum(1, { keepdim: true }).shape).toEqual([2, 1]);
    expect(torch.zeros(2, 3, { dtype: torch.int64 }).dtype).toBe(torch.int64);
    expect(torch.zeros([2, 3]).shape).toEqual([2, 3]);
  });
  test('that do not fit are refused with the signature', () => {
    expect(() => Reflect.apply(torch.relu, torch, ['x'])).toThrow(
      /relu\(\): argument 'input' must be Tensor, not string.*relu\(Tensor input/s,
    );
    expect(() => Reflect.apply(torch.sum, torch, [torch.ones(1), { dimm: 1 }])).toThrow(
      /unexpected keyword argument 'dimm'/,
    );
    expect(() => Reflect.apply(torch.ones(2).max, torch.ones(2), ['a'])).toThrow(/invalid combination of arguments/);
  });
  test('that make no sense say so with shapes and dims', () => {
    expect(() => torch.ones(2, 3).mm(torch.ones(2, 3))).toThrow(/2x3 and 2x3/);
    expect(() => torch.ones(2).add(torch.ones(3))).toThrow(
      /size of tensor a \(2\) must match the size of tensor b \(3\)/,
    );
    expect(() => torch.ones(2).sum(1)).toThrow(
      /Dimension out of range \(expected to be in range of \[-1, 0\], but got 1\)/,
    );
    expect(() => torch.ones(2).view(3)).toThrow(/shape '\[3\]' is invalid for input of size 2/);
  });
});

describe('dtypes', () => {
  test('of new tensors follow the values', () => {
    expect(
      [torch.tensor(1), torch.tensor(1.5), torch.tensor(true), torch.tensor([[1, 2.5]])].map((t) => String(t.dtype)),
    ).toEqual(['torch.int64', 'torch.float32', 'torch.bool', 'torch.float32']);
  });
  test.each([
    ['int64', 'float32', 'float32'],
    ['uint8', 'int8', 'int16'],
    ['float16', 'bfloat16', 'float32'],
    ['bool', 'uint8', 'uint8'],
    ['float32', 'float64', 'float64'],
    ['int32', 'int64', 'int64'],
  ] as const)('%s with %s makes %s', (a, b, c) => {
    expect(torch.ones(1, { dtype: torch[a] }).add(torch.ones(1, { dtype: torch[b] })).dtype).toBe(torch[c]);
  });
  test('of numbers and 0-dim tensors give way to dimensioned tensors of the same kind', () => {
    expect(torch.ones(2).add(torch.tensor(1, { dtype: torch.float64 })).dtype).toBe(torch.float32);
    expect(torch.ones(2, { dtype: torch.int32 }).mul(3).dtype).toBe(torch.int32);
    expect(torch.ones(2, { dtype: torch.int32 }).mul(0.5).dtype).toBe(torch.float32);
    expect(torch.ones(2, { dtype: torch.int64 }).div(2).dtype).toBe(torch.float32);
    expect(torch.ones(2, { dtype: torch.bool }).sum().dtype).toBe(torch.int64);
  });
  test('of 16 bits round every result', () => {
    expect(torch.tensor([1, 1e-4], { dtype: torch.float16 }).sum().item()).toBe(1);
    expect(torch.tensor([0.1], { dtype: torch.bfloat16 }).item()).toBe(0.10009765625);
    expect(torch.tensor([70000], { dtype: torch.float16 }).item()).toBe(Infinity);
  });
});

describe('views', () => {
  test('share memory and version with their base', () => {
    const x = torch.zeros(2, 3);
    x.t().select(0, 1).fill_(7);
    expect(x.tolist()).toEqual([
      [0, 7, 0],
      [0, 7, 0],
    ]);
    expect(x.t()._version).toBe(1);
    expect(x.t().data_ptr()).toBe(x.data_ptr());
  });
  test('that strides forbid throw in view and copy in reshape', () => {
    const x = torch.arange(6).reshape(2, 3).t();
    expect(() => x.view(6)).toThrow(/Use \.reshape/);
    expect(x.reshape(6).tolist()).toEqual([0, 3, 1, 4, 2, 5]);
  });
});

describe('indexing', () => {
  const x = torch.arange(24).reshape(2, 3, 4);
  test('takes numbers, slices, new axes, ellipsis, lists, tensors and masks', () => {
    expect(x.at(1, '...', -1).tolist()).toEqual([15, 19, 23]);
    expect(x.at(':', null, '1:', '::2').shape).toEqual([2, 1, 2, 2]);
    expect(x.at([0, 1], [0, 2]).tolist()).toEqual([
      [0, 1, 2, 3],
      [20, 21, 22, 23],
    ]);
    expect(x.at(0, ':', torch.tensor([3, 0])).tolist()).toEqual([
      [3, 0],
      [7, 4],
      [11, 8],
    ]);
    expect(x.at(x.gt(20)).tolist()).toEqual([21, 22, 23]);
  });
  test('out of range throws', () => {
    expect(() => x.at(2)).toThrow(/out of bounds/);
    expect(() => x.at(0, 0, 0, 0)).toThrow(/too many indices/);
  });
  test('writes through set_at', () => {
    const y = torch.zeros(2, 3);
    y.set_at(5, 0, '1:');
    y.set_at(torch.tensor([1, 2]).float(), [1, 1], [0, 2]);
    expect(y.tolist()).toEqual([
      [0, 5, 5],
      [1, 0, 2],
    ]);
  });
});

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
describe('for any shape', () => {
  test('permuting and back is the identity', () => {
    fc.assert(
      fc.property(shapes, fc.infiniteStream(fc.nat()), (shape, random) => {
        const x = torch.randn(shape);
        const order = shape.map((_, d) => d).sort((a, b) => a - b || random.next().value);
        const back = order.map((_, d) => order.indexOf(d));
        expect(x.permute(order).permute(back).tolist()).toEqual(x.tolist());
      }),
    );
  });
  test('a strided operand gives what its contiguous copy gives', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const x = torch.randn(shape);
        const t = x.permute(shape.map((_, d) => shape.length - 1 - d));
        const c = t.contiguous();
        expect(t.exp().add(t).tolist()).toEqual(c.exp().add(c).tolist());
        shape.forEach((_, d) => expect(t.sum(d).sub(c.sum(d)).abs().lt(1e-5).all().item()).toBe(true));
        expect(t.reshape(-1).tolist()).toEqual(c.reshape(-1).tolist());
      }),
    );
  });
  test('broadcasting is what expanding first gives, forward and backward', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        (shape, ones, drop) => {
          const a = torch.randn(shape);
          const small = shape.map((n, d) => (ones[d] ? 1 : n)).slice(Math.min(drop, shape.length));
          const b = torch.randn(small, { requires_grad: true });
          expect(a.mul(b).tolist()).toEqual(a.mul(b.detach().expand(shape)).tolist());
          a.mul(b).sum().backward();
          expect(b.grad?.shape).toEqual(small);
        },
      ),
    );
  });
  test('bytes come back as the same tensor', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom(
          'float32',
          'float64',
          'float16',
          'bfloat16',
          'int64',
          'int32',
          'int16',
          'int8',
          'uint8',
          'bool',
        ),
        (shape, dtype) => {
          const x = torch.randn(shape).mul(50).to(torch[dtype]);
          const y = fromBytes(dtype, shape, toBytes(x));
          expect(y.dtype).toBe(x.dtype);
          expect(y.tolist()).toEqual(x.tolist());
        },
      ),
    );
  });
});

test('results with names are lists with fields', () => {
  const r = torch.tensor([[1, 3, 2]]).max(1);
  const [values, indices] = r;
  expect([values.tolist(), indices.tolist(), r.values === values, r.indices === indices]).toEqual([
    [3],
    [1],
    true,
    true,
  ]);
});
test('tensors iterate over their first dimension', () => {
  expect(
    [
      ...torch.tensor([
        [1, 2],
        [3, 4],
      ]),
    ].map((row) => row.tolist()),
  ).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
test('every operator of the table has documentation', async () => {
  const { table } = await import('./operator.ts');
  expect([...table].filter(([, overloads]) => overloads.some((o) => o.entry.doc === '')).map(([name]) => name)).toEqual(
    [],
  );
});

describe('typed arrays', () => {
  test('from_numpy keeps the dtype and shares the memory', () => {
    for (const array of [
      new Float32Array(4),
      new Float64Array(4),
      new Int32Array(4),
      new Int16Array(4),
      new Uint8Array(4),
    ]) {
      const t = torch.from_numpy(array);
      expect(`${t.dtype}`).toBe(`torch.${array.constructor.name.replace('Array', '').toLowerCase()}`);
      array[1] = 7;
      t.at(2).fill_(9);
      expect(t.tolist()).toEqual([0, 7, 9, 0]);
      expect([...array]).toEqual([0, 7, 9, 0]);
    }
    const part = new Float32Array(6).subarray(2, 5);
    torch.from_numpy(part).as_strided([2], [2], 0).fill_(1);
    expect([...new Float32Array(part.buffer)]).toEqual([0, 0, 1, 0, 1, 0]);
    expect(() => torch.from_numpy(new Uint16Array(2))).toThrow(/can't convert np.ndarray of type Uint16Array/);
  });
  test('numpy() is the memory of a contiguous tensor, a copy of another', () => {
    const x = torch.arange(6).float().reshape(2, 3);
    const row: Float32Array = x.at(1).numpy();
    row[0] = 30;
    x.mul_(2);
    expect([...row]).toEqual([60, 8, 10]);
    const column: Float32Array = x.t().at(1).numpy();
    column.fill(0);
    expect(x.tolist()).toEqual([
      [0, 2, 4],
      [60, 8, 10],
    ]);
  });
  test('numpy() refuses what NumPy cannot hold, or what would lose its history', () => {
    const w = torch.ones(2, { requires_grad: true });
    expect(() => w.numpy()).toThrow(/Use tensor.detach\(\).numpy\(\) instead/);
    w.numpy({ force: true }).fill(5);
    expect(w.tolist()).toEqual([5, 5]);
    expect(() => torch.ones(2, { dtype: torch.bfloat16 }).numpy()).toThrow(/unsupported ScalarType BFloat16/);
  });
});
