import { meters } from '../meters.ts';
import { copyOf } from '../copy.ts';
import { dispatch } from '../dispatch.ts';
import { RuntimeError } from '../device/device.ts';
import { are_deterministic_algorithms_enabled } from '../environment.ts';
import type { Windows } from '../device/cpu/windows.ts';
import { from, operator } from '../operator.ts';
import { contiguousNow, emptyLike, numelOf, type Tensor } from '../tensor.ts';

type Sizes = readonly number[];
/** One number stands for all dimensions. */
export const each = (v: Sizes | number, n: number): number[] =>
  typeof v === 'number' ? new Array<number>(n).fill(v) : v.length === 1 ? new Array<number>(n).fill(v[0]!) : [...v];
const three = (v: Sizes, fill: number): number[] => [...new Array<number>(3 - v.length).fill(fill), ...v];

function windowsOf(shape: Sizes, kernel: Sizes, stride: Sizes, padding: Sizes, dilation: Sizes, out: Sizes): Windows {
  return {
    batch: shape[0]!,
    channels: shape[1]!,
    size: three(shape.slice(2), 1),
    kernel: three(kernel, 1),
    stride: three(stride, 1),
    padding: three(padding, 0),
    dilation: three(dilation, 1),
    out: three(out, 1),
  };
}
export const outputSize = (
  size: number,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
  ceil = false,
): number => {
  const span = size + 2 * padding - dilation * (kernel - 1) - 1;
  let n = (ceil ? Math.ceil(span / stride) : Math.floor(span / stride)) + 1;
  if (ceil && (n - 1) * stride >= size + padding) n--; // the last window must start inside the image
  return n;
};

/** Every window of [N, C, …] as a column: [N, C·kernel, windows]. */
export const toColumns: (
  x: Tensor,
  kernel: Sizes,
  stride: Sizes,
  padding: Sizes,
  dilation: Sizes,
  out: Sizes,
) => Tensor = operator(
  'im2col(Tensor input, int[] kernel_size, int[] stride, int[] padding, int[] dilation, int[] out) -> Tensor',
  {
    doc: 'Every window as a column.',
    on: 'none',
    node: 'Im2Col',
    forward(x, kernel, stride, padding, dilation, out) {
      const columns = emptyLike(x, [x.shape[0]!, x.shape[1]! * numelOf(kernel), numelOf(out)]);
      if (numelOf(columns.shape) > 0)
        dispatch(
          'image_to_columns',
          [columns, contiguousNow(x) ? x : copyOf(x)],
          windowsOf(x.shape, kernel, stride, padding, dilation, out),
        );
      return columns;
    },
    gradients: {
      input: (s) =>
        toImage(
          s.grad,
          s.shape('input'),
          s.kernel_size as Sizes,
          s.stride as Sizes,
          s.padding as Sizes,
          s.dilation as Sizes,
          s.out as Sizes,
        ),
    },
  },
);
/** Adds columns up into the image they were taken from. */
export const toImage: (
  columns: Tensor,
  shape: Sizes,
  kernel: Sizes,
  stride: Sizes,
  padding: Sizes,
  dilation: Sizes,
  out: Sizes,
) => Tensor = operator(
  'col2im(Tensor input, int[] size, int[] kernel_size, int[] stride, int[] padding, int[] dilation, int[] out) -> Tensor',
  {
    doc: 'Sums columns into the image they show.',
    on: 'none',
    node: 'Col2Im',
    forward(columns, shape, kernel, stride, padding, dilation, out) {
      const image = emptyLike(columns, shape);
      if (numelOf(columns.shape) > 0)
        dispatch(
          'columns_to_image',
          [image, contiguousNow(columns) ? columns : copyOf(columns)],
          windowsOf(shape, kernel, stride, padding, dilation, out),
        );
      return image;
    },
    gradients: {
      input: (s) =>
        toColumns(
          s.grad,
          s.kernel_size as Sizes,
          s.stride as Sizes,
          s.padding as Sizes,
          s.dilation as Sizes,
          s.out as Sizes,
        ),
    },
  },
);

const dense = (t: Tensor): Tensor => (contiguousNow(t) ? t : copyOf(t));
interface Geometry {
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly dilation: Sizes;
  readonly groups: number;
}
/** The three products of which each is the gradients of the two others: y and x are images, w the weights between them. */
function run(kernel: string, operands: readonly Tensor[], x: Sizes, y: Sizes, w: Sizes, g: Geometry): void {
  const windows = windowsOf(x, w.slice(2), g.stride, g.padding, g.dilation, y.slice(2));
  if (meters.on) meters.worked(2 * y[0]! * numelOf(w) * numelOf(y.slice(2)));
  if (numelOf(x) * numelOf(y) * numelOf(w) > 0)
    dispatch(kernel, operands.map(dense), {
      ...windows,
      groups: g.groups,
      outChannels: w[0]!,
      maySplit: !are_deterministic_algorithms_enabled(),
    });
}
const geometry = 'int[] stride, int[] padding, int[] dilation, int groups';

/** y = w · windows(x) + bias */
const convolve: (x: Tensor, w: Tensor, bias: Tensor | null, out: Sizes, ...g: GeometryList) => Tensor = operator(
  `convolve(Tensor input, Tensor weight, Tensor? bias, int[] out, ${geometry}) -> Tensor`,
  {
    doc: 'Convolution to images of a known size.',
    on: 'none',
    node: 'Convolution',
    forward(x, w, bias, out, stride, padding, dilation, groups) {
      const y = emptyLike(x, [x.shape[0]!, w.shape[0]!, ...out]);
      const g = { stride, padding, dilation, groups };
      run('convolve', bias ? [y, x, w, bias] : [y, x, w], x.shape, y.shape, w.shape, g);
      return y;
    },
    gradients: {
      input: from('weight', (s) => convolveInput(s.grad, s.weight, s.shape('input'), ...listed(s))),
      weight: from('input', (s) => convolveWeight(s.grad, s.input, s.shape('weight'), ...listed(s))),
      bias: (s) => overChannels(s.grad),
    },
  },
);
/** Where no window reaches the result has zeros. */
const convolveInput: (y: Tensor, w: Tensor, shape: Sizes, ...g: GeometryList) => Tensor = operator(
  `convolve_input(Tensor input, Tensor weight, int[] size, ${geometry}) -> Tensor`,
  {
    doc: 'The gradient of a convolution with respect to its input of a known shape.',
    on: 'none',
    node: 'ConvolutionBackward',
    forward(y, w, shape, stride, padding, dilation, groups) {
      const x = emptyLike(y, shape);
      run('convolve_input', [x, y, w], shape, y.shape, w.shape, { stride, padding, dilation, groups });
      return x;
    },
    gradients: {
      input: from('weight', (s) => convolve(s.grad, s.weight, null, s.shape('input').slice(2), ...listed(s))),
      weight: from('input', (s) => convolveWeight(s.input, s.grad, s.shape('weight'), ...listed(s))),
    },
  },
);
const convolveWeight: (y: Tensor, x: Tensor, shape: Sizes, ...g: GeometryList) => Tensor = operator(
  `convolve_weight(Tensor input, Tensor image, int[] size, ${geometry}) -> Tensor`,
  {
    doc: 'The gradient of a convolution with respect to its weight of a known shape.',
    on: 'none',
    node: 'ConvolutionBackward',
    forward(y, x, shape, stride, padding, dilation, groups) {
      const w = emptyLike(y, shape);
      run('convolve_weight', [w, y, x], x.shape, y.shape, shape, { stride, padding, dilation, groups });
      return w;
    },
    gradients: {
      input: from('image', (s) => convolve(s.image, s.grad, null, s.shape('input').slice(2), ...listed(s))),
      image: from('input', (s) => convolveInput(s.input, s.grad, s.shape('image'), ...listed(s))),
    },
  },
);
type GeometryList = [stride: Sizes, padding: Sizes, dilation: Sizes, groups: number];
const listed = (s: object): GeometryList => {
  const { stride, padding, dilation, groups } = s as Geometry; // the operators above and below all have these arguments
  return [stride, padding, dilation, groups];
};
const overChannels = (t: Tensor): Tensor => t.sum(t.shape.flatMap((_, d) => (d === 1 ? [] : [d])));

export const convolution = operator(
  'convolution(Tensor input, Tensor weight, Tensor? bias, int[] stride, int[] padding, int[] dilation, bool transposed, int[] output_padding, int groups) -> Tensor',
  {
    doc: 'Convolution of any dimension, or its transpose; input [N, C, …].',
    on: 'torch',
    forward(x, w, bias, stride, padding, dilation, transposed, output_padding, groups) {
      for (const [name, other] of [
        ['weight', w],
        ['bias', bias],
      ] as const)
        if (other && other.dtype !== x.dtype)
          throw new RuntimeError(
            `Input type (${x.dtype.typeName}) and ${name} type (${other.dtype.typeName}) should be the same`,
          );
      const n = x.shape.length - 2;
      const kernel = w.shape.slice(2);
      const channels = transposed ? w.shape[0]! : w.shape[1]! * groups;
      if (x.shape[1] !== channels)
        throw new RuntimeError(
          `Given groups=${groups}, weight of size [${w.shape.join(', ')}], expected input[${x.shape.join(', ')}] to have ${channels} channels, but got ${x.shape[1]} channels instead`,
        );
      if (x.dtype !== w.dtype)
        throw new RuntimeError(`Input type (${x.dtype}) and weight type (${w.dtype}) should be the same`);
      if (transposed) {
        const size = kernel.map(
          (k, d) =>
            (x.shape[d + 2]! - 1) * stride[d]! - 2 * padding[d]! + dilation[d]! * (k - 1) + output_padding[d]! + 1,
        );
        const shape = [x.shape[0]!, w.shape[1]! * groups, ...size];
        const y = convolveInput(x, w, shape, stride, padding, dilation, groups);
        return bias ? y.add_(bias.reshape([-1, ...new Array<number>(n).fill(1)])) : y;
      }
      const size = kernel.map((k, d) => outputSize(x.shape[d + 2]!, k, stride[d]!, padding[d]!, dilation[d]!));
      if (size.some((s) => s <= 0))
        throw new RuntimeError(
          `Calculated padded input size per channel: (${x.shape
            .slice(2)
            .map((s, d) => s + 2 * padding[d]!)
            .join(' x ')}). Kernel size: (${kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
        );
      return convolve(x, w, bias, size, stride, padding, dilation, groups);
    },
    gradients: {
      input: from('weight', (s) =>
        s.transposed
          ? convolve(s.grad, s.weight, null, s.shape('input').slice(2), ...listed(s))
          : convolveInput(s.grad, s.weight, s.shape('input'), ...listed(s)),
      ),
      weight: from('input', (s) =>
        s.transposed
          ? convolveWeight(s.input, s.grad, s.shape('weight'), ...listed(s))
          : convolveWeight(s.grad, s.input, s.shape('weight'), ...listed(s)),
      ),
      bias: (s) => overChannels(s.grad),
    },
  },
);

for (const n of [1, 2, 3]) {
  operator(
    `conv${n as 1}d(Tensor input, Tensor weight, Tensor? bias = null, int[] stride = 1, int[]|str padding = 0, int[] dilation = 1, int groups = 1) -> Tensor`,
    {
      doc: `Cross-correlation over ${n} dimension${n > 1 ? 's' : ''}: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.`,
      on: 'torch functional',
      forward(input, weight, bias, stride, padding, dilation, groups) {
        if (weight.shape.length !== n + 2)
          throw new RuntimeError(`conv${n}d: weight must have ${n + 2} dimensions, got [${weight.shape.join(', ')}]`);
        if (input.shape.length !== n + 1 && input.shape.length !== n + 2)
          throw new RuntimeError(
            `Expected ${n + 1}D (unbatched) or ${n + 2}D (batched) input to conv${n}d, but got input of size: [${input.shape.join(', ')}]`,
          );
        const batched = input.shape.length === n + 2;
        let x = batched ? input : input.unsqueeze(0);
        const spread = each(dilation, n);
        let around: number[];
        if (typeof padding === 'string') {
          around = new Array<number>(n).fill(0);
          if (padding === 'same') {
            const total = weight.shape.slice(2).map((k, d) => spread[d]! * (k - 1));
            around = total.map((t) => Math.floor(t / 2));
            if (total.some((t) => t % 2)) x = x.constant_pad_nd([...total].reverse().flatMap((t) => [0, t % 2]));
          }
        } else around = each(padding, n);
        const y = convolution(
          x,
          weight,
          bias,
          each(stride, n),
          around,
          spread,
          false,
          new Array<number>(n).fill(0),
          groups,
        );
        return batched ? y : y.squeeze(0);
      },
    },
  );
  operator(
    `conv_transpose${n as 1}d(Tensor input, Tensor weight, Tensor? bias = null, int[] stride = 1, int[] padding = 0, int[] output_padding = 0, int groups = 1, int[] dilation = 1) -> Tensor`,
    {
      doc: 'The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…].',
      on: 'torch functional',
      forward(input, weight, bias, stride, padding, output_padding, groups, dilation) {
        const batched = input.shape.length === n + 2;
        const y = convolution(
          batched ? input : input.unsqueeze(0),
          weight,
          bias,
          each(stride, n),
          each(padding, n),
          each(dilation, n),
          true,
          each(output_padding, n),
          groups,
        );
        return batched ? y : y.squeeze(0);
      },
    },
  );
}
operator('unfold(Tensor input, int[] kernel_size, int[] dilation = 1, int[] padding = 0, int[] stride = 1) -> Tensor', {
  doc: 'Every window of [N, C, H, W] as a column: [N, C·kernel, windows].',
  on: 'functional',
  forward(input, kernel, dilation, padding, stride) {
    const batched = input.shape.length === 4;
    const x = batched ? input : input.unsqueeze(0);
    const [k, e, p, s] = [each(kernel, 2), each(dilation, 2), each(padding, 2), each(stride, 2)];
    const y = toColumns(
      x,
      k,
      s,
      p,
      e,
      k.map((size, d) => outputSize(x.shape[d + 2]!, size, s[d]!, p[d]!, e[d]!)),
    );
    return batched ? y : y.squeeze(0);
  },
});
operator(
  'fold(Tensor input, int[] output_size, int[] kernel_size, int[] dilation = 1, int[] padding = 0, int[] stride = 1) -> Tensor',
  {
    doc: 'Sums columns [N, C·kernel, windows] into [N, C, H, W].',
    on: 'functional',
    forward(input, size, kernel, dilation, padding, stride) {
      const batched = input.shape.length === 3;
      const x = batched ? input : input.unsqueeze(0);
      const [o, k, e, p, s] = [each(size, 2), each(kernel, 2), each(dilation, 2), each(padding, 2), each(stride, 2)];
      const y = toImage(
        x,
        [x.shape[0]!, x.shape[1]! / numelOf(k), ...o],
        k,
        s,
        p,
        e,
        k.map((n, d) => outputSize(o[d]!, n, s[d]!, p[d]!, e[d]!)),
      );
      return batched ? y : y.squeeze(0);
    },
  },
);
