// torch.nn.utils: gradient clipping, parameters as one vector.
import { no_grad } from '../autograd/modes.ts';
import { RuntimeError } from '../device/device.ts';
import { fork_rng } from '../random/index.ts';
import { fromValues, Tensor } from '../tensor.ts';
import type { Module } from './module.ts';

const listed = (parameters: Iterable<Tensor> | Tensor): Tensor[] =>
  parameters instanceof Tensor ? [parameters] : [...parameters];
const withGrad = (parameters: Iterable<Tensor> | Tensor): Tensor[] =>
  listed(parameters).flatMap((p) => (p.grad ? [p.grad] : []));
const join = (tensors: readonly Tensor[]): Tensor => {
  const [first, ...rest] = tensors;
  return first ? first.cat_with(rest, 0) : fromValues([], [0]);
};
const norm = (t: Tensor, type: number): Tensor =>
  type === 2
    ? t.square().sum().sqrt()
    : type === Infinity
      ? t.abs().max()
      : t
          .abs()
          .pow(type)
          .sum()
          .pow(1 / type);

export interface ClipOptions {
  /** p of the norm; Infinity for the largest. Default: 2. */
  norm_type?: number;
  /** Throw when the norm is NaN or infinite. Default: false. */
  error_if_nonfinite?: boolean;
  /** Accepted; there is one way here. */
  foreach?: boolean | null;
}
/** The norm of all gradients taken together. */
export function get_total_norm(tensors: Iterable<Tensor> | Tensor, norm_type = 2, error_if_nonfinite = false): Tensor {
  const list = listed(tensors);
  if (list.length === 0) return fromValues([0], []);
  return no_grad(() => {
    const norms = list.map((g) => norm(g, norm_type).reshape([1]));
    const total = norm(join(norms), norm_type);
    if (error_if_nonfinite && !Number.isFinite(Number(total.item()))) {
      throw new RuntimeError(
        `The total norm of order ${norm_type === 2 ? '2.0' : norm_type} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
      );
    }
    return total;
  });
}
/** Scales gradients in place so that their common norm is at most max_norm; returns the norm they had. */
export function clip_grad_norm_(
  parameters: Iterable<Tensor> | Tensor,
  max_norm: number,
  norm_type: number | ClipOptions = 2,
  error_if_nonfinite = false,
): Tensor {
  const options = typeof norm_type === 'number' ? { norm_type, error_if_nonfinite } : norm_type;
  const grads = withGrad(parameters);
  const total = get_total_norm(grads, options.norm_type ?? 2, options.error_if_nonfinite ?? false);
  no_grad(() => {
    const scale = total.add(1e-6).reciprocal().mul(max_norm).clamp_max(1);
    for (const g of grads) g.mul_(scale.to(g.dtype));
  });
  return total;
}
/** Keeps every gradient element within [−clip_value, clip_value], in place. */
export function clip_grad_value_(parameters: Iterable<Tensor> | Tensor, clip_value: number): void {
  no_grad(() => {
    for (const g of withGrad(parameters)) g.clamp_(-clip_value, clip_value);
  });
}
/** All parameters in one vector, in order. */
export const parameters_to_vector = (parameters: Iterable<Tensor>): Tensor =>
  join([...parameters].map((p) => p.reshape([-1])));
/** Writes a vector back into parameters, in order; each becomes a window on the vector. */
export function vector_to_parameters(vec: Tensor, parameters: Iterable<Tensor>): void {
  let at = 0;
  for (const p of parameters) {
    const n = p.numel();
    p.data = vec.narrow(0, at, n).view_as(p).data;
    at += n;
  }
}
/** The older name of clip_grad_norm_. */
export const clip_grad_norm = clip_grad_norm_;
/**
 * A module whose parameters are not drawn: `skip_init(nn.Linear, 4, 2)`. Their memory is still to be initialised, and the
 * random stream stays where it was.
 */
export function skip_init<M extends Module>(module_cls: new (...args: never[]) => M, ...args: readonly unknown[]): M {
  return fork_rng((): M => Reflect.construct(module_cls, args));
}
export {
  fuse_conv_bn_eval,
  fuse_conv_bn_weights,
  fuse_linear_bn_eval,
  fuse_linear_bn_weights,
} from './reparametrize/fusion.ts';
export { remove_spectral_norm, spectral_norm } from './reparametrize/spectral-norm.ts';
export { remove_weight_norm, weight_norm } from './reparametrize/weight-norm.ts';
export * as parametrizations from './reparametrize/parametrizations.ts';
export * as parametrize from './reparametrize/parametrize.ts';
export * as stateless from './reparametrize/stateless.ts';
export * as rnn from './rnn.ts';
export * as prune from './prune/index.ts';
