import type { Tensor } from '../../tensor.ts';
import { bindArguments, each, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import type { Size } from './convolution.ts';

export interface MaxPoolOptions {
  /** Default: kernel_size. */
  stride?: Size | null;
  padding?: Size;
  dilation?: Size;
  /** Also returns where each maximum was. Default: false. */
  return_indices?: boolean;
  /** Rounds the output size up. Default: false. */
  ceil_mode?: boolean;
}
abstract class MaxPool extends Module {
  readonly kernel_size: Size;
  readonly stride: Size;
  readonly padding: Size;
  readonly dilation: Size;
  readonly return_indices: boolean;
  readonly ceil_mode: boolean;
  constructor(
    kernel_size: Size | (MaxPoolOptions & { kernel_size: Size }),
    stride?: Size | null | MaxPoolOptions,
    padding?: Size | MaxPoolOptions,
    dilation?: Size | MaxPoolOptions,
    return_indices?: boolean,
    ceil_mode?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments(new.target.name, args, {
      kernel_size: needed<Size>(),
      stride: null as Size | null,
      padding: 0 as Size,
      dilation: 1 as Size,
      return_indices: false,
      ceil_mode: false,
    });
    this.kernel_size = o.kernel_size;
    this.stride = o.stride ?? o.kernel_size;
    this.padding = o.padding;
    this.dilation = o.dilation;
    this.return_indices = o.return_indices;
    this.ceil_mode = o.ceil_mode;
  }
  /** @internal */
  _pool(pool: unknown, input: Tensor): Tensor {
    return (pool as (...args: unknown[]) => Tensor)(
      input,
      this.kernel_size,
      this.stride,
      this.padding,
      this.dilation,
      this.ceil_mode,
      this.return_indices,
    );
  }
  override extra_repr(): string {
    return `kernel_size=${repr(this.kernel_size)}, stride=${repr(this.stride)}, padding=${repr(this.padding)}, dilation=${repr(this.dilation)}, ceil_mode=${repr(this.ceil_mode)}`;
  }
}
/** The largest of each window of [N, C, L]. */
export class MaxPool1d extends MaxPool {
  forward(input: Tensor): Tensor {
    return this._pool(F.max_pool1d, input);
  }
}
/** The largest of each window of [N, C, H, W]. */
export class MaxPool2d extends MaxPool {
  forward(input: Tensor): Tensor {
    return this._pool(F.max_pool2d, input);
  }
}
/** The largest of each window of [N, C, D, H, W]. */
export class MaxPool3d extends MaxPool {
  forward(input: Tensor): Tensor {
    return this._pool(F.max_pool3d, input);
  }
}

export interface AvgPoolOptions {
  /** Default: kernel_size. */
  stride?: Size | null;
  padding?: Size;
  ceil_mode?: boolean;
  /** Zeros of the padding count in the mean. Default: true. */
  count_include_pad?: boolean;
  /** Divides by this instead of the window's size. */
  divisor_override?: number | null;
}
abstract class AvgPool extends Module {
  readonly kernel_size: Size;
  readonly stride: Size;
  readonly padding: Size;
  readonly ceil_mode: boolean;
  readonly count_include_pad: boolean;
  readonly divisor_override: number | null;
  constructor(
    kernel_size: Size | (AvgPoolOptions & { kernel_size: Size }),
    stride?: Size | null | AvgPoolOptions,
    padding?: Size | AvgPoolOptions,
    ceil_mode?: boolean,
    count_include_pad?: boolean,
    divisor_override?: number | null,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments(new.target.name, args, {
      kernel_size: needed<Size>(),
      stride: null as Size | null,
      padding: 0 as Size,
      ceil_mode: false,
      count_include_pad: true,
      divisor_override: null as number | null,
    });
    // PyTorch keeps AvgPool1d's sizes as tuples of one, the others' as they were given.
    const kept = (size: Size): Size =>
      new.target.prototype instanceof AvgPool1d || new.target === AvgPool1d ? each(size, 1) : size;
    this.kernel_size = kept(o.kernel_size);
    this.stride = kept(o.stride ?? o.kernel_size);
    this.padding = kept(o.padding);
    this.ceil_mode = o.ceil_mode;
    this.count_include_pad = o.count_include_pad;
    this.divisor_override = o.divisor_override;
  }
  /** @internal */
  _pool(pool: typeof F.avg_pool2d, input: Tensor): Tensor {
    return pool(
      input,
      this.kernel_size,
      this.stride,
      this.padding,
      this.ceil_mode,
      this.count_include_pad,
      this.divisor_override,
    );
  }
  override extra_repr(): string {
    return `kernel_size=${repr(this.kernel_size)}, stride=${repr(this.stride)}, padding=${repr(this.padding)}`;
  }
}
/** The mean of each window of [N, C, L]. */
export class AvgPool1d extends AvgPool {
  forward(input: Tensor): Tensor {
    return F.avg_pool1d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad);
  }
}
/** The mean of each window of [N, C, H, W]. */
export class AvgPool2d extends AvgPool {
  forward(input: Tensor): Tensor {
    return this._pool(F.avg_pool2d, input);
  }
}
/** The mean of each window of [N, C, D, H, W]. */
export class AvgPool3d extends AvgPool {
  forward(input: Tensor): Tensor {
    return this._pool(F.avg_pool3d as typeof F.avg_pool2d, input);
  }
}

type OutputSize = number | null | readonly (number | null)[];
abstract class Adaptive extends Module {
  readonly output_size: OutputSize;
  readonly return_indices: boolean;
  constructor(
    output_size: OutputSize | { output_size: OutputSize; return_indices?: boolean },
    return_indices?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments(new.target.name, args, { output_size: needed<OutputSize>(), return_indices: false });
    this.output_size = o.output_size;
    this.return_indices = o.return_indices;
  }
  override extra_repr(): string {
    return `output_size=${repr(this.output_size)}`;
  }
}
/** Means over windows chosen so that the output has a given length. */
export class AdaptiveAvgPool1d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool1d(input, this.output_size);
  }
}
/** Means over windows chosen so that the output has a given height and width. */
export class AdaptiveAvgPool2d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool2d(input, this.output_size);
  }
}
/** Means over windows chosen so that the output has a given size. */
export class AdaptiveAvgPool3d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool3d(input, this.output_size);
  }
}
/** Maxima over windows chosen so that the output has a given length. */
export class AdaptiveMaxPool1d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_max_pool1d(input, this.output_size, this.return_indices);
  }
}
/** Maxima over windows chosen so that the output has a given height and width. */
export class AdaptiveMaxPool2d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_max_pool2d(input, this.output_size, this.return_indices);
  }
}
/** Maxima over windows chosen so that the output has a given size. */
export class AdaptiveMaxPool3d extends Adaptive {
  forward(input: Tensor): Tensor {
    return F.adaptive_max_pool3d(input, this.output_size, this.return_indices);
  }
}
