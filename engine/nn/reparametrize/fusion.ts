import { no_grad } from '../../autograd/modes.ts';
import type { Tensor } from '../../tensor.ts';
import { deepcopy } from '../deepcopy.ts';
import type { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';

interface Weighted extends Module {
  weight: Parameter;
  bias: Parameter | null;
}
interface Statistics extends Module {
  running_mean: Tensor | null;
  running_var: Tensor | null;
  readonly eps: number;
  weight: Parameter | null;
  bias: Parameter | null;
}
function fused(
  weight: Tensor,
  bias: Tensor | null,
  mean: Tensor,
  variance: Tensor,
  eps: number,
  scale: Tensor | null,
  shift: Tensor | null,
  dim: number,
): [weight: Parameter, bias: Parameter] {
  return no_grad(() => {
    const factor = variance
      .add(eps)
      .rsqrt()
      .mul(scale ?? 1);
    const along = weight.shape.map((_, d) => (d === dim ? -1 : 1));
    const moved = (bias ? bias.sub(mean) : mean.neg()).mul(factor).add(shift ?? 0);
    return [new Parameter(weight.mul(factor.reshape(along)).detach()), new Parameter(moved.detach())];
  });
}
/** Weight and bias of a convolution that does what convolution and batch norm (in evaluation) do together. */
export const fuse_conv_bn_weights = (
  conv_w: Tensor,
  conv_b: Tensor | null,
  bn_rm: Tensor,
  bn_rv: Tensor,
  bn_eps: number,
  bn_w: Tensor | null,
  bn_b: Tensor | null,
  transpose = false,
): [weight: Parameter, bias: Parameter] => fused(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose ? 1 : 0);
/** Weight and bias of a linear layer that does what it and batch norm (in evaluation) do together. */
export const fuse_linear_bn_weights = (
  linear_w: Tensor,
  linear_b: Tensor | null,
  bn_rm: Tensor,
  bn_rv: Tensor,
  bn_eps: number,
  bn_w: Tensor | null,
  bn_b: Tensor | null,
): [weight: Parameter, bias: Parameter] => fused(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, 0);
function joined<M extends Weighted>(layer: M, bn: Statistics, dim: number): M {
  if (layer.training || bn.training) throw new Error('Fusion only for eval!');
  if (!bn.running_mean || !bn.running_var) throw new Error('Only batch norms with running statistics can be fused');
  const copy = deepcopy(layer);
  [copy.weight, copy.bias] = fused(
    layer.weight,
    layer.bias,
    bn.running_mean,
    bn.running_var,
    bn.eps,
    bn.weight,
    bn.bias,
    dim,
  );
  return copy;
}
/** A convolution that does what `conv` and then `bn` do, both in evaluation mode. */
export const fuse_conv_bn_eval = <M extends Weighted>(conv: M, bn: Statistics, transpose = false): M =>
  joined(conv, bn, transpose ? 1 : 0);
/** A linear layer that does what `linear` and then `bn` do, both in evaluation mode. */
export const fuse_linear_bn_eval = <M extends Weighted>(linear: M, bn: Statistics): M => joined(linear, bn, 0);
