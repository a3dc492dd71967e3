import type { Operand } from '../device.ts';

/** Elements of a line that fit a workgroup's memory as values and places. */
export const sortedLengthMax = 1024;

/** Whether lines are too long for the GPU's sort: operands values, places, x. */
export function sortsOnCpu(operands: readonly Operand[], parameters: object): boolean {
  const { dim } = parameters as { readonly dim: number }; // the operator table dispatches it
  return (operands[2]?.shape[dim] ?? 1) > sortedLengthMax;
}
