import { RuntimeError } from '../device/device.ts';
import { no_grad } from '../autograd/modes.ts';
import { type Closure, Optimizer, type OptimizerState, type ParamGroup, type Params } from '../optim/optimizer.ts';
import type { Tensor } from '../tensor.ts';
import { broadcast, gather_object } from './collectives.ts';
import { get_rank, groupOf, type ProcessGroup } from './groups.ts';

type AnyOptimizer = Optimizer<Record<string, unknown>>;

/**
 * Shards the state of an optimizer over the ranks: each rank steps only its share of the parameters, by size, and sends the new
 * values to the others. Gradients must be the same on all ranks before the step, as after DistributedDataParallel's backward.
 */
export class ZeroRedundancyOptimizer extends Optimizer<Record<string, unknown>> {
  /** The optimizer of this rank's share. */
  readonly optim: AnyOptimizer;
  readonly #owner = new Map<Tensor, number>();
  readonly #group: ProcessGroup;
  #consolidated: OptimizerState | null = null;

  constructor(
    params: Params,
    {
      optimizer_class,
      process_group = null,
      parameters_as_bucket_view: _ = false,
      ...defaults
    }: {
      optimizer_class: new (params: never, defaults: never) => unknown;
      process_group?: ProcessGroup | null;
      parameters_as_bucket_view?: boolean;
      readonly [option: string]: unknown;
    },
  ) {
    super(params, defaults);
    const group = groupOf(process_group);
    if (!group) throw new RuntimeError('this rank is not in the process group');
    this.#group = group;
    const sizes = new Array<number>(group.size()).fill(0);
    for (const { params: given } of this.param_groups)
      for (const p of given.toSorted((a, b) => b.numel() - a.numel())) {
        const owner = sizes.indexOf(Math.min(...sizes));
        sizes[owner] = (sizes[owner] ?? 0) + p.numel();
        this.#owner.set(p, owner);
      }
    const place = get_rank(group);
    const own = this.param_groups.map(({ params: given, ...options }) => ({
      ...options,
      params: given.filter((p) => this.#owner.get(p) === place),
    }));
    if (own.every(({ params: share }) => share.length === 0))
      throw new RuntimeError(`rank ${place} gets no parameters: there are fewer of them than ranks`);
    this.optim = Reflect.construct(optimizer_class, [own, defaults]);
  }

  override _step<L>(closure: Closure<L> | null): L | null {
    this.optim.param_groups.forEach((group, i) => {
      const { params: _, ...options } = this.param_groups[i] ?? { params: [] };
      Object.assign(group, options);
    });
    const loss = this.optim._step(closure);
    no_grad(() => {
      for (const { params } of this.param_groups)
        for (const p of params) broadcast(p.detach(), this.#group.ranks[this.#owner.get(p) ?? 0] ?? 0, this.#group);
    });
    this.#consolidated = null;
    return loss;
  }
  override _update(_group: ParamGroup): void {
    throw new Error('steps are taken by the optimizer of the share');
  }

  /** Brings all shares of the state to rank `to`, whose `state_dict()` is whole then. Every rank calls it. */
  consolidate_state_dict(to = 0): void {
    const mine = [...this.optim.state].map(([p, state]) => [this.#number(p), state] as const);
    const gathered: (readonly (readonly [number, Record<string, Tensor | number | null>])[])[] = [];
    gather_object(mine, gathered, to, this.#group);
    if (get_rank(this.#group) !== to) return;
    const { param_groups } = super.state_dict();
    this.#consolidated = { state: Object.fromEntries(gathered.flat()), param_groups };
  }
  #number(p: Tensor): number {
    return this.param_groups.flatMap(({ params }) => params).indexOf(p);
  }
  override state_dict(): OptimizerState {
    if (this.#consolidated) return this.#consolidated;
    throw new RuntimeError(
      `Optimizer state has not been consolidated on this rank. Please call \`consolidate_state_dict(to=${get_rank(this.#group)})\` on all ranks beforehand if you meant to save the global state.`,
    );
  }
  /** Takes a whole state; each rank keeps its share. */
  override load_state_dict(state_dict: Readonly<OptimizerState>): void {
    super.load_state_dict(state_dict);
    this.optim.state.clear();
    for (const [p, state] of this.state)
      if (this.#owner.get(p) === get_rank(this.#group)) this.optim.state.set(p, state);
    this.state.clear();
  }
}
