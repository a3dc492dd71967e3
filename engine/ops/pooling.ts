import { RuntimeError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { operator } from '../operator.ts';
import { valuesLike, numelOf, type Tensor } from '../tensor.ts';
import { each, outputSize, toColumns } from './convolution.ts';

/** What PyTorch refuses of a window. */
function checkWindow(
  kernel: readonly number[],
  stride: readonly number[],
  padding: readonly number[],
  dilation: readonly number[],
): void {
  const wrong = (what: string): never => {
    throw new RuntimeError(what);
  };
  if (kernel.some((k) => k <= 0)) wrong(`kernel size should be greater than zero, but got ${kernel}`);
  if (stride.some((s) => s <= 0))
    wrong(stride.includes(0) ? 'stride should not be zero' : `stride should be greater than zero, but got ${stride}`);
  if (dilation.some((e) => e <= 0)) wrong(`dilation should be greater than zero, but got dilation ${dilation}`);
  if (padding.some((p) => p < 0)) wrong(`pad must be non-negative, but got pad: ${padding}`);
  if (padding.some((p, d) => p > kernel[d]! / 2))
    wrong(`pad should be at most half of kernel size, but got pad=${padding} and kernel_size=${kernel}`);
}
function checkSizes(input: Tensor, n: number, out: readonly number[], divisor: number | null = null): void {
  const { shape } = input;
  const wrong = (what: string): never => {
    throw new RuntimeError(what);
  };
  if (shape.length !== n + 1 && shape.length !== n + 2)
    wrong(`Expected ${n + 1}D or ${n + 2}D (batch mode) tensor for input, but got: [${shape.join(', ')}]`);
  if (shape.slice(-n - 1).includes(0))
    wrong(
      `Expected ${n + 1}D or ${n + 2}D (batch mode) tensor with optional 0 dim batch size for input, but got: [${shape.join(', ')}]`,
    );
  if (out.some((s) => s < 1))
    wrong(
      `Given input size: (${shape.slice(-n - 1).join('x')}). Calculated output size: (${[shape.at(-n - 1), ...out].join('x')}). Output size is too small`,
    );
  if (divisor === 0) wrong('divisor must be not zero');
}
/** Runs on [N·C, 1, …]: each channel for itself, batch or not. */
function perChannel(input: Tensor, n: number, body: (x: Tensor, lead: readonly number[]) => Tensor[]): Tensor[] {
  if (input.shape.length !== n + 1 && input.shape.length !== n + 2)
    throw new RuntimeError(`pooling expected a ${n + 1}D or ${n + 2}D input, got [${input.shape.join(', ')}]`);
  const lead = input.shape.slice(0, -n);
  return body(input.reshape([numelOf(lead), 1, ...input.shape.slice(-n)]), lead);
}
/** Zero or −∞ on the right where ceil_mode's last window goes over the edge. */
const overhang = (
  size: number,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
  out: number,
): number => Math.max(0, (out - 1) * stride + dilation * (kernel - 1) + 1 - size - 2 * padding);

for (const n of [1, 2, 3]) {
  operator(
    `avg_pool${n as 1}d(Tensor input, int[] kernel_size, int[]|null stride = null, int[] padding = 0, bool ceil_mode = false, bool count_include_pad = true, int? divisor_override = null) -> Tensor`,
    {
      doc: 'Mean of every window; stride is the kernel size unless said.',
      on: 'torch functional',
      node: n === 1 ? 'Squeeze' : `AvgPool${n}D`,
      forward(input, kernel_size, stride_, padding_, ceil, include, divisor) {
        const kernel = each(kernel_size, n);
        const stride = stride_ === null || stride_.length === 0 ? kernel : each(stride_, n);
        const padding = each(padding_, n);
        const ones = new Array<number>(n).fill(1);
        checkWindow(kernel, stride, padding, ones);
        const sizes = input.shape.slice(-n);
        const out = sizes.map((s, d) => outputSize(s, kernel[d]!, stride[d]!, padding[d]!, 1, ceil));
        checkSizes(input, n, out, divisor);
        // elements that count in each window, dimension by dimension
        const counts = out.map((o, d) =>
          Array.from({ length: o }, (_, i) => {
            const start = i * stride[d]! - padding[d]!;
            const end = Math.min(start + kernel[d]!, sizes[d]! + padding[d]!);
            return include ? end - start : Math.min(end, sizes[d]!) - Math.max(start, 0);
          }),
        );
        const divide = counts.reduce<number[]>((all, list) => all.flatMap((a) => list.map((b) => a * b)), [1]);
        return perChannel(input, n, (x, lead) => {
          const sums = toColumns(x, kernel, stride, padding, ones, out).sum(1);
          const by = divisor ?? valuesLike(input, divide, [divide.length], input.dtype);
          const y = input.dtype.category === 2 ? sums.div(by) : sums.div(by, { rounding_mode: 'trunc' });
          return [y.reshape([...lead, ...out])];
        })[0]!;
      },
    },
  );
  const pooled = (
    input: Tensor,
    kernel_size: readonly number[],
    stride_: readonly number[] | null,
    padding_: readonly number[],
    dilation_: readonly number[],
    ceil: boolean,
  ): Tensor[] => {
    const kernel = each(kernel_size, n);
    const stride = stride_ === null || stride_.length === 0 ? kernel : each(stride_, n);
    const padding = each(padding_, n);
    const dilation = each(dilation_, n);
    checkWindow(kernel, stride, padding, dilation);
    const sizes = input.shape.slice(-n);
    const out = sizes.map((s, d) => outputSize(s, kernel[d]!, stride[d]!, padding[d]!, dilation[d]!, ceil));
    checkSizes(input, n, out);
    return perChannel(input, n, (x, lead) => {
      const pads = sizes.map((s, d) => [
        padding[d]!,
        padding[d]! + overhang(s, kernel[d]!, stride[d]!, padding[d]!, dilation[d]!, out[d]!),
      ]);
      const padded = pads.some((p) => p[0] || p[1]) ? x.constant_pad_nd([...pads].reverse().flat(), -Infinity) : x;
      const columns = toColumns(padded, kernel, stride, new Array<number>(n).fill(0), dilation, out);
      const [values, where] = columns.max(1) as unknown as [Tensor, Tensor];
      return [
        values.reshape([...lead, ...out]),
        places(where, kernel, stride, padding, dilation, sizes, out).reshape([...lead, ...out]),
      ];
    });
  };
  const arguments_ =
    'Tensor input, int[] kernel_size, int[]|null stride = null, int[] padding = 0, int[] dilation = 1, bool ceil_mode = false';
  operator(`max_pool${n as 1}d_with_indices(${arguments_}) -> (Tensor, Tensor)`, {
    doc: 'Largest of every window and its place in the image.',
    on: 'functional',
    forward: (input, kernel, stride, padding, dilation, ceil) => pooled(input, kernel, stride, padding, dilation, ceil),
  });
  operator(`max_pool${n as 1}d(${arguments_}, bool return_indices = false) -> any`, {
    doc: 'Largest of every window; stride is the kernel size unless said; with return_indices also their places.',
    on: 'torch functional',
    node: n === 1 ? 'Squeeze' : `MaxPool${n}DWithIndices`,
    forward(input, kernel, stride, padding, dilation, ceil, indices) {
      const both = pooled(input, kernel, stride, padding, dilation, ceil);
      return indices ? both : both[0];
    },
  });
  const bins = (size: number, out: number): [start: number, end: number][] =>
    Array.from({ length: out }, (_, i) => [Math.floor((i * size) / out), Math.ceil(((i + 1) * size) / out)]);
  const wanted = (input: Tensor, output_size: unknown): number[] => {
    const list = Array.isArray(output_size)
      ? (output_size as (number | null)[])
      : new Array<number | null>(n).fill(output_size as number);
    return (list.length === 1 ? new Array<number | null>(n).fill(list[0] ?? null) : list).map(
      (o, d) => o ?? input.shape[input.shape.length - n + d]!,
    );
  };
  operator(`adaptive_avg_pool${n as 1}d(Tensor input, any output_size) -> Tensor`, {
    doc: 'Means over bins so that the result has the asked size.',
    on: 'torch functional',
    node: (_, size) => (n > 1 && [size].flat().every((o) => o === 1) ? 'MeanBackward1' : `AdaptiveAvgPool${n}D`),
    forward(input, output_size) {
      // a mean over a box is a mean along each dimension in turn: one small matrix each
      return wanted(input, output_size).reduce((x, o, d) => {
        const dim = x.shape.length - n + d;
        const size = x.shape[dim]!;
        const weights = new Float64Array(o * size);
        bins(size, o).forEach(([a, b], i) => weights.fill(1 / (b - a), i * size + a, i * size + b));
        return alongDim(x, dim, valuesLike(x, weights, [o, size]));
      }, input);
    },
  });
  const adaptiveMax = (input: Tensor, output_size: unknown): Tensor[] => {
    const out = wanted(input, output_size);
    const sizes = input.shape.slice(-n);
    const cells = out.reduce<[number, number][][]>(
      (all, o, d) => all.flatMap((cell) => bins(sizes[d]!, o).map((bin) => [...cell, bin])),
      [[]],
    );
    return perChannel(input, n, (x, lead) => {
      const values: Tensor[] = [];
      const indices: Tensor[] = [];
      for (const cell of cells) {
        const box = cell.reduce((t, [a, b], d) => t.narrow(d + 2, a, b - a), x).reshape([x.shape[0]!, -1]);
        const [v, i] = box.max(1) as unknown as [Tensor, Tensor];
        const inside = cell.reduce<number[]>(
          (all, [a, b], d) => all.flatMap((at) => Array.from({ length: b - a }, (_, k) => at * sizes[d]! + a + k)),
          [0],
        );
        values.push(v);
        indices.push(valuesLike(x, inside, [inside.length], int64).index_select(0, i));
      }
      const join = (list: Tensor[]): Tensor =>
        list[0]!
          .unsqueeze(1)
          .cat_with(
            list.slice(1).map((t) => t.unsqueeze(1)),
            1,
          )
          .reshape([...lead, ...out]);
      return [join(values), join(indices)];
    });
  };
  operator(`adaptive_max_pool${n as 1}d(Tensor input, any output_size, bool return_indices = false) -> any`, {
    doc: 'Largest values over bins so that the result has the asked size.',
    on: 'torch functional',
    forward(input, output_size, indices) {
      const both = adaptiveMax(input, output_size);
      return indices ? both : both[0];
    },
  });
}
/** matrix @ x along one dimension. */
export const alongDim = (x: Tensor, dim: number, matrix: Tensor): Tensor =>
  x.transpose(dim, -1).matmul(matrix.t()).transpose(dim, -1);

/** From the place in the window to the place in the unpadded image. */
function places(
  where: Tensor,
  kernel: readonly number[],
  stride: readonly number[],
  padding: readonly number[],
  dilation: readonly number[],
  sizes: readonly number[],
  out: readonly number[],
): Tensor {
  const starts = out.reduce<number[][]>(
    (all, o, d) => all.flatMap((at) => Array.from({ length: o }, (_, i) => [...at, i * stride[d]! - padding[d]!])),
    [[]],
  );
  let rest = where;
  let place = where.mul(0);
  let scale = 1;
  for (let d = kernel.length - 1; d >= 0; d--) {
    const inWindow = rest.remainder(kernel[d]!);
    rest = rest.floor_divide(kernel[d]!);
    const start = valuesLike(
      where,
      starts.map((s) => s[d]!),
      [starts.length],
      int64,
    );
    place = place.add(inWindow.mul(dilation[d]!).add(start).mul(scale));
    scale *= sizes[d]!;
  }
  return place;
}
