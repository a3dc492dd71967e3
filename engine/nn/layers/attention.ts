import { RuntimeError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { additive, causal } from '../functional/attention.ts';
import { F } from '../functional/core.ts';
import { constant_, xavier_normal_, xavier_uniform_ } from '../init.ts';
import { Module } from '../module.ts';
import type { Parameter } from '../parameter.ts';
import { type Factory, Linear, made, noFactory } from './linear.ts';

/** The output projection of attention; named as PyTorch prints it. */
class NonDynamicallyQuantizableLinear extends Linear {}

export interface AttentionOptions extends Factory {
  dropout?: number;
  bias?: boolean;
  add_bias_kv?: boolean;
  add_zero_attn?: boolean;
  kdim?: number | null;
  vdim?: number | null;
  /** Input and output are [N, L, E] instead of [L, N, E]. Default: false. */
  batch_first?: boolean;
}
export interface AttentionArguments {
  /** [N, S]: true (or −∞) where a key is padding. */
  key_padding_mask?: Tensor | null;
  /** Also return the weights. Default: true. */
  need_weights?: boolean;
  /** [L, S] or [N·heads, L, S]: true (or −∞) where a place may not be looked at. */
  attn_mask?: Tensor | null;
  /** Average the weights over heads. Default: true. */
  average_attn_weights?: boolean;
  is_causal?: boolean;
}
/**
 * Several attention heads side by side: query [L, N, E], key [S, N, kdim], value [S, N, vdim] → [output [L, N, E], weights
 * [N, L, S]]. With batch_first the batch comes first; without batch the N dimension is left out.
 */
export class MultiheadAttention extends Module {
  readonly embed_dim: number;
  readonly kdim: number;
  readonly vdim: number;
  readonly num_heads: number;
  readonly dropout: number;
  readonly batch_first: boolean;
  readonly head_dim: number;
  readonly add_zero_attn: boolean;
  q_proj_weight: Parameter | null = null;
  k_proj_weight: Parameter | null = null;
  v_proj_weight: Parameter | null = null;
  in_proj_weight: Parameter | null = null;
  in_proj_bias: Parameter | null = null;
  bias_k: Parameter | null = null;
  bias_v: Parameter | null = null;
  out_proj: Linear;
  constructor(embed_dim: number, num_heads: number, dropout?: number | AttentionOptions, options?: AttentionOptions);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('MultiheadAttention', args, {
      embed_dim: needed<number>(),
      num_heads: needed<number>(),
      dropout: 0,
      bias: true,
      add_bias_kv: false,
      add_zero_attn: false,
      kdim: null as number | null,
      vdim: null as number | null,
      batch_first: false,
      ...noFactory,
    });
    const e = o.embed_dim;
    if (e <= 0 || o.num_heads <= 0)
      throw new Error(
        `embed_dim and num_heads must be greater than 0, got embed_dim=${e} and num_heads=${o.num_heads} instead`,
      );
    if (e % o.num_heads !== 0) throw new Error('embed_dim must be divisible by num_heads');
    this.embed_dim = e;
    this.kdim = o.kdim ?? e;
    this.vdim = o.vdim ?? e;
    this.num_heads = o.num_heads;
    this.dropout = o.dropout;
    this.batch_first = o.batch_first;
    this.head_dim = e / o.num_heads;
    this.add_zero_attn = o.add_zero_attn;
    if (this.kdim === e && this.vdim === e) this.in_proj_weight = made([3 * e, e], o);
    else {
      this.q_proj_weight = made([e, e], o);
      this.k_proj_weight = made([e, this.kdim], o);
      this.v_proj_weight = made([e, this.vdim], o);
    }
    if (o.bias) this.in_proj_bias = made([3 * e], o);
    this.out_proj = new NonDynamicallyQuantizableLinear(e, e, o.bias, { device: o.device, dtype: o.dtype });
    if (o.add_bias_kv) {
      this.bias_k = made([1, 1, e], o);
      this.bias_v = made([1, 1, e], o);
    }
    this._reset_parameters();
  }
  /** @internal */
  _reset_parameters(): void {
    for (const w of [this.in_proj_weight, this.q_proj_weight, this.k_proj_weight, this.v_proj_weight])
      if (w) xavier_uniform_(w);
    if (this.in_proj_bias) {
      constant_(this.in_proj_bias, 0);
      if (this.out_proj.bias) constant_(this.out_proj.bias, 0);
    }
    if (this.bias_k) xavier_normal_(this.bias_k);
    if (this.bias_v) xavier_normal_(this.bias_v);
  }
  /** @internal */
  _project(input: Tensor, part: 0 | 1 | 2): Tensor {
    const e = this.embed_dim;
    const own = [this.q_proj_weight, this.k_proj_weight, this.v_proj_weight][part];
    const weight = this.in_proj_weight ? this.in_proj_weight.narrow(0, part * e, e) : (own as Tensor);
    return F.linear(input, weight, this.in_proj_bias ? this.in_proj_bias.narrow(0, part * e, e) : null);
  }
  forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    key_padding_mask?: Tensor | null | AttentionArguments,
    need_weights?: boolean | AttentionArguments,
    attn_mask?: Tensor | null | AttentionArguments,
    average_attn_weights?: boolean,
  ): [output: Tensor, weights: Tensor | null] {
    const o = bindArguments(
      'forward',
      [key_padding_mask, need_weights, attn_mask, average_attn_weights],
      {
        key_padding_mask: null as Tensor | null,
        need_weights: true,
        attn_mask: null as Tensor | null,
        average_attn_weights: true,
        is_causal: false,
      },
    );
    const single = query.shape.length === 2;
    const timeFirst = (t: Tensor): Tensor => (single ? t.unsqueeze(1) : this.batch_first ? t.transpose(0, 1) : t);
    const [rows = 0, n = 0] = timeFirst(query).shape;
    const heads = this.num_heads;
    const split = (t: Tensor): Tensor => t.reshape([t.shape[0] ?? 0, n * heads, this.head_dim]).transpose(0, 1);
    if ((query.shape.at(-1) ?? 0) !== this.embed_dim)
      throw new RuntimeError(`was expecting embedding dimension of ${this.embed_dim}, but got ${query.shape.at(-1)}`);
    const q = split(this._project(timeFirst(query), 0));
    let k = this._project(timeFirst(key), 1);
    let v = this._project(timeFirst(value), 2);
    let added = 0;
    if (this.bias_k && this.bias_v) {
      k = k.cat_with([this.bias_k.expand([1, n, this.embed_dim])], 0);
      v = v.cat_with([this.bias_v.expand([1, n, this.embed_dim])], 0);
      added++;
    }
    if (this.add_zero_attn) {
      k = k.cat_with([k.new_zeros([1, n, this.embed_dim])], 0);
      v = v.cat_with([v.new_zeros([1, n, this.embed_dim])], 0);
      added++;
    }
    const keys = split(k);
    const values = split(v);
    const columns = keys.shape[1] ?? 0;
    let scores = q.mul(1 / Math.sqrt(this.head_dim)).bmm(keys.transpose(1, 2));
    const mask = o.attn_mask ? additive(o.attn_mask, q, false) : o.is_causal ? causal(rows, columns - added, q) : null;
    if (mask) scores = scores.add(widened(mask, added));
    if (o.key_padding_mask) {
      const padding = widened(additive(o.key_padding_mask, q, false), added).reshape([n, 1, 1, columns]);
      scores = scores
        .reshape([n, heads, rows, columns])
        .add(padding)
        .reshape([n * heads, rows, columns]);
    }
    let weights = scores.softmax(-1);
    if (this.dropout > 0) weights = F.dropout(weights, this.dropout, this.training);
    const mixed = weights
      .bmm(values)
      .transpose(0, 1)
      .reshape([rows * n, this.embed_dim]);
    const projected = F.linear(mixed, this.out_proj.weight, this.out_proj.bias).reshape([rows, n, this.embed_dim]);
    const output = single ? projected.squeeze(1) : this.batch_first ? projected.transpose(0, 1) : projected;
    if (!o.need_weights) return [output, null];
    const perHead = weights.reshape([n, heads, rows, columns]);
    const shown = o.average_attn_weights ? perHead.mean(1) : perHead;
    return [output, single ? shown.squeeze(0) : shown];
  }
}
/** Added keys may always be looked at. */
const widened = (mask: Tensor, columns: number): Tensor =>
  columns === 0 ? mask : mask.cat_with([mask.new_zeros([...mask.shape.slice(0, -1), columns])], -1);
