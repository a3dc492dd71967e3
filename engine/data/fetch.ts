import { fetchAll, IterableDataset, type MapStyle } from './dataset.ts';

/** No more batches in this stream. */
export const end = Symbol('end');
/** Makes the batch of what a sampler gave: a list of indices, or one index where batches are not collated here. */
export type Fetch = (index: unknown) => unknown;

export interface Fetching {
  readonly dataset: MapStyle<unknown> | IterableDataset;
  readonly batched: boolean;
  readonly collate_fn: (samples: never) => unknown;
  readonly drop_last: boolean;
}
/** How batches are made of a dataset; a stream is started, and `end` returned when it is at its end. */
export function fetcher({ dataset, batched, collate_fn, drop_last }: Fetching): Fetch {
  const collate = collate_fn as (samples: unknown) => unknown;
  if (!(dataset instanceof IterableDataset))
    return (index) => collate(batched ? fetchAll(dataset, index as number[]) : dataset.at(index as number));
  const stream = dataset[Symbol.iterator]();
  let ended = false;
  return (index) => {
    if (ended) return end;
    if (!batched) {
      const next = stream.next();
      return next.done ? end : collate(next.value);
    }
    const wanted = (index as unknown[]).length;
    const samples: unknown[] = [];
    while (samples.length < wanted && !ended) {
      const next = stream.next();
      if (next.done) ended = true;
      else samples.push(next.value);
    }
    return samples.length === 0 || (drop_last && samples.length < wanted) ? end : collate(samples);
  };
}
