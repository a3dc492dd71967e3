import { encodeText } from '../serialization/utf8.ts';

const scratch = new DataView(new ArrayBuffer(8));

/**
 * Writes one protocol buffer message, field by field, in the order of the calls. As proto3 asks, a field that has its
 * default value is left out, unless `always` says that it belongs to a oneof, where presence itself is the information.
 * Format: the encoding guide of Protocol Buffers.
 */
export class Message {
  private readonly out: number[] = [];

  int(field: number, value: number, always = false): this {
    if (value === 0 && !always) return this;
    this.varint(field * 8);
    return this.varint(value);
  }
  double(field: number, value: number, always = false): this {
    if (Object.is(value, 0) && !always) return this;
    this.varint(field * 8 + 1);
    return this.fixed64(value);
  }
  float(field: number, value: number, always = false): this {
    if (Object.is(value, 0) && !always) return this;
    this.varint(field * 8 + 5);
    scratch.setFloat32(0, value, true);
    for (let i = 0; i < 4; i++) this.out.push(scratch.getUint8(i));
    return this;
  }
  text(field: number, value: string, always = false): this {
    return this.bytes(field, encodeText(value), always);
  }
  bytes(field: number, value: Uint8Array, always = false): this {
    if (value.length === 0 && !always) return this;
    this.varint(field * 8 + 2).varint(value.length);
    for (const byte of value) this.out.push(byte);
    return this;
  }
  /** A message inside: written even when empty. */
  message(field: number, value: Message): this {
    return this.bytes(field, value.finish(), true);
  }
  doubles(field: number, values: readonly number[]): this {
    if (values.length === 0) return this;
    this.varint(field * 8 + 2).varint(values.length * 8);
    for (const value of values) this.fixed64(value);
    return this;
  }
  floats(field: number, values: readonly number[]): this {
    if (values.length === 0) return this;
    this.varint(field * 8 + 2).varint(values.length * 4);
    for (const value of values) {
      scratch.setFloat32(0, value, true);
      for (let i = 0; i < 4; i++) this.out.push(scratch.getUint8(i));
    }
    return this;
  }
  finish(): Uint8Array {
    return Uint8Array.from(this.out);
  }

  private fixed64(value: number): this {
    scratch.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.out.push(scratch.getUint8(i));
    return this;
  }
  /** Negative numbers take ten bytes, as 64-bit two's complement. */
  private varint(value: number): this {
    let rest = BigInt.asUintN(64, BigInt(Math.trunc(value)));
    for (; rest > 127n; rest >>= 7n) this.out.push(Number(rest & 127n) | 128);
    this.out.push(Number(rest));
    return this;
  }
}
