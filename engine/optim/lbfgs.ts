import { enable_grad, no_grad } from '../autograd/modes.ts';
import { RuntimeError, ValueError } from '../device/device.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { fromValues, Tensor } from '../tensor.ts';
import { type Closure, Optimizer, type OptimizerState, type Params } from './optimizer.ts';

export interface LBFGSOptions {
  /** Default: 1. */
  lr?: number;
  /** Iterations of one step. Default: 20. */
  max_iter?: number;
  /** Evaluations of one step. Default: max_iter · 1.25. */
  max_eval?: number | null;
  /** Default: 1e-7. */
  tolerance_grad?: number;
  /** Default: 1e-9. */
  tolerance_change?: number;
  /** Steps remembered. Default: 100. */
  history_size?: number;
  /** null, or 'strong_wolfe'. */
  line_search_fn?: 'strong_wolfe' | null;
}
type Point = { t: number; f: number; g: Tensor; slope: number };

/** The minimum of the cubic through two points with slopes, within bounds. */
function cubic(a: Point, b: Point, bounds?: readonly [number, number]): number {
  const [low, high] = bounds ?? (a.t <= b.t ? [a.t, b.t] : [b.t, a.t]);
  const d1 = a.slope + b.slope - (3 * (a.f - b.f)) / (a.t - b.t);
  const square = d1 * d1 - a.slope * b.slope;
  if (square < 0) return (low + high) / 2;
  const d2 = Math.sqrt(square);
  const best =
    a.t <= b.t
      ? b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
      : a.t - (a.t - b.t) * ((a.slope + d2 - d1) / (a.slope - b.slope + 2 * d2));
  return Math.min(Math.max(best, low), high);
}
const largest = (t: Tensor): number => Number(t.abs().max().item());
const dot = (a: Tensor, b: Tensor): number => Number(a.dot(b).item());

/** A step length that satisfies the strong Wolfe conditions (Nocedal and Wright, algorithms 3.5 and 3.6). */
function strongWolfe(
  at: (t: number) => { f: number; g: Tensor },
  first: number,
  direction: Tensor,
  start: Point,
  toleranceChange: number,
): { point: Point; evaluations: number } {
  const [c1, c2, limit] = [1e-4, 0.9, 25];
  const size = largest(direction);
  const probe = (t: number): Point => {
    const { f, g } = at(t);
    return { t, f, g: g.clone(), slope: dot(g, direction) };
  };
  let now = probe(first);
  let evaluations = 1;
  let before: Point = { ...start, t: 0 };
  let bracket: Point[] = [];
  let done = false;
  let iteration = 0;
  while (iteration < limit) {
    if (now.f > start.f + c1 * now.t * start.slope || (iteration > 1 && now.f >= before.f)) {
      bracket = [before, now];
      break;
    }
    if (Math.abs(now.slope) <= -c2 * start.slope) {
      bracket = [now];
      done = true;
      break;
    }
    if (now.slope >= 0) {
      bracket = [before, now];
      break;
    }
    const low = now.t + 0.01 * (now.t - before.t);
    const t = cubic(before, now, [low, now.t * 10]);
    before = now;
    now = probe(t);
    evaluations++;
    iteration++;
  }
  if (iteration === limit) bracket = [{ ...start, t: 0 }, now];
  let stuck = false;
  let [lowAt, highAt] = (bracket[0]?.f ?? 0) <= (bracket.at(-1)?.f ?? 0) ? [0, 1] : [1, 0];
  while (!done && iteration < limit) {
    const [a, b] = bracket as [Point, Point];
    if (Math.abs(b.t - a.t) * size < toleranceChange) break;
    let t = cubic(a, b);
    const [least, most] = [Math.min(a.t, b.t), Math.max(a.t, b.t)];
    const margin = 0.1 * (most - least);
    if (Math.min(most - t, t - least) < margin) {
      if (stuck || t >= most || t <= least) {
        t = Math.abs(t - most) < Math.abs(t - least) ? most - margin : least + margin;
        stuck = false;
      } else stuck = true;
    } else stuck = false;
    const found = probe(t);
    evaluations++;
    iteration++;
    const low = bracket[lowAt] as Point;
    if (found.f > start.f + c1 * found.t * start.slope || found.f >= low.f) {
      bracket[highAt] = found;
      [lowAt, highAt] = (bracket[0] as Point).f <= (bracket[1] as Point).f ? [0, 1] : [1, 0];
    } else {
      if (Math.abs(found.slope) <= -c2 * start.slope) done = true;
      else if (found.slope * ((bracket[highAt] as Point).t - low.t) >= 0) bracket[highAt] = low;
      bracket[lowAt] = found;
    }
  }
  return { point: (bracket.length === 1 ? bracket[0] : bracket[lowAt]) as Point, evaluations };
}

/** Limited-memory BFGS: needs a closure, which it calls several times a step. One parameter group. */
export class LBFGS extends Optimizer<Required<LBFGSOptions>> {
  #directions: Tensor[] = [];
  #differences: Tensor[] = [];
  #scales: number[] = [];
  #iterations = 0;
  #direction: Tensor | null = null;
  #length = 0;
  #previousGrad: Tensor | null = null;
  #curvature = 1;
  #evaluations = 0;
  #loss = 0;
  constructor(params: Params<LBFGSOptions>, lr?: number | LBFGSOptions, options?: LBFGSOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('LBFGS', args, {
      params: needed<Params<Required<LBFGSOptions>>>(),
      lr: 1,
      max_iter: 20,
      max_eval: null as number | null,
      tolerance_grad: 1e-7,
      tolerance_change: 1e-9,
      history_size: 100,
      line_search_fn: null as 'strong_wolfe' | null,
    });
    super(params, { ...options, max_eval: options.max_eval ?? Math.floor((options.max_iter * 5) / 4) });
    if (this.param_groups.length !== 1)
      throw new ValueError("LBFGS doesn't support per-parameter options (parameter groups)");
  }
  override _update(): void {
    throw new RuntimeError('LBFGS needs a closure: optimizer.step(closure)');
  }
  get #params(): Tensor[] {
    return this.param_groups[0]?.params ?? [];
  }
  #gather(): Tensor {
    const [first, ...rest] = this.#params.map((p) => (p.grad ? p.grad.reshape([-1]) : p.detach().mul(0).reshape([-1])));
    if (!first) throw new ValueError('optimizer got an empty parameter list');
    return first.cat_with(rest, 0).clone();
  }
  #move(length: number, direction: Tensor): void {
    let at = 0;
    for (const p of this.#params) {
      const n = p.numel();
      p.add_(direction.narrow(0, at, n).view_as(p), { alpha: length });
      at += n;
    }
  }
  override _step<L>(closure: Closure<L> | null): L {
    const group = this.param_groups[0];
    if (!closure || !group) throw new RuntimeError('LBFGS needs a closure: optimizer.step(closure)');
    const evaluate = (): L => enable_grad(closure);
    const numberOf = (loss: L): number => Number(loss instanceof Tensor ? loss.item() : loss);
    return no_grad(() => {
      const original = evaluate();
      let loss = numberOf(original);
      let evaluations = 1;
      let grad = this.#gather();
      if (largest(grad) <= group.tolerance_grad) {
        this.#evaluations += evaluations;
        return original;
      }
      for (let n = 1; n <= group.max_iter; n++) {
        const direction = this.#nextDirection(grad, group.history_size);
        const previous = loss;
        this.#previousGrad = grad;
        this.#length = this.#iterations === 1 ? Math.min(1, 1 / Number(grad.abs().sum().item())) * group.lr : group.lr;
        const slope = dot(grad, direction);
        if (slope > -group.tolerance_change) break;
        let spent = 0;
        if (group.line_search_fn === 'strong_wolfe') {
          const before = this.#params.map((p) => p.detach().clone());
          const restore = (): void => this.#params.forEach((p, i) => void p.copy_(before[i] as Tensor));
          const probe = (t: number): { f: number; g: Tensor } => {
            this.#move(t, direction);
            const f = numberOf(evaluate());
            const g = this.#gather();
            restore();
            return { f, g };
          };
          const found = strongWolfe(
            probe,
            this.#length,
            direction,
            { t: 0, f: loss, g: grad, slope },
            group.tolerance_change,
          );
          this.#length = found.point.t;
          this.#move(this.#length, direction);
          loss = found.point.f;
          grad = found.point.g;
          spent = found.evaluations;
        } else {
          this.#move(this.#length, direction);
          if (n !== group.max_iter) {
            loss = numberOf(evaluate());
            grad = this.#gather();
            spent = 1;
          }
        }
        evaluations += spent;
        if (
          n === group.max_iter ||
          evaluations >= (group.max_eval ?? Infinity) ||
          largest(grad) <= group.tolerance_grad
        )
          break;
        if (
          largest(direction) * Math.abs(this.#length) <= group.tolerance_change ||
          Math.abs(loss - previous) < group.tolerance_change
        )
          break;
      }
      this.#evaluations += evaluations;
      this.#loss = loss;
      return original;
    });
  }
  /** All that is remembered belongs to the first parameter, as in PyTorch. */
  override state_dict(): OptimizerState {
    const [first] = this.#params;
    const scalar = (v: number): Tensor => fromValues([v], [], first?.dtype);
    if (first && this.#iterations > 0)
      this.state.set(first, {
        func_evals: this.#evaluations,
        n_iter: this.#iterations,
        d: this.#direction,
        t: this.#length,
        old_dirs: this.#differences,
        old_stps: this.#directions,
        ro: this.#scales.map(scalar),
        H_diag: this.#curvature,
        prev_flat_grad: this.#previousGrad,
        prev_loss: this.#loss,
      });
    return super.state_dict();
  }
  override load_state_dict(state_dict: Readonly<OptimizerState>): void {
    super.load_state_dict(state_dict);
    const [first] = this.#params;
    const kept = first && this.state.get(first);
    if (!kept) return;
    const number = (name: string): number => {
      const value = kept[name];
      return Number(value instanceof Tensor ? value.item() : value);
    };
    const tensor = (name: string): Tensor | null => {
      const value = kept[name];
      return value instanceof Tensor ? value : null;
    };
    const list = (name: string): Tensor[] => {
      const value = kept[name];
      return Array.isArray(value) ? [...(value as readonly Tensor[])] : [];
    };
    this.#evaluations = number('func_evals');
    this.#iterations = number('n_iter');
    this.#direction = tensor('d');
    this.#length = number('t');
    this.#differences = list('old_dirs');
    this.#directions = list('old_stps');
    this.#scales = list('ro').map((t) => Number(t.item()));
    this.#curvature = number('H_diag');
    this.#previousGrad = tensor('prev_flat_grad');
    this.#loss = number('prev_loss');
  }
  /** The two-loop recursion over the remembered steps. */
  #nextDirection(grad: Tensor, history: number): Tensor {
    this.#iterations++;
    if (!this.#direction || !this.#previousGrad) return (this.#direction = grad.neg());
    const difference = grad.sub(this.#previousGrad);
    const step = this.#direction.mul(this.#length);
    const agreement = dot(difference, step);
    if (agreement > 1e-10) {
      if (this.#differences.length === history) {
        this.#differences.shift();
        this.#directions.shift();
        this.#scales.shift();
      }
      this.#differences.push(difference);
      this.#directions.push(step);
      this.#scales.push(1 / agreement);
      this.#curvature = agreement / dot(difference, difference);
    }
    const kept = this.#differences.length;
    const alpha = new Array<number>(kept).fill(0);
    const q = grad.neg();
    for (let i = kept - 1; i >= 0; i--) {
      alpha[i] = dot(this.#directions[i] as Tensor, q) * (this.#scales[i] ?? 0);
      q.add_(this.#differences[i] as Tensor, { alpha: -(alpha[i] ?? 0) });
    }
    const d = q.mul(this.#curvature);
    for (let i = 0; i < kept; i++)
      d.add_(this.#directions[i] as Tensor, {
        alpha: (alpha[i] ?? 0) - dot(this.#differences[i] as Tensor, d) * (this.#scales[i] ?? 0),
      });
    return (this.#direction = d);
  }
}
