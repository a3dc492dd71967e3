import { RuntimeError } from '../device/device.ts';

/** A file that cannot be read or an object that cannot be written: the only error that saving and loading throw. */
export class CheckpointError extends RuntimeError {}

/** What is wrong with a file that claims to be a checkpoint. */
export const damaged = (why: string): CheckpointError => new CheckpointError(`damaged checkpoint: ${why}`);

/** The bytes a reader was given; views and buffers of other realms count too. */
export function bytesOf(given: unknown, reader: string): Uint8Array {
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  throw new CheckpointError(`${reader} reads the bytes of a file, a Uint8Array`);
}
