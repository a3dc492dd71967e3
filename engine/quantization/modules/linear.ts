import { AssertionError, RuntimeError } from '../../device/device.ts';
import { type DType, qint8 } from '../../dtype.ts';
import { bindArguments, float, needed } from '../../nn/arguments.ts';
import { Linear as FloatLinear } from '../../nn/layers/linear.ts';
import { Module, type StateDict } from '../../nn/module.ts';
import { fromValues, Tensor } from '../../tensor.ts';
import { LinearReLU as FloatLinearReLU } from './intrinsic.ts';
import { quantizedLinear } from '../layers.ts';
import { quantizerOf } from '../quantizer.ts';
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

/** Weight (qint8) and bias (float32) of a quantized linear layer, under the name that PyTorch's state dicts give them. */
export class LinearPackedParams extends Module {
  dtype: DType = qint8;
  /** @internal */
  _weight: Tensor;
  /** @internal */
  _bias: Tensor | null;
  constructor(weight: Tensor, bias: Tensor | null) {
    super();
    this._weight = weight;
    this._bias = bias;
    loadsOwn(this, ['dtype', '_packed_params'], (m, [dtype, packed]) => {
      if (!(m instanceof LinearPackedParams) || dtype !== qint8 || !Array.isArray(packed))
        throw new RuntimeError('Unsupported dtype on quantized linear: only torch.qint8 weights are read');
      const [weight, bias] = packed;
      if (weight instanceof Tensor) m.set_weight_bias(weight, bias instanceof Tensor ? bias : null);
    });
  }
  set_weight_bias(weight: Tensor, bias: Tensor | null): void {
    this._weight = weight;
    this._bias = packedBias(bias, weight.shape[0] ?? 0);
  }
  forward(x: Tensor): Tensor {
    return x;
  }
  override state_dict(options: StateOptions = {}): StateDict {
    const { destination = {}, prefix = '' } = options;
    saveInto(destination, prefix, { dtype: this.dtype, _packed_params: [this._weight, this._bias] });
    return super.state_dict({ ...options, destination });
  }
}

export interface QuantizedLinearOptions {
  bias_?: boolean;
  dtype?: DType;
}
/**
 * A linear layer on quantized tensors: input [*, in_features] (quint8), weight qint8, sums in 32-bit integers, output
 * [*, out_features] with the layer's own `scale` and `zero_point`.
 */
export class Linear extends Module {
  readonly in_features: number;
  readonly out_features: number;
  /** Of the output. */
  scale = 1;
  /** Of the output. */
  zero_point = 0;
  readonly _packed_params: LinearPackedParams;
  constructor(in_features: number, out_features: number, bias_?: boolean | QuantizedLinearOptions, dtype?: DType);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('Linear', args, {
      in_features: needed<number>(),
      out_features: needed<number>(),
      bias_: true,
      dtype: qint8 as DType,
    });
    if (o.dtype !== qint8) throw new RuntimeError('Unsupported dtype specified for quantized Linear!');
    this.in_features = o.in_features;
    this.out_features = o.out_features;
    const bias = o.bias_ ? fromValues(new Float32Array(o.out_features), [o.out_features]) : null;
    this._packed_params = new LinearPackedParams(emptyWeight([o.out_features, o.in_features]), bias);
    loadsOwn(this, ['scale', 'zero_point'], (m, [scale, zero]) => {
      if (!(m instanceof Linear)) return;
      m.scale = numberOf(scale);
      m.zero_point = numberOf(zero);
    });
  }
  forward(x: Tensor): Tensor {
    return quantizedLinear(x, this.weight(), this.bias(), {
      scale: this.scale,
      zero_point: this.zero_point,
      relu: false,
    });
  }
  /** The qint8 weight [out_features, in_features]. */
  weight(): Tensor {
    return this._packed_params._weight;
  }
  /** The float32 bias [out_features]. */
  bias(): Tensor | null {
    return this._packed_params._bias;
  }
  set_weight_bias(weight: Tensor, bias: Tensor | null): void {
    this._packed_params.set_weight_bias(weight, bias);
  }
  override state_dict(options: StateOptions = {}): StateDict {
    const { destination = {}, prefix = '' } = options;
    saveInto(destination, prefix, { scale: scalar(this.scale), zero_point: scalar(this.zero_point, true) });
    return super.state_dict({ ...options, destination });
  }
  override _get_name(): string {
    return 'QuantizedLinear';
  }
  override extra_repr(): string {
    return `in_features=${this.in_features}, out_features=${this.out_features}, scale=${float(this.scale)}, zero_point=${this.zero_point}, qscheme=${quantizerOf(this.weight()).qscheme}`;
  }
  /** @internal packed parameters are not shown */
  override _child_lines(): string[] {
    return [];
  }
  /** Of a prepared and calibrated (or quantization-aware trained) layer. */
  static from_float(mod: Module): Linear {
    return linearFrom(mod, (a, b, bias) => new this(a, b, bias));
  }
}
/** Weight and bias of what has them. */
export const affineOf = (m: Module): { weight: Tensor; bias: Tensor | null } => {
  const [weight, bias] = [attribute(m, 'weight'), attribute(m, 'bias')];
  if (!(weight instanceof Tensor)) throw new AssertionError(`${m._get_name()} has no weight to quantize`);
  return { weight, bias: bias instanceof Tensor ? bias : null };
};
function linearFrom(mod: Module, make: (i: number, o: number, bias: boolean) => Linear): Linear {
  const output = attribute(mod, 'activation_post_process');
  const trained = attribute(mod, 'weight_fake_quant');
  const layer = mod instanceof FloatLinearReLU ? mod.at(0) : mod;
  if (!(layer instanceof FloatLinear))
    throw new AssertionError(`nnq.Linear.from_float only works for Linear and LinearReLU, but got: ${mod._get_name()}`);
  if (!mod.qconfig) throw new AssertionError('Input float module must have qconfig defined');
  const observer =
    trained instanceof Module ? asWeightObserver(trained) : weightObserver((layer.qconfig ?? mod.qconfig).weight);
  const { weight, bias } = affineOf(layer);
  observer(weight);
  const made = make(layer.in_features, layer.out_features, bias !== null);
  made.set_weight_bias(quantizeWeight(weight, observer), bias);
  Object.assign(made, outputQuantizer(output));
  return made;
}

/** Linear and ReLU as one layer: what is negative becomes zero while sums become codes. */
export class LinearReLU extends Linear {
  override forward(x: Tensor): Tensor {
    return quantizedLinear(x, this.weight(), this.bias(), {
      scale: this.scale,
      zero_point: this.zero_point,
      relu: true,
    });
  }
  override _get_name(): string {
    return 'QuantizedLinearReLU';
  }
}
