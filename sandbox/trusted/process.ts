// A process that grades our own files without a jail: the judge and, beside it, an isolate whose contexts are the candidate's. Engine,
// agent, judge and verdicts are those of the service; a start costs a context instead of a process. Started by grader.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type IVM from 'isolated-vm';
import { CandidateStopped, type CallbackHandler, type Wire } from '#challenges/authoring/wire.ts';
import { catalogue } from '../judge/catalogue.ts';
import type { CandidateSide } from '../judge/judge-submission.ts';
import { judgedOf, resultOf } from '../judge/judged.ts';
import { Down, Up } from '../protocol/frame.ts';
import { decodeValue, encodeValue } from '../protocol/value.ts';
import { gradeRequestSchema, type Verdict } from '../result.ts';
import { heapMib, logBytesMax } from '../jail/jail.ts';
import { type FromTrusted, toTrustedSchema } from './messages.ts';

const [folder = ''] = process.argv.slice(2);
const { ivm }: { ivm: typeof IVM } = createRequire(import.meta.url)(join(folder, 'isolated_vm.node'));
const snapshotBytes = readFileSync(join(folder, 'agent.snapshot'));
const snapshot = new ivm.ExternalCopy(new Uint8Array(snapshotBytes).buffer);

/** This clock is the one on the wall, and the machine has other things to do. */
const patience = 4;

type Handle = (kind: number, payload: Uint8Array) => Uint8Array;

class TrustedCandidate implements CandidateSide {
  readonly #isolate: IVM.Isolate;
  readonly #timeLimitMs: number;
  readonly #answering: CallbackHandler[] = [];
  #context: IVM.Context | null = null;
  #handle: Handle | null = null;
  #stopped: Verdict | null = null;
  #log = '';
  #logTotal = 0;
  #usedMs = 0;

  constructor(isolate: IVM.Isolate, timeLimitMs: number) {
    this.#isolate = isolate;
    this.#timeLimitMs = timeLimitMs;
  }

  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
    if (kind === Down.load) this.#enter();
    const outermost = this.#answering.length === 0;
    const startedAt = performance.now();
    this.#answering.push(answerCallback);
    try {
      return decodeValue(this.#handle?.(kind, encodeValue(message)) ?? new Uint8Array());
    } catch (error) {
      // What a callback of the judge's threw passes through the isolate as it is; all else is an end of it.
      this.#stopped ??= this.#isolate.isDisposed ? 'MLE' : /timed out/.test(String(error)) ? 'TLE' : 'RE';
      throw new CandidateStopped(String(error));
    } finally {
      this.#answering.pop();
      if (outermost) this.#usedMs += performance.now() - startedAt;
    }
  }
  takeLog(): string {
    const taken = this.#log;
    this.#log = '';
    return taken;
  }
  stopped(): Verdict | null {
    return this.#stopped;
  }
  beginTest(): void {
    this.#usedMs = 0;
  }

  #enter(): void {
    this.#context?.release();
    this.#context = this.#isolate.createContextSync();
    const handle = this.#context.global
      .getSync('gradgymConnect', { reference: true })
      .applySync(undefined, [new ivm.Callback(this.#heard)], { result: { reference: true } }) as IVM.Reference<Handle>;
    this.#handle = (kind, payload) =>
      handle.applySync(undefined, [kind, payload], {
        arguments: { copy: true },
        result: { copy: true },
        timeout: Math.max(1, Math.ceil(this.#timeLimitMs * patience - this.#usedMs)),
      }) as Uint8Array;
  }

  /** What the agent calls: the candidate has printed, or calls a spy. */
  readonly #heard = (kind: number, payload: Uint8Array): Uint8Array | undefined => {
    if (kind === Up.log) {
      const text = String(decodeValue(payload));
      this.#logTotal += text.length;
      if (this.#logTotal > logBytesMax) this.#stopped ??= 'OLE';
      else this.#log += text;
      return undefined;
    }
    const answer = this.#answering.at(-1);
    if (kind !== Up.callback || !answer) throw new Error('there is nobody to ask');
    const reply = encodeValue(answer(decodeValue(payload)));
    const frame = new Uint8Array(reply.length + 1);
    frame[0] = Down.callbackReply;
    frame.set(reply, 1);
    return frame;
  };
}

process.on('message', (raw) => {
  const { id, code, map, ...asked } = toTrustedSchema.parse(raw);
  const request = gradeRequestSchema.parse(asked.request);
  const tell = (message: FromTrusted): void => void process.send?.(message);
  const startedAt = performance.now();
  const isolate = new ivm.Isolate({ memoryLimit: heapMib, snapshot });
  const candidate = new TrustedCandidate(isolate, catalogue.limits(request.challenge)?.timeLimitMs ?? 0);
  try {
    const judged = judgedOf(catalogue, { request, code, map }, candidate, () => {});
    const meters = { wallMs: performance.now() - startedAt, cpuMs: null, peakBytes: null, cost: judged.cost };
    tell({ id, result: { ...resultOf(request, judged, map), meters }, fault: null });
  } catch (error) {
    tell({ id, result: null, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    if (!isolate.isDisposed) isolate.dispose();
  }
});
process.on('disconnect', () => process.exit());
