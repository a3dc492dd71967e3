import { AssertionError, ValueError } from '../device/device.ts';
import { bindArguments, needed, repr } from '../nn/arguments.ts';
import type { Generator } from '../random/index.ts';
import { type Collated, default_collate, default_convert } from './collate.ts';
import { IterableDataset, type MapStyle } from './dataset.ts';
import { end, fetcher, type Fetching } from './fetch.ts';
import { BatchSampler, drawSeed, RandomSampler, SequentialSampler } from './sampler.ts';
import { Failed, Worker } from './worker.ts';

export interface DataLoaderOptions<T, B> {
  /**
   * Samples a batch; null gives samples one by one, as the dataset has them (say so to the compiler:
   * `new DataLoader<Sample, Sample>(…)`). Default: 1.
   */
  batch_size?: number | null;
  /** A new random order each epoch. Default: false. */
  shuffle?: boolean | null;
  /** The order of indices, in place of shuffle. */
  sampler?: Iterable<number> | null;
  /** The indices of each batch, in place of batch_size, shuffle, sampler and drop_last. */
  batch_sampler?: Iterable<readonly number[]> | null;
  /**
   * Workers, each with a random stream and dataset fields of its own, that take turns at the batches. They run in this thread.
   * Default: 0.
   */
  num_workers?: number;
  /** Makes a batch of a list of samples (of one sample where batch_size is null). Default: default_collate. */
  collate_fn?: ((samples: T[]) => B) | ((sample: T) => B) | null;
  /** Accepted: there is no memory here that a device cannot read. */
  pin_memory?: boolean;
  /** Leaves out a last batch that is not full. Default: false. */
  drop_last?: boolean;
  /** Accepted and checked: a worker answers at once. */
  timeout?: number;
  /** Called in each worker with its id, before it reads anything. */
  worker_init_fn?: ((worker_id: number) => void) | null;
  /** Accepted and checked: 'fork', 'spawn' or 'forkserver'. */
  multiprocessing_context?: string | null;
  /** Where the order and the workers' seeds are drawn from. Default: the default generator. */
  generator?: Generator | null;
  /** Batches a worker is told of in advance: how far ahead the sampler is read. Default: 2 where there are workers. */
  prefetch_factor?: number | null;
  /** Keeps workers, and what they changed in their dataset, from one epoch to the next. Default: false. */
  persistent_workers?: boolean;
  pin_memory_device?: string;
}
type AllOptions<T, B> = Required<DataLoaderOptions<T, B>>;

function* forever(): IterableIterator<null> {
  while (true) yield null;
}
const fixed = ['batch_size', 'batch_sampler', 'sampler', 'drop_last', 'dataset', 'persistent_workers'] as const;

function checkWorkers(o: AllOptions<never, never>): void {
  if (o.num_workers < 0)
    throw new ValueError('num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.');
  if (o.timeout < 0) throw new ValueError('timeout option should be non-negative');
  if (o.num_workers === 0 && o.prefetch_factor !== null)
    throw new ValueError(
      'prefetch_factor option could only be specified in multiprocessing. Let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.',
    );
  if (o.prefetch_factor !== null && o.prefetch_factor < 0)
    throw new ValueError('prefetch_factor option should be non-negative');
  if (o.persistent_workers && o.num_workers === 0)
    throw new ValueError('persistent_workers option needs num_workers > 0');
  const context = o.multiprocessing_context;
  if (context === null) return;
  if (o.num_workers === 0)
    throw new ValueError(
      'multiprocessing_context can only be used with multi-process loading (num_workers > 0), but got num_workers=0',
    );
  if (!['fork', 'spawn', 'forkserver'].includes(context))
    throw new ValueError(
      `multiprocessing_context option should specify a valid start method in ['fork', 'spawn', 'forkserver'], but got multiprocessing_context=${repr(context)}`,
    );
}
function checkSamplers(o: AllOptions<never, never>, stream: boolean): void {
  const unspecified = (option: string, value: unknown): never => {
    throw new ValueError(
      `DataLoader with IterableDataset: expected unspecified ${option} option, but got ${option}=${typeof value === 'object' ? value?.constructor.name : repr(value)}`,
    );
  };
  if (stream && o.shuffle) unspecified('shuffle', o.shuffle);
  if (stream && o.sampler !== null) unspecified('sampler', o.sampler);
  if (stream && o.batch_sampler !== null) unspecified('batch_sampler', o.batch_sampler);
  if (o.sampler !== null && o.shuffle) throw new ValueError('sampler option is mutually exclusive with shuffle');
  if (o.batch_sampler !== null && (o.batch_size !== 1 || o.shuffle || o.sampler !== null || o.drop_last))
    throw new ValueError('batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last');
  if (o.batch_sampler === null && o.batch_size === null && o.drop_last)
    throw new ValueError('batch_size=None option disables auto-batching and is mutually exclusive with drop_last');
}

/**
 * Batches of a dataset: `for (const [x, y] of new DataLoader(dataset, { batch_size: 4, shuffle: true }))`. Each `for … of` is a
 * new epoch. With the same `manual_seed` the order is PyTorch's.
 */
export class DataLoader<T = unknown, B = Collated<T>> implements Iterable<B> {
  declare readonly dataset: MapStyle<T> | IterableDataset<T>;
  declare readonly batch_size: number | null;
  declare readonly drop_last: boolean;
  declare readonly sampler: Iterable<number | null>;
  declare readonly batch_sampler: Iterable<readonly (number | null)[]> | null;
  declare readonly persistent_workers: boolean;
  readonly num_workers: number;
  readonly prefetch_factor: number | null;
  readonly pin_memory: boolean;
  readonly pin_memory_device: string;
  readonly timeout: number;
  readonly worker_init_fn: ((worker_id: number) => void) | null;
  readonly multiprocessing_context: string | null;
  readonly generator: Generator | null;
  readonly collate_fn: (samples: never) => unknown;
  #workers: Worker[] | null = null;

  constructor(
    dataset: MapStyle<T> | IterableDataset<T>,
    batch_size?: number | null | DataLoaderOptions<T, B>,
    shuffle?: boolean | null | DataLoaderOptions<T, B>,
    sampler?: Iterable<number> | null | DataLoaderOptions<T, B>,
    batch_sampler?: Iterable<readonly number[]> | null | DataLoaderOptions<T, B>,
    num_workers?: number | DataLoaderOptions<T, B>,
    collate_fn?: ((samples: T[]) => B) | null | DataLoaderOptions<T, B>,
    pin_memory?: boolean | DataLoaderOptions<T, B>,
    drop_last?: boolean | DataLoaderOptions<T, B>,
    timeout?: number | DataLoaderOptions<T, B>,
    worker_init_fn?: ((worker_id: number) => void) | null | DataLoaderOptions<T, B>,
    multiprocessing_context?: string | null | DataLoaderOptions<T, B>,
    generator?: Generator | null | DataLoaderOptions<T, B>,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments<AllOptions<never, never> & { dataset: MapStyle<T> | IterableDataset<T> }>(
      'DataLoader',
      args,
      {
        dataset: needed(),
        batch_size: 1,
        shuffle: null,
        sampler: null,
        batch_sampler: null,
        num_workers: 0,
        collate_fn: null,
        pin_memory: false,
        drop_last: false,
        timeout: 0,
        worker_init_fn: null,
        multiprocessing_context: null,
        generator: null,
        prefetch_factor: null,
        persistent_workers: false,
        pin_memory_device: '',
      },
    );
    const stream = o.dataset instanceof IterableDataset;
    checkWorkers(o);
    checkSamplers(o, stream);
    this.num_workers = o.num_workers;
    this.prefetch_factor = o.prefetch_factor ?? (o.num_workers > 0 ? 2 : null);
    this.pin_memory = o.pin_memory;
    this.pin_memory_device = o.pin_memory_device;
    this.timeout = o.timeout;
    this.worker_init_fn = o.worker_init_fn;
    this.multiprocessing_context = o.multiprocessing_context;
    this.generator = o.generator;
    const sampler: Iterable<number | null> =
      o.sampler ??
      (o.dataset instanceof IterableDataset
        ? { [Symbol.iterator]: forever }
        : o.shuffle
          ? new RandomSampler(o.dataset, { generator: o.generator })
          : new SequentialSampler(o.dataset));
    const batch_size = o.batch_sampler ? null : o.batch_size;
    const batch_sampler =
      o.batch_sampler ?? (batch_size === null ? null : new BatchSampler(sampler, batch_size, o.drop_last));
    this.collate_fn = o.collate_fn ?? (batch_sampler ? default_collate : default_convert);
    const values = { ...o, batch_size, batch_sampler, sampler };
    for (const name of fixed)
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => values[name],
        set() {
          throw new ValueError(`${name} attribute should not be set after DataLoader is initialized`);
        },
      });
  }

  /** Starts an epoch. */
  [Symbol.iterator](): IterableIterator<B> {
    const indices = (this.batch_sampler ?? this.sampler)[Symbol.iterator]();
    const fetching: Fetching = {
      dataset: this.dataset,
      batched: this.batch_sampler !== null,
      collate_fn: this.collate_fn,
      drop_last: this.drop_last,
    };
    if (this.num_workers > 0) return this.#shared(this.#start(fetching), indices) as IterableIterator<B>;
    drawSeed(this.generator); // the workers' seed, which PyTorch draws whether there are any or not
    if (this.timeout !== 0) throw new AssertionError('timeout needs num_workers > 0');
    return single(fetching, indices) as IterableIterator<B>;
  }

  #start(fetching: Fetching): Worker[] {
    if (this.#workers && this.persistent_workers) {
      for (const worker of this.#workers) worker.resume();
      return this.#workers;
    }
    const base = drawSeed(this.generator);
    const { num_workers, dataset } = this;
    this.#workers = Array.from(
      { length: num_workers },
      (_, id) => new Worker(fetching, { id, num_workers, seed: base + BigInt(id), dataset }, this.worker_init_fn),
    );
    return this.#workers;
  }

  /** Tasks go to the workers in turn, and their batches come back in the order of the tasks. */
  #shared(workers: readonly Worker[], indices: Iterator<unknown>): IterableIterator<unknown> {
    const running = new Set(workers);
    const tasks: { worker: Worker; index: unknown }[] = [];
    let turn = 0;
    const give = (): void => {
      const next = indices.next();
      if (next.done || running.size === 0) return;
      while (!running.has(workers[turn % workers.length] as Worker)) turn++;
      tasks.push({ worker: workers[turn++ % workers.length] as Worker, index: next.value });
    };
    for (let i = 0; i < (this.prefetch_factor ?? 2) * workers.length; i++) give();
    return epoch(() => {
      for (let task = tasks.shift(); task; task = tasks.shift()) {
        if (!running.has(task.worker)) continue;
        const batch = task.worker.fetch(task.index);
        if (batch === end) running.delete(task.worker);
        give();
        if (batch instanceof Failed) throw batch.error;
        if (batch !== end) return batch;
      }
      return end;
    });
  }

  /** Batches an epoch has: for a stream, what its `__len__` says, rounded, however many workers read it. */
  get length(): number {
    const { dataset, batch_size } = this;
    if (!(dataset instanceof IterableDataset)) {
      const order = (this.batch_sampler ?? this.sampler) as { length?: number };
      if (order.length === undefined) throw new TypeError(`object of type '${order.constructor.name}' has no len()`);
      return order.length;
    }
    if (batch_size === null) return dataset.length;
    return this.drop_last ? Math.floor(dataset.length / batch_size) : Math.ceil(dataset.length / batch_size);
  }
  /** `len(loader)` */
  __len__(): number {
    return this.length;
  }
}

function single(fetching: Fetching, indices: Iterator<unknown>): IterableIterator<unknown> {
  const fetch = fetcher(fetching);
  return epoch(() => {
    const next = indices.next();
    return next.done ? end : fetch(next.value);
  });
}
function epoch(next: () => unknown): IterableIterator<unknown> {
  return {
    next() {
      const value = next();
      return value === end ? { done: true, value: undefined } : { done: false, value };
    },
    [Symbol.iterator]() {
      return this;
    },
  };
}
