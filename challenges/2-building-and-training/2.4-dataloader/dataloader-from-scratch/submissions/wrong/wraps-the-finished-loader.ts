// mistake: wraps-the-finished-loader
// en: The finished DataLoader is wrapped: it draws a seed for workers before each order.
// zh: 包装了现成的 DataLoader：它在每次打乱之前还要为 worker 抽取种子。
// fails: shuffles-every-epoch, draws-nothing-else
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
  readonly #loader: utils.data.DataLoader;

  constructor(dataset: Samples, options: Options = {}) {
    const indexed = {
      get length() {
        return dataset.__len__();
      },
      at: (index: number) => dataset.__getitem__(index),
    };
    this.#loader = new utils.data.DataLoader(indexed, { ...options });
  }

  __len__(): number {
    return this.#loader.length;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#loader[Symbol.iterator]();
  }
}

export const default_collate = (samples: unknown[]): unknown => utils.data.default_collate(samples);

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
