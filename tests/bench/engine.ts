// node tests/bench/engine.ts
// The engine beside real PyTorch (one thread), in one run: rounds of both take turns, the medians and their ratio are
// printed. Without a python3 that has torch it says so and prints the engine's times alone. Judges nothing.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import torch, { nn, optim } from '#engine/index.ts';

const rounds = 15;
/** How long one round of a case takes, about. */
const roundMs = 60;
/** How long a case runs before it is measured: V8 compiles what turns out to be hot. */
const warmUpMs = 400;

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
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (performance.now() - start) / repeats;
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** A Python with torch that answers a line with a line. */
async function startPyTorch() {
  const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
  if (python === undefined) return undefined;
  // OPENBLAS_CORETYPE would make OpenBLAS use the kernels of another processor than this one.
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  const child = spawn(python, [`${import.meta.dirname}/pytorch.py`], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const [version = '', blas = ''] = (await next()).split('\t');
  return {
    version,
    blas,
    time: async (name: string, repeats: number): Promise<number> => {
      child.stdin.write(`${name}\t${repeats}\n`);
      return Number(await next());
    },
    stop: () => child.kill(),
  };
}

const pytorch = await startPyTorch();
console.log(
  pytorch === undefined
    ? 'No python3 here has torch: the engine alone.'
    : `PyTorch ${pytorch.version}, one thread, BLAS: ${pytorch.blas}`,
);
// Netlib's plain loops are about ten times slower than OpenBLAS: ratios of matmul and of the larger steps flatter us.
if (pytorch !== undefined && !/openblas|mkl/.test(pytorch.blas))
  console.log('This is not OpenBLAS, which the aims are set against: no ratio of a case with a product in it counts.');
console.log('case                    engine ms   PyTorch ms    ratio      aim');
for (const [name, run, aim] of cases) {
  for (const start = performance.now(); performance.now() - start < warmUpMs; ) run();
  const repeats = Math.max(1, Math.round(roundMs / time(run, 3)));
  await pytorch?.time(name, repeats);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(time(run, repeats));
    if (pytorch !== undefined) theirs.push(await pytorch.time(name, repeats));
  }
  const [a, b] = [median(ours), median(theirs)];
  console.log(
    `${name.padEnd(22)} ${a.toFixed(4).padStart(10)} ${b.toFixed(4).padStart(12)} ${(a / b).toFixed(2).padStart(8)} ${`≤ ${aim}`.padStart(8)}`,
  );
}
pytorch?.stop();
