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

type Indices = IterableIterator<number>;

// The parts that PyTorch has, too: an order of indices, lists of them, and what fetches a list.
function* sequential(n: number): Indices {
  for (let i = 0; i < n; i++) yield i;
}
function* random(n: number, generator: Generator | null): Indices {
  for (const index of torch.randperm(n, { generator })) yield index.item();
}
function* grouped(indices: Iterable<number>, size: number, drop_last: boolean): IterableIterator<number[]> {
  let group: number[] = [];
  for (const index of indices) {
    group.push(index);
    if (group.length === size) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0 && !drop_last) yield group;
}

export class DataLoader implements Iterable<unknown> {
  private readonly dataset: Samples;
  private readonly options: Options;

  constructor(dataset: Samples, options: Options = {}) {
    this.dataset = dataset;
    this.options = options;
    const size = options.batch_size ?? 1;
    if (!(size >= 1) || size % 1 !== 0) throw new RangeError('batch_size');
  }

  __len__(): number {
    const { batch_size = 1, drop_last = false } = this.options;
    const n = this.dataset.__len__();
    const rest = n % batch_size;
    return (n - rest) / batch_size + (rest > 0 && !drop_last ? 1 : 0);
  }

  [Symbol.iterator](): Iterator<unknown> {
    const { batch_size = 1, shuffle, drop_last = false, collate_fn = default_collate, generator = null } = this.options;
    const n = this.dataset.__len__();
    const groups = grouped(shuffle ? random(n, generator) : sequential(n), batch_size, drop_last);
    return {
      next: () => {
        const group = groups.next();
        if (group.done) return { done: true, value: undefined };
        const samples: unknown[] = [];
        for (const index of group.value) samples.push(this.dataset.__getitem__(index));
        return { done: false, value: collate_fn(samples) };
      },
    };
  }
}

export const default_collate = (samples: unknown[]): unknown => {
  const first = samples[0];
  if (first instanceof Tensor) return torch.cat(samples.map((s) => tensorOf(s).unsqueeze(0)));
  switch (typeof first) {
    case 'number': {
      const exact = torch.tensor(samples, { dtype: torch.float64 });
      return exact.eq(exact.round()).all().item() ? exact.to(torch.int64) : exact;
    }
    case 'boolean':
      return torch.tensor(samples);
    case 'string':
      return samples;
    case 'object':
      if (first === null) break;
      if (Array.isArray(first)) {
        const lists = samples.map((s) => Object.values(Object(s)));
        if (new Set(lists.map((list) => list.length)).size > 1) throw new Error('arrays of unequal lengths');
        return first.map((_, at) => default_collate(lists.map((list) => list[at])));
      }
      return Object.keys(first).reduce<Record<string, unknown>>((batch, key) => {
        batch[key] = default_collate(samples.map((s) => Reflect.get(Object(s), key)));
        return batch;
      }, {});
  }
  throw new TypeError(`cannot collate ${typeof first}`);
};

function tensorOf(value: unknown): Tensor {
  if (!(value instanceof Tensor)) throw new TypeError('a tensor among other things');
  return value;
}

export class Sharded extends utils.data.IterableDataset {
  readonly samples: Samples;
  constructor(samples: Samples) {
    super();
    this.samples = samples;
  }

  override __iter__(): Iterator<unknown> {
    const info = utils.data.get_worker_info();
    const step = info?.num_workers ?? 1;
    let at = info?.id ?? 0;
    return {
      next: () => {
        if (at >= this.samples.__len__()) return { done: true, value: undefined };
        const value = this.samples.__getitem__(at);
        at += step;
        return { done: false, value };
      },
    };
  }
}
