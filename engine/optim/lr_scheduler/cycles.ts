import { ValueError } from '../../device/device.ts';
import { bindArguments, needed } from '../../nn/arguments.ts';
import { type Group, LRScheduler, type Scheduled } from './scheduler.ts';

const perGroup = (optimizer: Scheduled, value: number | readonly number[], name: string): number[] => {
  const n = optimizer.param_groups.length;
  if (typeof value === 'number') return new Array<number>(n).fill(value);
  if (value.length !== n) throw new ValueError(`expected ${n} values for ${name}, got ${value.length}`);
  return [...value];
};
function setMomentum(g: Group, value: number): void {
  if ('betas' in g) Reflect.set(g, 'betas', [value, ...(g['betas'] as readonly number[]).slice(1)]);
  else Reflect.set(g, 'momentum', value);
}
const hasMomentum = (o: Scheduled): boolean => 'momentum' in o.defaults || 'betas' in o.defaults;

export interface CyclicOptions {
  step_size_up?: number;
  step_size_down?: number | null;
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  gamma?: number;
  scale_fn?: ((x: number) => number) | null;
  scale_mode?: 'cycle' | 'iterations';
  cycle_momentum?: boolean;
  base_momentum?: number | readonly number[];
  max_momentum?: number | readonly number[];
  last_epoch?: number;
}
/** Between base_lr and max_lr and back, again and again; the height may shrink from cycle to cycle. Step after each batch. */
export class CyclicLR extends LRScheduler {
  readonly max_lrs: number[];
  readonly total_size: number;
  readonly step_ratio: number;
  readonly mode: string;
  readonly gamma: number;
  readonly scale_mode: string;
  readonly cycle_momentum: boolean;
  /** Only with cycle_momentum. */
  declare base_momentums: number[];
  /** Only with cycle_momentum. */
  declare max_momentums: number[];
  readonly #scale: (x: number) => number;
  constructor(
    optimizer: Scheduled,
    base_lr: number | readonly number[],
    max_lr: number | readonly number[],
    options?: CyclicOptions,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('CyclicLR', args, {
      optimizer: needed<Scheduled>(),
      base_lr: needed<number | readonly number[]>(),
      max_lr: needed<number | readonly number[]>(),
      step_size_up: 2000,
      step_size_down: null as number | null,
      mode: 'triangular',
      gamma: 1,
      scale_fn: null as ((x: number) => number) | null,
      scale_mode: 'cycle',
      cycle_momentum: true,
      base_momentum: 0.8 as number | readonly number[],
      max_momentum: 0.9 as number | readonly number[],
      last_epoch: -1,
      verbose: false,
    });
    const low = perGroup(o.optimizer, o.base_lr, 'base_lr');
    if (o.last_epoch === -1) (o.optimizer.param_groups as Group[]).forEach((g, i) => (g.lr = low[i] ?? g.lr));
    if (!['triangular', 'triangular2', 'exp_range'].includes(o.mode) && !o.scale_fn)
      throw new ValueError('mode is invalid and scale_fn is None');
    if (o.cycle_momentum && !hasMomentum(o.optimizer))
      throw new ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled');
    super(o.optimizer, o.last_epoch);
    this.base_lrs = low;
    this.max_lrs = perGroup(o.optimizer, o.max_lr, 'max_lr');
    const down = o.step_size_down ?? o.step_size_up;
    this.total_size = o.step_size_up + down;
    this.step_ratio = o.step_size_up / this.total_size;
    this.cycle_momentum = o.cycle_momentum;
    this.mode = o.mode;
    this.gamma = o.gamma;
    this.scale_mode = o.scale_fn ? o.scale_mode : o.mode === 'exp_range' ? 'iterations' : 'cycle';
    const { gamma } = o;
    this.#scale =
      o.scale_fn ??
      (o.mode === 'triangular2' ? (x) => 1 / 2 ** (x - 1) : o.mode === 'exp_range' ? (x) => gamma ** x : () => 1);
    if (o.cycle_momentum) {
      this.base_momentums = perGroup(o.optimizer, o.base_momentum, 'base_momentum');
      this.max_momentums = perGroup(o.optimizer, o.max_momentum, 'max_momentum');
      if (o.last_epoch === -1) this.groups.forEach((g, i) => setMomentum(g, this.max_momentums[i] ?? 0));
    }
    this._initial_step();
  }
  override get_lr(): number[] {
    const cycle = Math.floor(1 + this.last_epoch / this.total_size);
    const x = 1 + this.last_epoch / this.total_size - cycle;
    const height = x <= this.step_ratio ? x / this.step_ratio : (x - 1) / (this.step_ratio - 1);
    const scale = this.#scale(this.scale_mode === 'cycle' ? cycle : this.last_epoch);
    if (this.cycle_momentum)
      this.groups.forEach((g, i) =>
        setMomentum(
          g,
          (this.max_momentums[i] ?? 0) -
            ((this.max_momentums[i] ?? 0) - (this.base_momentums[i] ?? 0)) * height * scale,
        ),
      );
    return this.base_lrs.map((base, i) => base + ((this.max_lrs[i] ?? 0) - base) * height * scale);
  }
}

export interface OneCycleOptions {
  total_steps?: number | null;
  epochs?: number | null;
  steps_per_epoch?: number | null;
  /** Share of the steps that go up. Default: 0.3. */
  pct_start?: number;
  anneal_strategy?: 'cos' | 'linear';
  cycle_momentum?: boolean;
  base_momentum?: number | readonly number[];
  max_momentum?: number | readonly number[];
  /** First rate is max_lr / div_factor. Default: 25. */
  div_factor?: number;
  /** Last rate is the first / final_div_factor. Default: 1e4. */
  final_div_factor?: number;
  three_phase?: boolean;
  last_epoch?: number;
}
/** One cycle: up to max_lr, then down far below the start (Smith and Topin, 2017). Step after each batch. */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  readonly cycle_momentum: boolean;
  /** Whether the momentum that cycles is Adam's first beta; only with cycle_momentum. */
  declare readonly use_beta1?: boolean;
  readonly #phases: {
    end: number;
    lr: ['initial_lr' | 'max_lr' | 'min_lr', 'initial_lr' | 'max_lr' | 'min_lr'];
    momentum: ['max_momentum' | 'base_momentum', 'max_momentum' | 'base_momentum'];
  }[];
  readonly #anneal: (from: number, to: number, share: number) => number;
  constructor(
    optimizer: Scheduled,
    max_lr: number | readonly number[],
    total_steps?: number | null | OneCycleOptions,
    options?: OneCycleOptions,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments('OneCycleLR', args, {
      optimizer: needed<Scheduled>(),
      max_lr: needed<number | readonly number[]>(),
      total_steps: null as number | null,
      epochs: null as number | null,
      steps_per_epoch: null as number | null,
      pct_start: 0.3,
      anneal_strategy: 'cos',
      cycle_momentum: true,
      base_momentum: 0.85 as number | readonly number[],
      max_momentum: 0.95 as number | readonly number[],
      div_factor: 25,
      final_div_factor: 1e4,
      three_phase: false,
      last_epoch: -1,
      verbose: false,
    });
    const total =
      o.total_steps ?? (o.epochs !== null && o.steps_per_epoch !== null ? o.epochs * o.steps_per_epoch : null);
    if (total === null) throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
    if (total <= 0 || !Number.isInteger(total))
      throw new ValueError(`Expected positive integer total_steps, but got ${total}`);
    if (o.pct_start < 0 || o.pct_start > 1)
      throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${o.pct_start}`);
    if (o.anneal_strategy !== 'cos' && o.anneal_strategy !== 'linear')
      throw new ValueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${o.anneal_strategy}`);
    const top = perGroup(o.optimizer, o.max_lr, 'max_lr');
    if (o.last_epoch === -1) {
      (o.optimizer.param_groups as Group[]).forEach((g, i) => {
        g.initial_lr = (top[i] ?? 0) / o.div_factor;
        Object.assign(g, { max_lr: top[i], min_lr: g.initial_lr / o.final_div_factor });
      });
    }
    if (o.cycle_momentum) {
      if (!hasMomentum(o.optimizer))
        throw new ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled');
      const high = perGroup(o.optimizer, o.max_momentum, 'max_momentum');
      const low = perGroup(o.optimizer, o.base_momentum, 'base_momentum');
      if (o.last_epoch === -1) {
        (o.optimizer.param_groups as Group[]).forEach((g, i) => {
          setMomentum(g, high[i] ?? 0);
          Object.assign(g, { max_momentum: high[i], base_momentum: low[i] });
        });
      }
    }
    super(o.optimizer, o.last_epoch);
    this.total_steps = total;
    this.cycle_momentum = o.cycle_momentum;
    if (o.cycle_momentum) Object.assign(this, { use_beta1: 'betas' in o.optimizer.defaults });
    const up = o.pct_start * total - 1;
    this.#phases = o.three_phase
      ? [
          { end: up, lr: ['initial_lr', 'max_lr'], momentum: ['max_momentum', 'base_momentum'] },
          {
            end: 2 * o.pct_start * total - 2,
            lr: ['max_lr', 'initial_lr'],
            momentum: ['base_momentum', 'max_momentum'],
          },
          { end: total - 1, lr: ['initial_lr', 'min_lr'], momentum: ['max_momentum', 'max_momentum'] },
        ]
      : [
          { end: up, lr: ['initial_lr', 'max_lr'], momentum: ['max_momentum', 'base_momentum'] },
          { end: total - 1, lr: ['max_lr', 'min_lr'], momentum: ['base_momentum', 'max_momentum'] },
        ];
    this.#anneal =
      o.anneal_strategy === 'linear'
        ? (a, b, s) => (b - a) * s + a
        : (a, b, s) => b + ((a - b) / 2) * (1 + Math.cos(Math.PI * s));
    this._initial_step();
  }
  override get_lr(): number[] {
    const step = this.last_epoch;
    if (step > this.total_steps)
      throw new ValueError(`Tried to step ${step} times. The specified number of total steps is ${this.total_steps}`);
    return this.groups.map((g) => {
      let start = 0;
      const last = this.#phases.length - 1;
      for (const [i, phase] of this.#phases.entries()) {
        if (step <= phase.end || i === last) {
          const share = (step - start) / (phase.end - start);
          if (this.cycle_momentum)
            setMomentum(g, this.#anneal(Number(g[phase.momentum[0]]), Number(g[phase.momentum[1]]), share));
          return this.#anneal(Number(g[phase.lr[0]]), Number(g[phase.lr[1]]), share);
        }
        start = phase.end;
      }
      return g.lr;
    });
  }
}
