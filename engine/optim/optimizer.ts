// The base of all optimizers: parameter groups with their options, per-parameter state, closures, state_dict.
// Not here: update rules (one file each), learning-rate schedules (lr_scheduler/).
import { enable_grad, no_grad } from '../autograd/modes.ts';
import { ValueError } from '../device/device.ts';
import type { AdamStep, SgdStep } from '../device/cpu/optimizers.ts';
import { dispatch } from '../dispatch.ts';
import { float32 } from '../dtype.ts';
import { clearGrad, KeyError } from '../nn/module.ts';
import { repr, typename } from '../nn/arguments.ts';
import { Hooks, type RemovableHandle } from '../nn/hooks.ts';
import { warn } from '../warnings.ts';
import { compute } from '../pointwise.ts';
import { emptyLike, fromValues, Tensor, valuesOf } from '../tensor.ts';

/** What is kept for one parameter between steps: momentum and the like. */
export type State = Record<string, Tensor | number | null | readonly Tensor[]>;
/** Parameters that share options; `lr`, `weight_decay`, … may be read and changed at any time. */
export type ParamGroup<O extends object = Record<string, unknown>> = O & { params: Tensor[] };
/** What an optimizer takes: parameters, `[name, parameter]` pairs, or groups with options of their own. */
export type Params<O extends object = Record<string, unknown>> =
  | Iterable<Tensor>
  | Iterable<readonly [string, Tensor]>
  | Iterable<GivenGroup<O>>;
export type GivenGroup<O extends object = Record<string, unknown>> = Partial<O> & {
  params: Tensor | Iterable<Tensor> | Iterable<readonly [string, Tensor]>;
};
export interface OptimizerState {
  state: Record<number, State>;
  param_groups: (Record<string, unknown> & { params: number[] })[];
}
/** Clears gradients, runs the model, calls backward and returns the loss. */
export type Closure<L = Tensor> = () => L;

/** Overwrites `target` with an expression of tensors and numbers by name, element by element, in one pass. */
export function update(target: Tensor, expression: string, values: Readonly<Record<string, Tensor | number>>): void {
  compute(expression, Object.keys(values), Object.values(values), 'input', target);
  target.storage.version++;
}
/** Runs a device's kernel of an update rule, which changes the parameter and the state given with it. */
export function step(
  kernel: 'adam_step' | 'sgd_step',
  p: Tensor,
  grad: Tensor,
  changing: readonly Tensor[],
  options: AdamStep | SgdStep,
): void {
  dispatch(kernel, [p, grad, ...changing], options);
  p.storage.version++;
  for (const t of changing) t.storage.version++;
}
/** The value of an expression as a new tensor. */
export const computed = (expression: string, values: Readonly<Record<string, Tensor | number>>): Tensor =>
  compute(expression, Object.keys(values), Object.values(values), 'input');

/** A step counter as PyTorch keeps it: a float32 tensor. */
export const counter = (): Tensor => fromValues([0], [], float32);
/** Counts one step and returns how many there are now. */
export function count(state: State): number {
  const step = state['step'];
  if (!(step instanceof Tensor)) throw new KeyError("'step'");
  const now = (valuesOf(step)[0] ?? 0) + 1;
  step.storage.device.write(step.storage, step.offset, [now]);
  step.storage.version++;
  return now;
}
export const zerosLike = (t: Tensor): Tensor => emptyLike(t);
export function held(state: State, name: string): Tensor {
  const value = state[name];
  if (!(value instanceof Tensor)) throw new KeyError(`'${name}'`);
  return value;
}
/** Options every optimizer must check. */
export function atLeastZero(options: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): void {
  for (const [key, name] of Object.entries(names)) {
    const value = options[key];
    if (value === undefined || !(value >= 0)) throw new ValueError(`Invalid ${name}: ${value}`);
  }
}

const isPair = (x: unknown): x is readonly [string, Tensor] =>
  Array.isArray(x) && x.length === 2 && typeof x[0] === 'string' && x[1] instanceof Tensor;

/** Base class of all optimizers. A subclass passes its default options and writes `_update` for one group. */
export abstract class Optimizer<O extends object = Record<string, unknown>> {
  readonly defaults: O;
  readonly param_groups: ParamGroup<O>[] = [];
  /** State of each parameter, by the parameter itself. */
  readonly state = new Map<Tensor, State>();
  // Held without their parameter, so that an SGD is an Optimizer to the compiler.
  readonly #preHooks = new Hooks<() => void>();
  readonly #postHooks = new Hooks<() => void>();

  /** @internal how many steps were asked for: a schedule must come after them */
  _step_count = 0;

  constructor(params: Params<O>, defaults: O) {
    this.defaults = defaults;
    if (params instanceof Tensor)
      throw new TypeError(
        `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${typename(params)}`,
      );
    if (typeof params !== 'object' || params === null || !(Symbol.iterator in params))
      throw new TypeError(
        `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${typename(params)}`,
      );
    const given: unknown[] = [...params];
    if (given.length === 0) throw new ValueError('optimizer got an empty parameter list');
    const grouped =
      typeof given[0] === 'object' && given[0] !== null && 'params' in given[0] && !(given[0] instanceof Tensor);
    const groups = grouped ? (given as GivenGroup<O>[]) : [{ params: given } as unknown as GivenGroup<O>];
    for (const group of groups) this.add_param_group(group);
  }

  /** Adds a group; options it does not name are the defaults. */
  add_param_group(param_group: GivenGroup<O>): void {
    if (typeof param_group !== 'object' || param_group === null) throw new TypeError('param group must be a dict');
    if ((param_group.params as unknown) instanceof Set)
      throw new TypeError(
        'optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets will change between runs. Please use a list instead.',
      );
    const given: unknown[] = param_group.params instanceof Tensor ? [param_group.params] : [...param_group.params];
    const params = given.map((p): Tensor => {
      const tensor = isPair(p) ? p[1] : p;
      if (!(tensor instanceof Tensor))
        throw new TypeError(`optimizer can only optimize Tensors, but one of the params is ${typename(tensor)}`);
      if (!tensor.is_leaf && !tensor.retains_grad) throw new ValueError("can't optimize a non-leaf Tensor");
      return tensor;
    });
    if (new Set(params).size !== params.length)
      warn(
        'optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; see github.com/pytorch/pytorch/issues/40967 for more information',
      );
    const known = new Set(this.param_groups.flatMap((g) => g.params));
    if (params.some((p) => known.has(p)))
      throw new ValueError('some parameters appear in more than one parameter group');
    this.param_groups.push({ ...this.defaults, ...param_group, params });
  }

  /** Forgets the gradients of all parameters; `set_to_none: false` fills them with zeros instead. */
  zero_grad(set_to_none: boolean | { set_to_none?: boolean } = true): void {
    const forget = typeof set_to_none === 'boolean' ? set_to_none : (set_to_none.set_to_none ?? true);
    for (const group of this.param_groups) for (const p of group.params) clearGrad(p, forget);
  }

  /** Changes every parameter by its gradient. A closure is run first (with gradients on) and its loss returned. */
  step(): null;
  step<L>(closure: Closure<L>): L;
  step<L>(closure?: Closure<L> | null): L | null;
  step<L>(closure?: Closure<L> | null): L | null {
    this._step_count++;
    if (this.#preHooks.size > 0) for (const hook of this.#preHooks.all()) hook();
    const loss = this._step(closure ?? null);
    if (this.#postHooks.size > 0) for (const hook of this.#postHooks.all()) hook();
    return loss;
  }
  /** @internal */
  _step<L>(closure: Closure<L> | null): L | null {
    const loss = closure ? enable_grad(closure) : null;
    no_grad(() => {
      for (const group of this.param_groups) this._update(group);
    });
    return loss;
  }
  /** @internal one step of one group, inside no_grad */
  abstract _update(group: ParamGroup<O>): void;

  /** @internal the group's parameters that have a gradient, each with its state */
  *_ready(group: ParamGroup<O>): IterableIterator<readonly [parameter: Tensor, grad: Tensor, state: State]> {
    for (const p of group.params) {
      const { grad } = p;
      if (!grad) continue;
      let state = this.state.get(p);
      if (!state) this.state.set(p, (state = {}));
      yield [p, grad, state];
    }
  }

  /** Calls the function before every step. */
  register_step_pre_hook(hook: (optimizer: Optimizer<O>) => void): RemovableHandle {
    return this.#preHooks.add(() => hook(this));
  }
  /** Calls the function after every step. */
  register_step_post_hook(hook: (optimizer: Optimizer<O>) => void): RemovableHandle {
    return this.#postHooks.add(() => hook(this));
  }

  /** State by parameter number, and the groups with numbers for parameters: PyTorch's layout. */
  state_dict(): OptimizerState {
    const numbers = new Map<Tensor, number>();
    const param_groups = this.param_groups.map((group) => {
      const { params, ...options } = group;
      return {
        ...options,
        params: params.map((p) => numbers.get(p) ?? (numbers.set(p, numbers.size), numbers.size - 1)),
      };
    });
    const state: Record<number, State> = {};
    for (const [p, s] of this.state) {
      const number = numbers.get(p);
      if (number !== undefined) state[number] = s;
    }
    return { state, param_groups };
  }
  /** Takes state and options over; tensors are copied, floating-point state in each parameter's dtype. */
  load_state_dict(state_dict: Readonly<OptimizerState>): void {
    const saved = state_dict.param_groups;
    if (saved.length !== this.param_groups.length)
      throw new ValueError('loaded state dict has a different number of parameter groups');
    const parameterOf = new Map<number, Tensor>();
    saved.forEach((group, i) => {
      const own = this.param_groups[i]?.params ?? [];
      if (group.params.length !== own.length)
        throw new ValueError(
          "loaded state dict contains a parameter group that doesn't match the size of optimizer's group",
        );
      group.params.forEach((number, k) => {
        const p = own[k];
        if (p) parameterOf.set(number, p);
      });
    });
    this.state.clear();
    for (const [key, state] of Object.entries(state_dict.state)) {
      const p = parameterOf.get(Number(key));
      if (!p) continue;
      const copied: State = {};
      for (const [name, value] of Object.entries(state))
        copied[name] =
          value instanceof Tensor
            ? copyFor(p, name, value)
            : Array.isArray(value)
              ? value.map((t: Tensor) => copyFor(p, name, t))
              : value;
      this.state.set(p, copied);
    }
    saved.forEach((group, i) => {
      const { params: _, ...options } = group;
      Object.assign(this.param_groups[i] ?? {}, options);
    });
  }

  toString(): string {
    const lines = this.param_groups.map((group, i) => {
      const options = Object.entries(group)
        .filter(([key]) => key !== 'params')
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return `Parameter Group ${i}\n${options.map(([key, value]) => `    ${key}: ${typeof value === 'string' ? value : repr(value)}\n`).join('')}`;
    });
    return `${this.constructor.name} (\n${lines.join('\n')})`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
function copyFor(p: Tensor, name: string, value: Tensor): Tensor {
  const copy = value.detach().clone();
  // A counter of steps stays where it was saved.
  if (name === 'step') return copy;
  const kept = p.dtype.is_floating_point && copy.dtype.is_floating_point ? copy.to(p.dtype) : copy;
  return kept.to(p.device);
}

/** Options PyTorch has for its other implementations; they are accepted, there is one implementation here. */
export interface ImplementationOptions {
  foreach?: boolean | null;
  capturable?: boolean;
  differentiable?: boolean;
  fused?: boolean | null;
}
