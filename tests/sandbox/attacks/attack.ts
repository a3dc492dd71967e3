import type { Verdict } from '#sandbox/result.ts';
import { instead } from '../submissions.ts';

export interface Attack {
  readonly name: string;
  readonly source: string;
  /** More than one only where the kernel, V8 or the machine decides which limit is met first; `why` says so. */
  readonly expect: readonly Verdict[];
  readonly why?: string;
}

/**
 * Does this when it is called, and then answers wrongly: an attack that comes to nothing is a wrong answer, and one that bends the
 * judge's mind is seen by its AC.
 */
export const inCall = (statement: string): string => instead(`${statement}\n  return x.mul(3);`);
export const givesBack = (expression: string): string => instead(`return ${expression};`);
export const atLoad = (statement: string): string => `${statement}\n${instead('return x.mul(3);')}`;

type Expected = Verdict | readonly Verdict[];

export function attack(name: string, expect: Expected, source: string, why?: string): Attack {
  return {
    name,
    source,
    expect: typeof expect === 'string' ? [expect] : expect,
    ...(why === undefined ? {} : { why }),
  };
}
/** An attack that runs inside the first call. */
export const call = (name: string, expect: Expected, statement: string, why?: string): Attack =>
  attack(name, expect, inCall(statement), why);

export const whicheverFirst = 'memory fills until the clock or the limit of memory is met, whichever is first';
export const heapOrMemory =
  'V8 refuses the allocation with a RangeError unless resident memory is over the limit before';
export const finishesOnFast = 'a fast machine finishes it in time, and the answer is wrong then';
