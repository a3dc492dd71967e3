import type { Cut } from '#sandbox/result.ts';

/** What cut a history, as one writes it. */
export const cutName: Readonly<Record<Cut, string>> = {
  detach: 'detach()',
  data: '.data',
  no_grad: 'no_grad',
  tensor: 'torch.tensor()',
  backward: 'backward()',
};
