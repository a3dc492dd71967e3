// node tests/bench/gpu/first-step.ts
// How long a submission's first training steps take on the GPU, milliseconds on the wall: with no kernel ever compiled, right after the
// start and after what is compiled in advance; then with a cache that an earlier start filled. And how long the start took. Judges nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGrader } from '#sandbox/grade.ts';

const waitMs = Number(process.argv[2] ?? 20_000);
const catalogueUrl = new URL('../../webgpu/broker/catalogue.ts', import.meta.url).href;
const step = (model: string, x: string): string => `import torch, { nn, optim, type Tensor } from 'torch';
export function answer(): boolean {
  const model = new nn.Sequential(${model}).to('cuda');
  const optimizer = new optim.Adam(model.parameters());
  const x = torch.randn(${x}).to('cuda');
  const y = torch.randint(0, 3, [8]).to('cuda');
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    const start = Date.now();
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model(x) as Tensor, y);
    loss.backward();
    optimizer.step();
    loss.item();
    times.push(Date.now() - start);
  }
  console.log(times[0] + ' ' + times.slice(1).sort((a, b) => a - b)[4]);
  return true;
}`;
const sources = {
  perceptron: step('new nn.Linear(6, 20), new nn.BatchNorm1d(20), new nn.ReLU(), new nn.Linear(20, 3)', '8, 6'),
  convolutional: step(
    'new nn.Conv2d(2, 6, 3), new nn.BatchNorm2d(6), new nn.ReLU(), new nn.MaxPool2d(2), new nn.Flatten(), new nn.Linear(54, 3)',
    '8, 2, 8, 8',
  ),
};

const cache = mkdtempSync(path.join(tmpdir(), 'gradgym-shaders-'));
process.env['MESA_SHADER_CACHE_DIR'] = cache;
async function measured(name: string, afterMs: number): Promise<void> {
  const startedAt = performance.now();
  const grader = await createGrader({ concurrency: 1, poolSize: 1, device: 'webgpu', catalogueUrl });
  const startMs = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const cells: string[] = [];
  for (const [model, source] of Object.entries(sources)) {
    const { verdict, tests } = await grader.grade({ challenge: 'says', source, kind: 'submit', seed: 1 });
    const [first, next] = (tests[0]?.console ?? '').trim().split(' ');
    cells.push(`${model}: first step ${first || verdict} ms, later ${next || verdict} ms`);
  }
  await grader.close();
  console.log(`${name.padEnd(34)} start ${startMs.toFixed(0)} ms; ${cells.join('; ')}`);
}
try {
  await measured('no cache, at once', 0);
  rmSync(cache, { recursive: true });
  await measured(`no cache, ${waitMs / 1000} s after the start`, waitMs);
  await measured('a cache, at once', 0);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
