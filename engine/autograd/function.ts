// torch.autograd.Function: an operation with a backward of the user's own.
// Not here: operators of the table (operator.ts), the walk backward (backward.ts).
import { NotImplementedError, RuntimeError } from '../device/device.ts';
import { alias, gradientNode, metaOf, Tensor } from '../tensor.ts';
import { is_grad_enabled, no_grad, record } from './modes.ts';
import { checkInPlace } from './inplace.ts';
import { edgeOf, freed, type Gradients, Node, SavedTensor, setHistory } from './node.ts';
import { rebaseHistory } from './views.ts';

const describe = (x: unknown): string =>
  x === null ? 'None' : typeof x === 'object' ? (x.constructor?.name ?? 'object') : typeof x;

/** What `forward` leaves for `backward`: the `ctx` of both. Other values may be kept as attributes, `ctx.eps = 1e-5`. */
export class FunctionCtx {
  /** For each argument of forward whether its gradient is wanted. */
  readonly needs_input_grad: readonly boolean[];
  readonly #name: string;
  #toSave: (Tensor | null)[] = [];
  #saved: (SavedTensor | null)[] | null = null;
  #freed = false;
  #dirty: readonly Tensor[] = [];
  #constant: readonly Tensor[] = [];
  #materialize = true;
  // biome-ignore lint/suspicious/noExplicitAny: attributes are the user's, as in Python
  [attribute: string]: any;

  /** @internal */
  constructor(name: string, needs: readonly boolean[]) {
    this.#name = name;
    this.needs_input_grad = needs;
  }
  /** Keeps tensors (or null) for `backward`, once; changes of them in place are found then. */
  save_for_backward(...tensors: (Tensor | null)[]): void {
    tensors.forEach((t, i) => {
      if (t != null && !(t instanceof Tensor))
        throw new TypeError(`save_for_backward can only save variables, but argument ${i} is of type ${describe(t)}`);
    });
    this.#toSave = tensors;
  }
  /** Tensors kept by `save_for_backward`. Throws once the graph is freed, and where one was changed in place since. */
  get saved_tensors(): Tensor[] {
    if (this.#freed) throw freed();
    const kept = this.#saved ? this.#saved.map((s) => s?.get(this.#name) ?? null) : this.#toSave;
    return kept as Tensor[]; // null where null was saved
  }
  /** Names the arguments that forward changed in place; forward must return them. */
  mark_dirty(...tensors: Tensor[]): void {
    this.#dirty = tensors;
  }
  /** Names results that have no gradient. */
  mark_non_differentiable(...tensors: Tensor[]): void {
    this.#constant = tensors;
  }
  /** Whether a gradient that nothing asked for comes to backward as zeros (the default) or as null. */
  set_materialize_grads(value: boolean): void {
    this.#materialize = value;
  }
  /** @internal */
  static parts(ctx: FunctionCtx) {
    return { dirty: ctx.#dirty, constant: ctx.#constant, materialize: ctx.#materialize };
  }
  /** @internal ends forward: what is to be saved is saved, results with the history they have now. */
  static keep(ctx: FunctionCtx, made: ReadonlyMap<Tensor, Tensor>, node: Node): void {
    ctx.#saved = ctx.#toSave.map((t) => {
      if (!t) return null;
      const result = made.get(t);
      return new SavedTensor(result ?? t, result && gradientNode(result) === node ? node : null);
    });
    ctx.#toSave = [];
  }
  /** @internal */
  static release(ctx: FunctionCtx): void {
    if (ctx.#freed || !ctx.#saved?.length) return;
    for (const s of ctx.#saved) s?.release();
    ctx.#saved = [];
    ctx.#freed = true;
  }
}

type Static = (...args: never[]) => unknown;
interface Implementation {
  readonly name: string;
  readonly forward: Static;
  readonly backward: Static;
  readonly setup_context: Static;
}

class FunctionNode extends Node {
  readonly #ctx: FunctionCtx;
  readonly #of: Implementation;
  readonly #isTensor: readonly boolean[];
  constructor(of: Implementation, ctx: FunctionCtx, args: readonly unknown[]) {
    const tensors = args.filter((a) => a instanceof Tensor);
    super(`${of.name}Backward`, []);
    for (const t of tensors) this.addEdge(edgeOf(t), t);
    this.#ctx = ctx;
    this.#of = of;
    this.#isTensor = args.map((a) => a instanceof Tensor);
  }
  apply(grads: Gradients): Gradients {
    const { materialize } = FunctionCtx.parts(this.#ctx);
    const some = grads.find((g) => g !== null);
    const given = grads.map((g, i) => {
      const like = this.outputs[i];
      return g === null && materialize && some && like ? some.new_zeros([...like.shape], { dtype: like.dtype }) : g;
    });
    const found = Reflect.apply(this.#of.backward, this.#of, [this.#ctx, ...given] as never[]);
    const list: unknown[] = Array.isArray(found) ? [...found] : [found];
    const wanted = this.#isTensor.length;
    while (list.length > wanted && list.at(-1) == null) list.pop();
    const { name } = this.#of;
    if (list.length !== wanted)
      throw new RuntimeError(
        `function ${name}Backward returned an incorrect number of gradients (expected ${wanted}, got ${list.length})`,
      );
    return list.flatMap((g, i): Gradients => {
      if (!this.#isTensor[i]) {
        if (g == null) return [];
        throw new RuntimeError(
          `function ${name}Backward returned a gradient different than None at position ${i + 1}, but the corresponding forward input was not a Variable`,
        );
      }
      if (g == null) return [null];
      if (!(g instanceof Tensor))
        throw new RuntimeError(
          `expected Variable or None (got ${describe(g)}) as the gradient at position ${i + 1} of ${name}Backward`,
        );
      return [g];
    });
  }
  override release(): void {
    FunctionCtx.release(this.#ctx);
  }
}

/** What apply takes: forward's arguments, but ctx. */
type ArgumentsOf<F> = F extends (ctx: FunctionCtx, ...args: infer A) => unknown
  ? A
  : F extends (...args: infer A) => unknown
    ? A
    : never;
type ResultOf<F> = F extends (...args: never[]) => infer R ? R : never;

/**
 * Subclass it with static methods `forward(ctx, …arguments)`, which computes without being recorded, and `backward(ctx, …grads)`,
 * which is given a gradient for each result and returns one for each argument (null for what is no tensor). Run it with
 * `.apply(…arguments)`. As in PyTorch 2, `forward` may do without `ctx` where `setup_context(ctx, arguments, results)` is defined.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: PyTorch's own form, subclassed by users
export class CustomFunction {
  static forward(..._args: never[]): unknown {
    throw new NotImplementedError('You must implement the forward function for custom autograd.Function.');
  }
  static setup_context(..._args: never[]): void {
    throw new NotImplementedError('setup_context is not implemented.');
  }
  static backward(..._args: never[]): unknown {
    throw new NotImplementedError(
      'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.',
    );
  }
  /** Runs forward on the arguments and records backward. It may be handed on: `gradcheck(Square.apply, [x])`. */
  static apply<F extends Static>(this: { forward: F }, ...args: ArgumentsOf<F>): ResultOf<F> {
    // biome-ignore lint/complexity/noThisInStatic: the subclass it is called on
    return run(this as unknown as Implementation, args) as ResultOf<F>; // this is a subclass, its forward is of type F
  }
}
// bound to the class it is read from, as a class method in Python
Object.defineProperty(CustomFunction, 'apply', {
  get(this: Implementation) {
    return (...args: unknown[]) => run(this, args);
  },
});

function run(of: Implementation, args: readonly unknown[]): unknown {
  const inputs = args.filter((a) => a instanceof Tensor);
  const ctx = new FunctionCtx(
    `${of.name}Backward`,
    args.map((a) => a instanceof Tensor && a.requires_grad),
  );
  const recording = is_grad_enabled() && inputs.some((t) => t.requires_grad);
  const node = recording ? new FunctionNode(of, ctx, args) : null;
  const before = record(false);
  let output: unknown;
  try {
    if (of.setup_context === CustomFunction.setup_context)
      output = Reflect.apply(of.forward, of, [ctx, ...args] as never[]);
    else {
      output = Reflect.apply(of.forward, of, args as never[]);
      Reflect.apply(of.setup_context, of, [ctx, args, output] as never[]);
    }
  } finally {
    record(before);
  }
  const { dirty, constant } = FunctionCtx.parts(ctx);
  const results: unknown[] = Array.isArray(output) ? output : [output];
  for (const t of dirty) {
    if (!(t instanceof Tensor)) throw new TypeError(`mark_dirty expects a tensor, got ${describe(t)}`);
    if (!results.includes(t))
      throw new RuntimeError(
        'Some elements marked as dirty during the forward method were not returned as output. The inputs that are modified inplace must all be outputs of the Function.',
      );
    t.storage.version++;
  }
  const made = new Map<Tensor, Tensor>();
  const finished = results.map((r) => {
    if (!(r instanceof Tensor)) return r;
    const done = made.get(r) ?? finish(r, node, inputs, dirty, constant);
    made.set(r, done);
    return done;
  });
  if (node) FunctionCtx.keep(ctx, made, node);
  return Array.isArray(output) ? finished : finished[0];
}

/** One result, made the node's next output unless it has no gradient. */
function finish(
  result: Tensor,
  node: FunctionNode | null,
  inputs: readonly Tensor[],
  dirty: readonly Tensor[],
  constant: readonly Tensor[],
): Tensor {
  const changed = dirty.includes(result);
  const same = inputs.includes(result) && !changed;
  const t = same ? alias(result, result.shape, result.strides, result.offset) : result;
  if (!node) return t;
  if (constant.includes(result) || t.dtype.category !== 2) {
    node.outputs.push({ shape: t.shape, dtype: t.dtype });
    if (changed && t.requires_grad) t.autograd = null;
    return t;
  }
  if (changed) {
    checkInPlace(t);
    if (!t.autograd?.view) {
      setHistory(t, node);
      return t;
    }
    if (node.outputs.length > 0)
      throw new RuntimeError(
        'If your Function modifies a view in place, it must have that one result only: the base of the view takes the operation into its history.',
      );
    rebaseHistory(t, node, inputs.indexOf(t));
    return t;
  }
  const owner = inputs.find((i) => i.storage === t.storage);
  if (owner)
    metaOf(t).view = { base: owner.autograd?.view?.base ?? owner, version: t.storage.version, origin: 'custom' };
  setHistory(t, node);
  return t;
}

/** The end of the way for a gradient that cannot be differentiated again. */
class DelayedError extends Node {
  readonly #message: string;
  constructor(message: string, from: readonly Tensor[]) {
    super('DelayedErrorBackward', from.map(edgeOf));
    this.#message = message;
  }
  apply(): Gradients {
    throw new RuntimeError(this.#message);
  }
}

/**
 * For a `backward` whose own operations need no gradient: it runs without being recorded, and differentiating its results
 * throws. As a decorator (`@once_differentiable static backward…`) or a function.
 */
export function once_differentiable<A extends unknown[], R>(
  backward: (ctx: FunctionCtx, ...grads: A) => R,
  _context?: { readonly kind: string },
): (ctx: FunctionCtx, ...grads: A) => R {
  return function (this: unknown, ctx, ...grads) {
    const results = no_grad(() => Reflect.apply(backward, this, [ctx, ...grads]));
    if (!is_grad_enabled()) return results;
    const needing = grads.filter((g) => g instanceof Tensor).filter((g) => g.requires_grad);
    if (needing.length === 0) return results;
    const node = new DelayedError(
      'trying to differentiate twice a function that was marked with @once_differentiable',
      needing,
    );
    const cut = (g: unknown): unknown => {
      if (!(g instanceof Tensor)) return g;
      const t = g.detach();
      setHistory(t, node);
      return t;
    };
    return (Array.isArray(results) ? results.map(cut) : cut(results)) as R; // the same results, with an end behind them
  };
}
