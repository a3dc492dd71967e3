// Why a history ends: PyTorch's next_functions has None there, and no more.
import { expect, test } from 'vitest';
import torch, { type Tensor } from '../index.ts';

const w = () => torch.ones(3, { requires_grad: true });
/** Of the node of `t`: by input, what cut it. */
const cuts = (t: Tensor) => t.grad_fn?.next_functions.map((_, i) => t.grad_fn?.cuts?.[i] ?? null);

test('each way to cut is known at the operation that takes what was cut', () => {
  const x = w();
  const y = x.mul(2);
  expect(cuts(x.mul(y.detach()))).toEqual([null, 'detach']);
  expect(cuts(x.mul(y.data))).toEqual([null, 'data']);
  expect(cuts(x.mul(torch.no_grad(() => y.exp())))).toEqual([null, 'no_grad']);
  expect(cuts(x.mul(torch.tensor(y)))).toEqual([null, 'tensor']);
  y.sum().backward();
  expect(x.grad && cuts(x.mul(x.grad))).toEqual([null, 'backward']);
  const [grad] = torch.autograd.grad(x.pow(2).sum(), x);
  expect(cuts(x.mul(grad))).toEqual([null, 'backward']);
});

test('what follows from a cut hands it on, through views, lists and operations that nobody records', () => {
  const x = w();
  const later = x.detach().add(1).view([1, 3]).squeeze(0);
  expect(later.cut).toBe('detach');
  expect(torch.no_grad(() => later.mul(3)).cut).toBe('detach');
  expect(cuts(torch.cat([x, later]))).toEqual([null, 'detach']);
  expect(torch.stack([torch.ones(3), later]).cut).toBe('detach');
});

test('nothing was cut where nothing wants a gradient, and where the history goes on', () => {
  const x = w();
  const data = torch.ones(3);
  expect(cuts(x.mul(data.detach()))).toEqual([null, null]);
  expect(data.data.cut).toBeNull();
  expect(torch.no_grad(() => data.mul(2)).cut).toBeNull();
  for (const result of [torch.nn.functional.softmax(x, 0), x.view([3, 1]), torch.nn.functional.gelu(x).sum()])
    expect(result.cut).toBeNull();
  torch.no_grad(() => x.to('cpu').contiguous());
  expect(x.cut).toBeNull();
  // Places are integers: no gradient was ever theirs.
  expect(x.max(0).indices.cut).toBeNull();
  const [grad] = torch.autograd.grad(x.pow(2).sum(), x, { create_graph: true });
  expect(grad.cut).toBeNull();
});
