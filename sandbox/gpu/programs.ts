// What an engine in a jail may ask a kernel for: the names and parameters of the operator table, parsed. What comes out of here is
// safe to make shader text of: names are names, functions are ours, and a key says all that the text depends on.
import { z } from 'zod';
import type { DType } from '#engine/dtype.ts';
import { type Expression, parseExpression } from '#engine/expression.ts';
import { hasFunction } from '#engine/device/webgpu/functions.ts';
import { operandsMax, remoteDtypes } from '#engine/device/webgpu/remote/protocol.ts';

/** A dispatch's parameters as the kernels take them, given its numbers. */
export interface KnownProgram {
  readonly kernel: KernelName;
  readonly numberCount: number;
  /** Operations for one element: a bound for what an expression costs. */
  readonly cost: number;
  parameters(numbers: readonly number[]): object;
}

const expressionMax = 8192;
const name = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,63}$/);
const names = z.array(name).max(operandsMax);
const dims = z.array(z.int().min(0).max(63)).max(64);
const triple = z.tuple([size(), size(), size()]);
function size() {
  return z
    .int()
    .min(0)
    .max(2 ** 31 - 1);
}
const windows = { kernel: triple, stride: triple, padding: triple, dilation: triple, out: triple, size: triple };
const flag = z.boolean();

/** Of each kernel but `pointwise`: the numbers it is given by name, and the rest. */
const kernels = {
  reduce: {
    numbers: [],
    rest: z.strictObject({
      kind: z.enum([
        ...(['sum', 'nansum', 'prod', 'max', 'min', 'any', 'all', 'count', 'argmax', 'argmin', 'spread'] as const),
      ]),
      dims,
    }),
  },
  standardize: { numbers: ['eps'], rest: z.strictObject({ dims }) },
  gemm: { numbers: ['alpha', 'beta'], rest: z.strictObject({ maySplit: flag }) },
  convolve: {
    numbers: ['channels', 'batch', 'groups', 'outChannels'],
    rest: z.strictObject({ ...windows, maySplit: flag }),
  },
  convolve_input: {
    numbers: ['channels', 'batch', 'groups', 'outChannels'],
    rest: z.strictObject({ ...windows, maySplit: flag }),
  },
  convolve_weight: {
    numbers: ['channels', 'batch', 'groups', 'outChannels'],
    rest: z.strictObject({ ...windows, maySplit: flag }),
  },
  image_to_columns: { numbers: ['channels', 'batch'], rest: z.strictObject(windows) },
  columns_to_image: { numbers: ['channels', 'batch'], rest: z.strictObject(windows) },
  softmax: { numbers: ['dim'], rest: z.strictObject({ log: flag }) },
  softmax_backward: { numbers: ['dim'], rest: z.strictObject({ log: flag }) },
  nll_loss: { numbers: ['ignore_index'], rest: z.strictObject({ reduction: z.enum(['none', 'mean', 'sum']) }) },
  nll_loss_backward: {
    numbers: ['ignore_index'],
    rest: z.strictObject({ reduction: z.enum(['none', 'mean', 'sum']) }),
  },
  scan: { numbers: ['dim'], rest: z.strictObject({ kind: z.enum(['sum', 'prod', 'logsumexp']) }) },
  extreme_scan: { numbers: ['dim'], rest: z.strictObject({ greater: flag }) },
  sort: { numbers: ['dim'], rest: z.strictObject({ descending: flag }) },
  gather: { numbers: ['dim'], rest: z.strictObject({}) },
  scatter: { numbers: ['dim'], rest: z.strictObject({ mode: z.enum(['set', 'add', 'multiply', 'max', 'min']) }) },
  take: { numbers: [], rest: z.strictObject({}) },
  put: { numbers: [], rest: z.strictObject({ mode: z.enum(['set', 'add']) }) },
  adam_step: {
    numbers: ['weight_decay', 'shrink', 'beta1', 'beta2', 'eps', 'step_size', 'correction'],
    rest: z.strictObject({ maximize: flag }),
  },
  sgd_step: {
    numbers: ['lr', 'weight_decay', 'momentum', 'dampening'],
    rest: z.strictObject({ nesterov: flag, maximize: flag, first: flag }),
  },
} as const;
export type KernelName = keyof typeof kernels | 'pointwise';
const isKernel = (kernel: string): kernel is keyof typeof kernels => Object.hasOwn(kernels, kernel);

const programSchema = z.strictObject({ kernel: z.string().max(64), numbers: names, rest: z.unknown() });
const pointwiseSchema = z.strictObject({
  expression: z.string().max(expressionMax),
  operands: names,
  compute: z.enum(['float64', ...remoteDtypes.map((dtype) => dtype.name)]),
});

/** Throws what is wrong with it. */
export function parseProgram(text: string, dtypeNamed: (name: string) => DType): KnownProgram {
  const { kernel, numbers, rest } = programSchema.parse(JSON.parse(text));
  if (kernel === 'pointwise') return pointwise(pointwiseSchema.parse(rest), numbers, dtypeNamed);
  if (!isKernel(kernel)) throw new Error(`there is no kernel ${kernel}`);
  const wanted = kernels[kernel];
  const known: Record<string, unknown> = wanted.rest.parse(rest);
  if ([...numbers].sort().join() !== [...wanted.numbers].sort().join())
    throw new Error(`${kernel} takes the numbers ${wanted.numbers.join()}`);
  return {
    kernel,
    numberCount: numbers.length,
    cost: 1,
    parameters: (values) => ({ ...known, ...Object.fromEntries(numbers.map((each, i) => [each, values[i] ?? 0])) }),
  };
}

function pointwise(
  { expression, operands, compute }: z.infer<typeof pointwiseSchema>,
  scalarNames: readonly string[],
  dtypeNamed: (name: string) => DType,
): KnownProgram {
  const known = [...operands, ...scalarNames];
  if (new Set(known).size !== known.length) throw new Error('two operands of one name');
  const cost = costOf(parseExpression(expression), new Set(known));
  const shared = {
    expression,
    operands,
    scalarNames,
    compute: dtypeNamed(compute),
    // Not the engine's own key: what another session calls so may be another text.
    key: JSON.stringify([expression, operands, scalarNames]),
  };
  return {
    kernel: 'pointwise',
    numberCount: scalarNames.length,
    cost,
    parameters: (scalars) => ({ ...shared, scalars }),
  };
}

/** Nodes of the expression; throws for names and functions that are not known. */
function costOf(e: Expression, known: ReadonlySet<string>): number {
  const of = (part: Expression): number => costOf(part, known);
  switch (e.kind) {
    case 'number':
      return 1;
    case 'name':
      if (!known.has(e.name)) throw new Error(`an expression names ${e.name}, which it is not given`);
      return 1;
    case 'call':
      if (!['', '_f', '_i'].some((suffix) => hasFunction(`${e.name}${suffix}`)))
        throw new Error(`there is no function ${e.name}`);
      return e.args.reduce((sum, arg) => sum + of(arg), 16);
    case 'unary':
      return 1 + of(e.operand);
    case 'binary':
      return 1 + of(e.left) + of(e.right);
    case 'choose':
      return 1 + of(e.condition) + of(e.yes) + of(e.no);
    default:
      return e satisfies never;
  }
}
