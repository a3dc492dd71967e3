import type { Data } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { dataOf, isContiguous } from './pointwise.ts';
import { offsetsOf } from './reduce.ts';
import { type Kernels, prepareKernels } from './wasm.ts';

// One step of an optimizer over one parameter, in one pass. Every value is rounded to the dtype before the next formula
// reads it, as when each formula is an operator of its own. Operands have equal shapes and dtypes.

type Keep = ((value: number) => number) | null;
/** What rounds a value that no array stores; null where doubles stay as they are. */
const keepOf = (x: Operand): Keep => (x.dtype.name === 'float64' ? null : x.dtype.keep);
/** Constants are float32 where the tensors are, as PyTorch's kernels take them. */
const constants = (x: Operand): ((value: number) => number) =>
  x.dtype.name === 'float32' ? Math.fround : (value) => value;

/** Calls `run` with runs of elements that lie side by side in all operands: one run, or one an element. */
function runs(operands: readonly Operand[], run: (n: number, starts: ArrayLike<number>) => void): void {
  const first = operands[0]!;
  let n = 1;
  for (const size of first.shape) n *= size;
  if (operands.every((x) => isContiguous(x.shape, x.strides)))
    run(
      n,
      operands.map((x) => x.offset),
    );
  else {
    const places = operands.map((x) => offsetsOf(x.shape, x.strides, x.offset));
    for (let i = 0; i < n; i++)
      run(
        1,
        places.map((p) => p[i]!),
      );
  }
}

/** Elements from which a step is worth copying its operands to WebAssembly and back. */
const elementsMin = 2048;
const chunkLength = 16_384;

/** A step over chunks of contiguous float32 operands; `changing` are copied back. False where it cannot or should not be done. */
function inWebAssembly(
  operands: readonly Operand[],
  changing: readonly number[],
  step: (k: Kernels, n: number, places: readonly number[]) => void,
): boolean {
  const total = operands[0]!.shape.reduce((a, b) => a * b, 1);
  if (total < elementsMin) return false;
  if (!operands.every((x) => x.dtype.name === 'float32' && isContiguous(x.shape, x.strides))) return false;
  const k = prepareKernels();
  if (!k) return false;
  const firsts = operands.map((_, i) => k.start / 4 + i * chunkLength);
  const places = firsts.map((first) => first * 4);
  for (let done = 0; done < total; done += chunkLength) {
    const n = Math.min(chunkLength, total - done);
    operands.forEach((x, i) => k.f32.set(part(dataOf(x), x.offset + done, n), firsts[i]!));
    step(k, n, places);
    for (const i of changing) {
      const x = operands[i];
      if (x) dataOf(x).set(part(k.f32, firsts[i]!, n), x.offset + done);
    }
  }
  return true;
}
const part = (data: Data, at: number, n: number): Data => (n === data.length ? data : data.subarray(at, at + n));

export interface AdamStep {
  /** Added to the gradient, times the parameter. */
  readonly weight_decay: number;
  /** What the parameter is multiplied by first. */
  readonly shrink: number;
  readonly maximize: boolean;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** lr / (1 − β₁ᵗ) and √(1 − β₂ᵗ). */
  readonly step_size: number;
  readonly correction: number;
}

/** operands: parameter, gradient, exp_avg, exp_avg_sq, and with amsgrad max_exp_avg_sq; all but the gradient change. */
export function adamStep(operands: readonly Operand[], parameters: object): void {
  const [p, g, m, v, largest] = operands as [Operand, Operand, Operand, Operand, Operand?];
  const [P, G, M, V] = [dataOf(p), dataOf(g), dataOf(m), dataOf(v)];
  const X = largest ? dataOf(largest) : null;
  const given = parameters as AdamStep;
  const round = constants(p);
  const h = {
    decay: round(given.weight_decay),
    shrink: round(given.shrink),
    sign: given.maximize ? -1 : 1,
    k1: round(1 - given.beta1),
    b2: round(given.beta2),
    k2: round(1 - given.beta2),
    eps: round(given.eps),
    size: round(given.step_size),
    scale: 1 / round(given.correction), // a product an element is faster than a quotient
    stored: p.dtype.itemsize === 2 ? p.dtype.keep : null,
    passing: keepOf(p),
  };
  const { decay, shrink, sign, k1, b2, k2, eps, size } = h;
  const done = inWebAssembly(operands, [0, 2, 3, 4], (k, n, [to, from, mean, square, most]) =>
    k.adam32(n, to!, from!, mean!, square!, most ?? 0, decay, shrink, sign, k1, b2, k2, eps, size, h.scale),
  );
  if (!done) runs(operands, (n, at) => adamRun(n, P, at[0]!, G, at[1]!, M, at[2]!, V, at[3]!, X, at[4] ?? 0, h));
}
interface AdamNumbers {
  readonly decay: number;
  readonly shrink: number;
  readonly sign: number;
  readonly k1: number;
  readonly b2: number;
  readonly k2: number;
  readonly eps: number;
  readonly size: number;
  readonly scale: number;
  /** Rounds what an array would not: float16 and bfloat16 are held in float32. */
  readonly stored: Keep;
  readonly passing: Keep;
}
function adamRun(
  n: number,
  P: Data,
  p: number,
  G: Data,
  g: number,
  M: Data,
  m: number,
  V: Data,
  v: number,
  X: Data | null,
  x: number,
  h: AdamNumbers,
): void {
  const { decay, shrink, sign, k1, b2, k2, eps, size, scale, stored, passing } = h;
  for (let i = 0; i < n; i++) {
    let gradient = sign * G[g + i]!;
    if (decay !== 0) {
      gradient += decay * P[p + i]!;
      if (passing) gradient = passing(gradient);
    }
    if (shrink !== 1) P[p + i] = stored ? stored(P[p + i]! * shrink) : P[p + i]! * shrink;
    const old = M[m + i]!;
    const mean = old + (gradient - old) * k1;
    M[m + i] = stored ? stored(mean) : mean;
    const square = V[v + i]! * b2 + k2 * gradient * gradient;
    V[v + i] = stored ? stored(square) : square;
    let spread = V[v + i]!;
    if (X) spread = X[x + i] = Math.max(X[x + i]!, spread);
    const next = P[p + i]! - (size * M[m + i]!) / (Math.sqrt(spread) * scale + eps);
    P[p + i] = stored ? stored(next) : next;
  }
}

export interface SgdStep {
  readonly lr: number;
  readonly weight_decay: number;
  readonly momentum: number;
  readonly dampening: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
  /** Whether the buffer holds nothing yet: it becomes the gradient. */
  readonly first: boolean;
}

/** operands: parameter, gradient, and with momentum momentum_buffer; all but the gradient change. */
export function sgdStep(operands: readonly Operand[], parameters: object): void {
  const [p, g, buffer] = operands as [Operand, Operand, Operand?];
  const [P, G] = [dataOf(p), dataOf(g)];
  const B = buffer ? dataOf(buffer) : null;
  const given = parameters as SgdStep;
  const round = constants(p);
  const h = {
    lr: round(given.lr),
    decay: round(given.weight_decay),
    sign: given.maximize ? -1 : 1,
    momentum: round(given.momentum),
    share: round(1 - given.dampening),
    nesterov: given.nesterov,
    first: given.first,
    stored: p.dtype.itemsize === 2 ? p.dtype.keep : null,
    passing: keepOf(p),
  };
  const { lr, decay, sign, momentum, share, nesterov, first } = h;
  const done = inWebAssembly(operands, [0, 2], (k, n, [to, from, held]) =>
    k.sgd32(n, to!, from!, held ?? 0, lr, decay, sign, momentum, share, nesterov ? 1 : 0, first ? 1 : 0),
  );
  if (!done) runs(operands, (n, at) => sgdRun(n, P, at[0]!, G, at[1]!, B, at[2] ?? 0, h));
}
interface SgdNumbers {
  readonly lr: number;
  readonly decay: number;
  readonly sign: number;
  readonly momentum: number;
  readonly share: number;
  readonly nesterov: boolean;
  readonly first: boolean;
  readonly stored: Keep;
  readonly passing: Keep;
}
function sgdRun(n: number, P: Data, p: number, G: Data, g: number, B: Data | null, b: number, h: SgdNumbers): void {
  const { lr, decay, sign, momentum, share, nesterov, first, stored, passing } = h;
  for (let i = 0; i < n; i++) {
    let step = sign * G[g + i]!;
    if (decay !== 0) {
      step += decay * P[p + i]!;
      if (passing) step = passing(step);
    }
    if (B) {
      const held = first ? step : B[b + i]! * momentum + share * step;
      B[b + i] = stored ? stored(held) : held;
      if (nesterov) {
        step += momentum * B[b + i]!;
        if (passing) step = passing(step);
      } else step = B[b + i]!;
    }
    const next = P[p + i]! - lr * step;
    P[p + i] = stored ? stored(next) : next;
  }
}
