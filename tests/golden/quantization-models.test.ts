// Whole models beside real PyTorch's: calibrated and converted, quantized dynamically, trained while quantized
// (make-quantization.py). Every layer's output is compared code by code.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { type Module, nn, optim, type Tensor } from '#engine/index.ts';
import { convertedPair } from './quantized-pair.ts';

const Q = torch.ao.quantization;
type Numbers = number[];
interface Codes {
  scale: number;
  zero_point: number;
  shape: Numbers;
  codes: Numbers;
}
interface Golden {
  static: {
    engine: string;
    qconfig: string;
    float: Numbers;
    outputs: Record<string, Codes>;
    result: Numbers;
    text: string;
    prepared: string[];
    state: string[];
  }[];
  functional: (Codes & { name: string })[];
  conv1d: { result: Numbers; text: string };
  dynamic: {
    linear: { engine: string; per_channel: boolean; result: Numbers; text: string; state: string[]; weight: Numbers }[];
    recurrent: {
      engine: string;
      kind: 'LSTM' | 'GRU';
      options: { num_layers?: number; batch_first?: boolean; bidirectional?: boolean };
      result: Numbers;
      states: Numbers[];
      text: string;
    }[];
  };
  trained: {
    backend: string;
    version: number;
    losses: Numbers;
    parameters: string[];
    state: string[];
    evaluated: Numbers;
    result: Numbers;
    text: string;
  }[];
  files: { digest: string; pytorch: string; result: Numbers };
  errors: Record<string, [type: string, message: string]>;
  fusions: { name: string; text: string; trained: string; result: Numbers }[];
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
function expectClose(actual: Numbers, expected: Numbers, within = 1e-5): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((v, i) => {
    const difference = Math.abs((actual[i] ?? Number.NaN) - v);
    expect(difference, `[${i}]: ${actual[i]} for ${v}`).toBeLessThanOrEqual(within * Math.max(1, Math.abs(v)));
  });
}
const underEngine = <T>(engine: string, run: () => T): T => {
  const { quantized } = torch.backends;
  const before = quantized.engine;
  quantized.engine = engine;
  try {
    return run();
  } finally {
    quantized.engine = before;
  }
};

/** Scales are of sums in floats, whose last digits depend on the order of adding. */
const rounded = (text: string): string => text.replace(/\d+\.\d+(e-\d+)?/g, (n) => Number(n).toPrecision(5));
/** The scales of real PyTorch, once they are known to be alike: then every code must be. */
function takeScales(model: Module, outputs: Record<string, Codes>): void {
  for (const [name, { scale }] of Object.entries(outputs)) {
    const module = model.get_submodule(name);
    const own: unknown = Reflect.get(module, 'scale');
    if (typeof own === 'number') {
      expectClose([own], [scale], 1e-6);
      Reflect.set(module, 'scale', scale);
    } else if (module instanceof nn.quantized.Quantize) module.scale.fill_(scale);
  }
}

class Small extends nn.Module {
  quant = new Q.QuantStub();
  conv1 = new nn.Conv2d(3, 8, 3, { padding: 1 });
  bn1 = new nn.BatchNorm2d(8);
  relu1 = new nn.ReLU();
  pool = new nn.MaxPool2d(2);
  conv2 = new nn.Conv2d(8, 6, 3, { stride: 2, groups: 2, bias: false });
  relu2 = new nn.ReLU();
  skip = new nn.quantized.FloatFunctional();
  conv3 = new nn.Conv2d(6, 6, 1);
  gap = new nn.AdaptiveAvgPool2d([2, 1]);
  drop = new nn.Dropout(0.3);
  fc1 = new nn.Linear(12, 10);
  relu3 = new nn.ReLU();
  fc2 = new nn.Linear(10, 4);
  dequant = new Q.DeQuantStub();
  forward(input: Tensor): Tensor {
    let x = this.pool(this.relu1(this.bn1(this.conv1(this.quant(input)))));
    x = this.relu2(this.conv2(x));
    x = this.skip.add(x, this.conv3(x));
    x = torch.flatten(this.gap(x), 1);
    return this.dequant(this.fc2(this.relu3(this.fc1(this.drop(x)))));
  }
}
const fused = [
  ['conv1', 'bn1', 'relu1'],
  ['conv2', 'relu2'],
  ['fc1', 'relu3'],
];
function small(seed: number): Small {
  torch.manual_seed(seed);
  const model = new Small();
  for (let i = 0; i < 2; i++) model(draw(seed + 1 + i, [4, 3, 12, 12], 1.5, 0.3));
  return model;
}

test.each(golden.static)('a converted model, calibrated with $qconfig, computes as $engine does', (want) =>
  underEngine(want.engine, () => {
    const model = Q.fuse_modules(small(50).eval(), fused);
    expectClose(flat(model(draw(55, [2, 3, 12, 12]))), want.float);
    model.qconfig = want.qconfig === 'default' ? Q.default_qconfig : Q.get_default_qconfig(want.qconfig);
    const prepared = Q.prepare(model);
    expect(Object.keys(prepared.state_dict())).toEqual(want.prepared);
    for (let i = 0; i < 3; i++) prepared(draw(60 + i, [4, 3, 12, 12], 1 + i * 0.5));
    const converted = Q.convert(prepared);
    expect(rounded(String(converted))).toBe(rounded(want.text));
    expect(Object.keys(converted.state_dict())).toEqual(want.state);
    takeScales(converted, want.outputs);
    const seen: Record<string, Codes> = {};
    for (const [name, module] of converted.named_modules())
      if (name && !name.includes('_packed') && !name.includes('activation_post'))
        module.register_forward_hook((_: Module, __: readonly unknown[], o: Tensor) => {
          if (o.is_quantized)
            seen[name] = {
              scale: o.q_scale(),
              zero_point: o.q_zero_point(),
              shape: [...o.shape],
              codes: flat(o.int_repr()),
            };
        });
    const y = converted(draw(70, [2, 3, 12, 12]));
    expect(Object.keys(seen)).toEqual(Object.keys(want.outputs));
    for (const [name, { scale, ...rest }] of Object.entries(want.outputs)) {
      const { scale: own, ...mine } = seen[name] ?? { scale: 0 };
      expect(mine, name).toEqual(rest);
      expectClose([own], [scale], 1e-6);
    }
    expectClose(flat(y), want.result);
  }),
);

test.each(golden.functional)('QFunctional: $name', (want) => {
  const a = torch.quantize_per_tensor(draw(12, [3, 40]), 0.031, 80, torch.quint8);
  const b = torch.quantize_per_tensor(draw(13, [3, 40]), 0.027, 141, torch.quint8);
  const f = new nn.quantized.QFunctional();
  f.scale = 0.045;
  f.zero_point = 121;
  const calls: Record<string, () => Tensor> = {
    add: () => f.add(a, b),
    mul: () => f.mul(a, b),
    cat: () => f.cat([a, b], 1),
    add_relu: () => f.add_relu(a, b),
    add_scalar: () => f.add_scalar(a, 0.5),
    mul_scalar: () => f.mul_scalar(a, 1.7),
    mul_negative: () => f.mul_scalar(a, -1.7),
    add_far: () => f.add_scalar(a, 9.5),
  };
  const q = calls[want.name]?.() ?? a;
  expect(flat(q.int_repr())).toEqual(want.codes);
  expectClose([q.q_scale()], [want.scale], 1e-8);
  expect([q.q_zero_point(), q.shape]).toEqual([want.zero_point, want.shape]);
});

test('a quantized Conv1d and ReLU6 in a QuantWrapper', () =>
  underEngine('qnnpack', () => {
    torch.manual_seed(80);
    const model = new Q.QuantWrapper(
      new nn.Sequential(
        new nn.Conv1d(2, 4, 3, { padding: 1, stride: 2 }),
        new nn.ReLU(),
        new nn.Conv1d(4, 3, 2, { dilation: 2 }),
        new nn.ReLU6(),
      ),
    ).eval();
    model.qconfig = Q.get_default_qconfig('qnnpack');
    const prepared = Q.prepare(Q.fuse_modules(model, [['module.0', 'module.1']]));
    prepared(draw(81, [3, 2, 11]));
    const converted = Q.convert(prepared);
    expect(rounded(String(converted))).toBe(rounded(golden.conv1d.text));
    expectClose(flat(converted(draw(82, [3, 2, 11]))), golden.conv1d.result);
  }));

class Reader extends nn.Module {
  rnn: nn.LSTM | nn.GRU;
  fc: nn.Linear;
  constructor(kind: 'LSTM' | 'GRU', options: { bidirectional?: boolean }) {
    super();
    this.rnn = new nn[kind](5, 6, options);
    this.fc = new nn.Linear(6 * (options.bidirectional ? 2 : 1), 3);
  }
  forward(x: Tensor): [Tensor, Tensor[]] {
    const rnn = this.rnn as nn.LSTM; // called alike
    const [y, state] = rnn(x);
    return [this.fc(y), Array.isArray(state) ? state : [state as unknown as Tensor]];
  }
}
describe('dynamic quantization', () => {
  test.each(golden.dynamic.linear)('of Linear as $engine does, per channel: $per_channel', (want) =>
    underEngine(want.engine, () => {
      torch.manual_seed(90);
      const model = new nn.Sequential(new nn.Linear(7, 9), new nn.ReLU(), new nn.Linear(9, 4, { bias: false }));
      const quantized = Q.quantize_dynamic(
        model,
        want.per_channel ? new Map([[nn.Linear, Q.per_channel_dynamic_qconfig]]) : new Set([nn.Linear]),
        torch.qint8,
      );
      expect(String(quantized)).toBe(want.text);
      expect(Object.keys(quantized.state_dict())).toEqual(want.state);
      const first = quantized.at(0);
      if (!(first instanceof nn.quantized.dynamic.Linear)) throw new Error('not quantized');
      expect(flat(first.weight().int_repr())).toEqual(want.weight);
      expectClose(flat(quantized(draw(91, [3, 2, 7], 3))), want.result);
      expect(model.at(0)).toBeInstanceOf(nn.Linear);
    }),
  );
  test.each(golden.dynamic.recurrent)('of $kind $options as $engine does', (want) =>
    underEngine(want.engine, () => {
      torch.manual_seed(92);
      const quantized = Q.quantize_dynamic(new Reader(want.kind, want.options));
      expect(String(quantized)).toBe(want.text);
      const [y, states] = quantized(draw(93, [4, 3, 5]));
      expectClose(flat(y), want.result);
      want.states.forEach((state, i) => expectClose(flat(states[i] ?? y), state));
      // through a file, into another model
      const other = Q.quantize_dynamic(new Reader(want.kind, want.options));
      other.load_state_dict(torch.load(torch.save(quantized.state_dict())) as Record<string, Tensor>);
      expect(flat(other(draw(93, [4, 3, 5]))[0])).toEqual(flat(y));
    }),
  );
});

test.each(golden.trained)('quantization-aware training for $backend, version $version', (want) =>
  underEngine(want.backend === 'qnnpack' ? 'qnnpack' : 'onednn', () => {
    const model = Q.fuse_modules_qat(small(100).train(), fused);
    model.qconfig = Q.get_default_qat_qconfig(want.backend, want.version);
    const prepared = Q.prepare_qat(model);
    (prepared.drop as { p: number }).p = 0;
    expect([...prepared.named_parameters()].map(([name]) => name)).toEqual(want.parameters);
    expect(Object.keys(prepared.state_dict())).toEqual(want.state);
    const optimizer = new optim.SGD(prepared.parameters(), { lr: 0.05, momentum: 0.9 });
    const losses = want.losses.map((_, step) => {
      const x = draw(110 + step, [8, 3, 12, 12]);
      const first = x.mean([1, 2, 3]).gt(0).long();
      const target = first.add(x.select(1, 0).mean([1, 2]).gt(0).long().mul(2));
      if (step === 12) prepared.apply(Q.disable_observer);
      if (step === 15) prepared.apply(nn.intrinsic.qat.freeze_bn_stats);
      optimizer.zero_grad();
      const loss = nn.functional.cross_entropy(prepared(x), target);
      loss.backward();
      optimizer.step();
      return Number(loss.item());
    });
    expectClose(losses, want.losses, 1e-4);
    prepared.eval();
    const converted = Q.convert(prepared);
    const digits = (text: string): string => text.replace(/scale=\S*|zero_point=\S*/g, '');
    expect(digits(String(converted))).toBe(digits(want.text));
    // Two of the last layer's steps: what differs in the last digit may round to the next code.
    const step = converted.fc2 as unknown as InstanceType<typeof nn.quantized.Linear>;
    expectClose(flat(prepared(draw(140, [2, 3, 12, 12]))), want.evaluated, 2 * step.scale);
    expectClose(flat(converted(draw(140, [2, 3, 12, 12]))), want.result, 2 * step.scale);
  }),
);

const layers: Record<string, [modules: Module[], shape: number[]]> = {
  'conv1d bn relu': [
    [new nn.Conv1d(2, 3, 3), new nn.BatchNorm1d(3), new nn.ReLU()],
    [4, 2, 6],
  ],
  'conv2d bn': [
    [new nn.Conv2d(2, 3, 3, { bias: false }), new nn.BatchNorm2d(3)],
    [4, 2, 5, 5],
  ],
  'conv2d bn relu': [
    [new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3), new nn.ReLU()],
    [4, 2, 5, 5],
  ],
  'conv2d relu': [
    [new nn.Conv2d(2, 3, 3), new nn.ReLU()],
    [4, 2, 5, 5],
  ],
  'linear relu': [
    [new nn.Linear(2, 3), new nn.ReLU()],
    [4, 2],
  ],
  'linear bn': [
    [new nn.Linear(2, 3), new nn.BatchNorm1d(3)],
    [4, 2],
  ],
  'bn2d relu': [
    [new nn.BatchNorm2d(2), new nn.ReLU()],
    [4, 2, 3, 3],
  ],
  'conv3d relu': [
    [new nn.Conv3d(2, 3, 2), new nn.ReLU()],
    [2, 2, 3, 3, 3],
  ],
};
test.each(golden.fusions)('fuse_modules: $name', (want) => {
  const [modules, shape] = layers[want.name] ?? [[], []];
  const names = modules.map((_, i) => String(i));
  torch.manual_seed(150);
  for (const m of modules)
    if ('reset_parameters' in m && typeof m.reset_parameters === 'function') m.reset_parameters();
  const model = new nn.Sequential(...modules);
  model(draw(151, shape, 2, 1));
  expect(String(Q.fuse_modules_qat(model, names))).toBe(want.trained);
  const together = Q.fuse_modules(model.eval(), names);
  expect(String(together)).toBe(want.text);
  expectClose(flat(together(draw(152, shape))), want.result);
});

describe('files', () => {
  test('of a converted model are those that PyTorch has read', () => {
    const digest = createHash('sha256')
      .update(torch.save(convertedPair(160).state_dict()))
      .digest('hex');
    expect(digest).toBe(golden.files.digest);
  });
  test('of PyTorch load into a converted model', () => {
    const model = convertedPair(170);
    const bytes = Uint8Array.from(Buffer.from(golden.files.pytorch, 'base64'));
    model.load_state_dict(torch.load(bytes) as Parameters<typeof model.load_state_dict>[0]);
    expectClose(flat(model(draw(180, [2, 1, 4, 4]))), golden.files.result);
    const { ['quant.scale']: _, ...partial } = model.state_dict();
    expect(() => model.load_state_dict(partial)).toThrow('Missing key(s) in state_dict: "quant.scale"');
  });
});

test('errors are PyTorch’s', () => {
  const x = torch.tensor([-1, 0, 0.5, 2]);
  const q = torch.quantize_per_tensor(x, 0.1, 10, torch.quint8);
  const c = torch.quantize_per_channel(torch.zeros(2, 3), torch.ones(2), torch.zeros(2), 0, torch.qint8);
  const [linear, conv] = [new nn.quantized.Linear(4, 2), new nn.quantized.Conv2d(1, 2, 3)];
  const int = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int32 });
  const calls: Record<string, () => unknown> = {
    double: () => torch.quantize_per_tensor(x.double(), 0.1, 10, torch.quint8),
    above: () => torch.quantize_per_tensor(x, 0.1, 300, torch.quint8),
    below: () => torch.quantize_per_tensor(x, 0.1, -3, torch.quint8),
    int8: () => torch.quantize_per_tensor(x, 0.1, 0, torch.int8),
    lengths: () => torch.quantize_per_channel(torch.zeros(2, 3), torch.ones(3), torch.zeros(3), 0, torch.qint8),
    add: () => q.add(q),
    exp: () => q.exp(),
    sum: () => q.sum(),
    'q_scale of floats': () => x.q_scale(),
    'int_repr of floats': () => x.int_repr(),
    'q_scale of channels': () => c.q_scale(),
    'channels of a tensor': () => q.q_per_channel_scales(),
    'transposed channels': () => c.t(),
    linear: () => linear(x.unsqueeze(0)),
    conv: () => conv(torch.zeros(1, 1, 4, 4)),
    'conv shape': () => conv(q),
    numpy: () => q.numpy(),
    'fake zero': () => torch.fake_quantize_per_tensor_affine(x, 0.1, 300, 0, 255),
    'fake range': () => torch.fake_quantize_per_tensor_affine(x, 0.1, 3, 255, 0),
    'fake integers': () => torch.fake_quantize_per_tensor_affine(x.int(), 0.1, 3, 0, 255),
    'fake lengths': () => torch.fake_quantize_per_channel_affine(torch.zeros(2, 3), torch.ones(1), int(0), 0, 0, 255),
    'fake zero dtype': () =>
      torch.fake_quantize_per_channel_affine(torch.zeros(2, 3), torch.ones(2), torch.zeros(2).long(), 0, 0, 255),
    scheme: () => new Q.MinMaxObserver({ qscheme: torch.per_channel_affine }),
    range: () => new Q.MinMaxObserver({ quant_min: 5, quant_max: 10 }),
    reduced: () => new Q.MinMaxObserver({ qscheme: torch.per_tensor_symmetric, reduce_range: true }),
    placeholder: () => new Q.PlaceholderObserver().calculate_qparams(),
    instance: () => Reflect.construct(Q.QConfig, [{ activation: new Q.MinMaxObserver(), weight: Q.MinMaxObserver }]),
    eval: () => Q.prepare_qat(new nn.Linear(2, 2).eval()),
    fuser: () => Q.fuse_modules(new nn.Sequential(new nn.ReLU(), new nn.Linear(1, 1)), ['0', '1']),
    modes: () => Q.fuse_modules(new nn.Sequential(new nn.Conv2d(1, 1, 1), new nn.BatchNorm2d(1).eval()), ['0', '1']),
    functional: () => new nn.quantized.FloatFunctional()(x),
    bound: () => new Q.FakeQuantize({ quant_min: 0, quant_max: 300 }),
  };
  /** What was wrong, without C++'s names of overloads and Python's of classes. */
  const heart = (text: string): string =>
    text
      .replace(/\.\w+'/, "'")
      .replace(/\s+/g, ' ')
      .slice(0, 32);
  const thrown = Object.entries(calls).map(([name, call]) => {
    try {
      call();
      return [name, ['nothing', '']];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return [name, [error.name, heart(error.message)]];
    }
  });
  const wanted = Object.entries(golden.errors).map(([name, [type, message]]) => [
    name,
    [type === 'Exception' ? 'Error' : type, heart(message)],
  ]);
  expect(thrown).toEqual(wanted);
});
