import type { AdamStep, SgdStep } from '../../cpu/optimizers.ts';
import type { Operand } from '../../device.ts';
import { type Accessors, float, Parameters, threads, Walk } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';

/** Elements of equal shapes, one thread each: declares at0, at1, …. */
function elementwise(operands: readonly Operand[]) {
  const parameters = new Parameters();
  const shape = operands[0]?.shape ?? [];
  const total = shape.reduce((a, b) => a * b, 1);
  const count = parameters.u32(total);
  const starts = parameters.list(operands.map((x) => x.offset));
  const walk = new Walk(
    parameters,
    shape,
    operands.map((x) => x.strides),
  );
  const names = operands.map((_, k) => `at${k}`);
  const begin = `if (id >= P[${count}]) { return; }
${names.map((name, k) => `var ${name} = P[${starts + k}];`).join('')}${walk.advance('id', names)}`;
  return { parameters, total, begin, key: String(walk.rank), groups: threads(total) };
}
const number = (parameters: Parameters, value: number): string => float(parameters.f32(value));

/** operands: parameter, gradient, exp_avg, exp_avg_sq and maybe the greatest of these. */
export function adamStep(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const h = given as AdamStep; // the optimizer dispatches it
  const [p, g, ...state] = operands;
  if (!p || !g) return;
  const all = [p, ...state, g]; // what is written comes first
  const e = elementwise(all);
  if (e.total === 0) return;
  const of = (value: number): string => number(e.parameters, value);
  const decay = of(h.weight_decay);
  const shrink = of(h.shrink);
  const sign = of(h.maximize ? -1 : 1);
  const [k1, b2, k2] = [of(1 - h.beta1), of(h.beta2), of(1 - h.beta2)];
  const [eps, step, correction] = [of(h.eps), of(h.step_size), of(h.correction)];
  const last = all.length - 1;
  gpu.launch({
    key: `adam|${e.key}|${h.weight_decay !== 0}`,
    operands: all,
    outputs: last,
    changes: true,
    parameters: e.parameters,
    groups: e.groups,
    text(x: Accessors) {
      const kept = (text: string): string => x.kept(0, { text, kind: 'f' });
      const most = last === 4;
      return {
        body: `${e.begin}
  let old = ${x.float(0, 'at0')};
  var g = ${sign} * ${x.float(last, `at${last}`)};
  ${h.weight_decay !== 0 ? `g = ${kept(`g + ${decay} * old`)};` : ''}
  let shrunk = ${kept(`old * ${shrink}`)};
  let m0 = ${x.float(1, 'at1')};
  let m = ${kept(`m0 + (g - m0) * ${k1}`)};
  var v = ${kept(`${x.float(2, 'at2')} * ${b2} + ${k2} * g * g`)};
  ${x.store(1, 'at1', { text: 'm', kind: 'f' })}
  ${x.store(2, 'at2', { text: 'v', kind: 'f' })}
  ${most ? `v = max_f(${x.float(3, 'at3')}, v); ${x.store(3, 'at3', { text: 'v', kind: 'f' })}` : ''}
  ${x.store(0, 'at0', { text: `shrunk - ${step} * m / (sqrt_f(v) / ${correction} + ${eps})`, kind: 'f' })}`,
      };
    },
  });
}

/** operands: parameter, gradient and maybe the momentum's buffer. */
export function sgdStep(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const h = given as SgdStep; // the optimizer dispatches it
  const [p, g, buffer] = operands;
  if (!p || !g) return;
  const all = buffer ? [p, buffer, g] : [p, g];
  const e = elementwise(all);
  if (e.total === 0) return;
  const of = (value: number): string => number(e.parameters, value);
  const [lr, decay, sign] = [of(h.lr), of(h.weight_decay), of(h.maximize ? -1 : 1)];
  const [momentum, share] = [of(h.momentum), of(1 - h.dampening)];
  const last = all.length - 1;
  gpu.launch({
    key: `sgd|${e.key}|${h.first}|${h.nesterov}|${h.weight_decay !== 0}`,
    operands: all,
    outputs: last,
    changes: true,
    parameters: e.parameters,
    groups: e.groups,
    text(x: Accessors) {
      const kept = (text: string): string => x.kept(0, { text, kind: 'f' });
      const held = buffer
        ? `let held = ${kept(h.first ? 'step' : `${x.float(1, 'at1')} * ${momentum} + ${share} * step`)};
  ${x.store(1, 'at1', { text: 'held', kind: 'f' })}
  step = ${h.nesterov ? kept(`step + ${momentum} * held`) : 'held'};`
        : '';
      return {
        body: `${e.begin}
  let old = ${x.float(0, 'at0')};
  var step = ${sign} * ${x.float(last, `at${last}`)};
  ${h.weight_decay !== 0 ? `step = ${kept(`step + ${decay} * old`)};` : ''}
  ${held}
  ${x.store(0, 'at0', { text: `old - ${lr} * step`, kind: 'f' })}`,
      };
    },
  });
}
