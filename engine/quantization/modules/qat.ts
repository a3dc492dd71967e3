// `torch.nn.qat` and `torch.nn.intrinsic.qat`: float layers whose weight is rounded as it will be when quantized. Their
// weights are the float layer's own parameters, so an optimizer made before prepare_qat still trains them.
import { AssertionError } from '../../device/device.ts';
import { F } from '../../nn/functional/core.ts';
import { _calculate_fan_in_and_fan_out, uniform_, zeros_ } from '../../nn/init.ts';
import {
  Conv1d as FloatConv1d,
  Conv2d as FloatConv2d,
  type ConvOptions,
  type Size,
} from '../../nn/layers/convolution.ts';
import { Linear as FloatLinear } from '../../nn/layers/linear.ts';
import { BatchNorm1d, BatchNorm2d } from '../../nn/layers/normalization.ts';
import type { Module } from '../../nn/module.ts';
import { Parameter } from '../../nn/parameter.ts';
import { empty, type Tensor } from '../../tensor.ts';
import { makeOne } from '../partial.ts';
import type { QConfig } from '../qconfig.ts';
import * as nni from './intrinsic.ts';

/** A fake quantization of a weight. */
type WeightFake = Module & { forward(x: Tensor): Tensor };
const weightFake = (qconfig: QConfig): WeightFake => makeOne(qconfig.weight) as WeightFake; // a QConfig's weight maps a tensor

function configOf(mod: Module, what: string, Class: abstract new (...args: never[]) => Module): QConfig {
  if (mod.constructor !== Class) throw new AssertionError(`qat.${what}.from_float only works for ${Class.name}`);
  if (!mod.qconfig) throw new AssertionError('Input float module must have a valid qconfig');
  return mod.qconfig;
}

/** A linear layer with a fake-quantized weight. */
export class Linear extends FloatLinear {
  weight_fake_quant: WeightFake;
  constructor(in_features: number, out_features: number, bias: boolean, qconfig: QConfig) {
    super(in_features, out_features, bias);
    this.qconfig = qconfig;
    this.weight_fake_quant = weightFake(qconfig);
  }
  override forward(input: Tensor): Tensor {
    return F.linear(input, this.weight_fake_quant(this.weight), this.bias);
  }
  static from_float(mod: Module): Linear {
    const qconfig = configOf(mod, 'Linear', FloatLinear);
    return sharing(mod as FloatLinear, (l) => new Linear(l.in_features, l.out_features, l.bias !== null, qconfig));
  }
}
/** The quantization-aware layer, on the float layer's parameters. */
function sharing<L extends { weight: Parameter; bias: Parameter | null }, M extends L>(layer: L, make: (l: L) => M): M {
  const made = make(layer);
  made.weight = layer.weight;
  made.bias = layer.bias;
  return made;
}
/** `torch.nn.intrinsic.qat.LinearReLU`. */
export class LinearReLU extends Linear {
  /** @internal */
  get _is_fused(): boolean {
    return true;
  }
  override forward(input: Tensor): Tensor {
    return super.forward(input).relu();
  }
  static override from_float(mod: Module): LinearReLU {
    const qconfig = configOf(mod, 'LinearReLU', nni.LinearReLU);
    const linear = (mod as nni.LinearReLU).at(0) as FloatLinear; // which the fused module has checked
    return sharing(linear, (l) => new LinearReLU(l.in_features, l.out_features, l.bias !== null, qconfig));
  }
}

type Conv = FloatConv1d | FloatConv2d;
/** The other options of a convolution, to make one like it. */
const optionsOf = (c: Conv): ConvOptions => ({
  stride: c.stride,
  padding: c.padding,
  dilation: c.dilation,
  groups: c.groups,
  bias: c.bias !== null,
  padding_mode: c.padding_mode,
});
/** The convolution's own forward with another weight and bias. */
function convolved(c: Conv, input: Tensor, weight: Tensor, bias: Tensor | null): Tensor {
  const one = c instanceof FloatConv1d;
  const conv = one ? F.conv1d : F.conv2d;
  if (c.padding_mode === 'zeros') return conv(input, weight, bias, c.stride, c.padding, c.dilation, c.groups);
  const sides = typeof c.padding === 'string' ? [] : c.padding.toReversed().flatMap((p) => [p, p]);
  return conv(F.pad(input, sides, c.padding_mode), weight, bias, c.stride, 0, c.dilation, c.groups);
}

/** A convolution with a fake-quantized weight. */
export class Conv2d extends FloatConv2d {
  weight_fake_quant: WeightFake;
  constructor(in_channels: number, out_channels: number, kernel_size: Size, options: ConvOptions, qconfig: QConfig) {
    super(in_channels, out_channels, kernel_size, options);
    this.qconfig = qconfig;
    this.weight_fake_quant = weightFake(qconfig);
  }
  override forward(input: Tensor): Tensor {
    return convolved(this, input, this.weight_fake_quant(this.weight), this.bias);
  }
  static from_float(mod: Module): Conv2d {
    const qconfig = configOf(mod, 'Conv2d', FloatConv2d);
    return sharing(
      mod as FloatConv2d,
      (c) => new Conv2d(c.in_channels, c.out_channels, c.kernel_size, optionsOf(c), qconfig),
    );
  }
}
/** `torch.nn.intrinsic.qat.ConvReLU2d`. */
export class ConvReLU2d extends Conv2d {
  constructor(in_channels: number, out_channels: number, kernel_size: Size, options: ConvOptions, qconfig: QConfig) {
    super(in_channels, out_channels, kernel_size, options, qconfig);
    this.weight_fake_quant = weightFake(qconfig);
  }
  /** @internal */
  get _is_fused(): boolean {
    return true;
  }
  override forward(input: Tensor): Tensor {
    return super.forward(input).relu();
  }
  static override from_float(mod: Module): ConvReLU2d {
    const qconfig = configOf(mod, 'ConvReLU2d', nni.ConvReLU2d);
    const conv = (mod as nni.ConvReLU2d).at(0) as FloatConv2d; // which the fused module has checked
    return sharing(conv, (c) => new ConvReLU2d(c.in_channels, c.out_channels, c.kernel_size, optionsOf(c), qconfig));
  }
}

type Norm = BatchNorm1d | BatchNorm2d;
interface ConvBn {
  freeze_bn: boolean;
  bn: Norm;
  weight_fake_quant: WeightFake;
  readonly out_channels: number;
  weight: Parameter;
  bias: Parameter | null;
}
/** The parts that ConvBn1d and ConvBn2d share: they are subclasses of different convolutions. */
function startConvBn(self: Conv & ConvBn, bias: boolean, bn: Norm, qconfig: QConfig): void {
  self.qconfig = qconfig;
  self.freeze_bn = !self.training;
  self.bn = bn;
  self.weight_fake_quant = weightFake(qconfig);
  if (bias) self.bias = new Parameter(empty([self.out_channels]));
  bn.reset_running_stats();
  if (bn.weight) uniform_(bn.weight);
  if (bn.bias) zeros_(bn.bias);
  if (self.bias) {
    const bound = 1 / Math.sqrt(_calculate_fan_in_and_fan_out(self.weight)[0]);
    uniform_(self.bias, -bound, bound);
  }
}
/**
 * The weight is scaled as the batch norm will scale it, rounded, and scaled back after the convolution, so that the norm
 * sees what it is used to: BN(conv(x, round(W·γ/σ)) · σ/γ + b), with σ of the running statistics.
 */
function convBn(self: Conv & ConvBn, input: Tensor): Tensor {
  const { bn, weight } = self;
  if (!bn.running_var || !bn.weight)
    throw new AssertionError('the batch norm of a fused layer has statistics and a weight');
  const factor = bn.weight.div(bn.running_var.add(bn.eps).sqrt());
  const along = (d: number): number[] => weight.shape.map((_, i) => (i === d ? -1 : 1));
  const scaled = self.weight_fake_quant(weight.mul(factor.reshape(along(0))));
  const zeros = empty([self.out_channels], input.dtype);
  let conv = convolved(self, input, scaled, zeros).div(factor.reshape(along(1)));
  if (self.bias) conv = conv.add(self.bias.reshape(along(1)));
  return bn(conv);
}
function trainConvBn(self: Conv & ConvBn, mode: boolean): void {
  self.training = mode;
  if (self.freeze_bn) return;
  for (const child of self.children()) child.train(mode);
}
const setStats = (self: ConvBn, frozen: boolean): void => {
  self.freeze_bn = frozen;
  self.bn.training = !frozen;
};
function shareNorm(made: ConvBn, bn: Norm): void {
  const own = made.bn;
  own.weight = bn.weight;
  own.bias = bn.bias;
  own.running_mean = bn.running_mean;
  own.running_var = bn.running_var;
  own.num_batches_tracked = bn.num_batches_tracked;
}
const withoutBias = (o: ConvOptions): ConvOptions => ({ ...o, bias: false });

/** `torch.nn.intrinsic.qat.ConvBn1d`. */
export class ConvBn1d extends FloatConv1d implements ConvBn {
  declare freeze_bn: boolean;
  declare bn: Norm;
  declare weight_fake_quant: WeightFake;
  constructor(
    i: number,
    o: number,
    kernel: Size,
    options: ConvOptions,
    eps: number,
    momentum: number | null,
    qconfig: QConfig,
  ) {
    super(i, o, kernel, withoutBias(options));
    startConvBn(this, options.bias === true, new BatchNorm1d(o, { eps, momentum }), qconfig);
  }
  /** @internal */
  get _is_fused(): boolean {
    return true;
  }
  override forward(input: Tensor): Tensor {
    return convBn(this, input);
  }
  override train(mode: boolean | { mode?: boolean } = true): this {
    trainConvBn(this, typeof mode === 'boolean' ? mode : (mode.mode ?? true));
    return this;
  }
  update_bn_stats(): this {
    setStats(this, false);
    return this;
  }
  freeze_bn_stats(): this {
    setStats(this, true);
    return this;
  }
  static from_float(mod: Module): ConvBn1d {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return fusedFrom(mod, this, [nni.ConvBn1d, nni.ConvBnReLU1d]);
  }
}
/** `torch.nn.intrinsic.qat.ConvBnReLU1d`. */
export class ConvBnReLU1d extends ConvBn1d {
  override forward(input: Tensor): Tensor {
    return super.forward(input).relu();
  }
}
/** `torch.nn.intrinsic.qat.ConvBn2d`. */
export class ConvBn2d extends FloatConv2d implements ConvBn {
  declare freeze_bn: boolean;
  declare bn: Norm;
  declare weight_fake_quant: WeightFake;
  constructor(
    i: number,
    o: number,
    kernel: Size,
    options: ConvOptions,
    eps: number,
    momentum: number | null,
    qconfig: QConfig,
  ) {
    super(i, o, kernel, withoutBias(options));
    startConvBn(this, options.bias === true, new BatchNorm2d(o, { eps, momentum }), qconfig);
  }
  /** @internal */
  get _is_fused(): boolean {
    return true;
  }
  override forward(input: Tensor): Tensor {
    return convBn(this, input);
  }
  override train(mode: boolean | { mode?: boolean } = true): this {
    trainConvBn(this, typeof mode === 'boolean' ? mode : (mode.mode ?? true));
    return this;
  }
  update_bn_stats(): this {
    setStats(this, false);
    return this;
  }
  freeze_bn_stats(): this {
    setStats(this, true);
    return this;
  }
  static from_float(mod: Module): ConvBn2d {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return fusedFrom(mod, this, [nni.ConvBn2d, nni.ConvBnReLU2d]);
  }
}
/** `torch.nn.intrinsic.qat.ConvBnReLU2d`. */
export class ConvBnReLU2d extends ConvBn2d {
  override forward(input: Tensor): Tensor {
    return super.forward(input).relu();
  }
}
type Made<M> = new (
  i: number,
  o: number,
  kernel: Size,
  options: ConvOptions,
  eps: number,
  momentum: number | null,
  qconfig: QConfig,
) => M;
function fusedFrom<M extends Conv & ConvBn>(
  mod: Module,
  Class: Made<M>,
  classes: readonly (new (...args: never[]) => nni._FusedModule)[],
): M {
  if (!(mod instanceof nni._FusedModule) || !classes.some((c) => mod.constructor === c))
    throw new AssertionError(`qat.${Class.name}.from_float only works for ${classes.map((c) => c.name).join(', ')}`);
  if (!mod.qconfig) throw new AssertionError('Input float module must have a valid qconfig');
  const [conv, bn] = [mod.at(0) as Conv, mod.at(1) as Norm]; // which the fused module has checked
  const made = new Class(
    conv.in_channels,
    conv.out_channels,
    conv.kernel_size,
    optionsOf(conv),
    bn.eps,
    bn.momentum,
    mod.qconfig,
  );
  made.weight = conv.weight;
  made.bias = conv.bias;
  shareNorm(made, bn);
  return made;
}
/** The batch norm inside a quantization-aware convolution. */
export const batchNormOf = (m: Module): Norm | null => (m instanceof ConvBn1d || m instanceof ConvBn2d ? m.bn : null);

/** For `model.apply(…)`: batch statistics are used and counted again. */
export function update_bn_stats(mod: Module): void {
  if (mod instanceof ConvBn1d || mod instanceof ConvBn2d) mod.update_bn_stats();
}
/** For `model.apply(…)`: batch norms keep their running statistics from now on. */
export function freeze_bn_stats(mod: Module): void {
  if (mod instanceof ConvBn1d || mod instanceof ConvBn2d) mod.freeze_bn_stats();
}
