// Quantized tensors, operators on them, observers and fake quantization, beside real PyTorch's (make-quantization.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, type Module, type Tensor } from '#engine/index.ts';

const { quantization } = torch;
type Numbers = number[];
interface Codes {
  name: string;
  scale: number;
  zero_point: number;
  shape: Numbers;
  codes: Numbers;
}
interface Golden {
  version: string;
  tensors: (Codes & { given?: Numbers; dtype: string; values: Numbers; text: string; type: string })[];
  channels: {
    axis: number;
    dtype: string;
    floating: boolean;
    codes: Numbers;
    values: Numbers;
    scheme: string;
    scales: Numbers;
    zero_points: Numbers;
    text: string;
  }[];
  chosen: {
    seed: number;
    factor: number;
    shift: number;
    reduce: boolean;
    scale: number;
    zero_point: number;
    codes: Numbers;
  }[];
  operations: (Codes & { input_zero: number })[];
  functional: Codes[];
  fakes: { arguments?: Numbers; axis?: number; ties?: Numbers; values: Numbers; grad: Numbers; node: string }[];
  observers: {
    name: string;
    options: Record<string, unknown>;
    feed: string;
    scale: Numbers;
    zero_point: Numbers;
    dtypes: [string, string];
    text: string | null;
  }[];
  printed: Record<string, { text: string; state: string[] }>;
  trained_fakes: { name: string; steps: { values: Numbers; grad: Numbers; scale: Numbers; zero_point: Numbers }[] }[];
}
const golden: Golden = JSON.parse(readFileSync(new URL('quantization.json', import.meta.url), 'utf8'));

const draw = (seed: number, shape: number[], scale = 1, shift = 0): Tensor => {
  torch.manual_seed(seed);
  return torch
    .randn(...shape)
    .mul(scale)
    .add(shift);
};
const flat = (t: Tensor): Numbers => t.detach().reshape(-1).tolist() as Numbers;
const codesOf = (q: Tensor): Numbers => flat(q.int_repr());
function expectClose(actual: Numbers, expected: Numbers, within = 1e-6): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((v, i) => {
    const difference = Math.abs((actual[i] ?? Number.NaN) - v);
    expect(difference, `[${i}]: ${actual[i]} for ${v}`).toBeLessThanOrEqual(within * Math.max(1e-3, Math.abs(v)));
  });
}
const byName = (name: string) => {
  const found: unknown = Reflect.get(torch, name);
  return found as typeof torch.quint8;
};
/** Dtypes and schemes by their names. */
const named = (options: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).map(([k, v]) => [k, typeof v === 'string' ? byName(v) : v]));
/** A member of torch.ao.quantization: a class, or a factory of its objects. */
function make<M extends Module>(name: string, options: Record<string, unknown> = {}): M {
  const maker: unknown = Reflect.get(quantization, name);
  if (typeof maker !== 'function') throw new Error(`no ${name}`);
  return 'keywords' in maker ? Reflect.apply(maker, null, [options]) : Reflect.construct(maker, [options]);
}

describe('quantized tensors', () => {
  test.each(golden.tensors)('$dtype with scale $scale and zero point $zero_point', (c) => {
    const x = c.given ? torch.tensor(c.given) : draw(1, [3, 4], 4);
    const q = torch.quantize_per_tensor(x, c.scale, c.zero_point, byName(c.dtype));
    expect(codesOf(q)).toEqual(c.codes);
    expect(q.dequantize().dtype).toBe(torch.float32);
    expectClose(flat(q.dequantize()), c.values);
    expect(String(q)).toBe(c.text);
    expect([q.q_scale(), q.q_zero_point(), q.qscheme(), q.is_quantized]).toEqual([
      c.scale,
      c.zero_point,
      torch.per_tensor_affine,
      true,
    ]);
  });
  test.each(golden.channels)('$dtype with a scale for each slice along $axis', (c) => {
    const x = draw(2, [3, 4, 2], 3);
    const n = x.shape[c.axis] ?? 0;
    const zeros = c.floating ? torch.arange(n).mul(1.5) : torch.arange(n).mul(3);
    const scales = torch.arange(1, n + 1).mul(0.031);
    const q = torch.quantize_per_channel(x, scales, zeros, c.axis, byName(c.dtype));
    expect(codesOf(q)).toEqual(c.codes);
    expectClose(flat(q.dequantize()), c.values);
    expect(String(q.qscheme())).toBe(c.scheme);
    expectClose(flat(q.q_per_channel_scales()), c.scales);
    expect(flat(q.q_per_channel_zero_points())).toEqual(c.zero_points);
    expect(q.q_per_channel_axis()).toBe(c.axis);
    expect(String(q)).toBe(c.text);
  });
  test.each(golden.chosen)('scale and zero point of randn($seed) · $factor + $shift, reduced: $reduce', (c) => {
    const x = draw(c.seed, [50], c.factor, c.shift);
    const [scale, zero_point] = torch._choose_qparams_per_tensor(x, c.reduce);
    expectClose([scale], [c.scale], 1e-8);
    expect(zero_point).toBe(c.zero_point);
    expect(codesOf(torch.quantize_per_tensor_dynamic(x, torch.quint8, c.reduce))).toEqual(c.codes);
  });
});

const F = nn.functional;
const operations: Record<string, (q: Tensor) => Tensor> = {
  relu: (q) => q.relu(),
  relu6: (q) => F.relu6(q),
  hardtanh: (q) => F.hardtanh(q, -0.5, 1.5),
  clamp: (q) => q.clamp(-0.3, 0.9),
  max_pool2d: (q) => F.max_pool2d(q, 2),
  'max_pool2d(3, 2, 1)': (q) => F.max_pool2d(q, 3, 2, 1),
  avg_pool2d: (q) => F.avg_pool2d(q, 2),
  'avg_pool2d(3, 2, 1)': (q) => F.avg_pool2d(q, 3, 2, 1),
  'adaptive_avg_pool2d(1)': (q) => F.adaptive_avg_pool2d(q, 1),
  'adaptive_avg_pool2d(3, 2)': (q) => F.adaptive_avg_pool2d(q, [3, 2]),
  mean: (q) => q.mean([2, 3]),
  flatten: (q) => torch.flatten(q, 1),
  permute: (q) => q.permute(0, 2, 3, 1).contiguous(),
  slice: (q) => q.at(':', '1:', '::2'),
  sigmoid: (q) => torch.sigmoid(q),
  tanh: (q) => torch.tanh(q),
  cat: (q) => torch.cat([q, q], 1),
  clone: (q) => q.clone(),
  unsqueeze: (q) => q.unsqueeze(0).squeeze(0),
};
const expectCodes = (q: Tensor, c: Codes): void => {
  expect(q.shape).toEqual(c.shape);
  expect(codesOf(q)).toEqual(c.codes);
  expectClose([q.q_scale()], [c.scale], 1e-8);
  expect(q.q_zero_point()).toBe(c.zero_point);
};
test.each(golden.operations)('$name of a quantized tensor, zero point $input_zero', (c) => {
  const q = torch.quantize_per_tensor(draw(11, [2, 3, 7, 7], 2), 0.037, c.input_zero, torch.quint8);
  const run = operations[c.name];
  if (!run) throw new Error(`no ${c.name}`);
  expectCodes(run(q), c);
});
describe('fake quantization', () => {
  test.each(golden.fakes.filter((f) => f.arguments))('of a tensor: $arguments', (c) => {
    const [scale = 0, zero = 0, low = 0, high = 0] = c.arguments ?? [];
    const x = draw(14, [4, 5], 3).requires_grad_();
    const y = torch.fake_quantize_per_tensor_affine(x, scale, zero, low, high);
    y.mul(draw(15, [4, 5]))
      .sum()
      .backward();
    expectClose(flat(y), c.values);
    expectClose(flat(x.grad ?? torch.empty(0)), c.grad);
    expect(y.grad_fn?.name()).toBe(c.node);
  });
  test.each(golden.fakes.filter((f) => f.axis !== undefined))('of channels along $axis', (c) => {
    const x = draw(16, [4, 5], 3).requires_grad_();
    const n = x.shape[c.axis ?? 0] ?? 0;
    const scale = torch.arange(1, n + 1).mul(0.017);
    const zero = torch.arange(n).to(torch.int32);
    const y = torch.fake_quantize_per_channel_affine(x, scale, zero, c.axis ?? 0, -128, 127);
    y.mul(draw(15, [4, 5]))
      .sum()
      .backward();
    expectClose(flat(y), c.values);
    expectClose(flat(x.grad ?? torch.empty(0)), c.grad);
    expect(y.grad_fn?.name()).toBe(c.node);
  });
  test('rounds halves to even', () => {
    const x = torch.tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]).repeat(2, 1);
    const zero = torch.tensor([0, 1], { dtype: torch.int32 });
    const y = torch.fake_quantize_per_channel_affine(x, torch.ones(2), zero, 0, -100, 100);
    expectClose(flat(y), golden.fakes.find((f) => f.ties)?.ties ?? []);
  });
  test.each(golden.trained_fakes)('$name over several inputs', ({ name, steps }) => {
    const fake = make<InstanceType<typeof quantization.FakeQuantize>>(name);
    steps.forEach((want, i) => {
      if (i === 3) fake.disable_observer();
      if (i === 4) fake.disable_fake_quant();
      if (i === 5) fake.enable_observer();
      const x = draw(40 + i, [3, 8], 1 + i).requires_grad_();
      const y = fake(x);
      y.pow(2).sum().backward();
      expectClose(flat(y), want.values);
      expectClose(flat(x.grad ?? torch.empty(0)), want.grad);
      expectClose(flat(fake.scale), want.scale);
      expect(flat(fake.zero_point)).toEqual(want.zero_point);
    });
  });
});

const feeds: Record<string, [seed: number, scale: number, shift: number][]> = {
  centred: [
    [21, 1, 0],
    [22, 2, 0],
    [23, 0.5, 0],
  ],
  positive: [
    [24, 1, 9],
    [25, 1, 12],
  ],
  negative: [
    [26, 2, -20],
    [27, 3, -30],
  ],
  constant: [[28, 0, 0]],
  wide: [
    [29, 30, 5],
    [30, 100, -8],
    [31, 7, 40],
    [32, 1, 0],
  ],
  small: [[33, 1e-4, 0]],
};
test.each(golden.observers.map((o) => [o.name, JSON.stringify(o.options), o.feed, o] as const))(
  '%s(%s) on %s values',
  (name, _, feed, want) => {
    const observer = make<InstanceType<typeof quantization.MinMaxObserver>>(name, named(want.options));
    for (const [seed, scale, shift] of feeds[feed] ?? []) {
      const x = draw(seed, [2, 3, 20], scale, shift);
      expect(observer(x)).toBe(x);
    }
    const [scale, zero_point] = observer.calculate_qparams();
    expectClose(flat(scale), want.scale);
    if (want.dtypes[1] === 'torch.float32') expectClose(flat(zero_point), want.zero_point);
    else expect(flat(zero_point)).toEqual(want.zero_point);
    expect([String(scale.dtype), String(zero_point.dtype)]).toEqual(want.dtypes);
    if (want.text) expect(String(observer)).toBe(want.text);
  },
);
test.each(Object.entries(golden.printed))('%s prints and saves as in PyTorch', (name, want) => {
  const module = make(name);
  expect(String(module)).toBe(want.text);
  expect(Object.keys(module.state_dict())).toEqual(want.state);
});
