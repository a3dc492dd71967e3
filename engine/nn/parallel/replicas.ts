import { ValueError } from '../../device/device.ts';
import { torch } from '../../core.ts';
import { isKeywords } from '../../schema.ts';
import { isTensor } from '../../tensor.ts';
import { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';

/** A logical device: there is one memory here, so a device is a number, and moving to it makes a copy in the graph. */
export type Device = number | string;

/** Nearly equal pieces along `dim`, as `torch.chunk`; lists and plain objects are cut inside, anything else is handed to all. */
export function scatter<T>(inputs: T, target_gpus: readonly Device[], dim = 0): T[] {
  const devices = target_gpus.length;
  const cut = (value: unknown): unknown[] => {
    if (isTensor(value)) return value.chunk(devices, dim);
    if (Array.isArray(value) && value.length > 0) {
      const parts = value.map(cut);
      const count = Math.min(...parts.map((p) => p.length));
      return Array.from({ length: count }, (_, i) => parts.map((p) => p[i]));
    }
    if (isKeywords(value) && Object.keys(value).length > 0) {
      const entries = Object.entries(value).map(([name, v]) => [name, cut(v)] as const);
      const count = Math.min(...entries.map(([, p]) => p.length));
      return Array.from({ length: count }, (_, i) => Object.fromEntries(entries.map(([name, p]) => [name, p[i]])));
    }
    return Array.from({ length: devices }, () => value);
  };
  return cut(inputs) as T[]; // pieces of what was given
}

/**
 * One module for each device. Parameters of a replica are no parameters but views in the graph, so that gradients of all
 * replicas add up in the original's; buffers are copies, except on the first device, which has the original's own.
 */
export function replicate<M extends Module>(network: M, devices: readonly Device[], detach = false): M[] {
  return devices.map((_, i) => copyOf(network, i === 0, detach, new Map()) as M);
}
function copyOf(module: Module, first: boolean, detach: boolean, copies: Map<unknown, unknown>): Module {
  const known = copies.get(module);
  if (known instanceof Module) return known;
  const copy = module._copy_shell();
  copies.set(module, copy);
  const copied = (value: unknown): unknown => {
    if (value instanceof Module) return copyOf(value, first, detach, copies);
    if (!isTensor(value)) return value;
    let made = copies.get(value);
    if (made === undefined)
      copies.set(
        value,
        (made =
          value instanceof Parameter
            ? detach
              ? value.detach()
              : value.view_as(value)
            : first
              ? value
              : value.detach().clone()),
      );
    return made;
  };
  for (const name of Object.getOwnPropertyNames(module))
    Object.defineProperty(copy, name, {
      value: copied(Reflect.get(module, name)),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  return copy;
}

/** Each replica on its own inputs, one after the other; an error names the replica. */
export function parallel_apply(
  modules: readonly Module[],
  inputs: readonly unknown[],
  kwargs_tup: readonly object[] | null = null,
): unknown[] {
  if (modules.length !== inputs.length)
    throw new ValueError(`there are ${modules.length} modules and ${inputs.length} inputs`);
  return modules.map((module, i) => {
    const given = inputs[i];
    const keywords = kwargs_tup?.[i];
    const args = [
      ...(Array.isArray(given) ? given : [given]),
      ...(keywords && Object.keys(keywords).length ? [keywords] : []),
    ];
    try {
      return Reflect.apply(module, undefined, args);
    } catch (error) {
      if (error instanceof Error) error.message = `Caught ${error.name} in replica ${i}.\n${error.message}`;
      throw error;
    }
  });
}

/** Outputs of the replicas joined along `dim`, inside lists and plain objects too; scalars become a vector. */
export function gather<T>(outputs: readonly T[], target_device: Device, dim = 0): T {
  void target_device;
  const join = (values: readonly unknown[]): unknown => {
    const [first] = values;
    if (isTensor(first)) {
      const tensors = values.filter(isTensor);
      if (tensors.every((t) => t.shape.length === 0) && dim === 0) return torch.stack(tensors);
      return torch.cat(tensors, dim);
    }
    if (first === null || first === undefined) return null;
    if (Array.isArray(first))
      return first.map((_, i) => join(values.map((v) => (Array.isArray(v) ? v[i] : undefined))));
    if (isKeywords(first)) {
      const keys = Object.keys(first);
      if (values.some((v) => !isKeywords(v) || Object.keys(v).length !== keys.length))
        throw new ValueError('All dicts must have the same number of keys');
      return Object.fromEntries(
        keys.map((key) => [key, join(values.map((v) => (isKeywords(v) ? v[key] : undefined)))]),
      );
    }
    throw new TypeError(`gather: outputs must be tensors, lists or dicts of them, not ${typeof first}`);
  };
  return join(outputs) as T; // of the replicas' kind
}
