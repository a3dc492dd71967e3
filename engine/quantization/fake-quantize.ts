// Modules that imitate quantization while a network trains: they observe, round, and let gradients pass straight through.
import { no_grad } from '../autograd/modes.ts';
import { AssertionError } from '../device/device.ts';
import { type DType, float32, int32, int64, quint8, uint8 } from '../dtype.ts';
import { Module } from '../nn/module.ts';
import { isKeywords } from '../schema.ts';
import { torch } from '../core.ts';
import { fromValues, type Tensor } from '../tensor.ts';
import { codeRange } from './arithmetic.ts';
import {
  FixedQParamsObserver,
  loadsAnySize,
  MovingAverageMinMaxObserver,
  MovingAveragePerChannelMinMaxObserver,
  type QParams,
  refill,
} from './observer.ts';
import { type Factory, makeOne, type ModuleClass, type ObserverMaker, withArguments } from './partial.ts';
import { isPerChannel, isSymmetric, per_channel_affine_float_qparams, type QScheme } from './qscheme.ts';

/** What a fake quantization asks of its observer. */
export interface RangeObserver extends Module {
  readonly dtype: DType;
  readonly qscheme: QScheme;
  readonly quant_min: number;
  readonly quant_max: number;
  readonly ch_axis?: number;
  readonly reduce_range?: boolean;
  forward(x: Tensor): Tensor;
  calculate_qparams(): QParams;
}

const flag = (on: boolean, dtype: DType): Tensor => fromValues([on ? 1 : 0], [1], dtype);

/** Base of all fake quantizations: subclass it, write `forward` and `calculate_qparams`. */
export abstract class FakeQuantizeBase extends Module {
  declare fake_quant_enabled: Tensor;
  declare observer_enabled: Tensor;
  constructor() {
    super();
    this.register_buffer('fake_quant_enabled', flag(true, uint8));
    this.register_buffer('observer_enabled', flag(true, uint8));
  }
  abstract forward(x: Tensor): Tensor;
  abstract calculate_qparams(): QParams;
  enable_fake_quant(enabled = true): void {
    this.fake_quant_enabled.fill_(enabled ? 1 : 0);
  }
  disable_fake_quant(): void {
    this.enable_fake_quant(false);
  }
  enable_observer(enabled = true): void {
    this.observer_enabled.fill_(enabled ? 1 : 0);
  }
  disable_observer(): void {
    this.enable_observer(false);
  }
  /** A factory of such modules with these arguments: what a QConfig takes. */
  static with_args<M extends Module>(this: ModuleClass<M>, options: Readonly<Record<string, unknown>>): Factory<M> {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that it is called on
    return withArguments(this, options);
  }
}

export interface FakeQuantizeOptions {
  /** Class or factory of the observer. Default: MovingAverageMinMaxObserver. */
  observer?: ObserverMaker;
  quant_min?: number | null;
  quant_max?: number | null;
  /** All else is the observer's: dtype, qscheme, reduce_range, averaging_constant, ch_axis, … */
  [observer_argument: string]: unknown;
}

/**
 * x ↦ (clamp(round(x / scale) + zero_point, quant_min, quant_max) − zero_point) · scale, with scale and zero point of the
 * observer it holds. The gradient is 1 where x was inside the range, else 0.
 */
export class FakeQuantize extends FakeQuantizeBase {
  activation_post_process: RangeObserver;
  readonly quant_min: number;
  readonly quant_max: number;
  declare scale: Tensor;
  declare zero_point: Tensor;
  readonly dtype: DType;
  readonly qscheme: QScheme;
  readonly ch_axis: number;
  readonly is_per_channel: boolean;
  constructor(options: FakeQuantizeOptions = {}) {
    super();
    const { observer = MovingAverageMinMaxObserver, quant_min = null, quant_max = null, ...rest } = options;
    const keywords: Record<string, unknown> = { ...rest };
    if (quant_min !== null && quant_max !== null) {
      checkRange(quant_min, quant_max, dtypeFor(observer, keywords));
      Object.assign(keywords, { quant_min, quant_max });
    }
    this.activation_post_process = rangeObserver(makeOne(observer, keywords));
    const { activation_post_process: made } = this;
    this.quant_min = made.quant_min;
    this.quant_max = made.quant_max;
    this.register_buffer('scale', fromValues([1], [1]));
    const zeroType = made.qscheme === per_channel_affine_float_qparams ? float32 : int32;
    this.register_buffer('zero_point', fromValues([0], [1], zeroType));
    this.dtype = made.dtype;
    this.qscheme = made.qscheme;
    this.ch_axis = made.ch_axis ?? -1;
    this.is_per_channel = isPerChannel(made.qscheme);
    loadsAnySize(this, ['scale', 'zero_point']);
  }
  calculate_qparams(): QParams {
    return this.activation_post_process.calculate_qparams();
  }
  forward(x: Tensor): Tensor {
    if (this.observer_enabled.item() === 1)
      no_grad(() => {
        this.activation_post_process(x.detach());
        const [scale, zero] = this.calculate_qparams();
        refill(this.scale, scale);
        refill(this.zero_point, zero);
      });
    if (this.fake_quant_enabled.item() !== 1) return x;
    const { scale, zero_point, quant_min, quant_max } = this;
    return this.is_per_channel
      ? torch.fake_quantize_per_channel_affine(x, scale, zero_point, this.ch_axis, quant_min, quant_max)
      : torch.fake_quantize_per_tensor_affine(x, scale, zero_point, quant_min, quant_max);
  }
  override extra_repr(): string {
    const { fake_quant_enabled, observer_enabled, quant_min, quant_max, dtype, qscheme, ch_axis, scale, zero_point } =
      this;
    return `fake_quant_enabled=${fake_quant_enabled}, observer_enabled=${observer_enabled}, quant_min=${quant_min}, quant_max=${quant_max}, dtype=${dtype}, qscheme=${qscheme}, ch_axis=${ch_axis}, scale=${scale}, zero_point=${zero_point}`;
  }
}
function rangeObserver(made: Module): RangeObserver {
  if (!('qscheme' in made && 'quant_min' in made && 'calculate_qparams' in made))
    throw new AssertionError(`${made._get_name()} cannot be the observer of a fake quantization: it has no range`);
  return made as unknown as RangeObserver; // what was just asked of it
}
function dtypeFor(observer: ObserverMaker, keywords: Readonly<Record<string, unknown>>): DType {
  const filled = 'keywords' in observer && isKeywords(observer.keywords) ? observer.keywords['dtype'] : undefined;
  return (filled ?? keywords['dtype'] ?? quint8) as DType;
}
function checkRange(low: number, high: number, dtype: DType): void {
  if (low > high) throw new AssertionError('quant_min must be less than or equal to quant_max');
  const [least, most] = codeRange(dtype);
  if (low < least) throw new AssertionError('quant_min out of bound');
  if (high > most) throw new AssertionError('quant_max out of bound');
}

/** With the scale and zero point of a FixedQParamsObserver, from the start. */
export class FixedQParamsFakeQuantize extends FakeQuantize {
  constructor(options: { observer: ObserverMaker }) {
    super(options);
    const made: unknown = this.activation_post_process;
    if (!(made instanceof FixedQParamsObserver))
      throw new AssertionError("FixedQParamsFakeQuantize's observer must be a FixedQParamsObserver");
    this.scale = made.scale;
    this.zero_point = made.zero_point;
  }
  override calculate_qparams(): QParams {
    return [this.scale, this.zero_point];
  }
  override extra_repr(): string {
    const { fake_quant_enabled, observer_enabled, scale, zero_point, dtype, quant_min, quant_max, qscheme } = this;
    return `fake_quant_enabled=${fake_quant_enabled}, observer_enabled=${observer_enabled}, scale=${scale}, zero_point=${zero_point}, dtype=${dtype}, quant_min=${quant_min}, quant_max=${quant_max}, qscheme=${qscheme}`;
  }
}

/** FakeQuantize with a moving-average observer in one operator; chooses scale and zero point as the kernels do. */
export class FusedMovingAvgObsFakeQuantize extends FakeQuantize {
  readonly is_symmetric_quant: boolean;
  constructor(options: FakeQuantizeOptions = {}) {
    super({ ...options, quant_min: options.quant_min ?? 0, quant_max: options.quant_max ?? 255 });
    const made: unknown = this.activation_post_process;
    if (!(made instanceof MovingAverageMinMaxObserver || made instanceof MovingAveragePerChannelMinMaxObserver))
      throw new AssertionError('Fused observer+fake_quant module only works with MovingAverageMinMaxObserver');
    this.register_buffer('fake_quant_enabled', flag(true, int64));
    this.register_buffer('observer_enabled', flag(true, int64));
    this.is_symmetric_quant = isSymmetric(this.qscheme);
  }
  override forward(x: Tensor): Tensor {
    const made = this.activation_post_process as unknown as MovingAverageMinMaxObserver; // as the constructor checked
    return torch.fused_moving_avg_obs_fake_quant(
      x,
      this.observer_enabled,
      this.fake_quant_enabled,
      made.min_val,
      made.max_val,
      this.scale,
      this.zero_point,
      made.averaging_constant,
      made.quant_min,
      made.quant_max,
      this.ch_axis,
      this.is_per_channel,
      this.is_symmetric_quant,
    );
  }
  override extra_repr(): string {
    const { fake_quant_enabled, observer_enabled, scale, zero_point, dtype, quant_min, quant_max, qscheme } = this;
    const reduced = this.activation_post_process.reduce_range ? 'True' : 'False';
    return `fake_quant_enabled=${fake_quant_enabled}, observer_enabled=${observer_enabled}, scale=${scale}, zero_point=${zero_point}, dtype=${dtype}, quant_min=${quant_min}, quant_max=${quant_max}, qscheme=${qscheme}, reduce_range=${reduced}`;
  }
}

const each =
  (act: (m: FakeQuantizeBase) => void) =>
  (module: Module): void => {
    if (module instanceof FakeQuantizeBase) act(module);
  };
/** For `model.apply(…)`: each of these acts on the fake quantizations it meets. */
export const enable_fake_quant = each((m) => m.enable_fake_quant());
export const disable_fake_quant = each((m) => m.disable_fake_quant());
export const enable_observer = each((m) => m.enable_observer());
export const disable_observer = each((m) => m.disable_observer());
