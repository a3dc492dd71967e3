// One launch of a kernel: the words it is given, the memory it sees, and its text, which is made only when a kernel with the
// same key and the same kinds of operands was never launched before.
import type { Operand, Storage } from '../device.ts';
import { kept, kindOf, type Typed, typeOf } from './wgsl.ts';

/** Words that a kernel reads as P[…]; what is added returns its place. The first two are infinity and NaN. */
export class Parameters {
  readonly #words: number[] = [0x7f800000, 0x7fc00000];

  u32(value: number): number {
    return this.#words.push(value) - 1;
  }
  f32(value: number): number {
    single[0] = value;
    return this.#words.push(singleBits[0] ?? 0) - 1;
  }
  list(values: readonly number[]): number {
    const at = this.#words.length;
    for (const value of values) this.#words.push(value);
    return at;
  }
  words(): Uint32Array {
    return Uint32Array.from(this.#words);
  }
}
const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** A number of f32 in P. */
export const float = (place: number): string => `bitcast<f32>(P[${place}])`;
export const int = (place: number): string => `bitcast<i32>(P[${place}])`;

/** How a row-major count becomes offsets into several operands: sizes, and strides of each operand. */
export class Walk {
  readonly rank: number;
  readonly length: number;
  readonly #sizes: number;
  readonly #strides: readonly number[];

  constructor(parameters: Parameters, sizes: readonly number[], strides: readonly (readonly number[])[]) {
    const merged = merge(sizes, strides);
    this.rank = merged.sizes.length;
    this.length = merged.sizes.reduce((a, b) => a * b, 1);
    this.#sizes = parameters.list(merged.sizes);
    this.#strides = merged.strides.map((list) => parameters.list(list));
  }
  /** Statements that add to each variable its operand's offset of the `count`-th place. */
  advance(count: string, variables: readonly string[]): string {
    let text = `{ var rest = ${count};`;
    for (let d = this.rank - 1; d >= 0; d--) {
      text += d === 0 ? 'let c0 = rest;' : `let c${d} = rest % P[${this.#sizes + d}]; rest /= P[${this.#sizes + d}];`;
      variables.forEach((variable, k) => {
        text += `${variable} += c${d} * P[${(this.#strides[k] ?? 0) + d}];`;
      });
    }
    return `${text}}`;
  }
}

/** Neighbouring dimensions that every operand walks as one are one; those of size 1 are none. */
export function merge(sizes: readonly number[], strides: readonly (readonly number[])[]) {
  const mergedSizes: number[] = [];
  const mergedStrides: number[][] = strides.map(() => []);
  sizes.forEach((size, d) => {
    if (size === 1) return;
    const last = mergedSizes.length - 1;
    const isOne = last >= 0 && strides.every((list, k) => mergedStrides[k]?.[last] === (list[d] ?? 0) * size);
    if (isOne) mergedSizes[last] = (mergedSizes[last] ?? 1) * size;
    else mergedSizes.push(size);
    strides.forEach((list, k) => {
      const own = mergedStrides[k];
      if (isOne) own?.splice(-1, 1, list[d] ?? 0);
      else own?.push(list[d] ?? 0);
    });
  });
  return { sizes: mergedSizes, strides: mergedStrides };
}

export type Groups = readonly [number, number, number];
export const workgroupSize = 64;
/** Workgroups for so many of them in a row, within what one dimension may have. */
export function inRow(count: number): Groups {
  const max = 32768;
  return count <= max ? [count, 1, 1] : [max, Math.ceil(count / max), 1];
}
export const threads = (count: number): Groups => inRow(Math.ceil(count / workgroupSize));

export interface Launch {
  /** Names the text, with the kinds of the operands. */
  readonly key: string;
  /** Those that are written come first. */
  readonly operands: readonly Operand[];
  readonly outputs: number;
  /** The outputs' old elements are read too, or some are left as they are. */
  readonly changes?: boolean;
  /** Reports indices that are out of range: `fail(index, size)`. */
  readonly checks?: boolean;
  readonly parameters: Parameters;
  readonly groups: Groups;
  /** Declarations, and the body of the kernel: `id` is the row-major thread, `group` the workgroup, `lane` the thread in it. */
  readonly text: (x: Accessors) => { readonly declarations?: string; readonly body: string };
}

/** How a text reads and writes operands. */
export class Accessors {
  readonly #operands: readonly Operand[];
  readonly #bindings: readonly number[];
  constructor(operands: readonly Operand[], bindings: readonly number[]) {
    this.#operands = operands;
    this.#bindings = bindings;
  }
  #of(k: number): Operand {
    const found = this.#operands[k];
    if (!found) throw new Error(`a kernel names operand ${k}, which it is not given`);
    return found;
  }
  element(k: number, at: string): string {
    return `B${this.#bindings[k]}[${at}]`;
  }
  load(k: number, at: string): Typed {
    return { text: this.element(k, at), kind: kindOf(this.#of(k).dtype) };
  }
  float(k: number, at: string): string {
    return this.type(k) === 'f32' ? this.element(k, at) : `f32(${this.element(k, at)})`;
  }
  /** A statement. */
  store(k: number, at: string, value: Typed): string {
    return `${this.element(k, at)} = ${kept(value, this.#of(k).dtype)};`;
  }
  /** What the operand would keep of a value, as its own type. */
  kept(k: number, value: Typed): string {
    return kept(value, this.#of(k).dtype);
  }
  type(k: number): 'f32' | 'i32' {
    return typeOf(this.#of(k).dtype);
  }
}

/** Which buffer each operand is in: a buffer that several operands see is bound once. */
export function bindingsOf(operands: readonly Operand[]): { bindings: number[]; storages: Storage[] } {
  const storages: Storage[] = [];
  const bindings = operands.map(({ storage }) => {
    const known = storages.findIndex((other) => other.buffer === storage.buffer);
    return known >= 0 ? known : storages.push(storage) - 1;
  });
  return { bindings, storages };
}

export function wholeText(launch: Launch, bindings: readonly number[], storages: readonly Storage[]): string {
  const written = new Set(bindings.slice(0, launch.outputs));
  const { declarations = '', body } = launch.text(new Accessors(launch.operands, bindings));
  const buffers = storages.map(
    ({ dtype }, b) =>
      `@group(0) @binding(${b + 1}) var<storage, ${written.has(b) ? 'read_write' : 'read'}> B${b}: array<${typeOf(dtype)}>;\n`,
  );
  const status = launch.checks
    ? `@group(0) @binding(${storages.length + 1}) var<storage, read_write> status: array<atomic<u32>, 4>;
fn fail(index: i32, size: u32) {
  if (atomicCompareExchangeWeak(&status[0], 0u, 1u).exchanged) {
    atomicStore(&status[1], bitcast<u32>(index));
    atomicStore(&status[2], size);
  }
}
`
    : '';
  return `@group(0) @binding(0) var<storage, read> P: array<u32>;
${buffers.join('')}${status}${declarations}
@compute @workgroup_size(${workgroupSize})
fn main(@builtin(workgroup_id) place: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) lane: u32) {
  let group = place.y * groups.x + place.x;
  let id = group * ${workgroupSize}u + lane;
  ${body}
}
`;
}
