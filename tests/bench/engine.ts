// node tests/bench/engine.ts
// The engine beside real PyTorch (one thread, and once more without 64-byte vectors), TensorFlow.js and jax-js (both on
// WebAssembly), in one run: rounds of all take turns; medians of each process's CPU time, all threads of it, and the engine's over each of the others' are printed: a busy
// machine stretches time on the wall several times over. The two JavaScript libraries are fetched into
// .data/bench at the first run: 68 MB that nothing else needs. Whatever is not to be had is left out. Judges nothing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import torch, { nn, optim } from '#engine/index.ts';

const rounds = 15;
/** How long one round of a case takes, about. */
const roundMs = 60;
/** CPU time that a case takes before it is measured: V8 compiles what turns out to be hot. */
const warmUpMs = 600;

function trainingStep(batch: number, inputs: number, hidden: number, classes: number): () => void {
  const model = new nn.Sequential(new nn.Linear(inputs, hidden), new nn.ReLU(), new nn.Linear(hidden, classes));
  const optimizer = new optim.Adam(model.parameters());
  const x = torch.randn(batch, inputs);
  const y = torch.randint(0, classes, [batch]);
  return () => {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model(x), y);
    loss.backward();
    optimizer.step();
    loss.item();
  };
}
function matmul(n: number): () => void {
  const [a, b] = [torch.randn(n, n), torch.randn(n, n)];
  return () => a.matmul(b);
}
function pointwise(n: number): () => void {
  const [a, b] = [torch.randn(n), torch.randn(n)];
  return () => a.add(b).relu();
}
function convolution(): () => void {
  const x = torch.randn(8, 16, 16, 16);
  const layer = new nn.Conv2d(16, 32, 3, { padding: 1 });
  return () => layer(x).sum().backward();
}

torch.manual_seed(0);
/** The aim is the engine's time over PyTorch's with OpenBLAS. */
const cases: readonly (readonly [name: string, run: () => void, aim: number])[] = [
  ['step 16x4-16-3', trainingStep(16, 4, 16, 3), 0.25],
  ['step 32x64-32-10', trainingStep(32, 64, 32, 10), 0.35],
  ['step 64x784-128-10', trainingStep(64, 784, 128, 10), 0.9],
  ['matmul 64', matmul(64), 2.3],
  ['matmul 256', matmul(256), 2.3],
  ['matmul 512', matmul(512), 2.3],
  ['add+relu 1e6', pointwise(1_000_000), 2],
  ['conv 3x3 + backward', convolution(), 2],
];

function time(run: () => void, repeats: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < repeats; i++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / repeats;
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** A process that answers the name of a case and a number of repeats with milliseconds a repeat, after a line about itself. */
async function start(
  name: string,
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  // OPENBLAS_CORETYPE would make OpenBLAS use the kernels of another processor than this one.
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  const child = spawn(command, args, { env: { ...env, ...more }, stdio: ['pipe', 'pipe', 'inherit'] });
  // One that dies answers nothing any more, which is NaN below.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => (await lines.next()).value;
  const about = await next();
  if (about === undefined) return undefined;
  return {
    name,
    about,
    /** NaN for a case it does not have. */
    time: async (name: string, repeats: number): Promise<number> => {
      child.stdin.write(`${name}\t${repeats}\n`);
      return Number(await next());
    },
    stop: () => child.kill(),
  };
}

const folder = path.resolve(import.meta.dirname, '../../.data/bench');
const packages = ['@jax-js/jax@0.1.25', '@tensorflow/tfjs-core@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'];
function fetched(): boolean {
  if (existsSync(path.join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: folder,
  });
  return run.status === 0;
}

const here = import.meta.dirname;
/** What makes OpenBLAS, oneDNN and PyTorch's own kernels use the 32-byte vectors of processors when the aims were set. */
const narrow = { OPENBLAS_CORETYPE: 'Haswell', DNNL_MAX_CPU_ISA: 'AVX2', ATEN_CPU_CAPABILITY: 'avx2' };
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
const libraries = fetched();
const others = [
  python !== undefined && (await start('PyTorch', python, [`${here}/pytorch.py`])),
  python !== undefined && (await start('with AVX2', python, [`${here}/pytorch.py`], narrow)),
  libraries && (await start('TF.js', process.execPath, [`${here}/tensorflow.js`, folder])),
  libraries && (await start('jax-js', process.execPath, [`${here}/jax.js`, folder])),
].filter((side) => typeof side === 'object');

for (const { about } of others) console.log(about);
// Netlib's plain loops are about ten times slower than OpenBLAS: ratios of matmul and of the larger steps flatter us.
if (others.some(({ name, about }) => name === 'PyTorch' && !/openblas|mkl/.test(about)))
  console.log('This is not OpenBLAS, which the aims are set against: no ratio of a case with a product in it counts.');
const column = (text: string, width = 12): string => text.padStart(width);
console.log(
  `${'ms of CPU'.padEnd(20)}${column('engine', 10)}${others.map(({ name }) => column(name) + column('ratio', 7)).join('')}${column('aim', 8)}`,
);
for (const [name, run, aim] of cases) {
  for (let used = 0; used < warmUpMs; used += 10 * time(run, 10));
  const repeats = Math.max(1, Math.round(roundMs / time(run, 10)));
  const ours: number[] = [];
  const theirs = others.map((): number[] => []);
  // A case that takes another library much longer is not repeated as often there.
  const theirRepeats: number[] = [];
  for (const { time } of others) {
    await time(name, 3);
    theirRepeats.push(Math.max(1, Math.min(repeats, Math.round(roundMs / (await time(name, 3))) || 1)));
  }
  for (let round = 0; round < rounds; round++) {
    ours.push(time(run, repeats));
    for (const [i, side] of others.entries()) theirs[i]?.push(await side.time(name, theirRepeats[i] ?? 1));
  }
  const own = median(ours);
  const cells = theirs.map((times) => {
    const other = median(times);
    return Number.isNaN(other)
      ? column('-') + column('', 7)
      : column(other.toFixed(4)) + column((own / other).toFixed(2), 7);
  });
  console.log(`${name.padEnd(20)}${column(own.toFixed(4), 10)}${cells.join('')}${column(`≤ ${aim}`, 8)}`);
}
for (const { stop } of others) stop();
