// Whether operations are recorded. Two flags: the engine runs on one thread.
import { inferenceStorages } from '../device/device.ts';

let recording = true;

export const is_grad_enabled = (): boolean => recording;
export const is_inference_mode_enabled = (): boolean => inferenceStorages();

type Method = (...args: never[]) => unknown;
/** What a TypeScript decorator is told of what it decorates. */
export interface Decorated {
  readonly kind: string;
  readonly name?: string | symbol;
}
/**
 * Ends with the block that declared it: `using _ = torch.no_grad();`. Called with a function it ends at once and gives that
 * function in the mode, as Python's decorator: `@torch.no_grad()` above a method, or `torch.no_grad()(f)`.
 */
export interface Mode extends Disposable {
  <F extends Method>(method: F, context?: Decorated): F;
}

/** @internal sets the flag and says what it was */
export function record(on: boolean): boolean {
  const before = recording;
  recording = on;
  return before;
}

const isDecorated = (x: unknown): x is Decorated => typeof x === 'object' && x !== null && 'kind' in x;

/** @internal a mode that `enter` switches on and whose result switches it off, in each of its three forms. */
export function modeOf<R>(enter: () => () => void, body?: (() => R) | null, context?: unknown): R | Mode {
  const during = <T>(run: () => T): T => {
    const leave = enter();
    try {
      return run();
    } finally {
      leave();
    }
  };
  const inMode = <F extends Method>(f: F): F =>
    new Proxy(f, { apply: (target, self, args) => during(() => Reflect.apply(target, self, args)) });
  if (body) return isDecorated(context) ? (inMode(body) as R) : during(body); // a decorator's result is the method
  const leave = enter();
  const mode = <F extends Method>(f: F): F => {
    leave();
    return inMode(f);
  };
  return Object.assign(mode, { [Symbol.dispose]: leave });
}
const recordingIs = (on: boolean) => (): (() => void) => {
  const before = record(on);
  return () => void record(before);
};

/** Runs the function, or the rest of the block after `using _ = torch.no_grad()`, without recording for backward. */
export function no_grad(): Mode;
export function no_grad<R>(body: () => R): R;
export function no_grad<F extends Method>(method: F, context: Decorated): F;
export function no_grad<R>(body?: () => R, context?: Decorated): R | Mode {
  return modeOf(recordingIs(false), body, context);
}
/** Records for backward again inside `no_grad`. */
export function enable_grad(): Mode;
export function enable_grad<R>(body: () => R): R;
export function enable_grad<F extends Method>(method: F, context: Decorated): F;
export function enable_grad<R>(body?: () => R, context?: Decorated): R | Mode {
  return modeOf(recordingIs(true), body, context);
}
/** Switches recording at once; the result restores it when disposed. */
export function set_grad_enabled(on: boolean): Mode;
export function set_grad_enabled<R>(on: boolean, body: () => R): R;
export function set_grad_enabled<R>(on: boolean, body?: () => R): R | Mode {
  return modeOf(recordingIs(on), body);
}
/**
 * As no_grad, for code that will never need gradients of its results: tensors made in it have no version counter, and outside
 * they may neither change in place nor be saved for backward. `inference_mode(false)` leaves the mode for a while.
 */
export function inference_mode(mode?: boolean): Mode;
export function inference_mode<R>(body: () => R): R;
export function inference_mode<R>(mode: boolean, body: () => R): R;
export function inference_mode<F extends Method>(method: F, context: Decorated): F;
export function inference_mode<R>(first: boolean | (() => R) = true, second?: (() => R) | Decorated): R | Mode {
  const on = typeof first === 'boolean' ? first : true;
  const body = typeof first === 'function' ? first : typeof second === 'function' ? second : null;
  const enter = (): (() => void) => {
    const inference = inferenceStorages(on);
    const before = record(!on);
    return () => {
      inferenceStorages(inference);
      record(before);
    };
  };
  return modeOf(enter, body, second);
}
