import { RuntimeError } from '../device/device.ts';
import type { DType } from '../dtype.ts';

/** `torch.distributed.ReduceOp` */
export const ReduceOp = Object.freeze({
  SUM: 'SUM',
  AVG: 'AVG',
  PRODUCT: 'PRODUCT',
  MIN: 'MIN',
  MAX: 'MAX',
  BAND: 'BAND',
  BOR: 'BOR',
  BXOR: 'BXOR',
} as const);
export type ReduceOp = keyof typeof ReduceOp;

const pairs: Readonly<Record<Exclude<ReduceOp, 'AVG'>, (a: number, b: number) => number>> = {
  SUM: (a, b) => a + b,
  PRODUCT: (a, b) => a * b,
  MIN: (a, b) => (Number.isNaN(a) || b > a ? a : b),
  MAX: (a, b) => (Number.isNaN(a) || b < a ? a : b),
  BAND: (a, b) => Number(BigInt(a) & BigInt(b)),
  BOR: (a, b) => Number(BigInt(a) | BigInt(b)),
  BXOR: (a, b) => Number(BigInt(a) ^ BigInt(b)),
};

/** Rank by rank in their order, rounded to the dtype at each step: the same on every rank and in every run. */
export function reduceValues(op: ReduceOp, lists: readonly ArrayLike<number>[], dtype: DType): ArrayLike<number> {
  const [first, ...others] = lists;
  const result = Array.from(first ?? []);
  const pair = pairs[op === 'AVG' ? 'SUM' : op];
  for (const list of others)
    for (let i = 0; i < result.length; i++) result[i] = dtype.keep(pair(result[i] ?? 0, list[i] ?? 0));
  if (op === 'AVG') for (let i = 0; i < result.length; i++) result[i] = dtype.keep((result[i] ?? 0) / lists.length);
  return result;
}

export function checkOp(op: ReduceOp, backend: string, dtype: DType): void {
  if (!(op in ReduceOp)) throw new RuntimeError(`Unsupported reduce operation ${String(op)}`);
  if (op === 'AVG' && backend !== 'nccl') throw new RuntimeError('Cannot use ReduceOp.AVG with Gloo');
  if (op.startsWith('B') && dtype.category === 2)
    throw new RuntimeError(`Cannot use ReduceOp.${op} with non-integral dtype`);
}
