import { IndexError, ValueError } from '../../device/device.ts';
import { torch } from '../../core.ts';
import { numelOf, sameShape, type Tensor } from '../../tensor.ts';
import { bindArguments, needed } from '../arguments.ts';
import { AssertionError, BasePruningMethod } from './method.ts';

/** A whole number is a count, any other a fraction; 1 is one element, as PyTorch's int 1, for TypeScript has no 1.0. */
function checkAmount(amount: unknown): void {
  if (typeof amount !== 'number' || Number.isNaN(amount))
    throw new TypeError(`Invalid type for amount: ${String(amount)}. Must be int or float.`);
  if (amount < 0 || (!Number.isInteger(amount) && amount > 1))
    throw new ValueError(`amount=${amount} should either be a float in the range [0, 1] or a non-negative integer`);
}
/** Python's round: halves go to the even neighbour. */
function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
function countOf(amount: number, size: number): number {
  const count = Number.isInteger(amount) ? amount : roundEven(amount * size);
  if (count > size)
    throw new ValueError(`amount=${count} should be smaller than the number of parameters to prune=${size}`);
  return count;
}
function checkStructured(t: Tensor, dim: number): number {
  const dims = t.shape.length;
  if (dims <= 1)
    throw new ValueError(
      `Structured pruning can only be applied to multidimensional tensors. Found tensor of shape [${t.shape.join(', ')}] with ${dims} dims`,
    );
  if (dim >= dims || dim < -dims)
    throw new IndexError(`Invalid index ${dim} for tensor of size [${t.shape.join(', ')}]`);
  return dim < 0 ? dim + dims : dim;
}
/** Zeros and ones of t's shape: ones where the channel along dim is kept. */
function channels(t: Tensor, dim: number, kept: Tensor): Tensor {
  const shape = t.shape.map((_, d) => (d === dim ? -1 : 1));
  return kept.to(t.dtype).reshape(shape).expand(t.shape).clone();
}

/** Prunes nothing; the module gets `_orig` and a mask of ones. */
export class Identity extends BasePruningMethod {
  override compute_mask(_t: Tensor, default_mask: Tensor): Tensor {
    return default_mask;
  }
}

interface AmountOptions {
  amount?: number;
}
/** Prunes elements at random, among those that are left. */
export class RandomUnstructured extends BasePruningMethod {
  readonly amount: number;
  constructor(amount: number | AmountOptions);
  constructor(...args: unknown[]) {
    super();
    this.amount = bindArguments('RandomUnstructured', args, { amount: needed<number>() }).amount;
    checkAmount(this.amount);
  }
  override compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const count = countOf(this.amount, numelOf(t.shape));
    return count === 0 ? default_mask.clone() : without(default_mask, torch.rand_like(t).reshape(-1).topk(count)[1]);
  }
}
/** Prunes the elements of smallest absolute value, among those that are left. */
export class L1Unstructured extends BasePruningMethod {
  readonly amount: number;
  constructor(amount: number | AmountOptions);
  constructor(...args: unknown[]) {
    super();
    this.amount = bindArguments('L1Unstructured', args, { amount: needed<number>() }).amount;
    checkAmount(this.amount);
  }
  override compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const count = countOf(this.amount, numelOf(t.shape));
    if (count === 0) return default_mask.clone();
    return without(default_mask, t.abs().reshape(-1).topk(count, { largest: false })[1]);
  }
}
function without(mask: Tensor, indices: Tensor): Tensor {
  const flat = mask.clone().reshape(-1);
  return flat.index_fill_(0, indices, 0).reshape(mask.shape);
}

/** Prunes whole channels along `dim` at random. */
export class RandomStructured extends BasePruningMethod {
  override readonly PRUNING_TYPE = 'structured';
  readonly amount: number;
  readonly dim: number;
  constructor(amount: number | (AmountOptions & { dim?: number }), dim?: number | { dim?: number });
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('RandomStructured', args, { amount: needed<number>(), dim: -1 });
    checkAmount(o.amount);
    this.amount = o.amount;
    this.dim = o.dim;
  }
  override compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const dim = checkStructured(t, this.dim);
    const size = t.shape[dim] ?? 0;
    const count = countOf(this.amount, size);
    if (count === 0) return default_mask;
    const chance = torch.rand(size);
    const kept = chance.gt(chance.kthvalue(count)[0]);
    return channels(t, dim, kept).mul(default_mask.to(t.dtype));
  }
}
/** Prunes the channels along `dim` whose elements have the smallest n-norm. */
export class LnStructured extends BasePruningMethod {
  override readonly PRUNING_TYPE = 'structured';
  readonly amount: number;
  readonly n: number;
  readonly dim: number;
  constructor(
    amount: number | (AmountOptions & { n?: number; dim?: number }),
    n?: number | { n?: number; dim?: number },
    dim?: number | { dim?: number },
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('LnStructured', args, { amount: needed<number>(), n: needed<number>(), dim: -1 });
    checkAmount(o.amount);
    this.amount = o.amount;
    this.n = o.n;
    this.dim = o.dim;
  }
  override compute_mask(t: Tensor, default_mask: Tensor): Tensor {
    const dim = checkStructured(t, this.dim);
    const size = t.shape[dim] ?? 0;
    const count = countOf(this.amount, size);
    if (count === 0) return default_mask;
    const norms = t.norm(
      this.n,
      t.shape.map((_, d) => d).filter((d) => d !== dim),
    );
    const kept = torch.zeros(size).index_fill_(0, norms.topk(size - count, { largest: true })[1], 1);
    return channels(t, dim, kept).mul(default_mask.to(t.dtype));
  }
}
/** Prunes as a mask says. */
export class CustomFromMask extends BasePruningMethod {
  override readonly PRUNING_TYPE = 'global';
  readonly mask: Tensor;
  constructor(mask: Tensor | { mask?: Tensor });
  constructor(...args: unknown[]) {
    super();
    this.mask = bindArguments('CustomFromMask', args, { mask: needed<Tensor>() }).mask;
  }
  override compute_mask(_t: Tensor, default_mask: Tensor): Tensor {
    if (!sameShape(default_mask.shape, this.mask.shape))
      throw new AssertionError(
        `the mask has shape [${this.mask.shape.join(', ')}], the parameter [${default_mask.shape.join(', ')}]`,
      );
    return default_mask.mul(this.mask.to(default_mask.dtype));
  }
}
