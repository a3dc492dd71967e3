// Observers: modules that pass their input on and remember its range, from which scale and zero point follow.
import { AssertionError, NotImplementedError } from '../device/device.ts';
import { type DType, float16, float32, int32, int64, qint32, qint8, quint8 } from '../dtype.ts';
import { bindArguments, float } from '../nn/arguments.ts';
import { Module, type StateDict } from '../nn/module.ts';
import { fromValues, Tensor, valuesOf } from '../tensor.ts';
import { warn } from '../warnings.ts';
import { codeRange, nearest } from './arithmetic.ts';
import { type Factory, type ModuleClass, withArguments } from './partial.ts';
import {
  isPerTensor,
  isSymmetric,
  per_channel_affine,
  per_channel_affine_float_qparams,
  per_tensor_affine,
  type QScheme,
} from './qscheme.ts';

export interface ObserverOptions {
  /** Of the codes: torch.quint8 (the default), torch.qint8 or torch.qint32. */
  dtype?: DType;
  /** Default: torch.per_tensor_affine, or per_channel_affine where there is a scale a channel. */
  qscheme?: QScheme;
  /** Leaves one bit unused, as FBGEMM's 16-bit sums need. Default: false. */
  reduce_range?: boolean;
  /** The codes used, where not all are. */
  quant_min?: number | null;
  quant_max?: number | null;
  factory_kwargs?: object | null;
  /** The smallest scale. Default: 2⁻²³. */
  eps?: number;
}
export interface AveragingOptions extends ObserverOptions {
  /** How far a new range moves the old one. Default: 0.01. */
  averaging_constant?: number;
}
export interface PerChannelOptions extends ObserverOptions {
  /** The dimension of the channels. Default: 0. */
  ch_axis?: number;
}
/** Scale (float32) and zero point, each [1] or [channels]. */
export type QParams = [scale: Tensor, zero_point: Tensor];

const float32Eps = 2 ** -23;
/** Arguments in their order, with their defaults. */
const defaults = {
  dtype: quint8 as DType,
  qscheme: per_tensor_affine as QScheme,
  reduce_range: false,
  quant_min: null as number | null,
  quant_max: null as number | null,
  factory_kwargs: null as object | null,
  eps: float32Eps,
};
type Bound = typeof defaults;

/** A buffer's new values, and its new shape. */
export function refill(buffer: Tensor, values: Tensor): void {
  buffer.resize_([...values.shape]);
  buffer.copy_(values);
}
/** As Python's format: a tensor of no dimensions as its number. */
const shown = (t: Tensor): string => (t.dim() === 0 ? float(Number(t.item())) : String(t));

/** Base of all observers: subclass it, write `forward` and `calculate_qparams`. */
export abstract class ObserverBase extends Module {
  dtype: DType;
  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
  }
  abstract forward(x: Tensor): Tensor;
  abstract calculate_qparams(): QParams;
  /** A factory of such observers with these arguments: what a QConfig takes. */
  static with_args<M extends Module>(this: ModuleClass<M>, options: Readonly<Record<string, unknown>>): Factory<M> {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return withArguments(this, options);
  }
}

function usedCodes(o: Bound): [low: number, high: number] {
  const { quant_min, quant_max, dtype, reduce_range } = o;
  if (quant_min !== null && quant_max !== null) {
    if (quant_min > 0 || quant_max < 0) throw new AssertionError('Used-specified quantization range must include 0.');
    if (quant_min >= quant_max)
      throw new AssertionError('qmin must be strictly less than qmax for user-specified quantization range.');
    if (dtype === qint8 && quant_max - quant_min + 1 > 256)
      throw new AssertionError('quantization range should be positive and not exceed the maximum bit range (=256).');
    return reduce_range ? [Math.floor(quant_min / 2), Math.floor(quant_max / 2)] : [quant_min, quant_max];
  }
  const [low, high] = codeRange(dtype);
  return reduce_range && dtype !== qint32 ? [low / 2, Math.floor(high / 2)] : [low, high];
}

/** Base of observers whose scale follows from a smallest and a largest value. */
export abstract class UniformQuantizationObserverBase extends ObserverBase {
  readonly qscheme: QScheme;
  readonly reduce_range: boolean;
  readonly has_customized_qrange: boolean;
  readonly quant_min: number;
  readonly quant_max: number;
  declare eps: Tensor;
  /** @internal */
  constructor(o: Bound) {
    super(o.dtype);
    this.qscheme = o.qscheme;
    if (o.reduce_range)
      warn(
        'Please use quant_min and quant_max to specify the range for observers. reduce_range will be deprecated in a future release of PyTorch.',
      );
    this.reduce_range = o.reduce_range;
    this.register_buffer('eps', fromValues([o.eps], [1]));
    if (![qint8, quint8, qint32].includes(o.dtype as typeof quint8))
      throw new AssertionError('Default Observer only works for qint8, quint8 and qint32 data type');
    this.has_customized_qrange = o.quant_min !== null && o.quant_max !== null;
    [this.quant_min, this.quant_max] = usedCodes(o);
    if (o.qscheme.name.endsWith('symmetric') && o.reduce_range && o.dtype === quint8)
      throw new NotImplementedError('Cannot reduce range for symmetric quantization for quint8');
  }
  /** @internal */
  _calculate_qparams(min_val: Tensor, max_val: Tensor): QParams {
    if (!isValid(min_val, max_val)) return [fromValues([1], [1]), fromValues([0], [1], int64)];
    const { quant_min, quant_max, qscheme } = this;
    const [mins, maxs] = [valuesOf(min_val), valuesOf(max_val)];
    const eps = Number(this.eps.item());
    const n = mins.length;
    const scales = new Float32Array(n);
    const zeros = new Float64Array(n);
    const steps = quant_max - quant_min;
    const floating = qscheme === per_channel_affine_float_qparams;
    const middle = this.has_customized_qrange ? Math.floor((quant_min + quant_max) / 2) : 128;
    for (let i = 0; i < n; i++) {
      const low = Math.min(mins[i]!, 0);
      const high = Math.max(maxs[i]!, 0);
      if (isSymmetric(qscheme)) {
        scales[i] = Math.max(Math.fround(Math.max(-low, high) / (steps / 2)), eps);
        zeros[i] = this.dtype === quint8 ? middle : 0;
      } else if (floating) {
        const scale = Math.fround(Math.fround(maxs[i]! - mins[i]!) / steps);
        scales[i] = scale > eps ? scale : 1;
        zeros[i] = Math.fround(-mins[i]! / scales[i]!);
      } else {
        scales[i] = Math.max(Math.fround(Math.fround(high - low) / steps), eps);
        const zero = quant_min - nearest(Math.fround(low / scales[i]!));
        zeros[i] = Math.max(quant_min, Math.min(quant_max, zero)) + 0;
      }
    }
    const type = floating ? float32 : isSymmetric(qscheme) ? int64 : int32;
    return [fromValues(scales, [n]), fromValues(zeros, [n], type)];
  }
  reset_min_max_vals(): void {
    throw new NotImplementedError('Cannot reset min/max values in the given observer.');
  }
}
function isValid(min_val: Tensor, max_val: Tensor): boolean {
  const [mins, maxs] = [valuesOf(min_val), valuesOf(max_val)];
  if (mins.length === 0 || maxs.length === 0 || (mins[0] === Infinity && maxs[0] === -Infinity)) {
    warn('must run observer before calling calculate_qparams. Returning default values.');
    return false;
  }
  for (let i = 0; i < mins.length; i++)
    if (!(mins[i]! <= maxs[i]!)) throw new AssertionError(`min ${min_val} should be less than max ${max_val}`);
  return true;
}

function needPerTensor(name: string, qscheme: QScheme): void {
  if (!isPerTensor(qscheme))
    throw new NotImplementedError(
      `${name}'s qscheme only support torch.per_tensor_symmetric and torch.per_tensor_affine.`,
    );
}
function needPerChannel(name: string, qscheme: QScheme): void {
  if (isPerTensor(qscheme))
    throw new NotImplementedError(
      `${name}'s qscheme only support torch.per_channel_symmetric, torch.per_channel_affine and torch.per_channel_affine_float_qparams.`,
    );
}
/** Values as an observer sees them: float32, without history. */
const observed = (x: Tensor): Tensor => x.detach().to(float32);
const moved = (old: Tensor, now: Tensor, constant: number): Tensor => old.add(now.sub(old).mul(constant));

/** Remembers the smallest and the largest value of all it has seen. */
export class MinMaxObserver extends UniformQuantizationObserverBase {
  declare min_val: Tensor;
  declare max_val: Tensor;
  constructor(options?: ObserverOptions);
  constructor(...args: unknown[]) {
    const o = bindArguments('MinMaxObserver', args, defaults);
    needPerTensor('MinMaxObserver', o.qscheme);
    super(o);
    this.register_buffer('min_val', fromValues([Infinity], []));
    this.register_buffer('max_val', fromValues([-Infinity], []));
  }
  forward(x_orig: Tensor): Tensor {
    if (x_orig.numel() === 0) return x_orig;
    const [min, max] = observed(x_orig).aminmax();
    this.min_val.copy_(min.minimum(this.min_val));
    this.max_val.copy_(max.maximum(this.max_val));
    return x_orig;
  }
  calculate_qparams(): QParams {
    return this._calculate_qparams(this.min_val, this.max_val);
  }
  override extra_repr(): string {
    return `min_val=${shown(this.min_val)}, max_val=${shown(this.max_val)}`;
  }
  override reset_min_max_vals(): void {
    this.min_val.fill_(Infinity);
    this.max_val.fill_(-Infinity);
  }
}

/** Moves its range a little towards that of each new input: min ← min + averaging_constant · (min of x − min). */
export class MovingAverageMinMaxObserver extends MinMaxObserver {
  readonly averaging_constant: number;
  constructor(options?: AveragingOptions);
  constructor(...args: unknown[]) {
    const { averaging_constant, ...o } = bindArguments('MovingAverageMinMaxObserver', args, {
      averaging_constant: 0.01,
      ...defaults,
    });
    super(o);
    this.averaging_constant = averaging_constant;
  }
  override forward(x_orig: Tensor): Tensor {
    if (x_orig.numel() === 0) return x_orig;
    const [min, max] = observed(x_orig).aminmax();
    const unset = this.min_val.item() === Infinity && this.max_val.item() === -Infinity;
    this.min_val.copy_(unset ? min : moved(this.min_val, min, this.averaging_constant));
    this.max_val.copy_(unset ? max : moved(this.max_val, max, this.averaging_constant));
    return x_orig;
  }
}

/** Makes room for ranges of any number of channels before they are loaded. */
function loadsAnySize(module: Module, names: readonly string[]): void {
  module.register_load_state_dict_pre_hook((m, state: StateDict, prefix) => {
    for (const name of names) {
      const given = state[prefix + name];
      const own: unknown = Reflect.get(m, name);
      if (given instanceof Tensor && own instanceof Tensor) own.resize_([...given.shape]);
    }
  });
}
export { loadsAnySize };

/** As MinMaxObserver, for each slice along `ch_axis`. */
export class PerChannelMinMaxObserver extends UniformQuantizationObserverBase {
  readonly ch_axis: number;
  declare min_val: Tensor;
  declare max_val: Tensor;
  constructor(options?: PerChannelOptions);
  constructor(...args: unknown[]) {
    const { ch_axis, ...o } = bindArguments('PerChannelMinMaxObserver', args, {
      ch_axis: 0,
      ...defaults,
      qscheme: per_channel_affine as QScheme,
    });
    needPerChannel('PerChannelMinMaxObserver', o.qscheme);
    super(o);
    this.ch_axis = ch_axis;
    this.register_buffer('min_val', fromValues([], [0]));
    this.register_buffer('max_val', fromValues([], [0]));
    loadsAnySize(this, ['min_val', 'max_val']);
  }
  /** @internal smallest and largest value of each channel */
  _extents(x_orig: Tensor): [min: Tensor, max: Tensor] {
    const x = observed(x_orig);
    const order = x.shape.map((_, d) => d);
    const axis = this.ch_axis < 0 ? this.ch_axis + order.length : this.ch_axis;
    order[axis] = 0;
    order[0] = axis;
    const [min, max] = x.permute(order).flatten(1).aminmax({ dim: 1 });
    return [min, max];
  }
  forward(x_orig: Tensor): Tensor {
    if (x_orig.numel() === 0) return x_orig;
    const [min, max] = this._extents(x_orig);
    const unset = this.min_val.numel() === 0 || this.max_val.numel() === 0;
    refill(this.min_val, unset ? min : min.minimum(this.min_val));
    refill(this.max_val, unset ? max : max.maximum(this.max_val));
    return x_orig;
  }
  calculate_qparams(): QParams {
    return this._calculate_qparams(this.min_val, this.max_val);
  }
  override extra_repr(): string {
    return `min_val=${shown(this.min_val)}, max_val=${shown(this.max_val)}`;
  }
  override reset_min_max_vals(): void {
    this.min_val.resize_([0]);
    this.max_val.resize_([0]);
  }
}

/** As MovingAverageMinMaxObserver, for each slice along `ch_axis`. */
export class MovingAveragePerChannelMinMaxObserver extends PerChannelMinMaxObserver {
  readonly averaging_constant: number;
  constructor(options?: AveragingOptions & PerChannelOptions);
  constructor(...args: unknown[]) {
    const { averaging_constant, ...o } = bindArguments('MovingAveragePerChannelMinMaxObserver', args, {
      averaging_constant: 0.01,
      ch_axis: 0,
      ...defaults,
      qscheme: per_channel_affine as QScheme,
    });
    super(o);
    this.averaging_constant = averaging_constant;
  }
  override forward(x_orig: Tensor): Tensor {
    if (x_orig.numel() === 0) return x_orig;
    const [min, max] = this._extents(x_orig);
    const unset = this.min_val.numel() === 0 || this.max_val.numel() === 0;
    refill(this.min_val, unset ? min : moved(this.min_val, min, this.averaging_constant));
    refill(this.max_val, unset ? max : moved(this.max_val, max, this.averaging_constant));
    return x_orig;
  }
}

/** Always the same scale and zero point, for functions whose range is known. */
export class FixedQParamsObserver extends ObserverBase {
  readonly qscheme: QScheme;
  readonly quant_min: number;
  readonly quant_max: number;
  declare scale: Tensor;
  declare zero_point: Tensor;
  constructor(options: {
    scale: number;
    zero_point: number;
    dtype?: DType;
    qscheme?: QScheme;
    quant_min?: number;
    quant_max?: number;
  });
  constructor(...args: unknown[]) {
    const o = bindArguments('FixedQParamsObserver', args, {
      scale: 1,
      zero_point: 0,
      dtype: quint8 as DType,
      qscheme: per_tensor_affine as QScheme,
      quant_min: 0,
      quant_max: 255,
    });
    super(o.dtype);
    this.quant_min = o.quant_min;
    this.quant_max = o.quant_max;
    this.qscheme = o.qscheme;
    this.register_buffer('scale', fromValues([o.scale], [1]));
    this.register_buffer('zero_point', fromValues([o.zero_point], [1], int32));
  }
  forward(x: Tensor): Tensor {
    return x;
  }
  calculate_qparams(): QParams {
    return [this.scale, this.zero_point];
  }
}

/** Observes nothing: says which dtype is meant, as dynamic quantization needs. */
export class PlaceholderObserver extends ObserverBase {
  readonly custom_op: string;
  readonly compute_dtype: DType | null;
  constructor(options?: { dtype?: DType; custom_op_name?: string; compute_dtype?: DType | null });
  constructor(...args: unknown[]) {
    const o = bindArguments('PlaceholderObserver', args, {
      dtype: float32 as DType,
      custom_op_name: '',
      compute_dtype: null as DType | null,
    });
    super(o.dtype);
    this.custom_op = o.custom_op_name;
    this.compute_dtype = o.compute_dtype;
  }
  forward(x: Tensor): Tensor {
    return x;
  }
  calculate_qparams(): QParams {
    throw new Error('calculate_qparams should not be called for PlaceholderObserver');
  }
}
/** Observes nothing. */
export class NoopObserver extends ObserverBase {
  readonly custom_op: string;
  constructor(options?: { dtype?: DType; custom_op_name?: string });
  constructor(...args: unknown[]) {
    const o = bindArguments('NoopObserver', args, { dtype: float16 as DType, custom_op_name: '' });
    super(o.dtype);
    this.custom_op = o.custom_op_name;
  }
  forward(x: Tensor): Tensor {
    return x;
  }
  calculate_qparams(): QParams {
    throw new Error('calculate_qparams should not be called for NoopObserver');
  }
}
/** Keeps a copy of everything it sees, to look at. */
export class RecordingObserver extends ObserverBase {
  readonly tensor_val: Tensor[] = [];
  constructor(options?: { dtype?: DType });
  constructor(...args: unknown[]) {
    super(bindArguments('RecordingObserver', args, { dtype: quint8 as DType }).dtype);
  }
  forward(x: Tensor): Tensor {
    this.tensor_val.push(x.clone());
    return x;
  }
  calculate_qparams(): QParams {
    throw new Error('calculate_qparams should not be called for RecordingObserver');
  }
  get_tensor_value(): Tensor[] {
    return this.tensor_val;
  }
}
export { defaults as observerDefaults, observed, shown, needPerTensor };
