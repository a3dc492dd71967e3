import type { TestResult, Verdict } from '#sandbox/result.ts';

type Kind = 'run' | 'submit';
interface TestLine {
  readonly id: string;
  readonly visibility: 'sample' | 'hidden';
}

/** What a test's cell shows; `out` is a hidden test in a run of the sample tests. */
export type TestLook = 'passed' | 'failed' | 'error' | 'stopped' | 'not-run' | 'pending' | 'now' | 'out';

export function lookOf(
  test: TestLine,
  result: TestResult | undefined,
  kind: Kind,
  phase: 'idle' | 'waiting' | 'running' | 'done',
): TestLook {
  if (result !== undefined) return result.status;
  if (kind === 'run' && test.visibility === 'hidden') return 'out';
  if (phase === 'running') return 'now';
  return phase === 'done' ? 'not-run' : 'pending';
}

export const cellOf = {
  passed: 'right',
  failed: 'wrong',
  error: 'wrong',
  stopped: 'wrong',
  'not-run': '',
  pending: '',
  now: 'now',
  out: 'none',
} as const;

/** A stopped test carries the reason the process was stopped for: the submission's own verdict. */
export function verdictOfLook(look: TestLook, verdict: Verdict | null): Verdict | null {
  switch (look) {
    case 'passed':
      return 'AC';
    case 'failed':
      return 'WA';
    case 'error':
      return 'RE';
    case 'stopped':
      return verdict === null || verdict === 'AC' || verdict === 'WA' ? 'RE' : verdict;
    case 'not-run':
    case 'pending':
    case 'now':
    case 'out':
      return null;
    default:
      return look satisfies never;
  }
}

/** A behaviour is what its worst test is; only when all that should run have passed is it there. */
export function behaviourLook(looks: readonly TestLook[]): TestLook {
  const counted = looks.filter((look) => look !== 'out');
  if (counted.length === 0) return 'out';
  for (const worst of ['stopped', 'error', 'failed', 'now', 'pending', 'not-run'] as const)
    if (counted.includes(worst)) return worst;
  return 'passed';
}
