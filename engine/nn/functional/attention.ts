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

/** Added keys may always be looked at. */
const widened = (mask: Tensor, columns: number): Tensor =>
  columns === 0 ? mask : mask.cat_with([mask.new_zeros([...mask.shape.slice(0, -1), columns])], -1);

operator(
  'multi_head_attention_forward(Tensor query, Tensor key, Tensor value, int embed_dim_to_check, int num_heads, Tensor? in_proj_weight, Tensor? in_proj_bias, Tensor? bias_k, Tensor? bias_v, bool add_zero_attn, float dropout_p, Tensor out_proj_weight, Tensor? out_proj_bias, bool training = true, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null, bool use_separate_proj_weight = false, Tensor? q_proj_weight = null, Tensor? k_proj_weight = null, Tensor? v_proj_weight = null, Tensor? static_k = null, Tensor? static_v = null, bool average_attn_weights = true, bool is_causal = false) -> any',
  {
    doc: 'What nn.MultiheadAttention computes: query [L, N, E], key [S, N, kdim], value [S, N, vdim] → [output [L, N, E], weights [N, L, S] or null].',
    on: 'functional',
    forward(
      query,
      key,
      value,
      embed,
      heads,
      in_proj_weight,
      in_proj_bias,
      bias_k,
      bias_v,
      add_zero_attn,
      dropout_p,
      out_proj_weight,
      out_proj_bias,
      training,
      key_padding_mask,
      need_weights,
      attn_mask,
      separate,
      q_proj_weight,
      k_proj_weight,
      v_proj_weight,
      static_k,
      static_v,
      average,
      is_causal,
    ): [Tensor, Tensor | null] {
      const single = query.shape.length === 2;
      if (!single && query.shape.length !== 3)
        throw new RuntimeError(
          `query should be unbatched 2D or batched 3D tensor but received ${query.shape.length}-D query tensor`,
        );
      const batched = (t: Tensor): Tensor => (single ? t.unsqueeze(1) : t);
      const [rows = 0, n = 0, width] = batched(query).shape;
      if (width !== embed) throw new RuntimeError(`was expecting embedding dimension of ${embed}, but got ${width}`);
      const size = embed / heads;
      if (!Number.isInteger(size)) throw new RuntimeError(`embed_dim ${embed} not divisible by num_heads ${heads}`);
      const project = (input: Tensor, part: number, own: Tensor | null): Tensor => {
        const weight = separate ? own : (in_proj_weight?.narrow(0, part * embed, embed) ?? null);
        if (!weight) throw new RuntimeError('multi_head_attention_forward: a projection weight is missing');
        return functionalOf('linear')(input, weight, in_proj_bias?.narrow(0, part * embed, embed) ?? null);
      };
      const split = (t: Tensor): Tensor => t.reshape([t.shape[0] ?? 0, n * heads, size]).transpose(0, 1);
      const q = split(project(batched(query), 0, q_proj_weight));
      let k = project(batched(key), 1, k_proj_weight);
      let v = project(batched(value), 2, v_proj_weight);
      let added = 0;
      if (bias_k && bias_v) {
        k = k.cat_with([bias_k.expand([1, n, embed])], 0);
        v = v.cat_with([bias_v.expand([1, n, embed])], 0);
        added++;
      }
      let keys = static_k ?? split(k);
      let values = static_v ?? split(v);
      if (add_zero_attn) {
        keys = keys.cat_with([keys.new_zeros([n * heads, 1, size])], 1);
        values = values.cat_with([values.new_zeros([n * heads, 1, size])], 1);
        added++;
      }
      const columns = keys.shape[1] ?? 0;
      let scores = q.mul(1 / Math.sqrt(size)).bmm(keys.transpose(1, 2));
      const expected = [
        [rows, columns - added],
        [n * heads, rows, columns - added],
      ];
      if (attn_mask && !expected.some((shape) => shape.join() === attn_mask.shape.join()))
        throw new RuntimeError(
          `The shape of the ${attn_mask.shape.length}D attn_mask is torch.Size([${attn_mask.shape.join(', ')}]), but should be (${(expected[attn_mask.shape.length - 2] ?? []).join(', ')}).`,
        );
      const mask = attn_mask ? additive(attn_mask, q, false) : is_causal ? causal(rows, columns - added, q) : null;
      if (mask) scores = scores.add(widened(mask, added));
      if (key_padding_mask) {
        const padding = widened(additive(key_padding_mask, q, false), added).reshape([n, 1, 1, columns]);
        scores = scores
          .reshape([n, heads, rows, columns])
          .add(padding)
          .reshape([n * heads, rows, columns]);
      }
      let weights = scores.softmax(-1);
      if (dropout_p > 0) weights = functionalOf('dropout')(weights, dropout_p, training);
      const mixed = weights
        .bmm(values)
        .transpose(0, 1)
        .reshape([rows * n, embed]);
      const projected = functionalOf('linear')(mixed, out_proj_weight, out_proj_bias).reshape([rows, n, embed]);
      const output = single ? projected.squeeze(1) : projected;
      if (!need_weights) return [output, null];
      const perHead = weights.reshape([n, heads, rows, columns]);
      const shown = average ? perHead.mean(1) : perHead;
      return [output, single ? shown.squeeze(0) : shown];
    },
  },
);
