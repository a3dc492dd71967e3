// Written by build-types.ts. Do not edit.
declare module 'torch' {
import * as amp from 'torch/amp';
import * as modes from 'torch/amp/autocast';
import { autograd, functional, linalg, special } from 'torch/core';
import * as cuda from 'torch/cuda';
import * as distributed from 'torch/distributed';
import * as jit from 'torch/jit';
import * as multiprocessing from 'torch/multiprocessing';
import * as nn from 'torch/nn';
import * as optim from 'torch/optim';
import * as profiler from 'torch/profiler';
import * as quantization from 'torch/quantization';
import * as random from 'torch/random';
import { load, save } from 'torch/serialization';
import * as safetensors from 'torch/serialization/safetensors';
import * as utils from 'torch/utils';
import * as vision from 'torch/vision';

export { enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, type Mode, no_grad, set_grad_enabled, } from 'torch/autograd/modes';
export type { FunctionCtx } from 'torch/autograd/function';
export { IndexError, NotImplementedError, RuntimeError, ValueError } from 'torch/device/device';
export { DType, DType as dtype } from 'torch/dtype';
export { Module } from 'torch/nn/module';
export { Parameter } from 'torch/nn/parameter';
export { Optimizer } from 'torch/optim/optimizer';
export { Generator } from 'torch/random';
export { Tensor } from 'torch/tensor';
export { amp, autograd, cuda, distributed, functional, jit, linalg, multiprocessing, nn, optim, safetensors, special, utils, };
const torch: {
    quint8: import('torch/dtype').DType<"quint8">;
    qint8: import('torch/dtype').DType<"qint8">;
    qint32: import('torch/dtype').DType<"qint32">;
    float32: import('torch/dtype').DType<"float32">;
    float64: import('torch/dtype').DType<"float64">;
    float16: import('torch/dtype').DType<"float16">;
    bfloat16: import('torch/dtype').DType<"bfloat16">;
    int64: import('torch/dtype').DType<"int64">;
    int32: import('torch/dtype').DType<"int32">;
    int16: import('torch/dtype').DType<"int16">;
    int8: import('torch/dtype').DType<"int8">;
    uint8: import('torch/dtype').DType<"uint8">;
    bool: import('torch/dtype').DType<"bool">;
    float: import('torch/dtype').DType<"float32">;
    double: import('torch/dtype').DType<"float64">;
    half: import('torch/dtype').DType<"float16">;
    long: import('torch/dtype').DType<"int64">;
    int: import('torch/dtype').DType<"int32">;
    short: import('torch/dtype').DType<"int16">;
    per_tensor_affine: import('torch/quantization/qscheme').QScheme;
    per_tensor_symmetric: import('torch/quantization/qscheme').QScheme;
    per_channel_affine: import('torch/quantization/qscheme').QScheme;
    per_channel_symmetric: import('torch/quantization/qscheme').QScheme;
    per_channel_affine_float_qparams: import('torch/quantization/qscheme').QScheme;
    use_deterministic_algorithms(mode: boolean): void;
    are_deterministic_algorithms_enabled: () => boolean;
    set_num_threads(count: number): void;
    get_num_threads: () => number;
    set_float32_matmul_precision(wanted: 'highest' | 'high' | 'medium'): void;
    get_float32_matmul_precision: () => string;
    set_default_tensor_type(type: string | import('torch/dtype').DType): void;
    no_grad: typeof import('torch').no_grad;
    enable_grad: typeof import('torch').enable_grad;
    set_grad_enabled: typeof import('torch').set_grad_enabled;
    inference_mode: typeof import('torch').inference_mode;
    is_grad_enabled: typeof import('torch').is_grad_enabled;
    is_inference_mode_enabled: typeof import('torch').is_inference_mode_enabled;
    qscheme: typeof import('torch/quantization/qscheme').QScheme;
    is_anomaly_enabled: typeof import('torch/autograd/anomaly').is_anomaly_enabled;
    is_anomaly_check_nan_enabled: typeof import('torch/autograd/anomaly').is_anomaly_check_nan_enabled;
    Tensor: typeof import('torch/tensor').Tensor;
    dtype: typeof import('torch/dtype').DType;
    autograd: {
        no_grad: typeof import('torch').no_grad;
        enable_grad: typeof import('torch').enable_grad;
        set_grad_enabled: typeof import('torch').set_grad_enabled;
        inference_mode: typeof import('torch').inference_mode;
        is_grad_enabled: typeof import('torch').is_grad_enabled;
        is_inference_mode_enabled: typeof import('torch').is_inference_mode_enabled;
        backward: typeof import('torch/autograd/backward').backward;
        grad: typeof import('torch/autograd/backward').grad;
        gradcheck: typeof import('torch/gradcheck').gradcheck;
        gradgradcheck: typeof import('torch/gradcheck').gradgradcheck;
        set_detect_anomaly: typeof import('torch/autograd/anomaly').set_detect_anomaly;
        detect_anomaly: typeof import('torch/autograd/anomaly').detect_anomaly;
        Function: typeof import('torch/autograd/function').CustomFunction;
        Variable: {
            (data: import('torch/tensor').Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): import('torch/tensor').Tensor;
            new (data: import('torch/tensor').Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): import('torch/tensor').Tensor;
        };
        FunctionCtx: typeof import('torch').FunctionCtx;
        function: {
            Function: typeof import('torch/autograd/function').CustomFunction;
            FunctionCtx: typeof import('torch').FunctionCtx;
            once_differentiable: typeof import('torch/autograd/function').once_differentiable;
        };
        functional: typeof import('torch/autograd/functional');
        graph: typeof import('torch/autograd/graph');
    };
    linalg: import('torch/operators.generated').LinalgFunctions;
    special: import('torch/operators.generated').SpecialFunctions;
    inf: number;
    nan: number;
    pi: number;
    e: number;
    strided: string;
    contiguous_format: string;
    channels_last: string;
    preserve_format: string;
    get_default_dtype: typeof import('torch/dtype').get_default_dtype;
    set_default_dtype: typeof import('torch/dtype').set_default_dtype;
    get_default_device: typeof import('torch/tensor').get_default_device;
    set_default_device: typeof import('torch/tensor').set_default_device;
    promote_types: typeof import('torch/dtype').promoteTypes;
    result_type: (a: import('torch/tensor').Tensor | number, b: import('torch/tensor').Tensor | number) => import('torch/dtype').DType;
    broadcast_shapes: (...shapes: (readonly number[])[]) => readonly number[];
    can_cast: typeof import('torch/dtype').canCast;
    finfo: typeof import('torch/info').finfo;
    iinfo: typeof import('torch/info').iinfo;
    testing: typeof import('torch/testing');
    device: (name: string) => string;
    set_printoptions: typeof import('torch/print').set_printoptions;
} & import('torch/operators.generated').TorchFunctions & {
    save: typeof save;
    load: typeof load;
    amp: typeof amp;
    cuda: typeof cuda;
    autocast: typeof amp.autocast;
    is_autocast_enabled: typeof modes.is_autocast_enabled;
    is_autocast_cpu_enabled: typeof modes.is_autocast_cpu_enabled;
    is_autocast_cache_enabled: typeof modes.is_autocast_cache_enabled;
    get_autocast_dtype: typeof modes.get_autocast_dtype;
    get_autocast_gpu_dtype: typeof modes.get_autocast_gpu_dtype;
    get_autocast_cpu_dtype: typeof modes.get_autocast_cpu_dtype;
    clear_autocast_cache: typeof modes.clear_autocast_cache;
    safetensors: typeof safetensors;
    nn: typeof nn;
    optim: typeof optim;
    profiler: typeof profiler;
    ao: {
        quantization: typeof quantization;
        nn: {
            quantized: {
                Linear: typeof import('torch/quantization/modules/linear').Linear;
                Conv1d: typeof import('torch/quantization/modules/conv').Conv1d;
                Conv2d: typeof import('torch/quantization/modules/conv').Conv2d;
                ReLU6: typeof import('torch/quantization/modules/basic').ReLU6;
                Dropout: typeof import('torch/quantization/modules/basic').Dropout;
                Quantize: typeof import('torch/quantization/modules/basic').Quantize;
                DeQuantize: typeof import('torch/quantization/modules/basic').DeQuantize;
                FloatFunctional: typeof import('torch/quantization/modules/functional').FloatFunctional;
                QFunctional: typeof import('torch/quantization/modules/functional').QFunctional;
                dynamic: typeof import('torch/quantization/modules/dynamic');
            };
            intrinsic: {
                _FusedModule: typeof import('torch/quantization/modules/intrinsic')._FusedModule;
                ConvReLU1d: typeof import('torch/quantization/modules/intrinsic').ConvReLU1d;
                ConvReLU2d: typeof import('torch/quantization/modules/intrinsic').ConvReLU2d;
                ConvReLU3d: typeof import('torch/quantization/modules/intrinsic').ConvReLU3d;
                LinearReLU: typeof import('torch/quantization/modules/intrinsic').LinearReLU;
                ConvBn1d: typeof import('torch/quantization/modules/intrinsic').ConvBn1d;
                ConvBn2d: typeof import('torch/quantization/modules/intrinsic').ConvBn2d;
                ConvBn3d: typeof import('torch/quantization/modules/intrinsic').ConvBn3d;
                ConvBnReLU1d: typeof import('torch/quantization/modules/intrinsic').ConvBnReLU1d;
                ConvBnReLU2d: typeof import('torch/quantization/modules/intrinsic').ConvBnReLU2d;
                ConvBnReLU3d: typeof import('torch/quantization/modules/intrinsic').ConvBnReLU3d;
                BNReLU2d: typeof import('torch/quantization/modules/intrinsic').BNReLU2d;
                BNReLU3d: typeof import('torch/quantization/modules/intrinsic').BNReLU3d;
                LinearBn1d: typeof import('torch/quantization/modules/intrinsic').LinearBn1d;
                isFused: (m: nn.Module) => boolean;
                quantized: {
                    ConvReLU1d: typeof import('torch/quantization/modules/conv').ConvReLU1d;
                    ConvReLU2d: typeof import('torch/quantization/modules/conv').ConvReLU2d;
                    LinearReLU: typeof import('torch/quantization/modules/linear').LinearReLU;
                };
                qat: {
                    ConvBn1d: typeof import('torch/quantization/modules/qat').ConvBn1d;
                    ConvBnReLU1d: typeof import('torch/quantization/modules/qat').ConvBnReLU1d;
                    ConvBn2d: typeof import('torch/quantization/modules/qat').ConvBn2d;
                    ConvBnReLU2d: typeof import('torch/quantization/modules/qat').ConvBnReLU2d;
                    ConvReLU2d: typeof import('torch/quantization/modules/qat').ConvReLU2d;
                    LinearReLU: typeof import('torch/quantization/modules/qat').LinearReLU;
                    update_bn_stats: typeof import('torch/quantization/modules/qat').update_bn_stats;
                    freeze_bn_stats: typeof import('torch/quantization/modules/qat').freeze_bn_stats;
                };
            };
            qat: {
                Linear: typeof import('torch/quantization/modules/qat').Linear;
                Conv2d: typeof import('torch/quantization/modules/qat').Conv2d;
            };
        };
    };
    backends: {
        quantized: {
            engine: string;
            readonly supported_engines: readonly string[];
        };
    };
    quantization: typeof quantization;
    distributed: typeof distributed;
    jit: typeof jit;
    multiprocessing: typeof multiprocessing;
    utils: typeof utils;
    vision: typeof vision;
    Generator: typeof random.Generator;
    manual_seed: typeof random.manual_seed;
    seed: typeof random.seed;
    initial_seed: typeof random.initial_seed;
    get_rng_state: typeof random.get_rng_state;
    set_rng_state: typeof random.set_rng_state;
    default_generator: random.Generator;
    random: {
        manual_seed: typeof random.manual_seed;
        seed: typeof random.seed;
        initial_seed: typeof random.initial_seed;
        get_rng_state: typeof random.get_rng_state;
        set_rng_state: typeof random.set_rng_state;
        fork_rng: typeof random.fork_rng;
    };
};
export default torch;
}

declare module 'torch/amp/autocast' {
import { type DType } from 'torch/dtype';
import { type Mode } from 'torch/autograd/modes';
export type DeviceType = 'cpu' | 'cuda';
export interface AutocastOptions {
    /** bfloat16 on the CPU, float16 on a GPU if not said. */
    dtype?: DType | null;
    /** false switches autocast off inside another. Default: true. */
    enabled?: boolean;
    /** Keeps casts of parameters until the outermost autocast ends. Default: true. */
    cache_enabled?: boolean | null;
}
/**
 * Runs each operator in the dtype PyTorch chooses for it: products and convolutions in a lower one, what would lose too much in
 * float32. `torch.autocast('cpu', { dtype: torch.bfloat16 }, () => …)`, or `using _ = torch.autocast(…)`, or as a decorator.
 */
export function autocast(device_type: string, options?: AutocastOptions): Mode;
export function autocast<R>(device_type: string, options: AutocastOptions, body: () => R): R;
export function autocast<R>(device_type: string, body: () => R): R;
export const clear_autocast_cache: () => void;
export const is_autocast_enabled: (device_type?: DeviceType) => boolean;
export const is_autocast_cpu_enabled: () => boolean;
export const get_autocast_dtype: (device_type: DeviceType) => DType;
export const get_autocast_gpu_dtype: () => DType;
export const get_autocast_cpu_dtype: () => DType;
export const is_autocast_cache_enabled: () => boolean;
}

declare module 'torch/amp/grad-scaler' {
import { type Tensor } from 'torch/tensor';
export interface GradScalerOptions {
    /** Default: 65536. */
    init_scale?: number;
    /** What the scale is multiplied by after `growth_interval` steps without infinities. Default: 2. */
    growth_factor?: number;
    /** What it is multiplied by after a step that was skipped. Default: 0.5. */
    backoff_factor?: number;
    /** Default: 2000. */
    growth_interval?: number;
    /** false makes everything a pass-through. Default: true. */
    enabled?: boolean;
}
export interface GradScalerState {
    scale: number;
    growth_factor: number;
    backoff_factor: number;
    growth_interval: number;
    _growth_tracker: number;
}
interface Scalable {
    readonly param_groups: readonly {
        readonly params: readonly Tensor[];
    }[];
    step(): unknown;
}
/**
 * Keeps small gradients from vanishing in float16: `scaler.scale(loss).backward(); scaler.step(optimizer); scaler.update()`. The loss
 * is multiplied by a scale, the gradients are divided by it before the step, and a step whose gradients are not all finite is skipped.
 */
export class GradScaler {
    #private;
    constructor(device?: string | GradScalerOptions, options?: GradScalerOptions);
    /** A tensor times the scale, or every tensor of a list. */
    scale<T extends Tensor | readonly Tensor[]>(outputs: T): T;
    /** Divides the gradients of an optimizer's parameters by the scale, in place: before they are clipped, say. */
    unscale_(optimizer: Scalable): void;
    /** `optimizer.step()`, unless a gradient is infinite or NaN; unscales first if that was not done. */
    step(optimizer: Scalable, ...rest: readonly unknown[]): unknown;
    /** Ends the iteration: a skipped step lowers the scale, `growth_interval` good ones in a row raise it. */
    update(new_scale?: number | Tensor | null): void;
    /** 1 when disabled. */
    get_scale(): number;
    get_growth_factor(): number;
    set_growth_factor(new_factor: number): void;
    get_backoff_factor(): number;
    set_backoff_factor(new_factor: number): void;
    get_growth_interval(): number;
    set_growth_interval(new_interval: number): void;
    is_enabled(): boolean;
    /** Empty when disabled. */
    state_dict(): GradScalerState | Record<string, never>;
    load_state_dict(state_dict: Partial<GradScalerState>): void;
}
export {};
}

declare module 'torch/amp' {
export { autocast } from 'torch/amp/autocast';
export { GradScaler, type GradScalerOptions, type GradScalerState } from 'torch/amp/grad-scaler';
}

declare module 'torch/autograd/anomaly' {
import { type Mode } from 'torch/autograd/modes';
export const is_anomaly_enabled: () => boolean;
export const is_anomaly_check_nan_enabled: () => boolean;
type Checking = boolean | {
    readonly check_nan?: boolean;
};
/** Switches anomaly mode at once; the result restores what was when disposed. */
export function set_detect_anomaly(on: boolean, check_nan?: Checking): Mode;
/** Anomaly mode for a function, or for the rest of the block after `using _ = torch.autograd.detect_anomaly()`. */
export function detect_anomaly(check_nan?: Checking): Mode;
export function detect_anomaly<R>(body: () => R): R;
export function detect_anomaly<R>(check_nan: Checking, body: () => R): R;
/** Remembers where the operation of a node was called. */
export function rememberCall(node: object): void;
/** What an error in a node's backward says besides: where forward was. */
export function forwardCallOf(node: object, name: string): string;
export {};
}

declare module 'torch/autograd/backward' {
import { Tensor } from 'torch/tensor';
export interface BackwardOptions {
    readonly retain_graph?: boolean | null;
    readonly create_graph?: boolean;
    readonly inputs?: Tensor | readonly Tensor[] | null;
}
/** Hooks on tensors run on the complete gradient, before it goes on. */
export function hookTensor(t: Tensor): void;
export const listOf: <T>(x: T | readonly T[] | null | undefined) => readonly T[];
/** `torch.autograd.backward`: adds the gradients of the leaves into their `.grad`. */
export function backward(tensors: Tensor | readonly Tensor[], gradients?: Tensor | readonly (Tensor | null)[] | null, options?: BackwardOptions): void;
export interface GradOptions {
    readonly grad_outputs?: Tensor | readonly (Tensor | null)[] | null;
    readonly retain_graph?: boolean | null;
    readonly create_graph?: boolean;
    readonly allow_unused?: boolean | null;
    readonly materialize_grads?: boolean;
    /** Only false: there is no vmap here. */
    readonly is_grads_batched?: boolean;
}
/** One gradient an input; a single input gives a list of one. */
export type GradsOf<I> = I extends readonly Tensor[] ? {
    -readonly [K in keyof I]: Tensor;
} : [Tensor];
/** `torch.autograd.grad`: the gradients of outputs with respect to inputs, without touching any `.grad`. */
export function grad<const I extends Tensor | readonly Tensor[]>(outputs: Tensor | readonly Tensor[], inputs: I, grad_outputs?: Tensor | readonly (Tensor | null)[] | null | GradOptions, more?: GradOptions): GradsOf<I>;
}

declare module 'torch/autograd/function' {
import { Tensor } from 'torch/tensor';
/** What `forward` leaves for `backward`: the `ctx` of both. Other values may be kept as attributes, `ctx.eps = 1e-5`. */
export class FunctionCtx {
    #private;
    /** For each argument of forward whether its gradient is wanted. */
    readonly needs_input_grad: readonly boolean[];
    [attribute: string]: any;
    /** Keeps tensors (or null) for `backward`, once; changes of them in place are found then. */
    save_for_backward(...tensors: (Tensor | null)[]): void;
    /** Tensors kept by `save_for_backward`. Throws once the graph is freed, and where one was changed in place since. */
    get saved_tensors(): Tensor[];
    /** Names the arguments that forward changed in place; forward must return them. */
    mark_dirty(...tensors: Tensor[]): void;
    /** Names results that have no gradient. */
    mark_non_differentiable(...tensors: Tensor[]): void;
    /** Whether a gradient that nothing asked for comes to backward as zeros (the default) or as null. */
    set_materialize_grads(value: boolean): void;
}
type Static = (...args: never[]) => unknown;
/** What apply takes: forward's arguments, but ctx. */
type ArgumentsOf<F> = F extends (ctx: FunctionCtx, ...args: infer A) => unknown ? A : F extends (...args: infer A) => unknown ? A : never;
type ResultOf<F> = F extends (...args: never[]) => infer R ? R : never;
/**
 * Subclass it with static methods `forward(ctx, …arguments)`, which computes without being recorded, and `backward(ctx, …grads)`,
 * which is given a gradient for each result and returns one for each argument (null for what is no tensor). Run it with
 * `.apply(…arguments)`. As in PyTorch 2, `forward` may do without `ctx` where `setup_context(ctx, arguments, results)` is defined.
 */
export class CustomFunction {
    static forward(..._args: never[]): unknown;
    static setup_context(..._args: never[]): void;
    static backward(..._args: never[]): unknown;
    /** Runs forward on the arguments and records backward. It may be handed on: `gradcheck(Square.apply, [x])`. */
    static apply<F extends Static>(this: {
        forward: F;
    }, ...args: ArgumentsOf<F>): ResultOf<F>;
}
/**
 * For a `backward` whose own operations need no gradient: it runs without being recorded, and differentiating its results
 * throws. As a decorator (`@once_differentiable static backward…`) or a function.
 */
export function once_differentiable<A extends unknown[], R>(backward: (ctx: FunctionCtx, ...grads: A) => R, _context?: {
    readonly kind: string;
}): (ctx: FunctionCtx, ...grads: A) => R;
export {};
}

declare module 'torch/autograd/functional' {
import { Tensor } from 'torch/tensor';
export interface FunctionalOptions {
    /** Record the results, so that they can be differentiated. */
    readonly create_graph?: boolean;
    /** Throw where a result does not depend on an input, instead of giving zeros. */
    readonly strict?: boolean;
    /** Accepted; the rows are computed one after another either way. */
    readonly vectorize?: boolean;
    readonly strategy?: 'reverse-mode' | 'forward-mode';
    readonly outer_jacobian_strategy?: 'reverse-mode' | 'forward-mode';
}
/** A tensor where one was given, a list where a list was. */
type Same<I> = I extends readonly Tensor[] ? Tensor[] : Tensor;
type Inputs = Tensor | readonly Tensor[];
type Of<I, O> = (...inputs: I extends readonly Tensor[] ? {
    -readonly [K in keyof I]: Tensor;
} : [Tensor]) => O;
/** Both kinds of list around the rows: [output][input], each level left out where a single tensor was. */
export type Jacobian<I, O> = O extends readonly Tensor[] ? Same<I>[] : Same<I>;
/** The Jacobian of `func` at `inputs`, of shape [...output, ...input]; a list of lists, outputs first, where there are several. */
export function jacobian<const I extends Inputs, O extends Inputs>(func: Of<I, O>, inputs: I, { create_graph, strict }?: FunctionalOptions): Jacobian<I, O>;
/** The Hessian of a scalar function: of shape [...input, ...input], a list of lists where there are several inputs. */
export function hessian<const I extends Inputs>(func: Of<I, Tensor>, inputs: I, options?: FunctionalOptions): I extends readonly Tensor[] ? Tensor[][] : Tensor;
/** [func(inputs), vᵀ · J]: the gradient with v, shaped as the outputs; v may be left out where the output is one number. */
export function vjp<const I extends Inputs, O extends Inputs>(func: Of<I, O>, inputs: I, v?: Inputs | null, { create_graph, strict }?: FunctionalOptions): [O, Same<I>];
/** [func(inputs), J · v]: the directional derivative along v, shaped as the inputs. Computed by differentiating vᵀJ once more. */
export function jvp<const I extends Inputs, O extends Inputs>(func: Of<I, O>, inputs: I, v?: Inputs | null, { create_graph, strict }?: FunctionalOptions): [O, O];
/** [func(inputs), vᵀ · H] for a scalar function; v is shaped as the inputs. */
export function vhp<const I extends Inputs>(func: Of<I, Tensor>, inputs: I, v?: Inputs | null, { create_graph, strict }?: FunctionalOptions): [Tensor, Same<I>];
/** [func(inputs), H · v] for a scalar function; v is shaped as the inputs. Hessians are symmetric: as vhp. */
export function hvp<const I extends Inputs>(func: Of<I, Tensor>, inputs: I, v?: Inputs | null, options?: FunctionalOptions): [Tensor, Same<I>];
export {};
}

declare module 'torch/autograd/graph' {
import type { Tensor } from 'torch/tensor';
import { type Mode } from 'torch/autograd/modes';
import { Node } from 'torch/autograd/node';
/**
 * Packs what is saved for backward with `pack`, unpacks it with `unpack` when backward needs it: while the body runs, or in
 * the rest of the block after `using _ = saved_tensors_hooks(pack, unpack)`. The innermost pair counts.
 */
export function saved_tensors_hooks<P>(pack: (t: Tensor) => P, unpack: (packed: P) => Tensor): Mode;
export function saved_tensors_hooks<P, R>(pack: (t: Tensor) => P, unpack: (packed: P) => Tensor, body: () => R): R;
/** Keeps what is saved for backward on the CPU, and brings it back to its device when backward needs it. */
export function save_on_cpu(pin_memory?: boolean | {
    readonly pin_memory?: boolean;
}): Mode;
export function save_on_cpu<R>(body: () => R): R;
/** Refuses saved-tensor hooks with this message: while the body runs, or until disposed. */
export function disable_saved_tensors_hooks(message: string): Mode;
export function disable_saved_tensors_hooks<R>(message: string, body: () => R): R;
export { Node };
}

declare module 'torch/autograd/modes' {
export const is_grad_enabled: () => boolean;
export const is_inference_mode_enabled: () => boolean;
type Method = (...args: never[]) => unknown;
/** What a TypeScript decorator is told of what it decorates. */
export interface Decorated {
    readonly kind: string;
    readonly name?: string | symbol;
}
/**
 * Ends with the block that declared it: `using _ = torch.no_grad();`. Called with a function it ends at once and gives that
 * function in the mode, as Python's decorator: `@torch.no_grad()` above a method, or `torch.no_grad()(f)`.
 */
export interface Mode extends Disposable {
    <F extends Method>(method: F, context?: Decorated): F;
}
/** Runs the function, or the rest of the block after `using _ = torch.no_grad()`, without recording for backward. */
export function no_grad(): Mode;
export function no_grad<R>(body: () => R): R;
export function no_grad<F extends Method>(method: F, context: Decorated): F;
/** Records for backward again inside `no_grad`. */
export function enable_grad(): Mode;
export function enable_grad<R>(body: () => R): R;
export function enable_grad<F extends Method>(method: F, context: Decorated): F;
/** Switches recording at once; the result restores it when disposed. */
export function set_grad_enabled(on: boolean): Mode;
export function set_grad_enabled<R>(on: boolean, body: () => R): R;
/**
 * As no_grad, for code that will never need gradients of its results: tensors made in it have no version counter, and outside
 * they may neither change in place nor be saved for backward. `inference_mode(false)` leaves the mode for a while.
 */
export function inference_mode(mode?: boolean): Mode;
export function inference_mode<R>(body: () => R): R;
export function inference_mode<R>(mode: boolean, body: () => R): R;
export function inference_mode<F extends Method>(method: F, context: Decorated): F;
export {};
}

declare module 'torch/autograd/node' {
import type { DType } from 'torch/dtype';
import { RuntimeError } from 'torch/device/device';
import { Tensor } from 'torch/tensor';
/** Where a gradient goes on: a node and which of its forward results the gradient belongs to. */
export type Edge = readonly [node: Node, output: number];
export type Gradients = (Tensor | null)[];
export type NodeHook = (inputs: Gradients, outputs: Gradients) => Gradients | void;
export const nodesMade: () => number;
/** One recorded operation, as PyTorch's `grad_fn`. */
export abstract class Node {
    #private;
    /** One per differentiable input; null where no gradient is wanted. */
    readonly edges: (Edge | null)[];
    /** Later operations run first in backward. */
    readonly sequence: number;
    /** Shape and dtype of each forward result: what its gradient must have. */
    readonly outputs: {
        shape: readonly number[];
        dtype: DType;
    }[];
    hooks: Set<NodeHook> | null;
    pre_hooks: Set<(grads: Gradients) => Gradients | void> | null;
    constructor(name: string, edges: (Edge | null)[]);
    abstract apply(grads: Gradients): Gradients;
    /** Drops what was saved for backward. */
    release(): void;
    name(): string;
    /** Whatever a user wants to keep with the node. */
    get metadata(): Record<string, unknown>;
    get next_functions(): [Node | null, number][];
    register_hook(hook: NodeHook): {
        remove(): void;
    };
    register_prehook(hook: (grads: Gradients) => Gradients | void): {
        remove(): void;
    };
    toString(): string;
}
/** The end of the way: adds what arrives to a leaf's `.grad`. */
export class AccumulateGrad extends Node {
    readonly variable: Tensor;
    readonly sequence: number;
    constructor(variable: Tensor);
    apply(): Gradients;
}
/** Where the gradient of this tensor goes; null when it needs none. */
export function edgeOf(t: Tensor): Edge | null;
/** Makes `t` the node's next result. */
export function setHistory(t: Tensor, node: Node): void;
/** A tensor kept for backward, with the version it had. */
export class SavedTensor {
    #private;
    constructor(tensor: Tensor, producer?: Node | null);
    get(user: string): Tensor;
    release(): void;
}
export interface SavedTensorHooks {
    pack(t: Tensor): unknown;
    unpack(packed: unknown): Tensor;
}
export const savedTensorHooks: SavedTensorHooks[] & {
    refusal?: string | undefined;
};
export const freed: () => RuntimeError;
}

declare module 'torch/autograd/variable' {
import { Tensor } from 'torch/tensor';
export interface VariableOptions {
    requires_grad?: boolean;
    volatile?: boolean;
}
/**
 * As it is today: `Variable(t, requires_grad)` gives a tensor on the same memory, and every tensor is an instance of it. Works with
 * and without `new`. `volatile`, which switched recording off, is an error that says what to use instead.
 */
export const Variable: {
    new (data: Tensor, requires_grad?: boolean | VariableOptions): Tensor;
    (data: Tensor, requires_grad?: boolean | VariableOptions): Tensor;
};
}

declare module 'torch/checkpoint' {
import { Module } from 'torch/nn/module';
import { Sequential } from 'torch/nn/layers/containers';
import { Tensor } from 'torch/tensor';
export interface CheckpointOptions {
    /**
     * true (the default): backward runs the part inside a backward of its own, so at least one input must require a gradient.
     * false: what is saved for backward is replaced by a note to recompute it; any input will do.
     */
    use_reentrant?: boolean;
    /** Draws the same random numbers again: dropout masks are those of the first run. Default: true. */
    preserve_rng_state?: boolean;
}
type Run = (...args: never[]) => unknown;
/**
 * `checkpoint(fn, ...inputs)`: the result of `fn(...inputs)`, without what its operations save for backward: that is computed
 * again when backward needs it. A trailing `{ use_reentrant, preserve_rng_state }` is for checkpoint, everything else for `fn`.
 */
export function checkpoint(fn: Run | Module, ...args: unknown[]): unknown;
/** A Sequential (or a list of modules) in `segments` parts, all but the last of which are checkpointed. */
export function checkpoint_sequential(functions: Sequential | readonly (Module | Run)[], segments: number, input: Tensor, options?: CheckpointOptions): Tensor;
export {};
}

declare module 'torch/core' {
import * as anomaly from 'torch/autograd/anomaly';
import * as backwardModule from 'torch/autograd/backward';
import { enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, no_grad, set_grad_enabled } from 'torch/autograd/modes';
import * as autogradFunctional from 'torch/autograd/functional';
import { CustomFunction, FunctionCtx, once_differentiable } from 'torch/autograd/function';
import * as graph from 'torch/autograd/graph';
import { canCast, DType, get_default_dtype, promoteTypes, set_default_dtype } from 'torch/dtype';
import { gradcheck, gradgradcheck } from 'torch/gradcheck';
import { finfo, iinfo } from 'torch/info';
import type { FunctionalFunctions, LinalgFunctions, SpecialFunctions, TorchFunctions } from 'torch/operators.generated';

import { set_printoptions } from 'torch/print';

import { QScheme } from 'torch/quantization/qscheme';
import { get_default_device, set_default_device, Tensor } from 'torch/tensor';
import * as testing from 'torch/testing';
/** `torch.nn.functional`: operators on tensors without state of their own. */
export const functional: FunctionalFunctions;
/** `torch.linalg` */
export const linalg: LinalgFunctions;
/** `torch.special` */
export const special: SpecialFunctions;
/** `torch.autograd` */
export const autograd: {
    no_grad: typeof no_grad;
    enable_grad: typeof enable_grad;
    set_grad_enabled: typeof set_grad_enabled;
    inference_mode: typeof inference_mode;
    is_grad_enabled: typeof is_grad_enabled;
    is_inference_mode_enabled: typeof is_inference_mode_enabled;
    backward: typeof backwardModule.backward;
    grad: typeof backwardModule.grad;
    gradcheck: typeof gradcheck;
    gradgradcheck: typeof gradgradcheck;
    set_detect_anomaly: typeof anomaly.set_detect_anomaly;
    detect_anomaly: typeof anomaly.detect_anomaly;
    Function: typeof CustomFunction;
    Variable: {
        (data: Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): Tensor;
        new (data: Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): Tensor;
    };
    FunctionCtx: typeof FunctionCtx;
    function: {
        Function: typeof CustomFunction;
        FunctionCtx: typeof FunctionCtx;
        once_differentiable: typeof once_differentiable;
    };
    functional: typeof autogradFunctional;
    graph: typeof graph;
};
/** `torch.device('cpu')`: devices are their names; throws for one that is not there. */
const deviceCalled: (name: string) => string;
const members: {
    quint8: DType<"quint8">;
    qint8: DType<"qint8">;
    qint32: DType<"qint32">;
    float32: DType<"float32">;
    float64: DType<"float64">;
    float16: DType<"float16">;
    bfloat16: DType<"bfloat16">;
    int64: DType<"int64">;
    int32: DType<"int32">;
    int16: DType<"int16">;
    int8: DType<"int8">;
    uint8: DType<"uint8">;
    bool: DType<"bool">;
    float: DType<"float32">;
    double: DType<"float64">;
    half: DType<"float16">;
    long: DType<"int64">;
    int: DType<"int32">;
    short: DType<"int16">;
    per_tensor_affine: QScheme;
    per_tensor_symmetric: QScheme;
    per_channel_affine: QScheme;
    per_channel_symmetric: QScheme;
    per_channel_affine_float_qparams: QScheme;
    use_deterministic_algorithms(mode: boolean): void;
    are_deterministic_algorithms_enabled: () => boolean;
    set_num_threads(count: number): void;
    get_num_threads: () => number;
    set_float32_matmul_precision(wanted: 'highest' | 'high' | 'medium'): void;
    get_float32_matmul_precision: () => string;
    set_default_tensor_type(type: string | DType): void;
    no_grad: typeof no_grad;
    enable_grad: typeof enable_grad;
    set_grad_enabled: typeof set_grad_enabled;
    inference_mode: typeof inference_mode;
    is_grad_enabled: typeof is_grad_enabled;
    is_inference_mode_enabled: typeof is_inference_mode_enabled;
    qscheme: typeof QScheme;
    is_anomaly_enabled: typeof anomaly.is_anomaly_enabled;
    is_anomaly_check_nan_enabled: typeof anomaly.is_anomaly_check_nan_enabled;
    Tensor: typeof Tensor;
    dtype: typeof DType;
    autograd: {
        no_grad: typeof no_grad;
        enable_grad: typeof enable_grad;
        set_grad_enabled: typeof set_grad_enabled;
        inference_mode: typeof inference_mode;
        is_grad_enabled: typeof is_grad_enabled;
        is_inference_mode_enabled: typeof is_inference_mode_enabled;
        backward: typeof backwardModule.backward;
        grad: typeof backwardModule.grad;
        gradcheck: typeof gradcheck;
        gradgradcheck: typeof gradgradcheck;
        set_detect_anomaly: typeof anomaly.set_detect_anomaly;
        detect_anomaly: typeof anomaly.detect_anomaly;
        Function: typeof CustomFunction;
        Variable: {
            (data: Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): Tensor;
            new (data: Tensor, requires_grad?: boolean | import('torch/autograd/variable').VariableOptions): Tensor;
        };
        FunctionCtx: typeof FunctionCtx;
        function: {
            Function: typeof CustomFunction;
            FunctionCtx: typeof FunctionCtx;
            once_differentiable: typeof once_differentiable;
        };
        functional: typeof autogradFunctional;
        graph: typeof graph;
    };
    linalg: LinalgFunctions;
    special: SpecialFunctions;
    inf: number;
    nan: number;
    pi: number;
    e: number;
    strided: string;
    contiguous_format: string;
    channels_last: string;
    preserve_format: string;
    get_default_dtype: typeof get_default_dtype;
    set_default_dtype: typeof set_default_dtype;
    get_default_device: typeof get_default_device;
    set_default_device: typeof set_default_device;
    promote_types: typeof promoteTypes;
    result_type: (a: Tensor | number, b: Tensor | number) => DType;
    broadcast_shapes: (...shapes: (readonly number[])[]) => readonly number[];
    can_cast: typeof canCast;
    finfo: typeof finfo;
    iinfo: typeof iinfo;
    testing: typeof testing;
    device: typeof deviceCalled;
    set_printoptions: typeof set_printoptions;
};
/** The namespace without what is layered on top of it. */
export type CoreTorch = typeof members & TorchFunctions;
export const torch: CoreTorch;
export {};
}

declare module 'torch/cuda' {
import { type AutocastOptions } from 'torch/amp/autocast';
import { GradScaler as AnyGradScaler, type GradScalerOptions } from 'torch/amp/grad-scaler';
import type { Mode } from 'torch/autograd/modes';
import { OutOfMemoryError } from 'torch/device/device';
export const is_available: () => boolean;
export const device_count: () => number;
export function current_device(): number;
/** Waits for all that was started; says that there is no GPU where there is none. */
export function synchronize(): void;
export function get_device_name(): string;
/** Bytes of tensors on the GPU: counted as free once collected as garbage, so `empty_cache` may lower it. */
export const memory_allocated: () => number;
export const max_memory_allocated: () => number;
/** With what is kept to be used again. */
export const memory_reserved: () => number;
export const reset_peak_memory_stats: () => void;
/** Gives back memory that no tensor uses. */
export const empty_cache: () => void;
/** Lets tensors take this share of the GPU's memory; more throws OutOfMemoryError. */
export function set_per_process_memory_fraction(fraction: number): void;
/** Seeds nothing of its own: random numbers of every device come from the CPU's stream. */
export const manual_seed: (_seed: number) => void;
export const manual_seed_all: typeof manual_seed;
/** A place in the GPU's work, to measure between two of them. Times are the GPU's own clock where the adapter has one. */
export class Event {
    #private;
    constructor({ enable_timing }?: {
        readonly enable_timing?: boolean;
    });
    /** Marks all that was started before. */
    record(): void;
    /** Waits for what was started before the event was recorded. */
    synchronize(): void;
    /** Milliseconds from this event to a later one, both recorded: waits for them. */
    elapsed_time(end_event: Event): number;
}
export { OutOfMemoryError };
function autocast(options?: AutocastOptions): Mode;
function autocast<R>(options: AutocastOptions, body: () => R): R;
function autocast<R>(body: () => R): R;
/** `torch.amp.GradScaler` for a GPU: off, with a warning, where there is none. */
class GradScaler extends AnyGradScaler {
    constructor(options?: GradScalerOptions);
}
/** `torch.cuda.amp`, the older names of `torch.amp` for a GPU. */
export const amp: {
    autocast: typeof autocast;
    GradScaler: typeof GradScaler;
};
}

declare module 'torch/data/collate' {
import { Tensor } from 'torch/tensor';
/** What stands for a NumPy array. */
export type NumberArray = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | Uint8Array | Uint8ClampedArray | BigInt64Array;
/** What `default_collate` makes of samples of type T. */
export type Collated<T> = T extends Tensor | number | bigint | boolean | NumberArray ? Tensor : T extends string ? string[] : T extends ReadonlyMap<infer K, infer V> ? Map<K, Collated<V>> : T extends readonly unknown[] | object ? {
    -readonly [K in keyof T]: Collated<T[K]>;
} : unknown;
/** What `default_convert` makes of a sample of type T. */
export type Converted<T> = T extends NumberArray ? Tensor : T extends Tensor | number | bigint | boolean | string | null | undefined ? T : T extends ReadonlyMap<infer K, infer V> ? Map<K, Converted<V>> : T extends readonly unknown[] | object ? {
    -readonly [K in keyof T]: Converted<T[K]>;
} : T;
/**
 * One batch of samples: tensors are stacked, whole numbers become an int64 tensor, numbers with a fraction a float64 one,
 * booleans a bool one; strings stay a list; arrays, plain objects and Maps are collated field by field. Typed arrays count as
 * NumPy arrays. Throws a TypeError that names any other class, a RuntimeError when arrays differ in length.
 */
export const default_collate: <T>(batch: readonly T[]) => Collated<T>;
/** Turns typed arrays into tensors, at any depth of arrays, plain objects and Maps, and leaves the rest as it is. */
export const default_convert: <T>(data: T) => Converted<T>;
}

declare module 'torch/data/dataloader' {
import type { Generator } from 'torch/random';
import { type Collated } from 'torch/data/collate';
import { IterableDataset, type MapStyle } from 'torch/data/dataset';
export interface DataLoaderOptions<T, B> {
    /**
     * Samples a batch; null gives samples one by one, as the dataset has them (say so to the compiler:
     * `new DataLoader<Sample, Sample>(…)`). Default: 1.
     */
    batch_size?: number | null;
    /** A new random order each epoch. Default: false. */
    shuffle?: boolean | null;
    /** The order of indices, in place of shuffle. */
    sampler?: Iterable<number> | null;
    /** The indices of each batch, in place of batch_size, shuffle, sampler and drop_last. */
    batch_sampler?: Iterable<readonly number[]> | null;
    /**
     * Workers, each with a random stream and dataset fields of its own, that take turns at the batches. They run in this thread.
     * Default: 0.
     */
    num_workers?: number;
    /** Makes a batch of a list of samples (of one sample where batch_size is null). Default: default_collate. */
    collate_fn?: ((samples: T[]) => B) | ((sample: T) => B) | null;
    /** Accepted: there is no memory here that a device cannot read. */
    pin_memory?: boolean;
    /** Leaves out a last batch that is not full. Default: false. */
    drop_last?: boolean;
    /** Accepted and checked: a worker answers at once. */
    timeout?: number;
    /** Called in each worker with its id, before it reads anything. */
    worker_init_fn?: ((worker_id: number) => void) | null;
    /** Accepted and checked: 'fork', 'spawn' or 'forkserver'. */
    multiprocessing_context?: string | null;
    /** Where the order and the workers' seeds are drawn from. Default: the default generator. */
    generator?: Generator | null;
    /** Batches a worker is told of in advance: how far ahead the sampler is read. Default: 2 where there are workers. */
    prefetch_factor?: number | null;
    /** Keeps workers, and what they changed in their dataset, from one epoch to the next. Default: false. */
    persistent_workers?: boolean;
    pin_memory_device?: string;
}
/**
 * Batches of a dataset: `for (const [x, y] of new DataLoader(dataset, { batch_size: 4, shuffle: true }))`. Each `for … of` is a
 * new epoch. With the same `manual_seed` the order is PyTorch's.
 */
export class DataLoader<T = unknown, B = Collated<T>> implements Iterable<B> {
    #private;
    readonly dataset: MapStyle<T> | IterableDataset<T>;
    readonly batch_size: number | null;
    readonly drop_last: boolean;
    readonly sampler: Iterable<number | null>;
    readonly batch_sampler: Iterable<readonly (number | null)[]> | null;
    readonly persistent_workers: boolean;
    readonly num_workers: number;
    readonly prefetch_factor: number | null;
    readonly pin_memory: boolean;
    readonly pin_memory_device: string;
    readonly timeout: number;
    readonly worker_init_fn: ((worker_id: number) => void) | null;
    readonly multiprocessing_context: string | null;
    readonly generator: Generator | null;
    readonly collate_fn: (samples: never) => unknown;
    constructor(dataset: MapStyle<T> | IterableDataset<T>, batch_size?: number | null | DataLoaderOptions<T, B>, shuffle?: boolean | null | DataLoaderOptions<T, B>, sampler?: Iterable<number> | null | DataLoaderOptions<T, B>, batch_sampler?: Iterable<readonly number[]> | null | DataLoaderOptions<T, B>, num_workers?: number | DataLoaderOptions<T, B>, collate_fn?: ((samples: T[]) => B) | null | DataLoaderOptions<T, B>, pin_memory?: boolean | DataLoaderOptions<T, B>, drop_last?: boolean | DataLoaderOptions<T, B>, timeout?: number | DataLoaderOptions<T, B>, worker_init_fn?: ((worker_id: number) => void) | null | DataLoaderOptions<T, B>, multiprocessing_context?: string | null | DataLoaderOptions<T, B>, generator?: Generator | null | DataLoaderOptions<T, B>);
    /** Starts an epoch. */
    [Symbol.iterator](): IterableIterator<B>;
    /** Batches an epoch has: for a stream, what its `__len__` says, rounded, however many workers read it. */
    get length(): number;
    /** `len(loader)` */
    __len__(): number;
}
}

declare module 'torch/data/dataset' {
import { type Generator } from 'torch/random';
import type { Tensor } from 'torch/tensor';
/** Anything indexed from 0 with a length: a Dataset, or a plain array. */
export interface MapStyle<T> {
    readonly length: number;
    at(index: number): T | undefined;
}
/**
 * A map-style dataset. Write `__getitem__(index)` and `__len__()`, as in PyTorch; read `dataset.at(index)` and
 * `dataset.length`, TypeScript's spelling of `dataset[index]` and `len(dataset)`. `__getitems__(indices)`, where a class has
 * it, fetches a whole batch at once.
 */
export abstract class Dataset<T = unknown> implements MapStyle<T> {
    abstract __getitem__(index: number): T;
    /** Throws a TypeError unless the class says how many samples it has. */
    __len__(): number;
    __getitems__?(indices: readonly number[]): T[];
    at(index: number): T;
    get length(): number;
    /** This dataset followed by another: `dataset + other`. */
    add<U>(other: MapStyle<U>): ConcatDataset<T | U>;
}
/**
 * A dataset that is a stream: write `*__iter__()`, read it with `for … of`. A DataLoader with workers runs `__iter__` once in
 * each of them: look at `get_worker_info()` there to give each its own share.
 */
export abstract class IterableDataset<T = unknown> implements Iterable<T> {
    abstract __iter__(): Iterator<T>;
    /** Throws a TypeError unless the class says how many samples it has. */
    __len__(): number;
    [Symbol.iterator](): Iterator<T>;
    get length(): number;
    /** This stream followed by another: `dataset + other`. */
    add<U>(other: IterableDataset<U>): ChainDataset<T | U>;
}
/** Samples are the slices of several tensors along their first dimension, which must be equally long. */
export class TensorDataset<const T extends readonly Tensor[] = readonly Tensor[]> extends Dataset<{
    -readonly [K in keyof T]: Tensor;
}> {
    readonly tensors: T;
    constructor(...tensors: T);
    __getitem__(index: number): {
        -readonly [K in keyof T]: Tensor;
    };
    __len__(): number;
}
/** Several datasets one after another. */
export class ConcatDataset<T = unknown> extends Dataset<T> {
    readonly datasets: readonly MapStyle<T>[];
    /** How many samples there are up to the end of each dataset. */
    readonly cumulative_sizes: readonly number[];
    constructor(datasets: Iterable<MapStyle<T>>);
    __len__(): number;
    __getitem__(index: number): T;
}
/** Several streams one after another. */
export class ChainDataset<T = unknown> extends IterableDataset<T> {
    #private;
    readonly datasets: Iterable<IterableDataset<T>>;
    constructor(datasets: Iterable<IterableDataset<T>>);
    __iter__(): Iterator<T>;
    __len__(): number;
}
/** The samples of a dataset at the given indices. */
export class Subset<T = unknown> extends Dataset<T> {
    #private;
    readonly dataset: MapStyle<T>;
    readonly indices: readonly number[];
    constructor(dataset: MapStyle<T>, indices: readonly number[]);
    __getitem__(index: number): T;
    __getitems__(indices: readonly number[]): T[];
    __len__(): number;
}
/** The samples at several indices, by the dataset's own `__getitems__` where it has one. */
export function fetchAll<T>(dataset: MapStyle<T>, indices: readonly number[]): T[];
/**
 * Splits a dataset at random into subsets that do not overlap. `lengths` are sizes that add up to the dataset's, or fractions
 * that add up to 1, in which case what rounding down leaves over goes to the first subsets, one each.
 */
export function random_split<T>(dataset: MapStyle<T>, lengths: readonly number[], generator?: Generator | null | {
    generator?: Generator | null;
}): Subset<T>[];
}

declare module 'torch/data/fetch' {
import { IterableDataset, type MapStyle } from 'torch/data/dataset';
/** No more batches in this stream. */
export const end: unique symbol;
/** Makes the batch of what a sampler gave: a list of indices, or one index where batches are not collated here. */
export type Fetch = (index: unknown) => unknown;
export interface Fetching {
    readonly dataset: MapStyle<unknown> | IterableDataset;
    readonly batched: boolean;
    readonly collate_fn: (samples: never) => unknown;
    readonly drop_last: boolean;
}
/** How batches are made of a dataset; a stream is started, and `end` returned when it is at its end. */
export function fetcher({ dataset, batched, collate_fn, drop_last }: Fetching): Fetch;
}

declare module 'torch/data' {
export { ChainDataset, ConcatDataset, Dataset, IterableDataset, type MapStyle, random_split, Subset, TensorDataset, } from 'torch/data/dataset';
export { BatchSampler, DistributedSampler, RandomSampler, Sampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler, } from 'torch/data/sampler';
export { type Collated, type Converted, default_collate, default_convert } from 'torch/data/collate';
export { get_worker_info, type WorkerInfo } from 'torch/data/worker';
export { DataLoader, type DataLoaderOptions } from 'torch/data/dataloader';
}

declare module 'torch/data/sampler' {
import { Generator } from 'torch/random';
import type { Tensor } from 'torch/tensor';
/** Something with a length. */
export interface Sized {
    readonly length: number;
}
/** 63 random bits: what PyTorch draws for a seed with `torch.empty((), dtype=int64).random_()`. */
export const drawSeed: (generator: Generator | null) => bigint;
/** An order of indices. Write `*__iter__()` and `__len__()`; read it with `for … of` and `sampler.length`. */
export abstract class Sampler<T = number> implements Iterable<T> {
    abstract __iter__(): Iterator<T>;
    /** Throws a TypeError unless the class says how many indices it gives. */
    __len__(): number;
    [Symbol.iterator](): Iterator<T>;
    get length(): number;
}
/** 0, 1, 2, … */
export class SequentialSampler extends Sampler {
    readonly data_source: Sized;
    constructor(data_source: Sized);
    __iter__(): Iterator<number>;
    __len__(): number;
}
export interface RandomSamplerOptions {
    /** Draw each index anew from all. Default: false. */
    replacement?: boolean;
    /** How many indices an epoch has. Default: as many as there are samples. */
    num_samples?: number | null;
    /** Default: a new one each epoch, seeded by a draw from the default generator. */
    generator?: Generator | null;
}
/** All indices in random order; several orders one after another where num_samples is larger. */
export class RandomSampler extends Sampler {
    #private;
    readonly data_source: Sized;
    readonly replacement: boolean;
    readonly generator: Generator | null;
    constructor(data_source: Sized, replacement?: boolean | RandomSamplerOptions, num_samples?: number | null | RandomSamplerOptions, generator?: Generator | null);
    get num_samples(): number;
    __iter__(): Iterator<number>;
    __len__(): number;
}
/** The given indices in random order. */
export class SubsetRandomSampler extends Sampler {
    readonly indices: readonly number[];
    readonly generator: Generator | null;
    constructor(indices: readonly number[], generator?: Generator | null | {
        generator?: Generator | null;
    });
    __iter__(): Iterator<number>;
    __len__(): number;
}
export interface WeightedRandomSamplerOptions {
    /** Draw each index anew from all. Default: true. */
    replacement?: boolean;
    generator?: Generator | null;
}
/** Indices drawn with probabilities in proportion to their weights, which need not add up to 1. */
export class WeightedRandomSampler extends Sampler {
    /** float64 */
    readonly weights: Tensor;
    readonly num_samples: number;
    readonly replacement: boolean;
    readonly generator: Generator | null;
    constructor(weights: readonly number[] | Tensor, num_samples: number | (WeightedRandomSamplerOptions & {
        num_samples: number;
    }), replacement?: boolean | WeightedRandomSamplerOptions, generator?: Generator | null);
    __iter__(): Iterator<number>;
    __len__(): number;
}
/** Groups the indices of another sampler, or of any iterable, into lists of batch_size. */
export class BatchSampler<T = number> extends Sampler<T[]> {
    readonly sampler: Iterable<T>;
    readonly batch_size: number;
    readonly drop_last: boolean;
    constructor(sampler: Iterable<T>, batch_size: number | {
        batch_size: number;
        drop_last: boolean;
    }, drop_last?: boolean | {
        drop_last: boolean;
    });
    __iter__(): Iterator<T[]>;
    __len__(): number;
}
export interface DistributedSamplerOptions {
    num_replicas?: number | null;
    rank?: number | null;
    /** Default: true. */
    shuffle?: boolean;
    /** The same on every rank. Default: 0. */
    seed?: number;
    /** Leave out the tail instead of repeating the first samples. Default: false. */
    drop_last?: boolean;
}
/**
 * One rank's share of a dataset: every num_replicas-th index, after a shuffle by seed + epoch that all ranks agree on. Call
 * `set_epoch(epoch)` before each epoch, or every epoch has the same order.
 */
export class DistributedSampler extends Sampler {
    readonly dataset: Sized;
    readonly num_replicas: number;
    readonly rank: number;
    readonly shuffle: boolean;
    readonly seed: number;
    readonly drop_last: boolean;
    /** How many indices this rank has. */
    readonly num_samples: number;
    /** How many all ranks have together. */
    readonly total_size: number;
    epoch: number;
    constructor(dataset: Sized, num_replicas?: number | null | DistributedSamplerOptions, rank?: number | null | DistributedSamplerOptions, shuffle?: boolean | DistributedSamplerOptions, seed?: number | DistributedSamplerOptions, drop_last?: boolean);
    __iter__(): Iterator<number>;
    __len__(): number;
    /** Chooses the epoch's order. */
    set_epoch(epoch: number): void;
}
}

declare module 'torch/data/worker' {
import { type Fetching } from 'torch/data/fetch';
/** What `get_worker_info()` says of the worker that asks. */
export interface WorkerInfo {
    /** From 0. */
    readonly id: number;
    readonly num_workers: number;
    /** What the worker's random stream was seeded with: a draw from the loader's generator, plus the id. 63 bits. */
    readonly seed: bigint;
    /** The dataset; fields that are set here are this worker's own. Objects and arrays in its fields are shared. */
    readonly dataset: any;
}
/** Which worker runs now; null outside of workers. */
export const get_worker_info: () => WorkerInfo | null;
/** What a batch of a failed worker is until the loader reaches it. */
export class Failed {
    readonly error: unknown;
    constructor(error: unknown, id: number);
}
export class Worker {
    #private;
    constructor(fetching: Fetching, info: WorkerInfo, init: ((id: number) => void) | null);
    /** Starts the dataset's stream again, for the next epoch of a loader whose workers persist. */
    resume(): void;
    /** One batch, `end`, or what went wrong. */
    fetch(index: unknown): unknown;
}
}

declare module 'torch/device/cpu/optimizers' {
import type { Operand } from 'torch/device/device';
export interface AdamStep {
    /** Added to the gradient, times the parameter. */
    readonly weight_decay: number;
    /** What the parameter is multiplied by first. */
    readonly shrink: number;
    readonly maximize: boolean;
    readonly beta1: number;
    readonly beta2: number;
    readonly eps: number;
    /** lr / (1 − β₁ᵗ) and √(1 − β₂ᵗ). */
    readonly step_size: number;
    readonly correction: number;
}
/** operands: parameter, gradient, exp_avg, exp_avg_sq, and with amsgrad max_exp_avg_sq; all but the gradient change. */
export function adamStep(operands: readonly Operand[], parameters: object): void;
export interface SgdStep {
    readonly lr: number;
    readonly weight_decay: number;
    readonly momentum: number;
    readonly dampening: number;
    readonly nesterov: boolean;
    readonly maximize: boolean;
    /** Whether the buffer holds nothing yet: it becomes the gradient. */
    readonly first: boolean;
}
/** operands: parameter, gradient, and with momentum momentum_buffer; all but the gradient change. */
export function sgdStep(operands: readonly Operand[], parameters: object): void;
}

declare module 'torch/device/device' {
import type { DType } from 'torch/dtype';
/** Whatever a device keeps elements in: a typed array on the CPU, a buffer's handle on a GPU. */
export type Buffer = object;
/** A strided window on a storage; strides and offset count elements. Tensors are operands as they are. */
export interface Operand {
    readonly storage: Storage;
    readonly offset: number;
    readonly shape: readonly number[];
    readonly strides: readonly number[];
    readonly dtype: DType;
}
export interface Device {
    readonly name: string;
    allocate(dtype: DType, length: number): Buffer;
    free(buffer: Buffer): void;
    /** Elements as plain numbers: little use for big tensors on a GPU, exact for every dtype. */
    write(storage: Storage, offset: number, values: ArrayLike<number>): void;
    /** Waits for what was dispatched before. */
    read(storage: Storage, offset: number, length: number): ArrayLike<number>;
    dispatch(kernel: string, operands: readonly Operand[], parameters: object): void;
}
/** Whether new memory is that of inference tensors, which have no version counter; sets it when told. */
export function inferenceStorages(on?: boolean): boolean;
/** The elements that a tensor and its views share. */
export class Storage {
    readonly device: Device;
    readonly dtype: DType;
    readonly length: number;
    readonly buffer: Buffer;
    /** Grows with every storage made: tells results of a call from what was there before it. */
    readonly id: number;
    /** Counts in-place changes. */
    version: number;
    /** Made in inference mode: not to be changed outside it, nor saved for backward. */
    inference: boolean;
    constructor(device: Device, dtype: DType, length: number, buffer: Buffer);
    get bytes(): number;
}
export const storagesMade: () => number;
/** Under its own name, or under others that all mean it. */
export const registerDevice: (device: Device, ...names: readonly string[]) => void;
export const hasDevice: (name: string) => boolean;
export function deviceNamed(name: string): Device;
/** What Python's RuntimeError is to PyTorch. */
export class RuntimeError extends Error {
    name: string;
}
/** Thrown when a tensor does not fit the GPU, or the budget of a meter. */
export class OutOfMemoryError extends RuntimeError {
    name: string;
}
/** As PyTorch writes it: '20.00 MiB', '1.46 GiB'. */
export function sizeText(bytes: number): string;
export class ValueError extends Error {
    name: string;
}
export class IndexError extends Error {
    name: string;
}
/** What Python's `assert` throws. */
export class AssertionError extends Error {
    name: string;
}
export class NotImplementedError extends Error {
    name: string;
}
}

declare module 'torch/distributed/collectives' {
import { type Tensor } from 'torch/tensor';
import { type Group } from 'torch/distributed/groups';
import { ReduceOp } from 'torch/distributed/reduce';
import { type Answer, type Waiting } from 'torch/distributed/world';
/** What `async_op: true` gives: the tensors hold the result after `wait()`. */
export class Work {
    #private;
    constructor(waiting: Waiting, take: (answer: Answer) => void);
    is_completed(): boolean;
    is_success(): boolean;
    wait(): boolean;
}
interface Options {
    group?: Group;
    async_op?: boolean;
}
interface ReduceOptions extends Options {
    op?: ReduceOp;
}
/** Sizes of N nearly equal pieces, as a ring cuts its data. */
export const pieces: (length: number, n: number) => number[];
/** Every rank's tensor becomes the sum (or what `op` says) of all. */
export function all_reduce(tensor: Tensor, op?: ReduceOp | ReduceOptions, group?: Group | ReduceOptions, async_op?: boolean): Work | null;
/** The sum of all on rank `dst`; what the others' tensors hold afterwards is not defined, and here unchanged. */
export function reduce(tensor: Tensor, dst: number | (ReduceOptions & {
    dst: number;
}), op?: ReduceOp | ReduceOptions, group?: Group | ReduceOptions, async_op?: boolean): Work | null;
/** Every rank's tensor becomes that of rank `src`. */
export function broadcast(tensor: Tensor, src: number | (Options & {
    src: number;
}), group?: Group | Options, async_op?: boolean): Work | null;
/** The tensors of all ranks, in their order, into `tensor_list`. */
export function all_gather(tensor_list: readonly Tensor[], tensor: Tensor, group?: Group | Options, async_op?: boolean): Work | null;
/** As all_gather, into one tensor. */
export function all_gather_into_tensor(output_tensor: Tensor, input_tensor: Tensor, group?: Group | Options, async_op?: boolean): Work | null;
/** Rank i gets the sum of everyone's i-th tensor. */
export function reduce_scatter(output: Tensor, input_list: readonly Tensor[], op?: ReduceOp | ReduceOptions, group?: Group | ReduceOptions, async_op?: boolean): Work | null;
/** As reduce_scatter, from one tensor. */
export function reduce_scatter_tensor(output: Tensor, input: Tensor, op?: ReduceOp | ReduceOptions, group?: Group | ReduceOptions, async_op?: boolean): Work | null;
/** Rank i gets the i-th tensor of rank `src`. */
export function scatter(tensor: Tensor, scatter_list?: readonly Tensor[] | null | (Options & {
    scatter_list?: readonly Tensor[] | null;
    src?: number;
}), src?: number | (Options & {
    src?: number;
}), group?: Group | Options, async_op?: boolean): Work | null;
/** Rank `dst` gets everyone's tensor, in the order of the ranks. */
export function gather(tensor: Tensor, gather_list?: readonly Tensor[] | null | (Options & {
    gather_list?: readonly Tensor[] | null;
    dst?: number;
}), dst?: number | (Options & {
    dst?: number;
}), group?: Group | Options, async_op?: boolean): Work | null;
/** Rank i's j-th input becomes rank j's i-th output. */
export function all_to_all(output_tensor_list: readonly Tensor[], input_tensor_list: readonly Tensor[], group?: Group | Options, async_op?: boolean): Work | null;
/** Waits until every rank of the group is here. */
export function barrier(group?: Group | Options, async_op?: boolean): Work | null;
interface PeerOptions {
    group?: Group;
    tag?: number;
}
/** Sends to a rank; returns when it has received. */
export function send(tensor: Tensor, dst: number | (PeerOptions & {
    dst: number;
}), group?: Group | PeerOptions, tag?: number): void;
/** Receives from a rank, which it returns. */
export function recv(tensor: Tensor, src: number | (PeerOptions & {
    src: number;
}), group?: Group | PeerOptions, tag?: number): number;
export function isend(tensor: Tensor, dst: number | (PeerOptions & {
    dst: number;
}), group?: Group | PeerOptions, tag?: number): Work | null;
export function irecv(tensor: Tensor, src: number | (PeerOptions & {
    src: number;
}), group?: Group | PeerOptions, tag?: number): Work | null;
/** Everyone's object, in the order of the ranks, into `object_list`. */
export function all_gather_object(object_list: unknown[], obj: unknown, group?: Group): void;
/** The objects of rank `src` replace those of the others. */
export function broadcast_object_list(object_list: unknown[], src?: number, group?: Group): void;
/** Rank `dst` gets everyone's object. */
export function gather_object(obj: unknown, object_gather_list?: unknown[] | null, dst?: number, group?: Group): void;
/** Rank i gets the i-th object of rank `src`, as the one element of its output list. */
export function scatter_object_list(scatter_object_output_list: unknown[], scatter_object_input_list: readonly unknown[] | null, src?: number, group?: Group): void;
export {};
}

declare module 'torch/distributed/groups' {
/** Some of the ranks, which have collectives of their own. */
export class ProcessGroup {
    /** The same on every rank. */
    readonly name: string;
    readonly backend: string;
    /** Ranks of the world, in the group's order. */
    readonly ranks: readonly number[];
    constructor(name: string, backend: string, ranks: readonly number[]);
    rank(): number;
    size(): number;
}
/** What new_group gives to a rank that is not in the group. */
export const NON_GROUP_MEMBER: Readonly<{
    toString: () => string;
}>;
export type Group = ProcessGroup | typeof NON_GROUP_MEMBER | null | undefined;
export const is_available: () => boolean;
export const is_initialized: () => boolean;
export interface InitOptions {
    backend?: string | null;
    /** Accepted: the ranks of a spawn know one another. */
    init_method?: string | null;
    /** Accepted: what can never complete is found at once. */
    timeout?: unknown;
    world_size?: number;
    rank?: number;
    store?: unknown;
    group_name?: string;
}
/** Joins the ranks that `torch.multiprocessing.spawn` started; a program that is no rank is a world of one. */
export function init_process_group(backend?: string | null | InitOptions, init_method?: string | null | InitOptions, timeout?: unknown, world_size?: number | InitOptions, rank?: number | InitOptions): void;
export function destroy_process_group(group?: Group): void;
/** Every rank calls it, members or not, in the same order. */
export function new_group(ranks?: readonly number[] | null | {
    ranks?: readonly number[] | null;
    backend?: string | null;
    timeout?: unknown;
}, timeout?: unknown, backend?: string | null | {
    backend?: string | null;
}): ProcessGroup | typeof NON_GROUP_MEMBER;
/** −1 for a rank outside the group. */
export const get_rank: (group?: Group) => number;
/** −1 for a rank outside the group. */
export const get_world_size: (group?: Group) => number;
export const get_backend: (group?: Group) => string;
/** The place in a group of a rank of the world. */
export function get_group_rank(group: ProcessGroup, global_rank: number): number;
/** The rank of the world at a place in a group. */
export function get_global_rank(group: ProcessGroup, group_rank: number): number;
}

declare module 'torch/distributed' {
export * from 'torch/distributed/collectives';
export { destroy_process_group, get_backend, get_global_rank, get_group_rank, get_rank, get_world_size, init_process_group, is_available, is_initialized, new_group, ProcessGroup, } from 'torch/distributed/groups';
export { ReduceOp } from 'torch/distributed/reduce';
export type { Traffic } from 'torch/distributed/traffic';
import type { Traffic } from 'torch/distributed/traffic';
/** This rank's collectives so far: calls by name, bytes sent, and messages by receiver. PyTorch has no such function. */
export const traffic: () => Pick<Traffic, 'calls' | 'bytes_sent' | 'messages'>;
export * as optim from 'torch/distributed/zero';
}

declare module 'torch/distributed/reduce' {
import type { DType } from 'torch/dtype';
/** `torch.distributed.ReduceOp` */
export const ReduceOp: Readonly<{
    readonly SUM: 'SUM';
    readonly AVG: 'AVG';
    readonly PRODUCT: 'PRODUCT';
    readonly MIN: 'MIN';
    readonly MAX: 'MAX';
    readonly BAND: 'BAND';
    readonly BOR: 'BOR';
    readonly BXOR: 'BXOR';
}>;
export type ReduceOp = keyof typeof ReduceOp;
/** Rank by rank in their order, rounded to the dtype at each step: the same on every rank and in every run. */
export function reduceValues(op: ReduceOp, lists: readonly ArrayLike<number>[], dtype: DType): ArrayLike<number>;
export function checkOp(op: ReduceOp, backend: string, dtype: DType): void;
}

declare module 'torch/distributed/traffic' {
/** Collectives of one rank, by name as PyTorch calls them ('all_reduce'), the bytes it sent, and whom it sent messages to. */
export class Traffic {
    readonly calls: Record<string, number>;
    /** What send and isend sent, by the rank of the receiver. */
    readonly messages: Record<number, number>;
    bytes_sent: number;
    count(name: string, bytes: number): void;
    countMessage(to: number): void;
}
}

declare module 'torch/distributed/world' {
import { Traffic } from 'torch/distributed/traffic';
/** What one rank brings to a collective, and what must be equal on all ranks. */
export interface Offer {
    /** As in PyTorch: 'ALLREDUCE'. */
    readonly name: string;
    /** Shapes, dtypes, roots: everything in which ranks must agree, in words. */
    readonly agreed: string;
    readonly values: readonly ArrayLike<number>[];
    /** Plain data, for the collectives of objects. */
    readonly object?: unknown;
    /** Of the tensors that come back on this rank; `place` is the rank within the group. */
    readonly combine: (offers: readonly Offer[], place: number) => Answer;
    /** Of a message, on the rank that sends it: the rank that receives it. */
    readonly to?: number;
    /** What this rank sends over the wire. */
    readonly bytesSent: (place: number, size: number) => number;
}
export interface Answer {
    readonly values: readonly ArrayLike<number>[];
    readonly object?: unknown;
}
export const worldSize: () => number;
export const rankIndex: () => number;
export const isSpawned: () => boolean;
/** A place for what belongs to this run of this rank. */
export const rankState: () => {
    groups: unknown;
};
export const trafficHere: () => Traffic;
/**
 * Does something that the rank's own run cannot repeat: calls somebody outside, prints. In a later run of the same rank the
 * first answer is given again.
 */
export function outside<T>(act: () => T): T;
export interface Waiting {
    readonly complete: () => boolean;
    /** Suspends the rank when others have yet to come. */
    readonly answer: () => Answer;
}
/**
 * This rank's part in the next collective at a place (a group's sequence, or a sender and receiver).
 * @param members ranks of the world that take part, in the group's order
 */
export function meet(place: string, members: readonly number[], offer: Offer): Waiting;
/** As torch.multiprocessing's: an error of one rank, which ends all of them. */
export class ProcessRaisedException extends Error {
    name: string;
    readonly error_index: number;
    constructor(index: number, cause: unknown);
}
export interface RankResult<R> {
    readonly value: R;
    readonly traffic: Traffic;
}
/**
 * Runs `fn(rank, ...args)` for every rank, in the order of the ranks as far as they do not wait for one another. Each run gets
 * its own copy of the arguments and the random state of the caller.
 */
export function runRanks<R>(fn: (rank: number, ...args: never[]) => R, size: number, args: readonly unknown[]): RankResult<R>[];
}

declare module 'torch/distributed/zero' {
import { type Closure, Optimizer, type OptimizerState, type ParamGroup, type Params } from 'torch/optim/optimizer';
import { type ProcessGroup } from 'torch/distributed/groups';
type AnyOptimizer = Optimizer<Record<string, unknown>>;
/**
 * Shards the state of an optimizer over the ranks: each rank steps only its share of the parameters, by size, and sends the new
 * values to the others. Gradients must be the same on all ranks before the step, as after DistributedDataParallel's backward.
 */
export class ZeroRedundancyOptimizer extends Optimizer<Record<string, unknown>> {
    #private;
    /** The optimizer of this rank's share. */
    readonly optim: AnyOptimizer;
    constructor(params: Params, { optimizer_class, process_group, parameters_as_bucket_view: _, ...defaults }: {
        optimizer_class: new (params: never, defaults: never) => unknown;
        process_group?: ProcessGroup | null;
        parameters_as_bucket_view?: boolean;
        readonly [option: string]: unknown;
    });
    _step<L>(closure: Closure<L> | null): L | null;
    _update(_group: ParamGroup): void;
    /** Brings all shares of the state to rank `to`, whose `state_dict()` is whole then. Every rank calls it. */
    consolidate_state_dict(to?: number): void;
    state_dict(): OptimizerState;
    /** Takes a whole state; each rank keeps its share. */
    load_state_dict(state_dict: Readonly<OptimizerState>): void;
}
export {};
}

declare module 'torch/dtype' {
/** The array that holds a storage's elements on the CPU. */
export type Data = Float32Array | Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;
/** A typed array's constructor. */
export interface ArrayOf<D> {
    readonly BYTES_PER_ELEMENT: number;
    new (length: number): D;
    new (buffer: ArrayBuffer, byteOffset: number, length: number): D;
}
/** Promotion goes by category first (bool < integer < float), then by width. */
export type Category = 0 | 1 | 2;
export type DTypeName = 'float32' | 'float64' | 'float16' | 'bfloat16' | 'int64' | 'int32' | 'int16' | 'int8' | 'uint8' | 'bool' | 'quint8' | 'qint8' | 'qint32';
/** A tensor's element type, as PyTorch's `torch.dtype`. */
export class DType<N extends DTypeName = DTypeName> {
    readonly name: N;
    readonly itemsize: number;
    readonly is_floating_point: boolean;
    readonly is_complex = false;
    toString(): string;
}
/** Round half to even to bfloat16: the upper half of a float32. */
export function keepBfloat16(value: number): number;
/** Round half to even to float16, with its subnormals and infinity. */
export function keepFloat16(value: number): number;
/** A float on its way into int32, int16, int8 or uint8: converted to 32 bits first, of which the lower are kept. */
export const fitInt32: (value: number) => number;
export const float32: DType<"float32">;
export const float64: DType<"float64">;
export const float16: DType<"float16">;
export const bfloat16: DType<"bfloat16">;
export const int64: DType<"int64">;
export const int32: DType<"int32">;
export const int16: DType<"int16">;
export const int8: DType<"int8">;
export const uint8: DType<"uint8">;
export const bool: DType<"bool">;
/** Codes of quantized tensors: the storage knows what numbers they stand for, see quantization/quantizer.ts. */
export const quint8: DType<"quint8">;
export const qint8: DType<"qint8">;
export const qint32: DType<"qint32">;
export const quantizedDtypes: {
    readonly quint8: DType<"quint8">;
    readonly qint8: DType<"qint8">;
    readonly qint32: DType<"qint32">;
};
export const isQuantized: (dtype: DType) => boolean;
export const dtypes: {
    readonly float32: DType<"float32">;
    readonly float64: DType<"float64">;
    readonly float16: DType<"float16">;
    readonly bfloat16: DType<"bfloat16">;
    readonly int64: DType<"int64">;
    readonly int32: DType<"int32">;
    readonly int16: DType<"int16">;
    readonly int8: DType<"int8">;
    readonly uint8: DType<"uint8">;
    readonly bool: DType<"bool">;
};
/** PyTorch's second names for the same dtypes. */
export const dtypeAliases: {
    readonly float: DType<"float32">;
    readonly double: DType<"float64">;
    readonly half: DType<"float16">;
    readonly long: DType<"int64">;
    readonly int: DType<"int32">;
    readonly short: DType<"int16">;
};
export function dtypeNamed(name: string): DType;
export const get_default_dtype: () => DType;
export function set_default_dtype(dtype: DType): void;
/** The dtype that holds values of both, as `torch.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType;
/** Whether a result of `from` may be written into a tensor of `to` (float into int may not). */
export const canCast: (from: DType, to: DType) => boolean;
}

declare module 'torch/gradcheck' {
import type { CustomFunction } from 'torch/autograd/function';
import { RuntimeError } from 'torch/device/device';
import { Tensor } from 'torch/tensor';
/** A gradient that is not the slope of its function. */
export class GradcheckError extends RuntimeError {
    name: string;
}
export interface GradcheckOptions {
    /** Step of the central differences. */
    readonly eps?: number;
    readonly atol?: number;
    readonly rtol?: number;
    /** Throw where they differ; otherwise the answer is false. */
    readonly raise_exception?: boolean;
    /** How far two runs of backward may be apart. */
    readonly nondet_tol?: number;
    /** Gradients that nothing asked for may come as null, too. */
    readonly check_undefined_grad?: boolean;
    /** Gradients have their input's dtype; always so here. */
    readonly check_grad_dtypes?: boolean;
    /** Only true is refused: there is no vmap. */
    readonly check_batched_grad?: boolean;
    /** Only true is refused: there is no forward mode. */
    readonly check_forward_ad?: boolean;
    readonly check_backward_ad?: boolean;
    /** Compare one random projection of the Jacobian instead of all of it: two evaluations instead of two for each element. */
    readonly fast_mode?: boolean;
}
type F = (...inputs: Tensor[]) => unknown;
type Apply = typeof CustomFunction.apply;
/**
 * Compares the gradients of `f` with central differences, for the inputs that require one. They should be float64. True, or an
 * error that says where they differ (false with `raise_exception: false`). `f` gives one tensor or a list of them.
 */
export function gradcheck(f: F, inputs: Tensor | readonly Tensor[], options?: GradcheckOptions): boolean;
export function gradcheck(f: Apply, inputs: Tensor | readonly Tensor[], options?: GradcheckOptions): boolean;
export interface GradgradcheckOptions extends GradcheckOptions {
    readonly gen_non_contig_grad_outputs?: boolean;
}
/** As gradcheck, of the gradients: second derivatives. `grad_outputs` are fixed numbers of either sign unless given. */
export function gradgradcheck(f: F, inputs: Tensor | readonly Tensor[], grad_outputs?: Tensor | readonly Tensor[] | null | GradgradcheckOptions, more?: GradgradcheckOptions): boolean;
export function gradgradcheck(f: Apply, inputs: Tensor | readonly Tensor[], grad_outputs?: Tensor | readonly Tensor[] | null | GradgradcheckOptions, more?: GradgradcheckOptions): boolean;
export {};
}

declare module 'torch/info' {
import { type DType } from 'torch/dtype';
class FloatInfo {
    readonly dtype: string;
    readonly bits: number;
    /** The distance of 1 from the next number. */
    readonly eps: number;
    readonly max: number;
    readonly min: number;
    /** The smallest positive number with a full fraction. */
    readonly tiny: number;
    readonly smallest_normal: number;
    readonly resolution: number;
    constructor(dtype: DType);
    toString(): string;
}
class IntegerInfo {
    readonly dtype: string;
    readonly bits: number;
    readonly max: number;
    readonly min: number;
    constructor(dtype: DType);
    toString(): string;
}
export type { FloatInfo, IntegerInfo };
/** Limits of a floating-point dtype; of the default one unless said. */
export const finfo: (dtype?: DType) => FloatInfo;
/** Limits of an integer dtype. Those of int64 are beyond what a number holds exactly. */
export const iinfo: (dtype: DType) => IntegerInfo;
}

declare module 'torch/jit/archive' {
import { type MapLocation } from 'torch/serialization';
import { ScriptFunction, ScriptModule } from 'torch/jit/script-module';
/** The bytes of a traced or scripted module or function, with its parameters, buffers and constants. */
export function archive(made: ScriptModule | ScriptFunction): Uint8Array<ArrayBuffer>;
/** As `m.save()`: the bytes that `load` reads. */
export function save(m: ScriptModule | ScriptFunction): Uint8Array<ArrayBuffer>;
/**
 * What `torch.jit.save` saved, with its tensors: it runs without the class or function it was made from. Throws a
 * RuntimeError on damaged files and on operators that are not known; nothing runs while loading.
 */
export function load(bytes: Uint8Array, map_location?: MapLocation): ScriptModule | ScriptFunction;
}

declare module 'torch/jit/freeze' {
import { ScriptModule } from 'torch/jit/script-module';
/**
 * A copy of a traced or scripted module in evaluation mode whose methods of submodules are inlined and whose parameters and
 * buffers are constants: what depends on them only is computed now, dropouts go, and a batch norm after a convolution is folded
 * into it (`optimize_numerics: false` leaves out the folding, which changes results by rounding). Buffers that forward
 * writes to, and those named in `preserved_attrs`, stay attributes.
 */
export function freeze<M>(mod: ScriptModule<M>, preserved_attrs?: readonly string[] | {
    preserved_attrs?: readonly string[];
    optimize_numerics?: boolean;
}, optimize_numerics?: boolean): ScriptModule<M>;
/** What freeze does, and pointwise fusion: for inference only. */
export function optimize_for_inference<M>(mod: ScriptModule<M>): ScriptModule<M>;
}

declare module 'torch/jit' {
import * as passes from 'torch/jit/passes';
export { freeze, optimize_for_inference } from 'torch/jit/freeze';
export { Graph, Node, Value } from 'torch/jit/ir';
export { load, save } from 'torch/jit/archive';
export { script, type ScriptOptions } from 'torch/jit/script';
export { NotSupportedError } from 'torch/jit/script/error';
export { type Scripted, ScriptFunction, ScriptModule } from 'torch/jit/script-module';
export { trace, trace_module, TracingCheckError, type TraceOptions } from 'torch/jit/trace';
export { isTracing as is_tracing } from 'torch/jit/tracer';
export { passes };
}

declare module 'torch/jit/ir' {
import type { DType, DTypeName } from 'torch/dtype';
import type { Tensor } from 'torch/tensor';
/** What is known of a tensor that was seen while tracing. */
export interface TensorType {
    readonly dtype: DTypeName;
    readonly shape: readonly number[];
    readonly strides: readonly number[];
    readonly requires_grad: boolean;
}
/** A tensor that was seen, or the name of any other type: 'Tensor', 'int', 'Tensor[]', 'NoneType', a module's class. */
export type Type = string | TensorType;
export const typeOfTensor: (t: Tensor) => TensorType;
/** What a prim::Constant holds. */
export type Constant = Tensor | DType | number | boolean | string | null;
/** How a node of kind aten:: finds its operator: by its whole schema, or by name, as a call in source code does. */
export type Call = {
    readonly by: 'schema';
    readonly schema: string;
    readonly in_place: boolean;
} | {
    readonly by: 'name';
    readonly from: Namespace;
    readonly keywords: readonly string[];
};
export type Namespace = 'method' | 'torch' | 'functional' | 'linalg' | 'special';
export interface Attributes {
    /** Of prim::Constant. */
    readonly value?: Constant;
    /** Of prim::GetAttr and prim::CallMethod. */
    readonly name?: string;
    readonly call?: Call;
    /** Of prim::FusionGroup: the operators that run as one. */
    readonly subgraph?: Graph;
}
export class Value {
    constructor(of: Type, hint?: string | null);
    /** Its type, as it is printed. */
    type(): Type;
    /** The node that makes it; null for an input of a graph or block. */
    node(): Node | null;
}
export class Node {
    constructor(op: string, ins?: readonly Value[], attributes?: Attributes);
    /** What it does: 'aten::relu', 'prim::Constant', … */
    kind(): string;
    inputs(): readonly Value[];
    outputs(): readonly Value[];
    output(): Value;
    /** The module that was being called: '__module.fc1'. */
    scopeName(): string;
    toString(): string;
}
export class Block {
    inputs(): readonly Value[];
    outputs(): readonly Value[];
    nodes(): readonly Node[];
}
/** A function or method as operators in the order they run. Printing it shows TorchScript's text. */
export class Graph extends Block {
    constructor(ofModule?: boolean);
    /** The nodes of one kind ('aten::relu'), those of inner blocks included unless `recurse` is false. */
    findAllNodes(kind: string, recurse?: boolean | {
        recurse?: boolean;
    }): Node[];
    /** The first of them, or null. */
    findNode(kind: string, recurse?: boolean | {
        recurse?: boolean;
    }): Node | null;
    copy(): Graph;
    toString(): string;
}
/** A node again, on other values; `values` learns what its results became. */
export function copyNode(node: Node, values: Map<Value, Value>): Node;
/** How often each value is used, blocks' results included. */
export function usesIn(block: Block, uses?: Map<Value, number>): Map<Value, number>;
/** Puts one value in the place of another wherever it is used. */
export function replaceUses(block: Block, swap: ReadonlyMap<Value, Value>): void;
}

declare module 'torch/jit/passes/common-subexpressions' {
import { type Graph } from 'torch/jit/ir';
/**
 * Common subexpression elimination: of nodes that compute the same of the same values the first is kept. What is written to
 * in place, and what has to do with it, is left alone. (PyTorch's torch._C._jit_pass_cse.)
 */
export function common_subexpression_elimination(graph: Graph): Graph;
}

declare module 'torch/jit/passes/constants' {
import { Graph } from 'torch/jit/ir';
/**
 * Constant propagation: what depends on constants only is computed now and becomes a constant; of an `if` whose condition is
 * one the branch taken is kept. (PyTorch's torch._C._jit_pass_constant_propagation.)
 */
export function constant_propagation(graph: Graph): Graph;
}

declare module 'torch/jit/passes/dead-code' {
import type { Graph } from 'torch/jit/ir';
/**
 * Dead code elimination: takes out every node whose results are used by nothing and that neither writes into memory nor draws
 * random numbers. (PyTorch's torch._C._jit_pass_dce.)
 */
export function dead_code_elimination(graph: Graph): Graph;
}

declare module 'torch/jit/passes/dropout' {
import { type Graph } from 'torch/jit/ir';
/** Takes out dropouts that are switched off: they give on what they are given. (PyTorch's torch._C._jit_pass_remove_dropout.) */
export function remove_dropout(graph: Graph): Graph;
}

declare module 'torch/jit/passes/fold-batch-norm' {
import { type Graph } from 'torch/jit/ir';
/**
 * Folds a batch norm of evaluation into the convolution before it: W′ = W · γ/√(σ² + ε) for each output channel and
 * b′ = (b − μ) · γ/√(σ² + ε) + β. Weights must be constants, as in a frozen module. (PyTorch's
 * torch._C._jit_pass_fold_frozen_conv_bn.)
 */
export const fold_conv_batch_norm: (graph: Graph) => Graph;
/** The same for a linear layer before a batch norm. */
export const fold_linear_batch_norm: (graph: Graph) => Graph;
}

declare module 'torch/jit/passes/fuse' {
import { Graph } from 'torch/jit/ir';
/**
 * Pointwise fusion: operators that work element by element, each of which feeds only the next, become one node that computes
 * one expression without the tensors between. Where a gradient is asked the operators run one by one. (PyTorch's fuser makes
 * prim::TensorExprGroup of such groups.)
 */
export function fuse_pointwise(graph: Graph): Graph;
}

declare module 'torch/jit/passes' {
export { common_subexpression_elimination } from 'torch/jit/passes/common-subexpressions';
export { constant_propagation } from 'torch/jit/passes/constants';
export { dead_code_elimination } from 'torch/jit/passes/dead-code';
export { remove_dropout } from 'torch/jit/passes/dropout';
export { fold_conv_batch_norm, fold_linear_batch_norm } from 'torch/jit/passes/fold-batch-norm';
export { fuse_pointwise } from 'torch/jit/passes/fuse';
}

declare module 'torch/jit/script-module' {
import { type ForwardArguments, type ForwardResult, Module } from 'torch/nn/module';
import type { Graph } from 'torch/jit/ir';
/**
 * A module whose methods are graphs: what `torch.jit.trace` and `torch.jit.script` give. It shares parameters and buffers with
 * the module it was made from, runs without its class, and is trained, moved and printed as any module.
 */
export class ScriptModule<M = unknown> extends Module {
    #private;
    /** The class it was made from. */
    get original_name(): string;
    forward(...args: ForwardArguments<M>): ForwardResult<M>;
    /** The operators of `forward`; calls of submodules are calls of their methods. */
    get graph(): Graph;
    /** The same with the methods of submodules put in their places. */
    get inlined_graph(): Graph;
    /** `forward` as text to read. */
    get code(): string;
    /** The bytes that `torch.jit.load` reads. */
    save_to_buffer(): Uint8Array<ArrayBuffer>;
    /** The bytes that `torch.jit.load` reads: there is no file system here, keep them wherever you like. */
    save(): Uint8Array<ArrayBuffer>;
    extra_repr(): string;
}
export interface ScriptFunction {
    (...args: any[]): any;
}
/** A traced or scripted function, called as the function it was made from. */
export type Scripted<A extends readonly unknown[], R> = ((...args: A) => R) & ScriptFunction;
/** A function that is a graph: what `torch.jit.trace` and `torch.jit.script` make of functions. */
export class ScriptFunction {
    readonly graph: Graph;
    /** What it is called. */
    readonly qualified_name: string;
    get inlined_graph(): Graph;
    /** The function as text to read. */
    get code(): string;
    /** The bytes that `torch.jit.load` reads. */
    save(): Uint8Array<ArrayBuffer>;
    toString(): string;
}
}

declare module 'torch/jit/script/error' {
import { RuntimeError } from 'torch/device/device';
/** Source that torch.jit.script cannot make a graph of. */
export class NotSupportedError extends RuntimeError {
    name: string;
}
}

declare module 'torch/jit/script' {
import { Module } from 'torch/nn/module';
import { type Scripted, ScriptModule } from 'torch/jit/script-module';
export interface ScriptOptions {
    /** What names in the source mean that are not the function's own: numbers, tensors, other functions. */
    globals?: Readonly<Record<string, unknown>>;
}
/**
 * Compiles a function, or a module's `forward` and the methods it calls, from their source to graphs that keep `if` and loops:
 * what runs depends on the data, unlike in a trace. The source may use
 *
 * - `let` and `const` (also with `[a, b] = …`), assignments, `+=`, `i++`, `return`, `throw new Error('…')`;
 * - numbers, booleans, strings, `null`, arrays (`list.push(x)`, `list[i]`, `list.length`), plain objects as results;
 * - arithmetic and comparisons of numbers, `!`, `&&`, `||`, `??`, `? :`, `Math.floor` and its like, `Number(x)`, `Boolean(x)`;
 * - methods of tensors, `x.shape`, `x.dtype`, `x.ndim`, `x.T`; functions of `torch`, `F`, `torch.linalg`, with named arguments;
 * - `if`/`else`, `while`, `for (let i = …; …; …)`, `for (const x of tensorOrList)`, loops over containers of modules;
 * - in methods: parameters, buffers, submodules and constants of `this`, `this.training`, other methods of it;
 * - arguments with defaults. Without one, an argument is a tensor.
 *
 * Anything else (closures, classes, `break`, `return` in a loop, `try`, regular expressions, …) throws a NotSupportedError that shows
 * the line. What the source is closed over is not part of it and is given as `globals`. A layer of torch.nn that cannot be
 * scripted, such as LSTM, can be traced and then be a submodule.
 */
export function script<M extends Module>(obj: M, options?: ScriptOptions): ScriptModule<M>;
export function script<A extends readonly unknown[], R>(obj: (...args: A) => R, options?: ScriptOptions): Scripted<A, R>;
}

declare module 'torch/jit/trace' {
import { Module } from 'torch/nn/module';
import { type Scripted, ScriptModule } from 'torch/jit/script-module';
export interface TraceOptions {
    /** Accepted: it has no effect in PyTorch either. */
    optimize?: boolean | null;
    /** Runs the trace and the function again and compares them. Default: true. */
    check_trace?: boolean;
    /** Lists of inputs to check with, instead of the example inputs. */
    check_inputs?: readonly unknown[] | null;
    /** The largest relative difference that a check lets pass. Default: 1e-5. */
    check_tolerance?: number;
    /** false allows a dict to be returned. Default: true. */
    strict?: boolean;
}
/** What was traced does not do what the function does. */
export class TracingCheckError extends Error {
    name: string;
}
/** A module of graphs over the same parameters and buffers; methods are still to come. */
export function shellOf(module: Module, traced: boolean, done?: Map<Module, ScriptModule<unknown>>): ScriptModule;
/**
 * Runs a function or module once on example inputs (a tensor, or a list of the arguments) and gives what it computed as a graph:
 * a ScriptModule for a module, a ScriptFunction for a function. Only operators on tensors are recorded. What JavaScript itself
 * decides, an `if` on `x.item()`, a loop, is as it was for the example inputs; a TracerWarning says where a tensor's value left
 * the graph. Afterwards the trace and the function are run again and compared (`check_trace`): outputs that differ are warned
 * of, graphs that differ throw a TracingCheckError.
 */
export function trace<M extends Module>(func: M, example_inputs: unknown, options?: TraceOptions): ScriptModule<M>;
export function trace<A extends readonly unknown[], R>(func: (...args: A) => R, example_inputs: unknown, options?: TraceOptions): Scripted<A, R>;
/** As trace, for several methods of a module: `trace_module(m, { forward: x, encode: [x, y] })`. */
export function trace_module<M extends Module>(mod: M, inputs: Readonly<Record<string, unknown>>, options?: TraceOptions): ScriptModule<M>;
/** Makes a method callable by its name. */
export function addMethod(module: ScriptModule, name: string): void;
}

declare module 'torch/jit/tracer' {
import type { Module } from 'torch/nn/module';
import { Node, Value } from 'torch/jit/ir';
/** One call of a module, or what was traced as a whole. */
export class Frame {
    /** Dotted; '' for the root; null where the module is not part of what is traced. */
    readonly path: string | null;
    readonly items: (Node | Frame)[];
    constructor(path: string | null);
}
export interface Recording {
    readonly root: Frame;
    readonly inputs: readonly Value[];
    readonly outputs: readonly Value[];
    /** Values that stand for parameters and buffers, by their dotted names. */
    readonly attributes: ReadonlyMap<Value, string>;
}
export const isTracing: () => boolean;
/** Names of a function's parameters, as written; numbers where they have none. */
export function parameterNames(f: unknown, count: number): string[];
/** Runs the function on example inputs and records its operators, calls of the module's submodules in frames of their own. */
export function record(body: (...args: readonly unknown[]) => unknown, module: Module | null, inputs: readonly unknown[], names: readonly string[], strict: boolean): Recording;
}

declare module 'torch/multiprocessing' {
export { ProcessRaisedException } from 'torch/distributed/world';
interface SpawnOptions {
    args?: readonly unknown[];
    nprocs?: number;
    join?: boolean;
    daemon?: boolean;
    start_method?: string;
}
/**
 * Runs `fn(rank, ...args)` once for each rank, every rank with its own copy of the arguments. Returns what each rank returned
 * (PyTorch's returns nothing). The first error of a rank ends all and is thrown as ProcessRaisedException.
 * A rank may be run more than once (distributed/world.ts says why): what it changes outside itself is changed each time.
 */
export function spawn<A extends readonly unknown[], R>(fn: (rank: number, ...args: A) => R, args?: A | SpawnOptions, nprocs?: number | SpawnOptions): R[];
}

declare module 'torch/nn/deepcopy' {
/**
 * As Python's copy.deepcopy on a module, tensor, list or plain object: an independent copy in which what was shared stays
 * shared. Hooks come along; private `#fields` of a user's class do not.
 */
export function deepcopy<T>(value: T, copies?: Map<unknown, unknown>): T;
}

declare module 'torch/nn/hooks' {
import { Tensor } from 'torch/tensor';
/** Undoes a registration. */
export interface RemovableHandle {
    remove(): void;
}
/** Callbacks in the order they were registered, each removable. */
export class Hooks<F> {
    #private;
    add(hook: F, prepend?: boolean): RemovableHandle;
    /** Forgets a callback, however often it was registered. */
    discard(hook: F): void;
    /** Registers the same callbacks elsewhere. */
    copyTo(other: Hooks<F>): void;
    get size(): number;
    /** A copy, so that a hook may remove itself. */
    all(): F[];
}
export type GradList = readonly (Tensor | null)[];
/** Sees a module's gradients; a returned list (or tensor) replaces those of its inputs. */
export type BackwardHook<M> = (module: M, grad_input: GradList, grad_output: GradList) => GradList | Tensor | null | undefined | void;
/** Sees the gradients of a module's outputs before its backward; a returned list replaces them. */
export type BackwardPreHook<M> = (module: M, grad_output: GradList) => GradList | Tensor | null | undefined | void;
/** Wraps one call of a module so that its backward hooks see the gradients at its inputs and outputs. */
export function withBackwardHooks<M>(module: M, pre: readonly BackwardPreHook<M>[], hooks: readonly BackwardHook<M>[], args: readonly unknown[], forward: (args: readonly unknown[]) => unknown): unknown;
}

declare module 'torch/nn' {
import { functional } from 'torch/core';

export { functional };
export * as init from 'torch/nn/init';
export * as utils from 'torch/nn/utils';
export { Module } from 'torch/nn/module';
export { Buffer, Parameter, UninitializedBuffer, UninitializedParameter } from 'torch/nn/parameter';
export * from 'torch/nn/layers/activations';
export * from 'torch/nn/layers/containers';
export * from 'torch/nn/layers/dropout';
export * from 'torch/nn/layers/lazy';
export * from 'torch/nn/layers/losses';
export * from 'torch/nn/layers/structured-losses';
export { Bilinear, Flatten, Identity, Linear, Unflatten } from 'torch/nn/layers/linear';
export * from 'torch/nn/layers/convolution';
export * from 'torch/nn/layers/embedding';
export { BatchNorm1d, BatchNorm2d, BatchNorm3d, type BatchNormOptions, GroupNorm, type GroupNormOptions, InstanceNorm1d, InstanceNorm2d, InstanceNorm3d, LayerNorm, type LayerNormOptions, LocalResponseNorm, RMSNorm, } from 'torch/nn/layers/normalization';
export { SyncBatchNorm } from 'torch/nn/layers/sync-batch-norm';
export * from 'torch/nn/layers/padding';
export * from 'torch/nn/layers/pooling';
export * from 'torch/nn/layers/recurrent';
export * from 'torch/nn/layers/unpooling';
export * from 'torch/nn/layers/vision';
export { MultiheadAttention } from 'torch/nn/layers/attention';
export * from 'torch/nn/layers/transformer';
export * as parallel from 'torch/nn/parallel';
export { DataParallel } from 'torch/nn/parallel';
export { intrinsic, qat, quantized } from 'torch/quantization/modules';
export { deepcopy } from 'torch/nn/deepcopy';
}

declare module 'torch/nn/init' {
import { type Generator } from 'torch/random';
import { type Tensor } from 'torch/tensor';
export type Nonlinearity = 'linear' | 'conv1d' | 'conv2d' | 'conv3d' | 'conv_transpose1d' | 'conv_transpose2d' | 'conv_transpose3d' | 'sigmoid' | 'tanh' | 'relu' | 'leaky_relu' | 'selu';
type Source = Generator | null;
type Options<T> = T & {
    generator?: Source;
};
/** The factor that keeps a signal's variance through a nonlinearity: 1, 5/3 for tanh, √2 for relu, √(2 / (1 + slope²)) for leaky_relu, 3/4 for selu. */
export function calculate_gain(nonlinearity: Nonlinearity, param?: number | null): number;
/** Inputs and outputs that meet in one unit: of [out, in, …] these are in and out times the receptive field. */
export function _calculate_fan_in_and_fan_out(tensor: Tensor): [fan_in: number, fan_out: number];
/** Draws from the uniform distribution on [a, b). */
export function uniform_(tensor: Tensor, ...args: [a?: number | Options<{
    a?: number;
    b?: number;
}>, b?: number, generator?: Source]): Tensor;
/** Draws from the normal distribution N(mean, std²). */
export function normal_(tensor: Tensor, ...args: [mean?: number | Options<{
    mean?: number;
    std?: number;
}>, std?: number, generator?: Source]): Tensor;
/** Draws from N(mean, std²) cut off outside [a, b]. */
export function trunc_normal_(tensor: Tensor, ...args: [
    mean?: number | Options<{
        mean?: number;
        std?: number;
        a?: number;
        b?: number;
    }>,
    std?: number,
    a?: number,
    b?: number,
    generator?: Source
]): Tensor;
/** Fills with one value. */
export const constant_: (tensor: Tensor, val: number) => Tensor;
/** Fills with ones. */
export const ones_: (tensor: Tensor) => Tensor;
/** Fills with zeros. */
export const zeros_: (tensor: Tensor) => Tensor;
/** The identity, for a matrix. */
export function eye_(tensor: Tensor): Tensor;
/** Dirac's delta in the middle of each kernel of [out, in, …]: a convolution that passes its channels on. */
export function dirac_(tensor: Tensor, ...args: [groups?: number | {
    groups?: number;
}]): Tensor;
/** Glorot's uniform bounds: ±gain · √(6 / (fan_in + fan_out)). */
export function xavier_uniform_(tensor: Tensor, ...args: [gain?: number | Options<{
    gain?: number;
}>, generator?: Source]): Tensor;
/** Glorot's normal deviation: gain · √(2 / (fan_in + fan_out)). */
export function xavier_normal_(tensor: Tensor, ...args: [gain?: number | Options<{
    gain?: number;
}>, generator?: Source]): Tensor;
type Kaiming = {
    a?: number;
    mode?: 'fan_in' | 'fan_out';
    nonlinearity?: Nonlinearity;
};
type KaimingArguments = [
    a?: number | Options<Kaiming>,
    mode?: 'fan_in' | 'fan_out',
    nonlinearity?: Nonlinearity,
    generator?: Source
];
/** He's uniform bounds: ±gain · √(3 / fan). */
export function kaiming_uniform_(tensor: Tensor, ...args: KaimingArguments): Tensor;
/** He's normal deviation: gain / √fan. */
export function kaiming_normal_(tensor: Tensor, ...args: KaimingArguments): Tensor;
/** A (semi-)orthogonal matrix of normal draws; dimensions after the first count together. */
export function orthogonal_(tensor: Tensor, ...args: [gain?: number | Options<{
    gain?: number;
}>, generator?: Source]): Tensor;
/** Q of the QR decomposition with R's diagonal positive, by Householder reflections in double. */
export function orthonormal(values: ArrayLike<number>, rows: number, columns: number): Float64Array;
/** A normal matrix in which a share of each column is zero. */
export function sparse_(tensor: Tensor, ...args: [
    sparsity: number | Options<{
        sparsity: number;
        std?: number;
    }>,
    std?: number | Options<{
        std?: number;
    }>,
    generator?: Source
]): Tensor;
/** Old names of the functions above. */
export const uniform: typeof uniform_;
export const normal: typeof normal_;
export const constant: typeof constant_;
export const xavier_uniform: typeof xavier_uniform_;
export const xavier_normal: typeof xavier_normal_;
export const kaiming_uniform: typeof kaiming_uniform_;
export const kaiming_normal: typeof kaiming_normal_;
export const orthogonal: typeof orthogonal_;
export const sparse: typeof sparse_;
export const eye: typeof eye_;
export const dirac: typeof dirac_;
export {};
}

declare module 'torch/nn/layers/activations' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
import { type Factory } from 'torch/nn/layers/linear';
interface InPlace {
    /** Writes the result into the input's memory. Default: false. */
    inplace?: boolean;
}
abstract class Elementwise extends Module {
    readonly inplace: boolean;
    constructor(inplace?: boolean | InPlace);
    extra_repr(): string;
}
/** max(0, x). */
export class ReLU extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** x · sigmoid(x). */
export class SiLU extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** x · tanh(softplus(x)). */
export class Mish extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** 1.0507 · (x where positive, 1.6733 · (eˣ − 1) elsewhere). */
export class SELU extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** min(max(0, x + 3), 6) / 6. */
export class Hardsigmoid extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** x · hardsigmoid(x). */
export class Hardswish extends Elementwise {
    forward(input: Tensor): Tensor;
}
/** (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ). */
export class Tanh extends Module {
    forward(input: Tensor): Tensor;
}
/** 1 / (1 + e⁻ˣ). */
export class Sigmoid extends Module {
    forward(input: Tensor): Tensor;
}
/** log(1 / (1 + e⁻ˣ)). */
export class LogSigmoid extends Module {
    forward(input: Tensor): Tensor;
}
/** x / (1 + |x|). */
export class Softsign extends Module {
    forward(input: Tensor): Tensor;
}
/** x − tanh(x). */
export class Tanhshrink extends Module {
    forward(input: Tensor): Tensor;
}
/** x · Φ(x); `approximate: 'tanh'` for the faster formula. */
export class GELU extends Module {
    readonly approximate: 'none' | 'tanh';
    constructor(approximate?: 'none' | 'tanh' | {
        approximate?: 'none' | 'tanh';
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x where positive, negative_slope · x elsewhere. */
export class LeakyReLU extends Elementwise {
    readonly negative_slope: number;
    constructor(negative_slope?: number | (InPlace & {
        negative_slope?: number;
    }), inplace?: boolean | InPlace);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x where positive, α(eˣ − 1) elsewhere. */
export class ELU extends Elementwise {
    readonly alpha: number;
    constructor(alpha?: number | (InPlace & {
        alpha?: number;
    }), inplace?: boolean | InPlace);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** max(0, x) + min(0, α(e^{x/α} − 1)). */
export class CELU extends Elementwise {
    readonly alpha: number;
    constructor(alpha?: number | (InPlace & {
        alpha?: number;
    }), inplace?: boolean | InPlace);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x kept within [min_val, max_val]. */
export class Hardtanh extends Elementwise {
    readonly min_val: number;
    readonly max_val: number;
    constructor(min_val?: number | (InPlace & {
        min_val?: number;
        max_val?: number;
    }), max_val?: number, inplace?: boolean);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** min(max(0, x), 6). */
export class ReLU6 extends Hardtanh {
    constructor(inplace?: boolean | InPlace);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x above the threshold, value elsewhere. */
export class Threshold extends Elementwise {
    readonly threshold: number;
    readonly value: number;
    constructor(threshold: number, value: number, inplace?: boolean | InPlace);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x where positive; elsewhere a · x with a drawn from [lower, upper) in training, their mean in evaluation. */
export class RReLU extends Elementwise {
    readonly lower: number;
    readonly upper: number;
    constructor(lower?: number | (InPlace & {
        lower?: number;
        upper?: number;
    }), upper?: number, inplace?: boolean);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** log(1 + e^{βx}) / β, x itself where βx > threshold. */
export class Softplus extends Module {
    readonly beta: number;
    readonly threshold: number;
    constructor(beta?: number | {
        beta?: number;
        threshold?: number;
    }, threshold?: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** 0 within [−λ, λ], x elsewhere. */
export class Hardshrink extends Module {
    readonly lambd: number;
    constructor(lambd?: number | {
        lambd?: number;
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x moved towards 0 by λ. */
export class Softshrink extends Module {
    readonly lambd: number;
    constructor(lambd?: number | {
        lambd?: number;
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** The first half along dim times the sigmoid of the second. */
export class GLU extends Module {
    readonly dim: number;
    constructor(dim?: number | {
        dim?: number;
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x where positive, weight · x elsewhere; weight is learned, one for all or one a channel (dim 1). */
export class PReLU extends Module {
    readonly num_parameters: number;
    weight: Parameter;
    constructor(num_parameters?: number | (Factory & {
        num_parameters?: number;
        init?: number;
    }), init?: number | Factory, options?: Factory);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
abstract class AlongDim extends Module {
    readonly dim: number | null;
    constructor(dim?: number | null | {
        dim?: number | null;
    });
    extra_repr(): string;
}
/** eˣ / Σ eˣ along dim. */
export class Softmax extends AlongDim {
    forward(input: Tensor): Tensor;
}
/** log(eˣ / Σ eˣ) along dim. */
export class LogSoftmax extends AlongDim {
    forward(input: Tensor): Tensor;
}
/** softmax(−x) along dim. */
export class Softmin extends AlongDim {
    forward(input: Tensor): Tensor;
}
/** softmax over the channels of [N, C, H, W]. */
export class Softmax2d extends Module {
    forward(input: Tensor): Tensor;
}
export {};
}

declare module 'torch/nn/layers/attention' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Parameter } from 'torch/nn/parameter';
import { type Factory, Linear } from 'torch/nn/layers/linear';
export interface AttentionOptions extends Factory {
    dropout?: number;
    bias?: boolean;
    add_bias_kv?: boolean;
    add_zero_attn?: boolean;
    kdim?: number | null;
    vdim?: number | null;
    /** Input and output are [N, L, E] instead of [L, N, E]. Default: false. */
    batch_first?: boolean;
}
export interface AttentionArguments {
    /** [N, S]: true (or −∞) where a key is padding. */
    key_padding_mask?: Tensor | null;
    /** Also return the weights. Default: true. */
    need_weights?: boolean;
    /** [L, S] or [N·heads, L, S]: true (or −∞) where a place may not be looked at. */
    attn_mask?: Tensor | null;
    /** Average the weights over heads. Default: true. */
    average_attn_weights?: boolean;
    is_causal?: boolean;
}
/**
 * Several attention heads side by side: query [L, N, E], key [S, N, kdim], value [S, N, vdim] → [output [L, N, E], weights
 * [N, L, S]]. With batch_first the batch comes first; without batch the N dimension is left out.
 */
export class MultiheadAttention extends Module {
    readonly embed_dim: number;
    readonly kdim: number;
    readonly vdim: number;
    readonly num_heads: number;
    readonly dropout: number;
    readonly batch_first: boolean;
    readonly head_dim: number;
    readonly add_zero_attn: boolean;
    q_proj_weight: Parameter | null;
    k_proj_weight: Parameter | null;
    v_proj_weight: Parameter | null;
    in_proj_weight: Parameter | null;
    in_proj_bias: Parameter | null;
    bias_k: Parameter | null;
    bias_v: Parameter | null;
    out_proj: Linear;
    constructor(embed_dim: number, num_heads: number, dropout?: number | AttentionOptions, options?: AttentionOptions);
    forward(query: Tensor, key: Tensor, value: Tensor, key_padding_mask?: Tensor | null | AttentionArguments, need_weights?: boolean | AttentionArguments, attn_mask?: Tensor | null | AttentionArguments, average_attn_weights?: boolean): [output: Tensor, weights: Tensor | null];
}
}

declare module 'torch/nn/layers/containers' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
/** Modules in order, by position or name; positions of a list renumber when one is taken out. */
abstract class Ordered<M extends Module> extends Module {
    /** How many modules there are. */
    get length(): number;
    /** The module at a position; negative ones count from the end. */
    at(index: number): M;
    [Symbol.iterator](): IterableIterator<M>;
    /** Puts another module at a position. */
    set_at(index: number, module: M): void;
    /** Adds a module at the end. */
    append(module: M): this;
    /** Adds several at the end. */
    extend(modules: Iterable<M>): this;
    /** Puts a module before a position. */
    insert(index: number, module: M): this;
    /** Takes a module out and returns it. */
    pop(index?: number): M;
}
/**
 * Runs modules one after the other, each on the result of the one before. Takes them as arguments, or a plain object of
 * named ones: `new nn.Sequential({ fc: new nn.Linear(4, 2), act: new nn.ReLU() })`.
 */
export class Sequential extends Ordered<Module> {
    constructor(...modules: readonly Module[]);
    constructor(modules: Readonly<Record<string, Module>>);
    forward(input: Tensor, ...more: unknown[]): any;
    /** The modules from one position to before another, under their names, sharing their parameters. */
    slice(start?: number, end?: number): Sequential;
}
/** Modules in a list: registered, but called by your own forward. */
export class ModuleList<M extends Module = Module> extends Ordered<M> {
    constructor(modules?: Iterable<M>);
    /** The modules from one position to before another. */
    slice(start?: number, end?: number): ModuleList<M>;
    /** Modules that print alike and follow each other are folded into one line: `(0-2): 3 x Linear(…)`. */
    _child_lines(): string[];
}
/** Modules by name. */
export class ModuleDict<M extends Module = Module> extends Module {
    constructor(modules?: Readonly<Record<string, M>> | Iterable<readonly [string, M]>);
    get length(): number;
    /** The module of a name. */
    get(key: string): M;
    /** Adds or replaces a module. */
    set(key: string, module: M): this;
    /** Whether there is a module of that name. */
    has(key: string): boolean;
    keys(): string[];
    values(): M[];
    items(): [string, M][];
    [Symbol.iterator](): IterableIterator<string>;
    /** Adds or replaces several. */
    update(modules: Readonly<Record<string, M>> | Iterable<readonly [string, M]>): void;
    /** Takes a module out and returns it. */
    pop(key: string): M;
    /** Takes all out. */
    clear(): void;
}
/** Parameters in a list. */
export class ParameterList extends Module {
    constructor(values?: Iterable<Tensor>);
    get length(): number;
    /** The parameter at a position; negative ones count from the end. */
    at(index: number): Parameter;
    /** Puts another parameter at a position. */
    set_at(index: number, value: Tensor): void;
    [Symbol.iterator](): IterableIterator<Parameter>;
    /** Adds a parameter (or a tensor, which becomes one) at the end. */
    append(value: Tensor): this;
    /** Adds several at the end. */
    extend(values: Iterable<Tensor>): this;
    /** The parameters from one position to before another. */
    slice(start?: number, end?: number): ParameterList;
    _child_lines(): string[];
}
/** Parameters by name. */
export class ParameterDict extends Module {
    constructor(parameters?: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]>);
    get length(): number;
    /** The parameter of a name, or the given value where there is none. */
    get(key: string): Parameter;
    get<D>(key: string, otherwise: D): Parameter | D;
    /** Adds or replaces a parameter. */
    set(key: string, value: Tensor): this;
    /** The parameter of a name, which is added where there is none. */
    setdefault(key: string, value: Tensor): Parameter;
    has(key: string): boolean;
    keys(): string[];
    values(): Parameter[];
    items(): [string, Parameter][];
    [Symbol.iterator](): IterableIterator<string>;
    /** Adds or replaces several. */
    update(parameters: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]>): void;
    /** Takes a parameter out and returns it. */
    pop(key: string): Parameter;
    /** Takes the last parameter out and returns it with its name. */
    popitem(): [string, Parameter];
    /** Takes all out. */
    clear(): void;
    /** Another ParameterDict of the same parameters. */
    copy(): ParameterDict;
    _child_lines(): string[];
}
export {};
}

declare module 'torch/nn/layers/convolution' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Parameter } from 'torch/nn/parameter';
import { type Factory } from 'torch/nn/layers/linear';
/** One number for every dimension, or one each. */
export type Size = number | readonly number[];
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';
export interface ConvOptions extends Factory {
    /** Default: 1. */
    stride?: Size;
    /** Zeros put around the input, or 'same' / 'valid'. Default: 0. */
    padding?: Size | 'same' | 'valid';
    /** Distance between kernel elements. Default: 1. */
    dilation?: Size;
    /** Channels are split into this many separate convolutions. Default: 1. */
    groups?: number;
    /** Default: true. */
    bias?: boolean;
    /** Default: 'zeros'. */
    padding_mode?: PaddingMode;
}
export interface ConvTransposeOptions extends Omit<ConvOptions, 'padding' | 'padding_mode'> {
    padding?: Size;
    /** Rows added at one side of the output. Default: 0. */
    output_padding?: Size;
    padding_mode?: 'zeros';
}
abstract class Convolution extends Module {
    in_channels: number;
    out_channels: number;
    readonly kernel_size: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[] | 'same' | 'valid';
    readonly dilation: readonly number[];
    readonly groups: number;
    readonly padding_mode: PaddingMode;
    weight: Parameter;
    bias: Parameter | null;
    constructor(in_channels: number, out_channels: number, kernel_size: Size, stride?: Size | ConvOptions, padding?: Size | 'same' | 'valid' | ConvOptions, dilation?: Size | ConvOptions, groups?: number | ConvOptions, bias?: boolean | ConvOptions, options?: ConvOptions);
    constructor(options: ConvOptions & {
        in_channels: number;
        out_channels: number;
        kernel_size: Size;
    });
    /** Draws weight and bias anew from U(−1/√fan_in, 1/√fan_in). */
    reset_parameters(): void;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** Cross-correlation over [N, C_in, L] → [N, C_out, ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride + 1⌋]; weight [C_out, C_in / groups, kernel]. */
export class Conv1d extends Convolution {
}
/** Cross-correlation over [N, C_in, H, W] → [N, C_out, H', W'], each side as in Conv1d; weight [C_out, C_in / groups, kH, kW]. */
export class Conv2d extends Convolution {
}
/** Cross-correlation over [N, C_in, D, H, W]. */
export class Conv3d extends Convolution {
}
abstract class TransposedConvolution extends Module {
    in_channels: number;
    out_channels: number;
    readonly kernel_size: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    readonly output_padding: readonly number[];
    readonly dilation: readonly number[];
    readonly groups: number;
    readonly padding_mode: 'zeros';
    weight: Parameter;
    bias: Parameter | null;
    constructor(in_channels: number, out_channels: number, kernel_size: Size, stride?: Size | ConvTransposeOptions, padding?: Size | ConvTransposeOptions, output_padding?: Size | ConvTransposeOptions, groups?: number | ConvTransposeOptions, bias?: boolean | ConvTransposeOptions, dilation?: Size | ConvTransposeOptions);
    constructor(options: ConvTransposeOptions & {
        in_channels: number;
        out_channels: number;
        kernel_size: Size;
    });
    /** Draws weight and bias anew. */
    reset_parameters(): void;
    forward(input: Tensor, output_size?: readonly number[] | null | {
        output_size?: readonly number[] | null;
    }): Tensor;
    extra_repr(): string;
}
/** The transpose of Conv1d: [N, C_in, L] → [N, C_out, (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1]. */
export class ConvTranspose1d extends TransposedConvolution {
}
/** The transpose of Conv2d; weight [C_in, C_out / groups, kH, kW]. */
export class ConvTranspose2d extends TransposedConvolution {
}
/** The transpose of Conv3d. */
export class ConvTranspose3d extends TransposedConvolution {
}
interface PatchOptions {
    dilation?: Size;
    padding?: Size;
    stride?: Size;
}
abstract class Patches extends Module {
    readonly kernel_size: Size;
    readonly dilation: Size;
    readonly padding: Size;
    readonly stride: Size;
    constructor(o: Required<PatchOptions> & {
        kernel_size: Size;
    });
    extra_repr(): string;
}
/** All patches of [N, C, H, W] as columns: [N, C·kH·kW, L]. */
export class Unfold extends Patches {
    constructor(kernel_size: Size | (PatchOptions & {
        kernel_size: Size;
    }), dilation?: Size | PatchOptions, padding?: Size | PatchOptions, stride?: Size | PatchOptions);
    forward(input: Tensor): Tensor;
}
/** Adds columns [N, C·kH·kW, L] up into an image [N, C, H, W]. */
export class Fold extends Patches {
    readonly output_size: Size;
    constructor(output_size: Size | (PatchOptions & {
        output_size: Size;
        kernel_size: Size;
    }), kernel_size?: Size | (PatchOptions & {
        kernel_size: Size;
    }), dilation?: Size | PatchOptions, padding?: Size | PatchOptions, stride?: Size | PatchOptions);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
export {};
}

declare module 'torch/nn/layers/dropout' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
export interface DropoutOptions {
    /** Probability of an element (or channel) to be zeroed. Default: 0.5. */
    p?: number;
    /** Writes the result into the input's memory. Default: false. */
    inplace?: boolean;
}
abstract class AnyDropout extends Module {
    readonly p: number;
    readonly inplace: boolean;
    constructor(p?: number | DropoutOptions, inplace?: boolean | DropoutOptions);
    extra_repr(): string;
}
/** In training zeroes each element with probability p and scales the rest by 1 / (1 − p); in evaluation passes its input on. */
export class Dropout extends AnyDropout {
    forward(input: Tensor): Tensor;
}
/** Dropout of whole channels of [N, C, L]. */
export class Dropout1d extends AnyDropout {
    forward(input: Tensor): Tensor;
}
/** Dropout of whole channels of [N, C, H, W]. */
export class Dropout2d extends AnyDropout {
    forward(input: Tensor): Tensor;
}
/** Dropout of whole channels of [N, C, D, H, W]. */
export class Dropout3d extends AnyDropout {
    forward(input: Tensor): Tensor;
}
/** Dropout that keeps mean and variance of SELU's outputs. */
export class AlphaDropout extends AnyDropout {
    forward(input: Tensor): Tensor;
}
/** AlphaDropout of whole channels. */
export class FeatureAlphaDropout extends AnyDropout {
    forward(input: Tensor): Tensor;
}
export {};
}

declare module 'torch/nn/layers/embedding' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
import { type Factory } from 'torch/nn/layers/linear';
export interface EmbeddingOptions extends Factory {
    /** A row that stays as it is and takes no gradient. */
    padding_idx?: number | null;
    /** Rows longer than this are scaled down when they are read. */
    max_norm?: number | null;
    norm_type?: number;
    scale_grad_by_freq?: boolean;
    sparse?: boolean;
}
/** A table of vectors: indices [*] → [*, embedding_dim]; weight [num_embeddings, embedding_dim] from N(0, 1). */
export class Embedding extends Module {
    readonly num_embeddings: number;
    readonly embedding_dim: number;
    readonly padding_idx: number | null;
    readonly max_norm: number | null;
    readonly norm_type: number;
    readonly scale_grad_by_freq: boolean;
    readonly sparse: boolean;
    weight: Parameter;
    constructor(num_embeddings: number, embedding_dim: number, padding_idx?: number | null | EmbeddingOptions, options?: EmbeddingOptions);
    /** Draws the table anew; the padding row is zero. */
    reset_parameters(): void;
    /** An Embedding on a given table [n, d]; frozen unless `freeze: false`. */
    static from_pretrained(embeddings: Tensor, freeze?: boolean | (EmbeddingOptions & {
        freeze?: boolean;
    }), options?: EmbeddingOptions): Embedding;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
export interface EmbeddingBagOptions extends EmbeddingOptions {
    /** Default: 'mean'. */
    mode?: 'sum' | 'mean' | 'max';
    /** The last offset is the number of indices, not a bag's start. Default: false. */
    include_last_offset?: boolean;
}
interface BagArguments {
    /** Where each bag starts in a vector of indices. */
    offsets?: Tensor | null;
    /** [as input]: what each vector is multiplied by; mode 'sum' only. */
    per_sample_weights?: Tensor | null;
}
/** Sums, means or maxima of bags of vectors, without the vectors themselves. */
export class EmbeddingBag extends Module {
    readonly num_embeddings: number;
    readonly embedding_dim: number;
    readonly max_norm: number | null;
    readonly norm_type: number;
    readonly scale_grad_by_freq: boolean;
    readonly mode: 'sum' | 'mean' | 'max';
    readonly sparse: boolean;
    readonly include_last_offset: boolean;
    readonly padding_idx: number | null;
    weight: Parameter;
    constructor(num_embeddings: number, embedding_dim: number, max_norm?: number | null | EmbeddingBagOptions, options?: EmbeddingBagOptions);
    /** Draws the table anew; the padding row is zero. */
    reset_parameters(): void;
    /** An EmbeddingBag on a given table [n, d]; frozen unless `freeze: false`. */
    static from_pretrained(embeddings: Tensor, freeze?: boolean | (EmbeddingBagOptions & {
        freeze?: boolean;
    }), options?: EmbeddingBagOptions): EmbeddingBag;
    forward(input: Tensor, offsets?: Tensor | null | BagArguments, per_sample_weights?: Tensor | null | BagArguments): Tensor;
    extra_repr(): string;
}
export {};
}

declare module 'torch/nn/layers/lazy' {
import { type Tensor } from 'torch/tensor';
import { Conv1d, Conv2d, Conv3d, type ConvOptions, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d, type ConvTransposeOptions, type PaddingMode, type Size } from 'torch/nn/layers/convolution';
import { type Factory, Linear, type LinearOptions } from 'torch/nn/layers/linear';
import { BatchNorm1d, BatchNorm2d, BatchNorm3d, type BatchNormOptions, InstanceNorm1d, InstanceNorm2d, InstanceNorm3d } from 'torch/nn/layers/normalization';
/** Linear whose in_features is the last size of the first input. */
export class LazyLinear extends Linear {
    constructor(out_features: number, bias?: boolean | LinearOptions, options?: Factory);
    /** Takes the input's last size and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** Conv1d whose in_channels are those of the first input. */
export class LazyConv1d extends Conv1d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | 'same' | 'valid' | ConvOptions, dilation?: Size | ConvOptions, groups?: number | ConvOptions, bias?: boolean | ConvOptions, padding_mode?: PaddingMode);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** Conv2d whose in_channels are those of the first input. */
export class LazyConv2d extends Conv2d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | 'same' | 'valid' | ConvOptions, dilation?: Size | ConvOptions, groups?: number | ConvOptions, bias?: boolean | ConvOptions, padding_mode?: PaddingMode);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** Conv3d whose in_channels are those of the first input. */
export class LazyConv3d extends Conv3d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | 'same' | 'valid' | ConvOptions, dilation?: Size | ConvOptions, groups?: number | ConvOptions, bias?: boolean | ConvOptions, padding_mode?: PaddingMode);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** ConvTranspose1d whose in_channels are those of the first input. */
export class LazyConvTranspose1d extends ConvTranspose1d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | ConvTransposeOptions, output_padding?: Size | ConvTransposeOptions, groups?: number | ConvTransposeOptions, bias?: boolean | ConvTransposeOptions, dilation?: Size | ConvTransposeOptions);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** ConvTranspose2d whose in_channels are those of the first input. */
export class LazyConvTranspose2d extends ConvTranspose2d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | ConvTransposeOptions, output_padding?: Size | ConvTransposeOptions, groups?: number | ConvTransposeOptions, bias?: boolean | ConvTransposeOptions, dilation?: Size | ConvTransposeOptions);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** ConvTranspose3d whose in_channels are those of the first input. */
export class LazyConvTranspose3d extends ConvTranspose3d {
    constructor(out_channels: number, kernel_size: Size, options?: ConvTransposeOptions);
    constructor(out_channels: number, kernel_size: Size, stride: Size, padding?: Size | ConvTransposeOptions, output_padding?: Size | ConvTransposeOptions, groups?: number | ConvTransposeOptions, bias?: boolean | ConvTransposeOptions, dilation?: Size | ConvTransposeOptions);
    /** Takes the input's channels and draws the parameters. */
    initialize_parameters(input: Tensor): void;
}
/** BatchNorm1d whose num_features are the channels of the first input. */
export class LazyBatchNorm1d extends BatchNorm1d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | null | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
/** BatchNorm2d whose num_features are the channels of the first input. */
export class LazyBatchNorm2d extends BatchNorm2d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | null | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
/** BatchNorm3d whose num_features are the channels of the first input. */
export class LazyBatchNorm3d extends BatchNorm3d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | null | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
/** InstanceNorm1d whose num_features are the channels of the first input. */
export class LazyInstanceNorm1d extends InstanceNorm1d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
/** InstanceNorm2d whose num_features are the channels of the first input. */
export class LazyInstanceNorm2d extends InstanceNorm2d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
/** InstanceNorm3d whose num_features are the channels of the first input. */
export class LazyInstanceNorm3d extends InstanceNorm3d {
    constructor(eps?: number | BatchNormOptions, momentum?: number | BatchNormOptions, affine?: boolean | BatchNormOptions, track_running_stats?: boolean | BatchNormOptions);
    /** Takes the input's channels. */
    initialize_parameters(input: Tensor): void;
}
}

declare module 'torch/nn/layers/linear' {
import type { DType } from 'torch/dtype';
import { type Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
/** Where and in which dtype a layer's parameters are made. */
export interface Factory {
    device?: string | null;
    dtype?: DType | null;
}
/** A parameter with memory that is still to be initialised. */
export const made: (shape: readonly number[], factory: {
    device: string | null;
    dtype: DType | null;
}) => Parameter;
export const noFactory: {
    device: string | null;
    dtype: DType | null;
};
/** PyTorch's default for linear and convolution layers: U(−1/√fan_in, 1/√fan_in) for weight and bias. */
export function resetAffine(weight: Parameter, bias: Parameter | null): void;
export interface LinearOptions extends Factory {
    /** Whether a learned offset is added. Default: true. */
    bias?: boolean;
}
/**
 * y = x · Wᵀ + b. Input [*, in_features], output [*, out_features]; weight [out_features, in_features], bias
 * [out_features], both drawn from U(−1/√in_features, 1/√in_features).
 */
export class Linear extends Module {
    in_features: number;
    out_features: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(in_features: number, out_features: number, bias?: boolean | LinearOptions, options?: Factory);
    constructor(options: LinearOptions & {
        in_features: number;
        out_features: number;
    });
    /** Draws weight and bias anew. */
    reset_parameters(): void;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** y = x₁ᵀ A x₂ + b. Inputs [*, in1_features] and [*, in2_features], output [*, out_features]. */
export class Bilinear extends Module {
    readonly in1_features: number;
    readonly in2_features: number;
    out_features: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(in1_features: number, in2_features: number, out_features: number, bias?: boolean | LinearOptions, options?: Factory);
    /** Draws weight and bias from U(−1/√in1_features, 1/√in1_features). */
    reset_parameters(): void;
    forward(input1: Tensor, input2: Tensor): Tensor;
    extra_repr(): string;
}
/** Returns its input; takes and ignores any arguments. */
export class Identity extends Module {
    constructor(..._: unknown[]);
    forward(input: Tensor): Tensor;
}
/** Joins the dimensions from start_dim (1) to end_dim (−1) into one: [N, C, H, W] → [N, C·H·W]. */
export class Flatten extends Module {
    readonly start_dim: number;
    readonly end_dim: number;
    constructor(start_dim?: number | {
        start_dim?: number;
        end_dim?: number;
    }, end_dim?: number | {
        end_dim?: number;
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** Splits one dimension into several: the reverse of Flatten. */
export class Unflatten extends Module {
    readonly dim: number;
    readonly unflattened_size: readonly number[];
    constructor(dim: number, unflattened_size: readonly number[]);
    constructor(options: {
        dim: number;
        unflattened_size: readonly number[];
    });
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
}

declare module 'torch/nn/layers/losses' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
/** 'mean' averages, 'sum' adds up, 'none' keeps one value an element. */
export type Reduction = 'mean' | 'sum' | 'none';
export interface LossOptions {
    /** Default: 'mean'. */
    reduction?: Reduction;
    /** Deprecated in PyTorch, read into `reduction`. */
    size_average?: boolean | null;
    /** Deprecated in PyTorch, read into `reduction`. */
    reduce?: boolean | null;
}
export interface WeightedLossOptions extends LossOptions {
    weight?: Tensor | null;
}
abstract class Loss extends Module {
    readonly reduction: Reduction;
    constructor(reduction: Reduction);
}
abstract class PlainLoss extends Loss {
    constructor(options?: LossOptions);
}
abstract class WeightedLoss extends Loss {
    weight: Tensor | null;
    constructor(weight: Tensor | null, reduction: Reduction);
}
/** (input − target)², reduced. */
export class MSELoss extends PlainLoss {
    forward(input: Tensor, target: Tensor): Tensor;
}
/** |input − target|, reduced. */
export class L1Loss extends PlainLoss {
    forward(input: Tensor, target: Tensor): Tensor;
}
/** log(1 + e^{−target·input}) for targets of ±1, reduced. */
export class SoftMarginLoss extends PlainLoss {
    forward(input: Tensor, target: Tensor): Tensor;
}
/** Squared where |input − target| < beta (over 2·beta), linear beyond, reduced. */
export class SmoothL1Loss extends Loss {
    readonly beta: number;
    constructor(options?: LossOptions & {
        beta?: number;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/** Half the square where |input − target| ≤ delta, delta·(|d| − delta/2) beyond, reduced. */
export class HuberLoss extends Loss {
    readonly delta: number;
    constructor(reduction?: Reduction | {
        reduction?: Reduction;
        delta?: number;
    }, delta?: number);
    forward(input: Tensor, target: Tensor): Tensor;
}
/** target · (log target − input) for log-probabilities input, reduced; 'batchmean' is the mathematical mean. */
export class KLDivLoss extends Module {
    readonly reduction: Reduction | 'batchmean';
    readonly log_target: boolean;
    constructor(options?: Omit<LossOptions, 'reduction'> & {
        reduction?: Reduction | 'batchmean';
        log_target?: boolean;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/**
 * Softmax over classes and negative log-likelihood in one: input [N, C] or [N, C, d…] of raw scores, target [N] or [N, d…]
 * of class indices, or class probabilities of input's shape. `weight` [C] scales classes (and the mean), targets equal to
 * `ignore_index` (−100) count for nothing, `label_smoothing` mixes the target with the uniform distribution.
 */
export class CrossEntropyLoss extends WeightedLoss {
    readonly ignore_index: number;
    readonly label_smoothing: number;
    constructor(weight?: Tensor | null | (WeightedLossOptions & {
        ignore_index?: number;
        label_smoothing?: number;
    }), options?: LossOptions & {
        ignore_index?: number;
        label_smoothing?: number;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/** −weight[y] · input[y] for log-probabilities [N, C] or [N, C, d…] and class indices; the mean divides by the weights' sum. */
export class NLLLoss extends WeightedLoss {
    readonly ignore_index: number;
    constructor(weight?: Tensor | null | (WeightedLossOptions & {
        ignore_index?: number;
    }), options?: LossOptions & {
        ignore_index?: number;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/** −(y·log x + (1 − y)·log(1 − x)) for probabilities x, logarithms kept at −100 or more. */
export class BCELoss extends WeightedLoss {
    constructor(weight?: Tensor | null | WeightedLossOptions, options?: LossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
/** Sigmoid and binary cross-entropy in one, without overflow; `pos_weight` scales the positive class. */
export class BCEWithLogitsLoss extends WeightedLoss {
    pos_weight: Tensor | null;
    constructor(weight?: Tensor | null | (WeightedLossOptions & {
        pos_weight?: Tensor | null;
    }), options?: LossOptions & {
        pos_weight?: Tensor | null;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/** max(0, −target·(x₁ − x₂) + margin) for targets of ±1, reduced. */
export class MarginRankingLoss extends Loss {
    readonly margin: number;
    constructor(margin?: number | (LossOptions & {
        margin?: number;
    }), options?: LossOptions);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
/** x where target is 1, max(0, margin − x) where it is −1, reduced. */
export class HingeEmbeddingLoss extends Loss {
    readonly margin: number;
    constructor(margin?: number | (LossOptions & {
        margin?: number;
    }), options?: LossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
/** 1 − cos(x₁, x₂) where target is 1, max(0, cos(x₁, x₂) − margin) where it is −1, reduced. */
export class CosineEmbeddingLoss extends Loss {
    readonly margin: number;
    constructor(margin?: number | (LossOptions & {
        margin?: number;
    }), options?: LossOptions);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
export interface TripletOptions extends LossOptions {
    margin?: number;
    /** Of the norm. Default: 2. */
    p?: number;
    eps?: number;
    /** Takes the positive's distance to the negative where that is smaller. Default: false. */
    swap?: boolean;
}
/** max(0, d(anchor, positive) − d(anchor, negative) + margin), reduced. */
export class TripletMarginLoss extends Loss {
    readonly margin: number;
    readonly p: number;
    readonly eps: number;
    readonly swap: boolean;
    constructor(margin?: number | TripletOptions, p?: number | TripletOptions, options?: TripletOptions);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
/** Σ max(0, margin − x[y] + x[i])^p / C over the other classes, reduced. */
export class MultiMarginLoss extends WeightedLoss {
    readonly p: number;
    readonly margin: number;
    constructor(p?: number | (WeightedLossOptions & {
        p?: number;
        margin?: number;
    }), margin?: number, options?: WeightedLossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
/** Hinge over all pairs of a target class and another, targets listed up to the first −1. */
export class MultiLabelMarginLoss extends PlainLoss {
    forward(input: Tensor, target: Tensor): Tensor;
}
/** Binary cross-entropy of each class's logit, averaged over classes. */
export class MultiLabelSoftMarginLoss extends WeightedLoss {
    constructor(weight?: Tensor | null | WeightedLossOptions, options?: LossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
/** e^x − target·x for log-rates x (or x − target·log x), reduced. */
export class PoissonNLLLoss extends Loss {
    readonly log_input: boolean;
    readonly full: boolean;
    readonly eps: number;
    constructor(log_input?: boolean | (LossOptions & {
        log_input?: boolean;
        full?: boolean;
        eps?: number;
    }), full?: boolean, options?: LossOptions & {
        eps?: number;
    });
    forward(input: Tensor, target: Tensor): Tensor;
}
/** ½(log var + (input − target)² / var), reduced. */
export class GaussianNLLLoss extends Loss {
    readonly full: boolean;
    readonly eps: number;
    constructor(options?: {
        full?: boolean;
        eps?: number;
        reduction?: Reduction;
    });
    forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor;
}
export {};
}

declare module 'torch/nn/layers/normalization' {
import { type Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Parameter } from 'torch/nn/parameter';
import { type Factory } from 'torch/nn/layers/linear';
export interface BatchNormOptions extends Factory {
    /** Added to the variance. Default: 1e-5. */
    eps?: number;
    /** Share of the new batch in the running statistics; null averages all batches alike. Default: 0.1. */
    momentum?: number | null;
    /** Learned scale and offset. Default: true. */
    affine?: boolean;
    /** Keeps running statistics for evaluation. Default: true. */
    track_running_stats?: boolean;
}
abstract class RunningNorm extends Module {
    num_features: number;
    readonly eps: number;
    momentum: number | null;
    affine: boolean;
    track_running_stats: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    running_mean: Tensor | null;
    running_var: Tensor | null;
    num_batches_tracked: Tensor | null;
    constructor(what: string, args: readonly unknown[], affine: boolean, track: boolean);
    /** Mean 0, variance 1, no batches seen. */
    reset_running_stats(): void;
    /** Fresh statistics, scale 1, offset 0. */
    reset_parameters(): void;
    extra_repr(): string;
}
/** What all batch norms have in common. */
export abstract class BatchNorm extends RunningNorm {
    constructor(num_features: number, eps?: number | BatchNormOptions, momentum?: number | null | BatchNormOptions, affine?: boolean, track_running_stats?: boolean, options?: Factory);
    forward(input: Tensor): Tensor;
}
/**
 * Normalises each channel of [N, C] or [N, C, L] over the batch: y = (x − mean) / √(var + eps) · weight + bias. Training uses
 * the batch's biased variance and mixes the unbiased one into `running_var`; evaluation uses the running statistics.
 */
export class BatchNorm1d extends BatchNorm {
}
/** BatchNorm of [N, C, H, W]. */
export class BatchNorm2d extends BatchNorm {
}
/** BatchNorm of [N, C, D, H, W]. */
export class BatchNorm3d extends BatchNorm {
}
abstract class InstanceNorm extends RunningNorm {
    constructor(num_features: number, eps?: number | BatchNormOptions, momentum?: number | BatchNormOptions, affine?: boolean, track_running_stats?: boolean, options?: Factory);
    forward(input: Tensor): Tensor;
}
/** Normalises each channel of each sample of [N, C, L]. */
export class InstanceNorm1d extends InstanceNorm {
}
/** Normalises each channel of each sample of [N, C, H, W]. */
export class InstanceNorm2d extends InstanceNorm {
}
/** Normalises each channel of each sample of [N, C, D, H, W]. */
export class InstanceNorm3d extends InstanceNorm {
}
export interface LayerNormOptions extends Factory {
    /** Default: 1e-5. */
    eps?: number;
    /** Learned scale (and offset). Default: true. */
    elementwise_affine?: boolean;
    /** Learned offset. Default: true. */
    bias?: boolean;
}
/** Normalises over the last dimensions, of shape normalized_shape, by their mean and biased variance; then scale and offset. */
export class LayerNorm extends Module {
    readonly normalized_shape: readonly number[];
    readonly eps: number;
    readonly elementwise_affine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(normalized_shape: number | readonly number[], eps?: number | LayerNormOptions, elementwise_affine?: boolean | LayerNormOptions, bias?: boolean | LayerNormOptions, options?: Factory);
    /** Scale 1, offset 0. */
    reset_parameters(): void;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x / √(mean(x²) + eps) · weight over the last dimensions; eps is the dtype's own epsilon unless given. */
export class RMSNorm extends Module {
    readonly normalized_shape: readonly number[];
    readonly eps: number | null;
    readonly elementwise_affine: boolean;
    weight: Parameter | null;
    constructor(normalized_shape: number | readonly number[], eps?: number | null | LayerNormOptions, elementwise_affine?: boolean | LayerNormOptions, options?: Factory);
    /** Scale 1. */
    reset_parameters(): void;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
export interface GroupNormOptions extends Factory {
    eps?: number;
    affine?: boolean;
}
/** Normalises groups of channels of [N, C, *] within each sample; scale and offset are per channel. */
export class GroupNorm extends Module {
    readonly num_groups: number;
    readonly num_channels: number;
    readonly eps: number;
    affine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(num_groups: number, num_channels: number, eps?: number | GroupNormOptions, affine?: boolean | GroupNormOptions, options?: Factory);
    /** Scale 1, offset 0. */
    reset_parameters(): void;
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x / (k + α/n · Σ x²)^β over n neighbouring channels. */
export class LocalResponseNorm extends Module {
    readonly size: number;
    readonly alpha: number;
    readonly beta: number;
    readonly k: number;
    constructor(size: number, alpha?: number | {
        alpha?: number;
        beta?: number;
        k?: number;
    }, beta?: number, k?: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
export {};
}

declare module 'torch/nn/layers/padding' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Size } from 'torch/nn/layers/convolution';
abstract class Pad extends Module {
    readonly padding: readonly number[];
    constructor(padding: Size, sides: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
abstract class ConstantPad extends Pad {
    readonly value: number;
    constructor(padding: Size, value: number, sides: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
abstract class ReflectionPad extends Pad {
}
abstract class ReplicationPad extends Pad {
}
abstract class CircularPad extends Pad {
}
abstract class ZeroPad extends ConstantPad {
    extra_repr(): string;
}
/** A constant around the last dimension: [left, right]. */
export class ConstantPad1d extends ConstantPad {
    constructor(padding: Size, value: number);
}
/** A constant around the last two dimensions: [left, right, top, bottom]. */
export class ConstantPad2d extends ConstantPad {
    constructor(padding: Size, value: number);
}
/** A constant around the last three dimensions. */
export class ConstantPad3d extends ConstantPad {
    constructor(padding: Size, value: number);
}
/** Zeros around the last dimension. */
export class ZeroPad1d extends ZeroPad {
    constructor(padding: Size);
}
/** Zeros around the last two dimensions. */
export class ZeroPad2d extends ZeroPad {
    constructor(padding: Size);
}
/** Zeros around the last three dimensions. */
export class ZeroPad3d extends ZeroPad {
    constructor(padding: Size);
}
/** The input mirrored at its borders, along the last dimension. */
export class ReflectionPad1d extends ReflectionPad {
    constructor(padding: Size);
}
/** The input mirrored at its borders, along the last two dimensions. */
export class ReflectionPad2d extends ReflectionPad {
    constructor(padding: Size);
}
/** The input mirrored at its borders, along the last three dimensions. */
export class ReflectionPad3d extends ReflectionPad {
    constructor(padding: Size);
}
/** The border repeated, along the last dimension. */
export class ReplicationPad1d extends ReplicationPad {
    constructor(padding: Size);
}
/** The border repeated, along the last two dimensions. */
export class ReplicationPad2d extends ReplicationPad {
    constructor(padding: Size);
}
/** The border repeated, along the last three dimensions. */
export class ReplicationPad3d extends ReplicationPad {
    constructor(padding: Size);
}
/** The opposite side goes on, along the last dimension. */
export class CircularPad1d extends CircularPad {
    constructor(padding: Size);
}
/** The opposite side goes on, along the last two dimensions. */
export class CircularPad2d extends CircularPad {
    constructor(padding: Size);
}
/** The opposite side goes on, along the last three dimensions. */
export class CircularPad3d extends CircularPad {
    constructor(padding: Size);
}
export {};
}

declare module 'torch/nn/layers/pooling' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Size } from 'torch/nn/layers/convolution';
export interface MaxPoolOptions {
    /** Default: kernel_size. */
    stride?: Size | null;
    padding?: Size;
    dilation?: Size;
    /** Also returns where each maximum was. Default: false. */
    return_indices?: boolean;
    /** Rounds the output size up. Default: false. */
    ceil_mode?: boolean;
}
abstract class MaxPool extends Module {
    readonly kernel_size: Size;
    readonly stride: Size;
    readonly padding: Size;
    readonly dilation: Size;
    readonly return_indices: boolean;
    readonly ceil_mode: boolean;
    constructor(kernel_size: Size | (MaxPoolOptions & {
        kernel_size: Size;
    }), stride?: Size | null | MaxPoolOptions, padding?: Size | MaxPoolOptions, dilation?: Size | MaxPoolOptions, return_indices?: boolean, ceil_mode?: boolean);
    extra_repr(): string;
}
/** The largest of each window of [N, C, L]. */
export class MaxPool1d extends MaxPool {
    forward(input: Tensor): Tensor;
}
/** The largest of each window of [N, C, H, W]. */
export class MaxPool2d extends MaxPool {
    forward(input: Tensor): Tensor;
}
/** The largest of each window of [N, C, D, H, W]. */
export class MaxPool3d extends MaxPool {
    forward(input: Tensor): Tensor;
}
export interface AvgPoolOptions {
    /** Default: kernel_size. */
    stride?: Size | null;
    padding?: Size;
    ceil_mode?: boolean;
    /** Zeros of the padding count in the mean. Default: true. */
    count_include_pad?: boolean;
    /** Divides by this instead of the window's size. */
    divisor_override?: number | null;
}
abstract class AvgPool extends Module {
    readonly kernel_size: Size;
    readonly stride: Size;
    readonly padding: Size;
    readonly ceil_mode: boolean;
    readonly count_include_pad: boolean;
    readonly divisor_override: number | null;
    constructor(kernel_size: Size | (AvgPoolOptions & {
        kernel_size: Size;
    }), stride?: Size | null | AvgPoolOptions, padding?: Size | AvgPoolOptions, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null);
    extra_repr(): string;
}
/** The mean of each window of [N, C, L]. */
export class AvgPool1d extends AvgPool {
    forward(input: Tensor): Tensor;
}
/** The mean of each window of [N, C, H, W]. */
export class AvgPool2d extends AvgPool {
    forward(input: Tensor): Tensor;
}
/** The mean of each window of [N, C, D, H, W]. */
export class AvgPool3d extends AvgPool {
    forward(input: Tensor): Tensor;
}
type OutputSize = number | null | readonly (number | null)[];
abstract class Adaptive extends Module {
    readonly output_size: OutputSize;
    readonly return_indices: boolean;
    constructor(output_size: OutputSize | {
        output_size: OutputSize;
        return_indices?: boolean;
    }, return_indices?: boolean);
    extra_repr(): string;
}
/** Means over windows chosen so that the output has a given length. */
export class AdaptiveAvgPool1d extends Adaptive {
    forward(input: Tensor): Tensor;
}
/** Means over windows chosen so that the output has a given height and width. */
export class AdaptiveAvgPool2d extends Adaptive {
    forward(input: Tensor): Tensor;
}
/** Means over windows chosen so that the output has a given size. */
export class AdaptiveAvgPool3d extends Adaptive {
    forward(input: Tensor): Tensor;
}
/** Maxima over windows chosen so that the output has a given length. */
export class AdaptiveMaxPool1d extends Adaptive {
    forward(input: Tensor): Tensor;
}
/** Maxima over windows chosen so that the output has a given height and width. */
export class AdaptiveMaxPool2d extends Adaptive {
    forward(input: Tensor): Tensor;
}
/** Maxima over windows chosen so that the output has a given size. */
export class AdaptiveMaxPool3d extends Adaptive {
    forward(input: Tensor): Tensor;
}
export {};
}

declare module 'torch/nn/layers/recurrent' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
import { PackedSequence } from 'torch/nn/rnn';
import { type Factory, made } from 'torch/nn/layers/linear';
export interface RecurrentOptions extends Factory {
    /** Layers on top of each other. Default: 1. */
    num_layers?: number;
    bias?: boolean;
    /** Input and output are [N, L, …] instead of [L, N, …]. Default: false. */
    batch_first?: boolean;
    /** Between layers, in training. Default: 0. */
    dropout?: number;
    /** A second direction from the end, its outputs joined to the first's. Default: false. */
    bidirectional?: boolean;
}
export interface LSTMOptions extends RecurrentOptions {
    /** The hidden state is projected to this size; 0: not at all. Default: 0. */
    proj_size?: number;
}
export interface RNNOptions extends RecurrentOptions {
    nonlinearity?: 'tanh' | 'relu';
}
abstract class Recurrent extends Module {
    readonly mode: string;
    readonly input_size: number;
    readonly hidden_size: number;
    readonly num_layers: number;
    readonly bias: boolean;
    readonly batch_first: boolean;
    readonly dropout: number;
    readonly bidirectional: boolean;
    readonly proj_size: number;
    constructor(mode: string, gates: number, o: Required<Omit<RecurrentOptions, keyof Factory>> & {
        proj_size?: number;
        input_size: number;
        hidden_size: number;
        device: string | null;
        dtype: Parameters<typeof made>[1]['dtype'];
    });
    /** Draws all weights and biases from U(−1/√hidden_size, 1/√hidden_size). */
    reset_parameters(): void;
    /** Accepted: parameters need no special place in memory here. */
    flatten_parameters(): void;
    /** The weights of each layer and direction. */
    get all_weights(): Parameter[][];
    extra_repr(): string;
}
export interface RNN {
    /** Packed sequences in, packed sequences out. */
    (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
}
/** Elman's network: h ← tanh(W_ih x + b_ih + W_hh h + b_hh). Input [L, N, in], output [L, N, D·hidden], h_n [D·layers, N, hidden]. */
export class RNN extends Recurrent {
    readonly nonlinearity: 'tanh' | 'relu';
    constructor(input_size: number, hidden_size: number, num_layers?: number | RNNOptions, nonlinearity?: 'tanh' | 'relu' | RNNOptions, bias?: boolean | RNNOptions, batch_first?: boolean | RNNOptions, dropout?: number | RNNOptions, bidirectional?: boolean);
    forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
    forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h_n: Tensor];
}
export interface LSTM {
    /** Packed sequences in, packed sequences out. */
    (input: PackedSequence, hx?: readonly [Tensor, Tensor] | null): [output: PackedSequence, state: [h_n: Tensor, c_n: Tensor]];
}
/**
 * Long short-term memory: gates i, f, g, o of W_ih x + b_ih + W_hh h + b_hh; c ← σ(f)·c + σ(i)·tanh(g), h ← σ(o)·tanh(c).
 * Input [L, N, in], output [L, N, D·hidden], states [D·layers, N, hidden].
 */
export class LSTM extends Recurrent {
    constructor(input_size: number, hidden_size: number, num_layers?: number | LSTMOptions, bias?: boolean | LSTMOptions, batch_first?: boolean | LSTMOptions, dropout?: number | LSTMOptions, bidirectional?: boolean | LSTMOptions, proj_size?: number);
    forward(input: PackedSequence, hx?: readonly [Tensor, Tensor] | null): [output: PackedSequence, state: [h_n: Tensor, c_n: Tensor]];
    forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [output: Tensor, state: [h_n: Tensor, c_n: Tensor]];
}
export interface GRU {
    /** Packed sequences in, packed sequences out. */
    (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
}
/** Gated recurrent unit: r, z, n gates; n = tanh(W_in x + b_in + σ(r)·(W_hn h + b_hn)), h ← (1 − σ(z))·n + σ(z)·h. Shapes as RNN. */
export class GRU extends Recurrent {
    constructor(input_size: number, hidden_size: number, num_layers?: number | RecurrentOptions, bias?: boolean | RecurrentOptions, batch_first?: boolean | RecurrentOptions, dropout?: number | RecurrentOptions, bidirectional?: boolean);
    forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h_n: Tensor];
    forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h_n: Tensor];
}
export interface CellOptions extends Factory {
    bias?: boolean;
}
abstract class Cell extends Module {
    readonly input_size: number;
    readonly hidden_size: number;
    readonly bias: boolean;
    weight_ih: Parameter;
    weight_hh: Parameter;
    bias_ih: Parameter | null;
    bias_hh: Parameter | null;
    constructor(gates: number, o: {
        input_size: number;
        hidden_size: number;
        bias: boolean;
        device: string | null;
        dtype: Parameters<typeof made>[1]['dtype'];
    });
    /** Draws all from U(−1/√hidden_size, 1/√hidden_size). */
    reset_parameters(): void;
    extra_repr(): string;
}
/** One step of an RNN: [N, in], [N, hidden] → [N, hidden]. */
export class RNNCell extends Cell {
    readonly nonlinearity: 'tanh' | 'relu';
    constructor(input_size: number, hidden_size: number, bias?: boolean | (CellOptions & {
        nonlinearity?: 'tanh' | 'relu';
    }), nonlinearity?: 'tanh' | 'relu');
    extra_repr(): string;
    forward(input: Tensor, hx?: Tensor | null): Tensor;
}
/** One step of an LSTM: [N, in], [h, c] → [h, c]. */
export class LSTMCell extends Cell {
    constructor(input_size: number, hidden_size: number, bias?: boolean | CellOptions);
    forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [h: Tensor, c: Tensor];
}
/** One step of a GRU: [N, in], [N, hidden] → [N, hidden]. */
export class GRUCell extends Cell {
    constructor(input_size: number, hidden_size: number, bias?: boolean | CellOptions);
    forward(input: Tensor, hx?: Tensor | null): Tensor;
}
export {};
}

declare module 'torch/nn/layers/structured-losses' {
import { type Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { ModuleList, Sequential } from 'torch/nn/layers/containers';
import { type Factory, Linear } from 'torch/nn/layers/linear';
import { NLLLoss, type Reduction } from 'torch/nn/layers/losses';
/** The older name of NLLLoss. */
export class NLLLoss2d extends NLLLoss {
}
export interface CTCOptions {
    /** The class that stands for no label. Default: 0. */
    blank?: number;
    /** 'mean' divides each loss by its target's length first. Default: 'mean'. */
    reduction?: Reduction;
    /** Infinite losses (targets longer than their input allows) and their gradients count as 0. Default: false. */
    zero_infinity?: boolean;
}
/**
 * Connectionist temporal classification: log-probabilities [T, N, C] (or [T, C]) against label sequences, targets [N, S] or
 * all in one vector, with the length of each input and target.
 */
export class CTCLoss extends Module {
    readonly reduction: Reduction;
    readonly blank: number;
    readonly zero_infinity: boolean;
    constructor(blank?: number | CTCOptions, reduction?: Reduction | CTCOptions, zero_infinity?: boolean);
    forward(log_probs: Tensor, targets: Tensor, input_lengths: Tensor | readonly number[], target_lengths: Tensor | readonly number[]): Tensor;
}
export interface TripletDistanceOptions {
    /** Default: Euclidean, as PairwiseDistance. */
    distance_function?: ((a: Tensor, b: Tensor) => Tensor) | null;
    margin?: number;
    /** Takes the positive's distance to the negative where that is smaller. Default: false. */
    swap?: boolean;
    reduction?: Reduction;
}
/** max(0, d(anchor, positive) − d(anchor, negative) + margin) for a distance of your own, reduced. */
export class TripletMarginWithDistanceLoss extends Module {
    readonly reduction: Reduction;
    readonly distance_function: (a: Tensor, b: Tensor) => Tensor;
    readonly margin: number;
    readonly swap: boolean;
    constructor(options?: TripletDistanceOptions);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
export interface AdaptiveSoftmaxOptions extends Factory {
    /** Each further cluster's width is divided by this once more. Default: 4. */
    div_value?: number;
    head_bias?: boolean;
}
/** What AdaptiveLogSoftmaxWithLoss returns: log-probabilities of the targets [N] and their mean, negated. */
export type ASMoutput = [output: Tensor, loss: Tensor] & {
    readonly output: Tensor;
    readonly loss: Tensor;
};
/**
 * A softmax over many classes, the frequent ones in a short head and the rare ones in clusters of smaller width (Grave et
 * al., 2017): input [N, in_features] or [in_features], targets [N] or a scalar; classes are ordered by frequency.
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
    readonly in_features: number;
    readonly n_classes: number;
    readonly cutoffs: readonly number[];
    readonly div_value: number;
    readonly head_bias: boolean;
    readonly shortlist_size: number;
    readonly n_clusters: number;
    readonly head_size: number;
    head: Linear;
    tail: ModuleList<Sequential>;
    constructor(in_features: number, n_classes: number, cutoffs: readonly number[], div_value?: number | AdaptiveSoftmaxOptions, head_bias?: boolean | AdaptiveSoftmaxOptions);
    /** Draws all weights anew. */
    reset_parameters(): void;
    forward(input: Tensor, target: Tensor): ASMoutput;
    /** Log-probabilities of all classes: [N, in_features] → [N, n_classes]. */
    log_prob(input: Tensor): Tensor;
    /** The likeliest class of each row: [N, in_features] → [N]. */
    predict(input: Tensor): Tensor;
}
}

declare module 'torch/nn/layers/sync-batch-norm' {
import { type ProcessGroup } from 'torch/distributed/groups';
import { type Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
import { BatchNorm, type BatchNormOptions } from 'torch/nn/layers/normalization';
type SyncOptions = BatchNormOptions & {
    process_group?: ProcessGroup | null;
};
/**
 * BatchNorm whose statistics are those of the batches of all ranks together: one all_gather in forward and one all_reduce in
 * backward. In evaluation, or without a process group, it is BatchNorm. PyTorch's runs on GPUs only; this one anywhere.
 */
export class SyncBatchNorm extends BatchNorm {
    #private;
    constructor(num_features: number, options?: SyncOptions);
    forward(input: Tensor): Tensor;
    /** The same module with every BatchNorm in it replaced, weights and statistics shared. */
    static convert_sync_batchnorm(module: Module, process_group?: ProcessGroup | null): Module;
}
export {};
}

declare module 'torch/nn/layers/transformer' {
import { type Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import { MultiheadAttention } from 'torch/nn/layers/attention';
import { ModuleList } from 'torch/nn/layers/containers';
import { Dropout } from 'torch/nn/layers/dropout';
import { type Factory, Linear } from 'torch/nn/layers/linear';
import { LayerNorm } from 'torch/nn/layers/normalization';
export type Activation = 'relu' | 'gelu' | ((x: Tensor) => Tensor);
export interface TransformerLayerOptions extends Factory {
    /** Width of the feed-forward part. Default: 2048. */
    dim_feedforward?: number;
    /** Default: 0.1. */
    dropout?: number;
    activation?: Activation;
    layer_norm_eps?: number;
    /** [N, L, E] instead of [L, N, E]. Default: false. */
    batch_first?: boolean;
    /** Normalises before each part instead of after. Default: false. */
    norm_first?: boolean;
    bias?: boolean;
}
export interface EncoderMasks {
    src_mask?: Tensor | null;
    src_key_padding_mask?: Tensor | null;
    is_causal?: boolean;
}
/** Self-attention and a feed-forward part, each with dropout, residual and layer norm (Vaswani et al., 2017). */
export class TransformerEncoderLayer extends Module {
    self_attn: MultiheadAttention;
    linear1: Linear;
    dropout: Dropout;
    linear2: Linear;
    readonly norm_first: boolean;
    norm1: LayerNorm;
    norm2: LayerNorm;
    dropout1: Dropout;
    dropout2: Dropout;
    readonly activation: Activation;
    constructor(d_model: number, nhead: number, dim_feedforward?: number | TransformerLayerOptions, dropout?: number | TransformerLayerOptions, activation?: Activation | TransformerLayerOptions, layer_norm_eps?: number | TransformerLayerOptions, batch_first?: boolean | TransformerLayerOptions, norm_first?: boolean | TransformerLayerOptions, bias?: boolean);
    forward(src: Tensor, src_mask?: Tensor | null | EncoderMasks, src_key_padding_mask?: Tensor | null | EncoderMasks): Tensor;
}
/** A stack of copies of one encoder layer, which start with the same weights. */
export class TransformerEncoder extends Module {
    layers: ModuleList<TransformerEncoderLayer>;
    readonly num_layers: number;
    norm: Module | null;
    constructor(encoder_layer: TransformerEncoderLayer, num_layers: number, norm?: Module | null | {
        norm?: Module | null;
        enable_nested_tensor?: boolean;
        mask_check?: boolean;
    });
    forward(src: Tensor, mask?: Tensor | null | {
        mask?: Tensor | null;
        src_key_padding_mask?: Tensor | null;
        is_causal?: boolean;
    }, src_key_padding_mask?: Tensor | null): Tensor;
}
export interface DecoderMasks {
    tgt_mask?: Tensor | null;
    memory_mask?: Tensor | null;
    tgt_key_padding_mask?: Tensor | null;
    memory_key_padding_mask?: Tensor | null;
    tgt_is_causal?: boolean;
    memory_is_causal?: boolean;
}
/** Self-attention, attention to an encoder's output, and a feed-forward part. */
export class TransformerDecoderLayer extends Module {
    self_attn: MultiheadAttention;
    multihead_attn: MultiheadAttention;
    linear1: Linear;
    dropout: Dropout;
    linear2: Linear;
    readonly norm_first: boolean;
    norm1: LayerNorm;
    norm2: LayerNorm;
    norm3: LayerNorm;
    dropout1: Dropout;
    dropout2: Dropout;
    dropout3: Dropout;
    readonly activation: Activation;
    constructor(d_model: number, nhead: number, dim_feedforward?: number | TransformerLayerOptions, dropout?: number | TransformerLayerOptions, activation?: Activation | TransformerLayerOptions, layer_norm_eps?: number | TransformerLayerOptions, batch_first?: boolean | TransformerLayerOptions, norm_first?: boolean | TransformerLayerOptions, bias?: boolean);
    forward(tgt: Tensor, memory: Tensor, tgt_mask?: Tensor | null | DecoderMasks, memory_mask?: Tensor | null | DecoderMasks, tgt_key_padding_mask?: Tensor | null | DecoderMasks, memory_key_padding_mask?: Tensor | null | DecoderMasks): Tensor;
}
/** A stack of copies of one decoder layer. */
export class TransformerDecoder extends Module {
    layers: ModuleList<TransformerDecoderLayer>;
    readonly num_layers: number;
    norm: Module | null;
    constructor(decoder_layer: TransformerDecoderLayer, num_layers: number, norm?: Module | null | {
        norm?: Module | null;
    });
    forward(tgt: Tensor, memory: Tensor, tgt_mask?: Tensor | null | DecoderMasks, memory_mask?: Tensor | null | DecoderMasks, tgt_key_padding_mask?: Tensor | null | DecoderMasks, memory_key_padding_mask?: Tensor | null | DecoderMasks): Tensor;
}
export interface TransformerMasks extends DecoderMasks {
    src_mask?: Tensor | null;
    src_key_padding_mask?: Tensor | null;
    src_is_causal?: boolean;
}
export interface TransformerOptions extends TransformerLayerOptions {
    d_model?: number;
    nhead?: number;
    num_encoder_layers?: number;
    num_decoder_layers?: number;
    /** Used in place of the usual encoder. */
    custom_encoder?: TransformerEncoder | null;
    /** Used in place of the usual decoder. */
    custom_decoder?: TransformerDecoder | null;
}
/** Encoder and decoder: src [S, N, E], tgt [T, N, E] → [T, N, E]. */
export class Transformer extends Module {
    encoder: TransformerEncoder;
    decoder: TransformerDecoder;
    readonly d_model: number;
    readonly nhead: number;
    readonly batch_first: boolean;
    constructor(d_model?: number | TransformerOptions, nhead?: number | TransformerOptions, num_encoder_layers?: number | TransformerOptions, num_decoder_layers?: number | TransformerOptions, dim_feedforward?: number | TransformerOptions, dropout?: number | TransformerOptions, activation?: Activation | TransformerOptions, options?: TransformerOptions);
    forward(src: Tensor, tgt: Tensor, src_mask?: Tensor | null | TransformerMasks, tgt_mask?: Tensor | null | TransformerMasks, memory_mask?: Tensor | null | TransformerMasks, src_key_padding_mask?: Tensor | null | TransformerMasks, tgt_key_padding_mask?: Tensor | null | TransformerMasks, memory_key_padding_mask?: Tensor | null | TransformerMasks): Tensor;
    /** −∞ above the diagonal, 0 elsewhere: [sz, sz]. */
    static generate_square_subsequent_mask(sz: number): Tensor;
}
}

declare module 'torch/nn/layers/unpooling' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Size } from 'torch/nn/layers/convolution';
export interface UnpoolOptions {
    /** Default: kernel_size. */
    stride?: Size | null;
    padding?: Size;
}
type OutputSize = readonly number[] | null | {
    output_size?: readonly number[] | null;
};
abstract class MaxUnpool extends Module {
    readonly kernel_size: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    constructor(kernel_size: Size | (UnpoolOptions & {
        kernel_size: Size;
    }), stride?: Size | null | UnpoolOptions, padding?: Size | UnpoolOptions);
    forward(input: Tensor, indices: Tensor, output_size?: OutputSize): Tensor;
    extra_repr(): string;
}
/** Puts what MaxPool1d kept back to its places (`return_indices`), zeros elsewhere. */
export class MaxUnpool1d extends MaxUnpool {
}
/** Puts what MaxPool2d kept back to its places, zeros elsewhere. */
export class MaxUnpool2d extends MaxUnpool {
}
/** Puts what MaxPool3d kept back to its places, zeros elsewhere. */
export class MaxUnpool3d extends MaxUnpool {
}
interface LPPoolOptions {
    /** Default: kernel_size. */
    stride?: Size | null;
    ceil_mode?: boolean;
}
abstract class LPPool extends Module {
    readonly norm_type: number;
    readonly kernel_size: Size;
    readonly stride: Size | null;
    readonly ceil_mode: boolean;
    constructor(norm_type: number, kernel_size: Size, stride?: Size | null | LPPoolOptions, ceil_mode?: boolean | LPPoolOptions);
    extra_repr(): string;
}
/** (Σ xᵖ)^{1/p} over each window of [N, C, L], p = norm_type. */
export class LPPool1d extends LPPool {
    forward(input: Tensor): Tensor;
}
/** (Σ xᵖ)^{1/p} over each window of [N, C, H, W], p = norm_type. */
export class LPPool2d extends LPPool {
    forward(input: Tensor): Tensor;
}
interface FractionalOptions {
    output_size?: Size | null;
    /** The output's share of the input's size, in (0, 1). */
    output_ratio?: Size | null;
    return_indices?: boolean;
}
abstract class FractionalMaxPool extends Module {
    readonly kernel_size: readonly number[];
    readonly return_indices: boolean;
    readonly output_size: readonly number[] | null;
    readonly output_ratio: readonly number[] | null;
    _random_samples: Tensor | null;
    constructor(kernel_size: Size, output_size?: Size | null | FractionalOptions, output_ratio?: Size | null | FractionalOptions, return_indices?: boolean);
    forward(input: Tensor): any;
}
/** The largest of windows of [N, C, H, W] whose places are drawn at random (Graham, 2014). */
export class FractionalMaxPool2d extends FractionalMaxPool {
}
/** The largest of windows of [N, C, D, H, W] whose places are drawn at random. */
export class FractionalMaxPool3d extends FractionalMaxPool {
}
export {};
}

declare module 'torch/nn/layers/vision' {
import type { Tensor } from 'torch/tensor';
import { Module } from 'torch/nn/module';
import type { Size } from 'torch/nn/layers/convolution';
export type UpsampleMode = 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'nearest-exact';
export interface UpsampleOptions {
    size?: Size | null;
    scale_factor?: Size | null;
    mode?: UpsampleMode;
    align_corners?: boolean | null;
    recompute_scale_factor?: boolean | null;
}
/** Resizes [N, C, …] to a size or by a factor. */
export class Upsample extends Module {
    readonly size: Size | null;
    readonly scale_factor: Size | null;
    readonly mode: UpsampleMode;
    readonly align_corners: boolean | null;
    readonly recompute_scale_factor: boolean | null;
    constructor(size?: Size | null | UpsampleOptions, scale_factor?: Size | null | UpsampleOptions, mode?: UpsampleMode, align_corners?: boolean | null);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** Upsample by repeating the nearest element. */
export class UpsamplingNearest2d extends Upsample {
    constructor(size?: Size | null | UpsampleOptions, scale_factor?: Size | null);
}
/** Upsample bilinearly with aligned corners. */
export class UpsamplingBilinear2d extends Upsample {
    constructor(size?: Size | null | UpsampleOptions, scale_factor?: Size | null);
}
/** [N, C·r², H, W] → [N, C, H·r, W·r]. */
export class PixelShuffle extends Module {
    readonly upscale_factor: number;
    constructor(upscale_factor: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** [N, C, H·r, W·r] → [N, C·r², H, W]. */
export class PixelUnshuffle extends Module {
    readonly downscale_factor: number;
    constructor(downscale_factor: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** Deals the channels of groups out in turn. */
export class ChannelShuffle extends Module {
    readonly groups: number;
    constructor(groups: number);
    forward(input: Tensor): Tensor;
    extra_repr(): string;
}
/** x₁·x₂ / (‖x₁‖‖x₂‖) along dim. */
export class CosineSimilarity extends Module {
    readonly dim: number;
    readonly eps: number;
    constructor(dim?: number | {
        dim?: number;
        eps?: number;
    }, eps?: number);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
/** ‖x₁ − x₂ + eps‖ₚ along the last dimension. */
export class PairwiseDistance extends Module {
    readonly norm: number;
    readonly eps: number;
    readonly keepdim: boolean;
    constructor(p?: number | {
        p?: number;
        eps?: number;
        keepdim?: boolean;
    }, eps?: number, keepdim?: boolean);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
}

declare module 'torch/nn/module' {
import { DType } from 'torch/dtype';
import type { QConfig } from 'torch/quantization/qconfig';
import { Tensor } from 'torch/tensor';
import { type BackwardHook, type BackwardPreHook, type RemovableHandle } from 'torch/nn/hooks';
import { Parameter } from 'torch/nn/parameter';
import { type IncompatibleKeys } from 'torch/nn/state';
/** What a module's `forward` takes. */
export type ForwardArguments<M> = M extends {
    forward(...args: infer A extends readonly unknown[]): unknown;
} ? A : any[];
/** What a module's `forward` returns. */
export type ForwardResult<M> = M extends {
    forward(...args: never[]): infer R;
} ? R : any;
export type StateDict = Record<string, Tensor>;
/** Sees the arguments before `forward`; what it returns replaces them (a single value, or a list). */
export type ForwardPreHook<M> = (module: M, args: readonly unknown[]) => unknown;
/** Sees arguments and output after `forward`; what it returns replaces the output. */
export type ForwardHook<M> = (module: M, args: readonly unknown[], output: ForwardResult<M>) => unknown;
export type StateDictPreHook = (module: Module, prefix: string, keep_vars: boolean) => void;
export type StateDictHook = (module: Module, state_dict: StateDict, prefix: string, local_metadata: Record<string, unknown>) => StateDict | null | undefined | void;
export type LoadStateDictPreHook = (module: Module, state_dict: StateDict, prefix: string, local_metadata: Record<string, unknown>, strict: boolean, missing_keys: string[], unexpected_keys: string[], error_msgs: string[]) => void;
export type LoadStateDictPostHook = (module: Module, incompatible_keys: IncompatibleKeys) => void;
type WithoutModule<F> = F extends (module: Module, ...rest: infer R) => infer O ? (...rest: R) => O : never;
/** Returns a function whose prototype is the class's: own `name` and `length` are removed, so that every own property is a user's. */
class Callable {
    constructor();
}
export interface Module {
    /** Runs the hooks and `forward`. */
    (...args: ForwardArguments<this>): ForwardResult<this>;
    /** How `torch.ao.quantization` quantizes this module and those below; null: not at all. */
    qconfig?: QConfig | null;
}
/**
 * Base class of all networks and layers. Subclass it, keep layers and parameters as properties, write `forward`:
 * `class Net extends nn.Module { fc = new nn.Linear(4, 2); forward(x: Tensor) { return this.fc(x).relu(); } }`
 */
export class Module extends Callable {
    #private;
    /** Whether the module is in training mode; `train()` and `eval()` set it. Dropout and batch norm look at it. */
    training: boolean;
    /** Adds a parameter under a name; null declares one that is not there. */
    register_parameter(name: string, param: Parameter | null): void;
    /** Adds a tensor that is kept with the module but not trained; `persistent: false` keeps it out of `state_dict()`. */
    register_buffer(name: string, tensor: Tensor | null, persistent?: boolean | {
        persistent?: boolean;
    }): void;
    /** Adds a submodule under a name, as assigning it to a property does. */
    add_module(name: string, module: Module | null): void;
    /** As add_module. */
    register_module(name: string, module: Module | null): void;
    /** Every module of the tree with its dotted name, this one first, each once. */
    named_modules(options?: {
        prefix?: string;
        remove_duplicate?: boolean;
    }): IterableIterator<[string, Module]>;
    /** Every module of the tree, this one first, each once. */
    modules(): IterableIterator<Module>;
    /** The direct submodules with their names, each once. */
    named_children(): IterableIterator<[string, Module]>;
    /** The direct submodules, each once. */
    children(): IterableIterator<Module>;
    /** Parameters with their dotted names, in definition order, each once (unless `remove_duplicate: false`). */
    named_parameters(prefix?: string | WalkOptions, recurse?: boolean): IterableIterator<[string, Parameter]>;
    /** Parameters in definition order, each once; `recurse: false` leaves out submodules'. */
    parameters(recurse?: boolean | {
        recurse?: boolean;
    }): IterableIterator<Parameter>;
    /** Buffers with their dotted names, each once. */
    named_buffers(prefix?: string | WalkOptions, recurse?: boolean): IterableIterator<[string, Tensor]>;
    /** Buffers, each once. */
    buffers(recurse?: boolean | {
        recurse?: boolean;
    }): IterableIterator<Tensor>;
    /** The submodule at a dotted path; '' is this module. */
    get_submodule(target: string): Module;
    /** The parameter at a dotted path. */
    get_parameter(target: string): Parameter;
    /** The buffer at a dotted path. */
    get_buffer(target: string): Tensor;
    /**
     * Parameters and persistent buffers by dotted name: tensors that share the module's memory, so clone them to keep them.
     * `keep_vars: true` gives the parameters themselves instead of detached tensors.
     */
    state_dict(options?: {
        destination?: StateDict;
        prefix?: string;
        keep_vars?: boolean;
    }): StateDict;
    /** Calls `hook(module, prefix, keep_vars)` before the module's part of `state_dict()` is made. */
    register_state_dict_pre_hook(hook: StateDictPreHook): RemovableHandle;
    /** Calls `hook(module, state_dict, prefix, local_metadata)` after it; what it returns replaces the state dict. */
    register_state_dict_post_hook(hook: StateDictHook): RemovableHandle;
    /** The older name of register_state_dict_post_hook. */
    _register_state_dict_hook(hook: StateDictHook): RemovableHandle;
    /**
     * Calls `hook(module, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)` before the
     * module's own entries are read; it may change the state dict and the three lists.
     */
    register_load_state_dict_pre_hook(hook: LoadStateDictPreHook): RemovableHandle;
    /** As register_load_state_dict_pre_hook, whose hook is not given the module unless `with_module` says so. */
    _register_load_state_dict_pre_hook(hook: LoadStateDictPreHook | WithoutModule<LoadStateDictPreHook>, with_module?: boolean): RemovableHandle;
    /** Calls `hook(module, incompatible_keys)` once the module has been loaded; it may change the lists of keys. */
    register_load_state_dict_post_hook(hook: LoadStateDictPostHook): RemovableHandle;
    /** Written by a class that has more to save than tensors: kept under `_extra_state`. */
    get_extra_state?(): unknown;
    /** Written by a class with `get_extra_state`: takes what that returned. */
    set_extra_state?(state: unknown): void;
    /**
     * Copies values into parameters and buffers by name. With `strict` (the default) missing and unexpected names throw; wrong
     * shapes always do. `assign: true` takes the given tensors themselves.
     */
    load_state_dict(state_dict: Readonly<StateDict>, strict?: boolean | {
        strict?: boolean;
        assign?: boolean;
    }, options?: {
        assign?: boolean;
    }): IncompatibleKeys;
    /** Training mode (or not, with false) for this module and all below. */
    train(mode?: boolean | {
        mode?: boolean;
    }): this;
    /** Evaluation mode: `train(false)`. */
    eval(): this;
    /** Calls the function on every submodule, then on this one. */
    apply(fn: (module: Module) => unknown): this;
    /** Whether autograd records operations on the parameters. */
    requires_grad_(requires_grad?: boolean | {
        requires_grad?: boolean;
    }): this;
    /** Forgets the gradients of all parameters; `set_to_none: false` fills them with zeros instead. */
    zero_grad(set_to_none?: boolean | {
        set_to_none?: boolean;
    }): void;
    /** Moves parameters and buffers to a device, floating-point ones to a dtype; changes this module and returns it. */
    to(...target: readonly (DType | string | Tensor | {
        dtype?: DType;
        device?: string;
        non_blocking?: boolean;
    })[]): this;
    /** Casts floating-point parameters and buffers to float32. */
    float(): this;
    /** Casts floating-point parameters and buffers to float64. */
    double(): this;
    /** Casts floating-point parameters and buffers to float16. */
    half(): this;
    /** Casts floating-point parameters and buffers to bfloat16. */
    bfloat16(): this;
    /** Casts all parameters and buffers to a dtype. */
    type(dst_type: DType): this;
    /** Moves to a device without copying values: all memory is new and still to be initialised. */
    to_empty(device: string | {
        device: string;
    }): this;
    /** Accepted: memory is never shared between processes here. */
    share_memory(): this;
    /** Moves to the CPU. */
    cpu(): this;
    /** Moves to the GPU. */
    cuda(device?: number | string): this;
    /** Calls `hook(module, args)` before every forward; what it returns replaces the arguments. */
    register_forward_pre_hook(hook: ForwardPreHook<this>, options?: {
        prepend?: boolean;
    }): RemovableHandle;
    /** Calls `hook(module, args, output)` after every forward; what it returns replaces the output. */
    register_forward_hook(hook: ForwardHook<this>, options?: {
        prepend?: boolean;
    }): RemovableHandle;
    /** Calls `hook(module, grad_input, grad_output)` in backward; what it returns replaces `grad_input`. */
    register_full_backward_hook(hook: BackwardHook<this>, options?: {
        prepend?: boolean;
    }): RemovableHandle;
    /** The older name of register_full_backward_hook. */
    register_backward_hook(hook: BackwardHook<this>): RemovableHandle;
    /** Calls `hook(module, grad_output)` before the module's backward; what it returns replaces `grad_output`. */
    register_full_backward_pre_hook(hook: BackwardPreHook<this>, options?: {
        prepend?: boolean;
    }): RemovableHandle;
    /** What stands between the parentheses when the module is printed; override it. */
    extra_repr(): string;
    /** The module and all below, as PyTorch prints them. */
    toString(): string;
    get [Symbol.toStringTag](): string;
}
/** Python's errors for a name that is not there. */
export class AttributeError extends Error {
    name: string;
}
export class KeyError extends Error {
    name: string;
}
export const indented: (text: string) => string;
export interface WalkOptions {
    prefix?: string;
    recurse?: boolean;
    remove_duplicate?: boolean;
}
export {};
}

declare module 'torch/nn/parallel/data-parallel' {
import { Module } from 'torch/nn/module';
import { type Device } from 'torch/nn/parallel/replicas';
interface DataParallelOptions {
    device_ids?: readonly Device[] | null;
    output_device?: Device | null;
    dim?: number;
}
/**
 * Runs a module on pieces of the batch, one piece for each logical device, and joins the outputs: one process, the module
 * copied in every forward. Gradients of all replicas add up in the module's parameters; of its buffers, only the first
 * device's changes stay.
 */
export class DataParallel<M extends Module = Module> extends Module {
    readonly module: M;
    readonly device_ids: readonly Device[];
    readonly output_device: Device | null;
    readonly dim: number;
    constructor(module: M, device_ids?: readonly Device[] | null | DataParallelOptions, output_device?: Device | null, dim?: number);
    forward(...args: unknown[]): unknown;
}
/** DataParallel as a function. */
export function data_parallel(module: Module, inputs: unknown, device_ids?: readonly Device[] | null, output_device?: Device | null, dim?: number): unknown;
export {};
}

declare module 'torch/nn/parallel/distributed' {
import { type Mode } from 'torch/autograd/modes';
import { type ProcessGroup } from 'torch/distributed/groups';
import { Module } from 'torch/nn/module';
export interface DDPOptions {
    device_ids?: readonly unknown[] | null;
    output_device?: unknown;
    dim?: number;
    /** Buffers of rank 0 replace those of the others before a forward. Default: true. */
    broadcast_buffers?: boolean;
    process_group?: ProcessGroup | null;
    /** Size of a bucket of gradients, MiB; the first one is 1 MiB at most. Default: 25. */
    bucket_cap_mb?: number;
    /** Looks at the graph of every output for parameters that get no gradient. Default: false. */
    find_unused_parameters?: boolean;
    check_reduction?: boolean;
    gradient_as_bucket_view?: boolean;
    static_graph?: boolean;
}
/**
 * Data parallelism of processes: every rank runs the whole module on its own batch, and gradients are averaged over the ranks
 * while backward runs, bucket by bucket, in the reverse order of the parameters. The gradient of each rank is then that of the
 * mean of the ranks' losses. Parameters and buffers start as rank 0's.
 */
export class DistributedDataParallel<M extends Module = Module> extends Module {
    #private;
    readonly module: M;
    constructor(module: M, options?: DDPOptions | readonly unknown[] | null);
    forward(...args: unknown[]): unknown;
    /** Gradients of forwards run inside stay this rank's own, and add up until the next backward outside. */
    no_sync(): Mode;
    no_sync<R>(body: () => R): R;
}
}

declare module 'torch/nn/parallel' {
export { DataParallel, data_parallel } from 'torch/nn/parallel/data-parallel';
export { DistributedDataParallel, type DDPOptions } from 'torch/nn/parallel/distributed';
export { gather, parallel_apply, replicate, scatter } from 'torch/nn/parallel/replicas';
}

declare module 'torch/nn/parallel/replicas' {
import { Module } from 'torch/nn/module';
/** A logical device: there is one memory here, so a device is a number, and moving to it makes a copy in the graph. */
export type Device = number | string;
/** Nearly equal pieces along `dim`, as `torch.chunk`; lists and plain objects are cut inside, anything else is handed to all. */
export function scatter<T>(inputs: T, target_gpus: readonly Device[], dim?: number): T[];
/**
 * One module for each device. Parameters of a replica are no parameters but views in the graph, so that gradients of all
 * replicas add up in the original's; buffers are copies, except on the first device, which has the original's own.
 */
export function replicate<M extends Module>(network: M, devices: readonly Device[], detach?: boolean): M[];
/** Each replica on its own inputs, one after the other; an error names the replica. */
export function parallel_apply(modules: readonly Module[], inputs: readonly unknown[], kwargs_tup?: readonly object[] | null): unknown[];
/** Outputs of the replicas joined along `dim`, inside lists and plain objects too; scalars become a vector. */
export function gather<T>(outputs: readonly T[], target_device: Device, dim?: number): T;
}

declare module 'torch/nn/parameter' {
import { type DType } from 'torch/dtype';
import { Tensor } from 'torch/tensor';
/**
 * A tensor that a module owns and trains: assigned to a module's property it appears in `parameters()`.
 * Shares the memory of `data`; requires a gradient unless told otherwise.
 */
export class Parameter extends Tensor {
    constructor(data?: Tensor, requires_grad?: boolean | {
        requires_grad?: boolean;
    });
    toString(): string;
}
/**
 * A tensor that a module keeps but does not train, such as a running mean: assigned to a module's property it appears in
 * `buffers()` and, when persistent, in `state_dict()`.
 */
export class Buffer extends Tensor {
    readonly persistent: boolean;
    constructor(data?: Tensor, persistent?: boolean | {
        persistent?: boolean;
    });
}
export interface UninitializedOptions {
    requires_grad?: boolean;
    device?: string | null;
    dtype?: DType | null;
}
/** A parameter whose shape is known only at the first forward. */
export class UninitializedParameter extends Parameter {
    constructor(options?: UninitializedOptions);
    /** Becomes a Parameter of that shape, with memory that is still to be initialised. */
    materialize(shape: readonly number[]): void;
    toString(): string;
}
/** A buffer whose shape is known only at the first forward. */
export class UninitializedBuffer extends Buffer {
    constructor(options?: UninitializedOptions);
    /** Becomes a buffer of that shape, with memory that is still to be initialised. */
    materialize(shape: readonly number[]): void;
    toString(): string;
}
}

declare module 'torch/nn/prune' {
import { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
import { type BasePruningMethod } from 'torch/nn/prune/method';
export { BasePruningMethod, PruningContainer } from 'torch/nn/prune/method';
export * from 'torch/nn/prune/methods';
interface Scores {
    importance_scores?: Tensor | null;
}
/** Reparametrises without pruning anything. */
export const identity: <M extends Module>(module: M, name: string) => M;
/** Prunes `amount` elements (a whole number) or that fraction of them at random. */
export function random_unstructured<M extends Module>(module: M, name: string, amount: number | {
    amount: number;
}): M;
/** Prunes the elements of smallest absolute value (or of smallest `importance_scores`). */
export function l1_unstructured<M extends Module>(module: M, name: string, amount: number | ({
    amount: number;
} & Scores), importance_scores?: Tensor | null | Scores): M;
/** Prunes whole channels along `dim` at random. */
export function random_structured<M extends Module>(module: M, name: string, amount: number | {
    amount: number;
    dim: number;
}, dim?: number | {
    dim: number;
}): M;
/** Prunes the channels along `dim` of smallest n-norm. */
export function ln_structured<M extends Module>(module: M, name: string, amount: number | ({
    amount: number;
    n: number;
    dim: number;
} & Scores), n?: number | ({
    n: number;
    dim: number;
} & Scores), dim?: number | ({
    dim: number;
} & Scores), importance_scores?: Tensor | null | Scores): M;
/** Prunes where the mask is zero. */
export function custom_from_mask<M extends Module>(module: M, name: string, mask: Tensor | {
    mask: Tensor;
}): M;
type Place = readonly [module: Module, name: string];
interface GlobalOptions {
    /** By module and parameter name; the parameter itself where none is given. */
    importance_scores?: ReadonlyMap<Module, Readonly<Record<string, Tensor>>> | null;
    readonly [option: string]: unknown;
}
/**
 * Prunes several parameters together: the threshold is one for all of them, so some lose more than others.
 * `prune.global_unstructured([[fc1, 'weight'], [fc2, 'weight']], prune.L1Unstructured, { amount: 0.5 })`
 */
export function global_unstructured(parameters: Iterable<Place>, pruning_method: new (options: never) => BasePruningMethod, options?: GlobalOptions): void;
/** Makes the pruning of a parameter permanent. */
export function remove<M extends Module>(module: M, name: string): M;
/** Whether any parameter of the module, or of one below, is pruned and not yet `remove`d. */
export function is_pruned(module: Module): boolean;
}

declare module 'torch/nn/prune/method' {
import { type Tensor } from 'torch/tensor';
import type { RemovableHandle } from 'torch/nn/hooks';
import { type Module } from 'torch/nn/module';
export type PruningType = 'unstructured' | 'structured' | 'global';
interface Attached {
    readonly method: BasePruningMethod;
    readonly handle: RemovableHandle;
}
export const methodsOf: (module: Module) => ReadonlyMap<string, Attached>;
export function tensorOf(module: Module, name: string): Tensor;
/**
 * A way to choose what is set to zero: subclass it, set `PRUNING_TYPE` and write `compute_mask`. Pruning a parameter `w`
 * keeps it as `w_orig`, adds the buffer `w_mask`, and before every forward makes `w` their product.
 */
export abstract class BasePruningMethod {
    /** What a further method prunes: single elements that are left, channels that are left, or anything. */
    readonly PRUNING_TYPE: PruningType;
    /**
     * The mask, of zeros and ones, for `t`.
     * @param t importance scores, of the parameter's shape
     * @param default_mask what was pruned before, and stays so
     */
    abstract compute_mask(t: Tensor, default_mask: Tensor): Tensor;
    apply_mask(module: Module): Tensor;
    /** Prunes parameter `name` of a module; a second call prunes what the first has left. */
    static apply<A extends readonly unknown[]>(this: new (...args: A) => BasePruningMethod, module: Module, name: string, ...args: readonly unknown[]): BasePruningMethod;
    /** The pruned tensor; no module is touched. */
    prune(t: Tensor, default_mask?: Tensor | null | {
        default_mask?: Tensor | null;
        importance_scores?: Tensor | null;
    }, importance_scores?: Tensor | null): Tensor;
    /** Makes the pruning permanent: the masked values are the parameter again, `_orig` and `_mask` are gone. */
    remove(module: Module): void;
}
/** Several methods on one parameter, in the order they were applied; the last one computes the next mask. */
export class PruningContainer extends BasePruningMethod implements Iterable<BasePruningMethod> {
    #private;
    constructor(...methods: readonly BasePruningMethod[]);
    add_pruning_method(method: BasePruningMethod): void;
    get length(): number;
    at(index: number): BasePruningMethod | undefined;
    [Symbol.iterator](): Iterator<BasePruningMethod>;
    compute_mask(t: Tensor, default_mask: Tensor): Tensor;
}
/** Python's failed `assert`. */
export class AssertionError extends Error {
    name: string;
}
export {};
}

declare module 'torch/nn/prune/methods' {
import { type Tensor } from 'torch/tensor';
import { BasePruningMethod } from 'torch/nn/prune/method';
/** Prunes nothing; the module gets `_orig` and a mask of ones. */
export class Identity extends BasePruningMethod {
    compute_mask(_t: Tensor, default_mask: Tensor): Tensor;
}
interface AmountOptions {
    amount?: number;
}
/** Prunes elements at random, among those that are left. */
export class RandomUnstructured extends BasePruningMethod {
    readonly amount: number;
    constructor(amount: number | AmountOptions);
    compute_mask(t: Tensor, default_mask: Tensor): Tensor;
}
/** Prunes the elements of smallest absolute value, among those that are left. */
export class L1Unstructured extends BasePruningMethod {
    readonly amount: number;
    constructor(amount: number | AmountOptions);
    compute_mask(t: Tensor, default_mask: Tensor): Tensor;
}
/** Prunes whole channels along `dim` at random. */
export class RandomStructured extends BasePruningMethod {
    readonly PRUNING_TYPE = "structured";
    readonly amount: number;
    readonly dim: number;
    constructor(amount: number | (AmountOptions & {
        dim?: number;
    }), dim?: number | {
        dim?: number;
    });
    compute_mask(t: Tensor, default_mask: Tensor): Tensor;
}
/** Prunes the channels along `dim` whose elements have the smallest n-norm. */
export class LnStructured extends BasePruningMethod {
    readonly PRUNING_TYPE = "structured";
    readonly amount: number;
    readonly n: number;
    readonly dim: number;
    constructor(amount: number | (AmountOptions & {
        n?: number;
        dim?: number;
    }), n?: number | {
        n?: number;
        dim?: number;
    }, dim?: number | {
        dim?: number;
    });
    compute_mask(t: Tensor, default_mask: Tensor): Tensor;
}
/** Prunes as a mask says. */
export class CustomFromMask extends BasePruningMethod {
    readonly PRUNING_TYPE = "global";
    readonly mask: Tensor;
    constructor(mask: Tensor | {
        mask?: Tensor;
    });
    compute_mask(_t: Tensor, default_mask: Tensor): Tensor;
}
export {};
}

declare module 'torch/nn/reparametrize/fusion' {
import type { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
interface Weighted extends Module {
    weight: Parameter;
    bias: Parameter | null;
}
interface Statistics extends Module {
    running_mean: Tensor | null;
    running_var: Tensor | null;
    readonly eps: number;
    weight: Parameter | null;
    bias: Parameter | null;
}
/** Weight and bias of a convolution that does what convolution and batch norm (in evaluation) do together. */
export const fuse_conv_bn_weights: (conv_w: Tensor, conv_b: Tensor | null, bn_rm: Tensor, bn_rv: Tensor, bn_eps: number, bn_w: Tensor | null, bn_b: Tensor | null, transpose?: boolean) => [weight: Parameter, bias: Parameter];
/** Weight and bias of a linear layer that does what it and batch norm (in evaluation) do together. */
export const fuse_linear_bn_weights: (linear_w: Tensor, linear_b: Tensor | null, bn_rm: Tensor, bn_rv: Tensor, bn_eps: number, bn_w: Tensor | null, bn_b: Tensor | null) => [weight: Parameter, bias: Parameter];
/** A convolution that does what `conv` and then `bn` do, both in evaluation mode. */
export const fuse_conv_bn_eval: <M extends Weighted>(conv: M, bn: Statistics, transpose?: boolean) => M;
/** A linear layer that does what `linear` and then `bn` do, both in evaluation mode. */
export const fuse_linear_bn_eval: <M extends Weighted>(linear: M, bn: Statistics) => M;
export {};
}

declare module 'torch/nn/reparametrize/parametrizations' {
import { Module } from 'torch/nn/module';
import { type SpectralNormOptions } from 'torch/nn/reparametrize/spectral-norm';
/** Spectral normalisation as a parametrization; its singular vectors start from 15 power iterations. */
export function spectral_norm<M extends Module>(module: M, name?: string | SpectralNormOptions, n_power_iterations?: number, eps?: number, dim?: number | null): M;
/** Weight normalisation as a parametrization: `original0` is g, `original1` is v. */
export function weight_norm<M extends Module>(module: M, name?: string | {
    name?: string;
    dim?: number | null;
}, dim?: number | null): M;
export type OrthogonalMap = 'matrix_exp' | 'cayley' | 'householder';
export interface OrthogonalOptions {
    name?: string;
    /** How a free matrix becomes an orthogonal one. Default: 'matrix_exp' for square weights, 'householder' for others. */
    orthogonal_map?: OrthogonalMap | null;
    /** Starts from the weight made orthogonal, kept as a buffer `base`. Default: true. */
    use_trivialization?: boolean;
}
/** Keeps a weight [.., m, n] orthogonal: orthonormal columns where m ≥ n, rows otherwise. */
export function orthogonal<M extends Module>(module: M, name?: string | OrthogonalOptions, orthogonal_map?: OrthogonalMap | null | OrthogonalOptions, options?: OrthogonalOptions): M;
}

declare module 'torch/nn/reparametrize/parametrize' {
import { Tensor } from 'torch/tensor';
import { ModuleList } from 'torch/nn/layers/containers';
import type { Module } from 'torch/nn/module';
/** The parametrizations of one tensor, and the tensors it is computed from: `original`, or `original0`, `original1`, … */
export class ParametrizationList extends ModuleList {
    unsafe: boolean;
    readonly is_tensor: boolean;
    readonly ntensors: number;
    constructor(modules: Iterable<Module>, original: Tensor, unsafe?: boolean);
    forward(): Tensor;
    /** Sets the originals so that the parametrized tensor becomes the value. */
    right_inverse(value: Tensor): void;
    /** As a ModuleList of other names prints: each by itself. */
    _child_lines(): string[];
}
/** Whether a tensor of the module is parametrized; without a name, whether any is. */
export function is_parametrized(module: Module, tensor_name?: string | null): boolean;
/** The module's class before its tensors were parametrized. */
export function type_before_parametrizations(module: Module): unknown;
/** Inside the function each parametrized tensor is computed once. */
export function cached<R>(body: () => R): R;
/**
 * Makes a parameter or buffer a function of what it was: reading `module[tensor_name]` runs `parametrization` on the original
 * tensor, which stays the parameter. A second parametrization is applied after the first. Where the parametrization has a
 * `right_inverse(value)`, the tensor can be assigned to. `unsafe` allows another shape or dtype. Returns the module.
 */
export function register_parametrization<M extends Module>(module: M, tensor_name: string, parametrization: Module, options?: {
    unsafe?: boolean;
}): M;
/** Makes a tensor plain again: with its parametrized value, or with `leave_parametrized: false` with its original's. */
export function remove_parametrizations<M extends Module>(module: M, tensor_name: string, leave_parametrized?: boolean | {
    leave_parametrized?: boolean;
}): M;
}

declare module 'torch/nn/reparametrize/spectral-norm' {
import type { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
/** The weight as a matrix whose rows are the given dimension. */
export function asMatrix(weight: Tensor, dim: number): Tensor;
/** Power iterations: u and v, changed in place, come close to the first singular vectors. */
export function powerMethod(matrix: Tensor, u: Tensor, v: Tensor, iterations: number, eps: number, uFirst: boolean): void;
export const direction: (matrix: Tensor, size: number, eps: number) => Tensor;
/** The output channels' dimension of a layer's weight. */
export const channelsOf: (module: Module) => number;
export function checkIterations(n: number): void;
export interface SpectralNormOptions {
    /** Default: 'weight'. */
    name?: string;
    /** Power iterations before each forward in training. Default: 1. */
    n_power_iterations?: number;
    /** Default: 1e-12. */
    eps?: number;
    /** The output channels' dimension. Default: 0; 1 for transposed convolutions. */
    dim?: number | null;
}
export const spectralDefaults: {
    name: string;
    n_power_iterations: number;
    eps: number;
    dim: number | null;
};
/**
 * Spectral normalisation (Miyato et al., 2018): the weight is divided by its largest singular value, which power iterations
 * estimate before each forward in training. Changes the module and returns it.
 */
export function spectral_norm<M extends Module>(module: M, name?: string | SpectralNormOptions, n_power_iterations?: number, eps?: number, dim?: number | null): M;
/** Makes the weight a parameter again, with the value it has. */
export function remove_spectral_norm<M extends Module>(module: M, name?: string): M;
}

declare module 'torch/nn/reparametrize/stateless' {
import type { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
export interface FunctionalCallOptions {
    /** Tensors that a module has under several names are replaced under all of them. Default: true. */
    tie_weights?: boolean;
    /** Every parameter and buffer must be given. Default: false. */
    strict?: boolean;
}
/**
 * Runs a module with other parameters and buffers, by dotted name, in place of its own; the module itself stays as it is.
 * `args` is the input, or a list of inputs.
 */
export function functional_call(module: Module, parameters_and_buffers: Readonly<Record<string, Tensor>>, args?: unknown, kwargs?: Readonly<Record<string, unknown>> | null, options?: FunctionalCallOptions): any;
}

declare module 'torch/nn/reparametrize/weight-norm' {
import type { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
/** Norms over all dimensions but one; over everything for −1. Keeps the dimension. */
export function norm_except_dim(v: Tensor, dim: number): Tensor;
export const normed: (v: Tensor, g: Tensor, dim: number) => Tensor;
/**
 * Weight normalisation (Salimans and Kingma, 2016): the weight becomes g · v / ‖v‖ with parameters `weight_g` and `weight_v`,
 * the norm taken over all dimensions but `dim` (null: over all). Changes the module and returns it.
 */
export function weight_norm<M extends Module>(module: M, name?: string | {
    name?: string;
    dim?: number | null;
}, dim?: number | null): M;
/** Makes the weight a parameter again, with the value it has. */
export function remove_weight_norm<M extends Module>(module: M, name?: string): M;
}

declare module 'torch/nn/rnn' {
import { Tensor } from 'torch/tensor';
/** Sequences of a batch, longest first, time step by time step without padding: what recurrent layers take and give. */
export class PackedSequence {
    /** [Σ lengths, *]. */
    readonly data: Tensor;
    /** How many sequences still run at each time step. */
    readonly batch_sizes: Tensor;
    readonly sorted_indices: Tensor | null;
    readonly unsorted_indices: Tensor | null;
    constructor(data: Tensor, batch_sizes: Tensor, sorted_indices?: Tensor | null, unsorted_indices?: Tensor | null);
}
/** Where each element of a permutation went. */
export function invert_permutation(permutation: Tensor): Tensor;
/** Packs a padded batch [L, N, *] ([N, L, *] with batch_first) given each sequence's length. */
export function pack_padded_sequence(input: Tensor, lengths: Tensor | readonly number[], batch_first?: boolean | {
    batch_first?: boolean;
    enforce_sorted?: boolean;
}, enforce_sorted?: boolean): PackedSequence;
/** Undoes pack_padded_sequence: the padded batch and the lengths. */
export function pad_packed_sequence(sequence: PackedSequence, batch_first?: boolean | {
    batch_first?: boolean;
    padding_value?: number;
    total_length?: number | null;
}, padding_value?: number, total_length?: number | null): [padded: Tensor, lengths: Tensor];
/** Stacks sequences [L_i, *] into [L, N, *] ([N, L, *] with batch_first), shorter ones padded. */
export function pad_sequence(sequences: readonly Tensor[], batch_first?: boolean | {
    batch_first?: boolean;
    padding_value?: number;
}, padding_value?: number): Tensor;
/** Packs sequences [L_i, *]. */
export function pack_sequence(sequences: readonly Tensor[], enforce_sorted?: boolean | {
    enforce_sorted?: boolean;
}): PackedSequence;
/** The sequences of a padded batch, without their padding. */
export const unpad_sequence: (padded: Tensor, lengths: Tensor, batch_first?: boolean) => Tensor[];
/** The sequences of a packed batch. */
export function unpack_sequence(packed: PackedSequence): Tensor[];
}

declare module 'torch/nn/state' {
import type { Module, StateDict } from 'torch/nn/module';
/** What `load_state_dict` found out of place. */
export interface IncompatibleKeys {
    readonly missing_keys: string[];
    readonly unexpected_keys: string[];
    toString(): string;
}
/** As PyTorch: every fault is collected and told at once; matching entries are loaded even so. */
export function loadStateDict(module: Module, state: Readonly<StateDict>, strict: boolean, assign: boolean): IncompatibleKeys;
}

declare module 'torch/nn/utils' {
import { Tensor } from 'torch/tensor';
import type { Module } from 'torch/nn/module';
export interface ClipOptions {
    /** p of the norm; Infinity for the largest. Default: 2. */
    norm_type?: number;
    /** Throw when the norm is NaN or infinite. Default: false. */
    error_if_nonfinite?: boolean;
    /** Accepted; there is one way here. */
    foreach?: boolean | null;
}
/** The norm of all gradients taken together. */
export function get_total_norm(tensors: Iterable<Tensor> | Tensor, norm_type?: number, error_if_nonfinite?: boolean): Tensor;
/** Scales gradients in place so that their common norm is at most max_norm; returns the norm they had. */
export function clip_grad_norm_(parameters: Iterable<Tensor> | Tensor, max_norm: number, norm_type?: number | ClipOptions, error_if_nonfinite?: boolean): Tensor;
/** Keeps every gradient element within [−clip_value, clip_value], in place. */
export function clip_grad_value_(parameters: Iterable<Tensor> | Tensor, clip_value: number): void;
/** All parameters in one vector, in order. */
export const parameters_to_vector: (parameters: Iterable<Tensor>) => Tensor;
/** Writes a vector back into parameters, in order; each becomes a window on the vector. */
export function vector_to_parameters(vec: Tensor, parameters: Iterable<Tensor>): void;
/** The older name of clip_grad_norm_. */
export const clip_grad_norm: typeof clip_grad_norm_;
/**
 * A module whose parameters are not drawn: `skip_init(nn.Linear, 4, 2)`. Their memory is still to be initialised, and the
 * random stream stays where it was.
 */
export function skip_init<M extends Module>(module_cls: new (...args: never[]) => M, ...args: readonly unknown[]): M;
export { fuse_conv_bn_eval, fuse_conv_bn_weights, fuse_linear_bn_eval, fuse_linear_bn_weights, } from 'torch/nn/reparametrize/fusion';
export { remove_spectral_norm, spectral_norm } from 'torch/nn/reparametrize/spectral-norm';
export { remove_weight_norm, weight_norm } from 'torch/nn/reparametrize/weight-norm';
export * as parametrizations from 'torch/nn/reparametrize/parametrizations';
export * as parametrize from 'torch/nn/reparametrize/parametrize';
export * as stateless from 'torch/nn/reparametrize/stateless';
export * as rnn from 'torch/nn/rnn';
export * as prune from 'torch/nn/prune';
}

declare module 'torch/operators.generated' {
import type { DType } from 'torch/dtype';
import type { QScheme } from 'torch/quantization/qscheme';
import type { Tensor } from 'torch/tensor';
/** What indexing takes: a number, a slice such as '1:3' or '...', null for a new axis, an index tensor or list, a mask. */
export type Index = number | boolean | string | null | Tensor | readonly unknown[];
export interface TensorMethods {
    /** All dimensions reversed. */
    readonly T: Tensor;
    /** All dimensions reversed. */
    readonly H: Tensor;
    /** The last two dimensions swapped. */
    readonly mT: Tensor;
    /** The last two dimensions swapped. */
    readonly mH: Tensor;
    /** Bytes of one element. */
    readonly itemsize: number;
    /** Bytes of all elements. */
    readonly nbytes: number;
    readonly is_cuda: boolean;
    readonly is_cpu: boolean;
    readonly is_sparse: boolean;
    readonly is_quantized: boolean;
    readonly is_meta: boolean;
    readonly is_nested: boolean;
    /** 'strided': every tensor is. */
    readonly layout: string;
    /** The slices along the first dimension. */
    [Symbol.iterator](): IterableIterator<Tensor>;
    /** Bit by bit and of integers and bools. */
    __and__(other: Tensor | number | boolean): Tensor;
    __and__(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit and of integers and bools. In place. */
    __and___(other: Tensor | number | boolean): this;
    __and___(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    __matmul__(other: Tensor): Tensor;
    __matmul__(options: {
        other: Tensor;
    }): Tensor;
    /** Bit by bit or of integers and bools. */
    __or__(other: Tensor | number | boolean): Tensor;
    __or__(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit or of integers and bools. In place. */
    __or___(other: Tensor | number | boolean): this;
    __or___(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Bit by bit xor of integers and bools. */
    __xor__(other: Tensor | number | boolean): Tensor;
    __xor__(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. In place. */
    __xor___(other: Tensor | number | boolean): this;
    __xor___(options: {
        other: Tensor | number | boolean;
    }): this;
    /** |input|. */
    abs(): Tensor;
    /** |input|. In place. */
    abs_(): this;
    /** |input|. */
    absolute(): Tensor;
    /** |input|. In place. */
    absolute_(): this;
    /** Inverse cosine. */
    acos(): Tensor;
    /** Inverse cosine. In place. */
    acos_(): this;
    /** Inverse hyperbolic cosine. */
    acosh(): Tensor;
    /** Inverse hyperbolic cosine. In place. */
    acosh_(): this;
    /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. */
    add(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    add(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. In place. */
    add_(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): this;
    add_(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): this;
    /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. */
    addbmm(batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addbmm(options: {
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. In place. */
    addbmm_(batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    addbmm_(options: {
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    /** input + value · tensor1 / tensor2. */
    addcdiv(tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcdiv(options: {
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 / tensor2. In place. */
    addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): this;
    addcdiv_(options: {
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): this;
    /** input + value · tensor1 · tensor2. */
    addcmul(tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcmul(options: {
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 · tensor2. In place. */
    addcmul_(tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): this;
    addcmul_(options: {
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): this;
    /** beta · input + alpha · mat1 @ mat2. */
    addmm(mat1: Tensor, mat2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmm(options: {
        mat1: Tensor;
        mat2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat1 @ mat2. In place. */
    addmm_(mat1: Tensor, mat2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    addmm_(options: {
        mat1: Tensor;
        mat2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    /** beta · input + alpha · mat @ vec. */
    addmv(mat: Tensor, vec: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmv(options: {
        mat: Tensor;
        vec: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat @ vec. In place. */
    addmv_(mat: Tensor, vec: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    addmv_(options: {
        mat: Tensor;
        vec: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    /** beta · input + alpha · vec1 ⊗ vec2. */
    addr(vec1: Tensor, vec2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addr(options: {
        vec1: Tensor;
        vec2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · vec1 ⊗ vec2. In place. */
    addr_(vec1: Tensor, vec2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    addr_(options: {
        vec1: Tensor;
        vec2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    /** The last two dimensions swapped (and conjugated, which real numbers do not show). */
    adjoint(): Tensor;
    /** A view of all of it. */
    alias(): Tensor;
    /** True when every element is not zero. */
    all(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    all(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    all(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** Whether isclose holds everywhere. */
    allclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
    allclose(other: Tensor, options: {
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    allclose(other: Tensor, rtol: number, options: {
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    allclose(options: {
        other: Tensor;
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    /** The largest value over dims; equal ones share the gradient. */
    amax(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    amax(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    amax(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** The smallest value over dims; equal ones share the gradient. */
    amin(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    amin(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    amin(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** Smallest and largest value. */
    aminmax(options?: {
        dim?: number | null;
        keepdim?: boolean;
    }): [min: Tensor, max: Tensor] & {
        readonly min: Tensor;
        readonly max: Tensor;
    };
    /** π where negative, else 0. */
    angle(): Tensor;
    /** π where negative, else 0. In place. */
    angle_(): this;
    /** True when some element is not zero. */
    any(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    any(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    any(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** Every element becomes callable(element). Slow; on the CPU. */
    apply_(callable: unknown): Tensor;
    apply_(options: {
        callable: unknown;
    }): Tensor;
    /** Inverse cosine. */
    arccos(): Tensor;
    /** Inverse cosine. In place. */
    arccos_(): this;
    /** Inverse hyperbolic cosine. */
    arccosh(): Tensor;
    /** Inverse hyperbolic cosine. In place. */
    arccosh_(): this;
    /** Inverse sine. */
    arcsin(): Tensor;
    /** Inverse sine. In place. */
    arcsin_(): this;
    /** Inverse hyperbolic sine. */
    arcsinh(): Tensor;
    /** Inverse hyperbolic sine. In place. */
    arcsinh_(): this;
    /** Inverse tangent. */
    arctan(): Tensor;
    /** Inverse tangent. In place. */
    arctan_(): this;
    /** The angle of the point (other, input). */
    arctan2(other: Tensor): Tensor;
    arctan2(options: {
        other: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). In place. */
    arctan2_(other: Tensor): this;
    arctan2_(options: {
        other: Tensor;
    }): this;
    /** Inverse hyperbolic tangent. */
    arctanh(): Tensor;
    /** Inverse hyperbolic tangent. In place. */
    arctanh_(): this;
    /** Where the largest element is; of the flattened tensor when no dim is given. */
    argmax(dim?: number | null, keepdim?: boolean): Tensor;
    argmax(options: {
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    argmax(dim: number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** Where the smallest element is; of the flattened tensor when no dim is given. */
    argmin(dim?: number | null, keepdim?: boolean): Tensor;
    argmin(options: {
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    argmin(dim: number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    /** The indices that sort along dim. */
    argsort(dim?: number, descending?: boolean, options?: {
        stable?: boolean;
    }): Tensor;
    argsort(options: {
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): Tensor;
    argsort(dim: number, options: {
        descending?: boolean;
        stable?: boolean;
    }): Tensor;
    /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
    argwhere(options?: {
        as_tuple?: boolean;
    }): any;
    /** Any strided view of the memory. */
    as_strided(size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
    as_strided(size: readonly number[] | number, stride: readonly number[] | number, options: {
        storage_offset?: number | null;
    }): Tensor;
    as_strided(options: {
        size: readonly number[] | number;
        stride: readonly number[] | number;
        storage_offset?: number | null;
    }): Tensor;
    /** Any strided view of the memory. In place: the tensor itself takes the shape. */
    as_strided_(size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
    as_strided_(size: readonly number[] | number, stride: readonly number[] | number, options: {
        storage_offset?: number | null;
    }): Tensor;
    as_strided_(options: {
        size: readonly number[] | number;
        stride: readonly number[] | number;
        storage_offset?: number | null;
    }): Tensor;
    /** A copy of input with src in a strided window. */
    as_strided_scatter(src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
    as_strided_scatter(src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: {
        storage_offset?: number | null;
    }): Tensor;
    as_strided_scatter(options: {
        src: Tensor;
        size: readonly number[] | number;
        stride: readonly number[] | number;
        storage_offset?: number | null;
    }): Tensor;
    /** Inverse sine. */
    asin(): Tensor;
    /** Inverse sine. In place. */
    asin_(): this;
    /** Inverse hyperbolic sine. */
    asinh(): Tensor;
    /** Inverse hyperbolic sine. In place. */
    asinh_(): this;
    /** Indexing, Python's x[...]: numbers, slices as strings ('1:3', '::2', ':'), null for a new axis, '...', index tensors, lists and masks. Views where PyTorch gives views. */
    at(...indices: Index[]): Tensor;
    /** Inverse tangent. */
    atan(): Tensor;
    /** Inverse tangent. In place. */
    atan_(): this;
    /** The angle of the point (other, input). */
    atan2(other: Tensor): Tensor;
    atan2(options: {
        other: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). In place. */
    atan2_(other: Tensor): this;
    atan2_(options: {
        other: Tensor;
    }): this;
    /** Inverse hyperbolic tangent. */
    atanh(): Tensor;
    /** Inverse hyperbolic tangent. In place. */
    atanh_(): this;
    /** Computes the gradients of this tensor with respect to the leaves and adds them to their .grad. Not scalar: say the gradient of the loss with respect to this tensor. */
    backward(gradient?: Tensor | null, retain_graph?: boolean | null, create_graph?: boolean, inputs?: unknown): any;
    backward(options: {
        gradient?: Tensor | null;
        retain_graph?: boolean | null;
        create_graph?: boolean;
        inputs?: unknown;
    }): any;
    backward(gradient: Tensor | null, options: {
        retain_graph?: boolean | null;
        create_graph?: boolean;
        inputs?: unknown;
    }): any;
    /** beta · input + alpha · batch1 @ batch2, batch by batch. */
    baddbmm(batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    baddbmm(options: {
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · batch1 @ batch2, batch by batch. In place. */
    baddbmm_(batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    baddbmm_(options: {
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): this;
    /** 1 with the probability that input gives, else 0. */
    bernoulli(options?: {
        generator?: object | null;
    }): Tensor;
    /** 1 with probability p, else 0. */
    bernoulli(p?: number, options?: {
        generator?: object | null;
    }): Tensor;
    bernoulli(options: {
        p?: number;
        generator?: object | null;
    }): Tensor;
    /** 1 with the probability that p gives, which is repeated to fit input, else 0. */
    bernoulli(p: Tensor, options?: {
        generator?: object | null;
    }): Tensor;
    bernoulli(options: {
        p: Tensor;
        generator?: object | null;
    }): Tensor;
    /** 1 with probability p, else 0. In place. */
    bernoulli_(p?: number, options?: {
        generator?: object | null;
    }): this;
    bernoulli_(options: {
        p?: number;
        generator?: object | null;
    }): this;
    /** 1 with the probability that p gives, which is repeated to fit input, else 0. In place. */
    bernoulli_(p: Tensor, options?: {
        generator?: object | null;
    }): this;
    bernoulli_(options: {
        p: Tensor;
        generator?: object | null;
    }): this;
    /** In bfloat16. */
    bfloat16(memory_format?: unknown): Tensor;
    bfloat16(options: {
        memory_format?: unknown;
    }): Tensor;
    /** How often each whole number from 0 occurs (or the sum of its weights). */
    bincount(weights?: Tensor | null, minlength?: number): Tensor;
    bincount(options: {
        weights?: Tensor | null;
        minlength?: number;
    }): Tensor;
    bincount(weights: Tensor | null, options: {
        minlength?: number;
    }): Tensor;
    /** Bit by bit and of integers and bools. */
    bitwise_and(other: Tensor | number | boolean): Tensor;
    bitwise_and(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit and of integers and bools. In place. */
    bitwise_and_(other: Tensor | number | boolean): this;
    bitwise_and_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input · 2^other, by shifting bits. */
    bitwise_left_shift(other: Tensor | number | boolean): Tensor;
    bitwise_left_shift(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · 2^other, by shifting bits. In place. */
    bitwise_left_shift_(other: Tensor | number | boolean): this;
    bitwise_left_shift_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Flips every bit; of a bool, its truth. */
    bitwise_not(): Tensor;
    /** Flips every bit; of a bool, its truth. In place. */
    bitwise_not_(): this;
    /** Bit by bit or of integers and bools. */
    bitwise_or(other: Tensor | number | boolean): Tensor;
    bitwise_or(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit or of integers and bools. In place. */
    bitwise_or_(other: Tensor | number | boolean): this;
    bitwise_or_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input / 2^other, by shifting bits. */
    bitwise_right_shift(other: Tensor | number | boolean): Tensor;
    bitwise_right_shift(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input / 2^other, by shifting bits. In place. */
    bitwise_right_shift_(other: Tensor | number | boolean): this;
    bitwise_right_shift_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Bit by bit xor of integers and bools. */
    bitwise_xor(other: Tensor | number | boolean): Tensor;
    bitwise_xor(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. In place. */
    bitwise_xor_(other: Tensor | number | boolean): this;
    bitwise_xor_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Products of batches of matrices, [b, n, m] @ [b, m, p] → [b, n, p]. */
    bmm(mat2: Tensor): Tensor;
    bmm(options: {
        mat2: Tensor;
    }): Tensor;
    /** In bool. */
    bool(memory_format?: unknown): Tensor;
    bool(options: {
        memory_format?: unknown;
    }): Tensor;
    /** expand under its NumPy name. */
    broadcast_to(...size: number[]): Tensor;
    broadcast_to(size: readonly number[]): Tensor;
    broadcast_to(options: {
        size: readonly number[];
    }): Tensor;
    /** In uint8. */
    byte(memory_format?: unknown): Tensor;
    byte(options: {
        memory_format?: unknown;
    }): Tensor;
    /** cat, as a method. */
    cat_with(others: readonly Tensor[], dim: number): Tensor;
    cat_with(options: {
        others: readonly Tensor[];
        dim: number;
    }): Tensor;
    /** Overwrites with draws from the Cauchy distribution. */
    cauchy_(median?: number, sigma?: number, options?: {
        generator?: object | null;
    }): Tensor;
    cauchy_(options: {
        median?: number;
        sigma?: number;
        generator?: object | null;
    }): Tensor;
    cauchy_(median: number, options: {
        sigma?: number;
        generator?: object | null;
    }): Tensor;
    /** Rounds up. */
    ceil(): Tensor;
    /** Rounds up. In place. */
    ceil_(): this;
    /** In int8. */
    char(memory_format?: unknown): Tensor;
    char(options: {
        memory_format?: unknown;
    }): Tensor;
    /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
    cholesky(upper?: boolean): Tensor;
    cholesky(options: {
        upper?: boolean;
    }): Tensor;
    /** At most chunks views of equal size, the last maybe smaller. */
    chunk(chunks: number, dim?: number): Tensor[];
    chunk(chunks: number, options: {
        dim?: number;
    }): Tensor[];
    chunk(options: {
        chunks: number;
        dim?: number;
    }): Tensor[];
    /** Kept within [min, max]; null leaves a side open. */
    clamp(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clamp(options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clamp(min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** Kept within [min, max]; null leaves a side open. In place. */
    clamp_(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): this;
    clamp_(options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): this;
    clamp_(min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): this;
    /** At most max. */
    clamp_max(max: Tensor | number | boolean): Tensor;
    clamp_max(options: {
        max: Tensor | number | boolean;
    }): Tensor;
    /** At most max. In place. */
    clamp_max_(max: Tensor | number | boolean): this;
    clamp_max_(options: {
        max: Tensor | number | boolean;
    }): this;
    /** At least min. */
    clamp_min(min: Tensor | number | boolean): Tensor;
    clamp_min(options: {
        min: Tensor | number | boolean;
    }): Tensor;
    /** At least min. In place. */
    clamp_min_(min: Tensor | number | boolean): this;
    clamp_min_(options: {
        min: Tensor | number | boolean;
    }): this;
    /** Kept within [min, max]; null leaves a side open. */
    clip(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clip(options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clip(min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** Kept within [min, max]; null leaves a side open. In place. */
    clip_(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): this;
    clip_(options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): this;
    clip_(min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): this;
    /** A copy in memory of its own; gradients pass through. */
    clone(options?: {
        memory_format?: unknown;
    }): Tensor;
    /** Every choice of r elements, as rows. */
    combinations(r?: number, with_replacement?: boolean): Tensor;
    combinations(options: {
        r?: number;
        with_replacement?: boolean;
    }): Tensor;
    combinations(r: number, options: {
        with_replacement?: boolean;
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    conj(): Tensor;
    /** Adds (or, where negative, takes away) elements at both ends; pad lists pairs, the last dimension first. */
    constant_pad_nd(pad: readonly number[] | number, value?: number | boolean): Tensor;
    constant_pad_nd(pad: readonly number[] | number, options: {
        value?: number | boolean;
    }): Tensor;
    constant_pad_nd(options: {
        pad: readonly number[] | number;
        value?: number | boolean;
    }): Tensor;
    /** Itself when its memory is row-major, else a copy that is. */
    contiguous(options?: {
        memory_format?: unknown;
    }): Tensor;
    /** Writes src into this memory. */
    copy_(src: Tensor | number | boolean, non_blocking?: boolean): Tensor;
    copy_(src: Tensor | number | boolean, options: {
        non_blocking?: boolean;
    }): Tensor;
    copy_(options: {
        src: Tensor | number | boolean;
        non_blocking?: boolean;
    }): Tensor;
    /** The size of input with the sign of other. */
    copysign(other: Tensor | number | boolean): Tensor;
    copysign(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** The size of input with the sign of other. In place. */
    copysign_(other: Tensor | number | boolean): this;
    copysign_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Correlation coefficients of the rows’ variables. */
    corrcoef(): Tensor;
    /** Cosine. */
    cos(): Tensor;
    /** Cosine. In place. */
    cos_(): this;
    /** Hyperbolic cosine. */
    cosh(): Tensor;
    /** Hyperbolic cosine. In place. */
    cosh_(): this;
    /** How many elements are not zero. */
    count_nonzero(dim?: readonly number[] | number | null): Tensor;
    count_nonzero(options: {
        dim?: readonly number[] | number | null;
    }): Tensor;
    /** Covariance of the rows’ variables. */
    cov(options?: {
        correction?: number;
        fweights?: Tensor | null;
        aweights?: Tensor | null;
    }): Tensor;
    /** On the CPU. */
    cpu(): Tensor;
    /** Cross product of vectors of three. */
    cross(other: Tensor, dim?: number | null): Tensor;
    cross(other: Tensor, options: {
        dim?: number | null;
    }): Tensor;
    cross(options: {
        other: Tensor;
        dim?: number | null;
    }): Tensor;
    /** Running maximum along dim and where it is. */
    cummax(dim: number): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    cummax(options: {
        dim: number;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Running minimum along dim and where it is. */
    cummin(dim: number): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    cummin(options: {
        dim: number;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Running product along dim. */
    cumprod(dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumprod(options: {
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running product along dim. In place. */
    cumprod_(dim: number, options?: {
        dtype?: DType | null;
    }): this;
    cumprod_(options: {
        dim: number;
        dtype?: DType | null;
    }): this;
    /** Running sum along dim. */
    cumsum(dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumsum(options: {
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running sum along dim. In place. */
    cumsum_(dim: number, options?: {
        dtype?: DType | null;
    }): this;
    cumsum_(options: {
        dim: number;
        dtype?: DType | null;
    }): this;
    /** A number that equals for tensors that start at the same memory. */
    data_ptr(): number;
    /** Degrees as radians. */
    deg2rad(): Tensor;
    /** Degrees as radians. In place. */
    deg2rad_(): this;
    /** The float32 values that the codes stand for: scale · (code − zero_point). Of a float tensor itself, in float32. */
    dequantize(): Tensor;
    /** The determinant. */
    det(): Tensor;
    /** The same memory without history: no gradient flows through. */
    detach(): Tensor;
    /** Forgets this tensor’s history. */
    detach_(): Tensor;
    /** A vector as a diagonal matrix; a matrix’s diagonal. */
    diag(diagonal?: number): Tensor;
    diag(options: {
        diagonal?: number;
    }): Tensor;
    /** The last dimension as the diagonal of two new ones. */
    diag_embed(offset?: number, dim1?: number, dim2?: number): Tensor;
    diag_embed(options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diag_embed(offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** All elements on a diagonal. */
    diagflat(offset?: number): Tensor;
    diagflat(options: {
        offset?: number;
    }): Tensor;
    /** A view of the diagonal of two dimensions, as the last one. */
    diagonal(offset?: number, dim1?: number, dim2?: number): Tensor;
    diagonal(options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal(offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** A copy of input with src on a diagonal. */
    diagonal_scatter(src: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
    diagonal_scatter(src: Tensor, options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal_scatter(src: Tensor, offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal_scatter(options: {
        src: Tensor;
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** Differences of neighbours along dim, n times over. */
    diff(n?: number, dim?: number, prepend?: Tensor | null, append?: Tensor | null): Tensor;
    diff(options: {
        n?: number;
        dim?: number;
        prepend?: Tensor | null;
        append?: Tensor | null;
    }): Tensor;
    diff(n: number, options: {
        dim?: number;
        prepend?: Tensor | null;
        append?: Tensor | null;
    }): Tensor;
    /** Derivative of lgamma. */
    digamma(): Tensor;
    /** Derivative of lgamma. In place. */
    digamma_(): this;
    /** Number of dimensions. */
    dim(): number;
    /** ‖input − other‖ₚ. */
    dist(other: Tensor, p?: number | boolean): Tensor;
    dist(other: Tensor, options: {
        p?: number | boolean;
    }): Tensor;
    dist(options: {
        other: Tensor;
        p?: number | boolean;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    div(other: Tensor | number | boolean): Tensor;
    div(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    div(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    div(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    div_(other: Tensor | number | boolean): this;
    div_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    div_(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): this;
    div_(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): this;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    divide(other: Tensor | number | boolean): Tensor;
    divide(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    divide(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    divide(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    divide_(other: Tensor | number | boolean): this;
    divide_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    divide_(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): this;
    divide_(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): this;
    /** Inner product of two vectors. */
    dot(tensor: Tensor): Tensor;
    dot(options: {
        tensor: Tensor;
    }): Tensor;
    /** In float64. */
    double(memory_format?: unknown): Tensor;
    double(options: {
        memory_format?: unknown;
    }): Tensor;
    /** tensor_split along dimension 2, whose size must be a multiple of the number of parts. */
    dsplit(indices_or_sections: unknown): Tensor[];
    dsplit(options: {
        indices_or_sections: unknown;
    }): Tensor[];
    /** Bytes of one element. */
    element_size(): number;
    /** input == other, as bool. */
    eq(other: Tensor | number | boolean): Tensor;
    eq(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input == other, as bool. In place. */
    eq_(other: Tensor | number | boolean): this;
    eq_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Whether shapes and all elements are equal. */
    equal(other: Tensor): boolean;
    equal(options: {
        other: Tensor;
    }): boolean;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
    erf(): Tensor;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. In place. */
    erf_(): this;
    /** 1 − erf(input). */
    erfc(): Tensor;
    /** 1 − erf(input). In place. */
    erfc_(): this;
    /** Inverse of erf. */
    erfinv(): Tensor;
    /** Inverse of erf. In place. */
    erfinv_(): this;
    /** e^input. */
    exp(): Tensor;
    /** e^input. In place. */
    exp_(): this;
    /** 2^input. */
    exp2(): Tensor;
    /** 2^input. In place. */
    exp2_(): this;
    /** A view that repeats dimensions of size 1 without copying; −1 keeps a size. */
    expand(...size: number[]): Tensor;
    expand(size: readonly number[]): Tensor;
    expand(options: {
        size: readonly number[];
    }): Tensor;
    /** expand(other.shape). */
    expand_as(other: Tensor): Tensor;
    expand_as(options: {
        other: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    expit(): Tensor;
    /** 1 / (1 + e^−input). In place. */
    expit_(): this;
    /** e^input − 1, exact near zero. */
    expm1(): Tensor;
    /** e^input − 1, exact near zero. In place. */
    expm1_(): this;
    /** From the exponential distribution, shaped as input. */
    exponential(lambd?: number, options?: {
        generator?: object | null;
    }): Tensor;
    exponential(options: {
        lambd?: number;
        generator?: object | null;
    }): Tensor;
    /** From the exponential distribution, shaped as input. In place. */
    exponential_(lambd?: number, options?: {
        generator?: object | null;
    }): this;
    exponential_(options: {
        lambd?: number;
        generator?: object | null;
    }): this;
    /** Every element the same value. */
    fill(value: Tensor | number | boolean): Tensor;
    fill(options: {
        value: Tensor | number | boolean;
    }): Tensor;
    /** Every element the same value. In place. */
    fill_(value: Tensor | number | boolean): this;
    fill_(options: {
        value: Tensor | number | boolean;
    }): this;
    /** Writes the value into the diagonal; with wrap of a tall matrix again below each square. */
    fill_diagonal_(fill_value: number | boolean, wrap?: boolean): Tensor;
    fill_diagonal_(fill_value: number | boolean, options: {
        wrap?: boolean;
    }): Tensor;
    fill_diagonal_(options: {
        fill_value: number | boolean;
        wrap?: boolean;
    }): Tensor;
    /** Rounds towards zero. */
    fix(): Tensor;
    /** Rounds towards zero. In place. */
    fix_(): this;
    /** Makes one dimension of those from start_dim to end_dim. */
    flatten(start_dim?: number, end_dim?: number): Tensor;
    flatten(options: {
        start_dim?: number;
        end_dim?: number;
    }): Tensor;
    flatten(start_dim: number, options: {
        end_dim?: number;
    }): Tensor;
    /** Reverses dimensions, in a copy. */
    flip(...dims: number[]): Tensor;
    flip(dims: readonly number[]): Tensor;
    flip(options: {
        dims: readonly number[];
    }): Tensor;
    /** Left and right swapped. */
    fliplr(): Tensor;
    /** Up and down swapped. */
    flipud(): Tensor;
    /** In float32. */
    float(memory_format?: unknown): Tensor;
    float(options: {
        memory_format?: unknown;
    }): Tensor;
    /** pow in float64. */
    float_power(exponent: Tensor | number | boolean): Tensor;
    float_power(options: {
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** pow in float64. In place. */
    float_power_(exponent: Tensor | number | boolean): this;
    float_power_(options: {
        exponent: Tensor | number | boolean;
    }): this;
    /** Rounds down. */
    floor(): Tensor;
    /** Rounds down. In place. */
    floor_(): this;
    /** ⌊input / other⌋. */
    floor_divide(other: Tensor | number | boolean): Tensor;
    floor_divide(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** ⌊input / other⌋. In place. */
    floor_divide_(other: Tensor | number | boolean): this;
    floor_divide_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** The larger of each pair; a number wins over NaN. */
    fmax(other: Tensor): Tensor;
    fmax(options: {
        other: Tensor;
    }): Tensor;
    /** The smaller of each pair; a number wins over NaN. */
    fmin(other: Tensor): Tensor;
    fmin(options: {
        other: Tensor;
    }): Tensor;
    /** C's remainder: the result has the dividend's sign. */
    fmod(other: Tensor | number | boolean): Tensor;
    fmod(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** C's remainder: the result has the dividend's sign. In place. */
    fmod_(other: Tensor | number | boolean): this;
    fmod_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** What trunc takes away. */
    frac(): Tensor;
    /** What trunc takes away. In place. */
    frac_(): this;
    /** Mantissa in ±[0.5, 1) and exponent: input = mantissa · 2^exponent. */
    frexp(): [mantissa: Tensor, exponent: Tensor] & {
        readonly mantissa: Tensor;
        readonly exponent: Tensor;
    };
    /** out[i][j] = input[index[i][j]][j] for dim 0, and so on: picks along dim by index. */
    gather(dim: number, index: Tensor, options?: {
        sparse_grad?: boolean;
    }): Tensor;
    gather(options: {
        dim: number;
        index: Tensor;
        sparse_grad?: boolean;
    }): Tensor;
    /** Greatest common divisor. */
    gcd(other: Tensor): Tensor;
    gcd(options: {
        other: Tensor;
    }): Tensor;
    /** Greatest common divisor. In place. */
    gcd_(other: Tensor): this;
    gcd_(options: {
        other: Tensor;
    }): this;
    /** input >= other, as bool. */
    ge(other: Tensor | number | boolean): Tensor;
    ge(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input >= other, as bool. In place. */
    ge_(other: Tensor | number | boolean): this;
    ge_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Overwrites with the number of trials up to the first success. */
    geometric_(p: number, options?: {
        generator?: object | null;
    }): Tensor;
    geometric_(options: {
        p: number;
        generator?: object | null;
    }): Tensor;
    /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
    ger(vec2: Tensor): Tensor;
    ger(options: {
        vec2: Tensor;
    }): Tensor;
    /** The index of its GPU, −1 on the CPU. */
    get_device(): number;
    /** Slopes along dims: central differences inside, one-sided at the edges (of second order with edge_order 2). */
    gradient(options?: {
        spacing?: unknown;
        dim?: readonly number[] | number | null;
        edge_order?: number;
    }): Tensor[];
    /** input > other, as bool. */
    greater(other: Tensor | number | boolean): Tensor;
    greater(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input > other, as bool. In place. */
    greater_(other: Tensor | number | boolean): this;
    greater_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input >= other, as bool. */
    greater_equal(other: Tensor | number | boolean): Tensor;
    greater_equal(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input >= other, as bool. In place. */
    greater_equal_(other: Tensor | number | boolean): this;
    greater_equal_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input > other, as bool. */
    gt(other: Tensor | number | boolean): Tensor;
    gt(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input > other, as bool. In place. */
    gt_(other: Tensor | number | boolean): this;
    gt_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** In float16. */
    half(memory_format?: unknown): Tensor;
    half(options: {
        memory_format?: unknown;
    }): Tensor;
    /** 0 within [−λ, λ], x elsewhere. */
    hardshrink(lambd?: number): Tensor;
    hardshrink(options: {
        lambd?: number;
    }): Tensor;
    /** 0 below zero, 1 above, values at zero. */
    heaviside(values: Tensor): Tensor;
    heaviside(options: {
        values: Tensor;
    }): Tensor;
    /** 0 below zero, 1 above, values at zero. In place. */
    heaviside_(values: Tensor): this;
    heaviside_(options: {
        values: Tensor;
    }): this;
    /** Counts in bins of equal width from min to max (of the data when both are equal). */
    histc(bins?: number, min?: number | boolean, max?: number | boolean): Tensor;
    histc(options: {
        bins?: number;
        min?: number | boolean;
        max?: number | boolean;
    }): Tensor;
    histc(bins: number, options: {
        min?: number | boolean;
        max?: number | boolean;
    }): Tensor;
    /** Counts (or weights, or densities) in bins, and the bins’ edges. */
    histogram(bins: number | Tensor, options?: {
        range?: readonly number[] | null;
        weight?: Tensor | null;
        density?: boolean;
    }): [hist: Tensor, bin_edges: Tensor] & {
        readonly hist: Tensor;
        readonly bin_edges: Tensor;
    };
    histogram(options: {
        bins: number | Tensor;
        range?: readonly number[] | null;
        weight?: Tensor | null;
        density?: boolean;
    }): [hist: Tensor, bin_edges: Tensor] & {
        readonly hist: Tensor;
        readonly bin_edges: Tensor;
    };
    /** tensor_split along dimension 1, whose size must be a multiple of the number of parts. */
    hsplit(indices_or_sections: unknown): Tensor[];
    hsplit(options: {
        indices_or_sections: unknown;
    }): Tensor[];
    /** √(input² + other²). */
    hypot(other: Tensor): Tensor;
    hypot(options: {
        other: Tensor;
    }): Tensor;
    /** √(input² + other²). In place. */
    hypot_(other: Tensor): this;
    hypot_(options: {
        other: Tensor;
    }): this;
    /** Modified Bessel function of order 0. */
    i0(): Tensor;
    /** Modified Bessel function of order 0. In place. */
    i0_(): this;
    /** Modified Bessel function of order 1. */
    i1(): Tensor;
    /** Modified Bessel function of order 1. In place. */
    i1_(): this;
    /** A copy with alpha · source added at the places along dim that index lists. */
    index_add(dim: number, index: Tensor, source: Tensor, options?: {
        alpha?: number | boolean;
    }): Tensor;
    index_add(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
        alpha?: number | boolean;
    }): Tensor;
    /** A copy with alpha · source added at the places along dim that index lists. In place. */
    index_add_(dim: number, index: Tensor, source: Tensor, options?: {
        alpha?: number | boolean;
    }): this;
    index_add_(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
        alpha?: number | boolean;
    }): this;
    /** A copy with source at the places along dim that index lists. */
    index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
    index_copy(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
    }): Tensor;
    /** A copy with source at the places along dim that index lists. In place. */
    index_copy_(dim: number, index: Tensor, source: Tensor): this;
    index_copy_(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
    }): this;
    /** A copy with value at the places along dim that index lists. */
    index_fill(dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
    index_fill(options: {
        dim: number;
        index: Tensor;
        value: number | boolean | Tensor;
    }): Tensor;
    /** A copy with value at the places along dim that index lists. In place. */
    index_fill_(dim: number, index: Tensor, value: number | boolean | Tensor): this;
    index_fill_(options: {
        dim: number;
        index: Tensor;
        value: number | boolean | Tensor;
    }): this;
    /** A copy with values at the places given by index tensors. */
    index_put(indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
    index_put(indices: unknown, values: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    index_put(options: {
        indices: unknown;
        values: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** A copy with values at the places given by index tensors. In place. */
    index_put_(indices: unknown, values: Tensor, accumulate?: boolean): this;
    index_put_(indices: unknown, values: Tensor, options: {
        accumulate?: boolean;
    }): this;
    index_put_(options: {
        indices: unknown;
        values: Tensor;
        accumulate?: boolean;
    }): this;
    /** A copy in which slices of source are reduced into the places along dim that index lists. */
    index_reduce(dim: number, index: Tensor, source: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    index_reduce(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** A copy in which slices of source are reduced into the places along dim that index lists. In place. */
    index_reduce_(dim: number, index: Tensor, source: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): this;
    index_reduce_(options: {
        dim: number;
        index: Tensor;
        source: Tensor;
        reduce: string;
        include_self?: boolean;
    }): this;
    /** The places along dim that index lists. */
    index_select(dim: number, index: Tensor): Tensor;
    index_select(options: {
        dim: number;
        index: Tensor;
    }): Tensor;
    /** Sum of products over the last dimensions. */
    inner(other: Tensor): Tensor;
    inner(options: {
        other: Tensor;
    }): Tensor;
    /** In int32. */
    int(memory_format?: unknown): Tensor;
    int(options: {
        memory_format?: unknown;
    }): Tensor;
    /** The codes of a quantized tensor: uint8, int8 or int32. */
    int_repr(): Tensor;
    /** The inverse matrix. */
    inverse(): Tensor;
    /** Never: there are no complex tensors. */
    is_complex(): boolean;
    /** Never: real numbers are their own conjugates. */
    is_conj(): boolean;
    /** Whether the memory is row-major. */
    is_contiguous(): boolean;
    /** Never: a tensor is of one process. */
    is_distributed(): boolean;
    /** Whether the dtype is a float. */
    is_floating_point(): boolean;
    /** Whether it was made in inference mode. */
    is_inference(): boolean;
    /** Never: no tensor is lazily negated. */
    is_neg(): boolean;
    /** Whether the one element is not zero. */
    is_nonzero(): boolean;
    /** Never: memory is not pinned. */
    is_pinned(): boolean;
    /** Whether the shapes are the same. */
    is_same_size(other: Tensor): boolean;
    is_same_size(options: {
        other: Tensor;
    }): boolean;
    /** Whether both are the same window on the same memory. */
    is_set_to(tensor: Tensor): boolean;
    is_set_to(options: {
        tensor: Tensor;
    }): boolean;
    /** Never: memory is of one process. */
    is_shared(): boolean;
    /** Whether the dtype has negative numbers. */
    is_signed(): boolean;
    /** |input − other| ≤ atol + rtol · |other|. */
    isclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
    isclose(other: Tensor, options: {
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    isclose(other: Tensor, rtol: number, options: {
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    isclose(options: {
        other: Tensor;
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    /** True where input is neither NaN nor ±∞. */
    isfinite(): Tensor;
    /** True where input is ±∞. */
    isinf(): Tensor;
    /** True where input is NaN. */
    isnan(): Tensor;
    /** True where input is −∞. */
    isneginf(): Tensor;
    /** True where input is +∞. */
    isposinf(): Tensor;
    /** True everywhere: there are no complex tensors. */
    isreal(): Tensor;
    /** The one element as a number (or boolean). */
    item(): number;
    /** The Kronecker product: every element of input times all of other. */
    kron(other: Tensor): Tensor;
    kron(options: {
        other: Tensor;
    }): Tensor;
    /** The k-th smallest value along dim and its index. */
    kthvalue(k: number, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(k: number, options: {
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(k: number, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(options: {
        k: number;
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Least common multiple. */
    lcm(other: Tensor): Tensor;
    lcm(options: {
        other: Tensor;
    }): Tensor;
    /** Least common multiple. In place. */
    lcm_(other: Tensor): this;
    lcm_(options: {
        other: Tensor;
    }): this;
    /** input · 2^other. */
    ldexp(other: Tensor): Tensor;
    ldexp(options: {
        other: Tensor;
    }): Tensor;
    /** input · 2^other. In place. */
    ldexp_(other: Tensor): this;
    ldexp_(options: {
        other: Tensor;
    }): this;
    /** input <= other, as bool. */
    le(other: Tensor | number | boolean): Tensor;
    le(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input <= other, as bool. In place. */
    le_(other: Tensor | number | boolean): this;
    le_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input + weight · (end − input). */
    lerp(end: Tensor, weight: Tensor | number | boolean): Tensor;
    lerp(options: {
        end: Tensor;
        weight: Tensor | number | boolean;
    }): Tensor;
    /** input + weight · (end − input). In place. */
    lerp_(end: Tensor, weight: Tensor | number | boolean): this;
    lerp_(options: {
        end: Tensor;
        weight: Tensor | number | boolean;
    }): this;
    /** input < other, as bool. */
    less(other: Tensor | number | boolean): Tensor;
    less(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input < other, as bool. In place. */
    less_(other: Tensor | number | boolean): this;
    less_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** input <= other, as bool. */
    less_equal(other: Tensor | number | boolean): Tensor;
    less_equal(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input <= other, as bool. In place. */
    less_equal_(other: Tensor | number | boolean): this;
    less_equal_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** log |Γ(input)|. */
    lgamma(): Tensor;
    /** log |Γ(input)|. In place. */
    lgamma_(): this;
    /** Natural logarithm. */
    log(): Tensor;
    /** Natural logarithm. In place. */
    log_(): this;
    /** Logarithm to base 10. */
    log10(): Tensor;
    /** Logarithm to base 10. In place. */
    log10_(): this;
    /** log(1 + input), exact near zero. */
    log1p(): Tensor;
    /** log(1 + input), exact near zero. In place. */
    log1p_(): this;
    /** Logarithm to base 2. */
    log2(): Tensor;
    /** Logarithm to base 2. In place. */
    log2_(): this;
    /** Overwrites with e to the power of draws from N(mean, std²). */
    log_normal_(mean?: number, std?: number, options?: {
        generator?: object | null;
    }): Tensor;
    log_normal_(options: {
        mean?: number;
        std?: number;
        generator?: object | null;
    }): Tensor;
    log_normal_(mean: number, options: {
        std?: number;
        generator?: object | null;
    }): Tensor;
    /** log(softmax(x)), exact also where softmax underflows. */
    log_softmax(dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    log_softmax(options: {
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(eˣ + eʸ), without overflow. */
    logaddexp(other: Tensor): Tensor;
    logaddexp(options: {
        other: Tensor;
    }): Tensor;
    /** log₂(2ˣ + 2ʸ), without overflow. */
    logaddexp2(other: Tensor): Tensor;
    logaddexp2(options: {
        other: Tensor;
    }): Tensor;
    /** Running logsumexp along dim. */
    logcumsumexp(dim: number): Tensor;
    logcumsumexp(options: {
        dim: number;
    }): Tensor;
    /** Logarithm of the determinant; NaN where it is negative. */
    logdet(): Tensor;
    /** Logical and: anything but zero is true. */
    logical_and(other: Tensor): Tensor;
    logical_and(options: {
        other: Tensor;
    }): Tensor;
    /** Logical and: anything but zero is true. In place. */
    logical_and_(other: Tensor): this;
    logical_and_(options: {
        other: Tensor;
    }): this;
    /** True where input is zero. */
    logical_not(): Tensor;
    /** True where input is zero. In place. */
    logical_not_(): this;
    /** Logical or: anything but zero is true. */
    logical_or(other: Tensor): Tensor;
    logical_or(options: {
        other: Tensor;
    }): Tensor;
    /** Logical or: anything but zero is true. In place. */
    logical_or_(other: Tensor): this;
    logical_or_(options: {
        other: Tensor;
    }): this;
    /** Logical xor: anything but zero is true. */
    logical_xor(other: Tensor): Tensor;
    logical_xor(options: {
        other: Tensor;
    }): Tensor;
    /** Logical xor: anything but zero is true. In place. */
    logical_xor_(other: Tensor): this;
    logical_xor_(options: {
        other: Tensor;
    }): this;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
    logit(eps?: number): Tensor;
    logit(options: {
        eps?: number;
    }): Tensor;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
    logit_(eps?: number): this;
    logit_(options: {
        eps?: number;
    }): this;
    /** log Σ e^x over dims, without overflow. */
    logsumexp(dim: readonly number[] | number, keepdim?: boolean): Tensor;
    logsumexp(dim: readonly number[] | number, options: {
        keepdim?: boolean;
    }): Tensor;
    logsumexp(options: {
        dim: readonly number[] | number;
        keepdim?: boolean;
    }): Tensor;
    /** In int64. */
    long(memory_format?: unknown): Tensor;
    long(options: {
        memory_format?: unknown;
    }): Tensor;
    /** input < other, as bool. */
    lt(other: Tensor | number | boolean): Tensor;
    lt(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input < other, as bool. In place. */
    lt_(other: Tensor | number | boolean): this;
    lt_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Every element becomes callable(element, the other tensor’s). Slow; on the CPU. */
    map_(tensor: Tensor, callable: unknown): Tensor;
    map_(options: {
        tensor: Tensor;
        callable: unknown;
    }): Tensor;
    /** value where the mask is true, input elsewhere. */
    masked_fill(mask: Tensor, value: Tensor | number | boolean): Tensor;
    masked_fill(options: {
        mask: Tensor;
        value: Tensor | number | boolean;
    }): Tensor;
    /** value where the mask is true, input elsewhere. In place. */
    masked_fill_(mask: Tensor, value: Tensor | number | boolean): this;
    masked_fill_(options: {
        mask: Tensor;
        value: Tensor | number | boolean;
    }): this;
    /** The elements of source, in order, where the mask is true. */
    masked_scatter(mask: Tensor, source: Tensor): Tensor;
    masked_scatter(options: {
        mask: Tensor;
        source: Tensor;
    }): Tensor;
    /** The elements of source, in order, where the mask is true. In place. */
    masked_scatter_(mask: Tensor, source: Tensor): this;
    masked_scatter_(options: {
        mask: Tensor;
        source: Tensor;
    }): this;
    /** The elements where the mask is true, in one dimension. */
    masked_select(mask: Tensor): Tensor;
    masked_select(options: {
        mask: Tensor;
    }): Tensor;
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    matmul(other: Tensor): Tensor;
    matmul(options: {
        other: Tensor;
    }): Tensor;
    /** Σ Aᵏ / k!, by scaling and squaring. */
    matrix_exp(): Tensor;
    /** A multiplied n times by itself; negative n inverts first. */
    matrix_power(n: number): Tensor;
    matrix_power(options: {
        n: number;
    }): Tensor;
    /** The largest element; the gradient is shared by all that equal it. */
    max(): Tensor;
    /** The maximum of each pair. */
    max(other: Tensor): Tensor;
    max(options: {
        other: Tensor;
    }): Tensor;
    /** Along dim, the largest values and their indices. */
    max(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    max(dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    max(options: {
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The larger of each pair; NaN passes through; at a tie each gets half the gradient. */
    maximum(other: Tensor): Tensor;
    maximum(options: {
        other: Tensor;
    }): Tensor;
    /** Arithmetic mean of all elements, or over dims. Floating point only. */
    mean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    mean(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    mean(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** The median along dim (the lower of two) and its index. */
    median(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    median(dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    median(options: {
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The median of all elements (the lower of two). */
    median(): Tensor;
    /** The smallest element; the gradient is shared by all that equal it. */
    min(): Tensor;
    /** The minimum of each pair. */
    min(other: Tensor): Tensor;
    min(options: {
        other: Tensor;
    }): Tensor;
    /** Along dim, the smallest values and their indices. */
    min(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    min(dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    min(options: {
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The smaller of each pair; NaN passes through; at a tie each gets half the gradient. */
    minimum(other: Tensor): Tensor;
    minimum(options: {
        other: Tensor;
    }): Tensor;
    /** Product of two matrices, [n, m] @ [m, p] → [n, p]. */
    mm(mat2: Tensor): Tensor;
    mm(options: {
        mat2: Tensor;
    }): Tensor;
    /** The most frequent value along dim (the smallest of several) and the index of one occurrence. */
    mode(dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    mode(options: {
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    mode(dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** A view with dimensions moved to new places. */
    moveaxis(source: readonly number[] | number, destination: readonly number[] | number): Tensor;
    moveaxis(options: {
        source: readonly number[] | number;
        destination: readonly number[] | number;
    }): Tensor;
    /** A view with dimensions moved to new places. */
    movedim(source: readonly number[] | number, destination: readonly number[] | number): Tensor;
    movedim(options: {
        source: readonly number[] | number;
        destination: readonly number[] | number;
    }): Tensor;
    /** Sorted along the first dimension. */
    msort(): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. */
    mul(other: Tensor | number | boolean): Tensor;
    mul(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. In place. */
    mul_(other: Tensor | number | boolean): this;
    mul_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Indices drawn with probabilities in proportion to the rows of input. */
    multinomial(num_samples: number, replacement?: boolean, options?: {
        generator?: object | null;
    }): Tensor;
    multinomial(num_samples: number, options: {
        replacement?: boolean;
        generator?: object | null;
    }): Tensor;
    multinomial(options: {
        num_samples: number;
        replacement?: boolean;
        generator?: object | null;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. */
    multiply(other: Tensor | number | boolean): Tensor;
    multiply(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. In place. */
    multiply_(other: Tensor | number | boolean): this;
    multiply_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Matrix times vector. */
    mv(vec: Tensor): Tensor;
    mv(options: {
        vec: Tensor;
    }): Tensor;
    /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. */
    nan_to_num(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
    nan_to_num(options: {
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    nan_to_num(nan: number | null, options: {
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. In place. */
    nan_to_num_(nan?: number | null, posinf?: number | null, neginf?: number | null): this;
    nan_to_num_(options: {
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): this;
    nan_to_num_(nan: number | null, options: {
        posinf?: number | null;
        neginf?: number | null;
    }): this;
    /** Zero where the condition holds, input elsewhere. */
    nan_to_num_where(where: Tensor): Tensor;
    nan_to_num_where(options: {
        where: Tensor;
    }): Tensor;
    /** Mean of the elements that are not NaN. */
    nanmean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    nanmean(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nanmean(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** The median along dim (the lower of two), NaN aside and its index. */
    nanmedian(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    nanmedian(dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    nanmedian(options: {
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The median of all elements (the lower of two), NaN aside. */
    nanmedian(): Tensor;
    /** The q-th quantiles along dim, NaN aside. */
    nanquantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: {
        interpolation?: string;
    }): Tensor;
    nanquantile(q: number | Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    nanquantile(q: number | Tensor, dim: number | null, options: {
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    nanquantile(options: {
        q: number | Tensor;
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    /** Sum in which NaN counts as zero. */
    nansum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    nansum(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nansum(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** A view of length places from start. */
    narrow(dim: number, start: number, length: number): Tensor;
    narrow(options: {
        dim: number;
        start: number;
        length: number;
    }): Tensor;
    /** narrow, copied. */
    narrow_copy(dim: number, start: number, length: number): Tensor;
    narrow_copy(options: {
        dim: number;
        start: number;
        length: number;
    }): Tensor;
    /** Number of dimensions. */
    ndimension(): number;
    /** input != other, as bool. */
    ne(other: Tensor | number | boolean): Tensor;
    ne(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input != other, as bool. In place. */
    ne_(other: Tensor | number | boolean): this;
    ne_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** −input. */
    neg(): Tensor;
    /** −input. In place. */
    neg_(): this;
    /** −input. */
    negative(): Tensor;
    /** −input. In place. */
    negative_(): this;
    /** Number of elements. */
    nelement(): number;
    /** empty with input's dtype and device. */
    new_empty(...size: number[]): Tensor;
    new_empty(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    new_empty(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_empty(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** empty_strided with input's dtype. */
    new_empty_strided(size: readonly number[] | number, stride: readonly number[] | number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_empty_strided(options: {
        size: readonly number[] | number;
        stride: readonly number[] | number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** full with input's dtype. */
    new_full(size: readonly number[] | number, fill_value: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_full(options: {
        size: readonly number[] | number;
        fill_value: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** ones with input's dtype and device. */
    new_ones(...size: number[]): Tensor;
    new_ones(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    new_ones(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_ones(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** tensor(data) with input's dtype. */
    new_tensor(data: unknown, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_tensor(options: {
        data: unknown;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** zeros with input's dtype and device. */
    new_zeros(...size: number[]): Tensor;
    new_zeros(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    new_zeros(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    new_zeros(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** The next float after input towards other. */
    nextafter(other: Tensor): Tensor;
    nextafter(options: {
        other: Tensor;
    }): Tensor;
    /** The next float after input towards other. In place. */
    nextafter_(other: Tensor): this;
    nextafter_(options: {
        other: Tensor;
    }): this;
    /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
    nonzero(options?: {
        as_tuple?: boolean;
    }): any;
    /** p-norm of all elements or along dims; 'fro' is the 2-norm, 'nuc' the sum of singular values. */
    norm(p?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
    norm(options: {
        p?: number | boolean | string | null;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    norm(p: number | boolean | string | null, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** Normal numbers, shaped as input. */
    normal(mean?: number, std?: number, options?: {
        generator?: object | null;
    }): Tensor;
    normal(options: {
        mean?: number;
        std?: number;
        generator?: object | null;
    }): Tensor;
    normal(mean: number, options: {
        std?: number;
        generator?: object | null;
    }): Tensor;
    /** Normal numbers, shaped as input. In place. */
    normal_(mean?: number, std?: number, options?: {
        generator?: object | null;
    }): this;
    normal_(options: {
        mean?: number;
        std?: number;
        generator?: object | null;
    }): this;
    normal_(mean: number, options: {
        std?: number;
        generator?: object | null;
    }): this;
    /** input != other, as bool. */
    not_equal(other: Tensor | number | boolean): Tensor;
    not_equal(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input != other, as bool. In place. */
    not_equal_(other: Tensor | number | boolean): this;
    not_equal_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Number of elements. */
    numel(): number;
    /** A typed array of the elements, row-major: the memory itself where the tensor is contiguous, else a copy, for such an array has no strides. Throws when the tensor requires grad (detach it first) or is on a GPU. */
    numpy(options?: {
        force?: boolean;
    }): any;
    /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
    outer(vec2: Tensor): Tensor;
    outer(options: {
        vec2: Tensor;
    }): Tensor;
    /** A view with the dimensions in another order. */
    permute(...dims: number[]): Tensor;
    permute(dims: readonly number[]): Tensor;
    permute(options: {
        dims: readonly number[];
    }): Tensor;
    /** Itself: memory is of one process. */
    pin_memory(): Tensor;
    /** The Moore–Penrose inverse. */
    pinverse(rcond?: number): Tensor;
    pinverse(options: {
        rcond?: number;
    }): Tensor;
    /** The n-th derivative of digamma. */
    polygamma(n: number): Tensor;
    polygamma(options: {
        n: number;
    }): Tensor;
    /** input itself. */
    positive(): Tensor;
    /** input itself. In place. */
    positive_(): this;
    /** input ^ exponent, element by element. */
    pow(exponent: Tensor | number | boolean): Tensor;
    pow(options: {
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** input ^ exponent, element by element. In place. */
    pow_(exponent: Tensor | number | boolean): this;
    pow_(options: {
        exponent: Tensor | number | boolean;
    }): this;
    /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
    prelu(weight: Tensor): Tensor;
    prelu(options: {
        weight: Tensor;
    }): Tensor;
    /** Product of all elements, or along dim. */
    prod(dim?: number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    prod(options: {
        dim?: number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    prod(dim: number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** Derivative of lgamma. */
    psi(): Tensor;
    /** Derivative of lgamma. In place. */
    psi_(): this;
    /** A copy of input with source at places of the flattened tensor, replaced or added. */
    put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
    put(index: Tensor, source: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    put(options: {
        index: Tensor;
        source: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** A copy of input with source at places of the flattened tensor, replaced or added. In place. */
    put_(index: Tensor, source: Tensor, accumulate?: boolean): this;
    put_(index: Tensor, source: Tensor, options: {
        accumulate?: boolean;
    }): this;
    put_(options: {
        index: Tensor;
        source: Tensor;
        accumulate?: boolean;
    }): this;
    /** The dimension of the channels. */
    q_per_channel_axis(): number;
    /** The scale of each channel. */
    q_per_channel_scales(): Tensor;
    /** The code of zero of each channel. */
    q_per_channel_zero_points(): Tensor;
    /** The scale of a tensor that is quantized as a whole. */
    q_scale(): number;
    /** The code of zero, of a tensor that is quantized as a whole. */
    q_zero_point(): number;
    /** How the tensor is quantized: torch.per_tensor_affine or torch.per_channel_affine. */
    qscheme(): QScheme;
    /** The q-th quantiles along dim. */
    quantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: {
        interpolation?: string;
    }): Tensor;
    quantile(q: number | Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    quantile(q: number | Tensor, dim: number | null, options: {
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    quantile(options: {
        q: number | Tensor;
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    /** Radians as degrees. */
    rad2deg(): Tensor;
    /** Radians as degrees. In place. */
    rad2deg_(): this;
    /** Whole numbers from 0 to the largest that the dtype holds exactly. */
    random(options?: {
        generator?: object | null;
    }): Tensor;
    /** Whole numbers from 0 to before to. */
    random(to: number, options?: {
        generator?: object | null;
    }): Tensor;
    random(options: {
        to: number;
        generator?: object | null;
    }): Tensor;
    /** Whole numbers from from to before to; with null to the largest that the dtype holds exactly. */
    random(from: number, to: number | null, options?: {
        generator?: object | null;
    }): Tensor;
    random(options: {
        from: number;
        to: number | null;
        generator?: object | null;
    }): Tensor;
    /** Whole numbers from 0 to the largest that the dtype holds exactly. In place. */
    random_(options?: {
        generator?: object | null;
    }): this;
    /** Whole numbers from 0 to before to. In place. */
    random_(to: number, options?: {
        generator?: object | null;
    }): this;
    random_(options: {
        to: number;
        generator?: object | null;
    }): this;
    /** Whole numbers from from to before to; with null to the largest that the dtype holds exactly. In place. */
    random_(from: number, to: number | null, options?: {
        generator?: object | null;
    }): this;
    random_(options: {
        from: number;
        to: number | null;
        generator?: object | null;
    }): this;
    /** All elements in one dimension. */
    ravel(): Tensor;
    /** Itself: real numbers are their own conjugates. */
    real(): Tensor;
    /** 1 / input. */
    reciprocal(): Tensor;
    /** 1 / input. In place. */
    reciprocal_(): this;
    /** Calls hook(grad) when the gradient of this tensor is complete; what it returns replaces it. remove() of the result ends it. */
    register_hook(hook: unknown): any;
    register_hook(options: {
        hook: unknown;
    }): any;
    /** Calls hook(tensor) each time backward has added to the .grad of this leaf. remove() of the result ends it. */
    register_post_accumulate_grad_hook(hook: unknown): any;
    register_post_accumulate_grad_hook(options: {
        hook: unknown;
    }): any;
    /** max(0, x). */
    relu(inplace?: boolean): Tensor;
    relu(options: {
        inplace?: boolean;
    }): Tensor;
    /** max(0, x). In place. */
    relu_(inplace?: boolean): this;
    relu_(options: {
        inplace?: boolean;
    }): this;
    /** Python's modulus: the result has the divisor's sign. */
    remainder(other: Tensor | number | boolean): Tensor;
    remainder(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Python's modulus: the result has the divisor's sign. In place. */
    remainder_(other: Tensor | number | boolean): this;
    remainder_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Slices along dim whose p-norm is above maxnorm are scaled down to it. */
    renorm(p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
    renorm(options: {
        p: number | boolean;
        dim: number;
        maxnorm: number | boolean;
    }): Tensor;
    /** Slices along dim whose p-norm is above maxnorm are scaled down to it. In place. */
    renorm_(p: number | boolean, dim: number, maxnorm: number | boolean): this;
    renorm_(options: {
        p: number | boolean;
        dim: number;
        maxnorm: number | boolean;
    }): this;
    /** Copies along each dimension as often as said. */
    repeat(...repeats: number[]): Tensor;
    repeat(repeats: readonly number[]): Tensor;
    repeat(options: {
        repeats: readonly number[];
    }): Tensor;
    /** Every element repeats times, one after the other. */
    repeat_interleave(repeats: number, dim?: number | null, options?: {
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(repeats: number, options: {
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(options: {
        repeats: number;
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    /** Every element as often as repeats says. */
    repeat_interleave(repeats: Tensor, dim?: number | null, options?: {
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(repeats: Tensor, options: {
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(options: {
        repeats: Tensor;
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    /** Says whether to record operations on this tensor; returns it. */
    requires_grad_(requires_grad?: boolean): Tensor;
    requires_grad_(options: {
        requires_grad?: boolean;
    }): Tensor;
    /** The same elements in another shape: a view where possible, a copy elsewhere. */
    reshape(...shape: number[]): Tensor;
    reshape(shape: readonly number[]): Tensor;
    reshape(options: {
        shape: readonly number[];
    }): Tensor;
    /** reshape(other.shape). */
    reshape_as(other: Tensor): Tensor;
    reshape_as(options: {
        other: Tensor;
    }): Tensor;
    /** Another shape of the same memory, row-major; more memory, of no set content, where that is too little. */
    resize_(...size: number[]): Tensor;
    resize_(size: readonly number[]): Tensor;
    resize_(options: {
        size: readonly number[];
    }): Tensor;
    /** resize_ to the shape of another tensor. */
    resize_as_(the_template: Tensor): Tensor;
    resize_as_(options: {
        the_template: Tensor;
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    resolve_conj(): Tensor;
    /** Itself: real numbers are their own conjugates. */
    resolve_neg(): Tensor;
    /** Keeps the gradient of a tensor that is no leaf in its .grad. */
    retain_grad(): any;
    /** Shifts along dims; what goes over the end comes back at the start. */
    roll(shifts: readonly number[] | number, dims?: readonly number[] | number | null): Tensor;
    roll(shifts: readonly number[] | number, options: {
        dims?: readonly number[] | number | null;
    }): Tensor;
    roll(options: {
        shifts: readonly number[] | number;
        dims?: readonly number[] | number | null;
    }): Tensor;
    /** Turned by 90° k times in the plane of two dimensions. */
    rot90(k?: number, dims?: readonly number[] | number): Tensor;
    rot90(options: {
        k?: number;
        dims?: readonly number[] | number;
    }): Tensor;
    rot90(k: number, options: {
        dims?: readonly number[] | number;
    }): Tensor;
    /** Rounds to the nearest, halves to even; to decimals digits after the point. */
    round(options?: {
        decimals?: number;
    }): Tensor;
    /** Rounds to the nearest, halves to even; to decimals digits after the point. In place. */
    round_(options?: {
        decimals?: number;
    }): this;
    /** 1 / √input. */
    rsqrt(): Tensor;
    /** 1 / √input. In place. */
    rsqrt_(): this;
    /** other − alpha · input. */
    rsub(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    rsub(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. */
    scatter(dim: number, index: Tensor, src: Tensor, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce?: string | null;
    }): Tensor;
    /** A copy with value at the indexed places. */
    scatter(dim: number, index: Tensor, value: number | boolean, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter(options: {
        dim: number;
        index: Tensor;
        value: number | boolean;
        reduce?: string | null;
    }): Tensor;
    /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. In place. */
    scatter_(dim: number, index: Tensor, src: Tensor, options?: {
        reduce?: string | null;
    }): this;
    scatter_(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce?: string | null;
    }): this;
    /** A copy with value at the indexed places. In place. */
    scatter_(dim: number, index: Tensor, value: number | boolean, options?: {
        reduce?: string | null;
    }): this;
    scatter_(options: {
        dim: number;
        index: Tensor;
        value: number | boolean;
        reduce?: string | null;
    }): this;
    /** A copy with src added at the indexed places. */
    scatter_add(dim: number, index: Tensor, src: Tensor): Tensor;
    scatter_add(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
    }): Tensor;
    /** A copy with src added at the indexed places. In place. */
    scatter_add_(dim: number, index: Tensor, src: Tensor): this;
    scatter_add_(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
    }): this;
    /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. */
    scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    scatter_reduce(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. In place. */
    scatter_reduce_(dim: number, index: Tensor, src: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): this;
    scatter_reduce_(options: {
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce: string;
        include_self?: boolean;
    }): this;
    /** A view of one place along a dimension, which disappears. */
    select(dim: number, index: number): Tensor;
    select(options: {
        dim: number;
        index: number;
    }): Tensor;
    /** A copy of input with src at one place along dim. */
    select_scatter(src: Tensor, dim: number, index: number): Tensor;
    select_scatter(options: {
        src: Tensor;
        dim: number;
        index: number;
    }): Tensor;
    /** Takes memory, shape and strides of source; of nothing, none. */
    set_(source?: Tensor | null): Tensor;
    set_(options: {
        source?: Tensor | null;
    }): Tensor;
    /** Writes value into the indexed places, Python’s x[...] = value. */
    set_at(value: Tensor | number | boolean, ...indices: Index[]): Tensor;
    /** −1, 0 or 1. */
    sgn(): Tensor;
    /** −1, 0 or 1. In place. */
    sgn_(): this;
    /** Itself: memory is of one process. */
    share_memory_(): Tensor;
    /** In int16. */
    short(memory_format?: unknown): Tensor;
    short(options: {
        memory_format?: unknown;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    sigmoid(): Tensor;
    /** 1 / (1 + e^−input). In place. */
    sigmoid_(): this;
    /** −1, 0 or 1. */
    sign(): Tensor;
    /** −1, 0 or 1. In place. */
    sign_(): this;
    /** True where the sign bit is set. */
    signbit(): Tensor;
    /** Sine. */
    sin(): Tensor;
    /** Sine. In place. */
    sin_(): this;
    /** sin(πx) / (πx), 1 at 0. */
    sinc(): Tensor;
    /** sin(πx) / (πx), 1 at 0. In place. */
    sinc_(): this;
    /** Hyperbolic sine. */
    sinh(): Tensor;
    /** Hyperbolic sine. In place. */
    sinh_(): this;
    /** Size of one dimension. */
    size(dim: number): number;
    size(options: {
        dim: number;
    }): number;
    /** The shape. */
    size(): readonly number[];
    /** A view of the places from start to before end, every step-th. */
    slice(dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
    slice(options: {
        dim?: number;
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    slice(dim: number, options: {
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    /** A copy of input with src in a slice. */
    slice_scatter(src: Tensor, dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
    slice_scatter(src: Tensor, options: {
        dim?: number;
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    slice_scatter(src: Tensor, dim: number, options: {
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    slice_scatter(options: {
        src: Tensor;
        dim?: number;
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    /** Sign and logarithm of the determinant. */
    slogdet(): [sign: Tensor, logabsdet: Tensor] & {
        readonly sign: Tensor;
        readonly logabsdet: Tensor;
    };
    /** e^xᵢ / Σ e^xⱼ along dim. */
    softmax(dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    softmax(options: {
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(1 + e^{βx}) / β; x itself where βx > threshold. */
    softplus(beta?: number, threshold?: number): Tensor;
    softplus(options: {
        beta?: number;
        threshold?: number;
    }): Tensor;
    softplus(beta: number, options: {
        threshold?: number;
    }): Tensor;
    /** Sorted values along dim and where they came from. */
    sort(dim?: number, descending?: boolean, options?: {
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    sort(options: {
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    sort(dim: number, options: {
        descending?: boolean;
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Views of split_size places each (the last may be smaller), or of the given sizes. */
    split(split_size: number | readonly number[] | number, dim?: number): Tensor[];
    split(split_size: number | readonly number[] | number, options: {
        dim?: number;
    }): Tensor[];
    split(options: {
        split_size: number | readonly number[] | number;
        dim?: number;
    }): Tensor[];
    /** Views of split_size places each (the last may be smaller), or of the given sizes. */
    split_with_sizes(split_size: number | readonly number[] | number, dim?: number): Tensor[];
    split_with_sizes(split_size: number | readonly number[] | number, options: {
        dim?: number;
    }): Tensor[];
    split_with_sizes(options: {
        split_size: number | readonly number[] | number;
        dim?: number;
    }): Tensor[];
    /** √input. */
    sqrt(): Tensor;
    /** √input. In place. */
    sqrt_(): this;
    /** input². */
    square(): Tensor;
    /** input². In place. */
    square_(): this;
    /** A view without dimensions of size 1, all or the given ones. */
    squeeze(dim?: readonly number[] | number | null): Tensor;
    squeeze(options: {
        dim?: readonly number[] | number | null;
    }): Tensor;
    /** Drops dimensions of size 1. In place: the tensor itself takes the shape. */
    squeeze_(dim?: readonly number[] | number | null): Tensor;
    squeeze_(options: {
        dim?: readonly number[] | number | null;
    }): Tensor;
    /** Standard deviation, the root of var. */
    std(dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): Tensor;
    std(options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    std(dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    /** Standard deviation of all elements. */
    std(unbiased: boolean): Tensor;
    std(options: {
        unbiased: boolean;
    }): Tensor;
    /** Where the first element is in the storage. */
    storage_offset(): number;
    /** Elements to the next one along dim. */
    stride(dim: number): number;
    stride(options: {
        dim: number;
    }): number;
    /** Elements to the next one, for each dimension. */
    stride(): readonly number[];
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
    sub(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    sub(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
    sub_(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): this;
    sub_(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): this;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
    subtract(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    subtract(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
    subtract_(other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): this;
    subtract_(options: {
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): this;
    /** Sum of all elements, or over dims. Integers and bools sum in int64. */
    sum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    sum(options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    sum(dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** Sums what broadcasting from size would have repeated. */
    sum_to_size(...size: number[]): Tensor;
    sum_to_size(size: readonly number[]): Tensor;
    sum_to_size(options: {
        size: readonly number[];
    }): Tensor;
    /** A view with two dimensions swapped. */
    swapaxes(dim0: number, dim1: number): Tensor;
    swapaxes(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Swaps two dimensions. In place: the tensor itself takes the shape. */
    swapaxes_(dim0: number, dim1: number): Tensor;
    swapaxes_(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** A view with two dimensions swapped. */
    swapdims(dim0: number, dim1: number): Tensor;
    swapdims(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Swaps two dimensions. In place: the tensor itself takes the shape. */
    swapdims_(dim0: number, dim1: number): Tensor;
    swapdims_(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Transposes a matrix; vectors and scalars stay. */
    t(): Tensor;
    /** Transposes a matrix. In place: the tensor itself takes the shape. */
    t_(): Tensor;
    /** The elements at places of the flattened input. */
    take(index: Tensor): Tensor;
    take(options: {
        index: Tensor;
    }): Tensor;
    /** gather whose other dimensions broadcast. */
    take_along_dim(indices: Tensor, dim?: number | null): Tensor;
    take_along_dim(indices: Tensor, options: {
        dim?: number | null;
    }): Tensor;
    take_along_dim(options: {
        indices: Tensor;
        dim?: number | null;
    }): Tensor;
    /** Tangent. */
    tan(): Tensor;
    /** Tangent. In place. */
    tan_(): this;
    /** Hyperbolic tangent. */
    tanh(): Tensor;
    /** Hyperbolic tangent. In place. */
    tanh_(): this;
    /** Splits into equal parts (the first ones may be larger by one) or at the given places. */
    tensor_split(indices_or_sections: unknown, dim?: number): Tensor[];
    tensor_split(indices_or_sections: unknown, options: {
        dim?: number;
    }): Tensor[];
    tensor_split(options: {
        indices_or_sections: unknown;
        dim?: number;
    }): Tensor[];
    /** Sum of products over chosen pairs of dimensions. */
    tensordot(b: Tensor, dims?: unknown): Tensor;
    tensordot(b: Tensor, options: {
        dims?: unknown;
    }): Tensor;
    tensordot(options: {
        b: Tensor;
        dims?: unknown;
    }): Tensor;
    /** repeat, with dims filled up by ones on the left. */
    tile(...dims: number[]): Tensor;
    tile(dims: readonly number[]): Tensor;
    tile(options: {
        dims: readonly number[];
    }): Tensor;
    /** In another dtype (torch.float64), on another device ('cpu'), or as another tensor; itself when nothing changes. */
    to(dtype?: unknown, second?: unknown, options?: {
        copy?: boolean;
        non_blocking?: boolean;
        device?: string | null;
    }): Tensor;
    to(options: {
        dtype?: unknown;
        second?: unknown;
        copy?: boolean;
        non_blocking?: boolean;
        device?: string | null;
    }): Tensor;
    to(dtype: unknown, options: {
        second?: unknown;
        copy?: boolean;
        non_blocking?: boolean;
        device?: string | null;
    }): Tensor;
    /** Nested lists of numbers (or booleans). */
    tolist(): any;
    /** The k largest (or smallest) values along dim and their indices. */
    topk(k: number, dim?: number, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(k: number, options: {
        dim?: number;
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(k: number, dim: number, options: {
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(options: {
        k: number;
        dim?: number;
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Sum of the diagonal. */
    trace(): Tensor;
    /** A view with two dimensions swapped. */
    transpose(dim0: number, dim1: number): Tensor;
    transpose(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Swaps two dimensions. In place: the tensor itself takes the shape. */
    transpose_(dim0: number, dim1: number): Tensor;
    transpose_(options: {
        dim0: number;
        dim1: number;
    }): Tensor;
    /** The lower triangle, zeros elsewhere. */
    tril(diagonal?: number): Tensor;
    tril(options: {
        diagonal?: number;
    }): Tensor;
    /** The lower triangle, zeros elsewhere. In place. */
    tril_(diagonal?: number): this;
    tril_(options: {
        diagonal?: number;
    }): this;
    /** The upper triangle, zeros elsewhere. */
    triu(diagonal?: number): Tensor;
    triu(options: {
        diagonal?: number;
    }): Tensor;
    /** The upper triangle, zeros elsewhere. In place. */
    triu_(diagonal?: number): this;
    triu_(options: {
        diagonal?: number;
    }): this;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    true_divide(other: Tensor | number | boolean): Tensor;
    true_divide(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    true_divide(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    true_divide(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    true_divide_(other: Tensor | number | boolean): this;
    true_divide_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    true_divide_(other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): this;
    true_divide_(options: {
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): this;
    /** Rounds towards zero. */
    trunc(): Tensor;
    /** Rounds towards zero. In place. */
    trunc_(): this;
    /** Its old type name, 'torch.FloatTensor'; given a dtype or such a name, the tensor in that dtype. */
    type(dtype?: unknown, non_blocking?: boolean): any;
    type(options: {
        dtype?: unknown;
        non_blocking?: boolean;
    }): any;
    type(dtype: unknown, options: {
        non_blocking?: boolean;
    }): any;
    /** In other's dtype. */
    type_as(other: Tensor): Tensor;
    type_as(options: {
        other: Tensor;
    }): Tensor;
    /** The slices along a dimension, as views. */
    unbind(dim?: number): Tensor[];
    unbind(options: {
        dim?: number;
    }): Tensor[];
    /** Splits one dimension into several. */
    unflatten(dim: number, sizes: readonly number[] | number): Tensor;
    unflatten(options: {
        dim: number;
        sizes: readonly number[] | number;
    }): Tensor;
    /** A view of all windows of a size along a dimension, step apart; the window is the last dimension. */
    unfold(dimension: number, size: number, step: number): Tensor;
    unfold(options: {
        dimension: number;
        size: number;
        step: number;
    }): Tensor;
    /** Uniform on [from, to), shaped as input. */
    uniform(from?: number, to?: number, options?: {
        generator?: object | null;
    }): Tensor;
    uniform(options: {
        from?: number;
        to?: number;
        generator?: object | null;
    }): Tensor;
    uniform(from: number, options: {
        to?: number;
        generator?: object | null;
    }): Tensor;
    /** Uniform on [from, to), shaped as input. In place. */
    uniform_(from?: number, to?: number, options?: {
        generator?: object | null;
    }): this;
    uniform_(options: {
        from?: number;
        to?: number;
        generator?: object | null;
    }): this;
    uniform_(from: number, options: {
        to?: number;
        generator?: object | null;
    }): this;
    /** The different elements (or slices along dim), sorted; with where each went and how often it occurs. */
    unique(sorted?: boolean, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
    unique(options: {
        sorted?: boolean;
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique(sorted: boolean, options: {
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    /** Runs of equal elements made one. */
    unique_consecutive(return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
    unique_consecutive(options: {
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique_consecutive(return_inverse: boolean, options: {
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    /** A view with a new dimension of size 1 at dim. */
    unsqueeze(dim: number): Tensor;
    unsqueeze(options: {
        dim: number;
    }): Tensor;
    /** A new dimension of size 1. In place: the tensor itself takes the shape. */
    unsqueeze_(dim: number): Tensor;
    unsqueeze_(options: {
        dim: number;
    }): Tensor;
    /** Variance Σ(x − mean)² / (n − correction); correction is 1 unless said (unbiased: false makes it 0). */
    var(dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): Tensor;
    var(options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    var(dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    /** Variance of all elements. */
    var(unbiased: boolean): Tensor;
    var(options: {
        unbiased: boolean;
    }): Tensor;
    /** Inner product of two vectors. */
    vdot(tensor: Tensor): Tensor;
    vdot(options: {
        tensor: Tensor;
    }): Tensor;
    /** The same memory in another shape; one size may be −1. Throws where strides forbid it: reshape copies then. */
    view(...shape: number[]): Tensor;
    view(shape: readonly number[]): Tensor;
    view(options: {
        shape: readonly number[];
    }): Tensor;
    /** view(other.shape). */
    view_as(other: Tensor): Tensor;
    view_as(options: {
        other: Tensor;
    }): Tensor;
    /** tensor_split along dimension 0, whose size must be a multiple of the number of parts. */
    vsplit(indices_or_sections: unknown): Tensor[];
    vsplit(options: {
        indices_or_sections: unknown;
    }): Tensor[];
    /** input where the condition holds, other elsewhere. */
    where(condition: Tensor, other: Tensor | number | boolean): Tensor;
    where(options: {
        condition: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Where the condition holds: one vector of indices for each dimension, as nonzero with as_tuple. */
    where(): Tensor[];
    /** tril or triu. */
    where_triangle(diagonal: number, lower: boolean): Tensor;
    where_triangle(options: {
        diagonal: number;
        lower: boolean;
    }): Tensor;
    /** input · log(other), 0 where input is 0. */
    xlogy(other: Tensor | number | boolean): Tensor;
    xlogy(options: {
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · log(other), 0 where input is 0. In place. */
    xlogy_(other: Tensor | number | boolean): this;
    xlogy_(options: {
        other: Tensor | number | boolean;
    }): this;
    /** Every element 0. */
    zero(): Tensor;
    /** Every element 0. In place. */
    zero_(): this;
}
export interface TorchFunctions {
    /** A bfloat16 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    BFloat16Tensor(...data: Index[]): Tensor;
    /** A bool tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    BoolTensor(...data: Index[]): Tensor;
    /** A uint8 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    ByteTensor(...data: Index[]): Tensor;
    /** A int8 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    CharTensor(...data: Index[]): Tensor;
    /** A float64 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    DoubleTensor(...data: Index[]): Tensor;
    /** A float32 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    FloatTensor(...data: Index[]): Tensor;
    /** A float16 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    HalfTensor(...data: Index[]): Tensor;
    /** A int32 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    IntTensor(...data: Index[]): Tensor;
    /** A int64 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    LongTensor(...data: Index[]): Tensor;
    /** A int16 tensor of nested lists, or of sizes with content not to be relied on: the old way. */
    ShortTensor(...data: Index[]): Tensor;
    /** Bit by bit and of integers and bools. */
    __and__(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __and__(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit and of integers and bools. In place. */
    __and___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __and___(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    __matmul__(input: Tensor, other: Tensor): Tensor;
    __matmul__(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Bit by bit or of integers and bools. */
    __or__(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __or__(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit or of integers and bools. In place. */
    __or___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __or___(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. */
    __xor__(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __xor__(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. In place. */
    __xor___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    __xor___(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** |input|. */
    abs(input: Tensor): Tensor;
    abs(options: {
        input: Tensor;
    }): Tensor;
    /** |input|. In place. */
    abs_(input: Tensor): Tensor;
    abs_(options: {
        input: Tensor;
    }): Tensor;
    /** |input|. */
    absolute(input: Tensor): Tensor;
    absolute(options: {
        input: Tensor;
    }): Tensor;
    /** |input|. In place. */
    absolute_(input: Tensor): Tensor;
    absolute_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse cosine. */
    acos(input: Tensor): Tensor;
    acos(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse cosine. In place. */
    acos_(input: Tensor): Tensor;
    acos_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic cosine. */
    acosh(input: Tensor): Tensor;
    acosh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic cosine. In place. */
    acosh_(input: Tensor): Tensor;
    acosh_(options: {
        input: Tensor;
    }): Tensor;
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool1d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool1d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool2d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool2d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool3d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool3d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool1d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool1d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool1d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool2d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool2d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool2d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool3d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool3d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool3d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. */
    add(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    add(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. In place. */
    add_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    add_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. */
    addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addbmm(options: {
        input: Tensor;
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. In place. */
    addbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addbmm_(options: {
        input: Tensor;
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 / tensor2. */
    addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcdiv(options: {
        input: Tensor;
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 / tensor2. In place. */
    addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcdiv_(options: {
        input: Tensor;
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 · tensor2. */
    addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcmul(options: {
        input: Tensor;
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** input + value · tensor1 · tensor2. In place. */
    addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
        value?: number | boolean;
    }): Tensor;
    addcmul_(options: {
        input: Tensor;
        tensor1: Tensor;
        tensor2: Tensor;
        value?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat1 @ mat2. */
    addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmm(options: {
        input: Tensor;
        mat1: Tensor;
        mat2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat1 @ mat2. In place. */
    addmm_(input: Tensor, mat1: Tensor, mat2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmm_(options: {
        input: Tensor;
        mat1: Tensor;
        mat2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat @ vec. */
    addmv(input: Tensor, mat: Tensor, vec: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmv(options: {
        input: Tensor;
        mat: Tensor;
        vec: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · mat @ vec. In place. */
    addmv_(input: Tensor, mat: Tensor, vec: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addmv_(options: {
        input: Tensor;
        mat: Tensor;
        vec: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · vec1 ⊗ vec2. */
    addr(input: Tensor, vec1: Tensor, vec2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addr(options: {
        input: Tensor;
        vec1: Tensor;
        vec2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · vec1 ⊗ vec2. In place. */
    addr_(input: Tensor, vec1: Tensor, vec2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    addr_(options: {
        input: Tensor;
        vec1: Tensor;
        vec2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** The last two dimensions swapped (and conjugated, which real numbers do not show). */
    adjoint(input: Tensor): Tensor;
    adjoint(options: {
        input: Tensor;
    }): Tensor;
    /** True when every element is not zero. */
    all(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    all(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    all(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    all(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    /** Whether isclose holds everywhere. */
    allclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
    allclose(input: Tensor, other: Tensor, options: {
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    allclose(input: Tensor, other: Tensor, rtol: number, options: {
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    allclose(options: {
        input: Tensor;
        other: Tensor;
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): boolean;
    /** Dropout that keeps mean and variance of SELU’s outputs. */
    alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    alpha_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    alpha_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    alpha_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** The largest value over dims; equal ones share the gradient. */
    amax(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    amax(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    amax(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    amax(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    /** The smallest value over dims; equal ones share the gradient. */
    amin(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    amin(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    amin(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    amin(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    /** Smallest and largest value. */
    aminmax(input: Tensor, options?: {
        dim?: number | null;
        keepdim?: boolean;
    }): [min: Tensor, max: Tensor] & {
        readonly min: Tensor;
        readonly max: Tensor;
    };
    aminmax(options: {
        input: Tensor;
        dim?: number | null;
        keepdim?: boolean;
    }): [min: Tensor, max: Tensor] & {
        readonly min: Tensor;
        readonly max: Tensor;
    };
    /** π where negative, else 0. */
    angle(input: Tensor): Tensor;
    angle(options: {
        input: Tensor;
    }): Tensor;
    /** π where negative, else 0. In place. */
    angle_(input: Tensor): Tensor;
    angle_(options: {
        input: Tensor;
    }): Tensor;
    /** True when some element is not zero. */
    any(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
    any(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    any(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    any(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
    }): Tensor;
    /** 0, 1, … up to before end. */
    arange(end: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    arange(options: {
        end: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** start, start + step, … up to before end. */
    arange(start: number | boolean, end: number | boolean, step?: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    arange(start: number | boolean, end: number | boolean, options: {
        step?: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    arange(options: {
        start: number | boolean;
        end: number | boolean;
        step?: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Inverse cosine. */
    arccos(input: Tensor): Tensor;
    arccos(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse cosine. In place. */
    arccos_(input: Tensor): Tensor;
    arccos_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic cosine. */
    arccosh(input: Tensor): Tensor;
    arccosh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic cosine. In place. */
    arccosh_(input: Tensor): Tensor;
    arccosh_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse sine. */
    arcsin(input: Tensor): Tensor;
    arcsin(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse sine. In place. */
    arcsin_(input: Tensor): Tensor;
    arcsin_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic sine. */
    arcsinh(input: Tensor): Tensor;
    arcsinh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic sine. In place. */
    arcsinh_(input: Tensor): Tensor;
    arcsinh_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse tangent. */
    arctan(input: Tensor): Tensor;
    arctan(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse tangent. In place. */
    arctan_(input: Tensor): Tensor;
    arctan_(options: {
        input: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). */
    arctan2(input: Tensor, other: Tensor): Tensor;
    arctan2(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). In place. */
    arctan2_(input: Tensor, other: Tensor): Tensor;
    arctan2_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Inverse hyperbolic tangent. */
    arctanh(input: Tensor): Tensor;
    arctanh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic tangent. In place. */
    arctanh_(input: Tensor): Tensor;
    arctanh_(options: {
        input: Tensor;
    }): Tensor;
    /** Where the largest element is; of the flattened tensor when no dim is given. */
    argmax(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
    argmax(input: Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    argmax(input: Tensor, dim: number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    argmax(options: {
        input: Tensor;
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    /** Where the smallest element is; of the flattened tensor when no dim is given. */
    argmin(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
    argmin(input: Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    argmin(input: Tensor, dim: number | null, options: {
        keepdim?: boolean;
    }): Tensor;
    argmin(options: {
        input: Tensor;
        dim?: number | null;
        keepdim?: boolean;
    }): Tensor;
    /** The indices that sort along dim. */
    argsort(input: Tensor, dim?: number, descending?: boolean, options?: {
        stable?: boolean;
    }): Tensor;
    argsort(input: Tensor, options: {
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): Tensor;
    argsort(input: Tensor, dim: number, options: {
        descending?: boolean;
        stable?: boolean;
    }): Tensor;
    argsort(options: {
        input: Tensor;
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): Tensor;
    /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
    argwhere(input: Tensor, options?: {
        as_tuple?: boolean;
    }): any;
    argwhere(options: {
        input: Tensor;
        as_tuple?: boolean;
    }): any;
    /** Any strided view of the memory. */
    as_strided(input: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
    as_strided(input: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: {
        storage_offset?: number | null;
    }): Tensor;
    as_strided(options: {
        input: Tensor;
        size: readonly number[] | number;
        stride: readonly number[] | number;
        storage_offset?: number | null;
    }): Tensor;
    /** A copy of input with src in a strided window. */
    as_strided_scatter(input: Tensor, src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
    as_strided_scatter(input: Tensor, src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: {
        storage_offset?: number | null;
    }): Tensor;
    as_strided_scatter(options: {
        input: Tensor;
        src: Tensor;
        size: readonly number[] | number;
        stride: readonly number[] | number;
        storage_offset?: number | null;
    }): Tensor;
    /** The tensor itself where dtype fits, else a new one. */
    as_tensor(data: unknown, dtype?: DType | null, device?: string | null): Tensor;
    as_tensor(data: unknown, options: {
        dtype?: DType | null;
        device?: string | null;
    }): Tensor;
    as_tensor(data: unknown, dtype: DType | null, options: {
        device?: string | null;
    }): Tensor;
    as_tensor(options: {
        data: unknown;
        dtype?: DType | null;
        device?: string | null;
    }): Tensor;
    /** The tensor itself where dtype fits, else a new one. */
    asarray(data: unknown, dtype?: DType | null, device?: string | null): Tensor;
    asarray(data: unknown, options: {
        dtype?: DType | null;
        device?: string | null;
    }): Tensor;
    asarray(data: unknown, dtype: DType | null, options: {
        device?: string | null;
    }): Tensor;
    asarray(options: {
        data: unknown;
        dtype?: DType | null;
        device?: string | null;
    }): Tensor;
    /** Inverse sine. */
    asin(input: Tensor): Tensor;
    asin(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse sine. In place. */
    asin_(input: Tensor): Tensor;
    asin_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic sine. */
    asinh(input: Tensor): Tensor;
    asinh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic sine. In place. */
    asinh_(input: Tensor): Tensor;
    asinh_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse tangent. */
    atan(input: Tensor): Tensor;
    atan(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse tangent. In place. */
    atan_(input: Tensor): Tensor;
    atan_(options: {
        input: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). */
    atan2(input: Tensor, other: Tensor): Tensor;
    atan2(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The angle of the point (other, input). In place. */
    atan2_(input: Tensor, other: Tensor): Tensor;
    atan2_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Inverse hyperbolic tangent. */
    atanh(input: Tensor): Tensor;
    atanh(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse hyperbolic tangent. In place. */
    atanh_(input: Tensor): Tensor;
    atanh_(options: {
        input: Tensor;
    }): Tensor;
    /** With at least 1 dimensions. */
    atleast_1d(input: Tensor): Tensor;
    atleast_1d(options: {
        input: Tensor;
    }): Tensor;
    /** Each with at least 1 dimensions. */
    atleast_1d(...tensors: Tensor[]): Tensor[];
    atleast_1d(tensors: readonly Tensor[]): Tensor[];
    atleast_1d(options: {
        tensors: readonly Tensor[];
    }): Tensor[];
    /** With at least 2 dimensions. */
    atleast_2d(input: Tensor): Tensor;
    atleast_2d(options: {
        input: Tensor;
    }): Tensor;
    /** Each with at least 2 dimensions. */
    atleast_2d(...tensors: Tensor[]): Tensor[];
    atleast_2d(tensors: readonly Tensor[]): Tensor[];
    atleast_2d(options: {
        tensors: readonly Tensor[];
    }): Tensor[];
    /** With at least 3 dimensions. */
    atleast_3d(input: Tensor): Tensor;
    atleast_3d(options: {
        input: Tensor;
    }): Tensor;
    /** Each with at least 3 dimensions. */
    atleast_3d(...tensors: Tensor[]): Tensor[];
    atleast_3d(tensors: readonly Tensor[]): Tensor[];
    atleast_3d(options: {
        tensors: readonly Tensor[];
    }): Tensor[];
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool1d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool2d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool3d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** beta · input + alpha · batch1 @ batch2, batch by batch. */
    baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    baddbmm(options: {
        input: Tensor;
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** beta · input + alpha · batch1 @ batch2, batch by batch. In place. */
    baddbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    baddbmm_(options: {
        input: Tensor;
        batch1: Tensor;
        batch2: Tensor;
        beta?: number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** The bartlett window; periodic ones leave out the last place, for Fourier transforms. */
    bartlett_window(window_length: number, periodic?: boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    bartlett_window(window_length: number, options: {
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    bartlett_window(options: {
        window_length: number;
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** 1 with the probability that input gives, else 0. */
    bernoulli(input: Tensor, options?: {
        generator?: object | null;
    }): Tensor;
    bernoulli(options: {
        input: Tensor;
        generator?: object | null;
    }): Tensor;
    /** 1 with probability p, else 0. */
    bernoulli(input: Tensor, p?: number, options?: {
        generator?: object | null;
    }): Tensor;
    bernoulli(input: Tensor, options: {
        p?: number;
        generator?: object | null;
    }): Tensor;
    bernoulli(options: {
        input: Tensor;
        p?: number;
        generator?: object | null;
    }): Tensor;
    /** 1 with probability p, else 0. In place. */
    bernoulli_(input: Tensor, p?: number, options?: {
        generator?: object | null;
    }): Tensor;
    bernoulli_(input: Tensor, options: {
        p?: number;
        generator?: object | null;
    }): Tensor;
    bernoulli_(options: {
        input: Tensor;
        p?: number;
        generator?: object | null;
    }): Tensor;
    /** x1ᵀ W x2 + bias for each output: [.., n], [.., m], W [out, n, m] → [.., out]. */
    bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
    bilinear(input1: Tensor, input2: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
    }): Tensor;
    bilinear(options: {
        input1: Tensor;
        input2: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
    }): Tensor;
    /** How often each whole number from 0 occurs (or the sum of its weights). */
    bincount(input: Tensor, weights?: Tensor | null, minlength?: number): Tensor;
    bincount(input: Tensor, options: {
        weights?: Tensor | null;
        minlength?: number;
    }): Tensor;
    bincount(input: Tensor, weights: Tensor | null, options: {
        minlength?: number;
    }): Tensor;
    bincount(options: {
        input: Tensor;
        weights?: Tensor | null;
        minlength?: number;
    }): Tensor;
    /** How many of count trials succeed, each with probability prob. */
    binomial(count: Tensor, prob: Tensor, generator?: object | null): Tensor;
    binomial(count: Tensor, prob: Tensor, options: {
        generator?: object | null;
    }): Tensor;
    binomial(options: {
        count: Tensor;
        prob: Tensor;
        generator?: object | null;
    }): Tensor;
    /** Bit by bit and of integers and bools. */
    bitwise_and(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_and(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit and of integers and bools. In place. */
    bitwise_and_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_and_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · 2^other, by shifting bits. */
    bitwise_left_shift(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_left_shift(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · 2^other, by shifting bits. In place. */
    bitwise_left_shift_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_left_shift_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Flips every bit; of a bool, its truth. */
    bitwise_not(input: Tensor): Tensor;
    bitwise_not(options: {
        input: Tensor;
    }): Tensor;
    /** Flips every bit; of a bool, its truth. In place. */
    bitwise_not_(input: Tensor): Tensor;
    bitwise_not_(options: {
        input: Tensor;
    }): Tensor;
    /** Bit by bit or of integers and bools. */
    bitwise_or(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_or(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit or of integers and bools. In place. */
    bitwise_or_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_or_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input / 2^other, by shifting bits. */
    bitwise_right_shift(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_right_shift(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input / 2^other, by shifting bits. In place. */
    bitwise_right_shift_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_right_shift_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. */
    bitwise_xor(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_xor(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Bit by bit xor of integers and bools. In place. */
    bitwise_xor_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    bitwise_xor_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** The blackman window; periodic ones leave out the last place, for Fourier transforms. */
    blackman_window(window_length: number, periodic?: boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    blackman_window(window_length: number, options: {
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    blackman_window(options: {
        window_length: number;
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Matrices along the diagonal of one. */
    block_diag(...tensors: Tensor[]): Tensor;
    block_diag(tensors: readonly Tensor[]): Tensor;
    block_diag(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** Products of batches of matrices, [b, n, m] @ [b, m, p] → [b, n, p]. */
    bmm(input: Tensor, mat2: Tensor): Tensor;
    bmm(options: {
        input: Tensor;
        mat2: Tensor;
    }): Tensor;
    /** All expanded to their common shape. */
    broadcast_tensors(...tensors: Tensor[]): Tensor[];
    broadcast_tensors(tensors: readonly Tensor[]): Tensor[];
    broadcast_tensors(options: {
        tensors: readonly Tensor[];
    }): Tensor[];
    /** expand under its NumPy name. */
    broadcast_to(input: Tensor, ...size: number[]): Tensor;
    broadcast_to(input: Tensor, size: readonly number[]): Tensor;
    broadcast_to(options: {
        input: Tensor;
        size: readonly number[];
    }): Tensor;
    /** The bucket of each value between sorted boundaries. */
    bucketize(input: Tensor | number | boolean, boundaries: Tensor, options?: {
        out_int32?: boolean;
        right?: boolean;
    }): Tensor;
    bucketize(options: {
        input: Tensor | number | boolean;
        boundaries: Tensor;
        out_int32?: boolean;
        right?: boolean;
    }): Tensor;
    /** Every combination of one element from each vector, as rows. */
    cartesian_prod(...tensors: Tensor[]): Tensor;
    cartesian_prod(tensors: readonly Tensor[]): Tensor;
    cartesian_prod(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** Joins tensors along an existing dimension. */
    cat(tensors: readonly Tensor[], dim?: number): Tensor;
    cat(tensors: readonly Tensor[], options: {
        dim?: number;
    }): Tensor;
    cat(options: {
        tensors: readonly Tensor[];
        dim?: number;
    }): Tensor;
    /** p-norm distances of every pair of rows: [.., P, M], [.., R, M] → [.., P, R]. */
    cdist(x1: Tensor, x2: Tensor, p?: number, compute_mode?: unknown): Tensor;
    cdist(x1: Tensor, x2: Tensor, options: {
        p?: number;
        compute_mode?: unknown;
    }): Tensor;
    cdist(x1: Tensor, x2: Tensor, p: number, options: {
        compute_mode?: unknown;
    }): Tensor;
    cdist(options: {
        x1: Tensor;
        x2: Tensor;
        p?: number;
        compute_mode?: unknown;
    }): Tensor;
    /** Rounds up. */
    ceil(input: Tensor): Tensor;
    ceil(options: {
        input: Tensor;
    }): Tensor;
    /** Rounds up. In place. */
    ceil_(input: Tensor): Tensor;
    ceil_(options: {
        input: Tensor;
    }): Tensor;
    /** max(0, x) + min(0, α(e^{x/α} − 1)). */
    celu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    celu(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    celu(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    celu(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** max(0, x) + min(0, α(e^{x/α} − 1)). In place. */
    celu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    celu_(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    celu_(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    celu_(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** The product of matrices, in turn. */
    chain_matmul(...matrices: Tensor[]): Tensor;
    chain_matmul(matrices: readonly Tensor[]): Tensor;
    chain_matmul(options: {
        matrices: readonly Tensor[];
    }): Tensor;
    /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
    channel_shuffle(input: Tensor, groups: number): Tensor;
    channel_shuffle(options: {
        input: Tensor;
        groups: number;
    }): Tensor;
    /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
    cholesky(input: Tensor, upper?: boolean): Tensor;
    cholesky(input: Tensor, options: {
        upper?: boolean;
    }): Tensor;
    cholesky(options: {
        input: Tensor;
        upper?: boolean;
    }): Tensor;
    /** At most chunks views of equal size, the last maybe smaller. */
    chunk(input: Tensor, chunks: number, dim?: number): Tensor[];
    chunk(input: Tensor, chunks: number, options: {
        dim?: number;
    }): Tensor[];
    chunk(options: {
        input: Tensor;
        chunks: number;
        dim?: number;
    }): Tensor[];
    /** Kept within [min, max]; null leaves a side open. */
    clamp(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clamp(input: Tensor, options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clamp(input: Tensor, min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clamp(options: {
        input: Tensor;
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** Kept within [min, max]; null leaves a side open. In place. */
    clamp_(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clamp_(input: Tensor, options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clamp_(input: Tensor, min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clamp_(options: {
        input: Tensor;
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** At most max. */
    clamp_max(input: Tensor, max: Tensor | number | boolean): Tensor;
    clamp_max(options: {
        input: Tensor;
        max: Tensor | number | boolean;
    }): Tensor;
    /** At most max. In place. */
    clamp_max_(input: Tensor, max: Tensor | number | boolean): Tensor;
    clamp_max_(options: {
        input: Tensor;
        max: Tensor | number | boolean;
    }): Tensor;
    /** At least min. */
    clamp_min(input: Tensor, min: Tensor | number | boolean): Tensor;
    clamp_min(options: {
        input: Tensor;
        min: Tensor | number | boolean;
    }): Tensor;
    /** At least min. In place. */
    clamp_min_(input: Tensor, min: Tensor | number | boolean): Tensor;
    clamp_min_(options: {
        input: Tensor;
        min: Tensor | number | boolean;
    }): Tensor;
    /** Kept within [min, max]; null leaves a side open. */
    clip(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clip(input: Tensor, options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clip(input: Tensor, min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clip(options: {
        input: Tensor;
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** Kept within [min, max]; null leaves a side open. In place. */
    clip_(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
    clip_(input: Tensor, options: {
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clip_(input: Tensor, min: Tensor | number | boolean | null, options: {
        max?: Tensor | number | boolean | null;
    }): Tensor;
    clip_(options: {
        input: Tensor;
        min?: Tensor | number | boolean | null;
        max?: Tensor | number | boolean | null;
    }): Tensor;
    /** A copy in memory of its own; gradients pass through. */
    clone(input: Tensor, options?: {
        memory_format?: unknown;
    }): Tensor;
    clone(options: {
        input: Tensor;
        memory_format?: unknown;
    }): Tensor;
    /** Vectors as columns. */
    column_stack(tensors: readonly Tensor[]): Tensor;
    column_stack(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** Every choice of r elements, as rows. */
    combinations(input: Tensor, r?: number, with_replacement?: boolean): Tensor;
    combinations(input: Tensor, options: {
        r?: number;
        with_replacement?: boolean;
    }): Tensor;
    combinations(input: Tensor, r: number, options: {
        with_replacement?: boolean;
    }): Tensor;
    combinations(options: {
        input: Tensor;
        r?: number;
        with_replacement?: boolean;
    }): Tensor;
    /** Joins tensors along an existing dimension. */
    concat(tensors: readonly Tensor[], dim?: number): Tensor;
    concat(tensors: readonly Tensor[], options: {
        dim?: number;
    }): Tensor;
    concat(options: {
        tensors: readonly Tensor[];
        dim?: number;
    }): Tensor;
    /** Joins tensors along an existing dimension. */
    concatenate(tensors: readonly Tensor[], dim?: number): Tensor;
    concatenate(tensors: readonly Tensor[], options: {
        dim?: number;
    }): Tensor;
    concatenate(options: {
        tensors: readonly Tensor[];
        dim?: number;
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    conj(input: Tensor): Tensor;
    conj(options: {
        input: Tensor;
    }): Tensor;
    /** Adds (or, where negative, takes away) elements at both ends; pad lists pairs, the last dimension first. */
    constant_pad_nd(input: Tensor, pad: readonly number[] | number, value?: number | boolean): Tensor;
    constant_pad_nd(input: Tensor, pad: readonly number[] | number, options: {
        value?: number | boolean;
    }): Tensor;
    constant_pad_nd(options: {
        input: Tensor;
        pad: readonly number[] | number;
        value?: number | boolean;
    }): Tensor;
    /** Cross-correlation over 1 dimension: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv1d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv1d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** Cross-correlation over 2 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv2d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv2d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** Cross-correlation over 3 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv3d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv3d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** conv1d with time first: input [L, N, C_in], weight [kernel, C_in, C_out] → [L′, N, C_out]. */
    conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad?: number): Tensor;
    conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, options: {
        pad?: number;
    }): Tensor;
    conv_tbc(options: {
        input: Tensor;
        weight: Tensor;
        bias: Tensor;
        pad?: number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose1d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose1d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose2d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose2d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose3d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose3d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** Convolution of any dimension, or its transpose; input [N, C, …]. */
    convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number, transposed: boolean, output_padding: readonly number[] | number, groups: number): Tensor;
    convolution(options: {
        input: Tensor;
        weight: Tensor;
        bias: Tensor | null;
        stride: readonly number[] | number;
        padding: readonly number[] | number;
        dilation: readonly number[] | number;
        transposed: boolean;
        output_padding: readonly number[] | number;
        groups: number;
    }): Tensor;
    /** The size of input with the sign of other. */
    copysign(input: Tensor, other: Tensor | number | boolean): Tensor;
    copysign(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** The size of input with the sign of other. In place. */
    copysign_(input: Tensor, other: Tensor | number | boolean): Tensor;
    copysign_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Correlation coefficients of the rows’ variables. */
    corrcoef(input: Tensor): Tensor;
    corrcoef(options: {
        input: Tensor;
    }): Tensor;
    /** Cosine. */
    cos(input: Tensor): Tensor;
    cos(options: {
        input: Tensor;
    }): Tensor;
    /** Cosine. In place. */
    cos_(input: Tensor): Tensor;
    cos_(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic cosine. */
    cosh(input: Tensor): Tensor;
    cosh(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic cosine. In place. */
    cosh_(input: Tensor): Tensor;
    cosh_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 − cos(x1, x2) where y is 1, max(0, cos(x1, x2) − margin) where it is −1. */
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    cosine_embedding_loss(options: {
        input1: Tensor;
        input2: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** x1·x2 / (max(‖x1‖, eps) · max(‖x2‖, eps)) along dim. */
    cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
    cosine_similarity(x1: Tensor, x2: Tensor, options: {
        dim?: number;
        eps?: number;
    }): Tensor;
    cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: {
        eps?: number;
    }): Tensor;
    cosine_similarity(options: {
        x1: Tensor;
        x2: Tensor;
        dim?: number;
        eps?: number;
    }): Tensor;
    /** How many elements are not zero. */
    count_nonzero(input: Tensor, dim?: readonly number[] | number | null): Tensor;
    count_nonzero(input: Tensor, options: {
        dim?: readonly number[] | number | null;
    }): Tensor;
    count_nonzero(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
    }): Tensor;
    /** Covariance of the rows’ variables. */
    cov(input: Tensor, options?: {
        correction?: number;
        fweights?: Tensor | null;
        aweights?: Tensor | null;
    }): Tensor;
    cov(options: {
        input: Tensor;
        correction?: number;
        fweights?: Tensor | null;
        aweights?: Tensor | null;
    }): Tensor;
    /** Cross product of vectors of three. */
    cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
    cross(input: Tensor, other: Tensor, options: {
        dim?: number | null;
    }): Tensor;
    cross(options: {
        input: Tensor;
        other: Tensor;
        dim?: number | null;
    }): Tensor;
    /** Loss of log-probabilities [T, N, C] (or [T, C]) against label sequences, [N, S] or one after another; the mean divides by target lengths first. */
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank?: number, reduction?: string, zero_infinity?: boolean): Tensor;
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, options: {
        blank?: number;
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, options: {
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    ctc_loss(options: {
        log_probs: Tensor;
        targets: Tensor;
        input_lengths: unknown;
        target_lengths: unknown;
        blank?: number;
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    /** Running maximum along dim and where it is. */
    cummax(input: Tensor, dim: number): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    cummax(options: {
        input: Tensor;
        dim: number;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Running minimum along dim and where it is. */
    cummin(input: Tensor, dim: number): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    cummin(options: {
        input: Tensor;
        dim: number;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Running product along dim. */
    cumprod(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumprod(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running product along dim. In place. */
    cumprod_(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumprod_(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running sum along dim. */
    cumsum(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumsum(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running sum along dim. In place. */
    cumsum_(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    cumsum_(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Running integral by the trapezoidal rule. */
    cumulative_trapezoid(y: Tensor, x: Tensor, options?: {
        dim?: number;
    }): Tensor;
    cumulative_trapezoid(options: {
        y: Tensor;
        x: Tensor;
        dim?: number;
    }): Tensor;
    /** Running integral by the trapezoidal rule. */
    cumulative_trapezoid(y: Tensor, options?: {
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    cumulative_trapezoid(options: {
        y: Tensor;
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    /** Degrees as radians. */
    deg2rad(input: Tensor): Tensor;
    deg2rad(options: {
        input: Tensor;
    }): Tensor;
    /** Degrees as radians. In place. */
    deg2rad_(input: Tensor): Tensor;
    deg2rad_(options: {
        input: Tensor;
    }): Tensor;
    /** The float32 values that the codes stand for: scale · (code − zero_point). Of a float tensor itself, in float32. */
    dequantize(input: Tensor): Tensor;
    dequantize(options: {
        input: Tensor;
    }): Tensor;
    /** The determinant. */
    det(input: Tensor): Tensor;
    det(options: {
        input: Tensor;
    }): Tensor;
    /** The same memory without history: no gradient flows through. */
    detach(input: Tensor): Tensor;
    detach(options: {
        input: Tensor;
    }): Tensor;
    /** A vector as a diagonal matrix; a matrix’s diagonal. */
    diag(input: Tensor, diagonal?: number): Tensor;
    diag(input: Tensor, options: {
        diagonal?: number;
    }): Tensor;
    diag(options: {
        input: Tensor;
        diagonal?: number;
    }): Tensor;
    /** The last dimension as the diagonal of two new ones. */
    diag_embed(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
    diag_embed(input: Tensor, options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diag_embed(input: Tensor, offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diag_embed(options: {
        input: Tensor;
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** All elements on a diagonal. */
    diagflat(input: Tensor, offset?: number): Tensor;
    diagflat(input: Tensor, options: {
        offset?: number;
    }): Tensor;
    diagflat(options: {
        input: Tensor;
        offset?: number;
    }): Tensor;
    /** A view of the diagonal of two dimensions, as the last one. */
    diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
    diagonal(input: Tensor, options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal(input: Tensor, offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal(options: {
        input: Tensor;
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** A copy of input with src on a diagonal. */
    diagonal_scatter(input: Tensor, src: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
    diagonal_scatter(input: Tensor, src: Tensor, options: {
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal_scatter(input: Tensor, src: Tensor, offset: number, options: {
        dim1?: number;
        dim2?: number;
    }): Tensor;
    diagonal_scatter(options: {
        input: Tensor;
        src: Tensor;
        offset?: number;
        dim1?: number;
        dim2?: number;
    }): Tensor;
    /** Differences of neighbours along dim, n times over. */
    diff(input: Tensor, n?: number, dim?: number, prepend?: Tensor | null, append?: Tensor | null): Tensor;
    diff(input: Tensor, options: {
        n?: number;
        dim?: number;
        prepend?: Tensor | null;
        append?: Tensor | null;
    }): Tensor;
    diff(input: Tensor, n: number, options: {
        dim?: number;
        prepend?: Tensor | null;
        append?: Tensor | null;
    }): Tensor;
    diff(options: {
        input: Tensor;
        n?: number;
        dim?: number;
        prepend?: Tensor | null;
        append?: Tensor | null;
    }): Tensor;
    /** Derivative of lgamma. */
    digamma(input: Tensor): Tensor;
    digamma(options: {
        input: Tensor;
    }): Tensor;
    /** Derivative of lgamma. In place. */
    digamma_(input: Tensor): Tensor;
    digamma_(options: {
        input: Tensor;
    }): Tensor;
    /** ‖input − other‖ₚ. */
    dist(input: Tensor, other: Tensor, p?: number | boolean): Tensor;
    dist(input: Tensor, other: Tensor, options: {
        p?: number | boolean;
    }): Tensor;
    dist(options: {
        input: Tensor;
        other: Tensor;
        p?: number | boolean;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    div(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    div(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    div(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    div(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    div_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    div_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    div_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    div_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    divide(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    divide(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    divide(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    divide_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    divide_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    divide_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Inner product of two vectors. */
    dot(input: Tensor, tensor: Tensor): Tensor;
    dot(options: {
        input: Tensor;
        tensor: Tensor;
    }): Tensor;
    /** While training, zeroes each element with probability p and scales the others by 1/(1 − p). */
    dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** tensor_split along dimension 2, whose size must be a multiple of the number of parts. */
    dsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
    dsplit(options: {
        input: Tensor;
        indices_or_sections: unknown;
    }): Tensor[];
    /** Joined in depth. */
    dstack(tensors: readonly Tensor[]): Tensor;
    dstack(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** Sums of products named by letters: einsum('bij,bjk->bik', a, b). */
    einsum(equation: string, ...operands: Tensor[]): Tensor;
    einsum(equation: string, operands: readonly Tensor[]): Tensor;
    einsum(options: {
        equation: string;
        operands: readonly Tensor[];
    }): Tensor;
    /** New memory; its content is not to be relied on. */
    empty(...size: number[]): Tensor;
    empty(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    empty(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    empty(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** empty, shaped and typed as input. */
    empty_like(input: Tensor, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    empty_like(options: {
        input: Tensor;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    /** New memory of a shape with these strides; its content is not to be relied on. */
    empty_strided(size: readonly number[] | number, stride: readonly number[] | number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    empty_strided(options: {
        size: readonly number[] | number;
        stride: readonly number[] | number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** input == other, as bool. */
    eq(input: Tensor, other: Tensor | number | boolean): Tensor;
    eq(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input == other, as bool. In place. */
    eq_(input: Tensor, other: Tensor | number | boolean): Tensor;
    eq_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Whether shapes and all elements are equal. */
    equal(input: Tensor, other: Tensor): boolean;
    equal(options: {
        input: Tensor;
        other: Tensor;
    }): boolean;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
    erf(input: Tensor): Tensor;
    erf(options: {
        input: Tensor;
    }): Tensor;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. In place. */
    erf_(input: Tensor): Tensor;
    erf_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 − erf(input). */
    erfc(input: Tensor): Tensor;
    erfc(options: {
        input: Tensor;
    }): Tensor;
    /** 1 − erf(input). In place. */
    erfc_(input: Tensor): Tensor;
    erfc_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse of erf. */
    erfinv(input: Tensor): Tensor;
    erfinv(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse of erf. In place. */
    erfinv_(input: Tensor): Tensor;
    erfinv_(options: {
        input: Tensor;
    }): Tensor;
    /** e^input. */
    exp(input: Tensor): Tensor;
    exp(options: {
        input: Tensor;
    }): Tensor;
    /** e^input. In place. */
    exp_(input: Tensor): Tensor;
    exp_(options: {
        input: Tensor;
    }): Tensor;
    /** 2^input. */
    exp2(input: Tensor): Tensor;
    exp2(options: {
        input: Tensor;
    }): Tensor;
    /** 2^input. In place. */
    exp2_(input: Tensor): Tensor;
    exp2_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    expit(input: Tensor): Tensor;
    expit(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    expit_(input: Tensor): Tensor;
    expit_(options: {
        input: Tensor;
    }): Tensor;
    /** e^input − 1, exact near zero. */
    expm1(input: Tensor): Tensor;
    expm1(options: {
        input: Tensor;
    }): Tensor;
    /** e^input − 1, exact near zero. In place. */
    expm1_(input: Tensor): Tensor;
    expm1_(options: {
        input: Tensor;
    }): Tensor;
    /** Ones on the diagonal. */
    eye(n: number, m?: number | null, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    eye(n: number, options: {
        m?: number | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    eye(options: {
        n: number;
        m?: number | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** As fake_quantize_per_tensor_affine, with a scale (float32) and a zero point (int32 or float) for each slice along axis. */
    fake_quantize_per_channel_affine(input: Tensor, scale: Tensor, zero_point: Tensor, axis: number, quant_min: number, quant_max: number): Tensor;
    fake_quantize_per_channel_affine(options: {
        input: Tensor;
        scale: Tensor;
        zero_point: Tensor;
        axis: number;
        quant_min: number;
        quant_max: number;
    }): Tensor;
    /** What quantizing and dequantizing does to the values; gradients pass straight through where they are in range. */
    fake_quantize_per_tensor_affine(input: Tensor, scale: Tensor | number | boolean, zero_point: Tensor | number | boolean, quant_min: number, quant_max: number): Tensor;
    fake_quantize_per_tensor_affine(options: {
        input: Tensor;
        scale: Tensor | number | boolean;
        zero_point: Tensor | number | boolean;
        quant_min: number;
        quant_max: number;
    }): Tensor;
    /** alpha_dropout of whole channels. */
    feature_alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    feature_alpha_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_alpha_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_alpha_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Dropout of whole channels: the elements that share the first two indices. */
    feature_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    feature_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Every element the same value. */
    fill(input: Tensor, value: Tensor | number | boolean): Tensor;
    fill(options: {
        input: Tensor;
        value: Tensor | number | boolean;
    }): Tensor;
    /** Every element the same value. In place. */
    fill_(input: Tensor, value: Tensor | number | boolean): Tensor;
    fill_(options: {
        input: Tensor;
        value: Tensor | number | boolean;
    }): Tensor;
    /** Rounds towards zero. */
    fix(input: Tensor): Tensor;
    fix(options: {
        input: Tensor;
    }): Tensor;
    /** Rounds towards zero. In place. */
    fix_(input: Tensor): Tensor;
    fix_(options: {
        input: Tensor;
    }): Tensor;
    /** Makes one dimension of those from start_dim to end_dim. */
    flatten(input: Tensor, start_dim?: number, end_dim?: number): Tensor;
    flatten(input: Tensor, options: {
        start_dim?: number;
        end_dim?: number;
    }): Tensor;
    flatten(input: Tensor, start_dim: number, options: {
        end_dim?: number;
    }): Tensor;
    flatten(options: {
        input: Tensor;
        start_dim?: number;
        end_dim?: number;
    }): Tensor;
    /** Reverses dimensions, in a copy. */
    flip(input: Tensor, ...dims: number[]): Tensor;
    flip(input: Tensor, dims: readonly number[]): Tensor;
    flip(options: {
        input: Tensor;
        dims: readonly number[];
    }): Tensor;
    /** Left and right swapped. */
    fliplr(input: Tensor): Tensor;
    fliplr(options: {
        input: Tensor;
    }): Tensor;
    /** Up and down swapped. */
    flipud(input: Tensor): Tensor;
    flipud(options: {
        input: Tensor;
    }): Tensor;
    /** pow in float64. */
    float_power(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
    float_power(options: {
        input: Tensor | number | boolean;
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** pow in float64. In place. */
    float_power_(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
    float_power_(options: {
        input: Tensor | number | boolean;
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** Rounds down. */
    floor(input: Tensor): Tensor;
    floor(options: {
        input: Tensor;
    }): Tensor;
    /** Rounds down. In place. */
    floor_(input: Tensor): Tensor;
    floor_(options: {
        input: Tensor;
    }): Tensor;
    /** ⌊input / other⌋. */
    floor_divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    floor_divide(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** ⌊input / other⌋. In place. */
    floor_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    floor_divide_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** The larger of each pair; a number wins over NaN. */
    fmax(input: Tensor, other: Tensor): Tensor;
    fmax(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The smaller of each pair; a number wins over NaN. */
    fmin(input: Tensor, other: Tensor): Tensor;
    fmin(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** C's remainder: the result has the dividend's sign. */
    fmod(input: Tensor, other: Tensor | number | boolean): Tensor;
    fmod(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** C's remainder: the result has the dividend's sign. In place. */
    fmod_(input: Tensor, other: Tensor | number | boolean): Tensor;
    fmod_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** What trunc takes away. */
    frac(input: Tensor): Tensor;
    frac(options: {
        input: Tensor;
    }): Tensor;
    /** What trunc takes away. In place. */
    frac_(input: Tensor): Tensor;
    frac_(options: {
        input: Tensor;
    }): Tensor;
    /** Mantissa in ±[0.5, 1) and exponent: input = mantissa · 2^exponent. */
    frexp(input: Tensor): [mantissa: Tensor, exponent: Tensor] & {
        readonly mantissa: Tensor;
        readonly exponent: Tensor;
    };
    frexp(options: {
        input: Tensor;
    }): [mantissa: Tensor, exponent: Tensor] & {
        readonly mantissa: Tensor;
        readonly exponent: Tensor;
    };
    /** A one-dimensional tensor on the memory of a typed array, with its dtype, on the CPU: writing into one is seen in the other. */
    from_numpy(ndarray: unknown): Tensor;
    from_numpy(options: {
        ndarray: unknown;
    }): Tensor;
    /** A tensor filled with one value. */
    full(size: readonly number[] | number, fill_value: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    full(options: {
        size: readonly number[] | number;
        fill_value: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** full, shaped and typed as input. */
    full_like(input: Tensor, fill_value: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    full_like(options: {
        input: Tensor;
        fill_value: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    /** Updates the running range, scale and zero point (in place) where observer_on is 1, then imitates quantization where fake_quant_on is 1. */
    fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, per_row_fake_quant?: boolean, symmetric_quant?: boolean): Tensor;
    fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, options: {
        per_row_fake_quant?: boolean;
        symmetric_quant?: boolean;
    }): Tensor;
    fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, per_row_fake_quant: boolean, options: {
        symmetric_quant?: boolean;
    }): Tensor;
    fused_moving_avg_obs_fake_quant(options: {
        input: Tensor;
        observer_on: Tensor;
        fake_quant_on: Tensor;
        running_min: Tensor;
        running_max: Tensor;
        scale: Tensor;
        zero_point: Tensor;
        averaging_const: number;
        quant_min: number;
        quant_max: number;
        ch_axis: number;
        per_row_fake_quant?: boolean;
        symmetric_quant?: boolean;
    }): Tensor;
    /** out[i][j] = input[index[i][j]][j] for dim 0, and so on: picks along dim by index. */
    gather(input: Tensor, dim: number, index: Tensor, options?: {
        sparse_grad?: boolean;
    }): Tensor;
    gather(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        sparse_grad?: boolean;
    }): Tensor;
    /** Greatest common divisor. */
    gcd(input: Tensor, other: Tensor): Tensor;
    gcd(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Greatest common divisor. In place. */
    gcd_(input: Tensor, other: Tensor): Tensor;
    gcd_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** input >= other, as bool. */
    ge(input: Tensor, other: Tensor | number | boolean): Tensor;
    ge(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input >= other, as bool. In place. */
    ge_(input: Tensor, other: Tensor | number | boolean): Tensor;
    ge_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
    ger(input: Tensor, vec2: Tensor): Tensor;
    ger(options: {
        input: Tensor;
        vec2: Tensor;
    }): Tensor;
    /** The index of its GPU, −1 on the CPU. */
    get_device(input: Tensor): number;
    get_device(options: {
        input: Tensor;
    }): number;
    /** Slopes along dims: central differences inside, one-sided at the edges (of second order with edge_order 2). */
    gradient(input: Tensor, options?: {
        spacing?: unknown;
        dim?: readonly number[] | number | null;
        edge_order?: number;
    }): Tensor[];
    gradient(options: {
        input: Tensor;
        spacing?: unknown;
        dim?: readonly number[] | number | null;
        edge_order?: number;
    }): Tensor[];
    /** input > other, as bool. */
    greater(input: Tensor, other: Tensor | number | boolean): Tensor;
    greater(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input > other, as bool. In place. */
    greater_(input: Tensor, other: Tensor | number | boolean): Tensor;
    greater_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input >= other, as bool. */
    greater_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
    greater_equal(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input >= other, as bool. In place. */
    greater_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
    greater_equal_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Normalises groups of channels of each sample. */
    group_norm(input: Tensor, num_groups: number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
    group_norm(input: Tensor, num_groups: number, options: {
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    group_norm(input: Tensor, num_groups: number, weight: Tensor | null, options: {
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    group_norm(options: {
        input: Tensor;
        num_groups: number;
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    /** input > other, as bool. */
    gt(input: Tensor, other: Tensor | number | boolean): Tensor;
    gt(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input > other, as bool. In place. */
    gt_(input: Tensor, other: Tensor | number | boolean): Tensor;
    gt_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** The hamming window; periodic ones leave out the last place, for Fourier transforms. */
    hamming_window(window_length: number, periodic?: boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    hamming_window(window_length: number, options: {
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    hamming_window(options: {
        window_length: number;
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** The hann window; periodic ones leave out the last place, for Fourier transforms. */
    hann_window(window_length: number, periodic?: boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    hann_window(window_length: number, options: {
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    hann_window(options: {
        window_length: number;
        periodic?: boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** 0 within [−λ, λ], x elsewhere. */
    hardshrink(input: Tensor, lambd?: number): Tensor;
    hardshrink(input: Tensor, options: {
        lambd?: number;
    }): Tensor;
    hardshrink(options: {
        input: Tensor;
        lambd?: number;
    }): Tensor;
    /** 0 below zero, 1 above, values at zero. */
    heaviside(input: Tensor, values: Tensor): Tensor;
    heaviside(options: {
        input: Tensor;
        values: Tensor;
    }): Tensor;
    /** 0 below zero, 1 above, values at zero. In place. */
    heaviside_(input: Tensor, values: Tensor): Tensor;
    heaviside_(options: {
        input: Tensor;
        values: Tensor;
    }): Tensor;
    /** x where y is 1, max(0, margin − x) where it is −1. */
    hinge_embedding_loss(input: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    hinge_embedding_loss(input: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    hinge_embedding_loss(input: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    hinge_embedding_loss(options: {
        input: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** Counts in bins of equal width from min to max (of the data when both are equal). */
    histc(input: Tensor, bins?: number, min?: number | boolean, max?: number | boolean): Tensor;
    histc(input: Tensor, options: {
        bins?: number;
        min?: number | boolean;
        max?: number | boolean;
    }): Tensor;
    histc(input: Tensor, bins: number, options: {
        min?: number | boolean;
        max?: number | boolean;
    }): Tensor;
    histc(options: {
        input: Tensor;
        bins?: number;
        min?: number | boolean;
        max?: number | boolean;
    }): Tensor;
    /** Counts (or weights, or densities) in bins, and the bins’ edges. */
    histogram(input: Tensor, bins: number | Tensor, options?: {
        range?: readonly number[] | null;
        weight?: Tensor | null;
        density?: boolean;
    }): [hist: Tensor, bin_edges: Tensor] & {
        readonly hist: Tensor;
        readonly bin_edges: Tensor;
    };
    histogram(options: {
        input: Tensor;
        bins: number | Tensor;
        range?: readonly number[] | null;
        weight?: Tensor | null;
        density?: boolean;
    }): [hist: Tensor, bin_edges: Tensor] & {
        readonly hist: Tensor;
        readonly bin_edges: Tensor;
    };
    /** tensor_split along dimension 1, whose size must be a multiple of the number of parts. */
    hsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
    hsplit(options: {
        input: Tensor;
        indices_or_sections: unknown;
    }): Tensor[];
    /** Joined side by side. */
    hstack(tensors: readonly Tensor[]): Tensor;
    hstack(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** √(input² + other²). */
    hypot(input: Tensor, other: Tensor): Tensor;
    hypot(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** √(input² + other²). In place. */
    hypot_(input: Tensor, other: Tensor): Tensor;
    hypot_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 0. */
    i0(input: Tensor): Tensor;
    i0(options: {
        input: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 0. In place. */
    i0_(input: Tensor): Tensor;
    i0_(options: {
        input: Tensor;
    }): Tensor;
    /** A copy with alpha · source added at the places along dim that index lists. */
    index_add(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: {
        alpha?: number | boolean;
    }): Tensor;
    index_add(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
        alpha?: number | boolean;
    }): Tensor;
    /** A copy with alpha · source added at the places along dim that index lists. In place. */
    index_add_(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: {
        alpha?: number | boolean;
    }): Tensor;
    index_add_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
        alpha?: number | boolean;
    }): Tensor;
    /** A copy with source at the places along dim that index lists. */
    index_copy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
    index_copy(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
    }): Tensor;
    /** A copy with source at the places along dim that index lists. In place. */
    index_copy_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
    index_copy_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
    }): Tensor;
    /** A copy with value at the places along dim that index lists. */
    index_fill(input: Tensor, dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
    index_fill(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        value: number | boolean | Tensor;
    }): Tensor;
    /** A copy with value at the places along dim that index lists. In place. */
    index_fill_(input: Tensor, dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
    index_fill_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        value: number | boolean | Tensor;
    }): Tensor;
    /** A copy with values at the places given by index tensors. */
    index_put(input: Tensor, indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
    index_put(input: Tensor, indices: unknown, values: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    index_put(options: {
        input: Tensor;
        indices: unknown;
        values: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** A copy with values at the places given by index tensors. In place. */
    index_put_(input: Tensor, indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
    index_put_(input: Tensor, indices: unknown, values: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    index_put_(options: {
        input: Tensor;
        indices: unknown;
        values: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** A copy in which slices of source are reduced into the places along dim that index lists. */
    index_reduce(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    index_reduce(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** A copy in which slices of source are reduced into the places along dim that index lists. In place. */
    index_reduce_(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    index_reduce_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        source: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** The places along dim that index lists. */
    index_select(input: Tensor, dim: number, index: Tensor): Tensor;
    index_select(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
    }): Tensor;
    /** Sum of products over the last dimensions. */
    inner(input: Tensor, other: Tensor): Tensor;
    inner(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The codes of a quantized tensor: uint8, int8 or int32. */
    int_repr(input: Tensor): Tensor;
    int_repr(options: {
        input: Tensor;
    }): Tensor;
    /** The inverse matrix. */
    inverse(input: Tensor): Tensor;
    inverse(options: {
        input: Tensor;
    }): Tensor;
    /** Never: there are no complex tensors. */
    is_complex(input: Tensor): boolean;
    is_complex(options: {
        input: Tensor;
    }): boolean;
    /** Never: real numbers are their own conjugates. */
    is_conj(input: Tensor): boolean;
    is_conj(options: {
        input: Tensor;
    }): boolean;
    /** Never: a tensor is of one process. */
    is_distributed(input: Tensor): boolean;
    is_distributed(options: {
        input: Tensor;
    }): boolean;
    /** Whether the dtype is a float. */
    is_floating_point(input: Tensor): boolean;
    is_floating_point(options: {
        input: Tensor;
    }): boolean;
    /** Whether it was made in inference mode. */
    is_inference(input: Tensor): boolean;
    is_inference(options: {
        input: Tensor;
    }): boolean;
    /** Never: no tensor is lazily negated. */
    is_neg(input: Tensor): boolean;
    is_neg(options: {
        input: Tensor;
    }): boolean;
    /** Whether the one element is not zero. */
    is_nonzero(input: Tensor): boolean;
    is_nonzero(options: {
        input: Tensor;
    }): boolean;
    /** Never: memory is not pinned. */
    is_pinned(input: Tensor): boolean;
    is_pinned(options: {
        input: Tensor;
    }): boolean;
    /** Whether the shapes are the same. */
    is_same_size(input: Tensor, other: Tensor): boolean;
    is_same_size(options: {
        input: Tensor;
        other: Tensor;
    }): boolean;
    /** Never: memory is of one process. */
    is_shared(input: Tensor): boolean;
    is_shared(options: {
        input: Tensor;
    }): boolean;
    /** Whether the dtype has negative numbers. */
    is_signed(input: Tensor): boolean;
    is_signed(options: {
        input: Tensor;
    }): boolean;
    /** Whether it is a storage, which no tensor is. */
    is_storage(obj: unknown): boolean;
    is_storage(options: {
        obj: unknown;
    }): boolean;
    /** Whether it is a tensor. */
    is_tensor(obj: unknown): boolean;
    is_tensor(options: {
        obj: unknown;
    }): boolean;
    /** |input − other| ≤ atol + rtol · |other|. */
    isclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
    isclose(input: Tensor, other: Tensor, options: {
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    isclose(input: Tensor, other: Tensor, rtol: number, options: {
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    isclose(options: {
        input: Tensor;
        other: Tensor;
        rtol?: number;
        atol?: number;
        equal_nan?: boolean;
    }): Tensor;
    /** True where input is neither NaN nor ±∞. */
    isfinite(input: Tensor): Tensor;
    isfinite(options: {
        input: Tensor;
    }): Tensor;
    /** Whether each element is among the test elements. */
    isin(elements: Tensor | number | boolean, test_elements: Tensor | number | boolean, options?: {
        assume_unique?: boolean;
        invert?: boolean;
    }): Tensor;
    isin(options: {
        elements: Tensor | number | boolean;
        test_elements: Tensor | number | boolean;
        assume_unique?: boolean;
        invert?: boolean;
    }): Tensor;
    /** True where input is ±∞. */
    isinf(input: Tensor): Tensor;
    isinf(options: {
        input: Tensor;
    }): Tensor;
    /** True where input is NaN. */
    isnan(input: Tensor): Tensor;
    isnan(options: {
        input: Tensor;
    }): Tensor;
    /** True where input is −∞. */
    isneginf(input: Tensor): Tensor;
    isneginf(options: {
        input: Tensor;
    }): Tensor;
    /** True where input is +∞. */
    isposinf(input: Tensor): Tensor;
    isposinf(options: {
        input: Tensor;
    }): Tensor;
    /** True everywhere: there are no complex tensors. */
    isreal(input: Tensor): Tensor;
    isreal(options: {
        input: Tensor;
    }): Tensor;
    /** The Kronecker product: every element of input times all of other. */
    kron(input: Tensor, other: Tensor): Tensor;
    kron(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The k-th smallest value along dim and its index. */
    kthvalue(input: Tensor, k: number, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(input: Tensor, k: number, options: {
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(input: Tensor, k: number, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    kthvalue(options: {
        input: Tensor;
        k: number;
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** (x − mean) / √(var + eps) · weight + bias over the last dimensions. */
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, options: {
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight: Tensor | null, options: {
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    layer_norm(options: {
        input: Tensor;
        normalized_shape: readonly number[] | number;
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    /** Least common multiple. */
    lcm(input: Tensor, other: Tensor): Tensor;
    lcm(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Least common multiple. In place. */
    lcm_(input: Tensor, other: Tensor): Tensor;
    lcm_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** input · 2^other. */
    ldexp(input: Tensor, other: Tensor): Tensor;
    ldexp(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** input · 2^other. In place. */
    ldexp_(input: Tensor, other: Tensor): Tensor;
    ldexp_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** input <= other, as bool. */
    le(input: Tensor, other: Tensor | number | boolean): Tensor;
    le(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input <= other, as bool. In place. */
    le_(input: Tensor, other: Tensor | number | boolean): Tensor;
    le_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input + weight · (end − input). */
    lerp(input: Tensor, end: Tensor, weight: Tensor | number | boolean): Tensor;
    lerp(options: {
        input: Tensor;
        end: Tensor;
        weight: Tensor | number | boolean;
    }): Tensor;
    /** input + weight · (end − input). In place. */
    lerp_(input: Tensor, end: Tensor, weight: Tensor | number | boolean): Tensor;
    lerp_(options: {
        input: Tensor;
        end: Tensor;
        weight: Tensor | number | boolean;
    }): Tensor;
    /** input < other, as bool. */
    less(input: Tensor, other: Tensor | number | boolean): Tensor;
    less(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input < other, as bool. In place. */
    less_(input: Tensor, other: Tensor | number | boolean): Tensor;
    less_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input <= other, as bool. */
    less_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
    less_equal(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input <= other, as bool. In place. */
    less_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
    less_equal_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** log |Γ(input)|. */
    lgamma(input: Tensor): Tensor;
    lgamma(options: {
        input: Tensor;
    }): Tensor;
    /** log |Γ(input)|. In place. */
    lgamma_(input: Tensor): Tensor;
    lgamma_(options: {
        input: Tensor;
    }): Tensor;
    /** steps numbers from start to end, evenly apart. */
    linspace(start: number | boolean, end: number | boolean, steps: number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    linspace(options: {
        start: number | boolean;
        end: number | boolean;
        steps: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Natural logarithm. */
    log(input: Tensor): Tensor;
    log(options: {
        input: Tensor;
    }): Tensor;
    /** Natural logarithm. In place. */
    log_(input: Tensor): Tensor;
    log_(options: {
        input: Tensor;
    }): Tensor;
    /** Logarithm to base 10. */
    log10(input: Tensor): Tensor;
    log10(options: {
        input: Tensor;
    }): Tensor;
    /** Logarithm to base 10. In place. */
    log10_(input: Tensor): Tensor;
    log10_(options: {
        input: Tensor;
    }): Tensor;
    /** log(1 + input), exact near zero. */
    log1p(input: Tensor): Tensor;
    log1p(options: {
        input: Tensor;
    }): Tensor;
    /** log(1 + input), exact near zero. In place. */
    log1p_(input: Tensor): Tensor;
    log1p_(options: {
        input: Tensor;
    }): Tensor;
    /** Logarithm to base 2. */
    log2(input: Tensor): Tensor;
    log2(options: {
        input: Tensor;
    }): Tensor;
    /** Logarithm to base 2. In place. */
    log2_(input: Tensor): Tensor;
    log2_(options: {
        input: Tensor;
    }): Tensor;
    /** log(softmax(x)), exact also where softmax underflows. */
    log_softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    log_softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(eˣ + eʸ), without overflow. */
    logaddexp(input: Tensor, other: Tensor): Tensor;
    logaddexp(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** log₂(2ˣ + 2ʸ), without overflow. */
    logaddexp2(input: Tensor, other: Tensor): Tensor;
    logaddexp2(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Running logsumexp along dim. */
    logcumsumexp(input: Tensor, dim: number): Tensor;
    logcumsumexp(options: {
        input: Tensor;
        dim: number;
    }): Tensor;
    /** Logarithm of the determinant; NaN where it is negative. */
    logdet(input: Tensor): Tensor;
    logdet(options: {
        input: Tensor;
    }): Tensor;
    /** Logical and: anything but zero is true. */
    logical_and(input: Tensor, other: Tensor): Tensor;
    logical_and(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Logical and: anything but zero is true. In place. */
    logical_and_(input: Tensor, other: Tensor): Tensor;
    logical_and_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** True where input is zero. */
    logical_not(input: Tensor): Tensor;
    logical_not(options: {
        input: Tensor;
    }): Tensor;
    /** True where input is zero. In place. */
    logical_not_(input: Tensor): Tensor;
    logical_not_(options: {
        input: Tensor;
    }): Tensor;
    /** Logical or: anything but zero is true. */
    logical_or(input: Tensor, other: Tensor): Tensor;
    logical_or(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Logical or: anything but zero is true. In place. */
    logical_or_(input: Tensor, other: Tensor): Tensor;
    logical_or_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Logical xor: anything but zero is true. */
    logical_xor(input: Tensor, other: Tensor): Tensor;
    logical_xor(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Logical xor: anything but zero is true. In place. */
    logical_xor_(input: Tensor, other: Tensor): Tensor;
    logical_xor_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
    logit(input: Tensor, eps?: number): Tensor;
    logit(input: Tensor, options: {
        eps?: number;
    }): Tensor;
    logit(options: {
        input: Tensor;
        eps?: number;
    }): Tensor;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
    logit_(input: Tensor, eps?: number): Tensor;
    logit_(input: Tensor, options: {
        eps?: number;
    }): Tensor;
    logit_(options: {
        input: Tensor;
        eps?: number;
    }): Tensor;
    /** steps powers of base, their exponents evenly apart. */
    logspace(start: number | boolean, end: number | boolean, steps: number, base?: number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    logspace(start: number | boolean, end: number | boolean, steps: number, options: {
        base?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    logspace(options: {
        start: number | boolean;
        end: number | boolean;
        steps: number;
        base?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** log Σ e^x over dims, without overflow. */
    logsumexp(input: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
    logsumexp(input: Tensor, dim: readonly number[] | number, options: {
        keepdim?: boolean;
    }): Tensor;
    logsumexp(options: {
        input: Tensor;
        dim: readonly number[] | number;
        keepdim?: boolean;
    }): Tensor;
    /** input < other, as bool. */
    lt(input: Tensor, other: Tensor | number | boolean): Tensor;
    lt(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input < other, as bool. In place. */
    lt_(input: Tensor, other: Tensor | number | boolean): Tensor;
    lt_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** max(0, −y·(x1 − x2) + margin). */
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    margin_ranking_loss(options: {
        input1: Tensor;
        input2: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** value where the mask is true, input elsewhere. */
    masked_fill(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
    masked_fill(options: {
        input: Tensor;
        mask: Tensor;
        value: Tensor | number | boolean;
    }): Tensor;
    /** value where the mask is true, input elsewhere. In place. */
    masked_fill_(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
    masked_fill_(options: {
        input: Tensor;
        mask: Tensor;
        value: Tensor | number | boolean;
    }): Tensor;
    /** The elements of source, in order, where the mask is true. */
    masked_scatter(input: Tensor, mask: Tensor, source: Tensor): Tensor;
    masked_scatter(options: {
        input: Tensor;
        mask: Tensor;
        source: Tensor;
    }): Tensor;
    /** The elements of source, in order, where the mask is true. In place. */
    masked_scatter_(input: Tensor, mask: Tensor, source: Tensor): Tensor;
    masked_scatter_(options: {
        input: Tensor;
        mask: Tensor;
        source: Tensor;
    }): Tensor;
    /** The elements where the mask is true, in one dimension. */
    masked_select(input: Tensor, mask: Tensor): Tensor;
    masked_select(options: {
        input: Tensor;
        mask: Tensor;
    }): Tensor;
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    matmul(input: Tensor, other: Tensor): Tensor;
    matmul(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Σ Aᵏ / k!, by scaling and squaring. */
    matrix_exp(input: Tensor): Tensor;
    matrix_exp(options: {
        input: Tensor;
    }): Tensor;
    /** A multiplied n times by itself; negative n inverts first. */
    matrix_power(input: Tensor, n: number): Tensor;
    matrix_power(options: {
        input: Tensor;
        n: number;
    }): Tensor;
    /** The largest element; the gradient is shared by all that equal it. */
    max(input: Tensor): Tensor;
    max(options: {
        input: Tensor;
    }): Tensor;
    /** The maximum of each pair. */
    max(input: Tensor, other: Tensor): Tensor;
    max(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Along dim, the largest values and their indices. */
    max(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    max(input: Tensor, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    max(options: {
        input: Tensor;
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool1d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool2d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool3d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** The larger of each pair; NaN passes through; at a tie each gets half the gradient. */
    maximum(input: Tensor, other: Tensor): Tensor;
    maximum(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Arithmetic mean of all elements, or over dims. Floating point only. */
    mean(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    mean(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    mean(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    mean(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** The median along dim (the lower of two) and its index. */
    median(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    median(input: Tensor, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    median(options: {
        input: Tensor;
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The median of all elements (the lower of two). */
    median(input: Tensor): Tensor;
    median(options: {
        input: Tensor;
    }): Tensor;
    /** Grids of coordinates; indexing 'ij' (default) or 'xy'. */
    meshgrid(...tensors: Tensor[]): Tensor[];
    meshgrid(...args: [...tensors: Tensor[], options: {
        indexing?: string | null;
    }]): Tensor[];
    meshgrid(tensors: readonly Tensor[], options?: {
        indexing?: string | null;
    }): Tensor[];
    meshgrid(options: {
        tensors: readonly Tensor[];
        indexing?: string | null;
    }): Tensor[];
    /** The smallest element; the gradient is shared by all that equal it. */
    min(input: Tensor): Tensor;
    min(options: {
        input: Tensor;
    }): Tensor;
    /** The minimum of each pair. */
    min(input: Tensor, other: Tensor): Tensor;
    min(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Along dim, the smallest values and their indices. */
    min(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    min(input: Tensor, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    min(options: {
        input: Tensor;
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The smaller of each pair; NaN passes through; at a tie each gets half the gradient. */
    minimum(input: Tensor, other: Tensor): Tensor;
    minimum(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Product of two matrices, [n, m] @ [m, p] → [n, p]. */
    mm(input: Tensor, mat2: Tensor): Tensor;
    mm(options: {
        input: Tensor;
        mat2: Tensor;
    }): Tensor;
    /** The most frequent value along dim (the smallest of several) and the index of one occurrence. */
    mode(input: Tensor, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    mode(input: Tensor, options: {
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    mode(input: Tensor, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    mode(options: {
        input: Tensor;
        dim?: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** A view with dimensions moved to new places. */
    moveaxis(input: Tensor, source: readonly number[] | number, destination: readonly number[] | number): Tensor;
    moveaxis(options: {
        input: Tensor;
        source: readonly number[] | number;
        destination: readonly number[] | number;
    }): Tensor;
    /** A view with dimensions moved to new places. */
    movedim(input: Tensor, source: readonly number[] | number, destination: readonly number[] | number): Tensor;
    movedim(options: {
        input: Tensor;
        source: readonly number[] | number;
        destination: readonly number[] | number;
    }): Tensor;
    /** Sorted along the first dimension. */
    msort(input: Tensor): Tensor;
    msort(options: {
        input: Tensor;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. */
    mul(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    mul(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. In place. */
    mul_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    mul_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Indices drawn with probabilities in proportion to the rows of input. */
    multinomial(input: Tensor, num_samples: number, replacement?: boolean, options?: {
        generator?: object | null;
    }): Tensor;
    multinomial(input: Tensor, num_samples: number, options: {
        replacement?: boolean;
        generator?: object | null;
    }): Tensor;
    multinomial(options: {
        input: Tensor;
        num_samples: number;
        replacement?: boolean;
        generator?: object | null;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. */
    multiply(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    multiply(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Multiplies element by element: input · other. Shapes broadcast. In place. */
    multiply_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    multiply_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Matrix times vector. */
    mv(input: Tensor, vec: Tensor): Tensor;
    mv(options: {
        input: Tensor;
        vec: Tensor;
    }): Tensor;
    /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. */
    nan_to_num(input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
    nan_to_num(input: Tensor, options: {
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    nan_to_num(input: Tensor, nan: number | null, options: {
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    nan_to_num(options: {
        input: Tensor;
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. In place. */
    nan_to_num_(input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
    nan_to_num_(input: Tensor, options: {
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    nan_to_num_(input: Tensor, nan: number | null, options: {
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    nan_to_num_(options: {
        input: Tensor;
        nan?: number | null;
        posinf?: number | null;
        neginf?: number | null;
    }): Tensor;
    /** Mean of the elements that are not NaN. */
    nanmean(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    nanmean(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nanmean(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nanmean(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** The median along dim (the lower of two), NaN aside and its index. */
    nanmedian(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    nanmedian(input: Tensor, dim: number, options: {
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    nanmedian(options: {
        input: Tensor;
        dim: number;
        keepdim?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** The median of all elements (the lower of two), NaN aside. */
    nanmedian(input: Tensor): Tensor;
    nanmedian(options: {
        input: Tensor;
    }): Tensor;
    /** The q-th quantiles along dim, NaN aside. */
    nanquantile(input: Tensor, q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: {
        interpolation?: string;
    }): Tensor;
    nanquantile(input: Tensor, q: number | Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    nanquantile(input: Tensor, q: number | Tensor, dim: number | null, options: {
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    nanquantile(options: {
        input: Tensor;
        q: number | Tensor;
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    /** Sum in which NaN counts as zero. */
    nansum(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    nansum(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nansum(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    nansum(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** A view of length places from start. */
    narrow(input: Tensor, dim: number, start: number, length: number): Tensor;
    narrow(options: {
        input: Tensor;
        dim: number;
        start: number;
        length: number;
    }): Tensor;
    /** narrow, copied. */
    narrow_copy(input: Tensor, dim: number, start: number, length: number): Tensor;
    narrow_copy(options: {
        input: Tensor;
        dim: number;
        start: number;
        length: number;
    }): Tensor;
    /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
    native_channel_shuffle(input: Tensor, groups: number): Tensor;
    native_channel_shuffle(options: {
        input: Tensor;
        groups: number;
    }): Tensor;
    /** input != other, as bool. */
    ne(input: Tensor, other: Tensor | number | boolean): Tensor;
    ne(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input != other, as bool. In place. */
    ne_(input: Tensor, other: Tensor | number | boolean): Tensor;
    ne_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** −input. */
    neg(input: Tensor): Tensor;
    neg(options: {
        input: Tensor;
    }): Tensor;
    /** −input. In place. */
    neg_(input: Tensor): Tensor;
    neg_(options: {
        input: Tensor;
    }): Tensor;
    /** −input. */
    negative(input: Tensor): Tensor;
    negative(options: {
        input: Tensor;
    }): Tensor;
    /** −input. In place. */
    negative_(input: Tensor): Tensor;
    negative_(options: {
        input: Tensor;
    }): Tensor;
    /** Number of elements. */
    nelement(input: Tensor): number;
    nelement(options: {
        input: Tensor;
    }): number;
    /** The next float after input towards other. */
    nextafter(input: Tensor, other: Tensor): Tensor;
    nextafter(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** The next float after input towards other. In place. */
    nextafter_(input: Tensor, other: Tensor): Tensor;
    nextafter_(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
    nonzero(input: Tensor, options?: {
        as_tuple?: boolean;
    }): any;
    nonzero(options: {
        input: Tensor;
        as_tuple?: boolean;
    }): any;
    /** p-norm of all elements or along dims; 'fro' is the 2-norm, 'nuc' the sum of singular values. */
    norm(input: Tensor, p?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
    norm(input: Tensor, options: {
        p?: number | boolean | string | null;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    norm(input: Tensor, p: number | boolean | string | null, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    norm(options: {
        input: Tensor;
        p?: number | boolean | string | null;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** Normal numbers with each its mean and standard deviation. */
    normal(mean: Tensor | number | boolean, std?: Tensor | number | boolean, options?: {
        generator?: object | null;
    }): Tensor;
    normal(mean: Tensor | number | boolean, options: {
        std?: Tensor | number | boolean;
        generator?: object | null;
    }): Tensor;
    normal(options: {
        mean: Tensor | number | boolean;
        std?: Tensor | number | boolean;
        generator?: object | null;
    }): Tensor;
    /** Normal numbers with one mean and standard deviation. */
    normal(mean: number, std: number, size: readonly number[] | number, options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    normal(options: {
        mean: number;
        std: number;
        size: readonly number[] | number;
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** input != other, as bool. */
    not_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
    not_equal(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input != other, as bool. In place. */
    not_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
    not_equal_(options: {
        input: Tensor;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Number of elements. */
    numel(input: Tensor): number;
    numel(options: {
        input: Tensor;
    }): number;
    /** A tensor of ones. */
    ones(...size: number[]): Tensor;
    ones(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    ones(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    ones(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** ones, shaped and typed as input. */
    ones_like(input: Tensor, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    ones_like(options: {
        input: Tensor;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
    outer(input: Tensor, vec2: Tensor): Tensor;
    outer(options: {
        input: Tensor;
        vec2: Tensor;
    }): Tensor;
    /** ‖x1 − x2 + eps‖ₚ along the last dimension. */
    pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
    pairwise_distance(x1: Tensor, x2: Tensor, options: {
        p?: number;
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: {
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    pairwise_distance(options: {
        x1: Tensor;
        x2: Tensor;
        p?: number;
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    /** p-norm distances of every pair of rows, i < j. */
    pdist(input: Tensor, p?: number): Tensor;
    pdist(input: Tensor, options: {
        p?: number;
    }): Tensor;
    pdist(options: {
        input: Tensor;
        p?: number;
    }): Tensor;
    /** A view with the dimensions in another order. */
    permute(input: Tensor, ...dims: number[]): Tensor;
    permute(input: Tensor, dims: readonly number[]): Tensor;
    permute(options: {
        input: Tensor;
        dims: readonly number[];
    }): Tensor;
    /** The Moore–Penrose inverse. */
    pinverse(input: Tensor, rcond?: number): Tensor;
    pinverse(input: Tensor, options: {
        rcond?: number;
    }): Tensor;
    pinverse(options: {
        input: Tensor;
        rcond?: number;
    }): Tensor;
    /** [.., C·r², H, W] → [.., C, H·r, W·r]. */
    pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
    pixel_shuffle(options: {
        input: Tensor;
        upscale_factor: number;
    }): Tensor;
    /** [.., C, H·r, W·r] → [.., C·r², H, W]. */
    pixel_unshuffle(input: Tensor, downscale_factor: number): Tensor;
    pixel_unshuffle(options: {
        input: Tensor;
        downscale_factor: number;
    }): Tensor;
    /** Counts from Poisson distributions with the rates of input. */
    poisson(input: Tensor, generator?: object | null): Tensor;
    poisson(input: Tensor, options: {
        generator?: object | null;
    }): Tensor;
    poisson(options: {
        input: Tensor;
        generator?: object | null;
    }): Tensor;
    /** The n-th derivative of digamma. */
    polygamma(n: number, input: Tensor): Tensor;
    polygamma(options: {
        n: number;
        input: Tensor;
    }): Tensor;
    /** input itself. */
    positive(input: Tensor): Tensor;
    positive(options: {
        input: Tensor;
    }): Tensor;
    /** input itself. In place. */
    positive_(input: Tensor): Tensor;
    positive_(options: {
        input: Tensor;
    }): Tensor;
    /** input ^ exponent, element by element. */
    pow(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
    pow(options: {
        input: Tensor | number | boolean;
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** input ^ exponent, element by element. In place. */
    pow_(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
    pow_(options: {
        input: Tensor | number | boolean;
        exponent: Tensor | number | boolean;
    }): Tensor;
    /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
    prelu(input: Tensor, weight: Tensor): Tensor;
    prelu(options: {
        input: Tensor;
        weight: Tensor;
    }): Tensor;
    /** Product of all elements, or along dim. */
    prod(input: Tensor, dim?: number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    prod(input: Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    prod(input: Tensor, dim: number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    prod(options: {
        input: Tensor;
        dim?: number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** Derivative of lgamma. */
    psi(input: Tensor): Tensor;
    psi(options: {
        input: Tensor;
    }): Tensor;
    /** Derivative of lgamma. In place. */
    psi_(input: Tensor): Tensor;
    psi_(options: {
        input: Tensor;
    }): Tensor;
    /** A copy of input with source at places of the flattened tensor, replaced or added. */
    put(input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
    put(input: Tensor, index: Tensor, source: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    put(options: {
        input: Tensor;
        index: Tensor;
        source: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** A copy of input with source at places of the flattened tensor, replaced or added. In place. */
    put_(input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
    put_(input: Tensor, index: Tensor, source: Tensor, options: {
        accumulate?: boolean;
    }): Tensor;
    put_(options: {
        input: Tensor;
        index: Tensor;
        source: Tensor;
        accumulate?: boolean;
    }): Tensor;
    /** The dimension of the channels. */
    q_per_channel_axis(input: Tensor): number;
    q_per_channel_axis(options: {
        input: Tensor;
    }): number;
    /** The scale of each channel. */
    q_per_channel_scales(input: Tensor): Tensor;
    q_per_channel_scales(options: {
        input: Tensor;
    }): Tensor;
    /** The code of zero of each channel. */
    q_per_channel_zero_points(input: Tensor): Tensor;
    q_per_channel_zero_points(options: {
        input: Tensor;
    }): Tensor;
    /** The scale of a tensor that is quantized as a whole. */
    q_scale(input: Tensor): number;
    q_scale(options: {
        input: Tensor;
    }): number;
    /** The code of zero, of a tensor that is quantized as a whole. */
    q_zero_point(input: Tensor): number;
    q_zero_point(options: {
        input: Tensor;
    }): number;
    /** The q-th quantiles along dim. */
    quantile(input: Tensor, q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: {
        interpolation?: string;
    }): Tensor;
    quantile(input: Tensor, q: number | Tensor, options: {
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    quantile(input: Tensor, q: number | Tensor, dim: number | null, options: {
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    quantile(options: {
        input: Tensor;
        q: number | Tensor;
        dim?: number | null;
        keepdim?: boolean;
        interpolation?: string;
    }): Tensor;
    /** As quantize_per_tensor, with a scale and a zero point [channels] for each slice along axis. */
    quantize_per_channel(input: Tensor, scales: Tensor, zero_points: Tensor, axis: number, dtype: DType): Tensor;
    quantize_per_channel(options: {
        input: Tensor;
        scales: Tensor;
        zero_points: Tensor;
        axis: number;
        dtype: DType;
    }): Tensor;
    /** A quantized tensor of codes: round(input / scale) + zero_point, saturated to the codes of dtype (torch.quint8, torch.qint8, torch.qint32). float32 in. */
    quantize_per_tensor(input: Tensor, scale: Tensor | number | boolean, zero_point: Tensor | number | boolean, dtype: DType): Tensor;
    quantize_per_tensor(options: {
        input: Tensor;
        scale: Tensor | number | boolean;
        zero_point: Tensor | number | boolean;
        dtype: DType;
    }): Tensor;
    /** As quantize_per_tensor, with scale and zero point from the tensor's own range; `reduce_range` leaves one bit unused. */
    quantize_per_tensor_dynamic(input: Tensor, dtype: DType, reduce_range: boolean): Tensor;
    quantize_per_tensor_dynamic(options: {
        input: Tensor;
        dtype: DType;
        reduce_range: boolean;
    }): Tensor;
    /** Radians as degrees. */
    rad2deg(input: Tensor): Tensor;
    rad2deg(options: {
        input: Tensor;
    }): Tensor;
    /** Radians as degrees. In place. */
    rad2deg_(input: Tensor): Tensor;
    rad2deg_(options: {
        input: Tensor;
    }): Tensor;
    /** Numbers uniform on [0, 1). */
    rand(...size: number[]): Tensor;
    rand(...args: [...size: number[], options: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    rand(size: readonly number[], options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    rand(options: {
        size: readonly number[];
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Numbers uniform on [0, 1), shaped and typed as input. */
    rand_like(input: Tensor, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        generator?: object | null;
        memory_format?: unknown;
    }): Tensor;
    rand_like(options: {
        input: Tensor;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        generator?: object | null;
        memory_format?: unknown;
    }): Tensor;
    /** Whole numbers from 0 to before high, equally likely. */
    randint(high: number, size: readonly number[] | number, options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    randint(options: {
        high: number;
        size: readonly number[] | number;
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Whole numbers from low to before high, equally likely. */
    randint(low: number, high: number, size: readonly number[] | number, options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    randint(options: {
        low: number;
        high: number;
        size: readonly number[] | number;
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** randint, shaped and typed as input. */
    randint_like(input: Tensor, low: number, high?: number | null, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    randint_like(input: Tensor, low: number, options: {
        high?: number | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    randint_like(options: {
        input: Tensor;
        low: number;
        high?: number | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    /** Numbers from the standard normal distribution. */
    randn(...size: number[]): Tensor;
    randn(...args: [...size: number[], options: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    randn(size: readonly number[], options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    randn(options: {
        size: readonly number[];
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Numbers from the standard normal distribution, shaped and typed as input. */
    randn_like(input: Tensor, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        generator?: object | null;
        memory_format?: unknown;
    }): Tensor;
    randn_like(options: {
        input: Tensor;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        generator?: object | null;
        memory_format?: unknown;
    }): Tensor;
    /** The numbers from 0 to before n in random order. */
    randperm(n: number, options?: {
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    randperm(options: {
        n: number;
        generator?: object | null;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** All elements in one dimension. */
    ravel(input: Tensor): Tensor;
    ravel(options: {
        input: Tensor;
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    real(input: Tensor): Tensor;
    real(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / input. */
    reciprocal(input: Tensor): Tensor;
    reciprocal(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / input. In place. */
    reciprocal_(input: Tensor): Tensor;
    reciprocal_(options: {
        input: Tensor;
    }): Tensor;
    /** max(0, x). */
    relu(input: Tensor, inplace?: boolean): Tensor;
    relu(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** max(0, x). In place. */
    relu_(input: Tensor, inplace?: boolean): Tensor;
    relu_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** Python's modulus: the result has the divisor's sign. */
    remainder(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    remainder(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Python's modulus: the result has the divisor's sign. In place. */
    remainder_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    remainder_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Slices along dim whose p-norm is above maxnorm are scaled down to it. */
    renorm(input: Tensor, p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
    renorm(options: {
        input: Tensor;
        p: number | boolean;
        dim: number;
        maxnorm: number | boolean;
    }): Tensor;
    /** Slices along dim whose p-norm is above maxnorm are scaled down to it. In place. */
    renorm_(input: Tensor, p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
    renorm_(options: {
        input: Tensor;
        p: number | boolean;
        dim: number;
        maxnorm: number | boolean;
    }): Tensor;
    /** Every element repeats times, one after the other. */
    repeat_interleave(input: Tensor, repeats: number, dim?: number | null, options?: {
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(input: Tensor, repeats: number, options: {
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(options: {
        input: Tensor;
        repeats: number;
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    /** Every element as often as repeats says. */
    repeat_interleave(input: Tensor, repeats: Tensor, dim?: number | null, options?: {
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(input: Tensor, repeats: Tensor, options: {
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    repeat_interleave(options: {
        input: Tensor;
        repeats: Tensor;
        dim?: number | null;
        output_size?: number | null;
    }): Tensor;
    /** The same elements in another shape: a view where possible, a copy elsewhere. */
    reshape(input: Tensor, ...shape: number[]): Tensor;
    reshape(input: Tensor, shape: readonly number[]): Tensor;
    reshape(options: {
        input: Tensor;
        shape: readonly number[];
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    resolve_conj(input: Tensor): Tensor;
    resolve_conj(options: {
        input: Tensor;
    }): Tensor;
    /** Itself: real numbers are their own conjugates. */
    resolve_neg(input: Tensor): Tensor;
    resolve_neg(options: {
        input: Tensor;
    }): Tensor;
    /** Shifts along dims; what goes over the end comes back at the start. */
    roll(input: Tensor, shifts: readonly number[] | number, dims?: readonly number[] | number | null): Tensor;
    roll(input: Tensor, shifts: readonly number[] | number, options: {
        dims?: readonly number[] | number | null;
    }): Tensor;
    roll(options: {
        input: Tensor;
        shifts: readonly number[] | number;
        dims?: readonly number[] | number | null;
    }): Tensor;
    /** Turned by 90° k times in the plane of two dimensions. */
    rot90(input: Tensor, k?: number, dims?: readonly number[] | number): Tensor;
    rot90(input: Tensor, options: {
        k?: number;
        dims?: readonly number[] | number;
    }): Tensor;
    rot90(input: Tensor, k: number, options: {
        dims?: readonly number[] | number;
    }): Tensor;
    rot90(options: {
        input: Tensor;
        k?: number;
        dims?: readonly number[] | number;
    }): Tensor;
    /** Rounds to the nearest, halves to even; to decimals digits after the point. */
    round(input: Tensor, options?: {
        decimals?: number;
    }): Tensor;
    round(options: {
        input: Tensor;
        decimals?: number;
    }): Tensor;
    /** Rounds to the nearest, halves to even; to decimals digits after the point. In place. */
    round_(input: Tensor, options?: {
        decimals?: number;
    }): Tensor;
    round_(options: {
        input: Tensor;
        decimals?: number;
    }): Tensor;
    /** Joined one below the other. */
    row_stack(tensors: readonly Tensor[]): Tensor;
    row_stack(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** x where positive; elsewhere a · x, a drawn from [lower, upper) in training and their mean otherwise. */
    rrelu(input: Tensor, lower?: number, upper?: number, training?: boolean, inplace?: boolean): Tensor;
    rrelu(input: Tensor, options: {
        lower?: number;
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    rrelu(input: Tensor, lower: number, options: {
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    rrelu(options: {
        input: Tensor;
        lower?: number;
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** rrelu in place. */
    rrelu_(input: Tensor, lower?: number, upper?: number, training?: boolean): Tensor;
    rrelu_(input: Tensor, options: {
        lower?: number;
        upper?: number;
        training?: boolean;
    }): Tensor;
    rrelu_(input: Tensor, lower: number, options: {
        upper?: number;
        training?: boolean;
    }): Tensor;
    rrelu_(options: {
        input: Tensor;
        lower?: number;
        upper?: number;
        training?: boolean;
    }): Tensor;
    /** 1 / √input. */
    rsqrt(input: Tensor): Tensor;
    rsqrt(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / √input. In place. */
    rsqrt_(input: Tensor): Tensor;
    rsqrt_(options: {
        input: Tensor;
    }): Tensor;
    /** other − alpha · input. */
    rsub(input: Tensor, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    rsub(options: {
        input: Tensor;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** A 0-dim tensor. */
    scalar_tensor(s: number | boolean, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    scalar_tensor(options: {
        s: number | boolean;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. */
    scatter(input: Tensor, dim: number, index: Tensor, src: Tensor, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce?: string | null;
    }): Tensor;
    /** A copy with value at the indexed places. */
    scatter(input: Tensor, dim: number, index: Tensor, value: number | boolean, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        value: number | boolean;
        reduce?: string | null;
    }): Tensor;
    /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. In place. */
    scatter_(input: Tensor, dim: number, index: Tensor, src: Tensor, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce?: string | null;
    }): Tensor;
    /** A copy with value at the indexed places. In place. */
    scatter_(input: Tensor, dim: number, index: Tensor, value: number | boolean, options?: {
        reduce?: string | null;
    }): Tensor;
    scatter_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        value: number | boolean;
        reduce?: string | null;
    }): Tensor;
    /** A copy with src added at the indexed places. */
    scatter_add(input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
    scatter_add(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
    }): Tensor;
    /** A copy with src added at the indexed places. In place. */
    scatter_add_(input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
    scatter_add_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
    }): Tensor;
    /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. */
    scatter_reduce(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    scatter_reduce(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. In place. */
    scatter_reduce_(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: {
        include_self?: boolean;
    }): Tensor;
    scatter_reduce_(options: {
        input: Tensor;
        dim: number;
        index: Tensor;
        src: Tensor;
        reduce: string;
        include_self?: boolean;
    }): Tensor;
    /** Where each value would be inserted to keep the sequence sorted, row by row. */
    searchsorted(sorted_sequence: Tensor, input: Tensor | number | boolean, options?: {
        out_int32?: boolean;
        right?: boolean;
        side?: string | null;
        sorter?: Tensor | null;
    }): Tensor;
    searchsorted(options: {
        sorted_sequence: Tensor;
        input: Tensor | number | boolean;
        out_int32?: boolean;
        right?: boolean;
        side?: string | null;
        sorter?: Tensor | null;
    }): Tensor;
    /** A view of one place along a dimension, which disappears. */
    select(input: Tensor, dim: number, index: number): Tensor;
    select(options: {
        input: Tensor;
        dim: number;
        index: number;
    }): Tensor;
    /** A copy of input with src at one place along dim. */
    select_scatter(input: Tensor, src: Tensor, dim: number, index: number): Tensor;
    select_scatter(options: {
        input: Tensor;
        src: Tensor;
        dim: number;
        index: number;
    }): Tensor;
    /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). */
    selu(input: Tensor, inplace?: boolean): Tensor;
    selu(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    selu(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). In place. */
    selu_(input: Tensor, inplace?: boolean): Tensor;
    selu_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    selu_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** −1, 0 or 1. */
    sgn(input: Tensor): Tensor;
    sgn(options: {
        input: Tensor;
    }): Tensor;
    /** −1, 0 or 1. In place. */
    sgn_(input: Tensor): Tensor;
    sgn_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    sigmoid(input: Tensor): Tensor;
    sigmoid(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    sigmoid_(input: Tensor): Tensor;
    sigmoid_(options: {
        input: Tensor;
    }): Tensor;
    /** −1, 0 or 1. */
    sign(input: Tensor): Tensor;
    sign(options: {
        input: Tensor;
    }): Tensor;
    /** −1, 0 or 1. In place. */
    sign_(input: Tensor): Tensor;
    sign_(options: {
        input: Tensor;
    }): Tensor;
    /** True where the sign bit is set. */
    signbit(input: Tensor): Tensor;
    signbit(options: {
        input: Tensor;
    }): Tensor;
    /** Sine. */
    sin(input: Tensor): Tensor;
    sin(options: {
        input: Tensor;
    }): Tensor;
    /** Sine. In place. */
    sin_(input: Tensor): Tensor;
    sin_(options: {
        input: Tensor;
    }): Tensor;
    /** sin(πx) / (πx), 1 at 0. */
    sinc(input: Tensor): Tensor;
    sinc(options: {
        input: Tensor;
    }): Tensor;
    /** sin(πx) / (πx), 1 at 0. In place. */
    sinc_(input: Tensor): Tensor;
    sinc_(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic sine. */
    sinh(input: Tensor): Tensor;
    sinh(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic sine. In place. */
    sinh_(input: Tensor): Tensor;
    sinh_(options: {
        input: Tensor;
    }): Tensor;
    /** A copy of input with src in a slice. */
    slice_scatter(input: Tensor, src: Tensor, dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
    slice_scatter(input: Tensor, src: Tensor, options: {
        dim?: number;
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    slice_scatter(input: Tensor, src: Tensor, dim: number, options: {
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    slice_scatter(options: {
        input: Tensor;
        src: Tensor;
        dim?: number;
        start?: number | null;
        end?: number | null;
        step?: number;
    }): Tensor;
    /** Sign and logarithm of the determinant. */
    slogdet(input: Tensor): [sign: Tensor, logabsdet: Tensor] & {
        readonly sign: Tensor;
        readonly logabsdet: Tensor;
    };
    slogdet(options: {
        input: Tensor;
    }): [sign: Tensor, logabsdet: Tensor] & {
        readonly sign: Tensor;
        readonly logabsdet: Tensor;
    };
    /** e^xᵢ / Σ e^xⱼ along dim. */
    softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** Sorted values along dim and where they came from. */
    sort(input: Tensor, dim?: number, descending?: boolean, options?: {
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    sort(input: Tensor, options: {
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    sort(input: Tensor, dim: number, options: {
        descending?: boolean;
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    sort(options: {
        input: Tensor;
        dim?: number;
        descending?: boolean;
        stable?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Views of split_size places each (the last may be smaller), or of the given sizes. */
    split(input: Tensor, split_size: number | readonly number[] | number, dim?: number): Tensor[];
    split(input: Tensor, split_size: number | readonly number[] | number, options: {
        dim?: number;
    }): Tensor[];
    split(options: {
        input: Tensor;
        split_size: number | readonly number[] | number;
        dim?: number;
    }): Tensor[];
    /** Views of split_size places each (the last may be smaller), or of the given sizes. */
    split_with_sizes(input: Tensor, split_size: number | readonly number[] | number, dim?: number): Tensor[];
    split_with_sizes(input: Tensor, split_size: number | readonly number[] | number, options: {
        dim?: number;
    }): Tensor[];
    split_with_sizes(options: {
        input: Tensor;
        split_size: number | readonly number[] | number;
        dim?: number;
    }): Tensor[];
    /** √input. */
    sqrt(input: Tensor): Tensor;
    sqrt(options: {
        input: Tensor;
    }): Tensor;
    /** √input. In place. */
    sqrt_(input: Tensor): Tensor;
    sqrt_(options: {
        input: Tensor;
    }): Tensor;
    /** input². */
    square(input: Tensor): Tensor;
    square(options: {
        input: Tensor;
    }): Tensor;
    /** input². In place. */
    square_(input: Tensor): Tensor;
    square_(options: {
        input: Tensor;
    }): Tensor;
    /** A view without dimensions of size 1, all or the given ones. */
    squeeze(input: Tensor, dim?: readonly number[] | number | null): Tensor;
    squeeze(input: Tensor, options: {
        dim?: readonly number[] | number | null;
    }): Tensor;
    squeeze(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
    }): Tensor;
    /** Joins tensors of one shape along a new dimension. */
    stack(tensors: readonly Tensor[], dim?: number): Tensor;
    stack(tensors: readonly Tensor[], options: {
        dim?: number;
    }): Tensor;
    stack(options: {
        tensors: readonly Tensor[];
        dim?: number;
    }): Tensor;
    /** Standard deviation, the root of var. */
    std(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): Tensor;
    std(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    std(input: Tensor, dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    std(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    /** Standard deviation of all elements. */
    std(input: Tensor, unbiased: boolean): Tensor;
    std(options: {
        input: Tensor;
        unbiased: boolean;
    }): Tensor;
    /** std and mean together. */
    std_mean(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    std_mean(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    std_mean(input: Tensor, dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    std_mean(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    /** std and mean of all elements. */
    std_mean(input: Tensor, unbiased: boolean): [result0: Tensor, result1: Tensor];
    std_mean(options: {
        input: Tensor;
        unbiased: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
    sub(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    sub(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
    sub_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    sub_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
    subtract(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    subtract(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
    subtract_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        alpha?: number | boolean;
    }): Tensor;
    subtract_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        alpha?: number | boolean;
    }): Tensor;
    /** Sum of all elements, or over dims. Integers and bools sum in int64. */
    sum(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    sum(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    sum(input: Tensor, dim: readonly number[] | number | null, options: {
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    sum(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** A view with two dimensions swapped. */
    swapaxes(input: Tensor, dim0: number, dim1: number): Tensor;
    swapaxes(options: {
        input: Tensor;
        dim0: number;
        dim1: number;
    }): Tensor;
    /** A view with two dimensions swapped. */
    swapdims(input: Tensor, dim0: number, dim1: number): Tensor;
    swapdims(options: {
        input: Tensor;
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Transposes a matrix; vectors and scalars stay. */
    t(input: Tensor): Tensor;
    t(options: {
        input: Tensor;
    }): Tensor;
    /** The elements at places of the flattened input. */
    take(input: Tensor, index: Tensor): Tensor;
    take(options: {
        input: Tensor;
        index: Tensor;
    }): Tensor;
    /** gather whose other dimensions broadcast. */
    take_along_dim(input: Tensor, indices: Tensor, dim?: number | null): Tensor;
    take_along_dim(input: Tensor, indices: Tensor, options: {
        dim?: number | null;
    }): Tensor;
    take_along_dim(options: {
        input: Tensor;
        indices: Tensor;
        dim?: number | null;
    }): Tensor;
    /** Tangent. */
    tan(input: Tensor): Tensor;
    tan(options: {
        input: Tensor;
    }): Tensor;
    /** Tangent. In place. */
    tan_(input: Tensor): Tensor;
    tan_(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic tangent. */
    tanh(input: Tensor): Tensor;
    tanh(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic tangent. In place. */
    tanh_(input: Tensor): Tensor;
    tanh_(options: {
        input: Tensor;
    }): Tensor;
    /** A new tensor of nested lists, typed arrays or one number. Whole numbers give int64, any fraction float32, booleans bool; say dtype for another. */
    tensor(data: unknown, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    tensor(options: {
        data: unknown;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Splits into equal parts (the first ones may be larger by one) or at the given places. */
    tensor_split(input: Tensor, indices_or_sections: unknown, dim?: number): Tensor[];
    tensor_split(input: Tensor, indices_or_sections: unknown, options: {
        dim?: number;
    }): Tensor[];
    tensor_split(options: {
        input: Tensor;
        indices_or_sections: unknown;
        dim?: number;
    }): Tensor[];
    /** Sum of products over chosen pairs of dimensions. */
    tensordot(input: Tensor, b: Tensor, dims?: unknown): Tensor;
    tensordot(input: Tensor, b: Tensor, options: {
        dims?: unknown;
    }): Tensor;
    tensordot(options: {
        input: Tensor;
        b: Tensor;
        dims?: unknown;
    }): Tensor;
    /** x above the threshold, value elsewhere. */
    threshold(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
    threshold(input: Tensor, threshold: number, value: number, options: {
        inplace?: boolean;
    }): Tensor;
    threshold(options: {
        input: Tensor;
        threshold: number;
        value: number;
        inplace?: boolean;
    }): Tensor;
    /** x above the threshold, value elsewhere. In place. */
    threshold_(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
    threshold_(input: Tensor, threshold: number, value: number, options: {
        inplace?: boolean;
    }): Tensor;
    threshold_(options: {
        input: Tensor;
        threshold: number;
        value: number;
        inplace?: boolean;
    }): Tensor;
    /** repeat, with dims filled up by ones on the left. */
    tile(input: Tensor, ...dims: number[]): Tensor;
    tile(input: Tensor, dims: readonly number[]): Tensor;
    tile(options: {
        input: Tensor;
        dims: readonly number[];
    }): Tensor;
    /** The k largest (or smallest) values along dim and their indices. */
    topk(input: Tensor, k: number, dim?: number, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(input: Tensor, k: number, options: {
        dim?: number;
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(input: Tensor, k: number, dim: number, options: {
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    topk(options: {
        input: Tensor;
        k: number;
        dim?: number;
        largest?: boolean;
        sorted?: boolean;
    }): [values: Tensor, indices: Tensor] & {
        readonly values: Tensor;
        readonly indices: Tensor;
    };
    /** Sum of the diagonal. */
    trace(input: Tensor): Tensor;
    trace(options: {
        input: Tensor;
    }): Tensor;
    /** A view with two dimensions swapped. */
    transpose(input: Tensor, dim0: number, dim1: number): Tensor;
    transpose(options: {
        input: Tensor;
        dim0: number;
        dim1: number;
    }): Tensor;
    /** Integral by the trapezoidal rule. */
    trapezoid(y: Tensor, x: Tensor, options?: {
        dim?: number;
    }): Tensor;
    trapezoid(options: {
        y: Tensor;
        x: Tensor;
        dim?: number;
    }): Tensor;
    /** Integral by the trapezoidal rule. */
    trapezoid(y: Tensor, options?: {
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    trapezoid(options: {
        y: Tensor;
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    /** Integral by the trapezoidal rule. */
    trapz(y: Tensor, x: Tensor, options?: {
        dim?: number;
    }): Tensor;
    trapz(options: {
        y: Tensor;
        x: Tensor;
        dim?: number;
    }): Tensor;
    /** Integral by the trapezoidal rule. */
    trapz(y: Tensor, options?: {
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    trapz(options: {
        y: Tensor;
        dx?: number | boolean;
        dim?: number;
    }): Tensor;
    /** The lower triangle, zeros elsewhere. */
    tril(input: Tensor, diagonal?: number): Tensor;
    tril(input: Tensor, options: {
        diagonal?: number;
    }): Tensor;
    tril(options: {
        input: Tensor;
        diagonal?: number;
    }): Tensor;
    /** The lower triangle, zeros elsewhere. In place. */
    tril_(input: Tensor, diagonal?: number): Tensor;
    tril_(input: Tensor, options: {
        diagonal?: number;
    }): Tensor;
    tril_(options: {
        input: Tensor;
        diagonal?: number;
    }): Tensor;
    /** Row and column of every element of the lower triangle, as [2, n]. */
    tril_indices(row: number, col: number, offset?: number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    tril_indices(row: number, col: number, options: {
        offset?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    tril_indices(options: {
        row: number;
        col: number;
        offset?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** max(0, d(anchor, positive) − d(anchor, negative) + margin). */
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options: {
        margin?: number;
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: {
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    triplet_margin_loss(options: {
        anchor: Tensor;
        positive: Tensor;
        negative: Tensor;
        margin?: number;
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** The upper triangle, zeros elsewhere. */
    triu(input: Tensor, diagonal?: number): Tensor;
    triu(input: Tensor, options: {
        diagonal?: number;
    }): Tensor;
    triu(options: {
        input: Tensor;
        diagonal?: number;
    }): Tensor;
    /** The upper triangle, zeros elsewhere. In place. */
    triu_(input: Tensor, diagonal?: number): Tensor;
    triu_(input: Tensor, options: {
        diagonal?: number;
    }): Tensor;
    triu_(options: {
        input: Tensor;
        diagonal?: number;
    }): Tensor;
    /** Row and column of every element of the upper triangle, as [2, n]. */
    triu_indices(row: number, col: number, offset?: number, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    triu_indices(row: number, col: number, options: {
        offset?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    triu_indices(options: {
        row: number;
        col: number;
        offset?: number;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. */
    true_divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    true_divide(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
    true_divide(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    true_divide(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
    true_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    true_divide_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
    true_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: {
        rounding_mode: string | null;
    }): Tensor;
    true_divide_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
        rounding_mode: string | null;
    }): Tensor;
    /** Rounds towards zero. */
    trunc(input: Tensor): Tensor;
    trunc(options: {
        input: Tensor;
    }): Tensor;
    /** Rounds towards zero. In place. */
    trunc_(input: Tensor): Tensor;
    trunc_(options: {
        input: Tensor;
    }): Tensor;
    /** The old type name of a tensor, 'torch.FloatTensor'; of anything else its class. */
    typename(obj: unknown): string;
    typename(options: {
        obj: unknown;
    }): string;
    /** The slices along a dimension, as views. */
    unbind(input: Tensor, dim?: number): Tensor[];
    unbind(input: Tensor, options: {
        dim?: number;
    }): Tensor[];
    unbind(options: {
        input: Tensor;
        dim?: number;
    }): Tensor[];
    /** Splits one dimension into several. */
    unflatten(input: Tensor, dim: number, sizes: readonly number[] | number): Tensor;
    unflatten(options: {
        input: Tensor;
        dim: number;
        sizes: readonly number[] | number;
    }): Tensor;
    /** The different elements (or slices along dim), sorted; with where each went and how often it occurs. */
    unique(input: Tensor, sorted?: boolean, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
    unique(input: Tensor, options: {
        sorted?: boolean;
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique(input: Tensor, sorted: boolean, options: {
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique(options: {
        input: Tensor;
        sorted?: boolean;
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    /** Runs of equal elements made one. */
    unique_consecutive(input: Tensor, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
    unique_consecutive(input: Tensor, options: {
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique_consecutive(input: Tensor, return_inverse: boolean, options: {
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    unique_consecutive(options: {
        input: Tensor;
        return_inverse?: boolean;
        return_counts?: boolean;
        dim?: number | null;
    }): any;
    /** A view with a new dimension of size 1 at dim. */
    unsqueeze(input: Tensor, dim: number): Tensor;
    unsqueeze(options: {
        input: Tensor;
        dim: number;
    }): Tensor;
    /** Powers of a vector as columns, the highest first unless increasing. */
    vander(x: Tensor, N?: number | null, increasing?: boolean): Tensor;
    vander(x: Tensor, options: {
        N?: number | null;
        increasing?: boolean;
    }): Tensor;
    vander(x: Tensor, N: number | null, options: {
        increasing?: boolean;
    }): Tensor;
    vander(options: {
        x: Tensor;
        N?: number | null;
        increasing?: boolean;
    }): Tensor;
    /** Variance Σ(x − mean)² / (n − correction); correction is 1 unless said (unbiased: false makes it 0). */
    var(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): Tensor;
    var(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    var(input: Tensor, dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    var(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): Tensor;
    /** Variance of all elements. */
    var(input: Tensor, unbiased: boolean): Tensor;
    var(options: {
        input: Tensor;
        unbiased: boolean;
    }): Tensor;
    /** var and mean together. */
    var_mean(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: {
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    var_mean(input: Tensor, options: {
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    var_mean(input: Tensor, dim: readonly number[] | number | null, options: {
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    var_mean(options: {
        input: Tensor;
        dim?: readonly number[] | number | null;
        unbiased?: boolean | null;
        keepdim?: boolean;
        correction?: number | boolean | null;
    }): [result0: Tensor, result1: Tensor];
    /** var and mean of all elements. */
    var_mean(input: Tensor, unbiased: boolean): [result0: Tensor, result1: Tensor];
    var_mean(options: {
        input: Tensor;
        unbiased: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Inner product of two vectors. */
    vdot(input: Tensor, tensor: Tensor): Tensor;
    vdot(options: {
        input: Tensor;
        tensor: Tensor;
    }): Tensor;
    /** tensor_split along dimension 0, whose size must be a multiple of the number of parts. */
    vsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
    vsplit(options: {
        input: Tensor;
        indices_or_sections: unknown;
    }): Tensor[];
    /** Joined one below the other. */
    vstack(tensors: readonly Tensor[]): Tensor;
    vstack(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** input where the condition holds, other elsewhere. */
    where(condition: Tensor, input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    where(options: {
        condition: Tensor;
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** Where the condition holds: one vector of indices for each dimension, as nonzero with as_tuple. */
    where(condition: Tensor): Tensor[];
    where(options: {
        condition: Tensor;
    }): Tensor[];
    /** input · log(other), 0 where input is 0. */
    xlogy(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    xlogy(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · log(other), 0 where input is 0. In place. */
    xlogy_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    xlogy_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** A tensor of zeros. */
    zeros(...size: number[]): Tensor;
    zeros(...args: [...size: number[], options: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }]): Tensor;
    zeros(size: readonly number[], options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    zeros(options: {
        size: readonly number[];
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
    }): Tensor;
    /** zeros, shaped and typed as input. */
    zeros_like(input: Tensor, options?: {
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
    zeros_like(options: {
        input: Tensor;
        dtype?: DType | null;
        device?: string | null;
        requires_grad?: boolean;
        memory_format?: unknown;
    }): Tensor;
}
export interface FunctionalFunctions {
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool1d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool1d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool2d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool2d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Means over bins so that the result has the asked size. */
    adaptive_avg_pool3d(input: Tensor, output_size: unknown): Tensor;
    adaptive_avg_pool3d(options: {
        input: Tensor;
        output_size: unknown;
    }): Tensor;
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool1d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool1d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool1d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Largest values over bins, and the place of each in its image. */
    adaptive_max_pool1d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
    adaptive_max_pool1d_with_indices(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    adaptive_max_pool1d_with_indices(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool2d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool2d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool2d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Largest values over bins, and the place of each in its image. */
    adaptive_max_pool2d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
    adaptive_max_pool2d_with_indices(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    adaptive_max_pool2d_with_indices(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Largest values over bins so that the result has the asked size. */
    adaptive_max_pool3d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
    adaptive_max_pool3d(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): any;
    adaptive_max_pool3d(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): any;
    /** Largest values over bins, and the place of each in its image. */
    adaptive_max_pool3d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
    adaptive_max_pool3d_with_indices(input: Tensor, output_size: unknown, options: {
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    adaptive_max_pool3d_with_indices(options: {
        input: Tensor;
        output_size: unknown;
        return_indices?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** The grid of an affine map for grid_sample: theta [N, 2, 3], size [N, C, H, W]. */
    affine_grid(theta: Tensor, size: readonly number[] | number, align_corners?: boolean | null): Tensor;
    affine_grid(theta: Tensor, size: readonly number[] | number, options: {
        align_corners?: boolean | null;
    }): Tensor;
    affine_grid(options: {
        theta: Tensor;
        size: readonly number[] | number;
        align_corners?: boolean | null;
    }): Tensor;
    /** Dropout that keeps mean and variance of SELU’s outputs. */
    alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    alpha_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    alpha_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    alpha_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool1d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool2d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** Mean of every window; stride is the kernel size unless said. */
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    avg_pool3d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        ceil_mode?: boolean;
        count_include_pad?: boolean;
        divisor_override?: number | null;
    }): Tensor;
    /** Normalises every channel over the batch while training (biased variance; running ones are updated with the unbiased), by the running statistics else. */
    batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, training?: boolean, momentum?: number, eps?: number): Tensor;
    batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options: {
        weight?: Tensor | null;
        bias?: Tensor | null;
        training?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options: {
        bias?: Tensor | null;
        training?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    batch_norm(options: {
        input: Tensor;
        running_mean: Tensor | null;
        running_var: Tensor | null;
        weight?: Tensor | null;
        bias?: Tensor | null;
        training?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    /** x1ᵀ W x2 + bias for each output: [.., n], [.., m], W [out, n, m] → [.., out]. */
    bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
    bilinear(input1: Tensor, input2: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
    }): Tensor;
    bilinear(options: {
        input1: Tensor;
        input2: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
    }): Tensor;
    /** −(y·log x + (1 − y)·log(1 − x)), the logarithms kept at −100 or more. */
    binary_cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    binary_cross_entropy(input: Tensor, target: Tensor, options: {
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    binary_cross_entropy(input: Tensor, target: Tensor, weight: Tensor | null, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    binary_cross_entropy(options: {
        input: Tensor;
        target: Tensor;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** −(p·y·log σ(x) + (1 − y)·log(1 − σ(x))), without overflow. */
    binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string, pos_weight?: Tensor | null): Tensor;
    binary_cross_entropy_with_logits(input: Tensor, target: Tensor, options: {
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        pos_weight?: Tensor | null;
    }): Tensor;
    binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor | null, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        pos_weight?: Tensor | null;
    }): Tensor;
    binary_cross_entropy_with_logits(options: {
        input: Tensor;
        target: Tensor;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        pos_weight?: Tensor | null;
    }): Tensor;
    /** max(0, x) + min(0, α(e^{x/α} − 1)). */
    celu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    celu(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    celu(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    celu(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** max(0, x) + min(0, α(e^{x/α} − 1)). In place. */
    celu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    celu_(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    celu_(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    celu_(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
    channel_shuffle(input: Tensor, groups: number): Tensor;
    channel_shuffle(options: {
        input: Tensor;
        groups: number;
    }): Tensor;
    /** Cross-correlation over 1 dimension: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv1d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv1d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** Cross-correlation over 2 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv2d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv2d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** Cross-correlation over 3 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
    conv3d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    conv3d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number | string;
        dilation?: readonly number[] | number;
        groups?: number;
    }): Tensor;
    /** conv1d with time first: input [L, N, C_in], weight [kernel, C_in, C_out] → [L′, N, C_out]. */
    conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad?: number): Tensor;
    conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, options: {
        pad?: number;
    }): Tensor;
    conv_tbc(options: {
        input: Tensor;
        weight: Tensor;
        bias: Tensor;
        pad?: number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose1d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose1d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose2d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose2d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
    conv_transpose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
    conv_transpose3d(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: {
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    conv_transpose3d(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
        stride?: readonly number[] | number;
        padding?: readonly number[] | number;
        output_padding?: readonly number[] | number;
        groups?: number;
        dilation?: readonly number[] | number;
    }): Tensor;
    /** 1 − cos(x1, x2) where y is 1, max(0, cos(x1, x2) − margin) where it is −1. */
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    cosine_embedding_loss(options: {
        input1: Tensor;
        input2: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** x1·x2 / (max(‖x1‖, eps) · max(‖x2‖, eps)) along dim. */
    cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
    cosine_similarity(x1: Tensor, x2: Tensor, options: {
        dim?: number;
        eps?: number;
    }): Tensor;
    cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: {
        eps?: number;
    }): Tensor;
    cosine_similarity(options: {
        x1: Tensor;
        x2: Tensor;
        dim?: number;
        eps?: number;
    }): Tensor;
    /** log_softmax over the classes, then nll_loss; targets are class indices or, as floats of the input’s shape, probabilities. */
    cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, ignore_index?: number, reduce?: unknown, reduction?: string, label_smoothing?: number): Tensor;
    cross_entropy(input: Tensor, target: Tensor, options: {
        weight?: Tensor | null;
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
        label_smoothing?: number;
    }): Tensor;
    cross_entropy(input: Tensor, target: Tensor, weight: Tensor | null, options: {
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
        label_smoothing?: number;
    }): Tensor;
    cross_entropy(options: {
        input: Tensor;
        target: Tensor;
        weight?: Tensor | null;
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
        label_smoothing?: number;
    }): Tensor;
    /** Loss of log-probabilities [T, N, C] (or [T, C]) against label sequences, [N, S] or one after another; the mean divides by target lengths first. */
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank?: number, reduction?: string, zero_infinity?: boolean): Tensor;
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, options: {
        blank?: number;
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, options: {
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    ctc_loss(options: {
        log_probs: Tensor;
        targets: Tensor;
        input_lengths: unknown;
        target_lengths: unknown;
        blank?: number;
        reduction?: string;
        zero_infinity?: boolean;
    }): Tensor;
    /** While training, zeroes each element with probability p and scales the others by 1/(1 − p). */
    dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Dropout of whole channels. */
    dropout1d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    dropout1d(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout1d(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout1d(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Dropout of whole channels. */
    dropout2d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    dropout2d(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout2d(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout2d(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Dropout of whole channels. */
    dropout3d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    dropout3d(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout3d(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    dropout3d(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** x where positive, α(eˣ − 1) elsewhere. */
    elu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    elu(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    elu(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    elu(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** x where positive, α(eˣ − 1) elsewhere. In place. */
    elu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
    elu_(input: Tensor, options: {
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    elu_(input: Tensor, alpha: number, options: {
        inplace?: boolean;
    }): Tensor;
    elu_(options: {
        input: Tensor;
        alpha?: number;
        inplace?: boolean;
    }): Tensor;
    /** Rows of weight by index: [..] → [.., embedding]. */
    embedding(input: Tensor, weight: Tensor, padding_idx?: number | null, max_norm?: number | null, norm_type?: number, scale_grad_by_freq?: boolean, sparse?: boolean): Tensor;
    embedding(input: Tensor, weight: Tensor, options: {
        padding_idx?: number | null;
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        sparse?: boolean;
    }): Tensor;
    embedding(input: Tensor, weight: Tensor, padding_idx: number | null, options: {
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        sparse?: boolean;
    }): Tensor;
    embedding(options: {
        input: Tensor;
        weight: Tensor;
        padding_idx?: number | null;
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        sparse?: boolean;
    }): Tensor;
    /** Sum, mean or maximum of the rows in each bag; bags are rows of a matrix of indices or start at offsets. */
    embedding_bag(input: Tensor, weight: Tensor, offsets?: Tensor | null, max_norm?: number | null, norm_type?: number, scale_grad_by_freq?: boolean, mode?: string, sparse?: boolean, per_sample_weights?: Tensor | null, include_last_offset?: boolean, padding_idx?: number | null): Tensor;
    embedding_bag(input: Tensor, weight: Tensor, options: {
        offsets?: Tensor | null;
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        mode?: string;
        sparse?: boolean;
        per_sample_weights?: Tensor | null;
        include_last_offset?: boolean;
        padding_idx?: number | null;
    }): Tensor;
    embedding_bag(input: Tensor, weight: Tensor, offsets: Tensor | null, options: {
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        mode?: string;
        sparse?: boolean;
        per_sample_weights?: Tensor | null;
        include_last_offset?: boolean;
        padding_idx?: number | null;
    }): Tensor;
    embedding_bag(options: {
        input: Tensor;
        weight: Tensor;
        offsets?: Tensor | null;
        max_norm?: number | null;
        norm_type?: number;
        scale_grad_by_freq?: boolean;
        mode?: string;
        sparse?: boolean;
        per_sample_weights?: Tensor | null;
        include_last_offset?: boolean;
        padding_idx?: number | null;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    expit(input: Tensor): Tensor;
    expit(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    expit_(input: Tensor): Tensor;
    expit_(options: {
        input: Tensor;
    }): Tensor;
    /** alpha_dropout of whole channels. */
    feature_alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    feature_alpha_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_alpha_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_alpha_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Dropout of whole channels: the elements that share the first two indices. */
    feature_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
    feature_dropout(input: Tensor, options: {
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_dropout(input: Tensor, p: number, options: {
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    feature_dropout(options: {
        input: Tensor;
        p?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** Sums columns [N, C·kernel, windows] into [N, C, H, W]. */
    fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, dilation?: readonly number[] | number, padding?: readonly number[] | number, stride?: readonly number[] | number): Tensor;
    fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, options: {
        dilation?: readonly number[] | number;
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, dilation: readonly number[] | number, options: {
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    fold(options: {
        input: Tensor;
        output_size: readonly number[] | number;
        kernel_size: readonly number[] | number;
        dilation?: readonly number[] | number;
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    /** Largest of windows whose places are drawn at random (Graham, 2014); give output_size, or output_ratio in (0, 1). */
    fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): any;
    fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: {
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: {
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    fractional_max_pool2d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    /** As the function without _with_indices, and the place of each maximum in its image. */
    fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): [result0: Tensor, result1: Tensor];
    fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: {
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: {
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    fractional_max_pool2d_with_indices(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    /** Largest of windows whose places are drawn at random (Graham, 2014); give output_size, or output_ratio in (0, 1). */
    fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): any;
    fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: {
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: {
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    fractional_max_pool3d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): any;
    /** As the function without _with_indices, and the place of each maximum in its image. */
    fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): [result0: Tensor, result1: Tensor];
    fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: {
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: {
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    fractional_max_pool3d_with_indices(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        output_size?: readonly number[] | number | null;
        output_ratio?: unknown;
        return_indices?: boolean;
        _random_samples?: Tensor | null;
    }): [result0: Tensor, result1: Tensor];
    /** ½(log max(var, eps) + (x − y)² / max(var, eps)); full adds ½ log 2π. */
    gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, full?: boolean, eps?: number, reduction?: string): Tensor;
    gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, options: {
        full?: boolean;
        eps?: number;
        reduction?: string;
    }): Tensor;
    gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, full: boolean, options: {
        eps?: number;
        reduction?: string;
    }): Tensor;
    gaussian_nll_loss(options: {
        input: Tensor;
        target: Tensor;
        var: Tensor | number | boolean;
        full?: boolean;
        eps?: number;
        reduction?: string;
    }): Tensor;
    /** x · Φ(x); with approximate: 'tanh', x/2 · (1 + tanh(√(2/π)(x + 0.044715x³))). */
    gelu(input: Tensor, approximate?: string): Tensor;
    gelu(input: Tensor, options: {
        approximate?: string;
    }): Tensor;
    gelu(options: {
        input: Tensor;
        approximate?: string;
    }): Tensor;
    /** a · sigmoid(b), a and b the halves along dim. */
    glu(input: Tensor, dim?: number): Tensor;
    glu(input: Tensor, options: {
        dim?: number;
    }): Tensor;
    glu(options: {
        input: Tensor;
        dim?: number;
    }): Tensor;
    /** Samples [N, C, …] at places of a grid [N, …, dims] whose coordinates run from −1 to 1, x first. */
    grid_sample(input: Tensor, grid: Tensor, mode?: string, padding_mode?: string, align_corners?: boolean | null): Tensor;
    grid_sample(input: Tensor, grid: Tensor, options: {
        mode?: string;
        padding_mode?: string;
        align_corners?: boolean | null;
    }): Tensor;
    grid_sample(input: Tensor, grid: Tensor, mode: string, options: {
        padding_mode?: string;
        align_corners?: boolean | null;
    }): Tensor;
    grid_sample(options: {
        input: Tensor;
        grid: Tensor;
        mode?: string;
        padding_mode?: string;
        align_corners?: boolean | null;
    }): Tensor;
    /** Normalises groups of channels of each sample. */
    group_norm(input: Tensor, num_groups: number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
    group_norm(input: Tensor, num_groups: number, options: {
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    group_norm(input: Tensor, num_groups: number, weight: Tensor | null, options: {
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    group_norm(options: {
        input: Tensor;
        num_groups: number;
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    /** Draws from a categorical distribution, relaxed so that gradients pass; hard gives one-hot values with the soft gradient. */
    gumbel_softmax(logits: Tensor, tau?: number, hard?: boolean, eps?: number, dim?: number): Tensor;
    gumbel_softmax(logits: Tensor, options: {
        tau?: number;
        hard?: boolean;
        eps?: number;
        dim?: number;
    }): Tensor;
    gumbel_softmax(logits: Tensor, tau: number, options: {
        hard?: boolean;
        eps?: number;
        dim?: number;
    }): Tensor;
    gumbel_softmax(options: {
        logits: Tensor;
        tau?: number;
        hard?: boolean;
        eps?: number;
        dim?: number;
    }): Tensor;
    /** 0 within [−λ, λ], x elsewhere. */
    hardshrink(input: Tensor, lambd?: number): Tensor;
    hardshrink(input: Tensor, options: {
        lambd?: number;
    }): Tensor;
    hardshrink(options: {
        input: Tensor;
        lambd?: number;
    }): Tensor;
    /** min(max(0, x + 3), 6) / 6. */
    hardsigmoid(input: Tensor, inplace?: boolean): Tensor;
    hardsigmoid(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    hardsigmoid(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** min(max(0, x + 3), 6) / 6. In place. */
    hardsigmoid_(input: Tensor, inplace?: boolean): Tensor;
    hardsigmoid_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    hardsigmoid_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x · hardsigmoid(x). */
    hardswish(input: Tensor, inplace?: boolean): Tensor;
    hardswish(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    hardswish(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x · hardsigmoid(x). In place. */
    hardswish_(input: Tensor, inplace?: boolean): Tensor;
    hardswish_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    hardswish_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x kept within [min_val, max_val]. */
    hardtanh(input: Tensor, min_val?: number, max_val?: number, inplace?: boolean): Tensor;
    hardtanh(input: Tensor, options: {
        min_val?: number;
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    hardtanh(input: Tensor, min_val: number, options: {
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    hardtanh(options: {
        input: Tensor;
        min_val?: number;
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    /** x kept within [min_val, max_val]. In place. */
    hardtanh_(input: Tensor, min_val?: number, max_val?: number, inplace?: boolean): Tensor;
    hardtanh_(input: Tensor, options: {
        min_val?: number;
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    hardtanh_(input: Tensor, min_val: number, options: {
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    hardtanh_(options: {
        input: Tensor;
        min_val?: number;
        max_val?: number;
        inplace?: boolean;
    }): Tensor;
    /** x where y is 1, max(0, margin − x) where it is −1. */
    hinge_embedding_loss(input: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    hinge_embedding_loss(input: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    hinge_embedding_loss(input: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    hinge_embedding_loss(options: {
        input: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** Squared where |input − target| is below delta, linear beyond. */
    huber_loss(input: Tensor, target: Tensor, reduction?: string, delta?: number): Tensor;
    huber_loss(input: Tensor, target: Tensor, options: {
        reduction?: string;
        delta?: number;
    }): Tensor;
    huber_loss(input: Tensor, target: Tensor, reduction: string, options: {
        delta?: number;
    }): Tensor;
    huber_loss(options: {
        input: Tensor;
        target: Tensor;
        reduction?: string;
        delta?: number;
    }): Tensor;
    /** Normalises every channel of every sample. */
    instance_norm(input: Tensor, running_mean?: Tensor | null, running_var?: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, use_input_stats?: boolean, momentum?: number, eps?: number): Tensor;
    instance_norm(input: Tensor, options: {
        running_mean?: Tensor | null;
        running_var?: Tensor | null;
        weight?: Tensor | null;
        bias?: Tensor | null;
        use_input_stats?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    instance_norm(input: Tensor, running_mean: Tensor | null, options: {
        running_var?: Tensor | null;
        weight?: Tensor | null;
        bias?: Tensor | null;
        use_input_stats?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    instance_norm(options: {
        input: Tensor;
        running_mean?: Tensor | null;
        running_var?: Tensor | null;
        weight?: Tensor | null;
        bias?: Tensor | null;
        use_input_stats?: boolean;
        momentum?: number;
        eps?: number;
    }): Tensor;
    /** Resizes [N, C, …] to a size or by a factor: mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or 'area'. */
    interpolate(input: Tensor, size?: unknown, scale_factor?: unknown, mode?: string, align_corners?: boolean | null, recompute_scale_factor?: boolean | null, antialias?: boolean): Tensor;
    interpolate(input: Tensor, options: {
        size?: unknown;
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    interpolate(input: Tensor, size: unknown, options: {
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    interpolate(options: {
        input: Tensor;
        size?: unknown;
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    /** target · (log target − input), input being log-probabilities; batchmean divides by the batch. */
    kl_div(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string, log_target?: boolean): Tensor;
    kl_div(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        log_target?: boolean;
    }): Tensor;
    kl_div(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
        log_target?: boolean;
    }): Tensor;
    kl_div(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        log_target?: boolean;
    }): Tensor;
    /** |input − target|. */
    l1_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    l1_loss(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    l1_loss(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    l1_loss(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** (x − mean) / √(var + eps) · weight + bias over the last dimensions. */
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, options: {
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight: Tensor | null, options: {
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    layer_norm(options: {
        input: Tensor;
        normalized_shape: readonly number[] | number;
        weight?: Tensor | null;
        bias?: Tensor | null;
        eps?: number;
    }): Tensor;
    /** x where positive, negative_slope · x elsewhere. */
    leaky_relu(input: Tensor, negative_slope?: number, inplace?: boolean): Tensor;
    leaky_relu(input: Tensor, options: {
        negative_slope?: number;
        inplace?: boolean;
    }): Tensor;
    leaky_relu(input: Tensor, negative_slope: number, options: {
        inplace?: boolean;
    }): Tensor;
    leaky_relu(options: {
        input: Tensor;
        negative_slope?: number;
        inplace?: boolean;
    }): Tensor;
    /** x where positive, negative_slope · x elsewhere. In place. */
    leaky_relu_(input: Tensor, negative_slope?: number, inplace?: boolean): Tensor;
    leaky_relu_(input: Tensor, options: {
        negative_slope?: number;
        inplace?: boolean;
    }): Tensor;
    leaky_relu_(input: Tensor, negative_slope: number, options: {
        inplace?: boolean;
    }): Tensor;
    leaky_relu_(options: {
        input: Tensor;
        negative_slope?: number;
        inplace?: boolean;
    }): Tensor;
    /** x · weightᵀ + bias: input [.., in], weight [out, in], bias [out] → [.., out]. */
    linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
    linear(input: Tensor, weight: Tensor, options: {
        bias?: Tensor | null;
    }): Tensor;
    linear(options: {
        input: Tensor;
        weight: Tensor;
        bias?: Tensor | null;
    }): Tensor;
    /** x / (k + α · mean of squares over neighbouring channels)^β. */
    local_response_norm(input: Tensor, size: number, alpha?: number, beta?: number, k?: number): Tensor;
    local_response_norm(input: Tensor, size: number, options: {
        alpha?: number;
        beta?: number;
        k?: number;
    }): Tensor;
    local_response_norm(input: Tensor, size: number, alpha: number, options: {
        beta?: number;
        k?: number;
    }): Tensor;
    local_response_norm(options: {
        input: Tensor;
        size: number;
        alpha?: number;
        beta?: number;
        k?: number;
    }): Tensor;
    /** log(softmax(x)), exact also where softmax underflows. */
    log_softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    log_softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(sigmoid(x)). */
    logsigmoid(input: Tensor): Tensor;
    logsigmoid(options: {
        input: Tensor;
    }): Tensor;
    /** The p-norm of every window, p = norm_type; stride is the kernel size unless said. */
    lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, ceil_mode?: boolean): Tensor;
    lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        ceil_mode?: boolean;
    }): Tensor;
    lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        ceil_mode?: boolean;
    }): Tensor;
    lp_pool1d(options: {
        input: Tensor;
        norm_type: number;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        ceil_mode?: boolean;
    }): Tensor;
    /** The p-norm of every window, p = norm_type; stride is the kernel size unless said. */
    lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, ceil_mode?: boolean): Tensor;
    lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        ceil_mode?: boolean;
    }): Tensor;
    lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        ceil_mode?: boolean;
    }): Tensor;
    lp_pool2d(options: {
        input: Tensor;
        norm_type: number;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        ceil_mode?: boolean;
    }): Tensor;
    /** max(0, −y·(x1 − x2) + margin). */
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, options: {
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    margin_ranking_loss(options: {
        input1: Tensor;
        input2: Tensor;
        target: Tensor;
        margin?: number;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool1d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** Largest of every window and its place in the image. */
    max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
    max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool1d_with_indices(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool2d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** Largest of every window and its place in the image. */
    max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
    max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool2d_with_indices(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    max_pool3d(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
        return_indices?: boolean;
    }): any;
    /** Largest of every window and its place in the image. */
    max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
    max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    max_pool3d_with_indices(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        dilation?: readonly number[] | number;
        ceil_mode?: boolean;
    }): [result0: Tensor, result1: Tensor];
    /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
    max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
    max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool1d(options: {
        input: Tensor;
        indices: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
    max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
    max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool2d(options: {
        input: Tensor;
        indices: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
    max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
    max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: {
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: {
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    max_unpool3d(options: {
        input: Tensor;
        indices: Tensor;
        kernel_size: readonly number[] | number;
        stride?: readonly number[] | number | null;
        padding?: readonly number[] | number;
        output_size?: readonly number[] | number | null;
    }): Tensor;
    /** x · tanh(softplus(x)). */
    mish(input: Tensor, inplace?: boolean): Tensor;
    mish(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    mish(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x · tanh(softplus(x)). In place. */
    mish_(input: Tensor, inplace?: boolean): Tensor;
    mish_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    mish_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** (input − target)², averaged, summed or as it is. */
    mse_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    mse_loss(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    mse_loss(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    mse_loss(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** What nn.MultiheadAttention computes: query [L, N, E], key [S, N, kdim], value [S, N, vdim] → [output [L, N, E], weights [N, L, S] or null]. */
    multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, training?: boolean, key_padding_mask?: Tensor | null, need_weights?: boolean, attn_mask?: Tensor | null, use_separate_proj_weight?: boolean, q_proj_weight?: Tensor | null, k_proj_weight?: Tensor | null, v_proj_weight?: Tensor | null, static_k?: Tensor | null, static_v?: Tensor | null, average_attn_weights?: boolean, is_causal?: boolean): any;
    multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, options: {
        training?: boolean;
        key_padding_mask?: Tensor | null;
        need_weights?: boolean;
        attn_mask?: Tensor | null;
        use_separate_proj_weight?: boolean;
        q_proj_weight?: Tensor | null;
        k_proj_weight?: Tensor | null;
        v_proj_weight?: Tensor | null;
        static_k?: Tensor | null;
        static_v?: Tensor | null;
        average_attn_weights?: boolean;
        is_causal?: boolean;
    }): any;
    multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, training: boolean, options: {
        key_padding_mask?: Tensor | null;
        need_weights?: boolean;
        attn_mask?: Tensor | null;
        use_separate_proj_weight?: boolean;
        q_proj_weight?: Tensor | null;
        k_proj_weight?: Tensor | null;
        v_proj_weight?: Tensor | null;
        static_k?: Tensor | null;
        static_v?: Tensor | null;
        average_attn_weights?: boolean;
        is_causal?: boolean;
    }): any;
    multi_head_attention_forward(options: {
        query: Tensor;
        key: Tensor;
        value: Tensor;
        embed_dim_to_check: number;
        num_heads: number;
        in_proj_weight: Tensor | null;
        in_proj_bias: Tensor | null;
        bias_k: Tensor | null;
        bias_v: Tensor | null;
        add_zero_attn: boolean;
        dropout_p: number;
        out_proj_weight: Tensor;
        out_proj_bias: Tensor | null;
        training?: boolean;
        key_padding_mask?: Tensor | null;
        need_weights?: boolean;
        attn_mask?: Tensor | null;
        use_separate_proj_weight?: boolean;
        q_proj_weight?: Tensor | null;
        k_proj_weight?: Tensor | null;
        v_proj_weight?: Tensor | null;
        static_k?: Tensor | null;
        static_v?: Tensor | null;
        average_attn_weights?: boolean;
        is_causal?: boolean;
    }): any;
    /** Σ over other classes of max(0, margin − x[y] + x[i])^p / classes. */
    multi_margin_loss(input: Tensor, target: Tensor, p?: number | boolean, margin?: number | boolean, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    multi_margin_loss(input: Tensor, target: Tensor, options: {
        p?: number | boolean;
        margin?: number | boolean;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multi_margin_loss(input: Tensor, target: Tensor, p: number | boolean, options: {
        margin?: number | boolean;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multi_margin_loss(options: {
        input: Tensor;
        target: Tensor;
        p?: number | boolean;
        margin?: number | boolean;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** Σ over labels j and other classes i of max(0, 1 − x[j] + x[i]) / classes; labels end at the first −1. */
    multilabel_margin_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    multilabel_margin_loss(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multilabel_margin_loss(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multilabel_margin_loss(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** −(y·log σ(x) + (1 − y)·log σ(−x)), averaged over classes. */
    multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    multilabel_soft_margin_loss(input: Tensor, target: Tensor, options: {
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight: Tensor | null, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    multilabel_soft_margin_loss(options: {
        input: Tensor;
        target: Tensor;
        weight?: Tensor | null;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
    native_channel_shuffle(input: Tensor, groups: number): Tensor;
    native_channel_shuffle(options: {
        input: Tensor;
        groups: number;
    }): Tensor;
    /** −weight[y] · input[y] for class y, from log-probabilities [N, C] or [N, C, d…] and targets [N] or [N, d…]; the mean divides by the weights’ sum. */
    nll_loss(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, ignore_index?: number, reduce?: unknown, reduction?: string): Tensor;
    nll_loss(input: Tensor, target: Tensor, options: {
        weight?: Tensor | null;
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    nll_loss(input: Tensor, target: Tensor, weight: Tensor | null, options: {
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    nll_loss(options: {
        input: Tensor;
        target: Tensor;
        weight?: Tensor | null;
        size_average?: unknown;
        ignore_index?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** x / max(‖x‖ₚ, eps) along dim. */
    normalize(input: Tensor, p?: number, dim?: number, eps?: number): Tensor;
    normalize(input: Tensor, options: {
        p?: number;
        dim?: number;
        eps?: number;
    }): Tensor;
    normalize(input: Tensor, p: number, options: {
        dim?: number;
        eps?: number;
    }): Tensor;
    normalize(options: {
        input: Tensor;
        p?: number;
        dim?: number;
        eps?: number;
    }): Tensor;
    /** A last dimension with 1 at the class, 0 elsewhere, in int64. */
    one_hot(input: Tensor, num_classes?: number): Tensor;
    one_hot(input: Tensor, options: {
        num_classes?: number;
    }): Tensor;
    one_hot(options: {
        input: Tensor;
        num_classes?: number;
    }): Tensor;
    /** Pads the last dimensions, pairs (before, after) from the last one on; mode 'constant', 'reflect', 'replicate' or 'circular'. */
    pad(input: Tensor, pad: readonly number[] | number, mode?: string, value?: number | null): Tensor;
    pad(input: Tensor, pad: readonly number[] | number, options: {
        mode?: string;
        value?: number | null;
    }): Tensor;
    pad(input: Tensor, pad: readonly number[] | number, mode: string, options: {
        value?: number | null;
    }): Tensor;
    pad(options: {
        input: Tensor;
        pad: readonly number[] | number;
        mode?: string;
        value?: number | null;
    }): Tensor;
    /** ‖x1 − x2 + eps‖ₚ along the last dimension. */
    pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
    pairwise_distance(x1: Tensor, x2: Tensor, options: {
        p?: number;
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: {
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    pairwise_distance(options: {
        x1: Tensor;
        x2: Tensor;
        p?: number;
        eps?: number;
        keepdim?: boolean;
    }): Tensor;
    /** p-norm distances of every pair of rows, i < j. */
    pdist(input: Tensor, p?: number): Tensor;
    pdist(input: Tensor, options: {
        p?: number;
    }): Tensor;
    pdist(options: {
        input: Tensor;
        p?: number;
    }): Tensor;
    /** [.., C·r², H, W] → [.., C, H·r, W·r]. */
    pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
    pixel_shuffle(options: {
        input: Tensor;
        upscale_factor: number;
    }): Tensor;
    /** [.., C, H·r, W·r] → [.., C·r², H, W]. */
    pixel_unshuffle(input: Tensor, downscale_factor: number): Tensor;
    pixel_unshuffle(options: {
        input: Tensor;
        downscale_factor: number;
    }): Tensor;
    /** e^x − y·x (x being a logarithm) or x − y·log(x + eps); full adds Stirling’s term. */
    poisson_nll_loss(input: Tensor, target: Tensor, log_input?: boolean, full?: boolean, size_average?: unknown, eps?: number, reduce?: unknown, reduction?: string): Tensor;
    poisson_nll_loss(input: Tensor, target: Tensor, options: {
        log_input?: boolean;
        full?: boolean;
        size_average?: unknown;
        eps?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, options: {
        full?: boolean;
        size_average?: unknown;
        eps?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    poisson_nll_loss(options: {
        input: Tensor;
        target: Tensor;
        log_input?: boolean;
        full?: boolean;
        size_average?: unknown;
        eps?: number;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
    prelu(input: Tensor, weight: Tensor): Tensor;
    prelu(options: {
        input: Tensor;
        weight: Tensor;
    }): Tensor;
    /** max(0, x). */
    relu(input: Tensor, inplace?: boolean): Tensor;
    relu(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** max(0, x). In place. */
    relu_(input: Tensor, inplace?: boolean): Tensor;
    relu_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** min(max(0, x), 6). */
    relu6(input: Tensor, inplace?: boolean): Tensor;
    relu6(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu6(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** min(max(0, x), 6). In place. */
    relu6_(input: Tensor, inplace?: boolean): Tensor;
    relu6_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    relu6_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x where positive; elsewhere a · x, a drawn from [lower, upper) in training and their mean otherwise. */
    rrelu(input: Tensor, lower?: number, upper?: number, training?: boolean, inplace?: boolean): Tensor;
    rrelu(input: Tensor, options: {
        lower?: number;
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    rrelu(input: Tensor, lower: number, options: {
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    rrelu(options: {
        input: Tensor;
        lower?: number;
        upper?: number;
        training?: boolean;
        inplace?: boolean;
    }): Tensor;
    /** rrelu in place. */
    rrelu_(input: Tensor, lower?: number, upper?: number, training?: boolean): Tensor;
    rrelu_(input: Tensor, options: {
        lower?: number;
        upper?: number;
        training?: boolean;
    }): Tensor;
    rrelu_(input: Tensor, lower: number, options: {
        upper?: number;
        training?: boolean;
    }): Tensor;
    rrelu_(options: {
        input: Tensor;
        lower?: number;
        upper?: number;
        training?: boolean;
    }): Tensor;
    /** softmax(q · kᵀ · scale + mask) · v, scale 1/√E unless said: [.., L, E], [.., S, E], [.., S, Ev] → [.., L, Ev]. A boolean mask is true where a place may be looked at. */
    scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask?: Tensor | null, dropout_p?: number, is_causal?: boolean, options?: {
        scale?: number | null;
        enable_gqa?: boolean;
    }): Tensor;
    scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, options: {
        attn_mask?: Tensor | null;
        dropout_p?: number;
        is_causal?: boolean;
        scale?: number | null;
        enable_gqa?: boolean;
    }): Tensor;
    scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | null, options: {
        dropout_p?: number;
        is_causal?: boolean;
        scale?: number | null;
        enable_gqa?: boolean;
    }): Tensor;
    scaled_dot_product_attention(options: {
        query: Tensor;
        key: Tensor;
        value: Tensor;
        attn_mask?: Tensor | null;
        dropout_p?: number;
        is_causal?: boolean;
        scale?: number | null;
        enable_gqa?: boolean;
    }): Tensor;
    /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). */
    selu(input: Tensor, inplace?: boolean): Tensor;
    selu(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    selu(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). In place. */
    selu_(input: Tensor, inplace?: boolean): Tensor;
    selu_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    selu_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    sigmoid(input: Tensor): Tensor;
    sigmoid(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    sigmoid_(input: Tensor): Tensor;
    sigmoid_(options: {
        input: Tensor;
    }): Tensor;
    /** x · sigmoid(x). */
    silu(input: Tensor, inplace?: boolean): Tensor;
    silu(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    silu(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** x · sigmoid(x). In place. */
    silu_(input: Tensor, inplace?: boolean): Tensor;
    silu_(input: Tensor, options: {
        inplace?: boolean;
    }): Tensor;
    silu_(options: {
        input: Tensor;
        inplace?: boolean;
    }): Tensor;
    /** Squared where |input − target| is below beta, linear beyond. */
    smooth_l1_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string, beta?: number): Tensor;
    smooth_l1_loss(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        beta?: number;
    }): Tensor;
    smooth_l1_loss(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
        beta?: number;
    }): Tensor;
    smooth_l1_loss(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
        beta?: number;
    }): Tensor;
    /** log(1 + e^{−target·input}). */
    soft_margin_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    soft_margin_loss(input: Tensor, target: Tensor, options: {
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    soft_margin_loss(input: Tensor, target: Tensor, size_average: unknown, options: {
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    soft_margin_loss(options: {
        input: Tensor;
        target: Tensor;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** e^xᵢ / Σ e^xⱼ along dim. */
    softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** softmax(−x). */
    softmin(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    softmin(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(1 + e^{βx}) / β; x itself where βx > threshold. */
    softplus(input: Tensor, beta?: number, threshold?: number): Tensor;
    softplus(input: Tensor, options: {
        beta?: number;
        threshold?: number;
    }): Tensor;
    softplus(input: Tensor, beta: number, options: {
        threshold?: number;
    }): Tensor;
    softplus(options: {
        input: Tensor;
        beta?: number;
        threshold?: number;
    }): Tensor;
    /** x moved towards 0 by λ. */
    softshrink(input: Tensor, lambd?: number): Tensor;
    softshrink(input: Tensor, options: {
        lambd?: number;
    }): Tensor;
    softshrink(options: {
        input: Tensor;
        lambd?: number;
    }): Tensor;
    /** x / (1 + |x|). */
    softsign(input: Tensor): Tensor;
    softsign(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic tangent. */
    tanh(input: Tensor): Tensor;
    tanh(options: {
        input: Tensor;
    }): Tensor;
    /** Hyperbolic tangent. In place. */
    tanh_(input: Tensor): Tensor;
    tanh_(options: {
        input: Tensor;
    }): Tensor;
    /** x − tanh(x). */
    tanhshrink(input: Tensor): Tensor;
    tanhshrink(options: {
        input: Tensor;
    }): Tensor;
    /** x above the threshold, value elsewhere. */
    threshold(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
    threshold(input: Tensor, threshold: number, value: number, options: {
        inplace?: boolean;
    }): Tensor;
    threshold(options: {
        input: Tensor;
        threshold: number;
        value: number;
        inplace?: boolean;
    }): Tensor;
    /** x above the threshold, value elsewhere. In place. */
    threshold_(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
    threshold_(input: Tensor, threshold: number, value: number, options: {
        inplace?: boolean;
    }): Tensor;
    threshold_(options: {
        input: Tensor;
        threshold: number;
        value: number;
        inplace?: boolean;
    }): Tensor;
    /** max(0, d(anchor, positive) − d(anchor, negative) + margin). */
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options: {
        margin?: number;
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: {
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    triplet_margin_loss(options: {
        anchor: Tensor;
        positive: Tensor;
        negative: Tensor;
        margin?: number;
        p?: number;
        eps?: number;
        swap?: boolean;
        size_average?: unknown;
        reduce?: unknown;
        reduction?: string;
    }): Tensor;
    /** max(0, d(anchor, positive) − d(anchor, negative) + margin) for a distance of your own; Euclidean unless given. */
    triplet_margin_with_distance_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options?: {
        distance_function?: unknown;
        margin?: number;
        swap?: boolean;
        reduction?: string;
    }): Tensor;
    triplet_margin_with_distance_loss(options: {
        anchor: Tensor;
        positive: Tensor;
        negative: Tensor;
        distance_function?: unknown;
        margin?: number;
        swap?: boolean;
        reduction?: string;
    }): Tensor;
    /** Every window of [N, C, H, W] as a column: [N, C·kernel, windows]. */
    unfold(input: Tensor, kernel_size: readonly number[] | number, dilation?: readonly number[] | number, padding?: readonly number[] | number, stride?: readonly number[] | number): Tensor;
    unfold(input: Tensor, kernel_size: readonly number[] | number, options: {
        dilation?: readonly number[] | number;
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    unfold(input: Tensor, kernel_size: readonly number[] | number, dilation: readonly number[] | number, options: {
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    unfold(options: {
        input: Tensor;
        kernel_size: readonly number[] | number;
        dilation?: readonly number[] | number;
        padding?: readonly number[] | number;
        stride?: readonly number[] | number;
    }): Tensor;
    /** Resizes [N, C, …] to a size or by a factor: mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or 'area'. */
    upsample(input: Tensor, size?: unknown, scale_factor?: unknown, mode?: string, align_corners?: boolean | null, recompute_scale_factor?: boolean | null, antialias?: boolean): Tensor;
    upsample(input: Tensor, options: {
        size?: unknown;
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    upsample(input: Tensor, size: unknown, options: {
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    upsample(options: {
        input: Tensor;
        size?: unknown;
        scale_factor?: unknown;
        mode?: string;
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
        antialias?: boolean;
    }): Tensor;
    /** Bilinear resizing with aligned corners. */
    upsample_bilinear(input: Tensor, size?: unknown, scale_factor?: unknown): Tensor;
    upsample_bilinear(input: Tensor, options: {
        size?: unknown;
        scale_factor?: unknown;
    }): Tensor;
    upsample_bilinear(input: Tensor, size: unknown, options: {
        scale_factor?: unknown;
    }): Tensor;
    upsample_bilinear(options: {
        input: Tensor;
        size?: unknown;
        scale_factor?: unknown;
    }): Tensor;
    /** Nearest neighbour resizing. */
    upsample_nearest(input: Tensor, size?: unknown, scale_factor?: unknown): Tensor;
    upsample_nearest(input: Tensor, options: {
        size?: unknown;
        scale_factor?: unknown;
    }): Tensor;
    upsample_nearest(input: Tensor, size: unknown, options: {
        scale_factor?: unknown;
    }): Tensor;
    upsample_nearest(options: {
        input: Tensor;
        size?: unknown;
        scale_factor?: unknown;
    }): Tensor;
}
export interface LinalgFunctions {
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    __matmul__(input: Tensor, other: Tensor): Tensor;
    __matmul__(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
    cholesky(input: Tensor, upper?: boolean): Tensor;
    cholesky(input: Tensor, options: {
        upper?: boolean;
    }): Tensor;
    cholesky(options: {
        input: Tensor;
        upper?: boolean;
    }): Tensor;
    /** Cross product of vectors of three. */
    cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
    cross(input: Tensor, other: Tensor, options: {
        dim?: number | null;
    }): Tensor;
    cross(options: {
        input: Tensor;
        other: Tensor;
        dim?: number | null;
    }): Tensor;
    /** The determinant. */
    det(input: Tensor): Tensor;
    det(options: {
        input: Tensor;
    }): Tensor;
    /** Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix. */
    eigh(input: Tensor, UPLO?: string): [eigenvalues: Tensor, eigenvectors: Tensor] & {
        readonly eigenvalues: Tensor;
        readonly eigenvectors: Tensor;
    };
    eigh(input: Tensor, options: {
        UPLO?: string;
    }): [eigenvalues: Tensor, eigenvectors: Tensor] & {
        readonly eigenvalues: Tensor;
        readonly eigenvectors: Tensor;
    };
    eigh(options: {
        input: Tensor;
        UPLO?: string;
    }): [eigenvalues: Tensor, eigenvectors: Tensor] & {
        readonly eigenvalues: Tensor;
        readonly eigenvectors: Tensor;
    };
    /** Eigenvalues of a symmetric matrix, ascending. */
    eigvalsh(input: Tensor, UPLO?: string): Tensor;
    eigvalsh(input: Tensor, options: {
        UPLO?: string;
    }): Tensor;
    eigvalsh(options: {
        input: Tensor;
        UPLO?: string;
    }): Tensor;
    /** The inverse matrix. */
    inv(input: Tensor): Tensor;
    inv(options: {
        input: Tensor;
    }): Tensor;
    /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
    matmul(input: Tensor, other: Tensor): Tensor;
    matmul(options: {
        input: Tensor;
        other: Tensor;
    }): Tensor;
    /** Σ Aᵏ / k!, by scaling and squaring. */
    matrix_exp(input: Tensor): Tensor;
    matrix_exp(options: {
        input: Tensor;
    }): Tensor;
    /** Norm of matrices: 'fro', 'nuc', ±1, ±2, ±inf. */
    matrix_norm(input: Tensor, ord?: number | boolean | string, dim?: readonly number[] | number, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    matrix_norm(input: Tensor, options: {
        ord?: number | boolean | string;
        dim?: readonly number[] | number;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    matrix_norm(input: Tensor, ord: number | boolean | string, options: {
        dim?: readonly number[] | number;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    matrix_norm(options: {
        input: Tensor;
        ord?: number | boolean | string;
        dim?: readonly number[] | number;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** A multiplied n times by itself; negative n inverts first. */
    matrix_power(input: Tensor, n: number): Tensor;
    matrix_power(options: {
        input: Tensor;
        n: number;
    }): Tensor;
    /** How many singular values are above the tolerance. */
    matrix_rank(input: Tensor, tol?: number | Tensor | null, hermitian?: boolean, options?: {
        atol?: number | Tensor | null;
        rtol?: number | Tensor | null;
    }): Tensor;
    matrix_rank(input: Tensor, options: {
        tol?: number | Tensor | null;
        hermitian?: boolean;
        atol?: number | Tensor | null;
        rtol?: number | Tensor | null;
    }): Tensor;
    matrix_rank(input: Tensor, tol: number | Tensor | null, options: {
        hermitian?: boolean;
        atol?: number | Tensor | null;
        rtol?: number | Tensor | null;
    }): Tensor;
    matrix_rank(options: {
        input: Tensor;
        tol?: number | Tensor | null;
        hermitian?: boolean;
        atol?: number | Tensor | null;
        rtol?: number | Tensor | null;
    }): Tensor;
    /** Product of several matrices; first and last may be vectors. */
    multi_dot(tensors: readonly Tensor[]): Tensor;
    multi_dot(options: {
        tensors: readonly Tensor[];
    }): Tensor;
    /** Vector norm along one dim, matrix norm over two; the 2-norm of all elements unless said. */
    norm(input: Tensor, ord?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    norm(input: Tensor, options: {
        ord?: number | boolean | string | null;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    norm(input: Tensor, ord: number | boolean | string | null, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    norm(options: {
        input: Tensor;
        ord?: number | boolean | string | null;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    /** The Moore–Penrose inverse. */
    pinv(input: Tensor, options?: {
        atol?: number | null;
        rtol?: number | null;
        hermitian?: boolean;
    }): Tensor;
    pinv(options: {
        input: Tensor;
        atol?: number | null;
        rtol?: number | null;
        hermitian?: boolean;
    }): Tensor;
    /** The Moore–Penrose inverse. */
    pinv(input: Tensor, rcond: number, hermitian?: boolean): Tensor;
    pinv(input: Tensor, rcond: number, options: {
        hermitian?: boolean;
    }): Tensor;
    pinv(options: {
        input: Tensor;
        rcond: number;
        hermitian?: boolean;
    }): Tensor;
    /** A = Q R with orthonormal columns of Q and an upper triangular R. */
    qr(input: Tensor, mode?: string): [Q: Tensor, R: Tensor] & {
        readonly Q: Tensor;
        readonly R: Tensor;
    };
    qr(input: Tensor, options: {
        mode?: string;
    }): [Q: Tensor, R: Tensor] & {
        readonly Q: Tensor;
        readonly R: Tensor;
    };
    qr(options: {
        input: Tensor;
        mode?: string;
    }): [Q: Tensor, R: Tensor] & {
        readonly Q: Tensor;
        readonly R: Tensor;
    };
    /** Sign and logarithm of the determinant. */
    slogdet(input: Tensor): [sign: Tensor, logabsdet: Tensor] & {
        readonly sign: Tensor;
        readonly logabsdet: Tensor;
    };
    slogdet(options: {
        input: Tensor;
    }): [sign: Tensor, logabsdet: Tensor] & {
        readonly sign: Tensor;
        readonly logabsdet: Tensor;
    };
    /** X with A X = B (or X A = B). */
    solve(input: Tensor, B: Tensor, options?: {
        left?: boolean;
    }): Tensor;
    solve(options: {
        input: Tensor;
        B: Tensor;
        left?: boolean;
    }): Tensor;
    /** X with A X = B for a triangular A, of which only that triangle is read. */
    solve_triangular(input: Tensor, B: Tensor, options?: {
        upper: boolean;
        left?: boolean;
        unitriangular?: boolean;
    }): Tensor;
    solve_triangular(options: {
        input: Tensor;
        B: Tensor;
        upper: boolean;
        left?: boolean;
        unitriangular?: boolean;
    }): Tensor;
    /** A = U diag(S) Vh, S descending. */
    svd(input: Tensor, full_matrices?: boolean): [U: Tensor, S: Tensor, Vh: Tensor] & {
        readonly U: Tensor;
        readonly S: Tensor;
        readonly Vh: Tensor;
    };
    svd(input: Tensor, options: {
        full_matrices?: boolean;
    }): [U: Tensor, S: Tensor, Vh: Tensor] & {
        readonly U: Tensor;
        readonly S: Tensor;
        readonly Vh: Tensor;
    };
    svd(options: {
        input: Tensor;
        full_matrices?: boolean;
    }): [U: Tensor, S: Tensor, Vh: Tensor] & {
        readonly U: Tensor;
        readonly S: Tensor;
        readonly Vh: Tensor;
    };
    /** Singular values, descending. */
    svdvals(input: Tensor): Tensor;
    svdvals(options: {
        input: Tensor;
    }): Tensor;
    /** Powers 0 … N − 1 of every element. */
    vander(x: Tensor, options?: {
        N?: number | null;
    }): Tensor;
    vander(options: {
        x: Tensor;
        N?: number | null;
    }): Tensor;
    /** Σ x·y along dim. */
    vecdot(x: Tensor, y: Tensor, options?: {
        dim?: number;
    }): Tensor;
    vecdot(options: {
        x: Tensor;
        y: Tensor;
        dim?: number;
    }): Tensor;
    /** Norm of the vectors along dims (of all elements unless said). */
    vector_norm(input: Tensor, ord?: number | boolean, dim?: readonly number[] | number | null, keepdim?: boolean, options?: {
        dtype?: DType | null;
    }): Tensor;
    vector_norm(input: Tensor, options: {
        ord?: number | boolean;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    vector_norm(input: Tensor, ord: number | boolean, options: {
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
    vector_norm(options: {
        input: Tensor;
        ord?: number | boolean;
        dim?: readonly number[] | number | null;
        keepdim?: boolean;
        dtype?: DType | null;
    }): Tensor;
}
export interface SpecialFunctions {
    /** Derivative of lgamma. */
    digamma(input: Tensor): Tensor;
    digamma(options: {
        input: Tensor;
    }): Tensor;
    /** Derivative of lgamma. In place. */
    digamma_(input: Tensor): Tensor;
    digamma_(options: {
        input: Tensor;
    }): Tensor;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
    erf(input: Tensor): Tensor;
    erf(options: {
        input: Tensor;
    }): Tensor;
    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. In place. */
    erf_(input: Tensor): Tensor;
    erf_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 − erf(input). */
    erfc(input: Tensor): Tensor;
    erfc(options: {
        input: Tensor;
    }): Tensor;
    /** 1 − erf(input). In place. */
    erfc_(input: Tensor): Tensor;
    erfc_(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse of erf. */
    erfinv(input: Tensor): Tensor;
    erfinv(options: {
        input: Tensor;
    }): Tensor;
    /** Inverse of erf. In place. */
    erfinv_(input: Tensor): Tensor;
    erfinv_(options: {
        input: Tensor;
    }): Tensor;
    /** 2^input. */
    exp2(input: Tensor): Tensor;
    exp2(options: {
        input: Tensor;
    }): Tensor;
    /** 2^input. In place. */
    exp2_(input: Tensor): Tensor;
    exp2_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    expit(input: Tensor): Tensor;
    expit(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    expit_(input: Tensor): Tensor;
    expit_(options: {
        input: Tensor;
    }): Tensor;
    /** e^input − 1, exact near zero. */
    expm1(input: Tensor): Tensor;
    expm1(options: {
        input: Tensor;
    }): Tensor;
    /** e^input − 1, exact near zero. In place. */
    expm1_(input: Tensor): Tensor;
    expm1_(options: {
        input: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 0. */
    i0(input: Tensor): Tensor;
    i0(options: {
        input: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 0. In place. */
    i0_(input: Tensor): Tensor;
    i0_(options: {
        input: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 1. */
    i1(input: Tensor): Tensor;
    i1(options: {
        input: Tensor;
    }): Tensor;
    /** Modified Bessel function of order 1. In place. */
    i1_(input: Tensor): Tensor;
    i1_(options: {
        input: Tensor;
    }): Tensor;
    /** log(1 + input), exact near zero. */
    log1p(input: Tensor): Tensor;
    log1p(options: {
        input: Tensor;
    }): Tensor;
    /** log(1 + input), exact near zero. In place. */
    log1p_(input: Tensor): Tensor;
    log1p_(options: {
        input: Tensor;
    }): Tensor;
    /** log(softmax(x)), exact also where softmax underflows. */
    log_softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    log_softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
    logit(input: Tensor, eps?: number): Tensor;
    logit(input: Tensor, options: {
        eps?: number;
    }): Tensor;
    logit(options: {
        input: Tensor;
        eps?: number;
    }): Tensor;
    /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
    logit_(input: Tensor, eps?: number): Tensor;
    logit_(input: Tensor, options: {
        eps?: number;
    }): Tensor;
    logit_(options: {
        input: Tensor;
        eps?: number;
    }): Tensor;
    /** log Σ e^x over dims, without overflow. */
    logsumexp(input: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
    logsumexp(input: Tensor, dim: readonly number[] | number, options: {
        keepdim?: boolean;
    }): Tensor;
    logsumexp(options: {
        input: Tensor;
        dim: readonly number[] | number;
        keepdim?: boolean;
    }): Tensor;
    /** The n-th derivative of digamma. */
    polygamma(n: number, input: Tensor): Tensor;
    polygamma(options: {
        n: number;
        input: Tensor;
    }): Tensor;
    /** Derivative of lgamma. */
    psi(input: Tensor): Tensor;
    psi(options: {
        input: Tensor;
    }): Tensor;
    /** Derivative of lgamma. In place. */
    psi_(input: Tensor): Tensor;
    psi_(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). */
    sigmoid(input: Tensor): Tensor;
    sigmoid(options: {
        input: Tensor;
    }): Tensor;
    /** 1 / (1 + e^−input). In place. */
    sigmoid_(input: Tensor): Tensor;
    sigmoid_(options: {
        input: Tensor;
    }): Tensor;
    /** sin(πx) / (πx), 1 at 0. */
    sinc(input: Tensor): Tensor;
    sinc(options: {
        input: Tensor;
    }): Tensor;
    /** sin(πx) / (πx), 1 at 0. In place. */
    sinc_(input: Tensor): Tensor;
    sinc_(options: {
        input: Tensor;
    }): Tensor;
    /** e^xᵢ / Σ e^xⱼ along dim. */
    softmax(input: Tensor, dim: number, options?: {
        dtype?: DType | null;
    }): Tensor;
    softmax(options: {
        input: Tensor;
        dim: number;
        dtype?: DType | null;
    }): Tensor;
    /** input · log(other), 0 where input is 0. */
    xlogy(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    xlogy(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
    /** input · log(other), 0 where input is 0. In place. */
    xlogy_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
    xlogy_(options: {
        input: Tensor | number | boolean;
        other: Tensor | number | boolean;
    }): Tensor;
}
}

declare module 'torch/optim/adam' {
import type { Tensor } from 'torch/tensor';
import { type ImplementationOptions, Optimizer, type ParamGroup, type Params, type State } from 'torch/optim/optimizer';
export type Betas = readonly [number, number];
export interface AdamOptions extends ImplementationOptions {
    /** Learning rate. Default: 1e-3. */
    lr?: number;
    /** Decay of the running means of the gradient and of its square. Default: [0.9, 0.999]. */
    betas?: Betas;
    /** Added to the denominator. Default: 1e-8. */
    eps?: number;
    /** L2 penalty (Adam, default 0) or decoupled decay (AdamW, default 1e-2). */
    weight_decay?: number;
    /** Keeps the largest second moment seen. Default: false. */
    amsgrad?: boolean;
    /** Climbs instead of descending. Default: false. */
    maximize?: boolean;
}
type Options = Required<AdamOptions>;
export function checkBetas(betas: Betas): void;
export const decayed: (p: Tensor, grad: Tensor, weight_decay: number) => Tensor;
/** Running means of the gradient and of its square. */
export function moments(state: State, g: Tensor, [beta1, beta2]: Betas): readonly [mean: Tensor, square: Tensor];
export function startMoments(state: State, p: Tensor): void;
/**
 * Adam (Kingma and Ba, 2014): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * p ← p − lr · m̂ / (√v̂ + eps) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
 */
export class Adam extends Optimizer<Options> {
    #private;
    constructor(params: Params<AdamOptions>, lr?: number | AdamOptions, betas?: Betas | AdamOptions, eps?: number, weight_decay?: number, amsgrad?: boolean, options?: AdamOptions);
    _update(group: ParamGroup<Options>): void;
}
/** Adam with decoupled weight decay (Loshchilov and Hutter, 2017): p ← p · (1 − lr · weight_decay) before Adam's step. */
export class AdamW extends Adam {
}
export {};
}

declare module 'torch/optim/adam-variants' {
import { type Betas } from 'torch/optim/adam';
import { type ImplementationOptions, Optimizer, type ParamGroup, type Params } from 'torch/optim/optimizer';
interface Common extends ImplementationOptions {
    /** Learning rate. Default: 2e-3 (Adamax, NAdam), 1e-3 (RAdam). */
    lr?: number;
    /** Decay of the running means. Default: [0.9, 0.999]. */
    betas?: Betas;
    /** Default: 1e-8. */
    eps?: number;
    /** L2 penalty. Default: 0. */
    weight_decay?: number;
    maximize?: boolean;
}
export type AdamaxOptions = Common;
export interface NAdamOptions extends Common {
    /** Default: 4e-3. */
    momentum_decay?: number;
    /** Decay that does not pass through the moments. Default: false. */
    decoupled_weight_decay?: boolean;
}
export interface RAdamOptions extends Common {
    decoupled_weight_decay?: boolean;
}
/** Adam with the largest decayed gradient in place of the second moment: u ← max(β₂u, |g| + eps), p ← p − lr / (1 − β₁ᵗ) · m / u. */
export class Adamax extends Optimizer<Required<AdamaxOptions>> {
    constructor(params: Params<AdamaxOptions>, lr?: number | AdamaxOptions, options?: AdamaxOptions);
    _update(group: ParamGroup<Required<AdamaxOptions>>): void;
}
/** Adam with Nesterov momentum (Dozat, 2016). */
export class NAdam extends Optimizer<Required<NAdamOptions>> {
    constructor(params: Params<NAdamOptions>, lr?: number | NAdamOptions, options?: NAdamOptions);
    _update(group: ParamGroup<Required<NAdamOptions>>): void;
}
/** Adam whose adaptive step waits until the variance of its second moment is known well enough (Liu et al., 2019). */
export class RAdam extends Optimizer<Required<RAdamOptions>> {
    constructor(params: Params<RAdamOptions>, lr?: number | RAdamOptions, options?: RAdamOptions);
    _update(group: ParamGroup<Required<RAdamOptions>>): void;
}
export {};
}

declare module 'torch/optim/adaptive' {
import { type ImplementationOptions, Optimizer, type ParamGroup, type Params } from 'torch/optim/optimizer';
export interface RMSpropOptions extends ImplementationOptions {
    /** Default: 1e-2. */
    lr?: number;
    /** Decay of the running mean of squares. Default: 0.99. */
    alpha?: number;
    /** Default: 1e-8. */
    eps?: number;
    weight_decay?: number;
    momentum?: number;
    /** Divides by the estimated deviation instead of the root of squares. Default: false. */
    centered?: boolean;
    maximize?: boolean;
}
/** v ← αv + (1 − α)g², p ← p − lr · g / (√v + eps); with momentum through a buffer, centered with v − mean². */
export class RMSprop extends Optimizer<Required<RMSpropOptions>> {
    constructor(params: Params<RMSpropOptions>, lr?: number | RMSpropOptions, options?: RMSpropOptions);
    _update(group: ParamGroup<Required<RMSpropOptions>>): void;
}
export interface AdagradOptions extends ImplementationOptions {
    /** Default: 1e-2. */
    lr?: number;
    lr_decay?: number;
    weight_decay?: number;
    initial_accumulator_value?: number;
    /** Default: 1e-10. */
    eps?: number;
    maximize?: boolean;
}
/** s ← s + g², p ← p − lr / (1 + (t − 1) · lr_decay) · g / (√s + eps). */
export class Adagrad extends Optimizer<Required<AdagradOptions>> {
    constructor(params: Params<AdagradOptions>, lr?: number | AdagradOptions, options?: AdagradOptions);
    _update(group: ParamGroup<Required<AdagradOptions>>): void;
}
export interface AdadeltaOptions extends ImplementationOptions {
    /** Default: 1. */
    lr?: number;
    /** Default: 0.9. */
    rho?: number;
    /** Default: 1e-6. */
    eps?: number;
    weight_decay?: number;
    maximize?: boolean;
}
/** Steps in the ratio of the running root of past steps to that of gradients (Zeiler, 2012). */
export class Adadelta extends Optimizer<Required<AdadeltaOptions>> {
    constructor(params: Params<AdadeltaOptions>, lr?: number | AdadeltaOptions, options?: AdadeltaOptions);
    _update(group: ParamGroup<Required<AdadeltaOptions>>): void;
}
export interface RpropOptions extends ImplementationOptions {
    /** First step of every weight. Default: 1e-2. */
    lr?: number;
    /** Factors for a gradient that turned and one that did not. Default: [0.5, 1.2]. */
    etas?: readonly [number, number];
    /** Bounds of a step. Default: [1e-6, 50]. */
    step_sizes?: readonly [number, number];
    maximize?: boolean;
}
/** Resilient backpropagation: each weight has its own step, grown while its gradient keeps its sign. */
export class Rprop extends Optimizer<Required<RpropOptions>> {
    constructor(params: Params<RpropOptions>, lr?: number | RpropOptions, options?: RpropOptions);
    _update(group: ParamGroup<Required<RpropOptions>>): void;
}
export interface ASGDOptions extends ImplementationOptions {
    /** Default: 1e-2. */
    lr?: number;
    /** Decay. Default: 1e-4. */
    lambd?: number;
    /** Power of the learning rate's decay. Default: 0.75. */
    alpha?: number;
    /** Step at which averaging starts. Default: 1e6. */
    t0?: number;
    weight_decay?: number;
    maximize?: boolean;
}
/** Averaged stochastic gradient descent (Polyak and Juditsky, 1992); the average is in the state as `ax`. */
export class ASGD extends Optimizer<Required<ASGDOptions>> {
    constructor(params: Params<ASGDOptions>, lr?: number | ASGDOptions, options?: ASGDOptions);
    _update(group: ParamGroup<Required<ASGDOptions>>): void;
}
}

declare module 'torch/optim' {
export { Adam, AdamW } from 'torch/optim/adam';
export { Adamax, NAdam, RAdam } from 'torch/optim/adam-variants';
export { Adadelta, Adagrad, ASGD, RMSprop, Rprop } from 'torch/optim/adaptive';
export { LBFGS } from 'torch/optim/lbfgs';
export * as lr_scheduler from 'torch/optim/lr_scheduler';
export { Optimizer, type OptimizerState } from 'torch/optim/optimizer';
export { SGD } from 'torch/optim/sgd';
export * as swa_utils from 'torch/optim/swa_utils';
}

declare module 'torch/optim/lbfgs' {
import { type Closure, Optimizer, type OptimizerState, type Params } from 'torch/optim/optimizer';
export interface LBFGSOptions {
    /** Default: 1. */
    lr?: number;
    /** Iterations of one step. Default: 20. */
    max_iter?: number;
    /** Evaluations of one step. Default: max_iter · 1.25. */
    max_eval?: number | null;
    /** Default: 1e-7. */
    tolerance_grad?: number;
    /** Default: 1e-9. */
    tolerance_change?: number;
    /** Steps remembered. Default: 100. */
    history_size?: number;
    /** null, or 'strong_wolfe'. */
    line_search_fn?: 'strong_wolfe' | null;
}
/** Limited-memory BFGS: needs a closure, which it calls several times a step. One parameter group. */
export class LBFGS extends Optimizer<Required<LBFGSOptions>> {
    #private;
    constructor(params: Params<LBFGSOptions>, lr?: number | LBFGSOptions, options?: LBFGSOptions);
    _update(): void;
    _step<L>(closure: Closure<L> | null): L;
    /** All that is remembered belongs to the first parameter, as in PyTorch. */
    state_dict(): OptimizerState;
    load_state_dict(state_dict: Readonly<OptimizerState>): void;
}
}

declare module 'torch/optim/lr_scheduler/combined' {
import { Tensor } from 'torch/tensor';
import { LRScheduler, type Scheduled, type SchedulerState } from 'torch/optim/lr_scheduler/scheduler';
/** Runs schedulers one after the other: the next takes over at each milestone. */
export class SequentialLR extends LRScheduler {
    #private;
    constructor(optimizer: Scheduled, schedulers: readonly LRScheduler[], milestones: readonly number[], last_epoch?: number);
    constructor(optimizer: Scheduled, options: {
        schedulers: readonly LRScheduler[];
        milestones: readonly number[];
        last_epoch?: number;
    });
    get_lr(): number[];
    step(): void;
    state_dict(): SchedulerState;
    load_state_dict(state_dict: SchedulerState): void;
}
/** Steps several schedulers together; their effects multiply. */
export class ChainedScheduler extends LRScheduler {
    #private;
    constructor(schedulers: readonly LRScheduler[], optimizer?: Scheduled | null);
    get_lr(): number[];
    step(): void;
    state_dict(): SchedulerState;
    load_state_dict(state_dict: SchedulerState): void;
}
export interface PlateauOptions {
    /** Whether smaller or larger metrics are better. Default: 'min'. */
    mode?: 'min' | 'max';
    /** Default: 0.1. */
    factor?: number;
    /** Epochs without improvement that are borne. Default: 10. */
    patience?: number;
    /** Default: 1e-4. */
    threshold?: number;
    /** Whether threshold is a share of the best or an amount. Default: 'rel'. */
    threshold_mode?: 'rel' | 'abs';
    /** Epochs to wait after a reduction. Default: 0. */
    cooldown?: number;
    min_lr?: number | readonly number[];
    /** Smaller changes are not made. Default: 1e-8. */
    eps?: number;
}
/** Times factor when a metric has not improved for more than patience epochs: `step(val_loss)`. */
export class ReduceLROnPlateau {
    #private;
    readonly optimizer: Scheduled;
    mode: 'min' | 'max';
    factor: number;
    patience: number;
    threshold: number;
    threshold_mode: 'rel' | 'abs';
    cooldown: number;
    min_lrs: number[];
    eps: number;
    best: number;
    num_bad_epochs: number;
    cooldown_counter: number;
    last_epoch: number;
    constructor(optimizer: Scheduled, mode?: 'min' | 'max' | PlateauOptions, factor?: number | PlateauOptions, patience?: number | PlateauOptions, options?: PlateauOptions);
    get in_cooldown(): boolean;
    /** Whether a metric is better than the best by more than the threshold. */
    is_better(a: number, best: number): boolean;
    /** Takes this epoch's metric. */
    step(metrics: number | Tensor): void;
    get_last_lr(): number[];
    /** Everything but the optimizer. */
    state_dict(): SchedulerState;
    load_state_dict(state_dict: SchedulerState): void;
}
}

declare module 'torch/optim/lr_scheduler/cycles' {
import { LRScheduler, type Scheduled } from 'torch/optim/lr_scheduler/scheduler';
export interface CyclicOptions {
    step_size_up?: number;
    step_size_down?: number | null;
    mode?: 'triangular' | 'triangular2' | 'exp_range';
    gamma?: number;
    scale_fn?: ((x: number) => number) | null;
    scale_mode?: 'cycle' | 'iterations';
    cycle_momentum?: boolean;
    base_momentum?: number | readonly number[];
    max_momentum?: number | readonly number[];
    last_epoch?: number;
}
/** Between base_lr and max_lr and back, again and again; the height may shrink from cycle to cycle. Step after each batch. */
export class CyclicLR extends LRScheduler {
    #private;
    readonly max_lrs: number[];
    readonly total_size: number;
    readonly step_ratio: number;
    readonly mode: string;
    readonly gamma: number;
    readonly scale_mode: string;
    readonly cycle_momentum: boolean;
    /** Only with cycle_momentum. */
    base_momentums: number[];
    /** Only with cycle_momentum. */
    max_momentums: number[];
    constructor(optimizer: Scheduled, base_lr: number | readonly number[], max_lr: number | readonly number[], options?: CyclicOptions);
    get_lr(): number[];
}
export interface OneCycleOptions {
    total_steps?: number | null;
    epochs?: number | null;
    steps_per_epoch?: number | null;
    /** Share of the steps that go up. Default: 0.3. */
    pct_start?: number;
    anneal_strategy?: 'cos' | 'linear';
    cycle_momentum?: boolean;
    base_momentum?: number | readonly number[];
    max_momentum?: number | readonly number[];
    /** First rate is max_lr / div_factor. Default: 25. */
    div_factor?: number;
    /** Last rate is the first / final_div_factor. Default: 1e4. */
    final_div_factor?: number;
    three_phase?: boolean;
    last_epoch?: number;
}
/** One cycle: up to max_lr, then down far below the start (Smith and Topin, 2017). Step after each batch. */
export class OneCycleLR extends LRScheduler {
    #private;
    readonly total_steps: number;
    readonly cycle_momentum: boolean;
    /** Whether the momentum that cycles is Adam's first beta; only with cycle_momentum. */
    readonly use_beta1?: boolean;
    constructor(optimizer: Scheduled, max_lr: number | readonly number[], total_steps?: number | null | OneCycleOptions, options?: OneCycleOptions);
    get_lr(): number[];
}
}

declare module 'torch/optim/lr_scheduler' {
export { ChainedScheduler, ReduceLROnPlateau, SequentialLR } from 'torch/optim/lr_scheduler/combined';
export { CyclicLR, OneCycleLR } from 'torch/optim/lr_scheduler/cycles';
export { LRScheduler, LRScheduler as _LRScheduler } from 'torch/optim/lr_scheduler/scheduler';
export { ConstantLR, CosineAnnealingLR, CosineAnnealingWarmRestarts, ExponentialLR, LambdaLR, LinearLR, MultiplicativeLR, MultiStepLR, PolynomialLR, StepLR, } from 'torch/optim/lr_scheduler/simple';
}

declare module 'torch/optim/lr_scheduler/scheduler' {
import { Optimizer, type ParamGroup } from 'torch/optim/optimizer';
/** An optimizer whose groups have a learning rate. */
export type Scheduled = Optimizer<any>;
export type Group = ParamGroup<{
    lr: number;
    initial_lr?: number;
} & Record<string, unknown>>;
export type SchedulerState = Record<string, unknown>;
/**
 * Base of the learning-rate schedules. A subclass writes `get_lr()`, one rate for each group, from `last_epoch`, `base_lrs`
 * and the rates now; its constructor ends with `this._initial_step()`, which sets the rates of epoch 0.
 */
export abstract class LRScheduler {
    #private;
    readonly optimizer: Scheduled;
    base_lrs: number[];
    /** The epoch whose rates are set now. */
    last_epoch: number;
    constructor(optimizer: Scheduled, last_epoch?: number);
    /** The rates of `last_epoch`, one for each group. */
    abstract get_lr(): number[];
    /** The rates that the last step set. */
    get_last_lr(): number[];
    /** Goes to the next epoch, or to a given one, and sets its rates. */
    step(epoch?: number | null): void;
    /** Everything but the optimizer and functions. */
    state_dict(): SchedulerState;
    load_state_dict(state_dict: SchedulerState): void;
}
}

declare module 'torch/optim/lr_scheduler/simple' {
import { LRScheduler, type Scheduled } from 'torch/optim/lr_scheduler/scheduler';
interface Resume {
    /** The epoch to go on from. Default: −1, the start. */
    last_epoch?: number;
    /** Accepted and ignored, as in current PyTorch. */
    verbose?: boolean;
}
export type Factor = (epoch: number) => number;
/** Each group's first rate times `lr_lambda(epoch)`. */
export class LambdaLR extends LRScheduler {
    readonly lr_lambdas: Factor[];
    constructor(optimizer: Scheduled, lr_lambda: Factor | readonly Factor[], last_epoch?: number | Resume);
    get_lr(): number[];
}
/** Each group's rate times `lr_lambda(epoch)`, epoch by epoch. */
export class MultiplicativeLR extends LRScheduler {
    readonly lr_lambdas: Factor[];
    constructor(optimizer: Scheduled, lr_lambda: Factor | readonly Factor[], last_epoch?: number | Resume);
    get_lr(): number[];
}
/** Times gamma every step_size epochs. */
export class StepLR extends LRScheduler {
    step_size: number;
    gamma: number;
    constructor(optimizer: Scheduled, step_size: number | (Resume & {
        step_size: number;
        gamma?: number;
    }), gamma?: number | (Resume & {
        gamma?: number;
    }), last_epoch?: number);
    get_lr(): number[];
    _get_closed_form_lr(): number[];
}
/** Times gamma at each milestone. */
export class MultiStepLR extends LRScheduler {
    milestones: number[];
    gamma: number;
    constructor(optimizer: Scheduled, milestones: readonly number[], gamma?: number | (Resume & {
        gamma?: number;
    }), last_epoch?: number);
    constructor(optimizer: Scheduled, options: Resume & {
        milestones: readonly number[];
        gamma?: number;
    });
    get_lr(): number[];
    _get_closed_form_lr(): number[];
}
/** Times gamma every epoch. */
export class ExponentialLR extends LRScheduler {
    gamma: number;
    constructor(optimizer: Scheduled, gamma: number | (Resume & {
        gamma: number;
    }), last_epoch?: number | Resume);
    get_lr(): number[];
    _get_closed_form_lr(): number[];
}
/** Times factor until total_iters epochs are over. */
export class ConstantLR extends LRScheduler {
    factor: number;
    total_iters: number;
    constructor(optimizer: Scheduled, factor?: number | (Resume & {
        factor?: number;
        total_iters?: number;
    }), total_iters?: number | Resume, last_epoch?: number);
    get_lr(): number[];
}
/** From start_factor to end_factor of the rate in equal parts over total_iters epochs. */
export class LinearLR extends LRScheduler {
    start_factor: number;
    end_factor: number;
    total_iters: number;
    constructor(optimizer: Scheduled, start_factor?: number | (Resume & {
        start_factor?: number;
        end_factor?: number;
        total_iters?: number;
    }), end_factor?: number | (Resume & {
        end_factor?: number;
        total_iters?: number;
    }), total_iters?: number | Resume, last_epoch?: number);
    get_lr(): number[];
}
/** (1 − epoch / total_iters)^power of the rate. */
export class PolynomialLR extends LRScheduler {
    total_iters: number;
    power: number;
    constructor(optimizer: Scheduled, total_iters?: number | (Resume & {
        total_iters?: number;
        power?: number;
    }), power?: number | Resume, last_epoch?: number);
    get_lr(): number[];
}
/** A half cosine from the rate down to eta_min over T_max epochs, and back up after that. */
export class CosineAnnealingLR extends LRScheduler {
    T_max: number;
    eta_min: number;
    constructor(optimizer: Scheduled, T_max: number | (Resume & {
        T_max: number;
        eta_min?: number;
    }), eta_min?: number | (Resume & {
        eta_min?: number;
    }), last_epoch?: number);
    get_lr(): number[];
    _get_closed_form_lr(): number[];
}
/** Cosine annealing that starts anew after T_0 epochs, then T_0 · T_mult, T_0 · T_mult², … */
export class CosineAnnealingWarmRestarts extends LRScheduler {
    T_0: number;
    T_i: number;
    T_mult: number;
    eta_min: number;
    T_cur: number;
    constructor(optimizer: Scheduled, T_0: number | (Resume & {
        T_0: number;
        T_mult?: number;
        eta_min?: number;
    }), T_mult?: number | (Resume & {
        T_mult?: number;
        eta_min?: number;
    }), eta_min?: number | Resume, last_epoch?: number);
    get_lr(): number[];
    _initial_step(): void;
    step(epoch?: number | null): void;
}
export {};
}

declare module 'torch/optim/optimizer' {
import type { AdamStep, SgdStep } from 'torch/device/cpu/optimizers';
import { type RemovableHandle } from 'torch/nn/hooks';
import { Tensor } from 'torch/tensor';
/** What is kept for one parameter between steps: momentum and the like. */
export type State = Record<string, Tensor | number | null | readonly Tensor[]>;
/** Parameters that share options; `lr`, `weight_decay`, … may be read and changed at any time. */
export type ParamGroup<O extends object = Record<string, unknown>> = O & {
    params: Tensor[];
};
/** What an optimizer takes: parameters, `[name, parameter]` pairs, or groups with options of their own. */
export type Params<O extends object = Record<string, unknown>> = Iterable<Tensor> | Iterable<readonly [string, Tensor]> | Iterable<GivenGroup<O>>;
export type GivenGroup<O extends object = Record<string, unknown>> = Partial<O> & {
    params: Tensor | Iterable<Tensor> | Iterable<readonly [string, Tensor]>;
};
export interface OptimizerState {
    state: Record<number, State>;
    param_groups: (Record<string, unknown> & {
        params: number[];
    })[];
}
/** Clears gradients, runs the model, calls backward and returns the loss. */
export type Closure<L = Tensor> = () => L;
/** Overwrites `target` with an expression of tensors and numbers by name, element by element, in one pass. */
export function update(target: Tensor, expression: string, values: Readonly<Record<string, Tensor | number>>): void;
/** Runs a device's kernel of an update rule, which changes the parameter and the state given with it. */
export function step(kernel: 'adam_step' | 'sgd_step', p: Tensor, grad: Tensor, changing: readonly Tensor[], options: AdamStep | SgdStep): void;
/** The value of an expression as a new tensor. */
export const computed: (expression: string, values: Readonly<Record<string, Tensor | number>>) => Tensor;
/** A step counter as PyTorch keeps it: a float32 tensor. */
export const counter: () => Tensor;
/** Counts one step and returns how many there are now. */
export function count(state: State): number;
export const zerosLike: (t: Tensor) => Tensor;
export function held(state: State, name: string): Tensor;
/** Options every optimizer must check. */
export function atLeastZero(options: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): void;
/** Base class of all optimizers. A subclass passes its default options and writes `_update` for one group. */
export abstract class Optimizer<O extends object = Record<string, unknown>> {
    #private;
    readonly defaults: O;
    readonly param_groups: ParamGroup<O>[];
    /** State of each parameter, by the parameter itself. */
    readonly state: Map<Tensor, State>;
    constructor(params: Params<O>, defaults: O);
    /** Adds a group; options it does not name are the defaults. */
    add_param_group(param_group: GivenGroup<O>): void;
    /** Forgets the gradients of all parameters; `set_to_none: false` fills them with zeros instead. */
    zero_grad(set_to_none?: boolean | {
        set_to_none?: boolean;
    }): void;
    /** Changes every parameter by its gradient. A closure is run first (with gradients on) and its loss returned. */
    step(): null;
    step<L>(closure: Closure<L>): L;
    step<L>(closure?: Closure<L> | null): L | null;
    /** Calls the function before every step. */
    register_step_pre_hook(hook: (optimizer: Optimizer<O>) => void): RemovableHandle;
    /** Calls the function after every step. */
    register_step_post_hook(hook: (optimizer: Optimizer<O>) => void): RemovableHandle;
    /** State by parameter number, and the groups with numbers for parameters: PyTorch's layout. */
    state_dict(): OptimizerState;
    /** Takes state and options over; tensors are copied, floating-point state in each parameter's dtype. */
    load_state_dict(state_dict: Readonly<OptimizerState>): void;
    toString(): string;
}
/** Options PyTorch has for its other implementations; they are accepted, there is one implementation here. */
export interface ImplementationOptions {
    foreach?: boolean | null;
    capturable?: boolean;
    differentiable?: boolean;
    fused?: boolean | null;
}
}

declare module 'torch/optim/sgd' {
import { type ImplementationOptions, Optimizer, type ParamGroup, type Params } from 'torch/optim/optimizer';
export interface SGDOptions extends ImplementationOptions {
    /** Learning rate. Default: 1e-3. */
    lr?: number;
    /** Share of the last step that is kept. Default: 0. */
    momentum?: number;
    /** Share of the gradient that momentum leaves out. Default: 0. */
    dampening?: number;
    /** L2 penalty, added to the gradient. Default: 0. */
    weight_decay?: number;
    /** Looks one momentum step ahead. Default: false. */
    nesterov?: boolean;
    /** Climbs instead of descending. Default: false. */
    maximize?: boolean;
}
type Options = Required<SGDOptions>;
/**
 * Stochastic gradient descent: p ← p − lr · d, with d = g + weight_decay · p and, with momentum,
 * b ← momentum · b + (1 − dampening) · d (b starts as d), d = b, or d + momentum · b with nesterov.
 */
export class SGD extends Optimizer<Options> {
    constructor(params: Params<SGDOptions>, lr?: number | SGDOptions, options?: SGDOptions);
    constructor(params: Params<SGDOptions>, lr: number, momentum: number, dampening?: number, weight_decay?: number, nesterov?: boolean, options?: SGDOptions);
    _update(group: ParamGroup<Options>): void;
}
export {};
}

declare module 'torch/optim/swa_utils' {
import { type ForwardArguments, type ForwardResult, Module } from 'torch/nn/module';
import { Tensor } from 'torch/tensor';
import { LRScheduler, type Scheduled } from 'torch/optim/lr_scheduler/scheduler';
/** The next average from the one so far, the model's parameter and how many are averaged already (a scalar tensor). */
export type Average = (averaged: Tensor, model: Tensor, num_averaged: Tensor) => Tensor;
/** All models count alike. */
export const get_swa_avg_fn: () => Average;
/** Exponential: decay · average + (1 − decay) · model. */
export function get_ema_avg_fn(decay?: number): Average;
export interface AveragedOptions {
    device?: string | null;
    /** Default: the mean of all. */
    avg_fn?: Average | null;
    /** Averages buffers too, instead of copying none. Default: false. */
    use_buffers?: boolean;
}
/** A copy of a model whose parameters are averages: call `update_parameters(model)` after steps of training. */
export class AveragedModel<M extends Module = Module> extends Module {
    module: M;
    n_averaged: Tensor;
    readonly avg_fn: Average;
    readonly use_buffers: boolean;
    constructor(model: M, device?: string | null | AveragedOptions, avg_fn?: Average | null | AveragedOptions, options?: AveragedOptions);
    forward(...args: ForwardArguments<M>): ForwardResult<M>;
    /** Takes the model's parameters into the averages. */
    update_parameters(model: Module): void;
}
/** Computes the running statistics of all batch norms anew from the batches of a loader; of a list, the first is the input. */
export function update_bn(loader: Iterable<unknown>, model: Module, device?: string | null): void;
export interface SWALROptions {
    swa_lr?: number | readonly number[];
    /** Default: 10. */
    anneal_epochs?: number;
    /** Default: 'cos'. */
    anneal_strategy?: 'cos' | 'linear';
    last_epoch?: number;
}
/** From the rates now to swa_lr over anneal_epochs, and constant from then on. */
export class SWALR extends LRScheduler {
    #private;
    readonly anneal_epochs: number;
    constructor(optimizer: Scheduled, swa_lr: number | readonly number[] | SWALROptions, anneal_epochs?: number | SWALROptions, anneal_strategy?: 'cos' | 'linear');
    get_lr(): number[];
}
}

declare module 'torch/print' {
import { Tensor } from 'torch/tensor';
export interface PrintOptions {
    /** Digits after the point. */
    precision: number;
    /** More elements than this are summarised. */
    threshold: number;
    /** Elements shown at both ends of each dimension of a summary. */
    edgeitems: number;
    /** Characters in a line. */
    linewidth: number;
    /** The scientific form always or never; null lets the sizes decide. */
    sci_mode: boolean | null;
}
const profiles: {
    readonly default: {
        readonly precision: 4;
        readonly threshold: 1000;
        readonly edgeitems: 3;
        readonly linewidth: 80;
    };
    readonly short: {
        readonly precision: 2;
        readonly threshold: 1000;
        readonly edgeitems: 2;
        readonly linewidth: 80;
    };
    readonly full: {
        readonly precision: 4;
        readonly threshold: number;
        readonly edgeitems: 3;
        readonly linewidth: 80;
    };
};
/** How tensors print from now on: first a profile, then what else is said. What is not said stays, but `sci_mode`, as in PyTorch. */
export function set_printoptions(change?: Partial<PrintOptions> & {
    readonly profile?: keyof typeof profiles | null;
}): void;
/** As `repr` of the tensor in Python. */
export function tensorText(t: Tensor): string;
export {};
}

declare module 'torch/profiler/averages' {
export interface FunctionEvent {
    /** `aten::mm`, or what record_function was told. */
    readonly name: string;
    readonly input_shapes: readonly (readonly number[])[];
    /** Microseconds, as all times here. */
    readonly start: number;
    readonly cpu_time_total: number;
    readonly self_cpu_time_total: number;
    /** Bytes of tensors made, those inside included. */
    readonly cpu_memory_usage: number;
    readonly self_cpu_memory_usage: number;
    /** Inside included. */
    readonly flops: number;
    /** How many recorded calls it ran in. */
    readonly depth: number;
}
/** Calls of one name added up. */
export interface Average {
    readonly key: string;
    readonly count: number;
    readonly cpu_time_total: number;
    readonly self_cpu_time_total: number;
    readonly cpu_time: number;
    readonly cpu_memory_usage: number;
    readonly self_cpu_memory_usage: number;
    readonly flops: number;
    readonly input_shapes: readonly (readonly number[])[];
}
const sortKeys: readonly ['cpu_time', 'cpu_time_total', 'self_cpu_time_total', 'cpu_memory_usage', 'self_cpu_memory_usage', 'count', 'flops'];
export interface TableOptions {
    sort_by?: (typeof sortKeys)[number] | null;
    /** Default: 100; −1 for all. */
    row_limit?: number;
    max_name_column_width?: number;
}
export class Averages implements Iterable<Average> {
    #private;
    constructor(events: readonly FunctionEvent[], byShape: boolean, columns: {
        readonly profile_memory: boolean;
        readonly with_flops: boolean;
    });
    get self_cpu_time_total(): number;
    get length(): number;
    [Symbol.iterator](): Iterator<Average>;
    /** As PyTorch prints it. */
    table({ sort_by, row_limit, max_name_column_width }?: TableOptions): string;
    toString(): string;
}
export {};
}

declare module 'torch/profiler' {
export type { Averages, FunctionEvent, TableOptions } from 'torch/profiler/averages';
export { profile, ProfilerActivity, type ProfileOptions, record_function } from 'torch/profiler/profile';
}

declare module 'torch/profiler/profile' {
import { Averages, type FunctionEvent } from 'torch/profiler/averages';
export const ProfilerActivity: Readonly<{
    readonly CPU: 'CPU';
    readonly CUDA: 'CUDA';
}>;
export interface ProfileOptions {
    /** Accepted: what runs is recorded, whatever the device. */
    activities?: readonly string[];
    /** Keeps the shapes of the arguments, for `key_averages({ group_by_input_shape: true })`. */
    record_shapes?: boolean;
    /** Adds columns of memory to the table. */
    profile_memory?: boolean;
    /** Adds a column of arithmetic to the table. */
    with_flops?: boolean;
}
/** A name of your own for what runs inside, as a row of the table. */
export const record_function: <R>(name: string, body: () => R) => R;
/** What was recorded, and the recording itself where it is used as a block: `using prof = torch.profiler.profile();`. */
class Profile implements Disposable {
    #private;
    constructor(options: ProfileOptions);
    start(): void;
    stop(): void;
    [Symbol.dispose](): void;
    /** Every call, in the order they ended. */
    events(): readonly FunctionEvent[];
    /** Calls of one name (and, if asked, of one set of shapes) added up. */
    key_averages(options?: {
        group_by_input_shape?: boolean;
    }): Averages;
    /** The recording as a trace for Chrome's trace viewer, as JSON. */
    export_chrome_trace(): string;
}
/** Records the body, or from here to `stop()` (the end of the block, with `using`). */
export function profile(options?: ProfileOptions, body?: () => unknown): Profile;
export {};
}

declare module 'torch/quantization/fake-quantize' {
import { type DType } from 'torch/dtype';
import { Module } from 'torch/nn/module';
import { type Tensor } from 'torch/tensor';
import { type QParams } from 'torch/quantization/observer';
import { type Factory, type ModuleClass, type ObserverMaker } from 'torch/quantization/partial';
import { type QScheme } from 'torch/quantization/qscheme';
/** What a fake quantization asks of its observer. */
export interface RangeObserver extends Module {
    readonly dtype: DType;
    readonly qscheme: QScheme;
    readonly quant_min: number;
    readonly quant_max: number;
    readonly ch_axis?: number;
    readonly reduce_range?: boolean;
    forward(x: Tensor): Tensor;
    calculate_qparams(): QParams;
}
/** Base of all fake quantizations: subclass it, write `forward` and `calculate_qparams`. */
export abstract class FakeQuantizeBase extends Module {
    fake_quant_enabled: Tensor;
    observer_enabled: Tensor;
    constructor();
    abstract forward(x: Tensor): Tensor;
    abstract calculate_qparams(): QParams;
    enable_fake_quant(enabled?: boolean): void;
    disable_fake_quant(): void;
    enable_observer(enabled?: boolean): void;
    disable_observer(): void;
    /** A factory of such modules with these arguments: what a QConfig takes. */
    static with_args<M extends Module>(this: ModuleClass<M>, options: Readonly<Record<string, unknown>>): Factory<M>;
}
export interface FakeQuantizeOptions {
    /** Class or factory of the observer. Default: MovingAverageMinMaxObserver. */
    observer?: ObserverMaker;
    quant_min?: number | null;
    quant_max?: number | null;
    /** All else is the observer's: dtype, qscheme, reduce_range, averaging_constant, ch_axis, … */
    [observer_argument: string]: unknown;
}
/**
 * x ↦ (clamp(round(x / scale) + zero_point, quant_min, quant_max) − zero_point) · scale, with scale and zero point of the
 * observer it holds. The gradient is 1 where x was inside the range, else 0.
 */
export class FakeQuantize extends FakeQuantizeBase {
    activation_post_process: RangeObserver;
    readonly quant_min: number;
    readonly quant_max: number;
    scale: Tensor;
    zero_point: Tensor;
    readonly dtype: DType;
    readonly qscheme: QScheme;
    readonly ch_axis: number;
    readonly is_per_channel: boolean;
    constructor(options?: FakeQuantizeOptions);
    calculate_qparams(): QParams;
    forward(x: Tensor): Tensor;
    extra_repr(): string;
}
/** With the scale and zero point of a FixedQParamsObserver, from the start. */
export class FixedQParamsFakeQuantize extends FakeQuantize {
    constructor(options: {
        observer: ObserverMaker;
    });
    calculate_qparams(): QParams;
    extra_repr(): string;
}
/** FakeQuantize with a moving-average observer in one operator; chooses scale and zero point as the kernels do. */
export class FusedMovingAvgObsFakeQuantize extends FakeQuantize {
    readonly is_symmetric_quant: boolean;
    constructor(options?: FakeQuantizeOptions);
    forward(x: Tensor): Tensor;
    extra_repr(): string;
}
/** For `model.apply(…)`: each of these acts on the fake quantizations it meets. */
export const enable_fake_quant: (module: Module) => void;
export const disable_fake_quant: (module: Module) => void;
export const enable_observer: (module: Module) => void;
export const disable_observer: (module: Module) => void;
}

declare module 'torch/quantization/fuse' {
import type { Module } from 'torch/nn/module';
export type Names = readonly string[] | readonly (readonly string[])[];
export interface InPlace {
    /** Change the given model instead of a copy. Default: false. */
    inplace?: boolean;
}
export const isInPlace: (inplace: boolean | InPlace) => boolean;
/**
 * Fuses modules by name: one list of names, or a list of such lists. Known: conv + bn (+ relu), conv + relu, linear + relu,
 * linear + bn, bn + relu, transposed conv + bn. In evaluation mode batch norms are folded into weights.
 */
export function fuse_modules<M extends Module>(model: M, modules_to_fuse: Names, inplace?: boolean | InPlace): M;
/** As fuse_modules, for a model in training mode that goes on training: batch norms stay beside their convolutions. */
export function fuse_modules_qat<M extends Module>(model: M, modules_to_fuse: Names, inplace?: boolean | InPlace): M;
}

declare module 'torch/quantization/histogram' {
import { type Tensor } from 'torch/tensor';
import { type ObserverOptions, type QParams, UniformQuantizationObserverBase } from 'torch/quantization/observer';
export interface HistogramOptions extends ObserverOptions {
    /** Default: 2048. */
    bins?: number;
    /** How finely old counts are spread when the range grows. Default: 128. */
    upsample_rate?: number;
}
export class HistogramObserver extends UniformQuantizationObserverBase {
    readonly bins: number;
    readonly upsample_rate: number;
    readonly dst_nbins: number;
    histogram: Tensor;
    min_val: Tensor;
    max_val: Tensor;
    constructor(options?: HistogramOptions);
    extra_repr(): string;
    forward(x_orig: Tensor): Tensor;
    _keep(histogram: Tensor, min: number, max: number): void;
    /** The finer grid on which the old histogram and the new range both lie; it may reach a little beyond `max`. */
    _grid(min: number, max: number, oldMin: number, oldMax: number): {
        high: number;
        downsample: number;
        start: number;
    };
    /** The old counts on the new grid. */
    _spread(downsample: number, start: number): Tensor;
    calculate_qparams(): QParams;
    /** Narrows the range from whichever end loses fewer values, as long as the error gets smaller. */
    _search(): [min: number, max: number];
    /** Σ density · ∫ (distance to the nearest code)² over all bins. */
    _error(counts: ArrayLike<number>, min: number, max: number, first: number, last: number): number;
}
}

declare module 'torch/quantization' {
export { FixedQParamsObserver, MinMaxObserver, MovingAverageMinMaxObserver, MovingAveragePerChannelMinMaxObserver, NoopObserver, ObserverBase, PerChannelMinMaxObserver, PlaceholderObserver, RecordingObserver, UniformQuantizationObserverBase, } from 'torch/quantization/observer';
export { HistogramObserver } from 'torch/quantization/histogram';
export { disable_fake_quant, disable_observer, enable_fake_quant, enable_observer, FakeQuantize, FakeQuantizeBase, FixedQParamsFakeQuantize, FusedMovingAvgObsFakeQuantize, } from 'torch/quantization/fake-quantize';
export * from 'torch/quantization/qconfig';
export { DeQuantStub, QuantStub, QuantWrapper } from 'torch/quantization/stubs';
export { fuse_modules, fuse_modules_qat } from 'torch/quantization/fuse';
export { get_default_dynamic_quant_module_mappings, get_default_qat_module_mappings, get_default_qconfig_propagation_list, get_default_static_quant_module_mappings, } from 'torch/quantization/mappings';
export { add_quant_dequant, convert, get_observer_dict, prepare, prepare_qat, propagate_qconfig_, quantize, quantize_dynamic, quantize_qat, swap_module, } from 'torch/quantization/quantize';
}

declare module 'torch/quantization/mappings' {
import type { Module } from 'torch/nn/module';
export type FloatClass = abstract new (...args: never[]) => Module;
/** A class that makes its own of a float (or observed) module. */
export interface FromFloat {
    from_float(mod: Module): Module;
}
export type Mapping = ReadonlyMap<FloatClass | (new (...args: never[]) => Module), FromFloat>;
export const get_default_static_quant_module_mappings: () => Mapping;
export const get_default_qat_module_mappings: () => Mapping;
export const get_default_dynamic_quant_module_mappings: () => Mapping;
/** The classes whose outputs `prepare` observes. */
export const get_default_qconfig_propagation_list: () => Set<FloatClass>;
}

declare module 'torch/quantization/modules/basic' {
import { type DType } from 'torch/dtype';
import { ReLU6 as FloatReLU6 } from 'torch/nn/layers/activations';
import { Dropout as FloatDropout } from 'torch/nn/layers/dropout';
import { Module } from 'torch/nn/module';
import { type Tensor } from 'torch/tensor';
/** Quantizes floats with a fixed scale and zero point: what a QuantStub becomes. */
export class Quantize extends Module {
    scale: Tensor;
    zero_point: Tensor;
    readonly dtype: DType;
    constructor(scale: number, zero_point: number, dtype: DType);
    forward(x: Tensor): Tensor;
    static from_float(mod: Module): Quantize;
    extra_repr(): string;
}
/** Back to floats: what a DeQuantStub becomes. */
export class DeQuantize extends Module {
    forward(x: Tensor): Tensor;
    static from_float(_: Module): DeQuantize;
}
/** ReLU6 on codes. */
export class ReLU6 extends FloatReLU6 {
    _get_name(): string;
    static from_float(mod: Module): ReLU6;
}
/** Passes quantized tensors on: dropout is for training. */
export class Dropout extends FloatDropout {
    forward(input: Tensor): Tensor;
    _get_name(): string;
    static from_float(mod: Module): Dropout;
}
}

declare module 'torch/quantization/modules/conv' {
import { type Size } from 'torch/nn/layers/convolution';
import { Module, type StateDict } from 'torch/nn/module';
import { Tensor } from 'torch/tensor';
type StateOptions = Parameters<Module['state_dict']>[0];
export interface QuantizedConvOptions {
    stride?: Size;
    padding?: Size;
    dilation?: Size;
    groups?: number;
    bias?: boolean;
    padding_mode?: 'zeros' | 'reflect';
}
abstract class QuantizedConv extends Module {
    readonly in_channels: number;
    readonly out_channels: number;
    readonly kernel_size: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    readonly dilation: readonly number[];
    readonly groups: number;
    readonly padding_mode: string;
    /** Of the output. */
    scale: number;
    /** Of the output. */
    zero_point: number;
    constructor(in_channels: number, out_channels: number, kernel_size: Size, stride?: Size | QuantizedConvOptions, padding?: Size | QuantizedConvOptions, dilation?: Size | QuantizedConvOptions, groups?: number | QuantizedConvOptions, bias?: boolean | QuantizedConvOptions, padding_mode?: string);
    forward(input: Tensor): Tensor;
    /** The qint8 weight [out_channels, in_channels / groups, …]. */
    weight(): Tensor;
    /** The float32 bias [out_channels]. */
    bias(): Tensor | null;
    set_weight_bias(weight: Tensor, bias: Tensor | null): void;
    state_dict(options?: StateOptions): StateDict;
    _get_name(): string;
    extra_repr(): string;
}
/** Convolution of quantized tensors [N, C, L] (quint8) with a qint8 weight, summed in 32-bit integers. */
export class Conv1d extends QuantizedConv {
    /** Of a prepared and calibrated layer. */
    static from_float(mod: Module): Conv1d;
}
/** Convolution of quantized tensors [N, C, H, W] (quint8) with a qint8 weight, summed in 32-bit integers. */
export class Conv2d extends QuantizedConv {
    /** Of a prepared and calibrated (or quantization-aware trained) layer. */
    static from_float(mod: Module): Conv2d;
}
/** Conv1d and ReLU as one layer. */
export class ConvReLU1d extends Conv1d {
}
/** Conv2d and ReLU as one layer. */
export class ConvReLU2d extends Conv2d {
}
export {};
}

declare module 'torch/quantization/modules/dynamic' {
import { type DType } from 'torch/dtype';
import { GRU as FloatGRU, LSTM as FloatLSTM } from 'torch/nn/layers/recurrent';
import type { Module, StateDict } from 'torch/nn/module';
import { Tensor } from 'torch/tensor';
import { Linear as StaticLinear } from 'torch/quantization/modules/linear';
/** y = x · Wᵀ + b with W in qint8 and x [*, in_features] (float32) quantized by its own range; [*, out_features] out. */
export class Linear extends StaticLinear {
    forward(x: Tensor): Tensor;
    _get_name(): string;
    extra_repr(): string;
    /** Of a float layer with a QConfig. */
    static from_float(mod: Module): Linear;
}
/** Weights and biases of one layer in one direction. */
interface Cell {
    readonly ih: readonly [weight: Tensor, bias: Tensor | null];
    readonly hh: readonly [weight: Tensor, bias: Tensor | null];
}
/** An LSTM whose products are in integers; input, output and states as those of nn.LSTM, in float32. */
export class LSTM extends FloatLSTM {
    _cells: readonly Cell[];
    readonly dtype: DType;
    /** The qint8 weights by their names in nn.LSTM. */
    get_weight(): Record<string, Tensor | null>;
    get_bias(): Record<string, Tensor | null>;
    state_dict(options?: Parameters<Module['state_dict']>[0]): StateDict;
    _get_name(): string;
    static from_float(mod: Module): LSTM;
}
/** A GRU whose products are in integers; input, output and state as those of nn.GRU, in float32. */
export class GRU extends FloatGRU {
    _cells: readonly Cell[];
    readonly dtype: DType;
    /** The qint8 weights by their names in nn.GRU. */
    get_weight(): Record<string, Tensor | null>;
    get_bias(): Record<string, Tensor | null>;
    state_dict(options?: Parameters<Module['state_dict']>[0]): StateDict;
    _get_name(): string;
    static from_float(mod: Module): GRU;
}
export {};
}

declare module 'torch/quantization/modules/functional' {
import { Module, type StateDict } from 'torch/nn/module';
import { type Tensor } from 'torch/tensor';
/** Write `this.skip.add(x, y)` with `skip = new nn.quantized.FloatFunctional()` where a model to be quantized adds tensors. */
export class FloatFunctional extends Module {
    activation_post_process: Module;
    forward(_: Tensor): Tensor;
    add(x: Tensor, y: Tensor): Tensor;
    add_scalar(x: Tensor, y: number): Tensor;
    mul(x: Tensor, y: Tensor): Tensor;
    mul_scalar(x: Tensor, y: number): Tensor;
    cat(x: readonly Tensor[], dim?: number | {
        dim?: number;
    }): Tensor;
    add_relu(x: Tensor, y: Tensor): Tensor;
}
/** The same operations on quantized tensors, with this module's scale and zero point for the results. */
export class QFunctional extends Module {
    scale: number;
    zero_point: number;
    activation_post_process: Module;
    constructor();
    /** The operation on the values, its result quantized. */
    _computed(name: string, tensors: readonly Tensor[], compute: (values: Tensor[]) => Tensor): Tensor;
    forward(_: Tensor): Tensor;
    add(x: Tensor, y: Tensor): Tensor;
    add_relu(x: Tensor, y: Tensor): Tensor;
    mul(x: Tensor, y: Tensor): Tensor;
    cat(x: readonly Tensor[], dim?: number | {
        dim?: number;
    }): Tensor;
    /** Moves the zero point where it can; the codes stay. */
    add_scalar(x: Tensor, y: number): Tensor;
    /** Scales the scale; a negative factor mirrors the codes. */
    mul_scalar(x: Tensor, y: number): Tensor;
    state_dict(options?: Parameters<Module['state_dict']>[0]): StateDict;
    extra_repr(): string;
    static from_float(mod: Module): QFunctional;
}
}

declare module 'torch/quantization/modules' {
import * as conv from 'torch/quantization/modules/conv';
import * as dynamicLayers from 'torch/quantization/modules/dynamic';
import { DeQuantize, Dropout, Quantize, ReLU6 } from 'torch/quantization/modules/basic';
import { FloatFunctional, QFunctional } from 'torch/quantization/modules/functional';
import * as nni from 'torch/quantization/modules/intrinsic';
import * as linear from 'torch/quantization/modules/linear';
import * as qatLayers from 'torch/quantization/modules/qat';
/** `torch.nn.quantized` */
export const quantized: {
    Linear: typeof linear.Linear;
    Conv1d: typeof conv.Conv1d;
    Conv2d: typeof conv.Conv2d;
    ReLU6: typeof ReLU6;
    Dropout: typeof Dropout;
    Quantize: typeof Quantize;
    DeQuantize: typeof DeQuantize;
    FloatFunctional: typeof FloatFunctional;
    QFunctional: typeof QFunctional;
    dynamic: typeof dynamicLayers;
};
/** `torch.nn.qat` */
export const qat: {
    Linear: typeof qatLayers.Linear;
    Conv2d: typeof qatLayers.Conv2d;
};
/** `torch.nn.intrinsic` */
export const intrinsic: {
    _FusedModule: typeof nni._FusedModule;
    ConvReLU1d: typeof nni.ConvReLU1d;
    ConvReLU2d: typeof nni.ConvReLU2d;
    ConvReLU3d: typeof nni.ConvReLU3d;
    LinearReLU: typeof nni.LinearReLU;
    ConvBn1d: typeof nni.ConvBn1d;
    ConvBn2d: typeof nni.ConvBn2d;
    ConvBn3d: typeof nni.ConvBn3d;
    ConvBnReLU1d: typeof nni.ConvBnReLU1d;
    ConvBnReLU2d: typeof nni.ConvBnReLU2d;
    ConvBnReLU3d: typeof nni.ConvBnReLU3d;
    BNReLU2d: typeof nni.BNReLU2d;
    BNReLU3d: typeof nni.BNReLU3d;
    LinearBn1d: typeof nni.LinearBn1d;
    isFused: (m: import('torch').Module) => boolean;
    quantized: {
        ConvReLU1d: typeof conv.ConvReLU1d;
        ConvReLU2d: typeof conv.ConvReLU2d;
        LinearReLU: typeof linear.LinearReLU;
    };
    qat: {
        ConvBn1d: typeof qatLayers.ConvBn1d;
        ConvBnReLU1d: typeof qatLayers.ConvBnReLU1d;
        ConvBn2d: typeof qatLayers.ConvBn2d;
        ConvBnReLU2d: typeof qatLayers.ConvBnReLU2d;
        ConvReLU2d: typeof qatLayers.ConvReLU2d;
        LinearReLU: typeof qatLayers.LinearReLU;
        update_bn_stats: typeof qatLayers.update_bn_stats;
        freeze_bn_stats: typeof qatLayers.freeze_bn_stats;
    };
};
}

declare module 'torch/quantization/modules/intrinsic' {
import { ReLU } from 'torch/nn/layers/activations';
import { Sequential } from 'torch/nn/layers/containers';
import { Conv1d, Conv2d, Conv3d } from 'torch/nn/layers/convolution';
import { Linear } from 'torch/nn/layers/linear';
import { BatchNorm1d, BatchNorm2d, BatchNorm3d } from 'torch/nn/layers/normalization';
import type { Module } from 'torch/nn/module';
/** Base of all: quantization takes such a module as one. */
export class _FusedModule extends Sequential {
}
export class ConvReLU1d extends _FusedModule {
    constructor(conv: Conv1d, relu: ReLU);
}
export class ConvReLU2d extends _FusedModule {
    constructor(conv: Conv2d, relu: ReLU);
}
export class ConvReLU3d extends _FusedModule {
    constructor(conv: Conv3d, relu: ReLU);
}
export class LinearReLU extends _FusedModule {
    constructor(linear: Linear, relu: ReLU);
}
export class ConvBn1d extends _FusedModule {
    constructor(conv: Conv1d, bn: BatchNorm1d);
}
export class ConvBn2d extends _FusedModule {
    constructor(conv: Conv2d, bn: BatchNorm2d);
}
export class ConvBn3d extends _FusedModule {
    constructor(conv: Conv3d, bn: BatchNorm3d);
}
export class ConvBnReLU1d extends _FusedModule {
    constructor(conv: Conv1d, bn: BatchNorm1d, relu: ReLU);
}
export class ConvBnReLU2d extends _FusedModule {
    constructor(conv: Conv2d, bn: BatchNorm2d, relu: ReLU);
}
export class ConvBnReLU3d extends _FusedModule {
    constructor(conv: Conv3d, bn: BatchNorm3d, relu: ReLU);
}
export class BNReLU2d extends _FusedModule {
    constructor(bn: BatchNorm2d, relu: ReLU);
}
export class BNReLU3d extends _FusedModule {
    constructor(bn: BatchNorm3d, relu: ReLU);
}
export class LinearBn1d extends _FusedModule {
    constructor(linear: Linear, bn: BatchNorm1d);
}
/** Whether quantization takes a module as one: those above, and their quantization-aware forms. */
export const isFused: (m: Module) => boolean;
}

declare module 'torch/quantization/modules/linear' {
import { type DType } from 'torch/dtype';
import { Module, type StateDict } from 'torch/nn/module';
import { Tensor } from 'torch/tensor';
type StateOptions = Parameters<Module['state_dict']>[0];
/** Weight (qint8) and bias (float32) of a quantized linear layer, under the name that PyTorch's state dicts give them. */
export class LinearPackedParams extends Module {
    dtype: DType;
    constructor(weight: Tensor, bias: Tensor | null);
    set_weight_bias(weight: Tensor, bias: Tensor | null): void;
    forward(x: Tensor): Tensor;
    state_dict(options?: StateOptions): StateDict;
}
export interface QuantizedLinearOptions {
    bias_?: boolean;
    dtype?: DType;
}
/**
 * A linear layer on quantized tensors: input [*, in_features] (quint8), weight qint8, sums in 32-bit integers, output
 * [*, out_features] with the layer's own `scale` and `zero_point`.
 */
export class Linear extends Module {
    readonly in_features: number;
    readonly out_features: number;
    /** Of the output. */
    scale: number;
    /** Of the output. */
    zero_point: number;
    readonly _packed_params: LinearPackedParams;
    constructor(in_features: number, out_features: number, bias_?: boolean | QuantizedLinearOptions, dtype?: DType);
    forward(x: Tensor): Tensor;
    /** The qint8 weight [out_features, in_features]. */
    weight(): Tensor;
    /** The float32 bias [out_features]. */
    bias(): Tensor | null;
    set_weight_bias(weight: Tensor, bias: Tensor | null): void;
    state_dict(options?: StateOptions): StateDict;
    _get_name(): string;
    extra_repr(): string;
    /** Of a prepared and calibrated (or quantization-aware trained) layer. */
    static from_float(mod: Module): Linear;
}
/** Weight and bias of what has them. */
export const affineOf: (m: Module) => {
    weight: Tensor;
    bias: Tensor | null;
};
/** Linear and ReLU as one layer: what is negative becomes zero while sums become codes. */
export class LinearReLU extends Linear {
    forward(x: Tensor): Tensor;
    _get_name(): string;
}
export {};
}

declare module 'torch/quantization/modules/qat' {
import { Conv1d as FloatConv1d, Conv2d as FloatConv2d, type ConvOptions, type Size } from 'torch/nn/layers/convolution';
import { Linear as FloatLinear } from 'torch/nn/layers/linear';
import { BatchNorm1d, BatchNorm2d } from 'torch/nn/layers/normalization';
import type { Module } from 'torch/nn/module';
import { Parameter } from 'torch/nn/parameter';
import { type Tensor } from 'torch/tensor';
import type { QConfig } from 'torch/quantization/qconfig';
/** A fake quantization of a weight. */
type WeightFake = Module & {
    forward(x: Tensor): Tensor;
};
/** A linear layer with a fake-quantized weight. */
export class Linear extends FloatLinear {
    weight_fake_quant: WeightFake;
    constructor(in_features: number, out_features: number, bias: boolean, qconfig: QConfig);
    forward(input: Tensor): Tensor;
    static from_float(mod: Module): Linear;
}
/** `torch.nn.intrinsic.qat.LinearReLU`. */
export class LinearReLU extends Linear {
    forward(input: Tensor): Tensor;
    static from_float(mod: Module): LinearReLU;
}
/** A convolution with a fake-quantized weight. */
export class Conv2d extends FloatConv2d {
    weight_fake_quant: WeightFake;
    constructor(in_channels: number, out_channels: number, kernel_size: Size, options: ConvOptions, qconfig: QConfig);
    forward(input: Tensor): Tensor;
    static from_float(mod: Module): Conv2d;
}
/** `torch.nn.intrinsic.qat.ConvReLU2d`. */
export class ConvReLU2d extends Conv2d {
    constructor(in_channels: number, out_channels: number, kernel_size: Size, options: ConvOptions, qconfig: QConfig);
    forward(input: Tensor): Tensor;
    static from_float(mod: Module): ConvReLU2d;
}
type Norm = BatchNorm1d | BatchNorm2d;
interface ConvBn {
    freeze_bn: boolean;
    bn: Norm;
    weight_fake_quant: WeightFake;
    readonly out_channels: number;
    weight: Parameter;
    bias: Parameter | null;
}
/** `torch.nn.intrinsic.qat.ConvBn1d`. */
export class ConvBn1d extends FloatConv1d implements ConvBn {
    freeze_bn: boolean;
    bn: Norm;
    weight_fake_quant: WeightFake;
    constructor(i: number, o: number, kernel: Size, options: ConvOptions, eps: number, momentum: number | null, qconfig: QConfig);
    forward(input: Tensor): Tensor;
    train(mode?: boolean | {
        mode?: boolean;
    }): this;
    update_bn_stats(): this;
    freeze_bn_stats(): this;
    static from_float(mod: Module): ConvBn1d;
}
/** `torch.nn.intrinsic.qat.ConvBnReLU1d`. */
export class ConvBnReLU1d extends ConvBn1d {
    forward(input: Tensor): Tensor;
}
/** `torch.nn.intrinsic.qat.ConvBn2d`. */
export class ConvBn2d extends FloatConv2d implements ConvBn {
    freeze_bn: boolean;
    bn: Norm;
    weight_fake_quant: WeightFake;
    constructor(i: number, o: number, kernel: Size, options: ConvOptions, eps: number, momentum: number | null, qconfig: QConfig);
    forward(input: Tensor): Tensor;
    train(mode?: boolean | {
        mode?: boolean;
    }): this;
    update_bn_stats(): this;
    freeze_bn_stats(): this;
    static from_float(mod: Module): ConvBn2d;
}
/** `torch.nn.intrinsic.qat.ConvBnReLU2d`. */
export class ConvBnReLU2d extends ConvBn2d {
    forward(input: Tensor): Tensor;
}
/** The batch norm inside a quantization-aware convolution. */
export const batchNormOf: (m: Module) => Norm | null;
/** For `model.apply(…)`: batch statistics are used and counted again. */
export function update_bn_stats(mod: Module): void;
/** For `model.apply(…)`: batch norms keep their running statistics from now on. */
export function freeze_bn_stats(mod: Module): void;
export {};
}

declare module 'torch/quantization/observer' {
import { type DType } from 'torch/dtype';
import { Module } from 'torch/nn/module';
import { Tensor } from 'torch/tensor';
import { type Factory, type ModuleClass } from 'torch/quantization/partial';
import { type QScheme } from 'torch/quantization/qscheme';
export interface ObserverOptions {
    /** Of the codes: torch.quint8 (the default), torch.qint8 or torch.qint32. */
    dtype?: DType;
    /** Default: torch.per_tensor_affine, or per_channel_affine where there is a scale a channel. */
    qscheme?: QScheme;
    /** Leaves one bit unused, as FBGEMM's 16-bit sums need. Default: false. */
    reduce_range?: boolean;
    /** The codes used, where not all are. */
    quant_min?: number | null;
    quant_max?: number | null;
    factory_kwargs?: object | null;
    /** The smallest scale. Default: 2⁻²³. */
    eps?: number;
}
export interface AveragingOptions extends ObserverOptions {
    /** How far a new range moves the old one. Default: 0.01. */
    averaging_constant?: number;
}
export interface PerChannelOptions extends ObserverOptions {
    /** The dimension of the channels. Default: 0. */
    ch_axis?: number;
}
/** Scale (float32) and zero point, each [1] or [channels]. */
export type QParams = [scale: Tensor, zero_point: Tensor];
/** Arguments in their order, with their defaults. */
const defaults: {
    dtype: DType;
    qscheme: QScheme;
    reduce_range: boolean;
    quant_min: number | null;
    quant_max: number | null;
    factory_kwargs: object | null;
    eps: number;
};
/** A buffer's new values, and its new shape. */
export function refill(buffer: Tensor, values: Tensor): void;
/** As Python's format: a tensor of no dimensions as its number. */
const shown: (t: Tensor) => string;
/** Base of all observers: subclass it, write `forward` and `calculate_qparams`. */
export abstract class ObserverBase extends Module {
    dtype: DType;
    constructor(dtype: DType);
    abstract forward(x: Tensor): Tensor;
    abstract calculate_qparams(): QParams;
    /** A factory of such observers with these arguments: what a QConfig takes. */
    static with_args<M extends Module>(this: ModuleClass<M>, options: Readonly<Record<string, unknown>>): Factory<M>;
}
/** Base of observers whose scale follows from a smallest and a largest value. */
export abstract class UniformQuantizationObserverBase extends ObserverBase {
    readonly qscheme: QScheme;
    readonly reduce_range: boolean;
    readonly has_customized_qrange: boolean;
    readonly quant_min: number;
    readonly quant_max: number;
    eps: Tensor;
    reset_min_max_vals(): void;
}
function needPerTensor(name: string, qscheme: QScheme): void;
/** Values as an observer sees them: float32, without history. */
const observed: (x: Tensor) => Tensor;
/** Remembers the smallest and the largest value of all it has seen. */
export class MinMaxObserver extends UniformQuantizationObserverBase {
    min_val: Tensor;
    max_val: Tensor;
    constructor(options?: ObserverOptions);
    forward(x_orig: Tensor): Tensor;
    calculate_qparams(): QParams;
    extra_repr(): string;
    reset_min_max_vals(): void;
}
/** Moves its range a little towards that of each new input: min ← min + averaging_constant · (min of x − min). */
export class MovingAverageMinMaxObserver extends MinMaxObserver {
    readonly averaging_constant: number;
    constructor(options?: AveragingOptions);
    forward(x_orig: Tensor): Tensor;
}
/** Makes room for ranges of any number of channels before they are loaded. */
function loadsAnySize(module: Module, names: readonly string[]): void;
export { loadsAnySize };
/** As MinMaxObserver, for each slice along `ch_axis`. */
export class PerChannelMinMaxObserver extends UniformQuantizationObserverBase {
    readonly ch_axis: number;
    min_val: Tensor;
    max_val: Tensor;
    constructor(options?: PerChannelOptions);
    forward(x_orig: Tensor): Tensor;
    calculate_qparams(): QParams;
    extra_repr(): string;
    reset_min_max_vals(): void;
}
/** As MovingAverageMinMaxObserver, for each slice along `ch_axis`. */
export class MovingAveragePerChannelMinMaxObserver extends PerChannelMinMaxObserver {
    readonly averaging_constant: number;
    constructor(options?: AveragingOptions & PerChannelOptions);
    forward(x_orig: Tensor): Tensor;
}
/** Always the same scale and zero point, for functions whose range is known. */
export class FixedQParamsObserver extends ObserverBase {
    readonly qscheme: QScheme;
    readonly quant_min: number;
    readonly quant_max: number;
    scale: Tensor;
    zero_point: Tensor;
    constructor(options: {
        scale: number;
        zero_point: number;
        dtype?: DType;
        qscheme?: QScheme;
        quant_min?: number;
        quant_max?: number;
    });
    forward(x: Tensor): Tensor;
    calculate_qparams(): QParams;
}
/** Observes nothing: says which dtype is meant, as dynamic quantization needs. */
export class PlaceholderObserver extends ObserverBase {
    readonly custom_op: string;
    readonly compute_dtype: DType | null;
    constructor(options?: {
        dtype?: DType;
        custom_op_name?: string;
        compute_dtype?: DType | null;
    });
    forward(x: Tensor): Tensor;
    calculate_qparams(): QParams;
}
/** Observes nothing. */
export class NoopObserver extends ObserverBase {
    readonly custom_op: string;
    constructor(options?: {
        dtype?: DType;
        custom_op_name?: string;
    });
    forward(x: Tensor): Tensor;
    calculate_qparams(): QParams;
}
/** Keeps a copy of everything it sees, to look at. */
export class RecordingObserver extends ObserverBase {
    readonly tensor_val: Tensor[];
    constructor(options?: {
        dtype?: DType;
    });
    forward(x: Tensor): Tensor;
    calculate_qparams(): QParams;
    get_tensor_value(): Tensor[];
}
export { defaults as observerDefaults, observed, shown, needPerTensor };
}

declare module 'torch/quantization/partial' {
import type { Module } from 'torch/nn/module';
type Options = Readonly<Record<string, unknown>>;
/** A class whose constructor takes named arguments. */
export type ModuleClass<M extends Module = Module> = new (options: never) => M;
/** Makes a module: `with_args` of an observer's class, or of another factory. Calling it makes one. */
export interface Factory<M extends Module = Module> {
    (options?: Options): M;
    /** The arguments it fills in. */
    readonly keywords: Options;
    /** The same with more arguments, or other ones. */
    with_args(options: Options): Factory<M>;
}
/** What a QConfig takes. */
export type ObserverMaker<M extends Module = Module> = ModuleClass<M> | Factory<M>;
export function withArguments<M extends Module>(made: ModuleClass<M>, keywords: Options): Factory<M>;
/** One of what a QConfig names. */
export function makeOne(maker: ObserverMaker, options?: Options): Module;
export {};
}

declare module 'torch/quantization/qconfig' {
import { FakeQuantize, FixedQParamsFakeQuantize, FusedMovingAvgObsFakeQuantize } from 'torch/quantization/fake-quantize';
import { HistogramObserver } from 'torch/quantization/histogram';
import { FixedQParamsObserver, MinMaxObserver, PerChannelMinMaxObserver, PlaceholderObserver, RecordingObserver } from 'torch/quantization/observer';
import type { ObserverMaker } from 'torch/quantization/partial';
/** How a layer is quantized: makers of the observers of its output (`activation`) and of its weight. */
export class QConfig {
    readonly activation: ObserverMaker;
    readonly weight: ObserverMaker;
    constructor(activation: ObserverMaker, weight: ObserverMaker);
    constructor(options: {
        activation: ObserverMaker;
        weight: ObserverMaker;
    });
    toString(): string;
}
export const default_observer: import('torch/quantization/partial').Factory<MinMaxObserver>;
export const default_placeholder_observer: typeof PlaceholderObserver;
export const default_debug_observer: typeof RecordingObserver;
export const default_weight_observer: import('torch/quantization/partial').Factory<MinMaxObserver>;
export const weight_observer_range_neg_127_to_127: import('torch/quantization/partial').Factory<MinMaxObserver>;
export const default_histogram_observer: import('torch/quantization/partial').Factory<HistogramObserver>;
export const default_per_channel_weight_observer: import('torch/quantization/partial').Factory<PerChannelMinMaxObserver>;
export const per_channel_weight_observer_range_neg_127_to_127: import('torch/quantization/partial').Factory<PerChannelMinMaxObserver>;
export const default_dynamic_quant_observer: import('torch/quantization/partial').Factory<PlaceholderObserver>;
export const default_float_qparams_observer: import('torch/quantization/partial').Factory<PerChannelMinMaxObserver>;
export const default_fixed_qparams_range_neg1to1_observer: import('torch/quantization/partial').Factory<FixedQParamsObserver>;
export const default_fixed_qparams_range_0to1_observer: import('torch/quantization/partial').Factory<FixedQParamsObserver>;
export const default_symmetric_fixed_qparams_observer: import('torch/quantization/partial').Factory<FixedQParamsObserver>;
export const default_affine_fixed_qparams_observer: import('torch/quantization/partial').Factory<FixedQParamsObserver>;
export const default_fake_quant: import('torch/quantization/partial').Factory<FakeQuantize>;
export const default_weight_fake_quant: import('torch/quantization/partial').Factory<FakeQuantize>;
export const default_dynamic_fake_quant: import('torch/quantization/partial').Factory<FakeQuantize>;
export const default_fixed_qparams_range_neg1to1_fake_quant: import('torch/quantization/partial').Factory<FixedQParamsFakeQuantize>;
export const default_fixed_qparams_range_0to1_fake_quant: import('torch/quantization/partial').Factory<FixedQParamsFakeQuantize>;
export const default_per_channel_weight_fake_quant: import('torch/quantization/partial').Factory<FakeQuantize>;
export const default_histogram_fake_quant: import('torch/quantization/partial').Factory<FakeQuantize>;
export const default_fused_act_fake_quant: import('torch/quantization/partial').Factory<FusedMovingAvgObsFakeQuantize>;
export const default_fused_wt_fake_quant: import('torch/quantization/partial').Factory<FusedMovingAvgObsFakeQuantize>;
export const default_fused_per_channel_wt_fake_quant: import('torch/quantization/partial').Factory<FusedMovingAvgObsFakeQuantize>;
export const default_qconfig: QConfig;
export const default_debug_qconfig: QConfig;
export const default_per_channel_qconfig: QConfig;
export const default_dynamic_qconfig: QConfig;
export const per_channel_dynamic_qconfig: QConfig;
export const float16_dynamic_qconfig: QConfig;
export const float_qparams_weight_only_qconfig: QConfig;
export const default_qat_qconfig: QConfig;
export const default_dynamic_qat_qconfig: QConfig;
export const default_weight_only_qconfig: QConfig;
export const default_activation_only_qconfig: QConfig;
export const default_qat_qconfig_v2: QConfig;
/** The QConfig for calibrated (static) quantization on a backend: 'fbgemm', 'qnnpack', 'onednn' or 'x86'. */
export function get_default_qconfig(backend?: string, version?: number): QConfig;
/** The QConfig for quantization-aware training; version 1 has the fused modules, version 0 FakeQuantize. */
export function get_default_qat_qconfig(backend?: string, version?: number): QConfig;
}

declare module 'torch/quantization/qscheme' {
/** How numbers are mapped to codes, as PyTorch's `torch.qscheme`: one scale or one a channel, around zero or not. */
export class QScheme {
    readonly name: string;
    toString(): string;
}
export const per_tensor_affine: QScheme;
export const per_tensor_symmetric: QScheme;
export const per_channel_affine: QScheme;
export const per_channel_symmetric: QScheme;
export const per_channel_affine_float_qparams: QScheme;
/** Under their names in `torch`. */
export const qschemes: {
    readonly per_tensor_affine: QScheme;
    readonly per_tensor_symmetric: QScheme;
    readonly per_channel_affine: QScheme;
    readonly per_channel_symmetric: QScheme;
    readonly per_channel_affine_float_qparams: QScheme;
};
export const isPerTensor: (q: QScheme) => boolean;
export const isPerChannel: (q: QScheme) => boolean;
export const isSymmetric: (q: QScheme) => boolean;
}

declare module 'torch/quantization/quantize' {
import { type DType } from 'torch/dtype';
import { Module } from 'torch/nn/module';
import { type InPlace } from 'torch/quantization/fuse';
import { type FloatClass, type Mapping } from 'torch/quantization/mappings';
import { QConfig } from 'torch/quantization/qconfig';
/** QConfigs by class or by dotted name. */
export type QConfigs = ReadonlyMap<FloatClass | string, QConfig | null>;
/** Gives every module below the QConfig of its parent, unless it has its own or `qconfig_dict` names its class or name. */
export function propagate_qconfig_(module: Module, qconfig_dict?: QConfigs): void;
export interface PrepareOptions extends InPlace {
    /** The classes whose outputs are observed, instead of all that can be quantized. */
    allow_list?: ReadonlySet<FloatClass> | null;
}
/** A copy of the model with an observer behind every layer that can be quantized: run it on some data, then `convert` it. */
export function prepare<M extends Module>(model: M, inplace?: boolean | PrepareOptions): M;
export interface PrepareQatOptions extends InPlace {
    mapping?: Mapping | null;
}
/** A copy of the model, in training mode, whose layers round weights and outputs as they will be when quantized. */
export function prepare_qat<M extends Module>(model: M, mapping?: Mapping | null | PrepareQatOptions, inplace?: boolean): M;
export interface ConvertOptions extends PrepareQatOptions {
    remove_qconfig?: boolean;
}
/** A copy of a prepared model with its layers quantized; the model itself keeps its class, its children are exchanged. */
export function convert<M extends Module>(module: M, mapping?: Mapping | null | ConvertOptions, inplace?: boolean, remove_qconfig?: boolean): M;
/** The quantized form of one module, or itself where the mapping knows none. */
export const swap_module: (mod: Module, mapping: Mapping) => Module;
type Run<M> = (model: M, ...args: never[]) => unknown;
/** prepare, calibrate by `run_fn(model, ...run_args)`, convert: of a copy in evaluation mode. */
export function quantize<M extends Module>(model: M, run_fn: Run<M>, run_args?: readonly unknown[], options?: ConvertOptions): M;
/** prepare_qat, train by `run_fn(model, ...run_args)`, convert: of a copy in training mode. */
export function quantize_qat<M extends Module>(model: M, run_fn: Run<M>, run_args?: readonly unknown[], inplace?: boolean | InPlace): M;
/** Classes (and names) to quantize, or a QConfig for each of them. */
export type DynamicSpec = ReadonlySet<FloatClass | string> | QConfigs | Readonly<Record<string, QConfig | null>> | readonly (FloatClass | string)[];
export interface DynamicOptions extends PrepareQatOptions {
    qconfig_spec?: DynamicSpec | null;
    dtype?: DType;
}
/**
 * A copy of the model, in evaluation mode, whose Linear, LSTM and GRU layers have qint8 weights and quantize their inputs as
 * they come: no calibration. `qconfig_spec` is a set of classes and dotted names, or a map from them to QConfigs.
 */
export function quantize_dynamic<M extends Module>(model: M, qconfig_spec?: DynamicSpec | null, dtype?: DType | DynamicOptions, mapping?: Mapping | null, inplace?: boolean): M;
export function quantize_dynamic<M extends Module>(model: M, options?: DynamicOptions): M;
/** Wraps every leaf that has a QConfig into a QuantWrapper. */
export function add_quant_dequant(module: Module): Module;
/** Observers by their dotted names, into `target_dict`. */
export function get_observer_dict(mod: Module, target_dict: Record<string, Module>, prefix?: string): void;
export {};
}

declare module 'torch/quantization/stubs' {
import { Module } from 'torch/nn/module';
import type { Tensor } from 'torch/tensor';
import type { QConfig } from 'torch/quantization/qconfig';
abstract class Stub extends Module {
    constructor(qconfig?: QConfig | null | {
        qconfig?: QConfig | null;
    });
    forward(x: Tensor): Tensor;
}
/** Where a model's floats enter its quantized part: observes them, and becomes a Quantize in `convert`. */
export class QuantStub extends Stub {
}
/** Where they leave it: becomes a DeQuantize in `convert`. */
export class DeQuantStub extends Stub {
}
/** A module between a QuantStub and a DeQuantStub. */
export class QuantWrapper extends Module {
    quant: Module;
    dequant: Module;
    module: Module;
    constructor(module: Module);
    forward(x: Tensor): Tensor;
}
export {};
}

declare module 'torch/random/binomial' {
import type { Data, DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/** `binomial`: the successes of each count of trials at each probability. */
export function fillBinomial(data: Data, dtype: DType, generator: Generator, counts: ArrayLike<number>, probabilities: ArrayLike<number>): void;
}

declare module 'torch/random/distributions' {
import { type Data, type DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/**
 * `bernoulli_(p)` with one probability, and dropout's masks: 1 where a double of 53 bits is below p.
 * PyTorch built with MKL draws these on Intel processors from MKL's own stream instead; all other builds do as here.
 */
export function fillBernoulli(data: Data, generator: Generator, p: number): void;
/** `bernoulli` with a tensor of probabilities: 24 random bits an element, 53 when they are float64. */
export function fillBernoulliEach(data: Data, generator: Generator, p: ArrayLike<number>, pDtype: DType): void;
/** `exponential_`: −ln(1 − u) / lambda. */
export function fillExponential(data: Data, dtype: DType, generator: Generator, lambda?: number): void;
/** `geometric_`: trials until the first success, ⌈ln u / ln(1 − p)⌉. */
export function fillGeometric(data: Data, dtype: DType, generator: Generator, p: number): void;
/** `cauchy_`: median + sigma · tan(π(u − ½)). */
export function fillCauchy(data: Data, dtype: DType, generator: Generator, median?: number, sigma?: number): void;
/** `log_normal_`: exp of N(mean, std²). */
export function fillLogNormal(data: Data, dtype: DType, generator: Generator, mean?: number, std?: number): void;
/** `poisson`: one count for each rate. */
export function fillPoisson(data: Data, dtype: DType, generator: Generator, rates: ArrayLike<number>): void;
}

declare module 'torch/random/draw' {
import type { Data, DType } from 'torch/dtype';
import { type Tensor } from 'torch/tensor';
import { Generator } from 'torch/random/generator';
/** Draws the elements of a whole array. `contiguous` says whether the tensor they are for is row-major without gaps. */
export type Fill = (data: Data, dtype: DType, generator: Generator, contiguous: boolean) => void;
export function generatorOf(given: object | null | undefined): Generator;
/** Overwrites a tensor's elements with what the fill draws, in the order of its memory. Autograd is the caller's affair. */
export function drawMemory(t: Tensor, generator: object | null | undefined, fill: Fill): Tensor;
/** `drawMemory` as a change in place: refused where autograd forbids it, seen by autograd as an overwrite. */
export function drawInto(t: Tensor, generator: object | null | undefined, fill: Fill): Tensor;
}

declare module 'torch/random/gamma' {
import { type Data, type DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/** `_standard_gamma`: one draw for each shape parameter. */
export function fillGamma(data: Data, dtype: DType, generator: Generator, shapes: ArrayLike<number>): void;
/** `_sample_dirichlet`: gamma draws in double, each row of `width` divided by its sum, kept inside (0, 1). */
export function fillDirichlet(data: Data, dtype: DType, generator: Generator, concentrations: ArrayLike<number>, width: number): void;
}

declare module 'torch/random/generator' {
import { Tensor } from 'torch/tensor';
/**
 * A source of pseudorandom numbers with its own state: mt19937, as PyTorch's CPU generator.
 * Pass it as `{ generator }` to any random operator to draw from it instead of the default one.
 */
export class Generator {
    #private;
    readonly device: string;
    constructor(device?: string);
    /** Restarts the stream at `seed`; negative seeds count back from 2^64. */
    manual_seed(seed: number | bigint): this;
    /** The seed last set, from 0 to 2^64 − 1; a bigint where a number would round it. */
    initial_seed(): number | bigint;
    /** Restarts the stream at a seed that cannot be foreseen, and returns it. */
    seed(): number;
    /** The whole state, a uint8 tensor of 5056 bytes in PyTorch's own layout. */
    get_state(): Tensor;
    /** Goes on from a state that `get_state` (here or in PyTorch) gave. */
    set_state(new_state: Tensor): this;
    /** An independent generator that goes on from the same state. */
    clone_state(): Generator;
    toString(): string;
}
/** The generator that random operators draw from when none is given; unless seeded, every program has another stream. */
export const default_generator: Generator;
/** Seeds the default generator: the same seed gives PyTorch's own numbers. A fraction is cut off, as `int(seed)` does. */
export const manual_seed: (seed: number | bigint) => Generator;
/** Seeds the default generator at random and returns the seed. */
export const seed: () => number;
/** The seed the default generator started from. */
export const initial_seed: () => number | bigint;
/** The default generator's state, a uint8 tensor. */
export const get_rng_state: () => Tensor;
/** Sets the default generator's state. */
export const set_rng_state: (new_state: Tensor) => void;
/** Runs the function, or the rest of the block after `using _ = fork_rng()`, and puts the default stream back. */
export function fork_rng(): Disposable;
export function fork_rng<R>(body: () => R): R;
}

declare module 'torch/random' {
export { fillBinomial } from 'torch/random/binomial';
export { fillBernoulli, fillBernoulliEach, fillCauchy, fillExponential, fillGeometric, fillLogNormal, fillPoisson, } from 'torch/random/distributions';
export { drawInto, drawMemory, type Fill, generatorOf } from 'torch/random/draw';
export { fillDirichlet, fillGamma } from 'torch/random/gamma';
export { default_generator, fork_rng, Generator, get_rng_state, initial_seed, manual_seed, seed, set_rng_state, } from 'torch/random/generator';
export { fillMultinomial } from 'torch/random/multinomial';
export { fillNormal, normalScalar } from 'torch/random/normal';
export { fillIntegers, fillPermutation, fillUniform, fillWhole, uniform01 } from 'torch/random/uniform';
}

declare module 'torch/random/multinomial' {
import type { Data, DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/**
 * `multinomial`: `out` holds rows · samples indices, `weights` rows · categories values of `dtype`. `columnMajor` says that
 * the weights' tensor lies in memory column by column: without replacement draws go in that order.
 */
export function fillMultinomial(out: Data, weights: ArrayLike<number>, dtype: DType, categories: number, samples: number, replacement: boolean, generator: Generator, columnMajor?: boolean): void;
}

declare module 'torch/random/normal' {
import { type Data, type DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/** One value of N(mean, std²) in double; every second one is the sine that the draw before left behind. */
export function normalScalar(generator: Generator, mean: number, std: number): number;
/**
 * `normal_`. Below 16 elements, and for a tensor that is not contiguous, each value is drawn alone, in double; else uniform
 * values are drawn first and transformed in blocks of 16, and a tail that fills no block draws its last 16 values anew.
 */
export function fillNormal(data: Data, dtype: DType, generator: Generator, mean?: number, std?: number, contiguous?: boolean): void;
}

declare module 'torch/random/uniform' {
import { type Data, type DType } from 'torch/dtype';
import type { Generator } from 'torch/random/generator';
/** Random bits a dtype takes: as many as its significand holds. */
export const digitsOf: (dtype: DType) => number;
/** A double in [0, 1) of 53 random bits: what every scalar distribution starts from. */
export const uniform01: (generator: Generator) => number;
/** `uniform_`: from + (to − from) · u with u in [0, 1) of as many bits as the dtype's significand. */
export function fillUniform(data: Data, dtype: DType, generator: Generator, from?: number, to?: number): void;
/** `random_(from, to)` and `randint`: whole numbers in [from, to). 64 bits are drawn only for ranges of 2^32 and more. */
export function fillIntegers(data: Data, dtype: DType, generator: Generator, from: number, to: number): void;
/** `random_()` and `random_(from, null)`: whole numbers from `from` to the largest of the dtype, or 2^significand. */
export function fillWhole(data: Data, dtype: DType, generator: Generator, from?: number): void;
/** `randperm`: Fisher–Yates from the front, one draw for each place but the last. */
export function fillPermutation(data: Data, dtype: DType, generator: Generator): void;
}

declare module 'torch/serialization' {
/**
 * The bytes of a PyTorch checkpoint (`torch.load` of Python reads them, with `weights_only` too). Tensors that share
 * memory still share it when loaded. Arrays become lists; an integral number becomes an int, any other a float; a plain
 * object becomes a dict, whose keys are ints when all look like indices and not all values are tensors (as an
 * optimizer's `state`); a Map keeps its keys. Throws on anything else, and on an object that contains itself.
 */
export function save(obj: unknown): Uint8Array<ArrayBuffer>;
/** Where storages go: a device's name for all, or names by the device they were saved from; back to that device if not said. */
export type MapLocation = string | Readonly<Record<string, string>> | null;
export interface LoadOptions {
    map_location?: MapLocation;
    /** Only `true` is offered: no file can run code. */
    weights_only?: boolean;
}
/**
 * What a checkpoint of PyTorch (also from before 1.6) or of `save` holds. Reads as `weights_only=True`: tensors and plain
 * data, any other global is refused by name. Lists and tuples become arrays, sets Sets, bytes a Uint8Array; a dict whose
 * keys are all strings, or all non-negative ints, becomes a plain object, any other a Map; an int beyond 2^53 a bigint.
 * Elements of int64 tensors beyond 2^53 are rounded to the nearest double. Throws on damaged files.
 */
export function load(bytes: Uint8Array, map_location?: MapLocation | LoadOptions, options?: Omit<LoadOptions, 'map_location'>): unknown;
}

declare module 'torch/serialization/safetensors' {
import { Tensor } from 'torch/tensor';
/**
 * The bytes of a safetensors file: tensors by name, and strings by name that go along. Throws, as Python's does, on tensors
 * that are not contiguous or share memory.
 */
export function save(tensors: Readonly<Record<string, Tensor>>, metadata?: Readonly<Record<string, string>> | null): Uint8Array<ArrayBuffer>;
/** A safetensors file opened: its names, its metadata, and its tensors one by one. */
export interface SafeFile {
    keys(): string[];
    metadata(): Record<string, string> | null;
    get_tensor(name: string): Tensor;
}
/** Opens a safetensors file; the header is checked whole, tensors are read when asked for. Throws on damaged files. */
export function safe_open(bytes: Uint8Array): SafeFile;
/** All tensors of a safetensors file, by name. int64 elements beyond 2^53 are rounded. Throws on damaged files. */
export function load(data: Uint8Array): Record<string, Tensor>;
}

declare module 'torch/tensor' {
import type { Node } from 'torch/autograd/node';
import { type DType } from 'torch/dtype';
import { type Device } from 'torch/device/device';
import type { TensorMethods } from 'torch/operators.generated';
/** A tensor that was made by viewing another one: changes in place must reach the base's history. */
export interface View {
    readonly base: Tensor;
    /** The storage's version when `grad_fn` was last right. */
    version: number;
    /** Why a change in place would be wrong: made under no_grad, one of several results, or a result of an autograd.Function. */
    readonly origin: 'default' | 'no_grad' | 'multiple' | 'custom';
}
export type Hook = (grad: Tensor) => Tensor | null | undefined | void;
/** What autograd knows of a tensor; most tensors never need one. */
export class AutogradMeta {
    requires_grad: boolean;
    grad: Tensor | null;
    grad_fn: Node | null;
    output_nr: number;
    accumulator: Node | null;
    view: View | null;
    hooks: Map<number, Hook> | null;
    retains_grad: boolean;
}
export interface Tensor extends TensorMethods {
}
/**
 * A multi-dimensional array of one dtype that can record how it was computed.
 * Made by `torch.tensor`, `torch.zeros`, `torch.randn`, … and by operators.
 */
export class Tensor {
    /** The size of each dimension. */
    shape: readonly number[];
    /** A name to show, of parameters mostly. */
    name: string | null;
    get dtype(): DType;
    get device(): string;
    get ndim(): number;
    /** How often this tensor's memory was changed in place; its views count together. */
    get _version(): number;
    get requires_grad(): boolean;
    set requires_grad(value: boolean);
    /** True for tensors made by the user, and for all that need no gradient. */
    get is_leaf(): boolean;
    /** The operation that made this tensor, or null for a leaf. */
    get grad_fn(): Node | null;
    get output_nr(): number;
    /** The gradient that `backward()` adds up here; null before the first. */
    get grad(): Tensor | null;
    set grad(value: Tensor | null | undefined);
    /** The same memory without history: changes to it are invisible to autograd, version counter included. */
    get data(): Tensor;
    set data(value: Tensor);
    get retains_grad(): boolean;
}
export const isTensor: (x: unknown) => x is Tensor;
export const metaOf: (t: Tensor) => AutogradMeta;
/** grad_fn, brought up to date first when the tensor is a view whose base was changed in place. Set by autograd/views.ts. */
let refreshView: (t: Tensor, meta: AutogradMeta, view: View) => void;
export const onStaleView: (refresh: typeof refreshView) => void;
export function gradientNode(t: Tensor): Node | null;
export function setRequiresGrad(t: Tensor, value: boolean): void;
export function sameShape(a: readonly number[], b: readonly number[]): boolean;
export function numelOf(shape: readonly number[]): number;
export function contiguousStrides(shape: readonly number[]): number[];
/** New memory, zeros on the CPU. */
export function empty(shape: readonly number[], dtype?: DType, device?: Device): Tensor;
export const emptyLike: (t: Tensor, shape?: readonly number[], dtype?: DType) => Tensor;
/** Another window on the same memory, unknown to autograd. */
export const alias: (t: Tensor, shape: readonly number[], strides: readonly number[], offset: number) => Tensor;
export const contiguousNow: (t: Tensor) => boolean;
export function fromValues(values: ArrayLike<number>, shape: readonly number[], dtype?: DType, device?: Device): Tensor;
/** New values beside a tensor: on its device, and of its dtype if none is said. */
export const valuesLike: (like: Tensor, values: ArrayLike<number>, shape: readonly number[], dtype?: DType) => Tensor;
/** Row-major element values as plain numbers (bool as 0 and 1). A live window when contiguous: copy before keeping. */
export function valuesOf(t: Tensor): ArrayLike<number>;
/** Where tensors are made that are told no device: the CPU unless this is called. What follows another tensor stays with it. */
export const set_default_device: (device: string) => void;
export const get_default_device: () => string;
export const deviceOf: (name: string | null | undefined) => Device;
export {};
}

declare module 'torch/tensorboard/event' {
import type { Histogram } from 'torch/tensorboard/histogram';
/** A hyperparameter's value; null is not logged. */
export type HParam = number | string | boolean;
export type Logged = {
    readonly kind: 'scalar';
    readonly tag: string;
    readonly value: number;
    readonly style: 'simple' | 'float' | 'double';
} | {
    readonly kind: 'histogram';
    readonly tag: string;
    readonly histogram: Histogram;
} | {
    readonly kind: 'text';
    readonly tag: string;
    readonly text: string;
} | {
    readonly kind: 'graph';
    readonly graph: Uint8Array;
} | {
    readonly kind: 'hparams';
    readonly hparams: Readonly<Record<string, HParam>>;
    readonly domains: Readonly<Record<string, readonly HParam[]>>;
    readonly metrics: readonly string[];
} | {
    readonly kind: 'restart';
};
/** One call, when and at which step it was made. */
export interface LoggedEvent {
    /** Seconds since 1970. */
    readonly wall_time: number;
    readonly step: number | null;
    readonly logged: Logged;
}
export const fileVersion: (wallTime: number, step?: number | null) => Uint8Array;
/** The messages of one logged call; hyperparameters take three. */
export function encode({ wall_time, step, logged }: LoggedEvent): Uint8Array[];
}

declare module 'torch/tensorboard/histogram' {
/** The summary that TensorBoard draws as one slice: counts of the values at most `bucket_limits[i]`. */
export interface Histogram {
    readonly min: number;
    readonly max: number;
    readonly num: number;
    readonly sum: number;
    readonly sum_squares: number;
    readonly bucket_limits: readonly number[];
    readonly bucket_counts: readonly number[];
}
/**
 * @param bins 'tensorflow', a number of equally wide bins, or the edges themselves, growing
 * @param maxBins joins neighbouring bins until there are at most so many
 */
export function histogramOf(values: ArrayLike<number>, bins: 'tensorflow' | number | readonly number[], maxBins: number | null): Histogram;
}

declare module 'torch/tensorboard' {
export { SummaryWriter } from 'torch/tensorboard/writer';
}

declare module 'torch/tensorboard/writer' {
import type { ScriptFunction } from 'torch/jit/script-module';
import type { Module } from 'torch/nn/module';
import { type Tensor } from 'torch/tensor';
import type { HParam, LoggedEvent } from 'torch/tensorboard/event';
interface WriterOptions {
    /** Where TensorBoard would look; by default runs/ and the time. */
    log_dir?: string | null;
    /** Behind the default log_dir. */
    comment?: string;
    /** Events from this step on, of a run that crashed, are hidden. */
    purge_step?: number | null;
    /** Accepted: everything is in memory at once. */
    max_queue?: number;
    /** Accepted: everything is in memory at once. */
    flush_secs?: number;
    filename_suffix?: string;
}
interface When {
    global_step?: number | null;
    /** Seconds since 1970, instead of now. */
    walltime?: number | null;
}
interface ScalarOptions extends When {
    new_style?: boolean;
    double_precision?: boolean;
}
interface HistogramOptions extends When {
    bins?: 'tensorflow' | number | readonly number[];
    max_bins?: number | null;
}
interface GraphOptions {
    verbose?: boolean;
    use_strict_trace?: boolean;
}
interface HParamOptions {
    hparam_domain_discrete?: Record<string, readonly HParam[]> | null;
    run_name?: string | null;
}
type HParams = Record<string, HParam | Tensor | null>;
type Metrics = Record<string, number | Tensor>;
/**
 * `torch.utils.tensorboard.SummaryWriter`: logs scalars, histograms, texts, graphs and hyperparameters as TensorBoard's event
 * files. There is no disk here: `event_files()` gives their bytes, to be kept wherever the caller likes.
 */
export class SummaryWriter implements Disposable {
    #private;
    readonly log_dir: string;
    constructor(log_dir?: string | null | WriterOptions, comment?: string | WriterOptions, purge_step?: number | null | WriterOptions, max_queue?: number | WriterOptions, flush_secs?: number | WriterOptions, filename_suffix?: string | WriterOptions);
    get_logdir(): string;
    /** One point of the curve `tag`. */
    add_scalar(tag: string, scalar_value: number | Tensor, global_step?: number | null | ScalarOptions, walltime?: number | null | ScalarOptions, new_style?: boolean | ScalarOptions, double_precision?: boolean | ScalarOptions): void;
    /** Several curves in one diagram: each goes to a file of its own, under the directory `main_tag`_name. */
    add_scalars(main_tag: string, tag_scalar_dict: Metrics, global_step?: number | null | When, walltime?: number | null | When): void;
    add_histogram(tag: string, values: Tensor | ArrayLike<number>, global_step?: number | null | HistogramOptions, bins?: HistogramOptions['bins'] | HistogramOptions, walltime?: number | null | HistogramOptions, max_bins?: number | null | HistogramOptions): void;
    /** A histogram that was counted elsewhere: `bucket_limits` are upper edges, one for each count. */
    add_histogram_raw(tag: string, min: number, max: number, num: number, sum: number, sum_squares: number, bucket_limits: readonly number[], bucket_counts: readonly number[], global_step?: number | null | When, walltime?: number | null | When): void;
    add_text(tag: string, text_string: string, global_step?: number | null | When, walltime?: number | null | When): void;
    /**
     * Hyperparameters with the metrics they led to, in a run of their own below log_dir. A metric's name should be used for
     * nothing else: its value is also logged as a scalar.
     */
    add_hparams(hparam_dict: HParams, metric_dict: Metrics, hparam_domain_discrete?: Record<string, readonly HParam[]> | null, run_name?: string | null | HParamOptions): void;
    /**
     * The operators of a model as TensorBoard's graph: it is traced in evaluation mode on the input (a tensor, or a list of the
     * arguments). `use_strict_trace: false` allows a dict as result; `verbose` shows the graph.
     */
    add_graph(model: Module | ScriptFunction, input_to_model?: unknown, verbose?: boolean | GraphOptions, use_strict_trace?: boolean | GraphOptions): void;
    /** Everything is in memory already. */
    flush(): void;
    /** What is added afterwards goes to new files. */
    close(): void;
    [Symbol.dispose](): void;
    /** The bytes of each file written so far, by path: what TensorBoard reads from a disk. */
    event_files(): Record<string, Uint8Array>;
    /** What was logged, oldest first in each file; the curve of a tag is its scalars' steps and values. */
    events(): readonly (LoggedEvent & {
        readonly directory: string;
    })[];
}
export {};
}

declare module 'torch/testing' {
import { type DType } from 'torch/dtype';
import { Tensor } from 'torch/tensor';
/** What a failed comparison throws. */
export class AssertionError extends Error {
    name: string;
}
export interface CloseOptions {
    /** Of the expected value; both tolerances or neither. Unless said, by dtype: 1.3e-6 for float32. */
    readonly rtol?: number | null;
    readonly atol?: number | null;
    readonly equal_nan?: boolean;
    readonly check_device?: boolean;
    readonly check_dtype?: boolean;
    readonly check_stride?: boolean;
    /** Instead of the message, or made of it. */
    readonly msg?: string | ((message: string) => string) | null;
    readonly allow_subclasses?: boolean;
}
/**
 * Throws an AssertionError that says what differs unless `actual` and `expected` are close: |actual − expected| ≤ atol +
 * rtol · |expected|, with the same shape, dtype and device. Lists and objects are compared item by item.
 */
export function assert_close(actual: unknown, expected: unknown, options?: CloseOptions): void;
export interface MakeTensorOptions {
    readonly dtype?: DType;
    readonly device?: string;
    readonly low?: number | null;
    readonly high?: number | null;
    readonly requires_grad?: boolean;
    readonly noncontiguous?: boolean;
    readonly exclude_zero?: boolean;
}
/** A tensor of random numbers from low (−9) to before high (9 for floats, 10 for integers). */
export function make_tensor(shape: readonly number[] | number, options?: MakeTensorOptions): Tensor;
}

declare module 'torch/utils' {
export * as checkpoint from 'torch/checkpoint';
export * as data from 'torch/data';
export * as tensorboard from 'torch/tensorboard';
}

declare module 'torch/vision/datasets/digits' {
import { Dataset } from 'torch/data/dataset';
import { Image } from 'torch/vision/image';
export interface DatasetOptions<Input, Target> {
    transform?: ((image: Image) => Input) | null;
    target_transform?: ((target: number) => Target) | null;
}
/**
 * 1797 handwritten digits of 8 × 8 grey pixels (UCI, 1998): 1437 for training, 360 for testing. A sample is an image and the digit;
 * with `transforms.ToTensor()` a tensor [1, 8, 8] of 0 to 1.
 */
export class Digits<Input = Image, Target = number> extends Dataset<[Input, Target]> {
    #private;
    readonly train: boolean;
    readonly classes: readonly string[];
    readonly transform: ((image: Image) => Input) | null;
    readonly target_transform: ((target: number) => Target) | null;
    constructor({ train, transform, target_transform, }?: {
        train?: boolean;
    } & DatasetOptions<Input, Target>);
    /** The digits, in order. */
    get targets(): number[];
    __len__(): number;
    __getitem__(index: number): [Input, Target];
    /** The images as PGM files, by a path of folders named after the digits: what an ImageFolder is made of. */
    files(): Record<string, Uint8Array>;
}
}

declare module 'torch/vision/datasets/image-folder' {
import { Dataset } from 'torch/data/dataset';
import { type Image } from 'torch/vision/image';
import type { DatasetOptions } from 'torch/vision/datasets/digits';
/**
 * Images in folders named after their classes, as torchvision's: classes are numbered in the order of their names, samples come
 * class by class in the order of their paths. There is no disk here, so the files are given: `{ 'cat/001.pgm': bytes, … }`.
 * Reads PGM and PPM files; another `loader` may read others.
 */
export class ImageFolder<Input = Image, Target = number> extends Dataset<[Input, Target]> {
    #private;
    readonly classes: readonly string[];
    readonly class_to_idx: Readonly<Record<string, number>>;
    /** Path and class of each sample. */
    readonly samples: readonly (readonly [path: string, target: number])[];
    readonly transform: ((image: Image) => Input) | null;
    readonly target_transform: ((target: number) => Target) | null;
    constructor(files: Readonly<Record<string, Uint8Array>>, { transform, target_transform, loader, }?: DatasetOptions<Input, Target> & {
        loader?: (bytes: Uint8Array) => Image;
    });
    get targets(): number[];
    __len__(): number;
    __getitem__(index: number): [Input, Target];
}
}

declare module 'torch/vision/datasets' {
export { Digits } from 'torch/vision/datasets/digits';
export { ImageFolder } from 'torch/vision/datasets/image-folder';
export { Iris } from 'torch/vision/datasets/iris';
}

declare module 'torch/vision/datasets/iris' {
import { Dataset } from 'torch/data/dataset';
import { type Tensor } from 'torch/tensor';
/**
 * Fisher's 150 irises: a sample is [sepal length, sepal width, petal length, petal width] in cm, a float32 tensor [4], and the species
 * (0 setosa, 1 versicolor, 2 virginica). Sorted by species: shuffle before you split.
 */
export class Iris extends Dataset<[features: Tensor, species: number]> {
    readonly classes: readonly ['setosa', 'versicolor', 'virginica'];
    readonly feature_names: readonly ['sepal length', 'sepal width', 'petal length', 'petal width'];
    __len__(): number;
    __getitem__(index: number): [Tensor, number];
}
}

declare module 'torch/vision/image' {
/** A picture of bytes, row by row, the channels of a pixel side by side: what PIL's images are to torchvision. */
export class Image {
    readonly width: number;
    readonly height: number;
    readonly channels: number;
    readonly data: Uint8Array;
    constructor(width: number, height: number, channels: number, data: Uint8Array);
    get size(): [width: number, height: number];
    get mode(): string;
    toString(): string;
}
/** Reads a binary netpbm file: PGM (P5) or PPM (P6), one byte a value. */
export function decodeNetpbm(bytes: Uint8Array): Image;
export function encodeNetpbm({ width, height, channels, data }: Image): Uint8Array;
}

declare module 'torch/vision' {
export * as datasets from 'torch/vision/datasets';
export { Image } from 'torch/vision/image';
export * as models from 'torch/vision/models';
export * as transforms from 'torch/vision/transforms';
}

declare module 'torch/vision/models' {
export { BasicBlock, digits_resnet, ResNet, resnet18, resnet34, type ResNetOptions } from 'torch/vision/models/resnet';
export { LeNet, MLP } from 'torch/vision/models/small';
}

declare module 'torch/vision/models/resnet' {
import { AdaptiveAvgPool2d } from 'torch/nn/layers/pooling';
import { Conv2d } from 'torch/nn/layers/convolution';
import { BatchNorm2d } from 'torch/nn/layers/normalization';
import { ReLU } from 'torch/nn/layers/activations';
import { Sequential } from 'torch/nn/layers/containers';
import { Module } from 'torch/nn/module';
import type { Tensor } from 'torch/tensor';
/** Two 3 × 3 convolutions around which the input is added: `relu(f(x) + x)`, or `downsample(x)` where the shape changes. */
export class BasicBlock extends Module {
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly conv2: Conv2d;
    readonly bn2: BatchNorm2d;
    readonly downsample: Module | null;
    constructor(inplanes: number, planes: number, stride?: number, downsample?: Module | null);
    forward(x: Tensor): Tensor;
}
export interface ResNetOptions {
    /** Default: 1000. */
    num_classes?: number;
    /** Starts every block as the identity. Default: false. */
    zero_init_residual?: boolean;
    /** Channels of the input. Default: 3. */
    in_channels?: number;
    /** Channels of the four layers. Default: 64, 128, 256, 512. */
    widths?: readonly [number, number, number, number];
    /** For images of 8 to 32 pixels: a 3 × 3 convolution of stride 1 and no pooling at the start. Default: false. */
    small_images?: boolean;
}
/** Residual network (He et al., 2015), with torchvision's names: its state_dict has the same keys. Input [N, C, H, W]. */
export class ResNet extends Module {
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly maxpool: Module;
    readonly layer1: Sequential;
    readonly layer2: Sequential;
    readonly layer3: Sequential;
    readonly layer4: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    fc: Module;
    /** @param layers blocks in each of the four layers: [2, 2, 2, 2] is resnet18 */
    constructor(layers: readonly number[], options?: ResNetOptions);
    forward(x: Tensor): Tensor;
}
interface Pretrained {
    /** Old name of `weights`. */
    pretrained?: boolean;
    weights?: string | null;
}
export function resnet18({ pretrained, weights, ...options }?: ResNetOptions & Pretrained): ResNet;
export function resnet34({ pretrained, weights, ...options }?: ResNetOptions & Pretrained): ResNet;
/** A ResNet of 17,000 parameters for 8 × 8 images of one channel; pretrained on the digits it is right on 97 % of the test images. */
export function digits_resnet({ pretrained }?: {
    pretrained?: boolean;
}): ResNet;
export {};
}

declare module 'torch/vision/models/small' {
import { Sequential } from 'torch/nn/layers/containers';
import { Conv2d } from 'torch/nn/layers/convolution';
import { Linear } from 'torch/nn/layers/linear';
import { AvgPool2d } from 'torch/nn/layers/pooling';
import { Tanh } from 'torch/nn/layers/activations';
import { Module } from 'torch/nn/module';
import type { Tensor } from 'torch/tensor';
/** LeNet-5 (LeCun et al., 1998), with tanh and average pooling. Input [N, 1, 32, 32] → [N, num_classes]. */
export class LeNet extends Module {
    readonly conv1: Conv2d;
    readonly conv2: Conv2d;
    readonly pool: AvgPool2d;
    readonly tanh: Tanh;
    readonly fc1: Linear;
    readonly fc2: Linear;
    readonly fc3: Linear;
    constructor(num_classes?: number);
    forward(x: Tensor): Tensor;
}
/** torchvision.ops.MLP: Linear, ReLU, Dropout for each hidden size; the last is Linear and Dropout. Input [N, in_channels]. */
export class MLP extends Sequential {
    constructor(in_channels: number, hidden_channels: readonly number[], { dropout }?: {
        dropout?: number;
    });
}
}

declare module 'torch/vision/transforms/functional' {
import { type Tensor } from 'torch/tensor';
import { Image } from 'torch/vision/image';
export type Size = number | readonly number[];
/** [.., H, W]: the last two sizes. */
export function sizeOf(img: Tensor): [height: number, width: number];
/** An image of bytes → float32 [C, H, W] of 0 to 1. */
export function to_tensor(pic: Image): Tensor;
/** float [C, H, W] of 0 to 1, or bytes → an image of bytes. */
export function to_pil_image(pic: Tensor): Image;
/** (img − mean) / std for each channel. */
export function normalize(img: Tensor, mean: readonly number[], std: readonly number[], inplace?: boolean): Tensor;
/** A window of the image; zeros where it reaches beyond. */
export function crop(img: Tensor, top: number, left: number, height: number, width: number): Tensor;
export function pair(size: Size): [height: number, width: number];
/** The middle of the image, with zeros around it where it is smaller. */
export function center_crop(img: Tensor, output_size: Size): Tensor;
/** Around the image: one number, or (left and right, top and bottom), or (left, top, right, bottom). */
export function pad(img: Tensor, padding: Size, fill?: number, padding_mode?: string): Tensor;
/** Bilinear (or 'nearest'); a single number is the smaller edge. As torchvision's on tensors, without antialiasing. */
export function resize(img: Tensor, size: Size, interpolation?: string, max_size?: number | null): Tensor;
export function hflip(img: Tensor): Tensor;
export function vflip(img: Tensor): Tensor;
/** Counter-clockwise by `angle` degrees around the middle. */
export function rotate(img: Tensor, angle: number, interpolation?: string, fill?: number): Tensor;
}

declare module 'torch/vision/transforms' {
import { Module } from 'torch/nn/module';
import type { Tensor } from 'torch/tensor';
import type { Image } from 'torch/vision/image';
import * as functional from 'torch/vision/transforms/functional';
export { functional };
type Transform = (value: never) => unknown;
/** One transform after the other. */
export class Compose extends Module {
    readonly transforms: readonly Transform[];
    constructor(transforms: readonly (Transform | Module)[]);
    forward(img: Image | Tensor): Tensor;
    toString(): string;
}
/** An image of bytes → float32 [C, H, W] of 0 to 1. */
export class ToTensor extends Module {
    forward(pic: Image): Tensor;
}
/** A tensor image → an image of bytes. */
export class ToPILImage extends Module {
    forward(pic: Tensor): Image;
}
/** (img − mean) / std for each channel. */
export class Normalize extends Module {
    readonly mean: readonly number[];
    readonly std: readonly number[];
    readonly inplace: boolean;
    constructor(mean: readonly number[], std: readonly number[], inplace?: boolean | {
        inplace?: boolean;
    });
    forward(img: Tensor): Tensor;
    toString(): string;
}
interface ResizeOptions {
    interpolation?: string;
    max_size?: number | null;
    antialias?: boolean | null;
}
/** To a size, or the smaller edge to a number. */
export class Resize extends Module {
    readonly size: functional.Size;
    readonly interpolation: string;
    readonly max_size: number | null;
    constructor(size: functional.Size, options?: ResizeOptions | string);
    forward(img: Tensor): Tensor;
    toString(): string;
}
/** The middle of the image. */
export class CenterCrop extends Module {
    #private;
    readonly size: readonly number[];
    constructor(size: functional.Size);
    forward(img: Tensor): Tensor;
    toString(): string;
}
interface CropOptions {
    padding?: functional.Size | null;
    pad_if_needed?: boolean;
    fill?: number;
    padding_mode?: string;
}
/** A part of that size, drawn anew each time. */
export class RandomCrop extends Module {
    readonly size: readonly [number, number];
    readonly padding: functional.Size | null;
    readonly pad_if_needed: boolean;
    readonly fill: number;
    readonly padding_mode: string;
    constructor(size: functional.Size, options?: functional.Size | null | CropOptions);
    forward(img: Tensor): Tensor;
    toString(): string;
}
abstract class RandomFlip extends Module {
    readonly p: number;
    constructor(p?: number | {
        p?: number;
    });
    forward(img: Tensor): Tensor;
    toString(): string;
}
/** Left and right exchanged, with probability p. */
export class RandomHorizontalFlip extends RandomFlip {
    _flip(img: Tensor): Tensor;
}
/** Top and bottom exchanged, with probability p. */
export class RandomVerticalFlip extends RandomFlip {
    _flip(img: Tensor): Tensor;
}
/** By an angle from −degrees to degrees (or from the first to the second), drawn anew each time. */
export class RandomRotation extends Module {
    readonly degrees: readonly [number, number];
    readonly interpolation: string;
    readonly fill: number;
    constructor(degrees: number | readonly [number, number], { interpolation, fill }?: {
        interpolation?: string;
        fill?: number;
    });
    forward(img: Tensor): Tensor;
    toString(): string;
}
/** Any function as a transform. */
export class Lambda extends Module {
    readonly lambd: Transform;
    constructor(lambd: Transform);
    forward(img: unknown): unknown;
    toString(): string;
}
}
