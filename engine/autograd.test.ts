import { describe, expect, test, vi } from 'vitest';
import torch, { autograd, type Tensor } from './index.ts';

const leaf = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.float32, requires_grad: true });
const list = (t: Tensor | null): unknown => t?.tolist();

describe('backward', () => {
  test('adds gradients up in leaves until they are cleared', () => {
    const x = leaf(1, 2);
    x.mul(3).sum().backward();
    x.mul(3).sum().backward();
    expect(list(x.grad)).toEqual([6, 6]);
    x.grad = null;
    expect(x.grad).toBeNull();
  });
  test('sums what comes along several ways', () => {
    const x = leaf(2);
    const y = x.mul(x);
    y.add(y.mul(x)).sum().backward();
    expect(list(x.grad)).toEqual([16]);
  });
  test('throws when the output is not scalar and no gradient is given', () => {
    expect(() => leaf(1, 2).mul(2).backward()).toThrow(/implicitly created only for scalar outputs/);
    const x = leaf(1, 2);
    x.mul(2).backward(torch.tensor([1, 10], { dtype: torch.float32 }));
    expect(list(x.grad)).toEqual([2, 20]);
  });
  test('throws the second time unless the graph is retained', () => {
    const x = leaf(3);
    const y = x.pow(2).sum();
    y.backward({ retain_graph: true });
    y.backward();
    expect(list(x.grad)).toEqual([12]);
    expect(() => y.backward()).toThrow(/backward through the graph a second time/);
  });
  test('passes again through a graph that saved nothing', () => {
    const x = leaf(3);
    const y = x.add(1).sum();
    y.backward();
    y.backward();
    expect(list(x.grad)).toEqual([2]);
  });
  test('throws without a graph', () => {
    expect(() => torch.ones(1).sum().backward()).toThrow(/does not require grad/);
  });
  test('gives every leaf memory of its own', () => {
    const a = leaf(1);
    const b = leaf(2);
    a.add(b).sum().backward();
    a.grad?.mul_(100);
    expect(list(b.grad)).toEqual([1]);
  });
  test('takes over a gradient that nobody else holds, and copies one that somebody does', () => {
    const held: Tensor[] = [];
    const hold = (t: Tensor): Tensor => {
      t.register_hook((grad: Tensor) => void held.push(grad));
      return t;
    };
    const x = leaf(1, 2).reshape([1, 2]).detach();
    const uses: ((w: Tensor) => Tensor)[] = [
      (w) => x.mm(w.t()).sum(),
      (w) => x.mm(hold(w.t())).sum(),
      (w) => hold(x.mm(w.t())).sum(),
      (w) => hold(w).mul(1).sum(),
      (w) => {
        const y = w.mul(2);
        y.grad_fn?.register_hook((grads) => void held.push(...grads.filter((g) => g !== null)));
        return y.sum();
      },
      (w) => hold(w.mul(2)).t().t().neg().add(w).sum(),
    ];
    for (const use of uses) {
      const w = torch.ones(2, 2).requires_grad_(true);
      use(w).backward();
      const before = held.map(list);
      w.grad?.fill_(100);
      expect(w.grad?.is_contiguous()).toBe(true);
      expect(held.map(list)).toEqual(before);
    }
    expect(held).toHaveLength(5);
  });
  test('a walk that a hook starts inside another one over the same nodes leaves that one as it was', () => {
    const x = leaf(3);
    const y = x.mul(x);
    const z = y.mul(2).sum();
    let inner: unknown;
    y.register_hook(() => {
      if (inner === undefined) {
        inner = null;
        inner = list(autograd.grad(z, x, { retain_graph: true })[0]);
      }
    });
    z.backward();
    expect([inner, list(x.grad)]).toEqual([[12], [12]]);
  });
  test('reaches only the given inputs', () => {
    const a = leaf(1);
    const b = leaf(2);
    a.mul(b)
      .sum()
      .backward({ inputs: [a] });
    expect([list(a.grad), b.grad]).toEqual([[2], null]);
  });
});

describe('autograd.grad', () => {
  test('leaves .grad alone and differentiates twice', () => {
    const x = leaf(3);
    const [g] = autograd.grad(x.pow(3).sum(), [x], null, { create_graph: true });
    const [gg] = autograd.grad(g.sum(), [x]);
    expect([list(g), list(gg), x.grad]).toEqual([[27], [18], null]);
  });
  test('throws for an input that was not used unless allowed', () => {
    const x = leaf(1);
    const y = leaf(1);
    expect(() => autograd.grad(x.sum(), [y])).toThrow(/allow_unused/);
    expect(autograd.grad(x.sum(), [y], null, { allow_unused: true })[0]).toBeNull();
  });
});

describe('what is recorded', () => {
  test('nothing inside no_grad, again inside enable_grad, by function and by using', () => {
    const x = leaf(1);
    expect(torch.no_grad(() => x.mul(2)).requires_grad).toBe(false);
    expect(torch.no_grad(() => torch.enable_grad(() => x.mul(2))).requires_grad).toBe(true);
    {
      using _ = torch.no_grad();
      expect(x.mul(2).requires_grad).toBe(false);
    }
    expect(x.mul(2).requires_grad).toBe(true);
  });
  test('grad_fn and next_functions name the operations as PyTorch does', () => {
    const x = leaf(1, 2);
    const y = x.mul(2).add(1);
    expect(y.grad_fn?.name()).toBe('AddBackward0');
    expect(y.grad_fn?.next_functions[0]?.[0]?.name()).toBe('MulBackward0');
    expect(y.grad_fn?.next_functions[0]?.[0]?.next_functions[0]?.[0]?.name()).toBe('AccumulateGrad');
  });
  test('detach cuts the history and shares the memory', () => {
    const x = leaf(1, 2).mul(1);
    const d = x.detach();
    expect([d.requires_grad, d.is_leaf]).toEqual([false, true]);
    d.mul_(5);
    expect(list(x)).toEqual([5, 10]);
    expect(x._version).toBe(1);
  });
  test('.data changes unseen by the version counter', () => {
    const x = leaf(1, 2);
    x.data.mul_(2);
    expect([list(x), x._version]).toEqual([[2, 4], 0]);
  });
  test('only floating point may require a gradient', () => {
    expect(() => torch.tensor([1]).requires_grad_()).toThrow(/floating point/);
    expect(() => leaf(1).mul(2).requires_grad_(false)).toThrow(/leaf/);
  });
});

describe('changes in place', () => {
  test('a leaf that requires grad refuses them outside no_grad', () => {
    const x = leaf(1);
    expect(() => x.add_(1)).toThrow(/a leaf Variable that requires grad/);
    expect(() => x.select(0, 0).add_(1)).toThrow(/a view of a leaf Variable/);
    torch.no_grad(() => x.add_(1));
    expect(list(x)).toEqual([2]);
  });
  test('what backward needs may not be changed', () => {
    const x = leaf(1, 2);
    const y = x.exp();
    const z = y.sum();
    y.add_(1);
    expect(() => z.add(y.sum()).backward()).toThrow(/modified by an inplace operation/);
  });
  test('what backward does not need may be', () => {
    const x = leaf(1, 2);
    const y = x.add(1);
    const z = y.add(1);
    y.mul_(2);
    z.sum().backward();
    expect(list(x.grad)).toEqual([1, 1]);
  });
  test('a view that changes takes its base along', () => {
    const x = leaf(1, 2, 3);
    const base = x.mul(1);
    const view = base.narrow(0, 1, 2);
    view.mul_(10);
    expect(base.grad_fn?.name()).toBe('CopySlices');
    expect(view.grad_fn?.name()).toBe('AsStridedBackward0');
    base.sum().backward({ retain_graph: true });
    expect(list(x.grad)).toEqual([1, 10, 10]);
    x.grad = null;
    view.sum().backward();
    expect(list(x.grad)).toEqual([0, 10, 10]);
  });
  test('a tensor without history takes on the one written into it', () => {
    const x = leaf(2, 3);
    const buffer = torch.zeros(3);
    buffer.set_at(x, '1:');
    buffer.mul(buffer).sum().backward();
    expect(list(x.grad)).toEqual([4, 6]);
  });
  test('the result must fit shape and dtype', () => {
    expect(() => torch.ones(2).add_(torch.ones(3, 2))).toThrow(/doesn't match the broadcast shape/);
    expect(() => torch.ones(2, { dtype: torch.int64 }).add_(0.5)).toThrow(/can't be cast/);
  });
});

describe('hooks', () => {
  test('see and replace a tensor’s gradient until removed', () => {
    const x = leaf(1);
    const seen = vi.fn((g: Tensor) => g.mul(10));
    const handle = x.register_hook(seen) as { remove(): void };
    x.mul(2).sum().backward();
    handle.remove();
    x.mul(2).sum().backward();
    expect(seen).toHaveBeenCalledTimes(1);
    expect(list(x.grad)).toEqual([22]);
  });
  test('retain_grad keeps the gradient of an inner tensor', () => {
    const x = leaf(1, 2);
    const y = x.mul(3);
    y.retain_grad();
    y.pow(2).sum().backward();
    expect(list(y.grad)).toEqual([6, 12]);
  });
  test('saved tensors can be packed and unpacked', () => {
    const packed: unknown[] = [];
    const x = leaf(2);
    const y = autograd.graph.saved_tensors_hooks(
      (t) => packed.push(t) - 1,
      (i) => packed[Number(i)] as Tensor,
      () => x.mul(x),
    );
    y.sum().backward();
    expect(packed.length).toBe(2);
    expect(list(x.grad)).toEqual([4]);
  });
  test('anomaly mode names the function that made NaN', () => {
    using _ = autograd.set_detect_anomaly(true);
    expect(() => leaf(-1).sqrt().sum().backward()).toThrow(/SqrtBackward0/);
  });
});
