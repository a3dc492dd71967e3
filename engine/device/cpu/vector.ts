// Pointwise expressions in WebAssembly: a chunk of every operand is copied in, the expression's steps run over the chunk one by
// one while it lies in the cache, and the result is copied out. For float32 (and truth values), in long runs only.
import type { Data, DType } from '../../dtype.ts';
import { type Expression, parseExpression } from '../../expression.ts';
import type { BinaryKernel, Kernels, UnaryKernel } from './wasm.ts';

/** A value of the expression: a chunk in memory, or one number for all elements; truths are lanes of ones or zeros. */
interface Slot {
  readonly place: number;
  readonly truth: boolean;
}
type Step = (k: Kernels, slots: Slots, n: number) => void;
export interface VectorProgram {
  /** Elements in one run from which copying in and out pays. */
  readonly runMin: number;
  /** Operands that hold bytes: truth values. */
  readonly truths: readonly boolean[];
  readonly operands: number;
  /** Numbers that lie beside the operands: given ones first, then the expression's own. */
  readonly given: number;
  readonly constants: readonly number[];
  readonly steps: readonly Step[];
  readonly result: Slot;
  readonly chunks: number;
}
/** Address and step of every value, in bytes; constants come after the chunks. */
interface Slots {
  readonly at: number[];
  readonly step: number[];
}

/** Measured against a loop in JavaScript: an addition is faster from 1024 elements on, exp from 256. */
export const runMin = 512;
const plainRunMin = 1024;
const chunkLength = 8192;
const chunkBytes = chunkLength * 4;
/** The last one is for bytes on their way in and out. */
const chunksMax = 16;

const binary: Readonly<Record<string, BinaryKernel>> = {
  '+': 'add32',
  '-': 'subtract32',
  '*': 'multiply32',
  '/': 'divide32',
  min: 'minimum32',
  max: 'maximum32',
};
const comparison: Readonly<Record<string, BinaryKernel>> = {
  '<': 'less32',
  '<=': 'lessEqual32',
  '>': 'greater32',
  '>=': 'greaterEqual32',
  '==': 'equal32',
  '!=': 'notEqual32',
};
const logic: Readonly<Record<string, BinaryKernel>> = { '&&': 'both32', '||': 'either32' };
const slow = new Set(['exp', 'log', 'tanh', 'sigmoid']);
const unary: Readonly<Record<string, UnaryKernel>> = {
  abs: 'absolute32',
  sqrt: 'squareRoot32',
  exp: 'exp32',
  log: 'log32',
  tanh: 'tanh32',
  sigmoid: 'sigmoid32',
};

/** Thrown inside `compileVector` only: the expression has a part that no kernel does. */
class Unable extends Error {}

/** Null where the expression needs plain JavaScript. */
export function compileVector(
  source: string,
  operands: readonly string[],
  scalarNames: readonly string[],
  inputs: readonly DType[],
  out: DType,
  compute: DType,
): VectorProgram | null {
  if (compute.name !== 'float32' || (out.name !== 'float32' && out.name !== 'bool')) return null;
  if (!inputs.every((d) => d.name === 'float32' || d.name === 'bool')) return null;
  const truths = inputs.map((d) => d.name === 'bool');
  const literals: number[] = [];
  const steps: Step[] = [];
  let chunks = operands.length;
  let shortest = plainRunMin;
  const constant = (value: number): Slot => ({
    place: -1 - scalarNames.length - (literals.push(value) - 1),
    truth: false,
  });
  const fresh = (truth: boolean): Slot => ({ place: chunks++, truth });
  const two = (kernel: BinaryKernel, a: Slot, b: Slot, truth: boolean): Slot => {
    const z = fresh(truth);
    steps.push((k, { at, step }, n) =>
      k[kernel](at[z.place]!, at[index(a)]!, step[index(a)]!, at[index(b)]!, step[index(b)]!, n),
    );
    return z;
  };
  const one = (kernel: UnaryKernel, a: Slot, truth: boolean): Slot => {
    const z = fresh(truth);
    steps.push((k, { at, step }, n) => k[kernel](at[z.place]!, at[index(a)]!, step[index(a)]!, n));
    return z;
  };
  const numeric = (e: Expression): Slot => {
    const slot = value(e);
    if (slot.truth) throw new Unable();
    return slot;
  };
  const truth = (e: Expression): Slot => {
    const slot = value(e);
    if (!slot.truth) throw new Unable();
    return slot;
  };
  const value = (e: Expression): Slot => {
    switch (e.kind) {
      case 'number':
        return constant(e.value);
      case 'name': {
        const tensor = operands.indexOf(e.name);
        if (tensor >= 0) return { place: tensor, truth: truths[tensor]! };
        const scalar = scalarNames.indexOf(e.name);
        if (scalar < 0) throw new Unable();
        return { place: -1 - scalar, truth: false };
      }
      case 'unary':
        return e.operator === '-'
          ? one('negate32', numeric(e.operand), false)
          : one('opposite32', truth(e.operand), true);
      case 'binary': {
        const { left, right, operator } = e;
        if (operator in binary) return two(binary[operator]!, numeric(left), numeric(right), false);
        if (operator in comparison) return two(comparison[operator]!, numeric(left), numeric(right), true);
        if (operator in logic) return two(logic[operator]!, truth(left), truth(right), true);
        throw new Unable();
      }
      case 'choose': {
        const [c, a, b] = [truth(e.condition), numeric(e.yes), numeric(e.no)];
        const z = fresh(false);
        steps.push((k, { at, step }, n) =>
          k.choose32(
            ...[at[z.place]!, at[index(c)]!, step[index(c)]!, at[index(a)]!, step[index(a)]!],
            ...[at[index(b)]!, step[index(b)]!, n],
          ),
        );
        return z;
      }
      case 'call': {
        const [a, b] = e.args;
        if (a && b && e.name in binary) return two(binary[e.name]!, numeric(a), numeric(b), false);
        if (a && e.name === 'is_nan') return one('isNan32', numeric(a), true);
        if (slow.has(e.name)) shortest = runMin;
        if (a && e.name in unary) return one(unary[e.name]!, numeric(a), false);
        throw new Unable();
      }
    }
  };
  const index = (slot: Slot): number => (slot.place < 0 ? chunksMax - 1 - slot.place : slot.place);
  try {
    const result = value(parseExpression(source));
    if (result.truth !== (out.name === 'bool') || chunks >= chunksMax) return null;
    const placed = { ...result, place: index(result) };
    return {
      runMin: shortest,
      truths,
      operands: operands.length,
      given: scalarNames.length,
      constants: literals,
      steps,
      result: placed,
      chunks,
    };
  } catch (error) {
    if (error instanceof Unable) return null;
    throw error;
  }
}

const slots: Slots = { at: [], step: [] };

/** Writes the numbers an expression uses to where its steps find them. Once a call, before `runVector`. */
export function loadNumbers(k: Kernels, program: VectorProgram, scalars: readonly number[]): void {
  const { at, step } = slots;
  for (let i = 0; i < chunksMax; i++) {
    at[i] = k.start + 4096 + i * chunkBytes;
    step[i] = 16;
  }
  const count = program.given + program.constants.length;
  for (let i = 0; i < count; i++) {
    const value = i < program.given ? scalars[i]! : program.constants[i - program.given]!;
    splat(k, i, value);
    at[chunksMax + i] = k.start + i * 16;
    step[chunksMax + i] = 0;
  }
}
function splat({ f32, start }: Kernels, place: number, value: number): void {
  const to = start / 4 + place * 4;
  f32[to] = value;
  f32[to + 1] = value;
  f32[to + 2] = value;
  f32[to + 3] = value;
}

/** One run: steps of the inputs are 1, or 0 for one element that stands for all. */
export function runVector(
  k: Kernels,
  program: VectorProgram,
  n: number,
  output: Data,
  o: number,
  inputs: readonly Data[],
  starts: readonly number[],
  steps: readonly number[] | null,
): void {
  const { at, step } = slots;
  const { operands, truths, result } = program;
  for (let i = 0; i < operands; i++) {
    const single = steps !== null && steps[i] === 0;
    step[i] = single ? 0 : 16;
    if (!single) continue;
    const value = inputs[i]![starts[i]!]!;
    if (truths[i]) k.i32.fill(value ? -1 : 0, at[i]! / 4, at[i]! / 4 + 4);
    else k.f32.fill(value, at[i]! / 4, at[i]! / 4 + 4);
  }
  for (let done = 0; done < n; done += chunkLength) {
    const length = Math.min(chunkLength, n - done);
    for (let i = 0; i < operands; i++) {
      if (step[i] === 0) continue;
      const data = inputs[i]!;
      const from = starts[i]! + done;
      const part = length === data.length ? data : data.subarray(from, from + length);
      if (truths[i]) {
        k.u8.set(part, at[chunksMax - 1]!);
        k.truths32(at[i]!, at[chunksMax - 1]!, length);
      } else k.f32.set(part, at[i]! / 4);
    }
    for (const run of program.steps) run(k, slots, length);
    if (step[result.place] === 0) {
      // The expression is one of its numbers, or an operand that stands for all.
      const value = result.truth ? k.i32[at[result.place]! / 4]! & 1 : k.f32[at[result.place]! / 4]!;
      output.fill(value, o + done, o + done + length);
    } else if (result.truth) {
      k.bytes32(at[chunksMax - 1]!, at[result.place]!, length);
      output.set(k.u8.subarray(at[chunksMax - 1]!, at[chunksMax - 1]! + length), o + done);
    } else {
      const from = at[result.place]! / 4;
      output.set(k.f32.subarray(from, from + length), o + done);
    }
  }
}
