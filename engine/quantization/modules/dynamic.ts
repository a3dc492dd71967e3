// `torch.nn.quantized.dynamic`: layers with qint8 weights that quantize their inputs as they come. Floats in, floats out.
import { AssertionError, RuntimeError } from '../../device/device.ts';
import { type DType, qint8 } from '../../dtype.ts';
import { Linear as FloatLinear } from '../../nn/layers/linear.ts';
import { GRU as FloatGRU, LSTM as FloatLSTM } from '../../nn/layers/recurrent.ts';
import type { Module, StateDict } from '../../nn/module.ts';
import { Tensor } from '../../tensor.ts';
import { dynamicLinear } from '../layers.ts';
import { quantizerOf } from '../quantizer.ts';
import { LinearReLU as FloatLinearReLU } from './intrinsic.ts';
import { affineOf, Linear as StaticLinear } from './linear.ts';
import { emptyWeight, loadsOwn, quantizeWeight, saveInto, weightObserver } from './weight.ts';

/** y = x · Wᵀ + b with W in qint8 and x [*, in_features] (float32) quantized by its own range; [*, out_features] out. */
export class Linear extends StaticLinear {
  override forward(x: Tensor): Tensor {
    return dynamicLinear(x, this.weight(), this.bias(), true);
  }
  override _get_name(): string {
    return 'DynamicQuantizedLinear';
  }
  override extra_repr(): string {
    return `in_features=${this.in_features}, out_features=${this.out_features}, dtype=${this._packed_params.dtype}, qscheme=${quantizerOf(this.weight()).qscheme}`;
  }
  /** Of a float layer with a QConfig. */
  static override from_float(mod: Module): Linear {
    const layer = mod instanceof FloatLinearReLU ? mod.at(0) : mod;
    if (!(layer instanceof FloatLinear))
      throw new AssertionError(
        `nn.quantized.dynamic.Linear.from_float only works for Linear, but got: ${mod._get_name()}`,
      );
    const { weight, bias } = affineOf(layer);
    const made = new Linear(layer.in_features, layer.out_features, bias !== null);
    made.set_weight_bias(quantizedBy(mod, weight), bias);
    return made;
  }
}
function quantizedBy(mod: Module, weight: Tensor): Tensor {
  if (!mod.qconfig) throw new AssertionError('Input float module must have qconfig defined');
  const observer = weightObserver(mod.qconfig.weight);
  observer(weight);
  return quantizeWeight(weight, observer);
}

/** Weights and biases of one layer in one direction. */
interface Cell {
  readonly ih: readonly [weight: Tensor, bias: Tensor | null];
  readonly hh: readonly [weight: Tensor, bias: Tensor | null];
}
type Recurrent = FloatLSTM | FloatGRU;
/** Where the cell of a layer and direction has its place. */
const placeOf = (m: Recurrent, layer: number, suffix: string): number =>
  layer * (m.bidirectional ? 2 : 1) + (suffix === '' ? 0 : 1);
function emptyCells(m: Recurrent, gates: number): Cell[] {
  const directions = m.bidirectional ? 2 : 1;
  return Array.from({ length: m.num_layers * directions }, (_, i) => {
    const width = i < directions ? m.input_size : m.hidden_size * directions;
    const rows = gates * m.hidden_size;
    return { ih: [emptyWeight([rows, width]), null], hh: [emptyWeight([rows, m.hidden_size]), null] };
  });
}
function cellsFrom(mod: Recurrent): Cell[] {
  if (mod.proj_size > 0) throw new AssertionError('dynamic quantization has no LSTM with proj_size');
  if (!mod.bias) throw new AssertionError('dynamic quantization needs an LSTM or GRU with bias');
  const suffixes = mod.bidirectional ? ['', '_reverse'] : [''];
  const part = (which: string, layer: number, suffix: string): readonly [Tensor, Tensor | null] => [
    quantizedBy(mod, mod.get_parameter(`weight_${which}_l${layer}${suffix}`)),
    mod.get_parameter(`bias_${which}_l${layer}${suffix}`).detach().clone(),
  ];
  return Array.from({ length: mod.num_layers }, (_, layer) =>
    suffixes.map((suffix) => ({ ih: part('ih', layer, suffix), hh: part('hh', layer, suffix) })),
  ).flat();
}
const product = (m: Recurrent, cells: readonly Cell[], which: 'ih' | 'hh', layer: number, suffix: string) => {
  const [weight, bias] = (cells[placeOf(m, layer, suffix)] as Cell)[which];
  return (t: Tensor): Tensor => dynamicLinear(t, weight, bias, true);
};
const keyOf = (i: number): string => `_all_weight_values.${i}.param`;
function saveCells(cells: readonly Cell[], options: Parameters<Module['state_dict']>[0] = {}): StateDict {
  const { destination = {}, prefix = '' } = options;
  saveInto(
    destination,
    prefix,
    Object.fromEntries(cells.map(({ ih, hh }, i) => [keyOf(i), [ih[0], hh[0], ih[1], hh[1]]])),
  );
  return destination;
}
function cellFrom(entry: unknown): Cell {
  if (!Array.isArray(entry)) throw new RuntimeError('a quantized cell is [weight_ih, weight_hh, bias_ih, bias_hh]');
  const [ih, hh, ihBias, hhBias] = entry;
  const bias = (b: unknown): Tensor | null => (b instanceof Tensor ? b : null);
  if (!(ih instanceof Tensor && hh instanceof Tensor)) throw new RuntimeError('a quantized cell has two weights');
  return { ih: [ih, bias(ihBias)], hh: [hh, bias(hhBias)] };
}
const weightsOf = (cells: readonly Cell[], m: Recurrent, at: 0 | 1): Record<string, Tensor | null> =>
  Object.fromEntries(
    cells.flatMap(({ ih, hh }, i) => {
      const directions = m.bidirectional ? 2 : 1;
      const end = `l${Math.floor(i / directions)}${i % directions === 0 ? '' : '_reverse'}`;
      const kind = at === 0 ? 'weight' : 'bias';
      return [
        [`${kind}_ih_${end}`, ih[at]],
        [`${kind}_hh_${end}`, hh[at]],
      ];
    }),
  );

/** An LSTM whose products are in integers; input, output and states as those of nn.LSTM, in float32. */
export class LSTM extends FloatLSTM {
  declare _cells: readonly Cell[];
  readonly dtype: DType = qint8;
  /** @internal */
  override _make_weights(gates: number): void {
    takesCells(this, gates);
  }
  /** @internal */
  override _product(which: 'ih' | 'hh', layer: number, suffix: string): (t: Tensor) => Tensor {
    return product(this, this._cells, which, layer, suffix);
  }
  /** The qint8 weights by their names in nn.LSTM. */
  get_weight(): Record<string, Tensor | null> {
    return weightsOf(this._cells, this, 0);
  }
  get_bias(): Record<string, Tensor | null> {
    return weightsOf(this._cells, this, 1);
  }
  override state_dict(options: Parameters<Module['state_dict']>[0] = {}): StateDict {
    return saveCells(this._cells, options);
  }
  override _get_name(): string {
    return 'DynamicQuantizedLSTM';
  }
  static from_float(mod: Module): LSTM {
    if (!(mod instanceof FloatLSTM))
      throw new AssertionError('nn.quantized.dynamic.LSTM.from_float only works for nn.LSTM');
    const made = new LSTM(mod.input_size, mod.hidden_size, optionsOf(mod));
    made._cells = cellsFrom(mod);
    return made;
  }
}
/** A GRU whose products are in integers; input, output and state as those of nn.GRU, in float32. */
export class GRU extends FloatGRU {
  declare _cells: readonly Cell[];
  readonly dtype: DType = qint8;
  /** @internal */
  override _make_weights(gates: number): void {
    takesCells(this, gates);
  }
  /** @internal */
  override _product(which: 'ih' | 'hh', layer: number, suffix: string): (t: Tensor) => Tensor {
    return product(this, this._cells, which, layer, suffix);
  }
  /** The qint8 weights by their names in nn.GRU. */
  get_weight(): Record<string, Tensor | null> {
    return weightsOf(this._cells, this, 0);
  }
  get_bias(): Record<string, Tensor | null> {
    return weightsOf(this._cells, this, 1);
  }
  override state_dict(options: Parameters<Module['state_dict']>[0] = {}): StateDict {
    return saveCells(this._cells, options);
  }
  override _get_name(): string {
    return 'DynamicQuantizedGRU';
  }
  static from_float(mod: Module): GRU {
    if (!(mod instanceof FloatGRU))
      throw new AssertionError('nn.quantized.dynamic.GRU.from_float only works for nn.GRU');
    const made = new GRU(mod.input_size, mod.hidden_size, optionsOf(mod));
    made._cells = cellsFrom(mod);
    return made;
  }
}
function takesCells(m: LSTM | GRU, gates: number): void {
  m._cells = emptyCells(m, gates);
  loadsOwn(
    m,
    m._cells.map((_, i) => keyOf(i)),
    (target, entries) => {
      if (target instanceof LSTM || target instanceof GRU) target._cells = entries.map(cellFrom);
    },
  );
}
const optionsOf = (m: Recurrent) => ({
  num_layers: m.num_layers,
  bias: m.bias,
  batch_first: m.batch_first,
  dropout: m.dropout,
  bidirectional: m.bidirectional,
});
