import type { Operand } from '../../device.ts';
import { float } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';
import { lanesFor, together } from './lanes.ts';
import { linesOf } from './lines.ts';

export function softmax(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, log } = given as { dim: number; log: boolean }; // the operator table dispatches it
  const lines = linesOf(operands, [dim]);
  if (lines.count * lines.length === 0) return;
  const lanes = lanesFor(lines.count, lines.length);
  gpu.launch({
    key: `softmax|${log}|${lanes.name}|${lines.key}`,
    operands,
    outputs: 1,
    parameters: lines.parameters,
    groups: lanes.groups,
    text(x) {
      const loop = (body: string): string =>
        `for (var j = ${lanes.lane}; j < P[${lines.lengthAt}]; j += ${lanes.step}) { ${lines.element('j')} let v = ${x.float(1, 'at1')}; ${body} }`;
      const result = log ? 'v - top - log_f(sum)' : 'exp_f(v - top) / sum';
      return {
        declarations: together(lanes, 'greatest', 'f32', 'max_f(a, b)') + together(lanes, 'total', 'f32', 'a + b'),
        body: `
  let index = ${lanes.index};
  if (index >= P[${lines.countAt}]) { return; }
  ${lines.begin('index')}
  var most = -inf();
  ${loop('most = max_f(most, v);')}
  let top = greatest(most, lane);
  var mine = 0.0;
  ${loop('mine += exp_f(v - top);')}
  let sum = total(mine, lane);
  ${loop(x.store(0, 'at0', { text: result, kind: 'f' }))}`,
      };
    },
  });
}

export function softmaxBackward(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, log } = given as { dim: number; log: boolean }; // the operator table dispatches it
  const lines = linesOf(operands, [dim]);
  if (lines.count * lines.length === 0) return;
  const lanes = lanesFor(lines.count, lines.length);
  gpu.launch({
    key: `softmax_backward|${log}|${lanes.name}|${lines.key}`,
    operands,
    outputs: 1,
    parameters: lines.parameters,
    groups: lanes.groups,
    text(x) {
      const loop = (body: string): string =>
        `for (var j = ${lanes.lane}; j < P[${lines.lengthAt}]; j += ${lanes.step}) { ${lines.element('j')} let g = ${x.float(1, 'at1')}; let y = ${x.float(2, 'at2')}; ${body} }`;
      const result = log ? 'g - exp_f(y) * sum' : '(g - sum) * y';
      return {
        declarations: together(lanes, 'total', 'f32', 'a + b'),
        body: `
  let index = ${lanes.index};
  if (index >= P[${lines.countAt}]) { return; }
  ${lines.begin('index')}
  var mine = 0.0;
  ${loop(log ? 'mine += g;' : 'mine += g * y;')}
  let sum = total(mine, lane);
  ${loop(x.store(0, 'at0', { text: result, kind: 'f' }))}`,
      };
    },
  });
}

export function standardize(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dims, eps } = given as { dims: readonly number[]; eps: number }; // the operator table dispatches it
  const lines = linesOf(operands, dims);
  if (lines.count * lines.length === 0) return;
  const lanes = lanesFor(lines.count, lines.length);
  const small = lines.parameters.f32(eps);
  gpu.launch({
    key: `standardize|${lanes.name}|${lines.key}`,
    operands,
    outputs: 1,
    parameters: lines.parameters,
    groups: lanes.groups,
    text(x) {
      const loop = (body: string): string =>
        `for (var j = ${lanes.lane}; j < P[${lines.lengthAt}]; j += ${lanes.step}) { ${lines.element('j')} let v = ${x.float(1, 'at1')}; ${body} }`;
      return {
        declarations: together(lanes, 'total', 'f32', 'a + b'),
        body: `
  let index = ${lanes.index};
  if (index >= P[${lines.countAt}]) { return; }
  ${lines.begin('index')}
  let n = f32(P[${lines.lengthAt}]);
  var mine = 0.0;
  ${loop('mine += v;')}
  let mean = total(mine, lane) / n;
  mine = 0.0;
  ${loop('mine += (v - mean) * (v - mean);')}
  let scale = 1.0 / sqrt_f(total(mine, lane) / n + ${float(small)});
  ${loop(x.store(0, 'at0', { text: '(v - mean) * scale', kind: 'f' }))}`,
      };
    },
  });
}
