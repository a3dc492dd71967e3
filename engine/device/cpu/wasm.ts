// The compiled kernels and their memory. The memory is scratch: operands are copied in, results out, and nothing stays there
// between two calls, because nothing frees it (FinalizationRegistry never runs inside a synchronous loop).
import { relaxed, simd } from './kernels.generated.ts';

type Run = (...numbers: number[]) => number;
/** What assembly/index.ts exports beside its memory; pointers are bytes, truth is 0 or 1. */
type KernelName =
  | ('gemm32' | 'gemm64' | 'spread32' | 'spread64' | 'gemmOfWindows32' | 'pad32' | 'addWindows32')
  | ('softmaxLines32' | 'softmaxBackwardLines32' | 'standardizeLines32' | 'adam32' | 'sgd32')
  | VectorKernel;
export type VectorKernel = BinaryKernel | UnaryKernel | 'choose32' | 'truths32' | 'bytes32';
export type BinaryKernel =
  | ('add32' | 'subtract32' | 'multiply32' | 'divide32' | 'minimum32' | 'maximum32' | 'both32' | 'either32')
  | ('less32' | 'lessEqual32' | 'greater32' | 'greaterEqual32' | 'equal32' | 'notEqual32');
export type UnaryKernel =
  | ('negate32' | 'absolute32' | 'squareRoot32' | 'exp32' | 'log32' | 'tanh32' | 'sigmoid32')
  | ('opposite32' | 'isNan32');

export interface Kernels extends Readonly<Record<KernelName, Run>> {
  readonly f32: Float32Array;
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u8: Uint8Array;
  /** First byte for operands: what lies before is the kernels' own. */
  readonly start: number;
  readonly bytes: number;
}

let found: Kernels | null | undefined;
/** Makes an instance with its memory; null where that cannot be. */
let compiled: (() => Kernels) | null | undefined;

/** The kernels, made once, at the first need; null where there is no WebAssembly, or no SIMD in it: then plain JavaScript does the work. */
export function prepareKernels(): Kernels | null {
  if (found !== undefined) return found;
  compileKernels();
  try {
    found = compiled?.() ?? null;
  } catch {
    // No memory to be had.
    found = null;
  }
  return found;
}

/**
 * All of it but the instance, and the 16 MiB that come with one. A host that takes WebAssembly away afterwards calls this before; it must
 * not run while a heap snapshot is made, which cannot hold a module.
 */
export function compileKernels(): void {
  if (compiled !== undefined) return;
  try {
    compiled = typeof WebAssembly === 'undefined' ? null : compile();
  } catch {
    // No SIMD, or code generation forbidden.
    compiled = null;
  }
}

/** For tests: with false everything runs in plain JavaScript until called with true. */
export function useKernels(on: boolean): void {
  found = on ? undefined : null;
}

/** A function that does nothing but f32x4.relaxed_madd. */
const relaxedProbe = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 0x0a, 0x13, 1, 0x11, 0, 0x41, 0, 0xfd, 0x0f,
  0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x85, 2, 0x0b,
]);

let decoded: Record<'simd' | 'relaxed', Uint8Array<ArrayBuffer>> | undefined;

/** The first half of compileKernels, which a heap snapshot can hold. */
export const decodeKernels = (): NonNullable<typeof decoded> =>
  (decoded ??= { simd: fromBase64(simd), relaxed: fromBase64(relaxed) });

function compile(): () => Kernels {
  const { Module, Instance, validate } = WebAssembly;
  const module = new Module(decodeKernels()[validate(relaxedProbe) ? 'relaxed' : 'simd']);
  return () => kernelsOf(new Instance(module, {}));
}

function kernelsOf(instance: WebAssembly.Instance): Kernels {
  const { memory, dataStart, ...run } = instance.exports as unknown as {
    memory: WebAssembly.Memory;
    dataStart: WebAssembly.Global<'i32'>;
  } & Record<KernelName, Run>;
  const { buffer } = memory;
  return {
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
    i32: new Int32Array(buffer),
    u8: new Uint8Array(buffer),
    start: dataStart.value,
    bytes: buffer.byteLength,
    ...run,
  };
}

/** A bare isolate has no atob. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let at = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; at < bytes.length; i++) {
    const c = text.charCodeAt(i);
    const value = c === 43 ? 62 : c === 47 ? 63 : c < 58 ? c + 4 : c < 91 ? c - 65 : c - 71;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = bits >> count;
    bits &= (1 << count) - 1;
  }
  return bytes;
}
