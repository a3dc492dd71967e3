// How the engine's thread and the thread that owns the GPU take turns: memory that both see, and Atomics.wait. The same in Node, where
// the other thread owns Dawn's device (node.ts), and in a browser, where it is a worker with the browser's own (browser-worker.ts).
import { decodeText, encodeText } from '../../serialization/utf8.ts';
import { RuntimeError } from '../device.ts';
import type { Executor } from './executor.ts';
import { type AdapterDescription, batchWordsMax, type Transport, transferBytesMax } from './transport.ts';

const Slot = { posted: 0, taken: 1, answered: 2, requestBytes: 3, isAwaited: 4, replyBytes: 5, failed: 6 } as const;
const slots = 8;

export interface SharedMemory {
  readonly control: Int32Array<SharedArrayBuffer>;
  readonly request: SharedArrayBuffer;
  readonly reply: SharedArrayBuffer;
}
export const sharedMemory = (): SharedMemory => ({
  control: new Int32Array(new SharedArrayBuffer(slots * 4)),
  request: new SharedArrayBuffer(batchWordsMax * 4),
  reply: new SharedArrayBuffer(Math.max(transferBytesMax, 1 << 16)),
});

const startMsMax = 60_000;
const answerMsMax = 120_000;

/** The engine's side; blocks until the other says which adapter it has, and throws what it says when it has none. */
export function sharedTransport(
  { control, request, reply }: SharedMemory,
  host: Pick<Transport, 'collect'> = {},
): Transport {
  const outgoing = new Uint8Array(request);
  let posted = 0;
  let answered = 0;

  function wait(slot: number, wanted: number, timeoutMs: number): void {
    for (let now = Atomics.load(control, slot); now !== wanted; now = Atomics.load(control, slot))
      if (Atomics.wait(control, slot, now, timeoutMs) === 'timed-out')
        throw new RuntimeError(`CUDA error: the GPU did not answer within ${timeoutMs / 1000} s`);
  }
  function answer(timeoutMs: number): Uint8Array<ArrayBuffer> {
    wait(Slot.answered, ++answered, timeoutMs);
    const bytes = new Uint8Array(reply, 0, Atomics.load(control, Slot.replyBytes)).slice();
    if (Atomics.load(control, Slot.failed) === 0) return new Uint8Array(bytes);
    throw new RuntimeError(`CUDA error: ${decodeText(bytes)}`);
  }
  const adapter: AdapterDescription = JSON.parse(decodeText(answer(startMsMax)));
  return {
    ...host,
    adapter,
    exchange(batch, replyBytes) {
      wait(Slot.taken, posted, answerMsMax);
      outgoing.set(batch);
      Atomics.store(control, Slot.requestBytes, batch.length);
      Atomics.store(control, Slot.isAwaited, replyBytes > 0 ? 1 : 0);
      Atomics.store(control, Slot.posted, ++posted);
      Atomics.notify(control, Slot.posted);
      return replyBytes > 0 ? answer(answerMsMax) : new Uint8Array();
    },
  };
}

/** The GPU's side: says which adapter there is, or why there is none, then executes for as long as the thread lives. */
export async function serve(
  memory: SharedMemory,
  start: () => Promise<{ readonly adapter: AdapterDescription; readonly executor: Executor }>,
): Promise<void> {
  const { control } = memory;
  const incoming = new Uint8Array(memory.request);
  const outgoing = new Uint8Array(memory.reply);
  const answer = (parts: readonly Uint8Array[], hasFailed = false): void => {
    let length = 0;
    for (const part of parts) {
      const fitting = part.subarray(0, outgoing.length - length);
      outgoing.set(fitting, length);
      length += fitting.length;
    }
    Atomics.store(control, Slot.replyBytes, length);
    Atomics.store(control, Slot.failed, hasFailed ? 1 : 0);
    Atomics.add(control, Slot.answered, 1);
    Atomics.notify(control, Slot.answered);
  };
  const fail = (error: unknown): void =>
    answer([encodeText(error instanceof Error ? error.message : String(error))], true);

  let executor: Executor;
  try {
    const started = await start();
    executor = started.executor;
    answer([encodeText(JSON.stringify(started.adapter))]);
  } catch (error) {
    return fail(error);
  }
  let problem: unknown = null;
  for (let taken = 0; ; ) {
    Atomics.wait(control, Slot.posted, taken);
    const batch = incoming.slice(0, Atomics.load(control, Slot.requestBytes));
    const isAwaited = Atomics.load(control, Slot.isAwaited) === 1;
    Atomics.store(control, Slot.taken, ++taken);
    Atomics.notify(control, Slot.taken);
    try {
      const parts = await executor.run(new Uint32Array(batch.buffer));
      if (!isAwaited) continue;
      if (problem !== null) throw problem;
      answer(parts);
    } catch (error) {
      problem ??= error;
      if (!isAwaited) continue;
      fail(problem);
      problem = null;
    }
  }
}
