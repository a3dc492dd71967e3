// `torch.save` and `torch.load`: PyTorch's own files as bytes, for there is no file system here.
// Not for: code. Whole modules are refused; save their `state_dict()`.
import { cpu } from '../device/cpu/cpu.ts';
import { type Device, deviceNamed, hasDevice, RuntimeError } from '../device/device.ts';
import { toBytes } from '../interop.ts';
import { Tensor } from '../tensor.ts';
import { bytesOf, CheckpointError } from './error.ts';
import { readLegacy } from './legacy.ts';
import { pickle } from './pickler.ts';
import { plain } from './plain.ts';
import { rebuildFrom } from './rebuild.ts';
import { unpickle } from './unpickler.ts';
import { decodeText, encodeText } from './utf8.ts';
import { type Entry, isZip, readZip, writeZip } from './zip.ts';

/**
 * The bytes of a PyTorch checkpoint (`torch.load` of Python reads them, with `weights_only` too). Tensors that share
 * memory still share it when loaded. Arrays become lists; an integral number becomes an int, any other a float; a plain
 * object becomes a dict, whose keys are ints when all look like indices and not all values are tensors (as an
 * optimizer's `state`); a Map keeps its keys. Throws on anything else, and on an object that contains itself.
 */
export function save(obj: unknown): Uint8Array<ArrayBuffer> {
  return writeArchive(obj, []);
}
/** @internal a checkpoint with records of one's own beside it, which those who read the checkpoint leave alone */
export function writeArchive(obj: unknown, more: readonly Entry[]): Uint8Array<ArrayBuffer> {
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
  return writeZip([head, text('archive/byteorder', 'little'), ...data, ...more, text('archive/version', '3\n')]);
}

/** Where storages go: a device's name for all, or names by the device they were saved from; back to that device if not said. */
export type MapLocation = string | Readonly<Record<string, string>> | null;
export interface LoadOptions {
  map_location?: MapLocation;
  /** Only `true` is offered: no file can run code. */
  weights_only?: boolean;
}
const isOptions = (x: MapLocation | LoadOptions): x is LoadOptions =>
  typeof x === 'object' && x !== null && ('map_location' in x || 'weights_only' in x || Object.keys(x).length === 0);

/**
 * What a checkpoint of PyTorch (also from before 1.6) or of `save` holds. Reads as `weights_only=True`: tensors and plain
 * data, any other global is refused by name. Lists and tuples become arrays, sets Sets, bytes a Uint8Array; a dict whose
 * keys are all strings, or all non-negative ints, becomes a plain object, any other a Map; an int beyond 2^53 a bigint.
 * Elements of int64 tensors beyond 2^53 are rounded to the nearest double. Throws on damaged files.
 */
export function load(
  bytes: Uint8Array,
  map_location: MapLocation | LoadOptions = null,
  options: Omit<LoadOptions, 'map_location'> = {},
): unknown {
  const given: LoadOptions = isOptions(map_location) ? map_location : { ...options, map_location };
  if (given.weights_only === false)
    throw new CheckpointError('torch.load reads with weights_only=True only: no file can run code here');
  const where = given.map_location ?? null;
  const deviceFor = (location: string): Device => {
    const name = typeof where === 'string' ? where : where && Object.hasOwn(where, location) ? where[location] : null;
    if (name != null) return deviceNamed(name);
    if (!location.startsWith('cuda')) return cpu;
    if (!hasDevice('cuda'))
      throw new RuntimeError(
        "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only machine, please use torch.load with map_location='cpu' to map your storages to the CPU.",
      );
    return deviceNamed(location);
  };
  const file = bytesOf(bytes, 'torch.load');
  if (isZip(file)) return plain(readArchive(file, deviceFor));
  if (file[0] === 0x80 && (file[1] ?? 0) > 0) return plain(readLegacy(file, deviceFor));
  throw new CheckpointError(`this is not a checkpoint of torch.save${kindOf(file)}`);
}
function kindOf(file: Uint8Array): string {
  if (file.length === 0) return ': the file is empty';
  if (file.length > 9 && file[8] === 0x7b) return ': it looks like safetensors, which safetensors.load reads';
  if (decodesTo(file.subarray(257, 262), 'ustar')) return ': it is a tar file, as PyTorch wrote before 0.1.10';
  return ', which starts as a zip file or as a pickle';
}
const decodesTo = (bytes: Uint8Array, text: string): boolean => {
  const wanted = encodeText(text);
  return bytes.length === wanted.length && bytes.every((b, i) => b === wanted[i]);
};

function readArchive(file: Uint8Array, deviceFor: (location: string) => Device): unknown {
  const files = readZip(file, (name) =>
    name.includes('/code/')
      ? new CheckpointError('this is a TorchScript archive of torch.jit.save, which holds code; save a state_dict()')
      : new CheckpointError(`'${name}' is compressed or encrypted; PyTorch stores its entries plainly`),
  );
  const root = [...files.keys()].find((name) => name.endsWith('/data.pkl'))?.slice(0, -'data.pkl'.length);
  const pickled = files.get(`${root}data.pkl`);
  if (root === undefined || !pickled)
    throw new CheckpointError('this zip file is not a checkpoint: it holds no data.pkl');
  const order = files.get(`${root}byteorder`);
  if (order && decodeText(order) !== 'little') throw new CheckpointError('only little-endian checkpoints are read');
  return unpickle(
    pickled,
    rebuildFrom((key) => files.get(`${root}data/${key}`), deviceFor),
  ).value;
}
