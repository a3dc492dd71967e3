import { uint8 } from '../dtype.ts';
import { deviceNamed, RuntimeError } from '../device/device.ts';
import { fromValues, Tensor, valuesOf } from '../tensor.ts';
import { Mt19937 } from './mt19937.ts';

/** Bytes of PyTorch's CPUGeneratorImplState: seed, left, seeded, next, 624 words of 8 bytes, cached normal values. */
const stateBytes = 5056;
const wordsAt = 24;
const normalAt = wordsAt + 624 * 8;

/** What a new generator is seeded with. */
const firstSeed = 67280421310721;
/** A seed that cannot be foreseen; 53 bits, so that a number holds it exactly. Its source is V8's own, not the host's. */
const foreignSeed = (): number => Math.floor(Math.random() * 2 ** 53);

function seedOf(seed: number | bigint): bigint {
  if (typeof seed !== 'bigint' && !Number.isInteger(seed))
    throw new RuntimeError(`manual_seed expected a long, but got ${String(seed)}`);
  const exact = BigInt(seed);
  if (exact < -(2n ** 63n) || exact > 2n ** 64n - 1n)
    throw new RuntimeError(
      'Overflow when unpacking long: a seed must lie in [-0x8000_0000_0000_0000, 0xffff_ffff_ffff_ffff]',
    );
  return BigInt.asUintN(64, exact);
}

/**
 * A source of pseudorandom numbers with its own state: mt19937, as PyTorch's CPU generator.
 * Pass it as `{ generator }` to any random operator to draw from it instead of the default one.
 */
export class Generator {
  readonly device: string;
  #engine: Mt19937 | null = null;
  /** @internal the second value of the last Box–Muller pair, which the next scalar draw returns */
  nextNormal: number | null = null;
  #nextFloatNormal: number | null = null;

  constructor(device = 'cpu') {
    this.device = deviceNamed(device).name;
  }

  /** @internal made at the first use: a default generator in a snapshot of the engine must not share its seed. */
  get engine(): Mt19937 {
    this.#engine ??= new Mt19937(BigInt(this === default_generator ? foreignSeed() : firstSeed));
    return this.#engine;
  }

  /** Restarts the stream at `seed`; negative seeds count back from 2^64. */
  manual_seed(seed: number | bigint): this {
    this.#engine = new Mt19937(seedOf(seed));
    this.nextNormal = null;
    this.#nextFloatNormal = null;
    return this;
  }
  /** The seed last set, from 0 to 2^64 − 1; a bigint where a number would round it. */
  initial_seed(): number | bigint {
    const { seed } = this.engine;
    return seed <= Number.MAX_SAFE_INTEGER ? Number(seed) : seed;
  }
  /** Restarts the stream at a seed that cannot be foreseen, and returns it. */
  seed(): number {
    const seed = foreignSeed();
    this.manual_seed(seed);
    return seed;
  }

  /** @internal 32 random bits */
  random(): number {
    return this.engine.draw();
  }
  /** @internal the low 53 bits of the 64 that two draws make: the first draw is the upper half */
  random53(): number {
    const high = this.engine.draw() & 0x1fffff;
    return high * 4294967296 + this.engine.draw();
  }
  /** @internal */
  random64(): bigint {
    const high = this.engine.draw();
    return (BigInt(high) << 32n) | BigInt(this.engine.draw());
  }

  /** The whole state, a uint8 tensor of 5056 bytes in PyTorch's own layout. */
  get_state(): Tensor {
    const bytes = new Uint8Array(stateBytes);
    const view = new DataView(bytes.buffer);
    const { engine } = this;
    view.setBigUint64(0, engine.seed, true);
    view.setInt32(8, engine.left, true);
    view.setInt32(12, engine.seeded, true);
    view.setBigUint64(16, BigInt(engine.next), true);
    engine.words.forEach((word, i) => view.setUint32(wordsAt + 8 * i, word, true));
    if (this.nextNormal !== null) {
      view.setFloat64(normalAt + 8, this.nextNormal, true);
      view.setInt32(normalAt + 24, 1, true);
    }
    if (this.#nextFloatNormal !== null) {
      view.setFloat32(normalAt + 32, this.#nextFloatNormal, true);
      view.setUint8(normalAt + 36, 1);
    }
    return fromValues(bytes, [stateBytes], uint8);
  }
  /** Goes on from a state that `get_state` (here or in PyTorch) gave. */
  set_state(new_state: Tensor): this {
    if (!(new_state instanceof Tensor) || new_state.dtype !== uint8)
      throw new TypeError('RNG state must be a torch.ByteTensor');
    const bytes = Uint8Array.from(valuesOf(new_state));
    if (bytes.length !== stateBytes)
      throw new RuntimeError(
        `Expected a CPUGeneratorImplState of size ${stateBytes} but found the input RNG state size to be ${bytes.length}`,
      );
    const view = new DataView(bytes.buffer);
    const engine = new Mt19937(view.getBigUint64(0, true));
    engine.left = view.getInt32(8, true);
    engine.seeded = view.getInt32(12, true);
    engine.next = Number(view.getBigUint64(16, true));
    if (engine.seeded !== 1 || engine.left < 1 || engine.left > 624 || engine.next > 624)
      throw new RuntimeError('Invalid mt19937 state');
    for (let i = 0; i < 624; i++) engine.words[i] = view.getUint32(wordsAt + 8 * i, true);
    this.#engine = engine;
    this.nextNormal = view.getInt32(normalAt + 24, true) ? view.getFloat64(normalAt + 8, true) : null;
    this.#nextFloatNormal = view.getUint8(normalAt + 36) ? view.getFloat32(normalAt + 32, true) : null;
    return this;
  }
  /** An independent generator that goes on from the same state. */
  clone_state(): Generator {
    return new Generator(this.device).set_state(this.get_state());
  }
  toString(): string {
    return `<torch._C.Generator object device='${this.device}'>`;
  }
}

/** The generator that random operators draw from when none is given; unless seeded, every program has another stream. */
export const default_generator: Generator = new Generator();

/** Seeds the default generator: the same seed gives PyTorch's own numbers. A fraction is cut off, as `int(seed)` does. */
export const manual_seed = (seed: number | bigint): Generator =>
  default_generator.manual_seed(typeof seed === 'number' ? Math.trunc(seed) : seed);
/** Seeds the default generator at random and returns the seed. */
export const seed = (): number => default_generator.seed();
/** The seed the default generator started from. */
export const initial_seed = (): number | bigint => default_generator.initial_seed();
/** The default generator's state, a uint8 tensor. */
export const get_rng_state = (): Tensor => default_generator.get_state();
/** Sets the default generator's state. */
export const set_rng_state = (new_state: Tensor): void => void default_generator.set_state(new_state);

/** Runs the function, or the rest of the block after `using _ = fork_rng()`, and puts the default stream back. */
export function fork_rng(): Disposable;
export function fork_rng<R>(body: () => R): R;
export function fork_rng<R>(body?: () => R): R | Disposable {
  const before = get_rng_state();
  const restore = () => set_rng_state(before);
  if (!body) return { [Symbol.dispose]: restore };
  try {
    return body();
  } finally {
    restore();
  }
}
