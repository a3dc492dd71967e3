// Names of torch.nn.functional that are a few lines of other operators.
import { ValueError } from '../../device/device.ts';
import { operator } from '../../operator.ts';
import type { Tensor } from '../../tensor.ts';
import { functionalOf } from './lookup.ts';

for (const name of ['channel_shuffle', 'native_channel_shuffle'] as const) {
  operator(`${name}(Tensor input, int groups) -> Tensor`, {
    doc: 'Deals the channels of [N, C, *] out in turn: C/groups from each of the groups.',
    on: 'torch functional',
    forward(input, groups) {
      const [n = 1, c = 1, ...rest] = input.shape;
      return input
        .reshape([n, groups, c / groups, ...rest])
        .transpose(1, 2)
        .reshape(input.shape);
    },
  });
}
operator('conv_tbc(Tensor input, Tensor weight, Tensor bias, int pad = 0) -> Tensor', {
  doc: 'conv1d with time first: input [L, N, C_in], weight [kernel, C_in, C_out] → [L′, N, C_out].',
  on: 'torch functional',
  forward: (input, weight, bias, pad) =>
    functionalOf('conv1d')(input.permute(1, 2, 0), weight.permute(2, 1, 0), bias, 1, pad).permute(2, 0, 1),
});
operator(
  'rrelu_(Tensor input, float lower = 0.125, float upper = 0.3333333333333333, bool training = false) -> Tensor',
  {
    doc: 'rrelu in place.',
    on: 'torch functional',
    forward: (input, lower, upper, training) => functionalOf('rrelu')(input, lower, upper, training, true),
  },
);
operator(
  "triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, *, any distance_function = null, float margin = 1, bool swap = false, str reduction = 'mean') -> Tensor",
  {
    doc: 'max(0, d(anchor, positive) − d(anchor, negative) + margin) for a distance of your own; Euclidean unless given.',
    on: 'functional',
    forward(anchor, positive, negative, given, margin, swap, reduction) {
      const distance = (typeof given === 'function' ? given : functionalOf('pairwise_distance')) as (
        a: Tensor,
        b: Tensor,
      ) => Tensor;
      const near = distance(anchor, positive);
      let far = distance(anchor, negative);
      if (swap) far = far.minimum(distance(positive, negative));
      const loss = near.sub(far).add(margin).clamp_min(0);
      if (reduction === 'mean') return loss.mean();
      if (reduction === 'sum') return loss.sum();
      if (reduction === 'none') return loss;
      throw new ValueError(`${reduction} is not a valid value for reduction`);
    },
  },
);
