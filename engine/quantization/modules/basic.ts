// Quantized forms of layers without weights, and the two ends of a quantized model.
import { AssertionError } from '../../device/device.ts';
import { type DType, int64 } from '../../dtype.ts';
import { torch } from '../../core.ts';
import { ReLU6 as FloatReLU6 } from '../../nn/layers/activations.ts';
import { Dropout as FloatDropout } from '../../nn/layers/dropout.ts';
import { Module } from '../../nn/module.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { attribute, outputQuantizer } from './weight.ts';

/** Quantizes floats with a fixed scale and zero point: what a QuantStub becomes. */
export class Quantize extends Module {
  declare scale: Tensor;
  declare zero_point: Tensor;
  readonly dtype: DType;
  constructor(scale: number, zero_point: number, dtype: DType) {
    super();
    this.register_buffer('scale', fromValues([scale], [1]));
    this.register_buffer('zero_point', fromValues([zero_point], [1], int64));
    this.dtype = dtype;
  }
  forward(x: Tensor): Tensor {
    return torch.quantize_per_tensor(x, this.scale, this.zero_point, this.dtype);
  }
  static from_float(mod: Module): Quantize {
    const observer = attribute(mod, 'activation_post_process');
    const { scale, zero_point } = outputQuantizer(observer);
    if (!(observer instanceof Module && 'dtype' in observer)) throw new AssertionError('a QuantStub needs an observer');
    return new Quantize(scale, zero_point, observer.dtype as DType); // outputQuantizer has checked that it observes
  }
  override extra_repr(): string {
    return `scale=${this.scale}, zero_point=${this.zero_point}, dtype=${this.dtype}`;
  }
}
/** Back to floats: what a DeQuantStub becomes. */
export class DeQuantize extends Module {
  forward(x: Tensor): Tensor {
    return x.dequantize();
  }
  static from_float(_: Module): DeQuantize {
    return new DeQuantize();
  }
}
/** ReLU6 on codes. */
export class ReLU6 extends FloatReLU6 {
  override _get_name(): string {
    return 'QuantizedReLU6';
  }
  static from_float(mod: Module): ReLU6 {
    return new ReLU6(mod instanceof FloatReLU6 && mod.inplace);
  }
}
/** Passes quantized tensors on: dropout is for training. */
export class Dropout extends FloatDropout {
  override forward(input: Tensor): Tensor {
    return input;
  }
  override _get_name(): string {
    return 'QuantizedDropout';
  }
  static from_float(mod: Module): Dropout {
    return mod instanceof FloatDropout ? new Dropout(mod.p, mod.inplace) : new Dropout();
  }
}
