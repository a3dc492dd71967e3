import { AssertionError, ValueError } from '../device/device.ts';
import { torch } from '../core.ts';
import { default_generator, type Generator } from '../random/index.ts';
import type { Tensor } from '../tensor.ts';

/** Anything indexed from 0 with a length: a Dataset, or a plain array. */
export interface MapStyle<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/**
 * A map-style dataset. Write `__getitem__(index)` and `__len__()`, as in PyTorch; read `dataset.at(index)` and
 * `dataset.length`, TypeScript's spelling of `dataset[index]` and `len(dataset)`. `__getitems__(indices)`, where a class has
 * it, fetches a whole batch at once.
 */
export abstract class Dataset<T = unknown> implements MapStyle<T> {
  abstract __getitem__(index: number): T;
  /** Throws a TypeError unless the class says how many samples it has. */
  __len__(): number {
    throw new TypeError(`object of type '${this.constructor.name}' has no len()`);
  }
  __getitems__?(indices: readonly number[]): T[];
  at(index: number): T {
    return this.__getitem__(index);
  }
  get length(): number {
    return this.__len__();
  }
  /** This dataset followed by another: `dataset + other`. */
  add<U>(other: MapStyle<U>): ConcatDataset<T | U> {
    return new ConcatDataset<T | U>([this, other]);
  }
}

/**
 * A dataset that is a stream: write `*__iter__()`, read it with `for … of`. A DataLoader with workers runs `__iter__` once in
 * each of them: look at `get_worker_info()` there to give each its own share.
 */
export abstract class IterableDataset<T = unknown> implements Iterable<T> {
  abstract __iter__(): Iterator<T>;
  /** Throws a TypeError unless the class says how many samples it has. */
  __len__(): number {
    throw new TypeError(`object of type '${this.constructor.name}' has no len()`);
  }
  [Symbol.iterator](): Iterator<T> {
    return this.__iter__();
  }
  get length(): number {
    return this.__len__();
  }
  /** This stream followed by another: `dataset + other`. */
  add<U>(other: IterableDataset<U>): ChainDataset<T | U> {
    return new ChainDataset<T | U>([this, other]);
  }
}

/** Samples are the slices of several tensors along their first dimension, which must be equally long. */
export class TensorDataset<const T extends readonly Tensor[] = readonly Tensor[]> extends Dataset<{
  -readonly [K in keyof T]: Tensor;
}> {
  readonly tensors: T;
  constructor(...tensors: T) {
    super();
    if (tensors.some((t) => t.size(0) !== tensors[0]?.size(0)))
      throw new AssertionError('Size mismatch between tensors');
    this.tensors = tensors;
  }
  override __getitem__(index: number): { -readonly [K in keyof T]: Tensor } {
    return this.tensors.map((t) => t.at(index)) as { -readonly [K in keyof T]: Tensor };
  }
  override __len__(): number {
    return this.tensors[0]?.size(0) ?? 0;
  }
}

function member<T>(dataset: MapStyle<T>, index: number): T {
  return dataset.at(index) as T;
}

/** Several datasets one after another. */
export class ConcatDataset<T = unknown> extends Dataset<T> {
  readonly datasets: readonly MapStyle<T>[];
  /** How many samples there are up to the end of each dataset. */
  readonly cumulative_sizes: readonly number[];
  constructor(datasets: Iterable<MapStyle<T>>) {
    super();
    this.datasets = [...datasets];
    if (this.datasets.length === 0) throw new AssertionError('datasets should not be an empty iterable');
    if (this.datasets.some((d) => (d as unknown) instanceof IterableDataset))
      throw new AssertionError('ConcatDataset does not support IterableDataset');
    let total = 0;
    this.cumulative_sizes = this.datasets.map((d) => (total += d.length));
  }
  override __len__(): number {
    return this.cumulative_sizes.at(-1) ?? 0;
  }
  override __getitem__(index: number): T {
    if (-index > this.length) throw new ValueError('absolute value of index should not exceed dataset length');
    const from0 = index < 0 ? this.length + index : index;
    const which = this.cumulative_sizes.findIndex((end) => from0 < end);
    const dataset = this.datasets[which];
    if (!dataset) throw new RangeError('list index out of range');
    return member(dataset, from0 - (this.cumulative_sizes[which - 1] ?? 0));
  }
}

/** Several streams one after another. */
export class ChainDataset<T = unknown> extends IterableDataset<T> {
  readonly datasets: Iterable<IterableDataset<T>>;
  constructor(datasets: Iterable<IterableDataset<T>>) {
    super();
    this.datasets = datasets;
  }
  *#streams(): IterableIterator<IterableDataset<T>> {
    for (const d of this.datasets) {
      if (!(d instanceof IterableDataset)) throw new AssertionError('ChainDataset only supports IterableDataset');
      yield d;
    }
  }
  override *__iter__(): Iterator<T> {
    for (const d of this.#streams()) yield* d;
  }
  override __len__(): number {
    let total = 0;
    for (const d of this.#streams()) total += d.length;
    return total;
  }
}

/** The samples of a dataset at the given indices. */
export class Subset<T = unknown> extends Dataset<T> {
  readonly dataset: MapStyle<T>;
  readonly indices: readonly number[];
  constructor(dataset: MapStyle<T>, indices: readonly number[]) {
    super();
    this.dataset = dataset;
    this.indices = indices;
  }
  #inner(index: number): number {
    const inner = this.indices.at(index);
    if (inner === undefined) throw new RangeError('list index out of range');
    return inner;
  }
  override __getitem__(index: number): T {
    return member(this.dataset, this.#inner(index));
  }
  override __getitems__(indices: readonly number[]): T[] {
    return fetchAll(
      this.dataset,
      indices.map((i) => this.#inner(i)),
    );
  }
  override __len__(): number {
    return this.indices.length;
  }
}

/** The samples at several indices, by the dataset's own `__getitems__` where it has one. */
export function fetchAll<T>(dataset: MapStyle<T>, indices: readonly number[]): T[] {
  if (dataset instanceof Dataset && dataset.__getitems__) return dataset.__getitems__(indices);
  return indices.map((i) => member(dataset, i));
}

/**
 * Splits a dataset at random into subsets that do not overlap. `lengths` are sizes that add up to the dataset's, or fractions
 * that add up to 1, in which case what rounding down leaves over goes to the first subsets, one each.
 */
export function random_split<T>(
  dataset: MapStyle<T>,
  lengths: readonly number[],
  generator: Generator | null | { generator?: Generator | null } = default_generator,
): Subset<T>[] {
  const given = generator && 'generator' in generator ? generator.generator : (generator as Generator | null);
  const n = dataset.length;
  const sizes = lengthsOf(lengths, n);
  if (sizes.reduce((a, b) => a + b, 0) !== n)
    throw new ValueError('Sum of input lengths does not equal the length of the input dataset!');
  const order = torch.randperm(n, { generator: given ?? default_generator }).tolist() as number[];
  let end = 0;
  return sizes.map((size) => new Subset(dataset, order.slice(end, (end += size))));
}
function lengthsOf(lengths: readonly number[], n: number): number[] {
  const sum = lengths.reduce((a, b) => a + b, 0);
  if (!(sum <= 1 && Math.abs(sum - 1) <= 1e-9)) return [...lengths];
  const sizes = lengths.map((fraction, i) => {
    if (fraction < 0 || fraction > 1) throw new ValueError(`Fraction at index ${i} is not between 0 and 1`);
    return Math.floor(n * fraction);
  });
  const left = n - sizes.reduce((a, b) => a + b, 0);
  for (let i = 0; i < left; i++) sizes[i % sizes.length] = (sizes[i % sizes.length] ?? 0) + 1;
  return sizes;
}
