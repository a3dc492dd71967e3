import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import { LagWatch } from './loop-lag.ts';
import { jailedProcesses } from './processes.ts';
import { first, honest, instead, submit } from './submissions.ts';

let grader: Grader;
const faults: string[] = [];
beforeAll(async () => {
  grader = await createGrader({
    concurrency: 2,
    catalogueUrl: new URL('./catalogue.ts', import.meta.url).href,
    onFault: (fault) => faults.push(fault),
  });
}, 60_000);
afterAll(() => grader.close());

describe('a submission that misbehaves gets its verdict, and the next one is graded rightly at once', () => {
  test.each([
    ['loops for ever', first('for (;;);'), 'TLE'],
    ['loops while it is loaded', 'for (;;);', 'TLE'],
    [
      'sleeps without using the processor',
      first('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'),
      'TLE',
    ],
    [
      'is stuck in a built-in that cannot be interrupted',
      first('Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);'),
      'TLE',
    ],
    [
      'loops in a getter of the error it throws',
      first("throw Object.defineProperty(new Error(), 'message', { get() { for (;;); } });"),
      'TLE',
    ],
    ['loops in a microtask', first('const again = (): void => void Promise.resolve().then(again); again();'), 'TLE'],
    ['calls back for ever', honest.replace('[next(), next(), next()]', '{ for (;;) next(); }'), 'TLE'],
    ['grows a Map for ever', first('const m = new Map(); for (let i = 0; ; i++) m.set(i, i);'), 'MLE'],
    ['grows an array for ever', first('const a = []; for (let i = 0; ; i++) a.push({ i });'), 'MLE'],
    ['floods the log', first("for (;;) console.log('flood');"), 'OLE'],
    ['prints one endless line', first("console.log('x'.repeat(1e8));"), 'OLE'],
    ['throws', first("throw new Error('no');"), 'RE'],
    ['throws null', first('throw null;'), 'RE'],
    ['throws a proxy', first('throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });'), 'RE'],
    ['throws while it is loaded', "throw new Error('no');", 'RE'],
    ['recurses without end', first('const f = (): number => f() + 1; f();'), 'RE'],
    [
      'allocates typed arrays without end',
      first('const a = []; for (;;) a.push(new Float64Array(1e6).fill(1));'),
      'RE',
    ],
    ['gives back a cyclic object', instead('const o: { o?: unknown } = {}; o.o = o; return o;'), 'WA'],
    ['gives back a proxy', instead('return new Proxy({}, { ownKeys() { throw 1; }, get() { throw 2; } });'), 'RE'],
    ['gives back an array that claims to be endless', instead('const a = []; a.length = 2 ** 32 - 1; return a;'), 'RE'],
    ['gives back a huge string', instead("return 'x'.repeat(1e8);"), 'WA'],
    ['gives back a verdict', instead("return { verdict: 'AC', status: 'passed', t: 'tensor', id: 0 };"), 'WA'],
    [
      'gives back a tensor whose shape lies',
      instead('return Object.assign(x.mul(2), { shape: [1e9, 1e9] });'),
      'not AC',
    ],
    ['gives back NaN', instead('return x.mul(Number.NaN);'), 'WA'],
    [
      'replaces what the encoder might use',
      first('Array.prototype.map = () => []; Object.keys = () => []; Uint8Array.prototype.set = () => {};'),
      'any',
    ],
    ['does not parse', 'export const = 1;', 'CE'],
    ['imports a module of Node', "import fs from 'node:fs'; export const double = fs;", 'CE'],
    ['is nested ten thousand deep', `export const double = ${'('.repeat(10_000)}1${')'.repeat(10_000)};`, 'CE'],
    ['is longer than 64 KiB', `export const double = '${'x'.repeat(70_000)}';`, 'CE'],
  ] as const)(
    '%s',
    async (_name, source, verdict) => {
      const result = await grader.grade(submit(source));
      if (verdict === 'not AC') expect(result.verdict).not.toBe('AC');
      else if (verdict !== 'any') expect(result.verdict).toBe(verdict);
      if (['TLE', 'MLE', 'OLE', 'CE'].includes(result.verdict)) expect(result.score).toBe(0);
      const next = await grader.grade(submit(honest));
      expect([next.verdict, next.score]).toStrictEqual(['AC', 3]);
    },
    30_000,
  );

  test('in parallel too, without the supervisor ever being held up', async () => {
    const watch = new LagWatch(grader);
    watch.start();
    const sources = [
      first('for (;;);'),
      honest,
      first("for (;;) console.log('flood');"),
      honest,
      first('const m = new Map(); for (let i = 0; ; i++) m.set(i, i);'),
      honest,
    ];
    const results = await Promise.all(sources.map((source) => grader.grade(submit(source))));
    expect(results.map((r) => r.verdict)).toStrictEqual(['TLE', 'AC', 'OLE', 'AC', 'MLE', 'AC']);
    await watch.stop();
    expect(watch.heldUp).toStrictEqual([]);
  }, 60_000);
});

test('matrix products run in WebAssembly inside the jail: their sums are rounded to float32 at every step', async () => {
  const product = `torch.tensor([1e8, 0.5, -1e8, 0]).expand(4, 4).matmul(torch.ones(4, 4)).at(0, 0).item()`;
  const result = await grader.grade(submit(first(`if (${product} !== 0) throw new Error('summed in double');`)));
  expect(result.verdict).toBe('AC');
}, 30_000);

describe('the judge', () => {
  test('answers for its own fault with IE, after a second try, and goes on', async () => {
    faults.length = 0;
    const result = await grader.grade(submit(honest, { challenge: 'broken' }));
    expect(result.verdict).toBe('IE');
    expect(faults.join()).toContain('a fault of the judge');
    expect((await grader.grade(submit(honest))).verdict).toBe('AC');
  }, 30_000);
  test('is not ended by a challenge that it has no tests for, nor is what it grades meanwhile', async () => {
    const [unknown, other] = await Promise.all([
      grader.grade(submit(honest, { challenge: 'of-no-catalogue' })),
      grader.grade(submit(honest)),
    ]);
    expect([unknown.verdict, other.verdict]).toStrictEqual(['IE', 'AC']);
  }, 30_000);
  test('gives the same verdict and score whatever the seed and the order', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, seed) => grader.grade(submit(instead('return x.mul(3);'), { seed }))),
    );
    expect(new Set(results.map((r) => `${r.verdict} ${r.score}`))).toStrictEqual(new Set(['WA 1']));
  }, 60_000);
  test('runs only sample tests for a run, and counts the points of their behaviours', async () => {
    const result = await grader.grade(submit(honest, { kind: 'run' }));
    expect(result.tests.map((t) => t.id)).toStrictEqual(['doubles/worked-example']);
    expect([result.verdict, result.score, result.points]).toStrictEqual(['AC', 2, 2]);
  });
  test('stops a submission that is cancelled, and refuses more than may wait', async () => {
    const cancel = new AbortController();
    const grading = grader.grade(submit(first('for (;;);')), undefined, cancel.signal);
    cancel.abort();
    await expect(grading).rejects.toThrow('cancelled');
    expect((await grader.grade(submit(honest))).verdict).toBe('AC');
  }, 30_000);
});

test('closing leaves no process behind, not even one in an endless loop', async () => {
  const own = await createGrader({ concurrency: 1, catalogueUrl: new URL('./catalogue.ts', import.meta.url).href });
  const { jailFolder } = own.jail;
  const looping = own.grade(submit(first('for (;;);'))).catch((error: Error) => error.name);
  await new Promise((done) => setTimeout(done, 200));
  const others = new Set(jailedProcesses(`${jailFolder}/runner.cjs`));
  expect(others.size).toBeGreaterThan(0);
  // It before the other: closing takes a moment, and the loop has a limit of its own.
  await own.close();
  await grader.close();
  expect(await looping).toBe('GraderClosed');
  await expect
    .poll(() => jailedProcesses(`${jailFolder}/runner.cjs`).filter((pid) => others.has(pid)), { timeout: 5_000 })
    .toStrictEqual([]);
  grader = own;
}, 30_000);
