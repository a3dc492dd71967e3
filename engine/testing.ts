// torch.testing: assert_close and make_tensor.
import { ValueError } from './device/device.ts';
import { type DType, type DTypeName, float32, get_default_dtype } from './dtype.ts';
import { generatorOf } from './random/draw.ts';
import { fromValues, numelOf, sameShape, setRequiresGrad, Tensor, valuesOf } from './tensor.ts';

/** What a failed comparison throws. */
export class AssertionError extends Error {
  override name = 'AssertionError';
}
export interface CloseOptions {
  /** Of the expected value; both tolerances or neither. Unless said, by dtype: 1.3e-6 for float32. */
  readonly rtol?: number | null;
  readonly atol?: number | null;
  readonly equal_nan?: boolean;
  readonly check_device?: boolean;
  readonly check_dtype?: boolean;
  readonly check_stride?: boolean;
  /** Instead of the message, or made of it. */
  readonly msg?: string | ((message: string) => string) | null;
  readonly allow_subclasses?: boolean;
}
const tolerances: Partial<Record<DTypeName, readonly [rtol: number, atol: number]>> = {
  float16: [1e-3, 1e-5],
  bfloat16: [1.6e-2, 1e-5],
  float32: [1.3e-6, 1e-5],
  float64: [1e-7, 1e-7],
};
const ofDtype = (d: DType): readonly [number, number] => tolerances[d.name] ?? [0, 0];
/** As Python's repr: 1e-05, 0.5, 1.0. */
const number = (x: number): string =>
  Number.isNaN(x)
    ? 'nan'
    : !Number.isFinite(x)
      ? x > 0
        ? 'inf'
        : '-inf'
      : Number.isInteger(x) && Math.abs(x) < 1e16
        ? `${x}.0`
        : Math.abs(x) < 1e-4 && x !== 0
          ? x.toExponential().replace(/e-(\d)$/, 'e-0$1')
          : String(x);
const place = (flat: number, shape: readonly number[]): string => {
  const index: number[] = [];
  for (let d = shape.length - 1, rest = flat; d >= 0; d--) {
    index.unshift(rest % (shape[d] ?? 1));
    rest = Math.floor(rest / (shape[d] ?? 1));
  }
  return index.length === 1 ? `(${index[0]},)` : `(${index.join(', ')})`;
};
const attribute = (name: string, a: string, b: string): string =>
  `The values for attribute '${name}' do not match: ${a} != ${b}.`;
const size = (shape: readonly number[]): string => `torch.Size([${shape.join(', ')}])`;

interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  readonly equal_nan: boolean;
}
const close = (a: number, e: number, { rtol, atol, equal_nan }: Tolerance): boolean =>
  a === e ||
  (Number.isFinite(a) && Number.isFinite(e) && Math.abs(a - e) <= atol + rtol * Math.abs(e)) ||
  (equal_nan && Number.isNaN(a) && Number.isNaN(e));
const allowed = (tolerance: number): string => (tolerance === 0 ? '' : ` (up to ${number(tolerance)} allowed)`);
const differenceOf = (a: number, e: number): [absolute: number, relative: number] => {
  const absolute = Math.abs(a - e);
  return [absolute, absolute === 0 && e === 0 ? 0 : absolute / Math.abs(e)];
};

/** Why two tensors are not close, or null. */
function tensorsDiffer(actual: Tensor, expected: Tensor, options: CloseOptions): string | null {
  if (!sameShape(actual.shape, expected.shape)) return attribute('shape', size(actual.shape), size(expected.shape));
  if ((options.check_device ?? true) && actual.device !== expected.device)
    return attribute('device', `device(type='${actual.device}')`, `device(type='${expected.device}')`);
  if ((options.check_dtype ?? true) && actual.dtype !== expected.dtype)
    return attribute('dtype', String(actual.dtype), String(expected.dtype));
  if (options.check_stride && !sameShape(actual.strides, expected.strides))
    return attribute('stride()', `(${actual.strides.join(', ')})`, `(${expected.strides.join(', ')})`);
  const [first, second] = [ofDtype(actual.dtype), ofDtype(expected.dtype)];
  const tolerance = {
    rtol: options.rtol ?? Math.max(first[0], second[0]),
    atol: options.atol ?? Math.max(first[1], second[1]),
    equal_nan: options.equal_nan ?? false,
  };
  const [a, e] = [valuesOf(actual.detach()), valuesOf(expected.detach())];
  const n = a.length;
  let wrong = 0;
  let absolute: [value: number, at: number] = [-1, 0];
  let relative: [value: number, at: number] = [-1, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i] ?? 0, e[i] ?? 0];
    if (close(x, y, tolerance)) continue;
    wrong++;
    const [d, r] = differenceOf(x, y);
    // NaN counts as the greatest, once
    if (!(d <= absolute[0]) && !Number.isNaN(absolute[0])) absolute = [d, i];
    if (!(r <= relative[0]) && !Number.isNaN(relative[0])) relative = [r, i];
  }
  if (wrong === 0) return null;
  const exact = tolerance.rtol === 0 && tolerance.atol === 0;
  const verdict = exact ? 'not equal' : 'not close';
  const whole = actual.dtype.category < 2 && expected.dtype.category < 2;
  const absoluteText = whole ? String(absolute[0]) : number(absolute[0]);
  const single = actual.shape.length === 0;
  const at = (flat: number): string => (single ? '' : ` at index ${place(flat, actual.shape)}`);
  const lines = [
    `${single ? 'Scalars' : 'Tensor-likes'} are ${verdict}!`,
    '',
    ...(single ? [] : [`Mismatched elements: ${wrong} / ${n} (${((100 * wrong) / n).toFixed(1)}%)`]),
    `${single ? 'A' : 'Greatest a'}bsolute difference: ${absoluteText}${at(absolute[1])}${allowed(exact ? 0 : tolerance.atol)}`,
    `${single ? 'R' : 'Greatest r'}elative difference: ${number(relative[0])}${at(relative[1])}${allowed(exact ? 0 : tolerance.rtol)}`,
  ];
  return lines.join('\n');
}
function numbersDiffer(actual: number, expected: number, options: CloseOptions): string | null {
  const whole = Number.isInteger(actual) && Number.isInteger(expected);
  const [rtol, atol] = whole ? [0, 0] : ofDtype(get_default_dtype());
  const tolerance = { rtol: options.rtol ?? rtol, atol: options.atol ?? atol, equal_nan: options.equal_nan ?? false };
  if (close(actual, expected, tolerance)) return null;
  const [absolute, relative] = differenceOf(actual, expected);
  const exact = tolerance.rtol === 0 && tolerance.atol === 0;
  return exact
    ? `Expected ${expected} but got ${actual}.\nAbsolute difference: ${number(absolute)}\nRelative difference: ${number(relative)}`
    : `Scalars are not close!\n\nAbsolute difference: ${number(absolute)}${allowed(tolerance.atol)}\nRelative difference: ${number(relative)}${allowed(tolerance.rtol)}`;
}
const isDict = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype;

/** The first difference, in reading order, with where it is. */
function differ(actual: unknown, expected: unknown, options: CloseOptions, where: string): string | null {
  const failed = (message: string | null): string | null =>
    message && where ? `${message}\n\nThe failure occurred for item ${where}` : message;
  if (actual instanceof Tensor && expected instanceof Tensor) return failed(tensorsDiffer(actual, expected, options));
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length)
      return failed(`The length of the sequences mismatch: ${actual.length} != ${expected.length}`);
    for (const [i, e] of expected.entries()) {
      const found = differ(actual[i], e, options, `${where}[${i}]`);
      if (found) return found;
    }
    return null;
  }
  if (isDict(actual) && isDict(expected)) {
    const missing = Object.keys(expected).filter((k) => !(k in actual));
    const extra = Object.keys(actual).filter((k) => !(k in expected));
    if (missing.length + extra.length > 0)
      return failed(
        `The keys of the mappings do not match:\nMissing keys in the actual mapping: [${missing.join(', ')}]\nAdditional keys in the actual mapping: [${extra.join(', ')}]`,
      );
    for (const key of Object.keys(expected).sort()) {
      const found = differ(actual[key], expected[key], options, `${where}['${key}']`);
      if (found) return found;
    }
    return null;
  }
  if (typeof actual === 'number' && typeof expected === 'number')
    return failed(numbersDiffer(actual, expected, options));
  if (typeof actual === 'boolean' && typeof expected === 'boolean')
    return actual === expected ? null : failed(`Booleans mismatch: ${actual} is not ${expected}`);
  if (actual == null && expected == null) return null;
  throw new TypeError(`No comparison pair was able to handle inputs of type ${typeof actual} and ${typeof expected}.`);
}

/**
 * Throws an AssertionError that says what differs unless `actual` and `expected` are close: |actual − expected| ≤ atol +
 * rtol · |expected|, with the same shape, dtype and device. Lists and objects are compared item by item.
 */
export function assert_close(actual: unknown, expected: unknown, options: CloseOptions = {}): void {
  if ((options.rtol == null) !== (options.atol == null))
    throw new ValueError(
      `Both 'rtol' and 'atol' must be either specified or unspecified, but got no ${options.rtol == null ? 'rtol' : 'atol'} instead.`,
    );
  const message = differ(actual, expected, options, '');
  if (message === null) return;
  const { msg } = options;
  throw new AssertionError(typeof msg === 'function' ? msg(message) : (msg ?? message));
}

export interface MakeTensorOptions {
  readonly dtype?: DType;
  readonly device?: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly requires_grad?: boolean;
  readonly noncontiguous?: boolean;
  readonly exclude_zero?: boolean;
}
/** A tensor of random numbers from low (−9) to before high (9 for floats, 10 for integers). */
export function make_tensor(shape: readonly number[] | number, options: MakeTensorOptions = {}): Tensor {
  const dims = typeof shape === 'number' ? [shape] : shape;
  const dtype = options.dtype ?? float32;
  const low = options.low ?? (dtype.category === 2 || dtype.name !== 'uint8' ? -9 : 0);
  const high = options.high ?? (dtype.category === 2 ? 9 : 10);
  const generator = generatorOf(null);
  const values = Float64Array.from({ length: numelOf(dims) }, () => {
    const u = generator.random() / 2 ** 32;
    if (dtype.category === 0) return Number(u < 0.5);
    const v = low + u * (high - low);
    const kept = dtype.keep(dtype.category === 2 ? v : Math.floor(v));
    return options.exclude_zero && kept === 0 ? 1 : kept;
  });
  const t = fromValues(values, dims, dtype);
  if (options.requires_grad) setRequiresGrad(t, true);
  return t;
}
