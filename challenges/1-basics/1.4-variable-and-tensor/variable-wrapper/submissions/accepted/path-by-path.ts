import torch, { type nn, type Tensor } from 'torch';

// No order is needed: each path from the result to a leaf brings its own part of the gradient, and parts are added.
export class Variable {
  data: Tensor;
  requires_grad = false;
  volatile = false;
  grad: Variable | null = null;
  private family = { changes: 0 };
  private push: (grad: Tensor) => void = (grad) => {
    const before = this.grad?.data ?? torch.zeros_like(grad);
    this.grad = new Variable(before.add(grad));
  };

  constructor(data: Tensor, options?: { requires_grad?: boolean; volatile?: boolean }) {
    this.data = data;
    Object.assign(this, options);
    if (this.requires_grad && this.volatile) throw new TypeError('volatile or requires_grad, not both');
  }

  private static of(data: Tensor, operands: Variable[], push: (grad: Tensor) => void): Variable {
    const volatile = !operands.every((v) => !v.volatile);
    const out = new Variable(data, { volatile, requires_grad: !volatile && operands.some((v) => v.requires_grad) });
    if (out.requires_grad)
      out.push = (grad) => {
        push(grad);
      };
    return out;
  }
  private receive(grad: Tensor): void {
    if (this.requires_grad) this.push(grad);
  }

  add(other: Variable): Variable {
    return Variable.of(this.data.add(dataOf(other)), [this, other], (grad) => {
      this.receive(grad);
      other.receive(grad);
    });
  }

  mul(other: Variable): Variable {
    const product = this.data.mul(dataOf(other));
    const before = [this.family.changes, other.family.changes].join();
    return Variable.of(product, [this, other], (grad) => {
      if ([this.family.changes, other.family.changes].join() !== before) throw new Error('modified by fill_');
      this.receive(torch.mul(grad, other.data));
      other.receive(torch.mul(grad, this.data));
    });
  }

  sum(): Variable {
    return Variable.of(torch.sum(this.data), [this], (grad) => this.receive(torch.ones_like(this.data).mul(grad)));
  }

  fill_(value: number): this {
    if (this.requires_grad) throw new Error('a leaf that requires grad cannot be changed in place');
    this.family.changes += 1;
    this.data.copy_(torch.full_like(this.data, value));
    return this;
  }

  detach(): Variable {
    const out = new Variable(this.data, { volatile: this.volatile });
    out.family = this.family;
    return out;
  }

  backward(): void {
    if (!this.requires_grad) throw new Error('does not require grad');
    this.push(torch.ones(this.data.shape));
  }
}

function dataOf(operand: Variable): Tensor {
  if (operand instanceof Variable) return operand.data;
  throw new TypeError('a plain tensor must be wrapped in a Variable first');
}

export function evaluate(model: nn.Module, inputs: Tensor[]): number {
  const values = inputs.map((x) => torch.no_grad(() => model(x).sum().item()));
  return values.reduce((a, b) => a + b, 0);
}

export function sgd_step(params: Tensor[], lr: number): void {
  const before = torch.is_grad_enabled();
  torch.set_grad_enabled(false);
  try {
    for (const p of params) if (p.grad !== null) p.add_(p.grad, { alpha: -lr });
  } finally {
    torch.set_grad_enabled(before);
  }
}
