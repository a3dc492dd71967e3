// torch.autograd.gradcheck and gradgradcheck: gradients against central differences.
import { grad } from './autograd/backward.ts';
import type { CustomFunction } from './autograd/function.ts';
import { enable_grad, no_grad } from './autograd/modes.ts';
import { RuntimeError, ValueError } from './device/device.ts';
import { numelOf, sameShape, Tensor, valuesLike, valuesOf } from './tensor.ts';

/** A gradient that is not the slope of its function. */
export class GradcheckError extends RuntimeError {
  override name = 'GradcheckError';
}

export interface GradcheckOptions {
  /** Step of the central differences. */
  readonly eps?: number;
  readonly atol?: number;
  readonly rtol?: number;
  /** Throw where they differ; otherwise the answer is false. */
  readonly raise_exception?: boolean;
  /** How far two runs of backward may be apart. */
  readonly nondet_tol?: number;
  /** Gradients that nothing asked for may come as null, too. */
  readonly check_undefined_grad?: boolean;
  /** Gradients have their input's dtype; always so here. */
  readonly check_grad_dtypes?: boolean;
  /** Only true is refused: there is no vmap. */
  readonly check_batched_grad?: boolean;
  /** Only true is refused: there is no forward mode. */
  readonly check_forward_ad?: boolean;
  readonly check_backward_ad?: boolean;
  /** Compare one random projection of the Jacobian instead of all of it: two evaluations instead of two for each element. */
  readonly fast_mode?: boolean;
}
type F = (...inputs: Tensor[]) => unknown;
type Apply = typeof CustomFunction.apply;
const tensorsIn = (y: unknown): Tensor[] => (Array.isArray(y) ? y.flatMap(tensorsIn) : y instanceof Tensor ? [y] : []);
const outputsOf = (y: unknown): Tensor[] => tensorsIn(y).filter((t) => t.dtype.category === 2);
const at = <T>(list: ArrayLike<T>, i: number): T => {
  const x = list[i];
  if (x === undefined) throw new RangeError(`no element ${i}`);
  return x;
};
type Row = Float64Array;
const rowOf = (t: Tensor | null | undefined, n: number): Row =>
  t ? Float64Array.from(valuesOf(t.detach())) : new Float64Array(n);
/** Directions of fixed size and no pattern, the same in every run. */
const direction = (n: number, seed: number): Row => {
  const v = Float64Array.from({ length: n }, (_, i) => 0.5 + Math.abs(Math.sin(12.9898 * (i + 1) + 78.233 * seed)));
  const size = Math.hypot(...v) || 1;
  return v.map((x) => x / size);
};
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += at(a, i) * at(b, i);
  return total;
};

class Check {
  readonly f: F;
  readonly inputs: readonly Tensor[];
  readonly options: Required<Pick<GradcheckOptions, 'eps' | 'atol' | 'rtol' | 'nondet_tol'>>;
  readonly outputs: readonly Tensor[];
  readonly wanted: readonly number[];
  constructor(f: F, inputs: readonly Tensor[], options: Check['options']) {
    this.f = f;
    this.inputs = inputs;
    this.options = options;
    this.wanted = inputs.flatMap((t, i) => (t.requires_grad ? [i] : []));
    if (this.wanted.length === 0)
      throw new ValueError(
        'gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.',
      );
    for (const i of this.wanted) {
      const t = at(inputs, i);
      if (t.strides.some((s, d) => s === 0 && (t.shape[d] ?? 1) > 1))
        throw new RuntimeError(
          `The ${i}th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to compute the numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.`,
        );
    }
    this.outputs = outputsOf(f(...inputs));
  }
  #near(a: number, n: number): boolean {
    return Math.abs(a - n) <= this.options.atol + this.options.rtol * Math.abs(n);
  }
  /** Every output after a change of one input along a direction. */
  #moved(input: number, change: ArrayLike<number>, by: number): Row[] {
    const x = at(this.inputs, input);
    const values = Float64Array.from(valuesOf(x.detach()), (v, e) => v + by * at(change, e));
    const shifted = valuesLike(x, values, x.shape);
    return no_grad(() =>
      outputsOf(this.f(...this.inputs.map((t, i) => (i === input ? shifted : t)))).map((y) => rowOf(y, 0)),
    );
  }
  /** For each output its slope along a direction of an input. */
  slopes(input: number, change: ArrayLike<number>): Row[] {
    const { eps } = this.options;
    const up = this.#moved(input, change, eps);
    const down = this.#moved(input, change, -eps);
    return up.map((row, k) => row.map((v, j) => (v - at(at(down, k), j)) / (2 * eps)));
  }
  /** For each wanted input the gradient of one output with this seed. */
  gradients(output: number, seed: ArrayLike<number>): Row[] {
    const y = at(this.outputs, output);
    const inputs = this.wanted.map((i) => at(this.inputs, i));
    const found: readonly (Tensor | null)[] = y.requires_grad
      ? grad(y, inputs, valuesLike(y, seed, y.shape), { retain_graph: true, allow_unused: true })
      : inputs.map(() => null);
    return inputs.map((x, w) => {
      const g = found[w];
      if (g && !sameShape(g.shape, x.shape)) throw new GradcheckError('grad is sized incorrectly');
      return rowOf(g, numelOf(x.shape));
    });
  }
  #again(output: number, seed: ArrayLike<number>, first: readonly Row[]): void {
    const second = this.gradients(output, seed);
    if (first.some((row, w) => row.some((v, e) => Math.abs(v - at(at(second, w), e)) > this.options.nondet_tol)))
      throw new GradcheckError(
        'Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, although analytical gradient matches numerical gradient.',
      );
  }
  #differ(output: number, input: number, numerical: unknown, analytical: unknown, where = ''): never {
    throw new GradcheckError(
      `Jacobian mismatch for output ${output} with respect to input ${input}${where},\nnumerical:${String(numerical)}\nanalytical:${String(analytical)}\n`,
    );
  }
  slow(): void {
    const numerical = this.wanted.map((i) => {
      const n = numelOf(at(this.inputs, i).shape);
      return Array.from({ length: n }, (_, e) =>
        this.slopes(
          i,
          Float64Array.from({ length: n }, (__, k) => Number(k === e)),
        ),
      );
    });
    this.outputs.forEach((y, k) => {
      const n = numelOf(y.shape);
      for (let j = 0; j < n; j++) {
        const seed = Float64Array.from({ length: n }, (_, e) => Number(e === j));
        const rows = this.gradients(k, seed);
        rows.forEach((row, w) =>
          row.forEach((a, e) => {
            const slope = at(at(at(at(numerical, w), e), k), j);
            if (!this.#near(a, slope))
              this.#differ(
                k,
                at(this.wanted, w),
                slope,
                a,
                `, element ${j} of the output by element ${e} of the input`,
              );
          }),
        );
        this.#again(k, seed, rows);
      }
    });
  }
  fast(): void {
    const numerical = this.wanted.map((i, w) => {
      const v = direction(numelOf(at(this.inputs, i).shape), w + 1);
      return [v, this.slopes(i, v)] as const;
    });
    this.outputs.forEach((y, k) => {
      const u = direction(numelOf(y.shape), k + 101);
      const rows = this.gradients(k, u);
      rows.forEach((row, w) => {
        const [v, slopes] = at(numerical, w);
        const slope = dot(at(slopes, k), u);
        const analytical = dot(row, v);
        if (!this.#near(analytical, slope)) this.#differ(k, at(this.wanted, w), slope, analytical, ' (projected)');
      });
      this.#again(k, u, rows);
    });
  }
  /** Outputs that nothing asks for must not break the gradients of those that are asked for. */
  undefinedGradients(): void {
    const asked = this.outputs.filter((y) => y.requires_grad);
    if (asked.length < 2) return;
    const inputs = this.wanted.map((i) => at(this.inputs, i));
    for (const y of asked) grad(y, inputs, y.detach().new_ones(y.shape), { retain_graph: true, allow_unused: true });
  }
}

/**
 * Compares the gradients of `f` with central differences, for the inputs that require one. They should be float64. True, or an
 * error that says where they differ (false with `raise_exception: false`). `f` gives one tensor or a list of them.
 */
export function gradcheck(f: F, inputs: Tensor | readonly Tensor[], options?: GradcheckOptions): boolean;
export function gradcheck(f: Apply, inputs: Tensor | readonly Tensor[], options?: GradcheckOptions): boolean;
export function gradcheck(of: F | Apply, inputs: Tensor | readonly Tensor[], options: GradcheckOptions = {}): boolean {
  const f = of as F; // an autograd.Function's apply is bound to it

  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3, nondet_tol = 0, raise_exception = true, fast_mode = false } = options;
  if (options.check_forward_ad)
    throw new ValueError('gradcheck: there is no forward mode here; leave check_forward_ad out');
  if (options.check_batched_grad)
    throw new ValueError('gradcheck: there is no vmap here; leave check_batched_grad out');
  try {
    const list = inputs instanceof Tensor ? [inputs] : inputs;
    const check = new Check(f, list, { eps, atol, rtol, nondet_tol });
    if (options.check_backward_ad === false) return true;
    if (fast_mode) check.fast();
    else check.slow();
    if (options.check_undefined_grad ?? true) check.undefinedGradients();
    return true;
  } catch (error) {
    if (raise_exception || !(error instanceof GradcheckError)) throw error;
    return false;
  }
}

export interface GradgradcheckOptions extends GradcheckOptions {
  readonly gen_non_contig_grad_outputs?: boolean;
}
/** As gradcheck, of the gradients: second derivatives. `grad_outputs` are fixed numbers of either sign unless given. */
export function gradgradcheck(
  f: F,
  inputs: Tensor | readonly Tensor[],
  grad_outputs?: Tensor | readonly Tensor[] | null | GradgradcheckOptions,
  more?: GradgradcheckOptions,
): boolean;
export function gradgradcheck(
  f: Apply,
  inputs: Tensor | readonly Tensor[],
  grad_outputs?: Tensor | readonly Tensor[] | null | GradgradcheckOptions,
  more?: GradgradcheckOptions,
): boolean;
export function gradgradcheck(
  of: F | Apply,
  inputs: Tensor | readonly Tensor[],
  grad_outputs: Tensor | readonly Tensor[] | null | GradgradcheckOptions = null,
  more: GradgradcheckOptions = {},
): boolean {
  const f = of as F;
  const list = inputs instanceof Tensor ? [inputs] : inputs;
  const seedsGiven = grad_outputs instanceof Tensor || Array.isArray(grad_outputs);
  const options = seedsGiven || grad_outputs === null ? more : (grad_outputs as GradgradcheckOptions);
  const asked = (ys: readonly Tensor[]): Tensor[] => ys.filter((y) => y.requires_grad);
  const results = asked(outputsOf(f(...list)));
  if (results.length === 0) throw new RuntimeError('gradgradcheck: no output requires grad');
  const seeds = seedsGiven
    ? tensorsIn(grad_outputs)
    : results.map((y) =>
        valuesLike(
          y,
          Float64Array.from({ length: numelOf(y.shape) }, (_, j) => Math.cos(j + 1)),
          y.shape,
        ).requires_grad_(true),
      );
  const first: F = (...given) => {
    const xs = given.slice(0, list.length);
    const vs = given.slice(list.length);
    // a shifted copy needs a history of its own; a leaf of the outer check stays what it is
    const leaves = xs.map((t, i) => (list[i]?.requires_grad && !t.requires_grad ? t.detach().requires_grad_(true) : t));
    const wanted = leaves.filter((_, i) => list[i]?.requires_grad);
    const ys = asked(outputsOf(f(...leaves)));
    const found: readonly (Tensor | null)[] = grad(ys, wanted, vs, { create_graph: true, allow_unused: true });
    return found.map((g, i) => g ?? at(wanted, i).detach().new_zeros(at(wanted, i).shape));
  };
  // the shifted evaluations run under no_grad in gradcheck, where a gradient cannot be taken
  return gradcheck((...given) => enable_grad(() => first(...given)), [...list, ...seeds], options);
}
