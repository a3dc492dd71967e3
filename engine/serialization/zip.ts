// The subset of zip that PyTorch writes: stored entries, zip64 records when reading. Not for: compression.
import { CheckpointError } from './error.ts';
import { decodeText, encodeText } from './utf8.ts';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}
const alignment = 64;

/** A zip file of stored entries, each one's bytes starting at a multiple of 64. */
export function writeZip(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  let at = 0;
  const placed = entries.map(({ name, bytes }) => {
    const encoded = encodeText(name);
    // The padding is an extra field of its own ('FB', as PyTorch's), at least its 4-byte head.
    const bare = at + 30 + encoded.length + 4;
    const padding = (alignment - (bare % alignment)) % alignment;
    const start = at;
    at = bare + padding + bytes.length;
    return { encoded, bytes, padding, start, crc: crc32(bytes) };
  });
  const directory = at;
  const size = placed.reduce((sum, { encoded }) => sum + 46 + encoded.length, 0);
  if (directory + size + 22 >= 0xffffffff || entries.length >= 0xffff)
    throw new CheckpointError('a checkpoint may hold less than 4 GiB and 65535 storages');
  const out = new Uint8Array(directory + size + 22);
  const view = new DataView(out.buffer);
  at = directory;
  for (const { encoded, bytes, padding, start, crc } of placed) {
    const common = (p: number): void => {
      view.setUint16(p, 20, true);
      view.setUint16(p + 2, 0x800, true); // names are UTF-8
      view.setUint16(p + 8, 33, true); // 1980-01-01: the same object gives the same bytes
      view.setUint32(p + 10, crc, true);
      view.setUint32(p + 14, bytes.length, true);
      view.setUint32(p + 18, bytes.length, true);
      view.setUint16(p + 22, encoded.length, true);
    };
    view.setUint32(start, 0x04034b50, true);
    common(start + 4);
    view.setUint16(start + 28, padding + 4, true);
    out.set(encoded, start + 30);
    const extra = start + 30 + encoded.length;
    view.setUint16(extra, 0x4246, true);
    view.setUint16(extra + 2, padding, true);
    out.set(bytes, extra + 4 + padding);
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(at + 6);
    view.setUint32(at + 42, start, true);
    out.set(encoded, at + 46);
    at += 46 + encoded.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** Whether a file starts as a zip file, an empty one included. */
export const isZip = (file: Uint8Array): boolean =>
  file[0] === 0x50 && file[1] === 0x4b && ((file[2] === 3 && file[3] === 4) || (file[2] === 5 && file[3] === 6));

/**
 * The entries of a zip file by name, as windows on its bytes; every CRC is checked. An entry that is not stored
 * plainly is refused in the caller's words.
 */
export function readZip(file: Uint8Array, refuseCompressed: (name: string) => Error): Map<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const long = (p: number): number => Number(view.getBigUint64(p, true));
  let end = file.length - 22;
  while (end >= 0 && end >= file.length - 65557 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50)
    throw new CheckpointError('damaged checkpoint: the zip directory is missing (the file is cut off)');
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const record = long(end - 12);
    if (record + 56 > file.length || view.getUint32(record, true) !== 0x06064b50)
      throw new CheckpointError('damaged checkpoint: bad zip64 directory record');
    count = long(record + 32);
    at = long(record + 48);
  }
  const entries = new Map<string, Uint8Array>();
  const crcs = new Map<Uint8Array, number>();
  const spans: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new CheckpointError('damaged checkpoint: bad zip directory entry');
    const nameLength = view.getUint16(at + 28, true);
    const extraEnd = at + 46 + nameLength + view.getUint16(at + 30, true);
    if (extraEnd > end) throw new CheckpointError('damaged checkpoint: bad zip directory entry');
    const name = decodeText(file.subarray(at + 46, at + 46 + nameLength));
    const method = view.getUint16(at + 10, true);
    if (method !== 0 || view.getUint16(at + 8, true) & 1) throw refuseCompressed(name);
    const fields = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    for (let p = at + 46 + nameLength; p + 4 <= extraEnd; p += 4 + view.getUint16(p + 2, true)) {
      if (view.getUint16(p, true) !== 1) continue;
      let q = p + 4;
      fields.forEach((value, k) => {
        if (value !== 0xffffffff || q + 8 > extraEnd) return;
        fields[k] = long(q);
        q += 8;
      });
    }
    const [size = 0, packedSize = 0, start = 0] = fields;
    if (size !== packedSize || start + 30 > file.length || view.getUint32(start, true) !== 0x04034b50)
      throw new CheckpointError(`damaged checkpoint: bad zip entry '${name}'`);
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (from + size > file.length) throw new CheckpointError(`damaged checkpoint: '${name}' reaches past the end`);
    if (entries.has(name)) throw new CheckpointError(`damaged checkpoint: two entries are named '${name}'`);
    spans.push([start, from + size]);
    const bytes = file.subarray(from, from + size);
    entries.set(name, bytes);
    if (spans.length > file.length / 76) throw new CheckpointError('damaged checkpoint: more entries than fit');
    const stored = view.getUint32(at + 16, true);
    at = extraEnd + view.getUint16(at + 32, true);
    crcs.set(bytes, stored);
  }
  spans.sort((a, b) => a[0] - b[0]);
  spans.forEach(([start], i) => {
    if (i > 0 && start < (spans[i - 1]?.[1] ?? 0)) throw new CheckpointError('damaged checkpoint: zip entries overlap');
  });
  for (const [name, bytes] of entries)
    if (crc32(bytes) !== crcs.get(bytes))
      throw new CheckpointError(`damaged checkpoint: '${name}' fails its CRC (or was written without one)`);
  return entries;
}
