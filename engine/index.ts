// `torch`: the one entry of the engine. Default export is the namespace, as `import torch, { nn, type Tensor } from 'torch'`.
// Not for: operators (ops/), layers (nn/), optimizers (optim/), random streams (random/); this file only gathers them.
//
// For code inside the engine (nn, optim):
//  · take { torch, functional } of core.ts and { Tensor } of tensor.ts; use methods (`x.add(y)`), and
//    in-place ones inside no_grad (`no_grad(() => p.add_(g, { alpha: -lr }))`).
//  · a fused operator is one entry: operator('name(Tensor input, …) -> Tensor', { doc, forward, gradients }) in ops/,
//    see operator.ts; its kernel is a function in device/cpu/, named in the table of device/cpu/cpu.ts.
//  · reading values: valuesOf(t) (row-major numbers); making tensors: fromValues(values, shape, dtype), empty(shape, dtype).
import * as amp from './amp/index.ts';
import * as modes from './amp/autocast.ts';
import { autograd, functional, linalg, special, torch as core } from './core.ts';
import * as cuda from './cuda.ts';
import * as distributed from './distributed/index.ts';
import * as jit from './jit/index.ts';
import * as multiprocessing from './multiprocessing.ts';
import * as nn from './nn/index.ts';
import * as optim from './optim/index.ts';
import * as profiler from './profiler/index.ts';
import { quantized as quantizedBackend } from './quantization/backend.ts';
import * as quantization from './quantization/index.ts';
import * as random from './random/index.ts';
import { load, save } from './serialization/index.ts';
import * as safetensors from './serialization/safetensors.ts';
import * as utils from './utils.ts';
import * as vision from './vision/index.ts';
import '#engine/device/host.ts';

export {
  enable_grad,
  inference_mode,
  is_grad_enabled,
  is_inference_mode_enabled,
  type Mode,
  no_grad,
  set_grad_enabled,
} from './autograd/modes.ts';
export type { FunctionCtx } from './autograd/function.ts';
export { IndexError, NotImplementedError, RuntimeError, ValueError } from './device/device.ts';
export { DType, DType as dtype } from './dtype.ts';
export { Module } from './nn/module.ts';
export { Parameter } from './nn/parameter.ts';
export { Optimizer } from './optim/optimizer.ts';
export { Generator } from './random/index.ts';
export { Tensor } from './tensor.ts';
export {
  amp,
  autograd,
  cuda,
  distributed,
  functional,
  jit,
  linalg,
  multiprocessing,
  nn,
  optim,
  safetensors,
  special,
  utils,
};

const { Generator, manual_seed, seed, initial_seed, get_rng_state, set_rng_state, default_generator, fork_rng } =
  random;

const torch = Object.assign(core, {
  save,
  load,
  amp,
  cuda,
  autocast: modes.autocast,
  is_autocast_enabled: modes.is_autocast_enabled,
  is_autocast_cpu_enabled: modes.is_autocast_cpu_enabled,
  is_autocast_cache_enabled: modes.is_autocast_cache_enabled,
  get_autocast_dtype: modes.get_autocast_dtype,
  get_autocast_gpu_dtype: modes.get_autocast_gpu_dtype,
  get_autocast_cpu_dtype: modes.get_autocast_cpu_dtype,
  clear_autocast_cache: modes.clear_autocast_cache,
  safetensors,
  nn,
  optim,
  profiler,
  ao: { quantization, nn: { quantized: nn.quantized, intrinsic: nn.intrinsic, qat: nn.qat } },
  backends: { quantized: quantizedBackend },
  quantization,
  distributed,
  jit,
  multiprocessing,
  utils,
  vision,
  Generator,
  manual_seed,
  seed,
  initial_seed,
  get_rng_state,
  set_rng_state,
  default_generator,
  random: { manual_seed, seed, initial_seed, get_rng_state, set_rng_state, fork_rng },
});
export default torch;
