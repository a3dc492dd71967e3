// A judge thread: holds the tests and the judge's own engine, runs one submission's tests after the other, synchronously, and blocks
// while the candidate works. Started once, used for many submissions; the supervisor ends it when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { CandidateStopped, type CallbackHandler, type Wire } from '#challenges/authoring/wire.ts';
import { Down } from '../protocol/frame.ts';
import { type Budget, decodeValue, encodeValue } from '../protocol/value.ts';
import type { Verdict } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import type { CandidateSide } from './judge-submission.ts';
import { judgedOf } from './judged.ts';
import { Mailbox, type ToThread } from './mailbox.ts';

const {
  catalogueUrl,
  bell,
  port,
}: { catalogueUrl: string; bell: Int32Array; port: import('node:worker_threads').MessagePort } = workerData;
const { catalogue }: { catalogue: Catalogue } = await import(catalogueUrl);
const mailbox = new Mailbox(port, bell);

/** In one test: reading them is the judge's time, keeping them (spies do) its memory. */
const nodesInTestMax = 1_000_000;

/** The jailed process of one submission, reached through the supervisor. */
class JailedCandidate implements CandidateSide {
  #stopped: Verdict | null = null;
  #log = '';
  #budget: Budget = { nodes: nodesInTestMax };

  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
    let send = { kind, message };
    for (;;) {
      const outcome = mailbox.ask({ type: 'send', kind: send.kind, payload: encodeValue(send.message) });
      this.#log += outcome.log;
      if (outcome.kind === 'stopped') {
        this.#stopped = outcome.reason;
        throw new CandidateStopped(outcome.detail);
      }
      const value = decodeValue(outcome.payload, this.#budget);
      if (outcome.kind === 'result') return value;
      send = { kind: Down.callbackReply, message: answerCallback(value) };
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
    this.#budget = { nodes: nodesInTestMax };
    mailbox.tell({ type: 'begin-test' });
  }
}

port.on('message', (message: ToThread) => {
  // Outcomes are taken in `ask`; what arrives here is a job.
  if (message.type !== 'job') return;
  try {
    const judged = judgedOf(catalogue, message.job, new JailedCandidate(), (result) =>
      mailbox.tell({ type: 'test', result }),
    );
    mailbox.tell({ type: 'done', ...judged });
  } catch (error) {
    mailbox.tell({ type: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
parentPort?.postMessage('ready');
