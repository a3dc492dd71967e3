// nn.Module: a function object. `new Net()` gives something that is called like a function and holds its layers as own
// properties; parameters, buffers and submodules are found by walking those properties in the order they were defined.
// Not here: layers (./layers), what a call computes (their forward).
import { no_grad } from '../autograd/modes.ts';
import { type Device, NotImplementedError, RuntimeError, ValueError } from '../device/device.ts';
import { DType, dtypes } from '../dtype.ts';
import type { QConfig } from '../quantization/qconfig.ts';
import { isKeywords } from '../schema.ts';
import { typename } from './arguments.ts';
import { deviceOf, empty, Tensor } from '../tensor.ts';
import { type BackwardHook, type BackwardPreHook, Hooks, type RemovableHandle, withBackwardHooks } from './hooks.ts';
import { Buffer, Parameter } from './parameter.ts';
import { type IncompatibleKeys, loadStateDict } from './state.ts';

/** What a module's `forward` takes. */
// biome-ignore format: the line that holds `any` follows the reason for it
// biome-ignore lint/suspicious/noExplicitAny: a module of unknown class takes anything
export type ForwardArguments<M> = M extends { forward(...args: infer A extends readonly unknown[]): unknown } ? A : any[];
/** What a module's `forward` returns. */
// biome-ignore lint/suspicious/noExplicitAny: and returns anything
export type ForwardResult<M> = M extends { forward(...args: never[]): infer R } ? R : any;

export type StateDict = Record<string, Tensor>;
/** Sees the arguments before `forward`; what it returns replaces them (a single value, or a list). */
export type ForwardPreHook<M> = (module: M, args: readonly unknown[]) => unknown;
/** Sees arguments and output after `forward`; what it returns replaces the output. */
export type ForwardHook<M> = (module: M, args: readonly unknown[], output: ForwardResult<M>) => unknown;

export type StateDictPreHook = (module: Module, prefix: string, keep_vars: boolean) => void;
export type StateDictHook = (
  module: Module,
  state_dict: StateDict,
  prefix: string,
  local_metadata: Record<string, unknown>,
) => StateDict | null | undefined | void;
export type LoadStateDictPreHook = (
  module: Module,
  state_dict: StateDict,
  prefix: string,
  local_metadata: Record<string, unknown>,
  strict: boolean,
  missing_keys: string[],
  unexpected_keys: string[],
  error_msgs: string[],
) => void;
export type LoadStateDictPostHook = (module: Module, incompatible_keys: IncompatibleKeys) => void;
type WithoutModule<F> = F extends (module: Module, ...rest: infer R) => infer O ? (...rest: R) => O : never;
interface StateHooks {
  readonly beforeSave: Hooks<StateDictPreHook>;
  readonly afterSave: Hooks<StateDictHook>;
  readonly beforeLoad: Hooks<LoadStateDictPreHook>;
  readonly afterLoad: Hooks<LoadStateDictPostHook>;
}

/** Returns a function whose prototype is the class's: own `name` and `length` are removed, so that every own property is a user's. */
class Callable {
  constructor() {
    const self = (...args: unknown[]): unknown => (self as unknown as Module)._call_impl(args);
    Reflect.deleteProperty(self, 'name');
    Reflect.deleteProperty(self, 'length');
    Object.setPrototypeOf(self, new.target.prototype);
    return self as unknown as this;
  }
}

interface Registered {
  /** Buffer names, and whether each is saved. */
  readonly buffers: Map<string, boolean>;
  /** Names given to add_module, in order: integer-like property names would otherwise come out sorted. */
  readonly modules: Set<string>;
}

export interface Module {
  /** Runs the hooks and `forward`. */
  (...args: ForwardArguments<this>): ForwardResult<this>;
  /** How `torch.ao.quantization` quantizes this module and those below; null: not at all. */
  qconfig?: QConfig | null;
}

/**
 * Base class of all networks and layers. Subclass it, keep layers and parameters as properties, write `forward`:
 * `class Net extends nn.Module { fc = new nn.Linear(4, 2); forward(x: Tensor) { return this.fc(x).relu(); } }`
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: a class cannot declare its own call signature
export class Module extends Callable {
  /** Whether the module is in training mode; `train()` and `eval()` set it. Dropout and batch norm look at it. */
  training = true;
  readonly #registered: Registered = { buffers: new Map(), modules: new Set() };
  // Held as hooks of any module, so that a Linear is a Module to the compiler; a hook is only called with its own module.
  readonly #preHooks = new Hooks<ForwardPreHook<Module>>();
  readonly #hooks = new Hooks<ForwardHook<Module>>();
  readonly #backwardPreHooks = new Hooks<BackwardPreHook<Module>>();
  readonly #backwardHooks = new Hooks<BackwardHook<Module>>();
  readonly #stateHooks: StateHooks = {
    beforeSave: new Hooks(),
    afterSave: new Hooks(),
    beforeLoad: new Hooks(),
    afterLoad: new Hooks(),
  };

  /** @internal */
  _call_impl(given: readonly unknown[]): unknown {
    const { forward } = this as { readonly forward?: unknown };
    if (typeof forward !== 'function')
      throw new NotImplementedError(`Module [${this._get_name()}] is missing the required "forward" function`);
    let args = given;
    if (this.#preHooks.size > 0) {
      for (const hook of this.#preHooks.all()) {
        const answer = hook(this, args);
        if (answer !== undefined && answer !== null) args = Array.isArray(answer) ? answer : [answer];
      }
    }
    if (this.#backwardHooks.size === 0 && this.#backwardPreHooks.size === 0) return this.#forward(forward, args);
    return withBackwardHooks(this, this.#backwardPreHooks.all(), this.#backwardHooks.all(), args, (values) =>
      this.#forward(forward, values),
    );
  }
  // biome-ignore lint/complexity/noBannedTypes: a user's forward takes anything
  #forward(forward: Function, args: readonly unknown[]): unknown {
    let result: unknown = Reflect.apply(forward, this, args);
    if (this.#hooks.size === 0) return result;
    for (const hook of this.#hooks.all()) {
      const answer = hook(this, args, result);
      if (answer !== undefined && answer !== null) result = answer;
    }
    return result;
  }

  /** @internal own property names in definition order, integer-like names of add_module in theirs */
  _own_names(): string[] {
    // a parametrized tensor is an accessor, which is not enumerable: it belongs to its parametrization
    const names = Object.keys(this);
    const added = this.#registered.modules;
    if (added.size === 0 || !isDigit(names[0])) return names;
    return [...names.filter((n) => !added.has(n)), ...[...added].filter((n) => Object.hasOwn(this, n))];
  }
  /** @internal parameters of this module alone */
  *_own_parameters(): IterableIterator<[string, Parameter]> {
    for (const name of this._own_names()) {
      const value: unknown = Reflect.get(this, name);
      if (value instanceof Parameter) yield [name, value];
    }
  }
  /** @internal buffers of this module alone */
  *_own_buffers(persistentOnly = false): IterableIterator<[string, Tensor]> {
    const { buffers } = this.#registered;
    for (const name of this._own_names()) {
      const value: unknown = Reflect.get(this, name);
      if (!(value instanceof Tensor) || value instanceof Parameter) continue;
      const persistent = buffers.get(name) ?? (value instanceof Buffer ? value.persistent : null);
      if (persistent === null || (persistentOnly && !persistent)) continue;
      yield [name, value];
    }
  }
  /** @internal submodules of this module alone */
  *_own_modules(): IterableIterator<[string, Module]> {
    for (const name of this._own_names()) {
      const value: unknown = Reflect.get(this, name);
      if (value instanceof Module) yield [name, value];
    }
  }

  #checkName(kind: string, name: string): void {
    if (typeof name !== 'string') throw new TypeError(`${kind} name should be a string. Got ${typeof name}`);
    if (name === '') throw new KeyError(`${kind} name can't be empty string ""`);
    if (name.includes('.'))
      throw new KeyError(`${kind} name can't contain "."${kind === 'module' ? `, got: ${name}` : ''}`);
    if (name in this && !(Object.hasOwn(this, name) && this.#mayReplace(kind, name)))
      throw new KeyError(`attribute '${name}' already exists`);
  }
  /** A name may be registered again as what it is. */
  #mayReplace(kind: string, name: string): boolean {
    const value: unknown = Reflect.get(this, name);
    if (value === undefined || value === null) return true;
    if (kind === 'module') return value instanceof Module;
    if (kind === 'parameter') return value instanceof Parameter;
    return this.#registered.buffers.has(name) || (value instanceof Tensor && !(value instanceof Parameter));
  }
  #define(name: string, value: unknown): void {
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
  }
  /** Adds a parameter under a name; null declares one that is not there. */
  register_parameter(name: string, param: Parameter | null): void {
    this.#checkName('parameter', name);
    if (param !== null && !(param instanceof Parameter))
      throw new TypeError(
        `cannot assign '${typename(param)}' object to parameter '${name}' (torch.nn.Parameter or None required)`,
      );
    if (param?.grad_fn)
      throw new RuntimeError(
        `Cannot assign non-leaf Tensor to parameter '${name}'. Model parameters must be created explicitly. To express '${name}' as a function of another Tensor, compute the value in the forward() method.`,
      );
    this.#define(name, param);
  }
  /** Adds a tensor that is kept with the module but not trained; `persistent: false` keeps it out of `state_dict()`. */
  register_buffer(name: string, tensor: Tensor | null, persistent: boolean | { persistent?: boolean } = true): void {
    this.#checkName('buffer', name);
    if (tensor !== null && !(tensor instanceof Tensor))
      throw new TypeError(
        `cannot assign '${typename(tensor)}' object to buffer '${name}' (torch Tensor or None required)`,
      );
    this.#registered.buffers.set(name, typeof persistent === 'boolean' ? persistent : (persistent.persistent ?? true));
    this.#define(name, tensor);
  }
  /** Adds a submodule under a name, as assigning it to a property does. */
  add_module(name: string, module: Module | null): void {
    if (module !== null && !(module instanceof Module))
      throw new TypeError(`${typename(module)} is not a Module subclass`);
    this.#checkName('module', name);
    this.#registered.modules.add(name);
    this.#define(name, module);
  }
  /** As add_module. */
  register_module(name: string, module: Module | null): void {
    this.add_module(name, module);
  }
  /** @internal forgets a name that add_module gave */
  _remove_module(name: string): void {
    this.#registered.modules.delete(name);
    Reflect.deleteProperty(this, name);
  }

  /** Every module of the tree with its dotted name, this one first, each once. */
  named_modules(options: { prefix?: string; remove_duplicate?: boolean } = {}): IterableIterator<[string, Module]> {
    return walkModules(this, options.prefix ?? '', options.remove_duplicate ?? true, new Set());
  }
  /** Every module of the tree, this one first, each once. */
  *modules(): IterableIterator<Module> {
    for (const [, module] of this.named_modules()) yield module;
  }
  /** The direct submodules with their names, each once. */
  *named_children(): IterableIterator<[string, Module]> {
    const seen = new Set<Module>();
    for (const [name, module] of this._own_modules()) {
      if (seen.has(module)) continue;
      seen.add(module);
      yield [name, module];
    }
  }
  /** The direct submodules, each once. */
  *children(): IterableIterator<Module> {
    for (const [, module] of this.named_children()) yield module;
  }
  /** Parameters with their dotted names, in definition order, each once (unless `remove_duplicate: false`). */
  named_parameters(prefix: string | WalkOptions = '', recurse = true): IterableIterator<[string, Parameter]> {
    return walkMembers(this, (m) => m._own_parameters(), walkOptions(prefix, recurse));
  }
  /** Parameters in definition order, each once; `recurse: false` leaves out submodules'. */
  *parameters(recurse: boolean | { recurse?: boolean } = true): IterableIterator<Parameter> {
    const deep = typeof recurse === 'boolean' ? recurse : (recurse.recurse ?? true);
    for (const [, parameter] of this.named_parameters('', deep)) yield parameter;
  }
  /** Buffers with their dotted names, each once. */
  named_buffers(prefix: string | WalkOptions = '', recurse = true): IterableIterator<[string, Tensor]> {
    return walkMembers(this, (m) => m._own_buffers(), walkOptions(prefix, recurse));
  }
  /** Buffers, each once. */
  *buffers(recurse: boolean | { recurse?: boolean } = true): IterableIterator<Tensor> {
    const deep = typeof recurse === 'boolean' ? recurse : (recurse.recurse ?? true);
    for (const [, buffer] of this.named_buffers('', deep)) yield buffer;
  }
  /** The submodule at a dotted path; '' is this module. */
  get_submodule(target: string): Module {
    let module: Module = this;
    for (const part of target === '' ? [] : target.split('.')) {
      const next: unknown = Object.hasOwn(module, part) ? Reflect.get(module, part) : undefined;
      if (next === undefined) throw new AttributeError(`${module._get_name()} has no attribute \`${part}\``);
      if (!(next instanceof Module)) throw new AttributeError(`\`${part}\` is not an nn.Module`);
      module = next;
    }
    return module;
  }
  /** The parameter at a dotted path. */
  get_parameter(target: string): Parameter {
    const value = this.#member(target);
    if (!(value instanceof Parameter))
      throw new AttributeError(`\`${target.split('.').at(-1)}\` is not an nn.Parameter`);
    return value;
  }
  /** The buffer at a dotted path. */
  get_buffer(target: string): Tensor {
    const value = this.#member(target);
    const dot = target.lastIndexOf('.');
    const owner = this.get_submodule(dot < 0 ? '' : target.slice(0, dot));
    for (const [name, buffer] of owner._own_buffers())
      if (name === target.slice(dot + 1) && buffer === value) return buffer;
    throw new AttributeError(`\`${target.slice(dot + 1)}\` is not a buffer`);
  }
  #member(target: string): unknown {
    const dot = target.lastIndexOf('.');
    const module = this.get_submodule(dot < 0 ? '' : target.slice(0, dot));
    const name = target.slice(dot + 1);
    if (!Object.hasOwn(module, name)) throw new AttributeError(`${module._get_name()} has no attribute \`${name}\``);
    return Reflect.get(module, name);
  }

  /**
   * Parameters and persistent buffers by dotted name: tensors that share the module's memory, so clone them to keep them.
   * `keep_vars: true` gives the parameters themselves instead of detached tensors.
   */
  state_dict(options: { destination?: StateDict; prefix?: string; keep_vars?: boolean } = {}): StateDict {
    const { destination = {}, prefix = '', keep_vars = false } = options;
    const hooks = this.#stateHooks;
    for (const hook of hooks.beforeSave.all()) hook(this, prefix, keep_vars);
    for (const [name, p] of this._own_parameters()) destination[prefix + name] = keep_vars ? p : p.detach();
    for (const [name, b] of this._own_buffers(true)) destination[prefix + name] = keep_vars ? b : b.detach();
    // What it is, the class says; a checkpoint may hold anything.
    if (this.get_extra_state) destination[`${prefix}_extra_state`] = this.get_extra_state() as Tensor;
    for (const [name, module] of this._own_modules())
      module.state_dict({ destination, prefix: `${prefix}${name}.`, keep_vars });
    let result = destination;
    for (const hook of hooks.afterSave.all()) result = hook(this, result, prefix, {}) ?? result;
    return result;
  }
  /** Calls `hook(module, prefix, keep_vars)` before the module's part of `state_dict()` is made. */
  register_state_dict_pre_hook(hook: StateDictPreHook): RemovableHandle {
    return this.#stateHooks.beforeSave.add(hook);
  }
  /** Calls `hook(module, state_dict, prefix, local_metadata)` after it; what it returns replaces the state dict. */
  register_state_dict_post_hook(hook: StateDictHook): RemovableHandle {
    return this.#stateHooks.afterSave.add(hook);
  }
  /** The older name of register_state_dict_post_hook. */
  _register_state_dict_hook(hook: StateDictHook): RemovableHandle {
    return this.register_state_dict_post_hook(hook);
  }
  /**
   * Calls `hook(module, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)` before the
   * module's own entries are read; it may change the state dict and the three lists.
   */
  register_load_state_dict_pre_hook(hook: LoadStateDictPreHook): RemovableHandle {
    return this.#stateHooks.beforeLoad.add(hook);
  }
  /** As register_load_state_dict_pre_hook, whose hook is not given the module unless `with_module` says so. */
  _register_load_state_dict_pre_hook(
    hook: LoadStateDictPreHook | WithoutModule<LoadStateDictPreHook>,
    with_module = false,
  ): RemovableHandle {
    const given = hook as (...args: unknown[]) => void;
    return this.register_load_state_dict_pre_hook((module, ...rest) =>
      with_module ? given(module, ...rest) : given(...rest),
    );
  }
  /** Calls `hook(module, incompatible_keys)` once the module has been loaded; it may change the lists of keys. */
  register_load_state_dict_post_hook(hook: LoadStateDictPostHook): RemovableHandle {
    return this.#stateHooks.afterLoad.add(hook);
  }
  /** @internal */
  get _state_hooks(): StateHooks {
    return this.#stateHooks;
  }
  /** Written by a class that has more to save than tensors: kept under `_extra_state`. */
  get_extra_state?(): unknown;
  /** Written by a class with `get_extra_state`: takes what that returned. */
  set_extra_state?(state: unknown): void;
  /**
   * Copies values into parameters and buffers by name. With `strict` (the default) missing and unexpected names throw; wrong
   * shapes always do. `assign: true` takes the given tensors themselves.
   */
  load_state_dict(
    state_dict: Readonly<StateDict>,
    strict: boolean | { strict?: boolean; assign?: boolean } = true,
    options: { assign?: boolean } = {},
  ): IncompatibleKeys {
    const named = typeof strict === 'boolean' ? { strict, ...options } : strict;
    return loadStateDict(this, state_dict, named.strict ?? true, named.assign ?? false);
  }

  /** Training mode (or not, with false) for this module and all below. */
  train(mode: boolean | { mode?: boolean } = true): this {
    const on: unknown = isKeywords(mode) ? (mode.mode ?? true) : mode;
    if (typeof on !== 'boolean') throw new ValueError('training mode is expected to be boolean');
    this.training = on;
    for (const [, module] of this._own_modules()) module.train(on);
    return this;
  }
  /** Evaluation mode: `train(false)`. */
  eval(): this {
    return this.train(false);
  }
  /** Calls the function on every submodule, then on this one. */
  apply(fn: (module: Module) => unknown): this {
    for (const [, module] of this._own_modules()) module.apply(fn);
    fn(this);
    return this;
  }
  /** Whether autograd records operations on the parameters. */
  requires_grad_(requires_grad: boolean | { requires_grad?: boolean } = true): this {
    const on = typeof requires_grad === 'boolean' ? requires_grad : (requires_grad.requires_grad ?? true);
    for (const p of this.parameters()) p.requires_grad = on;
    return this;
  }
  /** Forgets the gradients of all parameters; `set_to_none: false` fills them with zeros instead. */
  zero_grad(set_to_none: boolean | { set_to_none?: boolean } = true): void {
    const forget = typeof set_to_none === 'boolean' ? set_to_none : (set_to_none.set_to_none ?? true);
    for (const p of this.parameters()) clearGrad(p, forget);
  }

  /** @internal replaces the memory of parameters, gradients and buffers by what the function makes of it */
  _apply(fn: (t: Tensor) => Tensor): this {
    for (const [, module] of this._own_modules()) module._apply(fn);
    no_grad(() => {
      for (const [, p] of this._own_parameters()) {
        const { grad } = p;
        const moved = fn(p.data);
        p.grad = null;
        p.data = moved;
        if (grad) p.grad = fn(grad.data);
      }
      for (const [name, b] of [...this._own_buffers()]) {
        const moved = fn(b);
        if (moved === b) continue;
        if (b instanceof Buffer) b.data = moved;
        else this.#define(name, moved);
      }
    });
    return this;
  }
  /** Moves parameters and buffers to a device, floating-point ones to a dtype; changes this module and returns it. */
  to(
    ...target: readonly (DType | string | Tensor | { dtype?: DType; device?: string; non_blocking?: boolean })[]
  ): this {
    let dtype: DType | null = null;
    let device: string | null = null;
    for (const t of target) {
      if (t instanceof DType) dtype = t;
      else if (typeof t === 'string') device = t;
      else if (t instanceof Tensor) [dtype, device] = [t.dtype, t.device];
      else if (isKeywords(t))
        [dtype, device] = [(t as { dtype?: DType }).dtype ?? dtype, (t as { device?: string }).device ?? device];
    }
    if (dtype && !dtype.is_floating_point)
      throw new TypeError(`nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=${dtype}`);
    return this._apply((t) => {
      const there = device === null ? t : t.to(device);
      return dtype === null || !there.dtype.is_floating_point ? there : there.to(dtype);
    });
  }
  /** Casts floating-point parameters and buffers to float32. */
  float(): this {
    return this.to(dtypes.float32);
  }
  /** Casts floating-point parameters and buffers to float64. */
  double(): this {
    return this.to(dtypes.float64);
  }
  /** Casts floating-point parameters and buffers to float16. */
  half(): this {
    return this.to(dtypes.float16);
  }
  /** Casts floating-point parameters and buffers to bfloat16. */
  bfloat16(): this {
    return this.to(dtypes.bfloat16);
  }
  /** Casts all parameters and buffers to a dtype. */
  type(dst_type: DType): this {
    return this._apply((t) => t.to(dst_type));
  }
  /** Moves to a device without copying values: all memory is new and still to be initialised. */
  to_empty(device: string | { device: string }): this {
    const target = deviceOf(typeof device === 'string' ? device : device.device);
    return this._apply((t) => emptyOn(t, target));
  }
  /** Accepted: memory is never shared between processes here. */
  share_memory(): this {
    return this;
  }
  /** Moves to the CPU. */
  cpu(): this {
    return this.to('cpu');
  }
  /** Moves to the GPU. */
  cuda(device: number | string = 'cuda'): this {
    return this.to(typeof device === 'number' ? `cuda:${device}` : device);
  }

  /** Calls `hook(module, args)` before every forward; what it returns replaces the arguments. */
  register_forward_pre_hook(hook: ForwardPreHook<this>, options: { prepend?: boolean } = {}): RemovableHandle {
    return this.#preHooks.add(hook as ForwardPreHook<Module>, options.prepend);
  }
  /** Calls `hook(module, args, output)` after every forward; what it returns replaces the output. */
  register_forward_hook(hook: ForwardHook<this>, options: { prepend?: boolean } = {}): RemovableHandle {
    return this.#hooks.add(hook as ForwardHook<Module>, options.prepend);
  }
  /** Calls `hook(module, grad_input, grad_output)` in backward; what it returns replaces `grad_input`. */
  register_full_backward_hook(hook: BackwardHook<this>, options: { prepend?: boolean } = {}): RemovableHandle {
    return this.#backwardHooks.add(hook as BackwardHook<Module>, options.prepend);
  }
  /** The older name of register_full_backward_hook. */
  register_backward_hook(hook: BackwardHook<this>): RemovableHandle {
    return this.register_full_backward_hook(hook);
  }
  /** Calls `hook(module, grad_output)` before the module's backward; what it returns replaces `grad_output`. */
  register_full_backward_pre_hook(hook: BackwardPreHook<this>, options: { prepend?: boolean } = {}): RemovableHandle {
    return this.#backwardPreHooks.add(hook as BackwardPreHook<Module>, options.prepend);
  }

  /** @internal */
  get _forward_hooks(): { readonly pre: Hooks<ForwardPreHook<Module>>; readonly post: Hooks<ForwardHook<Module>> } {
    return { pre: this.#preHooks, post: this.#hooks };
  }
  /** @internal a module of the same class without properties, which knows the same buffer and module names */
  _copy_shell(): this {
    // By the prototype: a parametrized module's class cannot be constructed.
    const shell: this = Object.setPrototypeOf(new Module(), Object.getPrototypeOf(this));
    for (const [name, persistent] of this.#registered.buffers) shell.#registered.buffers.set(name, persistent);
    for (const name of this.#registered.modules) shell.#registered.modules.add(name);
    this.#preHooks.copyTo(shell.#preHooks);
    this.#hooks.copyTo(shell.#hooks);
    this.#backwardPreHooks.copyTo(shell.#backwardPreHooks);
    this.#backwardHooks.copyTo(shell.#backwardHooks);
    const [mine, its] = [this.#stateHooks, shell.#stateHooks];
    mine.beforeSave.copyTo(its.beforeSave);
    mine.afterSave.copyTo(its.afterSave);
    mine.beforeLoad.copyTo(its.beforeLoad);
    mine.afterLoad.copyTo(its.afterLoad);
    return shell;
  }

  /** @internal fills in what checkpoints from before some entry existed lack */
  _upgrade_state(_state: StateDict, _prefix: string): void {}

  /** @internal the class's name, as printed */
  _get_name(): string {
    return this.constructor.name;
  }
  /** What stands between the parentheses when the module is printed; override it. */
  extra_repr(): string {
    return '';
  }
  /** @internal submodules as they are printed, null ones too */
  _child_lines(): string[] {
    return this._own_names().flatMap((name) => {
      const value: unknown = Reflect.get(this, name);
      if (value === null && this.#registered.modules.has(name)) return [`(${name}): None`];
      return value instanceof Module ? [`(${name}): ${indented(value.toString())}`] : [];
    });
  }
  /** The module and all below, as PyTorch prints them. */
  override toString(): string {
    const extra = this.extra_repr();
    const extras = extra === '' ? [] : extra.split('\n');
    const children = this._child_lines();
    const lines = [...extras, ...children];
    const name = this._get_name();
    if (lines.length === 0) return `${name}()`;
    if (extras.length === 1 && children.length === 0) return `${name}(${extras[0]})`;
    return `${name}(\n  ${lines.join('\n  ')}\n)`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
  get [Symbol.toStringTag](): string {
    return 'Module';
  }
}

const isDigit = (name = ''): boolean => name >= '0' && name < ':';
const emptyOn = (t: Tensor, device: Device): Tensor => empty(t.shape, t.dtype, device);

/** Python's errors for a name that is not there. */
export class AttributeError extends Error {
  override name = 'AttributeError';
}
export class KeyError extends Error {
  override name = 'KeyError';
}

export const indented = (text: string): string => text.split('\n').join('\n  ');

/** @internal */
export function clearGrad(p: Tensor, forget: boolean): void {
  const { grad } = p;
  if (!grad) return;
  if (forget) p.grad = null;
  else if (grad.grad_fn || grad.requires_grad) p.grad = grad.detach().mul(0);
  else grad.zero_();
}

export interface WalkOptions {
  prefix?: string;
  recurse?: boolean;
  remove_duplicate?: boolean;
}
const walkOptions = (prefix: string | WalkOptions, recurse: boolean): Required<WalkOptions> =>
  typeof prefix === 'string'
    ? { prefix, recurse, remove_duplicate: true }
    : {
        prefix: prefix.prefix ?? '',
        recurse: prefix.recurse ?? recurse,
        remove_duplicate: prefix.remove_duplicate ?? true,
      };

function* walkModules(
  module: Module,
  prefix: string,
  once: boolean,
  seen: Set<Module>,
): IterableIterator<[string, Module]> {
  if (seen.has(module)) return;
  if (once) seen.add(module);
  yield [prefix, module];
  for (const [name, child] of module._own_modules())
    yield* walkModules(child, prefix === '' ? name : `${prefix}.${name}`, once, seen);
}

function* walkMembers<T extends Tensor>(
  root: Module,
  own: (m: Module) => Iterable<[string, T]>,
  options: Required<WalkOptions>,
): IterableIterator<[string, T]> {
  const seen = new Set<T>();
  const modules: Iterable<[string, Module]> = options.recurse ? root.named_modules(options) : [[options.prefix, root]];
  for (const [prefix, module] of modules) {
    for (const [name, value] of own(module)) {
      if (seen.has(value)) continue;
      if (options.remove_duplicate) seen.add(value);
      yield [prefix === '' ? name : `${prefix}.${name}`, value];
    }
  }
}
