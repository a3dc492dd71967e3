import { ValueError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, each, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import type { Parameter } from '../parameter.ts';
import { type Factory, made, noFactory, resetAffine } from './linear.ts';

/** One number for every dimension, or one each. */
export type Size = number | readonly number[];
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';
export interface ConvOptions extends Factory {
  /** Default: 1. */
  stride?: Size;
  /** Zeros put around the input, or 'same' / 'valid'. Default: 0. */
  padding?: Size | 'same' | 'valid';
  /** Distance between kernel elements. Default: 1. */
  dilation?: Size;
  /** Channels are split into this many separate convolutions. Default: 1. */
  groups?: number;
  /** Default: true. */
  bias?: boolean;
  /** Default: 'zeros'. */
  padding_mode?: PaddingMode;
}
export interface ConvTransposeOptions extends Omit<ConvOptions, 'padding' | 'padding_mode'> {
  padding?: Size;
  /** Rows added at one side of the output. Default: 0. */
  output_padding?: Size;
  padding_mode?: 'zeros';
}
interface Described {
  in_channels: number;
  out_channels: number;
  kernel_size: readonly number[];
  stride: readonly number[];
  padding: readonly number[] | string;
  dilation: readonly number[];
  groups: number;
  padding_mode: string;
  bias: unknown;
  output_padding?: readonly number[];
}
function describe(c: Described): string {
  const parts = [
    String(c.in_channels),
    String(c.out_channels),
    `kernel_size=${repr([...c.kernel_size])}`,
    `stride=${repr([...c.stride])}`,
  ];
  if (typeof c.padding === 'string' || c.padding.some((p) => p !== 0))
    parts.push(`padding=${typeof c.padding === 'string' ? c.padding : repr([...c.padding])}`);
  if (c.dilation.some((d) => d !== 1)) parts.push(`dilation=${repr([...c.dilation])}`);
  if (c.output_padding?.some((p) => p !== 0)) parts.push(`output_padding=${repr([...c.output_padding])}`);
  if (c.groups !== 1) parts.push(`groups=${c.groups}`);
  if (c.bias === null) parts.push('bias=False');
  if (c.padding_mode !== 'zeros') parts.push(`padding_mode=${c.padding_mode}`);
  return parts.join(', ');
}
function checkChannels(inside: number, out: number, groups: number): void {
  if (groups <= 0) throw new ValueError('groups must be a positive integer');
  if (inside % groups !== 0) throw new ValueError('in_channels must be divisible by groups');
  if (out % groups !== 0) throw new ValueError('out_channels must be divisible by groups');
}

abstract class Convolution extends Module {
  in_channels: number;
  out_channels: number;
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[] | 'same' | 'valid';
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly padding_mode: PaddingMode;
  weight: Parameter;
  bias: Parameter | null;
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Size,
    stride?: Size | ConvOptions,
    padding?: Size | 'same' | 'valid' | ConvOptions,
    dilation?: Size | ConvOptions,
    groups?: number | ConvOptions,
    bias?: boolean | ConvOptions,
    options?: ConvOptions,
  );
  constructor(options: ConvOptions & { in_channels: number; out_channels: number; kernel_size: Size });
  constructor(...args: unknown[]) {
    super();
    const n = this._dimensions();
    const o = bindArguments(`Conv${n}d`, args, {
      in_channels: needed<number>(),
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
    checkChannels(o.in_channels, o.out_channels, o.groups);
    this.in_channels = o.in_channels;
    this.out_channels = o.out_channels;
    this.kernel_size = each(o.kernel_size, n);
    this.stride = each(o.stride, n);
    this.padding = typeof o.padding === 'string' ? o.padding : each(o.padding, n);
    this.dilation = each(o.dilation, n);
    this.groups = o.groups;
    this.padding_mode = o.padding_mode;
    if (!['zeros', 'reflect', 'replicate', 'circular'].includes(o.padding_mode))
      throw new ValueError(
        `padding_mode must be one of {'zeros', 'reflect', 'replicate', 'circular'}, but got padding_mode='${o.padding_mode}'`,
      );
    if (typeof this.padding === 'string') {
      if (!['same', 'valid'].includes(this.padding))
        throw new ValueError(`Invalid padding string '${this.padding}', should be one of {'same', 'valid'}`);
      if (this.padding === 'same' && this.stride.some((s) => s !== 1))
        throw new ValueError("padding='same' is not supported for strided convolutions");
    }
    this.weight = made([o.out_channels, o.in_channels / o.groups, ...this.kernel_size], o);
    this.bias = o.bias ? made([o.out_channels], o) : null;
    this.reset_parameters();
  }
  /** @internal */
  abstract _dimensions(): 1 | 2 | 3;
  /** Draws weight and bias anew from U(−1/√fan_in, 1/√fan_in). */
  reset_parameters(): void {
    resetAffine(this.weight, this.bias);
  }
  forward(input: Tensor): Tensor {
    const n = this._dimensions();
    const conv = n === 1 ? F.conv1d : n === 2 ? F.conv2d : F.conv3d;
    if (this.padding_mode === 'zeros')
      return conv(input, this.weight, this.bias, this.stride, this.padding, this.dilation, this.groups);
    const around = this.kernel_size.map((k, d) => {
      if (typeof this.padding !== 'string') return [this.padding[d] ?? 0, this.padding[d] ?? 0];
      const total = this.padding === 'same' ? (this.dilation[d] ?? 1) * (k - 1) : 0;
      return [Math.floor(total / 2), total - Math.floor(total / 2)];
    });
    return conv(
      F.pad(input, around.toReversed().flat(), this.padding_mode),
      this.weight,
      this.bias,
      this.stride,
      0,
      this.dilation,
      this.groups,
    );
  }
  override extra_repr(): string {
    return describe(this);
  }
}
/** Cross-correlation over [N, C_in, L] → [N, C_out, ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride + 1⌋]; weight [C_out, C_in / groups, kernel]. */
export class Conv1d extends Convolution {
  /** @internal */
  override _dimensions(): 1 {
    return 1;
  }
}
/** Cross-correlation over [N, C_in, H, W] → [N, C_out, H', W'], each side as in Conv1d; weight [C_out, C_in / groups, kH, kW]. */
export class Conv2d extends Convolution {
  /** @internal */
  override _dimensions(): 2 {
    return 2;
  }
}
/** Cross-correlation over [N, C_in, D, H, W]. */
export class Conv3d extends Convolution {
  /** @internal */
  override _dimensions(): 3 {
    return 3;
  }
}

abstract class TransposedConvolution extends Module {
  in_channels: number;
  out_channels: number;
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly output_padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly padding_mode: 'zeros';
  weight: Parameter;
  bias: Parameter | null;
  constructor(
    in_channels: number,
    out_channels: number,
    kernel_size: Size,
    stride?: Size | ConvTransposeOptions,
    padding?: Size | ConvTransposeOptions,
    output_padding?: Size | ConvTransposeOptions,
    groups?: number | ConvTransposeOptions,
    bias?: boolean | ConvTransposeOptions,
    dilation?: Size | ConvTransposeOptions,
  );
  constructor(options: ConvTransposeOptions & { in_channels: number; out_channels: number; kernel_size: Size });
  constructor(...args: unknown[]) {
    super();
    const n = this._dimensions();
    const o = bindArguments(`ConvTranspose${n}d`, args, {
      in_channels: needed<number>(),
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
    checkChannels(o.in_channels, o.out_channels, o.groups);
    if (o.padding_mode !== 'zeros')
      throw new ValueError(`Only "zeros" padding mode is supported for ConvTranspose${n}d`);
    this.in_channels = o.in_channels;
    this.out_channels = o.out_channels;
    this.kernel_size = each(o.kernel_size, n);
    this.stride = each(o.stride, n);
    this.padding = each(o.padding, n);
    this.output_padding = each(o.output_padding, n);
    this.dilation = each(o.dilation, n);
    this.groups = o.groups;
    this.padding_mode = o.padding_mode;
    this.weight = made([o.in_channels, o.out_channels / o.groups, ...this.kernel_size], o);
    this.bias = o.bias ? made([o.out_channels], o) : null;
    this.reset_parameters();
  }
  /** @internal */
  abstract _dimensions(): 1 | 2 | 3;
  /** Draws weight and bias anew. */
  reset_parameters(): void {
    resetAffine(this.weight, this.bias);
  }
  forward(
    input: Tensor,
    output_size: readonly number[] | null | { output_size?: readonly number[] | null } = null,
  ): Tensor {
    const n = this._dimensions();
    const wanted = bindArguments('forward', [output_size], { output_size: null as readonly number[] | null });
    const conv = n === 1 ? F.conv_transpose1d : n === 2 ? F.conv_transpose2d : F.conv_transpose3d;
    return conv(
      input,
      this.weight,
      this.bias,
      this.stride,
      this.padding,
      this._extra(input, wanted.output_size),
      this.groups,
      this.dilation,
    );
  }
  /** @internal The output padding that makes a wanted output size. */
  _extra(input: Tensor, wanted: readonly number[] | null): readonly number[] {
    if (!wanted) return this.output_padding;
    const n = this._dimensions();
    const sides = wanted.slice(-n);
    return this.kernel_size.map((k, d) => {
      const [s, p, dilation] = [this.stride[d] ?? 1, this.padding[d] ?? 0, this.dilation[d] ?? 1];
      const least = ((input.shape.at(d - n) ?? 1) - 1) * s - 2 * p + dilation * (k - 1) + 1;
      const size = sides[d] ?? 0;
      if (size < least || size > least + s - 1)
        throw new ValueError(
          `requested an output size of ${sides.join(', ')}, but valid sizes range from ${least} to ${least + s - 1} (dimension ${d})`,
        );
      return size - least;
    });
  }
  override extra_repr(): string {
    return describe(this);
  }
}
/** The transpose of Conv1d: [N, C_in, L] → [N, C_out, (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1]. */
export class ConvTranspose1d extends TransposedConvolution {
  /** @internal */
  override _dimensions(): 1 {
    return 1;
  }
}
/** The transpose of Conv2d; weight [C_in, C_out / groups, kH, kW]. */
export class ConvTranspose2d extends TransposedConvolution {
  /** @internal */
  override _dimensions(): 2 {
    return 2;
  }
}
/** The transpose of Conv3d. */
export class ConvTranspose3d extends TransposedConvolution {
  /** @internal */
  override _dimensions(): 3 {
    return 3;
  }
}

interface PatchOptions {
  dilation?: Size;
  padding?: Size;
  stride?: Size;
}
const patches = { kernel_size: needed<Size>(), dilation: 1 as Size, padding: 0 as Size, stride: 1 as Size };
abstract class Patches extends Module {
  readonly kernel_size: Size;
  readonly dilation: Size;
  readonly padding: Size;
  readonly stride: Size;
  constructor(o: Required<PatchOptions> & { kernel_size: Size }) {
    super();
    this.kernel_size = o.kernel_size;
    this.dilation = o.dilation;
    this.padding = o.padding;
    this.stride = o.stride;
  }
  override extra_repr(): string {
    return `kernel_size=${repr(this.kernel_size)}, dilation=${repr(this.dilation)}, padding=${repr(this.padding)}, stride=${repr(this.stride)}`;
  }
}
/** All patches of [N, C, H, W] as columns: [N, C·kH·kW, L]. */
export class Unfold extends Patches {
  constructor(
    kernel_size: Size | (PatchOptions & { kernel_size: Size }),
    dilation?: Size | PatchOptions,
    padding?: Size | PatchOptions,
    stride?: Size | PatchOptions,
  );
  constructor(...args: unknown[]) {
    super(bindArguments('Unfold', args, patches));
  }
  forward(input: Tensor): Tensor {
    return F.unfold(input, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}
/** Adds columns [N, C·kH·kW, L] up into an image [N, C, H, W]. */
export class Fold extends Patches {
  readonly output_size: Size;
  constructor(
    output_size: Size | (PatchOptions & { output_size: Size; kernel_size: Size }),
    kernel_size?: Size | (PatchOptions & { kernel_size: Size }),
    dilation?: Size | PatchOptions,
    padding?: Size | PatchOptions,
    stride?: Size | PatchOptions,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('Fold', args, { output_size: needed<Size>(), ...patches });
    super(o);
    this.output_size = o.output_size;
  }
  forward(input: Tensor): Tensor {
    return F.fold(input, this.output_size, this.kernel_size, this.dilation, this.padding, this.stride);
  }
  override extra_repr(): string {
    return `output_size=${repr(this.output_size)}, ${super.extra_repr()}`;
  }
}
