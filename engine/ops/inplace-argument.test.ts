import { expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';

const F = torch.nn.functional;
type Activation = (input: Tensor, options: { inplace: boolean }) => Tensor;

test.each([
  'relu',
  'relu6',
  'hardtanh',
  'leaky_relu',
  'elu',
  'celu',
  'selu',
  'silu',
  'mish',
  'hardsigmoid',
  'hardswish',
])('%s with inplace: true changes its input, with its gradient, and gives it back', (name) => {
  const f: Activation = Reflect.get(F, name);
  const x = torch.tensor([-1, 0.5, 2, 9]).float();
  const expected = f(x, { inplace: false });
  expect(x.tolist()).toEqual([-1, 0.5, 2, 9]);
  const copy = x.clone();
  expect(f(copy, { inplace: true })).toBe(copy);
  expect(copy.tolist()).toEqual(expected.tolist());
  const [a, b] = [x.clone().requires_grad_(true), x.clone().requires_grad_(true)];
  f(a.mul(2), { inplace: true }).sum().backward();
  f(b.mul(2), { inplace: false }).sum().backward();
  expect(a.grad?.tolist()).toEqual(b.grad?.tolist());
  expect(() => f(a, { inplace: true })).toThrow('a leaf Variable that requires grad');
});
