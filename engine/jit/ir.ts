// The intermediate representation: graphs of operators in single-assignment form, as TorchScript's. A Value is made once,
// by a Node or as an input of a Block; nodes stand in the order they run; control flow is a node with blocks inside.
// Not here: what nodes compute (interpreter.ts), their text (print.ts, code.ts), changes of graphs (passes/).
import type { DType, DTypeName } from '../dtype.ts';
import type { Tensor } from '../tensor.ts';
import { graphText, nodeText } from './print.ts';

/** What is known of a tensor that was seen while tracing. */
export interface TensorType {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly requires_grad: boolean;
}
/** A tensor that was seen, or the name of any other type: 'Tensor', 'int', 'Tensor[]', 'NoneType', a module's class. */
export type Type = string | TensorType;

export const typeOfTensor = (t: Tensor): TensorType => ({
  dtype: t.dtype.name,
  shape: [...t.shape],
  strides: [...t.strides],
  requires_grad: t.requires_grad,
});

/** What a prim::Constant holds. */
export type Constant = Tensor | DType | number | boolean | string | null;

/** How a node of kind aten:: finds its operator: by its whole schema, or by name, as a call in source code does. */
export type Call =
  | { readonly by: 'schema'; readonly schema: string; readonly in_place: boolean }
  | { readonly by: 'name'; readonly from: Namespace; readonly keywords: readonly string[] };
export type Namespace = 'method' | 'torch' | 'functional' | 'linalg' | 'special';

export interface Attributes {
  /** Of prim::Constant. */
  readonly value?: Constant;
  /** Of prim::GetAttr and prim::CallMethod. */
  readonly name?: string;
  readonly call?: Call;
  /** Of prim::FusionGroup: the operators that run as one. */
  readonly subgraph?: Graph;
}

let made = 0;

export class Value {
  /** @internal in the order they were made */
  readonly unique: number = made++;
  /** @internal */ hint: string | null;
  /** @internal */ of: Type;
  /** @internal the node that makes it; null for an input */
  maker: Node | null = null;
  constructor(of: Type, hint: string | null = null) {
    this.of = of;
    this.hint = hint;
  }
  /** Its type, as it is printed. */
  type(): Type {
    return this.of;
  }
  /** The node that makes it; null for an input of a graph or block. */
  node(): Node | null {
    return this.maker;
  }
}

export class Node {
  /** @internal */ readonly op: string;
  /** @internal */ ins: Value[];
  /** @internal */ readonly outs: Value[] = [];
  /** @internal */ readonly attributes: Attributes;
  /** @internal */ readonly blocks: Block[] = [];
  /** @internal the module that was being called */ scope = '';
  constructor(op: string, ins: readonly Value[] = [], attributes: Attributes = {}) {
    this.op = op;
    this.ins = [...ins];
    this.attributes = attributes;
  }
  /** @internal */
  add(of: Type, hint: string | null = null): Value {
    const value = new Value(of, hint);
    value.maker = this;
    this.outs.push(value);
    return value;
  }
  /** @internal its only result */
  get out(): Value {
    const [value] = this.outs;
    if (!value) throw new Error(`${this.op} has no result`);
    return value;
  }
  /** What it does: 'aten::relu', 'prim::Constant', … */
  kind(): string {
    return this.op;
  }
  inputs(): readonly Value[] {
    return this.ins;
  }
  outputs(): readonly Value[] {
    return this.outs;
  }
  output(): Value {
    return this.out;
  }
  /** The module that was being called: '__module.fc1'. */
  scopeName(): string {
    return this.scope;
  }
  toString(): string {
    return nodeText(this);
  }
}

export class Block {
  /** @internal */ readonly params: Value[] = [];
  /** @internal */ list: Node[] = [];
  /** @internal */ results: Value[] = [];
  /** @internal */
  param(of: Type, hint: string | null = null): Value {
    const value = new Value(of, hint);
    this.params.push(value);
    return value;
  }
  /** @internal */
  append(node: Node): Node {
    this.list.push(node);
    return node;
  }
  /** @internal */
  constant(value: Constant, of: Type): Value {
    return this.append(new Node('prim::Constant', [], { value })).add(of);
  }
  inputs(): readonly Value[] {
    return this.params;
  }
  outputs(): readonly Value[] {
    return this.results;
  }
  nodes(): readonly Node[] {
    return this.list;
  }
  /** @internal every node, those of inner blocks included */
  *everyNode(): IterableIterator<Node> {
    for (const node of this.list) {
      yield node;
      for (const block of node.blocks) yield* block.everyNode();
    }
  }
}

/** A function or method as operators in the order they run. Printing it shows TorchScript's text. */
export class Graph extends Block {
  /** @internal whether the first input is the module */
  readonly ofModule: boolean;
  constructor(ofModule = false) {
    super();
    this.ofModule = ofModule;
  }
  /** The nodes of one kind ('aten::relu'), those of inner blocks included unless `recurse` is false. */
  findAllNodes(kind: string, recurse: boolean | { recurse?: boolean } = true): Node[] {
    const deep = typeof recurse === 'boolean' ? recurse : (recurse.recurse ?? true);
    return [...(deep ? this.everyNode() : this.list)].filter((n) => n.op === kind);
  }
  /** The first of them, or null. */
  findNode(kind: string, recurse: boolean | { recurse?: boolean } = true): Node | null {
    return this.findAllNodes(kind, recurse)[0] ?? null;
  }
  copy(): Graph {
    const copy = new Graph(this.ofModule);
    copyBlock(this, copy, new Map());
    return copy;
  }
  override toString(): string {
    return graphText(this);
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

const mapped = (values: ReadonlyMap<Value, Value>, v: Value): Value => values.get(v) ?? v;

/** A node again, on other values; `values` learns what its results became. */
export function copyNode(node: Node, values: Map<Value, Value>): Node {
  const { subgraph } = node.attributes;
  const copy = new Node(
    node.op,
    node.ins.map((v) => mapped(values, v)),
    subgraph ? { ...node.attributes, subgraph: subgraph.copy() } : node.attributes,
  );
  copy.scope = node.scope;
  for (const out of node.outs) values.set(out, copy.add(out.of, out.hint));
  for (const block of node.blocks) {
    const inner = new Block();
    copyBlock(block, inner, values);
    copy.blocks.push(inner);
  }
  return copy;
}
function copyBlock(from: Block, to: Block, values: Map<Value, Value>): void {
  for (const p of from.params) values.set(p, to.param(p.of, p.hint));
  for (const node of from.list) to.append(copyNode(node, values));
  to.results = from.results.map((v) => mapped(values, v));
}

/** How often each value is used, blocks' results included. */
export function usesIn(block: Block, uses = new Map<Value, number>()): Map<Value, number> {
  const use = (v: Value): void => void uses.set(v, (uses.get(v) ?? 0) + 1);
  for (const node of block.list) {
    node.ins.forEach(use);
    for (const inner of node.blocks) usesIn(inner, uses);
  }
  block.results.forEach(use);
  return uses;
}

/** Puts one value in the place of another wherever it is used. */
export function replaceUses(block: Block, swap: ReadonlyMap<Value, Value>): void {
  if (swap.size === 0) return;
  const final = (v: Value): Value => {
    let now = v;
    for (let next = swap.get(now); next; next = swap.get(now)) now = next;
    return now;
  };
  for (const node of block.list) {
    node.ins = node.ins.map(final);
    for (const inner of node.blocks) replaceUses(inner, swap);
  }
  block.results = block.results.map(final);
}
