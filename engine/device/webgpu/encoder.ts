import { batchWordsMax, Command, statusBytes, statusHandle, type Transport, transferBytesMax } from './transport.ts';

const dispatchesMax = 64;
const noBytes = new Uint8Array(0);

/** Writes commands into a batch and hands it over when it is full or something is to be read. */
export class Encoder {
  readonly #transport: Transport;
  readonly #words = new Uint32Array(batchWordsMax);
  readonly #bytes = new Uint8Array(this.#words.buffer);
  #length = 0;
  #dispatches = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  #room(words: number): void {
    if (this.#length + words > batchWordsMax) this.flush();
  }
  #put(...words: readonly number[]): void {
    for (const word of words) this.#words[this.#length++] = word;
  }
  #putBytes(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#length * 4);
    this.#length += (bytes.length + 3) >> 2;
  }

  /** Hands over what was recorded; does not wait. */
  flush(): void {
    if (this.#length > 0) this.#send(0);
  }
  #send(replyBytes: number): Uint8Array<ArrayBuffer> {
    const batch = this.#bytes.subarray(0, this.#length * 4);
    this.#length = 0;
    this.#dispatches = 0;
    return this.#transport.exchange(batch, replyBytes);
  }

  create(handle: number, bytes: number): void {
    this.#room(3);
    this.#put(Command.create, handle, bytes);
  }
  free(handle: number): void {
    this.#room(2);
    this.#put(Command.free, handle);
  }
  clear(handle: number): void {
    this.#room(2);
    this.#put(Command.clear, handle);
  }
  mark(slot: number): void {
    this.#room(2);
    this.#put(Command.mark, slot);
  }
  write(handle: number, offset: number, data: Uint8Array): void {
    for (let done = 0; done < data.length; done += transferBytesMax) {
      const part = data.subarray(done, done + transferBytesMax);
      this.#room(4 + part.length / 4);
      this.#put(Command.write, handle, offset + done, part.length);
      this.#putBytes(part);
    }
  }
  pipeline(handle: number, text: Uint8Array): void {
    this.#room(3 + text.length / 4 + 1);
    this.#put(Command.pipeline, handle, text.length);
    this.#putBytes(text);
  }
  dispatch(
    pipeline: number,
    [x, y, z]: readonly [number, number, number],
    handles: readonly number[],
    parameters: Uint32Array,
  ): void {
    this.#room(7 + handles.length + parameters.length);
    this.#put(Command.dispatch, pipeline, x, y, z, handles.length, ...handles, parameters.length);
    this.#words.set(parameters, this.#length);
    this.#length += parameters.length;
    if (++this.#dispatches >= dispatchesMax) this.flush();
  }
  /** Waits for everything recorded so far. Offset and length are multiples of 4. */
  read(handle: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
    if (length <= transferBytesMax) return this.#readPart(handle, offset, length);
    const whole = new Uint8Array(length);
    for (let done = 0; done < length; done += transferBytesMax)
      whole.set(this.#readPart(handle, offset + done, Math.min(transferBytesMax, length - done)), done);
    return whole;
  }
  /** The same, and the status in the same batch; of what one batch may read. */
  readWithStatus(
    handle: number,
    offset: number,
    length: number,
  ): readonly [status: Uint8Array<ArrayBuffer>, found: Uint8Array<ArrayBuffer>] {
    this.#room(8); // both in one batch
    this.recordRead(statusHandle, 0, statusBytes);
    this.recordRead(handle, offset, length);
    const both = this.#send(statusBytes + length);
    return [both.slice(0, statusBytes), both.slice(statusBytes)];
  }
  #readPart(handle: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
    if (length === 0) return noBytes;
    this.recordRead(handle, offset, length);
    return this.#send(length);
  }
  /** Does not wait: what is read comes with the batch. */
  recordRead(handle: number, offset: number, length: number): void {
    this.#room(4);
    this.#put(Command.read, handle, offset, length);
  }
}
