// What users ask of a tensor beyond computing with it: its kind, its memory, changes element by element.
import { RuntimeError } from '../device/device.ts';
import { type DType, DType as DTypeClass, dtypes } from '../dtype.ts';
import { operator } from '../operator.ts';
import {
  alias,
  deviceOf,
  empty,
  fromValues,
  numelOf,
  sameShape,
  type Tensor,
  valuesLike,
  valuesOf,
} from '../tensor.ts';
import { finish, fromNested, type Nested } from './create.ts';

operator('is_inference(Tensor input) -> bool', {
  doc: 'Whether it was made in inference mode.',
  forward: (t) => t.storage.inference,
});
operator('is_signed(Tensor input) -> bool', {
  doc: 'Whether the dtype has negative numbers.',
  forward: (t) => t.dtype.name !== 'uint8' && t.dtype.name !== 'bool',
});
for (const [name, doc] of [
  ['is_neg', 'Never: no tensor is lazily negated.'],
  ['is_conj', 'Never: real numbers are their own conjugates.'],
  ['is_pinned', 'Never: memory is not pinned.'],
  ['is_shared', 'Never: memory is of one process.'],
  ['is_distributed', 'Never: a tensor is of one process.'],
] as const)
  operator(`${name}(Tensor input) -> bool`, { doc, forward: () => false });
operator('is_same_size(Tensor input, Tensor other) -> bool', {
  doc: 'Whether the shapes are the same.',
  forward: (t, other) => sameShape(t.shape, other.shape),
});
operator('is_set_to(Tensor input, Tensor tensor) -> bool', {
  doc: 'Whether both are the same window on the same memory.',
  on: 'method',
  forward: (t, other) =>
    t.storage === other.storage &&
    t.offset === other.offset &&
    sameShape(t.shape, other.shape) &&
    sameShape(t.strides, other.strides),
});
operator('get_device(Tensor input) -> int', {
  doc: 'The index of its GPU, −1 on the CPU.',
  forward: (t) => (t.device === 'cpu' ? -1 : 0),
});
for (const name of ['share_memory_', 'pin_memory'])
  operator(`${name as 'pin_memory'}(Tensor input) -> Tensor`, {
    doc: 'Itself: memory is of one process.',
    on: 'method',
    forward: (t) => t,
  });
const oldName = (d: DType): string => `torch.${d.typeName}Tensor`;
operator('type(Tensor input, any dtype = null, bool non_blocking = false) -> any', {
  doc: "Its old type name, 'torch.FloatTensor'; given a dtype or such a name, the tensor in that dtype.",
  on: 'method',
  forward(t, wanted) {
    if (wanted == null) return oldName(t.dtype);
    const dtype =
      wanted instanceof DTypeClass
        ? wanted
        : Object.values(dtypes).find((d) => oldName(d) === wanted || String(d) === wanted);
    if (!dtype) throw new TypeError(`invalid type: '${String(wanted)}'`);
    return t.to(dtype);
  },
});
operator('typename(any obj) -> str', {
  doc: "The old type name of a tensor, 'torch.FloatTensor'; of anything else its class.",
  on: 'torch',
  forward: (x) =>
    typeof x === 'object' && x !== null && 'isTensor' in x
      ? oldName((x as Tensor).dtype)
      : x === null
        ? 'NoneType'
        : typeof x === 'object'
          ? (x?.constructor.name ?? 'object')
          : typeof x,
});
operator('is_storage(any obj) -> bool', {
  doc: 'Whether it is a storage, which no tensor is.',
  on: 'torch',
  forward: () => false,
});
operator('adjoint(Tensor input) -> Tensor', {
  doc: 'The last two dimensions swapped (and conjugated, which real numbers do not show).',
  forward: (t) => t.transpose(-2, -1),
});
operator('fill_diagonal_(Tensor input, Scalar fill_value, bool wrap = false) -> Tensor', {
  doc: 'Writes the value into the diagonal; with wrap of a tall matrix again below each square.',
  on: 'method',
  forward(t, value, wrap) {
    if (t.shape.length < 2) throw new RuntimeError('dimensions must larger than 1');
    if (t.shape.length > 2 && t.shape.some((n) => n !== t.shape[0]))
      throw new RuntimeError('all dimensions of input must be of equal length');
    const [rows = 0, columns = 0] = t.shape;
    if (t.shape.length > 2) {
      t.as_strided([rows], [t.strides.reduce((a, b) => a + b, 0)]).fill_(value);
      return t;
    }
    t.diagonal().fill_(value);
    for (let top = columns + 1; wrap && top < rows; top += columns + 1)
      t.narrow(0, top, rows - top)
        .diagonal()
        .fill_(value);
    return t;
  },
});
const elementwise = (t: Tensor, values: ArrayLike<number>): Tensor => {
  if (t.requires_grad)
    throw new RuntimeError("Can't call apply_() on Variable that requires grad. Use var.detach().apply_() instead.");
  return t.copy_(valuesLike(t, Float64Array.from(values, t.dtype.keep), t.shape));
};
operator('apply_(Tensor input, any callable) -> Tensor', {
  doc: 'Every element becomes callable(element). Slow; on the CPU.',
  on: 'method',
  forward: (t, f) =>
    elementwise(
      t,
      Array.from(valuesOf(t), (v) => Number((f as (x: number) => number)(v))),
    ),
});
operator('map_(Tensor input, Tensor tensor, any callable) -> Tensor', {
  doc: 'Every element becomes callable(element, the other tensor’s). Slow; on the CPU.',
  on: 'method',
  forward(t, other, f) {
    const b = valuesOf(other.expand(t.shape));
    return elementwise(
      t,
      Array.from(valuesOf(t), (v, i) => Number((f as (x: number, y: number) => number)(v, b[i] ?? 0))),
    );
  },
});
operator(
  'as_strided_scatter(Tensor input, Tensor src, int[] size, int[] stride, int? storage_offset = null) -> Tensor',
  {
    doc: 'A copy of input with src in a strided window.',
    forward(t, src, size, stride, offset) {
      const result = t.clone();
      result.as_strided(size, stride, offset).copy_(src);
      return result;
    },
  },
);
operator('kron(Tensor input, Tensor other) -> Tensor', {
  doc: 'The Kronecker product: every element of input times all of other.',
  forward(a, b) {
    const rank = Math.max(a.shape.length, b.shape.length);
    const padded = (t: Tensor): number[] => [...new Array<number>(rank - t.shape.length).fill(1), ...t.shape];
    const [m, n] = [padded(a), padded(b)];
    return a
      .reshape(m.flatMap((s) => [s, 1]))
      .mul(b.reshape(n.flatMap((s) => [1, s])))
      .reshape(m.map((s, d) => s * (n[d] ?? 1)));
  },
});
operator('vander(Tensor x, int? N = null, bool increasing = false) -> Tensor', {
  doc: 'Powers of a vector as columns, the highest first unless increasing.',
  on: 'torch',
  forward(x, n, increasing) {
    const count = n ?? x.shape[0] ?? 0;
    const powers = Array.from({ length: count }, (_, i) => (increasing ? i : count - 1 - i));
    return x.unsqueeze(-1).pow(valuesLike(x, powers, [count]));
  },
});
operator('chain_matmul(Tensor... matrices) -> Tensor', {
  doc: 'The product of matrices, in turn.',
  on: 'torch',
  forward(matrices) {
    const [first, ...rest] = matrices;
    if (!first) throw new RuntimeError('chain_matmul(): Expected one or more matrices');
    return rest.reduce((a, b) => a.mm(b), first);
  },
});
operator('empty_strided(int[] size, int[] stride, *, ...options) -> Tensor', {
  doc: 'New memory of a shape with these strides; its content is not to be relied on.',
  on: 'torch',
  forward(size, stride, dtype, device, requires_grad) {
    const last = size.reduce((at, n, d) => at + (n - 1) * (stride[d] ?? 1), 0);
    const memory = empty([numelOf(size) === 0 ? 0 : last + 1], dtype ?? undefined, deviceOf(device));
    return finish(alias(memory, size, stride, 0), requires_grad);
  },
});
operator('new_empty_strided(Tensor input, int[] size, int[] stride, *, ...options) -> Tensor', {
  doc: "empty_strided with input's dtype.",
  on: 'method',
  forward(t, size, stride, dtype, device, requires_grad) {
    const last = size.reduce((at, n, d) => at + (n - 1) * (stride[d] ?? 1), 0);
    const memory = empty([numelOf(size) === 0 ? 0 : last + 1], dtype ?? t.dtype, deviceOf(device ?? t.device));
    return finish(alias(memory, size, stride, 0), requires_grad);
  },
});

const cosines =
  (n: number, terms: readonly number[]) =>
  (i: number): number =>
    terms.reduce((sum, a, k) => sum + a * Math.cos((2 * Math.PI * k * i) / n), 0);
const windows: Record<string, (n: number) => (i: number) => number> = {
  hann: (n) => cosines(n, [0.5, -0.5]),
  hamming: (n) => cosines(n, [0.54, -0.46]),
  blackman: (n) => cosines(n, [0.42, -0.5, 0.08]),
  bartlett: (n) => (i) => 1 - Math.abs((2 * i) / n - 1),
};
for (const [name, shape] of Object.entries(windows))
  operator(`${name as 'hann'}_window(int window_length, bool periodic = true, *, ...options) -> Tensor`, {
    doc: `The ${name} window; periodic ones leave out the last place, for Fourier transforms.`,
    on: 'torch',
    forward(length, periodic, dtype, device, requires_grad) {
      const at = shape(periodic ? length : length - 1);
      const values = Array.from({ length }, (_, i) => (length === 1 ? 1 : at(i)));
      return finish(fromValues(values, [length], dtype ?? undefined, deviceOf(device)), requires_grad);
    },
  });

for (const dtype of Object.values(dtypes))
  operator(`${dtype.typeName as 'Float'}Tensor(any... data) -> Tensor`, {
    doc: `A ${dtype.name} tensor of nested lists, or of sizes with content not to be relied on: the old way.`,
    on: 'torch',
    forward(data) {
      const [first] = data;
      if (data.length > 0 && data.every((n) => typeof n === 'number')) return empty(data as number[], dtype);
      if (first === undefined) return empty([0], dtype);
      return fromNested(first as Nested, dtype, null);
    },
  });
