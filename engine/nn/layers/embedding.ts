import { no_grad } from '../../autograd/modes.ts';
import { AssertionError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { normal_ } from '../init.ts';
import { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';
import { type Factory, made, noFactory } from './linear.ts';

export interface EmbeddingOptions extends Factory {
  /** A row that stays as it is and takes no gradient. */
  padding_idx?: number | null;
  /** Rows longer than this are scaled down when they are read. */
  max_norm?: number | null;
  norm_type?: number;
  scale_grad_by_freq?: boolean;
  sparse?: boolean;
}
const common = {
  padding_idx: null as number | null,
  max_norm: null as number | null,
  norm_type: 2,
  scale_grad_by_freq: false,
  sparse: false,
};

/** A table of vectors: indices [*] → [*, embedding_dim]; weight [num_embeddings, embedding_dim] from N(0, 1). */
export class Embedding extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  readonly padding_idx: number | null;
  readonly max_norm: number | null;
  readonly norm_type: number;
  readonly scale_grad_by_freq: boolean;
  readonly sparse: boolean;
  weight: Parameter;
  constructor(
    num_embeddings: number,
    embedding_dim: number,
    padding_idx?: number | null | EmbeddingOptions,
    options?: EmbeddingOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('Embedding', args, {
      num_embeddings: needed<number>(),
      embedding_dim: needed<number>(),
      ...common,
      _weight: null as Tensor | null,
      _freeze: false,
      ...noFactory,
    });
    this.num_embeddings = o.num_embeddings;
    this.embedding_dim = o.embedding_dim;
    const { padding_idx: padding } = o;
    if (padding !== null && (padding >= o.num_embeddings || padding < -o.num_embeddings))
      throw new AssertionError('Padding_idx must be within num_embeddings');
    this.padding_idx = padding !== null && padding < 0 ? padding + o.num_embeddings : padding;
    this.max_norm = o.max_norm;
    this.norm_type = o.norm_type;
    this.scale_grad_by_freq = o.scale_grad_by_freq;
    this.sparse = o.sparse;
    this.weight = o._weight ? new Parameter(o._weight, !o._freeze) : made([o.num_embeddings, o.embedding_dim], o);
    if (!o._weight) this.reset_parameters();
  }
  /** Draws the table anew; the padding row is zero. */
  reset_parameters(): void {
    normal_(this.weight);
    const { padding_idx } = this;
    if (padding_idx !== null) no_grad(() => this.weight.select(0, padding_idx).fill_(0));
  }
  /** An Embedding on a given table [n, d]; frozen unless `freeze: false`. */
  static from_pretrained(
    embeddings: Tensor,
    freeze: boolean | (EmbeddingOptions & { freeze?: boolean }) = true,
    options: EmbeddingOptions = {},
  ): Embedding {
    if (embeddings.shape.length !== 2) throw new AssertionError('Embeddings parameter is expected to be 2-dimensional');
    const [rows = 0, width = 0] = embeddings.shape;
    const { freeze: frozen = true, ...more } = typeof freeze === 'boolean' ? { freeze, ...options } : freeze;
    return new Embedding(rows, width, { ...more, _weight: embeddings, _freeze: frozen } as EmbeddingOptions);
  }
  forward(input: Tensor): Tensor {
    return F.embedding(
      input,
      this.weight,
      this.padding_idx,
      this.max_norm,
      this.norm_type,
      this.scale_grad_by_freq,
      this.sparse,
    );
  }
  override extra_repr(): string {
    const parts = [String(this.num_embeddings), String(this.embedding_dim)];
    if (this.padding_idx !== null) parts.push(`padding_idx=${this.padding_idx}`);
    if (this.max_norm !== null) parts.push(`max_norm=${this.max_norm}`);
    if (this.norm_type !== 2) parts.push(`norm_type=${this.norm_type}`);
    if (this.scale_grad_by_freq) parts.push('scale_grad_by_freq=True');
    if (this.sparse) parts.push('sparse=True');
    return parts.join(', ');
  }
}
export interface EmbeddingBagOptions extends EmbeddingOptions {
  /** Default: 'mean'. */
  mode?: 'sum' | 'mean' | 'max';
  /** The last offset is the number of indices, not a bag's start. Default: false. */
  include_last_offset?: boolean;
}
interface BagArguments {
  /** Where each bag starts in a vector of indices. */
  offsets?: Tensor | null;
  /** [as input]: what each vector is multiplied by; mode 'sum' only. */
  per_sample_weights?: Tensor | null;
}
/** Sums, means or maxima of bags of vectors, without the vectors themselves. */
export class EmbeddingBag extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  readonly max_norm: number | null;
  readonly norm_type: number;
  readonly scale_grad_by_freq: boolean;
  readonly mode: 'sum' | 'mean' | 'max';
  readonly sparse: boolean;
  readonly include_last_offset: boolean;
  readonly padding_idx: number | null;
  weight: Parameter;
  constructor(
    num_embeddings: number,
    embedding_dim: number,
    max_norm?: number | null | EmbeddingBagOptions,
    options?: EmbeddingBagOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('EmbeddingBag', args, {
      num_embeddings: needed<number>(),
      embedding_dim: needed<number>(),
      max_norm: null as number | null,
      norm_type: 2,
      scale_grad_by_freq: false,
      mode: 'mean' as 'sum' | 'mean' | 'max',
      sparse: false,
      _weight: null as Tensor | null,
      include_last_offset: false,
      padding_idx: null as number | null,
      _freeze: false,
      ...noFactory,
    });
    this.num_embeddings = o.num_embeddings;
    this.embedding_dim = o.embedding_dim;
    this.max_norm = o.max_norm;
    this.norm_type = o.norm_type;
    this.scale_grad_by_freq = o.scale_grad_by_freq;
    this.mode = o.mode;
    this.sparse = o.sparse;
    this.include_last_offset = o.include_last_offset;
    const { padding_idx: padding } = o;
    if (padding !== null && (padding >= o.num_embeddings || padding < -o.num_embeddings))
      throw new AssertionError('padding_idx must be within num_embeddings');
    this.padding_idx = padding !== null && padding < 0 ? padding + o.num_embeddings : padding;
    this.weight = o._weight ? new Parameter(o._weight, !o._freeze) : made([o.num_embeddings, o.embedding_dim], o);
    if (!o._weight) this.reset_parameters();
  }
  /** Draws the table anew; the padding row is zero. */
  reset_parameters(): void {
    normal_(this.weight);
    const { padding_idx } = this;
    if (padding_idx !== null) no_grad(() => this.weight.select(0, padding_idx).fill_(0));
  }
  /** An EmbeddingBag on a given table [n, d]; frozen unless `freeze: false`. */
  static from_pretrained(
    embeddings: Tensor,
    freeze: boolean | (EmbeddingBagOptions & { freeze?: boolean }) = true,
    options: EmbeddingBagOptions = {},
  ): EmbeddingBag {
    if (embeddings.shape.length !== 2) throw new AssertionError('Embeddings parameter is expected to be 2-dimensional');
    const [rows = 0, width = 0] = embeddings.shape;
    const { freeze: frozen = true, ...more } = typeof freeze === 'boolean' ? { freeze, ...options } : freeze;
    return new EmbeddingBag(rows, width, { ...more, _weight: embeddings, _freeze: frozen } as EmbeddingBagOptions);
  }
  forward(
    input: Tensor,
    offsets?: Tensor | null | BagArguments,
    per_sample_weights?: Tensor | null | BagArguments,
  ): Tensor {
    const bags = bindArguments('forward', [offsets, per_sample_weights], {
      offsets: null as Tensor | null,
      per_sample_weights: null as Tensor | null,
    });
    return F.embedding_bag(input, this.weight, {
      ...bags,
      max_norm: this.max_norm,
      norm_type: this.norm_type,
      scale_grad_by_freq: this.scale_grad_by_freq,
      mode: this.mode,
      sparse: this.sparse,
      include_last_offset: this.include_last_offset,
      padding_idx: this.padding_idx,
    });
  }
  override extra_repr(): string {
    const parts = [String(this.num_embeddings), String(this.embedding_dim)];
    if (this.max_norm !== null) parts.push(`max_norm=${this.max_norm}`);
    if (this.norm_type !== 2) parts.push(`norm_type=${this.norm_type}`);
    if (this.scale_grad_by_freq) parts.push('scale_grad_by_freq=True');
    parts.push(`mode='${this.mode}'`);
    if (this.padding_idx !== null) parts.push(`padding_idx=${this.padding_idx}`);
    return parts.join(', ');
  }
}
