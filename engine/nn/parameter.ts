import { tensorText } from '../print.ts';
import { empty, metaOf, setRequiresGrad, Tensor } from '../tensor.ts';

/** Another tensor object on the same memory, without history. */
function sharing(made: Tensor, data: Tensor): void {
  made.storage = data.storage;
  made.shape = data.shape;
  made.strides = data.strides;
  made.offset = data.offset;
}

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

/** A parameter whose shape is known only at the first forward. */
export class UninitializedParameter extends Parameter {
  /** Takes the memory and shape of `data`. */
  materialize(data: Tensor): void {
    sharing(this, data);
  }
}
