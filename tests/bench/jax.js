// engine.ts's cases in jax-js, WebAssembly, every case compiled as a whole by jit. Argument: the folder the package is in.
// Arrays are used up by what they are given to, unless given as `.ref`.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer } from './answer.js';

const require = createRequire(path.resolve(process.argv[2], 'package.json'));
const {
  init,
  defaultDevice,
  numpy: np,
  nn,
  random,
  lax,
  jit,
  grad,
  valueAndGrad,
} = await import(pathToFileURL(require.resolve('@jax-js/jax')).href.replace(/\.cjs$/, '.js'));
await init('wasm');
defaultDevice('wasm');
let seed = 0;
const normal = (...shape) => random.normal(random.key(seed++), shape);

function step(batch, inputs, hidden, classes) {
  const x = normal(batch, inputs);
  const labels = np.array(
    Array.from({ length: batch }, (_, i) => i % classes),
    { dtype: np.int32 },
  );
  const y = nn.oneHot(labels, classes);
  const loss = ([w1, b1, w2, b2], x, y) => {
    const scores = np.matmul(nn.relu(np.matmul(x, w1).add(b1)), w2).add(b2);
    return nn.logSoftmax(scores).mul(y).sum(1).mean().neg();
  };
  const run = jit((p, m, v, x, y) => {
    const [value, g] = valueAndGrad(loss)(
      p.map((t) => t.ref),
      x,
      y,
    );
    const m2 = m.map((t, i) => t.mul(0.9).add(g[i].ref.mul(0.1)));
    const v2 = v.map((t, i) => t.mul(0.999).add(g[i].ref.mul(g[i]).mul(0.001)));
    const p2 = p.map((t, i) => t.sub(m2[i].ref.mul(1e-3).div(np.sqrt(v2[i].ref).add(1e-8))));
    return [value, p2, m2, v2];
  });
  const shapes = [[inputs, hidden], [hidden], [hidden, classes], [classes]];
  let state = [
    shapes.map((shape) => normal(...shape).mul(0.05)),
    shapes.map((s) => np.zeros(s)),
    shapes.map((s) => np.zeros(s)),
  ];
  return () => {
    const [value, ...next] = run(...state, x.ref, y.ref);
    state = next;
    value.dataSync();
  };
}
function compiled(run, ...inputs) {
  const compiledRun = jit(run);
  return () => compiledRun(...inputs.map((t) => t.ref)).dataSync();
}
const matmul = (n) => compiled((a, b) => np.matmul(a, b), normal(n, n), normal(n, n));
const convolution = (x, w) => lax.convGeneralDilated(x, w, [1, 1], 'SAME').sum();

await answer('jax-js, wasm, jit', {
  'step 16x4-16-3': step(16, 4, 16, 3),
  'step 32x64-32-10': step(32, 64, 32, 10),
  'step 64x784-128-10': step(64, 784, 128, 10),
  'matmul 64': matmul(64),
  'matmul 256': matmul(256),
  'matmul 512': matmul(512),
  'add+relu 1e6': compiled((a, b) => nn.relu(a.add(b)), normal(1_000_000), normal(1_000_000)),
  'conv 3x3 + backward': compiled(
    (x, w) => grad(convolution, { argnums: 1 })(x, w),
    normal(8, 16, 16, 16),
    normal(32, 16, 3, 3),
  ),
});
