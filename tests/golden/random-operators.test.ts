// Calls of random operators, initialisers and dropouts against real PyTorch; see make-random-operators.py.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';
import { dtypeNamed } from '#engine/dtype.ts';

type Argument =
  | null
  | number
  | boolean
  | string
  | number[]
  | { dtype: string; tensor?: number[]; empty?: number[]; transposed?: boolean };
interface Call {
  readonly on: 'torch' | 'functional' | 'init' | 'method';
  readonly name: string;
  readonly args: Argument[];
  readonly kwargs: Record<string, Argument>;
}
interface Case extends Call {
  readonly seed: number;
  readonly dtype: string;
  readonly shape: number[];
  readonly values: (number | string)[];
  readonly next: [rand: number, randn: number];
}
const golden: { cases: Case[]; refused: (Call & { readonly says: string })[] } = JSON.parse(
  readFileSync(new URL('random-operators.json', import.meta.url), 'utf8'),
);

function made(argument: Argument): unknown {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return argument;
  const dtype = dtypeNamed(argument.dtype);
  const turn = (t: Tensor): Tensor => (argument.transposed ? t.t() : t);
  if (argument.tensor) return turn(torch.tensor(argument.tensor, { dtype }));
  if (!argument.empty) return dtype;
  return turn(torch.zeros(argument.transposed ? argument.empty.toReversed() : argument.empty, { dtype }));
}
const rooms = { torch, functional: torch.nn.functional, init: torch.nn.init };

function call({ on, name, args, kwargs }: Call): Tensor {
  const given = args.map(made);
  const named = Object.fromEntries(Object.entries(kwargs).map(([k, v]) => [k, made(v)]));
  const all = Object.keys(named).length > 0 ? [...given, named] : given;
  const [self, rest] = on === 'method' ? [all[0], all.slice(1)] : [rooms[on], all];
  const callee: unknown = Reflect.get(self as object, name);
  if (typeof callee !== 'function') throw new Error(`there is no ${on}.${name}`);
  return torch.no_grad(() => Reflect.apply(callee, self, rest));
}

/**
 * How many units in the last place a value may differ where it is more than draws and arithmetic: float64 logarithms and
 * sines are glibc's there and V8's here, float32 ones are vectorised (AVX2) in PyTorch's build, and LAPACK's QR rounds
 * in its own order. All other values are equal bit for bit.
 */
const ulps: Record<string, number> = {
  'randn float64': 2,
  'randn_like float64': 2,
  'normal float64': 2,
  'normal_ float64': 2,
  'sparse_ float64': 2,
  'xavier_normal_ float64': 2,
  'kaiming_normal_ float64': 2,
  'log_normal_ float64': 2,
  'cauchy_ float64': 24, // where median and tangent nearly cancel
  '_sample_dirichlet float64': 4,
  'gumbel_softmax float32': 8,
  'gumbel_softmax float64': 4,
  'trunc_normal_ float32': 2,
  'trunc_normal_ float64': 16,
  'orthogonal_ float32': 256,
  'orthogonal_ float64': 128,
};
const significand: Record<string, number> = { float32: 2 ** -23, float64: 2 ** -52 };

describe('the same call with the same seed gives the numbers of PyTorch', () => {
  const titleOf = (c: Case): string => `${c.on}.${c.name}`;
  for (const title of new Set(golden.cases.map(titleOf)))
    test(title, () => {
      for (const c of golden.cases.filter((each) => titleOf(each) === title)) {
        const where = `${title} ${JSON.stringify([c.args, c.kwargs])}`;
        torch.manual_seed(c.seed);
        const result = call(c);
        const next = [torch.rand(1).item(), torch.randn(1).item()];
        expect([String(result.dtype), result.shape], where).toEqual([`torch.${c.dtype}`, c.shape]);
        const values = result.to(torch.float64).flatten().tolist() as number[];
        const got = values.length <= 40 ? values : [...values.slice(0, 4), ...values.slice(-18)];
        const wanted = c.values.map((v) =>
          c.dtype === 'float64' || !result.dtype.is_floating_point ? Number(v) : Math.fround(Number(v)),
        );
        const slack = (ulps[`${c.name} ${c.dtype}`] ?? 0) * (significand[c.dtype] ?? 0);
        if (slack === 0) expect(got, where).toEqual(wanted);
        else
          wanted.forEach((value, i) =>
            expect(Math.abs((got[i] ?? Number.NaN) - value), where).toBeLessThanOrEqual(slack * Math.abs(value)),
          );
        expect(next, `${where}: the stream after it`).toEqual(c.next);
      }
    });
});

describe('what PyTorch refuses is refused in the same words', () => {
  test.each(golden.refused.map((c) => [`${c.name} ${JSON.stringify([c.args, c.kwargs])}`, c] as const))(
    '%s',
    (_, c) => {
      expect(() => call(c)).toThrow(c.says);
    },
  );
});
