// PyTorch's builds contract `a * b + c` into one rounding wherever the processor can; the last bit depends on it.
const f = Math.fround;

/** a · b + c with one rounding to float32; the product of two float32 is exact in a double. */
export const fma32 = (a: number, b: number, c: number): number => f(a * b + c);

/** a · b + c with (all but) one rounding to float64: Dekker's product and Knuth's sum keep what a double drops. */
export function fma64(a: number, b: number, c: number): number {
  const product = a * b;
  if (c === 0 || !Number.isFinite(product)) return product + c;
  const aHigh = a * 134217729 - (a * 134217729 - a);
  const bHigh = b * 134217729 - (b * 134217729 - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  const lost = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  const sum = product + c;
  const carried = sum - product;
  return sum + (product - (sum - carried) + (c - carried) + lost);
}

// The single-precision logarithm, sine and cosine below are Cephes' (Moshier), evaluated as PyTorch's AVX2 normal_ does:
// float32 throughout, fused where the compiler fuses.
const bits = new DataView(new ArrayBuffer(4));
const logTerms = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(f);
const [logFirst = 0, ...logRest] = logTerms;
const rootHalf = f(0.7071067811865475);
const log2Low = f(-2.1219444e-4);
const log2High = f(0.693359375);

/** ln x for a positive normal float32. */
export function log32(value: number): number {
  bits.setFloat32(0, value);
  const word = bits.getUint32(0);
  let exponent = (word >>> 23) - 126;
  bits.setUint32(0, (word & 0x807fffff) | 0x3f000000);
  let x = bits.getFloat32(0);
  if (x < rootHalf) {
    exponent--;
    x = f(f(x - 1) + x);
  } else x = f(x - 1);
  const z = f(x * x);
  let y = logFirst;
  for (let i = 0; i < logRest.length; i++) y = fma32(y, x, logRest[i] as number);
  y = f(y * x);
  y = fma32(y, z, f(exponent * log2Low));
  y = fma32(z, -0.5, y);
  return fma32(exponent, log2High, f(x + y));
}

const fourOverPi = f(1.27323954473516);
const quarter1 = f(-0.78515625);
const quarter2 = f(-2.4187564849853515625e-4);
const quarter3 = f(-3.77489497744594108e-8);
const [s0, s1, s2] = [f(-1.9515295891e-4), f(8.3321608736e-3), f(-1.6666654611e-1)];
const [c0, c1, c2] = [f(2.443315711809948e-5), f(-1.388731625493765e-3), f(4.166664568298827e-2)];

/** Writes sin(angle) and cos(angle) of a float32 angle ≥ 0 into `out`. */
export function sincos32(angle: number, out: Float32Array): void {
  const octant = (Math.trunc(f(angle * fourOverPi)) + 1) & ~1;
  const x = fma32(octant, quarter3, fma32(octant, quarter2, fma32(octant, quarter1, angle)));
  const z = f(x * x);
  const even = f(fma32(f(fma32(fma32(c0, z, c1), z, c2) * z), z, -0.5 * z) + 1);
  const odd = fma32(f(fma32(fma32(s0, z, s1), z, s2) * z), x, x);
  const swap = (octant & 2) !== 0;
  const sine = swap ? even : odd;
  const cosine = swap ? odd : even;
  out[0] = octant & 4 ? -sine : sine;
  out[1] = (octant - 2) & 4 ? cosine : -cosine;
}
