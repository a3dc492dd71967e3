// prepare, convert and what stands between: observers are put behind layers, calibrated or trained by running the model,
// and then every layer is exchanged for its quantized form.
import { AssertionError, ValueError } from '../device/device.ts';
import { type DType, qint8 } from '../dtype.ts';
import { bindArguments } from '../nn/arguments.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { Sequential } from '../nn/layers/containers.ts';
import { Dropout } from '../nn/layers/dropout.ts';
import { Linear } from '../nn/layers/linear.ts';
import { GRU, LSTM } from '../nn/layers/recurrent.ts';
import { AttributeError, type ForwardHook, type ForwardPreHook, Module } from '../nn/module.ts';
import type { Tensor } from '../tensor.ts';
import { warn } from '../warnings.ts';
import { FakeQuantizeBase } from './fake-quantize.ts';
import { type InPlace, isInPlace } from './fuse.ts';
import {
  type FloatClass,
  get_default_dynamic_quant_module_mappings,
  get_default_qat_module_mappings,
  get_default_qconfig_propagation_list,
  get_default_static_quant_module_mappings,
  type Mapping,
  specialOutputOf,
} from './mappings.ts';
import { FloatFunctional, QFunctional } from './modules/functional.ts';
import { isFused } from './modules/intrinsic.ts';
import { attribute } from './modules/weight.ts';
import { ObserverBase } from './observer.ts';
import { makeOne } from './partial.ts';
import { default_dynamic_qconfig, QConfig } from './qconfig.ts';
import { DeQuantStub, QuantWrapper } from './stubs.ts';

const classOf = (m: Module): FloatClass => m.constructor as FloatClass; // a module's constructor is its class
const hasChildren = (m: Module): boolean => !m.children().next().done;
const processOf = (m: Module): Module & { forward(x: Tensor): Tensor } => {
  const found = attribute(m, 'activation_post_process');
  if (found instanceof Module) return found as Module & { forward(x: Tensor): Tensor };
  throw new AttributeError(`'${m._get_name()}' object has no attribute 'activation_post_process'`);
};
const isActivationPostProcess = (m: unknown): boolean => m instanceof ObserverBase || m instanceof FakeQuantizeBase;

/** QConfigs by class or by dotted name. */
export type QConfigs = ReadonlyMap<FloatClass | string, QConfig | null>;

function propagate(module: Module, configs: QConfigs, parent: QConfig | null | undefined, prefix: string): void {
  const byClass = configs.has(classOf(module)) ? configs.get(classOf(module)) : parent;
  const byName = configs.has(prefix) ? configs.get(prefix) : byClass;
  const own = module.qconfig === undefined ? byName : module.qconfig;
  if (own !== undefined && own !== null && !(own instanceof QConfig))
    throw new AssertionError('qconfig must be a torch.ao.quantization.QConfig');
  module.qconfig = own ?? null;
  for (const [name, child] of module.named_children())
    propagate(child, configs, own, prefix === '' ? name : `${prefix}.${name}`);
}
/** Gives every module below the QConfig of its parent, unless it has its own or `qconfig_dict` names its class or name. */
export function propagate_qconfig_(module: Module, qconfig_dict: QConfigs = new Map()): void {
  propagate(module, qconfig_dict, undefined, '');
}

// Hooks are told apart by identity: convert takes these away, and keeps the user's.
const observeOutput: ForwardHook<Module> = (module, _, output) => processOf(module)(output as Tensor);
const observeInput: ForwardPreHook<Module> = (module, args) => processOf(module)(args[0] as Tensor);

/** An observer that only knows the last input stands before its layer, as dynamic quantization will. */
function isMemoryless(observer: Module): boolean {
  const inner = observer instanceof FakeQuantizeBase ? attribute(observer, 'activation_post_process') : observer;
  return inner instanceof Module && attribute(inner, 'averaging_constant') === 1;
}
function observe(m: Module, propagated: ReadonlySet<FloatClass>, nonLeaf: ReadonlySet<unknown>): void {
  const insert = (module: Module): void => {
    const { qconfig } = module;
    if (!qconfig || module instanceof DeQuantStub) return;
    const made = makeOne(specialOutputOf(module) ?? qconfig.activation);
    module.add_module('activation_post_process', made);
    if (isMemoryless(makeOne(qconfig.activation))) module._forward_hooks.pre.add(observeInput, true);
    else module._forward_hooks.post.add(observeOutput, true);
  };
  for (const [, child] of [...m.named_children()]) {
    if (classOf(child) === Dropout) continue;
    if (child instanceof FloatFunctional || child instanceof QFunctional) {
      if (child.qconfig) child.activation_post_process = makeOne(child.qconfig.activation);
    } else if (isFused(child) || specialOutputOf(child) || nonLeaf.has(classOf(child))) insert(child);
    else observe(child, propagated, nonLeaf);
  }
  if (!hasChildren(m) && !(m instanceof Sequential) && propagated.has(classOf(m))) insert(m);
}

function prepared(model: Module, allowed: ReadonlySet<FloatClass> | null, nonLeaf: ReadonlySet<unknown>): void {
  propagate_qconfig_(model);
  if (![...model.modules()].some((m) => m.qconfig))
    warn(
      'None of the submodule got qconfig applied. Make sure you passed correct configuration through `qconfig_dict` or by assigning the `.qconfig` attribute directly on submodules',
    );
  observe(model, allowed ?? get_default_qconfig_propagation_list(), nonLeaf);
}
export interface PrepareOptions extends InPlace {
  /** The classes whose outputs are observed, instead of all that can be quantized. */
  allow_list?: ReadonlySet<FloatClass> | null;
}
/** A copy of the model with an observer behind every layer that can be quantized: run it on some data, then `convert` it. */
export function prepare<M extends Module>(model: M, inplace?: boolean | PrepareOptions): M;
export function prepare(model: Module, inplace: boolean | PrepareOptions = false): Module {
  const target = isInPlace(inplace) ? model : deepcopy(model);
  prepared(target, typeof inplace === 'boolean' ? null : (inplace.allow_list ?? null), new Set());
  return target;
}
export interface PrepareQatOptions extends InPlace {
  mapping?: Mapping | null;
}
/** A copy of the model, in training mode, whose layers round weights and outputs as they will be when quantized. */
export function prepare_qat<M extends Module>(
  model: M,
  mapping?: Mapping | null | PrepareQatOptions,
  inplace?: boolean,
): M;
export function prepare_qat(model: Module, ...args: unknown[]): Module {
  const o = bindArguments('prepare_qat', args, { mapping: null as Mapping | null, inplace: false });
  if (!model.training) throw new AssertionError('prepare_qat only works on models in training mode');
  const mapping = o.mapping ?? get_default_qat_module_mappings();
  const target = o.inplace ? model : deepcopy(model);
  propagate_qconfig_(target);
  swapChildren(target, mapping);
  prepared(target, null, new Set(mapping.values()));
  return target;
}

function swap(mod: Module, mapping: Mapping): Module {
  const to = mod.qconfig ? mapping.get(classOf(mod)) : undefined;
  if (!to) return mod;
  const made = to.from_float(mod);
  for (const hook of mod._forward_hooks.pre.all()) made._forward_hooks.pre.add(hook);
  for (const hook of mod._forward_hooks.post.all()) if (hook !== observeOutput) made._forward_hooks.post.add(hook);
  return made;
}
function swapChildren(module: Module, mapping: Mapping): void {
  const children = [...module._own_modules()];
  const once = new Map<Module, Module>();
  for (const [, child] of children) {
    if (once.has(child)) continue;
    if (!isFused(child)) swapChildren(child, mapping);
    once.set(child, swap(child, mapping));
  }
  for (const [name, child] of children) Reflect.set(module, name, once.get(child));
}
function cleaned(module: Module): void {
  for (const child of module.children()) cleaned(child);
  Reflect.deleteProperty(module, 'qconfig');
  if (isActivationPostProcess(attribute(module, 'activation_post_process')))
    module._remove_module('activation_post_process');
  module._forward_hooks.pre.discard(observeInput);
  module._forward_hooks.post.discard(observeOutput);
}
export interface ConvertOptions extends PrepareQatOptions {
  remove_qconfig?: boolean;
}
/** A copy of a prepared model with its layers quantized; the model itself keeps its class, its children are exchanged. */
export function convert<M extends Module>(
  module: M,
  mapping?: Mapping | null | ConvertOptions,
  inplace?: boolean,
  remove_qconfig?: boolean,
): M;
export function convert(module: Module, ...args: unknown[]): Module {
  const o = bindArguments('convert', args, { mapping: null as Mapping | null, inplace: false, remove_qconfig: true });
  const target = o.inplace ? module : deepcopy(module);
  swapChildren(target, o.mapping ?? get_default_static_quant_module_mappings());
  if (o.remove_qconfig) cleaned(target);
  return target;
}
/** The quantized form of one module, or itself where the mapping knows none. */
export const swap_module = (mod: Module, mapping: Mapping): Module => swap(mod, mapping);

type Run<M> = (model: M, ...args: never[]) => unknown;
const called = <M>(run: Run<M>, model: M, args: readonly unknown[]): void =>
  void Reflect.apply(run, null, [model, ...args]);

/** prepare, calibrate by `run_fn(model, ...run_args)`, convert: of a copy in evaluation mode. */
export function quantize<M extends Module>(
  model: M,
  run_fn: Run<M>,
  run_args: readonly unknown[] = [],
  options: ConvertOptions = {},
): M {
  const target = options.inplace ? model : deepcopy(model);
  target.eval();
  prepare(target, true);
  called(run_fn, target, run_args);
  return convert(target, { mapping: options.mapping ?? null, inplace: true });
}
/** prepare_qat, train by `run_fn(model, ...run_args)`, convert: of a copy in training mode. */
export function quantize_qat<M extends Module>(
  model: M,
  run_fn: Run<M>,
  run_args: readonly unknown[] = [],
  inplace: boolean | InPlace = false,
): M {
  const target = isInPlace(inplace) ? model : deepcopy(model);
  target.train();
  prepare_qat(target, { inplace: true });
  called(run_fn, target, run_args);
  return convert(target, { inplace: true });
}

/** Classes (and names) to quantize, or a QConfig for each of them. */
export type DynamicSpec =
  | ReadonlySet<FloatClass | string>
  | QConfigs
  | Readonly<Record<string, QConfig | null>>
  | readonly (FloatClass | string)[];
export interface DynamicOptions extends PrepareQatOptions {
  qconfig_spec?: DynamicSpec | null;
  dtype?: DType;
}
function dynamicConfigs(spec: DynamicSpec | null): QConfigs {
  if (spec instanceof Map) return spec;
  const all = (names: Iterable<FloatClass | string>): QConfigs =>
    new Map([...names].map((n) => [n, default_dynamic_qconfig]));
  if (spec === null) return all([Linear, LSTM, GRU]);
  if (spec instanceof Set || Array.isArray(spec)) return all(spec);
  return new Map(Object.entries(spec as Readonly<Record<string, QConfig | null>>)); // the one form left
}
/**
 * A copy of the model, in evaluation mode, whose Linear, LSTM and GRU layers have qint8 weights and quantize their inputs as
 * they come: no calibration. `qconfig_spec` is a set of classes and dotted names, or a map from them to QConfigs.
 */
export function quantize_dynamic<M extends Module>(
  model: M,
  qconfig_spec?: DynamicSpec | null,
  dtype?: DType | DynamicOptions,
  mapping?: Mapping | null,
  inplace?: boolean,
): M;
export function quantize_dynamic<M extends Module>(model: M, options?: DynamicOptions): M;
export function quantize_dynamic(model: Module, ...args: unknown[]): Module {
  const o = bindArguments('quantize_dynamic', namesApart(args), {
    qconfig_spec: null as DynamicSpec | null,
    dtype: qint8 as DType,
    mapping: null as Mapping | null,
    inplace: false,
  });
  if (o.dtype !== qint8)
    throw new ValueError(
      `Don't know how to quantize with default settings for ${o.dtype}. Provide full qconfig please (torch.qint8 is offered)`,
    );
  const target = o.inplace ? model : deepcopy(model);
  target.eval();
  propagate_qconfig_(target, dynamicConfigs(o.qconfig_spec));
  return convert(target, { mapping: o.mapping ?? get_default_dynamic_quant_module_mappings(), inplace: true });
}
const optionNames = new Set(['qconfig_spec', 'dtype', 'mapping', 'inplace']);
/** A plain object of QConfigs by name is the specification, one of options names arguments. */
function namesApart(args: readonly unknown[]): readonly unknown[] {
  const [spec, ...rest] = args;
  const plain = typeof spec === 'object' && spec !== null && Object.getPrototypeOf(spec) === Object.prototype;
  if (!plain || Object.keys(spec).some((k) => optionNames.has(k))) return args;
  return [new Map(Object.entries(spec)), ...rest];
}

/** Wraps every leaf that has a QConfig into a QuantWrapper. */
export function add_quant_dequant(module: Module): Module {
  if (!hasChildren(module) && module.qconfig) return new QuantWrapper(module);
  for (const [name, child] of [...module.named_children()]) Reflect.set(module, name, add_quant_dequant(child));
  return module;
}
/** Observers by their dotted names, into `target_dict`. */
export function get_observer_dict(mod: Module, target_dict: Record<string, Module>, prefix = ''): void {
  const start = prefix === '' ? '' : `${prefix}.`;
  const found = attribute(mod, 'activation_post_process');
  if (found instanceof Module) target_dict[`${start}activation_post_process`] = found;
  for (const [name, child] of mod.named_children()) get_observer_dict(child, target_dict, `${start}${name}`);
}
