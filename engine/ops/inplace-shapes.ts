// Methods that change a tensor's own shape, strides or memory, where others make a view: t_, squeeze_, resize_, set_.
import { checkInPlace, checkMemory } from '../autograd/inplace.ts';
import { is_grad_enabled } from '../autograd/modes.ts';
import { RuntimeError, Storage } from '../device/device.ts';
import { operator } from '../operator.ts';
import { alias, contiguousStrides, gradientNode, metaOf, numelOf, type Tensor } from '../tensor.ts';

/** `t` becomes the view of itself that `view` gives, and its history that view's. */
function become(t: Tensor, view: (whole: Tensor) => Tensor): Tensor {
  if (is_grad_enabled() && t.requires_grad) checkInPlace(t);
  if (t.storage.inference) checkMemory(t, []);
  const before = alias(t, t.shape, t.strides, t.offset);
  const node = gradientNode(t);
  if (node) [metaOf(before).grad_fn, metaOf(before).output_nr] = [node, t.output_nr];
  const after = view(before);
  t.shape = after.shape;
  t.strides = after.strides;
  t.offset = after.offset;
  t.storage.version++;
  const history = after.grad_fn;
  if (!history || !is_grad_enabled()) {
    if (t.autograd?.view) t.autograd.view.version = t.storage.version;
    return t;
  }
  const meta = metaOf(t);
  meta.grad_fn = history;
  meta.output_nr = after.output_nr;
  if (meta.view) meta.view.version = t.storage.version;
  return t;
}
const shaping = (
  schema: string,
  doc: string,
  view: (t: Tensor, ...args: never[]) => Tensor,
  aliases: string[] = [],
): void => {
  operator(schema as 'x_(Tensor input) -> Tensor', {
    doc: `${doc} In place: the tensor itself takes the shape.`,
    on: 'method',
    aliases,
    forward: (t, ...args: unknown[]) => become(t, (whole) => view(whole, ...(args as never[]))),
  });
};
shaping('t_(Tensor input) -> Tensor', 'Transposes a matrix.', (t) => t.t());
shaping(
  'transpose_(Tensor input, int dim0, int dim1) -> Tensor',
  'Swaps two dimensions.',
  (t, a: number, b: number) => t.transpose(a, b),
  ['swapaxes_', 'swapdims_'],
);
shaping(
  'squeeze_(Tensor input, int[]|null dim = null) -> Tensor',
  'Drops dimensions of size 1.',
  (t, dim: readonly number[] | null) => (dim === null ? t.squeeze() : t.squeeze(dim)),
);
shaping('unsqueeze_(Tensor input, int dim) -> Tensor', 'A new dimension of size 1.', (t, dim: number) =>
  t.unsqueeze(dim),
);
shaping(
  'as_strided_(Tensor input, int[] size, int[] stride, int? storage_offset = null) -> Tensor',
  'Any strided view of the memory.',
  (t, size: readonly number[], stride: readonly number[], offset: number | null) => t.as_strided(size, stride, offset),
);

/** Memory for at least so many elements from the tensor's offset on; what was there stays. */
function roomFor(t: Tensor, length: number): Storage {
  const { storage } = t;
  if (length <= storage.length) return storage;
  const { device, dtype } = storage;
  const larger = new Storage(device, dtype, length, device.allocate(dtype, length));
  device.write(larger, 0, device.read(storage, 0, storage.length));
  larger.version = storage.version;
  return larger;
}
operator('resize_(Tensor input, int... size) -> Tensor', {
  doc: 'Another shape of the same memory, row-major; more memory, of no set content, where that is too little.',
  on: 'method',
  forward(t, size) {
    if (t.requires_grad) throw new RuntimeError('cannot resize variables that require grad');
    const n = numelOf(size);
    t.storage = roomFor(t, t.offset + n);
    t.shape = [...size];
    t.strides = contiguousStrides(size);
    return t;
  },
});
operator('resize_as_(Tensor input, Tensor the_template) -> Tensor', {
  doc: 'resize_ to the shape of another tensor.',
  on: 'method',
  forward: (t, other) => t.resize_(other.shape as number[]),
});
operator('set_(Tensor input, Tensor? source = null) -> Tensor', {
  doc: 'Takes memory, shape and strides of source; of nothing, none.',
  on: 'method',
  forward(t, source) {
    if (is_grad_enabled()) checkInPlace(t);
    if (source && source.dtype !== t.dtype)
      throw new RuntimeError(
        `Could not set tensor of type ${source.dtype.typeName.toLowerCase()} to a tensor of type ${t.dtype.typeName.toLowerCase()}`,
      );
    const { device, dtype, version } = t.storage;
    t.storage = source ? source.storage : new Storage(device, dtype, 0, device.allocate(dtype, 0));
    t.shape = source ? source.shape : [0];
    t.strides = source ? source.strides : [1];
    t.offset = source ? source.offset : 0;
    if (!source) t.storage.version = version + 1;
    return t;
  },
});
