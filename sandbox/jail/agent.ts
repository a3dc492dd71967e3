// The judge's hand inside the candidate's isolate, evaluated with the engine before the submission is. It holds the values the judge
// knows by number and does the few things the judge may ask. It decides nothing: whatever it answers, the judge only compares.
// Not a security boundary: the submission shares this realm and may break it, and then gets a wrong answer or an error.
import * as engine from '#engine/index.ts';
import { fromBytes, prepare, toBytes } from '#engine/interop.ts';
import { decodeValue, encodeValue, type Value, type ValueRecord } from '../protocol/value.ts';
import { Down, Up } from '../protocol/frame.ts';
import { candidateConsole, type Log } from './console.ts';
import { describer, className, type Handles } from './describe.ts';
import { seal, takeAway } from './seal.ts';
import { buildModule } from './build-module.ts';

/** Writes a frame and blocks for the next one: its kind in the first byte. Never throws. */
export type Exchange = (kind: number, payload: Uint8Array) => Uint8Array;

type Callable = (...args: unknown[]) => unknown;

const { default: torch, Tensor, nn, optim } = engine;
const { Module } = nn;
const { Optimizer } = optim;
const { apply, construct } = Reflect;
const functionText = Function.prototype.toString;
const { startsWith, slice } = String.prototype;
// biome-ignore lint/security/noGlobalEval: running text is what this file is for, in an isolate that is killed after
const evaluate = globalThis.eval;

/** What the engine's prototypes look like is settled here, before any code of the submission's. */
seal(engine);
const torchModule = Object.freeze({ ...engine, __esModule: true });

/** Runs a little of everything that most submissions use, so that V8 has compiled it before one arrives. Draws no random number. */
function warmUp(): void {
  const x = fromBytes('float32', [2, 2], new Uint8Array(16)).requires_grad_(true);
  const y = x.mul(2).add(1).pow(2).matmul(x.t()).relu().sub(x).div(3);
  y.sum(1).mean().backward();
  toBytes(x.detach());
  String(x.grad);
}

/** The same values with the first dimension running fastest in memory: not contiguous from two dimensions on. */
function columnMajor(x: InstanceType<typeof Tensor>): InstanceType<typeof Tensor> {
  const reversed = x.shape.map((_, dim) => x.shape.length - 1 - dim);
  return x.permute(reversed).contiguous().permute(reversed).detach();
}

export function connect(exchange: Exchange): (kind: number, payload: Uint8Array) => Uint8Array {
  prepare();
  takeAway();
  warmUp();
  const handles: Handles = { values: [] };
  const describe = describer(handles, engine, toBytes);
  const log: Log = (text) => void exchange(Up.log, encodeValue(text));
  const { console, flush } = candidateConsole(log, engine);
  let entryPoints: Record<string, unknown> = {};

  // ---- arguments -------------------------------------------------------------------------------------------------------------
  const revive = (given: Value): unknown => {
    if (typeof given !== 'object' || given === null) return given;
    const node = record(given);
    switch (node['t']) {
      case 'tensor':
        return fromBytes(text(node['dtype']), list(node['shape']).map(number), bytes(node['bytes']));
      case 'ref':
        return handles.values[number(node['id'])];
      case 'spy':
        return spy(number(node['id']), text(node['name']));
      case 'array':
        return list(node['items']).map(revive);
      default:
        return Object.fromEntries(list(node['entries']).map((e) => [text(list(e)[0]), revive(list(e)[1])]));
    }
  };
  const arguments_ = (node: ValueRecord): unknown[] => list(node['args']).map(revive);

  const spies: Callable[] = [];
  const spy = (id: number, name: string): Callable => {
    spies[id] ??= Object.defineProperty(
      (...args: unknown[]) => {
        flush();
        let frame = exchange(Up.callback, encodeValue({ id, args: args.map(describe) }));
        // The judge may look at things here before it answers the call.
        while (frame[0] === Down.request) frame = exchange(Up.result, answer(frame.subarray(1)));
        const reply = record(decodeValue(frame.subarray(1)));
        if (reply['abort'] === true) throw new Error('the test has ended');
        return revive(reply['value']);
      },
      'name',
      { value: name },
    );
    return spies[id];
  };

  // ---- what the judge may ask ------------------------------------------------------------------------------------------------
  const known = (node: ValueRecord, name = 'id'): unknown => handles.values[number(node[name])];
  const tensorOf = (node: ValueRecord, name = 'id') => expectKind(known(node, name), Tensor);
  const moduleOf = (node: ValueRecord) => expectKind(known(node), Module);
  const optimizerOf = (node: ValueRecord) => expectKind(known(node), Optimizer);
  const state = (node: ValueRecord) =>
    Object.fromEntries(list(node['state']).map((e) => [text(list(e)[0]), expectKind(revive(list(e)[1]), Tensor)]));

  const operations: Record<string, (node: ValueRecord) => unknown> = {
    call: (node) => {
      const entry = entryPoint(node, 'function');
      return apply(entry, undefined, arguments_(node));
    },
    construct: (node) => construct(entryPoint(node, 'class'), arguments_(node)),
    invoke: (node) => apply(callable(known(node)), undefined, arguments_(node)),
    method: (node) => {
      const target = Object(known(node));
      const method = target[text(node['name'])];
      if (typeof method !== 'function') throw new Missing(text(node['name']), kindOf(method), 'method');
      return apply(method, target, arguments_(node));
    },
    field: (node) => {
      const target = Object(known(node));
      const name = text(node['name']);
      if (!(name in target)) throw new Missing(name, 'missing', 'field');
      return target[name];
    },
    tensor: (node) => {
      const dense = fromBytes(text(node['dtype']), list(node['shape']).map(number), bytes(node['bytes']));
      const made = node['contiguous'] === false ? columnMajor(dense) : dense;
      if (node['requires_grad'] === true) made.requires_grad_(true);
      return made;
    },
    now: (node) => known(node),
    grad: (node) => tensorOf(node).grad,
    backward: (node) => {
      const gradient = revive(node['gradient']);
      tensorOf(node).backward(gradient instanceof Tensor ? gradient : null, {
        retain_graph: node['retain_graph'] === true,
      });
      return null;
    },
    shares: (node) => tensorOf(node).storage.buffer === tensorOf(node, 'other').storage.buffer,
    module: (node) => {
      const model = buildModule(node['spec'], engine);
      model.load_state_dict(state(node));
      model.train(node['training'] === true);
      return model;
    },
    named_parameters: (node) =>
      [...moduleOf(node).named_parameters()].map(([name, p]) => ({
        name,
        shape: [...p.shape],
        dtype: p.dtype.name,
        requires_grad: p.requires_grad,
      })),
    named_modules: (node) =>
      [...moduleOf(node).named_modules()].map(([name, m]) => ({ name, type: className(m), training: m.training })),
    state_dict: (node) => moduleOf(node).state_dict(),
    load_state_dict: (node) => void moduleOf(node).load_state_dict(state(node)),
    grads: (node) => Object.fromEntries([...moduleOf(node).named_parameters()].map(([name, p]) => [name, p.grad])),
    train: (node) => void moduleOf(node).train(node['mode'] === true),
    training: (node) => moduleOf(node).training,
    zero_grad: (node) => void zeroGrad(known(node)),
    requires_grad_: (node) => void moduleOf(node).requires_grad_(node['on'] === true),
    optimizer: (node) => {
      const options = record(node['options']);
      const parameters = moduleOf(node).parameters();
      return node['type'] === 'Adam'
        ? new optim.Adam(parameters, { ...options })
        : new optim.SGD(parameters, { ...options });
    },
    step: (node) => void optimizerOf(node).step(),
    param_groups: (node) => {
      const groups: readonly object[] = optimizerOf(node).param_groups;
      return groups.map((group) => ({ ...group, params: Array.from(Reflect.get(group, 'params')).length }));
    },
    seed: (node) => void torch.manual_seed(number(node['seed'])),
  };

  const entryPoint = (
    node: ValueRecord,
    kind: 'function' | 'class',
  ): Callable & (new (...args: unknown[]) => unknown) => {
    const name = text(node['name']);
    const entry = name in entryPoints ? entryPoints[name] : undefined;
    if (!isFunction(entry)) throw new Missing(name, kindOf(entry), kind);
    const isClass = apply(startsWith, apply(functionText, entry, []), ['class']);
    if (isClass !== (kind === 'class')) throw new Missing(name, isClass ? 'a class' : 'a function', kind);
    return entry;
  };

  // ---- answers ---------------------------------------------------------------------------------------------------------------
  const guarded = (body: () => unknown): Uint8Array => {
    let answered: Value;
    try {
      answered = { value: describe(body()) };
    } catch (error) {
      answered = error instanceof Missing ? { missing: error.found, wanted: error.wanted } : { threw: thrown(error) };
    }
    flush();
    return encodeValue(answered);
  };
  const answer = (payload: Uint8Array): Uint8Array =>
    guarded(() => {
      const node = record(decodeValue(payload));
      const operation = operations[text(node['op'])];
      if (!operation) throw new Error('unknown operation');
      return operation(node);
    });
  const load = (payload: Uint8Array): Uint8Array =>
    guarded(() => {
      const module = { exports: {} };
      const require = (name: string) => {
        if (name === 'torch') return torchModule;
        throw new Error(`only 'torch' can be imported, not '${name}'`);
      };
      // One line before the code: the judge counts on it when it maps lines back.
      const run: Callable = evaluate(
        `(function (module, exports, require, console) { 'use strict';\n${text(decodeValue(payload))}\n})\n//# sourceURL=submission.js`,
      );
      run(module, module.exports, require, console);
      entryPoints = { ...module.exports };
      return null;
    });
  return (kind, payload) => (kind === Down.load ? load(payload) : answer(payload));
}

/** An entry point, method or field that is not there or of another kind: the judge words it. */
class Missing extends Error {
  readonly found: string;
  readonly wanted: string;
  constructor(_name: string, found: string, wanted: string) {
    super();
    this.found = found;
    this.wanted = wanted;
  }
}

/** Name, message and stack of whatever was thrown, each read where a getter of the submission's may throw or never end. */
function thrown(error: unknown): Value {
  const part = (read: () => unknown): string => {
    try {
      const value = read();
      return apply(slice, typeof value === 'string' ? value : '', [0, 4096]);
    } catch {
      return '';
    }
  };
  if (typeof error !== 'object' || error === null) return { name: '', message: part(() => String(error)), stack: '' };
  return {
    name: part(() => Reflect.get(error, 'name')),
    message: part(() => Reflect.get(error, 'message')),
    stack: part(() => Reflect.get(error, 'stack')),
  };
}

function zeroGrad(target: unknown): void {
  if (target instanceof Optimizer || target instanceof Module) target.zero_grad();
  else throw new TypeError('nothing that has zero_grad()');
}

const isFunction = (x: unknown): x is Callable & (new (...args: unknown[]) => unknown) => typeof x === 'function';
function callable(x: unknown): Callable {
  if (!isFunction(x)) throw new Missing('', kindOf(x), 'callable');
  return x;
}
function kindOf(x: unknown): string {
  return x === undefined ? 'missing' : x === null ? 'null' : `a ${typeof x}`;
}
function expectKind<T>(x: unknown, kind: abstract new (...args: never[]) => T): T {
  if (x instanceof kind) return x;
  throw new TypeError(`expected a ${kind.name}`);
}

// The judge's messages are well formed; these say so to the types.
function record(x: Value): ValueRecord {
  if (typeof x !== 'object' || x === null || Array.isArray(x) || x instanceof Uint8Array)
    throw new TypeError('not a record');
  return x as ValueRecord;
}
function list(x: Value): readonly Value[] {
  if (!Array.isArray(x)) throw new TypeError('not a list');
  return x;
}
function number(x: Value): number {
  if (typeof x !== 'number') throw new TypeError('not a number');
  return x;
}
function text(x: Value): string {
  if (typeof x !== 'string') throw new TypeError('not a string');
  return x;
}
function bytes(x: Value): Uint8Array {
  if (!(x instanceof Uint8Array)) throw new TypeError('not bytes');
  return x;
}
