// node tests/bench/gpu/main.ts
// The engine beside TensorFlow.js and jax-js on one WebGPU adapter, through Dawn, in one run: rounds of all take turns; medians, and the
// engine's over each of the others'. On a GPU the clock on the wall counts, on an adapter that the processor computes CPU time (of all
// threads: the work is done in them), which a busy machine stretches less. The libraries are fetched into .data/bench at the first
// run. What is not to be had is left out. Judges nothing.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const here = import.meta.dirname;
const folder = path.resolve(here, '../../../.data/bench');
const packages = [
  '@jax-js/jax@0.1.25',
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-backend-wasm@4.22.0',
  '@tensorflow/tfjs-backend-webgpu@4.22.0',
];

class Side {
  readonly name: string;
  about = '';
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  constructor(name: string, args: readonly string[]) {
    this.name = name;
    this.#child = spawn(process.execPath, ['--no-warnings', ...args], {
      env: { ...process.env, MESA_SHADER_CACHE_DIR: path.join(folder, 'shader-cache') },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdin?.on('error', () => {});
    if (!this.#child.stdout) throw new Error('no output');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }
  async started(): Promise<boolean> {
    this.about = (await this.#lines.next()).value ?? '';
    return this.about !== '';
  }
  async time(name: string, repeats: number): Promise<{ readonly wall: number; readonly cpu: number }> {
    this.#child.stdin?.write(`${name}\t${repeats}\n`);
    const [wall = Number.NaN, cpu = Number.NaN] = String((await this.#lines.next()).value ?? '')
      .split('\t')
      .map(Number);
    return { wall, cpu };
  }
  stop(): void {
    this.#child.stdin?.end();
    this.#child.kill();
  }
}

function fetched(): boolean {
  if (existsSync(path.join(folder, 'node_modules/@tensorflow/tfjs-backend-webgpu'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  return (
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder })
      .status === 0
  );
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const libraries = fetched();
const sides: Side[] = [];
for (const side of [
  new Side('engine', [path.join(here, 'engine.ts')]),
  ...(libraries ? [new Side('TF.js', [path.join(here, 'tensorflow.js'), folder])] : []),
  ...(libraries ? [new Side('jax-js', [path.join(here, 'jax.js'), folder])] : []),
])
  if (await side.started()) sides.push(side);
for (const { about } of sides) console.log(about);

const isSoftware = /llvmpipe|swiftshader/i.test(sides[0]?.about ?? '');
const counted = isSoftware ? 'cpu' : 'wall';
/** Products beyond this take a processor seconds. */
const cases = [
  'matmul 256',
  'matmul 512',
  'matmul 1024',
  ...(isSoftware ? [] : ['matmul 2048', 'matmul 4096']),
  'MLP step 64x784-128-10',
  'ResNet block 8x32x16x16',
  '100 small dispatches',
];
const rounds = isSoftware ? 5 : 15;
const roundMs = isSoftware ? 200 : 100;
const column = (text: string, width = 10): string => text.padStart(width);
const [own, ...others] = sides;
console.log(
  `${`ms (${counted})`.padEnd(26)}${column('first')}${column('engine')}${others.map(({ name }) => column(name) + column('ratio', 8)).join('')}`,
);
for (const name of cases) {
  if (!own) break;
  const first = (await own.time(name, 1))[counted];
  const repeats: number[] = [];
  for (const side of sides) {
    await side.time(name, 2);
    const once = (await side.time(name, 2)).wall;
    repeats.push(Math.max(1, Math.min(2000, Math.round(roundMs / once) || 1)));
  }
  const times = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, side] of sides.entries()) times[i]?.push((await side.time(name, repeats[i] ?? 1))[counted]);
  const [ours = Number.NaN, ...theirs] = times.map(median);
  const cells = theirs.map((ms) =>
    Number.isNaN(ms) ? column('-') + column('', 8) : column(ms.toFixed(3)) + column((ours / ms).toFixed(2), 8),
  );
  console.log(`${name.padEnd(26)}${column(first.toFixed(2))}${column(ours.toFixed(3))}${cells.join('')}`);
}
for (const side of sides) side.stop();
