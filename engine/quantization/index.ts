// `torch.ao.quantization`, and `torch.quantization`, its older name: fewer bits for weights and activations. Start at
// quantize.ts (prepare, convert), qconfig.ts (what is observed how) and quantizer.ts (what a quantized tensor is).
// Not here: layers that compute on quantized tensors (modules/, which torch.nn.quantized shows).
export {
  FixedQParamsObserver,
  MinMaxObserver,
  MovingAverageMinMaxObserver,
  MovingAveragePerChannelMinMaxObserver,
  NoopObserver,
  ObserverBase,
  PerChannelMinMaxObserver,
  PlaceholderObserver,
  RecordingObserver,
  UniformQuantizationObserverBase,
} from './observer.ts';
export { HistogramObserver } from './histogram.ts';
export {
  disable_fake_quant,
  disable_observer,
  enable_fake_quant,
  enable_observer,
  FakeQuantize,
  FakeQuantizeBase,
  FixedQParamsFakeQuantize,
  FusedMovingAvgObsFakeQuantize,
} from './fake-quantize.ts';
export * from './qconfig.ts';
