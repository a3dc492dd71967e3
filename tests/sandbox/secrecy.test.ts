import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { TestResult } from '#sandbox/result.ts';
import { first, honest, instead, submit } from './submissions.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader({ concurrency: 1, catalogueUrl: new URL('./catalogue.ts', import.meta.url).href });
}, 60_000);
afterAll(() => grader.close());

const hidden = (tests: readonly TestResult[]): TestResult[] => tests.filter((t) => t.visibility === 'hidden');
const sample = (tests: readonly TestResult[]): TestResult[] => tests.filter((t) => t.visibility === 'sample');

describe('what a submission learns', () => {
  test('it sees what it printed in sample tests, tensors as PyTorch prints them, and nothing of hidden ones', async () => {
    const { tests, console } = await grader.grade(
      submit(`console.log('loaded');\n${first("console.log('x =', x, [1, 'a'], { b: null });")}`),
    );
    expect(console).toBe('loaded\n');
    expect(sample(tests)[0]?.console).toMatch(/^x = tensor\(\[1\.?, 2\.?\]\) \[ 1, 'a' \] \{ b: null \}\n$/);
    expect(hidden(tests).map((t) => t.console)).toStrictEqual(['', '']);
  });
  test('it sees what it threw in sample tests, at its own line and column, and of hidden ones only that it threw', async () => {
    const { tests } = await grader.grade(submit(first('throw new TypeError(String(x));')));
    expect(sample(tests)[0]?.error).toMatchObject({
      message: expect.stringMatching(/^TypeError: tensor/),
      line: 3,
      column: 9,
    });
    for (const t of hidden(tests)) expect(t.error).toBeNull();
    expect(JSON.stringify(hidden(tests))).not.toContain('tensor(');
  });
  test('an error while it is loaded is told with its line', async () => {
    const { problems, verdict } = await grader.grade(submit("const a = 1;\n\n  throw new RangeError('no ' + a);"));
    expect([verdict, problems]).toStrictEqual(['RE', [{ message: 'RangeError: no 1', line: 3, column: 9 }]]);
  });
  test('a compile error is told with its line and column', async () => {
    const { problems } = await grader.grade(submit("const 中 = 1;\nconst s = '中' +* 2;"));
    expect(problems[0]).toMatchObject({ line: 2, column: 16 });
  });
  test('a missing entry point and one of another kind are failures that say so', async () => {
    const missing = await grader.grade(submit('export const other = 1;'));
    expect(missing.verdict).toBe('WA');
    expect(sample(missing.tests)[0]?.says).toMatchObject({ en: '`double` is not exported.' });
    const another = await grader.grade(submit('export class double {}'));
    expect(sample(another.tests)[0]?.says).toMatchObject({ en: '`double` must be a function, but it is a class.' });
  });
  test('a wrong value comes with evidence', async () => {
    const { tests } = await grader.grade(submit(instead('return x.mul(3);')));
    expect(sample(tests)[0]?.evidence).toMatchObject([
      {
        kind: 'tensor',
        label: 'double(…)',
        firstWrong: [0],
        maxError: 2,
        expected: { values: [2, 4] },
        actual: { values: [3, 6] },
      },
    ]);
  });
});

describe('what a submission can reach', () => {
  const reachable = async (expression: string): Promise<string | undefined> => {
    const { tests } = await grader.grade(submit(first(`console.log(String(${expression}));`)));
    return sample(tests)[0]?.console.trim();
  };
  test.each([
    'typeof WebAssembly',
    'typeof process',
    'typeof performance',
    'typeof setTimeout',
    'typeof globalThis.require',
    'typeof exchange',
    'typeof gradgymAgent',
    'typeof gradgymConnect',
    'typeof ivm',
  ])('%s is undefined', async (expression) => {
    expect(await reachable(expression)).toBe('undefined');
  });
  test('the engine is frozen, yet a module may override what it inherits', async () => {
    expect(
      await reachable(
        '(() => { try { (torch.Tensor.prototype as any).mul = () => 1; return false; } catch { return true; } })()',
      ),
    ).toBe('true');
    expect(
      await reachable(
        '(() => { class Net extends torch.nn.Module { forward(y: Tensor) { return y; } } const n: any = new Net(); n.forward = () => 5; n.fc = new torch.nn.ReLU(); return n.forward(); })()',
      ),
    ).toBe('5');
  });
  test('nothing of one behaviour is left in the next: each has an isolate of its own', async () => {
    const source = honest.replace(
      'export function',
      "if ('seen' in globalThis) throw new Error('seen');\nReflect.set(globalThis, 'seen', 1);\nexport function",
    );
    expect((await grader.grade(submit(source))).verdict).toBe('AC');
  });
  test("the judge's spies cannot be forged: calls are counted on its side", async () => {
    const { tests } = await grader.grade(submit(honest.replace('[next(), next(), next()]', '[5, 6, 7]')));
    expect(tests.find((t) => t.id === 'calls-back/three-times')).toMatchObject({
      status: 'failed',
      evidence: [{ kind: 'calls', count: 0 }],
    });
  });
});
