// What layers of torch.nn compute, in the subset that torch.jit.script reads: their own source calls helpers that it does not see.
import * as nn from '../../nn/index.ts';
import type { Module } from '../../nn/module.ts';

const conv = (n: number): string => `forward(input) {
  if (this.padding_mode !== 'zeros') throw new Error('only zero padding can be scripted');
  return F.conv${n}d(input, this.weight, this.bias, this.stride, this.padding, this.dilation, this.groups);
}`;
const batchNorm = `forward(input) {
  if (this.training && this.track_running_stats) this.num_batches_tracked.add_(1);
  return F.batch_norm(input, this.running_mean, this.running_var, this.weight, this.bias,
    this.training || !this.track_running_stats, this.momentum, this.eps);
}`;
const plain = (call: string): string => `forward(input) { return ${call}; }`;
const maxPool = (n: number): string =>
  plain(
    `F.max_pool${n}d(input, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode, this.return_indices)`,
  );
const chain = `forward(input) {
  let x = input;
  for (const layer of this) x = layer(x);
  return x;
}`;

const sources: readonly (readonly [abstract new (...args: never[]) => Module, string])[] = [
  [nn.Sequential, chain],
  [nn.Identity, plain('input')],
  [nn.Linear, plain('F.linear(input, this.weight, this.bias)')],
  [nn.Bilinear, 'forward(a, b) { return F.bilinear(a, b, this.weight, this.bias); }'],
  [nn.Conv1d, conv(1)],
  [nn.Conv2d, conv(2)],
  [nn.Conv3d, conv(3)],
  [nn.BatchNorm1d, batchNorm],
  [nn.BatchNorm2d, batchNorm],
  [nn.BatchNorm3d, batchNorm],
  [nn.LayerNorm, plain('F.layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps)')],
  [nn.GroupNorm, plain('F.group_norm(input, this.num_groups, this.weight, this.bias, this.eps)')],
  [
    nn.Embedding,
    plain('F.embedding(input, this.weight, this.padding_idx, this.max_norm, this.norm_type, this.scale_grad_by_freq)'),
  ],
  [nn.Dropout, plain('F.dropout(input, this.p, this.training, this.inplace)')],
  [nn.Dropout1d, plain('F.dropout1d(input, this.p, this.training, this.inplace)')],
  [nn.Dropout2d, plain('F.dropout2d(input, this.p, this.training, this.inplace)')],
  [nn.Dropout3d, plain('F.dropout3d(input, this.p, this.training, this.inplace)')],
  [nn.AlphaDropout, plain('F.alpha_dropout(input, this.p, this.training)')],
  [nn.Flatten, plain('input.flatten(this.start_dim, this.end_dim)')],
  [nn.Unflatten, plain('input.unflatten(this.dim, this.unflattened_size)')],
  [nn.MaxPool1d, maxPool(1)],
  [nn.MaxPool2d, maxPool(2)],
  [nn.MaxPool3d, maxPool(3)],
  [
    nn.AvgPool1d,
    plain('F.avg_pool1d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad)'),
  ],
  [
    nn.AvgPool2d,
    plain(
      'F.avg_pool2d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad, this.divisor_override)',
    ),
  ],
  [
    nn.AvgPool3d,
    plain(
      'F.avg_pool3d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad, this.divisor_override)',
    ),
  ],
  [nn.AdaptiveAvgPool1d, plain('F.adaptive_avg_pool1d(input, this.output_size)')],
  [nn.AdaptiveAvgPool2d, plain('F.adaptive_avg_pool2d(input, this.output_size)')],
  [nn.AdaptiveMaxPool2d, plain('F.adaptive_max_pool2d(input, this.output_size, this.return_indices)')],
  [nn.ReLU, plain('this.inplace ? input.relu_() : input.relu()')],
  [nn.ReLU6, plain('F.relu6(input)')],
  [nn.SiLU, plain('F.silu(input)')],
  [nn.Mish, plain('F.mish(input)')],
  [nn.SELU, plain('F.selu(input)')],
  [nn.Hardsigmoid, plain('F.hardsigmoid(input)')],
  [nn.Hardswish, plain('F.hardswish(input)')],
  [nn.Hardtanh, plain('F.hardtanh(input, this.min_val, this.max_val)')],
  [nn.Tanh, plain('input.tanh()')],
  [nn.Sigmoid, plain('input.sigmoid()')],
  [nn.LogSigmoid, plain('F.logsigmoid(input)')],
  [nn.Softsign, plain('F.softsign(input)')],
  [nn.Tanhshrink, plain('F.tanhshrink(input)')],
  [nn.GELU, plain('F.gelu(input, this.approximate)')],
  [nn.LeakyReLU, plain('F.leaky_relu(input, this.negative_slope)')],
  [nn.ELU, plain('F.elu(input, this.alpha)')],
  [nn.CELU, plain('F.celu(input, this.alpha)')],
  [nn.Softplus, plain('F.softplus(input, this.beta, this.threshold)')],
  [nn.GLU, plain('F.glu(input, this.dim)')],
  [nn.PReLU, plain('F.prelu(input, this.weight)')],
  [nn.Softmax, plain('input.softmax(this.dim)')],
  [nn.LogSoftmax, plain('input.log_softmax(this.dim)')],
];
const byClass = new Map<unknown, string>(sources);
/** Every class of torch.nn: what is not in the list above cannot be scripted, whatever its source looks like. */
const layers = new Set<unknown>(Object.values(nn));

/** The source of a layer's forward; null for a layer that has none here; undefined for a class of the user's. */
export function layerSource(module: Module): string | null | undefined {
  const source = byClass.get(module.constructor);
  return source ?? (layers.has(module.constructor) && module.constructor !== nn.Module ? null : undefined);
}
