// A process that grades our own files without a jail: the judge and, beside it, an isolate whose contexts are the candidate's. Engine,
// agent, judge and verdicts are those of the service; a start costs a context instead of a process. Started by grader.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type IVM from 'isolated-vm';
import { CandidateStopped } from '#challenges/authoring/wire.ts';
import { catalogue } from '../judge/catalogue.ts';
import { judgedOf, resultOf } from '../judge/judged.ts';
import { NearCandidate } from '../judge/near-candidate.ts';
import { Down } from '../protocol/frame.ts';
import type { Verdict } from '../result.ts';
import { heapMib } from '../jail/jail.ts';
import { logBytesMax } from '../jail/line.ts';
import { type FromTrusted, toTrustedSchema } from './messages.ts';

const [folder = ''] = process.argv.slice(2);
const { ivm }: { ivm: typeof IVM } = createRequire(import.meta.url)(join(folder, 'isolated_vm.node'));
const snapshotBytes = readFileSync(join(folder, 'agent.snapshot'));
const snapshot = new ivm.ExternalCopy(new Uint8Array(snapshotBytes).buffer);

/** This clock is the one on the wall, and the machine has other things to do. */
const patience = 4;

type Handle = (kind: number, payload: Uint8Array) => Uint8Array;

class TrustedCandidate extends NearCandidate {
  readonly #isolate: IVM.Isolate;
  readonly #timeLimitMs: number;
  #context: IVM.Context | null = null;
  #handle: Handle | null = null;
  #stopped: Verdict | null = null;
  #depth = 0;
  #usedMs = 0;

  constructor(isolate: IVM.Isolate, timeLimitMs: number) {
    super(logBytesMax);
    this.#isolate = isolate;
    this.#timeLimitMs = timeLimitMs;
  }

  protected override ask(kind: number, payload: Uint8Array): Uint8Array {
    if (kind === Down.load) this.#enter();
    if (!this.#handle) throw new Error('there is no candidate');
    const startedAt = performance.now();
    this.#depth++;
    try {
      return this.#handle(kind, payload);
    } catch (error) {
      this.#stopped ??= this.#isolate.isDisposed ? 'MLE' : /timed out/.test(String(error)) ? 'TLE' : 'RE';
      throw new CandidateStopped(String(error));
    } finally {
      if (--this.#depth === 0) this.#usedMs += performance.now() - startedAt;
    }
  }
  override stopped(): Verdict | null {
    return this.#stopped ?? super.stopped();
  }
  override beginTest(): void {
    this.#usedMs = 0;
  }

  #enter(): void {
    this.#context?.release();
    this.#context = this.#isolate.createContextSync();
    const handle = this.#context.global
      .getSync('gradgymConnect', { reference: true })
      .applySync(undefined, [new ivm.Callback(this.heard)], { result: { reference: true } }) as IVM.Reference<Handle>;
    this.#handle = (kind, payload) =>
      handle.applySync(undefined, [kind, payload], {
        arguments: { copy: true },
        result: { copy: true },
        timeout: Math.max(1, Math.ceil(this.#timeLimitMs * patience - this.#usedMs)),
      }) as Uint8Array;
  }
}

process.on('message', (raw) => {
  const { id, request, code, map } = toTrustedSchema.parse(raw);
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
