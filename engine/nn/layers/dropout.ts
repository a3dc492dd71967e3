import { ValueError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, float, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';

export interface DropoutOptions {
  /** Probability of an element (or channel) to be zeroed. Default: 0.5. */
  p?: number;
  /** Writes the result into the input's memory. Default: false. */
  inplace?: boolean;
}
abstract class AnyDropout extends Module {
  readonly p: number;
  readonly inplace: boolean;
  constructor(p?: number | DropoutOptions, inplace?: boolean | DropoutOptions);
  constructor(...args: unknown[]) {
    super();
    const { p, inplace } = bindArguments(new.target.name, args, { p: 0.5, inplace: false });
    if (p < 0 || p > 1) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
    this.p = p;
    this.inplace = inplace;
  }
  override extra_repr(): string {
    return `p=${float(this.p)}, inplace=${repr(this.inplace)}`;
  }
}
const named = (name: string, layer: { p: number; training: boolean; inplace: boolean }, input: Tensor): Tensor =>
  (Reflect.get(F, name) as (x: Tensor, p: number, training: boolean, inplace: boolean) => Tensor)(
    input,
    layer.p,
    layer.training,
    layer.inplace,
  );

/** In training zeroes each element with probability p and scales the rest by 1 / (1 − p); in evaluation passes its input on. */
export class Dropout extends AnyDropout {
  forward(input: Tensor): Tensor {
    return F.dropout(input, this.p, this.training, this.inplace);
  }
}
/** Dropout of whole channels of [N, C, L]. */
export class Dropout1d extends AnyDropout {
  forward(input: Tensor): Tensor {
    return named('dropout1d', this, input);
  }
}
/** Dropout of whole channels of [N, C, H, W]. */
export class Dropout2d extends AnyDropout {
  forward(input: Tensor): Tensor {
    return named('dropout2d', this, input);
  }
}
/** Dropout of whole channels of [N, C, D, H, W]. */
export class Dropout3d extends AnyDropout {
  forward(input: Tensor): Tensor {
    return named('dropout3d', this, input);
  }
}
/** Dropout that keeps mean and variance of SELU's outputs. */
export class AlphaDropout extends AnyDropout {
  forward(input: Tensor): Tensor {
    return named('alpha_dropout', this, input);
  }
}
/** AlphaDropout of whole channels. */
export class FeatureAlphaDropout extends AnyDropout {
  forward(input: Tensor): Tensor {
    return named('feature_alpha_dropout', this, input);
  }
}
