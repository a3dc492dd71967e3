import { describe, expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';

const { Variable } = torch.autograd;

describe('Variable', () => {
  test('is a tensor on the same memory, with requires_grad as asked, with and without new', () => {
    const t = torch.ones(2);
    for (const v of [Variable(t, true), new Variable(t, { requires_grad: true })]) {
      expect([v.requires_grad, v.is_leaf, t.requires_grad]).toEqual([true, true, false]);
      v.mul(3).sum().backward();
      expect(v.grad?.tolist()).toEqual([3, 3]);
      v.data.fill_(1);
    }
    Variable(t).mul_(5);
    expect(t.tolist()).toEqual([5, 5]);
    expect(Variable(t).requires_grad).toBe(false);
  });
  test('every tensor is an instance of it, and nothing else', () => {
    expect((torch.ones(1) as unknown) instanceof Variable).toBe(true);
    expect(({} as unknown) instanceof Variable).toBe(false);
  });
  test('volatile is an error that says what to use; what is no tensor is refused', () => {
    expect(() => Variable(torch.ones(1), { volatile: true })).toThrow(/removed in PyTorch 0\.4.*torch\.no_grad\(\)/);
    expect(() => Variable([1] as unknown as Tensor)).toThrow('Variable data has to be a tensor, but got object');
  });
});

test('more memory than there is: PyTorch’s words', () => {
  expect(() => torch.zeros(1e13)).toThrow(
    "DefaultCPUAllocator: can't allocate memory: you tried to allocate 40000000000000 bytes",
  );
});
