// Whether operations are recorded. One flag: the engine runs on one thread.

let recording = true;
let inference = false;

export const is_grad_enabled = (): boolean => recording;
export const is_inference_mode_enabled = (): boolean => inference;

/** Ends with the block that declared it: `using _ = torch.no_grad();`. */
export interface Mode extends Disposable {}

/** @internal sets the flag and says what it was */
export function record(on: boolean): boolean {
  const before = recording;
  recording = on;
  return before;
}

function mode<R>(on: boolean, body: (() => R) | undefined): R | Mode {
  const before = record(on);
  if (!body) return { [Symbol.dispose]: () => void record(before) };
  try {
    return body();
  } finally {
    record(before);
  }
}

/** Runs the function, or the rest of the block after `using _ = torch.no_grad()`, without recording for backward. */
export function no_grad(): Mode;
export function no_grad<R>(body: () => R): R;
export function no_grad<R>(body?: () => R): R | Mode {
  return mode(false, body);
}
/** Records for backward again inside `no_grad`. */
export function enable_grad(): Mode;
export function enable_grad<R>(body: () => R): R;
export function enable_grad<R>(body?: () => R): R | Mode {
  return mode(true, body);
}
/** Switches recording at once; the result restores it when disposed. */
export function set_grad_enabled(on: boolean): Mode;
export function set_grad_enabled<R>(on: boolean, body: () => R): R;
export function set_grad_enabled<R>(on: boolean, body?: () => R): R | Mode {
  return mode(on, body);
}
/** As no_grad; its results are ordinary tensors here. */
export function inference_mode(): Mode;
export function inference_mode<R>(body: () => R): R;
export function inference_mode<R>(body?: () => R): R | Mode {
  const before = inference;
  inference = true;
  if (body) {
    try {
      return mode(false, body);
    } finally {
      inference = before;
    }
  }
  const was = record(false);
  return {
    [Symbol.dispose]: () => {
      record(was);
      inference = before;
    },
  };
}
