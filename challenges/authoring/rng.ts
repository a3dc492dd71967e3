import torch, { DType, type Tensor } from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import type { InputKind, Rng } from '../authoring.ts';

/** xoshiro128**, seeded through splitmix32 from the run's seed and the test's id: the same inputs in whatever order the tests run. */
export function seededRng(seed: number, name: string): Rng {
  const next = xoshiro(seed, name);
  const unit = (): number => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
  const integer = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const fill = (shape: readonly number[], draw: () => number, dtype = 'float32'): Tensor => {
    const length = shape.reduce((a, b) => a * b, 1);
    if (dtype === 'float32') return fromBytes(dtype, shape, new Uint8Array(Float32Array.from({ length }, draw).buffer));
    const exact = fromBytes('float64', shape, new Uint8Array(Float64Array.from({ length }, draw).buffer));
    return dtype === 'float64' ? exact : exact.to(dtypeNamed(dtype));
  };
  // Box and Muller; 1 − u keeps the logarithm finite.
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const input = (kind: InputKind, given: readonly number[], dtype?: string): Tensor => {
    const first = kind === 'batch of one' ? 1 : kind === 'empty' ? 0 : given[0];
    const shape = first === undefined ? [] : [first, ...given.slice(1)];
    const one = integer(0, Math.max(0, shape.reduce((a, b) => a * b, 1) - 1));
    const value = gauss();
    let at = 0;
    switch (kind) {
      case 'ties':
        return fill(shape, () => integer(-1, 1), dtype);
      case 'constant':
        return fill(shape, () => value, dtype);
      case 'zeros':
        return fill(shape, () => 0, dtype);
      case 'large':
        return fill(shape, () => 1e4 * gauss(), dtype);
      case 'tiny':
        return fill(shape, () => 1e-4 * gauss(), dtype);
      case 'nan':
      case 'inf':
        return fill(shape, () => (at++ === one ? (kind === 'nan' ? Number.NaN : Infinity) : gauss()), dtype);
      default:
        return fill(shape, gauss, dtype);
    }
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
    normal: (shape, { dtype } = {}) => fill(shape, gauss, dtype),
    uniform: (shape, low = 0, high = 1, { dtype } = {}) => fill(shape, () => low + unit() * (high - low), dtype),
    booleans: (shape, probability = 0.5) => fill(shape, () => Number(unit() < probability), 'bool'),
    input: (kind, shape, { dtype } = {}) => input(kind, shape, dtype),
    cases: ({ shape, of = ['ordinary', 'batch of one', 'ties', 'constant', 'large'], dtype }) =>
      of.map((kind) => [kind, input(kind, shape, dtype)]),
    integers: (shape, low, high) => {
      const values = BigInt64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () =>
        BigInt(integer(low, high - 1)),
      );
      return fromBytes('int64', shape, new Uint8Array(values.buffer));
    },
  };
}

export function dtypeNamed(name: string): DType {
  const found: unknown = Reflect.get(torch, name);
  if (!(found instanceof DType)) throw new Error(`torch has no dtype ${name}`);
  return found;
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

/** A seed for what runs on the candidate's side: of a test, or of the loading of a behaviour's module. */
export const seedOf = (seed: number, name: string): number =>
  seededRng(seed, `${name} candidate`).integer(0, 2 ** 31 - 1);

/** A seed of 32 bits for the engine's own generator. */
export function seedEngine(rng: Rng): void {
  torch.manual_seed(rng.integer(0, 2 ** 31 - 1));
}
