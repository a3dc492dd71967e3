// torch.nn.init: fills tensors in place, with PyTorch's own numbers for the same seed.
import { no_grad } from '../autograd/modes.ts';
import { ValueError } from '../device/device.ts';
import { bool, int64 } from '../dtype.ts';
import { drawInto, fillNormal, fillPermutation, fillUniform, type Generator } from '../random/index.ts';
import { fromValues, numelOf, type Tensor, valuesOf } from '../tensor.ts';

export type Nonlinearity =
  | 'linear'
  | 'conv1d'
  | 'conv2d'
  | 'conv3d'
  | 'conv_transpose1d'
  | 'conv_transpose2d'
  | 'conv_transpose3d'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky_relu'
  | 'selu';
type Source = Generator | null;
type Options<T> = T & { generator?: Source };

/** The factor that keeps a signal's variance through a nonlinearity: 1, 5/3 for tanh, √2 for relu, √(2 / (1 + slope²)) for leaky_relu, 3/4 for selu. */
export function calculate_gain(nonlinearity: Nonlinearity, param: number | null = null): number {
  if (nonlinearity === 'linear' || nonlinearity === 'sigmoid' || nonlinearity.startsWith('conv')) return 1;
  if (nonlinearity === 'tanh') return 5 / 3;
  if (nonlinearity === 'relu') return Math.sqrt(2);
  if (nonlinearity === 'leaky_relu') return Math.sqrt(2 / (1 + (param ?? 0.01) ** 2));
  if (nonlinearity === 'selu') return 3 / 4;
  throw new ValueError(`Unsupported nonlinearity ${String(nonlinearity)}`);
}
/** Inputs and outputs that meet in one unit: of [out, in, …] these are in and out times the receptive field. */
export function _calculate_fan_in_and_fan_out(tensor: Tensor): [fan_in: number, fan_out: number] {
  const [out, inside, ...field] = tensor.shape;
  if (out === undefined || inside === undefined)
    throw new ValueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  return [inside * numelOf(field), out * numelOf(field)];
}
const read = <O extends object>(args: readonly unknown[], names: readonly string[], defaults: O): O => {
  const last = args.at(-1);
  const named =
    typeof last === 'object' && last !== null && Object.getPrototypeOf(last) === Object.prototype
      ? (last as Partial<O>)
      : null;
  const values: Record<string, unknown> = { ...(defaults as Record<string, unknown>), ...named };
  (named ? args.slice(0, -1) : args).forEach((v, i) => v !== undefined && (values[names[i] ?? ''] = v));
  return values as O;
};

/** Draws from the uniform distribution on [a, b). */
export function uniform_(
  tensor: Tensor,
  ...args: [a?: number | Options<{ a?: number; b?: number }>, b?: number, generator?: Source]
): Tensor {
  const { a, b, generator } = read(args, ['a', 'b', 'generator'], { a: 0, b: 1, generator: null as Source });
  return no_grad(() => drawInto(tensor, generator, (d, t, g) => fillUniform(d, t, g, a, b)));
}
/** Draws from the normal distribution N(mean, std²). */
export function normal_(
  tensor: Tensor,
  ...args: [mean?: number | Options<{ mean?: number; std?: number }>, std?: number, generator?: Source]
): Tensor {
  const { mean, std, generator } = read(args, ['mean', 'std', 'generator'], {
    mean: 0,
    std: 1,
    generator: null as Source,
  });
  return no_grad(() =>
    drawInto(tensor, generator, (d, t, g, contiguous) => fillNormal(d, t, g, mean, std, contiguous)),
  );
}
/** Draws from N(mean, std²) cut off outside [a, b]. */
export function trunc_normal_(
  tensor: Tensor,
  ...args: [
    mean?: number | Options<{ mean?: number; std?: number; a?: number; b?: number }>,
    std?: number,
    a?: number,
    b?: number,
    generator?: Source,
  ]
): Tensor {
  const { mean, std, a, b, generator } = read(args, ['mean', 'std', 'a', 'b', 'generator'], {
    mean: 0,
    std: 1,
    a: -2,
    b: 2,
    generator: null as Source,
  });
  const cdf = (x: number): number => (1 + erf((x - mean) / std / Math.SQRT2)) / 2;
  return no_grad(() => {
    drawInto(tensor, generator, (d, t, g) => fillUniform(d, t, g, 2 * cdf(a) - 1, 2 * cdf(b) - 1));
    return tensor
      .erfinv_()
      .mul_(std * Math.SQRT2)
      .add_(mean)
      .clamp_(a, b);
  });
}
/** The error function in double: its series near zero, a continued fraction of the complement beyond. */
function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let n = 1; Math.abs(term) > 1e-18 * sum; n++) {
      term *= (-size * size) / n;
      sum += term / (2 * n + 1);
    }
    return (Math.sign(x) * 2 * sum) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (size + fraction);
  return Math.sign(x) * (1 - Math.exp(-size * size) / ((size + fraction) * Math.sqrt(Math.PI)));
}
/** Fills with one value. */
export const constant_ = (tensor: Tensor, val: number): Tensor => no_grad(() => tensor.fill_(val));
/** Fills with ones. */
export const ones_ = (tensor: Tensor): Tensor => constant_(tensor, 1);
/** Fills with zeros. */
export const zeros_ = (tensor: Tensor): Tensor => constant_(tensor, 0);
/** The identity, for a matrix. */
export function eye_(tensor: Tensor): Tensor {
  if (tensor.shape.length !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  return no_grad(() => {
    tensor.zero_();
    tensor.diagonal().fill_(1);
    return tensor;
  });
}
/** Dirac's delta in the middle of each kernel of [out, in, …]: a convolution that passes its channels on. */
export function dirac_(tensor: Tensor, ...args: [groups?: number | { groups?: number }]): Tensor {
  const { groups } = read(args, ['groups'], { groups: 1 });
  const { shape } = tensor;
  const [out = 0, inside = 0, ...field] = shape;
  if (shape.length < 3 || shape.length > 5)
    throw new ValueError('Only tensors with 3, 4, or 5 dimensions are supported');
  if (out % groups !== 0) throw new ValueError('dim 0 must be divisible by groups');
  const perGroup = out / groups;
  const values = new Float64Array(numelOf(shape));
  for (let g = 0; g < groups; g++) {
    for (let d = 0; d < Math.min(perGroup, inside); d++) {
      let at = (g * perGroup + d) * inside + d;
      for (const size of field) at = at * size + Math.floor(size / 2);
      values[at] = 1;
    }
  }
  return no_grad(() => tensor.copy_(fromValues(values, shape, tensor.dtype)));
}
/** Glorot's uniform bounds: ±gain · √(6 / (fan_in + fan_out)). */
export function xavier_uniform_(
  tensor: Tensor,
  ...args: [gain?: number | Options<{ gain?: number }>, generator?: Source]
): Tensor {
  const { gain, generator } = read(args, ['gain', 'generator'], { gain: 1, generator: null as Source });
  const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
  const bound = Math.sqrt(3) * (gain * Math.sqrt(2 / (fanIn + fanOut)));
  return uniform_(tensor, -bound, bound, generator);
}
/** Glorot's normal deviation: gain · √(2 / (fan_in + fan_out)). */
export function xavier_normal_(
  tensor: Tensor,
  ...args: [gain?: number | Options<{ gain?: number }>, generator?: Source]
): Tensor {
  const { gain, generator } = read(args, ['gain', 'generator'], { gain: 1, generator: null as Source });
  const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
  return normal_(tensor, 0, gain * Math.sqrt(2 / (fanIn + fanOut)), generator);
}
type Kaiming = { a?: number; mode?: 'fan_in' | 'fan_out'; nonlinearity?: Nonlinearity };
type KaimingArguments = [
  a?: number | Options<Kaiming>,
  mode?: 'fan_in' | 'fan_out',
  nonlinearity?: Nonlinearity,
  generator?: Source,
];
function kaiming(tensor: Tensor, args: KaimingArguments): { std: number; generator: Source } {
  const { a, mode, nonlinearity, generator } = read(args, ['a', 'mode', 'nonlinearity', 'generator'], {
    a: 0,
    mode: 'fan_in' as const,
    nonlinearity: 'leaky_relu' as Nonlinearity,
    generator: null as Source,
  });
  const chosen: string = mode;
  if (chosen !== 'fan_in' && chosen !== 'fan_out')
    throw new ValueError(`Mode ${chosen} not supported, please use one of ['fan_in', 'fan_out']`);
  const fan = _calculate_fan_in_and_fan_out(tensor)[chosen === 'fan_in' ? 0 : 1];
  return { std: calculate_gain(nonlinearity, a) / Math.sqrt(fan), generator };
}
/** He's uniform bounds: ±gain · √(3 / fan). */
export function kaiming_uniform_(tensor: Tensor, ...args: KaimingArguments): Tensor {
  if (tensor.shape.includes(0)) return tensor;
  const { std, generator } = kaiming(tensor, args);
  return uniform_(tensor, -Math.sqrt(3) * std, Math.sqrt(3) * std, generator);
}
/** He's normal deviation: gain / √fan. */
export function kaiming_normal_(tensor: Tensor, ...args: KaimingArguments): Tensor {
  if (tensor.shape.includes(0)) return tensor;
  const { std, generator } = kaiming(tensor, args);
  return normal_(tensor, 0, std, generator);
}
/** A (semi-)orthogonal matrix of normal draws; dimensions after the first count together. */
export function orthogonal_(
  tensor: Tensor,
  ...args: [gain?: number | Options<{ gain?: number }>, generator?: Source]
): Tensor {
  const { gain, generator } = read(args, ['gain', 'generator'], { gain: 1, generator: null as Source });
  const { shape, dtype } = tensor;
  if (shape.length < 2) throw new ValueError('Only tensors with 2 or more dimensions are supported');
  if (shape.includes(0)) return tensor;
  const rows = shape[0] ?? 1;
  const columns = numelOf(shape) / rows;
  return no_grad(() => {
    const flat = drawInto(fromValues(new Float64Array(rows * columns), [rows, columns], dtype), generator, (d, t, g) =>
      fillNormal(d, t, g),
    );
    const tall = rows < columns ? flat.t() : flat;
    const q = orthonormal(valuesOf(tall), Math.max(rows, columns), Math.min(rows, columns));
    const made = fromValues(q.map(dtype.keep), [...tall.shape], dtype);
    return tensor.copy_((rows < columns ? made.t() : made).reshape(shape)).mul_(gain);
  });
}
/** Q of the QR decomposition with R's diagonal positive, by Householder reflections in double. */
export function orthonormal(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const a = Float64Array.from(values);
  const reflections: Float64Array[] = [];
  const signs: number[] = [];
  const reflect = (v: Float64Array, into: Float64Array, width: number): void => {
    for (let j = 0; j < width; j++) {
      let dot = 0;
      for (let i = 0; i < rows; i++) dot += (v[i] as number) * (into[i * width + j] as number);
      for (let i = 0; i < rows; i++) into[i * width + j] = (into[i * width + j] as number) - 2 * dot * (v[i] as number);
    }
  };
  for (let k = 0; k < columns; k++) {
    const v = new Float64Array(rows);
    let norm = 0;
    for (let i = k; i < rows; i++) norm += (v[i] = a[i * columns + k] as number) ** 2;
    const head = v[k] as number;
    const alpha = head > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
    signs.push(Math.sign(alpha));
    v[k] = head - alpha;
    const length = Math.hypot(...v.subarray(k, rows));
    if (length > 0) for (let i = k; i < rows; i++) v[i] = (v[i] as number) / length;
    reflect(v, a, columns);
    reflections.push(v);
  }
  const q = new Float64Array(rows * columns);
  for (let k = 0; k < columns; k++) q[k * columns + k] = 1;
  for (const v of reflections.toReversed()) reflect(v, q, columns);
  return q.map((value, i) => value * (signs[i % columns] ?? 1));
}
/** A normal matrix in which a share of each column is zero. */
export function sparse_(
  tensor: Tensor,
  ...args: [
    sparsity: number | Options<{ sparsity: number; std?: number }>,
    std?: number | Options<{ std?: number }>,
    generator?: Source,
  ]
): Tensor {
  const { sparsity, std, generator } = read(args, ['sparsity', 'std', 'generator'], {
    sparsity: Number.NaN,
    std: 0.01,
    generator: null as Source,
  });
  if (Number.isNaN(sparsity)) throw new TypeError("sparse_() missing 1 required positional argument: 'sparsity'");
  const [rows, columns] = tensor.shape;
  if (tensor.shape.length !== 2 || rows === undefined || columns === undefined)
    throw new ValueError('Only tensors with 2 dimensions are supported');
  const zeros = Math.ceil(sparsity * rows);
  normal_(tensor, 0, std, generator);
  return no_grad(() => {
    const dropped = new Uint8Array(rows * columns);
    const order = fromValues(new Float64Array(rows), [rows], int64);
    for (let column = 0; column < columns; column++) {
      drawInto(order, generator, fillPermutation);
      const places = valuesOf(order);
      for (let i = 0; i < zeros; i++) dropped[(places[i] as number) * columns + column] = 1;
    }
    return tensor.copy_(tensor.masked_fill(fromValues(dropped, tensor.shape, bool), 0));
  });
}
const renamed = <F extends (...args: never[]) => Tensor>(f: F): F => f;
/** Old names of the functions above. */
export const uniform = renamed(uniform_);
export const normal = renamed(normal_);
export const constant = renamed(constant_);
export const xavier_uniform = renamed(xavier_uniform_);
export const xavier_normal = renamed(xavier_normal_);
export const kaiming_uniform = renamed(kaiming_uniform_);
export const kaiming_normal = renamed(kaiming_normal_);
export const orthogonal = renamed(orthogonal_);
export const sparse = renamed(sparse_);
export const eye = renamed(eye_);
export const dirac = renamed(dirac_);
