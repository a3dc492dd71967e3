// The layers of quantized models, as their namespaces in torch.nn show them.
import * as conv from './conv.ts';
import * as dynamicLayers from './dynamic.ts';
import { DeQuantize, Dropout, Quantize, ReLU6 } from './basic.ts';
import { FloatFunctional, QFunctional } from './functional.ts';
import * as nni from './intrinsic.ts';
import * as linear from './linear.ts';
import * as qatLayers from './qat.ts';

/** `torch.nn.quantized` */
export const quantized = {
  Linear: linear.Linear,
  Conv1d: conv.Conv1d,
  Conv2d: conv.Conv2d,
  ReLU6,
  Dropout,
  Quantize,
  DeQuantize,
  FloatFunctional,
  QFunctional,
  dynamic: dynamicLayers,
};
/** `torch.nn.qat` */
export const qat = { Linear: qatLayers.Linear, Conv2d: qatLayers.Conv2d };
/** `torch.nn.intrinsic` */
export const intrinsic = {
  ...nni,
  quantized: { ConvReLU1d: conv.ConvReLU1d, ConvReLU2d: conv.ConvReLU2d, LinearReLU: linear.LinearReLU },
  qat: {
    ConvBn1d: qatLayers.ConvBn1d,
    ConvBnReLU1d: qatLayers.ConvBnReLU1d,
    ConvBn2d: qatLayers.ConvBn2d,
    ConvBnReLU2d: qatLayers.ConvBnReLU2d,
    ConvReLU2d: qatLayers.ConvReLU2d,
    LinearReLU: qatLayers.LinearReLU,
    update_bn_stats: qatLayers.update_bn_stats,
    freeze_bn_stats: qatLayers.freeze_bn_stats,
  },
};
