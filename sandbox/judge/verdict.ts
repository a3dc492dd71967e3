import type { BehaviourOptions } from '#challenges/authoring.ts';
import type { DeclaredBehaviour, DeclaredTest } from '#challenges/authoring/suite.ts';
import type { BehaviourResult, TestResult, Text, Verdict } from '../result.ts';

/**
 * A submission that was stopped earns nothing and is told why: which tests had passed before depends on their shuffled order, a score
 * must not. One that only throws in some tests keeps the points of the others.
 */
export function verdictOf(results: readonly TestResult[], stopped: Verdict | null, loadFailed: boolean): Verdict {
  if (stopped !== null) return stopped;
  if (loadFailed || results.some((r) => r.status === 'error')) return 'RE';
  return results.every((r) => r.status === 'passed') ? 'AC' : 'WA';
}

export function scoreBehaviours(
  behaviours: readonly { readonly id: string; readonly options: Pick<BehaviourOptions, 'title' | 'points'> }[],
  results: readonly TestResult[],
  earnsNothing: boolean,
): BehaviourResult[] {
  return behaviours.map(({ id, options: { title, points } }) => {
    const passed = results.every((r) => r.behaviour !== id || r.status === 'passed');
    return { id, title, points, earned: passed && !earnsNothing ? points : 0 };
  });
}

const reasons: { readonly [V in Verdict]?: Text } = {
  TLE: { en: 'Your code did not finish in time.', zh: '你的代码没有在时限内结束。' },
  MLE: { en: 'Your code used more memory than it may.', zh: '你的代码使用的内存超出了限制。' },
  OLE: { en: 'Your code printed more than it may.', zh: '你的代码输出的内容超出了限制。' },
  RE: { en: 'Your code ended the process that ran it.', zh: '你的代码使运行它的进程意外终止。' },
  IE: { en: 'Grading failed on our side; this does not count.', zh: '评测系统出错，本次不计。' },
};

export function failedAsStopped(
  behaviour: DeclaredBehaviour,
  test: DeclaredTest,
  status: 'stopped' | 'not-run',
  reason: Verdict | null,
): TestResult {
  return {
    id: test.id,
    behaviour: behaviour.id,
    title: test.options.title,
    visibility: test.visibility,
    status,
    says: status === 'stopped' && reason !== null ? (reasons[reason] ?? null) : null,
    evidence: [],
    error: null,
    console: '',
  };
}
