import { no_grad } from '../autograd/modes.ts';
import { RuntimeError, ValueError } from '../device/device.ts';
import { float16 } from '../dtype.ts';
import { isKeywords } from '../schema.ts';
import { fromValues, isTensor, type Tensor } from '../tensor.ts';

export interface GradScalerOptions {
  /** Default: 65536. */
  init_scale?: number;
  /** What the scale is multiplied by after `growth_interval` steps without infinities. Default: 2. */
  growth_factor?: number;
  /** What it is multiplied by after a step that was skipped. Default: 0.5. */
  backoff_factor?: number;
  /** Default: 2000. */
  growth_interval?: number;
  /** false makes everything a pass-through. Default: true. */
  enabled?: boolean;
}
export interface GradScalerState {
  scale: number;
  growth_factor: number;
  backoff_factor: number;
  growth_interval: number;
  _growth_tracker: number;
}
interface Scalable {
  readonly param_groups: readonly { readonly params: readonly Tensor[] }[];
  step(): unknown;
}
type Stage = 'ready' | 'unscaled' | 'stepped';

/** Assertions of Python. */
class AssertionError extends Error {
  override name = 'AssertionError';
}

/**
 * Keeps small gradients from vanishing in float16: `scaler.scale(loss).backward(); scaler.step(optimizer); scaler.update()`. The loss
 * is multiplied by a scale, the gradients are divided by it before the step, and a step whose gradients are not all finite is skipped.
 */
export class GradScaler {
  #scale: number;
  #growth: number;
  #backoff: number;
  #interval: number;
  readonly #enabled: boolean;
  #tracker = 0;
  #optimizers = new Map<Scalable, { stage: Stage; found: boolean | null }>();

  constructor(device?: string | GradScalerOptions, options?: GradScalerOptions) {
    const o = (typeof device === 'string' ? options : device) ?? {};
    this.#enabled = o.enabled ?? true;
    this.#scale = o.init_scale ?? 65536;
    this.#growth = o.growth_factor ?? 2;
    this.#backoff = o.backoff_factor ?? 0.5;
    this.#interval = o.growth_interval ?? 2000;
    if (!this.#enabled) return;
    if (!(this.#growth > 1)) throw new AssertionError('The growth factor must be > 1.0.');
    if (!(this.#backoff < 1)) throw new AssertionError('The backoff factor must be < 1.0.');
  }

  /** A tensor times the scale, or every tensor of a list. */
  scale<T extends Tensor | readonly Tensor[]>(outputs: T): T;
  scale(outputs: Tensor | readonly Tensor[]): Tensor | readonly Tensor[] {
    if (!this.#enabled) return outputs;
    if (isTensor(outputs)) return outputs.mul(fromValues([this.#scale], [], undefined, outputs.storage.device));
    return outputs.map((t) => this.scale(t));
  }

  /** Divides the gradients of an optimizer's parameters by the scale, in place: before they are clipped, say. */
  unscale_(optimizer: Scalable): void {
    if (!this.#enabled) return;
    const state = this.#stateOf(optimizer);
    if (state.stage === 'unscaled')
      throw new RuntimeError('unscale_() has already been called on this optimizer since the last update().');
    if (state.stage === 'stepped') throw new RuntimeError('unscale_() is being called after step().');
    const inverse = Math.fround(1 / this.#scale);
    no_grad(() => {
      for (const { params } of optimizer.param_groups)
        for (const { grad } of params) {
          if (!grad) continue;
          if (grad.dtype === float16) throw new ValueError('Attempting to unscale FP16 gradients.');
          state.found ||= !grad.isfinite().all().item();
          grad.mul_(inverse);
        }
    });
    state.found ??= optimizer.param_groups.some(({ params }) => params.some((p) => p.grad)) ? false : null;
    state.stage = 'unscaled';
  }

  /** `optimizer.step()`, unless a gradient is infinite or NaN; unscales first if that was not done. */
  step(optimizer: Scalable, ...rest: readonly unknown[]): unknown {
    if (!this.#enabled) return Reflect.apply(optimizer.step, optimizer, rest);
    if (rest.some((r) => typeof r === 'function' || (isKeywords(r) && 'closure' in r)))
      throw new RuntimeError('Closure use is not currently supported if GradScaler is enabled.');
    const state = this.#stateOf(optimizer);
    if (state.stage === 'stepped') throw new RuntimeError('step() has already been called since the last update().');
    if (state.stage === 'ready') this.unscale_(optimizer);
    if (state.found === null) throw new AssertionError('No inf checks were recorded for this optimizer.');
    state.stage = 'stepped';
    return state.found ? null : optimizer.step();
  }

  /** Ends the iteration: a skipped step lowers the scale, `growth_interval` good ones in a row raise it. */
  update(new_scale: number | Tensor | null = null): void {
    if (!this.#enabled) return;
    if (new_scale !== null) this.#scale = Math.fround(isTensor(new_scale) ? Number(new_scale.item()) : new_scale);
    else {
      const found = [...this.#optimizers.values()].flatMap((s) => (s.found === null ? [] : [s.found]));
      if (found.length === 0) throw new AssertionError('No inf checks were recorded prior to update.');
      if (found.some((f) => f)) {
        this.#scale = Math.fround(this.#scale * this.#backoff);
        this.#tracker = 0;
      } else if (++this.#tracker === this.#interval) {
        const grown = Math.fround(this.#scale * this.#growth);
        if (Number.isFinite(grown)) this.#scale = grown;
        this.#tracker = 0;
      }
    }
    this.#optimizers = new Map();
  }

  /** 1 when disabled. */
  get_scale(): number {
    return this.#enabled ? this.#scale : 1;
  }
  get_growth_factor(): number {
    return this.#growth;
  }
  set_growth_factor(new_factor: number): void {
    this.#growth = new_factor;
  }
  get_backoff_factor(): number {
    return this.#backoff;
  }
  set_backoff_factor(new_factor: number): void {
    this.#backoff = new_factor;
  }
  get_growth_interval(): number {
    return this.#interval;
  }
  set_growth_interval(new_interval: number): void {
    this.#interval = new_interval;
  }
  is_enabled(): boolean {
    return this.#enabled;
  }
  /** Empty when disabled. */
  state_dict(): GradScalerState | Record<string, never> {
    if (!this.#enabled) return {};
    return {
      scale: this.#scale,
      growth_factor: this.#growth,
      backoff_factor: this.#backoff,
      growth_interval: this.#interval,
      _growth_tracker: this.#tracker,
    };
  }
  load_state_dict(state_dict: Partial<GradScalerState>): void {
    if (!this.#enabled) return;
    if (Object.keys(state_dict).length === 0)
      throw new RuntimeError(
        'The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.',
      );
    this.#scale = state_dict.scale ?? this.#scale;
    this.#growth = state_dict.growth_factor ?? this.#growth;
    this.#backoff = state_dict.backoff_factor ?? this.#backoff;
    this.#interval = state_dict.growth_interval ?? this.#interval;
    this.#tracker = state_dict._growth_tracker ?? this.#tracker;
  }

  #stateOf(optimizer: Scalable): { stage: Stage; found: boolean | null } {
    let state = this.#optimizers.get(optimizer);
    if (!state) this.#optimizers.set(optimizer, (state = { stage: 'ready', found: null }));
    return state;
  }
}
