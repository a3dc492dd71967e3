// Storages and the tensors on them, as a checkpoint describes them: every claim is checked against the bytes that are there.
import type { Device } from '../device/device.ts';
import { DType, dtypeNamed, dtypes, isQuantized, quantizedDtypes } from '../dtype.ts';
import { fromBytes } from '../interop.ts';
import { Parameter } from '../nn/parameter.ts';
import {
  per_channel_affine,
  per_channel_affine_float_qparams,
  per_tensor_affine,
  QScheme,
} from '../quantization/qscheme.ts';
import { codeType, perTensor, quantizedOf, type Quantizer } from '../quantization/quantizer.ts';
import { fromValues, numelOf, setRequiresGrad, Tensor, valuesOf } from '../tensor.ts';
import { CheckpointError, damaged } from './error.ts';
import { storageNames } from './storages.ts';
import { isGlobal, type Rebuild } from './unpickler.ts';

/** Elements of a tensor: only one that repeats its memory, with a stride of 0, can have more than its file has bytes. */
const numelMax = 2 ** 31;
const ndimMax = 64;

const isSize = (x: unknown): x is number => Number.isSafeInteger(x) && Number(x) >= 0;
const isSizes = (x: unknown): x is number[] => Array.isArray(x) && x.length <= ndimMax && x.every(isSize);

const dtypeOfStorage = new Map<string, DType>(
  [...Object.values(dtypes), ...Object.values(quantizedDtypes)].map((dtype: DType) => [
    `torch.${storageNames[dtype.name]}`,
    dtype,
  ]),
);

/** A storage that a persistent id names; its elements are read when the first tensor wants them. */
export class Stored {
  readonly key: string;
  /** As the file says: for codes the dtype of the quantized tensors on them. */
  readonly claimed: DType | null;
  /** null for an untyped one: the tensors on it say their dtype. */
  readonly dtype: DType | null;
  readonly #bytes: Uint8Array;
  readonly #device: Device;
  #elements: Tensor | null = null;

  constructor(key: string, dtype: DType | null, bytes: Uint8Array, device: Device) {
    this.key = key;
    this.claimed = dtype;
    this.dtype = dtype && codeType(dtype);
    this.#bytes = bytes;
    this.#device = device;
  }
  /** All elements, in one dtype for all tensors on it. */
  elements(asked: DType): Tensor {
    const made = this.#elements;
    if ((made?.dtype ?? this.dtype ?? asked) !== asked)
      throw new CheckpointError(`storage '${this.key}' is used with two dtypes, which is not supported`);
    if (made) return made;
    const length = Math.floor(this.#bytes.length / asked.itemsize);
    const read = fromBytes(asked.name, [length], this.#bytes.subarray(0, length * asked.itemsize));
    const { storage } = read;
    this.#elements =
      storage.device === this.#device
        ? read
        : fromValues(valuesOf(read), [length], dtypeNamed(asked.name), this.#device);
    return this.#elements;
  }
}

/** How many bytes a persistent id claims, under which key and dtype; throws where it claims nothing possible. */
export interface Claim {
  readonly key: string;
  readonly dtype: DType | null;
  readonly bytes: number;
  readonly location: string;
}
export function claimOf([kind, type, key, location, numel, view]: readonly unknown[]): Claim {
  const dtype = isGlobal(type) ? (dtypeOfStorage.get(type.name) ?? null) : null;
  const untyped = isGlobal(type) && type.name === 'torch.UntypedStorage';
  if (kind !== 'storage' || (!dtype && !untyped) || typeof key !== 'string' || !isSize(numel))
    throw damaged('bad storage');
  if (view != null)
    throw new CheckpointError('storages that are views of others (PyTorch before 0.4) are not supported');
  return { key, dtype, bytes: numel * (dtype?.itemsize ?? 1), location: String(location) };
}

export function rebuildFrom(
  record: (key: string) => Uint8Array | undefined,
  deviceFor: (location: string) => Device,
): Rebuild {
  const storages = new Map<string, Stored>();
  return {
    storage(id) {
      const { key, dtype, bytes, location } = claimOf(id);
      const data = record(key);
      if (!data) throw damaged(`storage '${key}' is missing`);
      if (data.length !== bytes) throw damaged(`storage '${key}' holds ${data.length} bytes, not ${bytes}`);
      const known = storages.get(key);
      if (known && known.claimed !== dtype) throw damaged(`storage '${key}' has two dtypes`);
      const stored = known ?? new Stored(key, dtype, data, deviceFor(location));
      storages.set(key, stored);
      return stored;
    },
    quantized([stored, offset, shape, strides, parameters]) {
      if (!(stored instanceof Stored) || !stored.claimed || !isQuantized(stored.claimed) || !Array.isArray(parameters))
        throw damaged('bad quantized tensor');
      const codes = this.tensor([stored, offset, shape, strides, false], undefined);
      if (!(codes instanceof Tensor)) throw damaged('bad quantized tensor');
      return quantizedOf(codes, stored.claimed, quantizerFrom(parameters, codes.shape));
    },
    tensor([stored, offset, shape, strides, requiresGrad], given) {
      if (!(stored instanceof Stored) || !isSize(offset) || !isSizes(shape) || !isSizes(strides))
        throw damaged('bad tensor');
      const dtype = given === undefined ? stored.dtype : given;
      if (!(dtype instanceof DType)) throw damaged('a tensor of no dtype');
      const { storage } = stored.elements(dtype);
      const n = numelOf(shape);
      const last = shape.reduce((sum, d, i) => sum + (d - 1) * (strides[i] ?? 0), offset);
      if (shape.length !== strides.length || !isSize(n) || (n > 0 ? last >= storage.length : offset > storage.length))
        throw damaged(`a tensor of shape [${shape}] reaches outside its storage`);
      if (n > numelMax) throw new CheckpointError(`a tensor of shape [${shape}] has too many elements`);
      const made = new Tensor(storage, [...shape], [...strides], offset);
      if (requiresGrad === true) asLeaf(made);
      return made;
    },
    parameter(tensor, requiresGrad) {
      if (!(tensor instanceof Tensor)) throw damaged('bad parameter');
      const made = new Parameter(tensor, false);
      if (requiresGrad === true) asLeaf(made);
      return made;
    },
  };
}

/** (scheme, scale, zero_point) or (scheme, scales, zero_points, axis). */
function quantizerFrom([scheme, first, second, axis]: readonly unknown[], shape: readonly number[]): Quantizer {
  if (scheme === per_tensor_affine && typeof first === 'number' && typeof second === 'number')
    return perTensor(first, second);
  const channels = typeof axis === 'number' ? shape[axis] : undefined;
  if (
    !(scheme instanceof QScheme) ||
    (scheme !== per_channel_affine && scheme !== per_channel_affine_float_qparams) ||
    typeof axis !== 'number' ||
    !(first instanceof Tensor && second instanceof Tensor) ||
    first.shape.join() !== String(channels) ||
    second.shape.join() !== String(channels)
  )
    throw damaged('bad quantizer');
  return { qscheme: scheme, scales: first, zero_points: second, axis };
}

function asLeaf(t: Tensor): void {
  if (!t.dtype.is_floating_point) throw damaged(`${t.dtype} cannot require a gradient`);
  setRequiresGrad(t, true);
}
