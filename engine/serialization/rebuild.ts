// Storages and the tensors on them, as a checkpoint describes them: every claim is checked against the bytes that are there.
import type { Device } from '../device/device.ts';
import { DType, dtypeNamed, dtypes } from '../dtype.ts';
import { fromBytes } from '../interop.ts';
import { Parameter } from '../nn/parameter.ts';
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
  Object.values(dtypes).map((dtype) => [`torch.${storageNames[dtype.name]}`, dtype]),
);

/** A storage that a persistent id names; its elements are read when the first tensor wants them. */
export class Stored {
  readonly key: string;
  /** null for an untyped one: the tensors on it say their dtype. */
  readonly dtype: DType | null;
  readonly #bytes: Uint8Array;
  readonly #device: Device;
  #elements: Tensor | null = null;

  constructor(key: string, dtype: DType | null, bytes: Uint8Array, device: Device) {
    this.key = key;
    this.dtype = dtype;
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
      if (known && known.dtype !== dtype) throw damaged(`storage '${key}' has two dtypes`);
      const stored = known ?? new Stored(key, dtype, data, deviceFor(location));
      storages.set(key, stored);
      return stored;
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

function asLeaf(t: Tensor): void {
  if (!t.dtype.is_floating_point) throw damaged(`${t.dtype} cannot require a gradient`);
  setRequiresGrad(t, true);
}
