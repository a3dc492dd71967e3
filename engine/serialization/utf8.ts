// Text as UTF-8 bytes and back. TextEncoder and TextDecoder are the host's, and an isolate has neither.
import { CheckpointError } from './error.ts';

export function encodeText(text: string): Uint8Array {
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(out);
}

/** The least code point that takes one, two, three and four bytes. */
const least = [0, 0x80, 0x800, 0x10000];

/** Throws where the bytes are no UTF-8. Lone surrogates pass, as Python's pickles let them. */
export function decodeText(bytes: Uint8Array, where = 'damaged checkpoint'): string {
  const refuse = (): CheckpointError => new CheckpointError(`${where}: text that is no UTF-8`);
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : -1;
    if (more < 0) throw refuse();
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let k = 0; k < more; k++) {
      const next = bytes[i++] ?? 0;
      if ((next & 0xc0) !== 0x80) throw refuse();
      code = (code << 6) | (next & 63);
    }
    if (code > 0x10ffff || code < (least[more] ?? 0)) throw refuse();
    text += String.fromCodePoint(code);
  }
  return text;
}
