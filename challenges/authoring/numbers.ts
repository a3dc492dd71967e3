// The judge's own arithmetic on the bytes of tensors: comparing does not rest on the engine that is being practised against.
import type { Tensor } from '#engine/index.ts';
import { toBytes } from '#engine/interop.ts';
import { type Evidence, excerptValuesMax, type TensorExcerpt, type Text } from './evidence.ts';

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
  if (!sameShape || actual.dtype !== expected.dtype)
    return {
      kind: 'tensor',
      label,
      firstWrong: null,
      maxError: null,
      maxRelative: null,
      wrong: null,
      rtol,
      atol,
      expected: excerpt(expected, 0),
      actual: excerpt(actual, 0),
    };
  let first = -1;
  let wrong = 0;
  const [errors, relative] = [new Largest(), new Largest()];
  for (let i = 0; i < expected.values.length; i++) {
    const a = Number(actual.values[i]);
    const e = Number(expected.values[i]);
    if (a === e || (Number.isNaN(a) && Number.isNaN(e))) continue;
    const error = Math.abs(a - e);
    errors.see(error);
    relative.see(error / Math.abs(e));
    if (Number.isFinite(e) && error <= atol + rtol * Math.abs(e)) continue;
    if (first < 0) first = i;
    wrong++;
  }
  if (first < 0) return null;
  return {
    kind: 'tensor',
    label,
    firstWrong: indexOf(first, expected.shape),
    maxError: errors.told,
    maxRelative: relative.told,
    wrong,
    rtol,
    atol,
    expected: excerpt(expected, first),
    actual: excerpt(actual, first),
  };
}

/** The largest of some errors, NaN above all. */
class Largest {
  private value = 0;
  see(error: number): void {
    this.value = Number.isNaN(error) ? Number.NaN : Math.max(this.value, error);
  }
  get told(): number | 'nan' | 'inf' {
    return Number.isNaN(this.value) ? 'nan' : Number.isFinite(this.value) ? this.value : 'inf';
  }
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

const sideMax = Math.sqrt(excerptValuesMax);

/** All of a small tensor; of a large one the rows and columns around the element at `flat`. */
function excerpt({ dtype, shape, values }: Numbers, flat: number): TensorExcerpt {
  const shown = (v: number | boolean) =>
    typeof v === 'boolean' || Number.isFinite(v) ? v : Number.isNaN(v) ? 'nan' : v > 0 ? 'inf' : '-inf';
  if (values.length <= excerptValuesMax)
    return { dtype, shape: [...shape], values: values.map(shown), truncated: false, start: [], size: [] };
  const center = indexOf(flat, shape);
  // A vector gets the whole row; beyond the last two dimensions there is room for one index only.
  const size = shape.map((n, d) =>
    d === shape.length - 1
      ? Math.min(n, shape.length === 1 ? excerptValuesMax / 4 : sideMax)
      : d === shape.length - 2
        ? Math.min(n, sideMax)
        : 1,
  );
  const start = shape.map((n, d) => {
    const [at = 0, wide = 1] = [center[d], size[d]];
    return Math.max(0, Math.min(n - wide, at - Math.floor(wide / 2)));
  });
  const picked: (number | boolean)[] = [];
  const count = size.reduce((a, b) => a * b, 1);
  for (let i = 0; i < count; i++) {
    const index = indexOf(i, size);
    const at = shape.reduce((sum, n, d) => sum * n + (start[d] ?? 0) + (index[d] ?? 0), 0);
    picked.push(values[at] ?? Number.NaN);
  }
  return { dtype, shape: [...shape], values: picked.map(shown), truncated: true, start, size };
}
