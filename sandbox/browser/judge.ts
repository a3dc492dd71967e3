// The judge's part of a worker, a script of its own with its own engine, evaluated beside the agent's: the two talk in bytes, as judge
// and jailed process do. It judges one behaviour a worker, since a realm is closed once and no state may cross from one to the next. The
// page ends what takes too long.
import { tests as declare } from '#challenges/authoring/suite.ts';
import type { SuiteContext, TestSuite } from '#challenges/authoring.ts';
import { prepare } from '#engine/interop.ts';
import { judgeSubmission } from '../judge/judge-submission.ts';
import { NearCandidate } from '../judge/near-candidate.ts';
import { judgedLogMax } from './limits.ts';
import type { FromWorker, Judge } from './messages.ts';

/** What a challenge's tests.ts calls; a behaviour whose tests are all hidden has none here. */
export const tests = (define: (context: SuiteContext) => void): TestSuite => declare(define, { mayBeEmpty: true });

/** The agent, as its `connect` gives it back. */
export type Handle = (kind: number, payload: Uint8Array) => Uint8Array;

/** To be made while there is WebAssembly. */
export class JudgeInWorker extends NearCandidate {
  readonly #suite: TestSuite;
  #handle: Handle | null = null;

  constructor(suite: TestSuite) {
    super(judgedLogMax);
    this.#suite = suite;
    prepare();
  }

  judge({ behaviour, code, map, seed }: Judge, handle: Handle, tell: (message: FromWorker) => void): void {
    this.#handle = handle;
    const behaviours = this.#suite.behaviours.filter(({ id }) => id === behaviour);
    const { console, load, end } = judgeSubmission({ behaviours, kind: 'run', seed, code, map }, this, (result) =>
      tell({ type: 'test', result }),
    );
    tell({ type: 'judged', console, load, end });
  }

  protected override ask(kind: number, payload: Uint8Array): Uint8Array {
    if (!this.#handle) throw new Error('there is no candidate');
    return this.#handle(kind, payload);
  }
}
