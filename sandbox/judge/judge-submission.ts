// The tests of a submission, run one after the other against the realm that holds it: a jailed process, or a worker of the user's own
// browser. Needs nothing of Node. Decides from what is compared here and from why the candidate was stopped, never from what it says.
import { ProtocolBroken } from '#challenges/authoring/failure.ts';
import { seededRng, seedOf } from '#challenges/authoring/rng.ts';
import { runTest, type TestOutcome } from '#challenges/authoring/run-test.ts';
import type { DeclaredBehaviour, DeclaredTest } from '#challenges/authoring/suite.ts';
import { CandidateStopped, type CallbackHandler, isRecord, type Port, type Wire } from '#challenges/authoring/wire.ts';
import type { MeterReading } from '#engine/meters.ts';
import { inOwnLines, problemOf } from '../compile/places.ts';
import { Down } from '../protocol/frame.ts';
import { ValueError } from '../protocol/value.ts';
import type { TestResult, Verdict } from '../result.ts';
import { failedAsStopped } from './verdict.ts';

/** Where the submission lives. */
export interface CandidateSide {
  /** Sends, answers callbacks in between, and blocks until the answer; throws CandidateStopped. */
  exchange(kind: number, message: Wire, answerCallback: CallbackHandler): Wire;
  /** What the submission printed since this was asked last. */
  takeLog(): string;
  /** Why it was ended, once it was. */
  stopped(): Verdict | null;
  beginTest(): void;
}

export interface JudgeJob {
  readonly behaviours: readonly DeclaredBehaviour[];
  readonly kind: 'run' | 'submit';
  readonly seed: number;
  readonly code: string;
  readonly map: string;
}
export interface Judgement {
  /** Of every test that was due, those that never ran too. */
  readonly results: TestResult[];
  /** The behaviours that had a test. */
  readonly behaviours: readonly DeclaredBehaviour[];
  /** Printed while the module was loaded. */
  readonly console: string;
  /** Thrown while the module was loaded. */
  readonly load: { readonly message: string; readonly stack: string } | null;
  /** Why it ended before its end. */
  readonly end: Verdict | null;
  /** What the tests that passed metered. */
  readonly readings: readonly MeterReading[];
}

/** Nothing was given yet that could be called. */
function noSpiesYet(): never {
  throw new ProtocolBroken('a call while the module is loaded');
}

export function judgeSubmission(
  { behaviours: declared, kind, seed, code, map }: JudgeJob,
  candidate: CandidateSide,
  onTest: (result: TestResult) => void,
): Judgement {
  const results = new Map<string, TestResult>();
  const readings: MeterReading[] = [];
  const report = (result: TestResult): void => {
    results.set(result.id, result);
    onTest(result);
  };
  const rng = seededRng(seed, 'order');
  const wanted = (test: DeclaredTest): boolean => kind === 'submit' || test.visibility === 'sample';
  const behaviours = declared.map((b) => ({ ...b, tests: b.tests.filter(wanted) })).filter((b) => b.tests.length > 0);

  let console = '';
  let load: Judgement['load'] = null;
  let broken = false;
  let loading: DeclaredBehaviour | null = null;
  try {
    for (const [i, behaviour] of rng.shuffled(behaviours).entries()) {
      candidate.beginTest();
      loading = behaviour;
      const loaded = candidate.exchange(Down.load, { code, seed: seedOf(seed, behaviour.id) }, noSpiesYet);
      loading = null;
      const printed = inOwnLines(candidate.takeLog(), map);
      if (i === 0) console = printed;
      if (isRecord(loaded) && 'threw' in loaded) {
        load = thrownOf(loaded['threw']);
        break;
      }
      for (const test of rng.shuffled(behaviour.tests)) {
        candidate.beginTest();
        readings.push(...runOne(candidate, behaviour, test, { seed, map }, report));
      }
    }
  } catch (error) {
    if (error instanceof ProtocolBroken || error instanceof ValueError) broken = true;
    else if (!(error instanceof CandidateStopped)) throw error;
    // Stopped while the module was loaded: no test began, so all of this behaviour say why.
    if (loading) {
      console ||= inOwnLines(candidate.takeLog(), map);
      for (const test of loading.tests) report(failedAsStopped(loading, test, 'stopped', candidate.stopped() ?? 'RE'));
    }
  }
  const end: Verdict | null = broken ? 'RE' : candidate.stopped();
  const all = behaviours.flatMap((b) => b.tests.map((t) => results.get(t.id) ?? failedAsStopped(b, t, 'not-run', end)));
  return { results: all, behaviours, console, load, end, readings };
}

function runOne(
  candidate: CandidateSide,
  behaviour: DeclaredBehaviour,
  test: DeclaredTest,
  { seed, map }: { seed: number; map: string },
  report: (result: TestResult) => void,
): readonly MeterReading[] {
  const port: Port = {
    request: (message, answerCallback) => candidate.exchange(Down.request, message, answerCallback),
  };
  const sample = test.visibility === 'sample';
  let outcome: TestOutcome;
  try {
    outcome = runTest(port, behaviour, test, seed);
  } catch (error) {
    if (error instanceof CandidateStopped || error instanceof ProtocolBroken || error instanceof ValueError)
      report({
        ...failedAsStopped(behaviour, test, 'stopped', candidate.stopped() ?? 'RE'),
        console: sample ? inOwnLines(candidate.takeLog(), map) : '',
      });
    throw error;
  }
  const printed = candidate.takeLog();
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
  return outcome.status === 'passed' ? outcome.readings : [];
}

function thrownOf(wire: Wire): { message: string; stack: string } {
  if (!isRecord(wire)) throw new ProtocolBroken('an error of unknown shape');
  const [name, message, stack] = [wire['name'], wire['message'], wire['stack']].map((x) =>
    typeof x === 'string' ? x.slice(0, 4096) : '',
  );
  return { message: name === '' || name === 'Error' ? (message ?? '') : `${name}: ${message}`, stack: stack ?? '' };
}
