import { cutOff } from '../autograd/cut.ts';
import { copyInto, copyOf } from '../copy.ts';
import { cpu } from '../device/cpu/cpu.ts';
import { RuntimeError, Storage } from '../device/device.ts';
import { bool, type DType, float32, float64, get_default_dtype, int16, int32, int64, int8, uint8 } from '../dtype.ts';
import { emptyLayoutOf } from '../layout.ts';
import { operator } from '../operator.ts';
import { arangeValues, linspaceValues, logspaceValues } from './ranges.ts';
import { alias, deviceOf, empty, fromValues, setRequiresGrad, Tensor, valuesOf } from '../tensor.ts';

export function finish(t: Tensor, requires_grad: boolean): Tensor {
  if (requires_grad) setRequiresGrad(t, true);
  return t;
}
/** New memory in a shape that a caller gave. */
export const sized = (shape: readonly number[], dtype: DType, device: string | null): Tensor => {
  const bad = shape.find((s) => s < 0);
  if (bad !== undefined)
    throw new RuntimeError(`Trying to create tensor with negative dimension ${bad}: [${shape.join(', ')}]`);
  return empty(shape, dtype, deviceOf(device));
};
const filled = (shape: readonly number[], value: number, dtype: DType, device: string | null): Tensor =>
  filling(sized(shape, dtype, device), value);
/** Refuses what an integer dtype would wrap around; negative numbers in uint8 do wrap, as in PyTorch. */
function checkFits(value: number, dtype: DType, type: string): void {
  if (dtype.category !== 1 || dtype === int64) return;
  const span = 2 ** (8 * dtype.itemsize);
  if (dtype === uint8 ? value >= span || value <= -span : value >= span / 2 || value < -span / 2)
    throw new RuntimeError(`value cannot be converted to type ${type} without overflow`);
}
/** Every element of new memory, which holds zeros, set to one value. */
function filling(t: Tensor, value: number): Tensor {
  if (value === 0) return t;
  checkFits(value, t.dtype, `${t.dtype.name}_t`);
  const one = fromValues([t.dtype.keep(value)], [], t.dtype, t.storage.device);
  copyInto(
    t,
    alias(
      one,
      t.shape,
      t.shape.map(() => 0),
      0,
    ),
  );
  return t;
}
/** New memory for an operator `…_like(input, …)`: laid out as input unless a row-major copy is asked for. */
export function likeOf(t: Tensor, dtype: DType | null, device: string | null, memoryFormat: unknown): Tensor {
  const on = device === null ? t.storage.device : deviceOf(device);
  if (memoryFormat === null || memoryFormat === 'preserve_format') return emptyLayoutOf(t, dtype ?? t.dtype, on);
  return empty(t.shape, dtype ?? t.dtype, on);
}
/** Whether a number is an int of Python's to us: what int64 cannot hold was meant as a float. */
const isWhole = (value: number): boolean => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
const dtypeOf = (value: number | boolean): DType =>
  typeof value === 'boolean' ? bool : isWhole(value) ? int64 : get_default_dtype();

for (const [name, value] of [
  ['zeros', 0],
  ['ones', 1],
  ['empty', 0],
] as const) {
  operator(`${name}(int... size, *, ...options) -> Tensor`, {
    doc: name === 'empty' ? 'New memory; its content is not to be relied on.' : `A tensor of ${name}.`,
    on: 'torch',
    forward: (size, dtype, device, requires_grad) =>
      finish(filled(size, value, dtype ?? get_default_dtype(), device), requires_grad),
  });
  operator(`${name}_like(Tensor input, *, ...options, any memory_format = null) -> Tensor`, {
    doc: `${name}, shaped and typed as input.`,
    on: 'torch',
    forward: (t, dtype, device, requires_grad, format) =>
      finish(filling(likeOf(t, dtype, device, format), value), requires_grad),
  });
  operator(`new_${name}(Tensor input, int... size, *, ...options) -> Tensor`, {
    doc: `${name} with input's dtype and device.`,
    on: 'method',
    forward: (t, size, dtype, device, requires_grad) =>
      finish(filled(size, value, dtype ?? t.dtype, device ?? t.device), requires_grad),
  });
}
operator('full(int[] size, Scalar fill_value, *, ...options) -> Tensor', {
  doc: 'A tensor filled with one value.',
  on: 'torch',
  forward: (size, value, dtype, device, requires_grad) =>
    finish(filled(size, Number(value), dtype ?? dtypeOf(value), device), requires_grad),
});
operator('full_like(Tensor input, Scalar fill_value, *, ...options, any memory_format = null) -> Tensor', {
  doc: 'full, shaped and typed as input.',
  on: 'torch',
  forward: (t, value, dtype, device, requires_grad, format) =>
    finish(filling(likeOf(t, dtype, device, format), Number(value)), requires_grad),
});
operator('new_full(Tensor input, int[] size, Scalar fill_value, *, ...options) -> Tensor', {
  doc: "full with input's dtype.",
  on: 'method',
  forward: (t, size, value, dtype, device, requires_grad) =>
    finish(filled(size, Number(value), dtype ?? t.dtype, device ?? t.device), requires_grad),
});
operator('arange(Scalar end, *, ...options) -> Tensor', {
  doc: '0, 1, … up to before end.',
  on: 'torch',
  forward: (end, dtype, device, requires_grad) => finish(range(0, end, 1, dtype, device), requires_grad),
});
operator('arange(Scalar start, Scalar end, Scalar step = 1, *, ...options) -> Tensor', {
  doc: 'start, start + step, … up to before end.',
  on: 'torch',
  forward: (start, end, step, dtype, device, requires_grad) =>
    finish(range(start, end, step, dtype, device), requires_grad),
});
function range(start: number, end: number, step: number, dtype: DType | null, device: string | null): Tensor {
  if (step === 0) throw new RuntimeError('step must be nonzero');
  if ((end - start) / step < 0) throw new RuntimeError('upper bound and larger bound inconsistent with step sign');
  const d = dtype ?? ([start, end, step].every(isWhole) ? int64 : get_default_dtype());
  const whole = d.is_floating_point ? (x: number): number => x : Math.trunc;
  // int64 counts in whole numbers, all other dtypes count with the fractions they were given.
  const n = Math.ceil(d === int64 ? (whole(end) - whole(start)) / whole(step) : (end - start) / step);
  return fromValues(arangeValues(n, whole(start), whole(step), d), [n], d, deviceOf(device));
}
const checkSteps = (steps: number): void => {
  if (steps < 0) throw new RuntimeError('number of steps must be non-negative');
};
operator('linspace(Scalar start, Scalar end, int steps, *, ...options) -> Tensor', {
  doc: 'steps numbers from start to end, evenly apart.',
  on: 'torch',
  forward(start, end, steps, dtype, device, requires_grad) {
    checkSteps(steps);
    const d = dtype ?? get_default_dtype();
    return finish(fromValues(linspaceValues(start, end, steps, d), [steps], d, deviceOf(device)), requires_grad);
  },
});
operator('logspace(Scalar start, Scalar end, int steps, float base = 10, *, ...options) -> Tensor', {
  doc: 'steps powers of base, their exponents evenly apart.',
  on: 'torch',
  forward(start, end, steps, base, dtype, device, requires_grad) {
    checkSteps(steps);
    const d = dtype ?? get_default_dtype();
    return finish(fromValues(logspaceValues(start, end, steps, base, d), [steps], d, deviceOf(device)), requires_grad);
  },
});
operator('eye(int n, int? m = null, *, ...options) -> Tensor', {
  doc: 'Ones on the diagonal.',
  on: 'torch',
  forward(n, m, dtype, device, requires_grad) {
    if (n < 0) throw new RuntimeError(`n must be greater or equal to 0, got ${n}`);
    if (m !== null && m < 0) throw new RuntimeError(`m must be greater or equal to 0, got ${m}`);
    const t = filled([n, m ?? n], 0, dtype ?? get_default_dtype(), device);
    t.diagonal().fill_(1);
    t.storage.version = 0;
    return finish(t, requires_grad);
  },
});

export type Nested = number | boolean | bigint | Tensor | ArrayLike<number> | readonly Nested[];

/** Shape, numbers and dtype of nested lists, as torch.tensor infers them. */
export function fromNested(data: Nested, dtype: DType | null, device: string | null): Tensor {
  if (data instanceof Tensor) return cutOff(copyOf(data, dtype ?? data.dtype), data, 'tensor');
  if (ArrayBuffer.isView(data)) {
    const values = data as unknown as ArrayLike<number>;
    const d = dtype ?? (data instanceof Float64Array || data instanceof Float32Array ? get_default_dtype() : int64);
    return fromValues(Float64Array.from(values, d.keep), [values.length], d, deviceOf(device));
  }
  const shape: number[] = [];
  for (let level: unknown = data; ; level = (level as unknown[])[0]) {
    if (level instanceof Tensor) {
      shape.push(...level.shape);
      break;
    }
    if (!Array.isArray(level)) break;
    shape.push(level.length);
    if (level.length === 0) break;
  }
  const values: number[] = [];
  let fraction = false;
  let integers = false;
  let bools = false;
  let tensorType: DType | null = null;
  const walk = (x: unknown, depth: number): void => {
    if (x instanceof Tensor) {
      tensorType = x.dtype;
      for (let i = 0, v = valuesOf(x); i < v.length; i++) values.push(v[i]!);
      return;
    }
    if (Array.isArray(x)) {
      if (depth >= shape.length || x.length !== shape[depth]) throw new ValueErrorAt(shape, depth, x.length);
      for (const y of x) walk(y, depth + 1);
      return;
    }
    if (depth !== shape.length) throw new ValueErrorAt(shape, depth, -1);
    if (typeof x === 'boolean') bools = true;
    else if (typeof x === 'number') isWhole(x) ? (integers = true) : (fraction = true);
    else if (typeof x === 'bigint') integers = true;
    else
      throw new TypeError(
        `new(): invalid data type '${x === null ? 'NoneType' : typeof x === 'string' ? 'str' : typeof x}'`,
      );
    values.push(Number(x));
  };
  walk(data, 0);
  const d =
    dtype ??
    tensorType ??
    (fraction || values.length === 0 ? get_default_dtype() : integers ? int64 : bools ? bool : get_default_dtype());
  for (let i = 0; i < values.length; i++) {
    checkFits(values[i]!, d, d.name);
    values[i] = d.keep(values[i]!);
  }
  return fromValues(values, shape, d, deviceOf(device));
}
class ValueErrorAt extends Error {
  override name = 'ValueError';
  constructor(shape: readonly number[], depth: number, got: number) {
    super(
      got < 0
        ? `expected sequence of length ${shape[depth]} at dim ${depth} (got a number)`
        : `expected sequence of length ${shape[depth] ?? 'none'} at dim ${depth} (got ${got})`,
    );
  }
}
operator('tensor(any data, *, ...options) -> Tensor', {
  doc: 'A new tensor of nested lists, typed arrays or one number. Whole numbers give int64, any fraction float32, booleans bool; say dtype for another.',
  on: 'torch',
  forward: (data, dtype, device, requires_grad) => finish(fromNested(data as Nested, dtype, device), requires_grad),
});
operator('as_tensor(any data, dtype? dtype = null, device? device = null) -> Tensor', {
  doc: 'The tensor itself where dtype fits, else a new one.',
  on: 'torch',
  aliases: ['asarray'],
  forward: (data, dtype, device) =>
    data instanceof Tensor ? (dtype ? data.to(dtype) : data) : fromNested(data as Nested, dtype, device),
});
/** The dtype that holds its elements in such an array; int64, float16 and bfloat16 have no array of their own. */
const dtypeOfArray = (data: ArrayBufferView): DType | undefined =>
  [float32, float64, int32, int16, int8, uint8].find((dtype) => data instanceof dtype.array);

operator('from_numpy(any ndarray) -> Tensor', {
  doc: 'A one-dimensional tensor on the memory of a typed array, with its dtype, on the CPU: writing into one is seen in the other.',
  on: 'torch',
  forward(data) {
    if (!ArrayBuffer.isView(data)) return fromNested(data as Nested, null, 'cpu');
    const dtype = dtypeOfArray(data);
    if (!dtype)
      throw new TypeError(
        `can't convert np.ndarray of type ${data.constructor.name}. The only supported types are: float64, float32, int32, int16, int8 and uint8.`,
      );
    const { length } = data as unknown as ArrayLike<number>;
    return new Tensor(new Storage(cpu, dtype, length, data), [length], [1], 0);
  },
});
operator('scalar_tensor(Scalar s, *, ...options) -> Tensor', {
  doc: 'A 0-dim tensor.',
  on: 'torch',
  forward: (s, dtype, device, requires_grad) =>
    finish(fromNested(s, dtype ?? get_default_dtype(), device), requires_grad),
});
operator('new_tensor(Tensor input, any data, *, ...options) -> Tensor', {
  doc: "tensor(data) with input's dtype.",
  on: 'method',
  forward: (t, data, dtype, device, requires_grad) =>
    finish(fromNested(data as Nested, dtype ?? t.dtype, device ?? t.device), requires_grad),
});
for (const lower of [true, false]) {
  operator(`${lower ? 'tril' : 'triu'}_indices(int row, int col, int offset = 0, *, ...options) -> Tensor`, {
    doc: `Row and column of every element of the ${lower ? 'lower' : 'upper'} triangle, as [2, n].`,
    on: 'torch',
    forward(row, col, offset, dtype, device) {
      if (row < 0 || col < 0)
        throw new RuntimeError(`${row < 0 ? 'row' : 'col'} must be non-negative, got${row < 0 ? row : col}`);
      const rows: number[] = [];
      const columns: number[] = [];
      for (let i = 0; i < row; i++)
        for (let j = 0; j < col; j++) if (lower ? j - i <= offset : j - i >= offset) rows.push(i) && columns.push(j);
      return fromValues([...rows, ...columns], [2, rows.length], dtype ?? int64, deviceOf(device));
    },
  });
}
