// The judge's own arithmetic on the bytes of tensors: comparing does not rest on the engine that is being practised against.
import type { Tensor } from '#engine/index.ts';
import { toBytes } from '#engine/interop.ts';
import type { Evidence, TensorExcerpt, Text } from './evidence.ts';

export interface Numbers {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly values: readonly (number | boolean)[];
}

export function numbersOf(t: Tensor): Numbers {
  return decodeNumbers(t.dtype.name, [...t.shape], toBytes(t));
}

export function decodeNumbers(dtype: string, shape: readonly number[], bytes: Uint8Array): Numbers {
  // Copied: the typed array needs aligned memory of its own.
  const { buffer } = bytes.slice();
  return { dtype, shape, values: elements(dtype, buffer) };
}

function elements(dtype: string, buffer: ArrayBuffer): (number | boolean)[] {
  switch (dtype) {
    case 'float32':
      return Array.from(new Float32Array(buffer));
    case 'float64':
      return Array.from(new Float64Array(buffer));
    case 'int64':
      return Array.from(new BigInt64Array(buffer), Number);
    case 'int32':
      return Array.from(new Int32Array(buffer));
    case 'int16':
      return Array.from(new Int16Array(buffer));
    case 'int8':
      return Array.from(new Int8Array(buffer));
    case 'uint8':
      return Array.from(new Uint8Array(buffer));
    case 'bool':
      return Array.from(new Uint8Array(buffer), (x) => x !== 0);
    case 'bfloat16':
      return Array.from(new Uint16Array(buffer), (x) => new Float32Array(new Uint32Array([x << 16]).buffer)[0] ?? 0);
    case 'float16':
      return Array.from(new Uint16Array(buffer), half);
    default:
      throw new Error(`no numbers of dtype ${dtype}`);
  }
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** PyTorch's torch.testing.assert_close defaults; exact for integers and booleans. */
export function defaultTolerance(dtype: string): { rtol: number; atol: number } {
  switch (dtype) {
    case 'float64':
      return { rtol: 1e-7, atol: 1e-7 };
    case 'float32':
      return { rtol: 1.3e-6, atol: 1e-5 };
    case 'float16':
      return { rtol: 1e-3, atol: 1e-5 };
    case 'bfloat16':
      return { rtol: 1.6e-2, atol: 1e-5 };
    default:
      return { rtol: 0, atol: 0 };
  }
}

/** Null when close; otherwise what shows where not. */
export function difference(
  label: Text,
  actual: Numbers,
  expected: Numbers,
  tolerance: { readonly rtol?: number; readonly atol?: number } = {},
): Evidence | null {
  const { rtol, atol } = { ...defaultTolerance(expected.dtype), ...tolerance };
  const sameShape =
    actual.shape.length === expected.shape.length && actual.shape.every((n, i) => n === expected.shape[i]);
  const show = (firstWrong: number[] | null, maxError: number | 'nan' | 'inf' | null): Evidence => ({
    kind: 'tensor',
    label,
    firstWrong,
    maxError,
    rtol,
    atol,
    expected: excerpt(expected),
    actual: excerpt(actual),
  });
  if (!sameShape || actual.dtype !== expected.dtype) return show(null, null);
  let first = -1;
  let largest = 0;
  for (let i = 0; i < expected.values.length; i++) {
    const a = Number(actual.values[i]);
    const e = Number(expected.values[i]);
    if (a === e || (Number.isNaN(a) && Number.isNaN(e))) continue;
    const error = Math.abs(a - e);
    largest = Number.isNaN(error) ? Number.NaN : Math.max(largest, error);
    if (first < 0 && !(Number.isFinite(e) && error <= atol + rtol * Math.abs(e))) first = i;
  }
  if (first < 0) return null;
  return show(
    indexOf(first, expected.shape),
    Number.isNaN(largest) ? 'nan' : largest === Number.POSITIVE_INFINITY ? 'inf' : largest,
  );
}

function indexOf(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (const size of shape.toReversed()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

const valuesMax = 144;

/** Its first values, row-major. */
function excerpt({ dtype, shape, values }: Numbers): TensorExcerpt {
  return {
    dtype,
    shape: [...shape],
    values: values
      .slice(0, valuesMax)
      .map((v) =>
        typeof v === 'boolean' || Number.isFinite(v) ? v : Number.isNaN(v) ? 'nan' : v > 0 ? 'inf' : '-inf',
      ),
    truncated: values.length > valuesMax,
  };
}
