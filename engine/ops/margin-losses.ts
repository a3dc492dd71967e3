import { NotImplementedError, RuntimeError, ValueError } from '../device/device.ts';
import { operator } from '../operator.ts';
import { floating } from '../promotion.ts';
import type { Tensor } from '../tensor.ts';
import { raw } from './arithmetic.ts';
import { embedding } from './normalization.ts';
import { reduceLoss, reductionOf } from './losses.ts';

const old = "any size_average = null, any reduce = null, str reduction = 'mean'";
operator(
  `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin = 0, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: 'max(0, −y·(x1 − x2) + margin).',
    on: 'torch functional',
    forward(a, b, y, margin, sa, r, reduction) {
      if (a.shape.length !== b.shape.length || a.shape.length !== y.shape.length)
        throw new RuntimeError(
          `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: [${a.shape}], input2: [${b.shape}], target: [${y.shape}] `,
        );
      const gap = y.neg().mul(a.sub(b));
      return reduceLoss(gap.to(floating(gap.dtype)).add(margin).clamp_min(0), reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `hinge_embedding_loss(Tensor input, Tensor target, float margin = 1, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: 'x where y is 1, max(0, margin − x) where it is −1.',
    on: 'torch functional',
    forward(x, y, margin, sa, r, reduction) {
      const far = x.rsub(margin).clamp_min(0).masked_fill(y.eq(1), 0);
      return reduceLoss(far.add(x.masked_fill(y.eq(-1), 0)), reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin = 0, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: '1 − cos(x1, x2) where y is 1, max(0, cos(x1, x2) − margin) where it is −1.',
    on: 'torch functional',
    forward(a, b, y, margin, sa, r, reduction) {
      if (y.shape.length > 1) throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
      const eps = 1e-12;
      const cos = a
        .mul(b)
        .sum(-1)
        .div(a.square().sum(-1).add(eps).mul(b.square().sum(-1).add(eps)).sqrt());
      const near = cos.rsub(1).masked_fill(y.eq(1).logical_not(), 0);
      return reduceLoss(
        near.add(cos.sub(margin).clamp_min(0).masked_fill(y.eq(-1).logical_not(), 0)),
        reductionOf(sa, r, reduction),
      );
    },
  },
);
operator(
  `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin = 1, float p = 2, float eps = 1e-6, bool swap = false, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: 'max(0, d(anchor, positive) − d(anchor, negative) + margin).',
    on: 'torch functional',
    forward(anchor, positive, negative, margin, p, eps, swap, sa, r, reduction) {
      const d = (a: Tensor, b: Tensor): Tensor => a.sub(b).add(eps).norm(p, -1);
      const away = swap ? d(anchor, negative).minimum(d(positive, negative)) : d(anchor, negative);
      return reduceLoss(d(anchor, positive).sub(away).add(margin).clamp_min(0), reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `multi_margin_loss(Tensor input, Tensor target, Scalar p = 1, Scalar margin = 1, Tensor? weight = null, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: 'Σ over other classes of max(0, margin − x[y] + x[i])^p / classes.',
    on: 'functional',
    forward(input, target, p, margin, weight, sa, r, reduction) {
      const x = input.shape.length === 2 ? input : input.reshape([1, -1]);
      const label = target.reshape([-1, 1]);
      const classes = x.shape[1]!;
      let each = x.sub(x.gather(1, label)).add(margin).clamp_min(0);
      if (p === 2) each = each.square();
      if (weight) each = each.mul(weight.index_select(0, label.reshape([-1])).unsqueeze(1));
      const loss = each
        .mul(each.detach().new_ones(each.shape).scatter(1, label, 0))
        .sum(1)
        .div(classes);
      return reduceLoss(input.shape.length === 2 ? loss : loss.squeeze(0), reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `multilabel_margin_loss(Tensor input, Tensor target, ${old as "any size_average = null, any reduce = null, str reduction = 'mean'"}) -> Tensor`,
  {
    doc: 'Σ over labels j and other classes i of max(0, 1 − x[j] + x[i]) / classes; labels end at the first −1.',
    on: 'functional',
    forward(input, target, sa, r, reduction) {
      const x = input.shape.length === 2 ? input : input.reshape([1, -1]);
      const y = target.reshape(x.shape);
      const [, classes] = x.shape as [number, number];
      if (x.shape.join() !== y.shape.join())
        throw new RuntimeError(
          `inconsistent target size: [${target.shape.join(', ')}] for multi-label margin loss of input [${input.shape.join(', ')}]`,
        );
      const valid = y.lt(0).to(x.dtype).cumsum(1).eq(0);
      const labels = y.masked_fill(valid.logical_not(), 0);
      const isLabel = x.detach().new_zeros(x.shape).scatter_add(1, labels, valid.to(x.dtype)).gt(0);
      const gaps = x.unsqueeze(1).sub(x.gather(1, labels).unsqueeze(2)).add(1).clamp_min(0);
      const counted = valid.unsqueeze(2).logical_and(isLabel.logical_not().unsqueeze(1));
      const loss = gaps.mul(counted.to(x.dtype)).sum([1, 2]).div(classes);
      return reduceLoss(input.shape.length === 2 ? loss : loss.squeeze(0), reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: '−(y·log σ(x) + (1 − y)·log σ(−x)), averaged over classes.',
    on: 'functional',
    forward(x, y, weight, sa, r, reduction) {
      const log = y
        .mul(logsigmoid(x))
        .add(y.rsub(1).mul(logsigmoid(x.neg())))
        .neg();
      return reduceLoss((weight ? log.mul(weight) : log).mean(-1), reductionOf(sa, r, reduction));
    },
  },
);
const logsigmoid = (x: Tensor): Tensor => x.neg().softplus().neg();
operator(
  `poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, any size_average = null, float eps = 1e-8, any reduce = null, str reduction = 'mean') -> Tensor`,
  {
    doc: 'e^x − y·x (x being a logarithm) or x − y·log(x + eps); full adds Stirling’s term.',
    on: 'functional',
    forward(x, y, log, full, sa, eps, r, reduction) {
      let loss = log ? x.exp().sub(y.mul(x)) : x.sub(y.mul(x.add(eps).log()));
      if (full)
        loss = loss.add(
          y
            .mul(y.log())
            .sub(y)
            .add(
              y
                .mul(2 * Math.PI)
                .log()
                .mul(0.5),
            )
            .masked_fill(y.le(1), 0),
        );
      return reduceLoss(loss, reductionOf(sa, r, reduction));
    },
  },
);
operator(
  `gaussian_nll_loss(Tensor input, Tensor target, Tensor|Scalar var, bool full = false, float eps = 1e-6, str reduction = 'mean') -> Tensor`,
  {
    doc: '½(log max(var, eps) + (x − y)² / max(var, eps)); full adds ½ log 2π.',
    on: 'functional',
    forward(x, y, variance_, full, eps, reduction) {
      let variance = typeof variance_ === 'object' ? variance_ : x.detach().new_full(x.shape, Number(variance_));
      if (variance.shape.join() !== x.shape.join() && variance.shape.join() === x.shape.slice(0, -1).join())
        variance = variance.unsqueeze(-1);
      if (variance.detach().lt(0).any().item()) throw new ValueError('var has negative entry/entries');
      // the bound is for the value; the gradient goes through as if there were none
      const bounded = variance.add(raw('v < e ? e - v : 0', { v: variance.detach(), e: eps }));
      const loss = bounded.log().add(x.sub(y).square().div(bounded)).mul(0.5);
      return reduceLoss(full ? loss.add(0.5 * Math.log(2 * Math.PI)) : loss, reduction);
    },
  },
);
operator('prelu(Tensor input, Tensor weight) -> Tensor', {
  doc: 'x where positive, weight · x elsewhere; weight is one number or one for each channel.',
  on: 'torch functional method',
  forward(x, weight) {
    if (weight.shape.length > 1)
      throw new RuntimeError(
        `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got ndim = ${weight.shape.length}`,
      );
    const channels = x.shape.length > 1 ? x.shape[1]! : 1;
    if (weight.numel() !== 1 && x.shape.length === 0) throw new RuntimeError('Not allow zero-dim input tensor.');
    if (weight.numel() !== 1 && weight.numel() !== channels)
      throw new RuntimeError(
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${weight.numel()} and channel size = ${channels}.`,
      );
    const w =
      weight.numel() === 1
        ? weight.reshape(x.shape.map(() => 1))
        : weight.reshape(x.shape.map((_, d) => (d === (x.shape.length > 1 ? 1 : 0) ? -1 : 1)));
    return x
      .clamp_min(0)
      .masked_fill(x.le(0), 0)
      .add(x.mul(w).masked_fill(x.gt(0), 0));
  },
});
operator('bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) -> Tensor', {
  doc: 'x1ᵀ W x2 + bias for each output: [.., n], [.., m], W [out, n, m] → [.., out].',
  on: 'torch functional',
  forward(a, b, weight, bias) {
    const y = a
      .unsqueeze(-2)
      .unsqueeze(-2)
      .matmul(weight)
      .squeeze(-2)
      .mul(b.unsqueeze(-2))
      .sum(-1, false, { dtype: a.dtype });
    return bias ? y.add(bias) : y;
  },
});
operator(
  "embedding_bag(Tensor input, Tensor weight, Tensor? offsets = null, float? max_norm = null, float norm_type = 2, bool scale_grad_by_freq = false, str mode = 'mean', bool sparse = false, Tensor? per_sample_weights = null, bool include_last_offset = false, int? padding_idx = null) -> Tensor",
  {
    doc: 'Sum, mean or maximum of the rows in each bag; bags are rows of a matrix of indices or start at offsets.',
    on: 'functional',
    forward(first, second, offsets, max_norm, norm_type, by_frequency, mode, _sparse, weights, last, padding_) {
      // indices are whole numbers: they may come as either argument
      const [index, weight] = first.dtype.category === 2 ? [second, first] : [first, second];
      if (weights && mode !== 'sum')
        throw new NotImplementedError(
          `embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}'). Please open a feature request on GitHub.`,
        );
      if (weights && weights.shape.join() !== index.shape.join())
        throw new ValueError(
          `embedding_bag: If per_sample_weights (torch.Size([${weights.shape.join(', ')}])) is not None, then it must have the same shape as the input (torch.Size([${index.shape.join(', ')}]))`,
        );
      if (index.shape.length === 1 && !offsets) throw new ValueError('offsets has to be a 1D Tensor but got null');
      if (index.shape.length === 2 && offsets)
        throw new ValueError(
          'if input is 2D, then offsets has to be null, as input is treated is a mini-batch of fixed length sequences.',
        );
      const flat = index.reshape([-1]);
      const vectors = embedding(flat, weight, null, max_norm, norm_type, by_frequency, false);
      const total = flat.shape[0]!;
      const starts =
        index.shape.length === 2
          ? Array.from({ length: index.shape[0]! }, (_, i) => i * index.shape[1]!)
          : ((offsets?.tolist() ?? []) as number[]).slice(0, last ? -1 : undefined);
      const padding = padding_ === null ? null : padding_ < 0 ? padding_ + weight.shape[0]! : padding_;
      const all = flat.tolist() as number[];
      const width = weight.shape[1]!;
      const bags = starts.map((start, i) => {
        const end = starts[i + 1] ?? total;
        const kept = Array.from({ length: end - start }, (_, k) => start + k).filter((k) => all[k] !== padding);
        if (kept.length === 0) return weight.detach().new_zeros([width]);
        const places = flat.new_tensor(kept);
        let rows = vectors.index_select(0, places);
        if (weights) rows = rows.mul(weights.reshape([-1]).index_select(0, places).unsqueeze(1));
        return mode === 'sum' ? rows.sum(0) : mode === 'mean' ? rows.mean(0) : rows.max(0)[0]!;
      });
      return bags.length
        ? bags[0]!.unsqueeze(0).cat_with(
            bags.slice(1).map((b) => b.unsqueeze(0)),
            0,
          )
        : weight.new_zeros([0, width]);
    },
  },
);
