// Stands in for the grader where a test is about the queue and not about grading: says what the source tells it to.
// `AC`, `WA`, `IE`: that verdict, three tests; `throw`: breaks; `slow`: AC after a while; `nasty`: text that JSON can
// hold and PostgreSQL cannot.
import { setTimeout as sleep } from 'node:timers/promises';
import type { GradeRequest, GradeResult, TestResult } from '#sandbox/result.ts';

export function testNumber(number: number, status: TestResult['status'], says = 'wrong'): TestResult {
  return {
    id: `behaviour/test-${number}`,
    behaviour: 'behaviour',
    title: { en: `test ${number}`, zh: `测试 ${number}` },
    visibility: 'sample',
    status,
    says: status === 'passed' ? null : says,
    evidence: [],
    error: null,
    console: '',
  };
}

export class GradingDouble {
  graded: GradeRequest[] = [];
  closed = false;
  readonly jail = { double: true };
  readonly #slowMs: number;

  constructor(slowMs = 1_000) {
    this.#slowMs = slowMs;
  }

  async grade(request: GradeRequest, onTest?: (test: TestResult) => void, signal?: AbortSignal): Promise<GradeResult> {
    signal?.throwIfAborted();
    this.graded.push(request);
    if (request.source === 'throw') throw new Error('broken');
    const verdict = request.source === 'WA' || request.source === 'IE' ? request.source : 'AC';
    const says = request.source === 'nasty' ? 'nul \0 and half \ud800' : 'wrong';
    const tests = [1, 2, 3].map((n) =>
      testNumber(n, n === 2 && (verdict === 'WA' || says !== 'wrong') ? 'failed' : 'passed', says),
    );
    for (const test of tests) {
      onTest?.(test);
      if (request.source === 'slow') await sleep(this.#slowMs / 3, undefined, { signal });
    }
    const score = verdict === 'AC' ? 6 : verdict === 'WA' ? 4 : 0;
    return {
      verdict,
      score,
      points: verdict === 'IE' ? 0 : 6,
      behaviours: [],
      tests: verdict === 'IE' ? [] : tests,
      mistakes: verdict === 'WA' ? [{ id: 'a-slip', text: { en: 'It slips.', zh: '失手了。' } }] : [],
      problems: [],
      console: '',
      seed: request.seed,
      meters: { wallMs: 5, cpuMs: 4, peakBytes: 1000, cost: null },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
