// TFRecord framing: u64 length, masked CRC-32C of the length, the data, masked CRC-32C of the data, all little-endian.
import { ValueError } from '../device/device.ts';

const castagnoli = 0x82f63b78;
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ castagnoli : crc >>> 1;
  return crc;
});

export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A CRC of data that holds CRCs is weak, so TensorFlow rotates it and adds a constant. */
export const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

export function frame(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(data.length + 16);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, masked(crc32c(record.subarray(0, 8))), true);
  record.set(data, 12);
  view.setUint32(12 + data.length, masked(crc32c(data)), true);
  return record;
}

/** The data of every record of a file. Throws a ValueError that names the byte where it is damaged. */
export function unframe(file: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length; ) {
    const left = file.length - at - 16;
    const length = left < 0 ? 0 : Number(view.getBigUint64(at, true));
    if (left < 0 || length > left) throw new ValueError(`event file: the record at byte ${at} is cut off`);
    const data = file.subarray(at + 12, at + 12 + length);
    if (view.getUint32(at + 8, true) !== masked(crc32c(file.subarray(at, at + 8))))
      throw new ValueError(`event file: the length at byte ${at} does not match its checksum`);
    if (view.getUint32(at + 12 + length, true) !== masked(crc32c(data)))
      throw new ValueError(`event file: the record at byte ${at} does not match its checksum`);
    records.push(data);
    at += length + 16;
  }
  return records;
}
