// Arithmetic between tensors as modules, so that its results can be observed: FloatFunctional, and the QFunctional that
// convert makes of it.
import { AssertionError, RuntimeError } from '../../device/device.ts';
import { torch } from '../../core.ts';
import { float } from '../../nn/arguments.ts';
import { Identity } from '../../nn/layers/linear.ts';
import { Module, type StateDict } from '../../nn/module.ts';
import { type Tensor, valuesOf } from '../../tensor.ts';
import { codeRange, nearest } from '../arithmetic.ts';
import {
  codeType,
  codeValues,
  couldNotRun,
  dequantized,
  fromCodes,
  inLayoutOf,
  isQuantizedTensor,
  type PerTensor,
  perTensor,
  perTensorOf,
  quantized,
} from '../quantizer.ts';
import { loadsOwn, numberOf, outputQuantizer, saveInto, scalar } from './weight.ts';

const observe = (m: Module, t: Tensor): Tensor => (m as Module & { forward(x: Tensor): Tensor })(t); // an observer, or Identity

/** Write `this.skip.add(x, y)` with `skip = new nn.quantized.FloatFunctional()` where a model to be quantized adds tensors. */
export class FloatFunctional extends Module {
  activation_post_process: Module = new Identity();
  forward(_: Tensor): Tensor {
    throw new RuntimeError("FloatFunctional is not intended to use the 'forward'. Please use the underlying operation");
  }
  add(x: Tensor, y: Tensor): Tensor {
    return observe(this.activation_post_process, x.add(y));
  }
  add_scalar(x: Tensor, y: number): Tensor {
    return x.add(y);
  }
  mul(x: Tensor, y: Tensor): Tensor {
    return observe(this.activation_post_process, x.mul(y));
  }
  mul_scalar(x: Tensor, y: number): Tensor {
    return x.mul(y);
  }
  cat(x: readonly Tensor[], dim: number | { dim?: number } = 0): Tensor {
    return observe(this.activation_post_process, torch.cat(x, typeof dim === 'number' ? dim : (dim.dim ?? 0)));
  }
  add_relu(x: Tensor, y: Tensor): Tensor {
    return observe(this.activation_post_process, x.add(y).relu());
  }
}

/** The same operations on quantized tensors, with this module's scale and zero point for the results. */
export class QFunctional extends Module {
  scale = 1;
  zero_point = 0;
  activation_post_process: Module = new Identity();
  constructor() {
    super();
    loadsOwn(this, ['scale', 'zero_point'], (m, [scale, zero]) => {
      if (!(m instanceof QFunctional)) return;
      m.scale = numberOf(scale);
      m.zero_point = numberOf(zero);
    });
  }
  /** The operation on the values, its result quantized. */
  _computed(name: string, tensors: readonly Tensor[], compute: (values: Tensor[]) => Tensor): Tensor {
    const [first] = tensors;
    if (!first || !tensors.every(isQuantizedTensor)) throw couldNotRun(`quantized::${name}`, 'CPU');
    const result = compute(tensors.map(dequantized));
    const q = perTensor(this.scale, this.zero_point);
    return observe(
      this.activation_post_process,
      inLayoutOf(first, quantized(valuesOf(result), result.shape, first.dtype, q)),
    );
  }
  forward(_: Tensor): Tensor {
    throw new RuntimeError("Functional is not intended to use the 'forward'. Please use the underlying operation");
  }
  add(x: Tensor, y: Tensor): Tensor {
    return this._computed('add', [x, y], ([a, b]) => (a as Tensor).add(b as Tensor));
  }
  add_relu(x: Tensor, y: Tensor): Tensor {
    return this._computed('add_relu', [x, y], ([a, b]) => (a as Tensor).add(b as Tensor).relu());
  }
  mul(x: Tensor, y: Tensor): Tensor {
    return this._computed('mul', [x, y], ([a, b]) => (a as Tensor).mul(b as Tensor));
  }
  cat(x: readonly Tensor[], dim: number | { dim?: number } = 0): Tensor {
    return this._computed('cat', x, (values) => torch.cat(values, typeof dim === 'number' ? dim : (dim.dim ?? 0)));
  }
  /** Moves the zero point where it can; the codes stay. */
  add_scalar(x: Tensor, y: number): Tensor {
    if (!isQuantizedTensor(x)) throw couldNotRun('quantized::add_scalar', 'CPU');
    const { scale, zero_point } = perTensorOf(x, 'quantized::add_scalar');
    const [low, high] = codeRange(x.dtype);
    const steps = nearest(y / scale);
    const zero = zero_point - steps;
    if (zero >= low && zero <= high) return withQuantizer(x, perTensor(scale, zero));
    // The zero point stops at the end of the codes; the scale grows by what it lacks.
    const grown = zero < low ? ((high - zero) / (high - low)) * scale : ((zero - low) / (high - low)) * scale;
    const q = perTensor(grown, zero < low ? low : high);
    return requantized(x, q, (code) => scale * (code - zero));
  }
  /** Scales the scale; a negative factor mirrors the codes. */
  mul_scalar(x: Tensor, y: number): Tensor {
    if (!isQuantizedTensor(x)) throw couldNotRun('quantized::mul_scalar', 'CPU');
    const { scale, zero_point } = perTensorOf(x, 'quantized::mul_scalar');
    if (y > 0) return withQuantizer(x, perTensor(scale * y, zero_point));
    const [low, high] = codeRange(x.dtype);
    const codes = codeValues(x);
    const out = codeType(x.dtype).allocate(codes.length);
    if (y < 0) for (let i = 0; i < out.length; i++) out[i] = low + high - codes[i]!;
    const q = y < 0 ? perTensor(-scale * y, low + high - zero_point) : perTensor(1, 0);
    return fromCodes(out, x.shape, x.dtype, q);
  }
  override state_dict(options: Parameters<Module['state_dict']>[0] = {}): StateDict {
    const { destination = {}, prefix = '' } = options;
    saveInto(destination, prefix, { scale: scalar(this.scale), zero_point: scalar(this.zero_point, true) });
    return super.state_dict({ ...options, destination });
  }
  override extra_repr(): string {
    return `scale=${float(this.scale)}, zero_point=${this.zero_point}`;
  }
  static from_float(mod: Module): QFunctional {
    if (!(mod instanceof FloatFunctional))
      throw new AssertionError('QFunctional.from_float expects an instance of FloatFunctional');
    return Object.assign(new QFunctional(), outputQuantizer(mod.activation_post_process));
  }
}
function withQuantizer(x: Tensor, q: PerTensor): Tensor {
  const codes = codeType(x.dtype).allocate(x.numel());
  codes.set(codeValues(x));
  return fromCodes(codes, x.shape, x.dtype, q);
}
function requantized(x: Tensor, q: PerTensor, value: (code: number) => number): Tensor {
  return quantized(Float32Array.from(codeValues(x), value), x.shape, x.dtype, q);
}
