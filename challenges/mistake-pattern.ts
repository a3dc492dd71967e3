// How a known mistake fails: which tests, and by which expectation. Recorded from the wrong submissions of a challenge under many seeds
// (mistakes.generated.json, written by `npm run challenges:check -- --write`), and compared with how a submission failed.
import { z } from 'zod';
import type { Evidence, Text } from './authoring/evidence.ts';

/** As much of a test's result as a pattern is made of. */
export interface TestLook {
  readonly id: string;
  readonly status: string;
  readonly says: Text | null;
  readonly evidence: readonly Evidence[];
  /** What was thrown; null where nothing was, and in hidden tests, which do not tell it. */
  readonly error: { readonly message: string } | null;
}

export const knownMistakeSchema = z.object({
  id: z.string(),
  en: z.string(),
  zh: z.string(),
  /** Each test that it fails under some seed. */
  tests: z.record(
    z.string(),
    z.object({
      /** Under every seed. */
      always: z.boolean(),
      /** How it failed, where that was always the same. */
      how: z.string().nullable(),
    }),
  ),
});
export type KnownMistake = z.infer<typeof knownMistakeSchema>;

const english = (text: Text): string => (typeof text === 'string' ? text : text.en);

const withoutNumbers = (text: string): string => text.replace(/-?\d+(\.\d+)?(e[-+]?\d+)?/g, '#');

/**
 * The expectation that failed or the error that was thrown, in words that do not depend on the values drawn; null for a test that did not
 * fail. Without the error's message every program that throws, an empty one too, would be told the names of mistakes that throw.
 */
export function howFailed({ status, says, evidence: [first], error }: TestLook): string | null {
  if (status === 'error') return error ? `threw · ${withoutNumbers(error.message).trim().slice(0, 300)}` : 'threw';
  if (status !== 'failed') return null;
  const part = first?.kind === 'tensor' && first.firstWrong === null ? 'shape or dtype' : (first?.kind ?? 'nothing');
  const label = first ? english(first.label) : '';
  return withoutNumbers(`${part} · ${label} · ${says === null ? '' : english(says)}`);
}

/** What several gradings of one wrong submission have in common. */
export function patternOf(gradings: readonly (readonly TestLook[])[]): KnownMistake['tests'] {
  const seen = new Map<string, string[]>();
  for (const tests of gradings)
    for (const test of tests) {
      const how = howFailed(test);
      if (how !== null) seen.set(test.id, [...(seen.get(test.id) ?? []), how]);
    }
  return Object.fromEntries(
    [...seen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, hows]) => [
        id,
        {
          always: hows.length === gradings.length,
          how: hows.every((how) => how === hows[0]) ? (hows[0] ?? null) : null,
        },
      ]),
  );
}

/** Whether gradings under fewer seeds can have come from a mistake that was recorded under more. */
export const agreesWith = (recorded: KnownMistake, seen: KnownMistake): boolean =>
  recorded.id === seen.id &&
  recorded.en === seen.en &&
  recorded.zh === seen.zh &&
  Object.entries(recorded.tests).every(([id, { always }]) => !always || seen.tests[id]?.always === true) &&
  Object.entries(seen.tests).every(([id, { how }]) => {
    const known = recorded.tests[id];
    return known !== undefined && (known.how === null || known.how === how);
  });

const namedMax = 3;

/**
 * The mistakes that fail just as these tests did: all and only the tests that the mistake always fails (those that it fails sometimes may
 * fail), each by the same expectation. Where several fit, those with most in common; none when too many do.
 */
export function matchMistakes(known: readonly KnownMistake[], tests: readonly TestLook[]): readonly KnownMistake[] {
  const run = new Set(tests.map(({ id }) => id));
  const failed = new Map(
    tests.flatMap((test) => {
      const how = howFailed(test);
      return how === null ? [] : [[test.id, how] as const];
    }),
  );
  if (failed.size === 0) return [];
  const common = ({ tests: pattern }: KnownMistake): number => {
    for (const [id, how] of failed) {
      const recorded = pattern[id];
      if (!recorded || (recorded.how !== null && recorded.how !== how)) return 0;
    }
    let exact = 0;
    for (const [id, { always, how }] of Object.entries(pattern)) {
      if (!run.has(id)) continue;
      if (always && !failed.has(id)) return 0;
      if (failed.has(id)) exact += (always ? 2 : 1) + (how === null ? 0 : 1);
    }
    return exact;
  };
  const scored = known.map((mistake) => ({ mistake, score: common(mistake) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const named = best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ mistake }) => mistake);
  return named.length > namedMax ? [] : named;
}
