// main.ts's cases in TensorFlow.js on WebGPU. Argument: the folder the packages are in.
import './dawn.js';
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { answer } from './answer.js';

// See ../tensorflow.js for why it is bundled.
const folder = path.resolve(process.argv[2]);
const bundle = path.join(folder, 'tensorflow-webgpu.cjs');
buildSync({
  stdin: {
    contents: `import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
      import '@tensorflow/tfjs-backend-webgpu';
      export * as tf from '@tensorflow/tfjs-core';`,
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
const { tf } = createRequire(import.meta.url)(bundle);
if (!(await tf.setBackend('webgpu'))) throw new Error('TensorFlow.js has no WebGPU here');
await tf.ready();

function matmul(n) {
  const [a, b] = [tf.randomNormal([n, n]), tf.randomNormal([n, n])];
  return () => tf.matMul(a, b);
}
function step(batch, inputs, hidden, classes) {
  const scaled = (shape) => tf.variable(tf.randomUniform(shape, -1 / Math.sqrt(shape[0]), 1 / Math.sqrt(shape[0])));
  const [w1, w2] = [scaled([inputs, hidden]), scaled([hidden, classes])];
  const [b1, b2] = [tf.variable(tf.zeros([hidden])), tf.variable(tf.zeros([classes]))];
  const x = tf.randomNormal([batch, inputs]);
  const y = tf.cast(tf.oneHot(tf.randomUniform([batch], 0, classes, 'int32'), classes), 'float32');
  const optimizer = tf.train.adam(1e-3);
  return async () => {
    const loss = optimizer.minimize(() => {
      const scores = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
      return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(scores), y), 1)));
    }, true);
    await loss.data();
    loss.dispose();
  };
}
function block(batch, channels, size) {
  const weight = () => tf.variable(tf.randomNormal([3, 3, channels, channels], 0, 0.05));
  const [first, second] = [weight(), weight()];
  const x = tf.randomNormal([batch, size, size, channels]);
  const run = tf.variableGrads;
  return () => {
    const { value, grads } = run(() => {
      const inner = tf.relu(tf.conv2d(x, first, 1, 'same'));
      return tf.sum(tf.relu(tf.add(tf.conv2d(inner, second, 1, 'same'), x)));
    }, [first, second]);
    return [value, ...Object.values(grads)];
  };
}
// It would compute small tensors on the CPU.
tf.env().set('WEBGPU_CPU_FORWARD', false);
const ones = tf.ones([16]);

await answer(
  `TensorFlow.js ${tf.version_core}, ${tf.getBackend()}`,
  {
    'matmul 256': matmul(256),
    'matmul 512': matmul(512),
    'matmul 1024': matmul(1024),
    'matmul 2048': matmul(2048),
    'matmul 4096': matmul(4096),
    'MLP step 64x784-128-10': step(64, 784, 128, 10),
    'ResNet block 8x32x16x16': block(8, 32, 16),
    '100 small dispatches': () => {
      return Array.from({ length: 100 }, () => tf.add(ones, 1));
    },
  },
  async (made) => {
    if (made === undefined) return;
    const last = [made].flat().at(-1);
    const one = tf.tidy(() => tf.slice(tf.reshape(last, [-1]), 0, 1));
    await one.data();
    tf.dispose([made, one]);
  },
);
