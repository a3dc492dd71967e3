// Poolings beside ops/pooling.ts, from other operators: power means, windows drawn at random, and putting maxima back.
import { RuntimeError, ValueError } from '../../device/device.ts';
import { float32, int64 } from '../../dtype.ts';
import { operator } from '../../operator.ts';
import { drawInto, fillUniform } from '../../random/index.ts';
import { empty, fromValues, numelOf, type Tensor, valuesOf } from '../../tensor.ts';
import { each } from '../../ops/convolution.ts';
import { functionalOf } from './lookup.ts';

for (const n of [1, 2] as const) {
  operator(
    `lp_pool${n}d(Tensor input, float norm_type, int[] kernel_size, int[]|null stride = null, bool ceil_mode = false) -> Tensor`,
    {
      doc: 'The p-norm of every window, p = norm_type; stride is the kernel size unless said.',
      on: 'functional',
      forward(input, norm_type, kernel_size, stride, ceil_mode) {
        const mean = functionalOf(`avg_pool${n}d`)(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
        const size = each(kernel_size, n).reduce((a, b) => a * b, 1);
        return mean
          .sign()
          .mul(mean.abs().relu())
          .mul(size)
          .pow(1 / norm_type);
      },
    },
  );
}

function unpooledSize(
  input: Tensor,
  kernel: readonly number[],
  stride: readonly number[],
  padding: readonly number[],
  wanted: readonly number[] | null,
): readonly number[] {
  const n = kernel.length;
  const usual = kernel.map(
    (k, d) => ((input.shape[input.shape.length - n + d] ?? 0) - 1) * (stride[d] ?? 1) + k - 2 * (padding[d] ?? 0),
  );
  if (!wanted) return usual;
  const sizes = wanted.length === n + 2 ? wanted.slice(2) : wanted;
  if (sizes.length !== n)
    throw new ValueError(
      `output_size should be a sequence containing ${n} or ${n + 2} elements, but it has a length of '${sizes.length}'`,
    );
  sizes.forEach((size, d) => {
    const [least, most] = [(usual[d] ?? 0) - (stride[d] ?? 1), (usual[d] ?? 0) + (stride[d] ?? 1)];
    if (size <= least || size >= most)
      throw new ValueError(
        `invalid output_size "[${sizes.join(', ')}]" (dim ${d} must be between ${least} and ${most})`,
      );
  });
  return sizes;
}
for (const n of [1, 2, 3] as const) {
  operator(
    `max_unpool${n}d(Tensor input, Tensor indices, int[] kernel_size, int[]|null stride = null, int[] padding = 0, int[]|null output_size = null) -> Tensor`,
    {
      doc: 'Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere.',
      on: 'functional',
      forward(input, indices, kernel_size, stride_, padding, output_size) {
        const kernel = each(kernel_size, n);
        const stride = stride_ === null || stride_.length === 0 ? kernel : each(stride_, n);
        if (indices.dtype !== int64) throw new RuntimeError('elements in indices should be type int64');
        if (indices.shape.join() !== input.shape.join())
          throw new RuntimeError(
            `Expected shape of indices to be same as that of the input tensor ([${input.shape.join(', ')}]) but got indices tensor with shape: [${indices.shape.join(', ')}]`,
          );
        const sizes = unpooledSize(input, kernel, stride, each(padding, n), output_size);
        const lead = input.shape.slice(0, -n);
        const [rows, places] = [numelOf(lead), numelOf(sizes)];
        const outside = [...Array.from(valuesOf(indices))].find((i) => i < 0 || i >= places);
        if (outside !== undefined)
          throw new RuntimeError(
            `Found an invalid max index: ${outside} (output volumes are of size ${sizes.join('x')}`,
          );
        return input
          .new_zeros([rows, places])
          .scatter(1, indices.reshape([rows, -1]), input.reshape([rows, -1]))
          .reshape([...lead, ...sizes]);
      },
    },
  );
}

/** Where windows of one dimension begin (Graham, 2014): irregular steps that a sample in [0, 1) fixes. */
function windowStarts(sample: number, size: number, out: number, pool: number, keep: (v: number) => number): number[] {
  const starts: number[] = [];
  if (out > 1) {
    const alpha = keep(keep(size - pool) / keep(out - 1));
    for (let i = 0; i < out - 1; i++)
      starts.push(Math.trunc(keep(keep(i + sample) * alpha)) - Math.trunc(keep(sample * alpha)));
  }
  return [...starts, size - pool];
}
function fractional(
  n: 2 | 3,
  input: Tensor,
  kernel_size: readonly number[],
  output_size: readonly number[] | null,
  output_ratio: unknown,
  samples: Tensor | null,
): [Tensor, Tensor] {
  const name = `fractional_max_pool${n}d`;
  if (output_size === null && output_ratio === null)
    throw new ValueError(`${name} requires specifying either an output_size or an output_ratio`);
  if (input.shape.length !== n + 1 && input.shape.length !== n + 2)
    throw new RuntimeError(
      `${name}_out(): Expected ${n + 1}D or ${n + 2}D tensor, but got: [${input.shape.join(', ')}]`,
    );
  const kernel = each(kernel_size, n);
  const sizes = input.shape.slice(-n);
  const out = output_size
    ? each(output_size, n)
    : each(typeof output_ratio === 'number' ? [output_ratio] : (output_ratio as number[]), n).map((r, d) =>
        Math.trunc((sizes[d] ?? 0) * r),
      );
  sizes.forEach((size, d) => {
    const last = (out[d] ?? 0) + (kernel[d] ?? 0) - 1;
    const axis = (n === 2 ? ['height', 'width'] : ['time', 'height', 'width'])[d];
    // In three dimensions PyTorch wants one element more than the windows need.
    if (n === 2 ? last > size : last >= size)
      throw new RuntimeError(
        `${name}${n === 2 ? '' : '_out'}(): pool ${axis} ${kernel[d]} too large relative to input ${axis} ${size}`,
      );
  });
  const lead = input.shape.slice(0, -n);
  const planes = numelOf(lead);
  const draws =
    samples ??
    drawInto(empty([planes, n], input.dtype), null, (data, dtype, generator) => fillUniform(data, dtype, generator));
  const sample = valuesOf(draws);
  const values = valuesOf(input);
  const keep = input.dtype === float32 ? Math.fround : (v: number) => v;
  const volume = numelOf(sizes);
  const best: number[] = [];
  for (let plane = 0; plane < planes; plane++) {
    // PyTorch's samples of a plane are in the order (W, H), but (T, H, W) in three dimensions.
    const starts = sizes.map((size, d) =>
      windowStarts(sample[plane * n + (n === 2 ? 1 - d : d)] ?? 0, size, out[d] ?? 0, kernel[d] ?? 0, keep),
    );
    const windows = starts.reduce<number[][]>((all, list) => all.flatMap((at) => list.map((s) => [...at, s])), [[]]);
    for (const window of windows) {
      const places = window.reduce<number[]>(
        (all, start, d) =>
          all.flatMap((at) => Array.from({ length: kernel[d] ?? 0 }, (_, k) => at * (sizes[d] ?? 0) + start + k)),
        [0],
      );
      let [place = 0] = places;
      let largest = -Infinity;
      for (const p of places) {
        const v = values[plane * volume + p] ?? 0;
        if (v > largest || Number.isNaN(v)) [largest, place] = [v, p];
      }
      best.push(place);
    }
  }
  const shape = [planes, best.length / Math.max(1, planes)];
  const indices = fromValues(best, shape, int64);
  const pooled = input.reshape([planes, volume]).gather(1, indices);
  return [pooled.reshape([...lead, ...out]), indices.reshape([...lead, ...out])];
}
for (const n of [2, 3] as const) {
  const args =
    'Tensor input, int[] kernel_size, int[]|null output_size = null, any output_ratio = null, bool return_indices = false, Tensor? _random_samples = null';
  operator(`fractional_max_pool${n}d(${args}) -> any`, {
    doc: 'Largest of windows whose places are drawn at random (Graham, 2014); give output_size, or output_ratio in (0, 1).',
    on: 'functional',
    forward(input, kernel, size, ratio, indices, samples) {
      const both = fractional(n, input, kernel, size, ratio, samples);
      return indices ? both : both[0];
    },
  });
  operator(`fractional_max_pool${n}d_with_indices(${args}) -> (Tensor, Tensor)`, {
    doc: 'As the function without _with_indices, and the place of each maximum in its image.',
    on: 'functional',
    forward: (input, kernel, size, ratio, _, samples) => fractional(n, input, kernel, size, ratio, samples),
  });
}
for (const n of [1, 2, 3] as const) {
  operator(
    `adaptive_max_pool${n}d_with_indices(Tensor input, any output_size, bool return_indices = false) -> (Tensor, Tensor)`,
    {
      doc: 'Largest values over bins, and the place of each in its image.',
      on: 'functional',
      forward: (input, output_size) =>
        functionalOf(`adaptive_max_pool${n}d`)(input, output_size, true) as unknown as [Tensor, Tensor],
    },
  );
}
