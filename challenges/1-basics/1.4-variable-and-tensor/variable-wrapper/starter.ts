import torch, { type nn, type Tensor } from 'torch';

export class Variable {
  readonly data: Tensor;
  readonly requires_grad: boolean;
  readonly volatile: boolean;
  grad: Variable | null = null;

  constructor(
    data: Tensor,
    { requires_grad = false, volatile = false }: { requires_grad?: boolean; volatile?: boolean } = {},
  ) {
    throw new Error('Variable is not written yet');
  }

  add(other: Variable): Variable {
    throw new Error('add is not written yet');
  }

  mul(other: Variable): Variable {
    throw new Error('mul is not written yet');
  }

  sum(): Variable {
    throw new Error('sum is not written yet');
  }

  fill_(value: number): this {
    throw new Error('fill_ is not written yet');
  }

  detach(): Variable {
    throw new Error('detach is not written yet');
  }

  backward(): void {
    throw new Error('backward is not written yet');
  }
}

export function evaluate(model: nn.Module, inputs: Tensor[]): number {
  throw new Error('evaluate is not written yet');
}

export function sgd_step(params: Tensor[], lr: number): void {
  throw new Error('sgd_step is not written yet');
}
