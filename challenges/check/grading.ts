// What a grader must say about the files of a challenge: the solution and every accepted submission get full marks, every wrong
// one loses exactly the behaviours it declares, the starter compiles and gets nothing; all of it under ten seeds.
// The grader is handed in by sandbox/check-challenges.ts and tests/challenges, because this folder may not import the sandbox.
import { acceptedSubmissions, solution, starter, wrongSubmissions } from '../content.ts';

export const seeds: readonly number[] = [0, 1, 2, 7, 42, 1234, 65_535, 1_000_003, 2 ** 31, 2 ** 32 - 1];

/** As much of `sandbox/grade.ts` as is needed here. */
export interface Grading {
  grade(request: { challenge: string; source: string; kind: 'submit'; seed: number }): Promise<{
    readonly verdict: string;
    readonly score: number;
    readonly points: number;
    readonly behaviours: readonly { readonly id: string; readonly points: number; readonly earned: number }[];
    readonly tests: readonly {
      readonly id: string;
      readonly status: string;
      readonly error: { readonly message: string } | null;
    }[];
    readonly problems: readonly { readonly message: string }[];
  }>;
}
type Graded = Awaited<ReturnType<Grading['grade']>>;

export interface GradedFile {
  readonly challenge: string;
  /** `solution.ts`, `submissions/wrong/no-activation.ts`. */
  readonly file: string;
  readonly source: string;
  /** null when the verdict is right; otherwise what is wrong with it. */
  readonly fault: (result: Graded) => string | null;
}

/** Every file of a challenge that is to be graded, with what must come out. */
export function gradedFiles(id: string): readonly GradedFile[] {
  return [
    { challenge: id, file: 'starter.ts', source: starter(id), fault: starterFault },
    { challenge: id, file: 'solution.ts', source: solution(id), fault: rightFault },
    ...acceptedSubmissions(id).map(({ name, source }) => ({
      challenge: id,
      file: `submissions/accepted/${name}.ts`,
      source,
      fault: rightFault,
    })),
    ...wrongSubmissions(id).map(({ name, source, mistake }) => ({
      challenge: id,
      file: `submissions/wrong/${name}.ts`,
      source,
      fault: (result: Graded) => wrongFault(result, mistake.fails),
    })),
  ];
}

/** Faults of one file over the seeds; one that comes under several seeds is told once. */
export async function gradingFaults(
  grader: Grading,
  { challenge, file, source, fault }: GradedFile,
  over = seeds,
): Promise<string[]> {
  const results = await Promise.all(over.map((seed) => grader.grade({ challenge, source, kind: 'submit', seed })));
  const found = new Map<string, number[]>();
  for (const [index, result] of results.entries()) {
    const sentence = fault(result);
    if (sentence !== null) found.set(sentence, [...(found.get(sentence) ?? []), over[index] ?? -1]);
  }
  return [...found].map(
    ([sentence, under]) =>
      `${challenge}/${file}, ${under.length === over.length ? 'every seed' : `seed ${under.join(', ')}`}: ${sentence}`,
  );
}

function rightFault(result: Graded): string | null {
  if (result.verdict === 'AC' && result.score === result.points) return null;
  return `${result.verdict} with ${result.score} of ${result.points} points, not accepted; ${detail(result)}`;
}

function starterFault(result: Graded): string | null {
  if (result.verdict === 'CE' || result.verdict === 'IE') return `${result.verdict}; ${detail(result)}`;
  return result.score === 0 ? null : `gets ${result.score} of ${result.points} points without being written`;
}

function wrongFault(result: Graded, fails: readonly string[]): string | null {
  if (!['WA', 'RE'].includes(result.verdict))
    return `${result.verdict}, where ${fails.join(', ')} must fail; ${detail(result)}`;
  const lost = result.behaviours.filter(({ earned }) => earned === 0).map(({ id }) => id);
  const missing = fails.filter((id) => !lost.includes(id));
  const extra = lost.filter((id) => !fails.includes(id));
  if (missing.length + extra.length === 0) return null;
  return [
    missing.length ? `passes ${missing.join(', ')}` : '',
    extra.length ? `also fails ${extra.join(', ')}; ${detail(result)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

const detail = ({ tests, problems }: Graded): string =>
  [
    ...problems.map(({ message }) => message),
    ...tests
      .filter(({ status }) => status !== 'passed')
      .map(({ id, status, error }) => `${id} ${status}${error ? ` (${error.message})` : ''}`),
  ]
    .slice(0, 4)
    .join(', ');
