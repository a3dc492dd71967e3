// What the judge may ask in the candidate's isolate, by name. Nothing here decides anything: the judge only compares.
import { buildDescription, parseDescription } from '#challenges/authoring/description.ts';
import { graphOf } from '#challenges/authoring/graph.ts';
import * as engine from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import { combineReadings, type MeterReading, meters } from '#engine/meters.ts';
import type { Value, ValueRecord } from '../protocol/value.ts';
import { className, type Handles } from './describe.ts';
import {
  type Callable,
  type Constructor,
  bytes,
  expectKind,
  isFunction,
  kindOf,
  list,
  Missing,
  number,
  record,
  text,
} from './values.ts';

const { default: torch, DType, IndexError, nn, optim, Tensor } = engine;
const { Module } = nn;
const { Optimizer } = optim;
const { apply, construct } = Reflect;
const functionText = Function.prototype.toString;

export interface Candidate {
  readonly handles: Handles;
  /** What the submission exports. */
  exports: Record<string, unknown>;
  spy(id: number, name: string): Callable;
  seedRandom(seed: number): void;
}
export type Operation = (node: ValueRecord) => unknown;

/** What the spies of the meter that is open did, by name. */
export class SpyMeter {
  private open: Map<string, MeterReading> | null = null;
  get on(): boolean {
    return this.open !== null;
  }
  start(budgetBytes?: number): void {
    if (this.open) throw new Error('a meter inside a meter');
    this.open = new Map();
    meters.start(budgetBytes);
  }
  stop(): object {
    const total = meters.stop();
    const spies = Object.fromEntries(this.open ?? []);
    this.open = null;
    return { total, spies };
  }
  add(name: string, reading: MeterReading): void {
    const before = this.open?.get(name);
    this.open?.set(name, before ? combineReadings(before, reading, 1) : reading);
  }
  reset(): void {
    this.open = null;
    while (meters.on) meters.stop();
  }
}

/** The same values with the first dimension running fastest in memory: not contiguous from two dimensions on. */
function columnMajor(x: engine.Tensor): engine.Tensor {
  const reversed = x.shape.map((_, dim) => x.shape.length - 1 - dim);
  return x.permute(reversed).contiguous().permute(reversed).detach();
}

/** A member of torch by its dotted path; undefined where there is none. */
function onTorch(path: string): unknown {
  let at: unknown = torch;
  for (const name of path.split('.')) {
    if ((typeof at !== 'object' && typeof at !== 'function') || at === null || !(name in at)) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
}
function classOf(path: string): Constructor {
  const found = onTorch(path);
  if (!isFunction(found)) throw new Error(`torch has no ${path}`);
  return found;
}

function dtypeNamed(name: string): engine.DType {
  return expectKind(onTorch(name), DType);
}

function dataset(length: number, read: Callable): object {
  const Dataset = onTorch('utils.data.Dataset');
  const made: object = isFunction(Dataset) ? Object(construct(Dataset, [])) : {};
  const at = (index: number): unknown => {
    if (!Number.isInteger(index) || index >= length || index < -length)
      throw new IndexError(`index ${index} is out of range for ${length} items`);
    return read(index);
  };
  const hidden = { configurable: true, writable: true };
  return Object.defineProperties(made, {
    length: { value: length, ...hidden },
    at: { value: at, ...hidden },
    get: { value: at, ...hidden },
    __getitem__: { value: at, ...hidden },
    __len__: { value: () => length, ...hidden },
  });
}

/** Whether the graph of `from` goes through the node of `to`. */
function leadsTo(from: engine.Tensor, to: engine.Tensor): boolean {
  if (from === to) return from.requires_grad;
  type GraphNode = NonNullable<typeof from.grad_fn>;
  const seen = new Set<GraphNode>();
  const open: GraphNode[] = from.grad_fn ? [from.grad_fn] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node === to.grad_fn || ('variable' in node && node.variable === to)) return true;
    for (const [next] of node.next_functions) if (next) open.push(next);
  }
  return false;
}

/** The first `count` items of anything iterable. With `toEnd` one more is asked for, to know whether there is one. */
function iterate(target: unknown, count: number, toEnd: boolean): { items: unknown[]; done: boolean } {
  const make: unknown = target === null || target === undefined ? target : Reflect.get(Object(target), Symbol.iterator);
  if (!isFunction(make)) throw new Missing(kindOf(make), 'iterator');
  const iterator = Object(apply(make, target, []));
  const step = (): object => Object(apply(Reflect.get(iterator, 'next'), iterator, []));
  const items: unknown[] = [];
  while (items.length < count) {
    const next = step();
    if (Reflect.get(next, 'done')) return { items, done: true };
    items.push(Reflect.get(next, 'value'));
  }
  if (toEnd && Reflect.get(step(), 'done')) return { items, done: true };
  const end: unknown = Reflect.get(iterator, 'return');
  if (isFunction(end)) apply(end, iterator, []);
  return { items, done: false };
}

export function operations(candidate: Candidate, spyMeter: SpyMeter): { readonly [name: string]: Operation } {
  const { handles } = candidate;

  // ---- arguments -------------------------------------------------------------------------------------------------------------
  const revive = (given: Value): unknown => {
    if (typeof given !== 'object' || given === null) return given;
    const node = record(given);
    switch (node['t']) {
      case 'tensor': {
        const dense = fromBytes(text(node['dtype']), list(node['shape']).map(number), bytes(node['bytes']));
        return node['device'] === undefined ? dense : dense.to(text(node['device']));
      }
      case 'dtype':
        return dtypeNamed(text(node['name']));
      case 'bytes':
        return bytes(node['bytes']);
      case 'ref':
        return handles.values[number(node['id'])];
      case 'spy':
        return candidate.spy(number(node['id']), text(node['name']));
      case 'array':
        return list(node['items']).map(revive);
      default:
        return Object.fromEntries(list(node['entries']).map((e) => [text(list(e)[0]), revive(list(e)[1])]));
    }
  };
  const arguments_ = (node: ValueRecord): unknown[] => list(node['args']).map(revive);
  const known = (node: ValueRecord, name = 'id'): unknown => handles.values[number(node[name])];
  const tensorOf = (node: ValueRecord, name = 'id') => expectKind(known(node, name), Tensor);
  const moduleOf = (node: ValueRecord) => expectKind(known(node), Module);
  const optimizerOf = (node: ValueRecord) => expectKind(known(node), Optimizer);
  const tensorOrNull = (value: Value): engine.Tensor | null => {
    const made = revive(value);
    return made instanceof Tensor ? made : null;
  };
  const state = (node: ValueRecord) =>
    Object.fromEntries(list(node['state']).map((e) => [text(list(e)[0]), expectKind(revive(list(e)[1]), Tensor)]));
  const exported = (node: ValueRecord, kind: 'function' | 'class'): Callable & Constructor => {
    const name = text(node['name']);
    const entry = Object.hasOwn(candidate.exports, name) ? candidate.exports[name] : undefined;
    if (!isFunction(entry)) throw new Missing(kindOf(entry), kind);
    const isClass = String(apply(functionText, entry, [])).startsWith('class');
    if (isClass !== (kind === 'class')) throw new Missing(isClass ? 'a class' : 'a function', kind);
    return entry;
  };
  const parametersOf = (given: unknown): unknown => {
    if (given instanceof Module) return given.parameters();
    if (!Array.isArray(given)) return given;
    return given.map((group: unknown) =>
      typeof group === 'object' && group !== null && 'params' in group && group.params instanceof Module
        ? { ...group, params: group.params.parameters() }
        : group,
    );
  };
  const member = (target: engine.Module, name: string): unknown => {
    for (const [key, t] of target.named_parameters()) if (key === name) return t;
    for (const [key, t] of target.named_buffers()) if (key === name) return t;
    for (const [key, m] of target.named_modules()) if (key === name) return m;
    throw new Missing('missing', 'field');
  };

  return {
    /** Every test starts alike, whatever ran before it in this context. */
    begin: (node) => {
      spyMeter.reset();
      torch.set_grad_enabled(true);
      torch.set_default_dtype(torch.float32);
      torch.set_default_device(node['device'] === undefined ? 'cpu' : text(node['device']));
      torch.manual_seed(number(node['seed']));
      candidate.seedRandom(number(node['seed']));
    },
    call: (node) => apply(exported(node, 'function'), undefined, arguments_(node)),
    construct: (node) => construct(exported(node, 'class'), arguments_(node)),
    export: (node) => {
      const name = text(node['name']);
      if (!Object.hasOwn(candidate.exports, name)) throw new Missing('missing', 'export');
      return candidate.exports[name];
    },

    // ---- any value ---------------------------------------------------------------------------------------------------------------
    invoke: (node) => {
      const target = known(node);
      if (!isFunction(target)) throw new Missing(kindOf(target), 'callable');
      return apply(target, undefined, arguments_(node));
    },
    method: (node) => {
      const target = Object(known(node));
      const method: unknown = Reflect.get(target, text(node['name']));
      if (!isFunction(method)) throw new Missing(kindOf(method), 'method');
      return apply(method, target, arguments_(node));
    },
    field: (node) => {
      const target = Object(known(node));
      const name = text(node['name']);
      if (!(name in target)) throw new Missing('missing', 'field');
      return Reflect.get(target, name);
    },
    has: (node) => text(node['name']) in Object(known(node)),
    set: (node) => {
      if (!Reflect.set(Object(known(node)), text(node['name']), revive(node['value'])))
        throw new TypeError(`${text(node['name'])} cannot be set`);
    },
    keys: (node) => Object.keys(Object(known(node))),
    same: (node) => known(node) === revive(node['value']),
    instance: (node) => {
      const type = text(node['type']);
      const Class = Object.hasOwn(candidate.exports, type) ? candidate.exports[type] : onTorch(type);
      return isFunction(Class) && known(node) instanceof Class;
    },
    iterate: (node) => iterate(known(node), number(node['count']), node['toEnd'] === true),

    // ---- torch ---------------------------------------------------------------------------------------------------------------------
    make: (node) => construct(classOf(text(node['path'])), arguments_(node)),
    torch_call: (node) => apply(classOf(text(node['path'])), undefined, arguments_(node)),
    torch_get: (node) => {
      const found = onTorch(text(node['path']));
      if (found === undefined) throw new Error(`torch has no ${text(node['path'])}`);
      return found;
    },
    seed: (node) => void torch.manual_seed(number(node['seed'])),
    dataset: (node) => {
      const read = revive(node['read']);
      if (!isFunction(read)) throw new TypeError('not a spy');
      return dataset(number(node['length']), read);
    },
    meter_start: ({ budget_bytes }) => spyMeter.start(budget_bytes === undefined ? undefined : number(budget_bytes)),
    meter_stop: () => spyMeter.stop(),

    // ---- tensors -------------------------------------------------------------------------------------------------------------------
    tensor: (node) => {
      const dense = fromBytes(text(node['dtype']), list(node['shape']).map(number), bytes(node['bytes']));
      const placed = text(node['device']) === 'cpu' ? dense : dense.to(text(node['device']));
      const laid = node['contiguous'] === false ? columnMajor(placed) : placed;
      if (node['parameter'] === true) return new nn.Parameter(laid, node['requires_grad'] === true);
      return node['requires_grad'] === true ? laid.requires_grad_(true) : laid;
    },
    now: (node) => known(node),
    grad: (node) => tensorOf(node).grad,
    set_grad: (node) => void (tensorOf(node).grad = tensorOrNull(node['gradient'])),
    set_values: (node) => void torch.no_grad(() => tensorOf(node).copy_(expectKind(revive(node['values']), Tensor))),
    backward: (node) => {
      tensorOf(node).backward(tensorOrNull(node['gradient']), { retain_graph: node['retain_graph'] === true });
      return null;
    },
    shares: (node) => tensorOf(node).storage.buffer === tensorOf(node, 'other').storage.buffer,
    leads_to: (node) => leadsTo(tensorOf(node), tensorOf(node, 'other')),
    graph: (node) => {
      const names = new Map(list(node['names']).map((e) => [handles.values[number(list(e)[0])], text(list(e)[1])]));
      return graphOf(tensorOf(node), (leaf) => names.get(leaf) ?? leaf.name);
    },

    // ---- modules -------------------------------------------------------------------------------------------------------------------
    module: (node) => {
      const model = buildDescription(parseDescription(text(node['source'])));
      if (node['dtype'] !== 'float32') model.to(dtypeNamed(text(node['dtype'])));
      if (node['device'] !== 'cpu') model.to(text(node['device']));
      model.load_state_dict(state(node));
      model.train(node['training'] === true);
      return model;
    },
    type: (node) => className(moduleOf(node)),
    member: (node) => member(moduleOf(node), text(node['name'])),
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
    zero_grad: (node) => void moduleOf(node).zero_grad(),
    requires_grad_: (node) => void moduleOf(node).requires_grad_(node['on'] === true),

    // ---- optimizers ----------------------------------------------------------------------------------------------------------------
    optimizer: (node) => {
      const Class = classOf(`optim.${text(node['type'])}`);
      const options = revive(node['options']);
      const params = parametersOf(revive(node['params']));
      return construct(Class, Object.keys(Object(options)).length > 0 ? [params, options] : [params]);
    },
    param_groups: (node) => {
      const groups: readonly object[] = optimizerOf(node).param_groups;
      return groups.map((group) => ({ ...group, params: Array.from(Reflect.get(group, 'params')).length }));
    },
    set_option: (node) => {
      const group: object | undefined = optimizerOf(node).param_groups[number(node['group'])];
      if (!group) throw new Missing('missing', 'field');
      Reflect.set(group, text(node['name']), revive(node['value']));
    },
    /** Reads an argument of the judge's; the spies' answers come this way too. */
    revive: (node) => revive(node['value']),
  };
}
