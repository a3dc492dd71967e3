// What crosses between the judge and the candidate's isolate, and the one way to send it. How it becomes bytes is the sandbox's matter.

export type Wire = undefined | null | boolean | number | bigint | string | Uint8Array | readonly Wire[] | WireRecord;
export interface WireRecord {
  readonly [name: string]: Wire;
}

/** A call that the candidate makes to one of the judge's spies while its own answer is outstanding. */
export type CallbackHandler = (message: Wire) => Wire;

export interface Port {
  /** Sends one request and blocks until its answer; callbacks of the candidate are answered in between, and may send requests themselves. */
  request(message: Wire, answerCallback: CallbackHandler): Wire;
}

/** The submission's process was ended: time, memory, output, crash or a broken protocol. Only the supervisor knows which; nothing may swallow it. */
export class CandidateStopped extends Error {
  override readonly name = 'CandidateStopped';
}

export function isRecord(value: Wire): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
