// torch.optim: update rules over parameters and their gradients. Start reading at optimizer.ts; sgd.ts is the shortest rule.
// Not here: gradients (autograd/), clipping them (nn/utils.ts).
export { Adam, AdamW } from './adam.ts';
export { Adamax, NAdam, RAdam } from './adam-variants.ts';
export { Adadelta, Adagrad, ASGD, RMSprop, Rprop } from './adaptive.ts';
export { LBFGS } from './lbfgs.ts';
export * as lr_scheduler from './lr_scheduler/index.ts';
export { Optimizer, type OptimizerState } from './optimizer.ts';
export { SGD } from './sgd.ts';
export * as swa_utils from './swa_utils.ts';
