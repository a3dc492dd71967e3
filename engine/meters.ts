// What a stretch of work did, counted the same on every device: challenges grade on it. Nothing is counted while no stretch is open.
// Not part of `torch`: the judge's agent starts and reads it, a submission cannot reach it.
import { OutOfMemoryError, sizeText, storagesMade } from './device/device.ts';
import type { Traffic } from './distributed/traffic.ts';

export interface MeterReading {
  /** Operators run, by name; the operators that one is made of count too. */
  readonly operators: Readonly<Record<string, number>>;
  /** Kernels started on the device. */
  readonly kernels: number;
  /** 2mnk for a matrix product, the products of a convolution, one for each element of a pointwise kernel or a reduction. */
  readonly flops: number;
  /** Operations recorded for backward. */
  readonly recorded: number;
  /** Bytes that became kept for backward: of each memory once while it is kept, and none of memory made before the stretch. */
  readonly savedBytes: number;
  /** The most of them kept at one time. A graph that backward never walks counts as kept to the end. */
  readonly savedBytesPeak: number;
  /** Those still kept at the end. */
  readonly savedBytesLeft: number;
  /** Bytes of all tensors made, views excepted. */
  readonly allocatedBytes: number;
  /** Bytes of the largest of them. */
  readonly largestBytes: number;
  /** Walks of backward() and autograd.grad(). */
  readonly backwards: number;
  /** Collectives of torch.distributed, by name, and the bytes they moved. */
  readonly collectives: Readonly<Record<string, number>>;
  readonly collectiveBytes: number;
  /** Messages of send and isend, by who sent them to whom: '0→1'. */
  readonly messages: Readonly<Record<string, number>>;
}

/** As much of a storage as is counted. */
interface Memory {
  readonly id: number;
  readonly bytes: number;
}

class Stretch {
  readonly operators = new Map<string, number>();
  readonly collectives = new Map<string, number>();
  readonly messages = new Map<string, number>();
  readonly outer: Stretch | null;
  readonly budgetBytes: number;
  kernels = 0;
  flops = 0;
  recorded = 0;
  savedBytes = 0;
  savedBytesPeak = kept;
  allocatedBytes = 0;
  largestBytes = 0;
  backwards = 0;
  collectiveBytes = 0;
  constructor(outer: Stretch | null, budgetBytes: number) {
    this.outer = outer;
    this.budgetBytes = Math.min(budgetBytes, outer?.budgetBytes ?? Infinity);
  }

  /** What is kept for backward and the new tensor must fit. What else is alive only the garbage collector knows, and not always alike. */
  fit(bytes: number): void {
    if (kept + bytes <= this.budgetBytes) return;
    throw new OutOfMemoryError(
      `out of memory. Tried to allocate ${sizeText(bytes)} (${sizeText(this.budgetBytes)} total capacity; ` +
        `${sizeText(kept)} already allocated and kept for backward)`,
    );
  }

  read(): MeterReading {
    const { kernels, flops, recorded, savedBytes, savedBytesPeak, allocatedBytes, largestBytes } = this;
    return {
      operators: Object.fromEntries(this.operators),
      kernels,
      flops,
      recorded,
      savedBytes,
      savedBytesPeak,
      savedBytesLeft: kept,
      allocatedBytes,
      largestBytes,
      backwards: this.backwards,
      collectives: Object.fromEntries(this.collectives),
      collectiveBytes: this.collectiveBytes,
      messages: Object.fromEntries(this.messages),
    };
  }
  /** What an inner stretch did was done in this one too. */
  add(inner: Stretch): void {
    for (const [name, n] of inner.operators) addTo(this.operators, name, n);
    for (const [name, n] of inner.collectives) addTo(this.collectives, name, n);
    for (const [pair, n] of inner.messages) addTo(this.messages, pair, n);
    this.kernels += inner.kernels;
    this.flops += inner.flops;
    this.recorded += inner.recorded;
    this.savedBytes += inner.savedBytes;
    this.savedBytesPeak = Math.max(this.savedBytesPeak, inner.savedBytesPeak);
    this.allocatedBytes += inner.allocatedBytes;
    this.largestBytes = Math.max(this.largestBytes, inner.largestBytes);
    this.backwards += inner.backwards;
    this.collectiveBytes += inner.collectiveBytes;
  }
}
/**
 * Two readings added (sign 1), or the second taken out of the first (sign −1). Of what cannot be added, peaks and what is left, a sum has
 * the larger one and the later one, a difference the first's.
 */
export function combineReadings(a: MeterReading, b: MeterReading, sign: 1 | -1): MeterReading {
  const peak = (x: number, y: number): number => (sign === 1 ? Math.max(x, y) : x);
  return {
    operators: combineCounts(a.operators, b.operators, sign),
    kernels: a.kernels + sign * b.kernels,
    flops: a.flops + sign * b.flops,
    recorded: a.recorded + sign * b.recorded,
    savedBytes: a.savedBytes + sign * b.savedBytes,
    savedBytesPeak: peak(a.savedBytesPeak, b.savedBytesPeak),
    savedBytesLeft: sign === 1 ? b.savedBytesLeft : a.savedBytesLeft,
    allocatedBytes: a.allocatedBytes + sign * b.allocatedBytes,
    largestBytes: peak(a.largestBytes, b.largestBytes),
    backwards: a.backwards + sign * b.backwards,
    collectives: combineCounts(a.collectives, b.collectives, sign),
    collectiveBytes: a.collectiveBytes + sign * b.collectiveBytes,
    messages: combineCounts(a.messages, b.messages, sign),
  };
}
type Counts = Readonly<Record<string, number>>;
const combineCounts = (a: Counts, b: Counts, sign: 1 | -1): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)] as const)
      .filter(([, n]) => n !== 0),
  );

const sizeOf = (shape: readonly number[] = []): number => shape.reduce((a, b) => a * b, 1);
const addTo = (counts: Map<string, number>, name: string, n: number): void =>
  void counts.set(name, (counts.get(name) ?? 0) + n);

let stretch: Stretch | null = null;
/** How often each memory is kept for backward, since the outermost stretch began. */
let keeps = new Map<Memory, number>();
let kept = 0;
/** The first storage made after the outermost stretch began. */
let firstId = 0;

/** Kernels that do arithmetic on every element and that no operator counts by itself. */
const elementwise: ReadonlySet<string> = new Set(['pointwise', 'reduce', 'softmax', 'standardize', 'scan']);

export const meters = {
  get on(): boolean {
    return stretch !== null;
  },
  /**
   * Opens a stretch, inside the one that is open if there is one. A tensor that does not fit `budgetBytes` beside what is kept for
   * backward throws OutOfMemoryError. What a graph keeps that backward never walks stays counted, as in all readings.
   */
  start(budgetBytes = Infinity): void {
    if (stretch === null) {
      keeps = new Map();
      kept = 0;
      firstId = storagesMade() + 1;
    }
    stretch = new Stretch(stretch, budgetBytes);
  },
  /** Closes the innermost stretch. */
  stop(): MeterReading {
    if (stretch === null) throw new Error('no stretch is open');
    const ended = stretch;
    stretch = ended.outer;
    stretch?.add(ended);
    return ended.read();
  },

  // What follows is called by the engine; where it costs, only while `on`.
  ran(name: string): void {
    if (stretch) addTo(stretch.operators, name, 1);
  },
  launched(kernel: string, operands: readonly { readonly shape: readonly number[] }[]): void {
    if (!stretch) return;
    stretch.kernels++;
    // gemm writes [batch, m, n] from [batch, m, k] and [batch, k, n].
    if (kernel === 'gemm') stretch.flops += 2 * sizeOf(operands[0]?.shape) * (operands[1]?.shape.at(-1) ?? 0);
    if (!elementwise.has(kernel)) return;
    stretch.flops += operands.reduce((most, { shape }) => Math.max(most, sizeOf(shape)), 0);
  },
  /** Arithmetic of a kernel whose shapes alone do not tell it. */
  worked(flops: number): void {
    if (stretch) stretch.flops += flops;
  },
  recorded(): void {
    if (stretch) stretch.recorded++;
  },
  allocated(bytes: number): void {
    if (!stretch) return;
    stretch.fit(bytes);
    stretch.allocatedBytes += bytes;
    if (bytes > stretch.largestBytes) stretch.largestBytes = bytes;
  },
  /** Whether it counted this, so that `released` must be told. */
  saved(memory: Memory): boolean {
    if (!stretch || memory.id < firstId) return false;
    const times = keeps.get(memory) ?? 0;
    keeps.set(memory, times + 1);
    if (times > 0) return true;
    stretch.savedBytes += memory.bytes;
    kept += memory.bytes;
    if (kept > stretch.savedBytesPeak) stretch.savedBytesPeak = kept;
    return true;
  },
  released(memory: Memory): void {
    const times = keeps.get(memory);
    if (times === undefined) return;
    if (times > 1) return void keeps.set(memory, times - 1);
    keeps.delete(memory);
    kept -= memory.bytes;
  },
  walked(): void {
    if (stretch) stretch.backwards++;
  },
  /** The collectives of one rank. */
  communicated(rank: number, { calls, bytes_sent, messages }: Traffic): void {
    if (!stretch) return;
    for (const [name, n] of Object.entries(calls)) addTo(stretch.collectives, name, n);
    for (const [to, n] of Object.entries(messages)) addTo(stretch.messages, `${rank}→${to}`, n);
    stretch.collectiveBytes += bytes_sent;
  },
};
