import type { Tensor } from '../../tensor.ts';
import { bindArguments, float, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';
import { fromValues } from '../../tensor.ts';
import { type Factory, noFactory } from './linear.ts';
import { get_default_dtype } from '../../dtype.ts';

interface InPlace {
  /** Writes the result into the input's memory. Default: false. */
  inplace?: boolean;
}
abstract class Elementwise extends Module {
  readonly inplace: boolean;
  constructor(inplace: boolean | InPlace = false) {
    super();
    this.inplace = typeof inplace === 'boolean' ? inplace : (inplace.inplace ?? false);
  }
  override extra_repr(): string {
    return this.inplace ? 'inplace=True' : '';
  }
  /** @internal */
  _repr(...parts: string[]): string {
    return [...parts, ...(this.inplace ? ['inplace=True'] : [])].join(', ');
  }
}
/** max(0, x). */
export class ReLU extends Elementwise {
  forward(input: Tensor): Tensor {
    return this.inplace ? input.relu_() : input.relu();
  }
}
/** x · sigmoid(x). */
export class SiLU extends Elementwise {
  forward(input: Tensor): Tensor {
    return F.silu(input, this.inplace);
  }
}
/** x · tanh(softplus(x)). */
export class Mish extends Elementwise {
  forward(input: Tensor): Tensor {
    return F.mish(input, this.inplace);
  }
}
/** 1.0507 · (x where positive, 1.6733 · (eˣ − 1) elsewhere). */
export class SELU extends Elementwise {
  forward(input: Tensor): Tensor {
    return F.selu(input, this.inplace);
  }
}
/** min(max(0, x + 3), 6) / 6. */
export class Hardsigmoid extends Elementwise {
  forward(input: Tensor): Tensor {
    return F.hardsigmoid(input, this.inplace);
  }
}
/** x · hardsigmoid(x). */
export class Hardswish extends Elementwise {
  forward(input: Tensor): Tensor {
    return F.hardswish(input, this.inplace);
  }
}
/** (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ). */
export class Tanh extends Module {
  forward(input: Tensor): Tensor {
    return input.tanh();
  }
}
/** 1 / (1 + e⁻ˣ). */
export class Sigmoid extends Module {
  forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}
/** log(1 / (1 + e⁻ˣ)). */
export class LogSigmoid extends Module {
  forward(input: Tensor): Tensor {
    return F.logsigmoid(input);
  }
}
/** x / (1 + |x|). */
export class Softsign extends Module {
  forward(input: Tensor): Tensor {
    return F.softsign(input);
  }
}
/** x − tanh(x). */
export class Tanhshrink extends Module {
  forward(input: Tensor): Tensor {
    return F.tanhshrink(input);
  }
}
/** x · Φ(x); `approximate: 'tanh'` for the faster formula. */
export class GELU extends Module {
  readonly approximate: 'none' | 'tanh';
  constructor(approximate: 'none' | 'tanh' | { approximate?: 'none' | 'tanh' } = 'none') {
    super();
    this.approximate = typeof approximate === 'string' ? approximate : (approximate.approximate ?? 'none');
  }
  forward(input: Tensor): Tensor {
    return F.gelu(input, this.approximate);
  }
  override extra_repr(): string {
    return `approximate='${this.approximate}'`;
  }
}
/** x where positive, negative_slope · x elsewhere. */
export class LeakyReLU extends Elementwise {
  readonly negative_slope: number;
  constructor(negative_slope?: number | (InPlace & { negative_slope?: number }), inplace?: boolean | InPlace);
  constructor(...args: unknown[]) {
    const { negative_slope, inplace } = bindArguments('LeakyReLU', args, { negative_slope: 0.01, inplace: false });
    super(inplace);
    this.negative_slope = negative_slope;
  }
  forward(input: Tensor): Tensor {
    return F.leaky_relu(input, this.negative_slope, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`negative_slope=${this.negative_slope}`);
  }
}
/** x where positive, α(eˣ − 1) elsewhere. */
export class ELU extends Elementwise {
  readonly alpha: number;
  constructor(alpha?: number | (InPlace & { alpha?: number }), inplace?: boolean | InPlace);
  constructor(...args: unknown[]) {
    const { alpha, inplace } = bindArguments('ELU', args, { alpha: 1, inplace: false });
    super(inplace);
    this.alpha = alpha;
  }
  forward(input: Tensor): Tensor {
    return F.elu(input, this.alpha, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`alpha=${float(this.alpha)}`);
  }
}
/** max(0, x) + min(0, α(e^{x/α} − 1)). */
export class CELU extends Elementwise {
  readonly alpha: number;
  constructor(alpha?: number | (InPlace & { alpha?: number }), inplace?: boolean | InPlace);
  constructor(...args: unknown[]) {
    const { alpha, inplace } = bindArguments('CELU', args, { alpha: 1, inplace: false });
    super(inplace);
    this.alpha = alpha;
  }
  forward(input: Tensor): Tensor {
    return F.celu(input, this.alpha, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`alpha=${float(this.alpha)}`);
  }
}
/** x kept within [min_val, max_val]. */
export class Hardtanh extends Elementwise {
  readonly min_val: number;
  readonly max_val: number;
  constructor(
    min_val?: number | (InPlace & { min_val?: number; max_val?: number }),
    max_val?: number,
    inplace?: boolean,
  );
  constructor(...args: unknown[]) {
    const { min_val, max_val, inplace } = bindArguments('Hardtanh', args, { min_val: -1, max_val: 1, inplace: false });
    super(inplace);
    this.min_val = min_val;
    this.max_val = max_val;
  }
  forward(input: Tensor): Tensor {
    return F.hardtanh(input, this.min_val, this.max_val, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`min_val=${float(this.min_val)}`, `max_val=${float(this.max_val)}`);
  }
}
/** min(max(0, x), 6). */
export class ReLU6 extends Hardtanh {
  constructor(inplace: boolean | InPlace = false) {
    super(0, 6, typeof inplace === 'boolean' ? inplace : (inplace.inplace ?? false));
  }
  override forward(input: Tensor): Tensor {
    return F.relu6(input, this.inplace);
  }
  override extra_repr(): string {
    return this._repr();
  }
}
/** x above the threshold, value elsewhere. */
export class Threshold extends Elementwise {
  readonly threshold: number;
  readonly value: number;
  constructor(threshold: number, value: number, inplace?: boolean | InPlace);
  constructor(...args: unknown[]) {
    const { threshold, value, inplace } = bindArguments('Threshold', args, {
      threshold: needed<number>(),
      value: needed<number>(),
      inplace: false,
    });
    super(inplace);
    this.threshold = threshold;
    this.value = value;
  }
  forward(input: Tensor): Tensor {
    return F.threshold(input, this.threshold, this.value, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`threshold=${this.threshold}`, `value=${this.value}`);
  }
}
/** x where positive; elsewhere a · x with a drawn from [lower, upper) in training, their mean in evaluation. */
export class RReLU extends Elementwise {
  readonly lower: number;
  readonly upper: number;
  constructor(lower?: number | (InPlace & { lower?: number; upper?: number }), upper?: number, inplace?: boolean);
  constructor(...args: unknown[]) {
    const { lower, upper, inplace } = bindArguments('RReLU', args, { lower: 1 / 8, upper: 1 / 3, inplace: false });
    super(inplace);
    this.lower = lower;
    this.upper = upper;
  }
  forward(input: Tensor): Tensor {
    return rrelu(input, this.lower, this.upper, this.training, this.inplace);
  }
  override extra_repr(): string {
    return this._repr(`lower=${this.lower}`, `upper=${this.upper}`);
  }
}
const rrelu = (...args: unknown[]): Tensor => (Reflect.get(F, 'rrelu') as (...a: unknown[]) => Tensor)(...args);
/** log(1 + e^{βx}) / β, x itself where βx > threshold. */
export class Softplus extends Module {
  readonly beta: number;
  readonly threshold: number;
  constructor(beta?: number | { beta?: number; threshold?: number }, threshold?: number);
  constructor(...args: unknown[]) {
    super();
    const { beta, threshold } = bindArguments('Softplus', args, { beta: 1, threshold: 20 });
    this.beta = beta;
    this.threshold = threshold;
  }
  forward(input: Tensor): Tensor {
    return F.softplus(input, this.beta, this.threshold);
  }
  override extra_repr(): string {
    return `beta=${float(this.beta)}, threshold=${float(this.threshold)}`;
  }
}
/** 0 within [−λ, λ], x elsewhere. */
export class Hardshrink extends Module {
  readonly lambd: number;
  constructor(lambd: number | { lambd?: number } = 0.5) {
    super();
    this.lambd = typeof lambd === 'number' ? lambd : (lambd.lambd ?? 0.5);
  }
  forward(input: Tensor): Tensor {
    return F.hardshrink(input, this.lambd);
  }
  override extra_repr(): string {
    return String(this.lambd);
  }
}
/** x moved towards 0 by λ. */
export class Softshrink extends Module {
  readonly lambd: number;
  constructor(lambd: number | { lambd?: number } = 0.5) {
    super();
    this.lambd = typeof lambd === 'number' ? lambd : (lambd.lambd ?? 0.5);
  }
  forward(input: Tensor): Tensor {
    return F.softshrink(input, this.lambd);
  }
  override extra_repr(): string {
    return String(this.lambd);
  }
}
/** The first half along dim times the sigmoid of the second. */
export class GLU extends Module {
  readonly dim: number;
  constructor(dim: number | { dim?: number } = -1) {
    super();
    this.dim = typeof dim === 'number' ? dim : (dim.dim ?? -1);
  }
  forward(input: Tensor): Tensor {
    return F.glu(input, this.dim);
  }
  override extra_repr(): string {
    return `dim=${this.dim}`;
  }
}
/** x where positive, weight · x elsewhere; weight is learned, one for all or one a channel (dim 1). */
export class PReLU extends Module {
  readonly num_parameters: number;
  weight: Parameter;
  constructor(
    num_parameters?: number | (Factory & { num_parameters?: number; init?: number }),
    init?: number | Factory,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super();
    const { num_parameters, init, dtype } = bindArguments('PReLU', args, {
      num_parameters: 1,
      init: 0.25,
      ...noFactory,
    });
    this.num_parameters = num_parameters;
    this.weight = new Parameter(
      fromValues(new Float64Array(num_parameters).fill(init), [num_parameters], dtype ?? get_default_dtype()),
    );
  }
  forward(input: Tensor): Tensor {
    const shape = input.shape.map((_, d) => (d === 1 ? this.num_parameters : 1));
    const slope = this.num_parameters === 1 || input.shape.length < 2 ? this.weight : this.weight.reshape(shape);
    return input.clamp_min(0).add(input.clamp_max(0).mul(slope));
  }
  override extra_repr(): string {
    return `num_parameters=${this.num_parameters}`;
  }
}

abstract class AlongDim extends Module {
  readonly dim: number | null;
  constructor(dim: number | null | { dim?: number | null } = null) {
    super();
    this.dim = typeof dim === 'object' && dim !== null ? (dim.dim ?? null) : dim;
  }
  /** @internal PyTorch's old rule where dim was left out */
  _dim(input: Tensor): number {
    return this.dim ?? ([0, 1, 3].includes(input.shape.length) ? 0 : 1);
  }
  override extra_repr(): string {
    return `dim=${repr(this.dim)}`;
  }
}
/** eˣ / Σ eˣ along dim. */
export class Softmax extends AlongDim {
  forward(input: Tensor): Tensor {
    return input.softmax(this._dim(input));
  }
}
/** log(eˣ / Σ eˣ) along dim. */
export class LogSoftmax extends AlongDim {
  forward(input: Tensor): Tensor {
    return input.log_softmax(this._dim(input));
  }
}
/** softmax(−x) along dim. */
export class Softmin extends AlongDim {
  forward(input: Tensor): Tensor {
    return input.neg().softmax(this._dim(input));
  }
}
/** softmax over the channels of [N, C, H, W]. */
export class Softmax2d extends Module {
  forward(input: Tensor): Tensor {
    return input.softmax(-3);
  }
}
