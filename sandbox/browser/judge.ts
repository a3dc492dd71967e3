// The judge's part of a worker, a script of its own with its own engine, evaluated beside the agent's: the two talk in bytes, as judge
// and jailed process do. It judges one behaviour a worker, since a realm is closed once and no state may cross from one to the next. The
// page ends what takes too long.
import { CandidateStopped, type CallbackHandler, type Wire } from '#challenges/authoring/wire.ts';
import { tests as declare } from '#challenges/authoring/suite.ts';
import type { SuiteContext, TestSuite } from '#challenges/authoring.ts';
import { prepare } from '#engine/interop.ts';
import { type CandidateSide, judgeSubmission } from '../judge/judge-submission.ts';
import { Down, Up } from '../protocol/frame.ts';
import { decodeValue, encodeValue } from '../protocol/value.ts';
import { judgedLogMax } from './limits.ts';
import type { FromWorker, Judge } from './messages.ts';

/** What a challenge's tests.ts calls; a behaviour whose tests are all hidden has none here. */
export const tests = (define: (context: SuiteContext) => void): TestSuite => declare(define, { mayBeEmpty: true });

/** The agent, as its `connect` gives it back. */
export type Handle = (kind: number, payload: Uint8Array) => Uint8Array;

/** To be made while there is WebAssembly. */
export class JudgeInWorker implements CandidateSide {
  readonly #suite: TestSuite;
  #handle: Handle | null = null;
  #log = '';
  #logTotal = 0;
  /** Who answers the candidate's calls of spies now; the judge may ask something in between. */
  readonly #answering: CallbackHandler[] = [];

  constructor(suite: TestSuite) {
    this.#suite = suite;
    prepare();
  }

  /** What the agent calls: the candidate has printed, or calls a spy. */
  readonly heard = (kind: number, payload: Uint8Array): Uint8Array => {
    if (kind === Up.log) {
      const text = String(decodeValue(payload));
      this.#logTotal += text.length;
      if (this.#logTotal <= judgedLogMax) this.#log += text;
      return new Uint8Array();
    }
    const answer = this.#answering.at(-1);
    if (kind !== Up.callback || !answer) throw new Error('there is nobody to ask');
    const reply = encodeValue(answer(decodeValue(payload)));
    const frame = new Uint8Array(reply.length + 1);
    frame[0] = Down.callbackReply;
    frame.set(reply, 1);
    return frame;
  };

  judge({ behaviour, code, map, seed }: Judge, handle: Handle, tell: (message: FromWorker) => void): void {
    this.#handle = handle;
    const behaviours = this.#suite.behaviours.filter(({ id }) => id === behaviour);
    const { console, load, end } = judgeSubmission({ behaviours, kind: 'run', seed, code, map }, this, (result) =>
      tell({ type: 'test', result }),
    );
    tell({ type: 'judged', console, load, end });
  }

  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
    if (!this.#handle) throw new Error('there is no candidate');
    this.#answering.push(answerCallback);
    const answer = decodeValue(this.#handle(kind, encodeValue(message)));
    this.#answering.pop();
    if (this.stopped() !== null) throw new CandidateStopped('it printed too much');
    return answer;
  }
  takeLog(): string {
    const taken = this.#log;
    this.#log = '';
    return taken;
  }
  stopped(): 'OLE' | null {
    return this.#logTotal > judgedLogMax ? 'OLE' : null;
  }
  beginTest(): void {}
}
