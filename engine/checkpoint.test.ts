import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from './index.ts';
import { meters } from './meters.ts';
import { catchWarnings } from './warnings.ts';

const { checkpoint, checkpoint_sequential } = torch.utils.checkpoint;

const blocks = (count: number) => {
  torch.manual_seed(0);
  return new nn.Sequential(
    ...Array.from({ length: count }, () => new nn.Sequential(new nn.Linear(8, 8), new nn.Tanh(), new nn.Dropout(0.5))),
  );
};
/** Loss, gradients of the parameters and of the input, and the most bytes kept for backward. */
function run(forward: (model: nn.Sequential, x: Tensor) => Tensor, count = 4) {
  const model = blocks(count);
  torch.manual_seed(1);
  const x = torch.randn(16, 8).requires_grad_(true);
  meters.start();
  const loss = forward(model, x).square().mean();
  const { savedBytesPeak: bytes } = meters.stop();
  loss.backward();
  const grads = [x, ...model.parameters()].map((p) => p.grad ?? torch.empty(0));
  return { loss: loss.item(), grads, bytes, next: torch.rand(1).item() };
}
const plain = run((model, x) => model(x) as Tensor);

describe.each([[true], [false]])('use_reentrant: %s', (use_reentrant) => {
  const each = (model: nn.Sequential, x: Tensor): Tensor =>
    [...model.children()].reduce((y, block) => checkpoint(block, y, { use_reentrant }) as Tensor, x);

  test('gives the same loss and gradients, dropout masks included, and leaves the random stream where it was', () => {
    const { loss, grads, next } = run(each);
    expect(loss).toBe(plain.loss);
    grads.forEach((g, i) => expect(g.equal(plain.grads[i] ?? g.neg())).toBe(true));
    expect(next).toBe(plain.next);
  });

  test('keeps the inputs of the parts only', () => {
    // A block keeps its tanh’s result and its dropout’s mask beside its input: checkpointed, the input alone.
    const input = 16 * 8 * 4;
    const { bytes } = run(each);
    expect(plain.bytes / bytes).toBeGreaterThan(2);
    expect(bytes).toBeLessThanOrEqual(6 * input);
  });

  test('without preserve_rng_state the second run draws other masks', () => {
    const { grads } = run((model, x) => {
      torch.manual_seed(5);
      return checkpoint(model, x, { use_reentrant, preserve_rng_state: false }) as Tensor;
    });
    const kept = run((model, x) => {
      torch.manual_seed(5);
      return checkpoint(model, x, { use_reentrant }) as Tensor;
    });
    expect(grads.every((g, i) => g.equal(kept.grads[i] ?? g))).toBe(false);
  });

  test('several inputs and outputs, some of them no tensors', () => {
    const [a, b] = [
      torch.tensor([1, 2]).float().requires_grad_(true),
      torch.tensor([3, 4]).float().requires_grad_(true),
    ];
    const f = (x: Tensor, power: number, y: Tensor) => [x.pow(power).mul(y), x.detach()];
    const [first] = checkpoint(f, a, 2, b, { use_reentrant }) as [Tensor, Tensor];
    first.sum().backward();
    expect([a.grad?.tolist(), b.grad?.tolist()]).toEqual([
      [6, 16],
      [1, 4],
    ]);
  });

  test('a part runs once in forward and once in backward', () => {
    let runs = 0;
    const x = torch.ones(2).requires_grad_(true);
    const y = checkpoint((t: Tensor) => (runs++, t.exp().sin()), x, { use_reentrant }) as Tensor;
    expect(runs).toBe(1);
    y.sum().backward();
    expect(runs).toBe(2);
  });
});

test('checkpoint_sequential checkpoints all parts but the last', () => {
  const { loss, grads, bytes } = run((model, x) => checkpoint_sequential(model, 2, x));
  expect(loss).toBe(plain.loss);
  grads.forEach((g, i) => expect(g.equal(plain.grads[i] ?? g.neg())).toBe(true));
  expect(bytes).toBeLessThan(0.75 * plain.bytes);
});

test('reentrant: inputs without gradient are warned of, and give none', () => {
  const layer = new nn.Linear(2, 1);
  let y: Tensor | undefined;
  expect(catchWarnings(() => (y = checkpoint(layer, torch.ones(1, 2)) as Tensor))).toEqual([
    'UserWarning: None of the inputs have requires_grad=True. Gradients will be None',
  ]);
  expect(y?.requires_grad).toBe(false);
  const z = checkpoint(layer, torch.ones(1, 2), { use_reentrant: false }) as Tensor;
  z.sum().backward();
  expect(layer.weight.grad?.tolist()).toEqual([[1, 1]]);
});

test('reentrant: autograd.grad is refused', () => {
  const x = torch.ones(2).requires_grad_(true);
  const y = checkpoint((t: Tensor) => t.exp(), x) as Tensor;
  expect(() => torch.autograd.grad(y.sum(), x)).toThrow('Checkpointing is not compatible with .grad()');
});

test('not reentrant: a second run that saves another number of tensors is an error', () => {
  let calls = 0;
  const x = torch.ones(2).requires_grad_(true);
  const y = checkpoint((t: Tensor) => (calls++ === 0 ? t.exp() : t.exp().sin()), x, { use_reentrant: false }) as Tensor;
  expect(() => y.sum().backward()).toThrow('A different number of tensors was saved');
});
