import { RuntimeError, ValueError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import type { Module } from '../module.ts';
import { Parameter, UninitializedParameter } from '../parameter.ts';
import { forget, type Renewal, renewals, renewBefore, setPlain, tensorOf } from './renewal.ts';

/** Norms over all dimensions but one; over everything for −1. Keeps the dimension. */
export function norm_except_dim(v: Tensor, dim: number): Tensor {
  if (dim === -1) return v.square().sum().sqrt();
  const others = v.shape.map((_, d) => d).filter((d) => d !== (dim < 0 ? dim + v.shape.length : dim));
  return others.length === 0 ? v.abs() : v.square().sum(others, true).sqrt();
}
export const normed = (v: Tensor, g: Tensor, dim: number): Tensor => v.mul(g.div(norm_except_dim(v, dim)));

class WeightNorm implements Renewal {
  readonly kind = 'weight_norm';
  readonly name: string;
  readonly dim: number;
  constructor(name: string, dim: number) {
    this.name = name;
    this.dim = dim;
  }
  compute(module: Module): Tensor {
    return normed(tensorOf(module, `${this.name}_v`), tensorOf(module, `${this.name}_g`), this.dim);
  }
}
/**
 * Weight normalisation (Salimans and Kingma, 2016): the weight becomes g · v / ‖v‖ with parameters `weight_g` and `weight_v`,
 * the norm taken over all dimensions but `dim` (null: over all). Changes the module and returns it.
 */
export function weight_norm<M extends Module>(
  module: M,
  name: string | { name?: string; dim?: number | null } = 'weight',
  dim: number | null = 0,
): M {
  const o = typeof name === 'string' ? { name, dim } : { name: 'weight', dim: 0, ...name };
  if (renewals(module).some((r) => r.kind === 'weight_norm' && r.name === o.name))
    throw new RuntimeError(`Cannot register two weight_norm hooks on the same parameter ${o.name}`);
  const weight = tensorOf(module, o.name);
  if (weight instanceof UninitializedParameter)
    throw new ValueError(
      "The module passed to `WeightNorm` can't have uninitialized parameters. Make sure to run the dummy forward before applying weight normalization",
    );
  const renewal = new WeightNorm(o.name, o.dim ?? -1);
  Reflect.deleteProperty(module, o.name);
  module.register_parameter(`${o.name}_g`, new Parameter(norm_except_dim(weight.detach(), renewal.dim)));
  module.register_parameter(`${o.name}_v`, new Parameter(weight.data));
  setPlain(module, o.name, renewal.compute(module));
  renewBefore(module, renewal);
  return module;
}
/** Makes the weight a parameter again, with the value it has. */
export function remove_weight_norm<M extends Module>(module: M, name = 'weight'): M {
  const renewal = forget(module, 'weight_norm', name);
  const weight = renewal.compute(module, false);
  for (const part of ['', '_g', '_v']) Reflect.deleteProperty(module, `${name}${part}`);
  module.register_parameter(name, new Parameter(weight.detach()));
  return module;
}
