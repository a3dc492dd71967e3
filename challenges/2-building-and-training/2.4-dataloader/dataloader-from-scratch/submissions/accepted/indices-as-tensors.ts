import torch, { type Generator, Tensor, utils } from 'torch';

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

const { IterableDataset, get_worker_info } = utils.data;

// The order is a tensor, and split() cuts it.
export class DataLoader {
  readonly dataset: Samples;
  readonly options: Options;
  readonly batch_size: number;
  readonly collate_fn: (samples: unknown[]) => unknown;

  constructor(dataset: Samples, options: Options = {}) {
    this.dataset = dataset;
    this.options = options;
    this.batch_size = options.batch_size ?? 1;
    this.collate_fn = options.collate_fn ?? default_collate;
    if (!Number.isSafeInteger(this.batch_size) || this.batch_size <= 0)
      throw new TypeError('batch_size must be 1 or more');
  }

  __len__(): number {
    const samples = this.dataset.__len__();
    return Math.trunc((this.options.drop_last ? samples : samples + this.batch_size - 1) / this.batch_size);
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    const samples = this.dataset.__len__();
    if (samples === 0) return;
    const order = this.options.shuffle
      ? torch.randperm(samples, { generator: this.options.generator ?? null })
      : torch.arange(samples);
    const batches = order.split(this.batch_size);
    for (const batch of batches) {
      if (this.options.drop_last && batch.size(0) < this.batch_size) break;
      const indices: number[] = batch.tolist();
      yield this.collate_fn(indices.map((i) => this.dataset.__getitem__(i)));
    }
  }
}

export function default_collate(samples: unknown[]): unknown {
  const all = (test: (sample: unknown) => boolean) => samples.every(test);
  if (all((s) => s instanceof Tensor)) {
    const tensors = samples.filter((s) => s instanceof Tensor);
    const batch = torch.empty([tensors.length, ...(tensors[0]?.shape ?? [])], {
      dtype: tensors[0]?.dtype ?? torch.float32,
    });
    tensors.forEach((t, i) => batch.at(i).copy_(t));
    return batch;
  }
  if (all((s) => typeof s === 'string')) return [...samples];
  if (all((s) => typeof s === 'boolean')) return torch.tensor(samples.map(Number)).bool();
  if (all((s) => typeof s === 'number')) {
    const values = samples.map(Number);
    return torch.tensor(values, { dtype: values.some((v) => v % 1 !== 0) ? torch.double : torch.long });
  }
  if (!all((s) => typeof s === 'object' && s !== null)) throw new TypeError('cannot be collated');
  const tables = samples.map((s) => Object.entries(Object(s)));
  const [head = []] = tables;
  if (all(Array.isArray)) {
    if (tables.some((t) => t.length !== head.length)) throw new TypeError('unequal lengths');
    return head.map((_, column) => default_collate(tables.map((t) => t[column]?.[1])));
  }
  const maps = tables.map((t) => new Map(t));
  return Object.fromEntries(head.map(([key]) => [key, default_collate(maps.map((m) => m.get(key)))]));
}

export class Sharded extends IterableDataset {
  #from;
  constructor(dataset: Samples) {
    super();
    this.#from = dataset;
  }
  override *__iter__(): IterableIterator<unknown> {
    const { id, num_workers } = get_worker_info() ?? { id: 0, num_workers: 1 };
    const all = [...Array(this.#from.__len__()).keys()];
    for (const index of all.filter((i) => i % num_workers === id)) yield this.#from.__getitem__(index);
  }
}
