import { edgeOf, type Gradients, Node, SavedTensor, setHistory } from '../../autograd/node.ts';
import { is_grad_enabled, no_grad } from '../../autograd/modes.ts';
import { torch } from '../../core.ts';
import { ValueError } from '../../device/device.ts';
import { all_gather_into_tensor, all_reduce } from '../../distributed/collectives.ts';
import { get_world_size, is_initialized, type ProcessGroup } from '../../distributed/groups.ts';
import { numelOf, type Tensor } from '../../tensor.ts';
import type { Module } from '../module.ts';
import { BatchNorm, BatchNorm1d, BatchNorm2d, BatchNorm3d, type BatchNormOptions } from './normalization.ts';

type SyncOptions = BatchNormOptions & { process_group?: ProcessGroup | null };

/** [1, C, 1, …]: a value for each channel, beside [N, C, …]. */
const perChannel = (t: Tensor, dims: number): Tensor => t.reshape([1, -1, ...new Array<number>(dims - 2).fill(1)]);
const sumsOf = (t: Tensor): Tensor => t.sum(t.shape.map((_, d) => d).filter((d) => d !== 1));

/**
 * The gradient of normalising by statistics of all ranks: one all_reduce of two sums for each channel. Weight and bias get
 * this rank's gradient only, as every parameter does; DistributedDataParallel averages them.
 */
class SyncBatchNormNode extends Node {
  readonly #input: SavedTensor;
  readonly #weight: SavedTensor | null;
  readonly #mean: Tensor;
  readonly #invstd: Tensor;
  readonly #count: number;
  readonly #group: ProcessGroup | null;
  constructor(
    input: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    mean: Tensor,
    invstd: Tensor,
    count: number,
    group: ProcessGroup | null,
  ) {
    super('SyncBatchNormBackward', [edgeOf(input), weight && edgeOf(weight), bias && edgeOf(bias)]);
    this.#input = new SavedTensor(input);
    this.#weight = weight && new SavedTensor(weight);
    this.#mean = mean;
    this.#invstd = invstd;
    this.#count = count;
    this.#group = group;
  }
  apply([grad]: Gradients): Gradients {
    if (!grad) return [null, null, null];
    const x = this.#input.get(this.name());
    const weight = this.#weight?.get(this.name()) ?? null;
    const dims = x.shape.length;
    const invstd = perChannel(this.#invstd, dims);
    const normalized = x.sub(perChannel(this.#mean, dims)).mul(invstd);
    const sums = torch.stack([sumsOf(grad), sumsOf(grad.mul(normalized))]);
    const [gradBias, gradWeight] = sums.clone().unbind(0) as [Tensor, Tensor];
    all_reduce(sums, { group: this.#group });
    const [meanGrad, meanProduct] = sums.div(this.#count).unbind(0) as [Tensor, Tensor];
    let gradInput = grad
      .sub(perChannel(meanGrad, dims))
      .sub(normalized.mul(perChannel(meanProduct, dims)))
      .mul(invstd);
    if (weight) gradInput = gradInput.mul(perChannel(weight, dims));
    return [gradInput, weight && gradWeight, this.edges[2] ? gradBias : null];
  }
  override release(): void {
    this.#input.release();
    this.#weight?.release();
  }
}

/**
 * BatchNorm whose statistics are those of the batches of all ranks together: one all_gather in forward and one all_reduce in
 * backward. In evaluation, or without a process group, it is BatchNorm. PyTorch's runs on GPUs only; this one anywhere.
 */
export class SyncBatchNorm extends BatchNorm {
  readonly #group: ProcessGroup | null;
  constructor(num_features: number, options?: SyncOptions);
  constructor(num_features: number, { process_group = null, ...options }: SyncOptions = {}) {
    super(num_features, options);
    this.#group = process_group;
  }
  /** @internal */
  override _check(input: Tensor): void {
    if (input.shape.length < 2) throw new ValueError(`expected at least 2D input (got ${input.shape.length}D input)`);
  }
  override forward(input: Tensor): Tensor {
    if (!this._normalises_by_batch() || !is_initialized() || get_world_size(this.#group) <= 1)
      return super.forward(input);
    this._check(input);
    if (input.shape[1] !== this.num_features)
      throw new ValueError(`expected ${this.num_features} channels, got an input of shape [${input.shape.join(', ')}]`);
    const factor = this._count_batch();
    const [mean, variance, count] = no_grad(() => this.#statistics(input.detach()));
    if (count <= 1)
      throw new ValueError(
        `Expected more than 1 value per channel when training, got input size [${input.shape.join(', ')}]`,
      );
    const dims = input.shape.length;
    const invstd = no_grad(() => variance.add(this.eps).rsqrt());
    const output = no_grad(() => {
      if (this.track_running_stats && this.running_mean && this.running_var) {
        this.running_mean.mul_(1 - factor).add_(mean, { alpha: factor });
        this.running_var.mul_(1 - factor).add_(variance, { alpha: (factor * count) / (count - 1) });
      }
      let y = input.detach().sub(perChannel(mean, dims)).mul(perChannel(invstd, dims));
      if (this.weight) y = y.mul(perChannel(this.weight, dims));
      if (this.bias) y = y.add(perChannel(this.bias, dims));
      return y;
    });
    const wanted = [input, this.weight, this.bias].some((t) => t?.requires_grad);
    if (is_grad_enabled() && wanted)
      setHistory(output, new SyncBatchNormNode(input, this.weight, this.bias, mean, invstd, count, this.#group));
    return output;
  }
  /** Mean, biased variance and number of values for each channel, over all ranks: from each rank's own three. */
  #statistics(x: Tensor): [mean: Tensor, variance: Tensor, count: number] {
    const channels = this.num_features;
    const count = numelOf(x.shape) / channels;
    const mean = count === 0 ? x.new_zeros([channels]) : sumsOf(x).div(count);
    const centred = x.sub(perChannel(mean, x.shape.length));
    const variance = count === 0 ? x.new_zeros([channels]) : sumsOf(centred.square()).div(count);
    const size = get_world_size(this.#group);
    const all = x.new_zeros([size, 2 * channels + 1]);
    all_gather_into_tensor(all, torch.cat([mean, variance, x.new_full([1], count)]), { group: this.#group });
    const means = all.narrow(1, 0, channels);
    const variances = all.narrow(1, channels, channels);
    const counts = all.narrow(1, 2 * channels, 1);
    const total = counts.sum();
    const common = means.mul(counts).sum(0).div(total);
    const spread = variances.add(means.sub(common).square()).mul(counts).sum(0).div(total);
    return [common, spread, Number(total.item())];
  }

  /** The same module with every BatchNorm in it replaced, weights and statistics shared. */
  static convert_sync_batchnorm(module: Module, process_group: ProcessGroup | null = null): Module {
    let converted = module;
    if (module instanceof BatchNorm1d || module instanceof BatchNorm2d || module instanceof BatchNorm3d) {
      const { num_features, eps, momentum, affine, track_running_stats, running_mean, running_var } = module;
      const made = new SyncBatchNorm(num_features, { eps, momentum, affine, track_running_stats, process_group });
      made.weight = module.weight;
      made.bias = module.bias;
      made.running_mean = running_mean;
      made.running_var = running_var;
      made.num_batches_tracked = module.num_batches_tracked;
      made.train(module.training);
      converted = made;
    }
    for (const [name, child] of module.named_children()) {
      const replaced = SyncBatchNorm.convert_sync_batchnorm(child, process_group);
      if (replaced !== child) Reflect.set(converted, name, replaced);
    }
    return converted;
  }
}
