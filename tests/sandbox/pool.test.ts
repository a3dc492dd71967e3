// The pool on a host that refuses: it gives up in words, and is there again when the host is.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { poolSizeFor } from '#sandbox/grade.ts';
import { prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { isRoot } from '#sandbox/jail/layers/user.ts';
import { availableLayers } from '#sandbox/jail/layers.ts';
import { Pool } from '#sandbox/jail/pool.ts';

const data = mkdtempSync(join(tmpdir(), 'gradgym-pool-'));
const folder = await prepareJailFolder({ unprivileged: isRoot(), dataFolder: join(data, 'data') });
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a pool that cannot even make a process says so to who waits, and tries again for the next', async () => {
  const { all } = availableLayers(folder, ['cgroup']);
  const memory = join(data, 'no-such-hierarchy');
  const layers = { all, hierarchies: { version: 1 as const, memory, pids: null } };
  const pool = new Pool(folder, layers, { size: 1, reserve: 1, contextsAhead: 1, firstSlot: 40 });
  expect(await pool.take()).toBeNull();
  expect(await Promise.all([pool.take(), pool.take()])).toStrictEqual([null, null]);
  // Somebody mends the host; what is written there limits nothing, and is not asked about.
  mkdirSync(memory);
  const jail = await pool.take();
  expect(jail?.alive).toBe(true);
  rmSync(memory, { recursive: true });
  await pool.close();
});

test('processes that wait are killed with the pool, and those that start', async () => {
  const layers = availableLayers(folder);
  const pool = new Pool(folder, layers, { size: 3, reserve: 3, contextsAhead: 1, firstSlot: 50 });
  const given = await pool.take();
  await pool.close();
  expect(given?.alive).toBe(false);
  expect(await pool.take()).toBeNull();
});

test('while submissions run only the reserve is kept up; the rest is filled up when they have ended', async () => {
  const pool = new Pool(folder, availableLayers(folder), { size: 3, reserve: 1, contextsAhead: 1, firstSlot: 60 });
  const ready = (idle: number) =>
    vi.waitFor(() => expect(pool.counts).toMatchObject({ idle, starting: 0 }), { timeout: 20_000, interval: 50 });
  const first = await pool.take();
  const second = await pool.take();
  await ready(1);
  if (first) await pool.giveBack(first, Promise.resolve());
  expect(pool.counts).toStrictEqual({ idle: 1, starting: 0, given: 1 });
  if (second) await pool.giveBack(second, Promise.resolve());
  await ready(3);
  await pool.close();
});

test('the pool follows the cores and is bounded by the memory', () => {
  const gibibyte = 2 ** 30;
  expect(poolSizeFor(1, 16 * gibibyte)).toBe(2);
  expect(poolSizeFor(8, 64 * gibibyte)).toBe(16);
  expect(poolSizeFor(8, 2 * gibibyte)).toBe(4);
  expect(poolSizeFor(1, gibibyte / 4)).toBe(1);
});
