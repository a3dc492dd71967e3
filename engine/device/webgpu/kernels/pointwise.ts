import { parseExpression } from '../../../expression.ts';
import type { PointwiseParameters } from '../../cpu/pointwise.ts';
import { stridesAgainst } from '../../cpu/pointwise.ts';
import type { Operand } from '../../device.ts';
import { int, float, merge, Parameters, threads, Walk } from '../launch.ts';
import { asFloat, type Kind, printWgsl, type Typed } from '../wgsl.ts';
import type { WebGpu } from '../webgpu.ts';

export function pointwise(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as PointwiseParameters; // pointwise.ts of the engine dispatches it
  const [out] = operands;
  if (!out) return;
  const n = out.shape.reduce((a, b) => a * b, 1);
  if (n === 0) return;
  const isFloat = p.compute.category === 2;
  const parameters = new Parameters();
  const count = parameters.u32(n);
  const kinds: Kind[] = p.scalars.map((value) => (!isFloat && value === (value | 0) ? 'i' : 'f'));
  const scalars = p.scalars.map((value, i) => (kinds[i] === 'i' ? parameters.u32(value >>> 0) : parameters.f32(value)));
  const starts = parameters.list(operands.map((x) => x.offset));
  const strides = operands.map((x) => stridesAgainst(x, out.shape));
  const merged = merge(out.shape, strides);
  const isFlat =
    merged.sizes.length === 0 || (merged.sizes.length === 1 && merged.strides.every(([step]) => step === 1));
  const walk = isFlat ? null : new Walk(parameters, out.shape, strides);
  gpu.launch({
    key: `pointwise|${p.key}|${isFloat ? 'f' : 'i'}|${kinds.join('')}|${walk?.rank ?? 'flat'}`,
    operands,
    outputs: 1,
    parameters,
    groups: threads(n),
    text(x) {
      const names = new Map<string, Typed>();
      p.scalarNames.forEach((name, i) => {
        const place = scalars[i] ?? 0;
        names.set(name, kinds[i] === 'i' ? { text: int(place), kind: 'i' } : { text: float(place), kind: 'f' });
      });
      const offsets = operands.map((_, k) => `o${k}`);
      const loads = p.operands.map((name, i) => {
        const value = x.load(i + 1, `o${i + 1}`);
        // A float result of integers is computed in float throughout.
        names.set(name, { text: `x${i}`, kind: isFloat ? 'f' : value.kind });
        return `let x${i} = ${isFloat ? asFloat(value) : value.text};`;
      });
      const declared = offsets.map((o, k) => `var ${o} = P[${starts + k}];`).join('');
      const advanced = walk ? walk.advance('id', offsets) : offsets.map((o) => `${o} += id;`).join('');
      const value = printWgsl(parseExpression(p.expression), names);
      return {
        body: `if (id >= P[${count}]) { return; } ${declared}${advanced}${loads.join('')}${x.store(0, 'o0', value)}`,
      };
    },
  });
}
