// Groups of elements that kernels work on as one: lines along one dimension, or everything along several.
import type { Operand } from '../../device.ts';
import { Parameters, Walk } from '../launch.ts';

export interface Lines {
  readonly parameters: Parameters;
  /** How many groups, and elements in each. */
  readonly count: number;
  readonly length: number;
  readonly countAt: number;
  readonly lengthAt: number;
  /** Ranks, for the kernel's key. */
  readonly key: string;
  /** Declares base0, base1, …: where the group begins in each operand. */
  begin(index: string): string;
  /** Declares at0, at1, …: the group's j-th element in each operand. */
  element(j: string): string;
}

/** Operands have one shape, but that `sizes` may give another length along `dims` for each. */
export function linesOf(operands: readonly Operand[], dims: readonly number[]): Lines {
  const shape = operands[0]?.shape ?? [];
  const kept = shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const inner = shape.length === 0 ? [] : dims;
  const parameters = new Parameters();
  const sizes = (list: readonly number[]): number[] => list.map((d) => shape[d] ?? 1);
  const strides = (list: readonly number[]): number[][] => operands.map((x) => list.map((d) => x.strides[d] ?? 0));
  const starts = parameters.list(operands.map((x) => x.offset));
  const outerWalk = new Walk(parameters, sizes(kept), strides(kept));
  const innerWalk = new Walk(parameters, sizes(inner), strides(inner));
  const [count, length] = [outerWalk.length, innerWalk.length];
  const names = (prefix: string): string[] => operands.map((_, k) => `${prefix}${k}`);
  return {
    parameters,
    count,
    length,
    countAt: parameters.u32(count),
    lengthAt: parameters.u32(length),
    key: `${outerWalk.rank}|${innerWalk.rank}`,
    begin: (index) =>
      operands.map((_, k) => `var base${k} = P[${starts + k}];`).join('') + outerWalk.advance(index, names('base')),
    element: (j) => operands.map((_, k) => `var at${k} = base${k};`).join('') + innerWalk.advance(j, names('at')),
  };
}
