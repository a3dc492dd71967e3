// A judge thread: holds the tests and the judge's own engine, runs one submission's tests after the other, synchronously, and blocks
// while the candidate works. Started once, used for many submissions; the supervisor ends it when it hangs.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { CandidateStopped, type CallbackHandler, type Wire } from '#challenges/authoring/wire.ts';
import { AskClock } from '../jail/ask-clock.ts';
import { Line, type LineEnds } from '../jail/line.ts';
import { Down } from '../protocol/frame.ts';
import { type Budget, decodeValue, encodeValue } from '../protocol/value.ts';
import type { Verdict } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import type { CandidateSide } from './judge-submission.ts';
import { judgedOf } from './judged.ts';
import { Mailbox, type Question, type ToThread } from './mailbox.ts';

const {
  catalogueUrl,
  bell,
  clockMemory,
  port,
}: { catalogueUrl: string; bell: Int32Array; clockMemory: SharedArrayBuffer; port: MessagePort } = workerData;
const { catalogue }: { catalogue: Catalogue } = await import(catalogueUrl);
const mailbox = new Mailbox(port, bell);
const clock = new AskClock(clockMemory);

/** In one test: reading them is the judge's time, keeping them (spies do) its memory. */
const nodesInTestMax = 1_000_000;

/** The jailed process of one submission. */
class JailedCandidate implements CandidateSide {
  readonly #line: Line;
  readonly #gpu: boolean;
  #stopped: Verdict | null = null;
  #budget: Budget = { nodes: nodesInTestMax };

  constructor(ends: LineEnds) {
    this.#gpu = ends.gpu;
    this.#line = new Line(ends, clock, {
      askGpu: (payload) => this.#ask({ type: 'gpu', payload }),
      end: (end) => {
        this.#ask({ type: 'end', end });
        throw new Error('the end of a process was answered with something else');
      },
    });
  }

  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
    if (kind === Down.load && this.#gpu) mailbox.tell({ type: 'context' });
    let send = { kind, message };
    for (;;) {
      const answer = this.#line.ask(send.kind, encodeValue(send.message));
      const value = decodeValue(answer.payload, this.#budget);
      if (answer.kind === 'result') return value;
      send = { kind: Down.callbackReply, message: answerCallback(value) };
    }
  }
  takeLog(): string {
    return this.#line.takeLog();
  }
  stopped(): Verdict | null {
    return this.#stopped;
  }
  beginTest(): void {
    this.#budget = { nodes: nodesInTestMax };
    this.#line.beginTest();
  }

  #ask(question: Question): Uint8Array {
    const outcome = mailbox.ask(question);
    if (outcome.kind === 'gpu') return outcome.payload;
    this.#stopped = outcome.reason;
    throw new CandidateStopped(outcome.detail);
  }
}

port.on('message', (message: ToThread) => {
  // Answers are taken in `ask`; what arrives here is a job.
  if (message.type !== 'job') return;
  try {
    const judged = judgedOf(catalogue, message.job, new JailedCandidate(message.ends), (result) =>
      mailbox.tell({ type: 'test', result }),
    );
    mailbox.tell({ type: 'done', ...judged });
  } catch (error) {
    mailbox.tell({ type: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
parentPort?.postMessage('ready');
