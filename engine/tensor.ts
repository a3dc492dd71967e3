// The tensor itself: a strided window on a storage, and what autograd remembers of it. Its operators are not here:
// they are installed from the operator table (operator.ts, ops/), and typed by operators.generated.ts.
import type { Cut } from './autograd/cut.ts';
import type { Node } from './autograd/node.ts';
import { type DType, float32, get_default_dtype, isQuantized } from './dtype.ts';
import { cpu } from './device/cpu/cpu.ts';
import { isContiguous } from './device/cpu/pointwise.ts';
import { type Device, deviceNamed, inferenceStorages, RuntimeError, Storage } from './device/device.ts';
import { meters } from './meters.ts';
import type { TensorMethods } from './operators.generated.ts';

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
  requires_grad = false;
  grad: Tensor | null = null;
  grad_fn: Node | null = null;
  output_nr = 0;
  accumulator: Node | null = null;
  view: View | null = null;
  hooks: Map<number, Hook> | null = null;
  retains_grad = false;
}

export interface Tensor extends TensorMethods {}

/**
 * A multi-dimensional array of one dtype that can record how it was computed.
 * Made by `torch.tensor`, `torch.zeros`, `torch.randn`, … and by operators.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the methods are installed from the operator table
export class Tensor {
  /** @internal */
  readonly isTensor = true;
  /** @internal */ storage: Storage;
  /** @internal */ offset: number;
  /** The size of each dimension. */
  shape: readonly number[];
  /** @internal elements to the next one along each dimension; `stride()` for users */
  strides: readonly number[];
  /** @internal */
  autograd: AutogradMeta | null = null;
  /** @internal why it has no history although it comes from tensors that require a gradient */
  cut: Cut | null = null;
  /** A name to show, of parameters mostly. */
  name: string | null = null;

  /** @internal */
  constructor(storage: Storage, shape: readonly number[], strides: readonly number[], offset: number) {
    this.storage = storage;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }

  get dtype(): DType {
    return this.storage.dtype;
  }
  get device(): string {
    return this.storage.device.name;
  }
  get ndim(): number {
    return this.shape.length;
  }
  /** How often this tensor's memory was changed in place; its views count together. */
  get _version(): number {
    if (this.storage.inference) throw new RuntimeError('Inference tensors do not track version counter.');
    return this.storage.version;
  }
  get requires_grad(): boolean {
    const meta = this.autograd;
    if (meta === null) return false;
    // a view requires a gradient with its base, also one made under no_grad, which has no history
    return meta.requires_grad || gradientNode(this) !== null || (meta.view?.base.requires_grad ?? false);
  }
  set requires_grad(value: boolean) {
    setRequiresGrad(this, value);
  }
  /** True for tensors made by the user, and for all that need no gradient. */
  get is_leaf(): boolean {
    return gradientNode(this) === null;
  }
  /** The operation that made this tensor, or null for a leaf. */
  get grad_fn(): Node | null {
    return gradientNode(this);
  }
  get output_nr(): number {
    return this.autograd?.output_nr ?? 0;
  }
  /** The gradient that `backward()` adds up here; null before the first. */
  get grad(): Tensor | null {
    return this.autograd?.grad ?? null;
  }
  set grad(value: Tensor | null | undefined) {
    if (value == null) {
      if (this.autograd) this.autograd.grad = null;
      return;
    }
    if (!(value instanceof Tensor)) throw new TypeError('grad must be a Tensor or null');
    if (!sameShape(value.shape, this.shape))
      throw new RuntimeError(
        `assigned grad has data of a different size: [${value.shape}], the tensor has [${this.shape}]`,
      );
    if (value.dtype !== this.dtype)
      throw new RuntimeError(
        `assigned grad has data of a different type: ${value.dtype}, the tensor has ${this.dtype}`,
      );
    metaOf(this).grad = value;
  }
  /** The same memory without history: changes to it are invisible to autograd, version counter included. */
  get data(): Tensor {
    const storage = this.storage;
    const own = new Storage(storage.device, storage.dtype, storage.length, storage.buffer);
    own.inference = storage.inference;
    const data = new Tensor(own, this.shape, this.strides, this.offset);
    data.cut = this.cut ?? (this.requires_grad ? 'data' : null);
    return data;
  }
  set data(value: Tensor) {
    if (value.dtype.category !== 2 && this.requires_grad)
      throw new RuntimeError('data set to a tensor that requires gradients must be floating point');
    this.storage = new Storage(value.storage.device, value.dtype, value.storage.length, value.storage.buffer);
    this.shape = value.shape;
    this.strides = value.strides;
    this.offset = value.offset;
  }
  get retains_grad(): boolean {
    return this.autograd?.retains_grad ?? false;
  }
  /** @internal */
  get _base(): Tensor | null {
    return this.autograd?.view?.base ?? null;
  }
}

export const isTensor = (x: unknown): x is Tensor => x instanceof Tensor;

export const metaOf = (t: Tensor): AutogradMeta => (t.autograd ??= new AutogradMeta());

/** grad_fn, brought up to date first when the tensor is a view whose base was changed in place. Set by autograd/views.ts. */
let refreshView: (t: Tensor, meta: AutogradMeta, view: View) => void = () => {};
export const onStaleView = (refresh: typeof refreshView): void => void (refreshView = refresh);

export function gradientNode(t: Tensor): Node | null {
  const meta = t.autograd;
  if (meta === null) return null;
  if (meta.view !== null && meta.view.version !== t.storage.version) refreshView(t, meta, meta.view);
  return meta.grad_fn;
}

export function setRequiresGrad(t: Tensor, value: boolean): void {
  if (gradientNode(t) !== null) {
    if (value) return;
    throw new RuntimeError(
      'you can only change requires_grad flags of leaf variables. To use a computed tensor in a subgraph that is not differentiated, use x.detach().',
    );
  }
  if (value && t.storage.inference && !inferenceStorages())
    throw new RuntimeError(
      'Setting requires_grad=True on inference tensor outside InferenceMode is not allowed: clone it first, a clone is an ordinary tensor.',
    );
  if (value && t.dtype.category !== 2)
    throw new RuntimeError(`only Tensors of floating point and complex dtype can require gradients, got ${t.dtype}`);
  if (value || t.autograd) metaOf(t).requires_grad = value;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

export function numelOf(shape: readonly number[]): number {
  let n = 1;
  for (let d = 0; d < shape.length; d++) n *= shape[d]!;
  return n;
}

export function contiguousStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  for (let d = shape.length - 1, step = 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(1, shape[d]!);
  }
  return strides;
}

/** New memory, zeros on the CPU. */
export function empty(shape: readonly number[], dtype: DType = get_default_dtype(), device: Device = cpu): Tensor {
  if (isQuantized(dtype)) throw new RuntimeError(`a ${dtype} tensor is made by torch.quantize_per_tensor and its like`);
  const length = numelOf(shape);
  if (meters.on) meters.allocated(length * dtype.itemsize);
  return new Tensor(
    new Storage(device, dtype, length, device.allocate(dtype, length)),
    shape,
    contiguousStrides(shape),
    0,
  );
}

export const emptyLike = (t: Tensor, shape: readonly number[] = t.shape, dtype: DType = t.dtype): Tensor =>
  empty(shape, dtype, t.storage.device);

/** Another window on the same memory, unknown to autograd. */
export const alias = (t: Tensor, shape: readonly number[], strides: readonly number[], offset: number): Tensor =>
  new Tensor(t.storage, shape, strides, offset);

export const contiguousNow = (t: Tensor): boolean => isContiguous(t.shape, t.strides);

export function fromValues(
  values: ArrayLike<number>,
  shape: readonly number[],
  dtype: DType = float32,
  device: Device = cpu,
): Tensor {
  const result = empty(shape, dtype, device);
  if (result.storage.length !== values.length)
    throw new RuntimeError(`${values.length} values do not fill a tensor of shape [${shape}]`);
  device.write(result.storage, 0, values);
  return result;
}
/** New values beside a tensor: on its device, and of its dtype if none is said. */
export const valuesLike = (
  like: Tensor,
  values: ArrayLike<number>,
  shape: readonly number[],
  dtype: DType = like.dtype,
): Tensor => fromValues(values, shape, dtype, like.storage.device);

/** Row-major element values as plain numbers (bool as 0 and 1). A live window when contiguous: copy before keeping. */
export function valuesOf(t: Tensor): ArrayLike<number> {
  const n = numelOf(t.shape);
  if (contiguousNow(t)) return t.storage.device.read(t.storage, t.offset, n);
  const whole = t.storage.device.read(t.storage, 0, t.storage.length);
  const values = t.dtype.allocate(n);
  const index = new Array<number>(t.shape.length).fill(0);
  for (let i = 0, at = t.offset; i < n; i++) {
    values[i] = whole[at]!;
    for (let d = index.length - 1; d >= 0; d--) {
      at += t.strides[d]!;
      if (++index[d]! < t.shape[d]!) break;
      at -= t.strides[d]! * t.shape[d]!;
      index[d] = 0;
    }
  }
  return values;
}

let defaultDevice: Device = cpu;
/** Where tensors are made that are told no device: the CPU unless this is called. What follows another tensor stays with it. */
export const set_default_device = (device: string): void => void (defaultDevice = deviceNamed(device));
export const get_default_device = (): string => defaultDevice.name;
export const deviceOf = (name: string | null | undefined): Device => (name ? deviceNamed(name) : defaultDevice);
