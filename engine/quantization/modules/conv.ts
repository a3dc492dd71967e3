import { AssertionError, ValueError } from '../../device/device.ts';
import { bindArguments, each, float, needed, repr } from '../../nn/arguments.ts';
import { F } from '../../nn/functional/core.ts';
import { Conv1d as FloatConv1d, Conv2d as FloatConv2d, type Size } from '../../nn/layers/convolution.ts';
import { Module, type StateDict } from '../../nn/module.ts';
import { fuse_conv_bn_weights } from '../../nn/reparametrize/fusion.ts';
import { fromValues, Tensor } from '../../tensor.ts';
import { quantizedConvolution } from '../layers.ts';
import { ConvReLU1d as FloatConvReLU1d, ConvReLU2d as FloatConvReLU2d } from './intrinsic.ts';
import { affineOf } from './linear.ts';
import { batchNormOf } from './qat.ts';
import {
  asWeightObserver,
  attribute,
  emptyWeight,
  loadsOwn,
  numberOf,
  outputQuantizer,
  quantizeWeight,
  packedBias,
  saveInto,
  scalar,
  weightObserver,
} from './weight.ts';

type StateOptions = Parameters<Module['state_dict']>[0];
export interface QuantizedConvOptions {
  stride?: Size;
  padding?: Size;
  dilation?: Size;
  groups?: number;
  bias?: boolean;
  padding_mode?: 'zeros' | 'reflect';
}
const zeroPads = (padding: readonly number[]): number[] => padding.map(() => 0);

abstract class QuantizedConv extends Module {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly padding_mode: string;
  /** Of the output. */
  scale = 1;
  /** Of the output. */
  zero_point = 0;
  /** @internal */
  _weight: Tensor;
  /** @internal */
  _bias: Tensor | null;
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Size,
    stride?: Size | QuantizedConvOptions,
    padding?: Size | QuantizedConvOptions,
    dilation?: Size | QuantizedConvOptions,
    groups?: number | QuantizedConvOptions,
    bias?: boolean | QuantizedConvOptions,
    padding_mode?: string,
  );
  constructor(...args: unknown[]) {
    super();
    const n = this._dimensions();
    const o = bindArguments(`Conv${n}d`, args, {
      in_channels: needed<number>(),
      out_channels: needed<number>(),
      kernel_size: needed<Size>(),
      stride: 1 as Size,
      padding: 0 as Size,
      dilation: 1 as Size,
      groups: 1,
      bias: true,
      padding_mode: 'zeros',
    });
    if (o.in_channels % o.groups !== 0) throw new ValueError('in_channels must be divisible by groups');
    if (o.out_channels % o.groups !== 0) throw new ValueError('out_channels must be divisible by groups');
    if (o.padding_mode !== 'zeros' && o.padding_mode !== 'reflect')
      throw new ValueError(`'padding_mode' ${o.padding_mode} is not supported by quantized convolution`);
    this.in_channels = o.in_channels;
    this.out_channels = o.out_channels;
    this.kernel_size = each(o.kernel_size, n);
    this.stride = each(o.stride, n);
    this.padding = each(o.padding, n);
    this.dilation = each(o.dilation, n);
    this.groups = o.groups;
    this.padding_mode = o.padding_mode;
    this._weight = emptyWeight([o.out_channels, o.in_channels / o.groups, ...this.kernel_size]);
    this._bias = o.bias ? fromValues(new Float32Array(o.out_channels), [o.out_channels]) : null;
    loadsOwn(this, ['weight', 'bias', 'scale', 'zero_point'], (m, [weight, bias, scale, zero]) => {
      if (!(m instanceof QuantizedConv && weight instanceof Tensor)) return;
      m.set_weight_bias(weight, bias instanceof Tensor ? bias : null);
      m.scale = numberOf(scale);
      m.zero_point = numberOf(zero);
    });
  }
  /** @internal */
  abstract _dimensions(): 1 | 2;
  /** @internal */
  _relu(): boolean {
    return false;
  }
  forward(input: Tensor): Tensor {
    const n = this._dimensions();
    if (input.shape.length !== n + 2)
      throw new ValueError(`Input shape must be \`(N, C, ${n === 1 ? 'L' : 'H, W'})\`!`);
    const zeros = this.padding_mode === 'zeros';
    const x = zeros
      ? input
      : F.pad(
          input,
          this.padding.toReversed().flatMap((p) => [p, p]),
          this.padding_mode,
        );
    return quantizedConvolution(
      x,
      this._weight,
      this._bias,
      {
        stride: this.stride,
        padding: zeros ? this.padding : zeroPads(this.padding),
        dilation: this.dilation,
        groups: this.groups,
      },
      { scale: this.scale, zero_point: this.zero_point, relu: this._relu() },
    );
  }
  /** The qint8 weight [out_channels, in_channels / groups, …]. */
  weight(): Tensor {
    return this._weight;
  }
  /** The float32 bias [out_channels]. */
  bias(): Tensor | null {
    return this._bias;
  }
  set_weight_bias(weight: Tensor, bias: Tensor | null): void {
    this._weight = weight;
    this._bias = packedBias(bias, weight.shape[0] ?? 0);
  }
  override state_dict(options: StateOptions = {}): StateDict {
    const { destination = {}, prefix = '' } = options;
    saveInto(destination, prefix, {
      weight: this._weight,
      bias: this._bias,
      scale: scalar(this.scale),
      zero_point: scalar(this.zero_point, true),
    });
    return super.state_dict({ ...options, destination });
  }
  override _get_name(): string {
    return `QuantizedConv${this._relu() ? 'ReLU' : ''}${this._dimensions()}d`;
  }
  override extra_repr(): string {
    const { kernel_size, stride, padding, dilation, groups } = this;
    const parts = [
      `${this.in_channels}, ${this.out_channels}, kernel_size=${repr([...kernel_size])}`,
      `stride=${repr([...stride])}, scale=${float(this.scale)}, zero_point=${this.zero_point}`,
    ];
    if (padding.some((p) => p !== 0)) parts.push(`padding=${repr([...padding])}`);
    if (dilation.some((d) => d !== 1)) parts.push(`dilation=${repr([...dilation])}`);
    if (groups !== 1) parts.push(`groups=${groups}`);
    if (this._bias === null) parts.push('bias=False');
    return parts.join(', ');
  }
}
type Made<M> = new (
  i: number,
  o: number,
  kernel: Size,
  stride: Size,
  padding: Size,
  dilation: Size,
  groups: number,
  bias: boolean,
  padding_mode: string,
) => M;
function convFrom<M extends QuantizedConv>(Class: Made<M>, mod: Module): M {
  const output = attribute(mod, 'activation_post_process');
  const trained = attribute(mod, 'weight_fake_quant');
  const layer = mod instanceof FloatConvReLU1d || mod instanceof FloatConvReLU2d ? mod.at(0) : mod;
  if (!(layer instanceof FloatConv1d || layer instanceof FloatConv2d))
    throw new AssertionError(`nnq.${Class.name}.from_float only works for convolutions, but got: ${mod._get_name()}`);
  if (!mod.qconfig) throw new AssertionError('Input float module must have qconfig defined.');
  const bn = batchNormOf(layer);
  if (bn?.running_mean && bn.running_var) {
    const { weight, bias } = affineOf(layer);
    [layer.weight, layer.bias] = fuse_conv_bn_weights(
      weight,
      bias,
      bn.running_mean,
      bn.running_var,
      bn.eps,
      bn.weight,
      bn.bias,
    );
  }
  const observer =
    trained instanceof Module ? asWeightObserver(trained) : weightObserver((layer.qconfig ?? mod.qconfig).weight);
  const { weight, bias } = affineOf(layer);
  observer(weight);
  if (typeof layer.padding === 'string')
    throw new AssertionError(`padding='${layer.padding}' is not supported by quantized convolution`);
  const { in_channels, out_channels, kernel_size, stride, padding, dilation, groups, padding_mode } = layer;
  const made = new Class(
    in_channels,
    out_channels,
    kernel_size,
    stride,
    padding,
    dilation,
    groups,
    bias !== null,
    padding_mode,
  );
  made.set_weight_bias(quantizeWeight(weight, observer), bias);
  Object.assign(made, outputQuantizer(output));
  return made;
}

/** Convolution of quantized tensors [N, C, L] (quint8) with a qint8 weight, summed in 32-bit integers. */
export class Conv1d extends QuantizedConv {
  /** @internal */
  override _dimensions(): 1 {
    return 1;
  }
  /** Of a prepared and calibrated layer. */
  static from_float(mod: Module): Conv1d {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return convFrom(this, mod);
  }
}
/** Convolution of quantized tensors [N, C, H, W] (quint8) with a qint8 weight, summed in 32-bit integers. */
export class Conv2d extends QuantizedConv {
  /** @internal */
  override _dimensions(): 2 {
    return 2;
  }
  /** Of a prepared and calibrated (or quantization-aware trained) layer. */
  static from_float(mod: Module): Conv2d {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return convFrom(this, mod);
  }
}
/** Conv1d and ReLU as one layer. */
export class ConvReLU1d extends Conv1d {
  /** @internal */
  override _relu(): boolean {
    return true;
  }
}
/** Conv2d and ReLU as one layer. */
export class ConvReLU2d extends Conv2d {
  /** @internal */
  override _relu(): boolean {
    return true;
  }
}
