// What PyTorch 1.13, which made the golden programs, has not or spells in Python alone. The rest: tests/golden/semantics.
import { describe, expect, test, vi } from 'vitest';
import '../device/reference/reference.ts';
import torch, { type FunctionCtx, type Tensor } from '../index.ts';

const { autograd, float64 } = torch;
const leaf = (...values: number[]): Tensor => torch.tensor(values, { dtype: float64, requires_grad: true });

class Scale extends autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, by: number): Tensor {
    ctx.save_for_backward(x);
    ctx['by'] = by;
    return x.mul(x).mul(by);
  }
  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x] = ctx.saved_tensors;
    return [x ? grad.mul(x).mul(2 * Number(ctx['by'])) : null, null];
  }
}
/** PyTorch 2's form: forward without ctx. */
class Cube extends autograd.Function {
  static override forward(x: Tensor): Tensor {
    return x.pow(3);
  }
  static override setup_context(ctx: FunctionCtx, [x]: [Tensor]): void {
    ctx.save_for_backward(x);
  }
  static override backward(ctx: FunctionCtx, grad: Tensor): Tensor {
    const [x = grad] = ctx.saved_tensors;
    return grad.mul(x.pow(2)).mul(3);
  }
}

describe('autograd.Function in TypeScript', () => {
  test('apply has the types of forward, without ctx', () => {
    const x = leaf(3);
    const y: Tensor = Scale.apply(x, 10);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([60]);
    expect(y.grad_fn?.name()).toBe('ScaleBackward');
  });
  test('apply may be handed on', () => {
    expect(autograd.gradcheck((x) => Scale.apply(x, 2), leaf(1, 2))).toBe(true);
    expect(autograd.gradgradcheck(Cube.apply, leaf(1, 2))).toBe(true);
    expect(Cube.apply(leaf(2)).tolist()).toEqual([8]);
    expect(autograd.gradcheck(Cube.apply, leaf(1, 2))).toBe(true);
  });
  test('once_differentiable is a decorator', () => {
    class Once extends autograd.Function {
      static override forward(ctx: FunctionCtx, x: Tensor): Tensor {
        ctx.save_for_backward(x);
        return x.mul(x);
      }
      static override backward = autograd.function.once_differentiable((ctx: FunctionCtx, grad: Tensor) =>
        grad.mul(ctx.saved_tensors[0] ?? grad).mul(2),
      );
    }
    const x = leaf(3);
    Once.apply(x).sum().backward();
    expect(x.grad?.tolist()).toEqual([6]);
  });
});

describe('modes as decorators', () => {
  test('a method in the mode keeps this, its arguments and its result, and the mode ends before and after', () => {
    class Model {
      readonly factor = 2;
      run(x: Tensor): [boolean, Tensor] {
        return [torch.is_grad_enabled(), x.mul(this.factor)];
      }
    }
    const context = { kind: 'method', name: 'run' };
    for (const decorated of [
      () => torch.no_grad()(Model.prototype.run, context),
      () => torch.no_grad(Model.prototype.run, context),
    ]) {
      const run = decorated();
      expect(torch.is_grad_enabled()).toBe(true);
      const [enabled, y] = run.call(new Model(), leaf(3));
      expect([enabled, y.requires_grad, y.tolist()]).toEqual([false, false, [6]]);
      expect(torch.is_grad_enabled()).toBe(true);
    }
  });
});

describe('anomaly mode', () => {
  test('the error says which function gave NaN and in which line its forward was called', () => {
    using _ = autograd.detect_anomaly();
    const unlucky = (x: Tensor): Tensor => x.sqrt();
    const y = unlucky(leaf(-1)).sum();
    expect(() => y.backward()).toThrow(
      /'SqrtBackward0' returned nan values in its 0th output[\s\S]*Traceback of forward call[\s\S]*unlucky[\s\S]*semantics\.test\.ts/,
    );
  });
  test('any error in backward says it', () => {
    using _ = autograd.detect_anomaly();
    const x = leaf(1);
    const y = x.exp();
    const z = y.sum();
    torch.no_grad(() => y.add_(1));
    expect(() => z.backward()).toThrow(
      /is at version 1[\s\S]*Error detected in ExpBackward0[\s\S]*semantics\.test\.ts/,
    );
  });
});

describe('hooks', () => {
  test('a leaf’s gradient can be used as soon as it is complete', () => {
    const x = leaf(1, 2);
    const seen = vi.fn((t: Tensor) => {
      expect(t.grad?.tolist()).toEqual([3, 3]);
      t.grad = null;
    });
    const handle = x.register_post_accumulate_grad_hook(seen) as { remove(): void };
    x.mul(3).sum().backward();
    expect([seen.mock.calls.length, x.grad]).toEqual([1, null]);
    handle.remove();
    x.mul(3).sum().backward();
    expect(x.grad?.tolist()).toEqual([3, 3]);
    expect(() => x.mul(2).register_post_accumulate_grad_hook(seen)).toThrow(/non-leaf/);
  });
  test('saved-tensor hooks can be forbidden', () => {
    const use = (): Tensor =>
      autograd.graph.saved_tensors_hooks(
        (t) => t,
        (t) => t,
        () => leaf(1).exp(),
      );
    autograd.graph.disable_saved_tensors_hooks('not here', () => expect(use).toThrow('not here'));
    expect(use().requires_grad).toBe(true);
  });
  test('tensors that were packed still lead to second derivatives', () => {
    const x = leaf(3);
    const y = autograd.graph.saved_tensors_hooks(
      (t) => t.clone(),
      (t) => t,
      () => x.mul(x).mul(x),
    );
    const [g] = autograd.grad(y.sum(), [x], null, { create_graph: true });
    expect(autograd.grad(g.sum(), [x])[0].tolist()).toEqual([18]);
  });
});

test('batched gradients are refused by name', () => {
  const x = leaf(1, 2);
  expect(() => autograd.grad(x.mul(x), x, torch.eye(2, { dtype: float64 }), { is_grads_batched: true })).toThrow(
    /vmap/,
  );
});

describe('JavaScript’s own operators', () => {
  test('take the number of one element', () => {
    expect(Number(leaf(1.5))).toBe(1.5);
    expect(Math.max(Number(torch.tensor(3)), 2)).toBe(3);
    expect(`${torch.tensor(3)}`).toBe('tensor(3)');
  });
  test('throw for several, and say what to write', () => {
    expect(() => Number(leaf(1, 2))).toThrow(/methods: write x\.mul\(y\)/);
  });
});

test('a tensor on another device says so, before its dtype and its gradient', () => {
  const x = torch.ones(2, { dtype: float64 }).to('reference').requires_grad_();
  expect(String(x)).toBe("tensor([1., 1.], device='reference', dtype=torch.float64, requires_grad=True)");
});
test('tensors saved on the CPU come back to their device', () => {
  const x = torch.ones(2).to('reference').requires_grad_();
  const kept: string[] = [];
  const y = autograd.graph.save_on_cpu(() => {
    const made = x.exp();
    kept.push(made.device);
    return made;
  });
  y.sum().backward();
  expect([...kept, x.grad?.device]).toEqual(['reference', 'reference']);
});
