// Tensors as PyTorch prints them: common width, precision 4, scientific where sizes differ much, dots in the middle of
// many elements, dtype and gradient at the end.
import { get_default_dtype, int64 } from './dtype.ts';
import { gradientNode, numelOf, Tensor, valuesOf } from './tensor.ts';

export interface PrintOptions {
  precision: number;
  threshold: number;
  edgeitems: number;
  linewidth: number;
  sci_mode: boolean | null;
}
const options: PrintOptions = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sci_mode: null };
export const set_printoptions = (change: Partial<PrintOptions>): void => void Object.assign(options, change);

const scientific = (v: number): string => v.toExponential(options.precision).replace(/e([+-])(\d)$/, 'e$10$2');
const special = (v: number): string | null =>
  Number.isNaN(v) ? 'nan' : v === Infinity ? 'inf' : v === -Infinity ? '-inf' : null;
/** JS loses the sign of −0 in toFixed. */
const fixed = (v: number, digits: number): string =>
  Object.is(v, -0) || (v < 0 && Number(v.toFixed(digits)) === 0)
    ? `-${Math.abs(v).toFixed(digits)}`
    : v.toFixed(digits);

function formatter(t: Tensor, values: ArrayLike<number>): (v: number) => string {
  const all = Array.from(values);
  let write: (v: number) => string;
  if (t.dtype.category === 0) write = (v) => (v ? 'True' : 'False');
  else if (t.dtype.category === 1)
    write = (v) => (Number.isSafeInteger(v) ? String(v) : v >= 2 ** 63 ? '9223372036854775807' : String(BigInt(v)));
  else {
    const finite = all.filter((v) => Number.isFinite(v) && v !== 0).map(Math.abs);
    const low = Math.min(...finite);
    const high = Math.max(...finite);
    const whole = finite.every((v) => v === Math.ceil(v));
    let sci = false;
    if (finite.length > 0)
      sci = whole ? high / low > 1000 || high > 1e8 : high / low > 1000 || high > 1e8 || low < 1e-4;
    if (options.sci_mode !== null) sci = options.sci_mode;
    write = (v) =>
      special(v) ??
      (sci ? scientific(v) : whole && finite.length >= 0 ? `${fixed(v, 0)}.` : fixed(v, options.precision));
  }
  // as PyTorch, zeros and what is not finite do not widen a float's column
  const measured = t.dtype.category === 2 ? all.filter((v) => Number.isFinite(v) && v !== 0) : all;
  const width = t.shape.length === 0 ? 0 : measured.reduce((w, v) => Math.max(w, write(v).length), 0);
  return (v) => write(v).padStart(width);
}

function body(t: Tensor, indent: number, summarise: boolean): string {
  const edge = options.edgeitems;
  const shown = summarise ? corners(t, edge) : t;
  const values = valuesOf(shown.detach());
  const write = formatter(t, values);
  if (t.shape.length === 0) return write(values[0] ?? 0);
  let at = 0;
  const level = (d: number, pad: number): string => {
    const size = t.shape[d] ?? 0;
    const cut = summarise && size > 2 * edge;
    const count = cut ? 2 * edge : size;
    const items: string[] = [];
    if (d === t.shape.length - 1) {
      for (let i = 0; i < count; i++) items.push(write(values[at++] ?? 0));
      if (cut) items.splice(edge, 0, ' ...');
      const width = (items[0]?.length ?? 0) + 2;
      const perLine = Math.max(1, Math.floor((options.linewidth - pad) / width));
      const lines: string[] = [];
      for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
      return `[${lines.join(`,\n${' '.repeat(pad + 1)}`)}]`;
    }
    for (let i = 0; i < count; i++) items.push(level(d + 1, pad + 1));
    if (cut) items.splice(edge, 0, '...');
    return `[${items.join(`,${'\n'.repeat(t.shape.length - 1 - d)}${' '.repeat(pad + 1)}`)}]`;
  };
  return level(0, indent);
}
function corners(t: Tensor, edge: number): Tensor {
  let x = t.detach();
  t.shape.forEach((n, d) => {
    if (n > 2 * edge) x = x.narrow(d, 0, edge).cat_with([x.narrow(d, n - edge, edge)], d);
  });
  return x;
}

export function tensorText(
  t: Tensor,
  prefix = t.name !== null && t.constructor.name === 'Parameter' ? 'Parameter containing:\ntensor(' : 'tensor(',
): string {
  const start = 'tensor('.length;
  const suffixes: string[] = [];
  const n = numelOf(t.shape);
  if (t.device !== 'cpu') suffixes.push(`device='${t.device}'`);
  const expected = t.dtype === get_default_dtype() || t.dtype === int64 || t.dtype.category === 0;
  let text: string;
  if (n === 0) {
    if (t.shape.length !== 1) suffixes.push(`size=(${t.shape.join(', ')})`);
    if (t.dtype !== get_default_dtype()) suffixes.push(`dtype=${t.dtype}`);
    text = '[]';
  } else {
    if (!expected) suffixes.push(`dtype=${t.dtype}`);
    text = body(t, start, n > options.threshold);
  }
  const node = gradientNode(t);
  if (node) suffixes.push(`grad_fn=<${node.name()}>`);
  else if (t.requires_grad) suffixes.push('requires_grad=True');
  let line = text.length - (text.lastIndexOf('\n') + 1) + (text.includes('\n') ? 0 : start);
  let out = prefix + text;
  for (const suffix of suffixes) {
    if (line + suffix.length + 3 > options.linewidth) {
      out += `,\n${' '.repeat(start)}${suffix}`;
      line = start + suffix.length;
    } else {
      out += `, ${suffix}`;
      line += suffix.length + 2;
    }
  }
  return `${out})`;
}
Object.defineProperty(Tensor.prototype, 'toString', {
  value(this: Tensor) {
    return tensorText(this);
  },
  writable: true,
  configurable: true,
});
Object.defineProperty(Tensor.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Tensor) {
    return tensorText(this);
  },
  writable: true,
  configurable: true,
});
