// Passes change a graph in place and return it; each keeps what the graph computes.
export { common_subexpression_elimination } from './common-subexpressions.ts';
export { constant_propagation } from './constants.ts';
export { dead_code_elimination } from './dead-code.ts';
export { remove_dropout } from './dropout.ts';
export { fold_conv_batch_norm, fold_linear_batch_norm } from './fold-batch-norm.ts';
export { fuse_pointwise } from './fuse.ts';
