// Tensors as PyTorch prints them: one column width, precision 4, scientific where sizes differ much, dots in the middle of
// many elements, dtype and gradient at the end. The rules are those of PyTorch's _tensor_str.
import { get_default_dtype, int64, isQuantized } from './dtype.ts';
import { dequantized, quantizerSuffixes } from './quantization/quantizer.ts';
import { gradientNode, numelOf, Tensor, valuesOf } from './tensor.ts';

export interface PrintOptions {
  /** Digits after the point. */
  precision: number;
  /** More elements than this are summarised. */
  threshold: number;
  /** Elements shown at both ends of each dimension of a summary. */
  edgeitems: number;
  /** Characters in a line. */
  linewidth: number;
  /** The scientific form always or never; null lets the sizes decide. */
  sci_mode: boolean | null;
}
const profiles = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Infinity, edgeitems: 3, linewidth: 80 },
} as const;
const options: PrintOptions = { ...profiles.default, sci_mode: null };

/** How tensors print from now on: first a profile, then what else is said. What is not said stays, but `sci_mode`, as in PyTorch. */
export function set_printoptions(
  change: Partial<PrintOptions> & { readonly profile?: keyof typeof profiles | null } = {},
): void {
  const { profile, sci_mode = null, ...rest } = change;
  if (profile != null) {
    if (!Object.hasOwn(profiles, profile)) throw new TypeError(`there is no print profile '${profile}'`);
    Object.assign(options, profiles[profile]);
  }
  for (const key of ['precision', 'threshold', 'edgeitems', 'linewidth'] as const) {
    const value = rest[key];
    if (value != null) options[key] = value;
  }
  options.sci_mode = sci_mode;
}

const special = (v: number): string | null =>
  Number.isNaN(v) ? 'nan' : v === Infinity ? 'inf' : v === -Infinity ? '-inf' : null;
const isNegative = (v: number): boolean => v < 0 || Object.is(v, -0);

/**
 * JS rounds a half up, Python to even. A half shows in its digits: a 5 and then zeros; 25 more digits tell one double
 * of printable size from the next.
 */
function halfToEven(rounded: string, exact: string, digits: number): string {
  const dot = exact.indexOf('.');
  const end = digits === 0 ? dot : dot + 1 + digits;
  const tail = exact.slice(digits === 0 ? dot + 1 : end, exact.indexOf('e') < 0 ? undefined : exact.indexOf('e'));
  if (!/^50+$/.test(tail)) return rounded;
  const down = exact.slice(0, end);
  const even = Number(down.at(-1)) % 2 === 0;
  return even ? down + (exact.indexOf('e') < 0 ? '' : exact.slice(exact.indexOf('e'))) : rounded;
}
/** Python's '%.{digits}f'. */
function fixed(v: number, digits: number): string {
  const size = Math.abs(v);
  const text =
    size >= 1e21
      ? `${BigInt(size)}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`
      : halfToEven(size.toFixed(digits), size.toFixed(Math.min(100, digits + 25)), digits);
  return isNegative(v) ? `-${text}` : text;
}
/** Python's '%.{digits}e'. */
function scientific(v: number, digits: number): string {
  const size = Math.abs(v);
  const text = halfToEven(size.toExponential(digits), size.toExponential(Math.min(100, digits + 25)), digits).replace(
    /e([+-])(\d)$/,
    'e$10$2',
  );
  return isNegative(v) ? `-${text}` : text;
}
const whole = (v: number): string =>
  Number.isSafeInteger(v) ? String(v) : v >= 2 ** 63 ? '9223372036854775807' : String(BigInt(v));

interface Formatter {
  readonly width: number;
  write(v: number): string;
}
function formatter(t: Tensor, values: ArrayLike<number>): Formatter {
  const all = Array.from(values);
  const { precision } = options;
  const padded = (width: number, write: (v: number) => string): Formatter => ({
    width,
    write: (v) => write(v).padStart(width),
  });
  const widest = (list: readonly number[], write: (v: number) => string): number =>
    list.reduce((w, v) => Math.max(w, write(v).length), 1);
  if (t.dtype.category < 2) {
    const write = t.dtype.category === 0 ? (v: number) => (v ? 'True' : 'False') : whole;
    return padded(widest(all, write), write);
  }
  // zeros and what is not finite neither widen the column nor decide the form
  const finite = all.filter((v) => Number.isFinite(v) && v !== 0);
  let low = Infinity;
  let high = 0;
  for (const v of finite) {
    low = Math.min(low, Math.abs(v));
    high = Math.max(high, Math.abs(v));
  }
  const integers = finite.every(Number.isInteger);
  const differs = finite.length > 0 && (high / low > 1000 || high > 1e8 || (!integers && low < 1e-4));
  const inForm = (sci: boolean) => (v: number) =>
    special(v) ?? (sci ? scientific(v, precision) : integers ? `${fixed(v, 0)}.` : fixed(v, precision));
  return padded(widest(finite, inForm(differs)), inForm(options.sci_mode ?? differs));
}

/** What a summary shows, as one tensor: both ends of every dimension. */
function corners(t: Tensor): Tensor {
  const edge = options.edgeitems;
  return t.shape.reduce(
    (x, n, d) => (n > 2 * edge ? x.narrow(d, 0, edge).cat_with([x.narrow(d, n - edge, edge)], d) : x),
    t,
  );
}

function body(t: Tensor, indent: number): string {
  const edge = options.edgeitems;
  const summarise = numelOf(t.shape) > options.threshold;
  const values = valuesOf(summarise ? corners(t) : t);
  const { width, write } = formatter(t, values);
  let at = 0;
  const level = (d: number, pad: number): string => {
    if (d === t.shape.length) return write(values[at++] ?? 0);
    const size = t.shape[d] ?? 0;
    const cut = summarise && size > 2 * edge;
    const last = d === t.shape.length - 1;
    const items = Array.from({ length: cut ? 2 * edge : size }, () => level(d + 1, pad + 1));
    if (cut) items.splice(edge, 0, last ? ' ...' : '...');
    const gap = ' '.repeat(pad + 1);
    if (!last) return `[${items.join(`,${'\n'.repeat(t.shape.length - 1 - d)}${gap}`)}]`;
    const perLine = Math.max(1, Math.floor((options.linewidth - pad) / (width + 2)));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
    return `[${lines.join(`,\n${gap}`)}]`;
  };
  return level(0, indent);
}

/** As `repr` of the tensor in Python. */
export function tensorText(t: Tensor): string {
  const prefix = 'tensor(';
  const suffixes: string[] = [];
  const empty = numelOf(t.shape) === 0;
  if (t.device !== 'cpu') suffixes.push(`device='${t.device}'`);
  if (isQuantized(t.dtype)) {
    const size = `size=(${t.shape.join(', ')}${t.shape.length === 1 ? ',' : ''})`;
    suffixes.push(size, `dtype=${t.dtype}`, ...quantizerSuffixes(t));
    return withSuffixes(prefix + (empty ? '[]' : body(dequantized(t), prefix.length)), suffixes);
  }
  if (empty && t.shape.length !== 1) suffixes.push(`size=(${t.shape.join(', ')})`);
  if (t.dtype !== get_default_dtype() && (empty || (t.dtype !== int64 && t.dtype.category !== 0)))
    suffixes.push(`dtype=${t.dtype}`);
  const node = gradientNode(t);
  if (node) suffixes.push(`grad_fn=<${node.name()}>`);
  else if (t.requires_grad) suffixes.push('requires_grad=True');
  return withSuffixes(prefix + (empty ? '[]' : body(t.detach(), prefix.length)), suffixes);
}
function withSuffixes(text: string, suffixes: readonly string[]): string {
  const indent = 'tensor('.length;
  let out = text;
  let line = out.length - out.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (line + suffix.length + 2 > options.linewidth) {
      out += `,\n${' '.repeat(indent)}${suffix}`;
      line = indent + suffix.length;
    } else {
      out += `, ${suffix}`;
      line += suffix.length + 2;
    }
  }
  return `${out})`;
}
for (const name of ['toString', Symbol.for('nodejs.util.inspect.custom')])
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor) {
      return tensorText(this);
    },
    writable: true,
    configurable: true,
  });
