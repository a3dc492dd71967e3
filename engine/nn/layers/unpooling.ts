import type { Tensor } from '../../tensor.ts';
import { bindArguments, each, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import type { Size } from './convolution.ts';

export interface UnpoolOptions {
  /** Default: kernel_size. */
  stride?: Size | null;
  padding?: Size;
}
type OutputSize = readonly number[] | null | { output_size?: readonly number[] | null };
abstract class MaxUnpool extends Module {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  constructor(
    kernel_size: Size | (UnpoolOptions & { kernel_size: Size }),
    stride?: Size | null | UnpoolOptions,
    padding?: Size | UnpoolOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const n = this._dimensions();
    const o = bindArguments(`MaxUnpool${n}d`, args, {
      kernel_size: needed<Size>(),
      stride: null as Size | null,
      padding: 0 as Size,
    });
    this.kernel_size = each(o.kernel_size, n);
    this.stride = each(o.stride ?? o.kernel_size, n);
    this.padding = each(o.padding, n);
  }
  /** @internal */
  abstract _dimensions(): 1 | 2 | 3;
  forward(input: Tensor, indices: Tensor, output_size: OutputSize = null): Tensor {
    const n = this._dimensions();
    const unpool = n === 1 ? F.max_unpool1d : n === 2 ? F.max_unpool2d : F.max_unpool3d;
    const wanted = bindArguments('forward', [output_size], { output_size: null as readonly number[] | null });
    return unpool(input, indices, this.kernel_size, this.stride, this.padding, wanted.output_size);
  }
  override extra_repr(): string {
    return `kernel_size=${repr([...this.kernel_size])}, stride=${repr([...this.stride])}, padding=${repr([...this.padding])}`;
  }
}
/** Puts what MaxPool1d kept back to its places (`return_indices`), zeros elsewhere. */
export class MaxUnpool1d extends MaxUnpool {
  /** @internal */
  override _dimensions(): 1 {
    return 1;
  }
}
/** Puts what MaxPool2d kept back to its places, zeros elsewhere. */
export class MaxUnpool2d extends MaxUnpool {
  /** @internal */
  override _dimensions(): 2 {
    return 2;
  }
}
/** Puts what MaxPool3d kept back to its places, zeros elsewhere. */
export class MaxUnpool3d extends MaxUnpool {
  /** @internal */
  override _dimensions(): 3 {
    return 3;
  }
}

interface LPPoolOptions {
  /** Default: kernel_size. */
  stride?: Size | null;
  ceil_mode?: boolean;
}
abstract class LPPool extends Module {
  readonly norm_type: number;
  readonly kernel_size: Size;
  readonly stride: Size | null;
  readonly ceil_mode: boolean;
  constructor(
    norm_type: number,
    kernel_size: Size,
    stride?: Size | null | LPPoolOptions,
    ceil_mode?: boolean | LPPoolOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments(new.target.name, args, {
      norm_type: needed<number>(),
      kernel_size: needed<Size>(),
      stride: null as Size | null,
      ceil_mode: false,
    });
    this.norm_type = o.norm_type;
    this.kernel_size = o.kernel_size;
    this.stride = o.stride;
    this.ceil_mode = o.ceil_mode;
  }
  override extra_repr(): string {
    return `norm_type=${this.norm_type}, kernel_size=${repr(this.kernel_size)}, stride=${repr(this.stride)}, ceil_mode=${repr(this.ceil_mode)}`;
  }
}
/** (Σ xᵖ)^{1/p} over each window of [N, C, L], p = norm_type. */
export class LPPool1d extends LPPool {
  forward(input: Tensor): Tensor {
    return F.lp_pool1d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}
/** (Σ xᵖ)^{1/p} over each window of [N, C, H, W], p = norm_type. */
export class LPPool2d extends LPPool {
  forward(input: Tensor): Tensor {
    return F.lp_pool2d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

interface FractionalOptions {
  output_size?: Size | null;
  /** The output's share of the input's size, in (0, 1). */
  output_ratio?: Size | null;
  return_indices?: boolean;
}
abstract class FractionalMaxPool extends Module {
  readonly kernel_size: readonly number[];
  readonly return_indices: boolean;
  readonly output_size: readonly number[] | null;
  readonly output_ratio: readonly number[] | null;
  declare _random_samples: Tensor | null;
  constructor(
    kernel_size: Size,
    output_size?: Size | null | FractionalOptions,
    output_ratio?: Size | null | FractionalOptions,
    return_indices?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const n = this._dimensions();
    const name = `FractionalMaxPool${n}d`;
    const o = bindArguments(name, args, {
      kernel_size: needed<Size>(),
      output_size: null as Size | null,
      output_ratio: null as Size | null,
      return_indices: false,
      _random_samples: null as Tensor | null,
    });
    this.kernel_size = each(o.kernel_size, n);
    this.return_indices = o.return_indices;
    this.register_buffer('_random_samples', o._random_samples);
    this.output_size = o.output_size === null ? null : each(o.output_size, n);
    this.output_ratio = o.output_ratio === null ? null : each(o.output_ratio, n);
    if (o.output_size === null && o.output_ratio === null)
      throw new Error(`${name} requires specifying either an output size, or a pooling ratio`);
    if (o.output_size !== null && o.output_ratio !== null)
      throw new Error('only one of output_size and output_ratio may be specified');
    if (this.output_ratio?.some((r) => r <= 0 || r >= 1))
      throw new Error(`output_ratio must be between 0 and 1 (got ${repr(o.output_ratio)})`);
  }
  /** @internal */
  abstract _dimensions(): 2 | 3;
  // biome-ignore lint/suspicious/noExplicitAny: a tensor, or with return_indices two
  forward(input: Tensor): any {
    const pool = this._dimensions() === 2 ? F.fractional_max_pool2d : F.fractional_max_pool3d;
    return pool(
      input,
      this.kernel_size,
      this.output_size,
      this.output_ratio,
      this.return_indices,
      this._random_samples,
    );
  }
}
/** The largest of windows of [N, C, H, W] whose places are drawn at random (Graham, 2014). */
export class FractionalMaxPool2d extends FractionalMaxPool {
  /** @internal */
  override _dimensions(): 2 {
    return 2;
  }
}
/** The largest of windows of [N, C, D, H, W] whose places are drawn at random. */
export class FractionalMaxPool3d extends FractionalMaxPool {
  /** @internal */
  override _dimensions(): 3 {
    return 3;
  }
}
