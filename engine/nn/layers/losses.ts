import type { Tensor } from '../../tensor.ts';
import { bindArguments } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';

/** 'mean' averages, 'sum' adds up, 'none' keeps one value an element. */
export type Reduction = 'mean' | 'sum' | 'none';
export interface LossOptions {
  /** Default: 'mean'. */
  reduction?: Reduction;
  /** Deprecated in PyTorch, read into `reduction`. */
  size_average?: boolean | null;
  /** Deprecated in PyTorch, read into `reduction`. */
  reduce?: boolean | null;
}
export interface WeightedLossOptions extends LossOptions {
  weight?: Tensor | null;
}
const old = { size_average: null as boolean | null, reduce: null as boolean | null };
function reductionOf(options: {
  size_average: boolean | null;
  reduce: boolean | null;
  reduction: Reduction;
}): Reduction {
  const { size_average, reduce, reduction } = options;
  if (size_average === null && reduce === null) return reduction;
  return reduce === false ? 'none' : size_average === false ? 'sum' : 'mean';
}
const spec = { ...old, reduction: 'mean' as Reduction };

abstract class Loss extends Module {
  readonly reduction: Reduction;
  constructor(reduction: Reduction) {
    super();
    this.reduction = reduction;
  }
}
abstract class PlainLoss extends Loss {
  constructor(options: LossOptions = {}) {
    super(reductionOf(bindArguments(new.target.name, [options], spec)));
  }
}
abstract class WeightedLoss extends Loss {
  declare weight: Tensor | null;
  constructor(weight: Tensor | null, reduction: Reduction) {
    super(reduction);
    this.register_buffer('weight', weight);
  }
}
/** (input − target)², reduced. */
export class MSELoss extends PlainLoss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.mse_loss(input, target, { reduction: this.reduction });
  }
}
/** |input − target|, reduced. */
export class L1Loss extends PlainLoss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.l1_loss(input, target, { reduction: this.reduction });
  }
}
/** log(1 + e^{−target·input}) for targets of ±1, reduced. */
export class SoftMarginLoss extends PlainLoss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.soft_margin_loss(input, target, { reduction: this.reduction });
  }
}
/** Squared where |input − target| < beta (over 2·beta), linear beyond, reduced. */
export class SmoothL1Loss extends Loss {
  readonly beta: number;
  constructor(options: LossOptions & { beta?: number } = {}) {
    const bound = bindArguments('SmoothL1Loss', [options], { ...spec, beta: 1 });
    super(reductionOf(bound));
    this.beta = bound.beta;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.smooth_l1_loss(input, target, { reduction: this.reduction, beta: this.beta });
  }
}
/** Half the square where |input − target| ≤ delta, delta·(|d| − delta/2) beyond, reduced. */
export class HuberLoss extends Loss {
  readonly delta: number;
  constructor(reduction?: Reduction | { reduction?: Reduction; delta?: number }, delta?: number);
  constructor(...args: unknown[]) {
    const bound = bindArguments('HuberLoss', args, { reduction: 'mean' as Reduction, delta: 1 });
    super(bound.reduction);
    this.delta = bound.delta;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.huber_loss(input, target, { reduction: this.reduction, delta: this.delta });
  }
}
/** target · (log target − input) for log-probabilities input, reduced; 'batchmean' is the mathematical mean. */
export class KLDivLoss extends Module {
  readonly reduction: Reduction | 'batchmean';
  readonly log_target: boolean;
  constructor(
    options: Omit<LossOptions, 'reduction'> & { reduction?: Reduction | 'batchmean'; log_target?: boolean } = {},
  ) {
    super();
    this.reduction = options.reduction ?? 'mean';
    this.log_target = options.log_target ?? false;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.kl_div(input, target, { reduction: this.reduction, log_target: this.log_target });
  }
}
/**
 * Softmax over classes and negative log-likelihood in one: input [N, C] or [N, C, d…] of raw scores, target [N] or [N, d…]
 * of class indices, or class probabilities of input's shape. `weight` [C] scales classes (and the mean), targets equal to
 * `ignore_index` (−100) count for nothing, `label_smoothing` mixes the target with the uniform distribution.
 */
export class CrossEntropyLoss extends WeightedLoss {
  readonly ignore_index: number;
  readonly label_smoothing: number;
  constructor(
    weight?: Tensor | null | (WeightedLossOptions & { ignore_index?: number; label_smoothing?: number }),
    options?: LossOptions & { ignore_index?: number; label_smoothing?: number },
  );
  constructor(...args: unknown[]) {
    const bound = bindArguments('CrossEntropyLoss', args, {
      weight: null as Tensor | null,
      size_average: old.size_average,
      ignore_index: -100,
      reduce: old.reduce,
      reduction: 'mean' as Reduction,
      label_smoothing: 0,
    });
    super(bound.weight, reductionOf(bound));
    this.ignore_index = bound.ignore_index;
    this.label_smoothing = bound.label_smoothing;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.cross_entropy(input, target, {
      weight: this.weight,
      ignore_index: this.ignore_index,
      reduction: this.reduction,
      label_smoothing: this.label_smoothing,
    });
  }
}
/** −weight[y] · input[y] for log-probabilities [N, C] or [N, C, d…] and class indices; the mean divides by the weights' sum. */
export class NLLLoss extends WeightedLoss {
  readonly ignore_index: number;
  constructor(
    weight?: Tensor | null | (WeightedLossOptions & { ignore_index?: number }),
    options?: LossOptions & { ignore_index?: number },
  );
  constructor(...args: unknown[]) {
    const bound = bindArguments('NLLLoss', args, {
      weight: null as Tensor | null,
      size_average: old.size_average,
      ignore_index: -100,
      reduce: old.reduce,
      reduction: 'mean' as Reduction,
    });
    super(bound.weight, reductionOf(bound));
    this.ignore_index = bound.ignore_index;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.nll_loss(input, target, {
      weight: this.weight,
      ignore_index: this.ignore_index,
      reduction: this.reduction,
    });
  }
}
/** −(y·log x + (1 − y)·log(1 − x)) for probabilities x, logarithms kept at −100 or more. */
export class BCELoss extends WeightedLoss {
  constructor(weight?: Tensor | null | WeightedLossOptions, options?: LossOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('BCELoss', args, { weight: null as Tensor | null, ...spec });
    super(bound.weight, reductionOf(bound));
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy(input, target, { weight: this.weight, reduction: this.reduction });
  }
}
/** Sigmoid and binary cross-entropy in one, without overflow; `pos_weight` scales the positive class. */
export class BCEWithLogitsLoss extends WeightedLoss {
  declare pos_weight: Tensor | null;
  constructor(
    weight?: Tensor | null | (WeightedLossOptions & { pos_weight?: Tensor | null }),
    options?: LossOptions & { pos_weight?: Tensor | null },
  );
  constructor(...args: unknown[]) {
    const bound = bindArguments('BCEWithLogitsLoss', args, {
      weight: null as Tensor | null,
      ...spec,
      pos_weight: null as Tensor | null,
    });
    super(bound.weight, reductionOf(bound));
    this.register_buffer('pos_weight', bound.pos_weight);
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy_with_logits(input, target, {
      weight: this.weight,
      pos_weight: this.pos_weight,
      reduction: this.reduction,
    });
  }
}

/** max(0, −target·(x₁ − x₂) + margin) for targets of ±1, reduced. */
export class MarginRankingLoss extends Loss {
  readonly margin: number;
  constructor(margin?: number | (LossOptions & { margin?: number }), options?: LossOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('MarginRankingLoss', args, { margin: 0, ...spec });
    super(reductionOf(bound));
    this.margin = bound.margin;
  }
  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.margin_ranking_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}
/** x where target is 1, max(0, margin − x) where it is −1, reduced. */
export class HingeEmbeddingLoss extends Loss {
  readonly margin: number;
  constructor(margin?: number | (LossOptions & { margin?: number }), options?: LossOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('HingeEmbeddingLoss', args, { margin: 1, ...spec });
    super(reductionOf(bound));
    this.margin = bound.margin;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.hinge_embedding_loss(input, target, { margin: this.margin, reduction: this.reduction });
  }
}
/** 1 − cos(x₁, x₂) where target is 1, max(0, cos(x₁, x₂) − margin) where it is −1, reduced. */
export class CosineEmbeddingLoss extends Loss {
  readonly margin: number;
  constructor(margin?: number | (LossOptions & { margin?: number }), options?: LossOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('CosineEmbeddingLoss', args, { margin: 0, ...spec });
    super(reductionOf(bound));
    this.margin = bound.margin;
  }
  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.cosine_embedding_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}
export interface TripletOptions extends LossOptions {
  margin?: number;
  /** Of the norm. Default: 2. */
  p?: number;
  eps?: number;
  /** Takes the positive's distance to the negative where that is smaller. Default: false. */
  swap?: boolean;
}
/** max(0, d(anchor, positive) − d(anchor, negative) + margin), reduced. */
export class TripletMarginLoss extends Loss {
  readonly margin: number;
  readonly p: number;
  readonly eps: number;
  readonly swap: boolean;
  constructor(margin?: number | TripletOptions, p?: number | TripletOptions, options?: TripletOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('TripletMarginLoss', args, { margin: 1, p: 2, eps: 1e-6, swap: false, ...spec });
    super(reductionOf(bound));
    this.margin = bound.margin;
    this.p = bound.p;
    this.eps = bound.eps;
    this.swap = bound.swap;
  }
  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return F.triplet_margin_loss(anchor, positive, negative, {
      margin: this.margin,
      p: this.p,
      eps: this.eps,
      swap: this.swap,
      reduction: this.reduction,
    });
  }
}
/** Σ max(0, margin − x[y] + x[i])^p / C over the other classes, reduced. */
export class MultiMarginLoss extends WeightedLoss {
  readonly p: number;
  readonly margin: number;
  constructor(
    p?: number | (WeightedLossOptions & { p?: number; margin?: number }),
    margin?: number,
    options?: WeightedLossOptions,
  );
  constructor(...args: unknown[]) {
    const bound = bindArguments('MultiMarginLoss', args, { p: 1, margin: 1, weight: null as Tensor | null, ...spec });
    super(bound.weight, reductionOf(bound));
    this.p = bound.p;
    this.margin = bound.margin;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.multi_margin_loss(input, target, {
      p: this.p,
      margin: this.margin,
      weight: this.weight,
      reduction: this.reduction,
    });
  }
}
/** Hinge over all pairs of a target class and another, targets listed up to the first −1. */
export class MultiLabelMarginLoss extends PlainLoss {
  forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_margin_loss(input, target, { reduction: this.reduction });
  }
}
/** Binary cross-entropy of each class's logit, averaged over classes. */
export class MultiLabelSoftMarginLoss extends WeightedLoss {
  constructor(weight?: Tensor | null | WeightedLossOptions, options?: LossOptions);
  constructor(...args: unknown[]) {
    const bound = bindArguments('MultiLabelSoftMarginLoss', args, { weight: null as Tensor | null, ...spec });
    super(bound.weight, reductionOf(bound));
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_soft_margin_loss(input, target, { weight: this.weight, reduction: this.reduction });
  }
}
/** e^x − target·x for log-rates x (or x − target·log x), reduced. */
export class PoissonNLLLoss extends Loss {
  readonly log_input: boolean;
  readonly full: boolean;
  readonly eps: number;
  constructor(
    log_input?: boolean | (LossOptions & { log_input?: boolean; full?: boolean; eps?: number }),
    full?: boolean,
    options?: LossOptions & { eps?: number },
  );
  constructor(...args: unknown[]) {
    const bound = bindArguments('PoissonNLLLoss', args, {
      log_input: true,
      full: false,
      size_average: old.size_average,
      eps: 1e-8,
      reduce: old.reduce,
      reduction: 'mean' as Reduction,
    });
    super(reductionOf(bound));
    this.log_input = bound.log_input;
    this.full = bound.full;
    this.eps = bound.eps;
  }
  forward(input: Tensor, target: Tensor): Tensor {
    return F.poisson_nll_loss(input, target, {
      log_input: this.log_input,
      full: this.full,
      eps: this.eps,
      reduction: this.reduction,
    });
  }
}
/** ½(log var + (input − target)² / var), reduced. */
export class GaussianNLLLoss extends Loss {
  readonly full: boolean;
  readonly eps: number;
  constructor(options: { full?: boolean; eps?: number; reduction?: Reduction } = {}) {
    const bound = bindArguments('GaussianNLLLoss', [options], {
      full: false,
      eps: 1e-6,
      reduction: 'mean' as Reduction,
    });
    super(bound.reduction);
    this.full = bound.full;
    this.eps = bound.eps;
  }
  forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor {
    return F.gaussian_nll_loss(input, target, variance, { full: this.full, eps: this.eps, reduction: this.reduction });
  }
}
