import { is_grad_enabled, type Mode, modeOf, no_grad } from '../../autograd/modes.ts';
import { AccumulateGrad, edgeOf, type Node } from '../../autograd/node.ts';
import { torch } from '../../core.ts';
import { RuntimeError } from '../../device/device.ts';
import { all_gather_object, all_reduce, broadcast, type Work } from '../../distributed/collectives.ts';
import { get_rank, get_world_size, groupOf, type ProcessGroup } from '../../distributed/groups.ts';
import { isTensor, numelOf, type Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { Module } from '../module.ts';
import type { Parameter } from '../parameter.ts';

export interface DDPOptions {
  device_ids?: readonly unknown[] | null;
  output_device?: unknown;
  dim?: number;
  /** Buffers of rank 0 replace those of the others before a forward. Default: true. */
  broadcast_buffers?: boolean;
  process_group?: ProcessGroup | null;
  /** Size of a bucket of gradients, MiB; the first one is 1 MiB at most. Default: 25. */
  bucket_cap_mb?: number;
  /** Looks at the graph of every output for parameters that get no gradient. Default: false. */
  find_unused_parameters?: boolean;
  check_reduction?: boolean;
  gradient_as_bucket_view?: boolean;
  static_graph?: boolean;
}

interface Bucket {
  readonly parameters: readonly number[];
  waiting: number;
  work: Work | null;
  flat: Tensor | null;
}
const mebibyte = 2 ** 20;
const firstBucketBytes = mebibyte;

/**
 * Data parallelism of processes: every rank runs the whole module on its own batch, and gradients are averaged over the ranks
 * while backward runs, bucket by bucket, in the reverse order of the parameters. The gradient of each rank is then that of the
 * mean of the ranks' losses. Parameters and buffers start as rank 0's.
 */
export class DistributedDataParallel<M extends Module = Module> extends Module {
  readonly module: M;
  readonly #group: ProcessGroup;
  readonly #parameters: readonly Parameter[];
  readonly #index: ReadonlyMap<Tensor, number>;
  readonly #buckets: Bucket[];
  readonly #broadcasts: boolean;
  readonly #finds: boolean;
  #syncs = true;
  #syncsBuffers = true;
  /** A forward was run whose backward has to be averaged. */
  #expects = false;
  #ready = new Set<number>();
  #unused = new Set<number>();

  constructor(module: M, options?: DDPOptions | readonly unknown[] | null);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('DistributedDataParallel', args, {
      module: needed<M>(),
      device_ids: null as readonly unknown[] | null,
      output_device: null as unknown,
      dim: 0,
      broadcast_buffers: true,
      process_group: null as ProcessGroup | null,
      bucket_cap_mb: 25,
      find_unused_parameters: false,
      check_reduction: false,
      gradient_as_bucket_view: false,
      static_graph: false,
    });
    this.module = o.module;
    const group = groupOf(o.process_group);
    if (!group) throw new RuntimeError('this rank is not in the process group');
    this.#group = group;
    this.#broadcasts = o.broadcast_buffers;
    this.#finds = o.find_unused_parameters;
    this.#parameters = [...o.module.parameters()].filter((p) => p.requires_grad);
    if (this.#parameters.length === 0)
      throw new RuntimeError(
        "DistributedDataParallel is not needed when a module doesn't have any parameters that require a gradient.",
      );
    this.#index = new Map(this.#parameters.map((p, i) => [p, i]));
    this.#checkSameModel();
    this.#broadcast([...o.module.parameters(), ...o.module.buffers()]);
    this.#buckets = bucketsOf(this.#parameters, o.bucket_cap_mb * mebibyte);
    for (const [index, parameter] of this.#parameters.entries()) {
      const edge = edgeOf(parameter);
      edge?.[0].register_hook(() => this.#arrived(index));
    }
  }

  forward(...args: unknown[]): unknown {
    if (this.#broadcasts && this.#syncsBuffers) this.#broadcast([...this.module.buffers()]);
    if (is_grad_enabled() && this.#syncs) this.#checkFinished();
    const output: unknown = Reflect.apply(this.module, undefined, args);
    this.#syncsBuffers = is_grad_enabled() && this.#syncs;
    if (this.#syncsBuffers) this.#prepare(output);
    return output;
  }

  /** Gradients of forwards run inside stay this rank's own, and add up until the next backward outside. */
  no_sync(): Mode;
  no_sync<R>(body: () => R): R;
  no_sync<R>(body?: () => R): R | Mode {
    return modeOf(() => {
      const before = this.#syncs;
      this.#syncs = false;
      return () => void (this.#syncs = before);
    }, body);
  }

  #checkSameModel(): void {
    const shapes = this.#parameters.map((p) => [...p.shape]);
    const all: number[][][] = [];
    all_gather_object(all, shapes, this.#group);
    const first = all[0] ?? [];
    all.forEach((theirs, rank) => {
      if (theirs.length !== first.length)
        throw new RuntimeError(
          `DDP expects same model across all ranks, but Rank 0 has ${first.length} params, while rank ${rank} has inconsistent ${theirs.length} params.`,
        );
      theirs.forEach((shape, i) => {
        if (shape.join() !== first[i]?.join())
          throw new RuntimeError(
            `[${rank}]: params[${i}] in this process with sizes [${shape.join(', ')}] appears not to match sizes of the same param in process 0.`,
          );
      });
    });
  }

  /** Rank 0's values, all of one dtype in one broadcast. */
  #broadcast(tensors: readonly Tensor[]): void {
    const root = this.#group.ranks[0] ?? 0;
    const dtypes = new Set(tensors.map((t) => t.dtype));
    no_grad(() => {
      for (const dtype of dtypes) {
        const same = tensors.filter((t) => t.dtype === dtype);
        const flat = torch.cat(same.map((t) => t.detach().reshape([-1])));
        broadcast(flat, root, this.#group);
        if (get_rank(this.#group) !== 0) spread(flat, same);
      }
    });
  }

  #checkFinished(): void {
    if (!this.#expects) return;
    const missing = this.#parameters.flatMap((_, i) => (this.#ready.has(i) ? [] : [i]));
    throw new RuntimeError(
      'Expected to have finished reduction in the prior iteration before starting a new one. This error indicates that your module has parameters that were not used in producing loss. ' +
        'You can enable unused parameter detection by passing the keyword argument `find_unused_parameters=True` to `torch.nn.parallel.DistributedDataParallel`, ' +
        'and by making sure all `forward` function outputs participate in calculating loss. ' +
        `Parameter indices which did not receive grad for rank ${get_rank(this.#group)}: ${missing.join(' ')}`,
    );
  }

  #prepare(output: unknown): void {
    this.#expects = true;
    this.#ready = new Set();
    for (const bucket of this.#buckets)
      Object.assign(bucket, { waiting: bucket.parameters.length, work: null, flat: null });
    this.#unused = this.#finds ? this.#unreached(output) : new Set();
    for (const index of this.#unused) this.#markReady(index);
  }
  #unreached(output: unknown): Set<number> {
    const reached = new Set<Node>();
    const stack: Node[] = tensorsIn(output).flatMap((t) => edgeOf(t)?.[0] ?? []);
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      for (const edge of node.edges) if (edge) stack.push(edge[0]);
    }
    const used = new Set(
      [...reached].flatMap((n) => (n instanceof AccumulateGrad ? (this.#index.get(n.variable) ?? []) : [])),
    );
    return new Set(this.#parameters.flatMap((_, i) => (used.has(i) ? [] : [i])));
  }

  /** A parameter's gradient is complete. */
  #arrived(index: number): void {
    if (!this.#expects) return;
    if (this.#ready.has(index))
      throw new RuntimeError(
        `Expected to mark a variable ready only once. Parameter at index ${index} has been marked as ready twice: it is used in several backward passes of one forward, or outside of it.`,
      );
    this.#markReady(index);
  }
  #markReady(index: number): void {
    this.#ready.add(index);
    const bucket = this.#buckets.find((b) => b.parameters.includes(index));
    if (bucket) bucket.waiting--;
    // In order, whichever is full first: every rank must reduce the same one.
    for (const next of this.#buckets) {
      if (next.waiting > 0) return;
      if (!next.work) this.#launch(next);
    }
    this.#finish();
  }
  #launch(bucket: Bucket): void {
    no_grad(() => {
      const grads = bucket.parameters.map((i) => {
        const p = this.#parameters[i];
        return (p?.grad ?? p?.new_zeros(p.shape) ?? torch.zeros(0)).detach().reshape([-1]);
      });
      bucket.flat = torch.cat(grads).div(get_world_size(this.#group));
      bucket.work = all_reduce(bucket.flat, { group: this.#group, async_op: true });
    });
  }
  #finish(): void {
    const used = this.#finds ? this.#usedAnywhere() : null;
    for (const bucket of this.#buckets) {
      bucket.work?.wait();
      const { flat } = bucket;
      if (!flat) continue;
      no_grad(() => {
        let at = 0;
        for (const index of bucket.parameters) {
          const p = this.#parameters[index];
          if (!p) continue;
          const averaged = flat.narrow(0, at, p.numel()).reshape(p.shape);
          at += p.numel();
          // A parameter that no rank used keeps the gradient it had, or none.
          if (used && !used.has(index)) continue;
          if (p.grad) p.grad.detach().copy_(averaged);
          else p.grad = averaged.clone();
        }
      });
    }
    this.#expects = false;
  }
  #usedAnywhere(): Set<number> {
    const mine = torch.tensor(this.#parameters.map((_, i) => (this.#unused.has(i) ? 0 : 1)));
    all_reduce(mine, { group: this.#group });
    return new Set((mine.tolist() as number[]).flatMap((count, i) => (count > 0 ? [i] : [])));
  }
}

/** Reverse order, as gradients arrive; a bucket is closed when the next one would exceed its size. */
function bucketsOf(parameters: readonly Parameter[], bytesMax: number): Bucket[] {
  const buckets: number[][] = [[]];
  let bytes = 0;
  for (let i = parameters.length - 1; i >= 0; i--) {
    const p = parameters[i];
    if (!p) continue;
    const size = numelOf(p.shape) * p.dtype.itemsize;
    const max = buckets.length === 1 ? Math.min(firstBucketBytes, bytesMax) : bytesMax;
    const last = buckets.at(-1) ?? [];
    if (last.length > 0 && (bytes >= max || parameters[last[0] ?? 0]?.dtype !== p.dtype)) {
      buckets.push([i]);
      bytes = size;
    } else {
      last.push(i);
      bytes += size;
    }
  }
  return buckets.map((list) => ({ parameters: list, waiting: list.length, work: null, flat: null }));
}

function spread(flat: Tensor, into: readonly Tensor[]): void {
  let at = 0;
  for (const t of into) {
    t.detach().copy_(flat.narrow(0, at, t.numel()).reshape(t.shape));
    at += t.numel();
  }
}

function tensorsIn(value: unknown): Tensor[] {
  if (isTensor(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(tensorsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
}
