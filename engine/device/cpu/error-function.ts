// The error function in double precision: quotients of polynomials fitted to it, to 2e-17 relative before rounding.

/** erf(x) / x for |x| < 1, of x². */
function inner(s: number): number {
  const above =
    1.1283791670955126 +
    s *
      (0.14365581715028763 +
        s *
          (0.0455033341653278 + s * (0.0018829155471563983 + s * (0.00019709588069752516 + s * 8.625602445726376e-8))));
  const below =
    1 +
    s *
      (0.46064498648983654 +
        s *
          (0.0938746087651241 + s * (0.010705251871973175 + s * (0.0006937362332349159 + s * 2.0866484101019162e-5))));
  return above / below;
}

/** exp(x²) · erfc(x) for 1 ≤ x < 4. */
function middle(x: number): number {
  const above =
    0.9999999961383779 +
    x *
      (1.810574660506144 +
        x *
          (1.6207812923234097 +
            x *
              (0.8979858839761394 +
                x *
                  (0.3291144072611603 +
                    x * (0.07973889379941934 + x * (0.011923784582979732 + x * 0.0008700050157202426))))));
  const below =
    1 +
    x *
      (2.938953784970566 +
        x *
          (3.9370357433871987 +
            x *
              (3.153753210480469 +
                x *
                  (1.6615461800801867 +
                    x *
                      (0.5939062940462405 +
                        x * (0.14210458941317355 + x * (0.021134355705610217 + x * 0.0015420437801887362)))))));
  return above / below;
}

/** x · exp(x²) · erfc(x) for 4 ≤ x < 28, of 1 / x². */
function outer(s: number): number {
  const above =
    0.5641895835477562 +
    s *
      (12.03444182388696 +
        s * (81.74966146994545 + s * (204.62361155959846 + s * (160.13199301387718 + s * 17.618069856297772))));
  const below =
    1 +
    s *
      (21.83049275424646 +
        s * (155.06274865991944 + s * (425.71941302270164 + s * (414.758891204249 + s * 96.32802449768322))));
  return above / below;
}

/** erfc(x) for x ≥ 1. */
function tail(x: number): number {
  if (x >= 28) return 0;
  // x² has twice the digits of x: without those of its lower half exp(−x²) loses as many as x² has before the point.
  const high = Math.fround(x);
  const falling = Math.exp(-high * high);
  const scaled = x < 4 ? middle(x) : outer(1 / (x * x)) / x;
  return scaled * (high === x ? falling : falling * Math.exp((high - x) * (high + x)));
}

export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 1) return x * inner(x * x);
  return x < 0 ? tail(size) - 1 : 1 - tail(size);
}

export function erfc(x: number): number {
  if (Math.abs(x) < 1) return 1 - x * inner(x * x);
  return x < 0 ? 2 - tail(-x) : tail(x);
}

export function erfinv(y: number): number {
  if (!(Math.abs(y) < 1)) return y === 1 ? Infinity : y === -1 ? -Infinity : Number.NaN;
  if (y === 0) return y;
  // Winitzki's start, then Halley's steps on erf (on erfc in the tail, where 1 − |y| keeps its digits)
  const log = Math.log1p(-y * y);
  const b = 2 / (Math.PI * 0.147) + log / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(b * b - log / 0.147) - b);
  for (let i = 0; i < 3; i++) {
    const error = x > 1 ? 1 - y - erfc(x) : x < -1 ? erfc(-x) - (1 + y) : erf(x) - y;
    const step = error / ((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    x -= step / (1 + x * step);
  }
  return x;
}
