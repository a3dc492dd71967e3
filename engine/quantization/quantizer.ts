// What a quantized tensor is: codes in a storage that knows the numbers they stand for. Views share the storage, and with
// it the quantizer. Not here: operators on quantized tensors (operators.ts, dispatch.ts).
import { NotImplementedError, RuntimeError, Storage } from '../device/device.ts';
import { type Data, type DType, float32, int32, int8, isQuantized, qint32, qint8, quint8, uint8 } from '../dtype.ts';
import { contiguousNow, contiguousStrides, fromValues, numelOf, Tensor, valuesOf } from '../tensor.ts';
import { float } from '../nn/arguments.ts';
import { isContiguous } from '../device/cpu/pointwise.ts';
import { dequantizeInto, quantizeInto, decoded } from './arithmetic.ts';
import { per_channel_affine, per_tensor_affine, type QScheme } from './qscheme.ts';

export interface PerTensor {
  readonly qscheme: QScheme;
  readonly scale: number;
  readonly zero_point: number;
}
export interface PerChannel {
  /** per_channel_affine or per_channel_affine_float_qparams. */
  readonly qscheme: QScheme;
  /** [channels]: float64, or float32 where zero points are floats too. */
  readonly scales: Tensor;
  /** [channels]: int64, or float32. */
  readonly zero_points: Tensor;
  readonly axis: number;
}
export type Quantizer = PerTensor | PerChannel;

export const perTensor = (scale: number, zero_point: number): PerTensor => ({
  qscheme: per_tensor_affine,
  scale,
  zero_point,
});

/** The memory of a quantized tensor. */
export class QuantizedStorage extends Storage {
  readonly quantizer: Quantizer;
  constructor(codes: Storage, dtype: DType, quantizer: Quantizer) {
    super(codes.device, dtype, codes.length, codes.buffer);
    this.quantizer = quantizer;
  }
}

let firstMade = (): void => {};
/** Called once, before the first quantized tensor exists: programs without any pay nothing for them. */
export const onFirstQuantized = (act: () => void): void => void (firstMade = act);

const codeTypes = new Map<DType, DType>([
  [quint8, uint8],
  [qint8, int8],
  [qint32, int32],
]);
/** The integer dtype that holds the codes. */
export const codeType = (dtype: DType): DType => codeTypes.get(dtype) ?? dtype;

/** A quantized tensor on the memory of an integer tensor of codes. */
export function quantizedOf(codes: Tensor, dtype: DType, quantizer: Quantizer): Tensor {
  firstMade();
  firstMade = () => {};
  return new Tensor(new QuantizedStorage(codes.storage, dtype, quantizer), codes.shape, codes.strides, codes.offset);
}

/** The codes of a quantized tensor, on the same memory. */
export function codesOf(t: Tensor): Tensor {
  const { storage } = t;
  const plain = new Storage(storage.device, codeType(t.dtype), storage.length, storage.buffer);
  return new Tensor(plain, t.shape, t.strides, t.offset);
}

export const isQuantizedTensor = (x: unknown): x is Tensor => x instanceof Tensor && isQuantized(x.dtype);

/** PyTorch's error for an operator that a kind of tensor does not have. */
export const couldNotRun = (operator: string, backend: 'CPU' | 'QuantizedCPU'): NotImplementedError =>
  new NotImplementedError(
    `Could not run '${operator}' with arguments from the '${backend}' backend. ${
      backend === 'CPU'
        ? "The operator takes quantized tensors: torch.quantize_per_tensor, or a QuantStub at the model's entrance, makes one."
        : 'It does not take quantized tensors: call dequantize() first, or place a DeQuantStub (QuantStub, FloatFunctional) in the model.'
    }`,
  );

export function quantizerOf(t: Tensor, asking = 'aten::qscheme'): Quantizer {
  if (t.storage instanceof QuantizedStorage) return t.storage.quantizer;
  throw couldNotRun(asking, 'CPU');
}
export function perTensorOf(t: Tensor, asking: string): PerTensor {
  const quantizer = quantizerOf(t, asking);
  if ('scale' in quantizer) return quantizer;
  throw new RuntimeError(`Expected quantizer->qscheme() == kPerTensorAffine to be true, but got false. (${asking})`);
}
export function perChannelOf(t: Tensor, asking: string): PerChannel {
  const quantizer = quantizerOf(t, asking);
  if ('scales' in quantizer) return quantizer;
  throw new RuntimeError(
    `Expected quantizer->qscheme() == kPerChannelAffine || quantizer->qscheme() == kPerChannelAffineFloatQParams to be true, but got false. (${asking})`,
  );
}

/** Row-major codes as a quantized tensor. */
export function fromCodes(codes: Data, shape: readonly number[], dtype: DType, quantizer: Quantizer): Tensor {
  return quantizedOf(fromValues(codes, shape, codeType(dtype)), dtype, quantizer);
}
/** The floating-point values of row-major elements, quantized. */
export function quantized(values: ArrayLike<number>, shape: readonly number[], dtype: DType, q: PerTensor): Tensor {
  const codes = codeType(dtype).allocate(values.length);
  quantizeInto(codes, values, q.scale, q.zero_point, dtype);
  return fromCodes(codes, shape, dtype, q);
}

/** Row-major codes, as plain numbers. */
export const codeValues = (t: Tensor): ArrayLike<number> => valuesOf(codesOf(t));

/** The channel of every row-major element is `(i / inner) mod channels`. */
export const innerSize = (shape: readonly number[], axis: number): number => numelOf(shape.slice(axis + 1));

/** float32 values of a quantized tensor, row-major. */
export function dequantized(t: Tensor): Tensor {
  const quantizer = quantizerOf(t);
  const codes = codeValues(t);
  const values = float32.allocate(codes.length);
  if ('scale' in quantizer) dequantizeInto(values, codes, quantizer.scale, quantizer.zero_point);
  else {
    const [scales, zeros] = [valuesOf(quantizer.scales), valuesOf(quantizer.zero_points)];
    const inner = innerSize(t.shape, quantizer.axis);
    const channels = scales.length;
    const wholeZeros = quantizer.qscheme === per_channel_affine;
    for (let i = 0; i < codes.length; i++) {
      const c = Math.floor(i / inner) % channels;
      values[i] = wholeZeros
        ? decoded(codes[i]!, scales[c]!, zeros[c]!)
        : Math.fround(codes[i]! - zeros[c]!) * Math.fround(scales[c]!);
    }
  }
  return new Tensor(fromValues(values, t.shape, float32).storage, t.shape, contiguousStrides(t.shape), 0);
}

/** A quantizer as PyTorch prints it behind a tensor. */
export function quantizerSuffixes(t: Tensor): string[] {
  const q = quantizerOf(t);
  const scheme: QScheme = q.qscheme;
  const described =
    'scale' in q
      ? [`scale=${float(q.scale)}`, `zero_point=${q.zero_point}`]
      : [`scale=${q.scales}`, `zero_point=${q.zero_points}`, `axis=${q.axis}`];
  return [`quantization_scheme=${scheme}`, ...described];
}

const lastChannels = [0, 2, 3, 1] as const;
/** Whether [N, C, H, W] has its channels last in memory. */
export function isChannelsLast(t: Tensor): boolean {
  const pick = (of: readonly number[]): number[] => lastChannels.map((d) => of[d] ?? 0);
  return t.shape.length === 4 && isContiguous(pick(t.shape), pick(t.strides));
}
/** The codes in the order in memory that another tensor has. */
export function inLayoutOf(like: Tensor, t: Tensor): Tensor {
  if (t.shape.length !== 4 || contiguousNow(like) || !isChannelsLast(like)) return t;
  return t
    .permute([...lastChannels])
    .contiguous()
    .permute([0, 3, 1, 2]);
}
