import { tests } from '#challenges/authoring.ts';
import type { Argument, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type QDtype = 'quint8' | 'qint8';
const dtypes = ['quint8', 'qint8'] as const;
const ranges = {
  quint8: { low: 0, high: 255, stored: 'uint8' },
  qint8: { low: -128, high: 127, stored: 'int8' },
} as const;
const eps = 2 ** -23;

/** What the challenge defines, in plain numbers, of the values of one tensor or one channel. */
function parameters(values: readonly number[], dtype: QDtype): { readonly scale: number; readonly zero_point: number } {
  const { low, high } = ranges[dtype];
  const [min, max] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = Math.max(eps, (max - min) / (high - low));
  return { scale, zero_point: low - halfToEven(min / scale) };
}

function halfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Numbers whose least and greatest make the scale `scale` and the zero point `low + place`, from which rounding keeps well away: the
 * others lie between, 0.35 of a step at most beside a step of their own.
 */
function drawValues({ given: { rng } }: TestContext, count: number, scale: number, place: number): readonly number[] {
  const shift = rng.number(-0.3, 0.3);
  const steps = Array.from({ length: count }, (_, i) =>
    i === 0
      ? -(place + shift)
      : i === 1
        ? 255 - place - shift
        : rng.integer(-place + 1, 254 - place) + rng.number(-0.35, 0.35),
  );
  return rng.shuffled(steps.map((step) => step * scale));
}
const floats = ({ torch }: TestContext, values: readonly number[]): Tensor => torch.tensor([...values]).float();
const ints = ({ torch }: TestContext, values: readonly number[], dtype: 'uint8' | 'int8' | 'int32'): Tensor =>
  torch.tensor([...values]).to(torch[dtype]);

const drawScale = ({ given: { rng } }: TestContext): number => Math.exp(rng.number(-5, 2));
const drawPlace = ({ given: { rng } }: TestContext): number => rng.integer(20, 230);

function expectParameters(
  context: TestContext,
  result: Returned,
  channels: readonly (readonly number[])[],
  dtype: QDtype,
  single: boolean,
): void {
  const { expect } = context;
  const wanted = channels.map((values) => parameters(values, dtype));
  const scales = floats(
    context,
    wanted.map(({ scale }) => scale),
  );
  const points = ints(
    context,
    wanted.map(({ zero_point }) => zero_point),
    'int32',
  );
  expect(result.field('scale'), `scale, ${dtype}`).toBeClose(single ? scales.reshape([]) : scales, tolerance);
  const found = result.field('zero_point').tensor();
  expect(found, `zero_point, ${dtype}`).toHaveDtype('int32');
  expect(found, `zero_point, ${dtype}`).toBeClose(single ? points.reshape([]) : points);
}

/** scale and zero_point as they are given to the submission. */
const qparams = (
  context: TestContext,
  scale: number | readonly number[],
  zero: number | readonly number[],
): Argument => ({
  scale: typeof scale === 'number' ? floats(context, [scale]).reshape([]) : floats(context, scale),
  zero_point: typeof zero === 'number' ? ints(context, [zero], 'int32').reshape([]) : ints(context, zero, 'int32'),
});

function expectCodes(
  context: TestContext,
  actual: Returned,
  wanted: readonly number[],
  dtype: QDtype,
  label: string,
): void {
  const codes = ints(context, wanted, ranges[dtype].stored);
  context.expect(actual, label).toBeClose(codes.reshape([...actual.tensor().shape]));
}

/** Channels along one axis of a tensor: values[c] are those of channel c, in the order of the tensor with that axis first. */
function channelled(
  { torch }: TestContext,
  values: readonly (readonly number[])[],
  rest: readonly number[],
  axis: number,
): Tensor {
  return torch
    .tensor(values.map((row) => [...row]))
    .float()
    .reshape([values.length, ...rest])
    .movedim(0, axis)
    .contiguous();
}
/** The same as plain rows, one for each channel. */
const rows = (t: Tensor, axis: number): number[][] => {
  const flat = t.double().movedim(axis, 0).reshape(t.size(axis), -1);
  return Array.from({ length: flat.size(0) }, (_, c) =>
    Array.from({ length: flat.size(1) }, (__, i) => flat.at(c, i).item()),
  );
};

interface Layout {
  readonly axis: number;
  readonly rest: readonly number[];
}
const layouts = {
  'axis 0 of two': { axis: 0, rest: [6] },
  'axis 1 of two': { axis: 1, rest: [6] },
  'axis 1 of four': { axis: 1, rest: [2, 3, 2] },
  'axis 2 of three': { axis: 2, rest: [2, 4] },
  'axis 0 of one': { axis: 0, rest: [] },
} as const satisfies { readonly [name: string]: Layout };

export default tests(({ behaviour }) => {
  behaviour(
    'chooses-the-parameters',
    {
      points: 2,
      title: { en: 'Chooses scale and zero point', zh: '选择 scale 和 zero point' },
      says: {
        en: 'scale or zero_point is not what the least and the greatest value give.',
        zh: 'scale 或 zero_point 与最小值、最大值所决定的不符。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, values: readonly number[], shape: readonly number[]) => {
        const x = floats(context, values);
        const exact = rows(x.reshape(1, -1), 0);
        for (const dtype of dtypes)
          expectParameters(
            context,
            context.candidate.call('choose_qparams', x.reshape([...shape]), dtype),
            exact,
            dtype,
            true,
          );
      };
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        check(context, [-1, 0, 0.5, 4.1], [4]),
      );
      hidden('drawn-values', { title: { en: 'other values and shapes', zh: '其他数值与形状' } }, (context) => {
        for (const shape of [[24], [4, 6], [2, 3, 4]])
          check(context, drawValues(context, 24, drawScale(context), drawPlace(context)), shape);
      });
      hidden('columns-first', { title: { en: 'not contiguous', zh: '内存不连续' } }, (context) => {
        const { candidate, given } = context;
        const x = floats(context, drawValues(context, 20, drawScale(context), drawPlace(context))).reshape(4, 5);
        const laid = given.tensor(x, { contiguous: false, name: 'x' });
        for (const dtype of dtypes)
          expectParameters(
            context,
            candidate.call('choose_qparams', laid, dtype),
            rows(x.reshape(1, -1), 0),
            dtype,
            true,
          );
      });
    },
  );

  behaviour(
    'keeps-zero-exact',
    {
      points: 2,
      title: { en: 'Zero has a code of its own', zh: '零有自己的编码' },
      says: {
        en: '0 is not in the range, or does not come back as exactly 0.',
        zh: '范围不包含 0，或者 0 转换回来不恰好是 0。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, values: readonly number[]) => {
        const { candidate, expect, torch } = context;
        const x = floats(context, values);
        for (const dtype of dtypes) {
          const chosen = candidate.call('choose_qparams', x, dtype);
          expectParameters(context, chosen, rows(x.reshape(1, -1), 0), dtype, true);
          const zeros = torch.zeros([3]);
          const codes = candidate.call('quantize', zeros, chosen, dtype);
          const back = candidate.call('dequantize', codes, chosen).tensor().values;
          expect(back.abs().max().item(), {
            en: `what 0 comes back as, ${dtype}`,
            zh: `0 转换回来的值，${dtype}`,
          }).toBe(0);
        }
      };
      sample('all-positive', { title: { en: 'values that are all positive', zh: '全为正数' } }, (context) =>
        check(context, [2, 3, 5]),
      );
      hidden(
        'one-sign',
        { title: { en: 'one sign only, one value only', zh: '只有一种符号，或只有一个值' } },
        (context) => {
          const { rng } = context.given;
          check(context, [rng.number(1, 9), rng.number(1, 9), rng.number(10, 20)]);
          check(context, [-rng.number(1, 9), -rng.number(1, 9), -rng.number(10, 20)]);
          check(context, [rng.number(1, 9)]);
          check(context, [-rng.number(1, 9)]);
        },
      );
      hidden('all-zeros', { title: { en: 'nothing but zeros', zh: '全为零' } }, (context) =>
        check(context, [0, 0, 0, 0]),
      );
      hidden('both-signs', { title: { en: 'both signs', zh: '两种符号' } }, (context) =>
        check(context, drawValues(context, 12, drawScale(context), drawPlace(context))),
      );
    },
  );

  behaviour(
    'quantizes',
    {
      points: 2,
      title: { en: 'Quantizes to the nearest step', zh: '量化到最近的一级' },
      says: {
        en: 'A code is not the nearest step plus the zero point, or the result has another shape or dtype.',
        zh: '编码不等于最近的级数加上 zero point，或者结果的形状、dtype 不对。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: QDtype, shape: readonly number[], contiguous = true) => {
        const { candidate, given } = context;
        const { low } = ranges[dtype];
        const [scale, place] = [drawScale(context), drawPlace(context)];
        const count = shape.reduce((a, b) => a * b, 1);
        const steps = Array.from({ length: count }, () => given.rng.integer(-place, 255 - place));
        const x = floats(
          context,
          steps.map((step) => (step + given.rng.number(-0.35, 0.35)) * Math.fround(scale)),
        ).reshape([...shape]);
        const input = contiguous ? x : given.tensor(x, { contiguous: false, name: 'x' });
        const codes = candidate.call('quantize', input, qparams(context, scale, low + place), dtype);
        context.expect(codes, `quantize(…, '${dtype}')`).toHaveShape(shape);
        // A value 0.35 below the first step or above the last rounds to that step.
        expectCodes(
          context,
          codes,
          steps.map((step) => low + place + step),
          dtype,
          `quantize(…, '${dtype}')`,
        );
      };
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { candidate } = context;
        const x = floats(context, [-1, 0, 0.5, 4.1]);
        const codes = candidate.call('quantize', x, qparams(context, 0.02, 50), 'quint8');
        expectCodes(context, codes, [0, 50, 75, 255], 'quint8', "quantize(…, 'quint8')");
      });
      hidden('drawn-values', { title: { en: 'other values and shapes', zh: '其他数值与形状' } }, (context) => {
        for (const dtype of dtypes)
          for (const shape of [[], [1], [17], [3, 5], [2, 3, 4]]) check(context, dtype, shape);
      });
      hidden('columns-first', { title: { en: 'not contiguous', zh: '内存不连续' } }, (context) => {
        for (const dtype of dtypes) check(context, dtype, [4, 5], false);
      });
    },
  );

  behaviour(
    'rounds-half-to-even',
    {
      points: 2,
      title: { en: 'Rounds a half to the even step', zh: '恰好一半时取偶数级' },
      says: {
        en: 'A value half-way between two steps must go to the even step; the zero point is added after that.',
        zh: '恰好在两级正中的值应取偶数级，之后再加 zero point。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, scale: number, dtype: QDtype, zero: number) => {
        const { candidate, given } = context;
        const halves = given.rng.shuffled([-4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5]);
        const x = floats(
          context,
          halves.map((half) => half * scale),
        );
        const codes = candidate.call('quantize', x, qparams(context, scale, zero), dtype);
        const label = `quantize(…), zero_point ${zero}`;
        expectCodes(
          context,
          codes,
          halves.map((half) => zero + halfToEven(half)),
          dtype,
          label,
        );
      };
      sample('zero-point-even', { title: { en: 'an even zero point', zh: 'zero point 为偶数' } }, (context) =>
        check(context, 0.5, 'quint8', 128),
      );
      hidden('zero-point-odd', { title: { en: 'an odd zero point', zh: 'zero point 为奇数' } }, (context) => {
        for (const scale of [2, 0.25, 1]) {
          check(context, scale, 'quint8', 2 * context.given.rng.integer(10, 100) + 1);
          check(context, scale, 'qint8', 2 * context.given.rng.integer(-50, 50) + 1);
        }
      });
      hidden(
        'zero-point-between',
        { title: { en: 'a zero point half-way', zh: 'zero point 恰好在正中' } },
        (context) => {
          const { candidate, given } = context;
          for (const half of [0.5, 1.5, 2.5, given.rng.integer(50, 100) + 0.5]) {
            const values = [-half * 0.5, 0, (255 - half) * 0.5];
            for (const dtype of dtypes)
              expectParameters(
                context,
                candidate.call('choose_qparams', floats(context, values), dtype),
                [values],
                dtype,
                true,
              );
          }
        },
      );
    },
  );

  behaviour(
    'saturates',
    {
      points: 2,
      title: { en: 'Saturates at both ends of the codes', zh: '在编码的两端饱和' },
      says: {
        en: 'A value beyond the range must get the first or the last code, the zero point included.',
        zh: '超出范围的值应得到第一个或最后一个编码，而且是在加上 zero point 之后。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: QDtype, place: number) => {
        const { candidate, given } = context;
        const { low, high } = ranges[dtype];
        const scale = drawScale(context);
        const wanted: readonly (readonly [step: number, code: number])[] = [
          [-place - 1, low],
          [-place - given.rng.integer(2, 300), low],
          [-1e5, low],
          [-place, low],
          [-place + 1, low + 1],
          [0, low + place],
          [254 - place, high - 1],
          [255 - place, high],
          [256 - place, high],
          [255 - place + given.rng.integer(2, 300), high],
          [1e5, high],
        ];
        const x = floats(
          context,
          wanted.map(([step]) => (step + given.rng.number(-0.2, 0.2)) * Math.fround(scale)),
        );
        const codes = candidate.call('quantize', x, qparams(context, scale, low + place), dtype);
        expectCodes(
          context,
          codes,
          wanted.map(([, code]) => code),
          dtype,
          `quantize(…, '${dtype}')`,
        );
      };
      sample('far-values', { title: { en: 'values far outside', zh: '远在范围之外的值' } }, (context) =>
        check(context, 'quint8', 100),
      );
      hidden(
        'both-dtypes',
        { title: { en: 'both dtypes, other zero points', zh: '两种 dtype，其他 zero point' } },
        (context) => {
          for (const dtype of dtypes) for (const place of [10, 245, drawPlace(context)]) check(context, dtype, place);
        },
      );
    },
  );

  behaviour(
    'dequantizes',
    {
      points: 2,
      title: { en: 'Dequantizes every code', zh: '还原每一个编码' },
      says: {
        en: 'A code does not come back as scale · (q − zero_point), in float32.',
        zh: '编码没有还原为 scale · (q − zero_point)，或者结果不是 float32。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, dtype: QDtype, zero: number) => {
        const { candidate, expect } = context;
        const { low, stored } = ranges[dtype];
        const scale = Math.fround(drawScale(context));
        const codes = Array.from({ length: 256 }, (_, i) => low + i);
        const back = candidate.call('dequantize', ints(context, codes, stored), qparams(context, scale, zero));
        const wanted = floats(
          context,
          codes.map((code) => (code - zero) * scale),
        );
        expect(back, `dequantize(…), ${dtype}, zero_point ${zero}`).toBeClose(wanted, tolerance);
      };
      sample('unsigned', { title: { en: 'all codes of quint8', zh: 'quint8 的所有编码' } }, (context) =>
        check(context, 'quint8', 100),
      );
      hidden(
        'both-dtypes',
        { title: { en: 'both dtypes, other zero points', zh: '两种 dtype，其他 zero point' } },
        (context) => {
          for (const zero of [0, 255, context.given.rng.integer(1, 254)]) check(context, 'quint8', zero);
          for (const zero of [-128, 127, 0, context.given.rng.integer(-127, 126)]) check(context, 'qint8', zero);
        },
      );
      hidden(
        'there-and-back',
        { title: { en: 'there and back: within half a step', zh: '一去一回：误差不超过半级' } },
        (context) => {
          const { candidate, expect, given } = context;
          // Far from the middle, and three times: a scale that is too fine or too coarse always shows.
          for (const dtype of [...dtypes, ...dtypes, ...dtypes]) {
            const scale = drawScale(context);
            const place = given.rng.pick([given.rng.integer(20, 60), given.rng.integer(195, 235)]);
            const values = drawValues(context, 30, scale, place);
            const x = floats(context, values).reshape(5, 6);
            const chosen = candidate.call('choose_qparams', x, dtype);
            const back = candidate.call('dequantize', candidate.call('quantize', x, chosen, dtype), chosen);
            expect(back, `dequantize(quantize(x)), ${dtype}`).toHaveShape([5, 6]);
            const worst = back.tensor().values.sub(x).abs().max().item() / scale;
            expect(worst, { en: `largest error in steps, ${dtype}`, zh: `最大误差（级），${dtype}` }).toBeLessThan(
              0.501,
            );
          }
        },
      );
    },
  );

  behaviour(
    'works-per-channel',
    {
      points: 3,
      title: { en: 'Has a scale for each channel', zh: '每个通道一个 scale' },
      says: {
        en: 'With an axis, each index along it must have its own scale and zero point.',
        zh: '给出 axis 时，该轴上的每个下标都应有自己的 scale 和 zero point。',
      },
    },
    ({ sample, hidden }) => {
      const draw = (context: TestContext, { axis, rest }: Layout, channels: number) => {
        const count = rest.reduce((a, b) => a * b, 1);
        const values = Array.from({ length: channels }, () =>
          drawValues(context, count, drawScale(context), drawPlace(context)),
        );
        return channelled(context, values, rest, axis);
      };
      const check = (context: TestContext, name: string, layout: Layout, channels: number, contiguous = true) => {
        const { candidate, expect, given, torch } = context;
        const { axis } = layout;
        const x = draw(context, layout, channels);
        const exact = rows(x, axis);
        for (const dtype of dtypes) {
          const { stored } = ranges[dtype];
          const input = contiguous ? x : given.tensor(x, { contiguous: false, name: 'x' });
          expectParameters(context, candidate.call('choose_qparams', input, dtype, axis), exact, dtype, false);

          const wanted = exact.map((row) => parameters(row, dtype));
          const chosen = qparams(
            context,
            wanted.map(({ scale }) => scale),
            wanted.map(({ zero_point }) => zero_point),
          );
          const back = (perChannel: (c: number, value: number) => number) =>
            channelled(
              context,
              exact.map((row, c) => row.map((value) => perChannel(c, value))),
              layout.rest,
              axis,
            );
          const code = (c: number, value: number) => {
            const { scale = 1, zero_point = 0 } = wanted[c] ?? {};
            const { low, high } = ranges[dtype];
            return Math.min(high, Math.max(low, zero_point + halfToEven(value / scale)));
          };
          const codes = back(code).to(torch[stored]);
          expect(candidate.call('quantize', input, chosen, dtype, axis), `quantize(…, ${axis}), ${name}`).toBeClose(
            codes,
          );
          const values = back((c, value) => {
            const { scale = 1, zero_point = 0 } = wanted[c] ?? {};
            return (code(c, value) - zero_point) * Math.fround(scale);
          });
          expect(candidate.call('dequantize', codes, chosen, axis), `dequantize(…, ${axis}), ${name}`).toBeClose(
            values,
            tolerance,
          );
        }
      };
      sample('rows', { title: { en: 'the rows of a matrix', zh: '矩阵的各行' } }, (context) =>
        check(context, 'axis 0 of two', layouts['axis 0 of two'], 3),
      );
      hidden('other-axes', { title: { en: 'other axes and shapes', zh: '其他轴与形状' } }, (context) => {
        for (const [name, layout] of context.given.table<Layout>(layouts))
          check(context, name, layout, context.given.rng.integer(3, 5));
      });
      hidden(
        'square',
        { title: { en: 'a square: the axis is not to be guessed', zh: '方阵：轴不能靠猜' } },
        (context) => {
          for (const axis of [0, 1]) check(context, `axis ${axis}, 4 × 4`, { axis, rest: [4] }, 4);
        },
      );
      hidden(
        'one-channel',
        { title: { en: 'one channel, and not contiguous', zh: '只有一个通道；内存不连续' } },
        (context) => {
          check(context, 'one channel', { axis: 1, rest: [5] }, 1);
          check(context, 'not contiguous', { axis: 1, rest: [5] }, 4, false);
        },
      );
    },
  );

  behaviour(
    'is-built-by-hand',
    {
      points: 1,
      title: { en: 'Is built from basic operators, inputs unchanged', zh: '由基本算子搭建，不改动输入' },
      says: {
        en: 'A finished quantization of torch was run, or an input was changed.',
        zh: '运行了 torch 现成的量化算子，或者改动了输入。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, axis: number | null) => {
        const { candidate, given, expect } = context;
        const x = given.tensor(given.rng.normal([4, 4]), { name: 'x' });
        const size = axis === null ? [] : [4];
        const scale = given.tensor(given.rng.uniform(size, 0.01, 0.02), { name: 'scale' });
        const zero_point = given.tensor(given.rng.integers(size, -5, 5).to(context.torch.int32), {
          name: 'zero_point',
        });
        const finished = [
          ...['quantize_per_tensor', 'quantize_per_channel', 'quantize_per_tensor_dynamic', 'dequantize', 'int_repr'],
          ...['_choose_qparams_per_tensor', '_make_per_tensor_quantized_tensor', '_make_per_channel_quantized_tensor'],
          ...['fake_quantize_per_tensor_affine', 'fake_quantize_per_channel_affine'],
        ];
        const meter = given.meter(() => {
          expect.unchanged(
            () => {
              candidate.call('choose_qparams', x, 'qint8', axis).field('scale').tensor();
              const codes = candidate.call('quantize', x, { scale, zero_point }, 'qint8', axis);
              const kept = codes.tensor().values;
              candidate.call('dequantize', codes, { scale, zero_point }, axis).tensor();
              expect(codes.tensor().now(), { en: 'q after dequantize', zh: 'dequantize 之后的 q' }).toBeClose(kept);
            },
            { x, scale, zero_point },
          );
        });
        expect(meter).toStayWithin(Object.fromEntries(finished.map((name) => [`operators.${name}`, 0])));
      };
      sample('per-tensor', { title: { en: 'per tensor', zh: '整个张量' } }, (context) => check(context, null));
      hidden('per-channel', { title: { en: 'per channel', zh: '按通道' } }, (context) => {
        for (const axis of [0, 1]) check(context, axis);
      });
    },
  );
});
