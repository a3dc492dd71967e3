// Attributes and protocols of tensors that are no operators: .T, iteration.
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
property('H', (t) => t.t());
property('mT', (t) => (t.shape.length === 0 ? t : t.transpose(-2, -1)));
property('mH', (t) => (t.shape.length === 0 ? t : t.transpose(-2, -1)));
property('itemsize', (t) => t.dtype.itemsize);
property('nbytes', (t) => t.numel() * t.dtype.itemsize);
property('is_cuda', (t) => t.device !== 'cpu');
Object.defineProperty(Tensor.prototype, Symbol.iterator, {
  value(this: Tensor) {
    if (this.shape.length === 0) throw new TypeError('iteration over a 0-d tensor');
    return this.unbind(0)[Symbol.iterator]();
  },
  configurable: true,
});
