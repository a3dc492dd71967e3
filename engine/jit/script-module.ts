import { RuntimeError } from '../device/device.ts';
import { type ForwardArguments, type ForwardResult, Module } from '../nn/module.ts';
import { codeText } from './code.ts';
import { inline } from './inline.ts';
import { runGraph } from './interpreter.ts';
import type { Graph } from './ir.ts';
import { archive } from './archive.ts';

/**
 * A module whose methods are graphs: what `torch.jit.trace` and `torch.jit.script` give. It shares parameters and buffers with
 * the module it was made from, runs without its class, and is trained, moved and printed as any module.
 */
export class ScriptModule<M = unknown> extends Module {
  readonly #methods = new Map<string, Graph>();
  readonly #original: string;
  readonly #traced: boolean;
  /** @internal made by trace, script and load */
  constructor(original_name: string, traced = false) {
    super();
    this.#original = original_name;
    this.#traced = traced;
  }
  /** The class it was made from. */
  get original_name(): string {
    return this.#original;
  }
  /** @internal */
  get _traced(): boolean {
    return this.#traced;
  }
  /** @internal graphs by name */
  get _methods(): Map<string, Graph> {
    return this.#methods;
  }
  /** @internal runs a method on arguments */
  _run(name: string, args: readonly unknown[]): unknown {
    const graph = this.#methods.get(name);
    if (!graph) throw new RuntimeError(`the module has no method '${name}'`);
    return runGraph(graph, [this, ...args]);
  }
  forward(...args: ForwardArguments<M>): ForwardResult<M> {
    return runGraph(this.graph, [this, ...args]) as ForwardResult<M>;
  }
  /** The operators of `forward`; calls of submodules are calls of their methods. */
  get graph(): Graph {
    const graph = this.#methods.get('forward');
    if (!graph) throw new RuntimeError(`'${this.#original}' has no forward: it was not called while tracing`);
    return graph;
  }
  /** The same with the methods of submodules put in their places. */
  get inlined_graph(): Graph {
    return inline(this.graph, this);
  }
  /** `forward` as text to read. */
  get code(): string {
    return codeText(this.graph, 'forward');
  }
  /** The bytes that `torch.jit.load` reads. */
  save_to_buffer(): Uint8Array<ArrayBuffer> {
    return archive(this);
  }
  /** The bytes that `torch.jit.load` reads: there is no file system here, keep them wherever you like. */
  save(): Uint8Array<ArrayBuffer> {
    return archive(this);
  }
  /** @internal */
  override _get_name(): string {
    return this.#original;
  }
  override extra_repr(): string {
    return `original_name=${this.#original}`;
  }
  /** @internal */
  override _copy_shell(): this {
    const shell = new ScriptModule(this.#original, this.#traced);
    for (const [name, graph] of this.#methods) shell.#methods.set(name, graph.copy());
    return Object.setPrototypeOf(shell, Object.getPrototypeOf(this));
  }
}

// biome-ignore lint/style/useShorthandFunctionType: it is merged with the class
export interface ScriptFunction {
  // biome-ignore lint/suspicious/noExplicitAny: as a module of unknown class, it takes and gives anything
  (...args: any[]): any;
}
/** A traced or scripted function, called as the function it was made from. */
export type Scripted<A extends readonly unknown[], R> = ((...args: A) => R) & ScriptFunction;
/** A function that is a graph: what `torch.jit.trace` and `torch.jit.script` make of functions. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: a class cannot declare its own call signature
export class ScriptFunction {
  readonly graph!: Graph;
  /** What it is called. */
  readonly qualified_name!: string;
  /** @internal */
  constructor(name: string, graph: Graph) {
    const self = (...args: readonly unknown[]): unknown => runGraph(graph, args);
    Object.setPrototypeOf(self, new.target.prototype);
    Object.defineProperty(self, 'graph', { value: graph, enumerable: true });
    Object.defineProperty(self, 'qualified_name', { value: name, enumerable: true });
    return self as unknown as this;
  }
  get inlined_graph(): Graph {
    return this.graph;
  }
  /** The function as text to read. */
  get code(): string {
    return codeText(this.graph, this.qualified_name);
  }
  /** The bytes that `torch.jit.load` reads. */
  save(): Uint8Array<ArrayBuffer> {
    return archive(this);
  }
  toString(): string {
    return `<torch.jit.ScriptFunction ${this.qualified_name}>`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
