// A program in the fragment of an address, which no server is sent: UTF-8, deflated, in base64url.
const prefix = '#code=';
/** Addresses of this length are still passed on whole by what people paste them into. */
const fragmentMax = 16_000;
const sourceBytesMax = 64 * 1024;

/** Null when the program is too long. */
export async function linkTo(source: string): Promise<string | null> {
  const bytes = new TextEncoder().encode(source);
  if (bytes.length > sourceBytesMax) return null;
  const packed = await through(bytes, new CompressionStream('deflate-raw'), 2 * sourceBytesMax);
  const text = btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return text.length > fragmentMax ? null : prefix + text;
}

export const isLink = (fragment: string): boolean => fragment.startsWith(prefix);

/** Null for what is no program: the fragment is anybody's to write, so what it unpacks to is bounded. */
export async function sourceOf(fragment: string): Promise<string | null> {
  try {
    const text = fragment.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), sourceBytesMax);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  bytesMax: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const found = new Uint8Array(bytesMax);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return found.subarray(0, length);
    if (length + value.length > bytesMax) throw new RangeError('more than a program');
    found.set(value, length);
    length += value.length;
  }
}
