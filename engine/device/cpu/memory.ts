import type { ArrayOf } from '../../dtype.ts';

// V8 keeps arrays of up to 64 bytes in its own heap; each longer one is a malloc and an entry in the collector's list,
// which is a third of a small training step. So short arrays are cut from blocks. A tensor keeps its whole block alive:
// blocks hold at least four arrays of their size, and no more than 2 KiB where that is more, which bounds what one costs
// that is kept for long.
const heapBytesMax = 64;
const cutBytesMax = 8192;
const smallestBlock = 2048;

interface Block {
  buffer: ArrayBuffer;
  used: number;
}
/** By size: of 2, 4, 8 … KiB, for arrays of up to a quarter of it. */
const blocks: Block[] = [];
for (let bytes = smallestBlock; bytes <= cutBytesMax * 4; bytes *= 2)
  blocks.push({ buffer: new ArrayBuffer(0), used: 0 });

/** Zeros. */
export function allocate<D>(array: ArrayOf<D>, length: number): D {
  const bytes = length * array.BYTES_PER_ELEMENT;
  if (bytes <= heapBytesMax || bytes > cutBytesMax) return new array(length);
  const order = bytes <= smallestBlock / 4 ? 0 : 32 - Math.clz32((bytes - 1) >>> 9);
  const block = blocks[order]!;
  const at = block.used + bytes <= block.buffer.byteLength ? block.used : 0;
  if (at === 0) block.buffer = new ArrayBuffer(smallestBlock << order);
  block.used = at + ((bytes + 7) & ~7); // doubles start at multiples of 8
  return new array(block.buffer, at, length);
}
