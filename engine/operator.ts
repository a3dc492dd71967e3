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
import { edgeOf, freed, type Edge, type Gradients, Node, nodesMade, SavedTensor, setHistory } from './autograd/node.ts';
import { checkInPlace, checkMemory } from './autograd/inplace.ts';
import { is_grad_enabled, record } from './autograd/modes.ts';
import { rebaseHistory } from './autograd/views.ts';
import { copyInto } from './copy.ts';
import { RuntimeError } from './device/device.ts';
import { canCast } from './dtype.ts';
import { meters } from './meters.ts';
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
export type Scope<S extends string> = Omit<NamedOf<S>, 'shape'> & {
  /** The first result's gradient. */
  readonly grad: Tensor;
  readonly grads: readonly (Tensor | null)[];
  /** The first result, when kept with `from('result')`. */
  readonly result: Tensor;
  readonly results: readonly Tensor[];
  /** The shape of a tensor argument, kept or not. */
  shape(argument: keyof NamedOf<S> & string): readonly number[];
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
  /** Results that have no gradient although they are floating point, by position. */
  readonly constant?: readonly number[];
}

interface Compiled {
  readonly name: string;
  readonly schemaText: string;
  readonly entry: Entry<string>;
  readonly argNames: readonly string[];
  readonly tensorArgs: readonly number[];
  readonly self: number;
  readonly keeps: ReadonlyMap<string, readonly string[]>;
  readonly nodeName: string | ((...args: unknown[]) => string);
  schema: Schema | null;
  bind: Bind | null;
}

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
  const keeps = new Map<string, readonly string[]>();
  const gradients: Record<string, unknown> = entry.gradients ?? {};
  for (const name in gradients) keeps.set(name, keepsOf(gradients[name]));
  if (entry.jointly) for (const name of entry.jointly.of) keeps.set(name, entry.jointly.gradients.keeps);
  const compiled: Compiled = {
    name: schema.name,
    schemaText,
    entry: entry as unknown as Entry<string>, // the table holds entries of all schemas
    argNames,
    tensorArgs,
    self: input >= 0 ? input : (tensorArgs[0] ?? -1),
    keeps,
    nodeName:
      typeof entry.node === 'function'
        ? (entry.node as unknown as (...args: unknown[]) => string)
        : `${entry.node ?? camel(schema.name)}Backward0`,
    schema,
    bind: null,
  };
  for (const name of [schema.name, ...(entry.aliases ?? [])]) {
    const overloads = table.get(name);
    if (overloads) overloads.push(compiled);
    else table.set(name, [compiled]);
  }
  return (...args) => run(compiled, args) as ResultOf<S>;
}
const keepsOf = (g: unknown): readonly string[] =>
  typeof g === 'object' && g !== null && 'keeps' in g ? (g.keeps as readonly string[]) : [];

const nameOf = ({ nodeName }: Compiled, args: readonly unknown[]): string => {
  if (typeof nodeName === 'string') return nodeName;
  const name = nodeName(...args);
  return name.includes('Backward') ? name : `${name}Backward0`;
};

class OperatorNode extends Node {
  readonly op: Compiled;
  args: unknown[] | null;
  readonly shapes: (readonly number[] | null)[];
  readonly saved: Map<string, SavedTensor | (SavedTensor | null)[]> = new Map();
  /** For each tensor argument its first edge and, of a list, how many. */
  readonly places: (readonly [argument: number, first: number, count: number])[] = [];

  constructor(op: Compiled, args: unknown[]) {
    super(nameOf(op, args), []);
    this.op = op;
    this.args = args.slice();
    this.shapes = new Array<null>(args.length).fill(null);
  }

  apply(grads: Gradients): Gradients {
    const { op, args } = this;
    if (!args) throw freed();
    const name = this.name();
    const unpack = (s: SavedTensor | null) => s?.get(name) ?? null;
    const scope: Record<string, unknown> = {};
    for (let i = 0; i < args.length; i++) scope[op.argNames[i] ?? ''] = args[i];
    scope['grads'] = grads;
    scope['grad'] = grads[0];
    scope['shape'] = (argument: string) => this.shapes[op.argNames.indexOf(argument)] ?? []; // wins over an argument of that name
    scope['needs'] = (argument: string) => this.#needs(op.argNames.indexOf(argument));
    for (const [key, value] of this.saved) scope[key] = Array.isArray(value) ? value.map(unpack) : unpack(value);
    if (Array.isArray(scope['results'])) scope['result'] = (scope['results'] as Tensor[])[0];
    const found: Gradients = new Array<null>(this.edges.length).fill(null);
    const { gradients, jointly } = op.entry;
    const put = (value: unknown, first: number): void => {
      if (Array.isArray(value)) value.forEach((v, i) => (found[first + i] = v as Tensor | null));
      else found[first] = (value as Tensor | null) ?? null;
    };
    const all = jointly?.gradients.formula(scope as Scope<string>);
    for (const [argument, first, count] of this.places) {
      if (!this.#needs(argument)) continue;
      const argName = op.argNames[argument] ?? '';
      const joint = jointly ? jointly.of.indexOf(argName as never) : -1;
      if (joint >= 0 && Array.isArray(all)) put(all[joint], first);
      else {
        const gradient = (gradients as Record<string, unknown> | undefined)?.[argName];
        const formula = typeof gradient === 'function' ? gradient : (gradient as Keeping<unknown> | undefined)?.formula;
        if (formula) put(formula(scope as never), first);
      }
      void count;
    }
    return found;
  }
  #needs(argument: number): boolean {
    const place = this.places.find((p) => p[0] === argument);
    if (!place) return false;
    for (let i = 0; i < place[2]; i++) if (this.edges[place[1] + i]) return true;
    return false;
  }
  override release(): void {
    if (this.saved.size === 0) return; // nothing was freed: backward may pass again, as in PyTorch
    for (const s of this.saved.values()) for (const one of Array.isArray(s) ? s : [s]) one?.release();
    this.saved.clear();
    this.args = null;
  }
}

function anyRequiresGrad(op: Compiled, args: readonly unknown[]): boolean {
  for (const i of op.tensorArgs) {
    const value = args[i];
    if (value instanceof Tensor) {
      if (value.autograd !== null && value.requires_grad && op.keeps.has(op.argNames[i] ?? '')) return true;
    } else if (Array.isArray(value)) {
      for (const t of value) if (t instanceof Tensor && t.requires_grad) return true;
    }
  }
  return false;
}

const save = (value: unknown, copy: boolean): SavedTensor | (SavedTensor | null)[] | null =>
  value instanceof Tensor
    ? new SavedTensor(copy ? value.clone() : value)
    : Array.isArray(value)
      ? value.map((v) => (v instanceof Tensor ? new SavedTensor(v) : null))
      : null;

/** Builds the node before the forward runs: an operation in place changes what is saved. */
function recordCall(op: Compiled, args: unknown[], inPlace: boolean): [OperatorNode, keepResult: boolean] {
  const node = new OperatorNode(op, args);
  const wanted = new Set<string>();
  for (const i of op.tensorArgs) {
    const value = args[i];
    if (value instanceof Tensor) {
      node.shapes[i] = value.shape;
      const edge: Edge | null = op.keeps.has(op.argNames[i] ?? '') ? edgeOf(value) : null;
      node.places.push([i, node.edges.length, 1]);
      node.edges.push(edge);
      if (edge) for (const k of op.keeps.get(op.argNames[i] ?? '') ?? []) wanted.add(k);
    } else if (Array.isArray(value)) {
      node.places.push([i, node.edges.length, value.length]);
      for (const t of value) node.edges.push(t instanceof Tensor ? edgeOf(t) : null);
      for (const k of op.keeps.get(op.argNames[i] ?? '') ?? []) wanted.add(k);
      if (node.args) node.args[i] = value.map((t) => (t instanceof Tensor ? { shape: t.shape, dtype: t.dtype } : t));
      continue;
    } else continue;
    if (node.args) node.args[i] = null;
  }
  const keepResult = wanted.delete('result') || wanted.delete('results');
  for (const name of wanted) {
    const index = op.argNames.indexOf(name);
    const saved = save(args[index], inPlace && index === op.self);
    if (saved) node.saved.set(name, saved);
    else if (node.args) node.args[index] = args[index];
  }
  return [node, keepResult];
}

/** @internal runs one overload on values in schema order */
export function run(op: Compiled, args: unknown[]): unknown {
  const { schema, entry } = op;
  if (schema && args.length < schema.params.length)
    for (let i = args.length; i < schema.params.length; i++) args.push(schema.params[i]?.fallback);
  if (meters.on) meters.ran(op.name);
  const forward = entry.forward as unknown as (...a: unknown[]) => unknown;
  if (op.keeps.size === 0) {
    if (entry.node === undefined || !is_grad_enabled()) return named(forward(...args), entry);
    const before = nodesMade();
    const made = forward(...args);
    const node = gradientNode((Array.isArray(made) ? made[0] : made) as Tensor);
    if (node && node.sequence > before) node.rename(nameOf(op, args));
    return named(made, entry);
  }
  const recorded = is_grad_enabled() && anyRequiresGrad(op, args) ? recordCall(op, args, false) : null;
  const before = record(false);
  let result: unknown;
  try {
    result = forward(...args);
  } finally {
    record(before);
  }
  const base = entry.view ? (args[op.self] as Tensor) : null;
  if (base) markViews(result, base);
  if (recorded) attach(op, recorded[0], recorded[1], result);
  return named(result, entry);
}

function attach(op: Compiled, node: OperatorNode, keepResult: boolean, result: unknown): void {
  const list = isTensor(result) ? [result] : (result as Tensor[]);
  const constant = op.entry.constant ?? [];
  list.forEach((t, i) => {
    if (t.dtype.category === 2 && !constant.includes(i)) setHistory(t, node);
    else node.outputs.push({ shape: t.shape, dtype: t.dtype });
  });
  if (keepResult)
    node.saved.set(
      'results',
      list.map((t) => new SavedTensor(t, node)),
    );
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
  const self = args[op.self];
  if (!(self instanceof Tensor)) throw new TypeError(`${op.name}_(): must be called on a tensor`);
  const { schema, entry } = op;
  if (schema && args.length < schema.params.length)
    for (let i = args.length; i < schema.params.length; i++) args.push(schema.params[i]?.fallback);
  if (meters.on) meters.ran(`${op.name}_`);
  const recording = is_grad_enabled() && (anyRequiresGrad(op, args) || self.requires_grad);
  checkMemory(self, args);
  if (recording) checkInPlaceWith(self, op, args);
  const recorded = recording && op.keeps.size > 0 ? recordCall(op, args, true) : null;
  const before = record(false);
  try {
    if (typeof entry.inplace === 'function') (entry.inplace as (...a: unknown[]) => void)(...args);
    else {
      const result = (entry.forward as unknown as (...a: unknown[]) => unknown)(...args) as Tensor;
      if (!canCast(result.dtype, self.dtype))
        throw new RuntimeError(
          `result type ${result.dtype.typeName} can't be cast to the desired output type ${self.dtype.typeName}`,
        );
      if (!sameShape(result.shape, self.shape))
        throw new RuntimeError(
          `output with shape [${self.shape.join(', ')}] doesn't match the broadcast shape [${result.shape.join(', ')}]`,
        );
      copyInto(self, result);
    }
    self.storage.version++;
  } finally {
    record(before);
  }
  if (recorded) {
    const [node, keepResult] = recorded;
    rebaseHistory(self, node);
    if (keepResult) node.saved.set('results', [new SavedTensor(self, node)]);
  }
  return self;
}
function checkInPlaceWith(self: Tensor, op: Compiled, args: readonly unknown[]): void {
  checkInPlace(self);
  const view = self.autograd?.view;
  if (view && anyRequiresGrad(op, args) && view.base.is_leaf && view.base.requires_grad) checkInPlace(view.base);
}

/** A public function over the overloads of a name: binds arguments, says what was wrong when none fits. */
function entrance(name: string, overloads: readonly Compiled[], call: (op: Compiled, args: unknown[]) => unknown) {
  const only = overloads.length === 1 ? overloads[0] : undefined;
  return (given: unknown[]): unknown => {
    let reason = '';
    for (const op of overloads) {
      const bound = (op.bind ??= compileBind((op.schema ??= parseSchema(op.schemaText))))(given);
      if (typeof bound !== 'string') return call(op, bound);
      reason ||= bound;
    }
    if (only) throw new TypeError(`${name}(): ${reason}. Signature: ${only.schemaText}`);
    throw new TypeError(
      `${name}() received an invalid combination of arguments - got (${given.map(describe).join(', ')}), but expected one of:\n${overloads.map((o) => ` * ${o.schemaText}`).join('\n')}`,
    );
  };
}

const define = (target: object, name: string, value: unknown): void =>
  void Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });

function placeSelf(op: Compiled, self: Tensor, given: unknown[]): unknown[] {
  if (op.self <= 0) given.unshift(self);
  else given.splice(op.self, 0, self);
  return given;
}

/** Installs the table: functions into `torch` and its namespaces, methods into Tensor's prototype. */
export function install(namespaces: Record<string, object>): void {
  for (const [name, all] of table) {
    const on = (space: string): Compiled[] =>
      all.filter((o) => (o.entry.on ?? 'torch method').split(' ').includes(space));
    for (const [space, target] of Object.entries(namespaces)) {
      const overloads = on(space);
      if (overloads.length === 0) continue;
      const enter = entrance(name, overloads, run);
      const f = (...given: unknown[]): unknown => enter(given);
      Object.defineProperty(f, 'name', { value: name });
      define(target, name, f);
      const changing = overloads.filter((o) => o.entry.inplace);
      if (changing.length === 0) continue;
      const enterInPlace = entrance(`${name}_`, changing, runInPlace);
      define(target, `${name}_`, (...given: unknown[]) => enterInPlace(given));
    }
    const methods = on('method');
    const first = methods[0];
    if (!first) continue;
    const enter = entrance(name, methods, run);
    define(Tensor.prototype, name, function (this: Tensor, ...given: unknown[]) {
      return enter(placeSelf(first, this, given));
    });
    const changing = methods.filter((o) => o.entry.inplace);
    const self = changing[0];
    if (!self) continue;
    const enterInPlace = entrance(`${name}_`, changing, runInPlace);
    define(Tensor.prototype, `${name}_`, function (this: Tensor, ...given: unknown[]) {
      return enterInPlace(placeSelf(self, this, given));
    });
  }
}
