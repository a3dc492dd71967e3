// One step of an optimizer over n elements of float32, in one pass. Memory is padded to whole vectors.

function fma(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/** m ← m + (g − m) · k1, v ← v · b2 + k2 · g², p ← p · shrink − size · m / (√v · scale + eps); g is sign · grad + decay · p. */
export function adam32(
  n: i32,
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  largest: usize,
  decay: f32,
  shrink: f32,
  sign: f32,
  k1: f32,
  b2: f32,
  k2: f32,
  eps: f32,
  size: f32,
  scale: f32,
): void {
  for (let at: usize = 0; at < (<usize>n) << 2; at += 16) {
    let parameter = v128.load(p + at);
    const gradient = fma(f32x4.splat(decay), parameter, f32x4.mul(v128.load(g + at), f32x4.splat(sign)));
    parameter = f32x4.mul(parameter, f32x4.splat(shrink));
    const old = v128.load(m + at);
    const mean = fma(f32x4.sub(gradient, old), f32x4.splat(k1), old);
    v128.store(m + at, mean);
    let square = f32x4.mul(v128.load(v + at), f32x4.splat(b2));
    square = fma(f32x4.mul(f32x4.splat(k2), gradient), gradient, square);
    v128.store(v + at, square);
    if (largest !== 0) {
      square = f32x4.max(v128.load(largest + at), square);
      v128.store(largest + at, square);
    }
    const below = f32x4.add(f32x4.mul(f32x4.sqrt(square), f32x4.splat(scale)), f32x4.splat(eps));
    v128.store(p + at, f32x4.sub(parameter, f32x4.div(f32x4.mul(f32x4.splat(size), mean), below)));
  }
}

/** d = sign · grad + decay · p; with a buffer b ← b · momentum + share · d (or d at first), d = b, or d + momentum · b; p ← p − lr · d. */
export function sgd32(
  n: i32,
  p: usize,
  g: usize,
  buffer: usize,
  lr: f32,
  decay: f32,
  sign: f32,
  momentum: f32,
  share: f32,
  nesterov: bool,
  first: bool,
): void {
  for (let at: usize = 0; at < (<usize>n) << 2; at += 16) {
    const parameter = v128.load(p + at);
    let step = fma(f32x4.splat(decay), parameter, f32x4.mul(v128.load(g + at), f32x4.splat(sign)));
    if (buffer !== 0) {
      const held = first
        ? step
        : fma(v128.load(buffer + at), f32x4.splat(momentum), f32x4.mul(f32x4.splat(share), step));
      v128.store(buffer + at, held);
      step = nesterov ? fma(f32x4.splat(momentum), held, step) : held;
    }
    v128.store(p + at, f32x4.sub(parameter, f32x4.mul(f32x4.splat(lr), step)));
  }
}
