import { grad } from './autograd/backward.ts';
import { enable_grad, no_grad } from './autograd/modes.ts';
import { RuntimeError } from './device/device.ts';
import { fromValues, Tensor, valuesOf } from './tensor.ts';

export interface GradcheckOptions {
  readonly eps?: number;
  readonly atol?: number;
  readonly rtol?: number;
  readonly raise_exception?: boolean;
}
type F = (...inputs: Tensor[]) => Tensor | readonly Tensor[];
const outputs = (y: Tensor | readonly Tensor[]): Tensor[] =>
  (y instanceof Tensor ? [y] : [...y]).filter((t) => t.dtype.category === 2);

/** Compares every gradient of `f` with central differences, in float64; throws (or says false) where they differ. */
export function gradcheck(
  f: F,
  inputs: readonly Tensor[],
  { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raise_exception = true }: GradcheckOptions = {},
): boolean {
  const differentiable = inputs.flatMap((t, i) => (t.requires_grad ? [i] : []));
  if (differentiable.length === 0) throw new RuntimeError('gradcheck expects at least one input that requires grad');
  const results = outputs(f(...inputs));
  for (const [k, y] of results.entries()) {
    if (!y.requires_grad) continue;
    for (let j = 0; j < y.numel(); j++) {
      const seed = new Float64Array(y.numel());
      seed[j] = 1;
      const analytic = grad(
        y,
        differentiable.map((i) => inputs[i] ?? y),
        fromValues(seed, y.shape, y.dtype),
        { retain_graph: true, allow_unused: true },
      );
      for (const [at, i] of differentiable.entries()) {
        const x = inputs[i];
        if (!x) continue;
        const given: Tensor | null | undefined = analytic[at];
        const exact = given ? Array.from(valuesOf(given)) : new Array<number>(x.numel()).fill(0);
        for (let e = 0; e < x.numel(); e++) {
          const moved = (by: number): number =>
            no_grad(() => {
              const values = Float64Array.from(valuesOf(x));
              values[e] = (values[e] ?? 0) + by;
              const shifted = inputs.map((t, n) => (n === i ? fromValues(values, x.shape, x.dtype) : t));
              return valuesOf(outputs(f(...shifted))[k] ?? y)[j] ?? Number.NaN;
            });
          const numeric = (moved(eps) - moved(-eps)) / (2 * eps);
          const found = exact[e] ?? 0;
          if (Math.abs(found - numeric) > atol + rtol * Math.abs(numeric) || Number.isNaN(found)) {
            if (!raise_exception) return false;
            throw new RuntimeError(
              `Jacobian mismatch for output ${k} with respect to input ${i}, element ${j} by ${e}: numerical ${numeric}, analytical ${found}`,
            );
          }
        }
      }
    }
  }
  return true;
}

/** gradcheck of the gradients: second derivatives. */
export function gradgradcheck(f: F, inputs: readonly Tensor[], options: GradcheckOptions = {}): boolean {
  const first: F = (...given) => {
    // a leaf of the outer check stays what it is; a shifted copy needs a history of its own
    const xs = given.map((t, i) =>
      inputs[i]?.requires_grad && !t.requires_grad ? t.detach().requires_grad_(true) : t,
    );
    const wanted = xs.filter((_, i) => inputs[i]?.requires_grad);
    const total = outputs(f(...xs))
      .filter((y) => y.requires_grad)
      .map((y) =>
        y
          .mul(
            fromValues(
              Float64Array.from({ length: y.numel() }, (_, j) => Math.cos(j + 1)),
              y.shape,
              y.dtype,
            ),
          )
          .sum(),
      );
    const [head, ...rest] = total;
    if (!head) throw new RuntimeError('gradgradcheck: no output requires grad');
    return grad(
      rest.reduce((a, b) => a.add(b), head),
      wanted,
      null,
      { create_graph: true, allow_unused: true, materialize_grads: true },
    );
  };
  // the shifted evaluations run under no_grad in gradcheck, where a gradient cannot be taken
  return gradcheck((...given) => enable_grad(() => first(...given)), inputs, options);
}
