// Attributes and protocols of tensors that are no operators: .T, iteration.
import { RuntimeError } from './device/device.ts';
import { isQuantized } from './dtype.ts';
import { Tensor } from './tensor.ts';

const property = (name: string, get: (t: Tensor) => unknown): void =>
  void Object.defineProperty(Tensor.prototype, name, {
    get(this: Tensor) {
      return get(this);
    },
    configurable: true,
  });
const reversed = (t: Tensor): Tensor => t.permute(t.shape.map((_, d) => t.shape.length - 1 - d));
property('T', reversed);
const swapped =
  (name: string) =>
  (t: Tensor): Tensor => {
    if (t.shape.length === 1)
      throw new RuntimeError(`tensor.${name} is only supported on matrices or batches of matrices. Got 1-D tensor.`);
    return t.shape.length === 0 ? t : t.transpose(-2, -1);
  };
property('H', (t) => {
  if (t.shape.length !== 0 && t.shape.length !== 2)
    throw new RuntimeError(`tensor.H is only supported on matrices (2-D tensors). Got ${t.shape.length}-D tensor.`);
  return t.t();
});
property('mT', swapped('mT'));
property('mH', swapped('mH'));
property('itemsize', (t) => t.dtype.itemsize);
property('nbytes', (t) => t.numel() * t.dtype.itemsize);
property('is_cuda', (t) => t.device.startsWith('cuda'));
property('is_cpu', (t) => t.device === 'cpu');
property('is_quantized', (t) => isQuantized(t.dtype));
for (const name of ['is_sparse', 'is_meta', 'is_nested', 'is_mps', 'is_mkldnn']) property(name, () => false);
property('layout', () => 'strided');
property('real', (t) => t);
// a number where JavaScript asks for one; operators on tensors are methods, and JavaScript's would lose the history
Object.defineProperty(Tensor.prototype, Symbol.toPrimitive, {
  value(this: Tensor, hint: string) {
    if (hint !== 'number') return this.toString();
    if (this.numel() !== 1)
      throw new TypeError(
        'operators on tensors are methods: write x.mul(y), x.lt(y); a number is only a tensor of one element',
      );
    return Number(this.item());
  },
  configurable: true,
});
Object.defineProperty(Tensor.prototype, Symbol.iterator, {
  value(this: Tensor) {
    if (this.shape.length === 0) throw new TypeError('iteration over a 0-d tensor');
    return this.unbind(0)[Symbol.iterator]();
  },
  configurable: true,
});
