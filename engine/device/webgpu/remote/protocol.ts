// How an engine without a GPU of its own speaks to a broker that has one: whole dispatches, by the names and parameters of the
// operator table, in 32-bit words. No shader crosses: the broker checks every number and writes the kernels itself. One exchange
// after the other; what an engine sends is answered before it sends again.
import {
  bfloat16,
  bool,
  type DType,
  float16,
  float32,
  int16,
  int32,
  int64,
  int8,
  quantizedDtypes,
  uint8,
} from '../../../dtype.ts';

/** The first word of a command. Handles and programs are numbers that the engine's side chooses, each once. */
export const RemoteCommand = {
  /** handle, bytes: zeros */
  create: 1,
  /** handle: reads as zeros again wherever it is read before it is written */
  renew: 2,
  /** handle */
  free: 3,
  /** handle, byte offset, bytes, then the data */
  write: 4,
  /** program, bytes of text, then JSON of what a kernel is dispatched with (see Program), padded to words */
  program: 5,
  /** program, count of operands, then each (see operandWords); then as many numbers of 64 bits as the program names */
  dispatch: 6,
  /** slot below marksMax */
  mark: 7,
  /** handle, byte offset, bytes; the last of its batch */
  read: 8,
  /** slot below marksMax: eight bytes, nanoseconds; the last of its batch */
  readMark: 9,
  /** waits for everything before; the last of its batch */
  synchronize: 10,
} as const;

/** The parameters of a dispatch but for its numbers, which change from one to the next: they come in the order of `numbers`. */
export interface Program {
  readonly kernel: string;
  readonly numbers: readonly string[];
  readonly rest: object;
}

/** Words of an operand before its sizes and then its strides: handle, dtype, elements of the storage, offset, rank. */
export const operandWords = 5;
/** By the numbers they have here. */
export const remoteDtypes: readonly DType[] = [
  ...[float32, float16, bfloat16, int64, int32, int16, int8, uint8, bool],
  ...Object.values(quantizedDtypes),
];

/** Bytes of the largest batch and of the largest read: within what one frame of the jail's pipe may carry. */
export const batchBytesMax = 4 << 20;
export const readBytesMax = 2 << 20;
/** In one batch; as many new programs as dispatches. */
export const commandsMax = 4096;
export const dispatchesMax = 64;
export const programBytesMax = 1 << 14;
export const programsMax = 4096;
export const buffersMax = 1 << 16;
export const rankMax = 64;
export const operandsMax = 32;

/** The first byte of an answer, followed by what was read, or by what went wrong in UTF-8. */
export const Answer = { done: 0, failed: 1, outOfMemory: 2 } as const;
/** Before the bytes of an answer, so that what was read is aligned. */
export const answerHeaderBytes = 4;
