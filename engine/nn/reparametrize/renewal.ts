// Weights that are computed anew before every forward, as the older weight_norm and spectral_norm do.
import { ValueError } from '../../device/device.ts';
import { Tensor } from '../../tensor.ts';
import type { RemovableHandle } from '../hooks.ts';
import { AttributeError, type Module } from '../module.ts';

export interface Renewal {
  readonly kind: 'weight_norm' | 'spectral_norm';
  /** Of the weight. */
  readonly name: string;
  compute(module: Module, training: boolean): Tensor;
}
const registered = new WeakMap<Module, { readonly renewal: Renewal; readonly handle: RemovableHandle }[]>();

export const renewals = (module: Module): Renewal[] => (registered.get(module) ?? []).map((r) => r.renewal);
export function tensorOf(module: Module, name: string): Tensor {
  const value: unknown = Reflect.get(module, name);
  if (value instanceof Tensor) return value;
  throw new AttributeError(`'${module._get_name()}' object has no attribute '${name}'`);
}
/** A tensor as an attribute that is neither parameter nor buffer. */
export function setPlain(module: Module, name: string, value: Tensor): void {
  Object.defineProperty(module, name, { value, writable: true, enumerable: true, configurable: true });
}
export function renewBefore(module: Module, renewal: Renewal): void {
  const handle = module.register_forward_pre_hook((m: Module) => {
    setPlain(m, renewal.name, renewal.compute(m, m.training));
  });
  registered.set(module, [...(registered.get(module) ?? []), { renewal, handle }]);
}
/** Stops renewing a weight; throws when nothing of that kind renews it. */
export function forget(module: Module, kind: Renewal['kind'], name: string): Renewal {
  const list = registered.get(module) ?? [];
  const found = list.find((r) => r.renewal.kind === kind && r.renewal.name === name);
  if (!found) throw new ValueError(`${kind} of '${name}' not found in ${String(module)}`);
  found.handle.remove();
  registered.set(
    module,
    list.filter((r) => r !== found),
  );
  return found.renewal;
}
