import { ValueError } from '../../device/device.ts';
import { int64 } from '../../dtype.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { bindArguments, needed, repr } from '../arguments.ts';
import { float } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { ones_, zeros_ } from '../init.ts';
import { Module, type StateDict } from '../module.ts';
import type { Parameter } from '../parameter.ts';
import { type Factory, made, noFactory } from './linear.ts';

/** eps as Python prints it. */
const shown = (eps: number): string => (Math.abs(eps) < 1e-4 ? float(eps) : String(eps));

export interface BatchNormOptions extends Factory {
  /** Added to the variance. Default: 1e-5. */
  eps?: number;
  /** Share of the new batch in the running statistics; null averages all batches alike. Default: 0.1. */
  momentum?: number | null;
  /** Learned scale and offset. Default: true. */
  affine?: boolean;
  /** Keeps running statistics for evaluation. Default: true. */
  track_running_stats?: boolean;
}
abstract class RunningNorm extends Module {
  num_features: number;
  readonly eps: number;
  momentum: number | null;
  affine: boolean;
  track_running_stats: boolean;
  weight: Parameter | null = null;
  bias: Parameter | null = null;
  declare running_mean: Tensor | null;
  declare running_var: Tensor | null;
  declare num_batches_tracked: Tensor | null;
  constructor(what: string, args: readonly unknown[], affine: boolean, track: boolean) {
    super();
    const o = bindArguments(what, args, {
      num_features: needed<number>(),
      eps: 1e-5,
      momentum: 0.1 as number | null,
      affine,
      track_running_stats: track,
      ...noFactory,
    });
    this.num_features = o.num_features;
    this.eps = o.eps;
    this.momentum = o.momentum;
    this.affine = o.affine;
    this.track_running_stats = o.track_running_stats;
    if (o.affine) {
      this.weight = made([o.num_features], o);
      this.bias = made([o.num_features], o);
    }
    const tracked = o.track_running_stats;
    this.register_buffer('running_mean', tracked ? made([o.num_features], o).detach() : null);
    this.register_buffer('running_var', tracked ? made([o.num_features], o).detach() : null);
    this.register_buffer('num_batches_tracked', tracked ? fromValues([0], [], int64) : null);
    this.reset_parameters();
  }
  /** @internal batches were not counted before PyTorch 0.4.1 */
  override _upgrade_state(state: StateDict, prefix: string): void {
    const key = `${prefix}num_batches_tracked`;
    if (this.num_batches_tracked && !Object.hasOwn(state, key)) state[key] = fromValues([0], [], int64);
  }
  /** Mean 0, variance 1, no batches seen. */
  reset_running_stats(): void {
    this.running_mean?.zero_();
    this.running_var?.fill_(1);
    this.num_batches_tracked?.zero_();
  }
  /** Fresh statistics, scale 1, offset 0. */
  reset_parameters(): void {
    this.reset_running_stats();
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }
  override extra_repr(): string {
    return `${this.num_features}, eps=${shown(this.eps)}, momentum=${repr(this.momentum)}, affine=${repr(this.affine)}, track_running_stats=${repr(this.track_running_stats)}`;
  }
}
/** What all batch norms have in common. */
export abstract class BatchNorm extends RunningNorm {
  constructor(
    num_features: number,
    eps?: number | BatchNormOptions,
    momentum?: number | null | BatchNormOptions,
    affine?: boolean,
    track_running_stats?: boolean,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super(new.target.name, args, true, true);
  }
  /** @internal */
  abstract _check(input: Tensor): void;
  /** @internal counts a batch in training; how much of it goes into the running statistics */
  _count_batch(): number {
    if (!this.training || !this.track_running_stats || !this.num_batches_tracked) return this.momentum ?? 0;
    this.num_batches_tracked.add_(1);
    return this.momentum ?? 1 / Number(this.num_batches_tracked.item());
  }
  /** @internal by the statistics of the batch, and not by the running ones */
  _normalises_by_batch(): boolean {
    return this.training || (this.running_mean === null && this.running_var === null);
  }
  forward(input: Tensor): Tensor {
    this._check(input);
    const factor = this._count_batch();
    const statistics = !this.training || this.track_running_stats;
    return F.batch_norm(
      input,
      statistics ? this.running_mean : null,
      statistics ? this.running_var : null,
      this.weight,
      this.bias,
      this._normalises_by_batch(),
      factor,
      this.eps,
    );
  }
}
const dimensions = (input: Tensor, allowed: readonly number[]): void => {
  const n = input.shape.length;
  if (!allowed.includes(n))
    throw new ValueError(`expected ${allowed.map((a) => `${a}D`).join(' or ')} input (got ${n}D input)`);
};
/**
 * Normalises each channel of [N, C] or [N, C, L] over the batch: y = (x − mean) / √(var + eps) · weight + bias. Training uses
 * the batch's biased variance and mixes the unbiased one into `running_var`; evaluation uses the running statistics.
 */
export class BatchNorm1d extends BatchNorm {
  /** @internal */
  override _check(input: Tensor): void {
    dimensions(input, [2, 3]);
  }
}
/** BatchNorm of [N, C, H, W]. */
export class BatchNorm2d extends BatchNorm {
  /** @internal */
  override _check(input: Tensor): void {
    dimensions(input, [4]);
  }
}
/** BatchNorm of [N, C, D, H, W]. */
export class BatchNorm3d extends BatchNorm {
  /** @internal */
  override _check(input: Tensor): void {
    dimensions(input, [5]);
  }
}
abstract class InstanceNorm extends RunningNorm {
  constructor(
    num_features: number,
    eps?: number | BatchNormOptions,
    momentum?: number | BatchNormOptions,
    affine?: boolean,
    track_running_stats?: boolean,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super(new.target.name, args, false, false);
  }
  /** @internal */
  abstract _spatial(): number;
  forward(input: Tensor): Tensor {
    const n = this._spatial();
    dimensions(input, [n + 1, n + 2]);
    const single = input.shape.length === n + 1;
    const result = F.instance_norm(
      single ? input.unsqueeze(0) : input,
      this.running_mean,
      this.running_var,
      this.weight,
      this.bias,
      this.training || !this.track_running_stats,
      this.momentum ?? 0,
      this.eps,
    );
    return single ? result.squeeze(0) : result;
  }
}
/** Normalises each channel of each sample of [N, C, L]. */
export class InstanceNorm1d extends InstanceNorm {
  /** @internal */
  override _spatial(): number {
    return 1;
  }
}
/** Normalises each channel of each sample of [N, C, H, W]. */
export class InstanceNorm2d extends InstanceNorm {
  /** @internal */
  override _spatial(): number {
    return 2;
  }
}
/** Normalises each channel of each sample of [N, C, D, H, W]. */
export class InstanceNorm3d extends InstanceNorm {
  /** @internal */
  override _spatial(): number {
    return 3;
  }
}

export interface LayerNormOptions extends Factory {
  /** Default: 1e-5. */
  eps?: number;
  /** Learned scale (and offset). Default: true. */
  elementwise_affine?: boolean;
  /** Learned offset. Default: true. */
  bias?: boolean;
}
/** Normalises over the last dimensions, of shape normalized_shape, by their mean and biased variance; then scale and offset. */
export class LayerNorm extends Module {
  readonly normalized_shape: readonly number[];
  readonly eps: number;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;
  constructor(
    normalized_shape: number | readonly number[],
    eps?: number | LayerNormOptions,
    elementwise_affine?: boolean | LayerNormOptions,
    bias?: boolean | LayerNormOptions,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('LayerNorm', args, {
      normalized_shape: needed<number | readonly number[]>(),
      eps: 1e-5,
      elementwise_affine: true,
      bias: true,
      ...noFactory,
    });
    this.normalized_shape = typeof o.normalized_shape === 'number' ? [o.normalized_shape] : [...o.normalized_shape];
    this.eps = o.eps;
    this.elementwise_affine = o.elementwise_affine;
    this.weight = o.elementwise_affine ? made(this.normalized_shape, o) : null;
    this.bias = o.elementwise_affine && o.bias ? made(this.normalized_shape, o) : null;
    this.reset_parameters();
  }
  /** Scale 1, offset 0. */
  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }
  forward(input: Tensor): Tensor {
    return F.layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps);
  }
  override extra_repr(): string {
    return `${repr([...this.normalized_shape])}, eps=${shown(this.eps)}, elementwise_affine=${repr(this.elementwise_affine)}`;
  }
}
/** x / √(mean(x²) + eps) · weight over the last dimensions; eps is the dtype's own epsilon unless given. */
export class RMSNorm extends Module {
  readonly normalized_shape: readonly number[];
  readonly eps: number | null;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;
  constructor(
    normalized_shape: number | readonly number[],
    eps?: number | null | LayerNormOptions,
    elementwise_affine?: boolean | LayerNormOptions,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('RMSNorm', args, {
      normalized_shape: needed<number | readonly number[]>(),
      eps: null as number | null,
      elementwise_affine: true,
      ...noFactory,
    });
    this.normalized_shape = typeof o.normalized_shape === 'number' ? [o.normalized_shape] : [...o.normalized_shape];
    this.eps = o.eps;
    this.elementwise_affine = o.elementwise_affine;
    this.weight = o.elementwise_affine ? made(this.normalized_shape, o) : null;
    this.reset_parameters();
  }
  /** Scale 1. */
  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
  }
  forward(input: Tensor): Tensor {
    const dims = this.normalized_shape.map((_, i) => -1 - i);
    const eps = this.eps ?? (input.dtype.name === 'float64' ? 2 ** -52 : 2 ** -23);
    const scaled = input.mul(input.square().mean(dims, true).add(eps).rsqrt());
    return this.weight ? scaled.mul(this.weight) : scaled;
  }
  override extra_repr(): string {
    return `${repr([...this.normalized_shape])}, eps=${this.eps === null ? 'None' : shown(this.eps)}, elementwise_affine=${repr(this.elementwise_affine)}`;
  }
}
export interface GroupNormOptions extends Factory {
  eps?: number;
  affine?: boolean;
}
/** Normalises groups of channels of [N, C, *] within each sample; scale and offset are per channel. */
export class GroupNorm extends Module {
  readonly num_groups: number;
  readonly num_channels: number;
  readonly eps: number;
  affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;
  constructor(
    num_groups: number,
    num_channels: number,
    eps?: number | GroupNormOptions,
    affine?: boolean | GroupNormOptions,
    options?: Factory,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('GroupNorm', args, {
      num_groups: needed<number>(),
      num_channels: needed<number>(),
      eps: 1e-5,
      affine: true,
      ...noFactory,
    });
    if (o.num_channels % o.num_groups !== 0) throw new ValueError('num_channels must be divisible by num_groups');
    this.num_groups = o.num_groups;
    this.num_channels = o.num_channels;
    this.eps = o.eps;
    this.affine = o.affine;
    this.weight = o.affine ? made([o.num_channels], o) : null;
    this.bias = o.affine ? made([o.num_channels], o) : null;
    this.reset_parameters();
  }
  /** Scale 1, offset 0. */
  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }
  forward(input: Tensor): Tensor {
    return F.group_norm(input, this.num_groups, this.weight, this.bias, this.eps);
  }
  override extra_repr(): string {
    return `${this.num_groups}, ${this.num_channels}, eps=${shown(this.eps)}, affine=${repr(this.affine)}`;
  }
}
/** x / (k + α/n · Σ x²)^β over n neighbouring channels. */
export class LocalResponseNorm extends Module {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;
  constructor(size: number, alpha?: number | { alpha?: number; beta?: number; k?: number }, beta?: number, k?: number);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('LocalResponseNorm', args, { size: needed<number>(), alpha: 1e-4, beta: 0.75, k: 1 });
    this.size = o.size;
    this.alpha = o.alpha;
    this.beta = o.beta;
    this.k = o.k;
  }
  forward(input: Tensor): Tensor {
    return F.local_response_norm(input, this.size, this.alpha, this.beta, this.k);
  }
  override extra_repr(): string {
    return `${this.size}, alpha=${this.alpha}, beta=${this.beta}, k=${float(this.k)}`;
  }
}
