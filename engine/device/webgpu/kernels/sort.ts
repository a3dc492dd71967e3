import type { Operand } from '../../device.ts';
import { inRow, workgroupSize } from '../launch.ts';
import { sortsOnCpu } from '../sort-limit.ts';
import type { WebGpu } from '../webgpu.ts';
import { linesOf } from './lines.ts';

/** A bitonic network in a workgroup's memory; ties go by place, which makes it stable. Longer lines are sorted on the CPU. */
export function sort(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, descending } = given as { dim: number; descending: boolean }; // the operator table dispatches it
  const [values, places, x] = operands;
  if (!values || !places || !x) return;
  const length = x.shape[dim] ?? 1;
  const kept = values.shape[dim] ?? 1;
  if (sortsOnCpu(operands, given)) return gpu.onCpu('sort', operands, given, 2);
  // topk keeps the first of a line: windows of the whole line's shape on the shorter results, written up to `kept`.
  const window = (o: Operand): Operand => ({ ...o, shape: x.shape });
  const lines = linesOf([window(values), window(places), x], [dim]);
  if (lines.count * lines.length === 0) return;
  const keptAt = lines.parameters.u32(kept);
  let size = 2;
  while (size < length) size *= 2;
  gpu.launch({
    key: `sort|${descending}|${size}|${lines.key}`,
    operands,
    outputs: 2,
    changes: kept < length,
    parameters: lines.parameters,
    groups: inRow(lines.count),
    text(access) {
      const type = access.type(2);
      const nan = (v: string): string => (type === 'f32' ? `is_nan(${v})` : 'false');
      const [less, more] = descending ? ['>', '<'] : ['<', '>'];
      const [first] = descending ? ['v'] : ['w'];
      return {
        declarations: `
var<workgroup> held: array<${type}, ${size}>;
var<workgroup> from_place: array<u32, ${size}>;
fn before(v: ${type}, i: u32, w: ${type}, j: u32) -> bool {
  let n = P[${lines.lengthAt}];
  if (i >= n || j >= n) { return i < j; }
  if (${nan('v')} != ${nan('w')}) { return ${nan(first)}; }
  if (v ${less} w) { return true; }
  if (v ${more} w) { return false; }
  return i < j;
}
`,
        body: `
  if (group >= P[${lines.countAt}]) { return; }
  ${lines.begin('group')}
  for (var j = lane; j < ${size}u; j += ${workgroupSize}u) {
    from_place[j] = j;
    if (j < P[${lines.lengthAt}]) { ${lines.element('j')} held[j] = ${access.element(2, 'at2')}; }
  }
  for (var span = 2u; span <= ${size}u; span *= 2u) {
    for (var step = span / 2u; step > 0u; step /= 2u) {
      workgroupBarrier();
      for (var t = lane; t < ${size / 2}u; t += ${workgroupSize}u) {
        let i = 2u * t - (t & (step - 1u));
        let j = i + step;
        let rising = (i & span) == 0u;
        if (before(held[j], from_place[j], held[i], from_place[i]) == rising) {
          let v = held[i]; held[i] = held[j]; held[j] = v;
          let p = from_place[i]; from_place[i] = from_place[j]; from_place[j] = p;
        }
      }
    }
  }
  workgroupBarrier();
  for (var j = lane; j < P[${keptAt}]; j += ${workgroupSize}u) {
    ${lines.element('j')}
    ${access.store(0, 'at0', { text: 'held[j]', kind: type === 'f32' ? 'f' : 'i' })}
    ${access.store(1, 'at1', { text: 'i32(from_place[j])', kind: 'i' })}
  }`,
      };
    },
  });
}
