// What the quantized layers share: their weights, and how these are made of float ones, printed and saved.
import { AssertionError } from '../../device/device.ts';
import { float32, qint8 } from '../../dtype.ts';
import { torch } from '../../core.ts';
import { no_grad } from '../../autograd/modes.ts';
import { Module, type StateDict } from '../../nn/module.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { codeRange } from '../arithmetic.ts';
import { alwaysBias } from '../backend.ts';
import type { QParams } from '../observer.ts';
import { makeOne, type ObserverMaker } from '../partial.ts';
import { isPerTensor, type QScheme } from '../qscheme.ts';
import { fromCodes, perTensor } from '../quantizer.ts';

/** What observes a weight: an observer, or a fake quantization with one inside. */
export interface WeightObserver extends Module {
  readonly dtype: typeof qint8;
  readonly qscheme: QScheme;
  readonly quant_min: number;
  readonly quant_max: number;
  readonly ch_axis?: number;
  forward(x: Tensor): Tensor;
  calculate_qparams(): QParams;
}
export const weightObserver = (maker: ObserverMaker): WeightObserver => asWeightObserver(makeOne(maker));
export function asWeightObserver(m: Module): WeightObserver {
  if (!('dtype' in m && 'calculate_qparams' in m)) throw new AssertionError(`${m._get_name()} observes no weight`);
  if (m.dtype !== qint8) throw new AssertionError('Weight observer must have dtype torch.qint8');
  return m as unknown as WeightObserver; // what was just asked of it
}

/** The weight in the codes that its observer chose. */
export function quantizeWeight(weight: Tensor, observer: WeightObserver): Tensor {
  return no_grad(() => {
    const [scale, zero] = observer.calculate_qparams();
    const w = weight.detach().to(float32);
    const { quant_min, quant_max, ch_axis = 0 } = observer;
    const q = isPerTensor(observer.qscheme)
      ? torch.quantize_per_tensor(w, scale, zero, qint8)
      : torch.quantize_per_channel(w, scale, zero, ch_axis, qint8);
    const [low, high] = codeRange(qint8);
    if (quant_min <= low && quant_max >= high) return q;
    const codes = q.int_repr().clamp(quant_min, quant_max);
    return isPerTensor(observer.qscheme)
      ? torch._make_per_tensor_quantized_tensor(codes, Number(scale.item()), Number(zero.item()))
      : torch._make_per_channel_quantized_tensor(codes, scale, zero, ch_axis);
  });
}
/** Codes of zero, until a weight is set. */
export const emptyWeight = (shape: readonly number[]): Tensor =>
  fromCodes(new Int8Array(shape.reduce((a, b) => a * b, 1)), shape, qint8, perTensor(1, 0));

/** A layer's bias as the kernel library keeps it. */
export const packedBias = (bias: Tensor | null, outputs: number): Tensor | null =>
  bias ? bias.detach() : alwaysBias() ? fromValues(new Float32Array(outputs), [outputs]) : null;

/** The scale and zero point of a layer's output, as its observer chose them. */
export function outputQuantizer(observer: unknown): { scale: number; zero_point: number } {
  if (
    !(observer instanceof Module) ||
    !('calculate_qparams' in observer) ||
    typeof observer.calculate_qparams !== 'function'
  )
    throw new AssertionError(
      'the layer has no activation_post_process: prepare the model, and calibrate it, before convert',
    );
  const [scale, zero]: QParams = Reflect.apply(observer.calculate_qparams, observer, []);
  return { scale: Number(scale.item()), zero_point: Number(zero.item()) };
}
export const attribute = (m: Module, name: string): unknown =>
  Object.hasOwn(m, name) ? Reflect.get(m, name) : undefined;

/** A number as state dicts hold it. */
export const scalar = (value: number, whole = false): Tensor =>
  whole ? torch.tensor(value) : torch.tensor(value, { dtype: float32 });

/** @internal puts a module's own entries where PyTorch's have their place: before those of its submodules */
export function saveInto(destination: StateDict, prefix: string, entries: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(entries)) destination[prefix + name] = value as Tensor; // any value is saved
}
/** Takes entries out of a state dict that is being loaded, so that nothing else looks for them. */
export function loadsOwn(
  module: Module,
  names: readonly string[],
  take: (module: Module, entries: readonly unknown[]) => void,
): void {
  module.register_load_state_dict_pre_hook((m, state, prefix, _, __, missing) => {
    const entries = names.map((name) => {
      const key = prefix + name;
      if (!Object.hasOwn(state, key)) missing.push(key);
      const value: unknown = state[key];
      delete state[key];
      return value;
    });
    if (entries.every((e) => e !== undefined)) take(m, entries);
  });
}
export const numberOf = (value: unknown): number =>
  Number(value instanceof Object && 'item' in value && typeof value.item === 'function' ? value.item() : value);
