import { warn } from '../../warnings.ts';
import type { Tensor } from '../../tensor.ts';
import type { Module } from '../module.ts';

export interface FunctionalCallOptions {
  /** Tensors that a module has under several names are replaced under all of them. Default: true. */
  tie_weights?: boolean;
  /** Every parameter and buffer must be given. Default: false. */
  strict?: boolean;
}
/**
 * Runs a module with other parameters and buffers, by dotted name, in place of its own; the module itself stays as it is.
 * `args` is the input, or a list of inputs.
 */
export function functional_call(
  module: Module,
  parameters_and_buffers: Readonly<Record<string, Tensor>>,
  args: unknown = [],
  kwargs: Readonly<Record<string, unknown>> | null = null,
  options: FunctionalCallOptions = {},
  // biome-ignore lint/suspicious/noExplicitAny: what the module returns is known to the caller alone
): any {
  const places = new Map<string, Tensor>();
  for (const [name, t] of module.named_parameters({ remove_duplicate: false })) places.set(name, t);
  for (const [name, t] of module.named_buffers({ remove_duplicate: false })) places.set(name, t);
  const given = new Map(Object.entries(parameters_and_buffers));
  const unknown = [...given.keys()].filter((name) => !places.has(name));
  const missing = [...places.keys()].filter((name) => !given.has(name));
  if (options.strict && unknown.length + missing.length > 0)
    throw new Error(
      `${unknown.length > 0 ? `Unexpected key(s): ${unknown.map((n) => `'${n}'`).join(', ')}.` : ''}${missing.length > 0 ? `Missing key(s): ${missing.map((n) => `'${n}'`).join(', ')}.` : ''}`,
    );
  if (options.tie_weights ?? true) {
    const byTensor = new Map<Tensor, Tensor>();
    for (const [name, value] of given) {
      const own = places.get(name);
      if (!own) continue;
      const before = byTensor.get(own);
      if (before && before !== value) warn('functional_call was passed multiple values for tied weights.');
      byTensor.set(own, value);
    }
    for (const [name, own] of places) {
      const value = byTensor.get(own);
      if (value && !given.has(name)) given.set(name, value);
    }
  }
  const restore: (() => void)[] = [];
  try {
    for (const [path, value] of given) {
      const dot = path.lastIndexOf('.');
      const owner = module.get_submodule(dot < 0 ? '' : path.slice(0, dot));
      const name = path.slice(dot + 1);
      const own = Object.getOwnPropertyDescriptor(owner, name);
      restore.push(() => {
        if (own) Object.defineProperty(owner, name, own);
        else Reflect.deleteProperty(owner, name);
      });
      Object.defineProperty(owner, name, { value, writable: true, enumerable: true, configurable: true });
    }
    const list = Array.isArray(args) ? args : [args];
    return module._call_impl(kwargs ? [...list, kwargs] : list);
  } finally {
    for (const undo of restore.toReversed()) undo();
  }
}
