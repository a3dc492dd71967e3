import type { DType } from '../dtype.ts';
import { RuntimeError, type Storage } from '../device/device.ts';
import { meters } from '../meters.ts';
import { gradientNode, isTensor, metaOf, type Tensor } from '../tensor.ts';

/** Where a gradient goes on: a node and which of its forward results the gradient belongs to. */
export type Edge = readonly [node: Node, output: number];
export type Gradients = (Tensor | null)[];
export type NodeHook = (inputs: Gradients, outputs: Gradients) => Gradients | void;

let nodes = 0;

/** One recorded operation, as PyTorch's `grad_fn`. */
export abstract class Node {
  readonly #name: string;
  /** One per differentiable input; null where no gradient is wanted. */
  readonly edges: (Edge | null)[];
  /** Later operations run first in backward. */
  readonly sequence = ++nodes;
  /** Shape and dtype of each forward result: what its gradient must have. */
  readonly outputs: { shape: readonly number[]; dtype: DType }[] = [];
  hooks: Set<NodeHook> | null = null;
  pre_hooks: Set<(grads: Gradients) => Gradients | void> | null = null;

  constructor(name: string, edges: (Edge | null)[]) {
    this.#name = name;
    this.edges = edges;
    if (meters.on && name !== 'AccumulateGrad') meters.recorded();
  }
  abstract apply(grads: Gradients): Gradients;
  /** Drops what was saved for backward. */
  release(): void {}

  name(): string {
    return this.#name;
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
  if (!meta.requires_grad) return null;
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
  readonly #unpacked: (() => Tensor) | null;
  readonly #version: number;
  /** What the meters were told is kept; null when nothing was. */
  readonly #metered: Storage | null;
  constructor(tensor: Tensor) {
    const hooks = savedTensorHooks.at(-1);
    this.#tensor = tensor;
    this.#version = tensor.storage.version;
    let held: unknown = tensor;
    if (hooks) {
      const packed = hooks.pack(tensor);
      held = packed;
      this.#unpacked = () => hooks.unpack(packed);
    } else this.#unpacked = null;
    this.#metered = meters.on && isTensor(held) && meters.saved(held.storage) ? held.storage : null;
  }
  get(user: string): Tensor {
    if (this.#unpacked) return this.#unpacked();
    const t = this.#tensor;
    if (t.storage.version !== this.#version) {
      throw new RuntimeError(
        `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${t.dtype.name} [${t.shape.join(', ')}]], ` +
          `${gradientNode(t) ? `which is output ${t.output_nr} of ${gradientNode(t)?.name()}, ` : ''}is at version ${t.storage.version}; expected version ${this.#version} instead (needed by ${user}).`,
      );
    }
    return t;
  }
  release(): void {
    if (this.#metered) meters.released(this.#metered);
  }
}

export interface SavedTensorHooks {
  pack(t: Tensor): unknown;
  unpack(packed: unknown): Tensor;
}
export const savedTensorHooks: SavedTensorHooks[] = [];

export const freed = (): RuntimeError =>
  new RuntimeError(
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
      'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time.',
  );
