import { RuntimeError, ValueError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { bindArguments, needed, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { uniform_ } from '../init.ts';
import { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';
import { PackedSequence } from '../rnn.ts';
import { type Factory, made, noFactory } from './linear.ts';

export interface RecurrentOptions extends Factory {
  /** Layers on top of each other. Default: 1. */
  num_layers?: number;
  bias?: boolean;
  /** Input and output are [N, L, …] instead of [L, N, …]. Default: false. */
  batch_first?: boolean;
  /** Between layers, in training. Default: 0. */
  dropout?: number;
  /** A second direction from the end, its outputs joined to the first's. Default: false. */
  bidirectional?: boolean;
}
export interface LSTMOptions extends RecurrentOptions {
  /** The hidden state is projected to this size; 0: not at all. Default: 0. */
  proj_size?: number;
}
export interface RNNOptions extends RecurrentOptions {
  nonlinearity?: 'tanh' | 'relu';
}
/** Hidden state: [h] or, for LSTM, [h, c]. */
type Hidden = readonly Tensor[];
/** One of the two products of a cell: of the inputs, or of the hidden state. */
type Product = (t: Tensor) => Tensor;
/** One time step: input contribution (already W·x + b), hidden state, W·h + b of it → new hidden state. */
type Step = (x: Tensor, hidden: Hidden, recurrent: Product) => Hidden;

const simple =
  (act: (t: Tensor) => Tensor): Step =>
  (x, [h], recurrent) => [act(x.add(recurrent(h as Tensor)))];
const lstm: Step = (x, [h, c], recurrent) => {
  const [i, f, g, o] = x.add(recurrent(h as Tensor)).chunk(4, 1) as [Tensor, Tensor, Tensor, Tensor];
  const cell = f
    .sigmoid()
    .mul(c as Tensor)
    .add(i.sigmoid().mul(g.tanh()));
  return [o.sigmoid().mul(cell.tanh()), cell];
};
const gru: Step = (x, [h], recurrent) => {
  const [xr, xz, xn] = x.chunk(3, 1) as [Tensor, Tensor, Tensor];
  const [hr, hz, hn] = recurrent(h as Tensor).chunk(3, 1) as [Tensor, Tensor, Tensor];
  const candidate = xn.add(xr.add(hr).sigmoid().mul(hn)).tanh();
  return [(h as Tensor).sub(candidate).mul(xz.add(hz).sigmoid()).add(candidate)];
};
const stack = (list: readonly Tensor[]): Tensor => {
  const [first, ...rest] = list.map((t) => t.unsqueeze(0));
  return (first as Tensor).cat_with(rest, 0);
};
const joined = (list: readonly Tensor[], dim: number): Tensor => (list[0] as Tensor).cat_with(list.slice(1), dim);

abstract class Recurrent extends Module {
  readonly mode: string;
  readonly input_size: number;
  readonly hidden_size: number;
  readonly num_layers: number;
  readonly bias: boolean;
  readonly batch_first: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  readonly proj_size: number;
  constructor(
    mode: string,
    gates: number,
    o: Required<Omit<RecurrentOptions, keyof Factory>> & {
      proj_size?: number;
      input_size: number;
      hidden_size: number;
      device: string | null;
      dtype: Parameters<typeof made>[1]['dtype'];
    },
  ) {
    super();
    if (!(o.dropout >= 0 && o.dropout <= 1))
      throw new ValueError(
        'dropout should be a number in range [0, 1] representing the probability of an element being zeroed',
      );
    if (o.hidden_size <= 0) throw new ValueError('hidden_size must be greater than zero');
    if (o.num_layers <= 0) throw new ValueError('num_layers must be greater than zero');
    this.mode = mode;
    this.input_size = o.input_size;
    this.hidden_size = o.hidden_size;
    this.num_layers = o.num_layers;
    this.bias = o.bias;
    this.batch_first = o.batch_first;
    this.dropout = o.dropout;
    this.bidirectional = o.bidirectional;
    this.proj_size = o.proj_size ?? 0;
    if (this.proj_size < 0)
      throw new ValueError('proj_size should be a positive integer or zero to disable projections');
    if (this.proj_size >= o.hidden_size) throw new ValueError('proj_size has to be smaller than hidden_size');
    this._make_weights(gates, o);
  }
  /** @internal */
  _make_weights(gates: number, o: Parameters<typeof made>[1]): void {
    const real = this._real_hidden_size;
    const rows = gates * this.hidden_size;
    for (let layer = 0; layer < this.num_layers; layer++) {
      const width = layer === 0 ? this.input_size : real * (this.bidirectional ? 2 : 1);
      for (const suffix of this.bidirectional ? ['', '_reverse'] : ['']) {
        this.register_parameter(`weight_ih_l${layer}${suffix}`, made([rows, width], o));
        this.register_parameter(`weight_hh_l${layer}${suffix}`, made([rows, real], o));
        if (this.bias) {
          this.register_parameter(`bias_ih_l${layer}${suffix}`, made([rows], o));
          this.register_parameter(`bias_hh_l${layer}${suffix}`, made([rows], o));
        }
        if (this.proj_size > 0)
          this.register_parameter(`weight_hr_l${layer}${suffix}`, made([this.proj_size, this.hidden_size], o));
      }
    }
    this.reset_parameters();
  }
  /** @internal width of the hidden state */
  get _real_hidden_size(): number {
    return this.proj_size > 0 ? this.proj_size : this.hidden_size;
  }
  /** Draws all weights and biases from U(−1/√hidden_size, 1/√hidden_size). */
  reset_parameters(): void {
    const bound = 1 / Math.sqrt(this.hidden_size);
    for (const p of this.parameters()) uniform_(p, -bound, bound);
  }
  /** Accepted: parameters need no special place in memory here. */
  flatten_parameters(): void {}
  /** The weights of each layer and direction. */
  get all_weights(): Parameter[][] {
    return Array.from({ length: this.num_layers }, (_, layer) =>
      ['', ...(this.bidirectional ? ['_reverse'] : [])].map((s) =>
        [...this._own_parameters()].flatMap(([name, p]) => (name.endsWith(`_l${layer}${s}`) ? [p] : [])),
      ),
    ).flat();
  }
  /** @internal */
  _weight(name: string): Parameter | null {
    const value: unknown = Object.hasOwn(this, name) ? Reflect.get(this, name) : null;
    return value instanceof Parameter ? value : null;
  }
  /** @internal W·x + b of a layer in one direction: of its inputs ('ih') or of its hidden state ('hh') */
  _product(which: 'ih' | 'hh', layer: number, suffix: string): Product {
    const weight = this._weight(`weight_${which}_l${layer}${suffix}`) as Parameter;
    const bias = this._weight(`bias_${which}_l${layer}${suffix}`);
    return (t) => F.linear(t, weight, bias);
  }
  /** @internal One layer in one direction: input [L, N, in] or packed rows; returns outputs in the same layout and the last state. */
  _run(
    input: Tensor,
    sizes: readonly number[],
    initial: Hidden,
    step: Step,
    layer: number,
    suffix: string,
  ): [Tensor, Hidden] {
    const recurrent = this._product('hh', layer, suffix);
    const projection = this._weight(`weight_hr_l${layer}${suffix}`);
    const x = this._product('ih', layer, suffix)(input);
    const starts = sizes.map((_, t) => sizes.slice(0, t).reduce((a, b) => a + b, 0));
    const outputs = new Array<Tensor>(sizes.length);
    const backward = suffix !== '';
    const first = backward ? (sizes.at(-1) ?? 0) : (sizes[0] ?? 0);
    let hidden: Hidden = initial.map((h) => h.narrow(0, 0, first));
    const ended: Hidden[] = [];
    for (let k = 0; k < sizes.length; k++) {
      const t = backward ? sizes.length - 1 - k : k;
      const n = sizes[t] ?? 0;
      const now = hidden[0]?.shape[0] ?? 0;
      if (n < now) {
        // shorter sequences end here: their state is final
        ended.push(hidden.map((h) => h.narrow(0, n, now - n)));
        hidden = hidden.map((h) => h.narrow(0, 0, n));
      } else if (n > now) hidden = hidden.map((h, i) => joined([h, (initial[i] as Tensor).narrow(0, now, n - now)], 0)); // longer ones begin from the end
      hidden = step(x.narrow(0, starts[t] ?? 0, n), hidden, recurrent);
      if (projection) hidden = [F.linear(hidden[0] as Tensor, projection), ...hidden.slice(1)];
      outputs[t] = hidden[0] as Tensor;
    }
    const last =
      ended.length === 0
        ? hidden
        : hidden.map((h, i) => joined([h, ...ended.toReversed().map((e) => e[i] as Tensor)], 0));
    return [joined(outputs, 0), last];
  }
  /** @internal rows [ΣN_t, in] → rows [ΣN_t, out] and the final states [layers·directions, N, hidden] */
  _layers(rows: Tensor, sizes: readonly number[], initial: Hidden, step: Step): [Tensor, Tensor[]] {
    const directions = this.bidirectional ? ['', '_reverse'] : [''];
    let input = rows;
    const finals: Hidden[] = [];
    for (let layer = 0; layer < this.num_layers; layer++) {
      const outputs = directions.map((suffix, d) => {
        const at = layer * directions.length + d;
        const [output, last] = this._run(
          input,
          sizes,
          initial.map((h) => h.select(0, at)),
          step,
          layer,
          suffix,
        );
        finals.push(last);
        return output;
      });
      input = outputs.length === 1 ? (outputs[0] as Tensor) : joined(outputs, 1);
      if (this.dropout > 0 && layer < this.num_layers - 1) input = F.dropout(input, this.dropout, this.training);
    }
    return [input, initial.map((_, i) => stack(finals.map((f) => f[i] as Tensor)))];
  }
  /** @internal width of one of the states: h, then c */
  _width(state: number): number {
    return state === 0 ? this._real_hidden_size : this.hidden_size;
  }
  /** @internal */
  _check(given: Hidden | null, layers: number, n: number, single: boolean): void {
    given?.forEach((h, i) => {
      const want = single ? [layers, this._width(i)] : [layers, n, this._width(i)];
      if (h.shape.length !== want.length)
        throw new RuntimeError(
          `For ${single ? 'unbatched 2-D' : 'batched 3-D'} input, hx should also be ${want.length}-D but got ${h.shape.length}-D tensor`,
        );
      const shown = single ? [layers, 1, this._width(i)] : want;
      if (h.shape.join() !== want.join())
        throw new RuntimeError(
          `Expected hidden${this.mode === 'LSTM' ? `[${i}]` : ''} size (${shown.join(', ')}), got [${(single ? [h.shape[0], 1, h.shape[1]] : h.shape).join(', ')}]`,
        );
    });
  }
  /** @internal brings any layout to rows, runs the layers, and back */
  _forward(
    input: Tensor | PackedSequence,
    given: Hidden | null,
    states: number,
    step: Step,
  ): [Tensor | PackedSequence, Tensor[]] {
    const layers = this.num_layers * (this.bidirectional ? 2 : 1);
    if (input instanceof PackedSequence) {
      const sizes = (input.batch_sizes.tolist() as number[]).map(Number);
      const order = input.sorted_indices;
      const zero = (_: unknown, i: number) => input.data.new_zeros([layers, sizes[0] ?? 0, this._width(i)]);
      this._check(given, layers, sizes[0] ?? 0, false);
      const initial = given
        ? given.map((h) => (order ? h.index_select(1, order) : h))
        : Array.from({ length: states }, zero);
      const [rows, last] = this._layers(input.data, sizes, initial, step);
      const back = input.unsorted_indices;
      return [
        new PackedSequence(rows, input.batch_sizes, order, back),
        back ? last.map((h) => h.index_select(1, back)) : last,
      ];
    }
    if (input.shape.length !== 2 && input.shape.length !== 3)
      throw new ValueError(`${this._get_name()}: Expected input to be 2D or 3D, got ${input.shape.length}D instead`);
    const single = input.shape.length === 2;
    const batched = single ? input.unsqueeze(1) : this.batch_first ? input.transpose(0, 1) : input;
    const [length = 0, n = 0, width = 0] = batched.shape;
    if (width !== this.input_size)
      throw new RuntimeError(`input.size(-1) must be equal to input_size. Expected ${this.input_size}, got ${width}`);
    this._check(given, layers, n, single);
    const initial = given
      ? given.map((h) => (single ? h.unsqueeze(1) : h))
      : Array.from({ length: states }, (_, i) => input.new_zeros([layers, n, this._width(i)]));
    const [rows, last] = this._layers(
      batched.reshape([length * n, width]),
      new Array<number>(length).fill(n),
      initial,
      step,
    );
    const output = rows.reshape([length, n, rows.shape[1] ?? 0]);
    if (single) return [output.squeeze(1), last.map((h) => h.squeeze(1))];
    return [this.batch_first ? output.transpose(0, 1) : output, last];
  }
  override extra_repr(): string {
    const parts = [String(this.input_size), String(this.hidden_size)];
    if (this.proj_size !== 0) parts.push(`proj_size=${this.proj_size}`);
    if (this.num_layers !== 1) parts.push(`num_layers=${this.num_layers}`);
    if (!this.bias) parts.push(`bias=${repr(this.bias)}`);
    if (this.batch_first) parts.push('batch_first=True');
    if (this.dropout !== 0) parts.push(`dropout=${this.dropout}`);
    if (this.bidirectional) parts.push('bidirectional=True');
    return parts.join(', ');
  }
}
const spec = {
  input_size: needed<number>(),
  hidden_size: needed<number>(),
  num_layers: 1,
  bias: true,
  batch_first: false,
  dropout: 0,
  bidirectional: false,
  ...noFactory,
};

export interface RNN {
  /** Packed sequences in, packed sequences out. */
  (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
}
/** Elman's network: h ← tanh(W_ih x + b_ih + W_hh h + b_hh). Input [L, N, in], output [L, N, D·hidden], h_n [D·layers, N, hidden]. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: a class cannot declare its own call signature
export class RNN extends Recurrent {
  readonly nonlinearity: 'tanh' | 'relu';
  constructor(
    input_size: number,
    hidden_size: number,
    num_layers?: number | RNNOptions,
    nonlinearity?: 'tanh' | 'relu' | RNNOptions,
    bias?: boolean | RNNOptions,
    batch_first?: boolean | RNNOptions,
    dropout?: number | RNNOptions,
    bidirectional?: boolean,
  );
  constructor(...args: unknown[]) {
    const { input_size, hidden_size, num_layers, ...rest } = spec;
    const { nonlinearity, ...o } = bindArguments('RNN', args, {
      input_size,
      hidden_size,
      num_layers,
      nonlinearity: 'tanh' as 'tanh' | 'relu',
      ...rest,
    });
    if (nonlinearity !== 'tanh' && nonlinearity !== 'relu')
      throw new ValueError(`Unknown nonlinearity '${String(nonlinearity)}'. Select from 'tanh' or 'relu'.`);
    super(nonlinearity === 'tanh' ? 'RNN_TANH' : 'RNN_RELU', 1, o);
    this.nonlinearity = nonlinearity;
  }
  forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
  forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h_n: Tensor];
  forward(input: Tensor | PackedSequence, hx: Tensor | null = null): [output: Tensor | PackedSequence, h_n: Tensor] {
    const [output, [h]] = this._forward(
      input,
      hx ? [hx] : null,
      1,
      simple(this.nonlinearity === 'tanh' ? (t) => t.tanh() : (t) => t.relu()),
    );
    return [output, h as Tensor];
  }
}
export interface LSTM {
  /** Packed sequences in, packed sequences out. */
  (
    input: PackedSequence,
    hx?: readonly [Tensor, Tensor] | null,
  ): [output: PackedSequence, state: [h_n: Tensor, c_n: Tensor]];
}
/**
 * Long short-term memory: gates i, f, g, o of W_ih x + b_ih + W_hh h + b_hh; c ← σ(f)·c + σ(i)·tanh(g), h ← σ(o)·tanh(c).
 * Input [L, N, in], output [L, N, D·hidden], states [D·layers, N, hidden].
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: as RNN
export class LSTM extends Recurrent {
  constructor(
    input_size: number,
    hidden_size: number,
    num_layers?: number | LSTMOptions,
    bias?: boolean | LSTMOptions,
    batch_first?: boolean | LSTMOptions,
    dropout?: number | LSTMOptions,
    bidirectional?: boolean | LSTMOptions,
    proj_size?: number,
  );
  constructor(...args: unknown[]) {
    const { device, dtype, ...rest } = spec;
    super('LSTM', 4, bindArguments('LSTM', args, { ...rest, proj_size: 0, device, dtype }));
  }
  forward(
    input: PackedSequence,
    hx?: readonly [Tensor, Tensor] | null,
  ): [output: PackedSequence, state: [h_n: Tensor, c_n: Tensor]];
  forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [output: Tensor, state: [h_n: Tensor, c_n: Tensor]];
  forward(
    input: Tensor | PackedSequence,
    hx: readonly [Tensor, Tensor] | null = null,
  ): [output: Tensor | PackedSequence, state: [h_n: Tensor, c_n: Tensor]] {
    const [output, [h, c]] = this._forward(input, hx, 2, lstm);
    return [output, [h as Tensor, c as Tensor]];
  }
}
export interface GRU {
  /** Packed sequences in, packed sequences out. */
  (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
}
/** Gated recurrent unit: r, z, n gates; n = tanh(W_in x + b_in + σ(r)·(W_hn h + b_hn)), h ← (1 − σ(z))·n + σ(z)·h. Shapes as RNN. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: as RNN
export class GRU extends Recurrent {
  constructor(
    input_size: number,
    hidden_size: number,
    num_layers?: number | RecurrentOptions,
    bias?: boolean | RecurrentOptions,
    batch_first?: boolean | RecurrentOptions,
    dropout?: number | RecurrentOptions,
    bidirectional?: boolean,
  );
  constructor(...args: unknown[]) {
    super('GRU', 3, bindArguments('GRU', args, spec));
  }
  forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
  forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h_n: Tensor];
  forward(input: Tensor | PackedSequence, hx: Tensor | null = null): [output: Tensor | PackedSequence, h_n: Tensor] {
    const [output, [h]] = this._forward(input, hx ? [hx] : null, 1, gru);
    return [output, h as Tensor];
  }
}

export interface CellOptions extends Factory {
  bias?: boolean;
}
abstract class Cell extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly bias: boolean;
  weight_ih: Parameter;
  weight_hh: Parameter;
  bias_ih: Parameter | null;
  bias_hh: Parameter | null;
  constructor(
    gates: number,
    o: {
      input_size: number;
      hidden_size: number;
      bias: boolean;
      device: string | null;
      dtype: Parameters<typeof made>[1]['dtype'];
    },
  ) {
    super();
    this.input_size = o.input_size;
    this.hidden_size = o.hidden_size;
    this.bias = o.bias;
    this.weight_ih = made([gates * o.hidden_size, o.input_size], o);
    this.weight_hh = made([gates * o.hidden_size, o.hidden_size], o);
    this.bias_ih = o.bias ? made([gates * o.hidden_size], o) : null;
    this.bias_hh = o.bias ? made([gates * o.hidden_size], o) : null;
    this.reset_parameters();
  }
  /** Draws all from U(−1/√hidden_size, 1/√hidden_size). */
  reset_parameters(): void {
    const bound = 1 / Math.sqrt(this.hidden_size);
    for (const p of this.parameters()) uniform_(p, -bound, bound);
  }
  /** @internal */
  _step(input: Tensor, given: Hidden | null, states: number, step: Step): Hidden {
    const single = input.shape.length === 1;
    const x = single ? input.unsqueeze(0) : input;
    const hidden = given
      ? given.map((h) => (single ? h.unsqueeze(0) : h))
      : Array.from({ length: states }, () => x.new_zeros([x.shape[0] ?? 0, this.hidden_size]));
    const result = step(F.linear(x, this.weight_ih, this.bias_ih), hidden, (h) =>
      F.linear(h, this.weight_hh, this.bias_hh),
    );
    return single ? result.map((h) => h.squeeze(0)) : result;
  }
  override extra_repr(): string {
    return `${this.input_size}, ${this.hidden_size}${this.bias ? '' : ', bias=False'}`;
  }
}
const cellSpec = { input_size: needed<number>(), hidden_size: needed<number>(), bias: true, ...noFactory };
/** One step of an RNN: [N, in], [N, hidden] → [N, hidden]. */
export class RNNCell extends Cell {
  readonly nonlinearity: 'tanh' | 'relu';
  constructor(
    input_size: number,
    hidden_size: number,
    bias?: boolean | (CellOptions & { nonlinearity?: 'tanh' | 'relu' }),
    nonlinearity?: 'tanh' | 'relu',
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('RNNCell', args, {
      input_size: needed<number>(),
      hidden_size: needed<number>(),
      bias: true,
      nonlinearity: 'tanh' as 'tanh' | 'relu',
      ...noFactory,
    });
    super(1, o);
    this.nonlinearity = o.nonlinearity;
  }
  override extra_repr(): string {
    return super.extra_repr() + (this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`);
  }
  forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this._step(
      input,
      hx ? [hx] : null,
      1,
      simple(this.nonlinearity === 'tanh' ? (t) => t.tanh() : (t) => t.relu()),
    )[0] as Tensor;
  }
}
/** One step of an LSTM: [N, in], [h, c] → [h, c]. */
export class LSTMCell extends Cell {
  constructor(input_size: number, hidden_size: number, bias?: boolean | CellOptions);
  constructor(...args: unknown[]) {
    super(4, bindArguments('LSTMCell', args, cellSpec));
  }
  forward(input: Tensor, hx: readonly [Tensor, Tensor] | null = null): [h: Tensor, c: Tensor] {
    const [h, c] = this._step(input, hx, 2, lstm);
    return [h as Tensor, c as Tensor];
  }
}
/** One step of a GRU: [N, in], [N, hidden] → [N, hidden]. */
export class GRUCell extends Cell {
  constructor(input_size: number, hidden_size: number, bias?: boolean | CellOptions);
  constructor(...args: unknown[]) {
    super(3, bindArguments('GRUCell', args, cellSpec));
  }
  forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this._step(input, hx ? [hx] : null, 1, gru)[0] as Tensor;
  }
}
