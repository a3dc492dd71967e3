import { no_grad } from '../../autograd/modes.ts';
import { IndexError, ValueError } from '../../device/device.ts';
import { isKeywords } from '../../schema.ts';
import { sameShape, type Tensor } from '../../tensor.ts';
import type { RemovableHandle } from '../hooks.ts';
import { AttributeError, type Module } from '../module.ts';
import { Parameter } from '../parameter.ts';

export type PruningType = 'unstructured' | 'structured' | 'global';

interface Attached {
  readonly method: BasePruningMethod;
  readonly handle: RemovableHandle;
}
/** Which method prunes which parameter of a module: at most one each, a container when there were several. */
const attached = new WeakMap<Module, Map<string, Attached>>();
export const methodsOf = (module: Module): ReadonlyMap<string, Attached> => attached.get(module) ?? new Map();

function attach(module: Module, name: string, method: BasePruningMethod): void {
  const methods = attached.get(module) ?? new Map<string, Attached>();
  attached.set(module, methods);
  const handle = module.register_forward_pre_hook((pruned) => void set(pruned, name, method.apply_mask(pruned)));
  methods.set(name, { method, handle });
}
function detach(module: Module, name: string): BasePruningMethod | null {
  const there = attached.get(module)?.get(name);
  there?.handle.remove();
  attached.get(module)?.delete(name);
  return there?.method ?? null;
}

const set = (module: Module, name: string, value: unknown): void =>
  void Object.defineProperty(module, name, { value, writable: true, enumerable: true, configurable: true });
export function tensorOf(module: Module, name: string): Tensor {
  const value: unknown = Reflect.get(module, name);
  if (value === undefined || value === null)
    throw new AttributeError(`'${module._get_name()}' object has no attribute '${name}'`);
  return value as Tensor; // a parameter, or the pruned tensor that stands in its place
}
function parameterOf(module: Module, name: string): Parameter {
  const value: unknown = Reflect.get(module, name);
  if (!(value instanceof Parameter))
    throw new AttributeError(`'${module._get_name()}' object has no parameter '${name}'`);
  return value;
}

/**
 * A way to choose what is set to zero: subclass it, set `PRUNING_TYPE` and write `compute_mask`. Pruning a parameter `w`
 * keeps it as `w_orig`, adds the buffer `w_mask`, and before every forward makes `w` their product.
 */
export abstract class BasePruningMethod {
  /** What a further method prunes: single elements that are left, channels that are left, or anything. */
  readonly PRUNING_TYPE: PruningType = 'unstructured';
  /** @internal */
  _tensor_name = '';

  /**
   * The mask, of zeros and ones, for `t`.
   * @param t importance scores, of the parameter's shape
   * @param default_mask what was pruned before, and stays so
   */
  abstract compute_mask(t: Tensor, default_mask: Tensor): Tensor;

  apply_mask(module: Module): Tensor {
    const original = tensorOf(module, `${this._tensor_name}_orig`);
    return tensorOf(module, `${this._tensor_name}_mask`).to(original.dtype).mul(original);
  }

  /** Prunes parameter `name` of a module; a second call prunes what the first has left. */
  static apply<A extends readonly unknown[]>(
    this: new (
      ...args: A
    ) => BasePruningMethod,
    module: Module,
    name: string,
    ...args: readonly unknown[]
  ): BasePruningMethod {
    const last = args.at(-1);
    const { importance_scores = null, ...keywords } = isKeywords(last) ? last : {};
    const rest = isKeywords(last) ? [...args.slice(0, -1), ...(Object.keys(keywords).length ? [keywords] : [])] : args;
    // biome-ignore lint/complexity/noThisInStatic: the subclass that `apply` is called on
    const added: BasePruningMethod = Reflect.construct(this, rest);
    added._tensor_name = name;
    return applyMethod(added, module, name, importance_scores as Tensor | null);
  }

  /** The pruned tensor; no module is touched. */
  prune(
    t: Tensor,
    default_mask: Tensor | null | { default_mask?: Tensor | null; importance_scores?: Tensor | null } = null,
    importance_scores: Tensor | null = null,
  ): Tensor {
    const named = isKeywords(default_mask) ? default_mask : { default_mask, importance_scores };
    const scores = named.importance_scores ?? t;
    if (!sameShape(scores.shape, t.shape))
      throw new AssertionError('importance_scores should have the same shape as tensor t');
    return t.mul(this.compute_mask(scores, (named.default_mask as Tensor | null | undefined) ?? t.new_ones(t.shape)));
  }

  /** Makes the pruning permanent: the masked values are the parameter again, `_orig` and `_mask` are gone. */
  remove(module: Module): void {
    const name = this._tensor_name;
    const weight = this.apply_mask(module);
    const original = parameterOf(module, `${name}_orig`);
    for (const gone of [name, `${name}_orig`, `${name}_mask`]) Reflect.deleteProperty(module, gone);
    original.data = weight.data;
    set(module, name, original);
    detach(module, name);
  }
}

/** @internal */
export function applyMethod(
  added: BasePruningMethod,
  module: Module,
  name: string,
  importance_scores: Tensor | null,
): BasePruningMethod {
  const current = tensorOf(module, name);
  if (importance_scores && !sameShape(importance_scores.shape, current.shape))
    throw new AssertionError(
      `importance_scores should have the same shape as parameter ${name} of ${module._get_name()}`,
    );
  const before = methodsOf(module).get(name)?.method ?? null;
  let method = added;
  if (before) {
    method = before instanceof PruningContainer ? before : new PruningContainer(before);
    (method as PruningContainer).add_pruning_method(added);
  }
  const scores = (importance_scores ?? current).detach();
  // The mask first: where it cannot be made, the module stays as it was.
  const mask = no_grad(() =>
    method.compute_mask(
      scores,
      before ? tensorOf(module, `${name}_mask`).detach().clone() : current.new_ones(current.shape),
    ),
  );
  if (before) detach(module, name);
  else {
    const original = parameterOf(module, name);
    Reflect.deleteProperty(module, name);
    set(module, `${name}_orig`, original);
  }
  module.register_buffer(`${name}_mask`, mask);
  set(module, name, method.apply_mask(module));
  attach(module, name, method);
  return method;
}

/** Several methods on one parameter, in the order they were applied; the last one computes the next mask. */
export class PruningContainer extends BasePruningMethod implements Iterable<BasePruningMethod> {
  readonly #methods: BasePruningMethod[] = [];

  constructor(...methods: readonly BasePruningMethod[]) {
    super();
    this._tensor_name = methods[0]?._tensor_name ?? '';
    for (const method of methods) this.add_pruning_method(method);
  }
  add_pruning_method(method: BasePruningMethod): void {
    if (!(method instanceof BasePruningMethod))
      throw new TypeError(`${typeof method} is not a BasePruningMethod subclass`);
    if (this._tensor_name !== method._tensor_name)
      throw new ValueError(
        `Can only add pruning methods acting on the parameter named '${this._tensor_name}' to PruningContainer. Found '${method._tensor_name}'`,
      );
    this.#methods.push(method);
  }
  get length(): number {
    return this.#methods.length;
  }
  at(index: number): BasePruningMethod | undefined {
    return this.#methods.at(index);
  }
  [Symbol.iterator](): Iterator<BasePruningMethod> {
    return this.#methods[Symbol.iterator]();
  }
  override compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const method = this.#methods.at(-1);
    if (!method) return default_mask;
    const mask = default_mask.to(t.dtype).clone();
    const where = left(method, t, mask);
    const partial = method.compute_mask(t.at(...where), mask.at(...where));
    mask.set_at(partial.to(mask.dtype), ...where);
    return mask;
  }
}

/** The index of what a method may still prune. */
function left(method: BasePruningMethod, t: Tensor, mask: Tensor): (string | Tensor)[] {
  switch (method.PRUNING_TYPE) {
    case 'unstructured':
      return [mask.eq(1)];
    case 'global':
      return ['...'];
    case 'structured': {
      const given: unknown = Reflect.get(method, 'dim');
      if (typeof given !== 'number')
        throw new AttributeError(
          'Pruning methods of PRUNING_TYPE "structured" need to have the attribute `dim` defined.',
        );
      const dims = t.shape.length;
      const dim = given < 0 ? dims + given : given;
      if (dim < 0) throw new IndexError(`Index is out of bounds for tensor with dimensions ${dims}`);
      const others = t.shape.map((_, d) => d).filter((d) => d !== dim);
      return t.shape.map((_, d) => (d === dim ? mask.sum(others).ne(0) : ':'));
    }
    default:
      throw new ValueError(`Unrecognized PRUNING_TYPE ${String(method.PRUNING_TYPE)}`);
  }
}

/** Python's failed `assert`. */
export class AssertionError extends Error {
  override name = 'AssertionError';
}
