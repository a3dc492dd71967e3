// The same submission gets the same verdict, whatever is graded beside it and however often.
import { type GradedFile, gradedFiles } from '#challenges/check/grading.ts';
import { challenges, findChallenge } from '#challenges/index.ts';
import { createGrader } from '#sandbox/grade.ts';
import type { GradeResult } from '#sandbox/result.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';
import { catalogue as real } from '#sandbox/judge/catalogue.ts';
import { allAttacks } from './attacks/index.ts';
import { catalogue as attacked } from './catalogue.ts';

/** Both the real challenges and those that are attacked. */
export const catalogue: Catalogue = {
  suite: (id) => (findChallenge(id) ? real : attacked).suite(id),
  mistakes: (id) => (findChallenge(id) ? (real.mistakes?.(id) ?? []) : []),
  limits: (id) => (findChallenge(id) ? real : attacked).limits(id),
};

export interface Determined {
  readonly files: number;
  readonly gradings: number;
  readonly attacks: number;
  readonly seconds: number;
  /** Those that came out in more than one way, and how. */
  readonly unsteady: readonly string[];
  /** Those that came out in a way that their challenge does not say. */
  readonly wrong: readonly string[];
  readonly faults: readonly string[];
}

/** Of this many seeds each is graded again and again: what fails may depend on what is drawn, verdict and score may not. */
const seedsMax = 10;
/** Files between two attacks: one is nearly always there beside what is graded, as it takes as long as many of them. */
const attackEvery = 10;

export async function determine(options: {
  readonly times: number;
  readonly concurrency: number;
  readonly choose?: (file: GradedFile) => boolean;
  /** Ends early, with what was graded by then. */
  readonly secondsMax?: number;
  readonly onRound?: (round: number, seconds: number) => void;
}): Promise<Determined> {
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const over = (): boolean => seconds() > (options.secondsMax ?? Number.POSITIVE_INFINITY);
  const files = challenges.flatMap(({ id }) => gradedFiles(id)).filter(options.choose ?? (() => true));
  const faults: string[] = [];
  const grader = await createGrader({
    concurrency: options.concurrency,
    catalogueUrl: import.meta.url,
    onFault: (fault) => faults.push(fault),
  });
  const outcomes = new Map<string, Map<string, number>>();
  const failures = new Map<string, Set<string>>();
  const wrong = new Set<string>();
  let [gradings, attacks] = [0, 0];
  const tally = (file: GradedFile, seed: number, result: GradeResult): void => {
    const name = `${file.challenge}/${file.file}`;
    const outcome = `${result.verdict} ${result.score} of ${result.points}`;
    const counts = outcomes.get(name) ?? new Map<string, number>();
    outcomes.set(name, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
    const failed = result.tests.filter(({ status }) => status !== 'passed').map(({ id, status }) => `${id} ${status}`);
    const key = `${name} under seed ${seed}`;
    failures.set(key, (failures.get(key) ?? new Set()).add(failed.toSorted().join(', ')));
    const fault = file.fault(result);
    if (fault !== null) wrong.add(`${name}: ${fault}`);
  };
  const takeTurns = async (queue: (() => Promise<void>)[]): Promise<void> => {
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next && !over(); next = queue.shift()) await next();
    };
    await Promise.all(Array.from({ length: options.concurrency }, worker));
  };

  for (let round = 0; round < options.times && !over(); round++) {
    const seed = round % Math.min(seedsMax, Math.ceil(options.times / 2));
    const queue = files.flatMap((file, i) => {
      const grade = async (): Promise<void> => {
        tally(file, seed, await grader.grade({ challenge: file.challenge, source: file.source, kind: 'submit', seed }));
        gradings++;
      };
      const attack = i % attackEvery === 0 ? allAttacks[(round * 97 + i) % allAttacks.length] : undefined;
      if (!attack) return [grade];
      const { challenge, source } = attack;
      return [
        grade,
        async () => {
          await grader.grade({ challenge, source, kind: 'submit', seed });
          attacks++;
        },
      ];
    });
    // Each round in another order.
    const cut = (round * 7) % queue.length;
    await takeTurns([...queue.slice(cut), ...queue.slice(0, cut)]);
    options.onRound?.(round + 1, seconds());
  }
  await grader.close();
  return {
    files: files.length,
    gradings,
    attacks,
    seconds: seconds(),
    unsteady: [
      ...[...outcomes]
        .filter(([, counts]) => counts.size > 1)
        .map(([name, counts]) => `${name}: ${[...counts].map(([outcome, n]) => `${n} × ${outcome}`).join(', ')}`),
      ...[...failures]
        .filter(([, ways]) => ways.size > 1)
        .map(([name, ways]) => `${name}: ${[...ways].map((way) => way || 'all passed').join(' | ')}`),
    ],
    wrong: [...wrong],
    faults,
  };
}
