// What real PyTorch reads of ours, and how both sides say what a checkpoint holds: one text for writer and tests.
import torch, { nn, optim, safetensors, type Tensor } from '#engine/index.ts';
import { DType } from '#engine/dtype.ts';
import { Parameter } from '#engine/nn/parameter.ts';
import { Tensor as TensorClass, valuesOf } from '#engine/tensor.ts';

export const dtypeNames = [
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint8',
  'bool',
] as const;

const scalar = (x: number | bigint): unknown =>
  typeof x === 'bigint' ? { int: String(x) } : Number.isFinite(x) ? x : String(x);

/** A value as JSON that shows dtypes, strides and shared memory; make-checkpoints.py says the same of Python's values. */
export function describeValue(value: unknown, storages: unknown[] = []): unknown {
  const next = (item: unknown): unknown => describeValue(item, storages);
  const pairs = (entries: (readonly [unknown, unknown])[]): unknown =>
    entries
      .map(([k, v]) => [JSON.stringify(describeValue(k)), v] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, next(v)]);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return scalar(value);
  if (Array.isArray(value)) return value.map(next);
  if (value instanceof DType) return { dtype: String(value) };
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (value instanceof Set) return { set: [...value].map((x) => JSON.stringify(next(x))).sort() };
  if (value instanceof Map) return { dict: pairs([...value]) };
  if (value instanceof TensorClass) {
    if (!storages.includes(value.storage)) storages.push(value.storage);
    return {
      tensor: Array.from(valuesOf(value), scalar),
      dtype: String(value.dtype),
      shape: [...value.shape],
      stride: [...value.stride()],
      offset: value.storage_offset(),
      storage: [storages.indexOf(value.storage), value.storage.length],
      requires_grad: value.requires_grad,
      parameter: value instanceof Parameter,
    };
  }
  const entries = Object.entries(value as object);
  const ints = entries.every(([k]) => /^(0|[1-9]\d*)$/.test(k)) && !entries.every(([, v]) => v instanceof TensorClass);
  return { dict: pairs(entries.map(([k, v]) => [ints ? Number(k) : k, v])) };
}

function trained(): { model: nn.Sequential; optimizers: Record<string, unknown>; schedulers: Record<string, unknown> } {
  const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
  const [first, ...rest] = model.parameters();
  if (!first) throw new Error('a model without parameters');
  const made = {
    adam: new optim.Adam(model.parameters(), { lr: 0.01 }),
    sgd: new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 0.001 }),
    rmsprop: new optim.RMSprop([{ params: [first], lr: 0.5 }, { params: rest }]),
  };
  const schedules = {
    step: new optim.lr_scheduler.StepLR(made.adam, 2, 0.5),
    cosine: new optim.lr_scheduler.CosineAnnealingLR(made.sgd, 10),
    exponential: new optim.lr_scheduler.ExponentialLR(made.rmsprop, 0.9),
  };
  for (let i = 0; i < 3; i++) {
    model(torch.arange(6).to(torch.float32).view(2, 3)).sum().backward();
    for (const o of Object.values(made)) o.step();
    for (const s of Object.values(schedules)) s.step();
  }
  const states = (of: Record<string, { state_dict(): unknown }>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(of).map(([name, o]) => [name, o.state_dict()]));
  return { model, optimizers: states(made), schedulers: states(schedules) };
}

/** Objects by name; the same every time: nothing in them depends on the clock. */
export function objects(): Record<string, unknown> {
  torch.manual_seed(0);
  const base = torch.arange(12).to(torch.float32).view(3, 4);
  const numbers = torch.tensor([0, 1, 100, -1.5, 1e-7, 65504, 3e38, Infinity, -Infinity, Number.NaN, -0]);
  const { model, optimizers, schedulers } = trained();
  return {
    views: {
      base,
      turned: base.t(),
      row: base.select(0, 1),
      step: base.at(':', '::2'),
      repeated: base.select(0, 2).expand(3, 4),
      one: base.select(0, 2).select(0, 3),
      none: base.narrow(0, 3, 0),
    },
    dtypes: Object.fromEntries(
      dtypeNames.map((name) => [
        name,
        torch[name].is_floating_point ? numbers.to(torch[name]) : torch.tensor([0, 1, 100]).to(torch[name]),
      ]),
    ),
    shapes: [torch.tensor(7), torch.zeros(0), torch.zeros(2, 0, 3), torch.ones(1, 1), torch.tensor(true)],
    big: [
      torch.tensor([2 ** 53, -(2 ** 53), 2 ** 60, -(2 ** 63)]),
      2 ** 53,
      -(2n ** 63n),
      2n ** 100n,
      -1,
      255,
      256,
      65536,
    ],
    plain: {
      none: null,
      yes: true,
      no: false,
      x: 0.1,
      s: 'é漢😀\u0000"',
      list: [1, [2.5, 'a', []], {}],
      numbers: [Number.NaN, Infinity, -0, 1e300],
      ints: { 0: 'a', 7: { 1: null } },
      map: new Map<unknown, unknown>([
        [-1, 'x'],
        ['k', 2],
        [true, 3],
      ]),
      proto: new Map([['__proto__', 1]]),
      dtype: torch.float16,
    },
    parameters: {
      weight: new Parameter(torch.ones(2, 2)),
      frozen: new Parameter(base, false),
      leaf: torch.ones(2).requires_grad_(),
    },
    model: model.state_dict(),
    optimizers,
    schedulers,
    random: { state: torch.manual_seed(7).get_state() },
  };
}
/** What weights_only of PyTorch 1.13 does not know: sets and bytes. */
export const fullOnly = (): unknown => ({ set: new Set([1, 'a']), bytes: Uint8Array.of(0, 127, 128, 255) });

export function tensorsForSafe(): Record<string, Tensor> {
  const tensors = Object.fromEntries(
    dtypeNames.map((name) => [`layer.${name}`, torch.tensor([[0, 1], [100, 3]]).to(torch[name])]), // biome-ignore format: rows
  );
  return {
    ...tensors,
    scalar: torch.tensor(2.5),
    empty: torch.zeros(0, 3),
    '7': torch.tensor([7]),
    'é"\n': torch.ones(3),
  };
}
export const metadataForSafe = { format: 'pt', note: 'é' };
export const safeBytes = (): Uint8Array => safetensors.save(tensorsForSafe(), metadataForSafe);
