import type { BehaviourOptions, SuiteContext, TestContext, TestOptions } from '../authoring.ts';
import type { Outline } from './outline.ts';

export interface DeclaredTest {
  /** `behaviour/test` */
  readonly id: string;
  readonly visibility: 'sample' | 'hidden';
  readonly options: TestOptions;
  readonly body: (context: TestContext) => void;
}

export interface DeclaredBehaviour {
  readonly id: string;
  readonly options: BehaviourOptions;
  readonly tests: readonly DeclaredTest[];
}

export interface TestSuite {
  readonly behaviours: readonly DeclaredBehaviour[];
  /** Ids, titles, points and visibility; nothing runs. */
  readonly outline: Outline;
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Declares the tests of a challenge. The definition runs once, at import; the bodies only when a submission is graded.
 * @param options.mayBeEmpty for a copy that went out with its sample tests alone
 */
export function tests(define: (context: SuiteContext) => void, { mayBeEmpty = false } = {}): TestSuite {
  const behaviours: DeclaredBehaviour[] = [];
  define({
    behaviour(id, options, declare) {
      checkId(
        id,
        behaviours.map((b) => b.id),
      );
      if (!Number.isInteger(options.points) || options.points < 1)
        throw new Error(`behaviour ${id}: points must be a positive integer`);
      const declared: DeclaredTest[] = [];
      const kind =
        (visibility: 'sample' | 'hidden') =>
        (name: string, testOptions: TestOptions, body: (context: TestContext) => void) => {
          checkId(
            name,
            declared.map((t) => t.id.slice(id.length + 1)),
          );
          declared.push({ id: `${id}/${name}`, visibility, options: testOptions, body });
        };
      declare({ sample: kind('sample'), hidden: kind('hidden') });
      if (declared.length === 0 && !mayBeEmpty) throw new Error(`behaviour ${id} has no tests`);
      behaviours.push({ id, options, tests: declared });
    },
  });
  return { behaviours, outline: behaviours.map(outlineOf) };
}

function outlineOf({ id, options, tests: declared }: DeclaredBehaviour) {
  return {
    id,
    title: options.title,
    points: options.points,
    tests: declared.map((t) => ({ id: t.id, title: t.options.title, visibility: t.visibility })),
  };
}

function checkId(id: string, taken: readonly string[]): void {
  if (!idPattern.test(id)) throw new Error(`'${id}' is not a kebab-case id`);
  if (taken.includes(id)) throw new Error(`'${id}' is declared twice`);
}
