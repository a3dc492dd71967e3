// main.ts's cases in jax-js on WebGPU, every case compiled as a whole by jit. Argument: the folder the package is in.
// Arrays are used up by what they are given to, unless given as `.ref`.
import './dawn.js';
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
  blockUntilReady,
} = await import(pathToFileURL(require.resolve('@jax-js/jax')).href.replace(/\.cjs$/, '.js'));
await init('webgpu');
defaultDevice('webgpu');
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
  return async () => {
    const [value, ...next] = run(...state, x.ref, y.ref);
    state = next;
    await value.data();
  };
}
function compiled(run, ...inputs) {
  const compiledRun = jit(run);
  return () => compiledRun(...inputs.map((t) => t.ref));
}
const matmul = (n) => compiled((a, b) => np.matmul(a, b), normal(n, n), normal(n, n));
const convolution = (x, w) => lax.convGeneralDilated(x, w, [1, 1], 'SAME');
function block(batch, channels, size) {
  const run = ([first, second], x) => {
    const inner = nn.relu(convolution(x.ref, first));
    return nn.relu(convolution(inner, second).add(x)).sum();
  };
  const weight = () => normal(channels, channels, 3, 3).mul(0.05);
  return compiled((a, b, x) => grad(run)([a, b], x), weight(), weight(), normal(batch, channels, size, size));
}
const ones = np.ones([16]);

await answer(
  'jax-js 0.1.25, webgpu, jit',
  {
    'matmul 256': matmul(256),
    'matmul 512': matmul(512),
    'matmul 1024': matmul(1024),
    'matmul 2048': matmul(2048),
    'matmul 4096': matmul(4096),
    'MLP step 64x784-128-10': step(64, 784, 128, 10),
    'ResNet block 8x32x16x16': block(8, 32, 16),
    '100 small dispatches': () => {
      return Array.from({ length: 100 }, () => ones.ref.add(1));
    },
  },
  async (made) => {
    if (made === undefined) return;
    const list = [made].flat();
    await blockUntilReady(list);
    for (const t of list) t.dispose();
  },
);
