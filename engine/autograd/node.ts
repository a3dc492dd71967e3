import type { DType } from '../dtype.ts';
import { is_anomaly_enabled, rememberCall } from './anomaly.ts';
import type { Cut } from './cut.ts';
import { record } from './modes.ts';
import { RuntimeError, type Storage } from '../device/device.ts';
import { meters } from '../meters.ts';
import { alias, gradientNode, isTensor, metaOf, Tensor } from '../tensor.ts';

/** Where a gradient goes on: a node and which of its forward results the gradient belongs to. */
export type Edge = readonly [node: Node, output: number];
export type Gradients = (Tensor | null)[];
export type NodeHook = (inputs: Gradients, outputs: Gradients) => Gradients | void;

let nodes = 0;
export const nodesMade = (): number => nodes;
const metadata = new WeakMap<Node, Record<string, unknown>>();

/** @internal a node's part in one walk backward */
export class Task {
  readonly node: Node;
  /** The list of this walk's tasks. */
  readonly walk: readonly Task[];
  /** Its part in the walk that a hook interrupted to start this one. */
  readonly outer: Task | null;
  /** How many edges have still to bring their gradient. */
  awaited = 0;
  grads: Gradients | null = null;
  /** Whether the gradient's memory is nobody else's, so that a leaf may keep it. Of nodes with one result. */
  owned = false;
  constructor(node: Node, walk: readonly Task[]) {
    this.node = node;
    this.walk = walk;
    this.outer = node.task;
  }
}

/** One recorded operation, as PyTorch's `grad_fn`. */
export abstract class Node {
  #name: string;
  /** One per differentiable input; null where no gradient is wanted. */
  readonly edges: (Edge | null)[];
  /** Later operations run first in backward. */
  readonly sequence = ++nodes;
  /** Shape and dtype of each forward result: what its gradient must have. */
  readonly outputs: { shape: readonly number[]; dtype: DType }[] = [];
  /** @internal what the walk that runs now knows of this node */
  task: Task | null = null;
  /** @internal tensors whose hooks see the gradient of a result, by result */
  tensorHooks: Map<number, Set<Tensor>> | null = null;
  hooks: Set<NodeHook> | null = null;
  /** @internal by edge, why it leads nowhere; null where none was cut */
  cuts: (Cut | null)[] | null = null;
  pre_hooks: Set<(grads: Gradients) => Gradients | void> | null = null;

  constructor(name: string, edges: (Edge | null)[]) {
    this.#name = name;
    this.edges = edges;
    if (is_anomaly_enabled()) rememberCall(this);
    if (meters.on && name !== 'AccumulateGrad') meters.recorded();
  }
  abstract apply(grads: Gradients): Gradients;
  /** @internal whether `apply`, when it is not recorded, holds on to no gradient it was given */
  get lendsNothing(): boolean {
    return false;
  }
  /** Drops what was saved for backward. */
  release(): void {}

  name(): string {
    return this.#name;
  }
  /** @internal adds the edge to what made `t` */
  addEdge(edge: Edge | null, t: Tensor): void {
    if (edge === null && t.cut !== null) (this.cuts ??= [])[this.edges.length] = t.cut;
    this.edges.push(edge);
  }
  /** @internal for the last operation of a composite that PyTorch knows as one */
  rename(name: string): void {
    this.#name = name;
  }
  /** Whatever a user wants to keep with the node. */
  get metadata(): Record<string, unknown> {
    let kept = metadata.get(this);
    if (!kept) metadata.set(this, (kept = {}));
    return kept;
  }
  get next_functions(): [Node | null, number][] {
    return this.edges.map((e) => (e ? [e[0], e[1]] : [null, 0]));
  }
  register_hook(hook: NodeHook): { remove(): void } {
    const hooks = (this.hooks ??= new Set());
    hooks.add(hook);
    return { remove: () => void hooks.delete(hook) };
  }
  register_prehook(hook: (grads: Gradients) => Gradients | void): { remove(): void } {
    const hooks = (this.pre_hooks ??= new Set());
    hooks.add(hook);
    return { remove: () => void hooks.delete(hook) };
  }
  toString(): string {
    return `<${this.#name}>`;
  }
}

/** The end of the way: adds what arrives to a leaf's `.grad`. */
export class AccumulateGrad extends Node {
  readonly variable: Tensor;
  override readonly sequence = Number.MAX_SAFE_INTEGER;
  constructor(variable: Tensor) {
    super('AccumulateGrad', []);
    this.variable = variable;
    this.outputs.push({ shape: variable.shape, dtype: variable.dtype });
  }
  apply(): Gradients {
    return []; // the engine adds up, it knows who owns the gradient's memory
  }
}

/** Where the gradient of this tensor goes; null when it needs none. */
export function edgeOf(t: Tensor): Edge | null {
  const meta = t.autograd;
  if (meta === null) return null;
  const node = gradientNode(t);
  if (node) return [node, meta.output_nr];
  if (!t.requires_grad) return null;
  return [(meta.accumulator ??= new AccumulateGrad(t)), 0];
}

/** Makes `t` the node's next result. */
export function setHistory(t: Tensor, node: Node): void {
  const meta = metaOf(t);
  meta.grad_fn = node;
  meta.output_nr = node.outputs.length;
  meta.requires_grad = false;
  node.outputs.push({ shape: t.shape, dtype: t.dtype });
}

/** A tensor kept for backward, with the version it had. */
export class SavedTensor {
  readonly #tensor: Tensor;
  readonly #unpack: (() => Tensor) | null;
  readonly #version: number;
  /** What the meters were told is kept; null when nothing was. */
  readonly #metered: Storage | null;
  /** The operation whose result this is, when that operation itself keeps it. */
  readonly #producer: string | null;
  constructor(tensor: Tensor, producer: Node | null = null) {
    if (tensor.storage.inference)
      throw new RuntimeError(
        'Inference tensors cannot be saved for backward. To work around you can make a clone to get a normal tensor and use it in autograd.',
      );
    const hooks = savedTensorHooks.length > 0 ? savedTensorHooks[savedTensorHooks.length - 1] : undefined;
    this.#tensor = tensor;
    this.#producer = producer && `output ${tensor.output_nr} of ${producer.name()}`;
    this.#version = tensor.storage.version;
    const packing = hooks ? packed(tensor, hooks) : null;
    this.#unpack = packing?.unpack ?? null;
    const held = packing ? packing.kept : tensor;
    this.#metered = meters.on && isTensor(held) && meters.saved(held.storage) ? held.storage : null;
  }
  get(user: string): Tensor {
    if (this.#unpack) return this.#unpack();
    const t = this.#tensor;
    if (t.storage.version !== this.#version) {
      const node = this.#producer === null ? gradientNode(t) : null;
      const maker = this.#producer ?? (node && `output ${t.output_nr} of ${node.name()}`);
      throw new RuntimeError(
        `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${typeName(t.dtype)} [${t.shape.join(', ')}]], ` +
          `${maker ? `which is ${maker}, ` : ''}is at version ${t.storage.version}; expected version ${this.#version} instead (needed by ${user}). ` +
          'Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(true).',
      );
    }
    return t;
  }
  release(): void {
    if (this.#metered) meters.released(this.#metered);
  }
}
/** PyTorch's old name of a tensor of this dtype. */
const typeName = (dtype: DType): string => `${dtype.typeName}Tensor`;

export interface SavedTensorHooks {
  pack(t: Tensor): unknown;
  unpack(packed: unknown): Tensor;
}
export const savedTensorHooks: SavedTensorHooks[] & { refusal?: string | undefined } = [];

/** Packs a tensor; `unpack` brings it back, with the history it had, so that gradients of gradients still find it. */
function packed(tensor: Tensor, hooks: SavedTensorHooks): { readonly kept: unknown; readonly unpack: () => Tensor } {
  if (savedTensorHooks.refusal !== undefined) throw new RuntimeError(savedTensorHooks.refusal);
  const edge = edgeOf(tensor);
  const leaf = edge && gradientNode(tensor) === null;
  const before = record(false);
  let kept: unknown;
  try {
    const version = tensor.storage.version;
    kept = hooks.pack(edge && !leaf ? alias(tensor, tensor.shape, tensor.strides, tensor.offset) : tensor);
    if (tensor.storage.version !== version)
      throw new RuntimeError(
        'A saved tensor pack hook is modifying its input in place. Tensors provided as input to pack hook can not be modified by in-place operations as this can lead to unexpected side-effects. Please open an issue if you need to perform in-place operations on the input to a pack hook.',
      );
  } finally {
    record(before);
  }
  const unpack = (): Tensor => {
    const t: unknown = hooks.unpack(kept);
    if (!(t instanceof Tensor))
      throw new TypeError(
        `Output of saved tensor unpack_hook expected to be a Tensor but got result of type ${typeof t}`,
      );
    if (!edge) return t;
    const again = alias(t, t.shape, t.strides, t.offset);
    const meta = metaOf(again);
    if (leaf) {
      meta.requires_grad = true;
      meta.accumulator = edge[0];
    } else [meta.grad_fn, meta.output_nr] = edge;
    return again;
  };
  return { kept, unpack };
}

export const freed = (): RuntimeError =>
  new RuntimeError(
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
      'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time.',
  );
