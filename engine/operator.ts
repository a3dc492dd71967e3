// The operator table: one entry an operator. From an entry follow the functions `torch.x` and `torch.nn.functional.x`, the
// methods `t.x()` and `t.x_()`, keyword arguments, errors, recording for backward, types and documentation.
// Not here: what operators compute (ops/), how memory is walked (device/).
//
// To add an operator, write one entry in ops/:
//
//   export const lerp = operator('lerp(Tensor input, Tensor end, Tensor|Scalar weight) -> Tensor', {
//     doc: 'input + weight · (end − input)',
//     forward: (input, end, weight) => …,                  kernels or other operators; nothing in it is recorded
//     gradients: {                                         per argument; `from` names the values it keeps for backward
//       end: from('weight', (s) => s.grad.mul(s.weight)),
//     },
//   });
//
// Without `gradients` an entry is composite: its forward calls other operators, which are recorded one by one.
// A gradient may have the broadcast shape and a wider dtype: the engine brings it back to the argument's own.
// Several schemas under one name are overloads, tried in the order they were added.
import { edgeOf, freed, type Gradients, Node, nodesMade, SavedTensor, setHistory } from './autograd/node.ts';
import { passCutOn } from './autograd/cut.ts';
import { checkInPlace, checkMemory } from './autograd/inplace.ts';
import { is_grad_enabled, record } from './autograd/modes.ts';
import { rebaseHistory } from './autograd/views.ts';
import { copyInto } from './copy.ts';
import { RuntimeError } from './device/device.ts';
import { canCast, type DType } from './dtype.ts';
import { meters } from './meters.ts';
import type { Promotion } from './pointwise.ts';
import {
  type ArgsOf,
  type Bind,
  compileBind,
  describe,
  type NamedOf,
  parseSchema,
  type ResultOf,
  type Schema,
} from './schema.ts';
import { gradientNode, isTensor, metaOf, sameShape, Tensor } from './tensor.ts';

/** What a gradient formula sees: the arguments (tensors only when it said so with `from`), results and their gradients. */
export type Scope<S extends string> = Omit<NamedOf<S>, 'shape' | 'strides'> & {
  /** The first result's gradient. */
  readonly grad: Tensor;
  readonly grads: readonly (Tensor | null)[];
  /** The first result, when kept with `from('result')`. */
  readonly result: Tensor;
  readonly results: readonly Tensor[];
  /** The shape of a tensor argument, kept or not. */
  shape(argument: keyof NamedOf<S> & string): readonly number[];
  /** Its strides, likewise. */
  strides(argument: keyof NamedOf<S> & string): readonly number[];
  needs(argument: keyof NamedOf<S> & string): boolean;
};
type Formula<X> = (scope: X) => Tensor | null | readonly (Tensor | null)[];
interface Keeping<X> {
  readonly keeps: readonly string[];
  readonly formula: Formula<X>;
}
/** A gradient formula with the names of the tensor arguments (or 'result') that it reads. */
export const from = <X>(keeps: string, formula: Formula<X>): Keeping<X> => ({ keeps: keeps.split(' '), formula });

export interface Entry<S extends string> {
  readonly doc: string;
  readonly forward: (...args: ArgsOf<S>) => ResultOf<S>;
  readonly gradients?: { readonly [K in keyof NamedOf<S>]?: Formula<Scope<S>> | Keeping<Scope<S>> };
  /** Gradients of several arguments at once, in the order of `of`. */
  readonly jointly?: { readonly of: readonly (keyof NamedOf<S> & string)[]; readonly gradients: Keeping<Scope<S>> };
  /** The result shares the input's memory. */
  readonly view?: boolean;
  /** Also install `name_`; a function where the input's memory can be written directly. */
  readonly inplace?: boolean | ((...args: ArgsOf<S>) => void);
  /** Where it is installed; 'torch method' if not said. */
  readonly on?: string;
  readonly aliases?: readonly string[];
  /** Names of the fields of several results. */
  readonly fields?: readonly string[];
  /** What grad_fn is called, without 'Backward0' unless that is said too. A composite gives the name to its last operation. */
  readonly node?: string | ((...args: ArgsOf<S>) => string);
  /** What each element of the result is, and its dtype, of a pointwise operator: what may run as one with its neighbours. */
  readonly expression?: string | ((compute: DType) => string);
  readonly promotes?: Promotion;
  /** Results that have no gradient although they are floating point, by position. */
  readonly constant?: readonly number[];
}

/** An entry with everything that follows from it alone. */
interface Compiled {
  readonly name: string;
  readonly schemaText: string;
  readonly entry: Entry<string>;
  readonly argNames: readonly string[];
  readonly tensorArgs: readonly number[];
  readonly self: number;
  /** Which argument asks for the in-place form; −1 where none does. */
  readonly inplace: number;
  /** Of each argument, null where it has no gradient. */
  readonly gradients: readonly (ArgumentGradient | null)[];
  readonly differentiable: boolean;
  readonly nodeName: string | ((...args: unknown[]) => string);
  schema: Schema | null;
  bind: Bind | null;
  scope: typeof CallScope | null;
}
interface ArgumentGradient {
  /** What its formula reads, one bit an argument; the results' bit is `resultsBit`. */
  readonly reads: number;
  readonly formula: Formula<Scope<string>> | null;
  /** Its place in what the joint formula gives. */
  readonly joint: number;
}
const resultsBit = 1 << 30;

export type Operator<S extends string> = (...args: ArgsOf<S>) => ResultOf<S>;

/** Every operator by name, each with its overloads: what types, documentation and tests are derived from. */
export const table = new Map<string, Compiled[]>();

const camel = (name: string): string =>
  name
    .split('.')
    .at(-1)
    ?.split('_')
    .map((w) => w.slice(0, 1).toUpperCase() + w.slice(1))
    .join('') ?? name;

export function operator<const S extends string>(schemaText: S, entry: Entry<S>): Operator<S> {
  const schema = parseSchema(schemaText);
  const argNames = schema.params.map((p) => p.name);
  const tensorArgs = schema.params.flatMap((p, i) => (p.type.includes('Tensor') ? [i] : []));
  const input = argNames.indexOf('input');
  const given = (entry.gradients ?? {}) as Readonly<Record<string, Formula<Scope<string>> | Keeping<Scope<string>>>>;
  const bits = (keeps: readonly string[]): number =>
    keeps.reduce((all, k) => all | (k === 'result' || k === 'results' ? resultsBit : 1 << argNames.indexOf(k)), 0);
  const gradients = argNames.map((name): ArgumentGradient | null => {
    const joint = entry.jointly?.of.indexOf(name as never) ?? -1;
    if (entry.jointly && joint >= 0) return { reads: bits(entry.jointly.gradients.keeps), formula: null, joint };
    const own = given[name];
    if (own === undefined) return null;
    return typeof own === 'function'
      ? { reads: 0, formula: own, joint }
      : { reads: bits(own.keeps), formula: own.formula, joint };
  });
  const compiled: Compiled = {
    name: schema.name,
    schemaText,
    entry: entry as unknown as Entry<string>, // the table holds entries of all schemas
    argNames,
    tensorArgs,
    self: input >= 0 ? input : (tensorArgs[0] ?? -1),
    inplace: entry.inplace ? argNames.indexOf('inplace') : -1,
    gradients,
    differentiable: gradients.some((g) => g !== null),
    nodeName:
      typeof entry.node === 'function'
        ? (entry.node as unknown as (...args: unknown[]) => string)
        : `${entry.node ?? camel(schema.name)}Backward0`,
    schema,
    bind: null,
    scope: null,
  };
  for (const name of [schema.name, ...(entry.aliases ?? [])]) {
    const overloads = table.get(name);
    if (overloads) overloads.push(compiled);
    else table.set(name, [compiled]);
  }
  return (...args) => run(compiled, args) as ResultOf<S>;
}

/** What formulas see: arguments by name (getters, defined per operator by `scopeOf`) beside what every call has. */
class CallScope {
  readonly #node: OperatorNode;
  readonly #values: readonly unknown[];
  readonly grads: Gradients;
  readonly results: readonly (Tensor | null)[] | null;
  constructor(node: OperatorNode, values: readonly unknown[], grads: Gradients, results: (Tensor | null)[] | null) {
    this.#node = node;
    this.#values = values;
    this.grads = grads;
    this.results = results;
  }
  get grad(): Tensor | null {
    return this.grads[0] ?? null;
  }
  get result(): Tensor | null {
    return this.results?.[0] ?? null;
  }
  shape(argument: string): readonly number[] {
    return this.#node.shapes[this.#node.op.argNames.indexOf(argument)] ?? [];
  }
  strides(argument: string): readonly number[] {
    return this.#node.strides[this.#node.op.argNames.indexOf(argument)] ?? [];
  }
  needs(argument: string): boolean {
    return this.#node.needs(this.#node.op.argNames.indexOf(argument));
  }
  static value(scope: CallScope, argument: number): unknown {
    return scope.#values[argument];
  }
}
function scopeOf(op: Compiled): typeof CallScope {
  const Own = class extends CallScope {};
  op.argNames.forEach((name, i) => {
    if (name in CallScope.prototype) return; // `shape` is the function also where an argument has that name
    Object.defineProperty(Own.prototype, name, {
      get(this: CallScope) {
        return CallScope.value(this, i);
      },
    });
  });
  return Own;
}

type Saved = SavedTensor | null | readonly (SavedTensor | null)[];

const nameOf = ({ nodeName }: Compiled, args: readonly unknown[]): string => {
  if (typeof nodeName === 'string') return nodeName;
  const name = nodeName(...args);
  return name.includes('Backward') ? name : `${name}Backward0`;
};

class OperatorNode extends Node {
  readonly op: Compiled;
  /** By argument: shapes of tensors; null for all else. */
  readonly shapes: (readonly number[] | null)[];
  readonly strides: (readonly number[] | null)[];
  /** By argument: what was given, but of tensors those that are kept (SavedTensor), else null; null once freed. */
  #values: unknown[] | null;
  /** Which arguments are kept, one bit each, and whether results are. */
  #kept = 0;
  #results: readonly SavedTensor[] | null = null;
  /** Which arguments have edges, one bit each: those with a gradient, and what is changed in place. */
  #edged = 0;

  constructor(op: Compiled, args: readonly unknown[], inPlace: boolean) {
    super(nameOf(op, args), []);
    this.op = op;
    // Of their final length at once: an array that grows takes room for 17 at its first element.
    const count = args.length;
    const values = new Array<unknown>(count);
    this.shapes = new Array<readonly number[] | null>(count);
    this.strides = new Array<readonly number[] | null>(count);
    let wanted = 0;
    for (let i = 0; i < count; i++) {
      const value = args[i];
      const takesTensors = op.tensorArgs.includes(i);
      const gradient = op.gradients[i] ?? null;
      if (takesTensors && value instanceof Tensor) {
        this.shapes[i] = value.shape;
        this.strides[i] = value.strides;
        values[i] = null;
        if (gradient === null && !(inPlace && i === op.self)) continue;
        const edge = gradient === null ? null : edgeOf(value);
        this.addEdge(edge, value);
        this.#edged |= 1 << i;
        if (gradient !== null && edge !== null) wanted |= gradient.reads;
        continue;
      }
      this.shapes[i] = null;
      this.strides[i] = null;
      if (takesTensors && Array.isArray(value)) {
        values[i] = value.map((t) => (t instanceof Tensor ? { shape: t.shape, dtype: t.dtype } : t));
        if (gradient === null) continue;
        for (const t of value)
          if (t instanceof Tensor) this.addEdge(edgeOf(t), t);
          else this.edges.push(null);
        this.#edged |= 1 << i;
        wanted |= gradient.reads;
      } else values[i] = value;
    }
    this.#values = values;
    this.#kept = wanted & resultsBit;
    if (wanted !== this.#kept)
      for (const i of op.tensorArgs) {
        if ((wanted & (1 << i)) === 0) continue;
        const value = args[i];
        // An operation in place is about to overwrite what it was given.
        if (value instanceof Tensor) values[i] = new SavedTensor(inPlace && i === op.self ? value.clone() : value);
        else if (Array.isArray(value)) values[i] = value.map((t) => (t instanceof Tensor ? new SavedTensor(t) : null));
        else continue;
        this.#kept |= 1 << i;
      }
  }
  override get lendsNothing(): boolean {
    return true; // formulas are functions of the scope
  }
  get keepsResults(): boolean {
    return (this.#kept & resultsBit) !== 0;
  }
  keepResults(results: readonly Tensor[]): void {
    this.#results = results.map((t) => new SavedTensor(t, this));
  }

  apply(grads: Gradients): Gradients {
    const { op } = this;
    if (!this.#values) throw freed();
    const values = this.#values.slice();
    if ((this.#kept & ~resultsBit) !== 0)
      for (const i of op.tensorArgs) if ((this.#kept & (1 << i)) !== 0) values[i] = this.#unpack(values[i] as Saved);
    const results = this.#results && (this.#unpack(this.#results) as (Tensor | null)[]);
    const Scope = (op.scope ??= scopeOf(op));
    const scope = new Scope(this, values, grads, results) as unknown as Scope<string>;
    const joint = op.entry.jointly?.gradients.formula(scope) as readonly (Tensor | null)[] | undefined;
    const found: Gradients = [];
    for (const i of op.tensorArgs) {
      const count = this.#countOf(i);
      if (count === 0) continue;
      const gradient = op.gradients[i];
      const first = found.length;
      for (let k = 0; k < count; k++) found.push(null);
      if (!gradient || !this.#needsAny(first, count)) continue;
      const value = gradient.formula === null ? joint?.[gradient.joint] : gradient.formula(scope);
      if (Array.isArray(value)) for (let k = 0; k < value.length; k++) found[first + k] = value[k] ?? null;
      else found[first] = (value as Tensor | null | undefined) ?? null;
    }
    return found;
  }
  #unpack(saved: Saved): unknown {
    if (saved instanceof SavedTensor) return saved.get(this.name());
    return saved === null ? null : saved.map((one) => one?.get(this.name()) ?? null);
  }
  /** How many edges an argument has. */
  #countOf(argument: number): number {
    if ((this.#edged & (1 << argument)) === 0) return 0;
    if (this.shapes[argument]) return 1;
    const value = this.#values?.[argument];
    return Array.isArray(value) ? value.length : 0;
  }
  #needsAny(first: number, count: number): boolean {
    for (let i = first; i < first + count; i++) if (this.edges[i]) return true;
    return false;
  }
  needs(argument: number): boolean {
    let first = 0;
    for (const i of this.op.tensorArgs) {
      const count = this.#countOf(i);
      if (i === argument) return this.#needsAny(first, count);
      first += count;
    }
    return false;
  }
  override release(): void {
    if (this.#kept === 0 || !this.#values) return; // nothing was freed: backward may pass again, as in PyTorch
    for (const i of this.op.tensorArgs) if ((this.#kept & (1 << i)) !== 0) releaseSaved(this.#values[i] as Saved);
    releaseSaved(this.#results);
    this.#values = null;
    this.#results = null;
  }
}
function releaseSaved(saved: Saved): void {
  if (saved instanceof SavedTensor) saved.release();
  else if (saved !== null) for (const one of saved) one?.release();
}

function anyRequiresGrad(op: Compiled, args: readonly unknown[]): boolean {
  for (let k = 0; k < op.tensorArgs.length; k++) {
    const i = op.tensorArgs[k] ?? 0;
    const value = args[i];
    if (value instanceof Tensor) {
      if (value.autograd !== null && (op.gradients[i] !== null || !op.differentiable) && value.requires_grad)
        return true;
    } else if (Array.isArray(value)) {
      for (const t of value) if (t instanceof Tensor && t.requires_grad) return true;
    }
  }
  return false;
}

/** What stands between a call and its operator while a mode such as autocast is on: `go` runs the operator itself. */
export type Interceptor = (
  op: InterceptedOperator,
  args: unknown[],
  go: (args: unknown[]) => unknown,
  inPlace: boolean,
) => unknown;
export interface InterceptedOperator {
  readonly name: string;
  readonly schemaText: string;
  readonly argNames: readonly string[];
  /** False for an operator that is made of others, which are intercepted one by one. */
  readonly differentiable: boolean;
}
/** From the outermost inwards. */
const modes = ['watch', 'profiler', 'trace', 'autocast', 'quantized'] as const;
const active = new Map<(typeof modes)[number], Interceptor>();
let interceptor: Interceptor | null = null;
/** @internal puts a mode's interceptor (or none) in place of the one it has, which it returns */
export function intercept(mode: (typeof modes)[number], next: Interceptor | null): Interceptor | null {
  const before = active.get(mode) ?? null;
  if (next) active.set(mode, next);
  else active.delete(mode);
  const chain = modes.flatMap((name) => active.get(name) ?? []);
  const [only = null, ...others] = chain;
  interceptor =
    others.length === 0
      ? only
      : (op, args, go, inPlace) => {
          const from = (at: number, values: unknown[]): unknown => {
            const one = chain[at];
            return one ? one(op, values, (given) => from(at + 1, given), inPlace) : go(values);
          };
          return from(0, args);
        };
  return before;
}

/** @internal runs one overload on values in schema order */
export function run(op: Compiled, args: unknown[]): unknown {
  if (interceptor !== null) return interceptor(op, filled(op, args), (values) => runHere(op, values), false);
  return runHere(op, args);
}
function filled({ schema }: Compiled, args: unknown[]): unknown[] {
  if (schema) for (let i = args.length; i < schema.params.length; i++) args.push(schema.params[i]?.fallback);
  return args;
}
function runHere(op: Compiled, args: unknown[]): unknown {
  const { schema, entry } = op;
  if (schema && args.length < schema.params.length)
    for (let i = args.length; i < schema.params.length; i++) args.push(schema.params[i]?.fallback);
  if (meters.on) meters.ran(op.name);
  const forward = entry.forward as unknown as (...a: unknown[]) => unknown;
  if (!op.differentiable) {
    if (entry.node === undefined || !is_grad_enabled()) return named(forward(...args), entry);
    const before = nodesMade();
    const made = forward(...args);
    const last = gradientNode((Array.isArray(made) ? made[0] : made) as Tensor);
    if (last && last.sequence > before) last.rename(nameOf(op, args));
    return named(made, entry);
  }
  // Before the forward runs: an operation in place changes what is saved.
  const node = is_grad_enabled() && anyRequiresGrad(op, args) ? new OperatorNode(op, args, false) : null;
  const before = record(false);
  let result: unknown;
  try {
    result = forward(...args);
  } finally {
    record(before);
  }
  const base = entry.view ? (args[op.self] as Tensor) : null;
  if (base) markViews(result, base);
  if (node) attach(op, node, result);
  else passCutOn(result, args, before);
  return named(result, entry);
}

function attach(op: Compiled, node: OperatorNode, result: unknown): void {
  const list = isTensor(result) ? [result] : (result as Tensor[]);
  const { constant } = op.entry;
  for (let i = 0; i < list.length; i++) {
    const t = list[i] as Tensor;
    if (t.dtype.category === 2 && !constant?.includes(i)) setHistory(t, node);
    else node.outputs.push({ shape: t.shape, dtype: t.dtype });
  }
  if (node.keepsResults) node.keepResults(list);
}

function markViews(result: unknown, input: Tensor): void {
  const base = input.autograd?.view?.base ?? input;
  const origin = Array.isArray(result)
    ? 'multiple'
    : is_grad_enabled()
      ? (input.autograd?.view?.origin ?? 'default')
      : 'no_grad';
  for (const t of isTensor(result) ? [result] : (result as Tensor[])) {
    if (t.storage !== input.storage || t === input) continue;
    metaOf(t).view = { base, version: t.storage.version, origin };
  }
}

function named(result: unknown, entry: Entry<string>): unknown {
  const { fields } = entry;
  if (fields && Array.isArray(result))
    fields.forEach((field, i) => Object.defineProperty(result, field, { value: result[i], enumerable: false }));
  return result;
}

/** @internal the in-place form of an overload */
export function runInPlace(op: Compiled, args: unknown[]): Tensor {
  if (interceptor === null) return runInPlaceHere(op, args);
  return interceptor(op, filled(op, args), (values) => runInPlaceHere(op, values), true) as Tensor; // what `go` gives
}
function runInPlaceHere(op: Compiled, args: unknown[]): Tensor {
  const self = args[op.self];
  if (!(self instanceof Tensor)) throw new TypeError(`${op.name}_(): must be called on a tensor`);
  const { schema, entry } = op;
  if (schema && args.length < schema.params.length)
    for (let i = args.length; i < schema.params.length; i++) args.push(schema.params[i]?.fallback);
  if (meters.on) meters.ran(`${op.name}_`);
  const recording = is_grad_enabled() && (anyRequiresGrad(op, args) || self.requires_grad);
  checkMemory(self, args);
  if (recording) checkInPlaceWith(self, op, args);
  if (recording && !op.differentiable && typeof entry.inplace !== 'function') {
    // composite: what it calls is recorded, on a copy that the change leaves alone
    args[op.self] = self.clone();
    const result = (entry.forward as unknown as (...a: unknown[]) => unknown)(...args) as Tensor;
    checkWritable(result, self);
    return self.copy_(result);
  }
  const node = recording && op.differentiable ? new OperatorNode(op, args, true) : null;
  const before = record(false);
  try {
    if (typeof entry.inplace === 'function') (entry.inplace as (...a: unknown[]) => void)(...args);
    else {
      const result = (entry.forward as unknown as (...a: unknown[]) => unknown)(...args) as Tensor;
      checkWritable(result, self);
      copyInto(self, result);
    }
    self.storage.version++;
  } finally {
    record(before);
  }
  if (node) {
    rebaseHistory(self, node);
    if (node.keepsResults) node.keepResults([self]);
  }
  return self;
}
function checkWritable(result: Tensor, self: Tensor): void {
  if (!canCast(result.dtype, self.dtype))
    throw new RuntimeError(
      `result type ${result.dtype.typeName} can't be cast to the desired output type ${self.dtype.typeName}`,
    );
  if (!sameShape(result.shape, self.shape))
    throw new RuntimeError(
      `output with shape [${self.shape.join(', ')}] doesn't match the broadcast shape [${result.shape.join(', ')}]`,
    );
}
function checkInPlaceWith(self: Tensor, op: Compiled, args: readonly unknown[]): void {
  checkInPlace(self);
  const view = self.autograd?.view;
  if (view && anyRequiresGrad(op, args) && view.base.is_leaf && view.base.requires_grad) checkInPlace(view.base);
}

/** What a method's tensor is among the positional arguments; functions have none. */
type Enter = (given: unknown[], self: Tensor | null, place: number) => unknown;

/** A function that is told `inplace: true` changes its input, where the operator has such a form. */
function runAsAsked(op: Compiled, args: unknown[]): unknown {
  return op.inplace >= 0 && args[op.inplace] === true ? runInPlace(op, args) : run(op, args);
}

/** A public function over the overloads of a name: binds arguments, says what was wrong when none fits. */
function entrance(
  name: string,
  overloads: readonly Compiled[],
  call: (op: Compiled, args: unknown[]) => unknown,
): Enter {
  return (given, self, place) => {
    let reason = '';
    for (let i = 0; i < overloads.length; i++) {
      const op = overloads[i]!;
      const bound = (op.bind ??= compileBind((op.schema ??= parseSchema(op.schemaText))))(given, self, place);
      if (typeof bound !== 'string') return call(op, bound);
      reason ||= bound;
    }
    const only = overloads.length === 1 ? overloads[0] : undefined;
    if (only) throw new TypeError(`${name}(): ${reason}. Signature: ${only.schemaText}`);
    const all = self === null ? given : given.toSpliced(place, 0, self);
    throw new TypeError(
      `${name}() received an invalid combination of arguments - got (${all.map(describe).join(', ')}), but expected one of:\n${overloads.map((o) => ` * ${o.schemaText}`).join('\n')}`,
    );
  };
}
/** As a function, and as a method whose tensor is the argument at `place`. */
const asFunction =
  (enter: Enter) =>
  (...given: unknown[]): unknown =>
    enter(given, null, 0);
const asMethod = (enter: Enter, place: number) =>
  function (this: Tensor, ...given: unknown[]): unknown {
    return enter(given, this, place);
  };

const define = (target: object, name: string, value: unknown): void =>
  void Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });

/** Installs the table: functions into `torch` and its namespaces, methods into Tensor's prototype. */
export function install(namespaces: Record<string, object>): void {
  for (const [name, all] of table) {
    const on = (space: string): Compiled[] =>
      all.filter((o) => (o.entry.on ?? 'torch method').split(' ').includes(space));
    for (const [space, target] of Object.entries(namespaces)) {
      const overloads = on(space);
      if (overloads.length === 0) continue;
      const f = asFunction(entrance(name, overloads, runAsAsked));
      Object.defineProperty(f, 'name', { value: name });
      define(target, name, f);
      const changing = overloads.filter((o) => o.entry.inplace);
      if (changing.length > 0) define(target, `${name}_`, asFunction(entrance(`${name}_`, changing, runInPlace)));
    }
    const methods = on('method');
    const changing = methods.filter((o) => o.entry.inplace);
    if (methods[0]) define(Tensor.prototype, name, asMethod(entrance(name, methods, run), placeOfSelf(methods[0])));
    if (changing[0])
      define(
        Tensor.prototype,
        `${name}_`,
        asMethod(entrance(`${name}_`, changing, runInPlace), placeOfSelf(changing[0])),
      );
  }
}
const placeOfSelf = (op: Compiled): number => Math.max(0, op.self);
