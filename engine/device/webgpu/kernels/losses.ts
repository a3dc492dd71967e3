import { float32 } from '../../../dtype.ts';
import type { Operand } from '../../device.ts';
import { type Accessors, int, Parameters, threads, Walk, workgroupSize } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';
import { together } from './lanes.ts';

interface NllParameters {
  readonly reduction: string;
  readonly ignore_index: number;
}
const size = (x: Operand): number => x.shape.reduce((a, b) => a * b, 1);

/** What finds the class of a target, its weight, and the place of its score. Operands: scores, target, maybe weights, by number. */
function targets(
  parameters: Parameters,
  { ignore_index }: NllParameters,
  scores: Operand,
  target: Operand,
  weight: Operand | undefined,
) {
  const channel = scores.shape.length === 1 ? 0 : 1;
  const others = scores.strides.filter((_, d) => d !== channel);
  const own = parameters.list([
    size(target),
    ignore_index >>> 0,
    scores.shape[channel] ?? 1,
    scores.strides[channel] ?? 0,
    scores.offset,
    target.offset,
    weight?.offset ?? 0,
    weight?.strides[0] ?? 0,
  ]);
  const walk = new Walk(parameters, target.shape, [others, target.strides]);
  return {
    key: `${walk.rank}|${weight !== undefined}`,
    count: `P[${own}]`,
    /** A function `found(j)`: the weight of the j-th target, 0 where it is ignored, and where its score is. */
    text: (x: Accessors, targetAt: number, weightAt: number) => `
struct Target { weight: f32, score: u32, ignored: bool }
fn found(j: u32) -> Target {
  var score = P[${own + 4}];
  var at = P[${own + 5}];
  ${walk.advance('j', ['score', 'at'])}
  let label = ${x.element(targetAt, 'at')};
  if (label == ${int(own + 1)}) { return Target(0.0, score, true); }
  if (label < 0 || label >= ${int(own + 2)}) { fail(label, P[${own + 2}]); return Target(0.0, score, true); }
  let weight = ${weight ? x.float(weightAt, `P[${own + 6}] + u32(label) * P[${own + 7}]`) : '1.0'};
  return Target(weight, score + u32(label) * P[${own + 3}], false);
}
`,
  };
}
const workgroup = {
  isWorkgroup: true,
  name: 'w',
  groups: [1, 1, 1],
  index: 'group',
  lane: 'lane',
  step: '64u',
} as const;

export function nllLoss(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as NllParameters; // the operator table dispatches it
  const [out, scores, target, weight] = operands;
  if (!out || !scores || !target) return;
  const parameters = new Parameters();
  const t = targets(parameters, p, scores, target, weight);
  const start = parameters.u32(out.offset);
  const common = { operands, outputs: 1, checks: true, parameters };
  const loss = (x: Accessors, j: string): string =>
    `let t = found(${j}); var loss = 0.0; if (!t.ignored) { loss = -t.weight * ${x.float(1, 't.score')}; }`;
  if (p.reduction === 'none') {
    if (size(target) === 0) return;
    return gpu.launch({
      ...common,
      key: `nll|${t.key}`,
      groups: threads(size(target)),
      text: (x) => ({
        declarations: t.text(x, 2, 3),
        body: `if (id >= ${t.count}) { return; } ${loss(x, 'id')} ${x.store(0, `P[${start}] + id`, { text: 'loss', kind: 'f' })}`,
      }),
    });
  }
  gpu.launch({
    ...common,
    key: `nll|${p.reduction}|${t.key}`,
    groups: [1, 1, 1],
    text: (x) => ({
      declarations: t.text(x, 2, 3) + together(workgroup, 'total', 'f32', 'a + b'),
      body: `
  var mine = 0.0;
  var weights = 0.0;
  for (var j = lane; j < ${t.count}; j += ${workgroupSize}u) { ${loss(x, 'j')} mine += loss; weights += t.weight; }
  let sum = total(mine, lane);
  let share = total(weights, lane);
  if (lane == 0u) { ${x.store(0, `P[${start}]`, { text: p.reduction === 'mean' ? 'sum / share' : 'sum', kind: 'f' })} }`,
    }),
  });
}

export function nllLossBackward(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as NllParameters; // the operator table dispatches it
  const [out, grad, target, weight] = operands;
  if (!out || !grad || !target || size(target) === 0) return;
  const shared = p.reduction === 'mean' ? totalWeight(gpu, p, out, target, weight) : null;
  const parameters = new Parameters();
  const t = targets(parameters, p, out, target, weight);
  const start = parameters.u32(grad.offset);
  const walk = p.reduction === 'none' ? new Walk(parameters, grad.shape, [grad.strides]) : null;
  const list = [out, grad, target, ...(weight ? [weight] : []), ...(shared ? [shared] : [])];
  gpu.launch({
    key: `nll_backward|${p.reduction}|${walk?.rank}|${t.key}`,
    operands: list,
    outputs: 1,
    changes: true,
    checks: true,
    parameters,
    groups: threads(size(target)),
    text: (x) => ({
      declarations: t.text(x, 2, 3),
      body: `
  if (id >= ${t.count}) { return; }
  let t = found(id);
  if (t.ignored) { return; }
  var at = P[${start}];
  ${walk?.advance('id', ['at']) ?? ''}
  ${x.store(0, 't.score', { text: `-t.weight * ${x.float(1, 'at')}${shared ? ` / ${x.element(list.length - 1, '0')}` : ''}`, kind: 'f' })}`,
    }),
  });
  if (shared) gpu.free(shared.storage.buffer);
}

function totalWeight(
  gpu: WebGpu,
  p: NllParameters,
  scores: Operand,
  target: Operand,
  weight: Operand | undefined,
): Operand {
  const parameters = new Parameters();
  const t = targets(parameters, p, scores, target, weight);
  const out = gpu.temporary(float32, []);
  gpu.launch({
    key: `nll_weight|${t.key}`,
    operands: weight ? [out, target, weight] : [out, target],
    outputs: 1,
    checks: true,
    parameters,
    groups: [1, 1, 1],
    text: (x) => ({
      declarations: t.text(x, 1, 2) + together(workgroup, 'total', 'f32', 'a + b'),
      body: `
  var mine = 0.0;
  for (var j = lane; j < ${t.count}; j += ${workgroupSize}u) { mine += found(j).weight; }
  let sum = total(mine, lane);
  if (lane == 0u) { ${x.store(0, '0', { text: 'sum', kind: 'f' })} }`,
    }),
  });
  return out;
}
