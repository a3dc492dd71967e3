// The operator table installed: functions in their namespaces, methods on Tensor. Layers and optimizers import from here
// (`functional.linear(…)`, `torch.zeros(…)`); users import index.ts, which puts them on top.
import * as anomaly from './autograd/anomaly.ts';
import { Variable } from './autograd/variable.ts';
import * as backwardModule from './autograd/backward.ts';
import {
  enable_grad,
  inference_mode,
  is_grad_enabled,
  is_inference_mode_enabled,
  no_grad,
  set_grad_enabled,
} from './autograd/modes.ts';
import * as autogradFunctional from './autograd/functional.ts';
import { CustomFunction, FunctionCtx, once_differentiable } from './autograd/function.ts';
import * as graph from './autograd/graph.ts';
import { deviceNamed } from './device/device.ts';
import {
  canCast,
  DType,
  dtypeAliases,
  dtypes,
  get_default_dtype,
  promoteTypes,
  quantizedDtypes,
  set_default_dtype,
} from './dtype.ts';
import * as environment from './environment.ts';
import { gradcheck, gradgradcheck } from './gradcheck.ts';
import { finfo, iinfo } from './info.ts';
import { install } from './operator.ts';
import type { FunctionalFunctions, LinalgFunctions, SpecialFunctions, TorchFunctions } from './operators.generated.ts';
import './ops/index.ts';
import { set_printoptions } from './print.ts';
import { broadcastShape, resultType } from './promotion.ts';
import './properties.ts';
import { QScheme, qschemes } from './quantization/qscheme.ts';
import { get_default_device, set_default_device, Tensor } from './tensor.ts';
import * as testing from './testing.ts';

/** `torch.nn.functional`: operators on tensors without state of their own. */
export const functional = {} as FunctionalFunctions; // filled by install, below
/** `torch.linalg` */
export const linalg = {} as LinalgFunctions;
/** `torch.special` */
export const special = {} as SpecialFunctions;

const userModes = {
  no_grad,
  enable_grad,
  set_grad_enabled,
  inference_mode,
  is_grad_enabled,
  is_inference_mode_enabled,
};

/** `torch.autograd` */
export const autograd = {
  backward: backwardModule.backward,
  grad: backwardModule.grad,
  gradcheck,
  gradgradcheck,
  ...userModes,
  set_detect_anomaly: anomaly.set_detect_anomaly,
  detect_anomaly: anomaly.detect_anomaly,
  Function: CustomFunction,
  Variable,
  FunctionCtx,
  function: { Function: CustomFunction, FunctionCtx, once_differentiable },
  functional: autogradFunctional,
  graph,
};

/** `torch.device('cpu')`: devices are their names; throws for one that is not there. */
const deviceCalled = (name: string): string => deviceNamed(name).name;
const members = {
  ...dtypes,
  ...dtypeAliases,
  ...quantizedDtypes,
  ...qschemes,
  qscheme: QScheme,
  ...userModes,
  is_anomaly_enabled: anomaly.is_anomaly_enabled,
  is_anomaly_check_nan_enabled: anomaly.is_anomaly_check_nan_enabled,
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
  get_default_device,
  set_default_device,
  promote_types: promoteTypes,
  result_type: (a: Tensor | number, b: Tensor | number): DType => resultType([a, b]),
  broadcast_shapes: (...shapes: (readonly number[])[]): readonly number[] =>
    shapes.reduce((a, b) => broadcastShape(a, b), []),
  can_cast: canCast,
  finfo,
  iinfo,
  testing,
  device: deviceCalled,
  ...environment,
  set_printoptions,
};
/** The namespace without what is layered on top of it. */
export type CoreTorch = typeof members & TorchFunctions;
export const torch = members as CoreTorch; // install adds the functions
install({ torch, functional, linalg, special });
