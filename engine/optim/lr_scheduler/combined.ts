import { ValueError } from '../../device/device.ts';
import { Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../../nn/arguments.ts';
import { type Group, LRScheduler, type Scheduled, type SchedulerState } from './scheduler.ts';

/** Runs schedulers one after the other: the next takes over at each milestone. */
export class SequentialLR extends LRScheduler {
  readonly #schedulers: readonly LRScheduler[];
  readonly #milestones: readonly number[];
  constructor(
    optimizer: Scheduled,
    schedulers: readonly LRScheduler[],
    milestones: readonly number[],
    last_epoch?: number,
  );
  constructor(
    optimizer: Scheduled,
    options: { schedulers: readonly LRScheduler[]; milestones: readonly number[]; last_epoch?: number },
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('SequentialLR', args, {
      optimizer: needed<Scheduled>(),
      schedulers: needed<readonly LRScheduler[]>(),
      milestones: needed<readonly number[]>(),
      last_epoch: -1,
      verbose: false,
    });
    if (o.schedulers.length < 1)
      throw new ValueError('SequentialLR expects at least one scheduler to be chained, but got no scheduler.');
    if (o.schedulers.some((s) => s.optimizer !== o.optimizer))
      throw new ValueError(
        'SequentialLR expects all schedulers to belong to the same optimizer, but got schedulers that differ from the optimizer passed in',
      );
    if (o.milestones.length !== o.schedulers.length - 1)
      throw new ValueError(
        `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${o.schedulers.length} and the number of milestones to be equal to ${o.milestones.length}`,
      );
    super(o.optimizer, o.last_epoch);
    this.#schedulers = o.schedulers;
    this.#milestones = o.milestones;
    this.last_epoch = o.last_epoch + 1;
    this._step_count = 1;
    // Making the schedulers moved the rates; the first starts again from the first rates.
    for (const g of this.groups) g.lr = g.initial_lr ?? g.lr;
    for (const s of o.schedulers) s.last_epoch--;
    const [first] = o.schedulers;
    if (first) {
      first._step_count = 0;
      first._initial_step();
    }
    this._last_lr = [...(o.schedulers[0]?.get_last_lr() ?? [])];
  }
  override get_lr(): number[] {
    return this.groups.map((g) => g.lr);
  }
  override step(): void {
    this.last_epoch++;
    this._step_count++;
    const at = this.#milestones.filter((m) => m <= this.last_epoch).length;
    const now = this.#schedulers[at];
    if (!now) return;
    if (at > 0 && this.#milestones[at - 1] === this.last_epoch) now.step(0);
    else now.step();
    this._last_lr = [...now.get_last_lr()];
  }
  override state_dict(): SchedulerState {
    const { last_epoch, _last_lr } = this;
    return {
      last_epoch,
      _last_lr: [..._last_lr],
      _milestones: [...this.#milestones],
      _schedulers: this.#schedulers.map((s) => s.state_dict()),
    };
  }
  override load_state_dict(state_dict: SchedulerState): void {
    const { _schedulers, _milestones: _, ...own } = state_dict;
    super.load_state_dict(own);
    (_schedulers as SchedulerState[]).forEach((s, i) => this.#schedulers[i]?.load_state_dict(s));
  }
}

/** Steps several schedulers together; their effects multiply. */
export class ChainedScheduler extends LRScheduler {
  readonly #schedulers: readonly LRScheduler[];
  constructor(schedulers: readonly LRScheduler[], optimizer: Scheduled | null = null) {
    const [first] = schedulers;
    if (!first)
      throw new ValueError('ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.');
    const shared = optimizer ?? first.optimizer;
    if (schedulers.some((s) => s.optimizer !== shared))
      throw new ValueError('ChainedScheduler expects all schedulers to belong to the same optimizer');
    super(shared);
    this.#schedulers = schedulers;
    this._step_count = 1;
    this._last_lr = this.groups.map((g) => g.lr);
  }
  override get_lr(): number[] {
    return this.groups.map((g) => g.lr);
  }
  override step(): void {
    for (const s of this.#schedulers) s.step();
    this._last_lr = this.groups.map((g) => g.lr);
  }
  override state_dict(): SchedulerState {
    return { _last_lr: [...this._last_lr], _schedulers: this.#schedulers.map((s) => s.state_dict()) };
  }
  override load_state_dict(state_dict: SchedulerState): void {
    const { _schedulers, ...own } = state_dict;
    super.load_state_dict(own);
    (_schedulers as SchedulerState[]).forEach((s, i) => this.#schedulers[i]?.load_state_dict(s));
  }
}

export interface PlateauOptions {
  /** Whether smaller or larger metrics are better. Default: 'min'. */
  mode?: 'min' | 'max';
  /** Default: 0.1. */
  factor?: number;
  /** Epochs without improvement that are borne. Default: 10. */
  patience?: number;
  /** Default: 1e-4. */
  threshold?: number;
  /** Whether threshold is a share of the best or an amount. Default: 'rel'. */
  threshold_mode?: 'rel' | 'abs';
  /** Epochs to wait after a reduction. Default: 0. */
  cooldown?: number;
  min_lr?: number | readonly number[];
  /** Smaller changes are not made. Default: 1e-8. */
  eps?: number;
}
/** Times factor when a metric has not improved for more than patience epochs: `step(val_loss)`. */
export class ReduceLROnPlateau {
  readonly optimizer: Scheduled;
  mode: 'min' | 'max';
  factor: number;
  patience: number;
  threshold: number;
  threshold_mode: 'rel' | 'abs';
  cooldown: number;
  min_lrs: number[];
  eps: number;
  best = Infinity;
  num_bad_epochs = 0;
  cooldown_counter = 0;
  last_epoch = 0;
  /** @internal */
  _last_lr: number[];
  constructor(
    optimizer: Scheduled,
    mode?: 'min' | 'max' | PlateauOptions,
    factor?: number | PlateauOptions,
    patience?: number | PlateauOptions,
    options?: PlateauOptions,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('ReduceLROnPlateau', args, {
      optimizer: needed<Scheduled>(),
      mode: 'min' as 'min' | 'max',
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      threshold_mode: 'rel' as 'rel' | 'abs',
      cooldown: 0,
      min_lr: 0 as number | readonly number[],
      eps: 1e-8,
      verbose: false,
    });
    if (o.factor >= 1) throw new ValueError('Factor should be < 1.0.');
    if (!['min', 'max'].includes(o.mode)) throw new ValueError(`mode ${o.mode} is unknown!`);
    if (!['rel', 'abs'].includes(o.threshold_mode))
      throw new ValueError(`threshold mode ${o.threshold_mode} is unknown!`);
    this.optimizer = o.optimizer;
    const n = o.optimizer.param_groups.length;
    if (typeof o.min_lr !== 'number' && o.min_lr.length !== n)
      throw new ValueError(`expected ${n} min_lrs, got ${o.min_lr.length}`);
    this.min_lrs = typeof o.min_lr === 'number' ? new Array<number>(n).fill(o.min_lr) : [...o.min_lr];
    this.mode = o.mode;
    this.factor = o.factor;
    this.patience = o.patience;
    this.threshold = o.threshold;
    this.threshold_mode = o.threshold_mode;
    this.cooldown = o.cooldown;
    this.eps = o.eps;
    this.best = o.mode === 'min' ? Infinity : -Infinity;
    this._last_lr = this.#groups.map((g) => g.lr);
  }
  get #groups(): Group[] {
    return this.optimizer.param_groups as Group[];
  }
  get in_cooldown(): boolean {
    return this.cooldown_counter > 0;
  }
  /** Whether a metric is better than the best by more than the threshold. */
  is_better(a: number, best: number): boolean {
    const { threshold: t } = this;
    if (this.mode === 'min') return this.threshold_mode === 'rel' ? a < best * (1 - t) : a < best - t;
    return this.threshold_mode === 'rel' ? a > best * (1 + t) : a > best + t;
  }
  /** Takes this epoch's metric. */
  step(metrics: number | Tensor): void {
    const current = Number(metrics instanceof Tensor ? metrics.item() : metrics);
    this.last_epoch++;
    if (this.is_better(current, this.best)) {
      this.best = current;
      this.num_bad_epochs = 0;
    } else this.num_bad_epochs++;
    if (this.in_cooldown) {
      this.cooldown_counter--;
      this.num_bad_epochs = 0;
    }
    if (this.num_bad_epochs > this.patience) {
      this.#groups.forEach((g, i) => {
        const next = Math.max(g.lr * this.factor, this.min_lrs[i] ?? 0);
        if (g.lr - next > this.eps) g.lr = next;
      });
      this.cooldown_counter = this.cooldown;
      this.num_bad_epochs = 0;
    }
    this._last_lr = this.#groups.map((g) => g.lr);
  }
  get_last_lr(): number[] {
    return this._last_lr;
  }
  /** Everything but the optimizer. */
  state_dict(): SchedulerState {
    const { optimizer: _, ...state } = this;
    return state;
  }
  load_state_dict(state_dict: SchedulerState): void {
    for (const [name, value] of Object.entries(state_dict)) if (name !== 'optimizer') Reflect.set(this, name, value);
  }
}
