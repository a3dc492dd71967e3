import { float32, int32 } from '../../../dtype.ts';
import type { Operand } from '../../device.ts';
import { Parameters, Walk } from '../launch.ts';
import type { Typed } from '../wgsl.ts';
import type { WebGpu } from '../webgpu.ts';
import { lanesFor, together } from './lanes.ts';

interface Fold {
  readonly start: string;
  /** Of the total so far and an element, in the total's type. */
  readonly step: string;
  readonly combine: string;
}
const folds = (type: string): Readonly<Record<string, Fold>> => {
  const suffix = type === 'f32' ? 'f' : 'i';
  const lowest = type === 'f32' ? '-inf()' : '(-2147483647 - 1)';
  const highest = type === 'f32' ? 'inf()' : '2147483647';
  const nonzero = type === 'f32' ? 'nonzero(v)' : '(v != 0)';
  return {
    sum: { start: `${type}(0)`, step: 'a + v', combine: 'a + b' },
    nansum: {
      start: `${type}(0)`,
      step: type === 'f32' ? 'select(a + v, a, is_nan(v))' : 'a + v',
      combine: 'a + b',
    },
    prod: { start: `${type}(1)`, step: 'a * v', combine: 'a * b' },
    max: { start: lowest, step: `max_${suffix}(a, v)`, combine: `max_${suffix}(a, b)` },
    min: { start: highest, step: `min_${suffix}(a, v)`, combine: `min_${suffix}(a, b)` },
    any: { start: '0', step: `select(a, 1, ${nonzero})`, combine: 'max(a, b)' },
    all: { start: '1', step: `select(0, a, ${nonzero})`, combine: 'min(a, b)' },
    count: { start: '0', step: `select(a, a + 1, ${nonzero})`, combine: 'a + b' },
  };
};
const logical = new Set(['any', 'all', 'count']);

/** Elements of one group from which several workgroups share it, and what each then folds at least. */
const sharedMin = 16_384;
const shareMin = 4096;
const sharesMax = 256;

export function reduce(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { kind, dims } = given as { kind: string; dims: readonly number[] }; // what the operator table says of a reduction
  const [out, x] = operands;
  if (!out || !x) return;
  if (kind === 'argmax' || kind === 'argmin') return arg(gpu, out, x, dims, kind === 'argmax');
  if (kind !== 'spread') return fold(gpu, kind, out, x, dims, null);
  const kept = x.shape.filter((_, d) => !dims.includes(d));
  const sums = gpu.temporary(float32, kept);
  fold(gpu, 'sum', sums, x, dims, null);
  fold(gpu, 'spread', out, x, dims, sums);
  gpu.free(sums.storage.buffer);
}

const sizesOf = (x: Operand, dims: readonly number[]): number[] => dims.map((d) => x.shape[d] ?? 1);
const stridesOf = (x: Operand, dims: readonly number[]): number[] => dims.map((d) => x.strides[d] ?? 0);
const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** With sums, the squared distances from the mean are added up. */
function fold(
  gpu: WebGpu,
  kind: string,
  out: Operand,
  x: Operand,
  dims: readonly number[],
  sums: Operand | null,
): void {
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const outer = product(sizesOf(x, kept));
  const inner = product(sizesOf(x, dims));
  if (outer === 0) return;
  const isFloat = out.dtype.category === 2 && !logical.has(kind);
  const shares = inner >= sharedMin && outer < 64 ? Math.min(sharesMax, Math.ceil(inner / shareMin)) : 1;
  const lanes = lanesFor(outer * shares, Math.ceil(inner / shares));
  const parameters = new Parameters();
  const total = parameters.u32(outer * shares);
  const length = parameters.u32(inner);
  const share = parameters.u32(Math.ceil(inner / shares));
  const split = parameters.u32(shares);
  const [toStart, fromStart] = [parameters.u32(shares > 1 ? 0 : out.offset), parameters.u32(x.offset)];
  const outerWalk = new Walk(parameters, sizesOf(x, kept), [stridesOf(x, kept)]);
  const innerWalk = new Walk(parameters, sizesOf(x, dims), [stridesOf(x, dims)]);
  const partial = shares > 1 ? gpu.temporary(isFloat ? float32 : int32, [outer, shares]) : null;
  const type = isFloat ? 'f32' : 'i32';
  gpu.launch({
    key: `reduce|${kind}|${lanes.name}|${outerWalk.rank}|${innerWalk.rank}`,
    operands: sums ? [partial ?? out, x, sums] : [partial ?? out, x],
    outputs: 1,
    parameters,
    groups: lanes.groups,
    text(access) {
      const element = access.load(1, 'at');
      const reads = logical.has(kind) ? element.kind : isFloat ? 'f' : 'i';
      const value =
        reads === 'f' ? access.float(1, 'at') : element.kind === 'f' ? `to_int(${element.text})` : element.text;
      const named = folds(logical.has(kind) ? (reads === 'f' ? 'f32' : 'i32') : type)[kind];
      const rule = sums ? { start: '0.0', step: 'a + (v - mean) * (v - mean)', combine: 'a + b' } : named;
      if (!rule) throw new Error(`no reduction named ${kind}`);
      const mean = sums ? `let mean = ${access.element(2, 'which')} / f32(P[${length}]);` : '';
      return {
        declarations: together(lanes, 'fold_all', type, rule.combine),
        body: `
  let index = ${lanes.index};
  if (index >= P[${total}]) { return; }
  let which = index / P[${split}];
  let first = (index % P[${split}]) * P[${share}];
  let last = min(first + P[${share}], P[${length}]);
  var base = P[${fromStart}];
  ${outerWalk.advance('which', ['base'])}
  ${mean}
  var a: ${type} = ${rule.start};
  for (var j = first + ${lanes.lane}; j < last; j += ${lanes.step}) {
    var at = base;
    ${innerWalk.advance('j', ['at'])}
    let v = ${value};
    a = ${rule.step};
  }
  let result = fold_all(a, lane);
  if (${lanes.lane} == 0u) { ${access.store(0, `P[${toStart}] + index`, { text: 'result', kind: isFloat ? 'f' : 'i' })} }`,
      };
    },
  });
  if (!partial) return;
  const rest: Record<string, string> = { any: 'max', all: 'min', count: 'sum', nansum: 'sum', spread: 'sum' };
  fold(gpu, rest[kind] ?? kind, out, partial, [1], null);
  gpu.free(partial.storage.buffer);
}

/** The first place of the greatest or least element; NaN wins. */
function arg(gpu: WebGpu, out: Operand, x: Operand, dims: readonly number[], greatest: boolean): void {
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const outer = product(sizesOf(x, kept));
  const inner = product(sizesOf(x, dims));
  if (outer === 0 || inner === 0) return;
  const lanes = lanesFor(outer, inner);
  const parameters = new Parameters();
  const [total, length] = [parameters.u32(outer), parameters.u32(inner)];
  const [toStart, fromStart] = [parameters.u32(out.offset), parameters.u32(x.offset)];
  const outerWalk = new Walk(parameters, sizesOf(x, kept), [stridesOf(x, kept)]);
  const innerWalk = new Walk(parameters, sizesOf(x, dims), [stridesOf(x, dims)]);
  gpu.launch({
    key: `arg|${greatest}|${lanes.name}|${outerWalk.rank}|${innerWalk.rank}`,
    operands: [out, x],
    outputs: 1,
    parameters,
    groups: lanes.groups,
    text(access) {
      const type = access.type(1);
      const isNan = (v: string): string => (type === 'f32' ? `is_nan(${v})` : 'false');
      // Whether the second beats the first; of equals the earlier place stays.
      const beats = `fn beats(v: ${type}, i: u32, w: ${type}, j: u32) -> bool {
  if (i == 0xffffffffu) { return true; }
  if (j == 0xffffffffu) { return false; }
  if (${isNan('v')} || ${isNan('w')}) { return ${isNan('w')} && (!${isNan('v')} || j < i); }
  return w ${greatest ? '>' : '<'} v || (w == v && j < i);
}
struct Best { value: ${type}, place: u32 }
fn better(a: Best, b: Best) -> Best { if (beats(a.value, a.place, b.value, b.place)) { return b; } return a; }
`;
      const result: Typed = { text: 'i32(fold_all(best, lane).place)', kind: 'i' };
      return {
        declarations: beats + together(lanes, 'fold_all', 'Best', 'better(a, b)'),
        body: `
  let index = ${lanes.index};
  if (index >= P[${total}]) { return; }
  var base = P[${fromStart}];
  ${outerWalk.advance('index', ['base'])}
  var best = Best(${type}(0), 0xffffffffu);
  for (var j = ${lanes.lane}; j < P[${length}]; j += ${lanes.step}) {
    var at = base;
    ${innerWalk.advance('j', ['at'])}
    best = better(best, Best(${access.element(1, 'at')}, j));
  }
  let result = ${result.text};
  if (${lanes.lane} == 0u) { ${access.store(0, `P[${toStart}] + index`, { text: 'result', kind: 'i' })} }`,
      };
    },
  });
}
