import { RuntimeError } from '../../device/device.ts';
import { operator } from '../../operator.ts';
import type { Tensor } from '../../tensor.ts';
import { functionalOf } from './lookup.ts';

/** A mask to add to scores: −∞ where a boolean mask forbids. `allows` says what true means. */
export function additive(mask: Tensor, like: Tensor, allows: boolean): Tensor {
  if (mask.dtype.category !== 0) return mask;
  return like.new_zeros(mask.shape).masked_fill(allows ? mask.logical_not() : mask, -Infinity);
}
/** −∞ above the diagonal: a place may look at none that comes after it. */
export const causal = (rows: number, columns: number, like: Tensor): Tensor =>
  like.new_full([rows, columns], -Infinity).triu(1);

export const scaled_dot_product_attention = operator(
  'scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, float dropout_p = 0, bool is_causal = false, *, float? scale = null, bool enable_gqa = false) -> Tensor',
  {
    doc: 'softmax(q · kᵀ · scale + mask) · v, scale 1/√E unless said: [.., L, E], [.., S, E], [.., S, Ev] → [.., L, Ev]. A boolean mask is true where a place may be looked at.',
    on: 'functional',
    forward(query, key, value, mask, dropout, isCausal, scale, grouped) {
      const rows = query.shape.at(-2) ?? 1;
      const columns = key.shape.at(-2) ?? 1;
      if (mask && isCausal)
        throw new RuntimeError(
          'scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
        );
      const heads = query.shape.at(-3) ?? 1;
      const repeated = (t: Tensor): Tensor =>
        grouped && (t.shape.at(-3) ?? heads) !== heads ? t.repeat_interleave(heads / (t.shape.at(-3) ?? heads), -3) : t;
      const factor = scale ?? 1 / Math.sqrt(query.shape.at(-1) ?? 1);
      // Scaling both sides by the root keeps small dtypes in range, as PyTorch does.
      const root = Math.sqrt(factor);
      let scores = query.mul(root).matmul(repeated(key).transpose(-2, -1).mul(root));
      if (isCausal) scores = scores.add(causal(rows, columns, query));
      else if (mask) scores = scores.add(additive(mask, query, true));
      let weights = scores.softmax(-1);
      if (dropout > 0) weights = functionalOf('dropout')(weights, dropout, true);
      return weights.matmul(repeated(value));
    },
  },
);
