import { RuntimeError, ValueError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { operator } from '../operator.ts';
import { valuesLike, numelOf, type Tensor } from '../tensor.ts';
import { alongDim } from './pooling.ts';

type Weights = (at: number, size: number) => [index: number, weight: number][];
const clip = (i: number, size: number): number => Math.min(Math.max(i, 0), size - 1);
const linearWeights: Weights = (at, size) => {
  const x = Math.max(at, 0);
  const low = Math.min(Math.floor(x), size - 1);
  const f = Math.min(x - low, 1);
  return [
    [low, 1 - f],
    [clip(low + 1, size), f],
  ];
};
/** Keys' cubic kernel with a = −0.75, as PyTorch. */
function cubicKernel(f: number): [number, number, number, number] {
  const a = -0.75;
  const far = (x: number): number => ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  const near = (x: number): number => ((a + 2) * x - (a + 3)) * x * x + 1;
  return [far(f + 1), near(f), near(1 - f), far(2 - f)];
}
const cubicWeights: Weights = (at, size) => {
  const low = Math.floor(at);
  return cubicKernel(at - low).map((w, i) => [clip(low - 1 + i, size), w]);
};
function interpolate(
  input: Tensor,
  size: unknown,
  scale: unknown,
  mode: string,
  align: boolean,
  recompute: boolean | null,
  antialias: boolean,
): Tensor {
  const n = input.shape.length - 2;
  if ((size == null) === (scale == null))
    throw new ValueError(
      size == null
        ? 'either size or scale_factor should be defined'
        : 'only one of size or scale_factor should be defined',
    );
  const sizes = input.shape.slice(2);
  const factors = scale == null ? null : Array.isArray(scale) ? (scale as number[]) : sizes.map(() => scale as number);
  const out = factors
    ? sizes.map((s, d) => Math.floor(s * factors[d]!))
    : Array.isArray(size)
      ? (size as number[])
      : sizes.map(() => size as number);
  const wanted: Record<string, number> = { linear: 1, bilinear: 2, bicubic: 2, trilinear: 3 };
  if ((wanted[mode] ?? n) !== n) throw new NotImplementedSize(mode, input.shape.length);
  if (mode === 'area') return out.reduce((x, o, d) => alongDim(x, d + 2, averages(x, sizes[d]!, o)), input);
  return out.reduce((x, o, d) => {
    const inSize = sizes[d]!;
    const ratio =
      align && mode !== 'nearest' && mode !== 'nearest-exact'
        ? o > 1
          ? (inSize - 1) / (o - 1)
          : 0
        : factors && !recompute
          ? 1 / factors[d]!
          : inSize / o;
    if (mode === 'nearest' || mode === 'nearest-exact') {
      const index = Array.from({ length: o }, (_, i) =>
        Math.min(Math.floor((i + (mode === 'nearest' ? 0 : 0.5)) * ratio), inSize - 1),
      );
      return x.index_select(d + 2, valuesLike(x, index, [o], int64));
    }
    const matrix = new Float64Array(o * inSize);
    const weigh = mode === 'bicubic' ? cubicWeights : linearWeights;
    for (let i = 0; i < o; i++) {
      const at = align ? i * ratio : (i + 0.5) * ratio - 0.5;
      const parts = antialias && ratio > 1 ? smoothed(at, ratio, inSize, mode) : weigh(at, inSize);
      for (const [k, w] of parts) matrix[i * inSize + k]! += w;
    }
    return alongDim(x, d + 2, valuesLike(x, matrix, [o, inSize]));
  }, input);
}
class NotImplementedSize extends RuntimeError {
  constructor(mode: string, rank: number) {
    super(
      `Got ${rank}D input, but ${mode} mode needs ${{ linear: 3, bilinear: 4, bicubic: 4, trilinear: 5 }[mode] ?? '3D to 5D'}D input`,
    );
  }
}
/** The kernel widened to the ratio, normalised. */
function smoothed(at: number, ratio: number, size: number, mode: string): [number, number][] {
  const kernel = (x: number): number => {
    const a = Math.abs(x);
    if (mode !== 'bicubic') return Math.max(0, 1 - a);
    return a < 1 ? (1.5 * a - 2.5) * a * a + 1 : a < 2 ? ((-0.5 * a + 2.5) * a - 4) * a + 2 : 0;
  };
  const reach = (mode === 'bicubic' ? 2 : 1) * ratio;
  const parts: [number, number][] = [];
  for (
    let i = Math.max(0, Math.floor(at + 0.5 - reach + 0.5));
    i < Math.min(size, Math.floor(at + 0.5 + reach + 0.5));
    i++
  )
    parts.push([i, kernel((i - at) / ratio)]);
  const total = parts.reduce((t, [, w]) => t + w, 0);
  return parts.map(([i, w]) => [i, w / total]);
}
function averages(like: Tensor, size: number, out: number): Tensor {
  const w = new Float64Array(out * size);
  for (let i = 0; i < out; i++) {
    const [a, b] = [Math.floor((i * size) / out), Math.ceil(((i + 1) * size) / out)];
    w.fill(1 / (b - a), i * size + a, i * size + b);
  }
  return valuesLike(like, w, [out, size]);
}
operator(
  "interpolate(Tensor input, any size = null, any scale_factor = null, str mode = 'nearest', bool? align_corners = null, bool? recompute_scale_factor = null, bool antialias = false) -> Tensor",
  {
    doc: "Resizes [N, C, …] to a size or by a factor: mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or 'area'.",
    on: 'functional',
    aliases: ['upsample'],
    forward: (input, size, scale, mode, align, recompute, antialias) =>
      interpolate(input, size, scale, mode, align ?? false, recompute, antialias),
  },
);
operator('upsample_nearest(Tensor input, any size = null, any scale_factor = null) -> Tensor', {
  doc: 'Nearest neighbour resizing.',
  on: 'functional',
  forward: (x, size, scale) => interpolate(x, size, scale, 'nearest', false, null, false),
});
operator('upsample_bilinear(Tensor input, any size = null, any scale_factor = null) -> Tensor', {
  doc: 'Bilinear resizing with aligned corners.',
  on: 'functional',
  forward: (x, size, scale) => interpolate(x, size, scale, 'bilinear', true, null, false),
});

operator(
  "grid_sample(Tensor input, Tensor grid, str mode = 'bilinear', str padding_mode = 'zeros', bool? align_corners = null) -> Tensor",
  {
    doc: 'Samples [N, C, …] at places of a grid [N, …, dims] whose coordinates run from −1 to 1, x first.',
    on: 'functional',
    forward(input, grid, mode, padding, align_corners) {
      const align = align_corners ?? false;
      const sizes = input.shape.slice(2);
      const n = sizes.length;
      // pixel coordinates of dimension d (the grid lists them last dimension first)
      const place = (d: number): Tensor => {
        const g = grid.select(-1, n - 1 - d);
        const size = sizes[d]!;
        return align ? g.add(1).mul((size - 1) / 2) : g.add(1).mul(size).sub(1).mul(0.5);
      };
      /** No gradient at the bounds themselves. */
      const clipped = (x: Tensor, last: number): Tensor =>
        x.where(x.gt(0).logical_and(x.lt(last)), x.detach().clamp(0, last));
      const bounded = (x: Tensor, d: number): Tensor => {
        const size = sizes[d]!;
        if (padding === 'border') return clipped(x, size - 1);
        if (padding === 'reflection')
          return clipped(align ? reflect(x, 0, 2 * (size - 1)) : reflect(x, -1, 2 * size - 1), size - 1);
        return x;
      };
      const at = sizes.map((_, d) => (mode === 'bicubic' ? place(d) : bounded(place(d), d)));
      /** Values at whole places, zero outside; [N, C, places…]. */
      const pick = (index: readonly Tensor[]): Tensor => {
        let flat: Tensor | null = null;
        let inside: Tensor | null = null;
        index.forEach((x, d) => {
          const size = sizes[d]!;
          const ok = x.ge(0).logical_and(x.lt(size));
          inside = inside ? inside.logical_and(ok) : ok;
          const i = x
            .nan_to_num()
            .clamp(0, size - 1)
            .to(int64);
          flat = flat ? flat.mul(size).add(i) : i;
        });
        const [places, mask] = [flat as unknown as Tensor, inside as unknown as Tensor];
        const [batch, channels] = input.shape as [number, number];
        const count = numelOf(places.shape.slice(1));
        const values = input
          .reshape([batch, channels, -1])
          .gather(2, places.reshape([batch, 1, count]).expand([batch, channels, count]));
        return values.reshape([batch, channels, ...places.shape.slice(1)]).mul(mask.unsqueeze(1).to(input.dtype));
      };
      if (mode === 'nearest') return pick(at.map((x) => x.detach().round())).add(grid.mul(0).sum()); // the grid's gradient is zero, not absent
      let result: Tensor | null = null;
      const add = (value: Tensor, weight: Tensor): void => {
        const part = value.mul(weight.unsqueeze(1));
        result = result ? result.add(part) : part;
      };
      const low = at.map((x) => x.detach().floor());
      const fraction = at.map((x, d) => x.sub(low[d]!));
      if (mode === 'bicubic') {
        const taps = fraction.map((f) => cubicTaps(f));
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++)
            add(pick([bounded(low[0]!.add(i - 1), 0), bounded(low[1]!.add(j - 1), 1)]), taps[0]![i]!.mul(taps[1]![j]!));
      } else {
        for (let corner = 0; corner < 2 ** n; corner++) {
          const bits = sizes.map((_, d) => (corner >> d) & 1);
          const weight = bits.map((b, d) => (b ? fraction[d]! : fraction[d]!.rsub(1))).reduce((a, b) => a.mul(b));
          add(pick(bits.map((b, d) => low[d]!.add(b))), weight);
        }
      }
      return result as unknown as Tensor;
    },
  },
);
function cubicTaps(f: Tensor): Tensor[] {
  const a = -0.75;
  const far = (x: Tensor): Tensor =>
    x
      .mul(a)
      .sub(5 * a)
      .mul(x)
      .add(8 * a)
      .mul(x)
      .sub(4 * a);
  const near = (x: Tensor): Tensor =>
    x
      .mul(a + 2)
      .sub(a + 3)
      .mul(x)
      .mul(x)
      .add(1);
  return [far(f.add(1)), near(f), near(f.rsub(1)), far(f.rsub(2))];
}
/** Mirrors at half of each bound: both are twice the coordinate. */
function reflect(x: Tensor, low: number, high: number): Tensor {
  if (low === high) return x.mul(0);
  const span = (high - low) / 2;
  const moved = x.sub(low / 2).abs();
  const flips = moved.detach().div(span).floor();
  const extra = moved.sub(flips.mul(span));
  return extra.add(low / 2).where(flips.remainder(2).eq(0), extra.rsub(span + low / 2));
}
operator('affine_grid(Tensor theta, int[] size, bool? align_corners = null) -> Tensor', {
  doc: 'The grid of an affine map for grid_sample: theta [N, 2, 3], size [N, C, H, W].',
  on: 'functional',
  forward(theta, size, align) {
    const [n, , h, w] = size as [number, number, number, number];
    const axis = (m: number): number[] =>
      Array.from({ length: m }, (_, i) => (align ? (m > 1 ? -1 + (2 * i) / (m - 1) : 0) : (2 * i + 1) / m - 1));
    const base: number[] = [];
    for (const y of axis(h)) for (const x of axis(w)) base.push(x, y, 1);
    return valuesLike(theta, base, [1, h * w, 3])
      .expand([n, h * w, 3])
      .bmm(theta.transpose(1, 2))
      .reshape([n, h, w, 2]);
  },
});
