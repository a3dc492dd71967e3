import type { Tensor } from '../../tensor.ts';
import { bindArguments, repr } from '../arguments.ts';
import { float } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import type { Size } from './convolution.ts';

export type UpsampleMode = 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'nearest-exact';
export interface UpsampleOptions {
  size?: Size | null;
  scale_factor?: Size | null;
  mode?: UpsampleMode;
  align_corners?: boolean | null;
  recompute_scale_factor?: boolean | null;
}
/** Resizes [N, C, …] to a size or by a factor. */
export class Upsample extends Module {
  readonly size: Size | null;
  readonly scale_factor: Size | null;
  readonly mode: UpsampleMode;
  readonly align_corners: boolean | null;
  readonly recompute_scale_factor: boolean | null;
  constructor(
    size?: Size | null | UpsampleOptions,
    scale_factor?: Size | null | UpsampleOptions,
    mode?: UpsampleMode,
    align_corners?: boolean | null,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('Upsample', args, {
      size: null as Size | null,
      scale_factor: null as Size | null,
      mode: 'nearest' as UpsampleMode,
      align_corners: null as boolean | null,
      recompute_scale_factor: null as boolean | null,
    });
    this.size = o.size;
    this.scale_factor = o.scale_factor;
    this.mode = o.mode;
    this.align_corners = o.align_corners;
    this.recompute_scale_factor = o.recompute_scale_factor;
  }
  forward(input: Tensor): Tensor {
    return F.interpolate(
      input,
      this.size,
      this.scale_factor,
      this.mode,
      this.align_corners,
      this.recompute_scale_factor,
    );
  }
  override extra_repr(): string {
    const first =
      this.scale_factor !== null
        ? `scale_factor=${typeof this.scale_factor === 'number' ? float(this.scale_factor) : `(${this.scale_factor.map(float).join(', ')})`}`
        : `size=${repr(this.size)}`;
    return `${first}, mode='${this.mode}'`;
  }
}
/** Upsample by repeating the nearest element. */
export class UpsamplingNearest2d extends Upsample {
  constructor(size: Size | null | UpsampleOptions = null, scale_factor: Size | null = null) {
    super(
      typeof size === 'object' && size !== null && !Array.isArray(size)
        ? { ...(size as UpsampleOptions), mode: 'nearest' }
        : { size: size as Size | null, scale_factor, mode: 'nearest' },
    );
  }
}
/** Upsample bilinearly with aligned corners. */
export class UpsamplingBilinear2d extends Upsample {
  constructor(size: Size | null | UpsampleOptions = null, scale_factor: Size | null = null) {
    const given =
      typeof size === 'object' && size !== null && !Array.isArray(size)
        ? (size as UpsampleOptions)
        : { size: size as Size | null, scale_factor };
    super({ ...given, mode: 'bilinear', align_corners: true });
  }
}
/** [N, C·r², H, W] → [N, C, H·r, W·r]. */
export class PixelShuffle extends Module {
  readonly upscale_factor: number;
  constructor(upscale_factor: number) {
    super();
    this.upscale_factor = upscale_factor;
  }
  forward(input: Tensor): Tensor {
    return F.pixel_shuffle(input, this.upscale_factor);
  }
  override extra_repr(): string {
    return `upscale_factor=${this.upscale_factor}`;
  }
}
/** [N, C, H·r, W·r] → [N, C·r², H, W]. */
export class PixelUnshuffle extends Module {
  readonly downscale_factor: number;
  constructor(downscale_factor: number) {
    super();
    this.downscale_factor = downscale_factor;
  }
  forward(input: Tensor): Tensor {
    return F.pixel_unshuffle(input, this.downscale_factor);
  }
  override extra_repr(): string {
    return `downscale_factor=${this.downscale_factor}`;
  }
}
/** Deals the channels of groups out in turn. */
export class ChannelShuffle extends Module {
  readonly groups: number;
  constructor(groups: number) {
    super();
    this.groups = groups;
  }
  forward(input: Tensor): Tensor {
    return F.channel_shuffle(input, this.groups);
  }
  override extra_repr(): string {
    return `groups=${this.groups}`;
  }
}
/** x₁·x₂ / (‖x₁‖‖x₂‖) along dim. */
export class CosineSimilarity extends Module {
  readonly dim: number;
  readonly eps: number;
  constructor(dim?: number | { dim?: number; eps?: number }, eps?: number);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('CosineSimilarity', args, { dim: 1, eps: 1e-8 });
    this.dim = o.dim;
    this.eps = o.eps;
  }
  forward(x1: Tensor, x2: Tensor): Tensor {
    return F.cosine_similarity(x1, x2, this.dim, this.eps);
  }
}
/** ‖x₁ − x₂ + eps‖ₚ along the last dimension. */
export class PairwiseDistance extends Module {
  readonly norm: number;
  readonly eps: number;
  readonly keepdim: boolean;
  constructor(p?: number | { p?: number; eps?: number; keepdim?: boolean }, eps?: number, keepdim?: boolean);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('PairwiseDistance', args, { p: 2, eps: 1e-6, keepdim: false });
    this.norm = o.p;
    this.eps = o.eps;
    this.keepdim = o.keepdim;
  }
  forward(x1: Tensor, x2: Tensor): Tensor {
    return F.pairwise_distance(x1, x2, this.norm, this.eps, this.keepdim);
  }
}
