// torch.nn: modules and their layers, losses, initialisers. Start reading at module.ts; a layer is one class in layers/.
// Not here: what operators compute (ops/, functional/), optimizers (optim/).
import { functional, linalg, special, torch } from '../core.ts';
import { install } from '../operator.ts';
import './functional/index.ts';

// Where ops/index.ts did not import the operators of functional/, they are installed now.
if (!('alpha_dropout' in functional)) install({ torch, functional, linalg, special });

export { functional };
export * as init from './init.ts';
export * as utils from './utils.ts';
export { Module } from './module.ts';
export { Buffer, Parameter, UninitializedBuffer, UninitializedParameter } from './parameter.ts';
export * from './layers/activations.ts';
export * from './layers/containers.ts';
export * from './layers/dropout.ts';
export * from './layers/lazy.ts';
export * from './layers/losses.ts';
export * from './layers/structured-losses.ts';
export { Bilinear, Flatten, Identity, Linear, Unflatten } from './layers/linear.ts';
export * from './layers/convolution.ts';
export * from './layers/embedding.ts';
export {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  type BatchNormOptions,
  GroupNorm,
  type GroupNormOptions,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  LayerNorm,
  type LayerNormOptions,
  LocalResponseNorm,
  RMSNorm,
} from './layers/normalization.ts';
export { SyncBatchNorm } from './layers/sync-batch-norm.ts';
export * from './layers/padding.ts';
export * from './layers/pooling.ts';
export * from './layers/recurrent.ts';
export * from './layers/unpooling.ts';
export * from './layers/vision.ts';
export { MultiheadAttention } from './layers/attention.ts';
export * from './layers/transformer.ts';
export * as parallel from './parallel/index.ts';
export { DataParallel } from './parallel/index.ts';
export { intrinsic, qat, quantized } from '../quantization/modules/index.ts';
export { deepcopy } from './deepcopy.ts';
