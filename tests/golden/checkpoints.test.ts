// Checkpoints between real PyTorch and torch.save / torch.load, both ways; see make-checkpoints.py.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { checkpoints, dtypeNames } from './checkpoint.ts';

const golden = JSON.parse(readFileSync(new URL('checkpoints.json', import.meta.url), 'utf8'));
const file = (name: string): Uint8Array => Uint8Array.from(Buffer.from(golden.files[name], 'base64'));
const tensorsOf = (name: string) => torch.load(file(name)) as Record<string, Tensor>;

describe('what PyTorch saved', () => {
  test('views of one storage stay views of it', () => {
    const { base, turned, row, step } = tensorsOf('views');
    expect(turned?.shape).toEqual([4, 3]);
    expect(turned?.stride()).toEqual([1, 4]);
    expect(row?.tolist()).toEqual([4, 5, 6, 7]);
    expect(step?.tolist()).toEqual([[0, 2], [4, 6], [8, 10]]); // biome-ignore format: rows
    base?.mul_(0);
    for (const view of [turned, row, step]) expect(view?.abs().sum().item()).toBe(0);
  });

  test.each(dtypeNames)('%s keeps its dtype and values', (name) => {
    const t = tensorsOf('dtypes')[name];
    expect(String(t?.dtype)).toBe(`torch.${name}`);
    expect(t?.to(torch.float64).tolist()).toEqual(name === 'bool' ? [0, 1, 1] : [0, 1, 100]);
  });

  test('plain data, nested', () => {
    expect(torch.load(file('plain'))).toEqual({
      none: null,
      yes: true,
      n: -(2 ** 40),
      x: 0.1,
      s: 'é漢😀',
      list: [1, [2.5, 'a']],
      e: {},
    });
  });

  test('a model and its optimizer go on where they were', () => {
    const saved = torch.load(file('training')) as {
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
});

test.each(['whole', 'weights'] as const)('what torch.save writes is what PyTorch has read: %s', (name) => {
  expect(createHash('sha256').update(checkpoints()[name]).digest('hex')).toBe(golden.read_by_torch[name]);
});
