import { tests } from '#challenges/authoring.ts';
import type { Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}
const sent = ({ shape, strides, offset }: Layout) => ({ shape, strides, offset });

/** A tensor whose every value is its own address: what a view of it holds is where it reads. */
function memory({ torch }: TestContext, { shape, strides, offset }: Layout): Tensor {
  const last = shape.reduce((sum, size, d) => sum + Math.max(size - 1, 0) * (strides[d] ?? 0), offset);
  return torch.arange(last + 1, { dtype: torch.float64 }).as_strided([...shape], [...strides], offset);
}
const layoutOf = (x: Tensor): Layout => ({ shape: [...x.shape], strides: [...x.strides], offset: x.storage_offset() });

/** The layout that came back reads the same addresses as the judge's tensor. */
function expectReads({ expect, torch }: TestContext, result: Returned, wanted: Tensor, label: string): void {
  const numbers = (name: string) =>
    result
      .field(name)
      .array()
      .map((x) => x.number());
  const [shape, strides, offset] = [numbers('shape'), numbers('strides'), result.field('offset').number()];
  expect(shape, `${label}.shape`).toEqual([...wanted.shape]);
  expect(strides.length, `${label}.strides.length`).toBe(shape.length);
  let addresses = [offset];
  for (const [d, size] of shape.entries()) {
    const steps = Array.from({ length: size }, (_, i) => i * (strides[d] ?? 0));
    addresses = addresses.flatMap((from) => steps.map((step) => from + step));
  }
  const read = torch.tensor(addresses, { dtype: torch.float64 }).reshape(shape);
  expect(read, { en: `addresses of ${label}`, zh: `${label} 的各个地址` }).toBeClose(wanted, tolerance);
}

/** Up to four dimensions, transposed, sliced and expanded at random; never without elements. */
function drawTensor(context: TestContext): Tensor {
  const { rng } = context.given;
  const shape = rng.shape({ dims: [2, 4], sizes: [1, 6] });
  let x = memory(context, { ...rowMajor(shape), offset: rng.integer(0, 5) });
  for (let i = rng.integer(1, 3); i > 0; i--) {
    const d = rng.integer(0, x.dim() - 1);
    const kind = rng.pick(['transpose', 'cut', 'thin', 'expand'] as const);
    const size = x.shape[d] ?? 1;
    if (kind === 'transpose') x = x.transpose(d, rng.integer(0, x.dim() - 1));
    else if (kind === 'cut') x = x.narrow(d, rng.integer(0, size >> 1), (size + 1) >> 1);
    else if (kind === 'thin') x = x.at(...Array.from({ length: d }, () => ':'), '::2');
    else if (x.dim() < 5) x = x.unsqueeze(d).expand(x.shape.toSpliced(d, 0, rng.integer(1, 3)));
  }
  return x;
}

/** Strides of rows, one after the other. */
function rowMajor(shape: readonly number[]): Layout {
  const strides = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * Math.max(b, 1), 1));
  return { shape, strides, offset: 0 };
}

/** Another shape for as many elements: the sizes cut into their factors, and some neighbours joined. */
function drawShape({ given: { rng } }: TestContext, shape: readonly number[]): readonly number[] {
  const factors = shape.flatMap((size) =>
    size === 4
      ? [2, 2]
      : size === 6
        ? rng.pick([
            [2, 3],
            [3, 2],
          ])
        : [size],
  );
  const joined: number[] = [];
  for (const factor of factors) {
    const last = joined.at(-1);
    if (last !== undefined && rng.integer(0, 2) > 0) joined.splice(-1, 1, last * factor);
    else joined.push(factor);
  }
  return rng.integer(0, 2) === 0 ? joined.toSpliced(rng.integer(0, joined.length), 0, 1) : joined;
}

/** What PyTorch's view gives; null where it refuses. */
function viewOf(x: Tensor, shape: readonly number[]): Tensor | null {
  try {
    return x.view(shape);
  } catch {
    return null;
  }
}

function checkView(context: TestContext, layout: Layout, shape: readonly number[]): void {
  const wanted = memory(context, layout).view(shape);
  const result = context.candidate.call('view', sent(layout), shape);
  expectReads(context, result, wanted, 'view(…)');
}
function checkRefused({ candidate, expect }: TestContext, layout: Layout, shape: readonly number[]): void {
  expect(() => candidate.call('view', sent(layout), shape), 'view(…)').toThrow();
}

/** Layouts by hand: what they are, and whether their elements lie one after the other. */
const layouts = {
  rows: [{ shape: [3, 4], strides: [4, 1], offset: 0 }, true],
  'rows from an offset': [{ shape: [3, 4], strides: [4, 1], offset: 7 }, true],
  columns: [{ shape: [3, 4], strides: [1, 3], offset: 0 }, false],
  'rows with gaps': [{ shape: [3, 4], strides: [6, 1], offset: 0 }, false],
  'every second': [{ shape: [5], strides: [2], offset: 0 }, false],
  'one value repeated': [{ shape: [3, 4], strides: [0, 0], offset: 2 }, false],
  'a row repeated': [{ shape: [3, 4], strides: [0, 1], offset: 0 }, false],
  scalar: [{ shape: [], strides: [], offset: 3 }, true],
  'one element': [{ shape: [1, 1], strides: [5, 9], offset: 0 }, true],
  'size 1 with any stride': [{ shape: [3, 1, 4], strides: [4, 77, 1], offset: 0 }, true],
  'size 1 at the end': [{ shape: [3, 1], strides: [1, 3], offset: 0 }, true],
  'a column of a matrix': [{ shape: [3, 1], strides: [4, 1], offset: 0 }, false],
  'no elements': [{ shape: [3, 0, 4], strides: [2, 7, 5], offset: 0 }, true],
} as const satisfies { [name: string]: readonly [Layout, boolean] };

export default tests(({ behaviour }) => {
  behaviour(
    'lays-out-rows',
    {
      points: 1,
      title: { en: 'contiguous: row by row', zh: 'contiguous：按行排列' },
      says: {
        en: 'contiguous does not give the strides of rows that follow each other.',
        zh: 'contiguous 给出的不是按行排列的步幅。',
      },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, expect }: TestContext, shape: readonly number[]): void => {
        const result = candidate.call('contiguous', shape);
        const { strides } = rowMajor(shape);
        expect(result.field('shape'), 'contiguous(…).shape').toEqual(shape);
        expect(result.field('strides'), 'contiguous(…).strides').toEqual(strides);
        expect(result.field('offset'), 'contiguous(…).offset').toBe(0);
      };
      sample('two-and-three', { title: { en: 'two and three dimensions', zh: '二维与三维' } }, (context) => {
        check(context, [4, 6]);
        check(context, [2, 3, 4]);
      });
      hidden(
        'edges',
        { title: { en: 'no dimension, sizes 0 and 1, huge ones', zh: '0 维、大小为 0 和 1、极大的' } },
        (context) => {
          for (const shape of [[], [5], [1, 1], [2, 0, 3], [1e6, 1e6]]) check(context, shape);
          check(context, context.given.rng.shape({ dims: [3, 5], sizes: [1, 7] }));
        },
      );
    },
  );

  behaviour(
    'finds-the-address',
    {
      points: 1,
      title: { en: 'address: from an index to its element', zh: 'address：由下标找到元素' },
      says: {
        en: 'address is not offset + Σ index · stride, or takes an index that is out of range.',
        zh: 'address 不等于 offset + Σ 下标 · 步幅，或者接受了越界的下标。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'a-matrix',
        { title: { en: 'in a transposed slice', zh: '在转置再切片的布局中' } },
        ({ candidate, expect }) => {
          const layout = { shape: [3, 4], strides: [2, 6], offset: 1 };
          expect(candidate.call('address', layout, [0, 0]), 'address(c, [0, 0])').toBe(1);
          expect(candidate.call('address', layout, [2, 3]), 'address(c, [2, 3])').toBe(23);
          expect(candidate.call('address', layout, [-1, 0]), 'address(c, [-1, 0])').toBe(5);
        },
      );
      hidden('drawn-layouts', { title: { en: 'other layouts', zh: '其他布局' } }, (context) => {
        const { candidate, expect } = context;
        const { rng } = context.given;
        for (let round = 0; round < 5; round++) {
          const x = drawTensor(context);
          const at = x.shape.map((size) => rng.integer(0, size - 1));
          const wanted = x.at(...at).item();
          const signed = at.map((i, d) => (rng.integer(0, 1) ? i - (x.shape[d] ?? 0) : i));
          expect(candidate.call('address', sent(layoutOf(x)), at), 'address(…)').toBe(wanted);
          expect(candidate.call('address', sent(layoutOf(x)), signed), 'address(…)').toBe(wanted);
        }
        expect(candidate.call('address', { shape: [], strides: [], offset: 4 }, []), 'address(…)').toBe(4);
      });
      hidden(
        'out-of-range',
        {
          title: { en: 'indices that do not exist', zh: '不存在的下标' },
          says: { en: 'An index that does not exist was given an address.', zh: '为不存在的下标给出了地址。' },
        },
        ({ candidate, expect }) => {
          const layout = { shape: [3, 4], strides: [4, 1], offset: 0 };
          for (const index of [[3, 0], [0, 4], [-4, 0], [0, -5], [0], [0, 0, 0], []])
            expect(() => candidate.call('address', layout, index), `address(…, [${index.join(', ')}])`).toThrow();
        },
      );
    },
  );

  behaviour(
    'transposes',
    {
      points: 1,
      title: { en: 'transpose: exchanges two dimensions', zh: 'transpose：交换两维' },
      says: { en: 'transpose reads other elements than it should.', zh: 'transpose 读到的元素不对。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, x: Tensor, a: number, b: number): void =>
        expectReads(
          context,
          context.candidate.call('transpose', sent(layoutOf(x)), a, b),
          x.transpose(a, b),
          'transpose(…)',
        );
      sample('a-matrix', { title: { en: 'a matrix', zh: '一个矩阵' } }, (context) =>
        check(context, memory(context, rowMajor([4, 6])), 0, 1),
      );
      hidden(
        'any-two',
        { title: { en: 'any two, counted from either end', zh: '任意两维，正数倒数都可以' } },
        (context) => {
          const { rng } = context.given;
          const x = memory(context, { ...rowMajor([2, 3, 4]), offset: rng.integer(1, 9) });
          for (const [a, b] of [
            [0, 2],
            [-1, 1],
            [-3, -2],
            [1, 1],
          ] as const)
            check(context, x, a, b);
          for (let round = 0; round < 3; round++) {
            const y = drawTensor(context);
            check(context, y, rng.integer(0, y.dim() - 1), -rng.integer(1, y.dim()));
          }
          for (const dim of [2, -3])
            context
              .expect(
                () => context.candidate.call('transpose', sent(rowMajor([2, 3])), 0, dim),
                `transpose(…, 0, ${dim})`,
              )
              .toThrow();
        },
      );
    },
  );

  behaviour(
    'slices',
    {
      points: 2,
      title: { en: 'slice: start, end and step', zh: 'slice：起点、终点与步长' },
      says: {
        en: 'slice reads other elements than x[start:end:step].',
        zh: 'slice 读到的元素与 x[start:end:step] 不同。',
      },
    },
    ({ sample, hidden }) => {
      /** The positions are counted out one by one, as Python's range(*slice.indices(size)). */
      const check = (context: TestContext, x: Tensor, dim: number, start: number, end: number, step: number): void => {
        const d = dim < 0 ? dim + x.dim() : dim;
        const size = x.shape[d] ?? 0;
        const positions: number[] = [];
        const [first, last] = [start, end].map((bound) => (bound < 0 ? bound + size : bound));
        for (let i = Math.max(first ?? 0, 0); i < Math.min(last ?? 0, size); i += step) positions.push(i);
        const { torch } = context;
        const wanted = x.index_select(d, torch.tensor(positions, { dtype: torch.int64 }));
        const result = context.candidate.call('slice', sent(layoutOf(x)), dim, start, end, step);
        expectReads(context, result, wanted, `slice(…, ${dim}, ${start}, ${end}, ${step})`);
      };
      sample('a-matrix', { title: { en: 'rows and columns of a matrix', zh: '矩阵的行与列' } }, (context) => {
        const x = memory(context, rowMajor([4, 6]));
        check(context, x, 0, 1, 3, 1);
        check(context, x, 1, 1, 6, 2);
      });
      hidden(
        'bounds',
        { title: { en: 'bounds below 0, beyond the end, crossed', zh: '负的、越界的、颠倒的边界' } },
        (context) => {
          const x = memory(context, { ...rowMajor([5, 7]), offset: 3 });
          for (const [start, end, step] of [
            [-3, -1, 1],
            [-100, 100, 1],
            [2, 100, 3],
            [100, 200, 1],
            [4, 2, 1],
            [0, 0, 2],
            [0, 3, 2],
            [2, 0, 1],
            [-2, 1, 1],
          ] as const) {
            check(context, x, 0, start, end, step);
            check(context, x, -1, start, end, step);
          }
          context
            .expect(() => context.candidate.call('slice', sent(rowMajor([2, 3])), 2, 0, 1, 1), 'slice(…, 2, 0, 1, 1)')
            .toThrow();
        },
      );
      hidden('drawn-layouts', { title: { en: 'slices of other layouts', zh: '其他布局的切片' } }, (context) => {
        const { rng } = context.given;
        for (let round = 0; round < 6; round++) {
          const x = drawTensor(context);
          const d = rng.integer(0, x.dim() - 1);
          check(context, x, d, rng.integer(-3, 3), rng.integer(-3, 8), rng.integer(1, 3));
        }
      });
    },
  );

  behaviour(
    'tells-contiguous',
    {
      points: 2,
      title: { en: 'is_contiguous: one after the other', zh: 'is_contiguous：是否依次排列' },
      says: {
        en: 'is_contiguous is wrong about a layout.',
        zh: 'is_contiguous 对某个布局判断错误。',
      },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, expect }: TestContext, name: keyof typeof layouts): void => {
        const [layout, wanted] = layouts[name];
        expect(candidate.call('is_contiguous', sent(layout)), `is_contiguous(…): ${name}`).toBe(wanted);
      };
      sample(
        'a-matrix',
        { title: { en: 'rows, columns, rows with gaps', zh: '按行、按列、行间有空隙' } },
        (context) => {
          check(context, 'rows');
          check(context, 'columns');
          check(context, 'rows with gaps');
        },
      );
      hidden(
        'edges',
        { title: { en: 'offset, repeated values, sizes 0 and 1', zh: '偏移量、重复的值、大小为 0 和 1' } },
        (context) => {
          for (const [name] of context.given.table(layouts)) {
            const known = Object.keys(layouts).find((key): key is keyof typeof layouts => key === name);
            if (known) check(context, known);
          }
        },
      );
      hidden('drawn-layouts', { title: { en: 'other layouts', zh: '其他布局' } }, (context) => {
        const { candidate, expect } = context;
        for (let round = 0; round < 8; round++) {
          const x = drawTensor(context);
          // By the definition: the addresses, in order of the indices, go up by one.
          const addresses = x.flatten().tolist();
          const [first] = Array.isArray(addresses) ? addresses : [];
          const wanted = Array.isArray(addresses) && addresses.every((a, i) => a === Number(first) + i);
          expect(candidate.call('is_contiguous', sent(layoutOf(x))), 'is_contiguous(…)').toBe(wanted);
        }
      });
    },
  );

  behaviour(
    'views-without-copying',
    {
      points: 3,
      title: { en: 'view: another shape over the same memory', zh: 'view：同一块内存上的另一个形状' },
      says: {
        en: 'view refuses a shape that strides can give, or reads the elements in another order.',
        zh: 'view 拒绝了用步幅就能实现的形状，或者读取元素的顺序变了。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        checkView(context, rowMajor([4, 6]), [2, 2, 6]);
        checkView(context, { shape: [3, 4], strides: [2, 6], offset: 1 }, [3, -1, 2]);
      });
      hidden('not-contiguous', { title: { en: 'layouts that are not contiguous', zh: '不连续的布局' } }, (context) => {
        const rows = context.given.rng.integer(2, 5);
        checkView(context, { shape: [rows, 4, 6], strides: [60, 6, 1], offset: 5 }, [rows, 24]);
        checkView(context, { shape: [4, rows], strides: [1, 4], offset: 0 }, [2, 2, rows]);
        checkView(context, { shape: [2, 3, 4], strides: [100, 8, 2], offset: 0 }, [2, 12]);
        checkView(context, { shape: [3, 4], strides: [0, 0], offset: 2 }, [12]);
        checkView(context, { shape: [rows, 2, 3], strides: [0, 3, 1], offset: 0 }, [rows, 6]);
        checkView(context, { shape: [2, 3, 4, 5], strides: [1000, 100, 10, 2], offset: 0 }, [2, 3, 20]);
      });
      hidden(
        'sizes-of-one',
        { title: { en: 'sizes of 1, scalars, no elements', zh: '大小为 1、标量、没有元素' } },
        (context) => {
          checkView(context, { shape: [3, 1, 4], strides: [4, 77, 1], offset: 0 }, [12]);
          checkView(context, { shape: [2, 1, 6], strides: [6, 1, 1], offset: 3 }, [1, 12, 1]);
          checkView(context, { shape: [4, 1], strides: [7, 3], offset: 1 }, [2, 1, 2]);
          checkView(context, { shape: [1, 1], strides: [5, 9], offset: 4 }, []);
          checkView(context, { shape: [], strides: [], offset: 3 }, [1, 1]);
          checkView(context, { shape: [], strides: [], offset: 3 }, [-1]);
          checkView(context, { shape: [3, 0], strides: [5, 2], offset: 0 }, [0, 7]);
          checkView(context, { shape: [3, 0], strides: [1, 1], offset: 0 }, [-1, 3]);
        },
      );
      hidden('huge', { title: { en: 'a million million elements', zh: '一万亿个元素' } }, ({ candidate, expect }) => {
        const result = candidate.call('view', { shape: [1e6, 1e6], strides: [2e6, 2], offset: 1 }, [1e3, 1e9]);
        expect(result.field('strides'), 'view(…).strides').toEqual([2e9, 2]);
        expect(result.field('offset'), 'view(…).offset').toBe(1);
      });
      hidden('drawn-views', { title: { en: 'other views that exist', zh: '其他可行的视图' } }, (context) => {
        for (let round = 0; round < 12; round++) {
          const x = drawTensor(context);
          const shape = drawShape(context, x.shape);
          if (viewOf(x, shape)) checkView(context, layoutOf(x), shape);
        }
      });
    },
  );

  behaviour(
    'refuses-what-needs-a-copy',
    {
      points: 2,
      title: { en: 'view: refuses what would need a copy', zh: 'view：需要复制时拒绝' },
      says: {
        en: 'view gives a layout where it must throw.',
        zh: 'view 应当抛出错误，却返回了布局。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        checkView(context, rowMajor([4, 6]), [24]);
        checkRefused(context, { shape: [3, 4], strides: [2, 6], offset: 1 }, [12]);
        checkRefused(context, rowMajor([4, 6]), [5, 5]);
      });
      hidden('no-strides', { title: { en: 'no strides can do it', zh: '没有步幅能做到' } }, (context) => {
        const rows = context.given.rng.integer(2, 5);
        checkRefused(context, { shape: [rows, 4], strides: [1, rows], offset: 0 }, [4 * rows]);
        checkRefused(context, { shape: [rows, 4], strides: [6, 1], offset: 0 }, [4 * rows]);
        checkRefused(context, { shape: [rows, 4], strides: [0, 1], offset: 0 }, [2 * rows, 2]);
        checkRefused(context, { shape: [4, rows], strides: [1, 4], offset: 0 }, [2, 2 * rows]);
        checkRefused(context, { shape: [2, 3, 4], strides: [4, 8, 1], offset: 0 }, [6, 4]);
        checkRefused(context, { shape: [4, 3], strides: [6, 1], offset: 0 }, [3, 4]);
      });
      hidden('bad-shapes', { title: { en: 'shapes that do not fit', zh: '不合适的形状' } }, (context) => {
        for (const shape of [
          [5],
          [-1, -1],
          [-2, -12],
          [-4, -2, 3],
          [-1, -2, 3],
          [7, -1],
          [16, -1],
          [24, 0],
          [],
          [-1, 0],
        ])
          checkRefused(context, rowMajor([4, 6]), shape);
        for (const shape of [[-1, 0], [3], [-1, -1, 0], [-2, 0]]) checkRefused(context, rowMajor([3, 0]), shape);
      });
      hidden('drawn-views', { title: { en: 'other views that do not exist', zh: '其他不可行的视图' } }, (context) => {
        for (let round = 0; round < 16; round++) {
          const x = drawTensor(context);
          const shape = drawShape(context, x.shape);
          if (!viewOf(x, shape)) checkRefused(context, layoutOf(x), shape);
        }
      });
    },
  );

  behaviour(
    'changes-nothing',
    {
      points: 1,
      title: { en: 'Leaves its arguments as they are', zh: '不修改参数' },
      says: {
        en: 'A layout or shape that was given as an argument has changed.',
        zh: '作为参数传入的布局或形状被修改了。',
      },
    },
    ({ sample, hidden }) => {
      /** The submission's own layout, read through `address` before and after. */
      const check = (context: TestContext, change: (layout: Returned) => void): void => {
        const { candidate, expect } = context;
        const layout = candidate.call('contiguous', [4, 6]);
        const read = () =>
          [candidate.call('address', layout, [3, 5]), candidate.call('address', layout, [1, 2])].map((a) => a.number());
        const before = read();
        change(layout);
        expect(read(), { en: 'addresses of the argument', zh: '参数中的地址' }).toEqual(before);
        expect(layout.field('shape').method('join'), 'shape').toBe('4,6');
      };
      sample('transpose', { title: { en: 'transpose', zh: 'transpose' } }, (context) =>
        check(context, (layout) => void context.candidate.call('transpose', layout, 0, 1)),
      );
      hidden('slice', { title: { en: 'slice', zh: 'slice' } }, (context) =>
        check(context, (layout) => void context.candidate.call('slice', layout, 1, 1, 6, 2)),
      );
      hidden('view', { title: { en: 'view', zh: 'view' } }, (context) => {
        const { candidate, expect } = context;
        const shape = candidate.call('contiguous', [4, 6]).field('shape');
        shape.set('0', -1);
        check(context, (layout) => {
          candidate.call('view', layout, shape);
          expect(shape.method('join'), 'shape').toBe('-1,6');
        });
      });
    },
  );
});
