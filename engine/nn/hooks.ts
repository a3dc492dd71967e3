import { type Edge, edgeOf, type Gradients, Node, setHistory } from '../autograd/node.ts';
import { is_grad_enabled } from '../autograd/modes.ts';
import { alias, Tensor } from '../tensor.ts';

/** Undoes a registration. */
export interface RemovableHandle {
  remove(): void;
}

/** Callbacks in the order they were registered, each removable. */
export class Hooks<F> {
  readonly #list: { readonly hook: F }[] = [];
  add(hook: F, prepend = false): RemovableHandle {
    const entry = { hook };
    if (prepend) this.#list.unshift(entry);
    else this.#list.push(entry);
    return {
      remove: () => {
        const at = this.#list.indexOf(entry);
        if (at >= 0) this.#list.splice(at, 1);
      },
    };
  }
  /** Forgets a callback, however often it was registered. */
  discard(hook: F): void {
    for (let at = this.#list.length - 1; at >= 0; at--) if (this.#list[at]?.hook === hook) this.#list.splice(at, 1);
  }
  /** Registers the same callbacks elsewhere. */
  copyTo(other: Hooks<F>): void {
    for (const { hook } of this.#list) other.add(hook);
  }
  get size(): number {
    return this.#list.length;
  }
  /** A copy, so that a hook may remove itself. */
  all(): F[] {
    return this.#list.map((e) => e.hook);
  }
}

/** Passes gradients on, showing them to a function that may replace them. */
class PassingNode extends Node {
  readonly #see: (grads: Gradients) => Gradients;
  constructor(edges: (Edge | null)[], see: (grads: Gradients) => Gradients) {
    super('BackwardHookFunctionBackward', edges);
    this.#see = see;
  }
  apply(grads: Gradients): Gradients {
    return this.#see(grads);
  }
}

/** The same values, reached in backward through a node that shows the gradients of all of them together. */
function passed(values: readonly unknown[], see: (grads: Gradients) => Gradients): unknown[] | null {
  const at = values.flatMap((v, i) => (v instanceof Tensor && v.requires_grad ? [i] : []));
  if (at.length === 0) return null;
  const node = new PassingNode(
    at.map((i) => edgeOf(values[i] as Tensor)),
    (grads) => {
      const whole: Gradients = new Array<null>(values.length).fill(null);
      at.forEach((i, k) => (whole[i] = grads[k] ?? null));
      const seen = see(whole);
      return at.map((i) => seen[i] ?? null);
    },
  );
  const result = [...values];
  for (const i of at) {
    const t = values[i] as Tensor;
    const copy = alias(t, t.shape, t.strides, t.offset);
    setHistory(copy, node);
    result[i] = copy;
  }
  return result;
}

export type GradList = readonly (Tensor | null)[];
/** Sees a module's gradients; a returned list (or tensor) replaces those of its inputs. */
export type BackwardHook<M> = (
  module: M,
  grad_input: GradList,
  grad_output: GradList,
) => GradList | Tensor | null | undefined | void;
/** Sees the gradients of a module's outputs before its backward; a returned list replaces them. */
export type BackwardPreHook<M> = (module: M, grad_output: GradList) => GradList | Tensor | null | undefined | void;

const replaced = (answer: GradList | Tensor | null | undefined | void, before: Gradients): Gradients =>
  answer instanceof Tensor ? [answer] : Array.isArray(answer) ? [...answer] : before;

/** Wraps one call of a module so that its backward hooks see the gradients at its inputs and outputs. */
export function withBackwardHooks<M>(
  module: M,
  pre: readonly BackwardPreHook<M>[],
  hooks: readonly BackwardHook<M>[],
  args: readonly unknown[],
  forward: (args: readonly unknown[]) => unknown,
): unknown {
  if (!is_grad_enabled()) return forward(args);
  let gradOutput: Gradients = [];
  const atInputs = (grads: Gradients): Gradients => {
    let current = grads;
    for (const hook of hooks) current = replaced(hook(module, current, gradOutput), current);
    return current;
  };
  const inputs = hooks.length > 0 ? passed(args, atInputs) : null;
  const output = forward(inputs ?? args);
  const outputs = Array.isArray(output) ? output : [output];
  const wrapped = passed(outputs, (grads) => {
    gradOutput = grads;
    for (const hook of pre) gradOutput = replaced(hook(module, gradOutput), gradOutput);
    // Nothing before this module needs a gradient: its input node will never run, so its hooks run here.
    if (!inputs && hooks.length > 0) atInputs(args.map(() => null));
    return gradOutput;
  });
  if (!wrapped) return output;
  return Array.isArray(output) ? wrapped : wrapped[0];
}
