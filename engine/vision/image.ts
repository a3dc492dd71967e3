import { ValueError } from '../device/device.ts';

/** A picture of bytes, row by row, the channels of a pixel side by side: what PIL's images are to torchvision. */
export class Image {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
  constructor(width: number, height: number, channels: number, data: Uint8Array) {
    if (data.length !== width * height * channels)
      throw new ValueError(
        `${data.length} bytes are no image of ${width} × ${height} pixels with ${channels} channels`,
      );
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.data = data;
  }
  get size(): [width: number, height: number] {
    return [this.width, this.height];
  }
  get mode(): string {
    return this.channels === 1 ? 'L' : this.channels === 3 ? 'RGB' : this.channels === 4 ? 'RGBA' : `${this.channels}`;
  }
  toString(): string {
    return `<Image mode=${this.mode} size=${this.width}x${this.height}>`;
  }
}

/** Reads a binary netpbm file: PGM (P5) or PPM (P6), one byte a value. */
export function decodeNetpbm(bytes: Uint8Array): Image {
  let at = 0;
  const isSpace = (byte: number | undefined): boolean => byte !== undefined && byte <= 32;
  const word = (): string => {
    for (;;) {
      while (isSpace(bytes[at])) at++;
      if (bytes[at] !== 35) break;
      while (at < bytes.length && bytes[at] !== 10) at++; // a comment
    }
    let text = '';
    for (; at < bytes.length && !isSpace(bytes[at]) && text.length < 16; at++)
      text += String.fromCharCode(bytes[at] ?? 0);
    return text;
  };
  const magic = word();
  const channels = magic === 'P5' ? 1 : magic === 'P6' ? 3 : 0;
  if (channels === 0) throw new ValueError('not a PGM or PPM file (P5 or P6): other formats are not read here');
  const [width, height, max] = [Number(word()), Number(word()), Number(word())];
  if (![width, height].every((n) => Number.isInteger(n) && n > 0 && n <= 65_536))
    throw new ValueError('a netpbm file without a size');
  if (max !== 255) throw new ValueError(`a netpbm file with a largest value of ${max}: only 255 is read`);
  const start = at + 1;
  if (bytes.length - start < width * height * channels) throw new ValueError('the netpbm file is cut off');
  return new Image(width, height, channels, bytes.slice(start, start + width * height * channels));
}
export function encodeNetpbm({ width, height, channels, data }: Image): Uint8Array {
  if (channels !== 1 && channels !== 3) throw new ValueError(`netpbm files have 1 or 3 channels, not ${channels}`);
  const head = [...`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`].map((c) => c.charCodeAt(0));
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
