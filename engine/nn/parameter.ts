import { tensorText } from '../print.ts';
import { type DType, get_default_dtype } from '../dtype.ts';
import { deviceOf, empty, metaOf, setRequiresGrad, Tensor } from '../tensor.ts';

/**
 * A tensor that a module owns and trains: assigned to a module's property it appears in `parameters()`.
 * Shares the memory of `data`; requires a gradient unless told otherwise.
 */
export class Parameter extends Tensor {
  constructor(data: Tensor = empty([0]), requires_grad: boolean | { requires_grad?: boolean } = true) {
    super(data.storage, data.shape, data.strides, data.offset);
    const wanted = typeof requires_grad === 'boolean' ? requires_grad : (requires_grad.requires_grad ?? true);
    metaOf(this);
    if (wanted) setRequiresGrad(this, true);
  }
  override toString(): string {
    return `Parameter containing:\n${tensorText(this)}`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A tensor that a module keeps but does not train, such as a running mean: assigned to a module's property it appears in
 * `buffers()` and, when persistent, in `state_dict()`.
 */
export class Buffer extends Tensor {
  readonly persistent: boolean;
  constructor(data: Tensor = empty([0]), persistent: boolean | { persistent?: boolean } = true) {
    super(data.storage, data.shape, data.strides, data.offset);
    this.persistent = typeof persistent === 'boolean' ? persistent : (persistent.persistent ?? true);
  }
}

export interface UninitializedOptions {
  requires_grad?: boolean;
  device?: string | null;
  dtype?: DType | null;
}
const unsized = (o: UninitializedOptions): Tensor => empty([0], o.dtype ?? get_default_dtype(), deviceOf(o.device));
/** Gives an unsized tensor its memory and its plain class. */
function materialized(t: Tensor, shape: readonly number[], plain: object): void {
  const made = empty(shape, t.dtype, t.storage.device);
  t.storage = made.storage;
  t.shape = made.shape;
  t.strides = made.strides;
  t.offset = made.offset;
  Object.setPrototypeOf(t, plain);
}
/** A parameter whose shape is known only at the first forward. */
export class UninitializedParameter extends Parameter {
  constructor(options: UninitializedOptions = {}) {
    super(unsized(options), options.requires_grad ?? true);
  }
  /** Becomes a Parameter of that shape, with memory that is still to be initialised. */
  materialize(shape: readonly number[]): void {
    materialized(this, shape, Parameter.prototype);
  }
  override toString(): string {
    return '<UninitializedParameter>';
  }
}
/** A buffer whose shape is known only at the first forward. */
export class UninitializedBuffer extends Buffer {
  constructor(options: UninitializedOptions = {}) {
    super(unsized(options));
  }
  /** Becomes a buffer of that shape, with memory that is still to be initialised. */
  materialize(shape: readonly number[]): void {
    materialized(this, shape, Buffer.prototype);
  }
  override toString(): string {
    return '<UninitializedBuffer>';
  }
}
