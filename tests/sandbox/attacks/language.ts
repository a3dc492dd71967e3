// Attempts to change the language under the feet of the judge's agent, the engine or the meters; each then answers wrongly, so that an
// AC would be its doing.
import { attack, type Attack, atLoad, call } from './attack.ts';
import { instead } from '../submissions.ts';

/** Tries by every means, and goes on where it is refused. */
const replace = (target: string, name: string, value: string): string =>
  `for (const set of [() => { ${target}[${name}] = ${value}; }, () => Object.defineProperty(${target}, ${name}, { value: ${value} }), () => Reflect.set(${target}, ${name}, ${value}), () => { delete ${target}[${name}]; }]) try { set(); } catch {}`;
const quietly = (name: string, ...replaced: readonly (readonly [string, string, string])[]): Attack =>
  call(name, 'WA', replaced.map(([target, key, value]) => replace(target, `'${key}'`, value)).join('\n'));
const yes = '() => true';

export const language: readonly Attack[] = [
  quietly(
    'patch.tensor',
    ['torch.Tensor.prototype', 'mul', '() => 1'],
    ['torch.Tensor.prototype', 'detach', '() => 1'],
    ['torch.Tensor', 'prototype', '{}'],
  ),
  quietly(
    'patch.array',
    ['Array.prototype', 'map', '() => []'],
    ['Array.prototype', 'push', '() => 0'],
    ['Array', 'isArray', yes],
    ['Array', 'from', '() => []'],
  ),
  quietly(
    'patch.math',
    ['Math', 'max', '() => 1e9'],
    ['Math', 'min', '() => 0'],
    ['Math', 'random', '() => 4'],
    ['globalThis', 'Math', '{}'],
  ),
  quietly(
    'patch.typed',
    ['Float32Array.prototype', 'set', '() => {}'],
    ['Uint8Array.prototype', 'slice', '() => null'],
    ['globalThis', 'Float32Array', 'Array'],
    ['globalThis', 'Uint8Array', 'Array'],
  ),
  quietly(
    'patch.reflect',
    ['Reflect', 'apply', yes],
    ['Reflect', 'get', yes],
    ['Reflect', 'construct', yes],
    ['Reflect', 'ownKeys', '() => []'],
  ),
  quietly('patch.json', ['JSON', 'stringify', '() => "AC"'], ['JSON', 'parse', '() => ({ verdict: "AC" })']),
  quietly(
    'patch.object',
    ['Object', 'is', yes],
    ['Object', 'keys', '() => []'],
    ['Object', 'hasOwn', yes],
    ['Object.prototype', 'hasOwnProperty', yes],
    ['Object.prototype', 'toString', '() => "AC"'],
  ),
  quietly(
    'patch.function',
    ['Function.prototype', 'call', yes],
    ['Function.prototype', 'apply', yes],
    ['Function.prototype', 'bind', yes],
    ['Function.prototype', 'toString', '() => "class {}"'],
  ),
  quietly(
    'patch.promise',
    ['Promise.prototype', 'then', yes],
    ['Promise', 'resolve', yes],
    ['globalThis', 'Promise', 'null'],
  ),
  quietly(
    'patch.data-view',
    ['DataView.prototype', 'setUint32', '() => {}'],
    ['DataView.prototype', 'getUint8', '() => 17'],
    ['globalThis', 'DataView', 'null'],
  ),
  quietly(
    'patch.string',
    ['String', 'fromCharCode', '() => ""'],
    ['String.prototype', 'charCodeAt', '() => 65'],
    ['String.prototype', 'slice', '() => "AC"'],
  ),
  quietly('patch.number', ['Number', 'isFinite', yes], ['Number', 'isNaN', '() => false'], ['globalThis', 'NaN', '2']),
  quietly(
    'patch.map',
    ['Map.prototype', 'get', '() => 0'],
    ['WeakMap.prototype', 'get', '() => 0'],
    ['Set.prototype', 'has', yes],
  ),
  quietly('patch.date', ['Date', 'now', '() => 0'], ['globalThis', 'Date', 'null']),
  quietly(
    'patch.error',
    ['Error', 'captureStackTrace', '() => {}'],
    ['Error', 'stackTraceLimit', '1e9'],
    ['Error.prototype', 'message', '"AC"'],
  ),
  quietly('patch.console', ['console', 'log', '() => {}'], ['globalThis', 'console', 'null']),
  quietly(
    'patch.module',
    ['torch.nn.Module.prototype', 'forward', yes],
    ['torch.nn.Linear.prototype', 'forward', yes],
    ['torch.nn', 'Linear', 'null'],
  ),
  quietly(
    'patch.optimizer',
    ['torch.optim.SGD.prototype', 'step', yes],
    ['torch.optim', 'SGD', 'null'],
    ['torch', 'optim', 'null'],
  ),
  quietly(
    'patch.dtype',
    ['torch.float32', 'name', '"bool"'],
    ['torch', 'float32', 'torch.float64'],
    ['torch.float32', 'itemsize', '1e9'],
  ),
  call(
    'patch.iterator',
    'WA',
    'for (const p of [Array.prototype, Object.getPrototypeOf([][Symbol.iterator]()), String.prototype, Map.prototype]) try { Object.defineProperty(p, Symbol.iterator, { value: function* () { for (;;) yield 2; } }); } catch {} try { Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true }); } catch {}',
  ),
  call(
    'patch.hasInstance',
    'WA',
    'for (const c of [torch.Tensor, torch.nn.Module, Uint8Array, Promise, Function]) try { Object.defineProperty(c, Symbol.hasInstance, { value: () => true }); } catch {}',
  ),
  call(
    'patch.prototype-of-prototype',
    'WA',
    'for (const p of [Array.prototype, torch.Tensor.prototype, Object.prototype, Function.prototype]) try { Object.setPrototypeOf(p, new Proxy({}, { get() { return () => "AC"; } })); } catch {}',
  ),
  call(
    'patch.species',
    'WA',
    'for (const c of [Array, Promise, ArrayBuffer, Object.getPrototypeOf(Uint8Array)]) try { Object.defineProperty(c, Symbol.species, { value: class { constructor() { return { verdict: "AC" }; } } }); } catch {}',
  ),
  call('patch.strictly', 'RE', 'Array.prototype.map = () => [];'),
  call(
    'patch.by-setter',
    'WA',
    "for (const name of ['constructor', 'toString', 'valueOf', '__proto__']) try { Object.prototype[name] = 1; } catch {} try { Object.prototype.__defineGetter__('value', () => 'AC'); } catch {}",
  ),
  call(
    'patch.new-names',
    'WA',
    "for (const name of ['process', 'Buffer', 'structuredClone', 'require', 'performance', 'TextDecoder', 'setTimeout', 'gradgymAgent', 'exchange', 'handles']) Reflect.set(globalThis, name, new Proxy(() => {}, { get() { throw new Error('AC'); } }));",
  ),
  attack(
    'patch.at-load',
    'WA',
    atLoad(
      "for (const o of [Array.prototype, Object, Reflect, Math, JSON, torch, torch.Tensor.prototype]) for (const k of Reflect.ownKeys(o)) { try { o[k] = () => 'AC'; } catch {} try { Object.defineProperty(o, k, { get: () => () => 'AC' }); } catch {} }",
    ),
  ),
  call(
    'caller',
    ['WA', 'RE'],
    "const f = new Function('return arguments.callee.caller'); console.log(String(f())); console.log(String(x.mul)); console.log(String(require), String(new Error().stack));",
    'null in strict code, or a TypeError',
  ),
  call(
    'stack.frames',
    'RE',
    "const e = {}; Error.captureStackTrace(e); console.log(e.stack); Error.stackTraceLimit = 100; throw new Error('deep');",
  ),
  call(
    'stack.exhausted',
    'RE',
    'const deep = () => { try { deep(); } catch { x.mul(2); throw new Error(new Error().stack); } }; deep();',
  ),
  call(
    'globals',
    'WA',
    'console.log(Reflect.ownKeys(globalThis).map(String).join(), Reflect.ownKeys(module), Reflect.ownKeys(require), typeof arguments.callee);'.replace(
      ', typeof arguments.callee',
      '',
    ),
  ),
  call(
    'function.constructor',
    'WA',
    "const g = new Function('return this')(); g.eval('var verdict = \"AC\"'); (async () => {}).constructor('for (;;) await 0'); Object.getPrototypeOf(function* () {}).constructor('yield 1')();",
  ),
  call('require.tricks', 'RE', "require({ toString: () => 'torch', valueOf: () => 'torch' });"),
  call('require.node', 'RE', "const name = ['node', 'fs'].join(':'); require(name);"),
  call(
    'require.torch-changed',
    'WA',
    "const t = require('torch'); try { t.default = null; t.Tensor = null; t.__esModule = false; } catch {}",
  ),
  call(
    'arguments.of-wrapper',
    ['RE', 'WA'],
    'const outer = eval("typeof arguments"); console.log(outer); arguments.length; arguments[0].mul_(9);',
    'its own arguments only',
  ),
  attack(
    'import.meta',
    ['CE', 'RE', 'WA'],
    `console.log(import.meta.url);\n${instead('return x.mul(3);')}`,
    'refused when compiling or empty',
  ),
  attack(
    'top-level.return',
    ['CE', 'WA'],
    `return;\n${instead('return x.mul(2);')}`,
    'refused when compiling, or nothing is exported',
  ),
];
