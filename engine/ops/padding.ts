import { copyInto } from '../copy.ts';
import { NotImplementedError, RuntimeError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { operator } from '../operator.ts';
import { alias, valuesLike, type Tensor } from '../tensor.ts';

const constant: (x: Tensor, pad: readonly number[], value: number) => Tensor = operator(
  'constant_pad_nd(Tensor input, int[] pad, Scalar value = 0) -> Tensor',
  {
    doc: 'Adds (or, where negative, takes away) elements at both ends; pad lists pairs, the last dimension first.',
    forward(t, pad, value) {
      const rank = t.shape.length;
      if (pad.length % 2) throw new RuntimeError(`Length of pad must be even but instead it equals ${pad.length}`);
      if (pad.length > rank * 2)
        throw new RuntimeError(
          `Length of pad should be no more than twice the number of dimensions of the input. Pad length is ${pad.length} while the input has ${rank} dimensions.`,
        );
      const [before, after] = [0, 1].map((side) => t.shape.map((_, d) => pad[2 * (rank - 1 - d) + side] ?? 0)) as [
        number[],
        number[],
      ];
      const shape = t.shape.map((n, d) => n + before[d]! + after[d]!);
      if (shape.some((n) => n < 0))
        throw new RuntimeError(
          `The input size [${t.shape.join(', ')}], plus negative padding [${pad.join(', ')}] resulted in a negative output size`,
        );
      const out = t.new_full(shape, Number(value));
      const inside = t.shape.map((n, d) => n + Math.min(0, before[d]!) + Math.min(0, after[d]!));
      const to = alias(
        out,
        inside,
        out.strides,
        out.strides.reduce((at, s, d) => at + s * Math.max(0, before[d]!), 0),
      );
      copyInto(
        to,
        alias(
          t,
          inside,
          t.strides,
          t.strides.reduce((at, s, d) => at + s * Math.max(0, -before[d]!), t.offset),
        ),
      );
      return out;
    },
    gradients: {
      input: (s) =>
        constant(
          s.grad,
          s.pad.map((p) => -p),
          0,
        ),
    },
  },
);
operator("pad(Tensor input, int[] pad, str mode = 'constant', float? value = null) -> Tensor", {
  doc: "Pads the last dimensions, pairs (before, after) from the last one on; mode 'constant', 'reflect', 'replicate' or 'circular'.",
  on: 'functional',
  forward(input, pad, mode, value) {
    if (mode === 'constant') return constant(input, pad, value ?? 0);
    return pad.reduce((x, _, i) => {
      if (i % 2) return x;
      const dim = x.shape.length - 1 - i / 2;
      return x.index_select(
        dim,
        valuesLike(
          x,
          source(mode, x.shape[dim]!, pad[i]!, pad[i + 1]!),
          [x.shape[dim]! + pad[i]! + pad[i + 1]!],
          int64,
        ),
      );
    }, input);
  },
});
/** Which element of n each padded place shows. */
function source(mode: string, n: number, before: number, after: number): Float64Array {
  if (mode === 'reflect' && (before >= n || after >= n))
    throw new RuntimeError(
      `Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension of size ${n}`,
    );
  if (mode === 'circular' && (before > n || after > n))
    throw new RuntimeError('Padding value causes wrapping around more than once.');
  // negative padding cuts first, what is left goes round
  const cut = Math.max(0, -before);
  const kept = n - cut - Math.max(0, -after);
  return Float64Array.from({ length: n + before + after }, (_, i) => {
    const at = i - before;
    if (mode === 'replicate') return Math.min(Math.max(at, 0), n - 1);
    if (mode === 'circular') return kept > 0 ? cut + ((((at - cut) % kept) + kept) % kept) : 0;
    if (mode === 'reflect') return at < 0 ? -at : at >= n ? 2 * (n - 1) - at : at;
    throw new NotImplementedError(`Unrecognised padding mode ${mode}`);
  });
}
