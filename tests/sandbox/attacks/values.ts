// Attacks on the protocol through what is given back, passed on to a spy, or exported: each is described in the isolate, crosses the
// pipe and is read by the judge.
import { attack, type Attack, atLoad, call, givesBack, heapOrMemory, whicheverFirst } from './attack.ts';
import { honest } from '../submissions.ts';

/** `double` is right, and `collect` calls back with this and gives back this: points for the first, never for all. */
const callsBack = (
  name: string,
  expect: Attack['expect'][number] | Attack['expect'],
  body: string,
  why?: string,
): Attack =>
  attack(
    name,
    expect,
    honest.replace('[next(), next(), next()]', `{ ${body} }`).replace(': number[] =>', ': unknown =>'),
    why,
  );
const tensor = (
  name: string,
  expect: Attack['expect'][number] | Attack['expect'],
  build: string,
  why?: string,
): Attack => attack(name, expect, givesBack(`(() => { ${build} })()`), why);

export const values: readonly Attack[] = [
  tensor('value.getter.throws', 'RE', "return { get a() { throw new Error('AC'); } };"),
  tensor(
    'value.getter.changes',
    'WA',
    'let n = 0; return { get shape() { return n++ ? [1e9] : [2]; }, dtype: torch.float32 };',
  ),
  tensor(
    'value.proxy.array',
    'RE',
    'return new Proxy([1, 2], { get(t, k) { return k === "length" ? 2 ** 32 : t[k]; } });',
  ),
  tensor(
    'value.proxy.traps-throw',
    'RE',
    'return new Proxy({}, Object.fromEntries(Reflect.ownKeys(Reflect).map((k) => [k, () => { throw k; }])));',
  ),
  tensor(
    'value.proxy.of-tensor',
    ['RE', 'WA'],
    'return new Proxy(x.mul(2), { get: (t, k) => k === "shape" ? [3] : Reflect.get(t, k) });',
    'a private field cannot be read through it',
  ),
  tensor('value.proxy.revoked', 'RE', 'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;'),
  tensor(
    'value.proxy.revoked-array',
    'RE',
    'const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return [proxy];',
  ),
  tensor('value.array.huge', 'RE', 'return new Array(1_000_000).fill(0);'),
  tensor(
    'value.array.length-grows',
    ['RE', 'WA'],
    'const a = [1]; Object.defineProperty(a, 0, { get() { a.push(1); return 1; }, enumerable: true }); return a;',
    'read once or refused',
  ),
  tensor('value.array.sparse', 'RE', 'const a = []; a[4_000_000_000] = 1; return a;'),
  tensor('value.array.wide-and-deep', 'RE', 'let a = []; for (let i = 0; i < 6; i++) a = Array(20).fill(a); return a;'),
  tensor('value.cyclic', 'WA', 'const a = []; a.push(a, { a }); return a;'),
  tensor(
    'value.typed.resizable',
    'WA',
    'const b = new ArrayBuffer(8, { maxByteLength: 64 }); const v = new Uint8Array(b); b.resize(2); return [v, new Float32Array(b, 0, 0)];',
  ),
  tensor('value.typed.shared', 'WA', 'return new Uint8Array(new SharedArrayBuffer(64));'),
  tensor(
    'value.typed.detached',
    'RE',
    'const b = new ArrayBuffer(8); const v = new Uint8Array(b); b.transfer(); return [v, b];',
  ),
  tensor('value.typed.huge', ['RE', 'MLE'], 'return new Uint8Array(60_000_000);', heapOrMemory),
  tensor(
    'value.typed.length-forged',
    'RE',
    "return Object.defineProperty(new Uint8Array(2), 'length', { value: 2 ** 31 });",
  ),
  tensor('value.number.minus-zero', 'WA', 'return [-0, 0, -0n];'),
  tensor(
    'value.number.nan-payload',
    'WA',
    'return new Float64Array(new BigUint64Array([0x7ff0dead0000beefn, 0xfff8000000000001n]).buffer)[0];',
  ),
  tensor('value.tensor.nan-payload', 'WA', 'return torch.tensor([Number.NaN, -Number.NaN]).view(-1).add(x.sum());'),
  tensor('value.bigint.huge', 'WA', 'return 10n ** 400_000n;'),
  tensor('value.text.lone-surrogates', 'WA', "return '\\ud800\\udc00\\ud800 \\0 \\udfff'.repeat(1000);"),
  tensor(
    'value.key.lone-surrogates',
    'WA',
    "return { '\\ud800': '\\udfff', '\\0': 1, ['__proto__']: { verdict: 'AC' }, ['k'.repeat(5000)]: 1 };",
  ),
  tensor(
    'value.key.proto',
    'WA',
    'return JSON.parse(\'{"__proto__": {"t": "tensor", "verdict": "AC"}, "constructor": 1}\');',
  ),
  tensor('value.deep', 'WA', 'let o = {}; for (let i = 0; i < 50_000; i++) o = { o }; return o;'),
  tensor('value.thenable', 'WA', "return { then(done) { done('AC'); }, value: 'AC' };"),
  tensor('value.toPrimitive', 'WA', 'return { [Symbol.toPrimitive]() { for (;;); }, valueOf() { for (;;); } };'),
  tensor('value.toJSON', 'WA', "return { toJSON() { return { verdict: 'AC' }; } };"),
  tensor('value.symbol', 'WA', "return [Symbol('s'), Symbol.iterator, Symbol.for('AC')];"),
  tensor(
    'value.function-as-tensor',
    'WA',
    "return Object.assign(() => 1, { shape: [2], dtype: torch.float32, t: 'tensor' });",
  ),
  tensor('value.class-as-tensor', 'WA', 'return torch.Tensor;'),
  tensor(
    'value.wire-words',
    'WA',
    "return { t: 'tensor', id: 0, dtype: 'float32', shape: [2], strides: [1], device: 'cpu', bytes: new Uint8Array(8), threw: null, missing: 'x' };",
  ),
  tensor('value.name.no-text', 'RE', 'return new (class { static name = 5; })();'),
  tensor(
    'value.name.liar',
    ['RE', 'WA'],
    "return new (class { static name = { slice: () => 'x'.repeat(1e6) }; })();",
    'no text is refused, a long one cut',
  ),
  tensor('value.name.loops', 'TLE', 'return new (class { static get name() { for (;;); } })();'),
  tensor('value.constructor.getter', 'TLE', 'return Object.create({}, { constructor: { get() { for (;;); } } });'),

  // Tensors that are none, or not what they say.
  tensor(
    'tensor.forged.prototype',
    'RE',
    'return Object.create(torch.Tensor.prototype, { shape: { value: [2] }, dtype: { value: torch.float32 } });',
  ),
  tensor(
    'tensor.forged.shape',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(2), 'shape', { value: [2 ** 31] });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.shape-endless',
    ['TLE', 'RE', 'WA', 'MLE'],
    "return Object.defineProperty(x.mul(3), 'shape', { value: { *[Symbol.iterator]() { for (;;) yield 1; } } });",
    'refused, or read until a limit is met',
  ),
  tensor(
    'tensor.forged.shape-zero',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(2), 'shape', { value: [0, 2 ** 53 - 1] });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.rank',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'shape', { value: [...x.shape, ...Array(5000).fill(1)] });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.dtype',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'dtype', { value: { name: 'float64', itemsize: 1e9 } });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.storage',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'storage', { value: { buffer: new ArrayBuffer(4), device: 'cpu', length: 1e9 } });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.strides',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'strides', { value: [-1, Number.NaN, 2 ** 60] });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.offset',
    ['RE', 'WA'],
    'const y = x.mul(3); for (const k of Object.keys(y)) try { Reflect.set(y, k, 1e9); } catch {} return y;',
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.grad_fn',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'grad_fn', { value: { name: () => 'x'.repeat(1e7), next_functions: [[null, 0]] } });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.forged.device',
    ['RE', 'WA'],
    "return Object.defineProperty(x.mul(3), 'device', { value: 'cuda:' + '0'.repeat(1000) });",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.subclass.overrides',
    ['RE', 'WA'],
    'class T extends torch.Tensor { detach() { return torch.zeros(5); } get shape() { return [2]; } } return Object.setPrototypeOf(x.mul(3), T.prototype);',
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.subclass.detach-loops',
    'TLE',
    'class T extends torch.Tensor { detach() { for (;;); } } return Object.setPrototypeOf(x.mul(3), T.prototype);',
  ),
  tensor(
    'tensor.instance.detach',
    ['RE', 'WA'],
    "const y = x.mul(3); Object.defineProperty(y, 'detach', { value: () => ({ shape: [2] }) }); return y;",
    'refused, or what the engine says counts',
  ),
  tensor(
    'tensor.getter.shape',
    'RE',
    "return Object.defineProperty(x.mul(3), 'shape', { get() { throw new Error('AC'); } });",
  ),
  tensor(
    'tensor.changes-its-mind',
    'WA',
    'const y = x.mul(3); Promise.resolve().then(() => y.copy_(x.mul(2))); return y;',
  ),
  tensor('tensor.own-input', 'WA', 'return x;'),
  tensor('tensor.changed-input', 'WA', 'x.mul_(2); return x.mul(2);'),
  tensor('tensor.large', ['RE', 'MLE'], 'return torch.zeros(20_000_000);', heapOrMemory),
  tensor('tensor.expanded', ['RE', 'MLE'], 'return x.sum().expand(40_000, 40_000);', heapOrMemory),
  tensor('tensor.empty-and-wide', 'WA', 'return torch.zeros(0, 2 ** 31);'),
  tensor('tensor.rank-64', ['WA', 'RE'], 'return x.sum().reshape(new Array(64).fill(1));', 'as the engine allows'),
  tensor('tensor.thousand', 'RE', 'return Array(4_000).fill(0).map(() => torch.zeros(600));'),

  // Spies, called as nobody meant it.
  callsBack('spy.endless', 'TLE', 'for (;;) next();'),
  callsBack(
    'spy.huge-arguments',
    ['RE', 'TLE', 'MLE'],
    "for (;;) next('x'.repeat(65_000), new Uint8Array(4_000_000));",
    `too much for one test; ${whicheverFirst}`,
  ),
  callsBack(
    'spy.many-arguments',
    ['RE', 'TLE'],
    'for (;;) next(...new Array(9_000).fill(1));',
    `too much for one test; ${whicheverFirst}`,
  ),
  callsBack('spy.with-itself', 'WA', 'return [next(next), next([next]), next({ next })].slice(1);'),
  callsBack(
    'spy.recursion-by-getter',
    ['RE', 'TLE', 'WA'],
    'const deep = { get a() { return next(deep); } }; next(deep); return 1;',
    'the stack ends it, or its limit of calls',
  ),
  callsBack('spy.kept-across-tests', 'WA', 'globalThis.kept ??= next; try { globalThis.kept(); } catch {} return [1];'),
  callsBack('spy.forged-count', 'WA', 'return [5, 6, 7];'),
  callsBack(
    'spy.in-microtask',
    ['WA', 'RE'],
    'Promise.resolve().then(() => next()); return [next(), next(), next()].reverse();',
    'a microtask runs before the answer leaves',
  ),
  callsBack(
    'spy.after-answer',
    'WA',
    'const again = () => { next(); }; Promise.resolve().then(again).then(again); return [next(), next(), next()];',
  ),
  callsBack(
    'spy.abort-swallowed',
    ['WA', 'TLE'],
    'for (let i = 0; i < 9; i++) try { next(); } catch {} return [5, 6, 7];',
    'the sequence has ended',
  ),

  // Exports.
  attack('export.none', 'WA', 'export {};'),
  attack(
    'export.proxy',
    ['WA', 'RE'],
    'module.exports = new Proxy({}, { ownKeys: () => ["double"], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 5 }), get: () => () => "AC" });',
    'read once or refused',
  ),
  attack(
    'export.getter-loops',
    'TLE',
    'Object.defineProperty(module.exports, "double", { enumerable: true, get() { for (;;); } });',
  ),
  attack(
    'export.getter-throws',
    'RE',
    'Object.defineProperty(module.exports, "double", { enumerable: true, get() { throw new Error("AC"); } });',
  ),
  attack(
    'export.builtin',
    ['WA', 'RE'],
    'export const double = Reflect.construct; export const collect = eval;',
    'what it answers or throws is its own',
  ),
  attack(
    'export.bound',
    ['WA', 'RE'],
    'export const double = Function.prototype.call.bind(Array.prototype.map); export const collect = Function;',
    'what it answers or throws is its own',
  ),
  attack(
    'export.class-text',
    'WA',
    "export const double = Object.assign(() => 5, { toString: () => 'class {}' }); export class collect {}",
  ),
  attack(
    'export.revoked',
    ['WA', 'RE'],
    'const { proxy, revoke } = Proxy.revocable(() => 1, {}); revoke(); export const double = proxy; export const collect = proxy;',
    'not a function any more, or one that throws',
  ),
  attack('load.verdict', 'WA', atLoad("module.verdict = exports.verdict = 'AC'; exports.score = 3;")),
  attack('load.never-ends', 'TLE', atLoad('for (;;);')),
  attack('load.top-level-promise', 'RE', atLoad('void (async () => { await null; throw new Error("AC"); })();')),
  attack(
    'load.throws-late',
    'RE',
    atLoad('throw Object.freeze({ name: "AC", message: { toString() { for (;;); } }, stack: 5 });'),
  ),
  call(
    'call.kept-state',
    'WA',
    'globalThis.calls = (globalThis.calls ?? 0) + 1; if (globalThis.calls > 1) return x.mul(2);',
  ),
];
