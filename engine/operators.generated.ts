// Written by build-types.ts from the operator table. Do not edit.
import type { DType } from './dtype.ts';
import type { QScheme } from './quantization/qscheme.ts';
import type { Tensor } from './tensor.ts';

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
  __and__(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit and of integers and bools. In place. */
  __and___(other: Tensor | number | boolean): this;
  __and___(options: { other: Tensor | number | boolean }): this;
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  __matmul__(other: Tensor): Tensor;
  __matmul__(options: { other: Tensor }): Tensor;
  /** Bit by bit or of integers and bools. */
  __or__(other: Tensor | number | boolean): Tensor;
  __or__(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit or of integers and bools. In place. */
  __or___(other: Tensor | number | boolean): this;
  __or___(options: { other: Tensor | number | boolean }): this;
  /** Bit by bit xor of integers and bools. */
  __xor__(other: Tensor | number | boolean): Tensor;
  __xor__(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. In place. */
  __xor___(other: Tensor | number | boolean): this;
  __xor___(options: { other: Tensor | number | boolean }): this;
  /** src, repeated and converted to input. @internal */
  _write(src: Tensor | number | boolean): Tensor;
  /** @internal */
  _write(options: { src: Tensor | number | boolean }): Tensor;
  /** src, repeated and converted to input. In place. @internal */
  _write_(src: Tensor | number | boolean): this;
  /** @internal */
  _write_(options: { src: Tensor | number | boolean }): this;
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
  add(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  add(options: { other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. In place. */
  add_(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): this;
  add_(options: { other: Tensor | number | boolean; alpha?: number | boolean }): this;
  /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. */
  addbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addbmm(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. In place. */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): this;
  addbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): this;
  /** input + value · tensor1 / tensor2. */
  addcdiv(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcdiv(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** input + value · tensor1 / tensor2. In place. */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): this;
  addcdiv_(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): this;
  /** input + value · tensor1 · tensor2. */
  addcmul(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcmul(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** input + value · tensor1 · tensor2. In place. */
  addcmul_(tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): this;
  addcmul_(options: { tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): this;
  /** beta · input + alpha · mat1 @ mat2. */
  addmm(mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmm(options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · mat1 @ mat2. In place. */
  addmm_(mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): this;
  addmm_(options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): this;
  /** beta · input + alpha · mat @ vec. */
  addmv(mat: Tensor, vec: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmv(options: { mat: Tensor; vec: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · mat @ vec. In place. */
  addmv_(mat: Tensor, vec: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): this;
  addmv_(options: { mat: Tensor; vec: Tensor; beta?: number | boolean; alpha?: number | boolean }): this;
  /** beta · input + alpha · vec1 ⊗ vec2. */
  addr(vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addr(options: { vec1: Tensor; vec2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · vec1 ⊗ vec2. In place. */
  addr_(vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): this;
  addr_(options: { vec1: Tensor; vec2: Tensor; beta?: number | boolean; alpha?: number | boolean }): this;
  /** The last two dimensions swapped (and conjugated, which real numbers do not show). */
  adjoint(): Tensor;
  /** A view of all of it. */
  alias(): Tensor;
  /** True when every element is not zero. */
  all(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  all(options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  all(dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  /** Whether isclose holds everywhere. */
  allclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
  allclose(other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  allclose(other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): boolean;
  allclose(options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  /** The largest value over dims; equal ones share the gradient. */
  amax(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  amax(options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  amax(dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  /** The smallest value over dims; equal ones share the gradient. */
  amin(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  amin(options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  amin(dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  /** Smallest and largest value. */
  aminmax(options?: { dim?: number | null; keepdim?: boolean }): [min: Tensor, max: Tensor] & { readonly min: Tensor; readonly max: Tensor };
  /** π where negative, else 0. */
  angle(): Tensor;
  /** π where negative, else 0. In place. */
  angle_(): this;
  /** True when some element is not zero. */
  any(dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  any(options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  any(dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  /** Every element becomes callable(element). Slow; on the CPU. */
  apply_(callable: unknown): Tensor;
  apply_(options: { callable: unknown }): Tensor;
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
  arctan2(options: { other: Tensor }): Tensor;
  /** The angle of the point (other, input). In place. */
  arctan2_(other: Tensor): this;
  arctan2_(options: { other: Tensor }): this;
  /** Inverse hyperbolic tangent. */
  arctanh(): Tensor;
  /** Inverse hyperbolic tangent. In place. */
  arctanh_(): this;
  /** Where the largest element is; of the flattened tensor when no dim is given. */
  argmax(dim?: number | null, keepdim?: boolean): Tensor;
  argmax(options: { dim?: number | null; keepdim?: boolean }): Tensor;
  argmax(dim: number | null, options: { keepdim?: boolean }): Tensor;
  /** Where the smallest element is; of the flattened tensor when no dim is given. */
  argmin(dim?: number | null, keepdim?: boolean): Tensor;
  argmin(options: { dim?: number | null; keepdim?: boolean }): Tensor;
  argmin(dim: number | null, options: { keepdim?: boolean }): Tensor;
  /** The indices that sort along dim. */
  argsort(dim?: number, descending?: boolean, options?: { stable?: boolean }): Tensor;
  argsort(options: { dim?: number; descending?: boolean; stable?: boolean }): Tensor;
  argsort(dim: number, options: { descending?: boolean; stable?: boolean }): Tensor;
  /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
  argwhere(options?: { as_tuple?: boolean }): any;
  /** Any strided view of the memory. */
  as_strided(size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
  as_strided(size: readonly number[] | number, stride: readonly number[] | number, options: { storage_offset?: number | null }): Tensor;
  as_strided(options: { size: readonly number[] | number; stride: readonly number[] | number; storage_offset?: number | null }): Tensor;
  /** Any strided view of the memory. In place: the tensor itself takes the shape. */
  as_strided_(size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
  as_strided_(size: readonly number[] | number, stride: readonly number[] | number, options: { storage_offset?: number | null }): Tensor;
  as_strided_(options: { size: readonly number[] | number; stride: readonly number[] | number; storage_offset?: number | null }): Tensor;
  /** A copy of input with src in a strided window. */
  as_strided_scatter(src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
  as_strided_scatter(src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: { storage_offset?: number | null }): Tensor;
  as_strided_scatter(options: { src: Tensor; size: readonly number[] | number; stride: readonly number[] | number; storage_offset?: number | null }): Tensor;
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
  atan2(options: { other: Tensor }): Tensor;
  /** The angle of the point (other, input). In place. */
  atan2_(other: Tensor): this;
  atan2_(options: { other: Tensor }): this;
  /** Inverse hyperbolic tangent. */
  atanh(): Tensor;
  /** Inverse hyperbolic tangent. In place. */
  atanh_(): this;
  /** Computes the gradients of this tensor with respect to the leaves and adds them to their .grad. Not scalar: say the gradient of the loss with respect to this tensor. */
  backward(gradient?: Tensor | null, retain_graph?: boolean | null, create_graph?: boolean, inputs?: unknown): any;
  backward(options: { gradient?: Tensor | null; retain_graph?: boolean | null; create_graph?: boolean; inputs?: unknown }): any;
  backward(gradient: Tensor | null, options: { retain_graph?: boolean | null; create_graph?: boolean; inputs?: unknown }): any;
  /** beta · input + alpha · batch1 @ batch2, batch by batch. */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  baddbmm(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · batch1 @ batch2, batch by batch. In place. */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): this;
  baddbmm_(options: { batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): this;
  /** 1 with the probability that input gives, else 0. */
  bernoulli(options?: { generator?: object | null }): Tensor;
  /** 1 with probability p, else 0. */
  bernoulli(p?: number, options?: { generator?: object | null }): Tensor;
  bernoulli(options: { p?: number; generator?: object | null }): Tensor;
  /** 1 with the probability that p gives, which is repeated to fit input, else 0. */
  bernoulli(p: Tensor, options?: { generator?: object | null }): Tensor;
  bernoulli(options: { p: Tensor; generator?: object | null }): Tensor;
  /** 1 with probability p, else 0. In place. */
  bernoulli_(p?: number, options?: { generator?: object | null }): this;
  bernoulli_(options: { p?: number; generator?: object | null }): this;
  /** 1 with the probability that p gives, which is repeated to fit input, else 0. In place. */
  bernoulli_(p: Tensor, options?: { generator?: object | null }): this;
  bernoulli_(options: { p: Tensor; generator?: object | null }): this;
  /** In bfloat16. */
  bfloat16(memory_format?: unknown): Tensor;
  bfloat16(options: { memory_format?: unknown }): Tensor;
  /** How often each whole number from 0 occurs (or the sum of its weights). */
  bincount(weights?: Tensor | null, minlength?: number): Tensor;
  bincount(options: { weights?: Tensor | null; minlength?: number }): Tensor;
  bincount(weights: Tensor | null, options: { minlength?: number }): Tensor;
  /** Bit by bit and of integers and bools. */
  bitwise_and(other: Tensor | number | boolean): Tensor;
  bitwise_and(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit and of integers and bools. In place. */
  bitwise_and_(other: Tensor | number | boolean): this;
  bitwise_and_(options: { other: Tensor | number | boolean }): this;
  /** input · 2^other, by shifting bits. */
  bitwise_left_shift(other: Tensor | number | boolean): Tensor;
  bitwise_left_shift(options: { other: Tensor | number | boolean }): Tensor;
  /** input · 2^other, by shifting bits. In place. */
  bitwise_left_shift_(other: Tensor | number | boolean): this;
  bitwise_left_shift_(options: { other: Tensor | number | boolean }): this;
  /** Flips every bit; of a bool, its truth. */
  bitwise_not(): Tensor;
  /** Flips every bit; of a bool, its truth. In place. */
  bitwise_not_(): this;
  /** Bit by bit or of integers and bools. */
  bitwise_or(other: Tensor | number | boolean): Tensor;
  bitwise_or(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit or of integers and bools. In place. */
  bitwise_or_(other: Tensor | number | boolean): this;
  bitwise_or_(options: { other: Tensor | number | boolean }): this;
  /** input / 2^other, by shifting bits. */
  bitwise_right_shift(other: Tensor | number | boolean): Tensor;
  bitwise_right_shift(options: { other: Tensor | number | boolean }): Tensor;
  /** input / 2^other, by shifting bits. In place. */
  bitwise_right_shift_(other: Tensor | number | boolean): this;
  bitwise_right_shift_(options: { other: Tensor | number | boolean }): this;
  /** Bit by bit xor of integers and bools. */
  bitwise_xor(other: Tensor | number | boolean): Tensor;
  bitwise_xor(options: { other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. In place. */
  bitwise_xor_(other: Tensor | number | boolean): this;
  bitwise_xor_(options: { other: Tensor | number | boolean }): this;
  /** Products of batches of matrices, [b, n, m] @ [b, m, p] → [b, n, p]. */
  bmm(mat2: Tensor): Tensor;
  bmm(options: { mat2: Tensor }): Tensor;
  /** In bool. */
  bool(memory_format?: unknown): Tensor;
  bool(options: { memory_format?: unknown }): Tensor;
  /** expand under its NumPy name. */
  broadcast_to(...size: number[]): Tensor;
  broadcast_to(size: readonly number[]): Tensor;
  broadcast_to(options: { size: readonly number[] }): Tensor;
  /** In uint8. */
  byte(memory_format?: unknown): Tensor;
  byte(options: { memory_format?: unknown }): Tensor;
  /** cat, as a method. */
  cat_with(others: readonly Tensor[], dim: number): Tensor;
  cat_with(options: { others: readonly Tensor[]; dim: number }): Tensor;
  /** Overwrites with draws from the Cauchy distribution. */
  cauchy_(median?: number, sigma?: number, options?: { generator?: object | null }): Tensor;
  cauchy_(options: { median?: number; sigma?: number; generator?: object | null }): Tensor;
  cauchy_(median: number, options: { sigma?: number; generator?: object | null }): Tensor;
  /** Rounds up. */
  ceil(): Tensor;
  /** Rounds up. In place. */
  ceil_(): this;
  /** In int8. */
  char(memory_format?: unknown): Tensor;
  char(options: { memory_format?: unknown }): Tensor;
  /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
  cholesky(upper?: boolean): Tensor;
  cholesky(options: { upper?: boolean }): Tensor;
  /** At most chunks views of equal size, the last maybe smaller. */
  chunk(chunks: number, dim?: number): Tensor[];
  chunk(chunks: number, options: { dim?: number }): Tensor[];
  chunk(options: { chunks: number; dim?: number }): Tensor[];
  /** Kept within [min, max]; null leaves a side open. */
  clamp(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clamp(options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clamp(min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  /** Kept within [min, max]; null leaves a side open. In place. */
  clamp_(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): this;
  clamp_(options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): this;
  clamp_(min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): this;
  /** At most max. */
  clamp_max(max: Tensor | number | boolean): Tensor;
  clamp_max(options: { max: Tensor | number | boolean }): Tensor;
  /** At most max. In place. */
  clamp_max_(max: Tensor | number | boolean): this;
  clamp_max_(options: { max: Tensor | number | boolean }): this;
  /** At least min. */
  clamp_min(min: Tensor | number | boolean): Tensor;
  clamp_min(options: { min: Tensor | number | boolean }): Tensor;
  /** At least min. In place. */
  clamp_min_(min: Tensor | number | boolean): this;
  clamp_min_(options: { min: Tensor | number | boolean }): this;
  /** Kept within [min, max]; null leaves a side open. */
  clip(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clip(options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clip(min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  /** Kept within [min, max]; null leaves a side open. In place. */
  clip_(min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): this;
  clip_(options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): this;
  clip_(min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): this;
  /** A copy in memory of its own; gradients pass through. */
  clone(options?: { memory_format?: unknown }): Tensor;
  /** Every choice of r elements, as rows. */
  combinations(r?: number, with_replacement?: boolean): Tensor;
  combinations(options: { r?: number; with_replacement?: boolean }): Tensor;
  combinations(r: number, options: { with_replacement?: boolean }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  conj(): Tensor;
  /** Adds (or, where negative, takes away) elements at both ends; pad lists pairs, the last dimension first. */
  constant_pad_nd(pad: readonly number[] | number, value?: number | boolean): Tensor;
  constant_pad_nd(pad: readonly number[] | number, options: { value?: number | boolean }): Tensor;
  constant_pad_nd(options: { pad: readonly number[] | number; value?: number | boolean }): Tensor;
  /** Itself when its memory is row-major, else a copy that is. */
  contiguous(options?: { memory_format?: unknown }): Tensor;
  /** Writes src into this memory. */
  copy_(src: Tensor | number | boolean, non_blocking?: boolean): Tensor;
  copy_(src: Tensor | number | boolean, options: { non_blocking?: boolean }): Tensor;
  copy_(options: { src: Tensor | number | boolean; non_blocking?: boolean }): Tensor;
  /** The size of input with the sign of other. */
  copysign(other: Tensor | number | boolean): Tensor;
  copysign(options: { other: Tensor | number | boolean }): Tensor;
  /** The size of input with the sign of other. In place. */
  copysign_(other: Tensor | number | boolean): this;
  copysign_(options: { other: Tensor | number | boolean }): this;
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
  count_nonzero(options: { dim?: readonly number[] | number | null }): Tensor;
  /** Covariance of the rows’ variables. */
  cov(options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  /** On the CPU. */
  cpu(): Tensor;
  /** Cross product of vectors of three. */
  cross(other: Tensor, dim?: number | null): Tensor;
  cross(other: Tensor, options: { dim?: number | null }): Tensor;
  cross(options: { other: Tensor; dim?: number | null }): Tensor;
  /** Running maximum along dim and where it is. */
  cummax(dim: number): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  cummax(options: { dim: number }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Running minimum along dim and where it is. */
  cummin(dim: number): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  cummin(options: { dim: number }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Running product along dim. */
  cumprod(dim: number, options?: { dtype?: DType | null }): Tensor;
  cumprod(options: { dim: number; dtype?: DType | null }): Tensor;
  /** Running product along dim. In place. */
  cumprod_(dim: number, options?: { dtype?: DType | null }): this;
  cumprod_(options: { dim: number; dtype?: DType | null }): this;
  /** Running sum along dim. */
  cumsum(dim: number, options?: { dtype?: DType | null }): Tensor;
  cumsum(options: { dim: number; dtype?: DType | null }): Tensor;
  /** Running sum along dim. In place. */
  cumsum_(dim: number, options?: { dtype?: DType | null }): this;
  cumsum_(options: { dim: number; dtype?: DType | null }): this;
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
  diag(options: { diagonal?: number }): Tensor;
  /** The last dimension as the diagonal of two new ones. */
  diag_embed(offset?: number, dim1?: number, dim2?: number): Tensor;
  diag_embed(options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diag_embed(offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  /** All elements on a diagonal. */
  diagflat(offset?: number): Tensor;
  diagflat(options: { offset?: number }): Tensor;
  /** A view of the diagonal of two dimensions, as the last one. */
  diagonal(offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal(options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diagonal(offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  /** A copy of input with src on a diagonal. */
  diagonal_scatter(src: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal_scatter(src: Tensor, options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diagonal_scatter(src: Tensor, offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  diagonal_scatter(options: { src: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** Differences of neighbours along dim, n times over. */
  diff(n?: number, dim?: number, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  diff(options: { n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  diff(n: number, options: { dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  /** Derivative of lgamma. */
  digamma(): Tensor;
  /** Derivative of lgamma. In place. */
  digamma_(): this;
  /** Number of dimensions. */
  dim(): number;
  /** ‖input − other‖ₚ. */
  dist(other: Tensor, p?: number | boolean): Tensor;
  dist(other: Tensor, options: { p?: number | boolean }): Tensor;
  dist(options: { other: Tensor; p?: number | boolean }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  div(other: Tensor | number | boolean): Tensor;
  div(options: { other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  div(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  div(options: { other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  div_(other: Tensor | number | boolean): this;
  div_(options: { other: Tensor | number | boolean }): this;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  div_(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): this;
  div_(options: { other: Tensor | number | boolean; rounding_mode: string | null }): this;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  divide(other: Tensor | number | boolean): Tensor;
  divide(options: { other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  divide(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  divide(options: { other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  divide_(other: Tensor | number | boolean): this;
  divide_(options: { other: Tensor | number | boolean }): this;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  divide_(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): this;
  divide_(options: { other: Tensor | number | boolean; rounding_mode: string | null }): this;
  /** Inner product of two vectors. */
  dot(tensor: Tensor): Tensor;
  dot(options: { tensor: Tensor }): Tensor;
  /** In float64. */
  double(memory_format?: unknown): Tensor;
  double(options: { memory_format?: unknown }): Tensor;
  /** tensor_split along dimension 2, whose size must be a multiple of the number of parts. */
  dsplit(indices_or_sections: unknown): Tensor[];
  dsplit(options: { indices_or_sections: unknown }): Tensor[];
  /** Bytes of one element. */
  element_size(): number;
  /** input == other, as bool. */
  eq(other: Tensor | number | boolean): Tensor;
  eq(options: { other: Tensor | number | boolean }): Tensor;
  /** input == other, as bool. In place. */
  eq_(other: Tensor | number | boolean): this;
  eq_(options: { other: Tensor | number | boolean }): this;
  /** Whether shapes and all elements are equal. */
  equal(other: Tensor): boolean;
  equal(options: { other: Tensor }): boolean;
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
  expand(options: { size: readonly number[] }): Tensor;
  /** expand(other.shape). */
  expand_as(other: Tensor): Tensor;
  expand_as(options: { other: Tensor }): Tensor;
  /** 1 / (1 + e^−input). */
  expit(): Tensor;
  /** 1 / (1 + e^−input). In place. */
  expit_(): this;
  /** e^input − 1, exact near zero. */
  expm1(): Tensor;
  /** e^input − 1, exact near zero. In place. */
  expm1_(): this;
  /** From the exponential distribution, shaped as input. */
  exponential(lambd?: number, options?: { generator?: object | null }): Tensor;
  exponential(options: { lambd?: number; generator?: object | null }): Tensor;
  /** From the exponential distribution, shaped as input. In place. */
  exponential_(lambd?: number, options?: { generator?: object | null }): this;
  exponential_(options: { lambd?: number; generator?: object | null }): this;
  /** Every element the same value. */
  fill(value: Tensor | number | boolean): Tensor;
  fill(options: { value: Tensor | number | boolean }): Tensor;
  /** Every element the same value. In place. */
  fill_(value: Tensor | number | boolean): this;
  fill_(options: { value: Tensor | number | boolean }): this;
  /** Writes the value into the diagonal; with wrap of a tall matrix again below each square. */
  fill_diagonal_(fill_value: number | boolean, wrap?: boolean): Tensor;
  fill_diagonal_(fill_value: number | boolean, options: { wrap?: boolean }): Tensor;
  fill_diagonal_(options: { fill_value: number | boolean; wrap?: boolean }): Tensor;
  /** Rounds towards zero. */
  fix(): Tensor;
  /** Rounds towards zero. In place. */
  fix_(): this;
  /** Makes one dimension of those from start_dim to end_dim. */
  flatten(start_dim?: number, end_dim?: number): Tensor;
  flatten(options: { start_dim?: number; end_dim?: number }): Tensor;
  flatten(start_dim: number, options: { end_dim?: number }): Tensor;
  /** Reverses dimensions, in a copy. */
  flip(...dims: number[]): Tensor;
  flip(dims: readonly number[]): Tensor;
  flip(options: { dims: readonly number[] }): Tensor;
  /** Left and right swapped. */
  fliplr(): Tensor;
  /** Up and down swapped. */
  flipud(): Tensor;
  /** In float32. */
  float(memory_format?: unknown): Tensor;
  float(options: { memory_format?: unknown }): Tensor;
  /** pow in float64. */
  float_power(exponent: Tensor | number | boolean): Tensor;
  float_power(options: { exponent: Tensor | number | boolean }): Tensor;
  /** pow in float64. In place. */
  float_power_(exponent: Tensor | number | boolean): this;
  float_power_(options: { exponent: Tensor | number | boolean }): this;
  /** Rounds down. */
  floor(): Tensor;
  /** Rounds down. In place. */
  floor_(): this;
  /** ⌊input / other⌋. */
  floor_divide(other: Tensor | number | boolean): Tensor;
  floor_divide(options: { other: Tensor | number | boolean }): Tensor;
  /** ⌊input / other⌋. In place. */
  floor_divide_(other: Tensor | number | boolean): this;
  floor_divide_(options: { other: Tensor | number | boolean }): this;
  /** The larger of each pair; a number wins over NaN. */
  fmax(other: Tensor): Tensor;
  fmax(options: { other: Tensor }): Tensor;
  /** The smaller of each pair; a number wins over NaN. */
  fmin(other: Tensor): Tensor;
  fmin(options: { other: Tensor }): Tensor;
  /** C's remainder: the result has the dividend's sign. */
  fmod(other: Tensor | number | boolean): Tensor;
  fmod(options: { other: Tensor | number | boolean }): Tensor;
  /** C's remainder: the result has the dividend's sign. In place. */
  fmod_(other: Tensor | number | boolean): this;
  fmod_(options: { other: Tensor | number | boolean }): this;
  /** What trunc takes away. */
  frac(): Tensor;
  /** What trunc takes away. In place. */
  frac_(): this;
  /** Mantissa in ±[0.5, 1) and exponent: input = mantissa · 2^exponent. */
  frexp(): [mantissa: Tensor, exponent: Tensor] & { readonly mantissa: Tensor; readonly exponent: Tensor };
  /** out[i][j] = input[index[i][j]][j] for dim 0, and so on: picks along dim by index. */
  gather(dim: number, index: Tensor, options?: { sparse_grad?: boolean }): Tensor;
  gather(options: { dim: number; index: Tensor; sparse_grad?: boolean }): Tensor;
  /** Greatest common divisor. */
  gcd(other: Tensor): Tensor;
  gcd(options: { other: Tensor }): Tensor;
  /** Greatest common divisor. In place. */
  gcd_(other: Tensor): this;
  gcd_(options: { other: Tensor }): this;
  /** input >= other, as bool. */
  ge(other: Tensor | number | boolean): Tensor;
  ge(options: { other: Tensor | number | boolean }): Tensor;
  /** input >= other, as bool. In place. */
  ge_(other: Tensor | number | boolean): this;
  ge_(options: { other: Tensor | number | boolean }): this;
  /** Overwrites with the number of trials up to the first success. */
  geometric_(p: number, options?: { generator?: object | null }): Tensor;
  geometric_(options: { p: number; generator?: object | null }): Tensor;
  /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
  ger(vec2: Tensor): Tensor;
  ger(options: { vec2: Tensor }): Tensor;
  /** The index of its GPU, −1 on the CPU. */
  get_device(): number;
  /** Slopes along dims: central differences inside, one-sided at the edges (of second order with edge_order 2). */
  gradient(options?: { spacing?: unknown; dim?: readonly number[] | number | null; edge_order?: number }): Tensor[];
  /** input > other, as bool. */
  greater(other: Tensor | number | boolean): Tensor;
  greater(options: { other: Tensor | number | boolean }): Tensor;
  /** input > other, as bool. In place. */
  greater_(other: Tensor | number | boolean): this;
  greater_(options: { other: Tensor | number | boolean }): this;
  /** input >= other, as bool. */
  greater_equal(other: Tensor | number | boolean): Tensor;
  greater_equal(options: { other: Tensor | number | boolean }): Tensor;
  /** input >= other, as bool. In place. */
  greater_equal_(other: Tensor | number | boolean): this;
  greater_equal_(options: { other: Tensor | number | boolean }): this;
  /** input > other, as bool. */
  gt(other: Tensor | number | boolean): Tensor;
  gt(options: { other: Tensor | number | boolean }): Tensor;
  /** input > other, as bool. In place. */
  gt_(other: Tensor | number | boolean): this;
  gt_(options: { other: Tensor | number | boolean }): this;
  /** In float16. */
  half(memory_format?: unknown): Tensor;
  half(options: { memory_format?: unknown }): Tensor;
  /** 0 within [−λ, λ], x elsewhere. */
  hardshrink(lambd?: number): Tensor;
  hardshrink(options: { lambd?: number }): Tensor;
  /** 0 below zero, 1 above, values at zero. */
  heaviside(values: Tensor): Tensor;
  heaviside(options: { values: Tensor }): Tensor;
  /** 0 below zero, 1 above, values at zero. In place. */
  heaviside_(values: Tensor): this;
  heaviside_(options: { values: Tensor }): this;
  /** Counts in bins of equal width from min to max (of the data when both are equal). */
  histc(bins?: number, min?: number | boolean, max?: number | boolean): Tensor;
  histc(options: { bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
  histc(bins: number, options: { min?: number | boolean; max?: number | boolean }): Tensor;
  /** Counts (or weights, or densities) in bins, and the bins’ edges. */
  histogram(bins: number | Tensor, options?: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, bin_edges: Tensor] & { readonly hist: Tensor; readonly bin_edges: Tensor };
  histogram(options: { bins: number | Tensor; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, bin_edges: Tensor] & { readonly hist: Tensor; readonly bin_edges: Tensor };
  /** tensor_split along dimension 1, whose size must be a multiple of the number of parts. */
  hsplit(indices_or_sections: unknown): Tensor[];
  hsplit(options: { indices_or_sections: unknown }): Tensor[];
  /** √(input² + other²). */
  hypot(other: Tensor): Tensor;
  hypot(options: { other: Tensor }): Tensor;
  /** √(input² + other²). In place. */
  hypot_(other: Tensor): this;
  hypot_(options: { other: Tensor }): this;
  /** Modified Bessel function of order 0. */
  i0(): Tensor;
  /** Modified Bessel function of order 0. In place. */
  i0_(): this;
  /** Modified Bessel function of order 1. */
  i1(): Tensor;
  /** Modified Bessel function of order 1. In place. */
  i1_(): this;
  /** A copy with alpha · source added at the places along dim that index lists. */
  index_add(dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  index_add(options: { dim: number; index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /** A copy with alpha · source added at the places along dim that index lists. In place. */
  index_add_(dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): this;
  index_add_(options: { dim: number; index: Tensor; source: Tensor; alpha?: number | boolean }): this;
  /** A copy with source at the places along dim that index lists. */
  index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
  index_copy(options: { dim: number; index: Tensor; source: Tensor }): Tensor;
  /** A copy with source at the places along dim that index lists. In place. */
  index_copy_(dim: number, index: Tensor, source: Tensor): this;
  index_copy_(options: { dim: number; index: Tensor; source: Tensor }): this;
  /** A copy with value at the places along dim that index lists. */
  index_fill(dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
  index_fill(options: { dim: number; index: Tensor; value: number | boolean | Tensor }): Tensor;
  /** A copy with value at the places along dim that index lists. In place. */
  index_fill_(dim: number, index: Tensor, value: number | boolean | Tensor): this;
  index_fill_(options: { dim: number; index: Tensor; value: number | boolean | Tensor }): this;
  /** A copy with values at the places given by index tensors. */
  index_put(indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
  index_put(indices: unknown, values: Tensor, options: { accumulate?: boolean }): Tensor;
  index_put(options: { indices: unknown; values: Tensor; accumulate?: boolean }): Tensor;
  /** A copy with values at the places given by index tensors. In place. */
  index_put_(indices: unknown, values: Tensor, accumulate?: boolean): this;
  index_put_(indices: unknown, values: Tensor, options: { accumulate?: boolean }): this;
  index_put_(options: { indices: unknown; values: Tensor; accumulate?: boolean }): this;
  /** A copy in which slices of source are reduced into the places along dim that index lists. */
  index_reduce(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  index_reduce(options: { dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** A copy in which slices of source are reduced into the places along dim that index lists. In place. */
  index_reduce_(dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): this;
  index_reduce_(options: { dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): this;
  /** The places along dim that index lists. */
  index_select(dim: number, index: Tensor): Tensor;
  index_select(options: { dim: number; index: Tensor }): Tensor;
  /** Sum of products over the last dimensions. */
  inner(other: Tensor): Tensor;
  inner(options: { other: Tensor }): Tensor;
  /** In int32. */
  int(memory_format?: unknown): Tensor;
  int(options: { memory_format?: unknown }): Tensor;
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
  is_same_size(options: { other: Tensor }): boolean;
  /** Whether both are the same window on the same memory. */
  is_set_to(tensor: Tensor): boolean;
  is_set_to(options: { tensor: Tensor }): boolean;
  /** Never: memory is of one process. */
  is_shared(): boolean;
  /** Whether the dtype has negative numbers. */
  is_signed(): boolean;
  /** |input − other| ≤ atol + rtol · |other|. */
  isclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
  isclose(other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
  isclose(other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): Tensor;
  isclose(options: { other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
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
  kron(options: { other: Tensor }): Tensor;
  /** The k-th smallest value along dim and its index. */
  kthvalue(k: number, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(k: number, options: { dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(k: number, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(options: { k: number; dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Least common multiple. */
  lcm(other: Tensor): Tensor;
  lcm(options: { other: Tensor }): Tensor;
  /** Least common multiple. In place. */
  lcm_(other: Tensor): this;
  lcm_(options: { other: Tensor }): this;
  /** input · 2^other. */
  ldexp(other: Tensor): Tensor;
  ldexp(options: { other: Tensor }): Tensor;
  /** input · 2^other. In place. */
  ldexp_(other: Tensor): this;
  ldexp_(options: { other: Tensor }): this;
  /** input <= other, as bool. */
  le(other: Tensor | number | boolean): Tensor;
  le(options: { other: Tensor | number | boolean }): Tensor;
  /** input <= other, as bool. In place. */
  le_(other: Tensor | number | boolean): this;
  le_(options: { other: Tensor | number | boolean }): this;
  /** input + weight · (end − input). */
  lerp(end: Tensor, weight: Tensor | number | boolean): Tensor;
  lerp(options: { end: Tensor; weight: Tensor | number | boolean }): Tensor;
  /** input + weight · (end − input). In place. */
  lerp_(end: Tensor, weight: Tensor | number | boolean): this;
  lerp_(options: { end: Tensor; weight: Tensor | number | boolean }): this;
  /** input < other, as bool. */
  less(other: Tensor | number | boolean): Tensor;
  less(options: { other: Tensor | number | boolean }): Tensor;
  /** input < other, as bool. In place. */
  less_(other: Tensor | number | boolean): this;
  less_(options: { other: Tensor | number | boolean }): this;
  /** input <= other, as bool. */
  less_equal(other: Tensor | number | boolean): Tensor;
  less_equal(options: { other: Tensor | number | boolean }): Tensor;
  /** input <= other, as bool. In place. */
  less_equal_(other: Tensor | number | boolean): this;
  less_equal_(options: { other: Tensor | number | boolean }): this;
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
  log_normal_(mean?: number, std?: number, options?: { generator?: object | null }): Tensor;
  log_normal_(options: { mean?: number; std?: number; generator?: object | null }): Tensor;
  log_normal_(mean: number, options: { std?: number; generator?: object | null }): Tensor;
  /** log(softmax(x)), exact also where softmax underflows. */
  log_softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  log_softmax(options: { dim: number; dtype?: DType | null }): Tensor;
  /** log(eˣ + eʸ), without overflow. */
  logaddexp(other: Tensor): Tensor;
  logaddexp(options: { other: Tensor }): Tensor;
  /** log₂(2ˣ + 2ʸ), without overflow. */
  logaddexp2(other: Tensor): Tensor;
  logaddexp2(options: { other: Tensor }): Tensor;
  /** Running logsumexp along dim. */
  logcumsumexp(dim: number): Tensor;
  logcumsumexp(options: { dim: number }): Tensor;
  /** Logarithm of the determinant; NaN where it is negative. */
  logdet(): Tensor;
  /** Logical and: anything but zero is true. */
  logical_and(other: Tensor): Tensor;
  logical_and(options: { other: Tensor }): Tensor;
  /** Logical and: anything but zero is true. In place. */
  logical_and_(other: Tensor): this;
  logical_and_(options: { other: Tensor }): this;
  /** True where input is zero. */
  logical_not(): Tensor;
  /** True where input is zero. In place. */
  logical_not_(): this;
  /** Logical or: anything but zero is true. */
  logical_or(other: Tensor): Tensor;
  logical_or(options: { other: Tensor }): Tensor;
  /** Logical or: anything but zero is true. In place. */
  logical_or_(other: Tensor): this;
  logical_or_(options: { other: Tensor }): this;
  /** Logical xor: anything but zero is true. */
  logical_xor(other: Tensor): Tensor;
  logical_xor(options: { other: Tensor }): Tensor;
  /** Logical xor: anything but zero is true. In place. */
  logical_xor_(other: Tensor): this;
  logical_xor_(options: { other: Tensor }): this;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
  logit(eps?: number): Tensor;
  logit(options: { eps?: number }): Tensor;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
  logit_(eps?: number): this;
  logit_(options: { eps?: number }): this;
  /** log Σ e^x over dims, without overflow. */
  logsumexp(dim: readonly number[] | number, keepdim?: boolean): Tensor;
  logsumexp(dim: readonly number[] | number, options: { keepdim?: boolean }): Tensor;
  logsumexp(options: { dim: readonly number[] | number; keepdim?: boolean }): Tensor;
  /** In int64. */
  long(memory_format?: unknown): Tensor;
  long(options: { memory_format?: unknown }): Tensor;
  /** input < other, as bool. */
  lt(other: Tensor | number | boolean): Tensor;
  lt(options: { other: Tensor | number | boolean }): Tensor;
  /** input < other, as bool. In place. */
  lt_(other: Tensor | number | boolean): this;
  lt_(options: { other: Tensor | number | boolean }): this;
  /** Every element becomes callable(element, the other tensor’s). Slow; on the CPU. */
  map_(tensor: Tensor, callable: unknown): Tensor;
  map_(options: { tensor: Tensor; callable: unknown }): Tensor;
  /** value where the mask is true, input elsewhere. */
  masked_fill(mask: Tensor, value: Tensor | number | boolean): Tensor;
  masked_fill(options: { mask: Tensor; value: Tensor | number | boolean }): Tensor;
  /** value where the mask is true, input elsewhere. In place. */
  masked_fill_(mask: Tensor, value: Tensor | number | boolean): this;
  masked_fill_(options: { mask: Tensor; value: Tensor | number | boolean }): this;
  /** The elements of source, in order, where the mask is true. */
  masked_scatter(mask: Tensor, source: Tensor): Tensor;
  masked_scatter(options: { mask: Tensor; source: Tensor }): Tensor;
  /** The elements of source, in order, where the mask is true. In place. */
  masked_scatter_(mask: Tensor, source: Tensor): this;
  masked_scatter_(options: { mask: Tensor; source: Tensor }): this;
  /** The elements where the mask is true, in one dimension. */
  masked_select(mask: Tensor): Tensor;
  masked_select(options: { mask: Tensor }): Tensor;
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  matmul(other: Tensor): Tensor;
  matmul(options: { other: Tensor }): Tensor;
  /** Σ Aᵏ / k!, by scaling and squaring. */
  matrix_exp(): Tensor;
  /** A multiplied n times by itself; negative n inverts first. */
  matrix_power(n: number): Tensor;
  matrix_power(options: { n: number }): Tensor;
  /** The largest element; the gradient is shared by all that equal it. */
  max(): Tensor;
  /** The maximum of each pair. */
  max(other: Tensor): Tensor;
  max(options: { other: Tensor }): Tensor;
  /** Along dim, the largest values and their indices. */
  max(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  max(dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  max(options: { dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The larger of each pair; NaN passes through; at a tie each gets half the gradient. */
  maximum(other: Tensor): Tensor;
  maximum(options: { other: Tensor }): Tensor;
  /** Arithmetic mean of all elements, or over dims. Floating point only. */
  mean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  mean(options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  mean(dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** The median along dim (the lower of two) and its index. */
  median(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  median(dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  median(options: { dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The median of all elements (the lower of two). */
  median(): Tensor;
  /** The smallest element; the gradient is shared by all that equal it. */
  min(): Tensor;
  /** The minimum of each pair. */
  min(other: Tensor): Tensor;
  min(options: { other: Tensor }): Tensor;
  /** Along dim, the smallest values and their indices. */
  min(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  min(dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  min(options: { dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The smaller of each pair; NaN passes through; at a tie each gets half the gradient. */
  minimum(other: Tensor): Tensor;
  minimum(options: { other: Tensor }): Tensor;
  /** Product of two matrices, [n, m] @ [m, p] → [n, p]. */
  mm(mat2: Tensor): Tensor;
  mm(options: { mat2: Tensor }): Tensor;
  /** The most frequent value along dim (the smallest of several) and the index of one occurrence. */
  mode(dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  mode(options: { dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  mode(dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** A view with dimensions moved to new places. */
  moveaxis(source: readonly number[] | number, destination: readonly number[] | number): Tensor;
  moveaxis(options: { source: readonly number[] | number; destination: readonly number[] | number }): Tensor;
  /** A view with dimensions moved to new places. */
  movedim(source: readonly number[] | number, destination: readonly number[] | number): Tensor;
  movedim(options: { source: readonly number[] | number; destination: readonly number[] | number }): Tensor;
  /** Sorted along the first dimension. */
  msort(): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. */
  mul(other: Tensor | number | boolean): Tensor;
  mul(options: { other: Tensor | number | boolean }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. In place. */
  mul_(other: Tensor | number | boolean): this;
  mul_(options: { other: Tensor | number | boolean }): this;
  /** Indices drawn with probabilities in proportion to the rows of input. */
  multinomial(num_samples: number, replacement?: boolean, options?: { generator?: object | null }): Tensor;
  multinomial(num_samples: number, options: { replacement?: boolean; generator?: object | null }): Tensor;
  multinomial(options: { num_samples: number; replacement?: boolean; generator?: object | null }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. */
  multiply(other: Tensor | number | boolean): Tensor;
  multiply(options: { other: Tensor | number | boolean }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. In place. */
  multiply_(other: Tensor | number | boolean): this;
  multiply_(options: { other: Tensor | number | boolean }): this;
  /** Matrix times vector. */
  mv(vec: Tensor): Tensor;
  mv(options: { vec: Tensor }): Tensor;
  /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. */
  nan_to_num(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nan_to_num(options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  nan_to_num(nan: number | null, options: { posinf?: number | null; neginf?: number | null }): Tensor;
  /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. In place. */
  nan_to_num_(nan?: number | null, posinf?: number | null, neginf?: number | null): this;
  nan_to_num_(options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): this;
  nan_to_num_(nan: number | null, options: { posinf?: number | null; neginf?: number | null }): this;
  /** Zero where the condition holds, input elsewhere. */
  nan_to_num_where(where: Tensor): Tensor;
  nan_to_num_where(options: { where: Tensor }): Tensor;
  /** Mean of the elements that are not NaN. */
  nanmean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nanmean(options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  nanmean(dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** The median along dim (the lower of two), NaN aside and its index. */
  nanmedian(dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  nanmedian(dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  nanmedian(options: { dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The median of all elements (the lower of two), NaN aside. */
  nanmedian(): Tensor;
  /** The q-th quantiles along dim, NaN aside. */
  nanquantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  nanquantile(q: number | Tensor, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  nanquantile(q: number | Tensor, dim: number | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  nanquantile(options: { q: number | Tensor; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  /** Sum in which NaN counts as zero. */
  nansum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nansum(options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  nansum(dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** A view of length places from start. */
  narrow(dim: number, start: number, length: number): Tensor;
  narrow(options: { dim: number; start: number; length: number }): Tensor;
  /** narrow, copied. */
  narrow_copy(dim: number, start: number, length: number): Tensor;
  narrow_copy(options: { dim: number; start: number; length: number }): Tensor;
  /** Number of dimensions. */
  ndimension(): number;
  /** input != other, as bool. */
  ne(other: Tensor | number | boolean): Tensor;
  ne(options: { other: Tensor | number | boolean }): Tensor;
  /** input != other, as bool. In place. */
  ne_(other: Tensor | number | boolean): this;
  ne_(options: { other: Tensor | number | boolean }): this;
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
  new_empty(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  new_empty(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_empty(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** empty_strided with input's dtype. */
  new_empty_strided(size: readonly number[] | number, stride: readonly number[] | number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_empty_strided(options: { size: readonly number[] | number; stride: readonly number[] | number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** full with input's dtype. */
  new_full(size: readonly number[] | number, fill_value: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_full(options: { size: readonly number[] | number; fill_value: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** ones with input's dtype and device. */
  new_ones(...size: number[]): Tensor;
  new_ones(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  new_ones(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_ones(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** tensor(data) with input's dtype. */
  new_tensor(data: unknown, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_tensor(options: { data: unknown; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** zeros with input's dtype and device. */
  new_zeros(...size: number[]): Tensor;
  new_zeros(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  new_zeros(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  new_zeros(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** The next float after input towards other. */
  nextafter(other: Tensor): Tensor;
  nextafter(options: { other: Tensor }): Tensor;
  /** The next float after input towards other. In place. */
  nextafter_(other: Tensor): this;
  nextafter_(options: { other: Tensor }): this;
  /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
  nonzero(options?: { as_tuple?: boolean }): any;
  /** p-norm of all elements or along dims; 'fro' is the 2-norm, 'nuc' the sum of singular values. */
  norm(p?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
  norm(options: { p?: number | boolean | string | null; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  norm(p: number | boolean | string | null, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** Normal numbers, shaped as input. */
  normal(mean?: number, std?: number, options?: { generator?: object | null }): Tensor;
  normal(options: { mean?: number; std?: number; generator?: object | null }): Tensor;
  normal(mean: number, options: { std?: number; generator?: object | null }): Tensor;
  /** Normal numbers, shaped as input. In place. */
  normal_(mean?: number, std?: number, options?: { generator?: object | null }): this;
  normal_(options: { mean?: number; std?: number; generator?: object | null }): this;
  normal_(mean: number, options: { std?: number; generator?: object | null }): this;
  /** input != other, as bool. */
  not_equal(other: Tensor | number | boolean): Tensor;
  not_equal(options: { other: Tensor | number | boolean }): Tensor;
  /** input != other, as bool. In place. */
  not_equal_(other: Tensor | number | boolean): this;
  not_equal_(options: { other: Tensor | number | boolean }): this;
  /** Number of elements. */
  numel(): number;
  /** A typed array of the elements, row-major: the memory itself where the tensor is contiguous, else a copy, for such an array has no strides. Throws when the tensor requires grad (detach it first) or is on a GPU. */
  numpy(options?: { force?: boolean }): any;
  /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
  outer(vec2: Tensor): Tensor;
  outer(options: { vec2: Tensor }): Tensor;
  /** A view with the dimensions in another order. */
  permute(...dims: number[]): Tensor;
  permute(dims: readonly number[]): Tensor;
  permute(options: { dims: readonly number[] }): Tensor;
  /** Itself: memory is of one process. */
  pin_memory(): Tensor;
  /** The Moore–Penrose inverse. */
  pinverse(rcond?: number): Tensor;
  pinverse(options: { rcond?: number }): Tensor;
  /** The n-th derivative of digamma. */
  polygamma(n: number): Tensor;
  polygamma(options: { n: number }): Tensor;
  /** input itself. */
  positive(): Tensor;
  /** input itself. In place. */
  positive_(): this;
  /** input ^ exponent, element by element. */
  pow(exponent: Tensor | number | boolean): Tensor;
  pow(options: { exponent: Tensor | number | boolean }): Tensor;
  /** input ^ exponent, element by element. In place. */
  pow_(exponent: Tensor | number | boolean): this;
  pow_(options: { exponent: Tensor | number | boolean }): this;
  /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
  prelu(weight: Tensor): Tensor;
  prelu(options: { weight: Tensor }): Tensor;
  /** Product of all elements, or along dim. */
  prod(dim?: number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  prod(options: { dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  prod(dim: number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** Derivative of lgamma. */
  psi(): Tensor;
  /** Derivative of lgamma. In place. */
  psi_(): this;
  /** A copy of input with source at places of the flattened tensor, replaced or added. */
  put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(index: Tensor, source: Tensor, options: { accumulate?: boolean }): Tensor;
  put(options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  /** A copy of input with source at places of the flattened tensor, replaced or added. In place. */
  put_(index: Tensor, source: Tensor, accumulate?: boolean): this;
  put_(index: Tensor, source: Tensor, options: { accumulate?: boolean }): this;
  put_(options: { index: Tensor; source: Tensor; accumulate?: boolean }): this;
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
  quantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  quantile(q: number | Tensor, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  quantile(q: number | Tensor, dim: number | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  quantile(options: { q: number | Tensor; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  /** Radians as degrees. */
  rad2deg(): Tensor;
  /** Radians as degrees. In place. */
  rad2deg_(): this;
  /** Whole numbers from 0 to the largest that the dtype holds exactly. */
  random(options?: { generator?: object | null }): Tensor;
  /** Whole numbers from 0 to before to. */
  random(to: number, options?: { generator?: object | null }): Tensor;
  random(options: { to: number; generator?: object | null }): Tensor;
  /** Whole numbers from from to before to; with null to the largest that the dtype holds exactly. */
  random(from: number, to: number | null, options?: { generator?: object | null }): Tensor;
  random(options: { from: number; to: number | null; generator?: object | null }): Tensor;
  /** Whole numbers from 0 to the largest that the dtype holds exactly. In place. */
  random_(options?: { generator?: object | null }): this;
  /** Whole numbers from 0 to before to. In place. */
  random_(to: number, options?: { generator?: object | null }): this;
  random_(options: { to: number; generator?: object | null }): this;
  /** Whole numbers from from to before to; with null to the largest that the dtype holds exactly. In place. */
  random_(from: number, to: number | null, options?: { generator?: object | null }): this;
  random_(options: { from: number; to: number | null; generator?: object | null }): this;
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
  register_hook(options: { hook: unknown }): any;
  /** Calls hook(tensor) each time backward has added to the .grad of this leaf. remove() of the result ends it. */
  register_post_accumulate_grad_hook(hook: unknown): any;
  register_post_accumulate_grad_hook(options: { hook: unknown }): any;
  /** max(0, x). */
  relu(inplace?: boolean): Tensor;
  relu(options: { inplace?: boolean }): Tensor;
  /** max(0, x). In place. */
  relu_(inplace?: boolean): this;
  relu_(options: { inplace?: boolean }): this;
  /** Python's modulus: the result has the divisor's sign. */
  remainder(other: Tensor | number | boolean): Tensor;
  remainder(options: { other: Tensor | number | boolean }): Tensor;
  /** Python's modulus: the result has the divisor's sign. In place. */
  remainder_(other: Tensor | number | boolean): this;
  remainder_(options: { other: Tensor | number | boolean }): this;
  /** Slices along dim whose p-norm is above maxnorm are scaled down to it. */
  renorm(p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  renorm(options: { p: number | boolean; dim: number; maxnorm: number | boolean }): Tensor;
  /** Slices along dim whose p-norm is above maxnorm are scaled down to it. In place. */
  renorm_(p: number | boolean, dim: number, maxnorm: number | boolean): this;
  renorm_(options: { p: number | boolean; dim: number; maxnorm: number | boolean }): this;
  /** Copies along each dimension as often as said. */
  repeat(...repeats: number[]): Tensor;
  repeat(repeats: readonly number[]): Tensor;
  repeat(options: { repeats: readonly number[] }): Tensor;
  /** Every element repeats times, one after the other. */
  repeat_interleave(repeats: number, dim?: number | null, options?: { output_size?: number | null }): Tensor;
  repeat_interleave(repeats: number, options: { dim?: number | null; output_size?: number | null }): Tensor;
  repeat_interleave(options: { repeats: number; dim?: number | null; output_size?: number | null }): Tensor;
  /** Every element as often as repeats says. */
  repeat_interleave(repeats: Tensor, dim?: number | null, options?: { output_size?: number | null }): Tensor;
  repeat_interleave(repeats: Tensor, options: { dim?: number | null; output_size?: number | null }): Tensor;
  repeat_interleave(options: { repeats: Tensor; dim?: number | null; output_size?: number | null }): Tensor;
  /** Says whether to record operations on this tensor; returns it. */
  requires_grad_(requires_grad?: boolean): Tensor;
  requires_grad_(options: { requires_grad?: boolean }): Tensor;
  /** The same elements in another shape: a view where possible, a copy elsewhere. */
  reshape(...shape: number[]): Tensor;
  reshape(shape: readonly number[]): Tensor;
  reshape(options: { shape: readonly number[] }): Tensor;
  /** reshape(other.shape). */
  reshape_as(other: Tensor): Tensor;
  reshape_as(options: { other: Tensor }): Tensor;
  /** Another shape of the same memory, row-major; more memory, of no set content, where that is too little. */
  resize_(...size: number[]): Tensor;
  resize_(size: readonly number[]): Tensor;
  resize_(options: { size: readonly number[] }): Tensor;
  /** resize_ to the shape of another tensor. */
  resize_as_(the_template: Tensor): Tensor;
  resize_as_(options: { the_template: Tensor }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  resolve_conj(): Tensor;
  /** Itself: real numbers are their own conjugates. */
  resolve_neg(): Tensor;
  /** Keeps the gradient of a tensor that is no leaf in its .grad. */
  retain_grad(): any;
  /** Shifts along dims; what goes over the end comes back at the start. */
  roll(shifts: readonly number[] | number, dims?: readonly number[] | number | null): Tensor;
  roll(shifts: readonly number[] | number, options: { dims?: readonly number[] | number | null }): Tensor;
  roll(options: { shifts: readonly number[] | number; dims?: readonly number[] | number | null }): Tensor;
  /** Turned by 90° k times in the plane of two dimensions. */
  rot90(k?: number, dims?: readonly number[] | number): Tensor;
  rot90(options: { k?: number; dims?: readonly number[] | number }): Tensor;
  rot90(k: number, options: { dims?: readonly number[] | number }): Tensor;
  /** Rounds to the nearest, halves to even; to decimals digits after the point. */
  round(options?: { decimals?: number }): Tensor;
  /** Rounds to the nearest, halves to even; to decimals digits after the point. In place. */
  round_(options?: { decimals?: number }): this;
  /** 1 / √input. */
  rsqrt(): Tensor;
  /** 1 / √input. In place. */
  rsqrt_(): this;
  /** other − alpha · input. */
  rsub(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  rsub(options: { other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. */
  scatter(dim: number, index: Tensor, src: Tensor, options?: { reduce?: string | null }): Tensor;
  scatter(options: { dim: number; index: Tensor; src: Tensor; reduce?: string | null }): Tensor;
  /** A copy with value at the indexed places. */
  scatter(dim: number, index: Tensor, value: number | boolean, options?: { reduce?: string | null }): Tensor;
  scatter(options: { dim: number; index: Tensor; value: number | boolean; reduce?: string | null }): Tensor;
  /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. In place. */
  scatter_(dim: number, index: Tensor, src: Tensor, options?: { reduce?: string | null }): this;
  scatter_(options: { dim: number; index: Tensor; src: Tensor; reduce?: string | null }): this;
  /** A copy with value at the indexed places. In place. */
  scatter_(dim: number, index: Tensor, value: number | boolean, options?: { reduce?: string | null }): this;
  scatter_(options: { dim: number; index: Tensor; value: number | boolean; reduce?: string | null }): this;
  /** A copy with src added at the indexed places. */
  scatter_add(dim: number, index: Tensor, src: Tensor): Tensor;
  scatter_add(options: { dim: number; index: Tensor; src: Tensor }): Tensor;
  /** A copy with src added at the indexed places. In place. */
  scatter_add_(dim: number, index: Tensor, src: Tensor): this;
  scatter_add_(options: { dim: number; index: Tensor; src: Tensor }): this;
  /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. */
  scatter_reduce(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  scatter_reduce(options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. In place. */
  scatter_reduce_(dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): this;
  scatter_reduce_(options: { dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): this;
  /** A view of one place along a dimension, which disappears. */
  select(dim: number, index: number): Tensor;
  select(options: { dim: number; index: number }): Tensor;
  /** A copy of input with src at one place along dim. */
  select_scatter(src: Tensor, dim: number, index: number): Tensor;
  select_scatter(options: { src: Tensor; dim: number; index: number }): Tensor;
  /** Takes memory, shape and strides of source; of nothing, none. */
  set_(source?: Tensor | null): Tensor;
  set_(options: { source?: Tensor | null }): Tensor;
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
  short(options: { memory_format?: unknown }): Tensor;
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
  size(options: { dim: number }): number;
  /** The shape. */
  size(): readonly number[];
  /** A view of the places from start to before end, every step-th. */
  slice(dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
  slice(options: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  slice(dim: number, options: { start?: number | null; end?: number | null; step?: number }): Tensor;
  /** A copy of input with src in a slice. */
  slice_scatter(src: Tensor, dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
  slice_scatter(src: Tensor, options: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  slice_scatter(src: Tensor, dim: number, options: { start?: number | null; end?: number | null; step?: number }): Tensor;
  slice_scatter(options: { src: Tensor; dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  /** Sign and logarithm of the determinant. */
  slogdet(): [sign: Tensor, logabsdet: Tensor] & { readonly sign: Tensor; readonly logabsdet: Tensor };
  /** e^xᵢ / Σ e^xⱼ along dim. */
  softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  softmax(options: { dim: number; dtype?: DType | null }): Tensor;
  /** log(1 + e^{βx}) / β; x itself where βx > threshold. */
  softplus(beta?: number, threshold?: number): Tensor;
  softplus(options: { beta?: number; threshold?: number }): Tensor;
  softplus(beta: number, options: { threshold?: number }): Tensor;
  /** Sorted values along dim and where they came from. */
  sort(dim?: number, descending?: boolean, options?: { stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  sort(options: { dim?: number; descending?: boolean; stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  sort(dim: number, options: { descending?: boolean; stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Views of split_size places each (the last may be smaller), or of the given sizes. */
  split(split_size: number | readonly number[] | number, dim?: number): Tensor[];
  split(split_size: number | readonly number[] | number, options: { dim?: number }): Tensor[];
  split(options: { split_size: number | readonly number[] | number; dim?: number }): Tensor[];
  /** Views of split_size places each (the last may be smaller), or of the given sizes. */
  split_with_sizes(split_size: number | readonly number[] | number, dim?: number): Tensor[];
  split_with_sizes(split_size: number | readonly number[] | number, options: { dim?: number }): Tensor[];
  split_with_sizes(options: { split_size: number | readonly number[] | number; dim?: number }): Tensor[];
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
  squeeze(options: { dim?: readonly number[] | number | null }): Tensor;
  /** Drops dimensions of size 1. In place: the tensor itself takes the shape. */
  squeeze_(dim?: readonly number[] | number | null): Tensor;
  squeeze_(options: { dim?: readonly number[] | number | null }): Tensor;
  /** Standard deviation, the root of var. */
  std(dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): Tensor;
  std(options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  std(dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  /** Standard deviation of all elements. */
  std(unbiased: boolean): Tensor;
  std(options: { unbiased: boolean }): Tensor;
  /** Where the first element is in the storage. */
  storage_offset(): number;
  /** Elements to the next one along dim. */
  stride(dim: number): number;
  stride(options: { dim: number }): number;
  /** Elements to the next one, for each dimension. */
  stride(): readonly number[];
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
  sub(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  sub(options: { other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
  sub_(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): this;
  sub_(options: { other: Tensor | number | boolean; alpha?: number | boolean }): this;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
  subtract(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  subtract(options: { other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
  subtract_(other: Tensor | number | boolean, options?: { alpha?: number | boolean }): this;
  subtract_(options: { other: Tensor | number | boolean; alpha?: number | boolean }): this;
  /** Sum of all elements, or over dims. Integers and bools sum in int64. */
  sum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  sum(options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  sum(dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** Sums what broadcasting from size would have repeated. */
  sum_to_size(...size: number[]): Tensor;
  sum_to_size(size: readonly number[]): Tensor;
  sum_to_size(options: { size: readonly number[] }): Tensor;
  /** A view with two dimensions swapped. */
  swapaxes(dim0: number, dim1: number): Tensor;
  swapaxes(options: { dim0: number; dim1: number }): Tensor;
  /** Swaps two dimensions. In place: the tensor itself takes the shape. */
  swapaxes_(dim0: number, dim1: number): Tensor;
  swapaxes_(options: { dim0: number; dim1: number }): Tensor;
  /** A view with two dimensions swapped. */
  swapdims(dim0: number, dim1: number): Tensor;
  swapdims(options: { dim0: number; dim1: number }): Tensor;
  /** Swaps two dimensions. In place: the tensor itself takes the shape. */
  swapdims_(dim0: number, dim1: number): Tensor;
  swapdims_(options: { dim0: number; dim1: number }): Tensor;
  /** Transposes a matrix; vectors and scalars stay. */
  t(): Tensor;
  /** Transposes a matrix. In place: the tensor itself takes the shape. */
  t_(): Tensor;
  /** The elements at places of the flattened input. */
  take(index: Tensor): Tensor;
  take(options: { index: Tensor }): Tensor;
  /** gather whose other dimensions broadcast. */
  take_along_dim(indices: Tensor, dim?: number | null): Tensor;
  take_along_dim(indices: Tensor, options: { dim?: number | null }): Tensor;
  take_along_dim(options: { indices: Tensor; dim?: number | null }): Tensor;
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
  tensor_split(indices_or_sections: unknown, options: { dim?: number }): Tensor[];
  tensor_split(options: { indices_or_sections: unknown; dim?: number }): Tensor[];
  /** Sum of products over chosen pairs of dimensions. */
  tensordot(b: Tensor, dims?: unknown): Tensor;
  tensordot(b: Tensor, options: { dims?: unknown }): Tensor;
  tensordot(options: { b: Tensor; dims?: unknown }): Tensor;
  /** repeat, with dims filled up by ones on the left. */
  tile(...dims: number[]): Tensor;
  tile(dims: readonly number[]): Tensor;
  tile(options: { dims: readonly number[] }): Tensor;
  /** In another dtype (torch.float64), on another device ('cpu'), or as another tensor; itself when nothing changes. */
  to(dtype?: unknown, second?: unknown, options?: { copy?: boolean; non_blocking?: boolean; device?: string | null }): Tensor;
  to(options: { dtype?: unknown; second?: unknown; copy?: boolean; non_blocking?: boolean; device?: string | null }): Tensor;
  to(dtype: unknown, options: { second?: unknown; copy?: boolean; non_blocking?: boolean; device?: string | null }): Tensor;
  /** Nested lists of numbers (or booleans). */
  tolist(): any;
  /** The k largest (or smallest) values along dim and their indices. */
  topk(k: number, dim?: number, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(k: number, options: { dim?: number; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(k: number, dim: number, options: { largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(options: { k: number; dim?: number; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Sum of the diagonal. */
  trace(): Tensor;
  /** A view with two dimensions swapped. */
  transpose(dim0: number, dim1: number): Tensor;
  transpose(options: { dim0: number; dim1: number }): Tensor;
  /** Swaps two dimensions. In place: the tensor itself takes the shape. */
  transpose_(dim0: number, dim1: number): Tensor;
  transpose_(options: { dim0: number; dim1: number }): Tensor;
  /** The lower triangle, zeros elsewhere. */
  tril(diagonal?: number): Tensor;
  tril(options: { diagonal?: number }): Tensor;
  /** The lower triangle, zeros elsewhere. In place. */
  tril_(diagonal?: number): this;
  tril_(options: { diagonal?: number }): this;
  /** The upper triangle, zeros elsewhere. */
  triu(diagonal?: number): Tensor;
  triu(options: { diagonal?: number }): Tensor;
  /** The upper triangle, zeros elsewhere. In place. */
  triu_(diagonal?: number): this;
  triu_(options: { diagonal?: number }): this;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  true_divide(other: Tensor | number | boolean): Tensor;
  true_divide(options: { other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  true_divide(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  true_divide(options: { other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  true_divide_(other: Tensor | number | boolean): this;
  true_divide_(options: { other: Tensor | number | boolean }): this;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  true_divide_(other: Tensor | number | boolean, options?: { rounding_mode: string | null }): this;
  true_divide_(options: { other: Tensor | number | boolean; rounding_mode: string | null }): this;
  /** Rounds towards zero. */
  trunc(): Tensor;
  /** Rounds towards zero. In place. */
  trunc_(): this;
  /** Its old type name, 'torch.FloatTensor'; given a dtype or such a name, the tensor in that dtype. */
  type(dtype?: unknown, non_blocking?: boolean): any;
  type(options: { dtype?: unknown; non_blocking?: boolean }): any;
  type(dtype: unknown, options: { non_blocking?: boolean }): any;
  /** In other's dtype. */
  type_as(other: Tensor): Tensor;
  type_as(options: { other: Tensor }): Tensor;
  /** The slices along a dimension, as views. */
  unbind(dim?: number): Tensor[];
  unbind(options: { dim?: number }): Tensor[];
  /** Splits one dimension into several. */
  unflatten(dim: number, sizes: readonly number[] | number): Tensor;
  unflatten(options: { dim: number; sizes: readonly number[] | number }): Tensor;
  /** A view of all windows of a size along a dimension, step apart; the window is the last dimension. */
  unfold(dimension: number, size: number, step: number): Tensor;
  unfold(options: { dimension: number; size: number; step: number }): Tensor;
  /** Uniform on [from, to), shaped as input. */
  uniform(from?: number, to?: number, options?: { generator?: object | null }): Tensor;
  uniform(options: { from?: number; to?: number; generator?: object | null }): Tensor;
  uniform(from: number, options: { to?: number; generator?: object | null }): Tensor;
  /** Uniform on [from, to), shaped as input. In place. */
  uniform_(from?: number, to?: number, options?: { generator?: object | null }): this;
  uniform_(options: { from?: number; to?: number; generator?: object | null }): this;
  uniform_(from: number, options: { to?: number; generator?: object | null }): this;
  /** The different elements (or slices along dim), sorted; with where each went and how often it occurs. */
  unique(sorted?: boolean, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
  unique(options: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  unique(sorted: boolean, options: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  /** Runs of equal elements made one. */
  unique_consecutive(return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
  unique_consecutive(options: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  unique_consecutive(return_inverse: boolean, options: { return_counts?: boolean; dim?: number | null }): any;
  /** A view with a new dimension of size 1 at dim. */
  unsqueeze(dim: number): Tensor;
  unsqueeze(options: { dim: number }): Tensor;
  /** A new dimension of size 1. In place: the tensor itself takes the shape. */
  unsqueeze_(dim: number): Tensor;
  unsqueeze_(options: { dim: number }): Tensor;
  /** Variance Σ(x − mean)² / (n − correction); correction is 1 unless said (unbiased: false makes it 0). */
  var(dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): Tensor;
  var(options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  var(dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  /** Variance of all elements. */
  var(unbiased: boolean): Tensor;
  var(options: { unbiased: boolean }): Tensor;
  /** Inner product of two vectors. */
  vdot(tensor: Tensor): Tensor;
  vdot(options: { tensor: Tensor }): Tensor;
  /** The same memory in another shape; one size may be −1. Throws where strides forbid it: reshape copies then. */
  view(...shape: number[]): Tensor;
  view(shape: readonly number[]): Tensor;
  view(options: { shape: readonly number[] }): Tensor;
  /** view(other.shape). */
  view_as(other: Tensor): Tensor;
  view_as(options: { other: Tensor }): Tensor;
  /** tensor_split along dimension 0, whose size must be a multiple of the number of parts. */
  vsplit(indices_or_sections: unknown): Tensor[];
  vsplit(options: { indices_or_sections: unknown }): Tensor[];
  /** input where the condition holds, other elsewhere. */
  where(condition: Tensor, other: Tensor | number | boolean): Tensor;
  where(options: { condition: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Where the condition holds: one vector of indices for each dimension, as nonzero with as_tuple. */
  where(): Tensor[];
  /** tril or triu. */
  where_triangle(diagonal: number, lower: boolean): Tensor;
  where_triangle(options: { diagonal: number; lower: boolean }): Tensor;
  /** input · log(other), 0 where input is 0. */
  xlogy(other: Tensor | number | boolean): Tensor;
  xlogy(options: { other: Tensor | number | boolean }): Tensor;
  /** input · log(other), 0 where input is 0. In place. */
  xlogy_(other: Tensor | number | boolean): this;
  xlogy_(options: { other: Tensor | number | boolean }): this;
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
  __and__(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit and of integers and bools. In place. */
  __and___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  __and___(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  __matmul__(input: Tensor, other: Tensor): Tensor;
  __matmul__(options: { input: Tensor; other: Tensor }): Tensor;
  /** Bit by bit or of integers and bools. */
  __or__(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  __or__(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit or of integers and bools. In place. */
  __or___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  __or___(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. */
  __xor__(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  __xor__(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. In place. */
  __xor___(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  __xor___(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Scale and zero point that dynamic quantization chooses for a tensor: [scale, zero_point]. @internal */
  _choose_qparams_per_tensor(input: Tensor, reduce_range?: boolean): any;
  /** @internal */
  _choose_qparams_per_tensor(input: Tensor, options: { reduce_range?: boolean }): any;
  /** @internal */
  _choose_qparams_per_tensor(options: { input: Tensor; reduce_range?: boolean }): any;
  /** A quantized tensor of given codes with parameters for each slice along axis. @internal */
  _make_per_channel_quantized_tensor(input: Tensor, scale: Tensor, zero_point: Tensor, axis: number): Tensor;
  /** @internal */
  _make_per_channel_quantized_tensor(options: { input: Tensor; scale: Tensor; zero_point: Tensor; axis: number }): Tensor;
  /** A quantized tensor of given codes: uint8, int8 or int32. @internal */
  _make_per_tensor_quantized_tensor(input: Tensor, scale: number, zero_point: number): Tensor;
  /** @internal */
  _make_per_tensor_quantized_tensor(options: { input: Tensor; scale: number; zero_point: number }): Tensor;
  /** Draws from Dirichlet distributions with the concentrations in the rows of input. No gradient passes. @internal */
  _sample_dirichlet(input: Tensor, generator?: object | null): Tensor;
  /** @internal */
  _sample_dirichlet(input: Tensor, options: { generator?: object | null }): Tensor;
  /** @internal */
  _sample_dirichlet(options: { input: Tensor; generator?: object | null }): Tensor;
  /** Draws from Gamma distributions with the shape parameters of input and scale 1. No gradient passes. @internal */
  _standard_gamma(input: Tensor, generator?: object | null): Tensor;
  /** @internal */
  _standard_gamma(input: Tensor, options: { generator?: object | null }): Tensor;
  /** @internal */
  _standard_gamma(options: { input: Tensor; generator?: object | null }): Tensor;
  /** |input|. */
  abs(input: Tensor): Tensor;
  abs(options: { input: Tensor }): Tensor;
  /** |input|. In place. */
  abs_(input: Tensor): Tensor;
  abs_(options: { input: Tensor }): Tensor;
  /** |input|. */
  absolute(input: Tensor): Tensor;
  absolute(options: { input: Tensor }): Tensor;
  /** |input|. In place. */
  absolute_(input: Tensor): Tensor;
  absolute_(options: { input: Tensor }): Tensor;
  /** Inverse cosine. */
  acos(input: Tensor): Tensor;
  acos(options: { input: Tensor }): Tensor;
  /** Inverse cosine. In place. */
  acos_(input: Tensor): Tensor;
  acos_(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic cosine. */
  acosh(input: Tensor): Tensor;
  acosh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic cosine. In place. */
  acosh_(input: Tensor): Tensor;
  acosh_(options: { input: Tensor }): Tensor;
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool1d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool1d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool2d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool2d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool3d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool3d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool1d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool1d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool1d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool2d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool2d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool2d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool3d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool3d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool3d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. */
  add(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  add(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast. In place. */
  add_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  add_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. */
  addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addbmm(options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ. In place. */
  addbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addbmm_(options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** input + value · tensor1 / tensor2. */
  addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcdiv(options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** input + value · tensor1 / tensor2. In place. */
  addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcdiv_(options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** input + value · tensor1 · tensor2. */
  addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcmul(options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** input + value · tensor1 · tensor2. In place. */
  addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number | boolean }): Tensor;
  addcmul_(options: { input: Tensor; tensor1: Tensor; tensor2: Tensor; value?: number | boolean }): Tensor;
  /** beta · input + alpha · mat1 @ mat2. */
  addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmm(options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · mat1 @ mat2. In place. */
  addmm_(input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmm_(options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · mat @ vec. */
  addmv(input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmv(options: { input: Tensor; mat: Tensor; vec: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · mat @ vec. In place. */
  addmv_(input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addmv_(options: { input: Tensor; mat: Tensor; vec: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · vec1 ⊗ vec2. */
  addr(input: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addr(options: { input: Tensor; vec1: Tensor; vec2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · vec1 ⊗ vec2. In place. */
  addr_(input: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  addr_(options: { input: Tensor; vec1: Tensor; vec2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** The last two dimensions swapped (and conjugated, which real numbers do not show). */
  adjoint(input: Tensor): Tensor;
  adjoint(options: { input: Tensor }): Tensor;
  /** True when every element is not zero. */
  all(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  all(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  all(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  all(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  /** Whether isclose holds everywhere. */
  allclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
  allclose(input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  allclose(input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): boolean;
  allclose(options: { input: Tensor; other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): boolean;
  /** Dropout that keeps mean and variance of SELU’s outputs. */
  alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  alpha_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  alpha_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  alpha_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** The largest value over dims; equal ones share the gradient. */
  amax(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  amax(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  amax(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  amax(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  /** The smallest value over dims; equal ones share the gradient. */
  amin(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  amin(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  amin(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  amin(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  /** Smallest and largest value. */
  aminmax(input: Tensor, options?: { dim?: number | null; keepdim?: boolean }): [min: Tensor, max: Tensor] & { readonly min: Tensor; readonly max: Tensor };
  aminmax(options: { input: Tensor; dim?: number | null; keepdim?: boolean }): [min: Tensor, max: Tensor] & { readonly min: Tensor; readonly max: Tensor };
  /** π where negative, else 0. */
  angle(input: Tensor): Tensor;
  angle(options: { input: Tensor }): Tensor;
  /** π where negative, else 0. In place. */
  angle_(input: Tensor): Tensor;
  angle_(options: { input: Tensor }): Tensor;
  /** True when some element is not zero. */
  any(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean): Tensor;
  any(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  any(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean }): Tensor;
  any(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean }): Tensor;
  /** 0, 1, … up to before end. */
  arange(end: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  arange(options: { end: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** start, start + step, … up to before end. */
  arange(start: number | boolean, end: number | boolean, step?: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  arange(start: number | boolean, end: number | boolean, options: { step?: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  arange(options: { start: number | boolean; end: number | boolean; step?: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Inverse cosine. */
  arccos(input: Tensor): Tensor;
  arccos(options: { input: Tensor }): Tensor;
  /** Inverse cosine. In place. */
  arccos_(input: Tensor): Tensor;
  arccos_(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic cosine. */
  arccosh(input: Tensor): Tensor;
  arccosh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic cosine. In place. */
  arccosh_(input: Tensor): Tensor;
  arccosh_(options: { input: Tensor }): Tensor;
  /** Inverse sine. */
  arcsin(input: Tensor): Tensor;
  arcsin(options: { input: Tensor }): Tensor;
  /** Inverse sine. In place. */
  arcsin_(input: Tensor): Tensor;
  arcsin_(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic sine. */
  arcsinh(input: Tensor): Tensor;
  arcsinh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic sine. In place. */
  arcsinh_(input: Tensor): Tensor;
  arcsinh_(options: { input: Tensor }): Tensor;
  /** Inverse tangent. */
  arctan(input: Tensor): Tensor;
  arctan(options: { input: Tensor }): Tensor;
  /** Inverse tangent. In place. */
  arctan_(input: Tensor): Tensor;
  arctan_(options: { input: Tensor }): Tensor;
  /** The angle of the point (other, input). */
  arctan2(input: Tensor, other: Tensor): Tensor;
  arctan2(options: { input: Tensor; other: Tensor }): Tensor;
  /** The angle of the point (other, input). In place. */
  arctan2_(input: Tensor, other: Tensor): Tensor;
  arctan2_(options: { input: Tensor; other: Tensor }): Tensor;
  /** Inverse hyperbolic tangent. */
  arctanh(input: Tensor): Tensor;
  arctanh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic tangent. In place. */
  arctanh_(input: Tensor): Tensor;
  arctanh_(options: { input: Tensor }): Tensor;
  /** Where the largest element is; of the flattened tensor when no dim is given. */
  argmax(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
  argmax(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
  argmax(input: Tensor, dim: number | null, options: { keepdim?: boolean }): Tensor;
  argmax(options: { input: Tensor; dim?: number | null; keepdim?: boolean }): Tensor;
  /** Where the smallest element is; of the flattened tensor when no dim is given. */
  argmin(input: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
  argmin(input: Tensor, options: { dim?: number | null; keepdim?: boolean }): Tensor;
  argmin(input: Tensor, dim: number | null, options: { keepdim?: boolean }): Tensor;
  argmin(options: { input: Tensor; dim?: number | null; keepdim?: boolean }): Tensor;
  /** The indices that sort along dim. */
  argsort(input: Tensor, dim?: number, descending?: boolean, options?: { stable?: boolean }): Tensor;
  argsort(input: Tensor, options: { dim?: number; descending?: boolean; stable?: boolean }): Tensor;
  argsort(input: Tensor, dim: number, options: { descending?: boolean; stable?: boolean }): Tensor;
  argsort(options: { input: Tensor; dim?: number; descending?: boolean; stable?: boolean }): Tensor;
  /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
  argwhere(input: Tensor, options?: { as_tuple?: boolean }): any;
  argwhere(options: { input: Tensor; as_tuple?: boolean }): any;
  /** Any strided view of the memory. */
  as_strided(input: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
  as_strided(input: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: { storage_offset?: number | null }): Tensor;
  as_strided(options: { input: Tensor; size: readonly number[] | number; stride: readonly number[] | number; storage_offset?: number | null }): Tensor;
  /** A copy of input with src in a strided window. */
  as_strided_scatter(input: Tensor, src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, storage_offset?: number | null): Tensor;
  as_strided_scatter(input: Tensor, src: Tensor, size: readonly number[] | number, stride: readonly number[] | number, options: { storage_offset?: number | null }): Tensor;
  as_strided_scatter(options: { input: Tensor; src: Tensor; size: readonly number[] | number; stride: readonly number[] | number; storage_offset?: number | null }): Tensor;
  /** The tensor itself where dtype fits, else a new one. */
  as_tensor(data: unknown, dtype?: DType | null, device?: string | null): Tensor;
  as_tensor(data: unknown, options: { dtype?: DType | null; device?: string | null }): Tensor;
  as_tensor(data: unknown, dtype: DType | null, options: { device?: string | null }): Tensor;
  as_tensor(options: { data: unknown; dtype?: DType | null; device?: string | null }): Tensor;
  /** The tensor itself where dtype fits, else a new one. */
  asarray(data: unknown, dtype?: DType | null, device?: string | null): Tensor;
  asarray(data: unknown, options: { dtype?: DType | null; device?: string | null }): Tensor;
  asarray(data: unknown, dtype: DType | null, options: { device?: string | null }): Tensor;
  asarray(options: { data: unknown; dtype?: DType | null; device?: string | null }): Tensor;
  /** Inverse sine. */
  asin(input: Tensor): Tensor;
  asin(options: { input: Tensor }): Tensor;
  /** Inverse sine. In place. */
  asin_(input: Tensor): Tensor;
  asin_(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic sine. */
  asinh(input: Tensor): Tensor;
  asinh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic sine. In place. */
  asinh_(input: Tensor): Tensor;
  asinh_(options: { input: Tensor }): Tensor;
  /** Inverse tangent. */
  atan(input: Tensor): Tensor;
  atan(options: { input: Tensor }): Tensor;
  /** Inverse tangent. In place. */
  atan_(input: Tensor): Tensor;
  atan_(options: { input: Tensor }): Tensor;
  /** The angle of the point (other, input). */
  atan2(input: Tensor, other: Tensor): Tensor;
  atan2(options: { input: Tensor; other: Tensor }): Tensor;
  /** The angle of the point (other, input). In place. */
  atan2_(input: Tensor, other: Tensor): Tensor;
  atan2_(options: { input: Tensor; other: Tensor }): Tensor;
  /** Inverse hyperbolic tangent. */
  atanh(input: Tensor): Tensor;
  atanh(options: { input: Tensor }): Tensor;
  /** Inverse hyperbolic tangent. In place. */
  atanh_(input: Tensor): Tensor;
  atanh_(options: { input: Tensor }): Tensor;
  /** With at least 1 dimensions. */
  atleast_1d(input: Tensor): Tensor;
  atleast_1d(options: { input: Tensor }): Tensor;
  /** Each with at least 1 dimensions. */
  atleast_1d(...tensors: Tensor[]): Tensor[];
  atleast_1d(tensors: readonly Tensor[]): Tensor[];
  atleast_1d(options: { tensors: readonly Tensor[] }): Tensor[];
  /** With at least 2 dimensions. */
  atleast_2d(input: Tensor): Tensor;
  atleast_2d(options: { input: Tensor }): Tensor;
  /** Each with at least 2 dimensions. */
  atleast_2d(...tensors: Tensor[]): Tensor[];
  atleast_2d(tensors: readonly Tensor[]): Tensor[];
  atleast_2d(options: { tensors: readonly Tensor[] }): Tensor[];
  /** With at least 3 dimensions. */
  atleast_3d(input: Tensor): Tensor;
  atleast_3d(options: { input: Tensor }): Tensor;
  /** Each with at least 3 dimensions. */
  atleast_3d(...tensors: Tensor[]): Tensor[];
  atleast_3d(tensors: readonly Tensor[]): Tensor[];
  atleast_3d(options: { tensors: readonly Tensor[] }): Tensor[];
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool1d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool2d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool3d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** beta · input + alpha · batch1 @ batch2, batch by batch. */
  baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  baddbmm(options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** beta · input + alpha · batch1 @ batch2, batch by batch. In place. */
  baddbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  baddbmm_(options: { input: Tensor; batch1: Tensor; batch2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  /** The bartlett window; periodic ones leave out the last place, for Fourier transforms. */
  bartlett_window(window_length: number, periodic?: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  bartlett_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  bartlett_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** 1 with the probability that input gives, else 0. */
  bernoulli(input: Tensor, options?: { generator?: object | null }): Tensor;
  bernoulli(options: { input: Tensor; generator?: object | null }): Tensor;
  /** 1 with probability p, else 0. */
  bernoulli(input: Tensor, p?: number, options?: { generator?: object | null }): Tensor;
  bernoulli(input: Tensor, options: { p?: number; generator?: object | null }): Tensor;
  bernoulli(options: { input: Tensor; p?: number; generator?: object | null }): Tensor;
  /** 1 with probability p, else 0. In place. */
  bernoulli_(input: Tensor, p?: number, options?: { generator?: object | null }): Tensor;
  bernoulli_(input: Tensor, options: { p?: number; generator?: object | null }): Tensor;
  bernoulli_(options: { input: Tensor; p?: number; generator?: object | null }): Tensor;
  /** x1ᵀ W x2 + bias for each output: [.., n], [.., m], W [out, n, m] → [.., out]. */
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
  bilinear(options: { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  /** How often each whole number from 0 occurs (or the sum of its weights). */
  bincount(input: Tensor, weights?: Tensor | null, minlength?: number): Tensor;
  bincount(input: Tensor, options: { weights?: Tensor | null; minlength?: number }): Tensor;
  bincount(input: Tensor, weights: Tensor | null, options: { minlength?: number }): Tensor;
  bincount(options: { input: Tensor; weights?: Tensor | null; minlength?: number }): Tensor;
  /** How many of count trials succeed, each with probability prob. */
  binomial(count: Tensor, prob: Tensor, generator?: object | null): Tensor;
  binomial(count: Tensor, prob: Tensor, options: { generator?: object | null }): Tensor;
  binomial(options: { count: Tensor; prob: Tensor; generator?: object | null }): Tensor;
  /** Bit by bit and of integers and bools. */
  bitwise_and(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_and(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit and of integers and bools. In place. */
  bitwise_and_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_and_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input · 2^other, by shifting bits. */
  bitwise_left_shift(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_left_shift(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input · 2^other, by shifting bits. In place. */
  bitwise_left_shift_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_left_shift_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Flips every bit; of a bool, its truth. */
  bitwise_not(input: Tensor): Tensor;
  bitwise_not(options: { input: Tensor }): Tensor;
  /** Flips every bit; of a bool, its truth. In place. */
  bitwise_not_(input: Tensor): Tensor;
  bitwise_not_(options: { input: Tensor }): Tensor;
  /** Bit by bit or of integers and bools. */
  bitwise_or(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_or(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit or of integers and bools. In place. */
  bitwise_or_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_or_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input / 2^other, by shifting bits. */
  bitwise_right_shift(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_right_shift(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input / 2^other, by shifting bits. In place. */
  bitwise_right_shift_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_right_shift_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. */
  bitwise_xor(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_xor(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Bit by bit xor of integers and bools. In place. */
  bitwise_xor_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  bitwise_xor_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** The blackman window; periodic ones leave out the last place, for Fourier transforms. */
  blackman_window(window_length: number, periodic?: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  blackman_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  blackman_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Matrices along the diagonal of one. */
  block_diag(...tensors: Tensor[]): Tensor;
  block_diag(tensors: readonly Tensor[]): Tensor;
  block_diag(options: { tensors: readonly Tensor[] }): Tensor;
  /** Products of batches of matrices, [b, n, m] @ [b, m, p] → [b, n, p]. */
  bmm(input: Tensor, mat2: Tensor): Tensor;
  bmm(options: { input: Tensor; mat2: Tensor }): Tensor;
  /** All expanded to their common shape. */
  broadcast_tensors(...tensors: Tensor[]): Tensor[];
  broadcast_tensors(tensors: readonly Tensor[]): Tensor[];
  broadcast_tensors(options: { tensors: readonly Tensor[] }): Tensor[];
  /** expand under its NumPy name. */
  broadcast_to(input: Tensor, ...size: number[]): Tensor;
  broadcast_to(input: Tensor, size: readonly number[]): Tensor;
  broadcast_to(options: { input: Tensor; size: readonly number[] }): Tensor;
  /** The bucket of each value between sorted boundaries. */
  bucketize(input: Tensor | number | boolean, boundaries: Tensor, options?: { out_int32?: boolean; right?: boolean }): Tensor;
  bucketize(options: { input: Tensor | number | boolean; boundaries: Tensor; out_int32?: boolean; right?: boolean }): Tensor;
  /** Every combination of one element from each vector, as rows. */
  cartesian_prod(...tensors: Tensor[]): Tensor;
  cartesian_prod(tensors: readonly Tensor[]): Tensor;
  cartesian_prod(options: { tensors: readonly Tensor[] }): Tensor;
  /** Joins tensors along an existing dimension. */
  cat(tensors: readonly Tensor[], dim?: number): Tensor;
  cat(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
  cat(options: { tensors: readonly Tensor[]; dim?: number }): Tensor;
  /** p-norm distances of every pair of rows: [.., P, M], [.., R, M] → [.., P, R]. */
  cdist(x1: Tensor, x2: Tensor, p?: number, compute_mode?: unknown): Tensor;
  cdist(x1: Tensor, x2: Tensor, options: { p?: number; compute_mode?: unknown }): Tensor;
  cdist(x1: Tensor, x2: Tensor, p: number, options: { compute_mode?: unknown }): Tensor;
  cdist(options: { x1: Tensor; x2: Tensor; p?: number; compute_mode?: unknown }): Tensor;
  /** Rounds up. */
  ceil(input: Tensor): Tensor;
  ceil(options: { input: Tensor }): Tensor;
  /** Rounds up. In place. */
  ceil_(input: Tensor): Tensor;
  ceil_(options: { input: Tensor }): Tensor;
  /** max(0, x) + min(0, α(e^{x/α} − 1)). */
  celu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  celu(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  celu(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  celu(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** max(0, x) + min(0, α(e^{x/α} − 1)). In place. */
  celu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  celu_(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  celu_(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  celu_(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** The product of matrices, in turn. */
  chain_matmul(...matrices: Tensor[]): Tensor;
  chain_matmul(matrices: readonly Tensor[]): Tensor;
  chain_matmul(options: { matrices: readonly Tensor[] }): Tensor;
  /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
  channel_shuffle(input: Tensor, groups: number): Tensor;
  channel_shuffle(options: { input: Tensor; groups: number }): Tensor;
  /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
  cholesky(input: Tensor, upper?: boolean): Tensor;
  cholesky(input: Tensor, options: { upper?: boolean }): Tensor;
  cholesky(options: { input: Tensor; upper?: boolean }): Tensor;
  /** At most chunks views of equal size, the last maybe smaller. */
  chunk(input: Tensor, chunks: number, dim?: number): Tensor[];
  chunk(input: Tensor, chunks: number, options: { dim?: number }): Tensor[];
  chunk(options: { input: Tensor; chunks: number; dim?: number }): Tensor[];
  /** Kept within [min, max]; null leaves a side open. */
  clamp(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clamp(input: Tensor, options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clamp(input: Tensor, min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  clamp(options: { input: Tensor; min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  /** Kept within [min, max]; null leaves a side open. In place. */
  clamp_(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clamp_(input: Tensor, options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clamp_(input: Tensor, min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  clamp_(options: { input: Tensor; min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  /** At most max. */
  clamp_max(input: Tensor, max: Tensor | number | boolean): Tensor;
  clamp_max(options: { input: Tensor; max: Tensor | number | boolean }): Tensor;
  /** At most max. In place. */
  clamp_max_(input: Tensor, max: Tensor | number | boolean): Tensor;
  clamp_max_(options: { input: Tensor; max: Tensor | number | boolean }): Tensor;
  /** At least min. */
  clamp_min(input: Tensor, min: Tensor | number | boolean): Tensor;
  clamp_min(options: { input: Tensor; min: Tensor | number | boolean }): Tensor;
  /** At least min. In place. */
  clamp_min_(input: Tensor, min: Tensor | number | boolean): Tensor;
  clamp_min_(options: { input: Tensor; min: Tensor | number | boolean }): Tensor;
  /** Kept within [min, max]; null leaves a side open. */
  clip(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clip(input: Tensor, options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clip(input: Tensor, min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  clip(options: { input: Tensor; min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  /** Kept within [min, max]; null leaves a side open. In place. */
  clip_(input: Tensor, min?: Tensor | number | boolean | null, max?: Tensor | number | boolean | null): Tensor;
  clip_(input: Tensor, options: { min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  clip_(input: Tensor, min: Tensor | number | boolean | null, options: { max?: Tensor | number | boolean | null }): Tensor;
  clip_(options: { input: Tensor; min?: Tensor | number | boolean | null; max?: Tensor | number | boolean | null }): Tensor;
  /** A copy in memory of its own; gradients pass through. */
  clone(input: Tensor, options?: { memory_format?: unknown }): Tensor;
  clone(options: { input: Tensor; memory_format?: unknown }): Tensor;
  /** Vectors as columns. */
  column_stack(tensors: readonly Tensor[]): Tensor;
  column_stack(options: { tensors: readonly Tensor[] }): Tensor;
  /** Every choice of r elements, as rows. */
  combinations(input: Tensor, r?: number, with_replacement?: boolean): Tensor;
  combinations(input: Tensor, options: { r?: number; with_replacement?: boolean }): Tensor;
  combinations(input: Tensor, r: number, options: { with_replacement?: boolean }): Tensor;
  combinations(options: { input: Tensor; r?: number; with_replacement?: boolean }): Tensor;
  /** Joins tensors along an existing dimension. */
  concat(tensors: readonly Tensor[], dim?: number): Tensor;
  concat(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
  concat(options: { tensors: readonly Tensor[]; dim?: number }): Tensor;
  /** Joins tensors along an existing dimension. */
  concatenate(tensors: readonly Tensor[], dim?: number): Tensor;
  concatenate(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
  concatenate(options: { tensors: readonly Tensor[]; dim?: number }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  conj(input: Tensor): Tensor;
  conj(options: { input: Tensor }): Tensor;
  /** Adds (or, where negative, takes away) elements at both ends; pad lists pairs, the last dimension first. */
  constant_pad_nd(input: Tensor, pad: readonly number[] | number, value?: number | boolean): Tensor;
  constant_pad_nd(input: Tensor, pad: readonly number[] | number, options: { value?: number | boolean }): Tensor;
  constant_pad_nd(options: { input: Tensor; pad: readonly number[] | number; value?: number | boolean }): Tensor;
  /** Cross-correlation over 1 dimension: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv1d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** Cross-correlation over 2 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv2d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** Cross-correlation over 3 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv3d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv3d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** conv1d with time first: input [L, N, C_in], weight [kernel, C_in, C_out] → [L′, N, C_out]. */
  conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad?: number): Tensor;
  conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, options: { pad?: number }): Tensor;
  conv_tbc(options: { input: Tensor; weight: Tensor; bias: Tensor; pad?: number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose1d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose2d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose3d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose3d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** Convolution of any dimension, or its transpose; input [N, C, …]. */
  convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number, transposed: boolean, output_padding: readonly number[] | number, groups: number): Tensor;
  convolution(options: { input: Tensor; weight: Tensor; bias: Tensor | null; stride: readonly number[] | number; padding: readonly number[] | number; dilation: readonly number[] | number; transposed: boolean; output_padding: readonly number[] | number; groups: number }): Tensor;
  /** The size of input with the sign of other. */
  copysign(input: Tensor, other: Tensor | number | boolean): Tensor;
  copysign(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** The size of input with the sign of other. In place. */
  copysign_(input: Tensor, other: Tensor | number | boolean): Tensor;
  copysign_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Correlation coefficients of the rows’ variables. */
  corrcoef(input: Tensor): Tensor;
  corrcoef(options: { input: Tensor }): Tensor;
  /** Cosine. */
  cos(input: Tensor): Tensor;
  cos(options: { input: Tensor }): Tensor;
  /** Cosine. In place. */
  cos_(input: Tensor): Tensor;
  cos_(options: { input: Tensor }): Tensor;
  /** Hyperbolic cosine. */
  cosh(input: Tensor): Tensor;
  cosh(options: { input: Tensor }): Tensor;
  /** Hyperbolic cosine. In place. */
  cosh_(input: Tensor): Tensor;
  cosh_(options: { input: Tensor }): Tensor;
  /** 1 − cos(x1, x2) where y is 1, max(0, cos(x1, x2) − margin) where it is −1. */
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  cosine_embedding_loss(options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** x1·x2 / (max(‖x1‖, eps) · max(‖x2‖, eps)) along dim. */
  cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
  cosine_similarity(x1: Tensor, x2: Tensor, options: { dim?: number; eps?: number }): Tensor;
  cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: { eps?: number }): Tensor;
  cosine_similarity(options: { x1: Tensor; x2: Tensor; dim?: number; eps?: number }): Tensor;
  /** How many elements are not zero. */
  count_nonzero(input: Tensor, dim?: readonly number[] | number | null): Tensor;
  count_nonzero(input: Tensor, options: { dim?: readonly number[] | number | null }): Tensor;
  count_nonzero(options: { input: Tensor; dim?: readonly number[] | number | null }): Tensor;
  /** Covariance of the rows’ variables. */
  cov(input: Tensor, options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  cov(options: { input: Tensor; correction?: number; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  /** Cross product of vectors of three. */
  cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
  cross(input: Tensor, other: Tensor, options: { dim?: number | null }): Tensor;
  cross(options: { input: Tensor; other: Tensor; dim?: number | null }): Tensor;
  /** Loss of log-probabilities [T, N, C] (or [T, C]) against label sequences, [N, S] or one after another; the mean divides by target lengths first. */
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank?: number, reduction?: string, zero_infinity?: boolean): Tensor;
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, options: { blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, options: { reduction?: string; zero_infinity?: boolean }): Tensor;
  ctc_loss(options: { log_probs: Tensor; targets: Tensor; input_lengths: unknown; target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  /** Running maximum along dim and where it is. */
  cummax(input: Tensor, dim: number): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  cummax(options: { input: Tensor; dim: number }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Running minimum along dim and where it is. */
  cummin(input: Tensor, dim: number): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  cummin(options: { input: Tensor; dim: number }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Running product along dim. */
  cumprod(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  cumprod(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** Running product along dim. In place. */
  cumprod_(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  cumprod_(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** Running sum along dim. */
  cumsum(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  cumsum(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** Running sum along dim. In place. */
  cumsum_(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  cumsum_(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** Running integral by the trapezoidal rule. */
  cumulative_trapezoid(y: Tensor, x: Tensor, options?: { dim?: number }): Tensor;
  cumulative_trapezoid(options: { y: Tensor; x: Tensor; dim?: number }): Tensor;
  /** Running integral by the trapezoidal rule. */
  cumulative_trapezoid(y: Tensor, options?: { dx?: number | boolean; dim?: number }): Tensor;
  cumulative_trapezoid(options: { y: Tensor; dx?: number | boolean; dim?: number }): Tensor;
  /** Degrees as radians. */
  deg2rad(input: Tensor): Tensor;
  deg2rad(options: { input: Tensor }): Tensor;
  /** Degrees as radians. In place. */
  deg2rad_(input: Tensor): Tensor;
  deg2rad_(options: { input: Tensor }): Tensor;
  /** The float32 values that the codes stand for: scale · (code − zero_point). Of a float tensor itself, in float32. */
  dequantize(input: Tensor): Tensor;
  dequantize(options: { input: Tensor }): Tensor;
  /** The determinant. */
  det(input: Tensor): Tensor;
  det(options: { input: Tensor }): Tensor;
  /** The same memory without history: no gradient flows through. */
  detach(input: Tensor): Tensor;
  detach(options: { input: Tensor }): Tensor;
  /** A vector as a diagonal matrix; a matrix’s diagonal. */
  diag(input: Tensor, diagonal?: number): Tensor;
  diag(input: Tensor, options: { diagonal?: number }): Tensor;
  diag(options: { input: Tensor; diagonal?: number }): Tensor;
  /** The last dimension as the diagonal of two new ones. */
  diag_embed(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diag_embed(input: Tensor, options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diag_embed(input: Tensor, offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  diag_embed(options: { input: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** All elements on a diagonal. */
  diagflat(input: Tensor, offset?: number): Tensor;
  diagflat(input: Tensor, options: { offset?: number }): Tensor;
  diagflat(options: { input: Tensor; offset?: number }): Tensor;
  /** A view of the diagonal of two dimensions, as the last one. */
  diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal(input: Tensor, options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diagonal(input: Tensor, offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  diagonal(options: { input: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** A copy of input with src on a diagonal. */
  diagonal_scatter(input: Tensor, src: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal_scatter(input: Tensor, src: Tensor, options: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  diagonal_scatter(input: Tensor, src: Tensor, offset: number, options: { dim1?: number; dim2?: number }): Tensor;
  diagonal_scatter(options: { input: Tensor; src: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** Differences of neighbours along dim, n times over. */
  diff(input: Tensor, n?: number, dim?: number, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  diff(input: Tensor, options: { n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  diff(input: Tensor, n: number, options: { dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  diff(options: { input: Tensor; n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  /** Derivative of lgamma. */
  digamma(input: Tensor): Tensor;
  digamma(options: { input: Tensor }): Tensor;
  /** Derivative of lgamma. In place. */
  digamma_(input: Tensor): Tensor;
  digamma_(options: { input: Tensor }): Tensor;
  /** ‖input − other‖ₚ. */
  dist(input: Tensor, other: Tensor, p?: number | boolean): Tensor;
  dist(input: Tensor, other: Tensor, options: { p?: number | boolean }): Tensor;
  dist(options: { input: Tensor; other: Tensor; p?: number | boolean }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  div(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  div(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  div(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  div(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  div_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  div_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  div_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  div_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  divide(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  divide(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  divide(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  divide_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  divide_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  divide_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Inner product of two vectors. */
  dot(input: Tensor, tensor: Tensor): Tensor;
  dot(options: { input: Tensor; tensor: Tensor }): Tensor;
  /** While training, zeroes each element with probability p and scales the others by 1/(1 − p). */
  dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** tensor_split along dimension 2, whose size must be a multiple of the number of parts. */
  dsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
  dsplit(options: { input: Tensor; indices_or_sections: unknown }): Tensor[];
  /** Joined in depth. */
  dstack(tensors: readonly Tensor[]): Tensor;
  dstack(options: { tensors: readonly Tensor[] }): Tensor;
  /** Sums of products named by letters: einsum('bij,bjk->bik', a, b). */
  einsum(equation: string, ...operands: Tensor[]): Tensor;
  einsum(equation: string, operands: readonly Tensor[]): Tensor;
  einsum(options: { equation: string; operands: readonly Tensor[] }): Tensor;
  /** New memory; its content is not to be relied on. */
  empty(...size: number[]): Tensor;
  empty(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  empty(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  empty(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** empty, shaped and typed as input. */
  empty_like(input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  empty_like(options: { input: Tensor; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  /** New memory of a shape with these strides; its content is not to be relied on. */
  empty_strided(size: readonly number[] | number, stride: readonly number[] | number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  empty_strided(options: { size: readonly number[] | number; stride: readonly number[] | number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** input == other, as bool. */
  eq(input: Tensor, other: Tensor | number | boolean): Tensor;
  eq(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input == other, as bool. In place. */
  eq_(input: Tensor, other: Tensor | number | boolean): Tensor;
  eq_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Whether shapes and all elements are equal. */
  equal(input: Tensor, other: Tensor): boolean;
  equal(options: { input: Tensor; other: Tensor }): boolean;
  /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
  erf(input: Tensor): Tensor;
  erf(options: { input: Tensor }): Tensor;
  /** Error function 2/√π ∫₀ˣ e^(−t²) dt. In place. */
  erf_(input: Tensor): Tensor;
  erf_(options: { input: Tensor }): Tensor;
  /** 1 − erf(input). */
  erfc(input: Tensor): Tensor;
  erfc(options: { input: Tensor }): Tensor;
  /** 1 − erf(input). In place. */
  erfc_(input: Tensor): Tensor;
  erfc_(options: { input: Tensor }): Tensor;
  /** Inverse of erf. */
  erfinv(input: Tensor): Tensor;
  erfinv(options: { input: Tensor }): Tensor;
  /** Inverse of erf. In place. */
  erfinv_(input: Tensor): Tensor;
  erfinv_(options: { input: Tensor }): Tensor;
  /** e^input. */
  exp(input: Tensor): Tensor;
  exp(options: { input: Tensor }): Tensor;
  /** e^input. In place. */
  exp_(input: Tensor): Tensor;
  exp_(options: { input: Tensor }): Tensor;
  /** 2^input. */
  exp2(input: Tensor): Tensor;
  exp2(options: { input: Tensor }): Tensor;
  /** 2^input. In place. */
  exp2_(input: Tensor): Tensor;
  exp2_(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). */
  expit(input: Tensor): Tensor;
  expit(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  expit_(input: Tensor): Tensor;
  expit_(options: { input: Tensor }): Tensor;
  /** e^input − 1, exact near zero. */
  expm1(input: Tensor): Tensor;
  expm1(options: { input: Tensor }): Tensor;
  /** e^input − 1, exact near zero. In place. */
  expm1_(input: Tensor): Tensor;
  expm1_(options: { input: Tensor }): Tensor;
  /** Ones on the diagonal. */
  eye(n: number, m?: number | null, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  eye(n: number, options: { m?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  eye(options: { n: number; m?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** As fake_quantize_per_tensor_affine, with a scale (float32) and a zero point (int32 or float) for each slice along axis. */
  fake_quantize_per_channel_affine(input: Tensor, scale: Tensor, zero_point: Tensor, axis: number, quant_min: number, quant_max: number): Tensor;
  fake_quantize_per_channel_affine(options: { input: Tensor; scale: Tensor; zero_point: Tensor; axis: number; quant_min: number; quant_max: number }): Tensor;
  /** What quantizing and dequantizing does to the values; gradients pass straight through where they are in range. */
  fake_quantize_per_tensor_affine(input: Tensor, scale: Tensor | number | boolean, zero_point: Tensor | number | boolean, quant_min: number, quant_max: number): Tensor;
  fake_quantize_per_tensor_affine(options: { input: Tensor; scale: Tensor | number | boolean; zero_point: Tensor | number | boolean; quant_min: number; quant_max: number }): Tensor;
  /** alpha_dropout of whole channels. */
  feature_alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  feature_alpha_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  feature_alpha_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  feature_alpha_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Dropout of whole channels: the elements that share the first two indices. */
  feature_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  feature_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  feature_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  feature_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Every element the same value. */
  fill(input: Tensor, value: Tensor | number | boolean): Tensor;
  fill(options: { input: Tensor; value: Tensor | number | boolean }): Tensor;
  /** Every element the same value. In place. */
  fill_(input: Tensor, value: Tensor | number | boolean): Tensor;
  fill_(options: { input: Tensor; value: Tensor | number | boolean }): Tensor;
  /** Rounds towards zero. */
  fix(input: Tensor): Tensor;
  fix(options: { input: Tensor }): Tensor;
  /** Rounds towards zero. In place. */
  fix_(input: Tensor): Tensor;
  fix_(options: { input: Tensor }): Tensor;
  /** Makes one dimension of those from start_dim to end_dim. */
  flatten(input: Tensor, start_dim?: number, end_dim?: number): Tensor;
  flatten(input: Tensor, options: { start_dim?: number; end_dim?: number }): Tensor;
  flatten(input: Tensor, start_dim: number, options: { end_dim?: number }): Tensor;
  flatten(options: { input: Tensor; start_dim?: number; end_dim?: number }): Tensor;
  /** Reverses dimensions, in a copy. */
  flip(input: Tensor, ...dims: number[]): Tensor;
  flip(input: Tensor, dims: readonly number[]): Tensor;
  flip(options: { input: Tensor; dims: readonly number[] }): Tensor;
  /** Left and right swapped. */
  fliplr(input: Tensor): Tensor;
  fliplr(options: { input: Tensor }): Tensor;
  /** Up and down swapped. */
  flipud(input: Tensor): Tensor;
  flipud(options: { input: Tensor }): Tensor;
  /** pow in float64. */
  float_power(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
  float_power(options: { input: Tensor | number | boolean; exponent: Tensor | number | boolean }): Tensor;
  /** pow in float64. In place. */
  float_power_(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
  float_power_(options: { input: Tensor | number | boolean; exponent: Tensor | number | boolean }): Tensor;
  /** Rounds down. */
  floor(input: Tensor): Tensor;
  floor(options: { input: Tensor }): Tensor;
  /** Rounds down. In place. */
  floor_(input: Tensor): Tensor;
  floor_(options: { input: Tensor }): Tensor;
  /** ⌊input / other⌋. */
  floor_divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  floor_divide(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** ⌊input / other⌋. In place. */
  floor_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  floor_divide_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** The larger of each pair; a number wins over NaN. */
  fmax(input: Tensor, other: Tensor): Tensor;
  fmax(options: { input: Tensor; other: Tensor }): Tensor;
  /** The smaller of each pair; a number wins over NaN. */
  fmin(input: Tensor, other: Tensor): Tensor;
  fmin(options: { input: Tensor; other: Tensor }): Tensor;
  /** C's remainder: the result has the dividend's sign. */
  fmod(input: Tensor, other: Tensor | number | boolean): Tensor;
  fmod(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** C's remainder: the result has the dividend's sign. In place. */
  fmod_(input: Tensor, other: Tensor | number | boolean): Tensor;
  fmod_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** What trunc takes away. */
  frac(input: Tensor): Tensor;
  frac(options: { input: Tensor }): Tensor;
  /** What trunc takes away. In place. */
  frac_(input: Tensor): Tensor;
  frac_(options: { input: Tensor }): Tensor;
  /** Mantissa in ±[0.5, 1) and exponent: input = mantissa · 2^exponent. */
  frexp(input: Tensor): [mantissa: Tensor, exponent: Tensor] & { readonly mantissa: Tensor; readonly exponent: Tensor };
  frexp(options: { input: Tensor }): [mantissa: Tensor, exponent: Tensor] & { readonly mantissa: Tensor; readonly exponent: Tensor };
  /** A one-dimensional tensor on the memory of a typed array, with its dtype, on the CPU: writing into one is seen in the other. */
  from_numpy(ndarray: unknown): Tensor;
  from_numpy(options: { ndarray: unknown }): Tensor;
  /** A tensor filled with one value. */
  full(size: readonly number[] | number, fill_value: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  full(options: { size: readonly number[] | number; fill_value: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** full, shaped and typed as input. */
  full_like(input: Tensor, fill_value: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  full_like(options: { input: Tensor; fill_value: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  /** Updates the running range, scale and zero point (in place) where observer_on is 1, then imitates quantization where fake_quant_on is 1. */
  fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, per_row_fake_quant?: boolean, symmetric_quant?: boolean): Tensor;
  fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, options: { per_row_fake_quant?: boolean; symmetric_quant?: boolean }): Tensor;
  fused_moving_avg_obs_fake_quant(input: Tensor, observer_on: Tensor, fake_quant_on: Tensor, running_min: Tensor, running_max: Tensor, scale: Tensor, zero_point: Tensor, averaging_const: number, quant_min: number, quant_max: number, ch_axis: number, per_row_fake_quant: boolean, options: { symmetric_quant?: boolean }): Tensor;
  fused_moving_avg_obs_fake_quant(options: { input: Tensor; observer_on: Tensor; fake_quant_on: Tensor; running_min: Tensor; running_max: Tensor; scale: Tensor; zero_point: Tensor; averaging_const: number; quant_min: number; quant_max: number; ch_axis: number; per_row_fake_quant?: boolean; symmetric_quant?: boolean }): Tensor;
  /** out[i][j] = input[index[i][j]][j] for dim 0, and so on: picks along dim by index. */
  gather(input: Tensor, dim: number, index: Tensor, options?: { sparse_grad?: boolean }): Tensor;
  gather(options: { input: Tensor; dim: number; index: Tensor; sparse_grad?: boolean }): Tensor;
  /** Greatest common divisor. */
  gcd(input: Tensor, other: Tensor): Tensor;
  gcd(options: { input: Tensor; other: Tensor }): Tensor;
  /** Greatest common divisor. In place. */
  gcd_(input: Tensor, other: Tensor): Tensor;
  gcd_(options: { input: Tensor; other: Tensor }): Tensor;
  /** input >= other, as bool. */
  ge(input: Tensor, other: Tensor | number | boolean): Tensor;
  ge(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input >= other, as bool. In place. */
  ge_(input: Tensor, other: Tensor | number | boolean): Tensor;
  ge_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
  ger(input: Tensor, vec2: Tensor): Tensor;
  ger(options: { input: Tensor; vec2: Tensor }): Tensor;
  /** The index of its GPU, −1 on the CPU. */
  get_device(input: Tensor): number;
  get_device(options: { input: Tensor }): number;
  /** Slopes along dims: central differences inside, one-sided at the edges (of second order with edge_order 2). */
  gradient(input: Tensor, options?: { spacing?: unknown; dim?: readonly number[] | number | null; edge_order?: number }): Tensor[];
  gradient(options: { input: Tensor; spacing?: unknown; dim?: readonly number[] | number | null; edge_order?: number }): Tensor[];
  /** input > other, as bool. */
  greater(input: Tensor, other: Tensor | number | boolean): Tensor;
  greater(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input > other, as bool. In place. */
  greater_(input: Tensor, other: Tensor | number | boolean): Tensor;
  greater_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input >= other, as bool. */
  greater_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
  greater_equal(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input >= other, as bool. In place. */
  greater_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
  greater_equal_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Normalises groups of channels of each sample. */
  group_norm(input: Tensor, num_groups: number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
  group_norm(input: Tensor, num_groups: number, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  group_norm(input: Tensor, num_groups: number, weight: Tensor | null, options: { bias?: Tensor | null; eps?: number }): Tensor;
  group_norm(options: { input: Tensor; num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  /** input > other, as bool. */
  gt(input: Tensor, other: Tensor | number | boolean): Tensor;
  gt(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input > other, as bool. In place. */
  gt_(input: Tensor, other: Tensor | number | boolean): Tensor;
  gt_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** The hamming window; periodic ones leave out the last place, for Fourier transforms. */
  hamming_window(window_length: number, periodic?: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  hamming_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  hamming_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** The hann window; periodic ones leave out the last place, for Fourier transforms. */
  hann_window(window_length: number, periodic?: boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  hann_window(window_length: number, options: { periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  hann_window(options: { window_length: number; periodic?: boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** 0 within [−λ, λ], x elsewhere. */
  hardshrink(input: Tensor, lambd?: number): Tensor;
  hardshrink(input: Tensor, options: { lambd?: number }): Tensor;
  hardshrink(options: { input: Tensor; lambd?: number }): Tensor;
  /** 0 below zero, 1 above, values at zero. */
  heaviside(input: Tensor, values: Tensor): Tensor;
  heaviside(options: { input: Tensor; values: Tensor }): Tensor;
  /** 0 below zero, 1 above, values at zero. In place. */
  heaviside_(input: Tensor, values: Tensor): Tensor;
  heaviside_(options: { input: Tensor; values: Tensor }): Tensor;
  /** x where y is 1, max(0, margin − x) where it is −1. */
  hinge_embedding_loss(input: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  hinge_embedding_loss(input: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  hinge_embedding_loss(input: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  hinge_embedding_loss(options: { input: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** Counts in bins of equal width from min to max (of the data when both are equal). */
  histc(input: Tensor, bins?: number, min?: number | boolean, max?: number | boolean): Tensor;
  histc(input: Tensor, options: { bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
  histc(input: Tensor, bins: number, options: { min?: number | boolean; max?: number | boolean }): Tensor;
  histc(options: { input: Tensor; bins?: number; min?: number | boolean; max?: number | boolean }): Tensor;
  /** Counts (or weights, or densities) in bins, and the bins’ edges. */
  histogram(input: Tensor, bins: number | Tensor, options?: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, bin_edges: Tensor] & { readonly hist: Tensor; readonly bin_edges: Tensor };
  histogram(options: { input: Tensor; bins: number | Tensor; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, bin_edges: Tensor] & { readonly hist: Tensor; readonly bin_edges: Tensor };
  /** tensor_split along dimension 1, whose size must be a multiple of the number of parts. */
  hsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
  hsplit(options: { input: Tensor; indices_or_sections: unknown }): Tensor[];
  /** Joined side by side. */
  hstack(tensors: readonly Tensor[]): Tensor;
  hstack(options: { tensors: readonly Tensor[] }): Tensor;
  /** √(input² + other²). */
  hypot(input: Tensor, other: Tensor): Tensor;
  hypot(options: { input: Tensor; other: Tensor }): Tensor;
  /** √(input² + other²). In place. */
  hypot_(input: Tensor, other: Tensor): Tensor;
  hypot_(options: { input: Tensor; other: Tensor }): Tensor;
  /** Modified Bessel function of order 0. */
  i0(input: Tensor): Tensor;
  i0(options: { input: Tensor }): Tensor;
  /** Modified Bessel function of order 0. In place. */
  i0_(input: Tensor): Tensor;
  i0_(options: { input: Tensor }): Tensor;
  /** A copy with alpha · source added at the places along dim that index lists. */
  index_add(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  index_add(options: { input: Tensor; dim: number; index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /** A copy with alpha · source added at the places along dim that index lists. In place. */
  index_add_(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: number | boolean }): Tensor;
  index_add_(options: { input: Tensor; dim: number; index: Tensor; source: Tensor; alpha?: number | boolean }): Tensor;
  /** A copy with source at the places along dim that index lists. */
  index_copy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  index_copy(options: { input: Tensor; dim: number; index: Tensor; source: Tensor }): Tensor;
  /** A copy with source at the places along dim that index lists. In place. */
  index_copy_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  index_copy_(options: { input: Tensor; dim: number; index: Tensor; source: Tensor }): Tensor;
  /** A copy with value at the places along dim that index lists. */
  index_fill(input: Tensor, dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
  index_fill(options: { input: Tensor; dim: number; index: Tensor; value: number | boolean | Tensor }): Tensor;
  /** A copy with value at the places along dim that index lists. In place. */
  index_fill_(input: Tensor, dim: number, index: Tensor, value: number | boolean | Tensor): Tensor;
  index_fill_(options: { input: Tensor; dim: number; index: Tensor; value: number | boolean | Tensor }): Tensor;
  /** A copy with values at the places given by index tensors. */
  index_put(input: Tensor, indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
  index_put(input: Tensor, indices: unknown, values: Tensor, options: { accumulate?: boolean }): Tensor;
  index_put(options: { input: Tensor; indices: unknown; values: Tensor; accumulate?: boolean }): Tensor;
  /** A copy with values at the places given by index tensors. In place. */
  index_put_(input: Tensor, indices: unknown, values: Tensor, accumulate?: boolean): Tensor;
  index_put_(input: Tensor, indices: unknown, values: Tensor, options: { accumulate?: boolean }): Tensor;
  index_put_(options: { input: Tensor; indices: unknown; values: Tensor; accumulate?: boolean }): Tensor;
  /** A copy in which slices of source are reduced into the places along dim that index lists. */
  index_reduce(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  index_reduce(options: { input: Tensor; dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** A copy in which slices of source are reduced into the places along dim that index lists. In place. */
  index_reduce_(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  index_reduce_(options: { input: Tensor; dim: number; index: Tensor; source: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** The places along dim that index lists. */
  index_select(input: Tensor, dim: number, index: Tensor): Tensor;
  index_select(options: { input: Tensor; dim: number; index: Tensor }): Tensor;
  /** Sum of products over the last dimensions. */
  inner(input: Tensor, other: Tensor): Tensor;
  inner(options: { input: Tensor; other: Tensor }): Tensor;
  /** The codes of a quantized tensor: uint8, int8 or int32. */
  int_repr(input: Tensor): Tensor;
  int_repr(options: { input: Tensor }): Tensor;
  /** The inverse matrix. */
  inverse(input: Tensor): Tensor;
  inverse(options: { input: Tensor }): Tensor;
  /** Never: there are no complex tensors. */
  is_complex(input: Tensor): boolean;
  is_complex(options: { input: Tensor }): boolean;
  /** Never: real numbers are their own conjugates. */
  is_conj(input: Tensor): boolean;
  is_conj(options: { input: Tensor }): boolean;
  /** Never: a tensor is of one process. */
  is_distributed(input: Tensor): boolean;
  is_distributed(options: { input: Tensor }): boolean;
  /** Whether the dtype is a float. */
  is_floating_point(input: Tensor): boolean;
  is_floating_point(options: { input: Tensor }): boolean;
  /** Whether it was made in inference mode. */
  is_inference(input: Tensor): boolean;
  is_inference(options: { input: Tensor }): boolean;
  /** Never: no tensor is lazily negated. */
  is_neg(input: Tensor): boolean;
  is_neg(options: { input: Tensor }): boolean;
  /** Whether the one element is not zero. */
  is_nonzero(input: Tensor): boolean;
  is_nonzero(options: { input: Tensor }): boolean;
  /** Never: memory is not pinned. */
  is_pinned(input: Tensor): boolean;
  is_pinned(options: { input: Tensor }): boolean;
  /** Whether the shapes are the same. */
  is_same_size(input: Tensor, other: Tensor): boolean;
  is_same_size(options: { input: Tensor; other: Tensor }): boolean;
  /** Never: memory is of one process. */
  is_shared(input: Tensor): boolean;
  is_shared(options: { input: Tensor }): boolean;
  /** Whether the dtype has negative numbers. */
  is_signed(input: Tensor): boolean;
  is_signed(options: { input: Tensor }): boolean;
  /** Whether it is a storage, which no tensor is. */
  is_storage(obj: unknown): boolean;
  is_storage(options: { obj: unknown }): boolean;
  /** Whether it is a tensor. */
  is_tensor(obj: unknown): boolean;
  is_tensor(options: { obj: unknown }): boolean;
  /** |input − other| ≤ atol + rtol · |other|. */
  isclose(input: Tensor, other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
  isclose(input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
  isclose(input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equal_nan?: boolean }): Tensor;
  isclose(options: { input: Tensor; other: Tensor; rtol?: number; atol?: number; equal_nan?: boolean }): Tensor;
  /** True where input is neither NaN nor ±∞. */
  isfinite(input: Tensor): Tensor;
  isfinite(options: { input: Tensor }): Tensor;
  /** Whether each element is among the test elements. */
  isin(elements: Tensor | number | boolean, test_elements: Tensor | number | boolean, options?: { assume_unique?: boolean; invert?: boolean }): Tensor;
  isin(options: { elements: Tensor | number | boolean; test_elements: Tensor | number | boolean; assume_unique?: boolean; invert?: boolean }): Tensor;
  /** True where input is ±∞. */
  isinf(input: Tensor): Tensor;
  isinf(options: { input: Tensor }): Tensor;
  /** True where input is NaN. */
  isnan(input: Tensor): Tensor;
  isnan(options: { input: Tensor }): Tensor;
  /** True where input is −∞. */
  isneginf(input: Tensor): Tensor;
  isneginf(options: { input: Tensor }): Tensor;
  /** True where input is +∞. */
  isposinf(input: Tensor): Tensor;
  isposinf(options: { input: Tensor }): Tensor;
  /** True everywhere: there are no complex tensors. */
  isreal(input: Tensor): Tensor;
  isreal(options: { input: Tensor }): Tensor;
  /** The Kronecker product: every element of input times all of other. */
  kron(input: Tensor, other: Tensor): Tensor;
  kron(options: { input: Tensor; other: Tensor }): Tensor;
  /** The k-th smallest value along dim and its index. */
  kthvalue(input: Tensor, k: number, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(input: Tensor, k: number, options: { dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(input: Tensor, k: number, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  kthvalue(options: { input: Tensor; k: number; dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** (x − mean) / √(var + eps) · weight + bias over the last dimensions. */
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight: Tensor | null, options: { bias?: Tensor | null; eps?: number }): Tensor;
  layer_norm(options: { input: Tensor; normalized_shape: readonly number[] | number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  /** Least common multiple. */
  lcm(input: Tensor, other: Tensor): Tensor;
  lcm(options: { input: Tensor; other: Tensor }): Tensor;
  /** Least common multiple. In place. */
  lcm_(input: Tensor, other: Tensor): Tensor;
  lcm_(options: { input: Tensor; other: Tensor }): Tensor;
  /** input · 2^other. */
  ldexp(input: Tensor, other: Tensor): Tensor;
  ldexp(options: { input: Tensor; other: Tensor }): Tensor;
  /** input · 2^other. In place. */
  ldexp_(input: Tensor, other: Tensor): Tensor;
  ldexp_(options: { input: Tensor; other: Tensor }): Tensor;
  /** input <= other, as bool. */
  le(input: Tensor, other: Tensor | number | boolean): Tensor;
  le(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input <= other, as bool. In place. */
  le_(input: Tensor, other: Tensor | number | boolean): Tensor;
  le_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input + weight · (end − input). */
  lerp(input: Tensor, end: Tensor, weight: Tensor | number | boolean): Tensor;
  lerp(options: { input: Tensor; end: Tensor; weight: Tensor | number | boolean }): Tensor;
  /** input + weight · (end − input). In place. */
  lerp_(input: Tensor, end: Tensor, weight: Tensor | number | boolean): Tensor;
  lerp_(options: { input: Tensor; end: Tensor; weight: Tensor | number | boolean }): Tensor;
  /** input < other, as bool. */
  less(input: Tensor, other: Tensor | number | boolean): Tensor;
  less(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input < other, as bool. In place. */
  less_(input: Tensor, other: Tensor | number | boolean): Tensor;
  less_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input <= other, as bool. */
  less_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
  less_equal(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input <= other, as bool. In place. */
  less_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
  less_equal_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** log |Γ(input)|. */
  lgamma(input: Tensor): Tensor;
  lgamma(options: { input: Tensor }): Tensor;
  /** log |Γ(input)|. In place. */
  lgamma_(input: Tensor): Tensor;
  lgamma_(options: { input: Tensor }): Tensor;
  /** steps numbers from start to end, evenly apart. */
  linspace(start: number | boolean, end: number | boolean, steps: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  linspace(options: { start: number | boolean; end: number | boolean; steps: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Natural logarithm. */
  log(input: Tensor): Tensor;
  log(options: { input: Tensor }): Tensor;
  /** Natural logarithm. In place. */
  log_(input: Tensor): Tensor;
  log_(options: { input: Tensor }): Tensor;
  /** Logarithm to base 10. */
  log10(input: Tensor): Tensor;
  log10(options: { input: Tensor }): Tensor;
  /** Logarithm to base 10. In place. */
  log10_(input: Tensor): Tensor;
  log10_(options: { input: Tensor }): Tensor;
  /** log(1 + input), exact near zero. */
  log1p(input: Tensor): Tensor;
  log1p(options: { input: Tensor }): Tensor;
  /** log(1 + input), exact near zero. In place. */
  log1p_(input: Tensor): Tensor;
  log1p_(options: { input: Tensor }): Tensor;
  /** Logarithm to base 2. */
  log2(input: Tensor): Tensor;
  log2(options: { input: Tensor }): Tensor;
  /** Logarithm to base 2. In place. */
  log2_(input: Tensor): Tensor;
  log2_(options: { input: Tensor }): Tensor;
  /** log(softmax(x)), exact also where softmax underflows. */
  log_softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  log_softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** log(eˣ + eʸ), without overflow. */
  logaddexp(input: Tensor, other: Tensor): Tensor;
  logaddexp(options: { input: Tensor; other: Tensor }): Tensor;
  /** log₂(2ˣ + 2ʸ), without overflow. */
  logaddexp2(input: Tensor, other: Tensor): Tensor;
  logaddexp2(options: { input: Tensor; other: Tensor }): Tensor;
  /** Running logsumexp along dim. */
  logcumsumexp(input: Tensor, dim: number): Tensor;
  logcumsumexp(options: { input: Tensor; dim: number }): Tensor;
  /** Logarithm of the determinant; NaN where it is negative. */
  logdet(input: Tensor): Tensor;
  logdet(options: { input: Tensor }): Tensor;
  /** Logical and: anything but zero is true. */
  logical_and(input: Tensor, other: Tensor): Tensor;
  logical_and(options: { input: Tensor; other: Tensor }): Tensor;
  /** Logical and: anything but zero is true. In place. */
  logical_and_(input: Tensor, other: Tensor): Tensor;
  logical_and_(options: { input: Tensor; other: Tensor }): Tensor;
  /** True where input is zero. */
  logical_not(input: Tensor): Tensor;
  logical_not(options: { input: Tensor }): Tensor;
  /** True where input is zero. In place. */
  logical_not_(input: Tensor): Tensor;
  logical_not_(options: { input: Tensor }): Tensor;
  /** Logical or: anything but zero is true. */
  logical_or(input: Tensor, other: Tensor): Tensor;
  logical_or(options: { input: Tensor; other: Tensor }): Tensor;
  /** Logical or: anything but zero is true. In place. */
  logical_or_(input: Tensor, other: Tensor): Tensor;
  logical_or_(options: { input: Tensor; other: Tensor }): Tensor;
  /** Logical xor: anything but zero is true. */
  logical_xor(input: Tensor, other: Tensor): Tensor;
  logical_xor(options: { input: Tensor; other: Tensor }): Tensor;
  /** Logical xor: anything but zero is true. In place. */
  logical_xor_(input: Tensor, other: Tensor): Tensor;
  logical_xor_(options: { input: Tensor; other: Tensor }): Tensor;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
  logit(input: Tensor, eps?: number): Tensor;
  logit(input: Tensor, options: { eps?: number }): Tensor;
  logit(options: { input: Tensor; eps?: number }): Tensor;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
  logit_(input: Tensor, eps?: number): Tensor;
  logit_(input: Tensor, options: { eps?: number }): Tensor;
  logit_(options: { input: Tensor; eps?: number }): Tensor;
  /** steps powers of base, their exponents evenly apart. */
  logspace(start: number | boolean, end: number | boolean, steps: number, base?: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  logspace(start: number | boolean, end: number | boolean, steps: number, options: { base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  logspace(options: { start: number | boolean; end: number | boolean; steps: number; base?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** log Σ e^x over dims, without overflow. */
  logsumexp(input: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
  logsumexp(input: Tensor, dim: readonly number[] | number, options: { keepdim?: boolean }): Tensor;
  logsumexp(options: { input: Tensor; dim: readonly number[] | number; keepdim?: boolean }): Tensor;
  /** input < other, as bool. */
  lt(input: Tensor, other: Tensor | number | boolean): Tensor;
  lt(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input < other, as bool. In place. */
  lt_(input: Tensor, other: Tensor | number | boolean): Tensor;
  lt_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** max(0, −y·(x1 − x2) + margin). */
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  margin_ranking_loss(options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** value where the mask is true, input elsewhere. */
  masked_fill(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
  masked_fill(options: { input: Tensor; mask: Tensor; value: Tensor | number | boolean }): Tensor;
  /** value where the mask is true, input elsewhere. In place. */
  masked_fill_(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
  masked_fill_(options: { input: Tensor; mask: Tensor; value: Tensor | number | boolean }): Tensor;
  /** The elements of source, in order, where the mask is true. */
  masked_scatter(input: Tensor, mask: Tensor, source: Tensor): Tensor;
  masked_scatter(options: { input: Tensor; mask: Tensor; source: Tensor }): Tensor;
  /** The elements of source, in order, where the mask is true. In place. */
  masked_scatter_(input: Tensor, mask: Tensor, source: Tensor): Tensor;
  masked_scatter_(options: { input: Tensor; mask: Tensor; source: Tensor }): Tensor;
  /** The elements where the mask is true, in one dimension. */
  masked_select(input: Tensor, mask: Tensor): Tensor;
  masked_select(options: { input: Tensor; mask: Tensor }): Tensor;
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  matmul(input: Tensor, other: Tensor): Tensor;
  matmul(options: { input: Tensor; other: Tensor }): Tensor;
  /** Σ Aᵏ / k!, by scaling and squaring. */
  matrix_exp(input: Tensor): Tensor;
  matrix_exp(options: { input: Tensor }): Tensor;
  /** A multiplied n times by itself; negative n inverts first. */
  matrix_power(input: Tensor, n: number): Tensor;
  matrix_power(options: { input: Tensor; n: number }): Tensor;
  /** The largest element; the gradient is shared by all that equal it. */
  max(input: Tensor): Tensor;
  max(options: { input: Tensor }): Tensor;
  /** The maximum of each pair. */
  max(input: Tensor, other: Tensor): Tensor;
  max(options: { input: Tensor; other: Tensor }): Tensor;
  /** Along dim, the largest values and their indices. */
  max(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  max(input: Tensor, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  max(options: { input: Tensor; dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool1d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool2d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool3d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** The larger of each pair; NaN passes through; at a tie each gets half the gradient. */
  maximum(input: Tensor, other: Tensor): Tensor;
  maximum(options: { input: Tensor; other: Tensor }): Tensor;
  /** Arithmetic mean of all elements, or over dims. Floating point only. */
  mean(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  mean(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  mean(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  mean(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** The median along dim (the lower of two) and its index. */
  median(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  median(input: Tensor, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  median(options: { input: Tensor; dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The median of all elements (the lower of two). */
  median(input: Tensor): Tensor;
  median(options: { input: Tensor }): Tensor;
  /** Grids of coordinates; indexing 'ij' (default) or 'xy'. */
  meshgrid(...tensors: Tensor[]): Tensor[];
  meshgrid(...args: [...tensors: Tensor[], options: { indexing?: string | null }]): Tensor[];
  meshgrid(tensors: readonly Tensor[], options?: { indexing?: string | null }): Tensor[];
  meshgrid(options: { tensors: readonly Tensor[]; indexing?: string | null }): Tensor[];
  /** The smallest element; the gradient is shared by all that equal it. */
  min(input: Tensor): Tensor;
  min(options: { input: Tensor }): Tensor;
  /** The minimum of each pair. */
  min(input: Tensor, other: Tensor): Tensor;
  min(options: { input: Tensor; other: Tensor }): Tensor;
  /** Along dim, the smallest values and their indices. */
  min(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  min(input: Tensor, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  min(options: { input: Tensor; dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The smaller of each pair; NaN passes through; at a tie each gets half the gradient. */
  minimum(input: Tensor, other: Tensor): Tensor;
  minimum(options: { input: Tensor; other: Tensor }): Tensor;
  /** Product of two matrices, [n, m] @ [m, p] → [n, p]. */
  mm(input: Tensor, mat2: Tensor): Tensor;
  mm(options: { input: Tensor; mat2: Tensor }): Tensor;
  /** The most frequent value along dim (the smallest of several) and the index of one occurrence. */
  mode(input: Tensor, dim?: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  mode(input: Tensor, options: { dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  mode(input: Tensor, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  mode(options: { input: Tensor; dim?: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** A view with dimensions moved to new places. */
  moveaxis(input: Tensor, source: readonly number[] | number, destination: readonly number[] | number): Tensor;
  moveaxis(options: { input: Tensor; source: readonly number[] | number; destination: readonly number[] | number }): Tensor;
  /** A view with dimensions moved to new places. */
  movedim(input: Tensor, source: readonly number[] | number, destination: readonly number[] | number): Tensor;
  movedim(options: { input: Tensor; source: readonly number[] | number; destination: readonly number[] | number }): Tensor;
  /** Sorted along the first dimension. */
  msort(input: Tensor): Tensor;
  msort(options: { input: Tensor }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. */
  mul(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  mul(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. In place. */
  mul_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  mul_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Indices drawn with probabilities in proportion to the rows of input. */
  multinomial(input: Tensor, num_samples: number, replacement?: boolean, options?: { generator?: object | null }): Tensor;
  multinomial(input: Tensor, num_samples: number, options: { replacement?: boolean; generator?: object | null }): Tensor;
  multinomial(options: { input: Tensor; num_samples: number; replacement?: boolean; generator?: object | null }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. */
  multiply(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  multiply(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Multiplies element by element: input · other. Shapes broadcast. In place. */
  multiply_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  multiply_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Matrix times vector. */
  mv(input: Tensor, vec: Tensor): Tensor;
  mv(options: { input: Tensor; vec: Tensor }): Tensor;
  /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. */
  nan_to_num(input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nan_to_num(input: Tensor, options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  nan_to_num(input: Tensor, nan: number | null, options: { posinf?: number | null; neginf?: number | null }): Tensor;
  nan_to_num(options: { input: Tensor; nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  /** Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said. In place. */
  nan_to_num_(input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nan_to_num_(input: Tensor, options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  nan_to_num_(input: Tensor, nan: number | null, options: { posinf?: number | null; neginf?: number | null }): Tensor;
  nan_to_num_(options: { input: Tensor; nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  /** Mean of the elements that are not NaN. */
  nanmean(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nanmean(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  nanmean(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  nanmean(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** The median along dim (the lower of two), NaN aside and its index. */
  nanmedian(input: Tensor, dim: number, keepdim?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  nanmedian(input: Tensor, dim: number, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  nanmedian(options: { input: Tensor; dim: number; keepdim?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** The median of all elements (the lower of two), NaN aside. */
  nanmedian(input: Tensor): Tensor;
  nanmedian(options: { input: Tensor }): Tensor;
  /** The q-th quantiles along dim, NaN aside. */
  nanquantile(input: Tensor, q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  nanquantile(input: Tensor, q: number | Tensor, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  nanquantile(input: Tensor, q: number | Tensor, dim: number | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  nanquantile(options: { input: Tensor; q: number | Tensor; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  /** Sum in which NaN counts as zero. */
  nansum(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nansum(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  nansum(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  nansum(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** A view of length places from start. */
  narrow(input: Tensor, dim: number, start: number, length: number): Tensor;
  narrow(options: { input: Tensor; dim: number; start: number; length: number }): Tensor;
  /** narrow, copied. */
  narrow_copy(input: Tensor, dim: number, start: number, length: number): Tensor;
  narrow_copy(options: { input: Tensor; dim: number; start: number; length: number }): Tensor;
  /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
  native_channel_shuffle(input: Tensor, groups: number): Tensor;
  native_channel_shuffle(options: { input: Tensor; groups: number }): Tensor;
  /** input != other, as bool. */
  ne(input: Tensor, other: Tensor | number | boolean): Tensor;
  ne(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input != other, as bool. In place. */
  ne_(input: Tensor, other: Tensor | number | boolean): Tensor;
  ne_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** −input. */
  neg(input: Tensor): Tensor;
  neg(options: { input: Tensor }): Tensor;
  /** −input. In place. */
  neg_(input: Tensor): Tensor;
  neg_(options: { input: Tensor }): Tensor;
  /** −input. */
  negative(input: Tensor): Tensor;
  negative(options: { input: Tensor }): Tensor;
  /** −input. In place. */
  negative_(input: Tensor): Tensor;
  negative_(options: { input: Tensor }): Tensor;
  /** Number of elements. */
  nelement(input: Tensor): number;
  nelement(options: { input: Tensor }): number;
  /** The next float after input towards other. */
  nextafter(input: Tensor, other: Tensor): Tensor;
  nextafter(options: { input: Tensor; other: Tensor }): Tensor;
  /** The next float after input towards other. In place. */
  nextafter_(input: Tensor, other: Tensor): Tensor;
  nextafter_(options: { input: Tensor; other: Tensor }): Tensor;
  /** Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension. */
  nonzero(input: Tensor, options?: { as_tuple?: boolean }): any;
  nonzero(options: { input: Tensor; as_tuple?: boolean }): any;
  /** p-norm of all elements or along dims; 'fro' is the 2-norm, 'nuc' the sum of singular values. */
  norm(input: Tensor, p?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, dtype?: DType | null): Tensor;
  norm(input: Tensor, options: { p?: number | boolean | string | null; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  norm(input: Tensor, p: number | boolean | string | null, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  norm(options: { input: Tensor; p?: number | boolean | string | null; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** Normal numbers with each its mean and standard deviation. */
  normal(mean: Tensor | number | boolean, std?: Tensor | number | boolean, options?: { generator?: object | null }): Tensor;
  normal(mean: Tensor | number | boolean, options: { std?: Tensor | number | boolean; generator?: object | null }): Tensor;
  normal(options: { mean: Tensor | number | boolean; std?: Tensor | number | boolean; generator?: object | null }): Tensor;
  /** Normal numbers with one mean and standard deviation. */
  normal(mean: number, std: number, size: readonly number[] | number, options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  normal(options: { mean: number; std: number; size: readonly number[] | number; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** input != other, as bool. */
  not_equal(input: Tensor, other: Tensor | number | boolean): Tensor;
  not_equal(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** input != other, as bool. In place. */
  not_equal_(input: Tensor, other: Tensor | number | boolean): Tensor;
  not_equal_(options: { input: Tensor; other: Tensor | number | boolean }): Tensor;
  /** Number of elements. */
  numel(input: Tensor): number;
  numel(options: { input: Tensor }): number;
  /** A tensor of ones. */
  ones(...size: number[]): Tensor;
  ones(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  ones(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  ones(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** ones, shaped and typed as input. */
  ones_like(input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  ones_like(options: { input: Tensor; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  /** Every product of two vectors’ elements: [n] ⊗ [m] → [n, m]. */
  outer(input: Tensor, vec2: Tensor): Tensor;
  outer(options: { input: Tensor; vec2: Tensor }): Tensor;
  /** ‖x1 − x2 + eps‖ₚ along the last dimension. */
  pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
  pairwise_distance(x1: Tensor, x2: Tensor, options: { p?: number; eps?: number; keepdim?: boolean }): Tensor;
  pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: { eps?: number; keepdim?: boolean }): Tensor;
  pairwise_distance(options: { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean }): Tensor;
  /** p-norm distances of every pair of rows, i < j. */
  pdist(input: Tensor, p?: number): Tensor;
  pdist(input: Tensor, options: { p?: number }): Tensor;
  pdist(options: { input: Tensor; p?: number }): Tensor;
  /** A view with the dimensions in another order. */
  permute(input: Tensor, ...dims: number[]): Tensor;
  permute(input: Tensor, dims: readonly number[]): Tensor;
  permute(options: { input: Tensor; dims: readonly number[] }): Tensor;
  /** The Moore–Penrose inverse. */
  pinverse(input: Tensor, rcond?: number): Tensor;
  pinverse(input: Tensor, options: { rcond?: number }): Tensor;
  pinverse(options: { input: Tensor; rcond?: number }): Tensor;
  /** [.., C·r², H, W] → [.., C, H·r, W·r]. */
  pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
  pixel_shuffle(options: { input: Tensor; upscale_factor: number }): Tensor;
  /** [.., C, H·r, W·r] → [.., C·r², H, W]. */
  pixel_unshuffle(input: Tensor, downscale_factor: number): Tensor;
  pixel_unshuffle(options: { input: Tensor; downscale_factor: number }): Tensor;
  /** Counts from Poisson distributions with the rates of input. */
  poisson(input: Tensor, generator?: object | null): Tensor;
  poisson(input: Tensor, options: { generator?: object | null }): Tensor;
  poisson(options: { input: Tensor; generator?: object | null }): Tensor;
  /** The n-th derivative of digamma. */
  polygamma(n: number, input: Tensor): Tensor;
  polygamma(options: { n: number; input: Tensor }): Tensor;
  /** input itself. */
  positive(input: Tensor): Tensor;
  positive(options: { input: Tensor }): Tensor;
  /** input itself. In place. */
  positive_(input: Tensor): Tensor;
  positive_(options: { input: Tensor }): Tensor;
  /** input ^ exponent, element by element. */
  pow(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
  pow(options: { input: Tensor | number | boolean; exponent: Tensor | number | boolean }): Tensor;
  /** input ^ exponent, element by element. In place. */
  pow_(input: Tensor | number | boolean, exponent: Tensor | number | boolean): Tensor;
  pow_(options: { input: Tensor | number | boolean; exponent: Tensor | number | boolean }): Tensor;
  /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
  prelu(input: Tensor, weight: Tensor): Tensor;
  prelu(options: { input: Tensor; weight: Tensor }): Tensor;
  /** Product of all elements, or along dim. */
  prod(input: Tensor, dim?: number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  prod(input: Tensor, options: { dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  prod(input: Tensor, dim: number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  prod(options: { input: Tensor; dim?: number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** Derivative of lgamma. */
  psi(input: Tensor): Tensor;
  psi(options: { input: Tensor }): Tensor;
  /** Derivative of lgamma. In place. */
  psi_(input: Tensor): Tensor;
  psi_(options: { input: Tensor }): Tensor;
  /** A copy of input with source at places of the flattened tensor, replaced or added. */
  put(input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(input: Tensor, index: Tensor, source: Tensor, options: { accumulate?: boolean }): Tensor;
  put(options: { input: Tensor; index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  /** A copy of input with source at places of the flattened tensor, replaced or added. In place. */
  put_(input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put_(input: Tensor, index: Tensor, source: Tensor, options: { accumulate?: boolean }): Tensor;
  put_(options: { input: Tensor; index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  /** The dimension of the channels. */
  q_per_channel_axis(input: Tensor): number;
  q_per_channel_axis(options: { input: Tensor }): number;
  /** The scale of each channel. */
  q_per_channel_scales(input: Tensor): Tensor;
  q_per_channel_scales(options: { input: Tensor }): Tensor;
  /** The code of zero of each channel. */
  q_per_channel_zero_points(input: Tensor): Tensor;
  q_per_channel_zero_points(options: { input: Tensor }): Tensor;
  /** The scale of a tensor that is quantized as a whole. */
  q_scale(input: Tensor): number;
  q_scale(options: { input: Tensor }): number;
  /** The code of zero, of a tensor that is quantized as a whole. */
  q_zero_point(input: Tensor): number;
  q_zero_point(options: { input: Tensor }): number;
  /** The q-th quantiles along dim. */
  quantile(input: Tensor, q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  quantile(input: Tensor, q: number | Tensor, options: { dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  quantile(input: Tensor, q: number | Tensor, dim: number | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  quantile(options: { input: Tensor; q: number | Tensor; dim?: number | null; keepdim?: boolean; interpolation?: string }): Tensor;
  /** As quantize_per_tensor, with a scale and a zero point [channels] for each slice along axis. */
  quantize_per_channel(input: Tensor, scales: Tensor, zero_points: Tensor, axis: number, dtype: DType): Tensor;
  quantize_per_channel(options: { input: Tensor; scales: Tensor; zero_points: Tensor; axis: number; dtype: DType }): Tensor;
  /** A quantized tensor of codes: round(input / scale) + zero_point, saturated to the codes of dtype (torch.quint8, torch.qint8, torch.qint32). float32 in. */
  quantize_per_tensor(input: Tensor, scale: Tensor | number | boolean, zero_point: Tensor | number | boolean, dtype: DType): Tensor;
  quantize_per_tensor(options: { input: Tensor; scale: Tensor | number | boolean; zero_point: Tensor | number | boolean; dtype: DType }): Tensor;
  /** As quantize_per_tensor, with scale and zero point from the tensor's own range; `reduce_range` leaves one bit unused. */
  quantize_per_tensor_dynamic(input: Tensor, dtype: DType, reduce_range: boolean): Tensor;
  quantize_per_tensor_dynamic(options: { input: Tensor; dtype: DType; reduce_range: boolean }): Tensor;
  /** Radians as degrees. */
  rad2deg(input: Tensor): Tensor;
  rad2deg(options: { input: Tensor }): Tensor;
  /** Radians as degrees. In place. */
  rad2deg_(input: Tensor): Tensor;
  rad2deg_(options: { input: Tensor }): Tensor;
  /** Numbers uniform on [0, 1). */
  rand(...size: number[]): Tensor;
  rand(...args: [...size: number[], options: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  rand(size: readonly number[], options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  rand(options: { size: readonly number[]; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Numbers uniform on [0, 1), shaped and typed as input. */
  rand_like(input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; generator?: object | null; memory_format?: unknown }): Tensor;
  rand_like(options: { input: Tensor; dtype?: DType | null; device?: string | null; requires_grad?: boolean; generator?: object | null; memory_format?: unknown }): Tensor;
  /** Whole numbers from 0 to before high, equally likely. */
  randint(high: number, size: readonly number[] | number, options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  randint(options: { high: number; size: readonly number[] | number; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Whole numbers from low to before high, equally likely. */
  randint(low: number, high: number, size: readonly number[] | number, options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  randint(options: { low: number; high: number; size: readonly number[] | number; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** randint, shaped and typed as input. */
  randint_like(input: Tensor, low: number, high?: number | null, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  randint_like(input: Tensor, low: number, options: { high?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  randint_like(options: { input: Tensor; low: number; high?: number | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  /** Numbers from the standard normal distribution. */
  randn(...size: number[]): Tensor;
  randn(...args: [...size: number[], options: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  randn(size: readonly number[], options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  randn(options: { size: readonly number[]; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Numbers from the standard normal distribution, shaped and typed as input. */
  randn_like(input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; generator?: object | null; memory_format?: unknown }): Tensor;
  randn_like(options: { input: Tensor; dtype?: DType | null; device?: string | null; requires_grad?: boolean; generator?: object | null; memory_format?: unknown }): Tensor;
  /** The numbers from 0 to before n in random order. */
  randperm(n: number, options?: { generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  randperm(options: { n: number; generator?: object | null; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** All elements in one dimension. */
  ravel(input: Tensor): Tensor;
  ravel(options: { input: Tensor }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  real(input: Tensor): Tensor;
  real(options: { input: Tensor }): Tensor;
  /** 1 / input. */
  reciprocal(input: Tensor): Tensor;
  reciprocal(options: { input: Tensor }): Tensor;
  /** 1 / input. In place. */
  reciprocal_(input: Tensor): Tensor;
  reciprocal_(options: { input: Tensor }): Tensor;
  /** max(0, x). */
  relu(input: Tensor, inplace?: boolean): Tensor;
  relu(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** max(0, x). In place. */
  relu_(input: Tensor, inplace?: boolean): Tensor;
  relu_(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** Python's modulus: the result has the divisor's sign. */
  remainder(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  remainder(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Python's modulus: the result has the divisor's sign. In place. */
  remainder_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  remainder_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Slices along dim whose p-norm is above maxnorm are scaled down to it. */
  renorm(input: Tensor, p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  renorm(options: { input: Tensor; p: number | boolean; dim: number; maxnorm: number | boolean }): Tensor;
  /** Slices along dim whose p-norm is above maxnorm are scaled down to it. In place. */
  renorm_(input: Tensor, p: number | boolean, dim: number, maxnorm: number | boolean): Tensor;
  renorm_(options: { input: Tensor; p: number | boolean; dim: number; maxnorm: number | boolean }): Tensor;
  /** Every element repeats times, one after the other. */
  repeat_interleave(input: Tensor, repeats: number, dim?: number | null, options?: { output_size?: number | null }): Tensor;
  repeat_interleave(input: Tensor, repeats: number, options: { dim?: number | null; output_size?: number | null }): Tensor;
  repeat_interleave(options: { input: Tensor; repeats: number; dim?: number | null; output_size?: number | null }): Tensor;
  /** Every element as often as repeats says. */
  repeat_interleave(input: Tensor, repeats: Tensor, dim?: number | null, options?: { output_size?: number | null }): Tensor;
  repeat_interleave(input: Tensor, repeats: Tensor, options: { dim?: number | null; output_size?: number | null }): Tensor;
  repeat_interleave(options: { input: Tensor; repeats: Tensor; dim?: number | null; output_size?: number | null }): Tensor;
  /** The same elements in another shape: a view where possible, a copy elsewhere. */
  reshape(input: Tensor, ...shape: number[]): Tensor;
  reshape(input: Tensor, shape: readonly number[]): Tensor;
  reshape(options: { input: Tensor; shape: readonly number[] }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  resolve_conj(input: Tensor): Tensor;
  resolve_conj(options: { input: Tensor }): Tensor;
  /** Itself: real numbers are their own conjugates. */
  resolve_neg(input: Tensor): Tensor;
  resolve_neg(options: { input: Tensor }): Tensor;
  /** Shifts along dims; what goes over the end comes back at the start. */
  roll(input: Tensor, shifts: readonly number[] | number, dims?: readonly number[] | number | null): Tensor;
  roll(input: Tensor, shifts: readonly number[] | number, options: { dims?: readonly number[] | number | null }): Tensor;
  roll(options: { input: Tensor; shifts: readonly number[] | number; dims?: readonly number[] | number | null }): Tensor;
  /** Turned by 90° k times in the plane of two dimensions. */
  rot90(input: Tensor, k?: number, dims?: readonly number[] | number): Tensor;
  rot90(input: Tensor, options: { k?: number; dims?: readonly number[] | number }): Tensor;
  rot90(input: Tensor, k: number, options: { dims?: readonly number[] | number }): Tensor;
  rot90(options: { input: Tensor; k?: number; dims?: readonly number[] | number }): Tensor;
  /** Rounds to the nearest, halves to even; to decimals digits after the point. */
  round(input: Tensor, options?: { decimals?: number }): Tensor;
  round(options: { input: Tensor; decimals?: number }): Tensor;
  /** Rounds to the nearest, halves to even; to decimals digits after the point. In place. */
  round_(input: Tensor, options?: { decimals?: number }): Tensor;
  round_(options: { input: Tensor; decimals?: number }): Tensor;
  /** Joined one below the other. */
  row_stack(tensors: readonly Tensor[]): Tensor;
  row_stack(options: { tensors: readonly Tensor[] }): Tensor;
  /** x where positive; elsewhere a · x, a drawn from [lower, upper) in training and their mean otherwise. */
  rrelu(input: Tensor, lower?: number, upper?: number, training?: boolean, inplace?: boolean): Tensor;
  rrelu(input: Tensor, options: { lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  rrelu(input: Tensor, lower: number, options: { upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  rrelu(options: { input: Tensor; lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** rrelu in place. */
  rrelu_(input: Tensor, lower?: number, upper?: number, training?: boolean): Tensor;
  rrelu_(input: Tensor, options: { lower?: number; upper?: number; training?: boolean }): Tensor;
  rrelu_(input: Tensor, lower: number, options: { upper?: number; training?: boolean }): Tensor;
  rrelu_(options: { input: Tensor; lower?: number; upper?: number; training?: boolean }): Tensor;
  /** 1 / √input. */
  rsqrt(input: Tensor): Tensor;
  rsqrt(options: { input: Tensor }): Tensor;
  /** 1 / √input. In place. */
  rsqrt_(input: Tensor): Tensor;
  rsqrt_(options: { input: Tensor }): Tensor;
  /** other − alpha · input. */
  rsub(input: Tensor, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  rsub(options: { input: Tensor; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** A 0-dim tensor. */
  scalar_tensor(s: number | boolean, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  scalar_tensor(options: { s: number | boolean; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. */
  scatter(input: Tensor, dim: number, index: Tensor, src: Tensor, options?: { reduce?: string | null }): Tensor;
  scatter(options: { input: Tensor; dim: number; index: Tensor; src: Tensor; reduce?: string | null }): Tensor;
  /** A copy with value at the indexed places. */
  scatter(input: Tensor, dim: number, index: Tensor, value: number | boolean, options?: { reduce?: string | null }): Tensor;
  scatter(options: { input: Tensor; dim: number; index: Tensor; value: number | boolean; reduce?: string | null }): Tensor;
  /** A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on. In place. */
  scatter_(input: Tensor, dim: number, index: Tensor, src: Tensor, options?: { reduce?: string | null }): Tensor;
  scatter_(options: { input: Tensor; dim: number; index: Tensor; src: Tensor; reduce?: string | null }): Tensor;
  /** A copy with value at the indexed places. In place. */
  scatter_(input: Tensor, dim: number, index: Tensor, value: number | boolean, options?: { reduce?: string | null }): Tensor;
  scatter_(options: { input: Tensor; dim: number; index: Tensor; value: number | boolean; reduce?: string | null }): Tensor;
  /** A copy with src added at the indexed places. */
  scatter_add(input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  scatter_add(options: { input: Tensor; dim: number; index: Tensor; src: Tensor }): Tensor;
  /** A copy with src added at the indexed places. In place. */
  scatter_add_(input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  scatter_add_(options: { input: Tensor; dim: number; index: Tensor; src: Tensor }): Tensor;
  /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. */
  scatter_reduce(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  scatter_reduce(options: { input: Tensor; dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin. In place. */
  scatter_reduce_(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { include_self?: boolean }): Tensor;
  scatter_reduce_(options: { input: Tensor; dim: number; index: Tensor; src: Tensor; reduce: string; include_self?: boolean }): Tensor;
  /** Where each value would be inserted to keep the sequence sorted, row by row. */
  searchsorted(sorted_sequence: Tensor, input: Tensor | number | boolean, options?: { out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  searchsorted(options: { sorted_sequence: Tensor; input: Tensor | number | boolean; out_int32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  /** A view of one place along a dimension, which disappears. */
  select(input: Tensor, dim: number, index: number): Tensor;
  select(options: { input: Tensor; dim: number; index: number }): Tensor;
  /** A copy of input with src at one place along dim. */
  select_scatter(input: Tensor, src: Tensor, dim: number, index: number): Tensor;
  select_scatter(options: { input: Tensor; src: Tensor; dim: number; index: number }): Tensor;
  /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). */
  selu(input: Tensor, inplace?: boolean): Tensor;
  selu(input: Tensor, options: { inplace?: boolean }): Tensor;
  selu(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). In place. */
  selu_(input: Tensor, inplace?: boolean): Tensor;
  selu_(input: Tensor, options: { inplace?: boolean }): Tensor;
  selu_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** −1, 0 or 1. */
  sgn(input: Tensor): Tensor;
  sgn(options: { input: Tensor }): Tensor;
  /** −1, 0 or 1. In place. */
  sgn_(input: Tensor): Tensor;
  sgn_(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). */
  sigmoid(input: Tensor): Tensor;
  sigmoid(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  sigmoid_(input: Tensor): Tensor;
  sigmoid_(options: { input: Tensor }): Tensor;
  /** −1, 0 or 1. */
  sign(input: Tensor): Tensor;
  sign(options: { input: Tensor }): Tensor;
  /** −1, 0 or 1. In place. */
  sign_(input: Tensor): Tensor;
  sign_(options: { input: Tensor }): Tensor;
  /** True where the sign bit is set. */
  signbit(input: Tensor): Tensor;
  signbit(options: { input: Tensor }): Tensor;
  /** Sine. */
  sin(input: Tensor): Tensor;
  sin(options: { input: Tensor }): Tensor;
  /** Sine. In place. */
  sin_(input: Tensor): Tensor;
  sin_(options: { input: Tensor }): Tensor;
  /** sin(πx) / (πx), 1 at 0. */
  sinc(input: Tensor): Tensor;
  sinc(options: { input: Tensor }): Tensor;
  /** sin(πx) / (πx), 1 at 0. In place. */
  sinc_(input: Tensor): Tensor;
  sinc_(options: { input: Tensor }): Tensor;
  /** Hyperbolic sine. */
  sinh(input: Tensor): Tensor;
  sinh(options: { input: Tensor }): Tensor;
  /** Hyperbolic sine. In place. */
  sinh_(input: Tensor): Tensor;
  sinh_(options: { input: Tensor }): Tensor;
  /** A copy of input with src in a slice. */
  slice_scatter(input: Tensor, src: Tensor, dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
  slice_scatter(input: Tensor, src: Tensor, options: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  slice_scatter(input: Tensor, src: Tensor, dim: number, options: { start?: number | null; end?: number | null; step?: number }): Tensor;
  slice_scatter(options: { input: Tensor; src: Tensor; dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
  /** Sign and logarithm of the determinant. */
  slogdet(input: Tensor): [sign: Tensor, logabsdet: Tensor] & { readonly sign: Tensor; readonly logabsdet: Tensor };
  slogdet(options: { input: Tensor }): [sign: Tensor, logabsdet: Tensor] & { readonly sign: Tensor; readonly logabsdet: Tensor };
  /** e^xᵢ / Σ e^xⱼ along dim. */
  softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** Sorted values along dim and where they came from. */
  sort(input: Tensor, dim?: number, descending?: boolean, options?: { stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  sort(input: Tensor, options: { dim?: number; descending?: boolean; stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  sort(input: Tensor, dim: number, options: { descending?: boolean; stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  sort(options: { input: Tensor; dim?: number; descending?: boolean; stable?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Views of split_size places each (the last may be smaller), or of the given sizes. */
  split(input: Tensor, split_size: number | readonly number[] | number, dim?: number): Tensor[];
  split(input: Tensor, split_size: number | readonly number[] | number, options: { dim?: number }): Tensor[];
  split(options: { input: Tensor; split_size: number | readonly number[] | number; dim?: number }): Tensor[];
  /** Views of split_size places each (the last may be smaller), or of the given sizes. */
  split_with_sizes(input: Tensor, split_size: number | readonly number[] | number, dim?: number): Tensor[];
  split_with_sizes(input: Tensor, split_size: number | readonly number[] | number, options: { dim?: number }): Tensor[];
  split_with_sizes(options: { input: Tensor; split_size: number | readonly number[] | number; dim?: number }): Tensor[];
  /** √input. */
  sqrt(input: Tensor): Tensor;
  sqrt(options: { input: Tensor }): Tensor;
  /** √input. In place. */
  sqrt_(input: Tensor): Tensor;
  sqrt_(options: { input: Tensor }): Tensor;
  /** input². */
  square(input: Tensor): Tensor;
  square(options: { input: Tensor }): Tensor;
  /** input². In place. */
  square_(input: Tensor): Tensor;
  square_(options: { input: Tensor }): Tensor;
  /** A view without dimensions of size 1, all or the given ones. */
  squeeze(input: Tensor, dim?: readonly number[] | number | null): Tensor;
  squeeze(input: Tensor, options: { dim?: readonly number[] | number | null }): Tensor;
  squeeze(options: { input: Tensor; dim?: readonly number[] | number | null }): Tensor;
  /** Joins tensors of one shape along a new dimension. */
  stack(tensors: readonly Tensor[], dim?: number): Tensor;
  stack(tensors: readonly Tensor[], options: { dim?: number }): Tensor;
  stack(options: { tensors: readonly Tensor[]; dim?: number }): Tensor;
  /** Standard deviation, the root of var. */
  std(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): Tensor;
  std(input: Tensor, options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  std(input: Tensor, dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  std(options: { input: Tensor; dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  /** Standard deviation of all elements. */
  std(input: Tensor, unbiased: boolean): Tensor;
  std(options: { input: Tensor; unbiased: boolean }): Tensor;
  /** std and mean together. */
  std_mean(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  std_mean(input: Tensor, options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  std_mean(input: Tensor, dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  std_mean(options: { input: Tensor; dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  /** std and mean of all elements. */
  std_mean(input: Tensor, unbiased: boolean): [result0: Tensor, result1: Tensor];
  std_mean(options: { input: Tensor; unbiased: boolean }): [result0: Tensor, result1: Tensor];
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
  sub(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  sub(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
  sub_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  sub_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. */
  subtract(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  subtract(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast. In place. */
  subtract_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { alpha?: number | boolean }): Tensor;
  subtract_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; alpha?: number | boolean }): Tensor;
  /** Sum of all elements, or over dims. Integers and bools sum in int64. */
  sum(input: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  sum(input: Tensor, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  sum(input: Tensor, dim: readonly number[] | number | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  sum(options: { input: Tensor; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** A view with two dimensions swapped. */
  swapaxes(input: Tensor, dim0: number, dim1: number): Tensor;
  swapaxes(options: { input: Tensor; dim0: number; dim1: number }): Tensor;
  /** A view with two dimensions swapped. */
  swapdims(input: Tensor, dim0: number, dim1: number): Tensor;
  swapdims(options: { input: Tensor; dim0: number; dim1: number }): Tensor;
  /** Transposes a matrix; vectors and scalars stay. */
  t(input: Tensor): Tensor;
  t(options: { input: Tensor }): Tensor;
  /** The elements at places of the flattened input. */
  take(input: Tensor, index: Tensor): Tensor;
  take(options: { input: Tensor; index: Tensor }): Tensor;
  /** gather whose other dimensions broadcast. */
  take_along_dim(input: Tensor, indices: Tensor, dim?: number | null): Tensor;
  take_along_dim(input: Tensor, indices: Tensor, options: { dim?: number | null }): Tensor;
  take_along_dim(options: { input: Tensor; indices: Tensor; dim?: number | null }): Tensor;
  /** Tangent. */
  tan(input: Tensor): Tensor;
  tan(options: { input: Tensor }): Tensor;
  /** Tangent. In place. */
  tan_(input: Tensor): Tensor;
  tan_(options: { input: Tensor }): Tensor;
  /** Hyperbolic tangent. */
  tanh(input: Tensor): Tensor;
  tanh(options: { input: Tensor }): Tensor;
  /** Hyperbolic tangent. In place. */
  tanh_(input: Tensor): Tensor;
  tanh_(options: { input: Tensor }): Tensor;
  /** A new tensor of nested lists, typed arrays or one number. Whole numbers give int64, any fraction float32, booleans bool; say dtype for another. */
  tensor(data: unknown, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  tensor(options: { data: unknown; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Splits into equal parts (the first ones may be larger by one) or at the given places. */
  tensor_split(input: Tensor, indices_or_sections: unknown, dim?: number): Tensor[];
  tensor_split(input: Tensor, indices_or_sections: unknown, options: { dim?: number }): Tensor[];
  tensor_split(options: { input: Tensor; indices_or_sections: unknown; dim?: number }): Tensor[];
  /** Sum of products over chosen pairs of dimensions. */
  tensordot(input: Tensor, b: Tensor, dims?: unknown): Tensor;
  tensordot(input: Tensor, b: Tensor, options: { dims?: unknown }): Tensor;
  tensordot(options: { input: Tensor; b: Tensor; dims?: unknown }): Tensor;
  /** x above the threshold, value elsewhere. */
  threshold(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
  threshold(input: Tensor, threshold: number, value: number, options: { inplace?: boolean }): Tensor;
  threshold(options: { input: Tensor; threshold: number; value: number; inplace?: boolean }): Tensor;
  /** x above the threshold, value elsewhere. In place. */
  threshold_(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
  threshold_(input: Tensor, threshold: number, value: number, options: { inplace?: boolean }): Tensor;
  threshold_(options: { input: Tensor; threshold: number; value: number; inplace?: boolean }): Tensor;
  /** repeat, with dims filled up by ones on the left. */
  tile(input: Tensor, ...dims: number[]): Tensor;
  tile(input: Tensor, dims: readonly number[]): Tensor;
  tile(options: { input: Tensor; dims: readonly number[] }): Tensor;
  /** The k largest (or smallest) values along dim and their indices. */
  topk(input: Tensor, k: number, dim?: number, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(input: Tensor, k: number, options: { dim?: number; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(input: Tensor, k: number, dim: number, options: { largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  topk(options: { input: Tensor; k: number; dim?: number; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor] & { readonly values: Tensor; readonly indices: Tensor };
  /** Sum of the diagonal. */
  trace(input: Tensor): Tensor;
  trace(options: { input: Tensor }): Tensor;
  /** A view with two dimensions swapped. */
  transpose(input: Tensor, dim0: number, dim1: number): Tensor;
  transpose(options: { input: Tensor; dim0: number; dim1: number }): Tensor;
  /** Integral by the trapezoidal rule. */
  trapezoid(y: Tensor, x: Tensor, options?: { dim?: number }): Tensor;
  trapezoid(options: { y: Tensor; x: Tensor; dim?: number }): Tensor;
  /** Integral by the trapezoidal rule. */
  trapezoid(y: Tensor, options?: { dx?: number | boolean; dim?: number }): Tensor;
  trapezoid(options: { y: Tensor; dx?: number | boolean; dim?: number }): Tensor;
  /** Integral by the trapezoidal rule. */
  trapz(y: Tensor, x: Tensor, options?: { dim?: number }): Tensor;
  trapz(options: { y: Tensor; x: Tensor; dim?: number }): Tensor;
  /** Integral by the trapezoidal rule. */
  trapz(y: Tensor, options?: { dx?: number | boolean; dim?: number }): Tensor;
  trapz(options: { y: Tensor; dx?: number | boolean; dim?: number }): Tensor;
  /** The lower triangle, zeros elsewhere. */
  tril(input: Tensor, diagonal?: number): Tensor;
  tril(input: Tensor, options: { diagonal?: number }): Tensor;
  tril(options: { input: Tensor; diagonal?: number }): Tensor;
  /** The lower triangle, zeros elsewhere. In place. */
  tril_(input: Tensor, diagonal?: number): Tensor;
  tril_(input: Tensor, options: { diagonal?: number }): Tensor;
  tril_(options: { input: Tensor; diagonal?: number }): Tensor;
  /** Row and column of every element of the lower triangle, as [2, n]. */
  tril_indices(row: number, col: number, offset?: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  tril_indices(row: number, col: number, options: { offset?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  tril_indices(options: { row: number; col: number; offset?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** max(0, d(anchor, positive) − d(anchor, negative) + margin). */
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options: { margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: { p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  triplet_margin_loss(options: { anchor: Tensor; positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** The upper triangle, zeros elsewhere. */
  triu(input: Tensor, diagonal?: number): Tensor;
  triu(input: Tensor, options: { diagonal?: number }): Tensor;
  triu(options: { input: Tensor; diagonal?: number }): Tensor;
  /** The upper triangle, zeros elsewhere. In place. */
  triu_(input: Tensor, diagonal?: number): Tensor;
  triu_(input: Tensor, options: { diagonal?: number }): Tensor;
  triu_(options: { input: Tensor; diagonal?: number }): Tensor;
  /** Row and column of every element of the upper triangle, as [2, n]. */
  triu_indices(row: number, col: number, offset?: number, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  triu_indices(row: number, col: number, options: { offset?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  triu_indices(options: { row: number; col: number; offset?: number; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. */
  true_divide(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  true_divide(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. */
  true_divide(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  true_divide(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Divides element by element: input / other. Integers give the default floating dtype. In place. */
  true_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  true_divide_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Divides; rounding_mode 'floor' or 'trunc' rounds the quotient. In place. */
  true_divide_(input: Tensor | number | boolean, other: Tensor | number | boolean, options?: { rounding_mode: string | null }): Tensor;
  true_divide_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean; rounding_mode: string | null }): Tensor;
  /** Rounds towards zero. */
  trunc(input: Tensor): Tensor;
  trunc(options: { input: Tensor }): Tensor;
  /** Rounds towards zero. In place. */
  trunc_(input: Tensor): Tensor;
  trunc_(options: { input: Tensor }): Tensor;
  /** The old type name of a tensor, 'torch.FloatTensor'; of anything else its class. */
  typename(obj: unknown): string;
  typename(options: { obj: unknown }): string;
  /** The slices along a dimension, as views. */
  unbind(input: Tensor, dim?: number): Tensor[];
  unbind(input: Tensor, options: { dim?: number }): Tensor[];
  unbind(options: { input: Tensor; dim?: number }): Tensor[];
  /** Splits one dimension into several. */
  unflatten(input: Tensor, dim: number, sizes: readonly number[] | number): Tensor;
  unflatten(options: { input: Tensor; dim: number; sizes: readonly number[] | number }): Tensor;
  /** The different elements (or slices along dim), sorted; with where each went and how often it occurs. */
  unique(input: Tensor, sorted?: boolean, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
  unique(input: Tensor, options: { sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  unique(input: Tensor, sorted: boolean, options: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  unique(options: { input: Tensor; sorted?: boolean; return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  /** Runs of equal elements made one. */
  unique_consecutive(input: Tensor, return_inverse?: boolean, return_counts?: boolean, dim?: number | null): any;
  unique_consecutive(input: Tensor, options: { return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  unique_consecutive(input: Tensor, return_inverse: boolean, options: { return_counts?: boolean; dim?: number | null }): any;
  unique_consecutive(options: { input: Tensor; return_inverse?: boolean; return_counts?: boolean; dim?: number | null }): any;
  /** A view with a new dimension of size 1 at dim. */
  unsqueeze(input: Tensor, dim: number): Tensor;
  unsqueeze(options: { input: Tensor; dim: number }): Tensor;
  /** Powers of a vector as columns, the highest first unless increasing. */
  vander(x: Tensor, N?: number | null, increasing?: boolean): Tensor;
  vander(x: Tensor, options: { N?: number | null; increasing?: boolean }): Tensor;
  vander(x: Tensor, N: number | null, options: { increasing?: boolean }): Tensor;
  vander(options: { x: Tensor; N?: number | null; increasing?: boolean }): Tensor;
  /** Variance Σ(x − mean)² / (n − correction); correction is 1 unless said (unbiased: false makes it 0). */
  var(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): Tensor;
  var(input: Tensor, options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  var(input: Tensor, dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  var(options: { input: Tensor; dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): Tensor;
  /** Variance of all elements. */
  var(input: Tensor, unbiased: boolean): Tensor;
  var(options: { input: Tensor; unbiased: boolean }): Tensor;
  /** var and mean together. */
  var_mean(input: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean | null, keepdim?: boolean, options?: { correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  var_mean(input: Tensor, options: { dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  var_mean(input: Tensor, dim: readonly number[] | number | null, options: { unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  var_mean(options: { input: Tensor; dim?: readonly number[] | number | null; unbiased?: boolean | null; keepdim?: boolean; correction?: number | boolean | null }): [result0: Tensor, result1: Tensor];
  /** var and mean of all elements. */
  var_mean(input: Tensor, unbiased: boolean): [result0: Tensor, result1: Tensor];
  var_mean(options: { input: Tensor; unbiased: boolean }): [result0: Tensor, result1: Tensor];
  /** Inner product of two vectors. */
  vdot(input: Tensor, tensor: Tensor): Tensor;
  vdot(options: { input: Tensor; tensor: Tensor }): Tensor;
  /** tensor_split along dimension 0, whose size must be a multiple of the number of parts. */
  vsplit(input: Tensor, indices_or_sections: unknown): Tensor[];
  vsplit(options: { input: Tensor; indices_or_sections: unknown }): Tensor[];
  /** Joined one below the other. */
  vstack(tensors: readonly Tensor[]): Tensor;
  vstack(options: { tensors: readonly Tensor[] }): Tensor;
  /** input where the condition holds, other elsewhere. */
  where(condition: Tensor, input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  where(options: { condition: Tensor; input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** Where the condition holds: one vector of indices for each dimension, as nonzero with as_tuple. */
  where(condition: Tensor): Tensor[];
  where(options: { condition: Tensor }): Tensor[];
  /** input · log(other), 0 where input is 0. */
  xlogy(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  xlogy(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input · log(other), 0 where input is 0. In place. */
  xlogy_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  xlogy_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** A tensor of zeros. */
  zeros(...size: number[]): Tensor;
  zeros(...args: [...size: number[], options: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }]): Tensor;
  zeros(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  zeros(options: { size: readonly number[]; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  /** zeros, shaped and typed as input. */
  zeros_like(input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
  zeros_like(options: { input: Tensor; dtype?: DType | null; device?: string | null; requires_grad?: boolean; memory_format?: unknown }): Tensor;
}

export interface FunctionalFunctions {
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool1d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool1d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool2d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool2d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Means over bins so that the result has the asked size. */
  adaptive_avg_pool3d(input: Tensor, output_size: unknown): Tensor;
  adaptive_avg_pool3d(options: { input: Tensor; output_size: unknown }): Tensor;
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool1d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool1d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool1d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Largest values over bins, and the place of each in its image. */
  adaptive_max_pool1d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
  adaptive_max_pool1d_with_indices(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  adaptive_max_pool1d_with_indices(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool2d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool2d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool2d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Largest values over bins, and the place of each in its image. */
  adaptive_max_pool2d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
  adaptive_max_pool2d_with_indices(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  adaptive_max_pool2d_with_indices(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  /** Largest values over bins so that the result has the asked size. */
  adaptive_max_pool3d(input: Tensor, output_size: unknown, return_indices?: boolean): any;
  adaptive_max_pool3d(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): any;
  adaptive_max_pool3d(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): any;
  /** Largest values over bins, and the place of each in its image. */
  adaptive_max_pool3d_with_indices(input: Tensor, output_size: unknown, return_indices?: boolean): [result0: Tensor, result1: Tensor];
  adaptive_max_pool3d_with_indices(input: Tensor, output_size: unknown, options: { return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  adaptive_max_pool3d_with_indices(options: { input: Tensor; output_size: unknown; return_indices?: boolean }): [result0: Tensor, result1: Tensor];
  /** The grid of an affine map for grid_sample: theta [N, 2, 3], size [N, C, H, W]. */
  affine_grid(theta: Tensor, size: readonly number[] | number, align_corners?: boolean | null): Tensor;
  affine_grid(theta: Tensor, size: readonly number[] | number, options: { align_corners?: boolean | null }): Tensor;
  affine_grid(options: { theta: Tensor; size: readonly number[] | number; align_corners?: boolean | null }): Tensor;
  /** Dropout that keeps mean and variance of SELU’s outputs. */
  alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  alpha_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  alpha_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  alpha_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool1d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool2d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** Mean of every window; stride is the kernel size unless said. */
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, ceil_mode?: boolean, count_include_pad?: boolean, divisor_override?: number | null): Tensor;
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  avg_pool3d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; ceil_mode?: boolean; count_include_pad?: boolean; divisor_override?: number | null }): Tensor;
  /** Normalises every channel over the batch while training (biased variance; running ones are updated with the unbiased), by the running statistics else. */
  batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, training?: boolean, momentum?: number, eps?: number): Tensor;
  batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, options: { weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  batch_norm(input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, weight: Tensor | null, options: { bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  batch_norm(options: { input: Tensor; running_mean: Tensor | null; running_var: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; training?: boolean; momentum?: number; eps?: number }): Tensor;
  /** x1ᵀ W x2 + bias for each output: [.., n], [.., m], W [out, n, m] → [.., out]. */
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
  bilinear(options: { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  /** −(y·log x + (1 − y)·log(1 − x)), the logarithms kept at −100 or more. */
  binary_cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  binary_cross_entropy(input: Tensor, target: Tensor, options: { weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  binary_cross_entropy(input: Tensor, target: Tensor, weight: Tensor | null, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  binary_cross_entropy(options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** −(p·y·log σ(x) + (1 − y)·log(1 − σ(x))), without overflow. */
  binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string, pos_weight?: Tensor | null): Tensor;
  binary_cross_entropy_with_logits(input: Tensor, target: Tensor, options: { weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor | null, options: { size_average?: unknown; reduce?: unknown; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  binary_cross_entropy_with_logits(options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string; pos_weight?: Tensor | null }): Tensor;
  /** max(0, x) + min(0, α(e^{x/α} − 1)). */
  celu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  celu(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  celu(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  celu(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** max(0, x) + min(0, α(e^{x/α} − 1)). In place. */
  celu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  celu_(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  celu_(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  celu_(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
  channel_shuffle(input: Tensor, groups: number): Tensor;
  channel_shuffle(options: { input: Tensor; groups: number }): Tensor;
  /** Cross-correlation over 1 dimension: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv1d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** Cross-correlation over 2 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv2d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** Cross-correlation over 3 dimensions: input [N, Cin, …], weight [Cout, Cin/groups, kernel…] → [N, Cout, …], each size ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
  conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number | string, dilation?: readonly number[] | number, groups?: number): Tensor;
  conv3d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  conv3d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number | string; dilation?: readonly number[] | number; groups?: number }): Tensor;
  /** conv1d with time first: input [L, N, C_in], weight [kernel, C_in, C_out] → [L′, N, C_out]. */
  conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad?: number): Tensor;
  conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, options: { pad?: number }): Tensor;
  conv_tbc(options: { input: Tensor; weight: Tensor; bias: Tensor; pad?: number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose1d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose1d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose1d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose2d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose2d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose2d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** The transpose (gradient) of a convolution: input [N, Cin, …], weight [Cin, Cout/groups, kernel…]. */
  conv_transpose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, output_padding?: readonly number[] | number, groups?: number, dilation?: readonly number[] | number): Tensor;
  conv_transpose3d(input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose3d(input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  conv_transpose3d(options: { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; output_padding?: readonly number[] | number; groups?: number; dilation?: readonly number[] | number }): Tensor;
  /** 1 − cos(x1, x2) where y is 1, max(0, cos(x1, x2) − margin) where it is −1. */
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  cosine_embedding_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  cosine_embedding_loss(options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** x1·x2 / (max(‖x1‖, eps) · max(‖x2‖, eps)) along dim. */
  cosine_similarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
  cosine_similarity(x1: Tensor, x2: Tensor, options: { dim?: number; eps?: number }): Tensor;
  cosine_similarity(x1: Tensor, x2: Tensor, dim: number, options: { eps?: number }): Tensor;
  cosine_similarity(options: { x1: Tensor; x2: Tensor; dim?: number; eps?: number }): Tensor;
  /** log_softmax over the classes, then nll_loss; targets are class indices or, as floats of the input’s shape, probabilities. */
  cross_entropy(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, ignore_index?: number, reduce?: unknown, reduction?: string, label_smoothing?: number): Tensor;
  cross_entropy(input: Tensor, target: Tensor, options: { weight?: Tensor | null; size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string; label_smoothing?: number }): Tensor;
  cross_entropy(input: Tensor, target: Tensor, weight: Tensor | null, options: { size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string; label_smoothing?: number }): Tensor;
  cross_entropy(options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string; label_smoothing?: number }): Tensor;
  /** Loss of log-probabilities [T, N, C] (or [T, C]) against label sequences, [N, S] or one after another; the mean divides by target lengths first. */
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank?: number, reduction?: string, zero_infinity?: boolean): Tensor;
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, options: { blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  ctc_loss(log_probs: Tensor, targets: Tensor, input_lengths: unknown, target_lengths: unknown, blank: number, options: { reduction?: string; zero_infinity?: boolean }): Tensor;
  ctc_loss(options: { log_probs: Tensor; targets: Tensor; input_lengths: unknown; target_lengths: unknown; blank?: number; reduction?: string; zero_infinity?: boolean }): Tensor;
  /** While training, zeroes each element with probability p and scales the others by 1/(1 − p). */
  dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Dropout of whole channels. */
  dropout1d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  dropout1d(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  dropout1d(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  dropout1d(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Dropout of whole channels. */
  dropout2d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  dropout2d(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  dropout2d(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  dropout2d(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Dropout of whole channels. */
  dropout3d(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  dropout3d(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  dropout3d(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  dropout3d(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** x where positive, α(eˣ − 1) elsewhere. */
  elu(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  elu(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  elu(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  elu(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** x where positive, α(eˣ − 1) elsewhere. In place. */
  elu_(input: Tensor, alpha?: number, inplace?: boolean): Tensor;
  elu_(input: Tensor, options: { alpha?: number; inplace?: boolean }): Tensor;
  elu_(input: Tensor, alpha: number, options: { inplace?: boolean }): Tensor;
  elu_(options: { input: Tensor; alpha?: number; inplace?: boolean }): Tensor;
  /** Rows of weight by index: [..] → [.., embedding]. */
  embedding(input: Tensor, weight: Tensor, padding_idx?: number | null, max_norm?: number | null, norm_type?: number, scale_grad_by_freq?: boolean, sparse?: boolean): Tensor;
  embedding(input: Tensor, weight: Tensor, options: { padding_idx?: number | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  embedding(input: Tensor, weight: Tensor, padding_idx: number | null, options: { max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  embedding(options: { input: Tensor; weight: Tensor; padding_idx?: number | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; sparse?: boolean }): Tensor;
  /** Sum, mean or maximum of the rows in each bag; bags are rows of a matrix of indices or start at offsets. */
  embedding_bag(input: Tensor, weight: Tensor, offsets?: Tensor | null, max_norm?: number | null, norm_type?: number, scale_grad_by_freq?: boolean, mode?: string, sparse?: boolean, per_sample_weights?: Tensor | null, include_last_offset?: boolean, padding_idx?: number | null): Tensor;
  embedding_bag(input: Tensor, weight: Tensor, options: { offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  embedding_bag(input: Tensor, weight: Tensor, offsets: Tensor | null, options: { max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  embedding_bag(options: { input: Tensor; weight: Tensor; offsets?: Tensor | null; max_norm?: number | null; norm_type?: number; scale_grad_by_freq?: boolean; mode?: string; sparse?: boolean; per_sample_weights?: Tensor | null; include_last_offset?: boolean; padding_idx?: number | null }): Tensor;
  /** 1 / (1 + e^−input). */
  expit(input: Tensor): Tensor;
  expit(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  expit_(input: Tensor): Tensor;
  expit_(options: { input: Tensor }): Tensor;
  /** alpha_dropout of whole channels. */
  feature_alpha_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  feature_alpha_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  feature_alpha_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  feature_alpha_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Dropout of whole channels: the elements that share the first two indices. */
  feature_dropout(input: Tensor, p?: number, training?: boolean, inplace?: boolean): Tensor;
  feature_dropout(input: Tensor, options: { p?: number; training?: boolean; inplace?: boolean }): Tensor;
  feature_dropout(input: Tensor, p: number, options: { training?: boolean; inplace?: boolean }): Tensor;
  feature_dropout(options: { input: Tensor; p?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** Sums columns [N, C·kernel, windows] into [N, C, H, W]. */
  fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, dilation?: readonly number[] | number, padding?: readonly number[] | number, stride?: readonly number[] | number): Tensor;
  fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, options: { dilation?: readonly number[] | number; padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  fold(input: Tensor, output_size: readonly number[] | number, kernel_size: readonly number[] | number, dilation: readonly number[] | number, options: { padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  fold(options: { input: Tensor; output_size: readonly number[] | number; kernel_size: readonly number[] | number; dilation?: readonly number[] | number; padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  /** Largest of windows whose places are drawn at random (Graham, 2014); give output_size, or output_ratio in (0, 1). */
  fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): any;
  fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: { output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  fractional_max_pool2d(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: { output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  fractional_max_pool2d(options: { input: Tensor; kernel_size: readonly number[] | number; output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  /** As the function without _with_indices, and the place of each maximum in its image. */
  fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): [result0: Tensor, result1: Tensor];
  fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: { output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  fractional_max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: { output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  fractional_max_pool2d_with_indices(options: { input: Tensor; kernel_size: readonly number[] | number; output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  /** Largest of windows whose places are drawn at random (Graham, 2014); give output_size, or output_ratio in (0, 1). */
  fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): any;
  fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: { output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  fractional_max_pool3d(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: { output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  fractional_max_pool3d(options: { input: Tensor; kernel_size: readonly number[] | number; output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): any;
  /** As the function without _with_indices, and the place of each maximum in its image. */
  fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size?: readonly number[] | number | null, output_ratio?: unknown, return_indices?: boolean, _random_samples?: Tensor | null): [result0: Tensor, result1: Tensor];
  fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: { output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  fractional_max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, output_size: readonly number[] | number | null, options: { output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  fractional_max_pool3d_with_indices(options: { input: Tensor; kernel_size: readonly number[] | number; output_size?: readonly number[] | number | null; output_ratio?: unknown; return_indices?: boolean; _random_samples?: Tensor | null }): [result0: Tensor, result1: Tensor];
  /** ½(log max(var, eps) + (x − y)² / max(var, eps)); full adds ½ log 2π. */
  gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, full?: boolean, eps?: number, reduction?: string): Tensor;
  gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, options: { full?: boolean; eps?: number; reduction?: string }): Tensor;
  gaussian_nll_loss(input: Tensor, target: Tensor, var_: Tensor | number | boolean, full: boolean, options: { eps?: number; reduction?: string }): Tensor;
  gaussian_nll_loss(options: { input: Tensor; target: Tensor; var: Tensor | number | boolean; full?: boolean; eps?: number; reduction?: string }): Tensor;
  /** x · Φ(x); with approximate: 'tanh', x/2 · (1 + tanh(√(2/π)(x + 0.044715x³))). */
  gelu(input: Tensor, approximate?: string): Tensor;
  gelu(input: Tensor, options: { approximate?: string }): Tensor;
  gelu(options: { input: Tensor; approximate?: string }): Tensor;
  /** a · sigmoid(b), a and b the halves along dim. */
  glu(input: Tensor, dim?: number): Tensor;
  glu(input: Tensor, options: { dim?: number }): Tensor;
  glu(options: { input: Tensor; dim?: number }): Tensor;
  /** Samples [N, C, …] at places of a grid [N, …, dims] whose coordinates run from −1 to 1, x first. */
  grid_sample(input: Tensor, grid: Tensor, mode?: string, padding_mode?: string, align_corners?: boolean | null): Tensor;
  grid_sample(input: Tensor, grid: Tensor, options: { mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
  grid_sample(input: Tensor, grid: Tensor, mode: string, options: { padding_mode?: string; align_corners?: boolean | null }): Tensor;
  grid_sample(options: { input: Tensor; grid: Tensor; mode?: string; padding_mode?: string; align_corners?: boolean | null }): Tensor;
  /** Normalises groups of channels of each sample. */
  group_norm(input: Tensor, num_groups: number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
  group_norm(input: Tensor, num_groups: number, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  group_norm(input: Tensor, num_groups: number, weight: Tensor | null, options: { bias?: Tensor | null; eps?: number }): Tensor;
  group_norm(options: { input: Tensor; num_groups: number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  /** Draws from a categorical distribution, relaxed so that gradients pass; hard gives one-hot values with the soft gradient. */
  gumbel_softmax(logits: Tensor, tau?: number, hard?: boolean, eps?: number, dim?: number): Tensor;
  gumbel_softmax(logits: Tensor, options: { tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
  gumbel_softmax(logits: Tensor, tau: number, options: { hard?: boolean; eps?: number; dim?: number }): Tensor;
  gumbel_softmax(options: { logits: Tensor; tau?: number; hard?: boolean; eps?: number; dim?: number }): Tensor;
  /** 0 within [−λ, λ], x elsewhere. */
  hardshrink(input: Tensor, lambd?: number): Tensor;
  hardshrink(input: Tensor, options: { lambd?: number }): Tensor;
  hardshrink(options: { input: Tensor; lambd?: number }): Tensor;
  /** min(max(0, x + 3), 6) / 6. */
  hardsigmoid(input: Tensor, inplace?: boolean): Tensor;
  hardsigmoid(input: Tensor, options: { inplace?: boolean }): Tensor;
  hardsigmoid(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** min(max(0, x + 3), 6) / 6. In place. */
  hardsigmoid_(input: Tensor, inplace?: boolean): Tensor;
  hardsigmoid_(input: Tensor, options: { inplace?: boolean }): Tensor;
  hardsigmoid_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x · hardsigmoid(x). */
  hardswish(input: Tensor, inplace?: boolean): Tensor;
  hardswish(input: Tensor, options: { inplace?: boolean }): Tensor;
  hardswish(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x · hardsigmoid(x). In place. */
  hardswish_(input: Tensor, inplace?: boolean): Tensor;
  hardswish_(input: Tensor, options: { inplace?: boolean }): Tensor;
  hardswish_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x kept within [min_val, max_val]. */
  hardtanh(input: Tensor, min_val?: number, max_val?: number, inplace?: boolean): Tensor;
  hardtanh(input: Tensor, options: { min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
  hardtanh(input: Tensor, min_val: number, options: { max_val?: number; inplace?: boolean }): Tensor;
  hardtanh(options: { input: Tensor; min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
  /** x kept within [min_val, max_val]. In place. */
  hardtanh_(input: Tensor, min_val?: number, max_val?: number, inplace?: boolean): Tensor;
  hardtanh_(input: Tensor, options: { min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
  hardtanh_(input: Tensor, min_val: number, options: { max_val?: number; inplace?: boolean }): Tensor;
  hardtanh_(options: { input: Tensor; min_val?: number; max_val?: number; inplace?: boolean }): Tensor;
  /** x where y is 1, max(0, margin − x) where it is −1. */
  hinge_embedding_loss(input: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  hinge_embedding_loss(input: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  hinge_embedding_loss(input: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  hinge_embedding_loss(options: { input: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** Squared where |input − target| is below delta, linear beyond. */
  huber_loss(input: Tensor, target: Tensor, reduction?: string, delta?: number): Tensor;
  huber_loss(input: Tensor, target: Tensor, options: { reduction?: string; delta?: number }): Tensor;
  huber_loss(input: Tensor, target: Tensor, reduction: string, options: { delta?: number }): Tensor;
  huber_loss(options: { input: Tensor; target: Tensor; reduction?: string; delta?: number }): Tensor;
  /** Normalises every channel of every sample. */
  instance_norm(input: Tensor, running_mean?: Tensor | null, running_var?: Tensor | null, weight?: Tensor | null, bias?: Tensor | null, use_input_stats?: boolean, momentum?: number, eps?: number): Tensor;
  instance_norm(input: Tensor, options: { running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  instance_norm(input: Tensor, running_mean: Tensor | null, options: { running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  instance_norm(options: { input: Tensor; running_mean?: Tensor | null; running_var?: Tensor | null; weight?: Tensor | null; bias?: Tensor | null; use_input_stats?: boolean; momentum?: number; eps?: number }): Tensor;
  /** Resizes [N, C, …] to a size or by a factor: mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or 'area'. */
  interpolate(input: Tensor, size?: unknown, scale_factor?: unknown, mode?: string, align_corners?: boolean | null, recompute_scale_factor?: boolean | null, antialias?: boolean): Tensor;
  interpolate(input: Tensor, options: { size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  interpolate(input: Tensor, size: unknown, options: { scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  interpolate(options: { input: Tensor; size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  /** target · (log target − input), input being log-probabilities; batchmean divides by the batch. */
  kl_div(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string, log_target?: boolean): Tensor;
  kl_div(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string; log_target?: boolean }): Tensor;
  kl_div(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string; log_target?: boolean }): Tensor;
  kl_div(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string; log_target?: boolean }): Tensor;
  /** |input − target|. */
  l1_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  l1_loss(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  l1_loss(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string }): Tensor;
  l1_loss(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** (x − mean) / √(var + eps) · weight + bias over the last dimensions. */
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight?: Tensor | null, bias?: Tensor | null, eps?: number): Tensor;
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  layer_norm(input: Tensor, normalized_shape: readonly number[] | number, weight: Tensor | null, options: { bias?: Tensor | null; eps?: number }): Tensor;
  layer_norm(options: { input: Tensor; normalized_shape: readonly number[] | number; weight?: Tensor | null; bias?: Tensor | null; eps?: number }): Tensor;
  /** x where positive, negative_slope · x elsewhere. */
  leaky_relu(input: Tensor, negative_slope?: number, inplace?: boolean): Tensor;
  leaky_relu(input: Tensor, options: { negative_slope?: number; inplace?: boolean }): Tensor;
  leaky_relu(input: Tensor, negative_slope: number, options: { inplace?: boolean }): Tensor;
  leaky_relu(options: { input: Tensor; negative_slope?: number; inplace?: boolean }): Tensor;
  /** x where positive, negative_slope · x elsewhere. In place. */
  leaky_relu_(input: Tensor, negative_slope?: number, inplace?: boolean): Tensor;
  leaky_relu_(input: Tensor, options: { negative_slope?: number; inplace?: boolean }): Tensor;
  leaky_relu_(input: Tensor, negative_slope: number, options: { inplace?: boolean }): Tensor;
  leaky_relu_(options: { input: Tensor; negative_slope?: number; inplace?: boolean }): Tensor;
  /** x · weightᵀ + bias: input [.., in], weight [out, in], bias [out] → [.., out]. */
  linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  linear(input: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
  linear(options: { input: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  /** x / (k + α · mean of squares over neighbouring channels)^β. */
  local_response_norm(input: Tensor, size: number, alpha?: number, beta?: number, k?: number): Tensor;
  local_response_norm(input: Tensor, size: number, options: { alpha?: number; beta?: number; k?: number }): Tensor;
  local_response_norm(input: Tensor, size: number, alpha: number, options: { beta?: number; k?: number }): Tensor;
  local_response_norm(options: { input: Tensor; size: number; alpha?: number; beta?: number; k?: number }): Tensor;
  /** log(softmax(x)), exact also where softmax underflows. */
  log_softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  log_softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** log(sigmoid(x)). */
  logsigmoid(input: Tensor): Tensor;
  logsigmoid(options: { input: Tensor }): Tensor;
  /** The p-norm of every window, p = norm_type; stride is the kernel size unless said. */
  lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, ceil_mode?: boolean): Tensor;
  lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; ceil_mode?: boolean }): Tensor;
  lp_pool1d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { ceil_mode?: boolean }): Tensor;
  lp_pool1d(options: { input: Tensor; norm_type: number; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; ceil_mode?: boolean }): Tensor;
  /** The p-norm of every window, p = norm_type; stride is the kernel size unless said. */
  lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, ceil_mode?: boolean): Tensor;
  lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; ceil_mode?: boolean }): Tensor;
  lp_pool2d(input: Tensor, norm_type: number, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { ceil_mode?: boolean }): Tensor;
  lp_pool2d(options: { input: Tensor; norm_type: number; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; ceil_mode?: boolean }): Tensor;
  /** max(0, −y·(x1 − x2) + margin). */
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  margin_ranking_loss(input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  margin_ranking_loss(options: { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool1d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool1d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** Largest of every window and its place in the image. */
  max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
  max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool1d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool1d_with_indices(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool2d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool2d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** Largest of every window and its place in the image. */
  max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
  max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool2d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool2d_with_indices(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  /** Largest of every window; stride is the kernel size unless said; with return_indices also their places. */
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean, return_indices?: boolean): any;
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool3d(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  max_pool3d(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean; return_indices?: boolean }): any;
  /** Largest of every window and its place in the image. */
  max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceil_mode?: boolean): [result0: Tensor, result1: Tensor];
  max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool3d_with_indices(input: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  max_pool3d_with_indices(options: { input: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceil_mode?: boolean }): [result0: Tensor, result1: Tensor];
  /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
  max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
  max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool1d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool1d(options: { input: Tensor; indices: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
  max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
  max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool2d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool2d(options: { input: Tensor; indices: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  /** Puts pooled maxima back to the places max_pool told (indices), zeros elsewhere. */
  max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride?: readonly number[] | number | null, padding?: readonly number[] | number, output_size?: readonly number[] | number | null): Tensor;
  max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, options: { stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool3d(input: Tensor, indices: Tensor, kernel_size: readonly number[] | number, stride: readonly number[] | number | null, options: { padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  max_unpool3d(options: { input: Tensor; indices: Tensor; kernel_size: readonly number[] | number; stride?: readonly number[] | number | null; padding?: readonly number[] | number; output_size?: readonly number[] | number | null }): Tensor;
  /** x · tanh(softplus(x)). */
  mish(input: Tensor, inplace?: boolean): Tensor;
  mish(input: Tensor, options: { inplace?: boolean }): Tensor;
  mish(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x · tanh(softplus(x)). In place. */
  mish_(input: Tensor, inplace?: boolean): Tensor;
  mish_(input: Tensor, options: { inplace?: boolean }): Tensor;
  mish_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** (input − target)², averaged, summed or as it is. */
  mse_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  mse_loss(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  mse_loss(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string }): Tensor;
  mse_loss(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** What nn.MultiheadAttention computes: query [L, N, E], key [S, N, kdim], value [S, N, vdim] → [output [L, N, E], weights [N, L, S] or null]. */
  multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, training?: boolean, key_padding_mask?: Tensor | null, need_weights?: boolean, attn_mask?: Tensor | null, use_separate_proj_weight?: boolean, q_proj_weight?: Tensor | null, k_proj_weight?: Tensor | null, v_proj_weight?: Tensor | null, static_k?: Tensor | null, static_v?: Tensor | null, average_attn_weights?: boolean, is_causal?: boolean): any;
  multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, options: { training?: boolean; key_padding_mask?: Tensor | null; need_weights?: boolean; attn_mask?: Tensor | null; use_separate_proj_weight?: boolean; q_proj_weight?: Tensor | null; k_proj_weight?: Tensor | null; v_proj_weight?: Tensor | null; static_k?: Tensor | null; static_v?: Tensor | null; average_attn_weights?: boolean; is_causal?: boolean }): any;
  multi_head_attention_forward(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: number, num_heads: number, in_proj_weight: Tensor | null, in_proj_bias: Tensor | null, bias_k: Tensor | null, bias_v: Tensor | null, add_zero_attn: boolean, dropout_p: number, out_proj_weight: Tensor, out_proj_bias: Tensor | null, training: boolean, options: { key_padding_mask?: Tensor | null; need_weights?: boolean; attn_mask?: Tensor | null; use_separate_proj_weight?: boolean; q_proj_weight?: Tensor | null; k_proj_weight?: Tensor | null; v_proj_weight?: Tensor | null; static_k?: Tensor | null; static_v?: Tensor | null; average_attn_weights?: boolean; is_causal?: boolean }): any;
  multi_head_attention_forward(options: { query: Tensor; key: Tensor; value: Tensor; embed_dim_to_check: number; num_heads: number; in_proj_weight: Tensor | null; in_proj_bias: Tensor | null; bias_k: Tensor | null; bias_v: Tensor | null; add_zero_attn: boolean; dropout_p: number; out_proj_weight: Tensor; out_proj_bias: Tensor | null; training?: boolean; key_padding_mask?: Tensor | null; need_weights?: boolean; attn_mask?: Tensor | null; use_separate_proj_weight?: boolean; q_proj_weight?: Tensor | null; k_proj_weight?: Tensor | null; v_proj_weight?: Tensor | null; static_k?: Tensor | null; static_v?: Tensor | null; average_attn_weights?: boolean; is_causal?: boolean }): any;
  /** Σ over other classes of max(0, margin − x[y] + x[i])^p / classes. */
  multi_margin_loss(input: Tensor, target: Tensor, p?: number | boolean, margin?: number | boolean, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  multi_margin_loss(input: Tensor, target: Tensor, options: { p?: number | boolean; margin?: number | boolean; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  multi_margin_loss(input: Tensor, target: Tensor, p: number | boolean, options: { margin?: number | boolean; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  multi_margin_loss(options: { input: Tensor; target: Tensor; p?: number | boolean; margin?: number | boolean; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** Σ over labels j and other classes i of max(0, 1 − x[j] + x[i]) / classes; labels end at the first −1. */
  multilabel_margin_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  multilabel_margin_loss(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  multilabel_margin_loss(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string }): Tensor;
  multilabel_margin_loss(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** −(y·log σ(x) + (1 − y)·log σ(−x)), averaged over classes. */
  multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  multilabel_soft_margin_loss(input: Tensor, target: Tensor, options: { weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  multilabel_soft_margin_loss(input: Tensor, target: Tensor, weight: Tensor | null, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  multilabel_soft_margin_loss(options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** Deals the channels of [N, C, *] out in turn: C/groups from each of the groups. */
  native_channel_shuffle(input: Tensor, groups: number): Tensor;
  native_channel_shuffle(options: { input: Tensor; groups: number }): Tensor;
  /** −weight[y] · input[y] for class y, from log-probabilities [N, C] or [N, C, d…] and targets [N] or [N, d…]; the mean divides by the weights’ sum. */
  nll_loss(input: Tensor, target: Tensor, weight?: Tensor | null, size_average?: unknown, ignore_index?: number, reduce?: unknown, reduction?: string): Tensor;
  nll_loss(input: Tensor, target: Tensor, options: { weight?: Tensor | null; size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string }): Tensor;
  nll_loss(input: Tensor, target: Tensor, weight: Tensor | null, options: { size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string }): Tensor;
  nll_loss(options: { input: Tensor; target: Tensor; weight?: Tensor | null; size_average?: unknown; ignore_index?: number; reduce?: unknown; reduction?: string }): Tensor;
  /** x / max(‖x‖ₚ, eps) along dim. */
  normalize(input: Tensor, p?: number, dim?: number, eps?: number): Tensor;
  normalize(input: Tensor, options: { p?: number; dim?: number; eps?: number }): Tensor;
  normalize(input: Tensor, p: number, options: { dim?: number; eps?: number }): Tensor;
  normalize(options: { input: Tensor; p?: number; dim?: number; eps?: number }): Tensor;
  /** A last dimension with 1 at the class, 0 elsewhere, in int64. */
  one_hot(input: Tensor, num_classes?: number): Tensor;
  one_hot(input: Tensor, options: { num_classes?: number }): Tensor;
  one_hot(options: { input: Tensor; num_classes?: number }): Tensor;
  /** Pads the last dimensions, pairs (before, after) from the last one on; mode 'constant', 'reflect', 'replicate' or 'circular'. */
  pad(input: Tensor, pad: readonly number[] | number, mode?: string, value?: number | null): Tensor;
  pad(input: Tensor, pad: readonly number[] | number, options: { mode?: string; value?: number | null }): Tensor;
  pad(input: Tensor, pad: readonly number[] | number, mode: string, options: { value?: number | null }): Tensor;
  pad(options: { input: Tensor; pad: readonly number[] | number; mode?: string; value?: number | null }): Tensor;
  /** ‖x1 − x2 + eps‖ₚ along the last dimension. */
  pairwise_distance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
  pairwise_distance(x1: Tensor, x2: Tensor, options: { p?: number; eps?: number; keepdim?: boolean }): Tensor;
  pairwise_distance(x1: Tensor, x2: Tensor, p: number, options: { eps?: number; keepdim?: boolean }): Tensor;
  pairwise_distance(options: { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean }): Tensor;
  /** p-norm distances of every pair of rows, i < j. */
  pdist(input: Tensor, p?: number): Tensor;
  pdist(input: Tensor, options: { p?: number }): Tensor;
  pdist(options: { input: Tensor; p?: number }): Tensor;
  /** [.., C·r², H, W] → [.., C, H·r, W·r]. */
  pixel_shuffle(input: Tensor, upscale_factor: number): Tensor;
  pixel_shuffle(options: { input: Tensor; upscale_factor: number }): Tensor;
  /** [.., C, H·r, W·r] → [.., C·r², H, W]. */
  pixel_unshuffle(input: Tensor, downscale_factor: number): Tensor;
  pixel_unshuffle(options: { input: Tensor; downscale_factor: number }): Tensor;
  /** e^x − y·x (x being a logarithm) or x − y·log(x + eps); full adds Stirling’s term. */
  poisson_nll_loss(input: Tensor, target: Tensor, log_input?: boolean, full?: boolean, size_average?: unknown, eps?: number, reduce?: unknown, reduction?: string): Tensor;
  poisson_nll_loss(input: Tensor, target: Tensor, options: { log_input?: boolean; full?: boolean; size_average?: unknown; eps?: number; reduce?: unknown; reduction?: string }): Tensor;
  poisson_nll_loss(input: Tensor, target: Tensor, log_input: boolean, options: { full?: boolean; size_average?: unknown; eps?: number; reduce?: unknown; reduction?: string }): Tensor;
  poisson_nll_loss(options: { input: Tensor; target: Tensor; log_input?: boolean; full?: boolean; size_average?: unknown; eps?: number; reduce?: unknown; reduction?: string }): Tensor;
  /** x where positive, weight · x elsewhere; weight is one number or one for each channel. */
  prelu(input: Tensor, weight: Tensor): Tensor;
  prelu(options: { input: Tensor; weight: Tensor }): Tensor;
  /** max(0, x). */
  relu(input: Tensor, inplace?: boolean): Tensor;
  relu(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** max(0, x). In place. */
  relu_(input: Tensor, inplace?: boolean): Tensor;
  relu_(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** min(max(0, x), 6). */
  relu6(input: Tensor, inplace?: boolean): Tensor;
  relu6(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu6(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** min(max(0, x), 6). In place. */
  relu6_(input: Tensor, inplace?: boolean): Tensor;
  relu6_(input: Tensor, options: { inplace?: boolean }): Tensor;
  relu6_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x where positive; elsewhere a · x, a drawn from [lower, upper) in training and their mean otherwise. */
  rrelu(input: Tensor, lower?: number, upper?: number, training?: boolean, inplace?: boolean): Tensor;
  rrelu(input: Tensor, options: { lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  rrelu(input: Tensor, lower: number, options: { upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  rrelu(options: { input: Tensor; lower?: number; upper?: number; training?: boolean; inplace?: boolean }): Tensor;
  /** rrelu in place. */
  rrelu_(input: Tensor, lower?: number, upper?: number, training?: boolean): Tensor;
  rrelu_(input: Tensor, options: { lower?: number; upper?: number; training?: boolean }): Tensor;
  rrelu_(input: Tensor, lower: number, options: { upper?: number; training?: boolean }): Tensor;
  rrelu_(options: { input: Tensor; lower?: number; upper?: number; training?: boolean }): Tensor;
  /** softmax(q · kᵀ · scale + mask) · v, scale 1/√E unless said: [.., L, E], [.., S, E], [.., S, Ev] → [.., L, Ev]. A boolean mask is true where a place may be looked at. */
  scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask?: Tensor | null, dropout_p?: number, is_causal?: boolean, options?: { scale?: number | null; enable_gqa?: boolean }): Tensor;
  scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, options: { attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | null, options: { dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  scaled_dot_product_attention(options: { query: Tensor; key: Tensor; value: Tensor; attn_mask?: Tensor | null; dropout_p?: number; is_causal?: boolean; scale?: number | null; enable_gqa?: boolean }): Tensor;
  /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). */
  selu(input: Tensor, inplace?: boolean): Tensor;
  selu(input: Tensor, options: { inplace?: boolean }): Tensor;
  selu(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** Self-normalising ELU: 1.0507 · elu(x, 1.6733). In place. */
  selu_(input: Tensor, inplace?: boolean): Tensor;
  selu_(input: Tensor, options: { inplace?: boolean }): Tensor;
  selu_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** 1 / (1 + e^−input). */
  sigmoid(input: Tensor): Tensor;
  sigmoid(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  sigmoid_(input: Tensor): Tensor;
  sigmoid_(options: { input: Tensor }): Tensor;
  /** x · sigmoid(x). */
  silu(input: Tensor, inplace?: boolean): Tensor;
  silu(input: Tensor, options: { inplace?: boolean }): Tensor;
  silu(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** x · sigmoid(x). In place. */
  silu_(input: Tensor, inplace?: boolean): Tensor;
  silu_(input: Tensor, options: { inplace?: boolean }): Tensor;
  silu_(options: { input: Tensor; inplace?: boolean }): Tensor;
  /** Squared where |input − target| is below beta, linear beyond. */
  smooth_l1_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string, beta?: number): Tensor;
  smooth_l1_loss(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string; beta?: number }): Tensor;
  smooth_l1_loss(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string; beta?: number }): Tensor;
  smooth_l1_loss(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string; beta?: number }): Tensor;
  /** log(1 + e^{−target·input}). */
  soft_margin_loss(input: Tensor, target: Tensor, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  soft_margin_loss(input: Tensor, target: Tensor, options: { size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  soft_margin_loss(input: Tensor, target: Tensor, size_average: unknown, options: { reduce?: unknown; reduction?: string }): Tensor;
  soft_margin_loss(options: { input: Tensor; target: Tensor; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** e^xᵢ / Σ e^xⱼ along dim. */
  softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** softmax(−x). */
  softmin(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  softmin(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** log(1 + e^{βx}) / β; x itself where βx > threshold. */
  softplus(input: Tensor, beta?: number, threshold?: number): Tensor;
  softplus(input: Tensor, options: { beta?: number; threshold?: number }): Tensor;
  softplus(input: Tensor, beta: number, options: { threshold?: number }): Tensor;
  softplus(options: { input: Tensor; beta?: number; threshold?: number }): Tensor;
  /** x moved towards 0 by λ. */
  softshrink(input: Tensor, lambd?: number): Tensor;
  softshrink(input: Tensor, options: { lambd?: number }): Tensor;
  softshrink(options: { input: Tensor; lambd?: number }): Tensor;
  /** x / (1 + |x|). */
  softsign(input: Tensor): Tensor;
  softsign(options: { input: Tensor }): Tensor;
  /** Hyperbolic tangent. */
  tanh(input: Tensor): Tensor;
  tanh(options: { input: Tensor }): Tensor;
  /** Hyperbolic tangent. In place. */
  tanh_(input: Tensor): Tensor;
  tanh_(options: { input: Tensor }): Tensor;
  /** x − tanh(x). */
  tanhshrink(input: Tensor): Tensor;
  tanhshrink(options: { input: Tensor }): Tensor;
  /** x above the threshold, value elsewhere. */
  threshold(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
  threshold(input: Tensor, threshold: number, value: number, options: { inplace?: boolean }): Tensor;
  threshold(options: { input: Tensor; threshold: number; value: number; inplace?: boolean }): Tensor;
  /** x above the threshold, value elsewhere. In place. */
  threshold_(input: Tensor, threshold: number, value: number, inplace?: boolean): Tensor;
  threshold_(input: Tensor, threshold: number, value: number, options: { inplace?: boolean }): Tensor;
  threshold_(options: { input: Tensor; threshold: number; value: number; inplace?: boolean }): Tensor;
  /** max(0, d(anchor, positive) − d(anchor, negative) + margin). */
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, size_average?: unknown, reduce?: unknown, reduction?: string): Tensor;
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options: { margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  triplet_margin_loss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: { p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  triplet_margin_loss(options: { anchor: Tensor; positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; size_average?: unknown; reduce?: unknown; reduction?: string }): Tensor;
  /** max(0, d(anchor, positive) − d(anchor, negative) + margin) for a distance of your own; Euclidean unless given. */
  triplet_margin_with_distance_loss(anchor: Tensor, positive: Tensor, negative: Tensor, options?: { distance_function?: unknown; margin?: number; swap?: boolean; reduction?: string }): Tensor;
  triplet_margin_with_distance_loss(options: { anchor: Tensor; positive: Tensor; negative: Tensor; distance_function?: unknown; margin?: number; swap?: boolean; reduction?: string }): Tensor;
  /** Every window of [N, C, H, W] as a column: [N, C·kernel, windows]. */
  unfold(input: Tensor, kernel_size: readonly number[] | number, dilation?: readonly number[] | number, padding?: readonly number[] | number, stride?: readonly number[] | number): Tensor;
  unfold(input: Tensor, kernel_size: readonly number[] | number, options: { dilation?: readonly number[] | number; padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  unfold(input: Tensor, kernel_size: readonly number[] | number, dilation: readonly number[] | number, options: { padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  unfold(options: { input: Tensor; kernel_size: readonly number[] | number; dilation?: readonly number[] | number; padding?: readonly number[] | number; stride?: readonly number[] | number }): Tensor;
  /** Resizes [N, C, …] to a size or by a factor: mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or 'area'. */
  upsample(input: Tensor, size?: unknown, scale_factor?: unknown, mode?: string, align_corners?: boolean | null, recompute_scale_factor?: boolean | null, antialias?: boolean): Tensor;
  upsample(input: Tensor, options: { size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  upsample(input: Tensor, size: unknown, options: { scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  upsample(options: { input: Tensor; size?: unknown; scale_factor?: unknown; mode?: string; align_corners?: boolean | null; recompute_scale_factor?: boolean | null; antialias?: boolean }): Tensor;
  /** Bilinear resizing with aligned corners. */
  upsample_bilinear(input: Tensor, size?: unknown, scale_factor?: unknown): Tensor;
  upsample_bilinear(input: Tensor, options: { size?: unknown; scale_factor?: unknown }): Tensor;
  upsample_bilinear(input: Tensor, size: unknown, options: { scale_factor?: unknown }): Tensor;
  upsample_bilinear(options: { input: Tensor; size?: unknown; scale_factor?: unknown }): Tensor;
  /** Nearest neighbour resizing. */
  upsample_nearest(input: Tensor, size?: unknown, scale_factor?: unknown): Tensor;
  upsample_nearest(input: Tensor, options: { size?: unknown; scale_factor?: unknown }): Tensor;
  upsample_nearest(input: Tensor, size: unknown, options: { scale_factor?: unknown }): Tensor;
  upsample_nearest(options: { input: Tensor; size?: unknown; scale_factor?: unknown }): Tensor;
}

export interface LinalgFunctions {
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  __matmul__(input: Tensor, other: Tensor): Tensor;
  __matmul__(options: { input: Tensor; other: Tensor }): Tensor;
  /** Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose). */
  cholesky(input: Tensor, upper?: boolean): Tensor;
  cholesky(input: Tensor, options: { upper?: boolean }): Tensor;
  cholesky(options: { input: Tensor; upper?: boolean }): Tensor;
  /** Cross product of vectors of three. */
  cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
  cross(input: Tensor, other: Tensor, options: { dim?: number | null }): Tensor;
  cross(options: { input: Tensor; other: Tensor; dim?: number | null }): Tensor;
  /** The determinant. */
  det(input: Tensor): Tensor;
  det(options: { input: Tensor }): Tensor;
  /** Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix. */
  eigh(input: Tensor, UPLO?: string): [eigenvalues: Tensor, eigenvectors: Tensor] & { readonly eigenvalues: Tensor; readonly eigenvectors: Tensor };
  eigh(input: Tensor, options: { UPLO?: string }): [eigenvalues: Tensor, eigenvectors: Tensor] & { readonly eigenvalues: Tensor; readonly eigenvectors: Tensor };
  eigh(options: { input: Tensor; UPLO?: string }): [eigenvalues: Tensor, eigenvectors: Tensor] & { readonly eigenvalues: Tensor; readonly eigenvectors: Tensor };
  /** Eigenvalues of a symmetric matrix, ascending. */
  eigvalsh(input: Tensor, UPLO?: string): Tensor;
  eigvalsh(input: Tensor, options: { UPLO?: string }): Tensor;
  eigvalsh(options: { input: Tensor; UPLO?: string }): Tensor;
  /** The inverse matrix. */
  inv(input: Tensor): Tensor;
  inv(options: { input: Tensor }): Tensor;
  /** Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension. */
  matmul(input: Tensor, other: Tensor): Tensor;
  matmul(options: { input: Tensor; other: Tensor }): Tensor;
  /** Σ Aᵏ / k!, by scaling and squaring. */
  matrix_exp(input: Tensor): Tensor;
  matrix_exp(options: { input: Tensor }): Tensor;
  /** Norm of matrices: 'fro', 'nuc', ±1, ±2, ±inf. */
  matrix_norm(input: Tensor, ord?: number | boolean | string, dim?: readonly number[] | number, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  matrix_norm(input: Tensor, options: { ord?: number | boolean | string; dim?: readonly number[] | number; keepdim?: boolean; dtype?: DType | null }): Tensor;
  matrix_norm(input: Tensor, ord: number | boolean | string, options: { dim?: readonly number[] | number; keepdim?: boolean; dtype?: DType | null }): Tensor;
  matrix_norm(options: { input: Tensor; ord?: number | boolean | string; dim?: readonly number[] | number; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** A multiplied n times by itself; negative n inverts first. */
  matrix_power(input: Tensor, n: number): Tensor;
  matrix_power(options: { input: Tensor; n: number }): Tensor;
  /** How many singular values are above the tolerance. */
  matrix_rank(input: Tensor, tol?: number | Tensor | null, hermitian?: boolean, options?: { atol?: number | Tensor | null; rtol?: number | Tensor | null }): Tensor;
  matrix_rank(input: Tensor, options: { tol?: number | Tensor | null; hermitian?: boolean; atol?: number | Tensor | null; rtol?: number | Tensor | null }): Tensor;
  matrix_rank(input: Tensor, tol: number | Tensor | null, options: { hermitian?: boolean; atol?: number | Tensor | null; rtol?: number | Tensor | null }): Tensor;
  matrix_rank(options: { input: Tensor; tol?: number | Tensor | null; hermitian?: boolean; atol?: number | Tensor | null; rtol?: number | Tensor | null }): Tensor;
  /** Product of several matrices; first and last may be vectors. */
  multi_dot(tensors: readonly Tensor[]): Tensor;
  multi_dot(options: { tensors: readonly Tensor[] }): Tensor;
  /** Vector norm along one dim, matrix norm over two; the 2-norm of all elements unless said. */
  norm(input: Tensor, ord?: number | boolean | string | null, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  norm(input: Tensor, options: { ord?: number | boolean | string | null; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  norm(input: Tensor, ord: number | boolean | string | null, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  norm(options: { input: Tensor; ord?: number | boolean | string | null; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** The Moore–Penrose inverse. */
  pinv(input: Tensor, options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  pinv(options: { input: Tensor; atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  /** The Moore–Penrose inverse. */
  pinv(input: Tensor, rcond: number, hermitian?: boolean): Tensor;
  pinv(input: Tensor, rcond: number, options: { hermitian?: boolean }): Tensor;
  pinv(options: { input: Tensor; rcond: number; hermitian?: boolean }): Tensor;
  /** A = Q R with orthonormal columns of Q and an upper triangular R. */
  qr(input: Tensor, mode?: string): [Q: Tensor, R: Tensor] & { readonly Q: Tensor; readonly R: Tensor };
  qr(input: Tensor, options: { mode?: string }): [Q: Tensor, R: Tensor] & { readonly Q: Tensor; readonly R: Tensor };
  qr(options: { input: Tensor; mode?: string }): [Q: Tensor, R: Tensor] & { readonly Q: Tensor; readonly R: Tensor };
  /** Sign and logarithm of the determinant. */
  slogdet(input: Tensor): [sign: Tensor, logabsdet: Tensor] & { readonly sign: Tensor; readonly logabsdet: Tensor };
  slogdet(options: { input: Tensor }): [sign: Tensor, logabsdet: Tensor] & { readonly sign: Tensor; readonly logabsdet: Tensor };
  /** X with A X = B (or X A = B). */
  solve(input: Tensor, B: Tensor, options?: { left?: boolean }): Tensor;
  solve(options: { input: Tensor; B: Tensor; left?: boolean }): Tensor;
  /** X with A X = B for a triangular A, of which only that triangle is read. */
  solve_triangular(input: Tensor, B: Tensor, options?: { upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
  solve_triangular(options: { input: Tensor; B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
  /** A = U diag(S) Vh, S descending. */
  svd(input: Tensor, full_matrices?: boolean): [U: Tensor, S: Tensor, Vh: Tensor] & { readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor };
  svd(input: Tensor, options: { full_matrices?: boolean }): [U: Tensor, S: Tensor, Vh: Tensor] & { readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor };
  svd(options: { input: Tensor; full_matrices?: boolean }): [U: Tensor, S: Tensor, Vh: Tensor] & { readonly U: Tensor; readonly S: Tensor; readonly Vh: Tensor };
  /** Singular values, descending. */
  svdvals(input: Tensor): Tensor;
  svdvals(options: { input: Tensor }): Tensor;
  /** Powers 0 … N − 1 of every element. */
  vander(x: Tensor, options?: { N?: number | null }): Tensor;
  vander(options: { x: Tensor; N?: number | null }): Tensor;
  /** Σ x·y along dim. */
  vecdot(x: Tensor, y: Tensor, options?: { dim?: number }): Tensor;
  vecdot(options: { x: Tensor; y: Tensor; dim?: number }): Tensor;
  /** Norm of the vectors along dims (of all elements unless said). */
  vector_norm(input: Tensor, ord?: number | boolean, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  vector_norm(input: Tensor, options: { ord?: number | boolean; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  vector_norm(input: Tensor, ord: number | boolean, options: { dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  vector_norm(options: { input: Tensor; ord?: number | boolean; dim?: readonly number[] | number | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
}

export interface SpecialFunctions {
  /** Derivative of lgamma. */
  digamma(input: Tensor): Tensor;
  digamma(options: { input: Tensor }): Tensor;
  /** Derivative of lgamma. In place. */
  digamma_(input: Tensor): Tensor;
  digamma_(options: { input: Tensor }): Tensor;
  /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
  erf(input: Tensor): Tensor;
  erf(options: { input: Tensor }): Tensor;
  /** Error function 2/√π ∫₀ˣ e^(−t²) dt. In place. */
  erf_(input: Tensor): Tensor;
  erf_(options: { input: Tensor }): Tensor;
  /** 1 − erf(input). */
  erfc(input: Tensor): Tensor;
  erfc(options: { input: Tensor }): Tensor;
  /** 1 − erf(input). In place. */
  erfc_(input: Tensor): Tensor;
  erfc_(options: { input: Tensor }): Tensor;
  /** Inverse of erf. */
  erfinv(input: Tensor): Tensor;
  erfinv(options: { input: Tensor }): Tensor;
  /** Inverse of erf. In place. */
  erfinv_(input: Tensor): Tensor;
  erfinv_(options: { input: Tensor }): Tensor;
  /** 2^input. */
  exp2(input: Tensor): Tensor;
  exp2(options: { input: Tensor }): Tensor;
  /** 2^input. In place. */
  exp2_(input: Tensor): Tensor;
  exp2_(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). */
  expit(input: Tensor): Tensor;
  expit(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  expit_(input: Tensor): Tensor;
  expit_(options: { input: Tensor }): Tensor;
  /** e^input − 1, exact near zero. */
  expm1(input: Tensor): Tensor;
  expm1(options: { input: Tensor }): Tensor;
  /** e^input − 1, exact near zero. In place. */
  expm1_(input: Tensor): Tensor;
  expm1_(options: { input: Tensor }): Tensor;
  /** Modified Bessel function of order 0. */
  i0(input: Tensor): Tensor;
  i0(options: { input: Tensor }): Tensor;
  /** Modified Bessel function of order 0. In place. */
  i0_(input: Tensor): Tensor;
  i0_(options: { input: Tensor }): Tensor;
  /** Modified Bessel function of order 1. */
  i1(input: Tensor): Tensor;
  i1(options: { input: Tensor }): Tensor;
  /** Modified Bessel function of order 1. In place. */
  i1_(input: Tensor): Tensor;
  i1_(options: { input: Tensor }): Tensor;
  /** log(1 + input), exact near zero. */
  log1p(input: Tensor): Tensor;
  log1p(options: { input: Tensor }): Tensor;
  /** log(1 + input), exact near zero. In place. */
  log1p_(input: Tensor): Tensor;
  log1p_(options: { input: Tensor }): Tensor;
  /** log(softmax(x)), exact also where softmax underflows. */
  log_softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  log_softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. */
  logit(input: Tensor, eps?: number): Tensor;
  logit(input: Tensor, options: { eps?: number }): Tensor;
  logit(options: { input: Tensor; eps?: number }): Tensor;
  /** log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps]. In place. */
  logit_(input: Tensor, eps?: number): Tensor;
  logit_(input: Tensor, options: { eps?: number }): Tensor;
  logit_(options: { input: Tensor; eps?: number }): Tensor;
  /** log Σ e^x over dims, without overflow. */
  logsumexp(input: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
  logsumexp(input: Tensor, dim: readonly number[] | number, options: { keepdim?: boolean }): Tensor;
  logsumexp(options: { input: Tensor; dim: readonly number[] | number; keepdim?: boolean }): Tensor;
  /** The n-th derivative of digamma. */
  polygamma(n: number, input: Tensor): Tensor;
  polygamma(options: { n: number; input: Tensor }): Tensor;
  /** Derivative of lgamma. */
  psi(input: Tensor): Tensor;
  psi(options: { input: Tensor }): Tensor;
  /** Derivative of lgamma. In place. */
  psi_(input: Tensor): Tensor;
  psi_(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). */
  sigmoid(input: Tensor): Tensor;
  sigmoid(options: { input: Tensor }): Tensor;
  /** 1 / (1 + e^−input). In place. */
  sigmoid_(input: Tensor): Tensor;
  sigmoid_(options: { input: Tensor }): Tensor;
  /** sin(πx) / (πx), 1 at 0. */
  sinc(input: Tensor): Tensor;
  sinc(options: { input: Tensor }): Tensor;
  /** sin(πx) / (πx), 1 at 0. In place. */
  sinc_(input: Tensor): Tensor;
  sinc_(options: { input: Tensor }): Tensor;
  /** e^xᵢ / Σ e^xⱼ along dim. */
  softmax(input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  softmax(options: { input: Tensor; dim: number; dtype?: DType | null }): Tensor;
  /** input · log(other), 0 where input is 0. */
  xlogy(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  xlogy(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
  /** input · log(other), 0 where input is 0. In place. */
  xlogy_(input: Tensor | number | boolean, other: Tensor | number | boolean): Tensor;
  xlogy_(options: { input: Tensor | number | boolean; other: Tensor | number | boolean }): Tensor;
}
