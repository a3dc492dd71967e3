// Runs the sample tests of a challenge in workers of this browser, by the judge's own code: a worker a behaviour, some at a time. What it
// cannot settle (a loop that does not end, a flood of output, no memory) it leaves to the server.
import { z } from 'zod';
import { type KnownMistake, knownMistakeSchema, matchMistakes } from '#challenges/mistake-pattern.ts';
import { fromWorkerSchema } from '#sandbox/browser/messages.ts';
import { locate } from '#sandbox/compile/places.ts';
import { scoreBehaviours, verdictOf } from '#sandbox/judge/verdict.ts';
import type { GradeResult, TestResult, Text } from '#sandbox/result.ts';
import { engineUrl } from './engine-url.ts';
import { type Prepared, prepared, send } from './prepared.ts';

interface Outlined {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  readonly tests: readonly { readonly id: string; readonly title: Text; readonly visibility: 'sample' | 'hidden' }[];
}
export interface SampleChallenge {
  readonly id: string;
  readonly outline: readonly Outlined[];
  readonly timeLimitMs: number;
}
export interface SampleJob {
  readonly code: string;
  readonly map: string;
  readonly seed: number;
}
type SampleResult = Omit<GradeResult, 'meters'>;

/** Workers at a time: each holds two engines. */
const workersMax = 3;

interface Loaded {
  readonly scripts: { readonly judge: string; readonly tests: string };
  readonly mistakes: readonly KnownMistake[];
}
/** Of one behaviour. */
interface Judged {
  readonly console: string;
  readonly load: { readonly message: string; readonly stack: string } | null;
}

export class SampleRunner {
  readonly #challenge: SampleChallenge;
  readonly #behaviours: readonly Outlined[];
  #loaded: Loaded | null = null;
  #loading: Promise<void> | null = null;
  #ahead: Prepared[] = [];

  constructor(challenge: SampleChallenge) {
    this.#challenge = challenge;
    this.#behaviours = challenge.outline
      .map((one) => ({ ...one, tests: one.tests.filter(({ visibility }) => visibility === 'sample') }))
      .filter(({ tests }) => tests.length > 0);
  }

  /** Whether a run can begin at once. */
  get isLoaded(): boolean {
    return this.#loaded !== null;
  }
  /** Fetches what a run needs, once; where that fails, another call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch().catch(() => void (this.#loading = null));
    return this.#loading;
  }
  async #fetch(): Promise<void> {
    const { id } = this.#challenge;
    // The workers' own script too, though it is not read here: the browser keeps it, so that a worker starts without a network.
    const names = ['judge.js', `${id}.tests.js`, `${id}.mistakes.json`, 'worker.js'] as const;
    const [judge, tests, mistakes] = await Promise.all(
      names.map(async (name) => {
        const response = await fetch(engineUrl(name));
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.text();
      }),
    );
    this.#loaded = {
      scripts: { judge: judge ?? '', tests: tests ?? '' },
      mistakes: z.array(knownMistakeSchema).parse(JSON.parse(mistakes ?? '')),
    };
  }

  /** Starts workers for the next run. */
  prepare(): void {
    if (this.#loaded === null) return;
    while (this.#ahead.length < Math.min(workersMax, this.#behaviours.length))
      this.#ahead.push(prepared(this.#loaded.scripts));
  }
  close(): void {
    for (const { worker } of this.#ahead.splice(0)) worker.terminate();
  }

  /** Null where the server has to say, and once it is aborted. */
  async run(job: SampleJob, onTest: (result: TestResult) => void, signal: AbortSignal): Promise<SampleResult | null> {
    const loaded = this.#loaded;
    if (loaded === null) return null;
    const results = new Map<string, TestResult>();
    const hear = (result: TestResult): void => {
      results.set(result.id, result);
      onTest(result);
    };
    const waiting = [...this.#behaviours];
    const judged: Judged[] = [];
    let failed = false;
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
        const one = await this.#judge(next.id, job, loaded, hear, signal);
        if (one === null) failed = true;
        else judged.push(one);
        // The module fails to load for every behaviour alike.
        if (one?.load != null) waiting.length = 0;
      }
    };
    await Promise.all(Array.from({ length: workersMax }, work));
    return failed ? null : this.#result(job, loaded, results, judged);
  }

  #result(
    { map, seed }: SampleJob,
    { mistakes }: Loaded,
    results: ReadonlyMap<string, TestResult>,
    judged: readonly Judged[],
  ): SampleResult {
    const load = judged.find((one) => one.load !== null)?.load ?? null;
    const tests = this.#behaviours.flatMap((behaviour) =>
      behaviour.tests.map((test): TestResult => {
        const found = results.get(test.id);
        if (found !== undefined && load === null) return found;
        return {
          ...test,
          behaviour: behaviour.id,
          status: 'not-run',
          says: null,
          evidence: [],
          error: null,
          console: '',
        };
      }),
    );
    const verdict = verdictOf(tests, null, load !== null);
    const behaviours = scoreBehaviours(
      this.#behaviours.map(({ id, title, points }) => ({ id, options: { title: bilingual(title), points } })),
      tests,
      load !== null,
    );
    return {
      verdict,
      score: behaviours.reduce((sum, { earned }) => sum + earned, 0),
      points: behaviours.reduce((sum, { points }) => sum + points, 0),
      behaviours,
      tests,
      mistakes:
        load === null && verdict !== 'AC'
          ? matchMistakes(mistakes, tests).map(({ id, en, zh }) => ({ id, text: { en, zh } }))
          : [],
      problems: load === null ? [] : [{ message: load.message, ...locate(load.stack, map) }],
      console: judged[0]?.console ?? '',
      seed,
    };
  }

  /** Null where it took too long, was aborted or could not be finished. */
  async #judge(
    behaviour: string,
    job: SampleJob,
    { scripts }: Loaded,
    onTest: (result: TestResult) => void,
    signal: AbortSignal,
  ): Promise<Judged | null> {
    if (signal.aborted) return null;
    const { worker, ready } = this.#ahead.shift() ?? prepared(scripts);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let abort = (): void => undefined;
    try {
      await ready;
      return await new Promise<Judged | null>((resolve) => {
        abort = () => resolve(null);
        signal.addEventListener('abort', abort);
        timer = setTimeout(() => resolve(null), this.#challenge.timeLimitMs);
        worker.onerror = () => resolve(null);
        worker.onmessage = ({ data }) => {
          const parsed = fromWorkerSchema.safeParse(data);
          if (!parsed.success) return resolve(null);
          if (parsed.data.type === 'test') onTest(parsed.data.result);
          if (parsed.data.type === 'judged') resolve(parsed.data.end === null ? parsed.data : null);
        };
        send(worker, { type: 'judge', behaviour, ...job });
      });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      worker.terminate();
    }
  }
}

const bilingual = (text: Text): { en: string; zh: string } =>
  typeof text === 'string' ? { en: text, zh: text } : text;
