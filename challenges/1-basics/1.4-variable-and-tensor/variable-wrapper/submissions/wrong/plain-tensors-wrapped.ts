// mistake: plain-tensors-wrapped
// en: A plain tensor as operand is wrapped instead of refused.
// zh: 普通张量作操作数时没有拒绝，而是自动包装了。
// fails: wraps-a-tensor
import torch, { type nn, type Tensor } from 'torch';

interface History {
  readonly inputs: readonly Variable[];
  /** From the gradient of the result to those of the inputs. */
  readonly backward: (grad: Tensor) => readonly Tensor[];
}

export class Variable {
  readonly data: Tensor;
  readonly requires_grad: boolean;
  readonly volatile: boolean;
  grad: Variable | null = null;
  private history: History | null = null;
  private version = { count: 0 }; // one object for all that is detached from one another

  constructor(
    data: Tensor,
    { requires_grad = false, volatile = false }: { requires_grad?: boolean; volatile?: boolean } = {},
  ) {
    if (requires_grad && volatile) throw new Error('a Variable cannot be volatile and require a gradient');
    this.data = data;
    this.requires_grad = requires_grad;
    this.volatile = volatile;
  }

  add(given: Variable): Variable {
    const other = given instanceof Variable ? given : new Variable(given);
    return this.record(
      [this, other],
      (a, b) => a.add(b),
      (grad) => [grad, grad],
    );
  }

  mul(given: Variable): Variable {
    const other = given instanceof Variable ? given : new Variable(given);
    const kept = [this, other].map((v) => ({ v, count: v.version?.count }));
    return this.record(
      [this, other],
      (a, b) => a.mul(b),
      (grad) => {
        if (kept.some(({ v, count }) => v.version.count !== count))
          throw new Error('a Variable needed for the gradient was changed by an in-place operation');
        return [grad.mul(other.data), grad.mul(this.data)];
      },
    );
  }

  sum(): Variable {
    return this.record(
      [this],
      (a) => a.sum(),
      (grad) => [grad.expand(this.data.shape)],
    );
  }

  fill_(value: number): this {
    if (this.requires_grad) throw new Error('a leaf that requires a gradient is changed in place');
    this.data.fill_(value);
    this.version.count++;
    return this;
  }

  detach(): Variable {
    const result = new Variable(this.data, { volatile: this.volatile });
    result.version = this.version;
    return result;
  }

  backward(): void {
    if (!this.requires_grad)
      throw new Error('this Variable has no history: nothing requires a gradient, or it is volatile');
    const order: Variable[] = [];
    const seen = new Set<Variable>();
    const visit = (v: Variable): void => {
      if (seen.has(v) || !v.requires_grad) return;
      seen.add(v);
      v.history?.inputs.forEach(visit);
      order.push(v);
    };
    visit(this);

    const grads = new Map([[this as Variable, torch.ones_like(this.data)]]);
    for (const v of order.reverse()) {
      const grad = grads.get(v);
      if (!grad) continue;
      if (!v.history) {
        v.grad = new Variable(v.grad ? v.grad.data.add(grad) : grad.clone());
        continue;
      }
      const parts = v.history.backward(grad);
      for (const [i, input] of v.history.inputs.entries()) {
        const part = parts[i];
        if (part) grads.set(input, grads.get(input)?.add(part) ?? part);
      }
    }
  }

  private record(
    inputs: readonly Variable[],
    forward: (...data: [Tensor, Tensor]) => Tensor,
    backward: History['backward'],
  ): Variable {
    const [a, b = a] = inputs;
    if (!a || !b) throw new TypeError('an operand is missing');
    const volatile = inputs.some((v) => v.volatile);
    const requires_grad = !volatile && inputs.some((v) => v.requires_grad);
    const result = new Variable(forward(a.data, b.data), { requires_grad, volatile });
    if (requires_grad) result.history = { inputs, backward };
    return result;
  }
}

export function evaluate(model: nn.Module, inputs: Tensor[]): number {
  return torch.no_grad(() => {
    let total = 0;
    for (const x of inputs) total += model(x).sum().item();
    return total;
  });
}

export function sgd_step(params: Tensor[], lr: number): void {
  torch.no_grad(() => {
    for (const p of params) if (p.grad) p.sub_(p.grad.mul(lr)); // not p.data: a graph that still needs the old value must hear of it
  });
}
