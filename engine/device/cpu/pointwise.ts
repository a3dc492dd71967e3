import type { Data, DType } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { type Compiled, compile } from './compile.ts';
import { compileVector, loadNumbers, runMin, runVector, type VectorProgram } from './vector.ts';
import { prepareKernels } from './wasm.ts';

export interface PointwiseParameters {
  readonly expression: string;
  /** Names the expression and what each of its operands is: tensor or number. */
  readonly key: string;
  /** Names of the tensor operands after the output, in their order. */
  readonly operands: readonly string[];
  readonly scalarNames: readonly string[];
  readonly scalars: readonly number[];
  readonly compute: DType;
}

/** What a kernel's expression is in WebAssembly; made when a run is first long enough. */
const vectors = new WeakMap<Compiled, VectorProgram | null>();

/** Null where runs of n elements are better left to plain JavaScript. */
function vectorFor(
  n: number,
  kernel: Compiled,
  operands: readonly Operand[],
  p: PointwiseParameters,
): VectorProgram | null {
  let program = vectors.get(kernel);
  if (program === undefined) {
    const [out, ...inputs] = operands;
    program = compileVector(
      p.expression,
      p.operands,
      p.scalarNames,
      inputs.map((x) => x.dtype),
      out!.dtype,
      p.compute,
    );
    vectors.set(kernel, program);
  }
  return program && n >= program.runMin ? program : null;
}

/** Kernels by expression and names, then by the dtypes of output, inputs. */
const compiled = new Map<string, Map<number, Compiled>>();
let lastKey = '';
let lastFamily: Map<number, Compiled> | undefined;

function kernelFor(all: readonly Operand[], p: PointwiseParameters): Compiled {
  let signature = p.compute.index;
  for (let k = 0; k < all.length; k++) signature = signature * 10 + all[k]!.dtype.index;
  const { key } = p;
  let family = key === lastKey ? lastFamily : compiled.get(key);
  if (!family) compiled.set(key, (family = new Map()));
  lastKey = key;
  lastFamily = family;
  let kernel = family.get(signature);
  if (!kernel) {
    const [out, ...inputs] = all;
    kernel = compile(
      p.expression,
      p.operands,
      p.scalarNames,
      inputs.map((i) => i.dtype),
      out!.dtype,
      p.compute,
    );
    family.set(signature, kernel);
  }
  return kernel;
}

export const dataOf = (operand: Operand): Data => operand.storage.buffer as Data;

export function isContiguous(shape: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d]!;
    if (size === 1) continue;
    if (strides[d] !== expected) return shape.includes(0); // of no elements every order is row-major
    expected *= size;
  }
  return true;
}

/** Inputs have the output's number of dimensions or fewer; missing and 1-sized ones are repeated. */
export function pointwise(operands: readonly Operand[], parameters: object): void {
  const p = parameters as PointwiseParameters;
  const kernel = kernelFor(operands, p);
  const out = operands[0]!;
  const shape = out.shape;
  const count = operands.length - 1;
  let n = 1;
  for (let d = 0; d < shape.length; d++) n *= shape[d]!;
  if (n === 0) return;
  const inputs: Data[] = [];
  const starts: number[] = [];
  let flat = isContiguous(shape, out.strides);
  for (let k = 1; k <= count; k++) {
    const x = operands[k]!;
    inputs.push(dataOf(x));
    starts.push(x.offset);
    if (flat) {
      let same = x.shape.length === shape.length;
      for (let d = 0; same && d < shape.length; d++) same = x.shape[d] === shape[d];
      flat = same && isContiguous(x.shape, x.strides);
    }
  }
  if (flat) {
    const kernels = n >= runMin ? prepareKernels() : null;
    const program = kernels && vectorFor(n, kernel, operands, p);
    if (program) {
      loadNumbers(kernels, program, p.scalars);
      runVector(kernels, program, n, dataOf(out), out.offset, inputs, starts, null);
      return;
    }
    kernel.contiguous(n, dataOf(out), out.offset, 1, inputs, starts, starts, p.scalars);
    return;
  }
  walk(kernel, operands, inputs, starts, p);
}

/** Strides of an operand against a wider shape: 0 where it repeats. */
export function stridesAgainst(x: Operand, shape: readonly number[]): number[] {
  const lead = shape.length - x.shape.length;
  const strides = new Array<number>(shape.length);
  for (let d = 0; d < shape.length; d++)
    strides[d] = d < lead || (x.shape[d - lead] === 1 && shape[d] !== 1) ? 0 : x.strides[d - lead]!;
  return strides;
}

function walk(
  kernel: Compiled,
  operands: readonly Operand[],
  inputs: readonly Data[],
  starts: number[],
  p: PointwiseParameters,
): void {
  const { scalars } = p;
  const out = operands[0]!;
  const all = operands.map((x) => stridesAgainst(x, out.shape));
  // merge neighbouring dimensions that every operand walks as one
  const sizes: number[] = [];
  const steps: number[][] = all.map(() => []);
  for (let d = 0; d < out.shape.length; d++) {
    const size = out.shape[d]!;
    if (size === 1) continue;
    const last = sizes.length - 1;
    if (last >= 0 && all.every((s, k) => steps[k]![last] === s[d]! * size)) {
      sizes[last]! *= size;
      all.forEach((s, k) => (steps[k]![last] = s[d]!));
    } else {
      sizes.push(size);
      all.forEach((s, k) => steps[k]!.push(s[d]!));
    }
  }
  const rank = sizes.length;
  const data = dataOf(out);
  if (rank === 0)
    return kernel.strided(1, data, out.offset, 1, inputs, starts, new Array<number>(inputs.length).fill(0), scalars);
  const inner = sizes[rank - 1]!;
  const innerSteps = steps.slice(1).map((s) => s[rank - 1]!);
  const outStep = steps[0]![rank - 1]!;
  const loop = outStep === 1 && innerSteps.every((s) => s === 1) ? kernel.contiguous : kernel.strided;
  const index = new Array<number>(rank - 1).fill(0);
  let o = out.offset;
  const kernels = inner >= runMin && outStep === 1 && innerSteps.every((s) => s <= 1) ? prepareKernels() : null;
  const program = kernels && vectorFor(inner, kernel, operands, p);
  if (program) loadNumbers(kernels, program, scalars);
  for (;;) {
    if (program) runVector(kernels, program, inner, data, o, inputs, starts, innerSteps);
    else loop(inner, data, o, outStep, inputs, starts, innerSteps, scalars);
    let d = rank - 2;
    for (; d >= 0; d--) {
      o += steps[0]![d]!;
      for (let k = 0; k < starts.length; k++) starts[k]! += steps[k + 1]![d]!;
      if (++index[d]! < sizes[d]!) break;
      index[d] = 0;
      o -= steps[0]![d]! * sizes[d]!;
      for (let k = 0; k < starts.length; k++) starts[k]! -= steps[k + 1]![d]! * sizes[d]!;
    }
    if (d < 0) return;
  }
}
