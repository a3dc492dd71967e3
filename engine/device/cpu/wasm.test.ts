// The kernels in WebAssembly against the same kernels in plain JavaScript, and their functions against Math's in double.
import { afterEach, describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '../../index.ts';
import { relaxed, simd } from './kernels.generated.ts';
import { prepareKernels, useKernels } from './wasm.ts';

afterEach(() => useKernels(true));
const numbers = (t: Tensor): number[] => t.detach().reshape(-1).tolist() as number[];

/** Runs the same both ways, from the same random numbers; differences are relative to the largest value. */
function agree(run: () => Tensor | readonly Tensor[], tolerance = 2e-6): void {
  const results = [true, false].map((on) => {
    useKernels(on);
    expect(prepareKernels() !== null).toBe(on);
    torch.manual_seed(0);
    return [run()].flat();
  });
  const [here, there] = results;
  here!.forEach((tensor, i) => {
    const wanted = numbers(there![i]!);
    const scale = wanted.reduce((most, v) => (Number.isFinite(v) ? Math.max(most, Math.abs(v)) : most), 0);
    expect(tensor.shape).toEqual(there![i]!.shape);
    numbers(tensor).forEach((value, j) => {
      const close = Object.is(value, wanted[j]) || Math.abs(value - wanted[j]!) <= tolerance * scale;
      if (!close) expect({ i, j, value }).toEqual({ i, j, value: wanted[j] });
    });
  });
}

/** Many numbers, made faster than random ones. */
const ramp = (...shape: number[]): Tensor =>
  torch
    .arange(shape.reduce((a, b) => a * b, 1))
    .remainder(37)
    .sub(18)
    .div(10)
    .reshape(shape);

describe('matrix products', () => {
  const sizes = [
    [4, 4, 4],
    [5, 9, 7],
    [33, 17, 300],
    [97, 100, 8],
    [1, 2000, 3],
    [130, 1, 130],
  ] as const;
  test.each(sizes)(
    '[%i, %i] from a depth of %i, every operand also transposed and cut out of a larger one',
    (m, n, k) => {
      for (const dtype of [torch.float32, torch.float64, torch.bfloat16])
        agree(
          () => {
            const a = torch.randn(m, k).to(dtype);
            const b = torch.randn(k, n).to(dtype);
            const wide = torch.randn(k, 3 * n).to(dtype);
            return [
              a.mm(b),
              a.t().contiguous().t().mm(b),
              a.mm(b.t().contiguous().t()),
              a.mm(wide.at(':', '::3')),
              a.mm(wide.narrow(1, n, n)),
              torch.addmm(torch.randn(n).to(dtype), a, b, { beta: 2, alpha: 0.5 }),
              torch.addmm(torch.randn(m, 1).to(dtype), a, b),
            ];
          },
          dtype === torch.bfloat16 ? 8e-3 : 1e-5,
        );
    },
  );
  test.each([
    [40_000, 3, 100],
    [2, 60_000, 70],
    [3, 3, 1_500_000],
    [16, 300, 12_000],
  ])('[%i, %i] from a depth of %i, which do not fit the memory of the kernels', (m, n, k) => {
    agree(() => torch.addmm(torch.randn(n), ramp(m, k), ramp(k, n)), 2e-5);
  });
  test('of batches: small ones, one for all, and ones with gaps', () => {
    agree(() => {
      const a = torch.randn(7, 5, 6);
      const b = torch.randn(7, 6, 8);
      return [
        a.bmm(b),
        a.bmm(torch.randn(6, 8).expand(7, 6, 8)),
        a.transpose(1, 2).bmm(torch.randn(7, 5, 9)),
        torch.randn(7, 10, 6).at(':', '::2').bmm(b),
        torch.baddbmm(torch.randn(7, 1, 8), a, b),
      ];
    });
  });
});

describe('convolutions', () => {
  const cases: readonly (readonly [name: string, x: readonly number[], w: readonly number[], options: object])[] = [
    ['3×3', [2, 4, 9, 16], [8, 4, 3, 3], { padding: 1 }],
    ['in groups', [2, 6, 7, 7], [4, 3, 2, 3], { groups: 2 }],
    ['strided and dilated', [1, 3, 13, 11], [5, 3, 3, 2], { stride: [2, 3], padding: [2, 0], dilation: [1, 2] }],
    ['of one dimension', [3, 2, 40], [4, 2, 5], { padding: 2 }],
    ['of three', [1, 2, 5, 6, 7], [3, 2, 2, 3, 2], { padding: [1, 0, 1] }],
  ];
  test.each(cases)('%s: result and gradients, and the transposed one', (_name, shape, kernel, options) => {
    const n = shape.length - 2;
    const convolve = [nn.functional.conv1d, nn.functional.conv2d, nn.functional.conv3d][n - 1]!;
    const transposed = [nn.functional.conv_transpose1d, nn.functional.conv_transpose2d, nn.functional.conv_transpose3d];
    agree(() => {
      const x = torch.randn([...shape]).requires_grad_(true);
      const w = torch.randn([...kernel]).requires_grad_(true);
      const bias = torch.randn(kernel[0]!).requires_grad_(true);
      const y = convolve(x, w, bias, options);
      const back = transposed[n - 1]!(y, w, null, options);
      back.pow(2).sum().backward();
      return [y, back, x.grad!, w.grad!, bias.grad!];
    }, 1e-5);
  });
  test('of an image too big for the memory of the kernels', () => {
    agree(() => {
      const x = ramp(1, 16, 150, 150).requires_grad_(true);
      const w = torch.randn(2, 16, 5, 5).requires_grad_(true);
      const y = nn.functional.conv2d(x, w);
      y.sum().backward();
      return [y, x.grad!, w.grad!];
    }, 1e-4);
  });
});

describe('long runs', () => {
  const n = 20_000;
  const unary: Readonly<Record<string, (x: Tensor) => Tensor>> = {
    relu: (x) => x.relu(),
    negation: (x) => x.neg(),
    comparison: (x) => x.gt(0.5),
    truths: (x) => x.masked_fill(x.lt(0), 3),
    scalars: (x) => x.mul(3).add(1).div(7).sub(0.25),
    clamp: (x) => x.clamp(-0.5, 0.5),
    leaky: (x) => nn.functional.leaky_relu(x),
    exp: (x) => x.exp(),
    log: (x) => x.abs().log(),
    sqrt: (x) => x.sqrt(),
    tanh: (x) => x.tanh(),
    sigmoid: (x) => x.sigmoid(),
    silu: (x) => nn.functional.silu(x),
    'in place': (x) => x.clone().mul_(2).relu_(),
    fill: (x) => torch.full_like(x, 2),
  };
  const special = [Number.NaN, Infinity, -Infinity, 0, -0, 1e-40, -1e-40, 100, -100, 3e38];
  test.each(Object.entries(unary))('%s, specials included', (_name, run) => {
    agree(() => run(torch.cat([torch.tensor(special), torch.randn(n).mul(3)])));
  });
  test('of two tensors, with rows, columns and single elements that stand for all', () => {
    agree(() => {
      const a = torch.randn(5, 3000);
      const [row, column, one] = [torch.randn(3000), torch.randn(5, 1), torch.randn(1)];
      const others = [torch.randn(5, 3000), row, column, one, torch.randn(3000, 5).t()];
      return others.flatMap((b) => [a.add(b, { alpha: 2 }), a.mul(b), a.div(b), a.maximum(b), a.le(b), b.sub(a)]);
    });
  });
  test('of lines: softmax and its logarithm with their gradients, normalisation', () => {
    agree(() =>
      [1, 2, 3, 5, 8, 130].flatMap((size) => {
        const x = torch.randn(600, size).mul(5);
        return [x.softmax(1), x.log_softmax(1), nn.functional.layer_norm(x, [size])];
      }),
    );
    agree(() =>
      [1, 2, 3, 5, 8, 130].flatMap((size) =>
        [nn.functional.softmax, nn.functional.log_softmax].map((along) => {
          const x = torch.randn(600, size).mul(5).requires_grad_(true);
          along(x, 1).mul(torch.randn(600, size)).sum().backward();
          return x.grad!;
        }),
      ),
    );
    agree(() =>
      torch
        .tensor([[-Infinity, 1, 2, Infinity]])
        .expand(300, 4)
        .contiguous()
        .softmax(1),
    );
    agree(() => torch.full([300, 3], -Infinity).softmax(1));
  });
  test.each([
    ['Adam', (p: Tensor[]) => new optim.Adam(p, 0.01, { weight_decay: 0.1, amsgrad: true })],
    ['AdamW', (p: Tensor[]) => new optim.AdamW(p, 0.01, { maximize: true })],
    ['SGD', (p: Tensor[]) => new optim.SGD(p, 0.1)],
    ['SGD with momentum', (p: Tensor[]) => new optim.SGD(p, 0.1, { momentum: 0.9, nesterov: true, weight_decay: 0.1 })],
  ])('ten steps of %s', (_name, make) => {
    agree(() => {
      const p = torch.randn(n).requires_grad_(true);
      const optimizer = make([p]);
      for (let i = 0; i < 10; i++) {
        optimizer.zero_grad();
        p.mul(torch.randn(n)).sum().backward();
        optimizer.step();
      }
      return p;
    });
  });
});

describe('functions are within 2 units in the last place, over all float32', () => {
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);
  /** Neighbouring floats differ by 1. */
  const order = (x: number): number => {
    float[0] = x;
    return bits[0]! < 0 ? -(bits[0]! & 0x7fffffff) : bits[0]!;
  };
  const functions = {
    exp32: Math.exp,
    log32: Math.log,
    tanh32: Math.tanh,
    sigmoid32: (x: number) => 1 / (1 + Math.exp(-x)),
  };
  const builds = { relaxed, simd };
  test.each(Object.keys(builds).flatMap((build) => Object.keys(functions).map((name) => [build, name] as const)))(
    '%s %s',
    (build, name) => {
      const bytes = Uint8Array.from(atob(builds[build as keyof typeof builds]), (c) => c.charCodeAt(0));
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
      const memory = new Float32Array((exports['memory'] as WebAssembly.Memory).buffer);
      const at = (exports['dataStart'] as WebAssembly.Global).value as number;
      const run = exports[name] as (z: number, a: number, step: number, n: number) => void;
      const exact = functions[name as keyof typeof functions];
      const x = new Float32Array(4096);
      const patterns = new Int32Array(x.buffer);
      let pattern = -(2 ** 31);
      let worst = { ulp: 0, x: 0 };
      while (pattern < 2 ** 31) {
        for (let i = 0; i < x.length; i++, pattern += 1009) patterns[i] = pattern;
        memory.set(x, at / 4);
        run(at + 4 * x.length, at, 16, x.length);
        for (let i = 0; i < x.length; i++) {
          const value = memory[at / 4 + x.length + i]!;
          const wanted = Math.fround(exact(x[i]!));
          // Subnormal results may be rounded twice.
          if (Object.is(value, wanted) || Math.max(Math.abs(value), Math.abs(wanted)) < 2 ** -126) continue;
          const ulp = Math.abs(order(value) - order(wanted));
          if (!(ulp <= worst.ulp)) worst = { ulp, x: x[i]! };
        }
      }
      expect(worst.ulp, `at ${worst.x}`).toBeLessThanOrEqual(2);
    },
  );
});
