// One sample of PyTorch's operator database: decodes the arguments, calls the operator as a user would, and compares
// results and gradients. Arguments and results are plain data, see the decoder.
import torch, { Tensor, type DType } from '#engine/index.ts';

export interface Case {
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly out?: unknown;
  readonly grads?: readonly unknown[] | null;
  /** PyTorch refuses the call: its error. */
  readonly error?: string;
}
export interface Operator {
  readonly name: string;
  readonly call: 'function' | 'method';
  /** PyTorch has the function as a method of its first argument too, and in place. */
  readonly method?: boolean;
  readonly inplace?: boolean;
  readonly cases: readonly Case[];
}
interface Encoded {
  readonly $t: readonly (number | boolean | string)[];
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly grad?: boolean;
}
export interface Way {
  readonly device?: string;
  /** Called as written, as a method of the first argument, or in place on a copy of it. */
  readonly form?: 'written' | 'method' | 'in place';
  /** Arguments lie in every second element of their memory, transposed. */
  readonly strided?: boolean;
}

const number = (v: unknown): unknown =>
  v === 'nan' ? Number.NaN : v === 'inf' ? Infinity : v === '-inf' ? -Infinity : v;
const record = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;
const encoded = (v: unknown): v is Encoded => record(v) && '$t' in v;
const member = (path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((o, key) => (record(o) || typeof o === 'function' ? Reflect.get(o, key) : undefined), torch);

/** The same values, spread over memory: strides are neither contiguous nor ordered. */
function spread(t: Tensor): Tensor {
  const reversed = t.shape.map((_, d) => t.dim() - 1 - d);
  const wide = torch.stack([t.permute(reversed), torch.zeros_like(t).permute(reversed)], -1);
  return wide.select(-1, 0).permute(reversed);
}

/** How the tensors and dtypes of a sample are made. */
interface Making {
  tensor(encoded: Encoded): Tensor;
  dtype(dtype: DType): DType;
}
const dtypeOf = (name: string): DType => member(name) as DType; // the file names dtypes as torch does
function decode(v: unknown, making: Making): unknown {
  if (Array.isArray(v)) return v.map((x) => decode(x, making));
  if (!record(v)) return v;
  if (encoded(v)) return making.tensor(v);
  if ('$n' in v) return number(v['$n']);
  if ('$dtype' in v) return making.dtype(dtypeOf(String(v['$dtype'])));
  if (Array.isArray(v['$slice'])) {
    const [a, b, c] = v['$slice'];
    return `${a ?? ''}:${b ?? ''}${c == null ? '' : `:${c}`}`;
  }
  if ('$ellipsis' in v) return '...';
  throw new Error(`unknown encoding ${Object.keys(v)}`);
}
const made = (v: Encoded, dtype: DType): Tensor => torch.tensor(v.$t.map(number), { dtype }).reshape(v.shape);
function argumentsOf(c: Case, making: Making): unknown[] {
  const args = c.args.map((a) => decode(a, making));
  const keywords = Object.fromEntries(Object.entries(c.kwargs).map(([k, v]) => [k, decode(v, making)]));
  return Object.keys(keywords).length ? [...args, keywords] : args;
}

const items = (x: unknown): unknown[] =>
  Array.isArray(x) ? x : x instanceof Tensor ? [x] : record(x) ? Object.values(x) : [x];
const tensorsIn = (x: unknown): Tensor[] => (x instanceof Tensor ? [x] : record(x) ? items(x).flatMap(tensorsIn) : []);
const flat = (x: unknown): unknown[] => (Array.isArray(x) ? x.flatMap(flat) : [x]);

/** How close values must be: relative, absolute. Results in 16 bits may differ by one rounding. */
const tolerance = (dtype: string, gradient: boolean): readonly [number, number] =>
  dtype === 'bfloat16'
    ? [1.6e-2, 1e-3]
    : dtype === 'float16'
      ? [2e-3, 1e-4]
      : dtype === 'float64'
        ? [1e-6, 1e-7]
        : gradient
          ? [1e-3, 2e-4]
          : [1e-4, 2e-5];

/** Null when they agree, else what differs. */
function difference(actual: unknown, expected: unknown, where: string, gradient = false): string | null {
  if (record(expected) && Array.isArray(expected['$list'])) {
    const want: unknown[] = expected['$list'];
    const parts = items(actual);
    if (parts.length !== want.length) return `${where}: ${parts.length} results, expected ${want.length}`;
    for (const [i, e] of want.entries()) {
      const wrong = difference(parts[i], Array.isArray(e) ? { $list: e } : e, `${where}[${i}]`, gradient);
      if (wrong) return wrong;
    }
    return null;
  }
  let want: unknown[];
  let got: unknown[];
  let dtype = 'float32';
  if (encoded(expected)) {
    if (!(actual instanceof Tensor)) return `${where}: not a tensor`;
    if (actual.shape.join() !== expected.shape.join())
      return `${where}: shape [${actual.shape}], expected [${expected.shape}]`;
    dtype = expected.dtype;
    if (actual.dtype.name !== dtype) return `${where}: dtype ${actual.dtype.name}, expected ${dtype}`;
    want = expected.$t.map(number);
    got = flat(actual.tolist());
  } else {
    want = [number(record(expected) && '$n' in expected ? expected['$n'] : expected)];
    got = [actual instanceof Tensor ? actual.item() : actual];
  }
  const [rtol, atol] = tolerance(dtype, gradient);
  for (const [i, w] of want.entries()) {
    const a = got[i];
    const same =
      typeof w === 'number' && typeof a === 'number'
        ? Object.is(a, w) || a === w || Math.abs(a - w) <= atol + rtol * Math.abs(w)
        : a === w;
    if (!same) return `${where}: value ${i} is ${a}, expected ${w}`;
  }
  return null;
}

/** Calls the operator as a user would. */
function call(op: Operator, args: unknown[], form: Way['form'] = 'written'): unknown {
  const [self, ...rest] = args;
  if (op.name === '__getitem__' && self instanceof Tensor)
    return Reflect.apply(self.at, self, Array.isArray(rest[0]) ? rest[0] : rest);
  if (op.call === 'function' && form !== 'method') {
    const f = member(op.name);
    return typeof f === 'function' ? Reflect.apply(f, torch, args) : missing(op.name);
  }
  if (!(self instanceof Tensor)) throw new TypeError('self is no tensor');
  const value: unknown = op.name in self ? Reflect.get(self, op.name) : missing(op.name);
  return typeof value === 'function' ? Reflect.apply(value, self, rest) : value;
}
function missing(name: string): never {
  throw new ReferenceError(`missing: ${name}`);
}

/** The call in place on a copy of the first argument: the copy, or null where PyTorch could not write the result there. */
function callInPlace(op: Operator, args: unknown[], expected: unknown): Tensor | null {
  const [self, ...rest] = args;
  if (!(self instanceof Tensor) || !encoded(expected)) return null;
  if (self.dtype.name !== expected.dtype || self.shape.join() !== expected.shape.join()) return null;
  const name = `${op.name}_`;
  const copy = self.requires_grad ? self.mul(1) : self.clone();
  const change: unknown = name in copy ? Reflect.get(copy, name) : missing(name);
  if (typeof change !== 'function') return missing(name);
  const returned: unknown = Reflect.apply(change, copy, rest);
  if (returned !== copy) throw new Error(`${name} does not return its tensor`);
  return copy;
}

const wide = (dtype: DType): DType => (dtype.is_floating_point ? torch.float64 : dtype);
/** The operator in float64, as a function of those of its arguments that require a gradient, and these. */
export function differentiable(op: Operator, c: Case): [f: (...leaves: Tensor[]) => unknown, leaves: Tensor[]] {
  const leaves: Tensor[] = [];
  const collecting: Making = {
    dtype: wide,
    tensor(v) {
      const t = made(v, wide(dtypeOf(v.dtype)));
      if (v.grad) leaves.push(t.detach().requires_grad_(true));
      return t;
    },
  };
  for (const value of [...c.args, ...Object.values(c.kwargs)]) decode(value, collecting);
  const f = (...given: Tensor[]): unknown => {
    let next = 0;
    torch.manual_seed(0);
    const args = argumentsOf(c, {
      dtype: wide,
      tensor: (v) => (v.grad ? (given[next++] ?? made(v, wide(dtypeOf(v.dtype)))) : made(v, wide(dtypeOf(v.dtype)))),
    });
    return call(op, args);
  };
  return [f, leaves];
}

/** Null when the engine agrees with PyTorch, else what differs. */
export function runCase(op: Operator, c: Case, way: Way = {}): string | null {
  const leaves: Tensor[] = [];
  const args = argumentsOf(c, {
    dtype: (d) => d,
    tensor(v) {
      const t = made(v, dtypeOf(v.dtype)).to(way.device ?? 'cpu');
      const laid = way.strided ? spread(t) : t;
      if (!v.grad) return laid;
      const leaf = laid.detach().requires_grad_(true);
      leaves.push(leaf);
      return leaf;
    },
  });
  if (c.error !== undefined) {
    if (way.form || way.strided) return null;
    try {
      call(op, args, way.form);
    } catch (error) {
      return error instanceof ReferenceError || String(error).length < 20 ? `threw ${error}` : null;
    }
    return `did not throw; PyTorch: ${c.error}`;
  }
  if (way.form === 'method' && !(args[0] instanceof Tensor)) return null;
  const out = way.form === 'in place' ? callInPlace(op, args, c.out) : call(op, args, way.form);
  if (way.form === 'in place' && out === null) return null;
  const wrong = difference(out, c.out, 'out');
  if (wrong || !c.grads) return wrong;
  const losses = tensorsIn(out)
    .filter((t) => t.requires_grad)
    .map((t) => {
      const weight = torch.tensor(
        Array.from({ length: t.numel() }, (_, j) => Math.cos(j + 1)),
        { dtype: t.dtype, device: t.device },
      );
      return t.reshape(-1).mul(weight).sum();
    });
  const [first, ...others] = losses;
  if (!first) return 'no result requires grad';
  others.reduce((a, b) => a.add(b), first).backward();
  for (const [i, leaf] of leaves.entries()) {
    const want = c.grads[i];
    if (want === null) continue;
    const e = leaf.grad ? difference(leaf.grad, want, `grad[${i}]`, true) : `grad[${i}]: none`;
    if (e) return e;
  }
  return null;
}

/** What these operators do depends on how their arguments lie in memory. */
const byLayout = new Set(['as_strided', 'view', 'view_as']);
/** Every way in which PyTorch has the operator. */
export function waysOf(label: string, op: Operator): Way[] {
  return [
    {},
    ...(byLayout.has(label) ? [] : [{ strided: true }]),
    ...(op.method ? [{ form: 'method' } as const] : []),
    ...(op.inplace ? [{ form: 'in place' } as const] : []),
  ];
}
