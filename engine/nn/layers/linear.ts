import type { DType } from '../../dtype.ts';
import { deviceOf, empty, type Tensor } from '../../tensor.ts';
import { get_default_dtype } from '../../dtype.ts';
import { bindArguments, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { _calculate_fan_in_and_fan_out, kaiming_uniform_, uniform_ } from '../init.ts';
import { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';

/** Where and in which dtype a layer's parameters are made. */
export interface Factory {
  device?: string | null;
  dtype?: DType | null;
}
/** A parameter with memory that is still to be initialised. */
export const made = (shape: readonly number[], factory: { device: string | null; dtype: DType | null }): Parameter =>
  new Parameter(empty(shape, factory.dtype ?? get_default_dtype(), deviceOf(factory.device)));
export const noFactory = { device: null as string | null, dtype: null as DType | null };

/** PyTorch's default for linear and convolution layers: U(−1/√fan_in, 1/√fan_in) for weight and bias. */
export function resetAffine(weight: Parameter, bias: Parameter | null): void {
  kaiming_uniform_(weight, Math.sqrt(5));
  if (!bias) return;
  const [fanIn] = _calculate_fan_in_and_fan_out(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  uniform_(bias, -bound, bound);
}

export interface LinearOptions extends Factory {
  /** Whether a learned offset is added. Default: true. */
  bias?: boolean;
}
/**
 * y = x · Wᵀ + b. Input [*, in_features], output [*, out_features]; weight [out_features, in_features], bias
 * [out_features], both drawn from U(−1/√in_features, 1/√in_features).
 */
export class Linear extends Module {
  in_features: number;
  out_features: number;
  weight: Parameter;
  bias: Parameter | null;
  constructor(in_features: number, out_features: number, bias?: boolean | LinearOptions, options?: Factory);
  constructor(options: LinearOptions & { in_features: number; out_features: number });
  constructor(...args: unknown[]) {
    super();
    const { in_features, out_features, bias, ...factory } = bindArguments('Linear', args, {
      in_features: needed<number>(),
      out_features: needed<number>(),
      bias: true,
      ...noFactory,
    });
    this.in_features = in_features;
    this.out_features = out_features;
    this.weight = made([out_features, in_features], factory);
    this.bias = bias ? made([out_features], factory) : null;
    this.reset_parameters();
  }
  /** Draws weight and bias anew. */
  reset_parameters(): void {
    resetAffine(this.weight, this.bias);
  }
  forward(input: Tensor): Tensor {
    return F.linear(input, this.weight, this.bias);
  }
  override extra_repr(): string {
    return `in_features=${this.in_features}, out_features=${this.out_features}, bias=${repr(this.bias !== null)}`;
  }
}

/** y = x₁ᵀ A x₂ + b. Inputs [*, in1_features] and [*, in2_features], output [*, out_features]. */
export class Bilinear extends Module {
  readonly in1_features: number;
  readonly in2_features: number;
  out_features: number;
  weight: Parameter;
  bias: Parameter | null;
  constructor(
    in1_features: number,
    in2_features: number,
    out_features: number,
    bias?: boolean | LinearOptions,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super();
    const { in1_features, in2_features, out_features, bias, ...factory } = bindArguments('Bilinear', args, {
      in1_features: needed<number>(),
      in2_features: needed<number>(),
      out_features: needed<number>(),
      bias: true,
      ...noFactory,
    });
    if (in1_features <= 0) throw new Error(`in1_features must be > 0, but got ${in1_features}`);
    this.in1_features = in1_features;
    this.in2_features = in2_features;
    this.out_features = out_features;
    this.weight = made([out_features, in1_features, in2_features], factory);
    this.bias = bias ? made([out_features], factory) : null;
    this.reset_parameters();
  }
  /** Draws weight and bias from U(−1/√in1_features, 1/√in1_features). */
  reset_parameters(): void {
    const bound = 1 / Math.sqrt(this.in1_features);
    uniform_(this.weight, -bound, bound);
    if (this.bias) uniform_(this.bias, -bound, bound);
  }
  forward(input1: Tensor, input2: Tensor): Tensor {
    const [out = 0, a = 0, b = 0] = this.weight.shape;
    // [*, a] · [a, out·b] → [*, out, b], times x₂ summed over b
    const left = input1
      .matmul(this.weight.permute(1, 0, 2).reshape([a, out * b]))
      .reshape([...input1.shape.slice(0, -1), out, b]);
    const y = left.mul(input2.unsqueeze(-2)).sum(-1);
    return this.bias ? y.add(this.bias) : y;
  }
  override extra_repr(): string {
    return `in1_features=${this.in1_features}, in2_features=${this.in2_features}, out_features=${this.out_features}, bias=${repr(this.bias !== null)}`;
  }
}

/** Returns its input; takes and ignores any arguments. */
export class Identity extends Module {
  constructor(..._: unknown[]) {
    super();
  }
  forward(input: Tensor): Tensor {
    return input;
  }
}

/** Joins the dimensions from start_dim (1) to end_dim (−1) into one: [N, C, H, W] → [N, C·H·W]. */
export class Flatten extends Module {
  readonly start_dim: number;
  readonly end_dim: number;
  constructor(start_dim?: number | { start_dim?: number; end_dim?: number }, end_dim?: number | { end_dim?: number });
  constructor(...args: unknown[]) {
    super();
    const { start_dim, end_dim } = bindArguments('Flatten', args, { start_dim: 1, end_dim: -1 });
    this.start_dim = start_dim;
    this.end_dim = end_dim;
  }
  forward(input: Tensor): Tensor {
    return input.flatten(this.start_dim, this.end_dim);
  }
  override extra_repr(): string {
    return `start_dim=${this.start_dim}, end_dim=${this.end_dim}`;
  }
}

/** Splits one dimension into several: the reverse of Flatten. */
export class Unflatten extends Module {
  readonly dim: number;
  readonly unflattened_size: readonly number[];
  constructor(dim: number, unflattened_size: readonly number[]);
  constructor(options: { dim: number; unflattened_size: readonly number[] });
  constructor(...args: unknown[]) {
    super();
    const { dim, unflattened_size } = bindArguments('Unflatten', args, {
      dim: needed<number>(),
      unflattened_size: needed<readonly number[]>(),
    });
    this.dim = dim;
    this.unflattened_size = unflattened_size;
  }
  forward(input: Tensor): Tensor {
    return input.unflatten(this.dim, this.unflattened_size);
  }
  override extra_repr(): string {
    return `dim=${this.dim}, unflattened_size=${repr([...this.unflattened_size])}`;
  }
}
