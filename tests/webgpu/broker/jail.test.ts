// Submissions that use the GPU, through the whole of the jail: the isolate, its pipe, the judge and the broker.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeResult } from '#sandbox/result.ts';

const catalogueUrl = new URL('./catalogue.ts', import.meta.url).href;
let grader: Grader;
const faults: string[] = [];
beforeAll(async () => {
  grader = await createGrader({
    concurrency: 2,
    device: 'webgpu',
    catalogueUrl,
    onFault: (fault) => faults.push(fault),
  });
}, 120_000);
afterAll(() => grader.close());

const grade = (challenge: string, source: string): Promise<GradeResult> =>
  grader.grade({ challenge, source, kind: 'submit', seed: 11 });
/** A submission whose `answer` must come to true; what it printed otherwise. */
async function answer(body: string): Promise<string> {
  const source = `import torch, { nn, optim, type Tensor } from 'torch';
const found = () => { ${body} };
export const answer = () => { const said = found(); if (said !== true) console.log(said); return said; };`;
  const result = await grade('says', source);
  const [says] = result.tests;
  return result.verdict === 'AC'
    ? 'AC'
    : `${result.verdict}: ${says?.error?.message ?? JSON.stringify(says?.says)} ${says?.console}`;
}

const used = `import torch, { type Tensor } from 'torch';
const device = torch.cuda.is_available() ? 'cuda' : 'cpu';
export const found = () => torch.ones(2).to(device).device;
export const product = (x: Tensor) => { const y = x.to(device); return y.matmul(y.t()); };`;

describe('a submission', () => {
  test('that says torch.cuda.is_available() ? cuda : cpu runs on the GPU of the server', async () => {
    expect(grader.jail.gpu).toMatchObject({ missing: null });
    expect(await grade('used', used)).toMatchObject({ verdict: 'AC', score: 1 });
  });
  test('finds its name, its memory and its clock', async () => {
    expect(
      await answer(`
        const { cuda } = torch;
        if (cuda.device_count() !== 1 || cuda.current_device() !== 0 || cuda.get_device_name() === '') return 'no device';
        const before = cuda.memory_allocated();
        const x = torch.zeros(1000, 1000, { device: 'cuda' });
        if (cuda.memory_allocated() - before !== 4_000_000) return 'bytes ' + cuda.memory_allocated();
        const [start, end] = [new cuda.Event({ enable_timing: true }), new cuda.Event({ enable_timing: true })];
        start.record();
        for (let i = 0; i < 20; i++) x.add_(1);
        end.record();
        end.synchronize();
        const ms = start.elapsed_time(end);
        return x.sum().item() === 2e7 && ms > 0 && ms < 60_000;`),
    ).toBe('AC');
  });
  test('that makes garbage without end, in one call, keeps its memory flat', async () => {
    expect(
      await answer(`
        const x = torch.ones(512, 512, { device: 'cuda' });
        let most = 0;
        for (let i = 0; i < 200; i++) { x.mul(2); most = Math.max(most, torch.cuda.memory_reserved()); }
        return (most < 100 * 2 ** 20 && x.sum().item() === 512 * 512) || most;`),
    ).toBe('AC');
  });
  test('that keeps too much is out of memory, can catch it and go on', async () => {
    expect(
      await answer(`
        const kept: Tensor[] = [];
        try { for (let i = 0; i < 100; i++) kept.push(torch.zeros(4 << 20, { device: 'cuda' })); }
        catch (error) {
          kept.length = 0;
          torch.cuda.empty_cache();
          return error instanceof torch.cuda.OutOfMemoryError && torch.cuda.memory_allocated() === 0 && torch.ones(3, { device: 'cuda' }).sum().item() === 3;
        }
        return false;`),
    ).toBe('AC');
  });
  test('moves tensors larger than any frame, and sorts what the GPU does not', async () => {
    expect(
      await answer(`
        torch.manual_seed(1);
        const x = torch.randn(1_500_000);
        if (!x.to('cuda').mul(2).cpu().equal(x.mul(2))) return 'large';
        const y = torch.randn(3000);
        return y.to('cuda').sort().values.cpu().equal(y.sort().values);`),
    ).toBe('AC');
  });
  test('trains there as on the CPU', async () => {
    expect(
      await answer(`
        const losses = (device: string): number[] => {
          torch.manual_seed(3);
          const model = new nn.Sequential(new nn.Linear(8, 32), new nn.LayerNorm(32), new nn.GELU(), new nn.Dropout(0.2), new nn.Linear(32, 5)).to(device);
          const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
          const x = torch.randn(40, 8).to(device), y = torch.randint(0, 5, [40]).to(device);
          return Array.from({ length: 50 }, () => {
            optimizer.zero_grad();
            const loss = nn.functional.cross_entropy(model(x), y);
            loss.backward();
            optimizer.step();
            return loss.item();
          });
        };
        const here = losses('cpu'), there = losses('cuda');
        return here.every((loss, i) => Math.abs(loss - there[i]!) < 1e-3);`),
    ).toBe('AC');
  });
  test('cannot reach what its commands go through', async () => {
    expect(
      await answer(`
        const { device, buffer } = torch.ones(2, { device: 'cuda' }).storage;
        if (typeof (globalThis as Record<string, unknown>)['gc'] !== 'undefined') return 'gc';
        if (!Object.isFrozen(device) || !Object.isFrozen(Object.getPrototypeOf(device))) return 'open';
        const found: string[] = [];
        const look = (at: unknown, depth: number): void => {
          if (typeof at !== 'object' || at === null || depth > 3) return;
          for (const name of Reflect.ownKeys(at)) {
            const value: unknown = Reflect.get(at, name);
            if (typeof value === 'function') found.push(String(name));
            look(value, depth + 1);
          }
        };
        look(device, 0); look(buffer, 0);
        return found.length === 0 ? true : found.join();`),
    ).toBe('AC');
  });
  test('that dispatches what no operator would loses its session and nobody else', async () => {
    const forged = answer(`
        const x = torch.ones(4, { device: 'cuda' });
        x.storage.device.dispatch('pointwise', [x, x], { expression: 'x } fn f() { loop {} } { x', key: 'k', operands: ['x'], scalarNames: [], scalars: [], compute: torch.float32 } as never);
        return x.sum().item() === 4;`);
    const [told, other] = await Promise.all([forged, grade('used', used)]);
    expect(told).toMatch(/^RE: RuntimeError: CUDA error: expression .* is left over/);
    expect(other.verdict).toBe('AC');
    expect((await grade('used', used)).verdict).toBe('AC');
  });
});

/** Processes that are there, with their parents. */
function children(of: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return parent === of ? [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'latin1') }] : [];
      } catch {
        return [];
      }
    });
}
function brokerPid(): number {
  const found = children(process.pid)
    .flatMap(({ pid }) => children(pid))
    .find(({ command }) => command.includes(path.join('sandbox', 'gpu', 'main.ts')));
  if (!found) throw new Error('there is no broker');
  return found.pid;
}

test('a broker that is killed while it computes is started again, and the submission is graded as if nothing had been', async () => {
  const before = brokerPid();
  const grading = grade(
    'used',
    used.replace('return y.matmul', 'for (let i = 0; i < 1000; i++) y.add(i).sum().item(); return y.matmul'),
  );
  await new Promise((resolve) => setTimeout(resolve, 400));
  process.kill(before, 'SIGKILL');
  expect((await grading).verdict).toBe('AC');
  await vi.waitFor(() => expect(brokerPid()).not.toBe(before), { timeout: 20_000 });
  expect(faults).toEqual([]);
});

test('without a GPU to be used, cuda is not available and the status says why', async () => {
  const without = await createGrader({ concurrency: 1, device: 'auto', catalogueUrl });
  try {
    const { missing, isSoftware } = without.jail.gpu;
    // Where this is run on a machine with a GPU, auto takes it.
    if (missing === null) expect(isSoftware).toBe(false);
    else {
      expect(missing).toMatch(/adapter/);
      const source = `import torch from 'torch'; export const answer = () => !torch.cuda.is_available() && torch.cuda.device_count() === 0;`;
      expect((await without.grade({ challenge: 'says', source, kind: 'submit', seed: 1 })).verdict).toBe('AC');
    }
  } finally {
    await without.close();
  }
});
