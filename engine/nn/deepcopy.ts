import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

/**
 * As Python's copy.deepcopy on a module, tensor, list or plain object: an independent copy in which what was shared stays
 * shared. Private `#fields` of a user's class are not copied, hooks neither.
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
  if (value instanceof Parameter) {
    const copy = keep(new Parameter(value.detach().clone(), value.requires_grad));
    if (value.grad) copy.grad = value.grad.detach().clone();
    return copy;
  }
  if (value instanceof Tensor) return keep(value.detach().clone());
  if (value instanceof Module) return keep(value._copy_shell()) && fill(value, copies);
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
  for (const name of Object.getOwnPropertyNames(module))
    Object.defineProperty(copy, name, {
      value: copied(Reflect.get(module, name), copies),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  return copy;
}
