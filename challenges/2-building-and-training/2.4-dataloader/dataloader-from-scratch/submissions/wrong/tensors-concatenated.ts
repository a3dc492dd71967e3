// mistake: tensors-concatenated
// en: Tensors are joined with cat along a dimension they have, not stacked along a new one.
// zh: 用 cat 沿已有的维度拼接张量，而不是沿新的维度堆叠。
// fails: makes-batches-in-order, collates
import torch, { type Generator, Tensor, utils, ValueError } from 'torch';

export interface Samples {
  __len__(): number;
  __getitem__(index: number): unknown;
}

export interface Options {
  batch_size?: number;
  shuffle?: boolean;
  drop_last?: boolean;
  collate_fn?: (samples: unknown[]) => unknown;
  generator?: Generator | null;
}

export class DataLoader implements Iterable<unknown> {
  readonly #dataset: Samples;
  readonly #options: Required<Options>;

  constructor(dataset: Samples, options: Options = {}) {
    this.#dataset = dataset;
    this.#options = {
      batch_size: 1,
      shuffle: false,
      drop_last: false,
      collate_fn: default_collate,
      generator: null,
      ...options,
    };
    const { batch_size } = this.#options;
    if (!Number.isInteger(batch_size) || batch_size < 1)
      throw new ValueError(`batch_size should be a positive integer, but got ${batch_size}`);
  }

  __len__(): number {
    const batches = this.#dataset.__len__() / this.#options.batch_size;
    return this.#options.drop_last ? Math.floor(batches) : Math.ceil(batches);
  }

  // A generator: what an epoch remembers belongs to that epoch alone.
  *[Symbol.iterator](): Iterator<unknown> {
    const { batch_size, collate_fn } = this.#options;
    const order = this.#order();
    for (let batch = 0; batch < this.__len__(); batch++) {
      const indices = order.slice(batch * batch_size, (batch + 1) * batch_size);
      yield collate_fn(indices.map((index) => this.#dataset.__getitem__(index)));
    }
  }

  #order(): number[] {
    const { shuffle, generator } = this.#options;
    const n = this.#dataset.__len__();
    return shuffle ? torch.randperm(n, { generator }).tolist() : Array.from({ length: n }, (_, i) => i);
  }
}

export function default_collate(samples: unknown[]): unknown {
  if (samples.every((s) => s instanceof Tensor)) return torch.cat(samples);
  if (samples.every((s) => typeof s === 'string')) return samples;
  if (samples.every((s) => typeof s === 'boolean')) return torch.tensor(samples, { dtype: torch.bool });
  if (samples.every((s) => typeof s === 'number'))
    return torch.tensor(samples, { dtype: samples.every(Number.isInteger) ? torch.int64 : torch.float64 });

  if (samples.every(isList)) {
    const [first = []] = samples;
    if (samples.some((s) => s.length !== first.length))
      throw new RangeError('each element in list of batch should be of equal size');
    return first.map((_, at) => default_collate(samples.map((s) => s[at])));
  }
  if (samples.every(isRecord)) {
    const [first = {}] = samples;
    return Object.fromEntries(Object.keys(first).map((key) => [key, default_collate(samples.map((s) => s[key]))]));
  }
  throw new TypeError(
    'default_collate: samples must be tensors, numbers, booleans, strings, arrays or objects of them',
  );
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export class Sharded extends utils.data.IterableDataset {
  readonly dataset: Samples;

  constructor(dataset: Samples) {
    super();
    this.dataset = dataset;
  }

  override *__iter__(): Iterator<unknown> {
    const worker = utils.data.get_worker_info(); // known only here: the constructor runs once, in no worker
    const [first, step] = worker ? [worker.id, worker.num_workers] : [0, 1];
    for (let index = first; index < this.dataset.__len__(); index += step) yield this.dataset.__getitem__(index);
  }
}
