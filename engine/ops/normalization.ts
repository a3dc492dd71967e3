import { RuntimeError, ValueError } from '../device/device.ts';
import { dispatch } from '../dispatch.ts';
import { int32, int64 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { emptyLike, numelOf, sameShape, type Tensor } from '../tensor.ts';

const onChannels = (t: Tensor, rank: number): Tensor =>
  t.reshape([1, -1, ...new Array<number>(Math.max(0, rank - 2)).fill(1)]);
const standardized = operator('_standardize(Tensor input, int[] dims, float eps) -> Tensor', {
  doc: '(x − mean) / √(var + eps) over dims.',
  on: 'none',
  node: 'Standardize',
  forward(x, dims, eps) {
    const out = emptyLike(x);
    if (numelOf(x.shape) > 0) dispatch('standardize', [out, x], { dims, eps });
    return out;
  },
  gradients: {
    input: from('input result', (s) => {
      const dims = s.dims as number[];
      const scale = s.input.var(dims, false, true).add(s.eps).rsqrt();
      return scale.mul(s.grad.sub(s.grad.mean(dims, true)).sub(s.result.mul(s.grad.mul(s.result).mean(dims, true))));
    }),
  },
});
const affine = (x: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor => {
  const y = weight ? x.mul(weight) : x;
  return bias ? y.add(bias) : y;
};
operator(
  'layer_norm(Tensor input, int[] normalized_shape, Tensor? weight = null, Tensor? bias = null, float eps = 1e-5) -> Tensor',
  {
    doc: '(x − mean) / √(var + eps) · weight + bias over the last dimensions.',
    on: 'torch functional',
    node: 'NativeLayerNorm',
    forward(x, shape, weight, bias, eps) {
      if (!sameShape(x.shape.slice(x.shape.length - shape.length), shape))
        throw new RuntimeError(
          `Given normalized_shape=[${shape.join(', ')}], expected input with shape [*, ${shape.join(', ')}], but got input of size[${x.shape.join(', ')}]`,
        );
      return affine(
        standardized(
          x,
          shape.map((_, i) => x.shape.length - shape.length + i),
          eps,
        ),
        weight,
        bias,
      );
    },
  },
);
operator(
  'group_norm(Tensor input, int num_groups, Tensor? weight = null, Tensor? bias = null, float eps = 1e-5) -> Tensor',
  {
    doc: 'Normalises groups of channels of each sample.',
    on: 'torch functional',
    node: 'NativeGroupNorm',
    forward(x, groups, weight, bias, eps) {
      const [n, c] = x.shape as [number, number];
      if (c % groups)
        throw new RuntimeError(
          `Expected number of channels in input to be divisible by num_groups, but got input of shape [${x.shape.join(', ')}] and num_groups=${groups}`,
        );
      const y = standardized(x.reshape([n, groups, (c / groups) * numelOf(x.shape.slice(2))]), [2], eps).reshape(
        x.shape,
      );
      return affine(y, weight && onChannels(weight, x.shape.length), bias && onChannels(bias, x.shape.length));
    },
  },
);
operator(
  'instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, float momentum = 0.1, float eps = 1e-5) -> Tensor',
  {
    doc: 'Normalises every channel of every sample.',
    on: 'functional',
    forward(x, mean, variance, weight, bias, use_input_stats, momentum, eps) {
      const rank = x.shape.length;
      const dims = x.shape.map((_, d) => d).slice(2);
      let y: Tensor;
      if (use_input_stats || !mean || !variance) {
        y = standardized(x, dims, eps);
        if (mean && variance)
          track(mean, variance, x.detach().mean(dims).mean(0), x.detach().var(dims).mean(0), momentum);
      } else y = x.sub(onChannels(mean, rank)).mul(onChannels(variance, rank).add(eps).rsqrt());
      return affine(y, weight && onChannels(weight, rank), bias && onChannels(bias, rank));
    },
  },
);
function track(mean: Tensor, variance: Tensor, batchMean: Tensor, batchVariance: Tensor, momentum: number): void {
  mean.mul_(1 - momentum).add_(batchMean, { alpha: momentum });
  variance.mul_(1 - momentum).add_(batchVariance, { alpha: momentum });
}
operator(
  'batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, float momentum = 0.1, float eps = 1e-5) -> Tensor',
  {
    doc: 'Normalises every channel over the batch while training (biased variance; running ones are updated with the unbiased), by the running statistics else.',
    on: 'functional',
    node: 'NativeBatchNorm',
    forward(x, mean, variance, weight, bias, training, momentum, eps) {
      const rank = x.shape.length;
      if (rank < 2) return x.clone(); // PyTorch lets an empty vector pass
      const dims = x.shape.flatMap((_, d) => (d === 1 ? [] : [d]));
      const count = numelOf(dims.map((d) => x.shape[d]!));
      const channels = x.shape[1] ?? 1;
      for (const [name, t] of Object.entries({ running_mean: mean, running_var: variance, weight, bias }))
        if (t && numelOf(t.shape) !== channels && numelOf(x.shape) > 0)
          throw new RuntimeError(`${name} should contain ${channels} elements not ${numelOf(t.shape)}`);
      let y: Tensor;
      if (training || !mean || !variance) {
        if (training && count === 1)
          throw new ValueError(
            `Expected more than 1 value per channel when training, got input size torch.Size([${x.shape.join(', ')}])`,
          );
        y = standardized(x, dims, eps);
        if (mean && variance) track(mean, variance, x.detach().mean(dims), x.detach().var(dims), momentum);
      } else y = x.sub(onChannels(mean, rank)).mul(onChannels(variance, rank).add(eps).rsqrt());
      return affine(y, weight && onChannels(weight, rank), bias && onChannels(bias, rank));
    },
  },
);
operator('local_response_norm(Tensor input, int size, float alpha = 1e-4, float beta = 0.75, float k = 1) -> Tensor', {
  doc: 'x / (k + α · mean of squares over neighbouring channels)^β.',
  on: 'functional',
  forward(x, size, alpha, beta, k) {
    const padded = x
      .square()
      .constant_pad_nd([
        ...new Array<number>(2 * (x.shape.length - 2)).fill(0),
        Math.floor(size / 2),
        Math.floor((size - 1) / 2),
      ]);
    const windows = padded.unfold(1, size, 1);
    const mean = x.dtype.category === 2 ? windows.mean(-1) : windows.sum(-1).floor_divide(size);
    return x.div(mean.mul(alpha).add(k).pow(beta));
  },
});
operator('normalize(Tensor input, float p = 2, int dim = 1, float eps = 1e-12) -> Tensor', {
  doc: 'x / max(‖x‖ₚ, eps) along dim.',
  on: 'functional',
  forward: (x, p, dim, eps) => x.div(x.norm(p, dim, true).clamp_min(eps).expand(x.shape)),
});
operator('cosine_similarity(Tensor x1, Tensor x2, int dim = 1, float eps = 1e-8) -> Tensor', {
  doc: 'x1·x2 / (max(‖x1‖, eps) · max(‖x2‖, eps)) along dim.',
  on: 'torch functional',
  forward(a, b, dim, eps) {
    const [x, y] = [a.add(b.mul(0)), b.add(a.mul(0))];
    return x
      .div(x.norm(2, dim, true).clamp_min(eps))
      .mul(y.div(y.norm(2, dim, true).clamp_min(eps)))
      .sum(dim);
  },
});
operator('pairwise_distance(Tensor x1, Tensor x2, float p = 2, float eps = 1e-6, bool keepdim = false) -> Tensor', {
  doc: '‖x1 − x2 + eps‖ₚ along the last dimension.',
  on: 'torch functional',
  forward: (a, b, p, eps, keepdim) => a.sub(b).add(eps).norm(p, -1, keepdim),
});
export const embedding = operator(
  'embedding(Tensor input, Tensor weight, int? padding_idx = null, float? max_norm = null, float norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false) -> Tensor',
  {
    doc: 'Rows of weight by index: [..] → [.., embedding].',
    on: 'functional',
    node: 'Embedding',
    forward(index, weight, padding, max_norm, norm_type, scale) {
      if (weight.shape.length !== 2) throw new RuntimeError("'weight' must be 2-D");
      if (index.dtype !== int64 && index.dtype !== int32)
        throw new RuntimeError(
          `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${index.dtype} instead (while checking arguments for embedding)`,
        );
      const rows = index.reshape([-1]);
      if (max_norm !== null) renormRows(weight, rows, max_norm, norm_type);
      let table = weight;
      if (padding !== null || scale) {
        const n = weight.shape[0]!;
        const factor = weight.detach().new_ones([n, 1]);
        if (scale)
          factor.copy_(
            factor
              .mul(0)
              .index_add(0, rows, factor.new_ones([rows.shape[0]!, 1]))
              .clamp_min(1)
              .reciprocal(),
          );
        if (padding !== null) factor.select(0, padding).zero_();
        // the value of the weight, the gradient scaled by the factor
        table = weight.mul(factor).add(weight.detach().mul(factor.rsub(1)));
      }
      return table.index_select(0, rows).reshape([...index.shape, weight.shape[1]!]);
    },
  },
);
function renormRows(weight: Tensor, rows: Tensor, max: number, p: number): void {
  const w = weight.detach();
  const norm = w.norm(p, 1, true);
  const used = w.new_zeros([w.shape[0]!, 1]).index_fill(0, rows, 1).gt(0);
  w.mul_(norm.add(1e-7).reciprocal().mul(max).where(norm.gt(max).logical_and(used), 1));
}
