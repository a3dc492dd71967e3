// Records the operators of one run. What is recorded is a tree of frames, one for each call of a module, of nodes that all
// share one set of values; outline.ts makes methods of it. Not here: what is checked and warned of (trace.ts).
import { RuntimeError } from '../device/device.ts';
import { DType } from '../dtype.ts';
import type { Module } from '../nn/module.ts';
import { intercept, type InterceptedOperator, type Interceptor } from '../operator.ts';
import { isKeywords, type Param } from '../schema.ts';
import { alias, sameShape, Tensor } from '../tensor.ts';
import { warn } from '../warnings.ts';
import { operatorOf, paramsOf } from './interpreter.ts';
import { type Constant, Node, type Type, typeOfTensor, Value } from './ir.ts';

/** One call of a module, or what was traced as a whole. */
export class Frame {
  /** Dotted; '' for the root; null where the module is not part of what is traced. */
  readonly path: string | null;
  readonly items: (Node | Frame)[] = [];
  constructor(path: string | null) {
    this.path = path;
  }
}
export interface Recording {
  readonly root: Frame;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** Values that stand for parameters and buffers, by their dotted names. */
  readonly attributes: ReadonlyMap<Value, string>;
}

const warnOf = (kind: string): void =>
  warn(
    `Converting a tensor to a ${kind} might cause the trace to be incorrect. The data flow of JavaScript's own values cannot be recorded, so this value is treated as a constant from now on: the trace might not generalize to other inputs!`,
    'TracerWarning',
  );
/** What leaves the graph: its value is a constant for the trace. */
const conversions = new Map([
  ['item', 'number'],
  ['tolist', 'list'],
  ['numpy', 'NumPy array'],
  ['is_nonzero', 'boolean'],
  ['equal', 'boolean'],
  ['allclose', 'boolean'],
]);
/** What makes tensors of values that are not tensors. */
const literals = new Set(['tensor', 'as_tensor', 'new_tensor', 'from_numpy', 'scalar_tensor']);
const isLiteral = (name: string): boolean => literals.has(name) || name.endsWith('Tensor');
/** Made of others, and recorded by them. Indexing is, where every index is a number or a slice. */
const letThrough = new Set(['at', 'set_at', 'multi_head_attention_forward']);
const isPlain = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  typeof value === 'string' ||
  value instanceof Tensor ||
  value instanceof DType;
const representable = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(representable) : isPlain(value) || isGenerator(value);
/** Random operators draw from the default stream when a graph runs. */
const isGenerator = (value: unknown): boolean => typeof value === 'object' && value !== null && 'manual_seed' in value;
const holdsTensor = (value: unknown): boolean =>
  value instanceof Tensor || (Array.isArray(value) && value.some(holdsTensor));

let tracing: Tracer | null = null;
export const isTracing = (): boolean => tracing !== null;

class Tracer {
  readonly root = new Frame('');
  readonly inputs: Value[] = [];
  readonly attributes = new Map<Value, string>();
  readonly #values = new Map<Tensor, Value>();
  /** Tensors that have values, by memory: what was made of one outside of operators, such as `.data`, is found by it. */
  readonly #byMemory = new Map<unknown, Tensor[]>();
  readonly #parameters: ReadonlyMap<Tensor, string>;
  readonly #attributeValues = new Map<string, Value>();
  #frame = this.root;
  #paused = false;

  constructor(parameters: ReadonlyMap<Tensor, string>) {
    this.#parameters = parameters;
  }

  readonly interceptor: Interceptor = (op, args, go, inPlace) => {
    if (this.#paused) return go(args);
    const kind = conversions.get(op.name);
    if (kind !== undefined) {
      if (args.some((a) => a instanceof Tensor && this.#isTraced(a))) warnOf(kind);
      return this.paused(() => go(args));
    }
    if (isLiteral(op.name)) return this.#literal(args, go);
    const whole = !letThrough.has(op.name) || args.slice(1).some((a) => this.#byIndex(op, a));
    if (!whole || !args.every(representable)) return go(args);
    return this.#call(op, args, go, inPlace);
  };
  /** Whether an index needs the values of a tensor. */
  #byIndex(op: InterceptedOperator, value: unknown): boolean {
    return (
      (op.name === 'at' || op.name === 'set_at') &&
      Array.isArray(value) &&
      value.some((v) => holdsTensor(v) || Array.isArray(v))
    );
  }
  paused<R>(body: () => R): R {
    const before = this.#paused;
    this.#paused = true;
    try {
      return body();
    } finally {
      this.#paused = before;
    }
  }
  within<R>(path: string | null, body: () => R): R {
    const close = this.enter(path);
    try {
      return body();
    } finally {
      close();
    }
  }
  enter(path: string | null): () => void {
    const before = this.#frame;
    const frame = new Frame(path);
    before.items.push(frame);
    this.#frame = frame;
    return () => void (this.#frame = before);
  }

  #isTraced(t: Tensor): boolean {
    return this.#values.has(t) || this.#parameters.has(t) || this.#sameMemory(t) !== null;
  }
  #know(t: Tensor, value: Value): void {
    this.#values.set(t, value);
    const { buffer } = t.storage;
    const known = this.#byMemory.get(buffer);
    if (known) known.push(t);
    else this.#byMemory.set(buffer, [t]);
  }
  #sameMemory(t: Tensor): Tensor | null {
    const near = this.#byMemory.get(t.storage.buffer) ?? [];
    for (let i = near.length - 1; i >= 0; i--) {
      const other = near[i];
      if (other && other.offset === t.offset && sameShape(other.shape, t.shape) && sameShape(other.strides, t.strides))
        return other;
    }
    for (const p of this.#parameters.keys())
      if (p.storage.buffer === t.storage.buffer && p.offset === t.offset && sameShape(p.shape, t.shape)) return p;
    return null;
  }
  input(t: Tensor, name: string): Value {
    const value = new Value(typeOfTensor(t), name);
    this.#know(t, value);
    return value;
  }
  emit(kind: string, ins: readonly Value[], type: Type, into: (Node | Frame)[] = this.#frame.items): Value {
    const node = new Node(kind, ins);
    into.push(node);
    return node.add(type);
  }
  /** Marks what an input was taken apart into. */
  unpacked(node: Node, t: Tensor): void {
    this.#know(t, node.add(typeOfTensor(t)));
  }
  push(node: Node): void {
    this.#frame.items.push(node);
  }

  #constant(value: Constant, type: Type, into: (Node | Frame)[]): Value {
    const node = new Node('prim::Constant', [], { value });
    into.push(node);
    return node.add(type);
  }
  /** The value of what stands as an argument; the nodes that make it go into the list. */
  valueOf(given: unknown, into: (Node | Frame)[] = this.#frame.items, param?: Param): Value {
    if (given instanceof Tensor) return this.#tensor(given, into);
    if (Array.isArray(given)) {
      const items = given.map((v) => this.valueOf(v, into));
      const first = given.find((v) => v !== null);
      const element =
        first instanceof Tensor
          ? 'Tensor'
          : typeof first === 'number'
            ? numberType(given)
            : typeof first === 'boolean'
              ? 'bool'
              : 'Any';
      return this.emit('prim::ListConstruct', items, `${element}[]`, into);
    }
    if (typeof given === 'number') {
      const isFloat = param?.type.startsWith('float') || !Number.isInteger(given);
      return this.#constant(given, isFloat ? 'float' : 'int', into);
    }
    if (typeof given === 'boolean') return this.#constant(given, 'bool', into);
    if (typeof given === 'string')
      return this.#constant(given, param?.type.startsWith('device') ? 'Device' : 'str', into);
    if (given instanceof DType) return this.#constant(given, 'int', into);
    return this.#constant(null, 'NoneType', into);
  }
  #tensor(t: Tensor, into: (Node | Frame)[]): Value {
    const known = this.#values.get(t);
    if (known) return known;
    const path = this.#parameters.get(t);
    if (path !== undefined) {
      let value = this.#attributeValues.get(path);
      if (!value) {
        value = new Value('Tensor', path.split('.').at(-1) ?? path);
        this.#attributeValues.set(path, value);
        this.attributes.set(value, path);
      }
      return value;
    }
    const same = this.#sameMemory(t);
    if (same) {
      const op = same.requires_grad && !t.requires_grad ? detachSchema : aliasSchema;
      const node = new Node(`aten::${op.slice(0, op.indexOf('('))}`, [this.#tensor(same, into)], {
        call: { by: 'schema', schema: op, in_place: false },
      });
      into.push(node);
      this.#know(t, node.add(typeOfTensor(t)));
      return node.out;
    }
    if (t.requires_grad)
      throw new RuntimeError(
        'Cannot insert a Tensor that requires grad as a constant. Make it a parameter of the module, an input of the trace, or detach it.',
      );
    return this.#constant(t, typeOfTensor(t), into);
  }

  /** A tensor of literal values is a constant, and each run of the graph gets a fresh copy. */
  #literal(args: unknown[], go: (args: unknown[]) => unknown): unknown {
    const result = this.paused(() => go(args));
    if (!(result instanceof Tensor) || this.#isTraced(result)) return result;
    warn(
      'torch.tensor results are registered as constants in the trace. This is safe where the values are the same in every call; where they depend on the input, the trace is incorrect.',
      'TracerWarning',
    );
    const kept = this.paused(() => result.detach().clone());
    const node = new Node('aten::clone', [this.#constant(kept, typeOfTensor(kept), this.#frame.items)], {
      call: { by: 'schema', schema: cloneSchema, in_place: false },
    });
    this.push(node);
    this.#know(result, node.add(typeOfTensor(result)));
    return result;
  }

  #call(op: InterceptedOperator, args: unknown[], go: (args: unknown[]) => unknown, inPlace: boolean): unknown {
    const into: (Node | Frame)[] = [];
    const compiled = operatorOf(op.schemaText);
    const params = compiled ? paramsOf(compiled) : [];
    // `inplace: false` is no argument of PyTorch's operators
    const shown =
      params.at(-1)?.name === 'inplace' && args[params.length - 1] === false ? args.slice(0, params.length - 1) : args;
    const ins = shown.map((value, i) => this.valueOf(value, into, params[i]));
    const kind = `aten::${op.name}${inPlace ? '_' : ''}`;
    const node = new Node(kind, ins, { call: { by: 'schema', schema: op.schemaText, in_place: inPlace } });
    const result = this.paused(() => go(args));
    if (result instanceof Tensor) {
      const value = node.add(typeOfTensor(result));
      if (!this.#parameters.has(result)) this.#know(result, value);
    } else if (Array.isArray(result) && result.length > 0 && result.every((r) => r instanceof Tensor)) {
      const tensors: readonly Tensor[] = result;
      const returns = op.schemaText.slice(op.schemaText.lastIndexOf('-> ') + 3);
      if (returns === 'Tensor[]') {
        const list = node.add('Tensor[]');
        const parts = new Node('prim::ListUnpack', [list]);
        for (const t of tensors) this.#know(t, parts.add(typeOfTensor(t)));
        this.#frame.items.push(...into, node, parts);
        return result;
      }
      for (const t of tensors) this.#know(t, node.add(typeOfTensor(t)));
    } else return result; // a size, a flag: no data of tensors
    this.#frame.items.push(...into, node);
    return result;
  }
}
const numberType = (list: readonly unknown[]): string =>
  list.every((v) => v === null || Number.isInteger(v)) ? 'int' : 'float';
const detachSchema = 'detach(Tensor input) -> Tensor';
const aliasSchema = 'alias(Tensor input) -> Tensor';
const cloneSchema = 'clone(Tensor input, *, any memory_format = null) -> Tensor';

/** Names of a function's parameters, as written; numbers where they have none. */
export function parameterNames(f: unknown, count: number): string[] {
  const source = typeof f === 'function' ? Function.prototype.toString.call(f) : '';
  const inside = /^[^(=]*\(([^)]*)\)/.exec(source)?.[1] ?? /^(?:async\s+)?([\w$]+)\s*=>/.exec(source)?.[1] ?? '';
  const names = inside.split(',').map((part) => /^\s*([A-Za-z_$][\w$]*)/.exec(part)?.[1]);
  return Array.from({ length: count }, (_, i) => names[i]?.replaceAll('$', '_') ?? 'input');
}

/** Adds an input, taken apart where it is a tuple, list or dict; what the function is to be called with comes back. */
function addInput(tracer: Tracer, given: unknown, name: string, seen: Set<Tensor>): unknown {
  const fresh = (t: Tensor): Tensor => {
    const own = seen.has(t) ? alias(t, t.shape, t.strides, t.offset) : t; // twice the same input are two inputs
    seen.add(own);
    return own;
  };
  if (given instanceof Tensor) {
    const t = fresh(given);
    tracer.inputs.push(tracer.input(t, name));
    return t;
  }
  const take = (value: unknown, into: Value): unknown => {
    const unpack = (items: readonly unknown[], node: Node): unknown[] => {
      tracer.push(node);
      const inner: [unknown, Value][] = [];
      const taken = items.map((item): unknown => {
        if (item instanceof Tensor) {
          const t = fresh(item);
          tracer.unpacked(node, t);
          return t;
        }
        const part = node.add(structureType(item));
        inner.push([item, part]);
        return null;
      });
      return taken.map((t, i) => {
        if (t !== null) return t;
        const next = inner.shift();
        return next ? take(next[0], next[1]) : items[i];
      });
    };
    if (Array.isArray(value)) return unpack(value, new Node('prim::TupleUnpack', [into]));
    const dict: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(Object(value))) {
      const node = new Node('prim::getitem', [into, tracer.valueOf(key)]);
      [dict[key]] = unpack([item], node);
    }
    return dict;
  };
  const value = new Value(structureType(given), name);
  tracer.inputs.push(value);
  return take(given, value);
}
function structureType(given: unknown): Type {
  if (given instanceof Tensor) return 'Tensor';
  if (Array.isArray(given)) return `(${given.map(structureType).join(', ')})`;
  if (typeof given === 'object' && given !== null && isKeywords(given)) {
    Object.values(given).forEach(structureType);
    return 'Dict(str, Tensor)';
  }
  throw new RuntimeError(
    `Tracer cannot infer type of ${given === null ? 'null' : typeof given}: only tensors and (possibly nested) lists, tuples and dicts of tensors are inputs of traced functions`,
  );
}
function addOutput(tracer: Tracer, result: unknown, strict: boolean): Value {
  if (result instanceof Tensor) return tracer.valueOf(result);
  if (Array.isArray(result)) {
    const items = result.map((r) => addOutput(tracer, r, strict));
    return tracer.emit('prim::TupleConstruct', items, `(${items.map(() => 'Tensor').join(', ')})`);
  }
  if (typeof result === 'object' && result !== null && isKeywords(result)) {
    if (strict)
      throw new RuntimeError(
        "Encountering a dict at the output of the tracer might cause the trace to be incorrect, this is only valid if the container structure does not change based on the module's inputs. Return a list or tensors instead, or pass strict: false to trace() if you know that it never changes.",
      );
    const parts = Object.entries(result).flatMap(([key, value]) => [
      tracer.valueOf(key),
      addOutput(tracer, value, strict),
    ]);
    return tracer.emit('prim::DictConstruct', parts, 'Dict(str, Tensor)');
  }
  throw new RuntimeError(
    'Only tensors, lists, tuples of tensors, or dictionary of tensors can be output from traced functions',
  );
}

/** Runs the function on example inputs and records its operators, calls of the module's submodules in frames of their own. */
export function record(
  body: (...args: readonly unknown[]) => unknown,
  module: Module | null,
  inputs: readonly unknown[],
  names: readonly string[],
  strict: boolean,
): Recording {
  if (tracing) throw new RuntimeError('a trace is made while another one is: trace before, and call what it gave');
  const parameters = new Map<Tensor, string>();
  const handles: { remove(): void }[] = [];
  if (module) {
    for (const [name, t] of [...module.named_buffers(), ...module.named_parameters()]) parameters.set(t, name);
  }
  const tracer = new Tracer(parameters);
  if (module)
    for (const [path, child] of module.named_modules()) {
      if (child === module) continue;
      const open: (() => void)[] = [];
      handles.push(
        child.register_forward_pre_hook(() => void open.push(tracer.enter(path)), { prepend: true }),
        child.register_forward_hook(() => open.pop()?.()),
      );
    }
  const seen = new Set<Tensor>();
  const before = intercept('trace', tracer.interceptor);
  tracing = tracer;
  try {
    const args = inputs.map((given, i) => addInput(tracer, given, names[i] ?? 'input', seen));
    const result = body(...args);
    const output = addOutput(tracer, result, strict);
    return { root: tracer.root, inputs: tracer.inputs, outputs: [output], attributes: tracer.attributes };
  } finally {
    tracing = null;
    intercept('trace', before);
    for (const handle of handles) handle.remove();
  }
}
