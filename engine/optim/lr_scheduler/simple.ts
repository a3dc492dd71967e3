import { ValueError } from '../../device/device.ts';
import { bindArguments, needed } from '../../nn/arguments.ts';
import { LRScheduler, type Scheduled } from './scheduler.ts';

interface Resume {
  /** The epoch to go on from. Default: −1, the start. */
  last_epoch?: number;
  /** Accepted and ignored, as in current PyTorch. */
  verbose?: boolean;
}
const common = { last_epoch: -1, verbose: false };
export type Factor = (epoch: number) => number;

function factors(optimizer: Scheduled, given: Factor | readonly Factor[]): Factor[] {
  const n = optimizer.param_groups.length;
  if (typeof given === 'function') return new Array<Factor>(n).fill(given);
  if (given.length !== n) throw new ValueError(`Expected ${n} lr_lambdas, but got ${given.length}`);
  return [...given];
}
/** Each group's first rate times `lr_lambda(epoch)`. */
export class LambdaLR extends LRScheduler {
  readonly lr_lambdas: Factor[];
  constructor(optimizer: Scheduled, lr_lambda: Factor | readonly Factor[], last_epoch?: number | Resume);
  constructor(...args: unknown[]) {
    const o = bindArguments('LambdaLR', args, {
      optimizer: needed<Scheduled>(),
      lr_lambda: needed<Factor | readonly Factor[]>(),
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.lr_lambdas = factors(o.optimizer, o.lr_lambda);
    this._initial_step();
  }
  override get_lr(): number[] {
    return this.base_lrs.map((base, i) => base * (this.lr_lambdas[i]?.(this.last_epoch) ?? 1));
  }
}
/** Each group's rate times `lr_lambda(epoch)`, epoch by epoch. */
export class MultiplicativeLR extends LRScheduler {
  readonly lr_lambdas: Factor[];
  constructor(optimizer: Scheduled, lr_lambda: Factor | readonly Factor[], last_epoch?: number | Resume);
  constructor(...args: unknown[]) {
    const o = bindArguments('MultiplicativeLR', args, {
      optimizer: needed<Scheduled>(),
      lr_lambda: needed<Factor | readonly Factor[]>(),
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.lr_lambdas = factors(o.optimizer, o.lr_lambda);
    this._initial_step();
  }
  override get_lr(): number[] {
    return this.groups.map((g, i) =>
      this.last_epoch > 0 ? g.lr * (this.lr_lambdas[i]?.(this.last_epoch) ?? 1) : g.lr,
    );
  }
}
/** Times gamma every step_size epochs. */
export class StepLR extends LRScheduler {
  step_size: number;
  gamma: number;
  constructor(
    optimizer: Scheduled,
    step_size: number | (Resume & { step_size: number; gamma?: number }),
    gamma?: number | (Resume & { gamma?: number }),
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('StepLR', args, {
      optimizer: needed<Scheduled>(),
      step_size: needed<number>(),
      gamma: 0.1,
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.step_size = o.step_size;
    this.gamma = o.gamma;
    this._initial_step();
  }
  override get_lr(): number[] {
    return this.groups.map((g) =>
      this.last_epoch === 0 || this.last_epoch % this.step_size !== 0 ? g.lr : g.lr * this.gamma,
    );
  }
  override _get_closed_form_lr(): number[] {
    return this.base_lrs.map((base) => base * this.gamma ** Math.floor(this.last_epoch / this.step_size));
  }
}
/** Times gamma at each milestone. */
export class MultiStepLR extends LRScheduler {
  milestones: number[];
  gamma: number;
  constructor(
    optimizer: Scheduled,
    milestones: readonly number[],
    gamma?: number | (Resume & { gamma?: number }),
    last_epoch?: number,
  );
  constructor(optimizer: Scheduled, options: Resume & { milestones: readonly number[]; gamma?: number });
  constructor(...args: unknown[]) {
    const o = bindArguments('MultiStepLR', args, {
      optimizer: needed<Scheduled>(),
      milestones: needed<readonly number[]>(),
      gamma: 0.1,
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.milestones = [...o.milestones];
    this.gamma = o.gamma;
    this._initial_step();
  }
  override get_lr(): number[] {
    const here = this.milestones.filter((m) => m === this.last_epoch).length;
    return this.groups.map((g) => (here === 0 ? g.lr : g.lr * this.gamma ** here));
  }
  override _get_closed_form_lr(): number[] {
    return this.base_lrs.map((base) => base * this.gamma ** this.milestones.filter((m) => m <= this.last_epoch).length);
  }
}
/** Times gamma every epoch. */
export class ExponentialLR extends LRScheduler {
  gamma: number;
  constructor(optimizer: Scheduled, gamma: number | (Resume & { gamma: number }), last_epoch?: number | Resume);
  constructor(...args: unknown[]) {
    const o = bindArguments('ExponentialLR', args, {
      optimizer: needed<Scheduled>(),
      gamma: needed<number>(),
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.gamma = o.gamma;
    this._initial_step();
  }
  override get_lr(): number[] {
    return this.groups.map((g) => (this.last_epoch === 0 ? g.lr : g.lr * this.gamma));
  }
  override _get_closed_form_lr(): number[] {
    return this.base_lrs.map((base) => base * this.gamma ** this.last_epoch);
  }
}
/** Times factor until total_iters epochs are over. */
export class ConstantLR extends LRScheduler {
  factor: number;
  total_iters: number;
  constructor(
    optimizer: Scheduled,
    factor?: number | (Resume & { factor?: number; total_iters?: number }),
    total_iters?: number | Resume,
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('ConstantLR', args, {
      optimizer: needed<Scheduled>(),
      factor: 1 / 3,
      total_iters: 5,
      ...common,
    });
    if (o.factor > 1 || o.factor < 0)
      throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
    super(o.optimizer, o.last_epoch);
    this.factor = o.factor;
    this.total_iters = o.total_iters;
    this._initial_step();
  }
  override get_lr(): number[] {
    const { last_epoch: epoch, factor, total_iters } = this;
    return this.groups.map((g) => (epoch === 0 ? g.lr * factor : epoch !== total_iters ? g.lr : g.lr * (1 / factor)));
  }
}
/** From start_factor to end_factor of the rate in equal parts over total_iters epochs. */
export class LinearLR extends LRScheduler {
  start_factor: number;
  end_factor: number;
  total_iters: number;
  constructor(
    optimizer: Scheduled,
    start_factor?: number | (Resume & { start_factor?: number; end_factor?: number; total_iters?: number }),
    end_factor?: number | (Resume & { end_factor?: number; total_iters?: number }),
    total_iters?: number | Resume,
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('LinearLR', args, {
      optimizer: needed<Scheduled>(),
      start_factor: 1 / 3,
      end_factor: 1,
      total_iters: 5,
      ...common,
    });
    if (o.start_factor > 1 || o.start_factor <= 0)
      throw new ValueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.');
    if (o.end_factor > 1 || o.end_factor < 0)
      throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    super(o.optimizer, o.last_epoch);
    this.start_factor = o.start_factor;
    this.end_factor = o.end_factor;
    this.total_iters = o.total_iters;
    this._initial_step();
  }
  override get_lr(): number[] {
    const { last_epoch: epoch, start_factor: start, end_factor: end, total_iters: total } = this;
    if (epoch === 0) return this.groups.map((g) => g.lr * start);
    return this.groups.map((g) =>
      epoch > total ? g.lr : g.lr * (1 + (end - start) / (total * start + (epoch - 1) * (end - start))),
    );
  }
}
/** (1 − epoch / total_iters)^power of the rate. */
export class PolynomialLR extends LRScheduler {
  total_iters: number;
  power: number;
  constructor(
    optimizer: Scheduled,
    total_iters?: number | (Resume & { total_iters?: number; power?: number }),
    power?: number | Resume,
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('PolynomialLR', args, {
      optimizer: needed<Scheduled>(),
      total_iters: 5,
      power: 1,
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.total_iters = o.total_iters;
    this.power = o.power;
    this._initial_step();
  }
  override get_lr(): number[] {
    const { last_epoch: epoch, total_iters: total } = this;
    if (epoch === 0 || epoch > total) return this.groups.map((g) => g.lr);
    const decay = ((1 - epoch / total) / (1 - (epoch - 1) / total)) ** this.power;
    return this.groups.map((g) => g.lr * decay);
  }
}
/** A half cosine from the rate down to eta_min over T_max epochs, and back up after that. */
export class CosineAnnealingLR extends LRScheduler {
  T_max: number;
  eta_min: number;
  constructor(
    optimizer: Scheduled,
    T_max: number | (Resume & { T_max: number; eta_min?: number }),
    eta_min?: number | (Resume & { eta_min?: number }),
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('CosineAnnealingLR', args, {
      optimizer: needed<Scheduled>(),
      T_max: needed<number>(),
      eta_min: 0,
      ...common,
    });
    super(o.optimizer, o.last_epoch);
    this.T_max = o.T_max;
    this.eta_min = o.eta_min;
    this._initial_step();
  }
  override get_lr(): number[] {
    const { last_epoch: epoch, T_max, eta_min } = this;
    if (epoch === 0) return this.groups.map((g) => g.lr);
    if (this._step_count === 1) return this._get_closed_form_lr();
    if ((epoch - 1 - T_max) % (2 * T_max) === 0)
      return this.groups.map(
        (g, i) => g.lr + (((this.base_lrs[i] ?? 0) - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2,
      );
    return this.groups.map(
      (g) =>
        ((1 + Math.cos((Math.PI * epoch) / T_max)) / (1 + Math.cos((Math.PI * (epoch - 1)) / T_max))) *
          (g.lr - eta_min) +
        eta_min,
    );
  }
  override _get_closed_form_lr(): number[] {
    return this.base_lrs.map(
      (base) => this.eta_min + ((base - this.eta_min) * (1 + Math.cos((Math.PI * this.last_epoch) / this.T_max))) / 2,
    );
  }
}
/** Cosine annealing that starts anew after T_0 epochs, then T_0 · T_mult, T_0 · T_mult², … */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  T_0: number;
  T_i: number;
  T_mult: number;
  eta_min: number;
  T_cur: number;
  constructor(
    optimizer: Scheduled,
    T_0: number | (Resume & { T_0: number; T_mult?: number; eta_min?: number }),
    T_mult?: number | (Resume & { T_mult?: number; eta_min?: number }),
    eta_min?: number | Resume,
    last_epoch?: number,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('CosineAnnealingWarmRestarts', args, {
      optimizer: needed<Scheduled>(),
      T_0: needed<number>(),
      T_mult: 1,
      eta_min: 0,
      ...common,
    });
    if (o.T_0 <= 0 || !Number.isInteger(o.T_0)) throw new ValueError(`Expected positive integer T_0, but got ${o.T_0}`);
    if (o.T_mult < 1 || !Number.isInteger(o.T_mult))
      throw new ValueError(`Expected integer T_mult >= 1, but got ${o.T_mult}`);
    super(o.optimizer, o.last_epoch);
    this.T_0 = o.T_0;
    this.T_i = o.T_0;
    this.T_mult = o.T_mult;
    this.eta_min = o.eta_min;
    this.T_cur = o.last_epoch;
    this._initial_step();
  }
  override get_lr(): number[] {
    return this.base_lrs.map(
      (base) => this.eta_min + ((base - this.eta_min) * (1 + Math.cos((Math.PI * this.T_cur) / this.T_i))) / 2,
    );
  }
  override _initial_step(): void {
    if (this._step_count === 0) this.step(0);
  }
  override step(epoch?: number | null): void {
    this._step_count++;
    if (epoch == null) {
      this.last_epoch++;
      this.T_cur++;
      if (this.T_cur >= this.T_i) {
        this.T_cur -= this.T_i;
        this.T_i *= this.T_mult;
      }
    } else {
      if (epoch < 0) throw new ValueError(`Expected non-negative epoch, but got ${epoch}`);
      this.T_cur = epoch;
      this.T_i = this.T_0;
      if (epoch >= this.T_0) {
        if (this.T_mult === 1) this.T_cur = epoch % this.T_0;
        else {
          const n = Math.floor(Math.log((epoch / this.T_0) * (this.T_mult - 1) + 1) / Math.log(this.T_mult));
          this.T_cur = epoch - (this.T_0 * (this.T_mult ** n - 1)) / (this.T_mult - 1);
          this.T_i = this.T_0 * this.T_mult ** n;
        }
      }
      this.last_epoch = Math.floor(epoch);
    }
    this._set(this.get_lr());
  }
}
