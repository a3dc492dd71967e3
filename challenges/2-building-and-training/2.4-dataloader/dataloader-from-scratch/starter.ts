import { type Generator, utils } from 'torch';

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
  constructor(dataset: Samples, options: Options = {}) {
    // keep what an epoch will need
  }

  __len__(): number {
    throw new Error('__len__ is not written yet');
  }

  [Symbol.iterator](): Iterator<unknown> {
    throw new Error('an epoch is not written yet');
  }
}

export function default_collate(samples: unknown[]): unknown {
  throw new Error('default_collate is not written yet');
}

export class Sharded extends utils.data.IterableDataset {
  constructor(dataset: Samples) {
    super();
  }

  override __iter__(): Iterator<unknown> {
    throw new Error('__iter__ is not written yet');
  }
}
