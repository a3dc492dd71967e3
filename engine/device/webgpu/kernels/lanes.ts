// Kernels that fold groups of elements: a thread folds a whole group, or a workgroup folds it together.
import { inRow, type Groups, threads, workgroupSize } from '../launch.ts';

export interface Lanes {
  readonly isWorkgroup: boolean;
  readonly name: string;
  readonly groups: Groups;
  /** The group's number and the thread's in it. */
  readonly index: string;
  readonly lane: string;
  readonly step: string;
}

/** Long groups are shared by a workgroup's threads unless there are plenty of groups. */
export function lanesFor(groups: number, length: number): Lanes {
  const isWorkgroup = length > 32 && (groups < 4096 || length > 1024);
  return isWorkgroup
    ? { isWorkgroup, name: 'w', groups: inRow(groups), index: 'group', lane: 'lane', step: `${workgroupSize}u` }
    : { isWorkgroup, name: 't', groups: threads(groups), index: 'id', lane: '0u', step: '1u' };
}

/** A function that folds what each thread has into what all have; `combine` is an expression of a and b. */
export function together(lanes: Lanes, name: string, type: string, combine: string): string {
  if (!lanes.isWorkgroup) return `fn ${name}(mine: ${type}, lane: u32) -> ${type} { return mine; }\n`;
  return `var<workgroup> shared_${name}: array<${type}, ${workgroupSize}>;
fn ${name}(mine: ${type}, lane: u32) -> ${type} {
  workgroupBarrier();
  shared_${name}[lane] = mine;
  workgroupBarrier();
  for (var half = ${workgroupSize / 2}u; half > 0u; half /= 2u) {
    if (lane < half) { let a = shared_${name}[lane]; let b = shared_${name}[lane + half]; shared_${name}[lane] = ${combine}; }
    workgroupBarrier();
  }
  return workgroupUniformLoad(&shared_${name}[0]);
}
`;
}
