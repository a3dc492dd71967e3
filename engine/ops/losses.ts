import { RuntimeError, ValueError } from '../device/device.ts';
import { dispatch } from '../dispatch.ts';
import { from, operator } from '../operator.ts';
import { pointwise } from '../pointwise.ts';
import { emptyLike, type Tensor } from '../tensor.ts';

/** The reduction, also by its two old booleans. */
export function reductionOf(size_average: unknown, reduce: unknown, reduction: string): string {
  if (size_average == null && reduce == null) return reduction;
  return reduce === false ? 'none' : size_average === false ? 'sum' : 'mean';
}
export function reduceLoss(loss: Tensor, reduction: string): Tensor {
  if (reduction === 'mean') return loss.mean();
  if (reduction === 'sum') return loss.sum();
  if (reduction === 'none') return loss;
  throw new ValueError(`${reduction} is not a valid value for reduction`);
}
const pair = (
  schema: string,
  node: string | null,
  doc: string,
  each: (input: Tensor, target: Tensor) => Tensor,
): void => {
  operator(
    `${schema}(Tensor input, Tensor target, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor`,
    {
      doc,
      on: 'functional',
      ...(node === null ? {} : { node }),
      forward: (input, target, a, b, reduction) => reduceLoss(each(input, target), reductionOf(a, b, reduction)),
    },
  );
};
pair('mse_loss', 'MseLoss', '(input − target)², averaged, summed or as it is.', (input, target) =>
  input.sub(target).square(),
);
pair('l1_loss', null, '|input − target|.', (input, target) => input.sub(target).abs());
pair('soft_margin_loss', 'SoftMarginLoss', 'log(1 + e^{−target·input}).', (input, target) =>
  target.neg().mul(input).exp().log1p(),
);

const nll = operator(
  "nll_loss(Tensor input, Tensor target, Tensor? weight = null, any size_average = null, int ignore_index = -100, any reduce = null, str reduction = 'mean') -> Tensor",
  {
    doc: '−weight[y] · input[y] for class y, from log-probabilities [N, C] or [N, C, d…] and targets [N] or [N, d…]; the mean divides by the weights’ sum.',
    on: 'functional',
    node: (input) => (input.shape.length > 2 ? 'NllLoss2D' : 'NllLoss'),
    forward(input, target, weight, a, ignore_index, b, reduction_) {
      const reduction = reductionOf(a, b, reduction_);
      const channel = input.shape.length === 1 ? 0 : 1;
      const classes = input.shape[channel] ?? 0;
      if (input.shape.length - 1 !== target.shape.length)
        throw new RuntimeError(
          `Expected target of shape [${input.shape.filter((_, d) => d !== channel).join(', ')}], got [${target.shape.join(', ')}]`,
        );
      if (input.shape.length > 1 && input.shape[0] !== target.shape[0])
        throw new ValueError(
          `Expected input batch_size (${input.shape[0]}) to match target batch_size (${target.shape[0]}).`,
        );
      if (target.dtype.category !== 1)
        throw new RuntimeError(`expected scalar type Long but found ${target.dtype.name}`);
      if (reduction !== 'mean' && reduction !== 'sum' && reduction !== 'none')
        throw new ValueError(`${reduction} is not a valid value for reduction`);
      if (weight && (weight.shape.length !== 1 || weight.shape[0] !== classes))
        throw new RuntimeError(
          `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: [${weight.shape.join(', ')}]`,
        );
      return (input.shape.length > 2 ? nllLoss2d : nllLoss)(input, target, weight, reduction, ignore_index);
    },
  },
);
/** The operands of the loss's kernels: the weights only when there are any. */
const labelled = (out: Tensor, scores: Tensor, target: Tensor, weight: Tensor | null): Tensor[] =>
  weight ? [out, scores, target, weight] : [out, scores, target];
const likelihood = (name: string, node: string): NegativeLogLikelihood =>
  operator(
    `${name as '_nll_loss'}(Tensor input, Tensor target, Tensor? weight, str reduction, int ignore_index) -> Tensor`,
    {
      doc: 'nll_loss whose arguments are known to fit.',
      on: 'none',
      node,
      forward(input, target, weight, reduction, ignore_index) {
        const loss = emptyLike(input, reduction === 'none' ? target.shape : []);
        dispatch('nll_loss', labelled(loss, input, target, weight), { reduction, ignore_index });
        return loss;
      },
      gradients: {
        input: from('target weight', (s) =>
          nllLossBackward(s.grad, s.target, s.weight, s.reduction, s.ignore_index, s.shape('input')),
        ),
      },
    },
  );
type NegativeLogLikelihood = (
  input: Tensor,
  target: Tensor,
  weight: Tensor | null,
  reduction: string,
  ignore_index: number,
) => Tensor;
const nllLoss = likelihood('_nll_loss', 'NllLoss');
const nllLoss2d = likelihood('_nll_loss2d', 'NllLoss2D');
const nllLossBackward = operator(
  '_nll_loss_backward(Tensor grad_output, Tensor target, Tensor? weight, str reduction, int ignore_index, int[] size) -> Tensor',
  {
    doc: 'The gradient of nll_loss for log-probabilities of the given size.',
    on: 'none',
    node: 'NllLossBackward',
    forward(grad, target, weight, reduction, ignore_index, size) {
      const out = emptyLike(grad, size);
      dispatch('nll_loss_backward', labelled(out, grad, target, weight), { reduction, ignore_index });
      return out;
    },
    gradients: {
      grad_output: from('target weight', (s) => nllLoss(s.grad, s.target, s.weight, s.reduction, s.ignore_index)),
    },
  },
);
operator(
  "cross_entropy(Tensor input, Tensor target, Tensor? weight = null, any size_average = null, int ignore_index = -100, any reduce = null, str reduction = 'mean', float label_smoothing = 0) -> Tensor",
  {
    doc: 'log_softmax over the classes, then nll_loss; targets are class indices or, as floats of the input’s shape, probabilities.',
    on: 'functional',
    forward(input, target, weight, a, ignore_index, b, reduction_, smoothing) {
      const reduction = reductionOf(a, b, reduction_);
      const channel = input.shape.length === 1 ? 0 : 1;
      const classes = input.shape[channel] ?? 1;
      const log = input.log_softmax(channel);
      const shaped = weight ? weight.reshape(input.shape.map((_, d) => (d === channel ? classes : 1))) : null;
      if (target.dtype.category === 2) {
        if (target.shape.join() !== input.shape.join())
          throw new RuntimeError(
            `Expected floating point type for target with class probabilities of shape [${input.shape.join(', ')}], got [${target.shape.join(', ')}]`,
          );
        const soft = smoothing > 0 ? target.mul(1 - smoothing).add(smoothing / classes) : target;
        const loss = (shaped ? log.mul(soft).mul(shaped) : log.mul(soft)).sum(channel).neg();
        return reduction === 'mean' ? loss.sum().div(input.numel() / classes) : reduceLoss(loss, reduction);
      }
      const hard = nll(log, target, weight, null, ignore_index, null, reduction);
      if (smoothing === 0) return hard;
      const ignored = target.eq(ignore_index);
      const each = (shaped ? log.mul(shaped) : log).sum(channel).neg().masked_fill(ignored, 0);
      let smooth = reduceLoss(each, reduction === 'mean' ? 'sum' : reduction);
      if (reduction === 'mean') {
        const label = target.masked_fill(ignored, 0);
        smooth = smooth.div(
          (weight
            ? weight
                .index_select(0, label.reshape([-1]))
                .reshape(label.shape)
                .masked_fill(ignored, 0)
            : ignored.logical_not()
          ).sum(),
        );
      }
      return hard.mul(1 - smoothing).add(smooth.mul(smoothing / classes));
    },
  },
);
operator(
  "binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, any size_average = null, any reduce = null, str reduction = 'mean', Tensor? pos_weight = null) -> Tensor",
  {
    doc: '−(p·y·log σ(x) + (1 − y)·log(1 − σ(x))), without overflow.',
    on: 'functional',
    node: 'BinaryCrossEntropyWithLogits',
    forward(x, y, weight, a, b, reduction_, positive) {
      const reduction = reductionOf(a, b, reduction_);
      if (x.shape.join() !== y.shape.join())
        throw new ValueError(
          `Target size (torch.Size([${y.shape.join(', ')}])) must be the same as input size (torch.Size([${x.shape.join(', ')}]))`,
        );
      const soft = x.abs().neg().exp().log1p().add(x.neg().clamp_min(0));
      const loss = positive
        ? y.rsub(1).mul(x).add(positive.sub(1).mul(y).add(1).mul(soft))
        : y.rsub(1).mul(x).add(soft);
      return reduceLoss(weight ? loss.mul(weight) : loss, reduction);
    },
  },
);
const crossEntropy = pointwise('_binary_cross_entropy(Tensor input, Tensor target) -> Tensor', {
  doc: 'binary_cross_entropy of each element; the slope stays finite where input is 0 or 1.',
  on: 'none',
  node: 'BinaryCrossEntropy',
  expression: '(target - 1) * max(log1p(-input), -100) - target * max(log(input), -100)',
  promotes: 'float',
  gradients: {
    input: from('input target', (s) =>
      s.grad.mul(s.input.sub(s.target)).div(s.input.rsub(1).mul(s.input).clamp_min(1e-12)),
    ),
    target: from('input', (s) => s.grad.mul(s.input.neg().log1p().sub(s.input.log()))),
  },
});
operator(
  "binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, any size_average = null, any reduce = null, str reduction = 'mean') -> Tensor",
  {
    doc: '−(y·log x + (1 − y)·log(1 − x)), the logarithms kept at −100 or more.',
    on: 'functional',
    node: 'BinaryCrossEntropy',
    forward(x, y, weight, a, b, reduction_) {
      const reduction = reductionOf(a, b, reduction_);
      if (x.shape.join() !== y.shape.join())
        throw new ValueError(
          `Using a target size (torch.Size([${y.shape.join(', ')}])) that is different to the input size (torch.Size([${x.shape.join(', ')}])) is deprecated. Please ensure they have the same size.`,
        );
      if (x.numel() > 0 && x.detach().lt(0).logical_or(x.detach().gt(1)).any().item())
        throw new RuntimeError('all elements of input should be between 0 and 1');
      const loss = crossEntropy(x, y);
      return reduceLoss(weight ? loss.mul(weight) : loss, reduction);
    },
  },
);
for (const [name, option] of [
  ['smooth_l1_loss', 'beta'],
  ['huber_loss', 'delta'],
] as const) {
  const old = name === 'huber_loss' ? '' : 'any size_average = null, any reduce = null, ';
  operator(`${name}(Tensor input, Tensor target, ${old}str reduction = 'mean', float ${option} = 1) -> Tensor`, {
    doc: `Squared where |input − target| is below ${option}, linear beyond.`,
    on: 'functional',
    node: name === 'huber_loss' ? 'HuberLoss' : 'SmoothL1Loss',
    forward(...args: unknown[]) {
      const [input, target] = args as [Tensor, Tensor];
      const [named, k] = args.slice(-2) as [string, number];
      const reduction = name === 'huber_loss' ? named : reductionOf(args[2], args[3], named);
      const d = input.sub(target);
      const huber = name === 'huber_loss';
      if (huber && k <= 0) throw new RuntimeError('huber_loss does not support non-positive values for delta.');
      if (!huber && k < 0) throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
      const near = huber ? d.square().mul(0.5) : d.square().mul(0.5 / (k || 1));
      const far = huber
        ? d
            .abs()
            .sub(0.5 * k)
            .mul(k)
        : d.abs().sub(0.5 * k);
      return reduceLoss(near.where(d.abs().lt(k), far), reduction);
    },
  });
}
operator(
  "kl_div(Tensor input, Tensor target, any size_average = null, any reduce = null, str reduction = 'mean', bool log_target = false) -> Tensor",
  {
    doc: 'target · (log target − input), input being log-probabilities; batchmean divides by the batch.',
    on: 'functional',
    forward(input, target, a, b, reduction_, log) {
      const reduction = reductionOf(a, b, reduction_);
      const loss = log ? target.exp().mul(target.sub(input)) : target.xlogy(target).sub(target.mul(input));
      return reduction === 'batchmean' ? loss.sum().div(input.shape[0] ?? 1) : reduceLoss(loss, reduction);
    },
  },
);
operator('one_hot(Tensor input, int num_classes = -1) -> Tensor', {
  doc: 'A last dimension with 1 at the class, 0 elsewhere, in int64.',
  on: 'functional',
  forward(t, classes) {
    if (t.dtype.category !== 1) throw new RuntimeError('one_hot is only applicable to index tensor.');
    if (t.numel() === 0 && classes <= 0)
      throw new RuntimeError('Can not infer total number of classes from empty tensor.');
    const largest = t.numel() === 0 ? -1 : Number(t.max().item());
    if (t.numel() > 0 && Number(t.min().item()) < 0) throw new RuntimeError('Class values must be non-negative.');
    if (classes >= 0 && largest >= classes) throw new RuntimeError('Class values must be smaller than num_classes.');
    const n = classes >= 0 ? classes : largest + 1;
    return t.new_zeros([...t.shape, n]).scatter(-1, t.unsqueeze(-1), 1);
  },
});
