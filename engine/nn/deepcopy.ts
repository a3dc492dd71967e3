import { RuntimeError } from '../device/device.ts';
import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import { Buffer, Parameter, UninitializedBuffer, UninitializedParameter } from './parameter.ts';

/**
 * As Python's copy.deepcopy on a module, tensor, list or plain object: an independent copy in which what was shared stays
 * shared. Hooks come along; private `#fields` of a user's class do not.
 */
export function deepcopy<T>(value: T, copies = new Map<unknown, unknown>()): T {
  return copied(value, copies) as T;
}
function copied(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (copies.has(value)) return copies.get(value);
  const keep = <C>(copy: C): C => {
    copies.set(value, copy);
    return copy;
  };
  if (value instanceof UninitializedParameter || value instanceof UninitializedBuffer) {
    const { requires_grad, device, dtype } = value;
    const Same = value instanceof UninitializedParameter ? UninitializedParameter : UninitializedBuffer;
    return keep(new Same({ requires_grad, device, dtype }));
  }
  if (value instanceof Parameter) {
    const copy = keep(new Parameter(value.detach().clone(), value.requires_grad));
    if (value.grad) copy.grad = value.grad.detach().clone();
    return copy;
  }
  if (value instanceof Tensor) {
    if (!value.is_leaf)
      throw new RuntimeError(
        'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001',
      );
    const copy = keep(
      value instanceof Buffer ? new Buffer(value.detach().clone(), value.persistent) : value.detach().clone(),
    );
    if (value.requires_grad) copy.requires_grad = true;
    if (value.grad) copy.grad = value.grad.detach().clone();
    return copy;
  }
  if (value instanceof Module) return keep(value._copy_shell()) && fill(value, copies);
  if (value instanceof Map) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [k, v] of value) copy.set(copied(k, copies), copied(v, copies));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set<unknown>());
    for (const v of value) copy.add(copied(v, copies));
    return copy;
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = keep([]);
    for (const v of value) copy.push(copied(v, copies));
    return copy;
  }
  if (typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const copy: Record<string, unknown> = keep({});
    for (const [k, v] of Object.entries(value)) copy[k] = copied(v, copies);
    return copy;
  }
  return value;
}
function fill(module: Module, copies: Map<unknown, unknown>): Module {
  const copy = copies.get(module) as Module;
  for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(module)))
    Object.defineProperty(copy, name, 'value' in own ? { ...own, value: copied(own.value, copies) } : own);
  return copy;
}
