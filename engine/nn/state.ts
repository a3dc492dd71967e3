import { no_grad } from '../autograd/modes.ts';
import { RuntimeError } from '../device/device.ts';
import { sameShape, Tensor } from '../tensor.ts';
import type { Module, StateDict } from './module.ts';
import { Parameter, UninitializedBuffer, UninitializedParameter } from './parameter.ts';

/** What `load_state_dict` found out of place. */
export interface IncompatibleKeys {
  readonly missing_keys: string[];
  readonly unexpected_keys: string[];
  toString(): string;
}

interface Found {
  readonly missing: string[];
  readonly unexpected: string[];
  readonly errors: string[];
}
const size = (shape: readonly number[]): string => `torch.Size([${shape.join(', ')}])`;
const listed = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ');

function loadInto(
  module: Module,
  state: StateDict,
  prefix: string,
  strict: boolean,
  assign: boolean,
  found: Found,
): void {
  const hooks = module._state_hooks;
  for (const hook of hooks.beforeLoad.all())
    hook(module, state, prefix, {}, strict, found.missing, found.unexpected, found.errors);
  module._upgrade_state(state, prefix);
  const own = new Map<string, Tensor>([...module._own_parameters(), ...module._own_buffers(true)]);
  const children = new Map(module._own_modules());
  for (const [name, target] of own) {
    const key = prefix + name;
    let value: unknown = Object.hasOwn(state, key) ? state[key] : undefined;
    if (target instanceof UninitializedParameter || target instanceof UninitializedBuffer) {
      if (value instanceof Tensor) target.materialize(value.shape);
    } else if (value instanceof Tensor && target.shape.length === 0 && value.shape.join() === '1')
      value = value.select(0, 0); // as checkpoints from before there were scalars have it
    if (value === undefined) found.missing.push(key);
    else if (!(value instanceof Tensor))
      found.errors.push(
        `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received ${value === null ? 'null' : typeof value}`,
      );
    else if (!sameShape(value.shape, target.shape))
      found.errors.push(
        `size mismatch for ${key}: copying a param with shape ${size(value.shape)} from checkpoint, the shape in current model is ${size(target.shape)}.`,
      );
    else if (assign)
      Reflect.set(
        module,
        name,
        target instanceof Parameter && !(value instanceof Parameter)
          ? new Parameter(value, target.requires_grad)
          : value,
      );
    else {
      try {
        no_grad(() => target.copy_(value));
      } catch (cause) {
        found.errors.push(
          `While copying the parameter named "${key}", whose dimensions in the model are ${size(target.shape)} and whose dimensions in the checkpoint are ${size(value.shape)}, an exception occurred : ${String(cause)}.`,
        );
      }
    }
  }
  const extra = `${prefix}_extra_state`;
  if (module.set_extra_state) {
    if (Object.hasOwn(state, extra)) module.set_extra_state(state[extra]);
    else found.missing.push(extra);
  } else if (Object.hasOwn(state, extra)) found.unexpected.push(extra);
  for (const key of Object.keys(state)) {
    if (!key.startsWith(prefix) || key === extra) continue;
    const [first = '', ...rest] = key.slice(prefix.length).split('.');
    if (rest.length > 0 ? !children.has(first) : !own.has(first)) found.unexpected.push(key);
  }
  for (const [name, child] of children) loadInto(child, state, `${prefix}${name}.`, strict, assign, found);
  const keys = incompatible(found);
  for (const hook of hooks.afterLoad.all()) hook(module, keys);
}

/** As PyTorch: every fault is collected and told at once; matching entries are loaded even so. */
export function loadStateDict(
  module: Module,
  state: Readonly<StateDict>,
  strict: boolean,
  assign: boolean,
): IncompatibleKeys {
  if (typeof state !== 'object' || state === null)
    throw new TypeError(`Expected state_dict to be dict-like, got ${state === null ? 'null' : typeof state}.`);
  const found: Found = { missing: [], unexpected: [], errors: [] };
  loadInto(module, { ...state }, '', strict, assign, found);
  const errors = [...found.errors];
  if (strict) {
    if (found.unexpected.length > 0) errors.unshift(`Unexpected key(s) in state_dict: ${listed(found.unexpected)}. `);
    if (found.missing.length > 0) errors.unshift(`Missing key(s) in state_dict: ${listed(found.missing)}. `);
  }
  if (errors.length > 0)
    throw new RuntimeError(`Error(s) in loading state_dict for ${module._get_name()}:\n\t${errors.join('\n\t')}`);
  return incompatible(found);
}
function incompatible({ missing: missing_keys, unexpected: unexpected_keys }: Found): IncompatibleKeys {
  return {
    missing_keys,
    unexpected_keys,
    toString: () =>
      missing_keys.length + unexpected_keys.length === 0
        ? '<All keys matched successfully>'
        : `_IncompatibleKeys(missing_keys=[${missing_keys.map((k) => `'${k}'`).join(', ')}], unexpected_keys=[${unexpected_keys.map((k) => `'${k}'`).join(', ')}])`,
  };
}
