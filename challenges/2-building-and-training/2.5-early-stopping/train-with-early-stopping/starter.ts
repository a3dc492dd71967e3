import torch, { nn } from 'torch';

export interface Run {
  model: nn.Module;
  train_epoch: (model: nn.Module) => void;
  evaluate: (model: nn.Module) => number;
  patience: number;
  min_delta: number;
  max_epochs: number;
}

export function train_with_early_stopping(run: Run) {
  const { model, train_epoch, evaluate, patience, min_delta, max_epochs } = run;
  throw new Error('train_with_early_stopping is not written yet');
}
