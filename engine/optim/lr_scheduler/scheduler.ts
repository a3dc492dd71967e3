import { KeyError } from '../../nn/module.ts';
import { warn } from '../../warnings.ts';
import { Optimizer, type ParamGroup } from '../optimizer.ts';

/** An optimizer whose groups have a learning rate. */
// biome-ignore lint/suspicious/noExplicitAny: any optimizer's options may be scheduled
export type Scheduled = Optimizer<any>;
export type Group = ParamGroup<{ lr: number; initial_lr?: number } & Record<string, unknown>>;
export type SchedulerState = Record<string, unknown>;

/**
 * Base of the learning-rate schedules. A subclass writes `get_lr()`, one rate for each group, from `last_epoch`, `base_lrs`
 * and the rates now; its constructor ends with `this._initial_step()`, which sets the rates of epoch 0.
 */
export abstract class LRScheduler {
  readonly optimizer: Scheduled;
  base_lrs: number[];
  /** The epoch whose rates are set now. */
  last_epoch: number;
  /** @internal */
  _step_count = 0;
  /** @internal */
  _last_lr: number[] = [];

  /** Steps of the optimizer before this schedule was made. */
  readonly #before: number;

  constructor(optimizer: Scheduled, last_epoch = -1) {
    if (!(optimizer instanceof Optimizer))
      throw new TypeError(`${Object(optimizer).constructor?.name ?? typeof optimizer} is not an Optimizer`);
    this.#before = optimizer._step_count;
    this.optimizer = optimizer;
    this.last_epoch = last_epoch;
    this.groups.forEach((group, i) => {
      if (last_epoch === -1) group.initial_lr ??= group.lr;
      else if (group.initial_lr === undefined)
        throw new KeyError(`param 'initial_lr' is not specified in param_groups[${i}] when resuming an optimizer`);
    });
    this.base_lrs = this.groups.map((g) => g.initial_lr ?? g.lr);
  }
  /** @internal */
  get groups(): Group[] {
    return this.optimizer.param_groups as Group[];
  }
  /** @internal */
  _initial_step(): void {
    if (this._step_count === 0) this.#advance();
  }
  /** The rates of `last_epoch`, one for each group. */
  abstract get_lr(): number[];
  /** The rates that the last step set. */
  get_last_lr(): number[] {
    return this._last_lr;
  }
  /** Goes to the next epoch, or to a given one, and sets its rates. */
  step(epoch?: number | null): void {
    if (this._step_count === 1) this._warn_of_order();
    this._initial_step();
    this.#advance(epoch);
  }
  /** @internal the first step of a schedule should follow one of the optimizer */
  _warn_of_order(): void {
    if (this.optimizer._step_count > this.#before) return;
    warn(
      'Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate',
    );
  }
  #advance(epoch?: number | null): void {
    this._step_count++;
    this.last_epoch = epoch ?? this.last_epoch + 1;
    const closed = epoch == null ? null : this._get_closed_form_lr();
    this._set(closed ?? this.get_lr());
  }
  /** @internal the rates of an epoch reached by a jump, where a formula gives them directly */
  _get_closed_form_lr(): number[] | null {
    return null;
  }
  /** @internal */
  _set(rates: readonly number[]): void {
    this.groups.forEach((group, i) => (group.lr = rates[i] ?? group.lr));
    this._last_lr = this.groups.map((g) => g.lr);
  }
  /** Everything but the optimizer and functions. */
  state_dict(): SchedulerState {
    const state: SchedulerState = {};
    for (const [name, value] of Object.entries(this))
      if (name !== 'optimizer' && typeof value !== 'function') state[name] = value;
    return state;
  }
  load_state_dict(state_dict: SchedulerState): void {
    for (const [name, value] of Object.entries(state_dict))
      if (name !== 'optimizer') Reflect.set(this, name, structured(value));
  }
}
const structured = (value: unknown): unknown => (Array.isArray(value) ? value.map(structured) : value);
