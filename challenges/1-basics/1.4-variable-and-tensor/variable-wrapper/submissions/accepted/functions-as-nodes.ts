import torch, { type nn, type Tensor } from 'torch';

/** As in PyTorch: a Variable points to the function that made it, a function to the functions of its inputs. */
abstract class Fn {
  readonly next: readonly (Fn | null)[];
  arrived: Tensor | null = null;
  constructor(...inputs: Variable[]) {
    this.next = inputs.map((v) => v.edge());
  }
  abstract backward(grad: Tensor): Tensor[];
}
class AccumulateGrad extends Fn {
  readonly variable: Variable;
  constructor(variable: Variable) {
    super();
    this.variable = variable;
  }
  backward(grad: Tensor): Tensor[] {
    const { variable } = this;
    if (variable.grad) variable.grad.data.add_(grad);
    else variable.grad = new Variable(torch.zeros(variable.data.shape).to(grad.dtype).add_(grad));
    return [];
  }
}
class AddBackward extends Fn {
  backward(grad: Tensor): Tensor[] {
    return [grad, grad];
  }
}
class MulBackward extends Fn {
  private readonly saved: [Variable, number][];
  constructor(a: Variable, b: Variable) {
    super(a, b);
    this.saved = [a, b].map((v) => [v, v.version[0] ?? 0]);
  }
  backward(grad: Tensor): Tensor[] {
    const [a, b] = this.saved.map(([v, version]) => {
      if (v.version[0] !== version)
        throw new Error(`is at version ${v.version[0]}; expected version ${version} instead`);
      return v.data;
    });
    return a && b ? [grad.mul(b), grad.mul(a)] : [];
  }
}
class SumBackward extends Fn {
  private readonly shape: readonly number[];
  constructor(a: Variable) {
    super(a);
    this.shape = a.data.shape;
  }
  backward(grad: Tensor): Tensor[] {
    return [grad.expand(this.shape)];
  }
}

export class Variable {
  readonly data: Tensor;
  readonly requires_grad: boolean;
  readonly volatile: boolean;
  grad: Variable | null = null;
  grad_fn: Fn | null = null;
  version = new Uint32Array(1);
  private accumulator: Fn | null = null;

  constructor(data: Tensor, options: { requires_grad?: boolean; volatile?: boolean } = {}) {
    const { requires_grad = false, volatile = false } = options;
    if (requires_grad && volatile) throw new Error("Variable can't be volatile and require_grad at the same time!");
    [this.data, this.requires_grad, this.volatile] = [data, requires_grad, volatile];
  }
  edge(): Fn | null {
    if (!this.requires_grad) return null;
    if (this.grad_fn) return this.grad_fn;
    this.accumulator ??= new AccumulateGrad(this);
    return this.accumulator;
  }
  private made(data: Tensor, from: Variable[], fn: () => Fn): Variable {
    let [volatile, requires_grad] = [false, false];
    for (const v of from) {
      volatile ||= v.volatile;
      requires_grad ||= v.requires_grad;
    }
    if (volatile) return new Variable(data, { volatile });
    const out = new Variable(data, { requires_grad });
    if (requires_grad) out.grad_fn = fn();
    return out;
  }
  private static check(v: unknown): asserts v is Variable {
    if (!(v instanceof Variable)) throw new TypeError(`expected a Variable`);
  }
  add(other: Variable): Variable {
    Variable.check(other);
    return this.made(this.data.add(other.data), [this, other], () => new AddBackward(this, other));
  }
  mul(other: Variable): Variable {
    Variable.check(other);
    return this.made(this.data.mul(other.data), [this, other], () => new MulBackward(this, other));
  }
  sum(): Variable {
    return this.made(this.data.sum(), [this], () => new SumBackward(this));
  }
  fill_(value: number): this {
    if (this.requires_grad)
      throw new Error('a leaf Variable that requires grad has been used in an in-place operation.');
    this.data.fill_(value);
    this.version[0] = (this.version[0] ?? 0) + 1;
    return this;
  }
  detach(): Variable {
    const out = new Variable(this.data, { volatile: this.volatile });
    out.version = this.version;
    return out;
  }
  backward(): void {
    const root = this.edge();
    if (!root) throw new Error('element 0 of variables does not require grad and does not have a grad_fn');
    // How many uses each function still waits for.
    const waits = new Map<Fn, number>([[root, 0]]);
    const open = [root];
    for (let fn = open.pop(); fn; fn = open.pop())
      for (const next of fn.next) {
        if (!next) continue;
        if (!waits.has(next)) open.push(next);
        waits.set(next, (waits.get(next) ?? 0) + 1);
      }
    root.arrived = torch.ones(this.data.shape).to(this.data.dtype);
    const ready = [root];
    for (let fn = ready.shift(); fn; fn = ready.shift()) {
      const grads = fn.arrived ? fn.backward(fn.arrived) : [];
      fn.arrived = null;
      for (const [i, next] of fn.next.entries()) {
        const grad = grads[i];
        if (!next || !grad) continue;
        next.arrived = next.arrived ? next.arrived.add(grad) : grad;
        const left = (waits.get(next) ?? 0) - 1;
        waits.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
  }
}

export const evaluate = (model: nn.Module, inputs: Tensor[]): number => {
  let total = 0;
  torch.no_grad(() => {
    for (const x of inputs) total += model(x).sum().item();
  });
  return total;
};

export const sgd_step = (params: Tensor[], lr: number): void => {
  for (const p of params) {
    const { grad } = p;
    if (!grad) continue;
    torch.no_grad(() => p.copy_(p.sub(grad.mul(lr))));
  }
};
