import { RuntimeError, ValueError } from '../device/device.ts';
import { torch } from '../core.ts';
import { float64 } from '../dtype.ts';
import { bindArguments, needed, repr } from '../nn/arguments.ts';
import { default_generator, Generator } from '../random/index.ts';
import type { Tensor } from '../tensor.ts';

/** Something with a length. */
export interface Sized {
  readonly length: number;
}

/** 63 random bits: what PyTorch draws for a seed with `torch.empty((), dtype=int64).random_()`. */
export const drawSeed = (generator: Generator | null): bigint =>
  BigInt.asUintN(63, (generator ?? default_generator).random64());

/** An order of indices. Write `*__iter__()` and `__len__()`; read it with `for … of` and `sampler.length`. */
export abstract class Sampler<T = number> implements Iterable<T> {
  abstract __iter__(): Iterator<T>;
  /** Throws a TypeError unless the class says how many indices it gives. */
  __len__(): number {
    throw new TypeError(`object of type '${this.constructor.name}' has no len()`);
  }
  [Symbol.iterator](): Iterator<T> {
    return this.__iter__();
  }
  get length(): number {
    return this.__len__();
  }
}

/** 0, 1, 2, … */
export class SequentialSampler extends Sampler {
  readonly data_source: Sized;
  constructor(data_source: Sized) {
    super();
    this.data_source = data_source;
  }
  override *__iter__(): Iterator<number> {
    for (let i = 0; i < this.data_source.length; i++) yield i;
  }
  override __len__(): number {
    return this.data_source.length;
  }
}

const positive = (n: unknown, name: string): void => {
  if (!Number.isInteger(n) || (n as number) <= 0)
    throw new ValueError(`${name} should be a positive integer value, but got ${name}=${repr(n)}`);
};
const numbers = (t: Tensor): number[] => t.tolist() as number[];

export interface RandomSamplerOptions {
  /** Draw each index anew from all. Default: false. */
  replacement?: boolean;
  /** How many indices an epoch has. Default: as many as there are samples. */
  num_samples?: number | null;
  /** Default: a new one each epoch, seeded by a draw from the default generator. */
  generator?: Generator | null;
}
/** All indices in random order; several orders one after another where num_samples is larger. */
export class RandomSampler extends Sampler {
  readonly data_source: Sized;
  readonly replacement: boolean;
  readonly generator: Generator | null;
  readonly #samples: number | null;
  constructor(
    data_source: Sized,
    replacement?: boolean | RandomSamplerOptions,
    num_samples?: number | null | RandomSamplerOptions,
    generator?: Generator | null,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('RandomSampler', args, {
      data_source: needed<Sized>(),
      replacement: false,
      num_samples: null as number | null,
      generator: null as Generator | null,
    });
    this.data_source = o.data_source;
    this.replacement = o.replacement;
    this.#samples = o.num_samples;
    this.generator = o.generator;
    if (typeof o.replacement !== 'boolean')
      throw new TypeError(`replacement should be a boolean value, but got replacement=${repr(o.replacement)}`);
    positive(this.num_samples, 'num_samples');
  }
  get num_samples(): number {
    return this.#samples ?? this.data_source.length;
  }
  override *__iter__(): Iterator<number> {
    const n = this.data_source.length;
    const generator = this.generator ?? new Generator().manual_seed(drawSeed(null));
    const wanted = this.num_samples;
    if (this.replacement) {
      // In blocks of 32, as PyTorch: a generator that others draw from too must see the same draws.
      for (let left = wanted; left >= 32; left -= 32) yield* numbers(torch.randint(n, [32], { generator }));
      yield* numbers(torch.randint(n, [wanted % 32], { generator }));
      return;
    }
    if (n === 0) throw new RangeError('integer division or modulo by zero');
    for (let left = wanted; left >= n; left -= n) yield* numbers(torch.randperm(n, { generator }));
    yield* numbers(torch.randperm(n, { generator })).slice(0, wanted % n);
  }
  override __len__(): number {
    return this.num_samples;
  }
}

/** The given indices in random order. */
export class SubsetRandomSampler extends Sampler {
  readonly indices: readonly number[];
  readonly generator: Generator | null;
  constructor(indices: readonly number[], generator?: Generator | null | { generator?: Generator | null });
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('SubsetRandomSampler', args, {
      indices: needed<readonly number[]>(),
      generator: null as Generator | null,
    });
    this.indices = o.indices;
    this.generator = o.generator;
  }
  override *__iter__(): Iterator<number> {
    for (const i of numbers(torch.randperm(this.indices.length, { generator: this.generator })))
      yield this.indices[i] as number;
  }
  override __len__(): number {
    return this.indices.length;
  }
}

export interface WeightedRandomSamplerOptions {
  /** Draw each index anew from all. Default: true. */
  replacement?: boolean;
  generator?: Generator | null;
}
/** Indices drawn with probabilities in proportion to their weights, which need not add up to 1. */
export class WeightedRandomSampler extends Sampler {
  /** float64 */
  readonly weights: Tensor;
  readonly num_samples: number;
  readonly replacement: boolean;
  readonly generator: Generator | null;
  constructor(
    weights: readonly number[] | Tensor,
    num_samples: number | (WeightedRandomSamplerOptions & { num_samples: number }),
    replacement?: boolean | WeightedRandomSamplerOptions,
    generator?: Generator | null,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('WeightedRandomSampler', args, {
      weights: needed<readonly number[] | Tensor>(),
      num_samples: needed<number>(),
      replacement: true,
      generator: null as Generator | null,
    });
    positive(o.num_samples, 'num_samples');
    if (typeof o.replacement !== 'boolean')
      throw new ValueError(`replacement should be a boolean value, but got replacement=${repr(o.replacement)}`);
    this.weights = torch.as_tensor(o.weights, float64);
    if (this.weights.ndim !== 1)
      throw new ValueError(
        `weights should be a 1d sequence but given weights have shape ${repr([...this.weights.shape])}`,
      );
    this.num_samples = o.num_samples;
    this.replacement = o.replacement;
    this.generator = o.generator;
  }
  override *__iter__(): Iterator<number> {
    yield* numbers(torch.multinomial(this.weights, this.num_samples, this.replacement, { generator: this.generator }));
  }
  override __len__(): number {
    return this.num_samples;
  }
}

/** Groups the indices of another sampler, or of any iterable, into lists of batch_size. */
export class BatchSampler<T = number> extends Sampler<T[]> {
  readonly sampler: Iterable<T>;
  readonly batch_size: number;
  readonly drop_last: boolean;
  constructor(
    sampler: Iterable<T>,
    batch_size: number | { batch_size: number; drop_last: boolean },
    drop_last?: boolean | { drop_last: boolean },
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('BatchSampler', args, {
      sampler: needed<Iterable<T>>(),
      batch_size: needed<number>(),
      drop_last: needed<boolean>(),
    });
    positive(o.batch_size, 'batch_size');
    if (typeof o.drop_last !== 'boolean')
      throw new ValueError(`drop_last should be a boolean value, but got drop_last=${repr(o.drop_last)}`);
    this.sampler = o.sampler;
    this.batch_size = o.batch_size;
    this.drop_last = o.drop_last;
  }
  override *__iter__(): Iterator<T[]> {
    let batch: T[] = [];
    for (const index of this.sampler) {
      batch.push(index);
      if (batch.length < this.batch_size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0 && !this.drop_last) yield batch;
  }
  override __len__(): number {
    const n = (this.sampler as Partial<Sized>).length;
    if (n === undefined) throw new TypeError(`object of type '${this.sampler.constructor.name}' has no len()`);
    return this.drop_last ? Math.floor(n / this.batch_size) : Math.ceil(n / this.batch_size);
  }
}

export interface DistributedSamplerOptions {
  num_replicas?: number | null;
  rank?: number | null;
  /** Default: true. */
  shuffle?: boolean;
  /** The same on every rank. Default: 0. */
  seed?: number;
  /** Leave out the tail instead of repeating the first samples. Default: false. */
  drop_last?: boolean;
}
/**
 * One rank's share of a dataset: every num_replicas-th index, after a shuffle by seed + epoch that all ranks agree on. Call
 * `set_epoch(epoch)` before each epoch, or every epoch has the same order.
 */
export class DistributedSampler extends Sampler {
  readonly dataset: Sized;
  readonly num_replicas: number;
  readonly rank: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly drop_last: boolean;
  /** How many indices this rank has. */
  readonly num_samples: number;
  /** How many all ranks have together. */
  readonly total_size: number;
  epoch = 0;
  constructor(
    dataset: Sized,
    num_replicas?: number | null | DistributedSamplerOptions,
    rank?: number | null | DistributedSamplerOptions,
    shuffle?: boolean | DistributedSamplerOptions,
    seed?: number | DistributedSamplerOptions,
    drop_last?: boolean,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('DistributedSampler', args, {
      dataset: needed<Sized>(),
      num_replicas: null as number | null,
      rank: null as number | null,
      shuffle: true,
      seed: 0,
      drop_last: false,
    });
    if (o.num_replicas === null || o.rank === null)
      throw new RuntimeError(
        'Default process group has not been initialized: say num_replicas and rank of the DistributedSampler',
      );
    if (o.rank >= o.num_replicas || o.rank < 0)
      throw new ValueError(`Invalid rank ${o.rank}, rank should be in the interval [0, ${o.num_replicas - 1}]`);
    this.dataset = o.dataset;
    this.num_replicas = o.num_replicas;
    this.rank = o.rank;
    this.shuffle = o.shuffle;
    this.seed = o.seed;
    this.drop_last = o.drop_last;
    const n = o.dataset.length;
    this.num_samples = o.drop_last ? Math.floor(n / o.num_replicas) : Math.ceil(n / o.num_replicas);
    this.total_size = this.num_samples * o.num_replicas;
  }
  override *__iter__(): Iterator<number> {
    const n = this.dataset.length;
    const order = this.shuffle
      ? numbers(torch.randperm(n, { generator: new Generator().manual_seed(this.seed + this.epoch) }))
      : Array.from({ length: n }, (_, i) => i);
    // Past the end the order starts again, so that every rank has as many.
    for (let i = this.rank; i < this.total_size; i += this.num_replicas) yield order[i % n] as number;
  }
  override __len__(): number {
    return this.num_samples;
  }
  /** Chooses the epoch's order. */
  set_epoch(epoch: number): void {
    this.epoch = epoch;
  }
}
