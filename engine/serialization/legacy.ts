// The format from before PyTorch 1.6: five pickles, then the storages one after another.
import { CheckpointError, damaged } from './error.ts';
import { type Claim, claimOf, rebuildFrom } from './rebuild.ts';
import { type Rebuild, unpickle } from './unpickler.ts';

const magic = 0x1950a86a20f9469cfc6cn;
const protocol = 1001;
const nothing: Rebuild = {
  storage: () => {
    throw damaged('a storage stands before the checkpoint itself');
  },
  tensor: () => undefined,
  parameter: () => undefined,
  quantized: () => undefined,
};

export function readLegacy(bytes: Uint8Array, deviceFor: Parameters<typeof rebuildFrom>[1]): unknown {
  const header = unpickle(bytes, nothing);
  if (header.value !== magic) throw new CheckpointError('this is a pickle, but none that torch.save wrote');
  const version = unpickle(bytes, nothing, header.end);
  if (version.value !== protocol) throw new CheckpointError(`legacy checkpoints have version ${protocol} only`);
  const system = unpickle(bytes, nothing, version.end);
  if (!(system.value instanceof Map) || system.value.get('little_endian') !== true)
    throw new CheckpointError('only little-endian checkpoints are read');
  // The object comes before its storages, so it is read twice: for what it claims, then with what is there.
  const claims = new Map<string, Claim>();
  const { end } = unpickle(
    bytes,
    {
      storage: (id) => {
        const claim = claimOf(id);
        claims.set(claim.key, claim);
        return null;
      },
      tensor: () => null,
      parameter: () => null,
      quantized: () => null,
    },
    system.end,
  );
  const keys = unpickle(bytes, nothing, end);
  if (!Array.isArray(keys.value)) throw damaged('it has no list of storages');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = new Map<string, Uint8Array>();
  let at = keys.end;
  for (const key of keys.value) {
    const claim = claims.get(key);
    if (!claim || records.has(key)) throw damaged(`storage '${String(key)}' is not the object's`);
    if (at + 8 > bytes.length) throw damaged('the storages are cut off');
    const length = Number(view.getBigInt64(at, true)) * (claim.dtype?.itemsize ?? 1);
    at += 8;
    if (length !== claim.bytes || at + length > bytes.length)
      throw damaged(`storage '${key}' claims ${length} bytes; ${bytes.length - at} are left`);
    records.set(key, bytes.subarray(at, at + length));
    at += length;
  }
  return unpickle(
    bytes,
    rebuildFrom((key) => records.get(key), deviceFor),
    system.end,
  ).value;
}
