// A submission that lives beside the judge, in one thread with it: in a worker of a browser, or in an isolate of the judge's own process.
// A question is a call, and so is what the candidate asks in between. Needs nothing of Node.
import { CandidateStopped, type CallbackHandler, type Wire } from '#challenges/authoring/wire.ts';
import { Down, Up } from '../protocol/frame.ts';
import { decodeValue, encodeValue } from '../protocol/value.ts';
import type { Verdict } from '../result.ts';
import type { CandidateSide } from './judge-submission.ts';

export abstract class NearCandidate implements CandidateSide {
  readonly #logMax: number;
  #log = '';
  #logTotal = 0;
  /** Who answers the candidate's calls of spies now; the judge may ask something in between. */
  readonly #answering: CallbackHandler[] = [];

  /** @param logMax characters that it may print */
  constructor(logMax: number) {
    this.#logMax = logMax;
  }

  /** Calls the agent. */
  protected abstract ask(kind: number, payload: Uint8Array): Uint8Array;

  /** What the agent calls: the candidate has printed, or calls a spy. */
  readonly heard = (kind: number, payload: Uint8Array): Uint8Array => {
    if (kind === Up.log) {
      const text = String(decodeValue(payload));
      this.#logTotal += text.length;
      if (this.#logTotal <= this.#logMax) this.#log += text;
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

  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
    this.#answering.push(answerCallback);
    let answer: Wire;
    try {
      answer = decodeValue(this.ask(kind, encodeValue(message)));
    } finally {
      this.#answering.pop();
    }
    if (this.stopped() !== null) throw new CandidateStopped('it printed too much');
    return answer;
  }
  takeLog(): string {
    const taken = this.#log;
    this.#log = '';
    return taken;
  }
  stopped(): Verdict | null {
    return this.#logTotal > this.#logMax ? 'OLE' : null;
  }
  beginTest(): void {}
}
