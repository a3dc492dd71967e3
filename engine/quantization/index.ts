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
export { DeQuantStub, QuantStub, QuantWrapper } from './stubs.ts';
export { fuse_modules, fuse_modules_qat } from './fuse.ts';
export {
  get_default_dynamic_quant_module_mappings,
  get_default_qat_module_mappings,
  get_default_qconfig_propagation_list,
  get_default_static_quant_module_mappings,
} from './mappings.ts';
export {
  add_quant_dequant,
  convert,
  get_observer_dict,
  prepare,
  prepare_qat,
  propagate_qconfig_,
  quantize,
  quantize_dynamic,
  quantize_qat,
  swap_module,
} from './quantize.ts';
