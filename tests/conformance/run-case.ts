// One sample of PyTorch's operator database: decodes the arguments, calls the operator as a user would, and compares
// results and gradients. Arguments and results are plain data, see the decoder.
import torch, { Tensor, type DType } from '#engine/index.ts';

export interface Case {
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly out: unknown;
  readonly grads?: readonly unknown[] | null;
}
export interface Operator {
  readonly name: string;
  readonly call: 'function' | 'method';
  readonly cases: readonly Case[];
}
interface Encoded {
  readonly $t: readonly (number | boolean | string)[];
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly grad?: boolean;
}

const number = (v: unknown): unknown =>
  v === 'nan' ? Number.NaN : v === 'inf' ? Infinity : v === '-inf' ? -Infinity : v;
const record = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;
const encoded = (v: unknown): v is Encoded => record(v) && '$t' in v;
const member = (path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((o, key) => (record(o) || typeof o === 'function' ? Reflect.get(o, key) : undefined), torch);

function decode(v: unknown, leaves: Tensor[], device: string): unknown {
  if (Array.isArray(v)) return v.map((x) => decode(x, leaves, device));
  if (!record(v)) return v;
  if (encoded(v)) {
    const dtype = member(v.dtype) as DType; // the file names dtypes as torch does
    const t = torch.tensor(v.$t.map(number), { dtype }).reshape(v.shape).to(device);
    if (!v.grad) return t;
    const leaf = t.detach().requires_grad_(true);
    leaves.push(leaf);
    return leaf;
  }
  if ('$n' in v) return number(v['$n']);
  if ('$dtype' in v) return member(String(v['$dtype']));
  if (Array.isArray(v['$slice'])) {
    const [a, b, c] = v['$slice'];
    return `${a ?? ''}:${b ?? ''}${c == null ? '' : `:${c}`}`;
  }
  if ('$ellipsis' in v) return '...';
  throw new Error(`unknown encoding ${Object.keys(v)}`);
}

const items = (x: unknown): unknown[] =>
  Array.isArray(x) ? x : x instanceof Tensor ? [x] : record(x) ? Object.values(x) : [x];
const tensorsIn = (x: unknown): Tensor[] => (x instanceof Tensor ? [x] : record(x) ? items(x).flatMap(tensorsIn) : []);
const flat = (x: unknown): unknown[] => (Array.isArray(x) ? x.flatMap(flat) : [x]);

/** Null when they agree, else what differs. */
function difference(actual: unknown, expected: unknown, where: string, rtol: number, atol: number): string | null {
  if (record(expected) && Array.isArray(expected['$list'])) {
    const want: unknown[] = expected['$list'];
    const parts = items(actual);
    if (parts.length !== want.length) return `${where}: ${parts.length} results, expected ${want.length}`;
    for (const [i, e] of want.entries()) {
      const wrong = difference(parts[i], Array.isArray(e) ? { $list: e } : e, `${where}[${i}]`, rtol, atol);
      if (wrong) return wrong;
    }
    return null;
  }
  let want: unknown[];
  let got: unknown[];
  if (encoded(expected)) {
    if (!(actual instanceof Tensor)) return `${where}: not a tensor`;
    if (actual.shape.join() !== expected.shape.join())
      return `${where}: shape [${actual.shape}], expected [${expected.shape}]`;
    if (actual.dtype.name !== expected.dtype) return `${where}: dtype ${actual.dtype.name}, expected ${expected.dtype}`;
    want = expected.$t.map(number);
    got = flat(actual.tolist());
  } else {
    want = [number(record(expected) && '$n' in expected ? expected['$n'] : expected)];
    got = [actual instanceof Tensor ? actual.item() : actual];
  }
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

export function runCase(op: Operator, c: Case, device: string): string | null {
  const leaves: Tensor[] = [];
  const args = c.args.map((a) => decode(a, leaves, device));
  const keywords = Object.fromEntries(Object.entries(c.kwargs).map(([k, v]) => [k, decode(v, leaves, device)]));
  if (Object.keys(keywords).length) args.push(keywords);
  let out: unknown;
  const [self, ...rest] = args;
  if (op.name === '__getitem__' && self instanceof Tensor)
    out = Reflect.apply(self.at, self, Array.isArray(rest[0]) ? rest[0] : rest);
  else if (op.call === 'function') {
    const f = member(op.name);
    if (typeof f !== 'function') return 'missing';
    out = Reflect.apply(f, torch, args);
  } else {
    if (!(self instanceof Tensor)) return 'self is no tensor';
    const value: unknown = Reflect.get(self, op.name);
    out = typeof value === 'function' ? Reflect.apply(value, self, rest) : value;
  }
  const wrong = difference(out, c.out, 'out', 1e-4, 2e-5);
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
    const e = leaf.grad ? difference(leaf.grad, want, `grad[${i}]`, 1e-3, 2e-4) : `grad[${i}]: none`;
    if (e) return e;
  }
  return null;
}
