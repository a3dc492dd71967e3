// Which operators autocast runs in which dtype: PyTorch's lists (aten/src/ATen/autocast_mode.cpp) for GPU and CPU, by our names.
// The CPU's is that of PyTorch 1.13, against which it is tested; newer ones run transposed convolutions in the lower dtype.

/**
 * 'lower': the autocast dtype. 'float32': float32. 'sum': float32 unless a dtype was asked for. 'widest': the widest of its inputs.
 * 'whole': not on PyTorch's list, and one operator there, where it is made of listed ones here.
 */
export type Policy = 'lower' | 'float32' | 'sum' | 'widest' | 'banned' | 'whole';

const lists = (table: Readonly<Record<Policy, string>>): ReadonlyMap<string, Policy> =>
  new Map(
    (['lower', 'float32', 'sum', 'widest', 'banned', 'whole'] as const).flatMap((policy) =>
      table[policy]
        .split(/\s+/)
        .filter((name) => name !== '')
        .map((name) => [name, policy] as const),
    ),
  );

const convolutions = 'conv1d conv2d conv3d';
const transposed = 'conv_transpose1d conv_transpose2d conv_transpose3d';
const whole =
  'adaptive_avg_pool1d adaptive_avg_pool2d upsample upsample_bilinear upsample_nearest interpolate affine_grid';

export const policies: { readonly cuda: ReadonlyMap<string, Policy>; readonly cpu: ReadonlyMap<string, Policy> } = {
  cuda: lists({
    lower: `${convolutions} ${transposed} prelu addmm addmv addr matmul einsum mm mv linear addbmm baddbmm bmm chain_matmul multi_dot linalg.multi_dot`,
    float32: `acos asin cosh erfinv exp expm1 log log10 log2 log1p reciprocal rsqrt sinh tan pow softplus layer_norm group_norm
      cosine_similarity poisson_nll_loss cosine_embedding_loss nll_loss hinge_embedding_loss kl_div l1_loss smooth_l1_loss huber_loss
      mse_loss margin_ranking_loss multilabel_margin_loss soft_margin_loss triplet_margin_loss multi_margin_loss
      binary_cross_entropy_with_logits dist pdist cdist renorm logsumexp norm frobenius_norm nuclear_norm`,
    sum: 'prod softmax log_softmax cumprod cumsum sum vector_norm matrix_norm',
    widest: 'addcdiv addcmul atan2 bilinear cross dot grid_sample index_put tensordot scatter_add cat stack',
    banned: 'binary_cross_entropy',
    whole,
  }),
  cpu: lists({
    lower: `${convolutions} bmm mm baddbmm addmm addbmm linear matmul`,
    float32: `${transposed} avg_pool3d binary_cross_entropy binary_cross_entropy_with_logits l1_loss smooth_l1_loss grid_sample prod quantile nanquantile cdist trace cholesky cholesky_inverse cholesky_solve
      inverse pinverse max_pool3d max_unpool2d max_unpool3d adaptive_avg_pool3d mse_loss ctc_loss kl_div multilabel_margin_loss
      matrix_norm cond matrix_rank solve svdvals eigvalsh inv householder_product tensorinv tensorsolve triangular_solve
      fractional_max_pool2d fractional_max_pool3d adaptive_max_pool3d qr cholesky_ex svd eigh lstsq inv_ex lu_solve`,
    sum: '',
    widest: 'stack cat index_copy',
    banned: '',
    whole,
  }),
};
