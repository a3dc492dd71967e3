// The operator table installed: functions in their namespaces, methods on Tensor. Layers and optimizers import from here
// (`functional.linear(…)`, `torch.zeros(…)`); users import index.ts, which puts them on top.
import * as backwardModule from './autograd/backward.ts';
import * as modes from './autograd/modes.ts';
import { savedTensorHooks, type SavedTensorHooks } from './autograd/node.ts';
import { DType, dtypeAliases, dtypes, get_default_dtype, promoteTypes, set_default_dtype } from './dtype.ts';
import { gradcheck, gradgradcheck } from './gradcheck.ts';
import { install } from './operator.ts';
import type { FunctionalFunctions, LinalgFunctions, SpecialFunctions, TorchFunctions } from './operators.generated.ts';
import './ops/index.ts';
import { set_printoptions } from './print.ts';
import { broadcastShape, resultType } from './promotion.ts';
import './properties.ts';
import { Tensor } from './tensor.ts';

/** `torch.nn.functional`: operators on tensors without state of their own. */
export const functional = {} as FunctionalFunctions; // filled by install, below
/** `torch.linalg` */
export const linalg = {} as LinalgFunctions;
/** `torch.special` */
export const special = {} as SpecialFunctions;

/** `torch.autograd` */
export const autograd = {
  backward: backwardModule.backward,
  grad: backwardModule.grad,
  gradcheck,
  gradgradcheck,
  set_detect_anomaly: (on: boolean): Disposable => {
    const before = backwardModule.detectAnomaly(on);
    return { [Symbol.dispose]: () => void backwardModule.detectAnomaly(before) };
  },
  no_grad: modes.no_grad,
  enable_grad: modes.enable_grad,
  graph: {
    /** Packs what is saved for backward while the body runs, unpacks it when backward needs it. */
    saved_tensors_hooks<R>(pack: SavedTensorHooks['pack'], unpack: SavedTensorHooks['unpack'], body: () => R): R {
      savedTensorHooks.push({ pack, unpack });
      try {
        return body();
      } finally {
        savedTensorHooks.pop();
      }
    },
  },
};

const members = {
  ...dtypes,
  ...dtypeAliases,
  ...modes,
  Tensor,
  dtype: DType,
  autograd,
  linalg,
  special,
  inf: Infinity,
  nan: Number.NaN,
  pi: Math.PI,
  e: Math.E,
  strided: 'strided',
  contiguous_format: 'contiguous_format',
  channels_last: 'channels_last',
  preserve_format: 'preserve_format',
  get_default_dtype,
  set_default_dtype,
  promote_types: promoteTypes,
  result_type: (a: Tensor | number, b: Tensor | number): DType => resultType([a, b]),
  broadcast_shapes: (...shapes: (readonly number[])[]): readonly number[] =>
    shapes.reduce((a, b) => broadcastShape(a, b), []),
  set_printoptions,
};
/** The namespace without what is layered on top of it. */
export type CoreTorch = typeof members & TorchFunctions;
export const torch = members as CoreTorch; // install adds the functions
install({ torch, functional, linalg, special });
