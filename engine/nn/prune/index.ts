// `torch.nn.utils.prune`: a parameter as the product of itself and a mask. Functions here change the module and return it;
// the methods behind them are classes (methods.ts), what they do to a module is in method.ts.
import { ValueError } from '../../device/device.ts';
import { isKeywords } from '../../schema.ts';
import { Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import type { Module } from '../module.ts';
import { parameters_to_vector } from '../utils.ts';
import { applyMethod, type BasePruningMethod, methodsOf, PruningContainer, tensorOf } from './method.ts';
import {
  CustomFromMask,
  Identity,
  L1Unstructured,
  LnStructured,
  RandomStructured,
  RandomUnstructured,
} from './methods.ts';

export { BasePruningMethod, PruningContainer } from './method.ts';
export * from './methods.ts';

interface Scores {
  importance_scores?: Tensor | null;
}

function apply<M extends Module>(module: M, name: string, method: BasePruningMethod, scores: Tensor | null = null): M {
  method._tensor_name = name;
  applyMethod(method, module, name, scores);
  return module;
}

/** Reparametrises without pruning anything. */
export const identity = <M extends Module>(module: M, name: string): M => apply(module, name, new Identity());

/** Prunes `amount` elements (a whole number) or that fraction of them at random. */
export function random_unstructured<M extends Module>(module: M, name: string, amount: number | { amount: number }): M;
export function random_unstructured<M extends Module>(module: M, name: string, ...rest: unknown[]): M {
  const { amount } = bindArguments('random_unstructured', rest, { amount: needed<number>() });
  return apply(module, name, new RandomUnstructured(amount));
}
/** Prunes the elements of smallest absolute value (or of smallest `importance_scores`). */
export function l1_unstructured<M extends Module>(
  module: M,
  name: string,
  amount: number | ({ amount: number } & Scores),
  importance_scores?: Tensor | null | Scores,
): M;
export function l1_unstructured<M extends Module>(module: M, name: string, ...rest: unknown[]): M {
  const o = bindArguments('l1_unstructured', rest, {
    amount: needed<number>(),
    importance_scores: null as Tensor | null,
  });
  return apply(module, name, new L1Unstructured(o.amount), o.importance_scores);
}
/** Prunes whole channels along `dim` at random. */
export function random_structured<M extends Module>(
  module: M,
  name: string,
  amount: number | { amount: number; dim: number },
  dim?: number | { dim: number },
): M;
export function random_structured<M extends Module>(module: M, name: string, ...rest: unknown[]): M {
  const o = bindArguments('random_structured', rest, { amount: needed<number>(), dim: needed<number>() });
  return apply(module, name, new RandomStructured(o.amount, o.dim));
}
/** Prunes the channels along `dim` of smallest n-norm. */
export function ln_structured<M extends Module>(
  module: M,
  name: string,
  amount: number | ({ amount: number; n: number; dim: number } & Scores),
  n?: number | ({ n: number; dim: number } & Scores),
  dim?: number | ({ dim: number } & Scores),
  importance_scores?: Tensor | null | Scores,
): M;
export function ln_structured<M extends Module>(module: M, name: string, ...rest: unknown[]): M {
  const o = bindArguments('ln_structured', rest, {
    amount: needed<number>(),
    n: needed<number>(),
    dim: needed<number>(),
    importance_scores: null as Tensor | null,
  });
  return apply(module, name, new LnStructured(o.amount, o.n, o.dim), o.importance_scores);
}
/** Prunes where the mask is zero. */
export function custom_from_mask<M extends Module>(module: M, name: string, mask: Tensor | { mask: Tensor }): M {
  return apply(module, name, new CustomFromMask(isKeywords(mask) ? (mask.mask as Tensor) : (mask as Tensor)));
}

type Place = readonly [module: Module, name: string];
interface GlobalOptions {
  /** By module and parameter name; the parameter itself where none is given. */
  importance_scores?: ReadonlyMap<Module, Readonly<Record<string, Tensor>>> | null;
  readonly [option: string]: unknown;
}
/**
 * Prunes several parameters together: the threshold is one for all of them, so some lose more than others.
 * `prune.global_unstructured([[fc1, 'weight'], [fc2, 'weight']], prune.L1Unstructured, { amount: 0.5 })`
 */
export function global_unstructured(
  parameters: Iterable<Place>,
  pruning_method: new (options: never) => BasePruningMethod,
  options: GlobalOptions = {},
): void {
  const { importance_scores = null, ...kwargs } = options;
  if (typeof parameters !== 'object' || parameters === null || !(Symbol.iterator in parameters))
    throw new TypeError('global_unstructured(): parameters is not an Iterable');
  if (importance_scores !== null && !(importance_scores instanceof Map))
    throw new TypeError('global_unstructured(): importance_scores must be a Map from module to scores by name');
  const places = [...parameters];
  const values = places.map(([module, name]) => tensorOf(module, name).detach());
  const scores = places.map(([module, name], i) => importance_scores?.get(module)?.[name] ?? values[i]);
  scores.forEach((s, i) => {
    if (!s || s.shape.join() !== values[i]?.shape.join())
      throw new ValueError(`importance_scores of '${places[i]?.[1]}' should have the parameter's shape`);
  });
  const masks = places.map(([module, name], i) => {
    const mask: unknown = Reflect.get(module, `${name}_mask`);
    return mask instanceof Tensor ? mask : values[i]?.new_ones(values[i]?.shape ?? []);
  });
  const present = (list: readonly (Tensor | undefined)[]): Tensor[] => list.filter((t) => t !== undefined);
  const method: BasePruningMethod = Reflect.construct(pruning_method, [kwargs]);
  if (method.PRUNING_TYPE !== 'unstructured')
    throw new TypeError(
      `Only "unstructured" PRUNING_TYPE supported for the \`pruning_method\`. Found method ${pruning_method.name} of type ${method.PRUNING_TYPE}`,
    );
  method._tensor_name = 'temp';
  const mask = new PruningContainer(method).compute_mask(
    parameters_to_vector(present(scores)),
    parameters_to_vector(present(masks)),
  );
  let at = 0;
  places.forEach(([module, name], i) => {
    const value = values[i];
    if (!value) return;
    custom_from_mask(module, name, mask.narrow(0, at, value.numel()).reshape(value.shape));
    at += value.numel();
  });
}

/** Makes the pruning of a parameter permanent. */
export function remove<M extends Module>(module: M, name: string): M {
  const there = methodsOf(module).get(name);
  if (!there)
    throw new ValueError(
      `Parameter '${name}' of module ${module._get_name()} has to be pruned before pruning can be removed`,
    );
  there.method.remove(module);
  return module;
}
/** Whether any parameter of the module, or of one below, is pruned and not yet `remove`d. */
export function is_pruned(module: Module): boolean {
  for (const part of module.modules()) if (methodsOf(part).size > 0) return true;
  return false;
}
