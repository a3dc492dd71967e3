// torch.optim.swa_utils: averages of a model's weights along training (Izmailov et al., 2018), and the schedule for it.
import { no_grad } from '../autograd/modes.ts';
import { ValueError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { BatchNorm } from '../nn/layers/normalization.ts';
import { type ForwardArguments, type ForwardResult, Module } from '../nn/module.ts';
import { fromValues, Tensor } from '../tensor.ts';
import { LRScheduler, type Scheduled } from './lr_scheduler/scheduler.ts';

/** The next average from the one so far, the model's parameter and how many are averaged already (a scalar tensor). */
export type Average = (averaged: Tensor, model: Tensor, num_averaged: Tensor) => Tensor;
const equal: Average = (averaged, model, n) => averaged.add(model.sub(averaged).div(n.add(1)));
/** All models count alike. */
export const get_swa_avg_fn = (): Average => equal;
/** Exponential: decay · average + (1 − decay) · model. */
export function get_ema_avg_fn(decay = 0.999): Average {
  if (decay < 0 || decay > 1)
    throw new ValueError(`Invalid decay value ${decay} provided. Please provide a value in [0,1] range.`);
  return (averaged, model) => averaged.mul(decay).add(model.mul(1 - decay));
}

export interface AveragedOptions {
  device?: string | null;
  /** Default: the mean of all. */
  avg_fn?: Average | null;
  /** Averages buffers too, instead of copying none. Default: false. */
  use_buffers?: boolean;
}
/** A copy of a model whose parameters are averages: call `update_parameters(model)` after steps of training. */
export class AveragedModel<M extends Module = Module> extends Module {
  module: M;
  declare n_averaged: Tensor;
  readonly avg_fn: Average;
  readonly use_buffers: boolean;
  constructor(
    model: M,
    device?: string | null | AveragedOptions,
    avg_fn?: Average | null | AveragedOptions,
    options?: AveragedOptions,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('AveragedModel', args, {
      model: needed<M>(),
      device: null as string | null,
      avg_fn: null as Average | null,
      use_buffers: false,
    });
    this.module = deepcopy(o.model);
    if (o.device !== null) this.module.to(o.device);
    this.register_buffer('n_averaged', fromValues([0], [], int64));
    this.avg_fn = o.avg_fn ?? equal;
    this.use_buffers = o.use_buffers;
  }
  forward(...args: ForwardArguments<M>): ForwardResult<M> {
    return this.module._call_impl(args) as ForwardResult<M>;
  }
  /** Takes the model's parameters into the averages. */
  update_parameters(model: Module): void {
    const tensors = (m: Module): Tensor[] => [...m.parameters(), ...(this.use_buffers ? m.buffers() : [])];
    const given = tensors(model);
    no_grad(() => {
      const first = Number(this.n_averaged.item()) === 0;
      tensors(this.module).forEach((average, i) => {
        const value = given[i]?.detach();
        if (!value) return;
        const there = value.to(average.device);
        average.detach().copy_(first ? there : this.avg_fn(average.detach(), there, this.n_averaged));
      });
      this.n_averaged.add_(1);
    });
  }
}

/** Computes the running statistics of all batch norms anew from the batches of a loader; of a list, the first is the input. */
export function update_bn(loader: Iterable<unknown>, model: Module, device: string | null = null): void {
  const momenta = new Map<BatchNorm, number | null>();
  for (const module of model.modules()) {
    if (!(module instanceof BatchNorm)) continue;
    module.reset_running_stats();
    momenta.set(module, module.momentum);
  }
  if (momenta.size === 0) return;
  const { training } = model;
  model.train();
  for (const module of momenta.keys()) module.momentum = null;
  no_grad(() => {
    for (const batch of loader) {
      const input: unknown = Array.isArray(batch) ? batch[0] : batch;
      model._call_impl([device !== null && input instanceof Tensor ? input.to(device) : input]);
    }
  });
  for (const [module, momentum] of momenta) module.momentum = momentum;
  model.train(training);
}

export interface SWALROptions {
  swa_lr?: number | readonly number[];
  /** Default: 10. */
  anneal_epochs?: number;
  /** Default: 'cos'. */
  anneal_strategy?: 'cos' | 'linear';
  last_epoch?: number;
}
const shares = {
  cos: (t: number): number => (1 - Math.cos(Math.PI * t)) / 2,
  linear: (t: number): number => t,
};
/** From the rates now to swa_lr over anneal_epochs, and constant from then on. */
export class SWALR extends LRScheduler {
  readonly anneal_epochs: number;
  readonly #share: (t: number) => number;
  constructor(
    optimizer: Scheduled,
    swa_lr: number | readonly number[] | SWALROptions,
    anneal_epochs?: number | SWALROptions,
    anneal_strategy?: 'cos' | 'linear',
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('SWALR', args, {
      optimizer: needed<Scheduled>(),
      swa_lr: needed<number | readonly number[]>(),
      anneal_epochs: 10,
      anneal_strategy: 'cos' as 'cos' | 'linear',
      last_epoch: -1,
    });
    const groups = o.optimizer.param_groups;
    const rates = typeof o.swa_lr === 'number' ? groups.map(() => o.swa_lr) : o.swa_lr;
    if (rates.length !== groups.length)
      throw new ValueError(
        `swa_lr must have the same length as optimizer.param_groups: swa_lr has ${rates.length}, optimizer.param_groups has ${groups.length}`,
      );
    groups.forEach((g, i) => Reflect.set(g, 'swa_lr', rates[i]));
    if (!Object.hasOwn(shares, o.anneal_strategy))
      throw new ValueError(`anneal_strategy must by one of 'cos' or 'linear', instead got ${o.anneal_strategy}`);
    if (!Number.isInteger(o.anneal_epochs) || o.anneal_epochs < 0)
      throw new ValueError(`anneal_epochs must be equal or greater than 0, got ${o.anneal_epochs}`);
    super(o.optimizer, o.last_epoch);
    this.anneal_epochs = o.anneal_epochs;
    this.#share = shares[o.anneal_strategy];
    this._initial_step();
  }
  override get_lr(): number[] {
    const step = this.anneal_epochs === 0 ? Math.max(1, this._step_count - 1) : this._step_count - 1;
    const at = (s: number): number => this.#share(Math.max(0, Math.min(1, s / Math.max(1, this.anneal_epochs))));
    const before = at(step - 1);
    const alpha = at(step);
    return this.groups.map((g) => {
      const target = Number(g['swa_lr']);
      const first = before === 1 ? target : (g.lr - before * target) / (1 - before);
      return target * alpha + first * (1 - alpha);
    });
  }
}
