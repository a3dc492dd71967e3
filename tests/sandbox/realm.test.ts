// The realm that a submission shares with the engine and the judge's agent: nothing it replaces there makes a wrong answer right, tells
// it anything of the tests, or reaches the meters.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeResult } from '#sandbox/result.ts';
import { honest, instead, submit } from './submissions.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader({ concurrency: 2, catalogueUrl: new URL('./catalogue.ts', import.meta.url).href });
}, 60_000);
afterAll(() => grader.close());

const attempt = (patch: string): string => `(() => { try { ${patch} } catch {} })();`;
const patches: readonly (readonly [name: string, patch: string])[] = [
  ['Array.prototype.map', 'Array.prototype.map = function () { return []; } as any'],
  ['Array.prototype.includes', 'Array.prototype.includes = () => true'],
  ['Array iterator', '(Array.prototype as any)[Symbol.iterator] = function* () {}'],
  ['the iterator prototype', 'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })'],
  ['Array.isArray', 'Array.isArray = (() => false) as any'],
  ['Array.from', 'Array.from = (() => []) as any'],
  ['Map.prototype.get', 'Map.prototype.get = () => undefined'],
  ['Map itself', '(globalThis as any).Map = class {}'],
  ['Set.prototype.has', 'Set.prototype.has = () => true'],
  ['Math.abs', 'Math.abs = () => 0'],
  ['Math.max', 'Math.max = () => 0'],
  ['Math itself', '(globalThis as any).Math = {}'],
  ['Float32Array', '(globalThis as any).Float32Array = Float64Array'],
  ['Float32Array.prototype.set', '(Object.getPrototypeOf(Float32Array.prototype)).set = () => {}'],
  [
    'typed array length',
    "Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', { get: () => 0 })",
  ],
  ['DataView.prototype.setFloat64', 'DataView.prototype.setFloat64 = () => {}'],
  ['DataView.prototype.getFloat32', 'DataView.prototype.getFloat32 = () => 2'],
  ['Reflect.apply', 'Reflect.apply = (() => 1) as any'],
  ['Reflect.get', 'Reflect.get = (() => 1) as any'],
  ['JSON.stringify', "JSON.stringify = (() => '{}') as any"],
  ['Function.prototype.call', 'Function.prototype.call = function () { return true; } as any'],
  ['Function.prototype.apply', 'Function.prototype.apply = function () { return true; } as any'],
  ['Function.prototype.toString', "Function.prototype.toString = () => 'class X {}'"],
  [
    'Function.prototype[Symbol.hasInstance]',
    'Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true })',
  ],
  ['Symbol.hasInstance of Tensor', 'Object.defineProperty(torch.Tensor, Symbol.hasInstance, { value: () => false })'],
  ['Object.keys', 'Object.keys = (() => []) as any'],
  ['Object.prototype.t', "(Object.prototype as any).t = 'tensor'"],
  ['Object.prototype.value', '(Object.prototype as any).value = 1'],
  ['a setter on Object.prototype', "Object.defineProperty(Object.prototype, 'threw', { set() {} })"],
  ['Object.defineProperty', 'Object.defineProperty = ((x: any) => x) as any'],
  ['String.prototype.charCodeAt', 'String.prototype.charCodeAt = () => 0'],
  ['String.prototype.split', 'String.prototype.split = (() => []) as any'],
  ['RegExp.prototype.exec', 'RegExp.prototype.exec = () => null'],
  ['Promise.prototype.then', 'Promise.prototype.then = (() => 1) as any'],
  ['Error.prepareStackTrace', '(Error as any).prepareStackTrace = () => ({})'],
  ['Error.stackTraceLimit', '(Error as any).stackTraceLimit = 1e9'],
  ['eval', '(globalThis as any).eval = () => 1'],
  ['Date.now', 'Date.now = () => 0'],
  ['the generator prototype', 'Object.getPrototypeOf(function* () {}).prototype.next = () => ({ done: true })'],
  ['Iterator.prototype.map', '(globalThis as any).Iterator.prototype.map = () => []'],
  [
    'by code that is not strict',
    "new Function('Array.prototype.push = 1; Math.abs = 0; Map = 0; Object.prototype.id = 7')()",
  ],
  ['Tensor.prototype.mul', '(torch.Tensor.prototype as any).mul = (y: any) => y'],
  [
    'Tensor.prototype.detach',
    "Object.defineProperty(torch.Tensor.prototype, 'detach', { value: () => torch.tensor([2, 4]) })",
  ],
  ['Tensor.prototype.shape', "Object.defineProperty(torch.Tensor.prototype, 'shape', { get: () => [2] })"],
  ['torch.manual_seed', '(torch as any).manual_seed = () => {}'],
  ['torch.nn.Module.prototype.state_dict', '(torch.nn.Module.prototype as any).state_dict = () => ({})'],
  [
    'the class of grad_fn',
    "Object.getPrototypeOf(Object.getPrototypeOf(torch.ones([1], { requires_grad: true }).mul(2).grad_fn as any)).name = () => 'X'",
  ],
  ['the class of storages', '(torch.ones([1]) as any).storage.constructor.prototype.bytes = 0'],
  ['the device', '(torch.ones([1]) as any).storage.device.dispatch = () => {}'],
  ['the dtype', '(torch.float32 as any).itemsize = 1'],
  ['a proxy of the exports', 'Object.setPrototypeOf(Array.prototype, new Proxy({}, {}))'],
];

describe('a wrong answer stays wrong, and nothing of the tests is told, when a submission replaces', () => {
  test.each(patches)('%s', async (_, patch) => {
    const wrong = await grader.grade(submit(`${instead('return x.mul(3);')}\n${attempt(patch)}`));
    expect(wrong.verdict).not.toBe('AC');
    expect(wrong.behaviours.find((b) => b.id === 'doubles')?.earned).toBe(0);
    expect(hiddenWords(wrong)).toStrictEqual([]);
    // And it does the honest no harm: the attempt fails, or means nothing.
    expect((await grader.grade(submit(`${honest}\n${attempt(patch)}`))).verdict).toBe('AC');
  });
});

/** What a hidden test may not show. */
function hiddenWords(result: GradeResult): string[] {
  return result.tests.flatMap((t) =>
    t.visibility === 'hidden' && (t.console !== '' || t.error !== null) ? [t.id] : [],
  );
}

describe('a wrong answer in disguise stays wrong', () => {
  test.each([
    ['a proxy of a tensor', 'return new Proxy(x.mul(3), { get: (t, k) => Reflect.get(x.mul(2), k) });'],
    ['an object with the prototype of tensors', 'return Object.create(torch.Tensor.prototype);'],
    [
      'an object that lies about its class',
      "return { t: 'tensor', id: 0, dtype: 'float32', shape: [2], strides: [1] };",
    ],
    ['a tensor with facts of its own', "return Object.defineProperty(x.mul(3), 'dtype', { value: torch.float32 });"],
    ['a thenable', 'return { then: (f: any) => f(x.mul(2)) };'],
    ['a promise of the right answer', 'return Promise.resolve(x.mul(2));'],
    ['a string that prints right', "return 'tensor([2., 4.])';"],
    ['an array of the right numbers', 'return x.mul(2).tolist();'],
    ['something that converts', 'return { valueOf: () => x.mul(2), toString: () => String(x.mul(2)) };'],
  ])('%s', async (_, body) => {
    const result = await grader.grade(submit(instead(body)));
    // A proxy that answers as the right tensor in everything is the right tensor; it must be read once and as a whole.
    if (body.includes('new Proxy')) expect(['AC', 'WA', 'RE']).toContain(result.verdict);
    else expect(result.behaviours.find((b) => b.id === 'doubles')?.earned).toBe(0);
  });
});

describe('what a submission sees of the realm', () => {
  const printed = async (expression: string, seed = 1): Promise<string> => {
    const { tests } = await grader.grade(
      submit(instead(`console.log(String(${expression})); return x.mul(2);`), { seed }),
    );
    return tests.find((t) => t.visibility === 'sample')?.console.trim() ?? '';
  };
  test.each([
    ['Object.keys(torch).includes("meters")', 'false'],
    ['"meters" in torch', 'false'],
    ['Object.isFrozen(torch)', 'true'],
    ['Object.isFrozen(Array.prototype)', 'true'],
    ['typeof WebAssembly', 'undefined'],
    ['typeof performance', 'undefined'],
    ['Number.isInteger(Date.now())', 'true'],
    ['torch.relu', /^function relu\(\) \{ \[native code\] \}$/],
    ['torch.Tensor', /^function \w+\(\) \{ \[native code\] \}$/],
    ['require', /^function \w+\(\) \{ \[native code\] \}$/],
    ['Math.random', /\[native code\]/],
    ['((a: number) => a + 1)', '(a) => a + 1'],
    ["(() => { const e: any = new Error('x'); e.name = 'Mine'; e.message = 'y'; return e; })()", 'Mine: y'],
    ['(() => { const o: any = {}; o.toString = () => "own"; o.constructor = 1; return o; })()', 'own'],
    ['(() => { class E extends Error { override name = "E"; } return new E("z"); })()', 'E: z'],
    [
      '(() => { const n: any = {}; for (const w of ["constructor", "valueOf"]) n[w] = (n[w] === n[w]); return Object.keys(n); })()',
      'constructor,valueOf',
    ],
  ])('%s is %s', async (expression, expected) => {
    const text = await printed(expression);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });
  test('no path of the host in any stack', async () => {
    const stack = await printed(
      '(() => { try { torch.zeros([2]).add(torch.zeros([3])); } catch (e: any) { return e.stack; } })()',
    );
    expect(stack).toContain('solution.ts:3:');
    expect(stack).not.toMatch(/\/|file:|node:/);
  });
  test('Math.random is drawn from the seed of the run', async () => {
    const draw = '[Math.random(), Math.random()]';
    expect(await printed(draw, 5)).toBe(await printed(draw, 5));
    expect(await printed(draw, 5)).not.toBe(await printed(draw, 6));
    for (const x of (await printed(draw, 7)).split(',').map(Number)) expect(x >= 0 && x < 1).toBe(true);
  });
  test('one test does not change the next: recording, default dtype and random state begin anew', async () => {
    const source = instead(`
      const state = [torch.is_grad_enabled(), torch.get_default_dtype().name, torch.initial_seed() === seen.seed, Math.random() === seen.random];
      torch.set_grad_enabled(false); torch.set_default_dtype(torch.float64); torch.manual_seed(1);
      if (!state[0] || state[1] !== 'float32' || state[2] || state[3]) throw new Error(String(state));
      return x.mul(2);`);
    const result = await grader.grade(submit(`const seen = { seed: 1, random: 2 };\n${source}`));
    expect(result.tests.map((t) => [t.id, t.status])).not.toContainEqual([expect.any(String), 'error']);
    expect(result.verdict).toBe('AC');
  });
});
