// Errors of a submission at the user's own lines.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { SourceProblem } from '#sandbox/result.ts';
import { submit } from './submissions.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader({ concurrency: 1, catalogueUrl: new URL('./catalogue.ts', import.meta.url).href });
}, 60_000);
afterAll(() => grader.close());

const imports = "import torch, { nn, type Tensor } from 'torch';\n";
const collect = '\nexport const collect = (next: () => number): number[] => [next(), next(), next()];\n';
const thrownBy = async (source: string): Promise<SourceProblem | null> => {
  const { tests } = await grader.grade(submit(imports + source + collect));
  return tests.find((t) => t.visibility === 'sample')?.error ?? null;
};

describe('an error thrown while a test runs is told at the line that threw', () => {
  test.each<[name: string, source: string, line: number, column: number | null, message: RegExp]>([
    [
      'a nested call',
      'function inner(): never {\n  throw new Error("deep");\n}\nconst outer = () => inner();\nexport const double = (x: Tensor) => outer();',
      3,
      9,
      /deep/,
    ],
    [
      'a callback of the engine',
      'class Net extends nn.Module {\n  override forward(x: Tensor): Tensor {\n    throw new RangeError("inside");\n  }\n}\nexport const double = (x: Tensor) => new Net()(x);',
      4,
      11,
      /RangeError: inside/,
    ],
    [
      'a hook during backward',
      'export function double(x: Tensor) {\n  const y = x.float().requires_grad_(true);\n  y.register_hook(() => {\n    throw new Error("hooked");\n  });\n  y.sum().backward();\n}',
      5,
      11,
      /hooked/,
    ],
    [
      'a constructor',
      'class Bad {\n  n = 1;\n  constructor() {\n    throw new Error("made");\n  }\n}\nexport const double = (x: Tensor) => new Bad();',
      5,
      11,
      /made/,
    ],
    [
      'a field initializer',
      'class Bad {\n  n: number = (undefined as any).x;\n}\nexport const double = (x: Tensor) => new Bad();',
      3,
      null,
      /TypeError: Cannot read/,
    ],
    [
      'the engine, called in the submission',
      'export const double = (x: Tensor) =>\n  x.matmul(torch.ones([3, 3]));',
      3,
      5,
      /RuntimeError/,
    ],
    [
      'a getter',
      'const o = {\n  get bad(): number {\n    throw new Error("got");\n  },\n};\nexport const double = (x: Tensor) => o.bad;',
      4,
      11,
      /got/,
    ],
    [
      'a generator',
      'function* g() {\n  yield 1;\n  throw new Error("third");\n}\nexport const double = (x: Tensor) => [...g()];',
      4,
      9,
      /third/,
    ],
    [
      'after type-only lines',
      'interface A {\n  a: number;\n}\ntype B = A & { b: string };\nexport function double(x: Tensor): B {\n  throw new Error("late");\n}',
      7,
      9,
      /late/,
    ],
    [
      'behind unicode on the line',
      'export const double = (x: Tensor) => { const 中文 = "😀"; throw new Error(中文); };',
      2,
      63,
      /😀/,
    ],
    [
      'CRLF lines',
      'const a = 1;\r\nexport function double(x: Tensor) {\r\n  throw new Error("crlf");\r\n}\r\n',
      4,
      9,
      /crlf/,
    ],
    [
      'too deep a recursion',
      'export function double(x: Tensor): Tensor {\n  return double(x).mul(2);\n}',
      3,
      null,
      /Maximum call stack/,
    ],
  ])('%s', async (_, source, line, column, message) => {
    const error = await thrownBy(source);
    expect(error?.message).toMatch(message);
    expect(error?.line).toBe(line);
    if (column !== null) expect(error?.column).toBe(column);
  });
  test('what is thrown need be no error', async () => {
    expect(await thrownBy('export const double = (x: Tensor) => { throw "text"; };')).toMatchObject({
      message: 'text',
    });
    expect((await thrownBy('export const double = (x: Tensor) => { throw null; };'))?.message).toBeTruthy();
  });
  test('console.log of an error names the line too', async () => {
    const { tests } = await grader.grade(
      submit(
        `${imports}export const double = (x: Tensor) => {\n  console.log(new Error('seen'));\n  return x.mul(2);\n};${collect}`,
      ),
    );
    expect(tests.find((t) => t.visibility === 'sample')?.console).toMatch(
      /^Error: seen\n\s+at double \(solution\.ts:3:15\)/,
    );
  });
});

describe('an async function is told that it is called synchronously', () => {
  test.each([
    'export const double = async (x: Tensor) => x.mul(2);',
    'export function double(x: Tensor) { return Promise.resolve(x); }',
  ])('%s', async (source) => {
    const { verdict, tests } = await grader.grade(submit(imports + source + collect));
    expect(verdict).toBe('WA');
    expect(tests.find((t) => t.visibility === 'sample')?.says).toMatchObject({
      en: expect.stringMatching(/Promise.*async/s),
    });
  });
});

describe('what does not compile is told at its line and column', () => {
  test.each<[name: string, source: string, line: number, column: number]>([
    ['in the middle of a template string', 'const s = `\n  first\n  ${1 +}\n`;', 3, 8],
    ['a template that never ends', 'const a = 1;\nconst s = `abc\n', 3, 1],
    ['behind Chinese and an emoji', "const t = '中文😀' +* 2;", 1, 19],
    ['CRLF lines', 'const a = 1;\r\nconst b = ;\r\n', 2, 11],
    ['tabs', 'if (true) {\n\tconst = 1;\n}', 2, 8],
    ['a missing bracket', 'function f() {\n  return (1;\n}', 2, 12],
    ['at the end of the file', 'function f() {', 1, 15],
  ])('%s', async (_, source, line, column) => {
    const { verdict, problems } = await grader.grade(submit(source));
    expect(verdict).toBe('CE');
    expect(problems[0]).toMatchObject({ line, column });
  });
});
