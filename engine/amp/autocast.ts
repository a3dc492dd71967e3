import { RuntimeError } from '../device/device.ts';
import { bfloat16, type DType, float16, float32, float64 } from '../dtype.ts';
import { type Mode, modeOf } from '../autograd/modes.ts';
import { intercept, type Interceptor } from '../operator.ts';
import { isTensor, type Tensor } from '../tensor.ts';
import { warn } from '../warnings.ts';
import { type Policy, policies } from './policy.ts';

export type DeviceType = 'cpu' | 'cuda';
interface State {
  enabled: boolean;
  dtype: DType;
}
const states: Record<DeviceType, State> = {
  cuda: { enabled: false, dtype: float16 },
  cpu: { enabled: false, dtype: bfloat16 },
};
let caching = true;
let depth = 0;
/** Casts of parameters, so that each is made once in a stretch: a parameter changed inside it is not cast again, as in PyTorch. */
let casts = new WeakMap<Tensor, Tensor>();

const typeOf = (t: Tensor): DeviceType => (t.device === 'cpu' ? 'cpu' : 'cuda');
/** float64 is left as it is, and so is what lies on a device whose autocast is off. */
const eligible = (t: Tensor): boolean => t.dtype.category === 2 && t.dtype !== float64 && states[typeOf(t)].enabled;

function cast(t: Tensor, dtype: DType): Tensor {
  if (!eligible(t) || t.dtype === dtype) return t;
  const keep =
    caching && dtype === states[typeOf(t)].dtype && t.dtype === float32 && t.requires_grad && t.is_leaf && !t._base;
  if (!keep) return t.to(dtype);
  let made = casts.get(t);
  if (!made) casts.set(t, (made = t.to(dtype)));
  return made;
}
const tensorsIn = (args: readonly unknown[]): Tensor[] =>
  args.flatMap((a) => (isTensor(a) ? [a] : Array.isArray(a) ? a.filter(isTensor) : []));
const castAll = (args: readonly unknown[], dtype: DType): unknown[] =>
  args.map((a) =>
    isTensor(a) ? cast(a, dtype) : Array.isArray(a) ? a.map((v) => (isTensor(v) ? cast(v, dtype) : v)) : a,
  );

function widest(tensors: readonly Tensor[], lower: DType): DType {
  let found = lower;
  for (const t of tensors) {
    if (t.dtype === float64) throw new RuntimeError('promote type is double in at::autocast::prioritize');
    if (eligible(t) && t.dtype !== lower) found = float32;
  }
  return found;
}

const interceptor: Interceptor = (op, args, go, inPlace) => {
  const tensors = tensorsIn(args);
  const type = tensors.map(typeOf).find((t) => states[t].enabled);
  // In place, an operation keeps the dtype of what it changes.
  const policy = type === undefined || inPlace ? undefined : policies[type].get(op.name);
  // Below a listed operator, and inside one that is not made of others, autocast is off.
  if (policy === undefined && !inPlace && !op.differentiable) return go(args);
  const values =
    type === undefined || policy === undefined ? args : apply(policy, type, op.name, op.argNames, args, tensors);
  const before = intercept('autocast', null);
  try {
    return go(values);
  } finally {
    intercept('autocast', before);
  }
};

function apply(
  policy: Policy,
  type: DeviceType,
  name: string,
  argNames: readonly string[],
  args: unknown[],
  tensors: readonly Tensor[],
): unknown[] {
  const { dtype } = states[type];
  switch (policy) {
    case 'lower':
      return castAll(args, dtype);
    case 'float32':
      return castAll(args, float32);
    case 'sum': {
      const at = argNames.indexOf('dtype');
      const [first] = tensors;
      if (at < 0) return castAll(args, float32);
      return first && eligible(first) && args[at] == null ? args.with(at, float32) : args;
    }
    case 'widest':
      return castAll(args, widest(tensors, dtype));
    case 'whole':
      return args;
    case 'banned':
      throw new RuntimeError(
        `torch.nn.functional.${name} and torch.nn.BCELoss are unsafe to autocast. Many models use a sigmoid layer right before the binary cross entropy layer. In this case, combine the two layers using torch.nn.functional.binary_cross_entropy_with_logits or torch.nn.BCEWithLogitsLoss. binary_cross_entropy_with_logits and BCEWithLogits are safe to autocast.`,
      );
    default:
      return policy satisfies never;
  }
}
const update = (): void => void intercept('autocast', states.cpu.enabled || states.cuda.enabled ? interceptor : null);

export interface AutocastOptions {
  /** bfloat16 on the CPU, float16 on a GPU if not said. */
  dtype?: DType | null;
  /** false switches autocast off inside another. Default: true. */
  enabled?: boolean;
  /** Keeps casts of parameters until the outermost autocast ends. Default: true. */
  cache_enabled?: boolean | null;
}

let cudaAvailable = (): boolean => false;
/** @internal where a GPU is looked for */
export const onCudaAsked = (ask: typeof cudaAvailable): void => void (cudaAvailable = ask);

/**
 * Runs each operator in the dtype PyTorch chooses for it: products and convolutions in a lower one, what would lose too much in
 * float32. `torch.autocast('cpu', { dtype: torch.bfloat16 }, () => …)`, or `using _ = torch.autocast(…)`, or as a decorator.
 */
export function autocast(device_type: string, options?: AutocastOptions): Mode;
export function autocast<R>(device_type: string, options: AutocastOptions, body: () => R): R;
export function autocast<R>(device_type: string, body: () => R): R;
export function autocast<R>(device_type: string, options: AutocastOptions | (() => R) = {}, body?: () => R): R | Mode {
  const given = typeof options === 'function' ? {} : options;
  const run = typeof options === 'function' ? options : body;
  if (device_type !== 'cpu' && device_type !== 'cuda')
    throw new RuntimeError(`User specified autocast device_type must be 'cuda' or 'cpu', got '${device_type}'`);
  const type: DeviceType = device_type;
  const dtype = given.dtype ?? states[type].dtype;
  let enabled = given.enabled ?? true;
  if (enabled && type === 'cuda' && !cudaAvailable()) {
    warn("User provided device_type of 'cuda', but CUDA is not available. Disabling");
    enabled = false;
  }
  if (enabled && dtype !== float16 && dtype !== bfloat16) {
    warn(
      `In ${type.toUpperCase()} autocast, but the target dtype is not supported. Disabling autocast. Autocast only supports dtypes of torch.bfloat16 and torch.float16.`,
    );
    enabled = false;
  }
  return modeOf(() => {
    const before = { ...states[type], caching };
    states[type] = { enabled, dtype };
    caching = given.cache_enabled ?? caching;
    depth++;
    update();
    return () => {
      if (--depth === 0) clear_autocast_cache();
      states[type] = { enabled: before.enabled, dtype: before.dtype };
      caching = before.caching;
      update();
    };
  }, run);
}
export const clear_autocast_cache = (): void => void (casts = new WeakMap());
export const is_autocast_enabled = (device_type: DeviceType = 'cuda'): boolean => states[device_type].enabled;
export const is_autocast_cpu_enabled = (): boolean => states.cpu.enabled;
export const get_autocast_dtype = (device_type: DeviceType): DType => states[device_type].dtype;
export const get_autocast_gpu_dtype = (): DType => states.cuda.dtype;
export const get_autocast_cpu_dtype = (): DType => states.cpu.dtype;
export const is_autocast_cache_enabled = (): boolean => caching;

/** @internal runs the body in the modes of now, whenever that is: for what is computed again in backward. */
export function inTheseModes(): <R>(body: () => R) => R {
  const [cpu, cuda, cache] = [{ ...states.cpu }, { ...states.cuda }, caching];
  return (body) => withStates(cpu, cuda, cache, body);
}
function withStates<R>(cpu: State, cuda: State, cache: boolean, body: () => R): R {
  const before = [states.cpu, states.cuda, caching] as const;
  [states.cpu, states.cuda, caching] = [{ ...cpu }, { ...cuda }, cache];
  update();
  try {
    return body();
  } finally {
    [states.cpu, states.cuda, caching] = before;
    update();
  }
}
