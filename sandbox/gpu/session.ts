// One engine in a jail on a device that is its own for as long as it lasts: its buffers and programs by the numbers it gave them, and
// nobody else's. Whatever it sends is checked here before the device hears of it; what does not fit ends the session.
import { dtypeNamed } from '#engine/dtype.ts';
import { type Operand, Storage } from '#engine/device/device.ts';
import type { GpuBuffer } from '#engine/device/webgpu/memory.ts';
import {
  Answer,
  answerHeaderBytes,
  batchBytesMax,
  buffersMax,
  commandsMax,
  dispatchesMax,
  operandsMax,
  programBytesMax,
  programsMax,
  rankMax,
  readBytesMax,
  RemoteCommand,
  remoteDtypes,
} from '#engine/device/webgpu/remote/protocol.ts';
import { marksMax, type Transport } from '#engine/device/webgpu/transport.ts';
import { indexProblem, WebGpu } from '#engine/device/webgpu/webgpu.ts';
import type { Watch } from '#engine/device/webgpu/watch.ts';
import { elements, Refused, workOf } from './checks.ts';
import type { OwnedDevice } from './devices.ts';
import { type KnownProgram, parseProgram } from './programs.ts';

export interface SessionLimits {
  /** Of all buffers together; what kernels need for themselves comes on top, up to temporaryBytesMax. */
  readonly bytesMax: number;
  /** Steps of one kernel. */
  readonly workMax: number;
  /** Steps after which a batch is done in parts, so that a session that ends, or others, wait for one part only. */
  readonly partWork: number;
  /** How long one batch may take on the device, ms. */
  readonly batchMsMax: number;
}

const temporaryBytesMax = 64 * 2 ** 20;
const granularity = 16;
const none = new Uint8Array(0);

/** Its engine says itself what it needs no more. */
const toldWatch: Watch = { over: () => none, forget() {}, gone: () => [] };

type Wanted = { readonly kind: 'bytes' } | { readonly kind: 'status' };

export class Session {
  readonly owned: OwnedDevice;
  readonly #limits: SessionLimits;
  readonly #gpu: WebGpu;
  readonly #batches: Uint32Array<ArrayBuffer>[] = [];
  readonly #buffers = new Map<number, GpuBuffer>();
  readonly #programs = new Map<number, KnownProgram>();
  #lastHandle = 0;
  #bytes = 0;
  /** Steps recorded since the last part. */
  #work = 0;
  #before: Promise<unknown> = Promise.resolve();
  #over: string | null = null;

  constructor(owned: OwnedDevice, limits: SessionLimits) {
    this.owned = owned;
    this.#limits = limits;
    const transport: Transport = {
      adapter: { ...owned.adapter, memoryBytesMax: limits.bytesMax + temporaryBytesMax },
      exchange: (batch) => {
        this.#batches.push(new Uint32Array(batch.slice().buffer));
        return none;
      },
    };
    this.#gpu = new WebGpu(transport, { watch: toldWatch, pipelines: owned.pipelines });
  }

  /** Bytes of the buffers it holds. */
  get bytes(): number {
    return this.#bytes;
  }
  /** Why nothing more is done for it; null while it lives. */
  get over(): string | null {
    return this.#over;
  }

  /** Does no more: of a batch under way what was not begun is left. */
  end(): void {
    this.#over ??= 'the session has ended';
  }

  /** Does what the batch says and gives back the answer. */
  async exchange(batch: Uint8Array): Promise<Uint8Array> {
    if (this.#over !== null) return failed(this.#over);
    try {
      return await this.owned.within(this.#limits.batchMsMax, this.#run(batch));
    } catch (error) {
      this.#over ??= error instanceof Error ? error.message : String(error);
      return failed(this.#over, this.#over.startsWith('CUDA out of memory') ? Answer.outOfMemory : Answer.failed);
    }
  }

  async #run(batch: Uint8Array): Promise<Uint8Array> {
    if (batch.length === 0 || batch.length % 4 !== 0 || batch.length > batchBytesMax)
      throw new Refused('a batch of another size');
    this.#batches.length = 0;
    this.#work = 0;
    const wanted = this.#record(new Words(batch));
    this.#gpu.flush();
    // What was handed over earlier is done before more is, but for one batch.
    await this.#before;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const [i, words] of this.#batches.entries()) {
      if (i > 0) await this.owned.executor.done();
      if (this.#over !== null) throw new Refused(this.#over);
      parts.push(...(await this.owned.executor.run(words)));
    }
    // What was read was waited for, and so was all before it.
    this.#before = wanted.length > 0 ? Promise.resolve() : this.owned.executor.done();
    this.owned.throwProblem();
    let bytes: Uint8Array = none;
    for (const [i, { kind }] of wanted.entries()) {
      const part = parts[i] ?? none;
      if (kind === 'bytes') bytes = part;
      const problem = kind === 'status' ? indexProblem(part) : null;
      // As on the engine's own GPU: told when something is read, and work goes on.
      if (problem !== null) return failed(problem);
    }
    return done(bytes);
  }

  /** Records the whole batch; what will be read, in order. */
  #record(words: Words): readonly Wanted[] {
    const wanted: Wanted[] = [];
    const check = (hasStatus: boolean): void => void (hasStatus && wanted.push({ kind: 'status' }));
    for (let commands = 0, dispatches = 0, programs = 0; words.left > 0; commands++) {
      if (commands >= commandsMax || dispatches > dispatchesMax) throw new Refused('too many commands in one batch');
      if (wanted.length > 0) throw new Refused('something behind a read');
      switch (words.next()) {
        case RemoteCommand.create:
          this.#create(words.next(), words.next());
          break;
        case RemoteCommand.renew:
          this.#buffer(words.next()).isStale = true;
          break;
        case RemoteCommand.free:
          this.#free(words.next());
          break;
        case RemoteCommand.write: {
          const buffer = this.#buffer(words.next());
          const [offset, bytes] = [words.next(), words.next()];
          this.#within(buffer, offset, bytes);
          this.#gpu.recordWrite(buffer, offset, words.bytes(bytes));
          break;
        }
        case RemoteCommand.program: {
          if (++programs > dispatchesMax) throw new Refused('too many programs in one batch');
          const program = words.next();
          const bytes = words.next();
          if (bytes > programBytesMax || this.#programs.size >= programsMax || this.#programs.has(program))
            throw new Refused('a program too many or too long');
          this.#programs.set(program, parseProgram(new TextDecoder().decode(words.bytes(bytes)), dtypeNamed));
          break;
        }
        case RemoteCommand.dispatch:
          dispatches++;
          this.#dispatch(words);
          break;
        case RemoteCommand.mark:
          this.#gpu.recordMark(slot(words.next()));
          break;
        case RemoteCommand.read: {
          const buffer = this.#buffer(words.next());
          const [offset, bytes] = [words.next(), words.next()];
          this.#within(buffer, offset, bytes);
          if (bytes === 0 || bytes > readBytesMax) throw new Refused('a read of another size');
          check(this.#gpu.recordRead(buffer, offset, bytes).hasStatus);
          wanted.push({ kind: 'bytes' });
          break;
        }
        case RemoteCommand.readMark:
          this.#gpu.recordMarkRead(slot(words.next()));
          wanted.push({ kind: 'bytes' });
          break;
        case RemoteCommand.synchronize:
          check(this.#gpu.recordCheck());
          this.#gpu.recordMarkRead(0);
          wanted.push({ kind: 'bytes' });
          break;
        default:
          throw new Refused('an unknown command');
      }
    }
    return wanted;
  }

  #buffer(handle: number): GpuBuffer {
    const found = this.#buffers.get(handle);
    if (!found) throw new Refused(`there is no buffer ${handle}`);
    return found;
  }
  #create(handle: number, bytes: number): void {
    if (handle <= this.#lastHandle) throw new Refused(`buffer ${handle} comes after ${this.#lastHandle}`);
    if (bytes === 0 || bytes % granularity !== 0) throw new Refused(`a buffer of ${bytes} bytes`);
    if (this.#buffers.size >= buffersMax) throw new Refused(`CUDA out of memory. More than ${buffersMax} tensors`);
    if (bytes > this.owned.adapter.bindingBytesMax || this.#bytes + bytes > this.#limits.bytesMax)
      throw new Refused(`CUDA out of memory. Tried to allocate ${bytes} bytes`);
    this.#lastHandle = handle;
    this.#buffers.set(handle, this.#gpu.memory.allocate(bytes));
    this.#bytes += bytes;
  }
  #free(handle: number): void {
    const buffer = this.#buffer(handle);
    this.#buffers.delete(handle);
    this.#bytes -= buffer.bytes;
    this.#gpu.memory.destroy(buffer);
  }
  #within(buffer: GpuBuffer, offset: number, bytes: number): void {
    if (offset % 4 !== 0 || bytes % 4 !== 0 || offset + bytes > buffer.bytes)
      throw new Refused(`bytes ${offset} to ${offset + bytes} of a buffer of ${buffer.bytes}`);
  }

  #dispatch(words: Words): void {
    const program = this.#programs.get(words.next());
    if (!program) throw new Refused('there is no such program');
    const count = words.next();
    if (count === 0 || count > operandsMax) throw new Refused(`${count} operands`);
    const operands = Array.from({ length: count }, () => this.#operand(words));
    for (const x of operands)
      if (operands.some(({ storage }) => storage.buffer === x.storage.buffer && storage.dtype !== x.storage.dtype))
        throw new Refused('memory of two dtypes');
    const numbers = Array.from({ length: program.numberCount }, () => words.double());
    const parameters = program.parameters(numbers);
    const work = workOf(program.kernel, operands, parameters) * program.cost;
    if (work > this.#limits.workMax)
      throw new Refused(`${program.kernel} of ${work} steps: too many for one kernel here`);
    this.#gpu.dispatch(program.kernel, operands, parameters);
    this.#work += work;
    if (this.#work < this.#limits.partWork) return;
    this.#gpu.flush();
    this.#work = 0;
  }

  #operand(words: Words): Operand {
    const buffer = this.#buffer(words.next());
    const dtype = remoteDtypes[words.next()];
    const [length, offset, rank] = [words.next(), words.next(), words.next()];
    if (!dtype) throw new Refused('a dtype that no GPU holds');
    if (length * 4 > buffer.bytes) throw new Refused('a storage larger than its memory');
    if (rank > rankMax) throw new Refused(`${rank} dimensions`);
    const shape = Array.from({ length: rank }, () => words.next());
    const strides = Array.from({ length: rank }, () => words.next());
    const count = elements({ shape });
    if (count > 2 ** 31) throw new Refused(`a shape of ${count} elements`);
    const last = shape.reduce((at, size, d) => at + (size - 1) * (strides[d] ?? 0), offset);
    if (count > 0 && last >= length) throw new Refused(`element ${last} of a storage of ${length}`);
    return { storage: new Storage(this.#gpu, dtype, length, buffer), dtype, offset, shape, strides };
  }
}

function slot(given: number): number {
  if (given >= marksMax) throw new Refused(`there is no slot ${given}`);
  return given;
}

/** Reads a batch word by word; never beyond its end. */
class Words {
  readonly #view: DataView;
  readonly #batch: Uint8Array;
  #at = 0;
  constructor(batch: Uint8Array) {
    this.#batch = batch;
    this.#view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  }
  get left(): number {
    return this.#batch.length - this.#at;
  }
  #take(bytes: number): number {
    if (bytes > this.left) throw new Refused('a batch that ends too early');
    const at = this.#at;
    this.#at += bytes;
    return at;
  }
  next(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  double(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }
  bytes(count: number): Uint8Array {
    const at = this.#take(Math.ceil(count / 4) * 4);
    return this.#batch.subarray(at, at + count);
  }
}

function answer(kind: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(answerHeaderBytes + body.length);
  bytes[0] = kind;
  bytes.set(body, answerHeaderBytes);
  return bytes;
}
const done = (body: Uint8Array): Uint8Array => answer(Answer.done, body);
/** In ASCII, and short: an isolate has no TextDecoder. */
const failed = (message: string, kind: number = Answer.failed): Uint8Array =>
  answer(
    kind,
    Buffer.from(
      (message.startsWith('CUDA') ? message : `CUDA error: ${message}`).slice(0, 2000).replace(/[^\x20-\x7e]/g, ' '),
    ),
  );
