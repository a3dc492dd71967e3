// Gradients of a function that runs on the candidate's side: against the judge's own autograd, or against differences of the function.
import type { Tensor } from '#engine/index.ts';
import type { CandidateTensor, Given, Tolerance } from '../authoring.ts';
import type { Evidence, Text } from './evidence.ts';
import { graphOf } from './graph.ts';
import { difference, numbersOf } from './numbers.ts';
import { join } from './returned.ts';

type OnCandidate = (...inputs: CandidateTensor[]) => CandidateTensor;

const named = (label: Text, input: string): Text =>
  typeof label === 'string' ? `${label}: ${input}.grad` : join(label, `: ${input}.grad`);
const nameOf = (names: readonly string[] | undefined, i: number): string => names?.[i] ?? `input ${i}`;
const differentiable = (x: Tensor): boolean => x.is_floating_point();

/** Inputs on the candidate's side, in an order of memory that is never that of the judge's. */
function send(given: Given, inputs: readonly Tensor[], names: readonly string[] | undefined): CandidateTensor[] {
  return inputs.map((x, i) => given.tensor(x, { requires_grad: differentiable(x), name: nameOf(names, i) }));
}

export function gradientsOf(
  given: Given,
  run: OnCandidate,
  reference: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  label: Text,
  { names, ...tolerance }: Tolerance & { readonly names?: readonly string[] },
): Evidence[] {
  const own = inputs.map((x) => x.detach().clone().requires_grad_(differentiable(x)));
  const expected = reference(...own);
  const seed = given.rng.normal([...expected.shape], { dtype: expected.dtype.name });
  expected.backward(seed, { retain_graph: true });

  const sent = send(given, inputs, names);
  const actual = run(...sent);
  const forward = difference(label, numbersOf(actual.values), numbersOf(expected), tolerance);
  if (forward) return [forward];
  const graph = (): Evidence => ({
    kind: 'graph',
    label,
    actual: actual.graph(),
    expected: graphOf(expected, (leaf) => nameOf(names, own.indexOf(leaf))),
  });
  if (!actual.requires_grad)
    return [{ kind: 'value', label: join(label, '.requires_grad'), expected: 'true', actual: 'false' }, graph()];
  actual.backward(seed, { retain_graph: true });
  for (const [i, x] of own.entries()) {
    if (!differentiable(x)) continue;
    const grad = sent[i]?.grad() ?? null;
    const wanted = x.grad ?? x.detach().mul(0);
    if (grad === null) {
      if (x.grad === null) continue;
      return [
        { kind: 'value', label: named(label, nameOf(names, i)), expected: 'a gradient', actual: 'null' },
        graph(),
      ];
    }
    const wrong = difference(named(label, nameOf(names, i)), numbersOf(grad), numbersOf(wanted), tolerance);
    if (wrong) return [wrong, graph()];
  }
  return [];
}

/** As torch.autograd.gradcheck, for one drawn direction of the output: two calls an element instead of two an element and output. */
export function numericGradients(
  given: Given,
  run: OnCandidate,
  inputs: readonly Tensor[],
  label: Text,
  options: Tolerance & { readonly eps?: number; readonly names?: readonly string[] },
): Evidence[] {
  const { eps = 1e-6, rtol = 1e-3, atol = 1e-5, names } = options;
  const exact = inputs.map((x) => (differentiable(x) ? x.detach().double() : x));
  const sent = send(given, exact, names);
  const result = run(...sent);
  const seed = given.rng.normal([...result.shape], { dtype: 'float64' });
  if (!result.requires_grad)
    return [
      { kind: 'value', label: join(label, '.requires_grad'), expected: 'true', actual: 'false' },
      { kind: 'graph', label, actual: result.graph(), expected: null },
    ];
  result.backward(seed, { retain_graph: true });
  const along = (moved: readonly Tensor[]): number =>
    run(...moved.map((x, i) => given.tensor(x, { name: nameOf(names, i) })))
      .values.double()
      .mul(seed)
      .sum()
      .item();
  for (const [i, x] of exact.entries()) {
    if (!differentiable(x)) continue;
    const numeric = x.clone().flatten();
    for (let e = 0; e < x.numel(); e++) {
      const shifted = (by: number): number => {
        const moved = x.clone().flatten();
        moved.at(e).add_(by);
        return along(exact.map((other, k) => (k === i ? moved.reshape(x.shape) : other)));
      };
      numeric.at(e).fill_((shifted(eps) - shifted(-eps)) / (2 * eps));
    }
    const grad = sent[i]?.grad() ?? x.mul(0);
    const wrong = difference(named(label, nameOf(names, i)), numbersOf(grad), numbersOf(numeric.reshape(x.shape)), {
      rtol,
      atol,
    });
    if (wrong) return [wrong, { kind: 'graph', label, actual: result.graph(), expected: null }];
  }
  return [];
}
