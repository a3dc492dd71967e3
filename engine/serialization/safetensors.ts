// The safetensors format: a header of JSON, then the elements of every tensor. The functions of Python's safetensors.torch,
// on bytes, for there is no file system here.
import { type DTypeName, dtypeNamed } from '../dtype.ts';
import { fromBytes, toBytes } from '../interop.ts';
import { contiguousNow, numelOf, Tensor } from '../tensor.ts';
import { bytesOf, CheckpointError } from './error.ts';
import { type Json, parseJson } from './json.ts';
import { decodeText, encodeText } from './utf8.ts';
import { isZip } from './zip.ts';

/** From the widest to the narrowest, as the reference writer orders tensors, so that each stays aligned. */
const names: readonly (readonly [DTypeName, string])[] = [
  ['int64', 'I64'],
  ['float64', 'F64'],
  ['float32', 'F32'],
  ['int32', 'I32'],
  ['bfloat16', 'BF16'],
  ['float16', 'F16'],
  ['int16', 'I16'],
  ['int8', 'I8'],
  ['uint8', 'U8'],
  ['bool', 'BOOL'],
];
const headerBytesMax = 100_000_000;
const where = 'damaged safetensors header';
const bad = (why: string): CheckpointError => new CheckpointError(`damaged safetensors file: ${why}`);
const rank = (t: Tensor): number => names.findIndex(([dtype]) => dtype === t.dtype.name);

/**
 * The bytes of a safetensors file: tensors by name, and strings by name that go along. Throws, as Python's does, on tensors
 * that are not contiguous or share memory.
 */
export function save(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>> | null = null,
): Uint8Array<ArrayBuffer> {
  const owners = new Map<unknown, string>();
  const entries = Object.entries(tensors);
  for (const [name, t] of entries) {
    if (!(t instanceof Tensor))
      throw new CheckpointError(`Key \`${name}\` is invalid, expected torch.Tensor but received ${typeof t}`);
    if (name === '__metadata__' || name === '__proto__') throw new CheckpointError(`a tensor cannot be named ${name}`);
    const owner = owners.get(t.storage);
    if (owner !== undefined && numelOf(t.shape) > 0)
      throw new CheckpointError(
        `Some tensors share memory, this will lead to duplicate memory on disk and potential differences when loading them again: [${owner}, ${name}]. Save one of them, or clone() it first.`,
      );
    owners.set(t.storage, name);
    if (!contiguousNow(t))
      throw new CheckpointError(
        `You are trying to save a non contiguous tensor: \`${name}\` which is not allowed. Call .contiguous() on it before saving.`,
      );
  }
  entries.sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1));
  const header: [string, unknown][] = [];
  if (metadata) {
    const wrong = Object.entries(metadata).find(([, text]) => typeof text !== 'string');
    if (wrong) throw new CheckpointError(`metadata must be strings, and '${wrong[0]}' is ${typeof wrong[1]}`);
    header.push(['__metadata__', metadata]);
  }
  const parts = entries.map(([, t]) => toBytes(t));
  let at = 0;
  entries.forEach(([name, t], i) => {
    const end = at + (parts[i]?.length ?? 0);
    header.push([name, { dtype: names[rank(t)]?.[1], shape: t.shape, data_offsets: [at, end] }]);
    at = end;
  });
  // Written member by member: an object would put names that look like indices first.
  const json = encodeText(`{${header.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)}}`);
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const out = new Uint8Array(8 + headerBytes + at).fill(0x20, 8, 8 + headerBytes);
  new DataView(out.buffer).setBigUint64(0, BigInt(headerBytes), true);
  out.set(json, 8);
  let to = 8 + headerBytes;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}

interface Place {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}
const isSizes = (x: Json | undefined): x is number[] =>
  Array.isArray(x) && x.every((n) => Number.isSafeInteger(n) && Number(n) >= 0);

function placeOf(name: string, entry: Json): Place {
  const shown = `tensor ${JSON.stringify(name.slice(0, 100))}`;
  if (!(entry instanceof Map)) throw bad(`${shown} is no object`);
  const extra = [...entry.keys()].find((key) => !['dtype', 'shape', 'data_offsets'].includes(key));
  if (extra !== undefined) throw bad(`${shown} has the unknown field ${JSON.stringify(extra.slice(0, 100))}`);
  const [written, shape, offsets] = [entry.get('dtype'), entry.get('shape'), entry.get('data_offsets')];
  const dtype = names.find(([, short]) => short === written)?.[0];
  if (dtype === undefined)
    throw new CheckpointError(`${shown} has the dtype ${JSON.stringify(written ?? null)}, which is not supported`);
  if (!isSizes(shape) || shape.length > 64) throw bad(`${shown} has no shape`);
  if (!isSizes(offsets) || offsets.length !== 2) throw bad(`${shown} has no data_offsets`);
  const [start = 0, end = 0] = offsets;
  const bytes = numelOf(shape) * dtypeNamed(dtype).itemsize;
  if (end - start !== bytes) throw bad(`${shown} of shape [${shape}] takes ${bytes} bytes, not ${end - start}`);
  return { dtype, shape, start, end };
}

/** A safetensors file opened: its names, its metadata, and its tensors one by one. */
export interface SafeFile {
  keys(): string[];
  metadata(): Record<string, string> | null;
  get_tensor(name: string): Tensor;
}

/** Opens a safetensors file; the header is checked whole, tensors are read when asked for. Throws on damaged files. */
export function safe_open(bytes: Uint8Array): SafeFile {
  const file = bytesOf(bytes, 'safetensors.load');
  if (isZip(file)) throw new CheckpointError('this is a zip file, not safetensors: torch.load reads those of PyTorch');
  if (file.length < 8) throw bad('it is shorter than its header’s length');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes > headerBytesMax) throw bad(`its header claims ${headerBytes} bytes, more than ${headerBytesMax}`);
  if (8 + headerBytes > file.length) throw bad(`its header claims ${headerBytes} bytes, and ${file.length - 8} follow`);
  const header = file.subarray(8, 8 + headerBytes);
  if (header[0] !== 0x7b) throw bad("its header does not start with '{'");
  const data = file.subarray(8 + headerBytes);
  const parsed = parseJson(decodeText(header, where), where);
  if (!(parsed instanceof Map)) throw bad('its header is no object');
  const places = new Map<string, Place>();
  const texts: [string, string][] = [];
  for (const [name, entry] of parsed) {
    if (name === '__proto__') throw bad('a tensor cannot be named __proto__');
    if (name !== '__metadata__') places.set(name, placeOf(name, entry));
    else {
      if (!(entry instanceof Map)) throw bad('its metadata is no object');
      for (const [key, text] of entry) {
        if (typeof text !== 'string' || key === '__proto__')
          throw bad(`its metadata ${JSON.stringify(key.slice(0, 100))} is no string`);
        texts.push([key, text]);
      }
    }
  }
  let covered = 0;
  for (const [name, { start, end }] of [...places].sort(([, a], [, b]) => a.start - b.start || a.end - b.end)) {
    if (start !== covered)
      throw bad(
        `tensor ${JSON.stringify(name.slice(0, 100))} starts at ${start}, where ${covered} is next: no holes, no overlaps`,
      );
    covered = end;
  }
  if (covered !== data.length) throw bad(`its tensors take ${covered} bytes, and ${data.length} follow its header`);
  return {
    keys: () => [...places.keys()],
    metadata: () => (parsed.has('__metadata__') ? Object.fromEntries(texts) : null),
    get_tensor(name) {
      const place = places.get(name);
      if (!place) throw new CheckpointError(`File does not contain tensor ${name}`);
      return fromBytes(place.dtype, place.shape, data.subarray(place.start, place.end));
    },
  };
}

/** All tensors of a safetensors file, by name. int64 elements beyond 2^53 are rounded. Throws on damaged files. */
export function load(data: Uint8Array): Record<string, Tensor> {
  const file = safe_open(data);
  return Object.fromEntries(file.keys().map((name) => [name, file.get_tensor(name)]));
}
