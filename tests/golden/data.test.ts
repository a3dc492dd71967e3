// Orders, splits and batches made by real PyTorch (make-data.py): the same seeds here must give them again, and leave the
// default random stream at the same place.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { Tensor, utils } from '#engine/index.ts';

const {
  BatchSampler,
  ChainDataset,
  ConcatDataset,
  DataLoader,
  Dataset,
  default_collate,
  DistributedSampler,
  get_worker_info,
  IterableDataset,
  RandomSampler,
  random_split,
  Subset,
  SubsetRandomSampler,
  TensorDataset,
  WeightedRandomSampler,
} = utils.data;

interface Order {
  length: number | null;
  epochs: unknown[][];
  after: number[];
}
interface Golden {
  samplers: Record<string, Order>;
  distributed: {
    n: number;
    replicas: number;
    rank: number;
    shuffle: boolean;
    drop_last: boolean;
    length: number;
    epochs: number[][];
  }[];
  splits: { n: number; lengths: number[]; seed: number | null; indices: number[][] }[];
  loaders: Record<string, Order>;
  collate: Record<string, { batch: unknown[]; result: unknown }>;
}
const golden: Golden = JSON.parse(readFileSync(new URL('data.json', import.meta.url), 'utf8'));

/** As make-data.py writes a batch. */
function plain(value: unknown): unknown {
  if (value instanceof Tensor)
    return { dtype: value.dtype.name, shape: [...value.shape], values: value.double().reshape([-1]).tolist() };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return { dict: Object.entries(value).map(([k, v]) => [k, plain(v)]) };
  return value;
}
const g = (seed: number) => new torch.Generator().manual_seed(seed);
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

class Count extends Dataset<number> {
  readonly n: number;
  constructor(n: number) {
    super();
    this.n = n;
  }
  __getitem__(i: number): number {
    return i;
  }
  override __len__(): number {
    return this.n;
  }
}
class Noise extends Dataset<Tensor> {
  __getitem__(i: number): Tensor {
    return torch.rand([]).add(i);
  }
  override __len__(): number {
    return 7;
  }
}
class Span extends IterableDataset<number> {
  start: number;
  end: number;
  ready = false;
  constructor(start: number, end: number) {
    super();
    this.start = start;
    this.end = end;
  }
  *__iter__(): Iterator<number> {
    const info = get_worker_info();
    const shared = info !== null && !this.ready;
    const step = shared ? info.num_workers : 1;
    for (let i = this.start + (shared ? info.id : 0); i < this.end; i += step) yield i;
  }
  override __len__(): number {
    return this.end - this.start;
  }
}
class Same extends IterableDataset<number> {
  *__iter__(): Iterator<number> {
    yield* range(5);
  }
}
class Seeded extends Dataset<string> {
  seed = 0n;
  __getitem__(): string {
    return String(this.seed);
  }
  override __len__(): number {
    return 4;
  }
}
const info = () => {
  const found = get_worker_info();
  if (!found) throw new Error('not in a worker');
  return found;
};
function halves(id: number): void {
  const { dataset, num_workers } = info();
  const { start, end } = dataset as Span;
  const share = Math.ceil((end - start) / num_workers);
  Object.assign(dataset, { start: start + id * share, end: Math.min(start + (id + 1) * share, end), ready: true });
}
const seeds = (): void => {
  info().dataset.seed = info().seed;
};
const tensors = () => new TensorDataset(torch.arange(20).float().reshape(10, 2), torch.arange(10));

const samplers: Record<string, () => utils.data.Sampler<unknown>> = {
  random: () => new RandomSampler(range(10)),
  random_generator: () => new RandomSampler(range(10), { generator: g(3) }),
  random_more: () => new RandomSampler(range(4), { num_samples: 11 }),
  random_fewer: () => new RandomSampler(range(10), false, 3),
  random_replacement: () => new RandomSampler(range(10), { replacement: true }),
  random_replacement_70: () => new RandomSampler(range(50), true, 70, g(5)),
  subset: () => new SubsetRandomSampler([3, 1, 4, 15, 9]),
  weighted: () => new WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12),
  weighted_once: () =>
    new WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, { replacement: false, generator: g(1) }),
  batch: () => new BatchSampler(new RandomSampler(range(10)), 4, false),
  batch_drop: () => new BatchSampler(new RandomSampler(range(10)), { batch_size: 4, drop_last: true }),
};
const loaders: Record<string, () => utils.data.DataLoader<never, unknown>> = {
  plain: () => new DataLoader(tensors(), { batch_size: 4 }) as never,
  default: () => new DataLoader(new Count(3)) as never,
  shuffle: () => new DataLoader(tensors(), 4, true) as never,
  shuffle_drop: () => new DataLoader(tensors(), { batch_size: 4, shuffle: true, drop_last: true }) as never,
  shuffle_generator: () => new DataLoader(tensors(), { batch_size: 3, shuffle: true, generator: g(8) }) as never,
  sampler: () =>
    new DataLoader(new Count(8), { batch_size: 3, sampler: new SubsetRandomSampler([7, 2, 5, 1]) }) as never,
  batch_sampler: () =>
    new DataLoader(new Count(8), { batch_sampler: new BatchSampler(new RandomSampler(range(8)), 3, true) }) as never,
  unbatched: () => new DataLoader(tensors(), { batch_size: null, shuffle: true }) as never,
  concat: () =>
    new DataLoader(new ConcatDataset([new Count(3), new Subset(new Count(9), [8, 7, 6])]), { batch_size: 4 }) as never,
  noise: () => new DataLoader(new Noise(), { batch_size: 2, shuffle: true }) as never,
  workers: () => new DataLoader(tensors(), { batch_size: 3, shuffle: true, num_workers: 2 }) as never,
  workers_noise: () => new DataLoader(new Noise(), { batch_size: 2, shuffle: true, num_workers: 3 }) as never,
  workers_noise_generator: () =>
    new DataLoader(new Noise(), {
      batch_size: 2,
      shuffle: true,
      num_workers: 2,
      generator: g(4),
      prefetch_factor: 1,
    }) as never,
  workers_subset: () =>
    new DataLoader(new Count(20), {
      batch_size: 2,
      sampler: new SubsetRandomSampler(range(12)),
      num_workers: 2,
    }) as never,
  workers_persistent: () =>
    new DataLoader(new Noise(), { batch_size: 2, num_workers: 2, persistent_workers: true, shuffle: true }) as never,
  workers_seed: () => new DataLoader(new Seeded(), { num_workers: 2, worker_init_fn: seeds }) as never,
  stream: () => new DataLoader(new Span(3, 14), { batch_size: 4 }) as never,
  stream_drop: () => new DataLoader(new Span(3, 14), { batch_size: 4, drop_last: true }) as never,
  stream_unbatched: () => new DataLoader(new Span(3, 7), { batch_size: null }) as never,
  stream_chain: () => new DataLoader(new ChainDataset([new Span(0, 3), new Span(7, 9)]), { batch_size: 2 }) as never,
  stream_workers: () => new DataLoader(new Span(3, 14), { batch_size: 2, num_workers: 3 }) as never,
  stream_workers_drop: () =>
    new DataLoader(new Span(3, 14), { batch_size: 2, num_workers: 2, drop_last: true }) as never,
  stream_workers_same: () => new DataLoader(new Same(), { batch_size: 2, num_workers: 2 }) as never,
  stream_workers_many: () => new DataLoader(new Span(3, 7), { num_workers: 12 }) as never,
  stream_workers_init: () =>
    new DataLoader(new Span(3, 14), { batch_size: 2, num_workers: 2, worker_init_fn: halves }) as never,
  stream_workers_persistent: () =>
    new DataLoader(new Span(3, 14), { batch_size: 2, num_workers: 2, persistent_workers: true }) as never,
};
const lengthOf = (x: { readonly length: number }): number | null => {
  try {
    return x.length;
  } catch {
    return null;
  }
};

describe.each([
  ['a sampler', samplers, golden.samplers],
  ['a loader', loaders, golden.loaders],
] as const)('%s gives what PyTorch gives from the same seed', (_, makers, wanted) => {
  test.each(Object.entries(wanted))('%s: two epochs, its length, and the draws that follow', (name, want) => {
    torch.manual_seed(0);
    const made = makers[name]?.();
    if (!made) throw new Error(`no ${name}`);
    expect(lengthOf(made)).toBe(want.length);
    expect([[...made].map(plain), [...made].map(plain)]).toEqual(want.epochs);
    expect(torch.randint(1000, [2]).tolist()).toEqual(want.after);
  });
});

test.each(golden.distributed)(
  'rank $rank of $replicas has the share of PyTorch: $n samples, shuffle $shuffle, drop_last $drop_last',
  (want) => {
    const { n, replicas, rank, shuffle, drop_last } = want;
    const s = new DistributedSampler(range(n), replicas, rank, { shuffle, seed: 7, drop_last });
    expect(s.length).toBe(want.length);
    const first = [...s];
    s.set_epoch(2);
    expect([first, [...s]]).toEqual(want.epochs);
  },
);

test.each(golden.splits)('$n samples split into $lengths as PyTorch splits them', ({ n, lengths, seed, indices }) => {
  torch.manual_seed(9);
  const parts = seed === null ? random_split(new Count(n), lengths) : random_split(new Count(n), lengths, g(seed));
  expect(parts.map((p) => p.indices)).toEqual(indices);
});

test.each(Object.entries(golden.collate))('a batch of %s is collated as PyTorch does', (_, { batch, result }) => {
  expect(plain(default_collate(batch))).toEqual(result);
});
