// Anomaly mode: each operation remembers where it was called, backward stops at the first NaN and says both.
import { type Mode, modeOf } from './modes.ts';

let enabled = false;
let checkNan = true;
export const is_anomaly_enabled = (): boolean => enabled;
export const is_anomaly_check_nan_enabled = (): boolean => checkNan;

const switched = (on: boolean, check: boolean) => (): (() => void) => {
  const before = [enabled, checkNan] as const;
  [enabled, checkNan] = [on, check];
  return () => void ([enabled, checkNan] = before);
};
type Checking = boolean | { readonly check_nan?: boolean };
const checking = (c: Checking | (() => unknown) | undefined): boolean =>
  typeof c === 'boolean' ? c : typeof c === 'object' ? (c.check_nan ?? true) : true;

/** Switches anomaly mode at once; the result restores what was when disposed. */
export function set_detect_anomaly(on: boolean, check_nan: Checking = true): Mode {
  return modeOf(switched(on, checking(check_nan))) as Mode;
}
/** Anomaly mode for a function, or for the rest of the block after `using _ = torch.autograd.detect_anomaly()`. */
export function detect_anomaly(check_nan?: Checking): Mode;
export function detect_anomaly<R>(body: () => R): R;
export function detect_anomaly<R>(check_nan: Checking, body: () => R): R;
export function detect_anomaly<R>(first?: Checking | (() => R), body?: () => R): R | Mode {
  return modeOf(switched(true, checking(first)), typeof first === 'function' ? first : body);
}

const calls = new WeakMap<object, string>();
const firstPlace = (stack: string): string => /\(?([^\s(]+?)(?::\d+){1,2}\)?$/m.exec(stack)?.[1] ?? '';
/** Frames of the engine itself say nothing to its user: those beside this file, or in the one file it was bundled into. */
function usersFrames(stack: string): string {
  const own = firstPlace(stack);
  const root = own.replace(/autograd\/anomaly\.ts$/, '');
  return stack
    .split('\n')
    .slice(1)
    .filter((frame) => frame.includes('.test.') || !(root === own ? frame.includes(own) : frame.includes(root)))
    .join('\n');
}
/** Remembers where the operation of a node was called. */
export function rememberCall(node: object): void {
  calls.set(node, usersFrames(new Error('forward').stack ?? ''));
}
/** What an error in a node's backward says besides: where forward was. */
export function forwardCallOf(node: object, name: string): string {
  const at = calls.get(node);
  return at === undefined ? '' : `\nError detected in ${name}. Traceback of forward call that caused the error:\n${at}`;
}
