// A judge thread: holds the tests and the judge's own engine, runs one submission's tests after the other, synchronously, and blocks
// while the candidate works. Started once, used for many submissions; the supervisor ends it when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import type { DeclaredBehaviour, DeclaredTest } from '#challenges/authoring/suite.ts';
import { ProtocolBroken } from '#challenges/authoring/failure.ts';
import { seededRng, seedOf } from '#challenges/authoring/rng.ts';
import { runTest, type TestOutcome } from '#challenges/authoring/run-test.ts';
import { CandidateStopped, type CallbackHandler, isRecord, type Port, type Wire } from '#challenges/authoring/wire.ts';
import { matchMistakes } from '#challenges/mistake-pattern.ts';
import { Down } from '../protocol/frame.ts';
import { type Budget, decodeValue, encodeValue, ValueError } from '../protocol/value.ts';
import type { TestResult, Verdict } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import { inOwnLines, locate } from '../compile/places.ts';
import { type Job, Mailbox, type ToThread } from './mailbox.ts';
import { failedAsStopped, scoreBehaviours, verdictOf } from './verdict.ts';

const {
  catalogueUrl,
  bell,
  port,
}: { catalogueUrl: string; bell: Int32Array; port: import('node:worker_threads').MessagePort } = workerData;
const { catalogue }: { catalogue: Catalogue } = await import(catalogueUrl);
const mailbox = new Mailbox(port, bell);

/** Why the jailed process ended, as the supervisor said. */
let stopped: Verdict | null = null;
let log = '';

/** In one test: reading them is the judge's time, keeping them (spies do) its memory. */
const nodesInTestMax = 1_000_000;
let budget: Budget = { nodes: nodesInTestMax };

const jailPort: Port = {
  request: (message, answerCallback) => exchange(Down.request, message, answerCallback),
};

function exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire {
  let send = { kind, message };
  for (;;) {
    const outcome = mailbox.ask({ type: 'send', kind: send.kind, payload: encodeValue(send.message) });
    log += outcome.log;
    if (outcome.kind === 'stopped') {
      stopped = outcome.reason;
      throw new CandidateStopped(outcome.detail);
    }
    const value = decodeValue(outcome.payload, budget);
    if (outcome.kind === 'result') return value;
    send = { kind: Down.callbackReply, message: answerCallback(value) };
  }
}

/** Nothing was given yet that could be called. */
function noSpiesYet(): never {
  throw new ProtocolBroken('a call while the module is loaded');
}

function beginTest(): void {
  budget = { nodes: nodesInTestMax };
  mailbox.tell({ type: 'begin-test' });
}

function takeLog(): string {
  const taken = log;
  log = '';
  return taken;
}

function judge({ request, code, map }: Job): void {
  const suite = catalogue.suite(request.challenge);
  if (!suite) throw new Error(`no tests for ${request.challenge}`);
  stopped = null;
  log = '';
  const results = new Map<string, TestResult>();
  const report = (result: TestResult): void => {
    results.set(result.id, result);
    mailbox.tell({ type: 'test', result });
  };
  const rng = seededRng(request.seed, 'order');
  const wanted = (test: DeclaredTest): boolean => request.kind === 'submit' || test.visibility === 'sample';
  const behaviours = suite.behaviours
    .map((b) => ({ ...b, tests: b.tests.filter(wanted) }))
    .filter((b) => b.tests.length > 0);

  let console = '';
  let load: { message: string; stack: string } | null = null;
  let broken = false;
  let loading: DeclaredBehaviour | null = null;
  try {
    for (const [i, behaviour] of rng.shuffled(behaviours).entries()) {
      beginTest();
      loading = behaviour;
      const loaded = exchange(Down.load, { code, seed: seedOf(request.seed, behaviour.id) }, noSpiesYet);
      loading = null;
      const printed = inOwnLines(takeLog(), map);
      if (i === 0) console = printed;
      if (isRecord(loaded) && 'threw' in loaded) {
        load = thrownOf(loaded['threw']);
        break;
      }
      for (const test of rng.shuffled(behaviour.tests)) {
        beginTest();
        runOne(behaviour, test, request.seed, map, report);
      }
    }
  } catch (error) {
    if (error instanceof ProtocolBroken || error instanceof ValueError) broken = true;
    else if (!(error instanceof CandidateStopped)) throw error;
    // Stopped while the module was loaded: no test began, so all of this behaviour say why.
    if (loading) {
      console ||= inOwnLines(takeLog(), map);
      for (const test of loading.tests) report(failedAsStopped(loading, test, 'stopped', stopped ?? 'RE'));
    }
  }
  const end: Verdict | null = broken ? 'RE' : stopped;
  const all = behaviours.flatMap((b) => b.tests.map((t) => results.get(t.id) ?? failedAsStopped(b, t, 'not-run', end)));
  const verdict = verdictOf(all, end, load !== null);
  const nameable = end === null && load === null && verdict !== 'AC';
  mailbox.tell({
    type: 'done',
    verdict,
    mistakes: nameable
      ? matchMistakes(catalogue.mistakes?.(request.challenge) ?? [], all).map(({ id, en, zh }) => ({
          id,
          text: { en, zh },
        }))
      : [],
    results: all,
    behaviours: scoreBehaviours(behaviours, all, end !== null || load !== null),
    console,
    load,
  });
}

function runOne(
  behaviour: DeclaredBehaviour,
  test: DeclaredTest,
  seed: number,
  map: string,
  report: (result: TestResult) => void,
): void {
  let outcome: TestOutcome;
  try {
    outcome = runTest(jailPort, behaviour, test, seed);
  } catch (error) {
    if (error instanceof CandidateStopped || error instanceof ProtocolBroken || error instanceof ValueError)
      report({
        ...failedAsStopped(behaviour, test, 'stopped', stopped ?? 'RE'),
        console: test.visibility === 'sample' ? inOwnLines(takeLog(), map) : '',
      });
    throw error;
  }
  const sample = test.visibility === 'sample';
  const printed = takeLog();
  report({
    id: test.id,
    behaviour: behaviour.id,
    title: test.options.title,
    visibility: test.visibility,
    status: outcome.status,
    says: outcome.status === 'passed' ? null : outcome.says,
    evidence: outcome.status === 'failed' ? [...outcome.evidence] : [],
    error: outcome.status === 'error' && sample ? problemOf(outcome.thrown, map) : null,
    console: sample ? inOwnLines(printed, map) : '',
  });
}

function problemOf({ name, message, stack }: { name: string; message: string; stack: string }, map: string) {
  const said = name === '' || name === 'Error' ? message : `${name}: ${message}`;
  return { message: (said || 'threw something that is no error').slice(0, 2000), ...locate(stack, map) };
}

function thrownOf(wire: Wire): { message: string; stack: string } {
  if (!isRecord(wire)) throw new ProtocolBroken('an error of unknown shape');
  const [name, message, stack] = [wire['name'], wire['message'], wire['stack']].map((x) =>
    typeof x === 'string' ? x.slice(0, 4096) : '',
  );
  return { message: name === '' || name === 'Error' ? (message ?? '') : `${name}: ${message}`, stack: stack ?? '' };
}

port.on('message', (message: ToThread) => {
  // Outcomes are taken in `ask`; what arrives here is a job.
  if (message.type !== 'job') return;
  try {
    judge(message.job);
  } catch (error) {
    mailbox.tell({ type: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
parentPort?.postMessage('ready');
