// Attacks on memory: of V8's heap, beside it, and of whoever copies what is given back.
import { attack, type Attack, call, givesBack, heapOrMemory, whicheverFirst } from './attack.ts';

const filling = (name: string, statement: string): Attack => call(name, ['MLE', 'TLE'], statement, whicheverFirst);
const refused = (name: string, statement: string): Attack => call(name, ['RE', 'MLE'], statement, heapOrMemory);

export const memory: readonly Attack[] = [
  filling('mem.array', 'const a = []; for (;;) a.push(new Array(1000).fill(a.length));'),
  filling('mem.smallobj', 'let o = null; for (;;) o = { o, a: 1, b: 2 };'),
  refused('mem.string.concat', "let s = 'x'; for (;;) s += s;"),
  filling(
    'mem.string.flat',
    'const a = []; for (let i = 0; ; i++) { const s = `${i}`.repeat(50_000); a.push(s.toUpperCase()); }',
  ),
  call(
    'mem.string.one',
    ['MLE', 'TLE', 'WA', 'RE'],
    "let s = 'x'.repeat(2 ** 29 - 24); s.charCodeAt(5); s = s.toUpperCase(); s.at(-1);",
    'one allocation that V8 grants or refuses; granted and returned within 10 ms it was not over the limit when measured',
  ),
  filling('mem.split', "const kept = []; for (;;) kept.push('a,'.repeat(4_000_000).split(','));"),
  filling('mem.split.re', "const kept = []; for (;;) kept.push('ab'.repeat(4_000_000).split(/(?=a)/));"),
  filling('mem.spread.str', "const kept = []; for (;;) kept.push([...'é'.repeat(5_000_000)]);"),
  filling(
    'mem.slice.str',
    "const s = 'é'.repeat(8_000_000); const kept = []; for (;;) kept.push(Array.prototype.slice.call(s));",
  ),
  call(
    'mem.sort.arraylike',
    ['MLE', 'TLE', 'RE'],
    'Array.prototype.sort.call({ length: 2 ** 31 });',
    'V8 aborts, refuses or goes on',
  ),
  filling('mem.arrayfrom', 'Array.from({ length: 2 ** 31 });'),
  filling('mem.array.fill.big', 'const a = []; a.length = 2 ** 32 - 1; a.fill(1.5);'),
  call(
    'mem.array.fill.2e8',
    ['MLE', 'TLE', 'RE'],
    'new Array(200_000_000).fill(0.5);',
    'V8 aborts, refuses or goes on',
  ),
  filling('mem.issue527', 'const held = {}; for (let i = 0; ; i++) held[`k${i}`] = new Array(20).fill(`v${i}`);'),
  call(
    'mem.issue527.x5',
    ['MLE', 'TLE', 'RE'],
    'const kept = []; for (;;) kept.push(new Array(30_000_000).fill({}));',
    'V8 aborts, refuses or goes on',
  ),
  filling(
    'mem.json.parse',
    "const text = `[${'{},'.repeat(3_000_000)}1]`; const kept = []; for (;;) kept.push(JSON.parse(text));",
  ),
  refused('mem.typed', 'const a = []; for (;;) a.push(new Uint8Array(2 ** 24).fill(1));'),
  call(
    'mem.typed.caught',
    ['MLE', 'TLE'],
    'const a = []; for (;;) try { a.push(new Uint8Array(2 ** 20).fill(1)); } catch { a.push([a.length]); }',
    whicheverFirst,
  ),
  refused('mem.sab', 'const a = []; for (;;) a.push(new Uint8Array(new SharedArrayBuffer(2 ** 24)).fill(1));'),
  refused(
    'mem.rab',
    'const a = []; for (;;) { const b = new ArrayBuffer(1, { maxByteLength: 2 ** 28 }); b.resize(2 ** 28); a.push(new Uint8Array(b).fill(1)); }',
  ),
  refused(
    'mem.rab.one',
    'const b = new ArrayBuffer(1, { maxByteLength: 2 ** 31 - 1 }); b.resize(2 ** 31 - 1); new Uint8Array(b).fill(1);',
  ),
  refused(
    'mem.gsab',
    'const b = new SharedArrayBuffer(1, { maxByteLength: 2 ** 31 - 1 }); b.grow(2 ** 31 - 1); new Uint8Array(b).fill(1);',
  ),
  call('mem.wasm.grow', 'RE', 'new WebAssembly.Memory({ initial: 1 }).grow(40_000);'),
  call('mem.wasm.many', 'RE', 'const a = []; for (;;) a.push(new WebAssembly.Memory({ initial: 1024 }));'),
  call('mem.wasm.table', 'RE', "new WebAssembly.Table({ initial: 10_000_000, element: 'anyfunc' });"),
  call('mem.wasm.shared', 'RE', 'new WebAssembly.Memory({ initial: 1, maximum: 60_000, shared: true }).grow(50_000);'),
  filling('mem.map', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, i);'),
  filling('mem.set.str', 'const s = new Set(); for (let i = 0; ; i++) s.add(`key ${i}`);'),
  filling('mem.bigint', 'const a = []; for (let i = 1n; ; i++) a.push(i << 1_000_000n);'),
  call('mem.recursion', 'RE', 'const f = () => [f()]; f();'),
  call('mem.recursion.catch', 'TLE', 'const f = () => { try { f(); } catch { f(); } }; f();'),
  call('mem.recursion.apply', 'RE', 'const f = (...a) => f.apply(null, a); f(...new Array(50).fill(1)); '),
  call(
    'mem.proxy.deep',
    ['MLE', 'TLE', 'RE'],
    'let p = {}; for (let i = 0; i < 3_000_000; i++) p = new Proxy(p, {}); p.x;',
    `${whicheverFirst}; else the stack`,
  ),
  call(
    'mem.json.deep',
    ['RE', 'TLE', 'MLE'],
    'let o = []; for (let i = 0; i < 1_000_000; i++) o = [o]; JSON.stringify(o);',
    whicheverFirst,
  ),
  attack(
    'mem.copy.deep',
    'WA',
    givesBack('(() => { let o = []; for (let i = 0; i < 100_000; i++) o = [o]; return o; })()'),
  ),
  attack('mem.copy.huge', ['WA', 'RE', 'MLE'], givesBack("'é'.repeat(2 ** 26)"), heapOrMemory),
  attack('mem.copy.sparse', 'RE', givesBack('(() => { const a = []; a[2 ** 31 - 1] = 1; return a; })()')),
  attack(
    'mem.copy.many',
    ['RE', 'TLE'],
    givesBack('Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`k${i}`, i]))'),
    'on a slow machine the clock rings first',
  ),
  call(
    'mem.regex.compile',
    ['WA', 'RE', 'TLE', 'MLE'],
    "new RegExp('(?:(?:a{0,1000}){0,100}b){0,9}').test('ab');",
    'V8 refuses the pattern, or compiles it if there is time',
  ),
  filling(
    'mem.code.functions',
    "const a = []; for (let i = 0; ; i++) a.push(new Function(`return () => { ${'a = 1;'.repeat(50)} return ${i}; }`)());",
  ),
  filling('mem.promise', 'const a = []; for (;;) a.push(new Promise((_, no) => a.push(no)));'),
  filling('mem.microtask.queue', 'for (;;) Promise.resolve(1).then(() => 2);'),
  filling('mem.symbols', 'const o = {}; for (let i = 0; ; i++) o[Symbol(`s${i}`)] = Symbol.for(`g${i}`);'),
  filling(
    'mem.errorstacks',
    'const a = []; for (let i = 0; ; i++) { const e = new Error(`e${i}`); e.stack; a.push(e); }',
  ),
];

export const output: readonly Attack[] = [
  call('out.flood.ignored', 'OLE', "for (let i = 0; ; i++) console.error(i, 'flood');"),
  call('out.flood.sync', 'OLE', "for (;;) { console.log('a'); console.warn('b'); }"),
  call('out.flood.big', 'OLE', "for (;;) console.log('x'.repeat(60_000));"),
  call(
    'out.flood.sab',
    ['OLE', 'RE', 'MLE'],
    'const kept = []; for (;;) { kept.push(new SharedArrayBuffer(2 ** 24)); console.log(new Uint8Array(kept.at(-1))); }',
    heapOrMemory,
  ),
];
