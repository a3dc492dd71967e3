/** How numbers are mapped to codes, as PyTorch's `torch.qscheme`: one scale or one a channel, around zero or not. */
export class QScheme {
  readonly name: string;
  /** @internal */
  constructor(name: string) {
    this.name = name;
  }
  toString(): string {
    return `torch.${this.name}`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
export const per_tensor_affine = new QScheme('per_tensor_affine');
export const per_tensor_symmetric = new QScheme('per_tensor_symmetric');
export const per_channel_affine = new QScheme('per_channel_affine');
export const per_channel_symmetric = new QScheme('per_channel_symmetric');
export const per_channel_affine_float_qparams = new QScheme('per_channel_affine_float_qparams');

/** Under their names in `torch`. */
export const qschemes = {
  per_tensor_affine,
  per_tensor_symmetric,
  per_channel_affine,
  per_channel_symmetric,
  per_channel_affine_float_qparams,
} as const;

export const isPerTensor = (q: QScheme): boolean => q === per_tensor_affine || q === per_tensor_symmetric;
export const isPerChannel = (q: QScheme): boolean => !isPerTensor(q);
export const isSymmetric = (q: QScheme): boolean => q === per_tensor_symmetric || q === per_channel_symmetric;
