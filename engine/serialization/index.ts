// `torch.save` and `torch.load`: PyTorch's zip and pickle format as bytes, for there is no file system here.
// Not for: code. Whole modules are refused; save their `state_dict()`.
import { dtypeNamed } from '../dtype.ts';
import { fromBytes, toBytes } from '../interop.ts';
import { Parameter } from '../nn/parameter.ts';
import { numelOf, setRequiresGrad, Tensor } from '../tensor.ts';
import { CheckpointError } from './error.ts';
import { decodeText, encodeText } from './utf8.ts';
import { pickle } from './pickler.ts';
import { storageNames } from './storages.ts';
import { Global, unpickle } from './unpickler.ts';
import { type Entry, readZip, writeZip } from './zip.ts';

const depthMax = 500;
class Stored {
  readonly tensor: Tensor;
  constructor(tensor: Tensor) {
    this.tensor = tensor;
  }
}

/**
 * The bytes of a PyTorch checkpoint (`torch.load` of Python reads them, with `weights_only` too). Tensors that share
 * memory still share it when loaded. Arrays become lists; an integral number becomes an int, any other a float; a plain
 * object becomes a dict, whose keys are ints when all look like indices and not all values are tensors (as an
 * optimizer's `state`); a Map keeps its keys. Throws on anything else, and on an object that contains itself.
 */
export function save(obj: unknown): Uint8Array<ArrayBuffer> {
  const keys = new Map<unknown, string>();
  const data: Entry[] = [];
  const pickled = pickle(obj, (t) => {
    const known = keys.get(t.storage);
    if (known !== undefined) return known;
    const key = String(keys.size);
    keys.set(t.storage, key);
    data.push({ name: `archive/data/${key}`, bytes: toBytes(new Tensor(t.storage, [t.storage.length], [1], 0)) });
    return key;
  });
  const text = (name: string, content: string): Entry => ({ name, bytes: encodeText(content) });
  const head = { name: 'archive/data.pkl', bytes: pickled };
  return writeZip([head, text('archive/byteorder', 'little'), ...data, text('archive/version', '3\n')]);
}

/**
 * What a checkpoint of PyTorch (1.6 or later) or of `save` holds. Reads as `weights_only=True`: tensors and plain data,
 * any other global is refused by name. Lists and tuples become arrays; a dict whose keys are all strings, or all
 * non-negative ints, becomes a plain object, any other a Map; an int beyond 2^53 a bigint. Throws on damaged files.
 */
export function load(bytes: Uint8Array): unknown {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new CheckpointError(
      bytes[0] === 0x80
        ? "this is PyTorch's format from before 1.6; load it in Python and save it again"
        : 'this is not a checkpoint: torch.load reads the zip format of PyTorch 1.6 and later',
    );
  const files = readZip(bytes);
  const root = [...files.keys()].find((name) => name.endsWith('/data.pkl'))?.slice(0, -'data.pkl'.length);
  const pickled = files.get(`${root}data.pkl`);
  if (root === undefined || !pickled) throw new CheckpointError('this zip file holds no data.pkl');
  const order = files.get(`${root}byteorder`);
  if (order && decodeText(order) !== 'little') throw new CheckpointError('only little-endian checkpoints are read');
  const storages = new Map<string, Stored>();
  const size = (x: unknown): x is number => Number.isSafeInteger(x) && Number(x) >= 0;
  const sizes = (x: unknown): x is number[] => Array.isArray(x) && x.length <= 64 && x.every(size);
  const value = unpickle(pickled, {
    storage([kind, type, key, , numel]) {
      const dtype = Object.entries(storageNames).find(([, n]) => type instanceof Global && type.name === `torch.${n}`);
      if (kind !== 'storage' || !dtype || typeof key !== 'string' || !size(numel))
        throw new CheckpointError('damaged checkpoint: bad storage');
      const known = storages.get(key);
      const data = files.get(`${root}data/${key}`);
      if (!data) throw new CheckpointError(`damaged checkpoint: storage '${key}' is missing`);
      if (known) {
        if (known.tensor.dtype.name === dtype[0]) return known;
        throw new CheckpointError(`damaged checkpoint: storage '${key}' has two dtypes`);
      }
      const width = dtypeNamed(dtype[0]).itemsize;
      if (data.length !== numel * width)
        throw new CheckpointError(
          `damaged checkpoint: storage '${key}' holds ${data.length} bytes, not ${numel * width}`,
        );
      const made = new Stored(fromBytes(dtype[0], [numel], data));
      storages.set(key, made);
      return made;
    },
    tensor([stored, offset, shape, strides, requiresGrad]) {
      if (!(stored instanceof Stored) || !size(offset) || !sizes(shape) || !sizes(strides))
        throw new CheckpointError('damaged checkpoint: bad tensor');
      const { storage } = stored.tensor;
      const n = numelOf(shape);
      const last = shape.reduce((sum, d, i) => sum + (d - 1) * (strides[i] ?? 0), offset);
      if (shape.length !== strides.length || !size(n) || (n > 0 ? last >= storage.length : offset > storage.length))
        throw new CheckpointError(`damaged checkpoint: a tensor of shape [${shape}] reaches outside its storage`);
      const made = new Tensor(storage, [...shape], [...strides], offset);
      if (requiresGrad === true) asLeaf(made);
      return made;
    },
    parameter([tensor, requiresGrad]) {
      if (!(tensor instanceof Tensor)) throw new CheckpointError('damaged checkpoint: bad parameter');
      const made = new Parameter(tensor, false);
      if (requiresGrad === true) asLeaf(made);
      return made;
    },
  });
  return finish(value, new Map(), 0);
}

function asLeaf(t: Tensor): void {
  if (!t.dtype.is_floating_point) throw new CheckpointError(`damaged checkpoint: ${t.dtype} cannot require a gradient`);
  setRequiresGrad(t, true);
}

/** The pickle's dicts as plain objects where that keeps their keys. */
function finish(value: unknown, done: Map<unknown, unknown>, depth: number): unknown {
  if (value instanceof Stored || value instanceof Global)
    throw new CheckpointError('damaged checkpoint: a storage or type stands where a value should');
  if (!Array.isArray(value) && !(value instanceof Map)) return value;
  if (depth > depthMax) throw new CheckpointError('damaged checkpoint: nested too deep');
  if (done.has(value)) {
    if (done.get(value) === null) throw new CheckpointError('damaged checkpoint: the object contains itself');
    return done.get(value);
  }
  done.set(value, null);
  let made: unknown;
  if (Array.isArray(value)) made = value.map((item) => finish(item, done, depth + 1));
  else {
    const entries = [...value].map(([k, v]) => [finish(k, done, depth + 1), finish(v, done, depth + 1)] as const);
    const strings = entries.every(([k]) => typeof k === 'string');
    const ints = entries.every(([k]) => Number.isSafeInteger(k) && Number(k) >= 0);
    made = strings || ints ? Object.fromEntries(entries) : new Map(entries);
  }
  done.set(value, made);
  return made;
}
