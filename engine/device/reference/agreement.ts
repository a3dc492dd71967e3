// Random shapes, strides, views and broadcasts: the cpu device against another, values and gradients. For tests only.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import torch, { type DType, nn, optim, type Tensor } from '../../index.ts';

type Step = (x: Tensor, a: number, b: number) => Tensor;
const views: Readonly<Record<string, Step>> = {
  transpose: (x, a, b) => (x.ndim < 2 ? x : x.transpose(a % x.ndim, b % x.ndim)),
  every_other: (x, a) => (x.ndim === 0 ? x : x.transpose(0, a % x.ndim).at('::2')),
  drop_first: (x, a) =>
    x.ndim === 0 || x.shape[a % x.ndim] === 1 ? x : x.narrow(a % x.ndim, 1, x.shape[a % x.ndim]! - 1),
  unsqueeze: (x, a) => (x.ndim > 3 ? x : x.unsqueeze(a % (x.ndim + 1))),
  repeat_first: (x, a) => (x.ndim === 0 ? x : x.narrow(0, 0, 1).expand([(a % 3) + 1, ...x.shape.slice(1)])),
  diagonal: (x) => (x.ndim < 2 ? x : x.diagonal()),
};
const viewSteps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(views)), fc.nat(5), fc.nat(5)), { maxLength: 4 });
const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
type Recipe = { shape: number[]; steps: [string, number, number][]; seed: number };
const recipes: fc.Arbitrary<Recipe> = fc.record({ shape: shapes, steps: viewSteps, seed: seeds });

const viewed = (x: Tensor, steps: Recipe['steps']): Tensor =>
  steps.reduce((t, [name, a, b]) => views[name]!(t, a, b), x);
/** The same numbers on a device, as a leaf and as a view of that leaf. */
function made({ shape, steps, seed }: Recipe, device: string): { leaf: Tensor; view: Tensor } {
  torch.manual_seed(seed);
  const leaf = torch.randn(shape).to(device).detach().requires_grad_(true);
  return { leaf, view: viewed(leaf, steps) };
}
function numbers(t: Tensor): number[] {
  return (t.detach().to('cpu').reshape([-1]).tolist() as (number | boolean)[]).map(Number);
}
function expectSame(actual: Tensor, wanted: Tensor, tolerance: number): void {
  expect(actual.shape).toEqual(wanted.shape);
  expect(actual.dtype).toBe(wanted.dtype);
  const [a, w] = [numbers(actual), numbers(wanted)];
  const scale = Math.max(1, ...w.filter(Number.isFinite).map(Math.abs));
  for (const [i, value] of a.entries())
    if (!(Object.is(value, w[i]) || Math.abs(value - w[i]!) <= tolerance * scale))
      expect({ i, value }).toEqual({ i, value: w[i] });
}
/** Runs the same on both devices; compares results, and the gradients of every leaf. */
function agreeOn(
  other: string,
  recipe: readonly Recipe[],
  run: (...inputs: Tensor[]) => Tensor,
  tolerance: number,
): void {
  const [here, there] = ['cpu', other].map((device) => {
    const inputs = recipe.map((r) => made(r, device));
    const result = run(...inputs.map(({ view }) => view));
    expect(result.device).toBe(device);
    if (result.requires_grad) {
      torch.manual_seed(1);
      result.backward(torch.randn(result.shape).to(device));
    }
    return { result, grads: inputs.map(({ leaf }) => leaf.grad) };
  });
  expectSame(here!.result, there!.result, tolerance);
  here!.grads.forEach((grad, i) => {
    const wanted = there!.grads[i]!;
    if (grad === null || wanted === null) expect(grad).toBe(wanted);
    else expectSame(grad, wanted, tolerance);
  });
}

const unary: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  exp: (x) => x.exp(),
  tanh: (x) => x.tanh(),
  relu: (x) => x.relu(),
  gelu: (x) => nn.functional.gelu(x),
  sqrt_abs: (x) => x.abs().add(1).sqrt(),
  reciprocal: (x) => x.pow(2).add(1).reciprocal(),
  to_int: (x) => x.mul(10).to(torch.int64),
  compare: (x) => x.gt(0),
  contiguous: (x) => x.clone().contiguous(),
};
const reductions: Readonly<Record<string, (x: Tensor, dim: number) => Tensor>> = {
  sum: (x, dim) => x.sum(dim),
  sum_all: (x) => x.sum(),
  mean: (x, dim) => x.mean(dim, true),
  amax: (x, dim) => x.amax(dim),
  argmin: (x, dim) => x.argmin(dim),
  prod: (x, dim) => x.prod(dim),
  variance: (x, dim) => x.var(dim, { correction: 0 }),
  logsumexp: (x, dim) => x.logsumexp(dim),
  softmax: (x, dim) => x.softmax(dim),
  log_softmax: (x, dim) => x.log_softmax(dim),
  cumsum: (x, dim) => x.cumsum(dim),
  logcumsumexp: (x, dim) => x.logcumsumexp(dim),
  cummax: (x, dim) => x.cummax(dim).values,
  sort: (x, dim) => x.sort(dim, true).values,
  argsort: (x, dim) => x.argsort(dim),
  any: (x, dim) => x.gt(0.5).any(dim),
  flip_and_roll: (x, dim) => x.flip([dim]).roll(1, dim),
};
const binary: Readonly<Record<string, (x: Tensor, y: Tensor) => Tensor>> = {
  add: (x, y) => x.add(y, { alpha: 2 }),
  sub: (x, y) => x.sub(y),
  mul: (x, y) => x.mul(y),
  div: (x, y) => x.div(y.abs().add(1)),
  maximum: (x, y) => torch.maximum(x, y),
  where: (x, y) => torch.where(x.gt(y), x, y.mul(2)),
  lerp: (x, y) => x.lerp(y, 0.3),
};
interface Options {
  /** How many of the usual random runs. */
  readonly share?: number;
  /** Of the largest number there is. */
  readonly tolerance?: number;
  readonly dtypes?: readonly DType[];
}
/** The tests, for a device that is registered: it must do as the cpu device does. */
export function describeAgreement(other: string, options: Options = {}): void {
  const { share = 1, tolerance = 1e-5, dtypes = [torch.float32, torch.float64, torch.bfloat16] } = options;
  const times = (count: number) => ({ numRuns: Math.ceil(count * share) });
  const runs = times(150);
  const agree = (recipe: readonly Recipe[], run: (...inputs: Tensor[]) => Tensor): void =>
    agreeOn(other, recipe, run, tolerance);

  describe(`the cpu device agrees with ${other}`, () => {
    test('pointwise, over any view', () => {
      fc.assert(
        fc.property(recipes, fc.constantFrom(...Object.keys(unary)), (r, name) => agree([r], unary[name]!)),
        runs,
      );
    });

    test('reductions, scans and sorts along any dimension of any view', () => {
      fc.assert(
        fc.property(recipes, fc.constantFrom(...Object.keys(reductions)), fc.nat(3), (r, name, dim) =>
          agree([r], (x) => reductions[name]!(x, x.ndim === 0 ? 0 : dim % x.ndim)),
        ),
        times(300),
      );
    });

    test('broadcasting between any two views', () => {
      const cases = fc.tuple(recipes, seeds, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.nat(4));
      fc.assert(
        fc.property(cases, fc.constantFrom(...Object.keys(binary)), ([r, seed, ones, cut], name) => {
          const { view } = made(r, 'cpu');
          // The other's shape: the end of the first's, with ones where a coin says so.
          const shape = view.shape.map((n, d) => (ones[d] ? 1 : n)).slice(Math.min(cut, view.ndim));
          agree([r, { shape, steps: [], seed }], binary[name]!);
          agree([{ shape, steps: [], seed }, r], binary[name]!);
        }),
        runs,
      );
    });

    test('matmul of views, transposed, batched and broadcast', () => {
      const sizes = fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 9 })));
      fc.assert(
        fc.property(sizes, fc.boolean(), fc.boolean(), fc.nat(2), seeds, ([m, k, n, b], ta, tb, batching, seed) => {
          const x = { shape: [...(batching === 0 ? [] : [b!]), ...(ta ? [k!, m!] : [m!, k!])], steps: [], seed };
          const y = {
            shape: [...(batching === 2 ? [b!] : []), ...(tb ? [n!, k!] : [k!, n!])],
            steps: [],
            seed: seed + 1,
          };
          agree([x, y], (p, q) => (ta ? p.transpose(-1, -2) : p).matmul(tb ? q.transpose(-1, -2) : q));
        }),
        runs,
      );
    });

    test('gathering, scattering and indexing', () => {
      fc.assert(
        fc.property(recipes, fc.nat(3), fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), (r, at, picks) => {
          agree([r], (x) => {
            if (x.ndim === 0) return x;
            const dim = at % x.ndim;
            const places = torch.tensor(picks.map((p) => p % x.shape[dim]!)).to(x.device);
            const chosen = x.index_select(dim, places);
            return torch
              .zeros_like(x)
              .index_add(dim, places, chosen)
              .add(x.take(places.mul(0)).sum());
          });
        }),
        runs,
      );
    });

    test('writing in place through a view is seen in the base', () => {
      fc.assert(
        fc.property(recipes, (r) => {
          const [here, there] = ['cpu', other].map((device) => {
            const base = made({ ...r, steps: [] }, device)
              .leaf.detach()
              .clone();
            const view = viewed(
              base,
              r.steps.filter(([name]) => name !== 'repeat_first'),
            );
            view.mul_(3).add_(1);
            return base;
          });
          expectSame(here!, there!, tolerance);
        }),
        runs,
      );
    });

    test('cross entropy of any shape, weighted, reduced and with targets to ignore', () => {
      const shape = fc.tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
      );
      const chosen = fc.tuple(fc.constantFrom('mean', 'sum', 'none'), fc.boolean(), fc.boolean());
      fc.assert(
        fc.property(shape, chosen, seeds, ([classes, others], [reduction, weighted, plain], seed) => {
          const [batch, ...inner] = others;
          const scores = batch === undefined ? [classes] : [batch, classes, ...inner];
          torch.manual_seed(seed);
          const labels = torch.randint(0, classes, others);
          const target = plain ? labels : labels.masked_fill(torch.rand(others).lt(0.3), -100);
          const weight = weighted ? torch.rand(classes).add(0.1) : null;
          agree([{ shape: scores, steps: [], seed }], (x) =>
            nn.functional.cross_entropy(x, target.to(x.device), weight?.to(x.device) ?? null, { reduction }),
          );
        }),
        runs,
      );
    });

    test('optimizers over parameters of any layout', () => {
      const options = { weight_decay: 0.1, maximize: true };
      const rules: Readonly<Record<string, (p: Tensor[]) => optim.Optimizer>> = {
        adam: (p) => new optim.Adam(p, { lr: 0.1 }) as never,
        adam_decayed: (p) => new optim.Adam(p, { lr: 0.1, amsgrad: true, ...options }) as never,
        adamw: (p) => new optim.AdamW(p, { lr: 0.1, ...options }) as never,
        sgd: (p) => new optim.SGD(p, { lr: 0.1 }) as never,
        momentum: (p) => new optim.SGD(p, { lr: 0.1, momentum: 0.9, dampening: 0.2, ...options }) as never,
        nesterov: (p) => new optim.SGD(p, { lr: 0.1, momentum: 0.9, nesterov: true }) as never,
      };
      const kinds = fc.constantFrom(...dtypes);
      fc.assert(
        fc.property(recipes, fc.constantFrom(...Object.keys(rules)), kinds, (r, name, dtype) => {
          const [here, there] = ['cpu', other].map((device) => {
            const steps = r.steps.filter(([view]) => view !== 'repeat_first'); // elements on one place have no one update
            const p = made({ ...r, steps }, device)
              .view.detach()
              .to(dtype)
              .requires_grad_(true);
            const optimizer = rules[name]!([p]);
            for (let i = 0; i < 3; i++) {
              p.grad = p
                .detach()
                .sin()
                .mul(i + 1);
              optimizer.step();
            }
            return p;
          });
          expectSame(here!, there!, tolerance);
        }),
        runs,
      );
    });

    test('normalisation and convolution', () => {
      const sizes = fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 1, max: 3 })));
      fc.assert(
        fc.property(
          sizes,
          fc.nat(2),
          fc.integer({ min: 1, max: 2 }),
          seeds,
          ([n, ci, co, kh, kw], padding, stride, seed) => {
            const image = { shape: [n!, ci!, 5, 6], steps: [], seed };
            const kernel = { shape: [co!, ci!, kh!, kw!], steps: [], seed: seed + 1 };
            agree([image, kernel], (x, w) => {
              const y = nn.functional.conv2d(x, w, null, stride, padding);
              // An eps that keeps two nearly equal numbers from turning float32's rounding into a difference.
              return nn.functional.layer_norm(y, y.shape.slice(2), null, null, 0.1);
            });
          },
        ),
        times(60),
      );
    });
  });
}
