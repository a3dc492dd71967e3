// The GPU of an engine in a jail: records what the operator table dispatches and has a broker execute it.
import { type Operand, OutOfMemoryError, RuntimeError } from '../../device.ts';
import type { PointwiseParameters } from '../../cpu/pointwise.ts';
import { bufferOf, Gpu } from '../gpu.ts';
import { type GpuBuffer, GpuMemory } from '../memory.ts';
import { sortsOnCpu } from '../sort-limit.ts';
import { utf8 } from '../text.ts';
import type { AdapterDescription } from '../transport.ts';
import type { Watch } from '../watch.ts';
import {
  Answer,
  answerHeaderBytes,
  batchBytesMax,
  commandsMax,
  dispatchesMax,
  operandWords,
  type Program,
  programsMax,
  readBytesMax,
  RemoteCommand,
  remoteDtypes,
} from './protocol.ts';

export interface Link {
  readonly adapter: AdapterDescription;
  readonly watch: Watch;
  /** Hands a batch to the broker and gives back its answer. */
  exchange(batch: Uint8Array): Uint8Array;
}

const batchWordsMax = batchBytesMax / 4;
const writeBytesMax = batchBytesMax / 2;
const dtypeNumbers = new Map(remoteDtypes.map((dtype, number) => [dtype, number]));
/** The answer's text without TextDecoder, which an isolate lacks; the broker writes ASCII. */
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4000));

export class RemoteGpu extends Gpu {
  readonly adapter: AdapterDescription;
  readonly memory: GpuMemory;
  readonly #link: Link;
  /** Taken when something is first recorded: most submissions use no GPU. */
  #words = new Uint32Array(0);
  #bytes = new Uint8Array(0);
  #length = 0;
  #commands = 0;
  #dispatches = 0;
  readonly #programs = new Map<string, number>();
  readonly #double = new Float64Array(1);
  readonly #halves = new Uint32Array(this.#double.buffer);

  constructor(link: Link) {
    super();
    this.#link = link;
    this.adapter = Object.freeze({ ...link.adapter });
    this.memory = new GpuMemory(
      this.adapter,
      {
        create: (handle, bytes) => this.#short(RemoteCommand.create, handle, bytes),
        renew: (handle) => this.#short(RemoteCommand.renew, handle),
        free: (handle) => this.#short(RemoteCommand.free, handle),
      },
      link.watch,
    );
  }

  /** For one command more, of so many words. */
  #command(words: number): void {
    if (this.#words.length === 0) {
      this.#words = new Uint32Array(batchWordsMax);
      this.#bytes = new Uint8Array(this.#words.buffer);
    }
    if (this.#length + words > batchWordsMax || this.#commands >= commandsMax - 1) this.#flush();
    this.#commands++;
  }
  #short(...words: readonly number[]): void {
    this.#command(words.length);
    this.#put(...words);
  }
  #put(...words: readonly number[]): void {
    for (const word of words) this.#words[this.#length++] = word;
  }
  #putBytes(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#length * 4);
    this.#length += (bytes.length + 3) >> 2;
  }
  #flush(): Uint8Array<ArrayBuffer> {
    const batch = this.#bytes.slice(0, this.#length * 4);
    this.#length = 0;
    this.#commands = 0;
    this.#dispatches = 0;
    const answer = new Uint8Array(this.#link.exchange(batch));
    const body = new Uint8Array(answer.buffer, answerHeaderBytes);
    if (answer[0] === Answer.done) return body;
    throw answer[0] === Answer.outOfMemory ? new OutOfMemoryError(textOf(body)) : new RuntimeError(textOf(body));
  }

  protected writeBytes({ handle }: GpuBuffer, offset: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; done += writeBytesMax) {
      const part = bytes.subarray(done, done + writeBytesMax);
      this.#command(4 + part.length / 4);
      this.#put(RemoteCommand.write, handle, offset + done, part.length);
      this.#putBytes(part);
    }
  }
  protected readBytes({ handle }: GpuBuffer, offset: number, length: number): Uint8Array<ArrayBuffer> {
    if (length <= readBytesMax) return this.#readPart(handle, offset, length);
    const whole = new Uint8Array(length);
    for (let done = 0; done < length; done += readBytesMax)
      whole.set(this.#readPart(handle, offset + done, Math.min(readBytesMax, length - done)), done);
    return whole;
  }
  #readPart(handle: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
    this.#short(RemoteCommand.read, handle, offset, length);
    return this.#flush();
  }
  protected writeMark(slot: number): void {
    this.#short(RemoteCommand.mark, slot);
  }
  protected readMark(slot: number): Uint8Array<ArrayBuffer> {
    this.#short(RemoteCommand.readMark, slot);
    return this.#flush();
  }
  synchronize(): void {
    this.#short(RemoteCommand.synchronize);
    this.#flush();
  }

  dispatch(kernel: string, operands: readonly Operand[], parameters: object): void {
    if (kernel === 'sort' && sortsOnCpu(operands, parameters)) return this.onCpu(kernel, operands, parameters, 2);
    const { program, numbers } = this.#programOf(kernel, parameters);
    let words = 3 + numbers.length * 2;
    for (const x of operands) words += operandWords + x.shape.length * 2;
    this.#command(words);
    this.#put(RemoteCommand.dispatch, program, operands.length);
    for (const x of operands) {
      const { storage } = x;
      const dtype = dtypeNumbers.get(x.dtype) ?? remoteDtypes.length;
      this.#put(bufferOf(storage).handle, dtype, storage.length, x.offset, x.shape.length, ...x.shape, ...x.strides);
    }
    for (const value of numbers) {
      this.#double[0] = value;
      this.#put(this.#halves[0] ?? 0, this.#halves[1] ?? 0);
    }
    if (++this.#dispatches >= dispatchesMax) this.#flush();
  }

  /** What is the same from one dispatch to the next is told once. */
  #programOf(kernel: string, parameters: object): { program: number; numbers: readonly number[] } {
    const { names, numbers, rest, key } = programParts(kernel, parameters);
    const known = this.#programs.get(key);
    if (known !== undefined) return { program: known, numbers };
    const program = this.#programs.size + 1;
    if (program > programsMax) throw new RuntimeError(`CUDA error: more than ${programsMax} kernels`);
    this.#programs.set(key, program);
    const told: Program = { kernel, numbers: names, rest };
    const text = utf8(JSON.stringify(told));
    this.#command(3 + text.length / 4 + 1);
    this.#put(RemoteCommand.program, program, text.length);
    this.#putBytes(text);
    return { program, numbers };
  }
}

interface Parts {
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  readonly rest: object;
  readonly key: string;
}

/** What of a dispatch is told once, and the numbers that change from one to the next. */
export const programParts = (kernel: string, parameters: object): Parts =>
  kernel === 'pointwise' ? pointwiseParts(parameters as PointwiseParameters) : parts(kernel, parameters);

/** Its numbers have no names of their own; the key says the rest already. */
function pointwiseParts({ expression, key, operands, scalarNames, scalars, compute }: PointwiseParameters): Parts {
  const rest = { expression, operands, compute: compute.name };
  return { names: scalarNames, numbers: scalars, rest, key: `${key}|${compute.name}` };
}

function parts(kernel: string, parameters: object): Parts {
  const names: string[] = [];
  const numbers: number[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== 'number') rest[name] = value;
    else {
      names.push(name);
      numbers.push(value);
    }
  }
  return { names, numbers, rest, key: `${kernel}|${names.join()}|${JSON.stringify(rest)}` };
}
