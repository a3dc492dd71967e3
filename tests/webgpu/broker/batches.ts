// Batches as an engine in a jail would write them, and as it never would.
import { Answer, answerHeaderBytes, RemoteCommand } from '#engine/device/webgpu/remote/protocol.ts';

export const { create, renew, free, write, program, dispatch, read, synchronize } = RemoteCommand;
const float32 = 0;

export const batch = (...commands: readonly (readonly number[])[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(commands.flat()).buffer);
export const bytesOf = (values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const wordsOf = (bytes: Uint8Array): number[] => {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return [...new Uint32Array(whole.buffer)];
};

/** One buffer with these values. */
export const tensor = (handle: number, values: readonly number[]): number[][] => [
  [create, handle, Math.ceil(values.length / 4) * 16],
  [write, handle, 0, values.length * 4, ...wordsOf(bytesOf(values))],
];
export const programOf = (id: number, given: unknown): number[] => {
  const text = new TextEncoder().encode(typeof given === 'string' ? given : JSON.stringify(given));
  return [program, id, text.length, ...wordsOf(text)];
};
/** `x * 2` and its like: over operands x and y. */
export const pointwise = (
  expression: string,
  operands: readonly string[] = ['x'],
  numbers: readonly string[] = [],
) => ({
  kernel: 'pointwise',
  numbers,
  rest: { expression, operands, compute: 'float32' },
});

export interface Given {
  readonly handle: number;
  readonly shape: readonly number[];
  readonly strides?: readonly number[];
  readonly offset?: number;
  readonly dtype?: number;
  readonly length?: number;
}
const contiguous = (shape: readonly number[]): number[] =>
  shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
export function operand({ handle, shape, strides, offset = 0, dtype = float32, length }: Given): number[] {
  const count = shape.reduce((a, b) => a * b, 1);
  return [handle, dtype, length ?? count, offset, shape.length, ...shape, ...(strides ?? contiguous(shape))];
}
export const run = (id: number, operands: readonly Given[], numbers: readonly number[] = []): number[] => [
  dispatch,
  id,
  operands.length,
  ...operands.flatMap(operand),
  ...new Uint32Array(Float64Array.from(numbers).buffer),
];

/** Floats that were read, or what went wrong. */
export function told(answer: Uint8Array): number[] | string {
  const body = answer.slice(answerHeaderBytes);
  return answer[0] === Answer.done ? [...new Float32Array(body.buffer)] : new TextDecoder().decode(body);
}
