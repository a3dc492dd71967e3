import { describe, expect, test } from 'vitest';
import torch, { type Generator } from '../index.ts';

const draws = (generator?: Generator): unknown => torch.rand(3, { generator: generator ?? null }).tolist();

describe('generators', () => {
  test('are streams of their own: drawing from one leaves the others where they are', () => {
    torch.manual_seed(1);
    const before = torch.get_rng_state().tolist();
    const a = new torch.Generator().manual_seed(5);
    const b = new torch.Generator().manual_seed(5);
    expect(draws(a)).toEqual(draws(b));
    expect(draws(a)).not.toEqual(draws());
    torch.set_rng_state(torch.tensor(before as number[], { dtype: torch.uint8 }));
    torch.manual_seed(5);
    const first = draws();
    expect(draws(new torch.Generator().manual_seed(5))).toEqual(first);
  });
  test('start from the seed that PyTorch starts from, and know their seed', () => {
    expect(new torch.Generator().initial_seed()).toBe(67280421310721);
    expect(torch.manual_seed(2 ** 40 + 1).initial_seed()).toBe(2 ** 40 + 1);
    torch.manual_seed(-3);
    expect(torch.initial_seed()).toBe(2n ** 64n - 3n);
    expect(torch.manual_seed(torch.initial_seed()).initial_seed()).toBe(2n ** 64n - 3n);
    const chosen = torch.seed();
    expect(torch.initial_seed()).toBe(chosen);
    expect(torch.seed()).not.toBe(chosen);
  });
  test('restore a state with its cached normal value, at any point of the block', () => {
    for (const n of [0, 1, 623, 624, 625]) {
      torch.manual_seed(3);
      torch.randn(5);
      for (let i = 0; i < n; i++) torch.rand(1);
      const state = torch.get_rng_state();
      const next = [draws(), torch.randn(3).tolist()];
      torch.manual_seed(9);
      torch.set_rng_state(state);
      expect([draws(), torch.randn(3).tolist()]).toEqual(next);
    }
  });
  test('fork_rng puts the stream back, also when the body throws', () => {
    torch.manual_seed(3);
    const next = draws();
    torch.manual_seed(3);
    torch.random.fork_rng(() => torch.randn(7));
    expect(() =>
      torch.random.fork_rng(() => {
        torch.manual_seed(4);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(draws()).toEqual(next);
  });
  test.each([
    ['a fraction', () => new torch.Generator().manual_seed(1.5), 'manual_seed expected a long'],
    ['more than 64 bits', () => torch.manual_seed(2n ** 64n), 'Overflow when unpacking long'],
    ['a state of another size', () => torch.set_rng_state(torch.zeros(10, { dtype: torch.uint8 })), 'size to be 10'],
    ['a state of zeros', () => torch.set_rng_state(torch.zeros(5056, { dtype: torch.uint8 })), 'Invalid mt19937 state'],
    ['a state of floats', () => torch.set_rng_state(torch.zeros(5056)), 'RNG state must be a torch.ByteTensor'],
    ['a device that is not there', () => new torch.Generator('cuda'), "device 'cuda' is not available"],
  ])('refuse %s', (_, make, says) => {
    expect(make).toThrow(says);
  });
});
