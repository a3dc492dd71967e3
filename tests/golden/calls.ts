// Calls of operators as make-*.py wrote them down, for tests that make the same call; see calls.py.
import { readFileSync } from 'node:fs';
import torch, { type Tensor } from '#engine/index.ts';
import { dtypeNamed } from '#engine/dtype.ts';
import { valuesOf } from '#engine/tensor.ts';

type Argument =
  | null
  | number
  | boolean
  | string
  | number[]
  | { dtype: string; tensor?: number[]; empty?: number[]; transposed?: boolean };
export interface Call {
  readonly on: 'torch' | 'functional' | 'init' | 'method';
  readonly name: string;
  readonly args: Argument[];
  readonly kwargs: Record<string, Argument>;
}
export interface Case extends Call {
  readonly seed: number;
  readonly dtype: string;
  readonly shape: number[];
  readonly values: (number | string)[];
  readonly next: [rand: number, randn: number];
}
export interface Calls {
  readonly cases: Case[];
  readonly refused: (Call & { readonly says: string })[];
}
export const callsOf = (file: string): Calls => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

/** What a golden file keeps of a result's values. */
export function kept(result: Tensor): number[] {
  const values = Array.from(valuesOf(result));
  return values.length <= 40 ? values : [...values.slice(0, 4), ...values.slice(-18)];
}
/** The values a case expects, floats back in their own precision. */
export const expected = (c: Case): number[] =>
  c.values.map((v) => (['float32', 'float16', 'bfloat16'].includes(c.dtype) ? Math.fround(Number(v)) : Number(v)));

function made(argument: Argument): unknown {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return argument;
  const dtype = dtypeNamed(argument.dtype);
  const turn = (t: Tensor): Tensor => (argument.transposed ? t.t() : t);
  if (argument.tensor) return turn(torch.tensor(argument.tensor, { dtype }));
  if (!argument.empty) return dtype;
  return turn(torch.zeros(argument.transposed ? argument.empty.toReversed() : argument.empty, { dtype }));
}
const rooms = { torch, functional: torch.nn.functional, init: torch.nn.init };

/** Makes the call, without recording it. */
export function call({ on, name, args, kwargs }: Call): Tensor {
  const given = args.map(made);
  const named = Object.fromEntries(Object.entries(kwargs).map(([k, v]) => [k, made(v)]));
  const all = Object.keys(named).length > 0 ? [...given, named] : given;
  const [self, rest] = on === 'method' ? [all[0], all.slice(1)] : [rooms[on], all];
  const callee: unknown = Reflect.get(self as object, name);
  if (typeof callee !== 'function') throw new Error(`there is no ${on}.${name}`);
  return torch.no_grad(() => Reflect.apply(callee, self, rest));
}
