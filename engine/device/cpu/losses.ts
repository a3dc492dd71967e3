import { IndexError, type Operand } from '../device.ts';
import { dataOf } from './pointwise.ts';
import { offsetsOf } from './reduce.ts';

// Negative log-likelihood: classes lie along dimension 1 of [N, C, d…], or along the only dimension of [C].

interface NllParameters {
  readonly reduction: string;
  readonly ignore_index: number;
}

/** Where each target lies in its tensor, and where the classes of its place begin in a tensor with classes. */
function places(scores: Operand, target: Operand): { targets: Float64Array; scores: Float64Array; step: number } {
  const channel = scores.shape.length === 1 ? 0 : 1;
  const others = (list: readonly number[]): number[] => list.filter((_, d) => d !== channel);
  return {
    targets: offsetsOf(target.shape, target.strides, target.offset),
    scores: offsetsOf(others(scores.shape), others(scores.strides), scores.offset),
    step: scores.strides[channel]!,
  };
}
const classesOf = (scores: Operand): number => scores.shape[scores.shape.length === 1 ? 0 : 1]!;

/** operands: loss ([] or, unreduced, of the target's shape, contiguous), scores, target, and maybe weights [C]. */
export function nllLoss(operands: readonly Operand[], parameters: object): void {
  const { reduction, ignore_index } = parameters as NllParameters;
  const [out, scores, target, weight] = operands as [Operand, Operand, Operand, Operand?];
  const [z, x, y] = [dataOf(out), dataOf(scores), dataOf(target)];
  const w = weight ? dataOf(weight) : null;
  const { keep } = out.dtype;
  const classes = classesOf(scores);
  const at = places(scores, target);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < at.targets.length; i++) {
    const label = y[at.targets[i]!]!;
    let loss = 0;
    if (label !== ignore_index) {
      if (!(label >= 0 && label < classes)) throw new IndexError(`Target ${label} is out of bounds.`);
      const own = weight && w ? w[weight.offset + label * weight.strides[0]!]! : 1;
      loss = -own * x[at.scores[i]! + label * at.step]!;
      total += own;
    }
    if (reduction === 'none') z[out.offset + i] = keep(loss);
    else sum += loss;
  }
  if (reduction !== 'none') z[out.offset] = keep(reduction === 'mean' ? sum / total : sum);
}

/** operands: the scores' gradient (zeros), the loss's gradient, target, and maybe weights [C]. */
export function nllLossBackward(operands: readonly Operand[], parameters: object): void {
  const { reduction, ignore_index } = parameters as NllParameters;
  const [out, grad, target, weight] = operands as [Operand, Operand, Operand, Operand?];
  const [z, g, y] = [dataOf(out), dataOf(grad), dataOf(target)];
  const w = weight ? dataOf(weight) : null;
  const { keep } = out.dtype;
  const at = places(out, target);
  const grads = reduction === 'none' ? offsetsOf(grad.shape, grad.strides, grad.offset) : null;
  const weightOf = (label: number): number => (weight && w ? w[weight.offset + label * weight.strides[0]!]! : 1);
  let share = 1;
  if (reduction === 'mean') {
    let total = 0;
    for (let i = 0; i < at.targets.length; i++) {
      const label = y[at.targets[i]!]!;
      if (label !== ignore_index) total += weightOf(label);
    }
    share = 1 / total;
  }
  for (let i = 0; i < at.targets.length; i++) {
    const label = y[at.targets[i]!]!;
    if (label === ignore_index) continue;
    const arriving = g[grads ? grads[i]! : grad.offset]!;
    z[at.scores[i]! + label * at.step] = keep(-weightOf(label) * share * arriving);
  }
}
