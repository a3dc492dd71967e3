// Losses with parameters, sequences or functions of their own: CTC, triplets by any distance, a softmax over many classes.
import { RuntimeError, ValueError } from '../../device/device.ts';
import { int64 } from '../../dtype.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import { ModuleList, Sequential } from './containers.ts';
import { type Factory, Linear, noFactory } from './linear.ts';
import { NLLLoss, type Reduction } from './losses.ts';
import { PairwiseDistance } from './vision.ts';

/** The older name of NLLLoss. */
export class NLLLoss2d extends NLLLoss {}

export interface CTCOptions {
  /** The class that stands for no label. Default: 0. */
  blank?: number;
  /** 'mean' divides each loss by its target's length first. Default: 'mean'. */
  reduction?: Reduction;
  /** Infinite losses (targets longer than their input allows) and their gradients count as 0. Default: false. */
  zero_infinity?: boolean;
}
/**
 * Connectionist temporal classification: log-probabilities [T, N, C] (or [T, C]) against label sequences, targets [N, S] or
 * all in one vector, with the length of each input and target.
 */
export class CTCLoss extends Module {
  readonly reduction: Reduction;
  readonly blank: number;
  readonly zero_infinity: boolean;
  constructor(blank?: number | CTCOptions, reduction?: Reduction | CTCOptions, zero_infinity?: boolean);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('CTCLoss', args, { blank: 0, reduction: 'mean' as Reduction, zero_infinity: false });
    this.reduction = o.reduction;
    this.blank = o.blank;
    this.zero_infinity = o.zero_infinity;
  }
  forward(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | readonly number[],
    target_lengths: Tensor | readonly number[],
  ): Tensor {
    return F.ctc_loss(
      log_probs,
      targets,
      input_lengths,
      target_lengths,
      this.blank,
      this.reduction,
      this.zero_infinity,
    );
  }
}

export interface TripletDistanceOptions {
  /** Default: Euclidean, as PairwiseDistance. */
  distance_function?: ((a: Tensor, b: Tensor) => Tensor) | null;
  margin?: number;
  /** Takes the positive's distance to the negative where that is smaller. Default: false. */
  swap?: boolean;
  reduction?: Reduction;
}
/** max(0, d(anchor, positive) − d(anchor, negative) + margin) for a distance of your own, reduced. */
export class TripletMarginWithDistanceLoss extends Module {
  readonly reduction: Reduction;
  readonly distance_function: (a: Tensor, b: Tensor) => Tensor;
  readonly margin: number;
  readonly swap: boolean;
  constructor(options: TripletDistanceOptions = {}) {
    super();
    const o = bindArguments('TripletMarginWithDistanceLoss', [options], {
      distance_function: null as ((a: Tensor, b: Tensor) => Tensor) | null,
      margin: 1,
      swap: false,
      reduction: 'mean' as Reduction,
    });
    this.reduction = o.reduction;
    this.distance_function = o.distance_function ?? new PairwiseDistance();
    this.margin = o.margin;
    this.swap = o.swap;
  }
  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distance_function, margin, swap, reduction } = this;
    return F.triplet_margin_with_distance_loss(anchor, positive, negative, {
      distance_function,
      margin,
      swap,
      reduction,
    });
  }
}

export interface AdaptiveSoftmaxOptions extends Factory {
  /** Each further cluster's width is divided by this once more. Default: 4. */
  div_value?: number;
  head_bias?: boolean;
}
/** What AdaptiveLogSoftmaxWithLoss returns: log-probabilities of the targets [N] and their mean, negated. */
export type ASMoutput = [output: Tensor, loss: Tensor] & { readonly output: Tensor; readonly loss: Tensor };
/**
 * A softmax over many classes, the frequent ones in a short head and the rare ones in clusters of smaller width (Grave et
 * al., 2017): input [N, in_features] or [in_features], targets [N] or a scalar; classes are ordered by frequency.
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
  readonly in_features: number;
  readonly n_classes: number;
  readonly cutoffs: readonly number[];
  readonly div_value: number;
  readonly head_bias: boolean;
  readonly shortlist_size: number;
  readonly n_clusters: number;
  readonly head_size: number;
  head: Linear;
  tail: ModuleList<Sequential>;
  constructor(
    in_features: number,
    n_classes: number,
    cutoffs: readonly number[],
    div_value?: number | AdaptiveSoftmaxOptions,
    head_bias?: boolean | AdaptiveSoftmaxOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('AdaptiveLogSoftmaxWithLoss', args, {
      in_features: needed<number>(),
      n_classes: needed<number>(),
      cutoffs: needed<readonly number[]>(),
      div_value: 4,
      head_bias: false,
      ...noFactory,
    });
    const { cutoffs } = o;
    const rising = cutoffs.every((c, i) => Number.isInteger(c) && c > (cutoffs[i - 1] ?? 0) && c < o.n_classes);
    if (!rising)
      throw new ValueError(
        'cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and n_classes-1',
      );
    const factory = { device: o.device, dtype: o.dtype };
    this.in_features = o.in_features;
    this.n_classes = o.n_classes;
    this.cutoffs = [...cutoffs, o.n_classes];
    this.div_value = o.div_value;
    this.head_bias = o.head_bias;
    this.shortlist_size = this.cutoffs[0] ?? 0;
    this.n_clusters = this.cutoffs.length - 1;
    this.head_size = this.shortlist_size + this.n_clusters;
    this.head = new Linear(o.in_features, this.head_size, o.head_bias, factory);
    this.tail = new ModuleList();
    for (let i = 0; i < this.n_clusters; i++) {
      const hidden = Math.floor(o.in_features / o.div_value ** (i + 1));
      const size = (this.cutoffs[i + 1] ?? 0) - (this.cutoffs[i] ?? 0);
      this.tail.append(
        new Sequential(new Linear(o.in_features, hidden, false, factory), new Linear(hidden, size, false, factory)),
      );
    }
  }
  /** Draws all weights anew. */
  reset_parameters(): void {
    this.head.reset_parameters();
    for (const cluster of this.tail) for (const layer of cluster) if (layer instanceof Linear) layer.reset_parameters();
  }
  forward(input: Tensor, target: Tensor): ASMoutput {
    const single = target.shape.length === 0;
    if (target.shape.length > 1) throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
    if (!single && input.shape[0] !== target.shape[0])
      throw new RuntimeError('Input and target should have the same size in the batch dimension.');
    const x = single ? input.unsqueeze(0) : input;
    const classes = (target.reshape([-1]).tolist() as number[]).map(Number);
    const outside = classes.some((c) => c < 0 || c >= this.n_classes);
    if (outside)
      throw new RuntimeError(
        `Target values should be in [0, ${this.n_classes - 1}], but values in range [${Math.min(...classes)}, ${Math.max(...classes)}] were found. `,
      );
    const cluster = classes.map((c) => this.cutoffs.findIndex((end) => c < end));
    const head = F.log_softmax(this.head(x), 1);
    const firsts = cluster.map((k, i) => (k === 0 ? (classes[i] ?? 0) : this.shortlist_size + k - 1));
    const longs = (list: readonly number[]): Tensor => fromValues(list, [list.length], int64);
    let output = head.gather(1, longs(firsts).unsqueeze(1)).squeeze(1);
    this.tail._list().forEach((tail, k) => {
      const rows = cluster.flatMap((c, i) => (c === k + 1 ? [i] : []));
      if (rows.length === 0) return;
      const within = rows.map((i) => (classes[i] ?? 0) - (this.cutoffs[k] ?? 0));
      const scores = F.log_softmax(tail(x.index_select(0, longs(rows))), 1);
      output = output.index_add(0, longs(rows), scores.gather(1, longs(within).unsqueeze(1)).squeeze(1));
    });
    const loss = output.neg().mean();
    const shown = single ? output.squeeze(0) : output;
    const both: [Tensor, Tensor] = [shown, loss];
    return Object.assign(both, { output: shown, loss });
  }
  /** Log-probabilities of all classes: [N, in_features] → [N, n_classes]. */
  log_prob(input: Tensor): Tensor {
    const head = F.log_softmax(this.head(input), 1);
    const parts = this.tail
      ._list()
      .map((tail, k) => F.log_softmax(tail(input), 1).add(head.narrow(1, this.shortlist_size + k, 1)));
    return head.narrow(1, 0, this.shortlist_size).cat_with(parts, 1);
  }
  /** The likeliest class of each row: [N, in_features] → [N]. */
  predict(input: Tensor): Tensor {
    return this.log_prob(input).argmax(1);
  }
}
