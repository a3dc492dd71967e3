// QConfig and its defaults: which observers (or fake quantizations) a layer's output and weight get.
import { AssertionError, ValueError } from '../device/device.ts';
import { float16, qint8, quint8 } from '../dtype.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { Identity } from '../nn/layers/linear.ts';
import { Module } from '../nn/module.ts';
import { FakeQuantize, FixedQParamsFakeQuantize, FusedMovingAvgObsFakeQuantize } from './fake-quantize.ts';
import { HistogramObserver } from './histogram.ts';
import {
  FixedQParamsObserver,
  MinMaxObserver,
  MovingAverageMinMaxObserver,
  MovingAveragePerChannelMinMaxObserver,
  PerChannelMinMaxObserver,
  PlaceholderObserver,
  RecordingObserver,
} from './observer.ts';
import type { ObserverMaker } from './partial.ts';
import {
  per_channel_affine_float_qparams,
  per_channel_symmetric,
  per_tensor_affine,
  per_tensor_symmetric,
} from './qscheme.ts';

/** How a layer is quantized: makers of the observers of its output (`activation`) and of its weight. */
export class QConfig {
  readonly activation: ObserverMaker;
  readonly weight: ObserverMaker;
  constructor(activation: ObserverMaker, weight: ObserverMaker);
  constructor(options: { activation: ObserverMaker; weight: ObserverMaker });
  constructor(...args: unknown[]) {
    const o = bindArguments('QConfig', args, {
      activation: needed<ObserverMaker>(),
      weight: needed<ObserverMaker>(),
    });
    for (const one of [o.activation, o.weight] as readonly unknown[])
      if (one instanceof Module)
        throw new ValueError(
          'QConfig received observer instance, please pass observer class instead. Use MyObserver.with_args({ x: 1 }) to override arguments to constructor if needed',
        );
    this.activation = o.activation;
    this.weight = o.weight;
  }
  toString(): string {
    const name = (m: ObserverMaker): string => ('keywords' in m ? m.toString() : m.name);
    return `QConfig(activation=${name(this.activation)}, weight=${name(this.weight)})`;
  }
}

// Observers
export const default_observer = MinMaxObserver.with_args({ quant_min: 0, quant_max: 127 });
export const default_placeholder_observer = PlaceholderObserver;
export const default_debug_observer = RecordingObserver;
export const default_weight_observer = MinMaxObserver.with_args({ dtype: qint8, qscheme: per_tensor_symmetric });
export const weight_observer_range_neg_127_to_127 = MinMaxObserver.with_args({
  dtype: qint8,
  qscheme: per_tensor_symmetric,
  quant_min: -127,
  quant_max: 127,
  eps: 2 ** -12,
});
export const default_histogram_observer = HistogramObserver.with_args({ quant_min: 0, quant_max: 127 });
export const default_per_channel_weight_observer = PerChannelMinMaxObserver.with_args({
  dtype: qint8,
  qscheme: per_channel_symmetric,
});
export const per_channel_weight_observer_range_neg_127_to_127 = PerChannelMinMaxObserver.with_args({
  dtype: qint8,
  qscheme: per_channel_symmetric,
  quant_min: -127,
  quant_max: 127,
  eps: 2 ** -12,
});
export const default_dynamic_quant_observer = PlaceholderObserver.with_args({ dtype: quint8, compute_dtype: quint8 });
export const default_float_qparams_observer = PerChannelMinMaxObserver.with_args({
  dtype: quint8,
  qscheme: per_channel_affine_float_qparams,
  ch_axis: 0,
});
const fixed = (scale: number, zero_point: number) =>
  FixedQParamsObserver.with_args({ scale, zero_point, dtype: quint8, quant_min: 0, quant_max: 255 });
export const default_fixed_qparams_range_neg1to1_observer = fixed(2 / 256, 128);
export const default_fixed_qparams_range_0to1_observer = fixed(1 / 256, 0);
export const default_symmetric_fixed_qparams_observer = default_fixed_qparams_range_neg1to1_observer;
export const default_affine_fixed_qparams_observer = default_fixed_qparams_range_0to1_observer;

// Fake quantizations
const activation = { observer: MovingAverageMinMaxObserver, quant_min: 0, quant_max: 255 };
const weight = { quant_min: -128, quant_max: 127, dtype: qint8 };
const tensorWeight = { ...weight, observer: MovingAverageMinMaxObserver, qscheme: per_tensor_symmetric };
const channelWeight = { ...weight, observer: MovingAveragePerChannelMinMaxObserver, qscheme: per_channel_symmetric };
export const default_fake_quant = FakeQuantize.with_args({
  ...activation,
  dtype: quint8,
  qscheme: per_tensor_affine,
  reduce_range: true,
});
export const default_weight_fake_quant = FakeQuantize.with_args({ ...tensorWeight, reduce_range: false });
export const default_dynamic_fake_quant = FakeQuantize.with_args({
  ...activation,
  dtype: quint8,
  averaging_constant: 1,
});
export const default_fixed_qparams_range_neg1to1_fake_quant = FixedQParamsFakeQuantize.with_args({
  observer: default_fixed_qparams_range_neg1to1_observer,
});
export const default_fixed_qparams_range_0to1_fake_quant = FixedQParamsFakeQuantize.with_args({
  observer: default_fixed_qparams_range_0to1_observer,
});
export const default_per_channel_weight_fake_quant = FakeQuantize.with_args({
  ...channelWeight,
  reduce_range: false,
  ch_axis: 0,
});
export const default_histogram_fake_quant = FakeQuantize.with_args({
  observer: HistogramObserver,
  quant_min: 0,
  quant_max: 255,
  dtype: quint8,
  qscheme: per_tensor_affine,
  reduce_range: true,
});
export const default_fused_act_fake_quant = FusedMovingAvgObsFakeQuantize.with_args({ ...activation, dtype: quint8 });
export const default_fused_wt_fake_quant = FusedMovingAvgObsFakeQuantize.with_args(tensorWeight);
export const default_fused_per_channel_wt_fake_quant = FusedMovingAvgObsFakeQuantize.with_args(channelWeight);

// QConfigs
const qconfig = (a: ObserverMaker, w: ObserverMaker): QConfig => new QConfig(a, w);
export const default_qconfig = qconfig(default_observer, default_weight_observer);
export const default_debug_qconfig = qconfig(default_debug_observer, default_weight_observer);
export const default_per_channel_qconfig = qconfig(default_observer, default_per_channel_weight_observer);
export const default_dynamic_qconfig = qconfig(default_dynamic_quant_observer, default_weight_observer);
export const per_channel_dynamic_qconfig = qconfig(default_dynamic_quant_observer, default_per_channel_weight_observer);
export const float16_dynamic_qconfig = qconfig(
  PlaceholderObserver.with_args({ dtype: float16, compute_dtype: float16 }),
  PlaceholderObserver.with_args({ dtype: float16 }),
);
export const float_qparams_weight_only_qconfig = qconfig(default_placeholder_observer, default_float_qparams_observer);
export const default_qat_qconfig = qconfig(default_fake_quant, default_weight_fake_quant);
export const default_dynamic_qat_qconfig = qconfig(default_dynamic_fake_quant, default_weight_fake_quant);
export const default_weight_only_qconfig = qconfig(Identity, default_weight_fake_quant);
export const default_activation_only_qconfig = qconfig(default_fake_quant, Identity);
export const default_qat_qconfig_v2 = qconfig(default_fused_act_fake_quant, default_fused_wt_fake_quant);

/** 'fbgemm' and 'x86' leave one bit of activations unused, 'qnnpack' has one scale for a whole weight; null for other names. */
const backends: Readonly<Record<string, { readonly reduce_range: boolean; readonly perChannel: boolean }>> = {
  fbgemm: { reduce_range: true, perChannel: true },
  x86: { reduce_range: true, perChannel: true },
  onednn: { reduce_range: false, perChannel: true },
  qnnpack: { reduce_range: false, perChannel: false },
};
const checkVersion = (version: number, latest: number, name: string): void => {
  if (!(Number.isInteger(version) && version >= 0 && version <= latest))
    throw new AssertionError(`Version number: ${version} in ${name} is not supported.`);
};
/** The QConfig for calibrated (static) quantization on a backend: 'fbgemm', 'qnnpack', 'onednn' or 'x86'. */
export function get_default_qconfig(backend = 'fbgemm', version = 0): QConfig {
  checkVersion(version, 0, 'get_default_qconfig');
  const b = backends[backend];
  if (!b) return default_qconfig;
  return qconfig(
    HistogramObserver.with_args({ reduce_range: b.reduce_range }),
    b.perChannel ? default_per_channel_weight_observer : default_weight_observer,
  );
}
/** The QConfig for quantization-aware training; version 1 has the fused modules, version 0 FakeQuantize. */
export function get_default_qat_qconfig(backend = 'fbgemm', version = 1): QConfig {
  checkVersion(version, 1, 'get_default_qat_qconfig');
  const b = backends[backend];
  if (!b) return version === 0 ? default_qat_qconfig : default_qat_qconfig_v2;
  const options = { ...activation, reduce_range: b.reduce_range };
  return version === 0
    ? qconfig(
        FakeQuantize.with_args(options),
        b.perChannel ? default_per_channel_weight_fake_quant : default_weight_fake_quant,
      )
    : qconfig(
        FusedMovingAvgObsFakeQuantize.with_args(options),
        b.perChannel ? default_fused_per_channel_wt_fake_quant : default_fused_wt_fake_quant,
      );
}
