import { copyInto, copyOf } from '../copy.ts';
import { RuntimeError } from '../device/device.ts';
import {
  bfloat16,
  bool,
  type DType,
  DType as DTypeClass,
  float16,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  uint8,
} from '../dtype.ts';
import { backward, hookTensor } from '../autograd/backward.ts';
import { cutOff } from '../autograd/cut.ts';
import { edgeOf } from '../autograd/node.ts';
import { operator } from '../operator.ts';
import {
  alias,
  contiguousNow,
  deviceOf,
  fromValues,
  metaOf,
  numelOf,
  setRequiresGrad,
  type Tensor,
  valuesOf,
} from '../tensor.ts';
import { wrapDim } from './views.ts';

const convert = operator('_to_copy(Tensor input, dtype dtype) -> Tensor', {
  doc: 'A copy in another dtype.',
  on: 'none',
  node: 'ToCopy',
  forward: (t, dtype) => copyOf(t, dtype),
  gradients: { input: (s) => s.grad },
});
operator(
  'to(Tensor input, any dtype = null, any second = null, *, bool copy = false, bool non_blocking = false, device? device = null) -> Tensor',
  {
    doc: "In another dtype (torch.float64), on another device ('cpu'), or as another tensor; itself when nothing changes.",
    on: 'method',
    forward(t, first, second, copy, _, device) {
      let dtype: DType = t.dtype;
      let target: string = device ?? t.device;
      for (const value of [first, second]) {
        if (value instanceof DTypeClass) dtype = value;
        else if (typeof value === 'string') target = value;
        else if (typeof value === 'object' && value !== null && 'storage' in value) dtype = (value as Tensor).dtype;
      }
      const there = deviceOf(target) === t.storage.device ? t : moved(t, target);
      return dtype === there.dtype ? (copy && there === t ? t.clone() : there) : convert(there, dtype);
    },
  },
);
const moved = operator('_to_device(Tensor input, str device) -> Tensor', {
  doc: 'A copy on another device.',
  on: 'none',
  node: 'ToCopy',
  forward: (t, device) => fromValues(valuesOf(t), t.shape, t.dtype, deviceOf(device)),
  gradients: { input: (s) => s.grad },
});
for (const [name, dtype] of Object.entries({
  float: float32,
  double: float64,
  half: float16,
  bfloat16,
  long: int64,
  int: int32,
  short: int16,
  char: int8,
  byte: uint8,
  bool,
})) {
  operator(`${name}(Tensor input, any memory_format = null) -> Tensor`, {
    doc: `In ${dtype.name}.`,
    on: 'method',
    forward: (t) => t.to(dtype),
  });
}
operator('type_as(Tensor input, Tensor other) -> Tensor', {
  doc: "In other's dtype.",
  on: 'method',
  forward: (t, o) => t.to(o.dtype),
});
operator('cpu(Tensor input) -> Tensor', { doc: 'On the CPU.', on: 'method', forward: (t) => t.to('cpu') });
operator('conj(Tensor input) -> Tensor', {
  doc: 'Itself: real numbers are their own conjugates.',
  aliases: ['resolve_conj', 'resolve_neg', 'real'],
  forward: (t) => t,
});

operator('copy_(Tensor input, Tensor|Scalar src, bool non_blocking = false) -> Tensor', {
  doc: 'Writes src into this memory.',
  on: 'method',
  forward: (t, src) => t._write_(src),
});
operator('_write(Tensor input, Tensor|Scalar src) -> Tensor', {
  doc: 'src, repeated and converted to input.',
  on: 'method',
  node: 'Copy',
  forward: (t, src) =>
    typeof src === 'number' || typeof src === 'boolean'
      ? t.new_full(t.shape, Number(src))
      : copyOf(src.expand(t.shape), t.dtype),
  inplace: (t, src) =>
    copyInto(t, typeof src === 'number' || typeof src === 'boolean' ? scalarLike(t, Number(src)) : src.expand(t.shape)),
  gradients: { input: (s) => s.grad.mul(0), src: (s) => s.grad },
});
const scalarLike = (t: Tensor, value: number): Tensor =>
  alias(
    fromValues([t.dtype.keep(value)], [], t.dtype, t.storage.device),
    t.shape,
    t.shape.map(() => 0),
    0,
  );
operator('fill(Tensor input, Tensor|Scalar value) -> Tensor', {
  doc: 'Every element the same value.',
  inplace: (t, value) =>
    copyInto(
      t,
      typeof value === 'number' || typeof value === 'boolean' ? scalarLike(t, Number(value)) : value.expand(t.shape),
    ),
  forward: (t, value) =>
    typeof value === 'number' || typeof value === 'boolean'
      ? t.new_full(t.shape, Number(value))
      : copyOf(value.expand(t.shape), t.dtype),
  gradients: { input: (s) => s.grad.mul(0), value: (s) => s.grad.sum() },
});
operator('zero(Tensor input) -> Tensor', {
  doc: 'Every element 0.',
  on: 'method',
  inplace: (t) => copyInto(t, scalarLike(t, 0)),
  forward: (t) => t.new_zeros(t.shape),
  gradients: { input: (s) => s.grad.mul(0) },
});

operator('item(Tensor input) -> Scalar', {
  doc: 'The one element as a number (or boolean).',
  on: 'method',
  forward(t) {
    if (numelOf(t.shape) !== 1)
      throw new RuntimeError(`a Tensor with ${numelOf(t.shape)} elements cannot be converted to Scalar`);
    const v = valuesOf(t)[0]!;
    return (t.dtype.category === 0 ? v !== 0 : v) as number;
  },
});
operator('tolist(Tensor input) -> any', {
  doc: 'Nested lists of numbers (or booleans).',
  on: 'method',
  forward(t) {
    const values = valuesOf(t);
    let at = 0;
    const level = (d: number): unknown =>
      d === t.shape.length
        ? t.dtype.category === 0
          ? values[at++] !== 0
          : values[at++]
        : Array.from({ length: t.shape[d]! }, () => level(d + 1));
    return level(0);
  },
});
operator('numpy(Tensor input, *, bool force = false) -> any', {
  doc: 'A typed array of the elements, row-major: the memory itself where the tensor is contiguous, else a copy, for such an array has no strides. Throws when the tensor requires grad (detach it first) or is on a GPU.',
  on: 'method',
  forward(t, force) {
    if (t.requires_grad && !force)
      throw new RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
    if (t.device !== 'cpu' && !force)
      throw new TypeError(
        `can't convert ${t.device} device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.`,
      );
    if (t.dtype === bfloat16) throw new TypeError('Got unsupported ScalarType BFloat16');
    const values = valuesOf(t);
    if (values instanceof t.dtype.array) return values;
    const copy = t.dtype.allocate(values.length);
    copy.set(values);
    return copy;
  },
});
operator('numel(Tensor input) -> int', {
  doc: 'Number of elements.',
  aliases: ['nelement'],
  forward: (t) => numelOf(t.shape),
});
operator('dim(Tensor input) -> int', {
  doc: 'Number of dimensions.',
  on: 'method',
  aliases: ['ndimension'],
  forward: (t) => t.shape.length,
});
operator('size(Tensor input, int dim) -> int', {
  doc: 'Size of one dimension.',
  on: 'method',
  forward: (t, dim) => t.shape[wrapDim(dim, t.shape.length)] ?? 1,
});
operator('size(Tensor input) -> int[]', { doc: 'The shape.', on: 'method', forward: (t) => t.shape });
operator('stride(Tensor input, int dim) -> int', {
  doc: 'Elements to the next one along dim.',
  on: 'method',
  forward: (t, dim) => t.strides[wrapDim(dim, t.shape.length)] ?? 1,
});
operator('stride(Tensor input) -> int[]', {
  doc: 'Elements to the next one, for each dimension.',
  on: 'method',
  forward: (t) => t.strides,
});
operator('storage_offset(Tensor input) -> int', {
  doc: 'Where the first element is in the storage.',
  on: 'method',
  forward: (t) => t.offset,
});
operator('element_size(Tensor input) -> int', {
  doc: 'Bytes of one element.',
  on: 'method',
  forward: (t) => t.dtype.itemsize,
});
operator('data_ptr(Tensor input) -> int', {
  doc: 'A number that equals for tensors that start at the same memory.',
  on: 'method',
  forward: (t) => pointers(t),
});
const addresses = new WeakMap<object, number>();
let nextAddress = 4096;
function pointers(t: Tensor): number {
  let address = addresses.get(t.storage.buffer);
  if (address === undefined) {
    address = nextAddress;
    nextAddress += Math.ceil((t.storage.bytes + 1) / 64) * 64;
    addresses.set(t.storage.buffer, address);
  }
  return address + t.offset * t.dtype.itemsize;
}
operator('is_contiguous(Tensor input) -> bool', {
  doc: 'Whether the memory is row-major.',
  on: 'method',
  forward: (t) => contiguousNow(t),
});
operator('is_floating_point(Tensor input) -> bool', {
  doc: 'Whether the dtype is a float.',
  forward: (t) => t.dtype.category === 2,
});
operator('is_complex(Tensor input) -> bool', { doc: 'Never: there are no complex tensors.', forward: () => false });
operator('is_tensor(any obj) -> bool', {
  doc: 'Whether it is a tensor.',
  on: 'torch',
  forward: (x) => typeof x === 'object' && x !== null && 'isTensor' in x,
});
operator('is_nonzero(Tensor input) -> bool', {
  doc: 'Whether the one element is not zero.',
  forward(t) {
    const n = numelOf(t.shape);
    if (n !== 1)
      throw new RuntimeError(
        `Boolean value of Tensor with ${n === 0 ? 'no values' : 'more than one value'} is ambiguous`,
      );
    return Boolean(t.item());
  },
});
operator('equal(Tensor input, Tensor other) -> bool', {
  doc: 'Whether shapes and all elements are equal.',
  forward: (a, b) => a.shape.join() === b.shape.join() && Boolean(a.eq(b).all().item()),
});
operator(
  'isclose(Tensor input, Tensor other, float rtol = 1e-5, float atol = 1e-8, bool equal_nan = false) -> Tensor',
  {
    doc: '|input − other| ≤ atol + rtol · |other|.',
    forward(a, b, rtol, atol, nan) {
      if (a.dtype !== b.dtype) throw new RuntimeError(`${a.dtype.typeName} did not match ${b.dtype.typeName}`);
      for (const [name, value] of [
        ['rtol', rtol],
        ['atol', atol],
      ] as const)
        if (value < 0) throw new RuntimeError(`${name} must be greater than or equal to zero, but got ${value}`);
      if (a.dtype.category < 2 && rtol === 0 && atol === 0) return a.eq(b);
      if (a.dtype.category === 0) return a.float().isclose(b.float(), rtol, atol);
      const close = a.sub(b).abs().le(b.abs().mul(rtol).add(atol)).logical_and(b.isfinite()).logical_or(a.eq(b));
      return nan ? close.logical_or(a.isnan().logical_and(b.isnan())) : close;
    },
  },
);
operator('allclose(Tensor input, Tensor other, float rtol = 1e-5, float atol = 1e-8, bool equal_nan = false) -> bool', {
  doc: 'Whether isclose holds everywhere.',
  forward: (a, b, rtol, atol, nan) => Boolean(a.isclose(b, rtol, atol, nan).all().item()),
});

operator('requires_grad_(Tensor input, bool requires_grad = true) -> Tensor', {
  doc: 'Says whether to record operations on this tensor; returns it.',
  on: 'method',
  forward(t, on) {
    setRequiresGrad(t, on);
    return t;
  },
});
operator('retain_grad(Tensor input) -> any', {
  doc: 'Keeps the gradient of a tensor that is no leaf in its .grad.',
  on: 'method',
  forward(t) {
    if (!t.requires_grad) throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    if (!t.is_leaf && !t.retains_grad) {
      metaOf(t).retains_grad = true;
      hookTensor(t);
    }
    return null;
  },
});
operator('detach_(Tensor input) -> Tensor', {
  doc: 'Forgets this tensor’s history.',
  on: 'method',
  forward(t) {
    if (t.autograd?.view) throw new RuntimeError("Can't detach views in-place. Use detach() instead.");
    cutOff(t, t, 'detach');
    t.autograd = null;
    return t;
  },
});
operator(
  'backward(Tensor input, Tensor? gradient = null, bool|null retain_graph = null, bool create_graph = false, any inputs = null) -> any',
  {
    doc: 'Computes the gradients of this tensor with respect to the leaves and adds them to their .grad. Not scalar: say the gradient of the loss with respect to this tensor.',
    on: 'method',
    forward(t, gradient, retain_graph, create_graph, inputs) {
      backward(t, gradient, { retain_graph, create_graph, inputs: inputs as Tensor[] | null });
      return null;
    },
  },
);
operator('register_hook(Tensor input, any hook) -> any', {
  doc: 'Calls hook(grad) when the gradient of this tensor is complete; what it returns replaces it. remove() of the result ends it.',
  on: 'method',
  forward(t, hook) {
    if (!t.requires_grad) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    const hooks = (metaOf(t).hooks ??= new Map());
    const id = ++hookIds;
    hooks.set(id, hook as (grad: Tensor) => Tensor | void);
    hookTensor(t);
    return { remove: () => void hooks.delete(id) };
  },
});
let hookIds = 0;
operator('register_post_accumulate_grad_hook(Tensor input, any hook) -> any', {
  doc: 'Calls hook(tensor) each time backward has added to the .grad of this leaf. remove() of the result ends it.',
  on: 'method',
  forward(t, hook) {
    if (!t.requires_grad) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    const edge = t.is_leaf ? edgeOf(t) : null;
    if (!edge) throw new RuntimeError('post accumulate grad hooks cannot be registered on non-leaf tensors');
    return edge[0].register_hook(() => (hook as (t: Tensor) => void)(t));
  },
});
