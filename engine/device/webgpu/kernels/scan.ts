import type { Operand } from '../../device.ts';
import { inRow, threads, workgroupSize } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';
import { linesOf } from './lines.ts';

const steps = {
  sum: { start: (type: string) => `${type}(0)`, step: 'total + v' },
  prod: { start: (type: string) => `${type}(1)`, step: 'total * v' },
  logsumexp: { start: () => '-inf()', step: 'add_exponentials(total, v)' },
} as const;
const addExponentials = `fn add_exponentials(total: f32, v: f32) -> f32 {
  if (total == -inf()) { return v; }
  let top = max_f(total, v);
  if (!is_finite(top)) { return top; }
  return top + log1p_f(exp_f(min_f(total, v) - top));
}
`;

/** Lines from this length on are shared by a workgroup, if they are few. */
const sharedMin = 256;
const linesMax = 1024;

export function scan(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, kind } = given as { dim: number; kind: keyof typeof steps }; // the operator table dispatches it
  const lines = linesOf(operands, [dim]);
  if (lines.count * lines.length === 0) return;
  const isShared = lines.length >= sharedMin && lines.count <= linesMax;
  const { start, step } = steps[kind];
  gpu.launch({
    key: `scan|${kind}|${isShared}|${lines.key}`,
    operands,
    outputs: 1,
    parameters: lines.parameters,
    groups: isShared ? inRow(lines.count) : threads(lines.count),
    text(x) {
      const isFloat = x.type(0) === 'f32';
      const value = isFloat ? x.float(1, 'at1') : x.element(1, 'at1');
      const store = (text: string): string => x.store(0, 'at0', { text, kind: isFloat ? 'f' : 'i' });
      if (!isShared)
        return {
          declarations: addExponentials,
          body: `
  if (id >= P[${lines.countAt}]) { return; }
  ${lines.begin('id')}
  var total: ${x.type(0)};
  for (var j = 0u; j < P[${lines.lengthAt}]; j++) {
    ${lines.element('j')}
    let v = ${value};
    if (j == 0u) { total = v; } else { total = ${step}; }
    ${store('total')}
  }`,
        };
      // Stretches of the line: within one each thread adds what is 1, 2, 4, … before it; then what came before the stretch.
      return {
        declarations: `${addExponentials}var<workgroup> held: array<${x.type(0)}, ${workgroupSize}>;
fn joined(total: ${x.type(0)}, v: ${x.type(0)}) -> ${x.type(0)} { return ${step}; }
`,
        body: `
  if (group >= P[${lines.countAt}]) { return; }
  ${lines.begin('group')}
  var carried: ${x.type(0)} = ${start(x.type(0))};
  for (var first = 0u; first < P[${lines.lengthAt}]; first += ${workgroupSize}u) {
    let j = first + lane;
    ${lines.element('j')}
    var v: ${x.type(0)} = ${start(x.type(0))};
    if (j < P[${lines.lengthAt}]) { v = ${value}; }
    held[lane] = v;
    workgroupBarrier();
    for (var back = 1u; back < ${workgroupSize}u; back *= 2u) {
      var mine = held[lane];
      if (lane >= back) { mine = joined(held[lane - back], mine); }
      workgroupBarrier();
      held[lane] = mine;
      workgroupBarrier();
    }
    let result = joined(carried, held[lane]);
    if (j < P[${lines.lengthAt}]) { ${store('result')} }
    carried = joined(carried, workgroupUniformLoad(&held[${workgroupSize - 1}]));
  }`,
      };
    },
  });
}

export function extremeScan(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, greater } = given as { dim: number; greater: boolean }; // the operator table dispatches it
  const lines = linesOf(operands, [dim]);
  if (lines.count * lines.length === 0) return;
  gpu.launch({
    key: `extreme_scan|${greater}|${lines.key}`,
    operands,
    outputs: 2,
    parameters: lines.parameters,
    groups: threads(lines.count),
    text(x) {
      const isFloat = x.type(2) === 'f32';
      const nan = (v: string): string => (isFloat ? `is_nan(${v})` : 'false');
      return {
        body: `
  if (id >= P[${lines.countAt}]) { return; }
  ${lines.begin('id')}
  var best: ${x.type(2)};
  var spot = 0u;
  for (var j = 0u; j < P[${lines.lengthAt}]; j++) {
    ${lines.element('j')}
    let v = ${x.element(2, 'at2')};
    if (j == 0u || ${nan('v')} || (!${nan('best')} && v ${greater ? '>=' : '<='} best)) { best = v; spot = j; }
    ${x.store(0, 'at0', { text: 'best', kind: isFloat ? 'f' : 'i' })}
    ${x.store(1, 'at1', { text: 'i32(spot)', kind: 'i' })}
  }`,
      };
    },
  });
}
