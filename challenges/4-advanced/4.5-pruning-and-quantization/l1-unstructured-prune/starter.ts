import torch, { nn, type Tensor, ValueError } from 'torch';

export function l1_unstructured<M extends nn.Module>(module: M, name: string, amount: number): M {
  throw new Error('l1_unstructured is not written yet');
}

export function remove<M extends nn.Module>(module: M, name: string): M {
  throw new Error('remove is not written yet');
}
