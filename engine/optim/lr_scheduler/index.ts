// torch.optim.lr_scheduler: learning rates by epoch.
export { ChainedScheduler, ReduceLROnPlateau, SequentialLR } from './combined.ts';
export { CyclicLR, OneCycleLR } from './cycles.ts';
export { LRScheduler, LRScheduler as _LRScheduler } from './scheduler.ts';
export {
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  MultiplicativeLR,
  MultiStepLR,
  PolynomialLR,
  StepLR,
} from './simple.ts';
