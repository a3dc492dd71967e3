// What a grader must say about the files of a challenge: the solution and every accepted submission get full marks, every wrong
// one loses exactly the behaviours it declares, the starter compiles and gets nothing; all of it under many seeds.
// The grader is handed in by sandbox/check-challenges.ts and tests/challenges, because this folder may not import the sandbox.
import type { Evidence, Text } from '../authoring/evidence.ts';
import { acceptedSubmissions, type Mistake, solution, starter, wrongSubmissions } from '../content.ts';
import { type KnownMistake, patternOf } from '../mistake-pattern.ts';

/** Under which it is recorded how mistakes fail. */
export const seeds: readonly number[] = [0, 1, 2, 7, 42, 1234, 65_535, 1_000_003, 2 ** 31, 2 ** 32 - 1];
/** These, and as many others as make `count`. */
export const seedsOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => seeds[i] ?? (i * 2_654_435_761) % 2 ** 32);
/** For `npm test`, which is run often: whoever changes a challenge runs `npm run challenges:check` over them all. */
export const fewSeeds: readonly number[] = [0, 65_535, 2 ** 32 - 1];

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
      readonly says: Text | null;
      readonly evidence: readonly Evidence[];
    }[];
    readonly mistakes: readonly { readonly id: string }[];
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
  /** Of a wrong submission. */
  readonly mistake: Mistake | null;
}

/** Every file of a challenge that is to be graded, with what must come out. */
export function gradedFiles(id: string): readonly GradedFile[] {
  return [
    { challenge: id, file: 'starter.ts', source: starter(id), fault: starterFault, mistake: null },
    { challenge: id, file: 'solution.ts', source: solution(id), fault: rightFault, mistake: null },
    ...acceptedSubmissions(id).map(({ name, source }) => ({
      challenge: id,
      file: `submissions/accepted/${name}.ts`,
      source,
      fault: rightFault,
      mistake: null,
    })),
    ...wrongSubmissions(id).map(({ name, source, mistake }) => ({
      challenge: id,
      file: `submissions/wrong/${name}.ts`,
      source,
      fault: (result: Graded) => wrongFault(result, mistake.fails),
      mistake,
    })),
  ];
}

/** Faults of one file over the seeds; one that comes under several seeds is told once. With how it failed, of a wrong submission. */
export async function gradeFile(
  grader: Grading,
  { challenge, file, source, fault, mistake }: GradedFile,
  { over = seeds, checksNames = true }: { readonly over?: readonly number[]; readonly checksNames?: boolean } = {},
): Promise<{ readonly faults: string[]; readonly recorded: KnownMistake | null }> {
  const results = await Promise.all(over.map((seed) => grader.grade({ challenge, source, kind: 'submit', seed })));
  const found = new Map<string, number[]>();
  for (const [index, result] of results.entries()) {
    const sentence = fault(result);
    if (sentence !== null) found.set(sentence, [...(found.get(sentence) ?? []), over[index] ?? -1]);
  }
  const faults = [...found].map(
    ([sentence, under]) =>
      `${challenge}/${file}, ${under.length === over.length ? 'every seed' : `seed ${under.join(', ')}`}: ${sentence}`,
  );
  const mayBeUnnamed = over.some((seed) => !seeds.includes(seed));
  const naming = mistake && checksNames ? namingFault(results, mistake, mayBeUnnamed) : null;
  if (naming !== null) faults.push(`${challenge}/${file}: ${naming}`);
  const recorded = mistake && {
    id: mistake.id,
    en: mistake.en,
    zh: mistake.zh,
    tests: patternOf(results.map(({ tests }) => tests)),
  };
  return { faults, recorded };
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

/**
 * Named as itself under every seed, or under none where too many mistakes fail alike; under seeds that nothing was recorded under
 * perhaps not named, but never as another. Needs the recorded mistakes to be up to date.
 */
function namingFault(results: readonly Graded[], { id }: Mistake, mayBeUnnamed: boolean): string | null {
  const named = new Set(results.map(({ mistakes }) => mistakes.map((mistake) => mistake.id).join(', ')));
  if (mayBeUnnamed && named.size > 1) named.delete('');
  const [first = ''] = named;
  if (named.size === 1 && (first === '' || first.split(', ').includes(id))) return null;
  return `is told that it behaves like ${[...named].map((names) => names || 'no known mistake').join('; or ')}`;
}

/** What the recorded mistakes of a challenge must be, as the file's text. */
export const recordedText = (recorded: readonly KnownMistake[]): string => `${JSON.stringify(recorded, null, 1)}\n`;

const detail = ({ tests, problems }: Graded): string =>
  [
    ...problems.map(({ message }) => message),
    ...tests
      .filter(({ status }) => status !== 'passed')
      .map(({ id, status, error }) => `${id} ${status}${error ? ` (${error.message})` : ''}`),
  ]
    .slice(0, 4)
    .join(', ');
