// What comes of a submission that is being judged: the verdict, the score, the names of known mistakes.
import { matchMistakes } from '#challenges/mistake-pattern.ts';
import { locate } from '../compile/places.ts';
import type { BehaviourResult, Cost, GradeRequest, GradeResult, TestResult, Verdict } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import { costOf } from './cost.ts';
import { type CandidateSide, judgeSubmission } from './judge-submission.ts';
import { scoreBehaviours, verdictOf } from './verdict.ts';

export interface Job {
  readonly request: GradeRequest;
  readonly code: string;
  readonly map: string;
}
export interface Judged {
  readonly verdict: Verdict;
  readonly mistakes: GradeResult['mistakes'];
  readonly results: TestResult[];
  readonly behaviours: BehaviourResult[];
  readonly console: string;
  /** Thrown while the module was loaded. */
  readonly load: { readonly message: string; readonly stack: string } | null;
  readonly cost: Cost | null;
}

export function judgedOf(
  catalogue: Catalogue,
  { request: { challenge, kind, seed }, code, map }: Job,
  candidate: CandidateSide,
  onTest: (result: TestResult) => void,
): Judged {
  const suite = catalogue.suite(challenge);
  if (!suite) throw new Error(`no tests for ${challenge}`);
  const { results, behaviours, console, load, end, readings } = judgeSubmission(
    { behaviours: suite.behaviours, kind, seed, code, map },
    candidate,
    onTest,
  );
  const verdict = verdictOf(results, end, load !== null);
  const nameable = end === null && load === null && verdict !== 'AC';
  const mistakes = nameable ? matchMistakes(catalogue.mistakes?.(challenge) ?? [], results) : [];
  return {
    verdict,
    mistakes: mistakes.map(({ id, en, zh }) => ({ id, text: { en, zh } })),
    results,
    behaviours: scoreBehaviours(behaviours, results, end !== null || load !== null),
    console,
    load,
    cost: verdict === 'AC' ? costOf(readings) : null,
  };
}

export function resultOf(request: GradeRequest, judged: Judged, map: string): Omit<GradeResult, 'meters'> {
  const { verdict, results, behaviours, mistakes, console, load } = judged;
  return {
    verdict,
    score: behaviours.reduce((sum, b) => sum + b.earned, 0),
    points: behaviours.reduce((sum, b) => sum + b.points, 0),
    behaviours,
    tests: results,
    mistakes,
    problems: load ? [{ message: load.message.slice(0, 2000), ...locate(load.stack, map) }] : [],
    console,
    seed: request.seed,
  };
}
