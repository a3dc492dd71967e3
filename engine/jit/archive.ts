// `torch.jit.save` and `torch.jit.load`. The file is a checkpoint of torch.save with one more record, code/graph.json: a
// reader of checkpoints, PyTorch's own torch.load included, finds in it a dict of the tensors; only torch.jit.load here reads the
// graphs. PyTorch's torch.jit.load refuses it, and this one refuses PyTorch's TorchScript files, which hold Python source.
// A file is checked in full before anything of it runs: it can name operators of the table, its own tensors and methods.
import { DType, dtypeNamed, dtypes } from '../dtype.ts';
import { Parameter } from '../nn/parameter.ts';
import { bytesOf, CheckpointError } from '../serialization/error.ts';
import { load as loadCheckpoint, type MapLocation, writeArchive } from '../serialization/index.ts';
import { decodeText, encodeText } from '../serialization/utf8.ts';
import { isZip, readZip } from '../serialization/zip.ts';
import { Tensor } from '../tensor.ts';
import { isPrimitive, operatorOf, overloadsOf, paramsOf } from './interpreter.ts';
import {
  type Attributes,
  Block,
  type Call,
  type Constant,
  Graph,
  type Namespace,
  Node,
  type Type,
  type Value,
} from './ir.ts';
import { ScriptFunction, ScriptModule } from './script-module.ts';
import { addMethod } from './trace.ts';

const formatVersion = 1;
const nodesMax = 200_000;
const depthMax = 50;
const recordName = 'archive/code/graph.json';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = { readonly [key: string]: Json | undefined };

/** The bytes of a traced or scripted module or function, with its parameters, buffers and constants. */
export function archive(made: ScriptModule | ScriptFunction): Uint8Array<ArrayBuffer> {
  const constants: Tensor[] = [];
  const attributes: Record<string, Tensor> = {};
  const modules: JsonObject[] = [];
  if (made instanceof ScriptModule) {
    const paths = new Map<unknown, string>();
    for (const [path, module] of made.named_modules()) paths.set(module, path);
    for (const [path, module] of made.named_modules()) {
      if (!(module instanceof ScriptModule))
        throw new CheckpointError(`'${path}' is a ${module._get_name()}, not a ScriptModule`);
      const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
      const persistent = new Set([...module._own_buffers(true)].map(([name]) => name));
      const parameters = [...module._own_parameters()].map(([name, p]) => {
        attributes[at(name)] = p;
        return name;
      });
      const buffers = [...module._own_buffers()].map(([name, b]): Json => {
        attributes[at(name)] = b;
        return { name, persistent: persistent.has(name) };
      });
      modules.push({
        path,
        class: module.original_name,
        traced: module._traced,
        training: module.training,
        parameters,
        buffers,
        modules: [...module._own_modules()].map(([name, child]): Json => ({ name, path: paths.get(child) ?? '' })),
        methods: Object.fromEntries([...module._methods].map(([name, graph]) => [name, graphJson(graph, constants)])),
      });
    }
  }
  const content: JsonObject =
    made instanceof ScriptModule
      ? { format: formatVersion, kind: 'module', modules }
      : { format: formatVersion, kind: 'function', name: made.qualified_name, graph: graphJson(made.graph, constants) };
  return writeArchive({ attributes, constants }, [{ name: recordName, bytes: encodeText(JSON.stringify(content)) }]);
}

/** As `m.save()`: the bytes that `load` reads. */
export function save(m: ScriptModule | ScriptFunction): Uint8Array<ArrayBuffer> {
  if (!(m instanceof ScriptModule || m instanceof ScriptFunction))
    throw new TypeError(
      'torch.jit.save saves what torch.jit.trace and torch.jit.script gave; torch.save saves a state_dict()',
    );
  return archive(m);
}

function graphJson(graph: Graph, constants: Tensor[]): JsonObject {
  const ids = new Map<Value, number>();
  const define = (v: Value): Json => {
    ids.set(v, ids.size);
    return [typeJson(v.of), v.hint];
  };
  const blockJson = (block: Block): JsonObject => ({
    inputs: block.params.map(define),
    nodes: block.list.map((node): Json => {
      const ins = node.ins.map((v) => ids.get(v) ?? -1);
      const blocks = node.blocks.map(blockJson);
      const { value, name, call, subgraph } = node.attributes;
      return {
        op: node.op,
        in: ins,
        blocks: blocks.length === 0 ? undefined : blocks,
        out: node.outs.map(define),
        scope: node.scope === '' ? undefined : node.scope,
        value: value === undefined ? undefined : constantJson(value, constants),
        name,
        call: call && { ...call },
        subgraph: subgraph && graphJson(subgraph, constants),
      };
    }),
    outputs: block.results.map((v) => ids.get(v) ?? -1),
  });
  return { method: graph.ofModule, ...blockJson(graph) };
}
const typeJson = (type: Type): Json =>
  typeof type === 'string'
    ? type
    : { dtype: type.dtype, shape: type.shape, strides: type.strides, requires_grad: type.requires_grad };
function constantJson(value: Constant, constants: Tensor[]): Json {
  if (value instanceof Tensor) {
    const known = constants.indexOf(value);
    return { tensor: known >= 0 ? known : constants.push(value) - 1 };
  }
  if (value instanceof DType) return { dtype: value.name };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  return value;
}

const bad = (why: string): CheckpointError => new CheckpointError(`damaged TorchScript file: ${why}`);
const object = (value: Json | undefined, what: string): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${what} is no object`);
  return value as JsonObject;
};
const list = (value: Json | undefined, what: string): readonly Json[] => {
  if (!Array.isArray(value)) throw bad(`${what} is no list`);
  return value;
};
const text = (value: Json | undefined, what: string): string => {
  if (typeof value !== 'string' || value.length > 10_000) throw bad(`${what} is no text`);
  return value;
};
const field = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;
const attributeName = (value: Json | undefined): string => {
  const name = text(value, 'a name');
  if (name === '' || name.includes('.') || name === '__proto__' || name === 'constructor' || name === 'prototype')
    throw bad(`'${name}' is no name of an attribute`);
  return name;
};

/**
 * What `torch.jit.save` saved, with its tensors: it runs without the class or function it was made from. Throws a
 * RuntimeError on damaged files and on operators that are not known; nothing runs while loading.
 */
export function load(bytes: Uint8Array, map_location: MapLocation = null): ScriptModule | ScriptFunction {
  const file = bytesOf(bytes, 'torch.jit.load');
  if (!isZip(file))
    throw new CheckpointError('torch.jit.load reads what torch.jit.save wrote, a zip file, and this is none');
  const files = readZip(file, (name) =>
    name.includes('code/')
      ? new CheckpointError(
          'this is a TorchScript file of PyTorch, which holds Python source; it can be read by PyTorch only',
        )
      : new CheckpointError(`'${name}' is compressed or encrypted; torch.jit.save stores its entries plainly`),
  );
  const source = files.get(recordName);
  if (!source)
    throw new CheckpointError(
      [...files.keys()].some((name) => name.endsWith('/constants.pkl'))
        ? 'this is a TorchScript file of PyTorch, which holds Python source; it can be read by PyTorch only'
        : 'this file holds no graph: it is a checkpoint, which torch.load reads',
    );
  let parsed: Json;
  try {
    parsed = JSON.parse(decodeText(source, 'damaged TorchScript file'));
  } catch (cause) {
    throw cause instanceof CheckpointError ? cause : bad('its graph is no JSON');
  }
  const data = loadCheckpoint(file, map_location);
  const tensorsOf = (value: unknown): ReadonlyMap<string, Tensor> => {
    if (typeof value !== 'object' || value === null) throw bad('its tensors are missing');
    const entries = Object.entries(value).filter((e): e is [string, Tensor] => e[1] instanceof Tensor);
    return new Map(entries);
  };
  if (typeof data !== 'object' || data === null) throw bad('its tensors are missing');
  const attributes = tensorsOf(Reflect.get(data, 'attributes'));
  const constants = tensorsOf(Reflect.get(data, 'constants'));
  const content = object(parsed, 'its graph');
  if (field(content, 'format') !== formatVersion)
    throw new CheckpointError(
      `format ${JSON.stringify(field(content, 'format'))} of a newer torch.jit.save is not read`,
    );
  const reader = new Reader(constants);
  if (field(content, 'kind') === 'function') {
    const graph = reader.graph(field(content, 'graph'));
    if (graph.ofModule) throw bad('a function that is a method');
    return new ScriptFunction(text(field(content, 'name'), 'a name'), graph);
  }
  if (field(content, 'kind') !== 'module') throw bad('it is neither a module nor a function');
  return readModules(list(field(content, 'modules'), 'modules'), attributes, reader);
}

function readModules(
  described: readonly Json[],
  attributes: ReadonlyMap<string, Tensor>,
  reader: Reader,
): ScriptModule {
  const modules = new Map<string, ScriptModule>();
  const parts = described.map((d) => object(d, 'a module'));
  for (const part of parts) {
    const path = text(field(part, 'path'), 'a path');
    if (modules.has(path)) throw bad(`module '${path}' stands twice`);
    const module = new ScriptModule(text(field(part, 'class'), 'a class'), field(part, 'traced') === true);
    module.training = field(part, 'training') === true;
    modules.set(path, module);
  }
  const root = modules.get('');
  if (!root) throw bad('its module is missing');
  const used = new Set<ScriptModule>([root]);
  for (const part of parts) {
    const path = text(field(part, 'path'), 'a path');
    const module = modules.get(path) ?? root;
    const tensorAt = (name: string): Tensor => {
      const found = attributes.get(path === '' ? name : `${path}.${name}`);
      if (!found) throw bad(`the tensor of '${path}.${name}' is missing`);
      return found;
    };
    try {
      for (const given of list(field(part, 'parameters'), 'parameters')) {
        const name = attributeName(given);
        const t = tensorAt(name);
        module.register_parameter(name, t instanceof Parameter ? t : new Parameter(t, t.requires_grad));
      }
      for (const given of list(field(part, 'buffers'), 'buffers')) {
        const buffer = object(given, 'a buffer');
        const name = attributeName(field(buffer, 'name'));
        module.register_buffer(name, tensorAt(name), field(buffer, 'persistent') === true);
      }
      for (const given of list(field(part, 'modules'), 'modules')) {
        const child = object(given, 'a submodule');
        const at = text(field(child, 'path'), 'a path');
        const target = modules.get(at);
        // Paths of named_modules: a submodule lies below, or was met before, so that no module holds itself.
        if (!target || at === path || path.startsWith(`${at}.`) || at === '')
          throw bad(`there is no module '${at}' below '${path}'`);
        module.add_module(attributeName(field(child, 'name')), target);
        used.add(target);
      }
    } catch (cause) {
      throw cause instanceof CheckpointError ? cause : bad(cause instanceof Error ? cause.message : String(cause));
    }
    for (const [name, graph] of Object.entries(object(field(part, 'methods'), 'methods'))) {
      attributeName(name);
      const read = reader.graph(graph);
      if (!read.ofModule || read.params.length === 0) throw bad(`method '${name}' has no module`);
      module._methods.set(name, read);
      if (name !== 'forward' && !/^forward\d+$/.test(name)) addMethod(module, name);
    }
  }
  if (used.size !== modules.size) throw bad('a module that belongs to none');
  checkAcyclic(root, new Set(), 0);
  return root;
}
function checkAcyclic(module: ScriptModule, above: Set<ScriptModule>, depth: number): void {
  if (above.has(module) || depth > 500) throw bad('a module holds itself');
  above.add(module);
  for (const [, child] of module._own_modules())
    if (child instanceof ScriptModule) checkAcyclic(child, above, depth + 1);
  above.delete(module);
}

const namespaces: ReadonlySet<string> = new Set(['method', 'torch', 'functional', 'linalg', 'special']);
const isNamespace = (x: string): x is Namespace => namespaces.has(x);

class Reader {
  readonly #constants: ReadonlyMap<string, Tensor>;
  #nodes = 0;
  constructor(constants: ReadonlyMap<string, Tensor>) {
    this.#constants = constants;
  }
  graph(given: Json | undefined, depth = 0): Graph {
    const described = object(given, 'a graph');
    const graph = new Graph(field(described, 'method') === true);
    this.#block(described, graph, [], depth);
    return graph;
  }
  /** Values are numbered in the order they are made; one can be used only where it was made before, in the same or an outer block. */
  #block(described: JsonObject, block: Block, above: readonly (Value | null)[], depth: number): (Value | null)[] {
    if (depth > depthMax) throw bad('it is nested too deep');
    const values: (Value | null)[] = [...above];
    const own: Value[] = [];
    const add = (v: Value): void => {
      values.push(v);
      own.push(v);
    };
    const valueAt = (at: Json): Value => {
      const found = typeof at === 'number' ? values[at] : undefined;
      if (!found) throw bad(`value ${JSON.stringify(at)} is used before it is made`);
      return found;
    };
    for (const p of list(field(described, 'inputs'), 'inputs')) {
      const [type, hint] = this.#typed(p);
      add(block.param(type, hint));
    }
    for (const given of list(field(described, 'nodes'), 'nodes')) {
      if (++this.#nodes > nodesMax) throw bad(`it has more than ${nodesMax} nodes`);
      const one = object(given, 'a node');
      const op = text(field(one, 'op'), 'an operator');
      const ins = list(field(one, 'in'), 'inputs').map(valueAt);
      const node = new Node(op, ins, this.#attributes(one, depth));
      const scope = field(one, 'scope');
      if (scope !== undefined) node.scope = text(scope, 'a scope');
      const blocks = field(one, 'blocks');
      for (const inner of blocks === undefined ? [] : list(blocks, 'blocks')) {
        const made = new Block();
        const inside = this.#block(object(inner, 'a block'), made, values, depth + 1);
        while (values.length < inside.length) values.push(null); // what was made inside is not seen outside
        node.blocks.push(made);
      }
      for (const out of list(field(one, 'out'), 'outputs')) {
        const [type, hint] = this.#typed(out);
        add(node.add(type, hint));
      }
      checkNode(node);
      block.append(node);
    }
    block.results = list(field(described, 'outputs'), 'outputs').map(valueAt);
    return values;
  }
  #typed(given: Json): [Type, string | null] {
    const [type, hint] = list(given, 'a value');
    const name = hint === null || hint === undefined ? null : text(hint, 'a name');
    if (name !== null && !/^[\w.]{1,300}$/.test(name)) throw bad(`'${name}' is no name`);
    if (typeof type === 'string') return [text(type, 'a type'), name];
    const described = object(type, 'a type');
    const numbers = (key: string): number[] =>
      list(field(described, key), key).map((n) => {
        if (typeof n !== 'number' || !Number.isSafeInteger(n)) throw bad(`${key} holds what is no size`);
        return n;
      });
    const dtype = dtypeOf(field(described, 'dtype')).name;
    return [
      {
        dtype,
        shape: numbers('shape'),
        strides: numbers('strides'),
        requires_grad: field(described, 'requires_grad') === true,
      },
      name,
    ];
  }
  #attributes(node: JsonObject, depth: number): Attributes {
    const [value, name, call, subgraph] = ['value', 'name', 'call', 'subgraph'].map((key) => field(node, key));
    return {
      ...(value === undefined ? {} : { value: this.#constant(value) }),
      ...(name === undefined ? {} : { name: attributeName(name) }),
      ...(call === undefined ? {} : { call: callOf(object(call, 'a call')) }),
      ...(subgraph === undefined ? {} : { subgraph: this.graph(subgraph, depth + 1) }),
    };
  }
  #constant(value: Json): Constant {
    if (value === null || typeof value !== 'object') return value;
    const described = object(value, 'a constant');
    const [tensor, dtype, number] = ['tensor', 'dtype', 'number'].map((key) => field(described, key));
    if (tensor !== undefined) {
      const found = this.#constants.get(String(tensor));
      if (!found) throw bad(`constant ${JSON.stringify(tensor)} is missing`);
      return found;
    }
    if (dtype !== undefined) return dtypeOf(dtype);
    if (typeof number === 'string' && /^(-?Infinity|NaN|-0)$/.test(number)) return Number(number);
    throw bad('a constant that is none');
  }
}
function dtypeOf(name: Json | undefined): DType {
  if (typeof name !== 'string' || !Object.hasOwn(dtypes, name)) throw bad(`there is no dtype ${JSON.stringify(name)}`);
  return dtypeNamed(name);
}
function callOf(given: JsonObject): Call {
  if (field(given, 'by') === 'schema')
    return {
      by: 'schema',
      schema: text(field(given, 'schema'), 'a schema'),
      in_place: field(given, 'in_place') === true,
    };
  const from = text(field(given, 'from'), 'a namespace');
  if (!isNamespace(from)) throw bad(`there is no namespace '${from}'`);
  return { by: 'name', from, keywords: list(field(given, 'keywords'), 'keywords').map(attributeName) };
}
/** Whether the node can run: operators are those of the table, with as many arguments as they take. */
function checkNode(node: Node): void {
  const { call, name, subgraph } = node.attributes;
  const blocks = node.op === 'prim::If' ? 2 : node.op === 'prim::Loop' ? 1 : 0;
  if (node.blocks.length !== blocks) throw bad(`${node.op} has ${node.blocks.length} blocks`);
  if (node.op.startsWith('aten::')) {
    const plain = node.op.slice('aten::'.length);
    if (!call) throw bad(`${node.op} does not say which operator it is`);
    if (call.by === 'name') {
      if (overloadsOf(plain, call).length === 0) throw new CheckpointError(`Unknown operator ${node.op}`);
      if (call.keywords.length > node.ins.length) throw bad(`${node.op} has too few arguments`);
      return;
    }
    const op = operatorOf(call.schema);
    if (!op || plain !== (call.in_place ? `${op.name}_` : op.name))
      throw new CheckpointError(`Unknown operator ${node.op}: ${call.schema}`);
    if (call.in_place && !op.entry.inplace) throw new CheckpointError(`Unknown operator ${node.op}`);
    const params = paramsOf(op);
    if (node.ins.length > params.length || params.slice(node.ins.length).some((p) => p.required))
      throw bad(`${node.op} has ${node.ins.length} arguments. Signature: ${call.schema}`);
    return;
  }
  if (!isPrimitive(node.op)) throw new CheckpointError(`Unknown operator ${node.op}`);
  if ((node.op === 'prim::GetAttr' || node.op === 'prim::CallMethod') && (name === undefined || node.ins.length === 0))
    throw bad(`${node.op} has no name`);
  if (node.op === 'prim::FusionGroup' && !subgraph) throw bad(`${node.op} has no graph`);
  const single = !/Unpack$|^prim::(If|Loop|CallMethod|RaiseException|FusionGroup)$/.test(node.op);
  if (single && node.outs.length !== 1) throw bad(`${node.op} has ${node.outs.length} results`);
  if (node.op === 'prim::If' || node.op === 'prim::Loop') {
    const count = node.outs.length + (node.op === 'prim::Loop' ? 1 : 0);
    if (
      node.blocks.some((b) => b.results.length !== count) ||
      (node.op === 'prim::Loop' && node.ins.length !== node.outs.length + 2)
    )
      throw bad(`${node.op} and its blocks do not agree`);
  }
}
