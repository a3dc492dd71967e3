// Runs graphs. Operators are looked up in the operator table and nowhere else, so a graph that came from a file can do
// what operators do and nothing more.
import { RuntimeError } from '../device/device.ts';
import { Module } from '../nn/module.ts';
import { run as runOperator, runInPlace, table } from '../operator.ts';
import { compileBind, type Param, parseSchema } from '../schema.ts';
import { Tensor } from '../tensor.ts';
import { runFused } from './fusion.ts';
import type { Block, Call, Graph, Node, Value } from './ir.ts';
import { scalarOperators, truthOf } from './scalars.ts';

type Environment = Map<Value, unknown>;
/** Calls inside calls: a file whose methods call each other for ever ends here. */
const depthMax = 200;
let depth = 0;

/** A module whose methods are graphs. */
export interface Methods {
  readonly _methods: ReadonlyMap<string, Graph>;
}
const hasMethods = (x: unknown): x is Module & Methods => x instanceof Module && '_methods' in x;

/** Runs a graph on its inputs, the module first where it is a method; several results come as a list. */
export function runGraph(graph: Graph, given: readonly unknown[]): unknown {
  // Arguments with defaults may be left out.
  const left = graph.params.slice(given.length);
  if (given.length > graph.params.length || left.some((p) => typeof p.of !== 'string' || !p.of.startsWith('Optional')))
    throw new RuntimeError(
      `forward() expected ${graph.params.length - Number(graph.ofModule)} argument(s) but received ${given.length - Number(graph.ofModule)}`,
    );
  const environment: Environment = new Map();
  graph.params.forEach((p, i) => environment.set(p, given[i] ?? null));
  if (++depth > depthMax) {
    depth = 0;
    throw new RuntimeError(`methods call each other more than ${depthMax} deep`);
  }
  try {
    runBlock(graph, environment);
  } finally {
    depth = Math.max(0, depth - 1);
  }
  const results = graph.results.map((v) => environment.get(v));
  return results.length === 1 ? results[0] : results;
}

function runBlock(block: Block, environment: Environment): void {
  for (const node of block.list) {
    const args = node.ins.map((v) => environment.get(v));
    const special = primitives[node.op];
    if (special) special(node, args, environment);
    else store(node, runOperatorNode(node, args), environment);
  }
}
function store(node: Node, result: unknown, environment: Environment): void {
  const [only, ...others] = node.outs;
  if (only && others.length === 0) environment.set(only, result);
  else if (only) {
    if (!Array.isArray(result) || result.length !== node.outs.length)
      throw new RuntimeError(
        `${node.op} gave ${Array.isArray(result) ? result.length : 1} values where ${node.outs.length} were recorded`,
      );
    node.outs.forEach((v, i) => environment.set(v, (result as readonly unknown[])[i]));
  }
}

type Primitive = (node: Node, args: readonly unknown[], environment: Environment) => void;
const primitives: Readonly<Record<string, Primitive>> = Object.assign(Object.create(null), {
  'prim::Constant': (node, _, env) => env.set(node.out, node.attributes.value ?? null),
  'prim::GetAttr': (node, [owner], env) => env.set(node.out, attribute(owner, node.attributes.name ?? '')),
  'prim::ListConstruct': (node, args, env) => env.set(node.out, args),
  'prim::TupleConstruct': (node, args, env) => env.set(node.out, args),
  'prim::DictConstruct': (node, args, env) => {
    const dict: Record<string, unknown> = {};
    for (let i = 0; i < args.length; i += 2)
      Object.defineProperty(dict, String(args[i]), {
        value: args[i + 1],
        enumerable: true,
        writable: true,
        configurable: true,
      });
    env.set(node.out, dict);
  },
  'prim::TupleUnpack': (node, [list], env) => unpack(node, list, env),
  'prim::ListUnpack': (node, [list], env) => unpack(node, list, env),
  'prim::CallMethod': (node, [module, ...args], env) => {
    const name = node.attributes.name ?? 'forward';
    const graph = hasMethods(module) ? module._methods.get(name) : undefined;
    if (!graph) throw new RuntimeError(`the module has no method '${name}'`);
    store(node, runGraph(graph, [module, ...args]), env);
  },
  'prim::If': (node, [condition], env) => {
    const block = node.blocks[truthOf(condition) ? 0 : 1];
    if (!block) throw new RuntimeError('prim::If has two blocks');
    runBlock(block, env);
    const values = block.results.map((v) => env.get(v));
    node.outs.forEach((v, i) => env.set(v, values[i]));
  },
  // As TorchScript's: (most trips, first condition, carried …), a block of (trip, carried …) -> (condition, carried …)
  'prim::Loop': (node, [trips, first, ...start], env) => {
    const [block] = node.blocks;
    if (!block) throw new RuntimeError('prim::Loop has a block');
    let carried: readonly unknown[] = start;
    let go = truthOf(first);
    for (let trip = 0; go && trip < Number(trips); trip++) {
      const [index, ...inputs] = block.params;
      if (index) env.set(index, trip);
      inputs.forEach((p, i) => env.set(p, carried[i]));
      runBlock(block, env);
      const [condition, ...next] = block.results.map((v) => env.get(v));
      go = truthOf(condition);
      carried = next;
    }
    node.outs.forEach((v, i) => env.set(v, carried[i]));
  },
  'prim::RaiseException': (_, [message]) => {
    throw new RuntimeError(String(message));
  },
  'prim::FusionGroup': (node, args, env) => {
    const { subgraph } = node.attributes;
    if (!subgraph) throw new RuntimeError('prim::FusionGroup has a graph');
    store(node, runFused(subgraph, args) ?? runGraph(subgraph, args), env);
  },
  ...Object.fromEntries(
    Object.entries(scalarOperators).map(([kind, compute]): [string, Primitive] => [
      kind,
      (node, args, env) => env.set(node.out, compute(...args)),
    ]),
  ),
} satisfies Readonly<Record<string, Primitive>>);
/** @internal */
export const isPrimitive = (kind: string): boolean => kind in primitives;

function unpack(node: Node, list: unknown, environment: Environment): void {
  if (!Array.isArray(list)) throw new RuntimeError('only a tuple or list can be taken apart');
  if (list.length !== node.outs.length)
    throw new RuntimeError(
      `Expected ${node.outs.length} elements in a list but found ${list.length}: the trace holds for as many only`,
    );
  node.outs.forEach((v, i) => environment.set(v, list[i]));
}
function attribute(owner: unknown, name: string): unknown {
  if (!(owner instanceof Module) || !Object.hasOwn(owner, name))
    throw new RuntimeError(`the module has no attribute '${name}'`);
  const value: unknown = Reflect.get(owner, name);
  if (value instanceof Tensor || value instanceof Module || value === null || typeof value !== 'object') return value;
  throw new RuntimeError(`the attribute '${name}' is neither a tensor nor a module`);
}

type Compiled = NonNullable<ReturnType<typeof table.get>>[number];
const bySchema = new Map<string, Compiled>();
/** The overload with that schema; null where there is none. */
export function operatorOf(schema: string): Compiled | null {
  const known = bySchema.get(schema);
  if (known) return known;
  const name = /^[\w.]+/.exec(schema)?.[0] ?? '';
  const found = table.get(name)?.find((o) => o.schemaText === schema) ?? null;
  if (found) bySchema.set(schema, found);
  return found;
}
/** The parameters of an operator. */
export const paramsOf = (op: Compiled): readonly Param[] => (op.schema ??= parseSchema(op.schemaText)).params;

/** The overloads that a call by name may mean; empty where nothing has that name. */
export function overloadsOf(name: string, { from }: Extract<Call, { by: 'name' }>): readonly Compiled[] {
  const [plain, inPlace] = name.endsWith('_') && !table.has(name) ? [name.slice(0, -1), true] : [name, false];
  return (table.get(plain) ?? []).filter(
    (o) => (o.entry.on ?? 'torch method').split(' ').includes(from) && (!inPlace || o.entry.inplace),
  );
}

function runOperatorNode(node: Node, args: readonly unknown[]): unknown {
  const { call } = node.attributes;
  const name = node.op.slice('aten::'.length);
  if (call?.by === 'schema') {
    const op = operatorOf(call.schema);
    if (op) return call.in_place ? runInPlace(op, [...args]) : runOperator(op, [...args]);
  } else if (call) {
    const overloads = overloadsOf(name, call);
    const count = args.length - call.keywords.length;
    const positional = args.slice(0, count);
    const given =
      call.keywords.length === 0
        ? positional
        : [...positional, Object.fromEntries(call.keywords.map((k, i) => [k, args[count + i]]))];
    let reason = '';
    for (const op of overloads) {
      const bind = (op.bind ??= compileBind((op.schema ??= parseSchema(op.schemaText))));
      const [self, ...rest] = given;
      const bound =
        call.from === 'method'
          ? self instanceof Tensor
            ? bind(rest, self, Math.max(0, op.self))
            : `a method of a tensor was called on ${typeof self}`
          : bind(given, null, 0);
      if (typeof bound === 'string') reason ||= `${bound}. Signature: ${op.schemaText}`;
      else
        return name === op.name || !name.endsWith('_') || table.has(name)
          ? runOperator(op, bound)
          : runInPlace(op, bound);
    }
    if (overloads.length > 0) throw new TypeError(`${name}(): ${reason}`);
  }
  throw new RuntimeError(`Unknown operator ${node.op}`);
}
