// Layers that learn their input's size at the first forward, and are of the plain class from then on.
import { no_grad } from '../../autograd/modes.ts';
import { ValueError } from '../../device/device.ts';
import { type DType, int64 } from '../../dtype.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import type { Module } from '../module.ts';
import { UninitializedBuffer, UninitializedParameter } from '../parameter.ts';
import {
  Conv1d,
  Conv2d,
  Conv3d,
  type ConvOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  type ConvTransposeOptions,
  type PaddingMode,
  type Size,
} from './convolution.ts';
import { type Factory, Linear, type LinearOptions, noFactory } from './linear.ts';
import {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  type BatchNormOptions,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
} from './normalization.ts';

type Made = Required<Factory>;
const parameter = (o: Made): UninitializedParameter => new UninitializedParameter({ device: o.device, dtype: o.dtype });
const pending = (module: Module): boolean =>
  [...module.parameters(false), ...module.buffers(false)].some(
    (t) => t instanceof UninitializedParameter || t instanceof UninitializedBuffer,
  );
/** The first call: gives the module its sizes and its plain class. */
function settle(
  module: Module & { initialize_parameters(input: Tensor): void },
  plain: object,
  args: readonly unknown[],
): unknown {
  if (pending(module)) no_grad(() => module.initialize_parameters(args[0] as Tensor));
  Object.setPrototypeOf(module, plain);
  return module._call_impl(args);
}
const materialize = (t: Tensor | null, shape: readonly number[]): void => {
  if (t instanceof UninitializedParameter || t instanceof UninitializedBuffer) t.materialize(shape);
};

/** Linear whose in_features is the last size of the first input. */
export class LazyLinear extends Linear {
  constructor(out_features: number, bias?: boolean | LinearOptions, options?: Factory);
  constructor(...args: unknown[]) {
    const o = bindArguments('LazyLinear', args, { out_features: needed<number>(), bias: true, ...noFactory });
    super(0, 0, false);
    this.out_features = o.out_features;
    this.weight = parameter(o);
    this.bias = o.bias ? parameter(o) : null;
  }
  /** Takes the input's last size and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    this.in_features = input.shape.at(-1) ?? 0;
    materialize(this.weight, [this.out_features, this.in_features]);
    materialize(this.bias, [this.out_features]);
    this.reset_parameters();
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, Linear.prototype, given);
  }
}

interface LazyConvolution extends Module {
  in_channels: number;
  readonly out_channels: number;
  readonly groups: number;
  readonly kernel_size: readonly number[];
  weight: Tensor;
  bias: Tensor | null;
  reset_parameters(): void;
}
function channels(c: LazyConvolution, input: Tensor, transposed: boolean): void {
  const n = c.kernel_size.length;
  if (input.shape.length !== n + 1 && input.shape.length !== n + 2)
    throw new ValueError(
      `Expected ${n + 1}D (unbatched) or ${n + 2}D (batched) input to ${c._get_name()}, but got input of size: [${input.shape.join(', ')}]`,
    );
  c.in_channels = input.shape.at(-n - 1) ?? 0;
  if (c.in_channels % c.groups !== 0) throw new ValueError('in_channels must be divisible by groups');
  const [first, second] = transposed ? [c.in_channels, c.out_channels] : [c.out_channels, c.in_channels];
  materialize(c.weight, [first, second / c.groups, ...c.kernel_size]);
  materialize(c.bias, [c.out_channels]);
  c.reset_parameters();
}
const conv = (what: string, args: readonly unknown[]) =>
  bindArguments(what, args, {
    out_channels: needed<number>(),
    kernel_size: needed<Size>(),
    stride: 1 as Size,
    padding: 0 as Size | 'same' | 'valid',
    dilation: 1 as Size,
    groups: 1,
    bias: true,
    padding_mode: 'zeros' as PaddingMode,
    ...noFactory,
  });
const transposed = (what: string, args: readonly unknown[]) =>
  bindArguments(what, args, {
    out_channels: needed<number>(),
    kernel_size: needed<Size>(),
    stride: 1 as Size,
    padding: 0 as Size,
    output_padding: 0 as Size,
    groups: 1,
    bias: true,
    dilation: 1 as Size,
    padding_mode: 'zeros' as const,
    ...noFactory,
  });
const empty = { in_channels: 0, out_channels: 0, bias: false };
interface Settable {
  out_channels: number;
  weight: Tensor;
  bias: Tensor | null;
}
function unsettled(c: Settable, o: Made & { out_channels: number; bias: boolean }): void {
  c.out_channels = o.out_channels;
  c.weight = parameter(o);
  c.bias = o.bias ? parameter(o) : null;
}
/** Conv1d whose in_channels are those of the first input. */
export class LazyConv1d extends Conv1d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | 'same' | 'valid' | ConvOptions,
    dilation?: Size | ConvOptions,
    groups?: number | ConvOptions,
    bias?: boolean | ConvOptions,
    padding_mode?: PaddingMode,
  );
  constructor(...args: unknown[]) {
    const o = conv('LazyConv1d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, false);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, Conv1d.prototype, given);
  }
}
/** Conv2d whose in_channels are those of the first input. */
export class LazyConv2d extends Conv2d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | 'same' | 'valid' | ConvOptions,
    dilation?: Size | ConvOptions,
    groups?: number | ConvOptions,
    bias?: boolean | ConvOptions,
    padding_mode?: PaddingMode,
  );
  constructor(...args: unknown[]) {
    const o = conv('LazyConv2d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, false);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, Conv2d.prototype, given);
  }
}
/** Conv3d whose in_channels are those of the first input. */
export class LazyConv3d extends Conv3d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | 'same' | 'valid' | ConvOptions,
    dilation?: Size | ConvOptions,
    groups?: number | ConvOptions,
    bias?: boolean | ConvOptions,
    padding_mode?: PaddingMode,
  );
  constructor(...args: unknown[]) {
    const o = conv('LazyConv3d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, false);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, Conv3d.prototype, given);
  }
}
/** ConvTranspose1d whose in_channels are those of the first input. */
export class LazyConvTranspose1d extends ConvTranspose1d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | ConvTransposeOptions,
    output_padding?: Size | ConvTransposeOptions,
    groups?: number | ConvTransposeOptions,
    bias?: boolean | ConvTransposeOptions,
    dilation?: Size | ConvTransposeOptions,
  );
  constructor(...args: unknown[]) {
    const o = transposed('LazyConvTranspose1d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, true);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, ConvTranspose1d.prototype, given);
  }
}
/** ConvTranspose2d whose in_channels are those of the first input. */
export class LazyConvTranspose2d extends ConvTranspose2d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | ConvTransposeOptions,
    output_padding?: Size | ConvTransposeOptions,
    groups?: number | ConvTransposeOptions,
    bias?: boolean | ConvTransposeOptions,
    dilation?: Size | ConvTransposeOptions,
  );
  constructor(...args: unknown[]) {
    const o = transposed('LazyConvTranspose2d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, true);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, ConvTranspose2d.prototype, given);
  }
}
/** ConvTranspose3d whose in_channels are those of the first input. */
export class LazyConvTranspose3d extends ConvTranspose3d {
  constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
  constructor(
    out_channels: number,
    kernel_size: Size,
    stride: Size,
    padding?: Size | ConvTransposeOptions,
    output_padding?: Size | ConvTransposeOptions,
    groups?: number | ConvTransposeOptions,
    bias?: boolean | ConvTransposeOptions,
    dilation?: Size | ConvTransposeOptions,
  );
  constructor(...args: unknown[]) {
    const o = transposed('LazyConvTranspose3d', args);
    super({ ...o, ...empty });
    unsettled(this, o);
  }
  /** Takes the input's channels and draws the parameters. */
  initialize_parameters(input: Tensor): void {
    channels(this, input, true);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, ConvTranspose3d.prototype, given);
  }
}

interface LazyNorm extends Module {
  num_features: number;
  affine: boolean;
  track_running_stats: boolean;
  weight: Tensor | null;
  bias: Tensor | null;
  running_mean: Tensor | null;
  running_var: Tensor | null;
  num_batches_tracked: Tensor | null;
  reset_parameters(): void;
}
const norm = (what: string, args: readonly unknown[]) =>
  bindArguments(what, args, {
    eps: 1e-5,
    momentum: 0.1 as number | null,
    affine: true,
    track_running_stats: true,
    ...noFactory,
  });
type NormArguments = { affine: boolean; track_running_stats: boolean; device: string | null; dtype: DType | null };
function unsettledNorm(m: LazyNorm, o: NormArguments): void {
  m.affine = o.affine;
  m.track_running_stats = o.track_running_stats;
  if (o.affine) {
    m.weight = parameter(o);
    m.bias = parameter(o);
  }
  if (o.track_running_stats) {
    m.running_mean = new UninitializedBuffer({ device: o.device, dtype: o.dtype });
    m.running_var = new UninitializedBuffer({ device: o.device, dtype: o.dtype });
    m.num_batches_tracked = zero();
  }
}
function features(m: LazyNorm, input: Tensor): void {
  m.num_features = input.shape[1] ?? 0;
  for (const t of [m.weight, m.bias, m.running_mean, m.running_var]) materialize(t, [m.num_features]);
  m.reset_parameters();
}
const zero = (): Tensor => fromValues([0], [], int64);
/** BatchNorm1d whose num_features are the channels of the first input. */
export class LazyBatchNorm1d extends BatchNorm1d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | null | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyBatchNorm1d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, BatchNorm1d.prototype, given);
  }
}
/** BatchNorm2d whose num_features are the channels of the first input. */
export class LazyBatchNorm2d extends BatchNorm2d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | null | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyBatchNorm2d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, BatchNorm2d.prototype, given);
  }
}
/** BatchNorm3d whose num_features are the channels of the first input. */
export class LazyBatchNorm3d extends BatchNorm3d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | null | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyBatchNorm3d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, BatchNorm3d.prototype, given);
  }
}
/** InstanceNorm1d whose num_features are the channels of the first input. */
export class LazyInstanceNorm1d extends InstanceNorm1d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyInstanceNorm1d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, InstanceNorm1d.prototype, given);
  }
}
/** InstanceNorm2d whose num_features are the channels of the first input. */
export class LazyInstanceNorm2d extends InstanceNorm2d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyInstanceNorm2d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, InstanceNorm2d.prototype, given);
  }
}
/** InstanceNorm3d whose num_features are the channels of the first input. */
export class LazyInstanceNorm3d extends InstanceNorm3d {
  constructor(
    eps?: number | BatchNormOptions,
    momentum?: number | BatchNormOptions,
    affine?: boolean | BatchNormOptions,
    track_running_stats?: boolean | BatchNormOptions,
  );
  constructor(...args: unknown[]) {
    const o = norm('LazyInstanceNorm3d', args);
    super(0, { ...o, affine: false, track_running_stats: false });
    unsettledNorm(this, o);
  }
  /** Takes the input's channels. */
  initialize_parameters(input: Tensor): void {
    features(this, input);
  }
  /** @internal */
  override _call_impl(given: readonly unknown[]): unknown {
    return settle(this, InstanceNorm3d.prototype, given);
  }
}
