import type { ArrayOf } from '../../dtype.ts';

// V8 keeps arrays of up to 64 bytes in its own heap; each longer one is a malloc and an entry in the collector's list,
// which is a third of a small training step. So short arrays are cut from blocks. A tensor keeps its whole block alive:
// blocks are small, so that one that is kept for long costs at most that.
const heapBytesMax = 64;
const cutBytesMax = 512;
const blockBytes = 2048;

let block = new ArrayBuffer(0);
let used = 0;

/** Zeros. */
export function allocate<D>(array: ArrayOf<D>, length: number): D {
  const bytes = length * array.BYTES_PER_ELEMENT;
  if (bytes <= heapBytesMax || bytes > cutBytesMax) return new array(length);
  const at = used + bytes <= block.byteLength ? used : 0;
  if (at === 0) block = new ArrayBuffer(blockBytes);
  used = at + ((bytes + 7) & ~7); // doubles start at multiples of 8
  return new array(block, at, length);
}
