import { tests } from '#challenges/authoring.ts';
import type { CandidateTensor, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

const arrayNames = {
  float32: 'Float32Array',
  float64: 'Float64Array',
  int32: 'Int32Array',
  uint8: 'Uint8Array',
} as const;
const bytesOf = { float32: 4, float64: 8, int32: 4, uint8: 1 } as const;
type Name = keyof typeof arrayNames;
const dtypes: readonly Name[] = ['float32', 'float64', 'int32', 'uint8'];

/** In elements: the judge's own reckoning. */
interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}
const layouts: { readonly [name: string]: Layout } = {
  'row by row': { shape: [3, 4], strides: [4, 1], offset: 0 },
  'column by column': { shape: [3, 4], strides: [1, 3], offset: 0 },
  'a slice': { shape: [2, 3], strides: [8, 2], offset: 5 },
  'one row for all': { shape: [3, 4], strides: [0, 1], offset: 4 },
  'overlapping windows': { shape: [5, 3], strides: [1, 1], offset: 2 },
  'three dimensions': { shape: [2, 1, 3], strides: [1, 7, 4], offset: 1 },
  'no dimension': { shape: [], strides: [], offset: 7 },
  'no element': { shape: [2, 0, 3], strides: [3, 3, 1], offset: 0 },
};
const memory = 24;

/** Positions in memory, in the order of the indices. */
function positions({ shape, strides, offset }: Layout): number[] {
  let found = [offset];
  for (const [d, size] of shape.entries())
    found = found.flatMap((at) => Array.from({ length: size }, (_, i) => at + i * (strides[d] ?? 0)));
  return found;
}

/** Whole numbers that every dtype holds. */
const draw = ({ given: { rng }, torch }: TestContext, shape: readonly number[], dtype: Name): Tensor =>
  rng.integers(shape, 0, 200).to(torch[dtype]);
const numbers = (t: Tensor): number[] => t.double().flatten().tolist();

/** Memory on the candidate's side that is read and written from here, and its typed array. */
function source(context: TestContext, dtype: Name, values: Tensor = draw(context, [memory], dtype)) {
  const flat = context.given.tensor(values, { name: 'memory' });
  return { flat, data: flat.method('numpy') };
}
const arrayOf = (data: Returned, dtype: Name, { shape, strides, offset }: Layout) => ({
  data,
  shape,
  strides: strides.map((step) => step * bytesOf[dtype]),
  offset: offset * bytesOf[dtype],
});
const seen = ({ torch }: TestContext, flat: Tensor, layout: Layout): Tensor =>
  torch
    .tensor(positions(layout).map((at) => flat.at(at).item()))
    .to(flat.dtype)
    .reshape([...layout.shape]);

/** Where `data` holds each element, by the strides and the offset that the submission says. */
function places({ expect }: TestContext, array: Returned, shape: readonly number[], dtype: Name): number[] {
  expect(array.field('shape'), 'numpy(…).shape').toEqual([...shape]);
  expect(array.field('data').field('constructor').field('name'), {
    en: 'type of numpy(…).data',
    zh: 'numpy(…).data 的类型',
  }).toBe(arrayNames[dtype]);
  const strides = array
    .field('strides')
    .array()
    .map((step) => step.number());
  expect(strides.length, 'numpy(…).strides.length').toBe(shape.length);
  return positions({ shape, strides, offset: array.field('offset').number() }).map((at) => at / bytesOf[dtype]);
}
function expectArray(context: TestContext, array: Returned, wanted: Tensor, dtype: Name): void {
  const { expect } = context;
  const data = array.field('data');
  const found = places(context, array, wanted.shape, dtype).map((at) => data.field(String(at)).number());
  expect(found, { en: 'elements of numpy(…)', zh: 'numpy(…) 的元素' }).toEqual(numbers(wanted));
}

/** Views of one tensor, each different from a plain row-major matrix. */
function views({ given }: TestContext, dtype: Name, values: Tensor, requires_grad = false) {
  const base = given.tensor(values, { name: 'base', dtype, requires_grad });
  const transposed = base.method('transpose', 0, 1).tensor();
  const sliced = base.method('slice', 1, 1, 4, 2).tensor();
  const column = base.method('select', 1, 2).tensor();
  return {
    base,
    views: {
      whole: base,
      transposed,
      sliced,
      'sliced and transposed': sliced.method('transpose', 0, 1).tensor(),
      column,
      expanded: column.method('unsqueeze', 0).tensor().method('expand', 3, -1).tensor(),
      'one element': column.method('select', 0, 1).tensor(),
      'no element': base.method('slice', 0, 2, 2).tensor(),
    } satisfies { readonly [name: string]: CandidateTensor },
  };
}

/** Each column less its mean, divided by its standard deviation over n. */
function standardized(x: Tensor): Tensor {
  const centred = x.double().sub(x.double().mean(0));
  return centred.div(centred.pow(2).mean(0).sqrt()).to(x.dtype);
}

export default tests(({ behaviour }) => {
  behaviour(
    'reads-any-layout',
    {
      points: 2,
      title: { en: 'from_numpy reads any shape, strides and offset', zh: 'from_numpy 能读任何形状、步幅和偏移' },
      says: {
        en: 'The tensor has not the shape, the dtype or the elements of the array, or requires a gradient.',
        zh: '张量的形状、dtype 或元素与数组不一致，或者需要梯度。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { candidate, expect, torch } = context;
        const { data } = source(context, 'float32', torch.tensor([1, 2, 3, 4, 5, 6]).float());
        const t = candidate.call('from_numpy', { data, shape: [3, 2], strides: [4, 12], offset: 0 }).tensor();
        expect(t, 'from_numpy(array)').toBeClose(
          torch
            .tensor([
              [1, 4],
              [2, 5],
              [3, 6],
            ])
            .float(),
          { rtol: 0, atol: 0 },
        );
        expect(t.requires_grad, 'requires_grad').toBe(false);
      });
      hidden('all-layouts', { title: { en: 'other layouts, each dtype', zh: '其他布局，各种 dtype' } }, (context) => {
        const { candidate, expect, given } = context;
        for (const dtype of dtypes)
          for (const [name, layout] of given.table(layouts)) {
            const { flat, data } = source(context, dtype);
            expect(
              candidate.call('from_numpy', arrayOf(data, dtype, layout)),
              `from_numpy(…), ${dtype}, ${name}`,
            ).toBeClose(seen(context, flat.values, layout), { rtol: 0, atol: 0 });
          }
      });
    },
  );

  behaviour(
    'shares-with-the-tensor',
    {
      points: 2,
      title: { en: 'from_numpy shares the memory', zh: 'from_numpy 共享内存' },
      says: {
        en: 'A number written into the array is not seen in the tensor, or the other way round.',
        zh: '写入数组的数在张量里看不到，或者反过来。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: Name, layout: Layout): void => {
        const { candidate, expect, given } = context;
        const { flat, data } = source(context, dtype);
        const t = candidate.call('from_numpy', arrayOf(data, dtype, layout)).tensor();
        const at = given.rng.pick(positions(layout));
        data.set(String(at), 201);
        const written = flat.now();
        expect(t.now(), { en: 'the tensor, after a write into data', zh: '写入 data 之后的张量' }).toBeClose(
          seen(context, written, layout),
          { rtol: 0, atol: 0 },
        );
        t.method('zero_');
        for (const place of positions(layout)) written.at(place).fill_(0);
        expect(flat.now(), { en: 'data, after zero_ on the tensor', zh: '对张量 zero_ 之后的 data' }).toBeClose(
          written,
          {
            rtol: 0,
            atol: 0,
          },
        );
      };
      sample('both-ways', { title: { en: 'written on either side', zh: '两边各写一次' } }, (context) =>
        check(context, 'float32', { shape: [3, 2], strides: [1, 3], offset: 0 }),
      );
      hidden('other-layouts', { title: { en: 'other layouts', zh: '其他布局' } }, (context) => {
        check(context, 'float64', { shape: [2, 3], strides: [8, 2], offset: 5 });
        check(context, 'int32', { shape: [4, 2], strides: [2, 1], offset: 1 });
        check(context, 'uint8', { shape: [2, 1, 3], strides: [1, 7, 4], offset: 1 });
        check(context, 'float32', { shape: [], strides: [], offset: 7 });
      });
    },
  );

  behaviour(
    'refuses-strides',
    {
      points: 1,
      title: { en: 'from_numpy refuses what a tensor cannot be', zh: 'from_numpy 拒绝张量无法表示的步幅' },
      says: {
        en: 'A negative stride, or one that is no multiple of the element size, did not throw.',
        zh: '步幅为负，或者不是元素大小的整数倍，却没有抛出错误。',
      },
    },
    ({ sample, hidden }) => {
      sample('reversed', { title: { en: 'a reversed array', zh: '倒序的数组' } }, (context) => {
        const { data } = source(context, 'float32');
        const forwards = context.candidate.call('from_numpy', { data, shape: [4], strides: [4], offset: 0 });
        context.expect(forwards, { en: 'from_numpy, not reversed', zh: '不倒序的 from_numpy' }).toHaveShape([4]);
        context
          .expect(
            () => context.candidate.call('from_numpy', { data, shape: [4], strides: [-4], offset: 12 }),
            'from_numpy(…)',
          )
          .toThrow();
      });
      hidden('others', { title: { en: 'other dtypes and dimensions', zh: '其他 dtype 和维度' } }, (context) => {
        const { candidate, expect } = context;
        for (const [dtype, strides, offset] of [
          ['float64', [12], 0],
          ['float32', [8, 6], 0],
          ['int32', [1, 4], 0],
          ['float64', [16, -8], 8],
          ['uint8', [-3, 1], 9],
        ] as const) {
          const { data } = source(context, dtype);
          const shape = strides.map(() => 2);
          const fine = shape.map(() => bytesOf[dtype]);
          expect(candidate.call('from_numpy', { data, shape, strides: fine, offset: 0 }), 'from_numpy(…)').toHaveShape(
            shape,
          );
          expect(
            () => candidate.call('from_numpy', { data, shape, strides, offset }),
            `from_numpy(…), ${dtype}, strides [${strides.join(', ')}]`,
          ).toThrow();
        }
      });
    },
  );

  behaviour(
    'copies-only-to-convert',
    {
      points: 1,
      title: { en: 'as_tensor copies only to convert', zh: 'as_tensor 只在转换时复制' },
      says: {
        en: 'as_tensor copied where the dtype fits, shared where it does not, or converted to another one.',
        zh: 'dtype 相符时 as_tensor 却复制了，不相符时却共享，或者转换成了别的 dtype。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: Name, to: Name | null, layout: Layout): void => {
        const { candidate, expect, torch } = context;
        const { flat, data } = source(context, dtype);
        const array = arrayOf(data, dtype, layout);
        const t = (to ? candidate.call('as_tensor', array, torch[to]) : candidate.call('as_tensor', array)).tensor();
        const before = seen(context, flat.values, layout).to(torch[to ?? dtype]);
        expect(t, 'as_tensor(…)').toBeClose(before, { rtol: 0, atol: 0 });
        flat.setValues(flat.values.add(1));
        const after = to === null || to === dtype ? seen(context, flat.now(), layout) : before;
        expect(t.now(), { en: 'the tensor, after a write into data', zh: '写入 data 之后的张量' }).toBeClose(after, {
          rtol: 0,
          atol: 0,
        });
      };
      const columns: Layout = { shape: [3, 2], strides: [1, 3], offset: 2 };
      sample(
        'float64',
        { title: { en: 'float64 as it is, and as float32', zh: 'float64 原样，以及转成 float32' } },
        (context) => {
          check(context, 'float64', null, columns);
          check(context, 'float64', 'float32', columns);
        },
      );
      hidden('others', { title: { en: 'other dtypes', zh: '其他 dtype' } }, (context) => {
        check(context, 'float32', 'float32', columns);
        check(context, 'int32', 'float64', columns);
        check(context, 'uint8', 'uint8', columns);
        check(context, 'int32', null, columns);
        check(context, 'uint8', 'int32', columns);
      });
    },
  );

  behaviour(
    'describes-any-view',
    {
      points: 2,
      title: { en: 'numpy describes any view', zh: 'numpy 能描述任何视图' },
      says: {
        en: 'By its shape, strides and offset, the array does not hold the elements of the tensor.',
        zh: '按照数组的形状、步幅和偏移去找，得到的不是张量的元素。',
      },
    },
    ({ sample, hidden }) => {
      sample('transposed', { title: { en: 'a matrix and its transpose', zh: '矩阵和它的转置' } }, (context) => {
        const { candidate } = context;
        const { base, views: found } = views(context, 'float32', draw(context, [2, 5], 'float32'));
        expectArray(context, candidate.call('numpy', base), base.values, 'float32');
        expectArray(context, candidate.call('numpy', found.transposed), found.transposed.values, 'float32');
      });
      hidden('all-views', { title: { en: 'other views, each dtype', zh: '其他视图，各种 dtype' } }, (context) => {
        for (const dtype of dtypes) {
          const { views: found } = views(context, dtype, draw(context, [2, 5], dtype));
          for (const view of Object.values(found))
            expectArray(context, context.candidate.call('numpy', view), view.values, dtype);
        }
      });
    },
  );

  behaviour(
    'shares-with-the-array',
    {
      points: 2,
      title: { en: 'numpy shares the memory', zh: 'numpy 共享内存' },
      says: {
        en: 'A number written into the tensor is not seen in the array, or the other way round.',
        zh: '写入张量的数在数组里看不到，或者反过来。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, name: keyof ReturnType<typeof views>['views'], dtype: Name): void => {
        const { candidate, expect, given } = context;
        const values = draw(context, [2, 5], dtype);
        const { base, views: found } = views(context, dtype, values);
        const view = found[name];
        const array = candidate.call('numpy', view);
        base.setValues(values.add(1));
        expectArray(context, array, view.now(), dtype);
        // One element, written from the array's side: it must arrive in the tensor, and alone.
        const at = places(context, array, view.shape, dtype);
        const which = given.rng.integer(0, at.length - 1);
        array.field('data').set(String(at[which]), 222);
        const expected = view.values.add(1).flatten();
        for (const [i, place] of at.entries()) if (place === at[which]) expected.at(i).fill_(222);
        expect(view.now(), { en: 'the tensor, after a write into data', zh: '写入 data 之后的张量' }).toBeClose(
          expected.reshape([...view.shape]),
          { rtol: 0, atol: 0 },
        );
      };
      sample('whole', { title: { en: 'a contiguous matrix', zh: '连续的矩阵' } }, (context) =>
        check(context, 'whole', 'float32'),
      );
      hidden('views', { title: { en: 'views that are not contiguous', zh: '不连续的视图' } }, (context) => {
        check(context, 'transposed', 'float32');
        check(context, 'sliced', 'float64');
        check(context, 'sliced and transposed', 'int32');
        check(context, 'column', 'uint8');
        check(context, 'expanded', 'float32');
        check(context, 'one element', 'float64');
      });
    },
  );

  behaviour(
    'guards-gradients',
    {
      points: 2,
      title: { en: 'numpy refuses what requires a gradient', zh: 'numpy 拒绝需要梯度的张量' },
      says: {
        en: 'numpy gave an array of a tensor that requires a gradient, refused or copied one with force, or changed the tensor.',
        zh: '需要梯度的张量也给出了数组；或者有 force 时拒绝了、复制了；或者改动了张量。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-parameter', { title: { en: 'a leaf', zh: '叶子张量' } }, (context) => {
        const { candidate, expect, given } = context;
        const w = given.tensor(draw(context, [2, 3], 'float32'), { requires_grad: true, name: 'w' });
        expect.unchanged(() => expect(() => candidate.call('numpy', w), 'numpy(w)').toThrow(), { w });
        const array = expect.unchanged(() => candidate.call('numpy', w, { force: true }), { w });
        expectArray(context, array, w.values, 'float32');
      });
      hidden(
        'results-and-views',
        { title: { en: 'results and views; force shares', zh: '计算结果与视图；force 也共享' } },
        (context) => {
          const { candidate, expect } = context;
          const values = draw(context, [2, 5], 'float64');
          const { base: w, views: found } = views(context, 'float64', values, true);
          const result = w.method('mul', 2).tensor();
          for (const t of [result, found.transposed]) {
            expect(() => candidate.call('numpy', t), { en: 'numpy of a result', zh: '计算结果的 numpy' }).toThrow();
            expect(() => candidate.call('numpy', t, { force: false }), 'numpy(…, { force: false })').toThrow();
            expectArray(context, candidate.call('numpy', t, { force: true }), t.values, 'float64');
          }
          const array = expect.unchanged(() => candidate.call('numpy', found.transposed, { force: true }), { w });
          w.setValues(values.add(3));
          expectArray(context, array, found.transposed.now(), 'float64');
          result.method('sum').tensor().backward();
          expect(w.grad(), 'w.grad').toBeClose(values.mul(0).add(2), { rtol: 0, atol: 0 });
        },
      );
      hidden(
        'plain-tensors',
        { title: { en: 'plain tensors, with and without force', zh: '普通张量，有无 force 均可' } },
        (context) => {
          const { candidate, given } = context;
          const x = given.tensor(draw(context, [3], 'int32'), { name: 'x' });
          for (const options of [{}, { force: false }, { force: true }])
            expectArray(context, candidate.call('numpy', x, options), x.values, 'int32');
        },
      );
    },
  );

  behaviour(
    'standardizes-in-place',
    {
      points: 2,
      title: { en: 'standardize_ works in the array itself', zh: 'standardize_ 直接修改数组' },
      says: {
        en: 'The columns of the array have not mean 0 and standard deviation 1 (over n), or other memory was changed.',
        zh: '数组的各列没有变成均值 0、标准差 1（除以 n），或者改动了别处的内存。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: 'float32' | 'float64', layout: Layout): void => {
        const { candidate, expect, given } = context;
        // Far enough apart that no column is nearly constant.
        const spread = context.torch.arange(memory).mul(7).remainder(11).double();
        const values = given.rng.uniform([memory], 0, 0.5, { dtype: 'float64' }).add(spread);
        const { flat, data } = source(context, dtype, dtype === 'float32' ? values.float() : values);
        const wanted = standardized(seen(context, flat.values, layout)).flatten();
        const all = flat.values.clone();
        for (const [i, at] of positions(layout).entries()) all.at(at).copy_(wanted.at(i));
        candidate.call('standardize_', arrayOf(data, dtype, layout));
        expect(flat.now(), { en: 'the memory, after standardize_', zh: 'standardize_ 之后的内存' }).toBeClose(
          all,
          tolerance,
        );
      };
      sample('a-matrix', { title: { en: 'a matrix, row by row', zh: '按行存放的矩阵' } }, (context) =>
        check(context, 'float32', { shape: [6, 4], strides: [4, 1], offset: 0 }),
      );
      hidden('other-layouts', { title: { en: 'other layouts', zh: '其他布局' } }, (context) => {
        check(context, 'float64', { shape: [8, 3], strides: [1, 8], offset: 0 });
        check(context, 'float32', { shape: [5, 2], strides: [4, 2], offset: 3 });
        check(context, 'float64', { shape: [2, 5], strides: [6, 1], offset: 1 });
      });
    },
  );
});
