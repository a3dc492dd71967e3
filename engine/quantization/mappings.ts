// Which quantized (or quantization-aware) class takes the place of which float one.
import * as activations from '../nn/layers/activations.ts';
import { Sequential } from '../nn/layers/containers.ts';
import { Conv1d, Conv2d } from '../nn/layers/convolution.ts';
import { Dropout } from '../nn/layers/dropout.ts';
import { Linear } from '../nn/layers/linear.ts';
import { GRU, LSTM } from '../nn/layers/recurrent.ts';
import type { Module } from '../nn/module.ts';
import * as basic from './modules/basic.ts';
import * as conv from './modules/conv.ts';
import * as dynamic from './modules/dynamic.ts';
import { FloatFunctional, QFunctional } from './modules/functional.ts';
import * as nni from './modules/intrinsic.ts';
import * as linear from './modules/linear.ts';
import * as qat from './modules/qat.ts';
import type { ObserverMaker } from './partial.ts';
import {
  default_fixed_qparams_range_0to1_fake_quant,
  default_fixed_qparams_range_neg1to1_fake_quant,
} from './qconfig.ts';
import { DeQuantStub, QuantStub } from './stubs.ts';

export type FloatClass = abstract new (...args: never[]) => Module;
/** A class that makes its own of a float (or observed) module. */
export interface FromFloat {
  from_float(mod: Module): Module;
}
export type Mapping = ReadonlyMap<FloatClass | (new (...args: never[]) => Module), FromFloat>;

const staticMapping: Mapping = new Map<FloatClass, FromFloat>([
  [QuantStub, basic.Quantize],
  [DeQuantStub, basic.DeQuantize],
  [Dropout, basic.Dropout],
  [Conv1d, conv.Conv1d],
  [Conv2d, conv.Conv2d],
  [Linear, linear.Linear],
  [activations.ReLU6, basic.ReLU6],
  [FloatFunctional, QFunctional],
  [nni.ConvReLU1d, conv.ConvReLU1d],
  [nni.ConvReLU2d, conv.ConvReLU2d],
  [nni.LinearReLU, linear.LinearReLU],
  [qat.ConvBn1d, conv.Conv1d],
  [qat.ConvBn2d, conv.Conv2d],
  [qat.ConvBnReLU1d, conv.ConvReLU1d],
  [qat.ConvBnReLU2d, conv.ConvReLU2d],
  [qat.ConvReLU2d, conv.ConvReLU2d],
  [qat.LinearReLU, linear.LinearReLU],
  [qat.Linear, linear.Linear],
  [qat.Conv2d, conv.Conv2d],
]);
const qatMapping: Mapping = new Map<FloatClass, FromFloat>([
  [Conv2d, qat.Conv2d],
  [Linear, qat.Linear],
  [nni.ConvBn1d, qat.ConvBn1d],
  [nni.ConvBn2d, qat.ConvBn2d],
  [nni.ConvBnReLU1d, qat.ConvBnReLU1d],
  [nni.ConvBnReLU2d, qat.ConvBnReLU2d],
  [nni.ConvReLU2d, qat.ConvReLU2d],
  [nni.LinearReLU, qat.LinearReLU],
]);
const dynamicMapping: Mapping = new Map<FloatClass, FromFloat>([
  [Linear, dynamic.Linear],
  [LSTM, dynamic.LSTM],
  [GRU, dynamic.GRU],
]);
export const get_default_static_quant_module_mappings = (): Mapping => new Map(staticMapping);
export const get_default_qat_module_mappings = (): Mapping => new Map(qatMapping);
export const get_default_dynamic_quant_module_mappings = (): Mapping => new Map(dynamicMapping);

/** The classes whose outputs `prepare` observes. */
export const get_default_qconfig_propagation_list = (): Set<FloatClass> =>
  new Set<FloatClass>([...staticMapping.keys(), ...qatMapping.keys(), ...dynamicMapping.keys(), Sequential]);

const specialOutputs = new Map<FloatClass, ObserverMaker>([
  [activations.Hardsigmoid, default_fixed_qparams_range_0to1_fake_quant],
  [activations.Sigmoid, default_fixed_qparams_range_0to1_fake_quant],
  [activations.Softmax, default_fixed_qparams_range_0to1_fake_quant],
  [activations.Tanh, default_fixed_qparams_range_neg1to1_fake_quant],
]);
/** @internal the observer of an activation whose range is known; null: the QConfig's */
export const specialOutputOf = (m: Module): ObserverMaker | null =>
  specialOutputs.get(m.constructor as FloatClass) ?? null;
