// `torch.nn.intrinsic`: layers that fuse_modules has put together, still in floats: they run one after the other.
import { AssertionError } from '../../device/device.ts';
import { ReLU } from '../../nn/layers/activations.ts';
import { Sequential } from '../../nn/layers/containers.ts';
import { Conv1d, Conv2d, Conv3d } from '../../nn/layers/convolution.ts';
import { Linear } from '../../nn/layers/linear.ts';
import { BatchNorm1d, BatchNorm2d, BatchNorm3d } from '../../nn/layers/normalization.ts';
import type { Module } from '../../nn/module.ts';

/** Base of all: quantization takes such a module as one. */
export class _FusedModule extends Sequential {}

function check(classes: readonly (abstract new (...args: never[]) => Module)[], modules: readonly Module[]): void {
  if (modules.length !== classes.length || modules.some((m, i) => m.constructor !== classes[i]))
    throw new AssertionError(`Incorrect types for input modules: ${modules.map((m) => m._get_name()).join(', ')}`);
}
export class ConvReLU1d extends _FusedModule {
  constructor(conv: Conv1d, relu: ReLU) {
    check([Conv1d, ReLU], [conv, relu]);
    super(conv, relu);
  }
}
export class ConvReLU2d extends _FusedModule {
  constructor(conv: Conv2d, relu: ReLU) {
    check([Conv2d, ReLU], [conv, relu]);
    super(conv, relu);
  }
}
export class ConvReLU3d extends _FusedModule {
  constructor(conv: Conv3d, relu: ReLU) {
    check([Conv3d, ReLU], [conv, relu]);
    super(conv, relu);
  }
}
export class LinearReLU extends _FusedModule {
  constructor(linear: Linear, relu: ReLU) {
    check([Linear, ReLU], [linear, relu]);
    super(linear, relu);
  }
}
export class ConvBn1d extends _FusedModule {
  constructor(conv: Conv1d, bn: BatchNorm1d) {
    check([Conv1d, BatchNorm1d], [conv, bn]);
    super(conv, bn);
  }
}
export class ConvBn2d extends _FusedModule {
  constructor(conv: Conv2d, bn: BatchNorm2d) {
    check([Conv2d, BatchNorm2d], [conv, bn]);
    super(conv, bn);
  }
}
export class ConvBn3d extends _FusedModule {
  constructor(conv: Conv3d, bn: BatchNorm3d) {
    check([Conv3d, BatchNorm3d], [conv, bn]);
    super(conv, bn);
  }
}
export class ConvBnReLU1d extends _FusedModule {
  constructor(conv: Conv1d, bn: BatchNorm1d, relu: ReLU) {
    check([Conv1d, BatchNorm1d, ReLU], [conv, bn, relu]);
    super(conv, bn, relu);
  }
}
export class ConvBnReLU2d extends _FusedModule {
  constructor(conv: Conv2d, bn: BatchNorm2d, relu: ReLU) {
    check([Conv2d, BatchNorm2d, ReLU], [conv, bn, relu]);
    super(conv, bn, relu);
  }
}
export class ConvBnReLU3d extends _FusedModule {
  constructor(conv: Conv3d, bn: BatchNorm3d, relu: ReLU) {
    check([Conv3d, BatchNorm3d, ReLU], [conv, bn, relu]);
    super(conv, bn, relu);
  }
}
export class BNReLU2d extends _FusedModule {
  constructor(bn: BatchNorm2d, relu: ReLU) {
    check([BatchNorm2d, ReLU], [bn, relu]);
    super(bn, relu);
  }
}
export class BNReLU3d extends _FusedModule {
  constructor(bn: BatchNorm3d, relu: ReLU) {
    check([BatchNorm3d, ReLU], [bn, relu]);
    super(bn, relu);
  }
}
export class LinearBn1d extends _FusedModule {
  constructor(linear: Linear, bn: BatchNorm1d) {
    check([Linear, BatchNorm1d], [linear, bn]);
    super(linear, bn);
  }
}
/** Whether quantization takes a module as one: those above, and their quantization-aware forms. */
export const isFused = (m: Module): boolean => m instanceof _FusedModule || ('_is_fused' in m && m._is_fused === true);
