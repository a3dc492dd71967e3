import torch, { type Tensor } from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import type { Rng } from '../authoring.ts';

/** xoshiro128**, seeded through splitmix32 from the run's seed and the test's id: the same inputs in whatever order the tests run. */
export function seededRng(seed: number, name: string): Rng {
  const next = xoshiro(seed, name);
  const unit = (): number => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
  const integer = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const fill = (shape: readonly number[], draw: () => number): Tensor => {
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, draw);
    return fromBytes('float32', shape, new Uint8Array(values.buffer));
  };
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const left = [...items];
    const out: T[] = [];
    while (left.length > 0) out.push(...left.splice(integer(0, left.length - 1), 1));
    return out;
  };
  return {
    integer,
    shuffled,
    number: (low = 0, high = 1) => low + unit() * (high - low),
    pick: (items) => {
      const picked = items.slice(integer(0, items.length - 1))[0];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    shape: ({ dims, sizes }) => Array.from({ length: integer(...dims) }, () => integer(...sizes)),
    // Box and Muller; 1 − u keeps the logarithm finite.
    normal: (shape) => fill(shape, () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())),
    uniform: (shape, low = 0, high = 1) => fill(shape, () => low + unit() * (high - low)),
    integers: (shape, low, high) => {
      const values = BigInt64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () =>
        BigInt(integer(low, high - 1)),
      );
      return fromBytes('int64', shape, new Uint8Array(values.buffer));
    },
  };
}

function xoshiro(seed: number, name: string): () => number {
  let mix = seed >>> 0;
  for (const character of name) mix = Math.imul(mix ^ (character.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0;
  const split = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const s = Uint32Array.from([split(), split(), split(), split()]);
  const turn = (x: number, k: number): number => (x << k) | (x >>> (32 - k));
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const c1 = c ^ a;
    const d1 = d ^ b;
    s[0] = a ^ d1;
    s[1] = b ^ c1;
    s[2] = c1 ^ (b << 9);
    s[3] = turn(d1, 11);
    return result;
  };
}

/** A seed of 32 bits for the engine's own generator. */
export function seedEngine(rng: Rng): void {
  torch.manual_seed(rng.integer(0, 2 ** 31 - 1));
}
