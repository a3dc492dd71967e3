// engine.ts's cases in TensorFlow.js, WebAssembly backend. Argument: the folder the packages are in.
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { answer } from './answer.js';

// Its modules import each other without file extensions, which Node does not resolve: bundled first, with the gradients, which
// register themselves although their package says that its modules have no side effects.
const folder = path.resolve(process.argv[2]);
const bundle = path.join(folder, 'tensorflow.cjs');
buildSync({
  stdin: {
    contents: `import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
      export * as tf from '@tensorflow/tfjs-core';
      export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';`,
    resolveDir: folder,
  },
  bundle: true,
  ignoreAnnotations: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  outfile: bundle,
  logLevel: 'error',
});
const { tf, setWasmPaths } = createRequire(import.meta.url)(bundle);
setWasmPaths(path.join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/'));
await tf.setBackend('wasm');
await tf.ready();

function step(batch, inputs, hidden, classes) {
  const scaled = (shape) => tf.variable(tf.randomUniform(shape, -1 / Math.sqrt(shape[0]), 1 / Math.sqrt(shape[0])));
  const [w1, w2] = [scaled([inputs, hidden]), scaled([hidden, classes])];
  const [b1, b2] = [tf.variable(tf.zeros([hidden])), tf.variable(tf.zeros([classes]))];
  const x = tf.randomNormal([batch, inputs]);
  const y = tf.cast(tf.oneHot(tf.randomUniform([batch], 0, classes, 'int32'), classes), 'float32');
  const optimizer = tf.train.adam(1e-3);
  return () => {
    const loss = optimizer.minimize(() => {
      const scores = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
      return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(scores), y), 1)));
    }, true);
    loss.dataSync();
    loss.dispose();
  };
}
function matmul(n) {
  const [a, b] = [tf.randomNormal([n, n]), tf.randomNormal([n, n])];
  return () => tf.matMul(a, b).dispose();
}
const [a, b] = [tf.randomNormal([1_000_000]), tf.randomNormal([1_000_000])];

await answer(`TensorFlow.js ${tf.version_core}, ${tf.getBackend()}`, {
  'step 16x4-16-3': step(16, 4, 16, 3),
  'step 32x64-32-10': step(32, 64, 32, 10),
  'step 64x784-128-10': step(64, 784, 128, 10),
  'matmul 64': matmul(64),
  'matmul 256': matmul(256),
  'matmul 512': matmul(512),
  'add+relu 1e6': () => tf.tidy(() => void tf.relu(tf.add(a, b))),
  // No convolution: this backend has no gradient of its weight.
});
