import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../index.ts';
import { CheckpointError } from './error.ts';

const saved = (): Uint8Array => {
  const base = torch.arange(6).view(2, 3);
  return torch.save({ base, turned: base.t(), n: 2 ** 40, x: 0.5, list: [null, true, 'é'], map: new Map([[-1, 2]]) });
};
describe('checkpoints', () => {
  test('keep values, and views keep sharing their storage', () => {
    const back = torch.load(saved()) as { base: Tensor; turned: Tensor } & Record<string, unknown>;
    expect(back.turned.tolist()).toEqual([[0, 3], [1, 4], [2, 5]]); // biome-ignore format: rows
    back.base.zero_();
    expect(back.turned.sum().item()).toBe(0);
    expect([back.n, back.x, back.list, back.map]).toEqual([2 ** 40, 0.5, [null, true, 'é'], new Map([[-1, 2]])]);
  });
  test('restore a module from its state_dict', () => {
    const a = new nn.Linear(3, 2);
    const b = new nn.Linear(3, 2);
    b.load_state_dict(torch.load(torch.save(a.state_dict())) as ReturnType<typeof a.state_dict>);
    expect(b.weight.tolist()).toEqual(a.weight.tolist());
  });
  test('refuse what contains itself and what is no data', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => torch.save(loop)).toThrow('contains itself');
    expect(() => torch.save({ f: () => 1 })).toThrow('cannot be saved');
  });
  test('damaged in any byte throw nothing but CheckpointError', () => {
    const good = saved();
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
        const bad = good.slice(0, length % 3 ? good.length : length);
        if (at < bad.length) bad[at] = byte;
        try {
          torch.load(bad);
        } catch (error) {
          expect(error).toBeInstanceOf(CheckpointError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
