import { AssertionError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
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
    if (e % o.num_heads !== 0) throw new AssertionError('embed_dim must be divisible by num_heads');
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
  forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    key_padding_mask?: Tensor | null | AttentionArguments,
    need_weights?: boolean | AttentionArguments,
    attn_mask?: Tensor | null | AttentionArguments,
    average_attn_weights?: boolean,
  ): [output: Tensor, weights: Tensor | null] {
    const o = bindArguments('forward', [key_padding_mask, need_weights, attn_mask, average_attn_weights], {
      key_padding_mask: null as Tensor | null,
      need_weights: true,
      attn_mask: null as Tensor | null,
      average_attn_weights: true,
      is_causal: false,
    });
    const swap = this.batch_first && query.shape.length === 3;
    const timeFirst = (t: Tensor): Tensor => (swap ? t.transpose(0, 1) : t);
    const [output, weights]: [Tensor, Tensor | null] = F.multi_head_attention_forward(
      timeFirst(query),
      timeFirst(key),
      timeFirst(value),
      this.embed_dim,
      this.num_heads,
      this.in_proj_weight,
      this.in_proj_bias,
      this.bias_k,
      this.bias_v,
      this.add_zero_attn,
      this.dropout,
      this.out_proj.weight,
      this.out_proj.bias,
      {
        ...o,
        training: this.training,
        use_separate_proj_weight: this.in_proj_weight === null,
        q_proj_weight: this.q_proj_weight,
        k_proj_weight: this.k_proj_weight,
        v_proj_weight: this.v_proj_weight,
      },
    );
    return [timeFirst(output), weights];
  }
}
