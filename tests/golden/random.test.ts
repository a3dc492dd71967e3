// Streams made by real PyTorch (make-random.py) against the fill functions.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bfloat16, bool, type Data, type DType, float16, float32, float64, int64, int8, uint8 } from '#engine/dtype.ts';
import * as random from '#engine/random/index.ts';
import { fromValues, valuesOf } from '#engine/tensor.ts';

type Case = [name: string, seed: number, n: number, values: number[], nextRand: number, nextRandn: number];
const golden: { cases: Case[]; state: string; after: number[] } = JSON.parse(
  readFileSync(new URL('random.json', import.meta.url), 'utf8'),
);
const g = new random.Generator();
const linspace = (from: number, to: number, n: number) => {
  const step = Math.fround((to - from) / (n - 1));
  return Array.from({ length: n }, (_, i) =>
    n === 1 ? from : i < n / 2 ? Math.fround(from + step * i) : Math.fround(to - step * (n - 1 - i)),
  );
};
const linspace64 = (n: number) =>
  Array.from({ length: n }, (_, i) => (n === 1 ? 0 : i < n / 2 ? i / (n - 1) : 1 - (1 / (n - 1)) * (n - 1 - i)));

const draw = (dtype: DType, fill: (data: Data, n: number) => void) => (n: number) => {
  const data = dtype.allocate(n);
  fill(data, n);
  return data;
};
const draws: Record<string, (n: number) => Data> = {
  rand: draw(float32, (d) => random.fillUniform(d, float32, g)),
  rand64: draw(float64, (d) => random.fillUniform(d, float64, g)),
  randbf16: draw(bfloat16, (d) => random.fillUniform(d, bfloat16, g)),
  rand16: draw(float16, (d) => random.fillUniform(d, float16, g)),
  uniform: draw(float32, (d) => random.fillUniform(d, float32, g, -0.577, 0.577)),
  uniform64: draw(float64, (d) => random.fillUniform(d, float64, g, -0.577, 0.3)),
  randn: draw(float32, (d) => random.fillNormal(d, float32, g)),
  randn64: draw(float64, (d) => random.fillNormal(d, float64, g)),
  normal: draw(float32, (d) => random.fillNormal(d, float32, g, 1.5, 0.3)),
  normal64: draw(float64, (d) => random.fillNormal(d, float64, g, 1.5, 0.3)),
  normalbf16: draw(bfloat16, (d) => random.fillNormal(d, bfloat16, g)),
  randint: draw(int64, (d) => random.fillIntegers(d, int64, g, -5, 1000)),
  randint_wide: draw(int64, (d) => random.fillIntegers(d, int64, g, 0, 2 ** 40)),
  randint_uint8: draw(uint8, (d) => random.fillIntegers(d, uint8, g, 0, 200)),
  random: draw(float32, (d) => random.fillWhole(d, float32, g)),
  random_int8: draw(int8, (d) => random.fillWhole(d, int8, g)),
  random_bool: draw(bool, (d) => random.fillWhole(d, bool, g)),
  randperm: draw(int64, (d) => random.fillPermutation(d, int64, g)),
  bernoulli: draw(float32, (d) => random.fillBernoulli(d, g, 0.3)),
  bernoulli_each: draw(float32, (d, n) => random.fillBernoulliEach(d, g, linspace(0, 1, n), float32)),
  bernoulli_each64: draw(float64, (d, n) => random.fillBernoulliEach(d, g, linspace64(n), float64)),
  exponential: draw(float32, (d) => random.fillExponential(d, float32, g, 1.5)),
  geometric: draw(float32, (d) => random.fillGeometric(d, float32, g, 0.2)),
  cauchy: draw(float32, (d) => random.fillCauchy(d, float32, g, 1, 2)),
  log_normal: draw(float32, (d) => random.fillLogNormal(d, float32, g, 0.5, 0.25)),
  poisson: draw(float32, (d, n) => random.fillPoisson(d, float32, g, linspace(0, 30, n))),
  multinomial: (n) =>
    draw(int64, (d) => random.fillMultinomial(d, linspace(0.1, 1, n), float32, n, d.length, false, g))(
      Math.max(1, n >> 1),
    ),
  multinomial_one: (n) =>
    draw(int64, (d) => random.fillMultinomial(d, linspace(0.1, 1, n), float32, n, 1, false, g))(1),
  multinomial_again: (n) =>
    draw(int64, (d) => random.fillMultinomial(d, linspace(0.1, 1, n), float32, n, d.length, true, g))(n + 3),
  dropout: draw(float32, (d) => {
    random.fillBernoulli(d, g, 0.6);
    d.forEach((m, i) => (d[i] = m / Math.fround(0.6)));
  }),
};
const kept = (data: Data): number[] => (data.length <= 40 ? [...data] : [...data.slice(0, 6), ...data.slice(-20)]);

/** Where PyTorch's libm and V8 round a double differently, the values agree to this many units in the last place. */
const ulps64: Record<string, number> = { randn64: 4, normal64: 4 };

describe('the same seed gives the numbers of PyTorch', () => {
  for (const name of new Set(golden.cases.map((c) => c[0]))) {
    test(`${name}, and the stream goes on in the same state`, () => {
      for (const [, seed, n, values, nextRand, nextRandn] of golden.cases.filter((c) => c[0] === name)) {
        g.manual_seed(seed);
        const got = kept(draws[name]?.(n) ?? new Float32Array());
        const where = `${name} seed ${seed} n ${n}`;
        const slack = ulps64[name] ?? 0;
        if (slack)
          got.forEach((v, i) =>
            expect(Math.abs(v - (values[i] ?? Number.NaN)), where).toBeLessThanOrEqual(
              slack * 2 ** -52 * Math.max(1, Math.abs(v)),
            ),
          );
        else expect(got, where).toEqual(values);
        const one = new Float32Array(1);
        random.fillUniform(one, float32, g);
        expect(one[0], where).toBe(nextRand);
        random.fillNormal(one, float32, g);
        expect(one[0], where).toBe(nextRandn);
      }
    });
  }
});

test("a state is PyTorch's, byte for byte, with the cached normal value, and can be restored", () => {
  g.manual_seed(7);
  random.fillNormal(new Float32Array(5), float32, g);
  const bytes = Uint8Array.from(valuesOf(g.get_state()));
  expect(Buffer.from(bytes).toString('hex')).toBe(golden.state);
  const other = new random.Generator().set_state(fromValues(Buffer.from(golden.state, 'hex'), [bytes.length], uint8));
  const after = new Float32Array(4);
  random.fillNormal(after, float32, other);
  expect([...after]).toEqual(golden.after);
});
