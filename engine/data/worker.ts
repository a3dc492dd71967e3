// A DataLoader's workers: PyTorch's are processes, these are turns taken in one thread. What a process has of its own is
// kept apart: the random stream, and the fields of the dataset (and of datasets it is made of).
// Not here: who is given which batch (dataloader.ts).
import { RuntimeError } from '../device/device.ts';
import { default_generator, Generator } from '../random/index.ts';
import { Dataset, IterableDataset } from './dataset.ts';
import { type Fetch, fetcher, type Fetching } from './fetch.ts';

/** What `get_worker_info()` says of the worker that asks. */
export interface WorkerInfo {
  /** From 0. */
  readonly id: number;
  readonly num_workers: number;
  /** What the worker's random stream was seeded with: a draw from the loader's generator, plus the id. 63 bits. */
  readonly seed: bigint;
  /** The dataset; fields that are set here are this worker's own. Objects and arrays in its fields are shared. */
  // biome-ignore format: the line that holds `any` follows the reason for it
  // biome-ignore lint/suspicious/noExplicitAny: the caller knows which dataset the loader was given
  readonly dataset: any;
}

let current: WorkerInfo | null = null;
/** Which worker runs now; null outside of workers. */
export const get_worker_info = (): WorkerInfo | null => current;

/** A dataset and all datasets it holds in its fields. */
function datasetsOf(value: unknown, found = new Set<object>()): Set<object> {
  if (Array.isArray(value)) for (const v of value) datasetsOf(v, found);
  if (!(value instanceof Dataset || value instanceof IterableDataset) || found.has(value)) return found;
  found.add(value);
  for (const field of Object.values(value)) datasetsOf(field, found);
  return found;
}
type Fields = Map<object, PropertyDescriptorMap>;
const fieldsOf = (datasets: Iterable<object>): Fields =>
  new Map(Array.from(datasets, (d) => [d, Object.getOwnPropertyDescriptors(d)]));
function restore(fields: Fields): void {
  for (const [dataset, own] of fields) {
    for (const name of Object.keys(dataset)) if (!Object.hasOwn(own, name)) Reflect.deleteProperty(dataset, name);
    Object.defineProperties(dataset, own);
  }
}

/** What a batch of a failed worker is until the loader reaches it. */
export class Failed {
  readonly error: unknown;
  constructor(error: unknown, id: number) {
    this.error = error;
    if (error instanceof Error)
      error.message = `Caught ${error.name} in DataLoader worker process ${id}.\nOriginal message: ${error.message}`;
  }
}

export class Worker {
  readonly #info: WorkerInfo;
  readonly #fetching: Fetching;
  #random = new Generator().get_state();
  #fields: Fields;
  #fetch: Fetch | null = null;
  #failed: Failed | null = null;
  constructor(fetching: Fetching, info: WorkerInfo, init: ((id: number) => void) | null) {
    this.#fetching = fetching;
    this.#info = info;
    this.#fields = fieldsOf(datasetsOf(info.dataset));
    this.#random = new Generator().manual_seed(info.seed).get_state();
    this.#run(() => {
      try {
        init?.(info.id);
        this.#fetch = fetcher(fetching);
      } catch (error) {
        this.#failed = new Failed(error, info.id);
      }
    });
  }
  /** Starts the dataset's stream again, for the next epoch of a loader whose workers persist. */
  resume(): void {
    this.#run(() => (this.#fetch = fetcher(this.#fetching)));
  }
  /** One batch, `end`, or what went wrong. */
  fetch(index: unknown): unknown {
    const failed = this.#failed;
    if (failed) {
      this.#failed = null;
      return failed;
    }
    return this.#run(() => {
      try {
        if (!this.#fetch) throw new RuntimeError('the worker did not start');
        return this.#fetch(index);
      } catch (error) {
        return new Failed(error, this.#info.id);
      }
    });
  }
  /** Runs with this worker's random stream and dataset fields, and puts the caller's back. */
  #run<R>(body: () => R): R {
    const outer = current;
    const random = default_generator.get_state();
    const fields = fieldsOf(this.#fields.keys());
    current = this.#info;
    default_generator.set_state(this.#random);
    restore(this.#fields);
    try {
      return body();
    } finally {
      this.#random = default_generator.get_state();
      this.#fields = fieldsOf(this.#fields.keys());
      restore(fields);
      default_generator.set_state(random);
      current = outer;
    }
  }
}
