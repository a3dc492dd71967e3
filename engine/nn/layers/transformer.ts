import { RuntimeError } from '../../device/device.ts';
import { empty, type Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { deepcopy } from '../deepcopy.ts';
import { causal } from '../functional/attention.ts';
import { F } from '../functional/core.ts';
import { xavier_uniform_ } from '../init.ts';
import { Module } from '../module.ts';
import { MultiheadAttention } from './attention.ts';
import { ModuleList } from './containers.ts';
import { Dropout } from './dropout.ts';
import { type Factory, Linear, noFactory } from './linear.ts';
import { LayerNorm } from './normalization.ts';

export type Activation = 'relu' | 'gelu' | ((x: Tensor) => Tensor);
export interface TransformerLayerOptions extends Factory {
  /** Width of the feed-forward part. Default: 2048. */
  dim_feedforward?: number;
  /** Default: 0.1. */
  dropout?: number;
  activation?: Activation;
  layer_norm_eps?: number;
  /** [N, L, E] instead of [L, N, E]. Default: false. */
  batch_first?: boolean;
  /** Normalises before each part instead of after. Default: false. */
  norm_first?: boolean;
  bias?: boolean;
}
const spec = {
  d_model: needed<number>(),
  nhead: needed<number>(),
  dim_feedforward: 2048,
  dropout: 0.1,
  activation: 'relu' as Activation,
  layer_norm_eps: 1e-5,
  batch_first: false,
  norm_first: false,
  bias: true,
  ...noFactory,
};
const activate = (activation: Activation): ((x: Tensor) => Tensor) => {
  if (typeof activation === 'function') return activation;
  if (activation === 'relu') return (x) => x.relu();
  if (activation === 'gelu') return (x) => F.gelu(x);
  throw new RuntimeError(`activation should be relu/gelu, not ${String(activation)}`);
};
type Masks = { mask?: Tensor | null; key_padding_mask?: Tensor | null; is_causal?: boolean };
const attend = (
  attention: MultiheadAttention,
  x: Tensor,
  memory: Tensor,
  { mask = null, key_padding_mask = null, is_causal = false }: Masks,
): Tensor => attention(x, memory, memory, { attn_mask: mask, key_padding_mask, need_weights: false, is_causal })[0];

export interface EncoderMasks {
  src_mask?: Tensor | null;
  src_key_padding_mask?: Tensor | null;
  is_causal?: boolean;
}
/** Self-attention and a feed-forward part, each with dropout, residual and layer norm (Vaswani et al., 2017). */
export class TransformerEncoderLayer extends Module {
  self_attn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  readonly norm_first: boolean;
  norm1: LayerNorm;
  norm2: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  readonly activation: Activation;
  constructor(
    d_model: number,
    nhead: number,
    dim_feedforward?: number | TransformerLayerOptions,
    dropout?: number | TransformerLayerOptions,
    activation?: Activation | TransformerLayerOptions,
    layer_norm_eps?: number | TransformerLayerOptions,
    batch_first?: boolean | TransformerLayerOptions,
    norm_first?: boolean | TransformerLayerOptions,
    bias?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('TransformerEncoderLayer', args, spec);
    const factory = { device: o.device, dtype: o.dtype };
    this.self_attn = new MultiheadAttention(o.d_model, o.nhead, {
      dropout: o.dropout,
      bias: o.bias,
      batch_first: o.batch_first,
      ...factory,
    });
    this.linear1 = new Linear(o.d_model, o.dim_feedforward, o.bias, factory);
    this.dropout = new Dropout(o.dropout);
    this.linear2 = new Linear(o.dim_feedforward, o.d_model, o.bias, factory);
    this.norm_first = o.norm_first;
    this.norm1 = new LayerNorm(o.d_model, { eps: o.layer_norm_eps, bias: o.bias, ...factory });
    this.norm2 = new LayerNorm(o.d_model, { eps: o.layer_norm_eps, bias: o.bias, ...factory });
    this.dropout1 = new Dropout(o.dropout);
    this.dropout2 = new Dropout(o.dropout);
    this.activation = o.activation;
    activate(o.activation);
  }
  /** @internal */
  _feed(x: Tensor): Tensor {
    return this.dropout2(this.linear2(this.dropout(activate(this.activation)(this.linear1(x)))));
  }
  forward(
    src: Tensor,
    src_mask?: Tensor | null | EncoderMasks,
    src_key_padding_mask?: Tensor | null | EncoderMasks,
  ): Tensor {
    const o = bindArguments('forward', [src_mask, src_key_padding_mask], {
      src_mask: null as Tensor | null,
      src_key_padding_mask: null as Tensor | null,
      is_causal: false,
    });
    const attention = (x: Tensor): Tensor =>
      this.dropout1(
        attend(this.self_attn, x, x, {
          mask: o.src_mask,
          key_padding_mask: o.src_key_padding_mask,
          is_causal: o.is_causal && !o.src_mask,
        }),
      );
    if (this.norm_first) {
      const x = src.add(attention(this.norm1(src)));
      return x.add(this._feed(this.norm2(x)));
    }
    const x = this.norm1(src.add(attention(src)));
    return this.norm2(x.add(this._feed(x)));
  }
}
const clones = <M extends Module>(module: M, n: number): ModuleList<M> =>
  new ModuleList(Array.from({ length: n }, () => deepcopy(module)));

/** A stack of copies of one encoder layer, which start with the same weights. */
export class TransformerEncoder extends Module {
  layers: ModuleList<TransformerEncoderLayer>;
  readonly num_layers: number;
  norm: Module | null;
  constructor(
    encoder_layer: TransformerEncoderLayer,
    num_layers: number,
    norm: Module | null | { norm?: Module | null; enable_nested_tensor?: boolean; mask_check?: boolean } = null,
  ) {
    super();
    this.layers = clones(encoder_layer, num_layers);
    this.num_layers = num_layers;
    this.norm = norm instanceof Module || norm === null ? norm : (norm.norm ?? null);
  }
  forward(
    src: Tensor,
    mask?: Tensor | null | { mask?: Tensor | null; src_key_padding_mask?: Tensor | null; is_causal?: boolean },
    src_key_padding_mask?: Tensor | null,
  ): Tensor {
    const o = bindArguments('forward', [mask, src_key_padding_mask], {
      mask: null as Tensor | null,
      src_key_padding_mask: null as Tensor | null,
      is_causal: false,
    });
    let x = src;
    for (const layer of this.layers)
      x = layer(x, { src_mask: o.mask, src_key_padding_mask: o.src_key_padding_mask, is_causal: o.is_causal });
    return this.norm ? this.norm(x) : x;
  }
}

export interface DecoderMasks {
  tgt_mask?: Tensor | null;
  memory_mask?: Tensor | null;
  tgt_key_padding_mask?: Tensor | null;
  memory_key_padding_mask?: Tensor | null;
  tgt_is_causal?: boolean;
  memory_is_causal?: boolean;
}
const noMask: Tensor | null = null as Tensor | null;
const noMasks = {
  tgt_mask: noMask,
  memory_mask: noMask,
  tgt_key_padding_mask: noMask,
  memory_key_padding_mask: noMask,
  tgt_is_causal: false,
  memory_is_causal: false,
};
/** Self-attention, attention to an encoder's output, and a feed-forward part. */
export class TransformerDecoderLayer extends Module {
  self_attn: MultiheadAttention;
  multihead_attn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  readonly norm_first: boolean;
  norm1: LayerNorm;
  norm2: LayerNorm;
  norm3: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  dropout3: Dropout;
  readonly activation: Activation;
  constructor(
    d_model: number,
    nhead: number,
    dim_feedforward?: number | TransformerLayerOptions,
    dropout?: number | TransformerLayerOptions,
    activation?: Activation | TransformerLayerOptions,
    layer_norm_eps?: number | TransformerLayerOptions,
    batch_first?: boolean | TransformerLayerOptions,
    norm_first?: boolean | TransformerLayerOptions,
    bias?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('TransformerDecoderLayer', args, spec);
    const factory = { device: o.device, dtype: o.dtype };
    const attention = () =>
      new MultiheadAttention(o.d_model, o.nhead, {
        dropout: o.dropout,
        bias: o.bias,
        batch_first: o.batch_first,
        ...factory,
      });
    const norm = () => new LayerNorm(o.d_model, { eps: o.layer_norm_eps, bias: o.bias, ...factory });
    this.self_attn = attention();
    this.multihead_attn = attention();
    this.linear1 = new Linear(o.d_model, o.dim_feedforward, o.bias, factory);
    this.dropout = new Dropout(o.dropout);
    this.linear2 = new Linear(o.dim_feedforward, o.d_model, o.bias, factory);
    this.norm_first = o.norm_first;
    this.norm1 = norm();
    this.norm2 = norm();
    this.norm3 = norm();
    this.dropout1 = new Dropout(o.dropout);
    this.dropout2 = new Dropout(o.dropout);
    this.dropout3 = new Dropout(o.dropout);
    this.activation = o.activation;
    activate(o.activation);
  }
  /** @internal */
  _feed(x: Tensor): Tensor {
    return this.dropout3(this.linear2(this.dropout(activate(this.activation)(this.linear1(x)))));
  }
  forward(
    tgt: Tensor,
    memory: Tensor,
    tgt_mask?: Tensor | null | DecoderMasks,
    memory_mask?: Tensor | null | DecoderMasks,
    tgt_key_padding_mask?: Tensor | null | DecoderMasks,
    memory_key_padding_mask?: Tensor | null | DecoderMasks,
  ): Tensor {
    const o = bindArguments('forward', [tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask], noMasks);
    const own = (x: Tensor): Tensor =>
      this.dropout1(
        attend(this.self_attn, x, x, {
          mask: o.tgt_mask,
          key_padding_mask: o.tgt_key_padding_mask,
          is_causal: o.tgt_is_causal && !o.tgt_mask,
        }),
      );
    const other = (x: Tensor): Tensor =>
      this.dropout2(
        attend(this.multihead_attn, x, memory, {
          mask: o.memory_mask,
          key_padding_mask: o.memory_key_padding_mask,
          is_causal: o.memory_is_causal && !o.memory_mask,
        }),
      );
    if (this.norm_first) {
      let x = tgt.add(own(this.norm1(tgt)));
      x = x.add(other(this.norm2(x)));
      return x.add(this._feed(this.norm3(x)));
    }
    let x = this.norm1(tgt.add(own(tgt)));
    x = this.norm2(x.add(other(x)));
    return this.norm3(x.add(this._feed(x)));
  }
}
/** A stack of copies of one decoder layer. */
export class TransformerDecoder extends Module {
  layers: ModuleList<TransformerDecoderLayer>;
  readonly num_layers: number;
  norm: Module | null;
  constructor(
    decoder_layer: TransformerDecoderLayer,
    num_layers: number,
    norm: Module | null | { norm?: Module | null } = null,
  ) {
    super();
    this.layers = clones(decoder_layer, num_layers);
    this.num_layers = num_layers;
    this.norm = norm instanceof Module || norm === null ? norm : (norm.norm ?? null);
  }
  forward(
    tgt: Tensor,
    memory: Tensor,
    tgt_mask?: Tensor | null | DecoderMasks,
    memory_mask?: Tensor | null | DecoderMasks,
    tgt_key_padding_mask?: Tensor | null | DecoderMasks,
    memory_key_padding_mask?: Tensor | null | DecoderMasks,
  ): Tensor {
    const o = bindArguments('forward', [tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask], noMasks);
    let x = tgt;
    for (const layer of this.layers) x = layer(x, memory, o);
    return this.norm ? this.norm(x) : x;
  }
}
export interface TransformerMasks extends DecoderMasks {
  src_mask?: Tensor | null;
  src_key_padding_mask?: Tensor | null;
  src_is_causal?: boolean;
}
export interface TransformerOptions extends TransformerLayerOptions {
  d_model?: number;
  nhead?: number;
  num_encoder_layers?: number;
  num_decoder_layers?: number;
  /** Used in place of the usual encoder. */
  custom_encoder?: TransformerEncoder | null;
  /** Used in place of the usual decoder. */
  custom_decoder?: TransformerDecoder | null;
}
/** Encoder and decoder: src [S, N, E], tgt [T, N, E] → [T, N, E]. */
export class Transformer extends Module {
  encoder: TransformerEncoder;
  decoder: TransformerDecoder;
  readonly d_model: number;
  readonly nhead: number;
  readonly batch_first: boolean;
  constructor(
    d_model?: number | TransformerOptions,
    nhead?: number | TransformerOptions,
    num_encoder_layers?: number | TransformerOptions,
    num_decoder_layers?: number | TransformerOptions,
    dim_feedforward?: number | TransformerOptions,
    dropout?: number | TransformerOptions,
    activation?: Activation | TransformerOptions,
    options?: TransformerOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const { d_model, nhead, num_encoder_layers, num_decoder_layers, custom_encoder, custom_decoder, ...layer } =
      bindArguments('Transformer', args, {
        d_model: 512,
        nhead: 8,
        num_encoder_layers: 6,
        num_decoder_layers: 6,
        dim_feedforward: 2048,
        dropout: 0.1,
        activation: 'relu' as Activation,
        custom_encoder: null as TransformerEncoder | null,
        custom_decoder: null as TransformerDecoder | null,
        layer_norm_eps: 1e-5,
        batch_first: false,
        norm_first: false,
        bias: true,
        ...noFactory,
      });
    const norm = () =>
      new LayerNorm(d_model, { eps: layer.layer_norm_eps, bias: layer.bias, device: layer.device, dtype: layer.dtype });
    this.encoder =
      custom_encoder ??
      new TransformerEncoder(new TransformerEncoderLayer(d_model, nhead, layer), num_encoder_layers, norm());
    this.decoder =
      custom_decoder ??
      new TransformerDecoder(new TransformerDecoderLayer(d_model, nhead, layer), num_decoder_layers, norm());
    this.d_model = d_model;
    this.nhead = nhead;
    this.batch_first = layer.batch_first;
    for (const p of this.parameters()) if (p.shape.length > 1) xavier_uniform_(p);
  }
  forward(
    src: Tensor,
    tgt: Tensor,
    src_mask?: Tensor | null | TransformerMasks,
    tgt_mask?: Tensor | null | TransformerMasks,
    memory_mask?: Tensor | null | TransformerMasks,
    src_key_padding_mask?: Tensor | null | TransformerMasks,
    tgt_key_padding_mask?: Tensor | null | TransformerMasks,
    memory_key_padding_mask?: Tensor | null | TransformerMasks,
  ): Tensor {
    const {
      src_mask: mask,
      src_key_padding_mask: padding,
      src_is_causal,
      ...masks
    } = bindArguments(
      'forward',
      [src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask],
      {
        src_mask: noMask,
        tgt_mask: noMask,
        memory_mask: noMask,
        src_key_padding_mask: noMask,
        tgt_key_padding_mask: noMask,
        memory_key_padding_mask: noMask,
        src_is_causal: false,
        tgt_is_causal: false,
        memory_is_causal: false,
      },
    );
    const batch = this.batch_first ? 0 : 1;
    if (src.shape.length === 3 && src.shape[batch] !== tgt.shape[batch])
      throw new RuntimeError('the batch number of src and tgt must be equal');
    if (src.shape.at(-1) !== this.d_model || tgt.shape.at(-1) !== this.d_model)
      throw new RuntimeError('the feature number of src and tgt must be equal to d_model');
    const memory = this.encoder(src, { mask, src_key_padding_mask: padding, is_causal: src_is_causal });
    return this.decoder(tgt, memory, masks);
  }
  /** −∞ above the diagonal, 0 elsewhere: [sz, sz]. */
  static generate_square_subsequent_mask(sz: number): Tensor {
    return causal(sz, sz, empty([1]));
  }
}
