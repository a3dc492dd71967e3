// What ordinary operators do with quantized tensors: views and copies move codes, a few compute on codes, a few on the
// values and quantize again; all others refuse, as PyTorch's QuantizedCPU backend does.
import { copyInto } from '../copy.ts';
import { RuntimeError } from '../device/device.ts';
import { isQuantized } from '../dtype.ts';
import { intercept, type InterceptedOperator } from '../operator.ts';
import { sameShape, Tensor, valuesOf } from '../tensor.ts';
import { codeOf, codeRange, inverse, saturate } from './arithmetic.ts';
import { adaptiveAveragePool, averagePool, maxPool } from './pooling.ts';
import {
  codesOf,
  codeType,
  codeValues,
  couldNotRun,
  dequantized,
  fromCodes,
  inLayoutOf,
  isQuantizedTensor,
  onFirstQuantized,
  perTensor,
  perTensorOf,
  quantized,
  quantizedOf,
  type Quantizer,
  quantizerOf,
} from './quantizer.ts';

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** They see no values: views, what is made of views and copies, and questions about shape and memory. */
const anyTensor = words(`
  view reshape view_as reshape_as flatten ravel unflatten permute transpose swapaxes swapdims t expand expand_as
  broadcast_to select slice narrow squeeze unsqueeze unbind split split_with_sizes chunk tensor_split movedim moveaxis
  alias detach detach_ contiguous at _unsafe_view adjoint squeeze_ unsqueeze_ t_ transpose_
  numel nelement dim ndimension size stride storage_offset element_size data_ptr is_contiguous is_floating_point
  is_complex is_tensor is_same_size is_set_to is_signed is_inference get_device type typename is_neg is_conj cpu
  requires_grad_ copy_ hstack vstack atleast_1d atleast_2d atleast_3d
  dequantize int_repr q_scale q_zero_point q_per_channel_scales q_per_channel_zero_points q_per_channel_axis qscheme
`);
/** They move elements, whatever these are. */
const movers = words(`
  clone take index_select gather flip roll repeat repeat_interleave tile masked_select where_triangle max_unpool2d
`);
/** They give answers about the values, no tensors of the same kind. */
const readers = words('item tolist eq ne lt le gt ge argmax argmin isclose allclose equal');
/** On the values, with a fixed quantizer of the result, for quint8. */
const fixedResults: Readonly<Record<string, readonly [scale: number, zero_point: number]>> = {
  sigmoid: [1 / 256, 0],
  hardsigmoid: [1 / 256, 0],
  tanh: [1 / 128, 128],
};

type Go = (args: unknown[]) => unknown;
type Handler = (args: readonly unknown[], go: Go) => unknown;

const first = (args: readonly unknown[]): Tensor => args.flat().find(isQuantizedTensor) as Tensor;
const replaced = (args: readonly unknown[], by: (t: Tensor) => Tensor): unknown[] =>
  args.map((a) =>
    isQuantizedTensor(a) ? by(a) : Array.isArray(a) ? a.map((t) => (isQuantizedTensor(t) ? by(t) : t)) : a,
  );

/** The operator on the codes; what it makes of them is quantized as they were. */
const onCodes: Handler = (args, go) => {
  const t = first(args);
  const quantizer = quantizerOf(t);
  const wrap = (r: unknown): unknown =>
    r instanceof Tensor ? quantizedOf(r, t.dtype, quantizer) : Array.isArray(r) ? r.map(wrap) : r;
  return wrap(go(replaced(args, codesOf)));
};
const onValues: Handler = (args, go) => go(replaced(args, dequantized));
/** The operator on the values, its result quantized as the first tensor is. */
const again =
  (chosen?: readonly [number, number]): Handler =>
  (args, go) => {
    const t = first(args);
    const own = perTensorOf(t, 'aten::quantize');
    const q = chosen && t.dtype.name === 'quint8' ? perTensor(...chosen) : own;
    const result = onValues(args, go) as Tensor;
    return inLayoutOf(t, quantized(valuesOf(result), result.shape, t.dtype, q));
  };

/** Codes held between two, which keeps the values between those that they stand for. */
function bounded(t: Tensor, low: number, high: number, inPlace: boolean): Tensor {
  const q = perTensorOf(t, 'aten::clamp');
  const [least, most] = codeRange(t.dtype);
  const code = (v: number): number =>
    v === -Infinity
      ? least
      : v === Infinity
        ? most
        : codeOf(Math.fround(v), inverse(q.scale), q.zero_point, least, most);
  const [from, to] = [code(low), code(high)];
  const codes = codeValues(t);
  const out = codeType(t.dtype).allocate(codes.length);
  for (let i = 0; i < codes.length; i++) out[i] = saturate(codes[i]!, from, to);
  const result = inLayoutOf(t, fromCodes(out, t.shape, t.dtype, q));
  if (!inPlace) return result;
  copyInto(codesOf(t), codesOf(result));
  t.storage.version++;
  return t;
}
const number = (v: unknown, otherwise: number): number => (v == null ? otherwise : Number(v));

const sameQuantizer = (a: Quantizer, b: Quantizer): boolean =>
  'scale' in a && 'scale' in b && a.scale === b.scale && a.zero_point === b.zero_point;
/** One quantizer after another: the first tensor's, the others' values rounded to it. */
const joined: Handler = (args, go) => {
  const list = args.flat().filter((t): t is Tensor => t instanceof Tensor);
  const [t] = list;
  if (!t || list.some((other) => other.dtype !== t.dtype))
    throw new RuntimeError('Only supporting quantized tensors of one dtype: dequantize() or quantize the others');
  const q = perTensorOf(t, 'aten::cat');
  const own = (other: Tensor): Tensor =>
    sameQuantizer(quantizerOf(other), q) ? other : quantized(valuesOf(dequantized(other)), other.shape, t.dtype, q);
  return onCodes(replaced(args, own), go);
};
const pooled = (dims: 1 | 2): Record<string, Handler> => ({
  [`max_pool${dims}d`]: ([t, kernel, stride, padding, dilation, ceil]) =>
    maxPool(t as Tensor, dims, { kernel, stride, padding, dilation, ceil: ceil === true }),
  [`avg_pool${dims}d`]: ([t, kernel, stride, padding, ceil, count, divisor]) =>
    averagePool(t as Tensor, dims, {
      kernel,
      stride,
      padding,
      ceil: ceil === true,
      countsPadding: count !== false,
      divisor: divisor == null ? null : Number(divisor),
    }),
  [`adaptive_avg_pool${dims}d`]: ([t, size]) => adaptiveAveragePool(t as Tensor, dims, size),
});

const handlers: Record<string, Handler> = {
  ...pooled(1),
  ...pooled(2),
  relu: ([t]) => bounded(t as Tensor, 0, Infinity, false),
  relu_: ([t]) => bounded(t as Tensor, 0, Infinity, true),
  relu6: ([t]) => bounded(t as Tensor, 0, 6, false),
  relu6_: ([t]) => bounded(t as Tensor, 0, 6, true),
  hardtanh: ([t, low, high]) => bounded(t as Tensor, number(low, -1), number(high, 1), false),
  clamp: ([t, low, high]) => bounded(t as Tensor, number(low, -Infinity), number(high, Infinity), false),
  cat: joined,
  cat_with: joined,
  stack: joined,
  mean: again(),
  amax: onCodes,
  amin: onCodes,
  max: onValues,
  min: onValues,
  _write_: ([target, source]) => written(target as Tensor, source),
  to: ([t, dtype, second]) => {
    for (const asked of [dtype, second])
      if (typeof asked !== 'string' && asked != null && asked !== (t as Tensor).dtype)
        throw new RuntimeError(
          'Copying from quantized Tensor to non-quantized Tensor is not allowed, please use dequantize to get a float Tensor from a quantized Tensor',
        );
    return t;
  },
  numpy: ([t]) => {
    throw new TypeError(`Got unsupported ScalarType ${(t as Tensor).dtype.typeName}`);
  },
};
for (const [name, q] of Object.entries(fixedResults)) handlers[name] = again(q);
for (const name of movers) handlers[name] = onCodes;
for (const name of readers) handlers[name] = onValues;
for (const name of ['leaky_relu', 'elu', 'hardswish', 'interpolate']) handlers[name] = again();

/** copy_: floats are quantized as the target is, quantized tensors of the same kind bring their quantizer's codes. */
function written(target: Tensor, source: unknown): Tensor {
  if (!(source instanceof Tensor)) throw couldNotRun('aten::fill_', 'QuantizedCPU');
  if (!isQuantized(target.dtype))
    throw new RuntimeError(
      'Copying from quantized Tensor to non-quantized Tensor is not allowed, please use dequantize to get a float Tensor from a quantized Tensor',
    );
  const q = quantizerOf(target);
  if (isQuantized(source.dtype)) {
    if (source.dtype !== target.dtype || !sameShape(source.shape, target.shape))
      throw new RuntimeError('Quantized Copy only works with Quantized Tensors of the same kind and shape');
    copyInto(codesOf(target), codesOf(source));
  } else {
    if (!('scale' in q)) throw new RuntimeError('Quantized copy only works with per-tensor affine targets');
    const codes = quantized(valuesOf(source.expand(target.shape)), target.shape, target.dtype, q);
    copyInto(codesOf(target), codesOf(codes));
  }
  target.storage.version++;
  return target;
}

const holdsQuantized = (value: unknown): boolean =>
  isQuantizedTensor(value) || (Array.isArray(value) && value.some(isQuantizedTensor));

function run(op: InterceptedOperator, args: unknown[], go: Go, inPlace: boolean): unknown {
  let found = false;
  for (let i = 0; i < args.length && !found; i++) found = holdsQuantized(args[i]);
  if (!found) return go(args);
  const name = inPlace ? `${op.name}_` : op.name;
  if (anyTensor.has(name)) {
    if (changesStrides.has(name)) for (const t of args) if (isQuantizedTensor(t)) checkUniform(t);
    return go(args);
  }
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!handler) throw couldNotRun(`aten::${name}`, 'QuantizedCPU');
  return handler(args, go);
}
/** What would take channels from the axis that their quantizers are of. */
const changesStrides = words(`
  view reshape view_as reshape_as flatten ravel unflatten permute transpose swapaxes swapdims t expand expand_as
  broadcast_to select slice narrow squeeze unsqueeze unbind split split_with_sizes chunk tensor_split movedim moveaxis
  at adjoint squeeze_ unsqueeze_ t_ transpose_
`);
function checkUniform(t: Tensor): void {
  if ('scales' in quantizerOf(t))
    throw new RuntimeError('Setting strides is possible only on uniformly quantized tensor');
}

onFirstQuantized(() => void intercept('quantized', run));
