import type { Operand } from '../../device.ts';
import { threads } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';
import { linesOf } from './lines.ts';

/** One thread a line: the order of the sum is that of the elements. */
export function scan(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, kind } = given as { dim: number; kind: string }; // the operator table dispatches it
  const lines = linesOf(operands, [dim]);
  if (lines.count * lines.length === 0) return;
  gpu.launch({
    key: `scan|${kind}|${lines.key}`,
    operands,
    outputs: 1,
    parameters: lines.parameters,
    groups: threads(lines.count),
    text(x) {
      const isFloat = x.type(0) === 'f32';
      const value = isFloat ? x.float(1, 'at1') : x.element(1, 'at1');
      const steps: Record<string, string> = {
        sum: 'total + v',
        prod: 'total * v',
        logsumexp: 'add_exponentials(total, v)',
      };
      return {
        declarations: `fn add_exponentials(total: f32, v: f32) -> f32 {
  if (total == -inf()) { return v; }
  let top = max_f(total, v);
  if (!is_finite(top)) { return top; }
  return top + log1p_f(exp_f(min_f(total, v) - top));
}
`,
        body: `
  if (id >= P[${lines.countAt}]) { return; }
  ${lines.begin('id')}
  var total: ${x.type(0)};
  for (var j = 0u; j < P[${lines.lengthAt}]; j++) {
    ${lines.element('j')}
    let v = ${value};
    if (j == 0u) { total = v; } else { total = ${steps[kind]}; }
    ${x.store(0, 'at0', { text: 'total', kind: isFloat ? 'f' : 'i' })}
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
