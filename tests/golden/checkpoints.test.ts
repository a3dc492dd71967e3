// Checkpoints between real PyTorch and torch.save / torch.load, both ways; see make-checkpoints.py.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { describeValue, fullOnly, objects, safeBytes } from './checkpoint.ts';

const golden = JSON.parse(readFileSync(new URL('checkpoints.json', import.meta.url), 'utf8'));
const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const file = (name: string): Uint8Array => bytes(golden.files[name]);

/** Integers of 2^53 and more as the doubles that int64 elements are here. */
const asDoubles = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asDoubles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [
      k,
      k === 'tensor'
        ? v.map((x: unknown) => (typeof x === 'object' && x ? Number(Object.values(x)[0]) : x))
        : asDoubles(v),
    ]),
  );
};

describe('what PyTorch saved', () => {
  test.each(Object.keys(golden.files))('%s: dtypes, values, strides, shared memory', (name) => {
    expect(asDoubles(describeValue(torch.load(file(name))))).toEqual(asDoubles(golden.holds[name]));
  });

  test('views of one storage stay views of it', () => {
    const { base, turned, row, step } = torch.load(file('views')) as Record<string, Tensor>;
    base?.mul_(0);
    for (const view of [turned, row, step]) expect(view?.abs().sum().item()).toBe(0);
  });

  test('a key __proto__ reaches no prototype', () => {
    const { proto } = torch.load(file('plain')) as { proto: unknown };
    expect(proto).toBeInstanceOf(Map);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each(['training', 'training_legacy'])('a model and its optimizer go on where they were: %s', (name) => {
    const saved = torch.load(file(name)) as {
      model: Parameters<nn.Sequential['load_state_dict']>[0];
      optimizer: Parameters<optim.Adam['load_state_dict']>[0];
    };
    const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
    const optimizer = new optim.Adam(model.parameters());
    model.load_state_dict(saved.model);
    optimizer.load_state_dict(saved.optimizer);
    model.eval();
    const output = model(torch.tensor(golden.x));
    expect(torch.allclose(output, torch.tensor(golden.output), 1e-5, 1e-6)).toBe(true);
    expect(optimizer.param_groups[0]?.lr).toBe(0.01);
    const state = (optimizer.state_dict() as unknown as { state: Record<string, Record<string, Tensor>> }).state;
    expect(state['0']?.['exp_avg']?.tolist()).toEqual(golden.exp_avg);
  });

  test('a quantized tensor, with its scale and zero point', () => {
    const t = torch.load(bytes(golden.quantized)) as Tensor;
    expect([t.dtype.name, t.q_scale(), t.q_zero_point(), t.int_repr().tolist()]).toEqual(['qint8', 0.1, 0, [10, 10]]);
  });
  test.each(Object.keys(golden.refused))('what is no plain data is refused by name: %s', (name) => {
    const [base64, says] = golden.refused[name];
    expect(() => torch.load(bytes(base64))).toThrow(says);
  });
});

describe('what we write is what PyTorch has read', () => {
  const all: Record<string, unknown> = { ...objects(), full_only: fullOnly() };
  const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
  test.each(Object.keys(all))('%s', (name) => {
    expect(digest(torch.save(all[name]))).toBe(golden.read_by_torch[name]);
  });
  test('safetensors', () => expect(digest(safeBytes())).toBe(golden.read_by_torch['ours.safetensors']));
  test.each(Object.keys(all))('%s, and we read it as it was', (name) => {
    expect(describeValue(torch.load(torch.save(all[name])))).toEqual(describeValue(all[name]));
  });
});
