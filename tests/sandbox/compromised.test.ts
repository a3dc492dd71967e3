import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import { jailedProcesses } from './processes.ts';
import { submit } from './submissions.ts';

let grader: Grader;
let folder: string;
const faults: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gradgym-compromised-'));
  chmodSync(folder, 0o755);
  copyFileSync(new URL('./compromised.cjs', import.meta.url), join(folder, 'main.cjs'));
  grader = await createGrader({
    concurrency: 1,
    catalogueUrl: new URL('./catalogue.ts', import.meta.url).href,
    runner: join(folder, 'main.cjs'),
    // Machine code runs in it: Node's own permission model is no hindrance.
    withoutLayers: ['node-permission'],
    onFault: (fault) => faults.push(fault),
  });
}, 60_000);
afterAll(async () => {
  await grader.close();
  rmSync(folder, { recursive: true });
});

const play = (trick: string) => grader.grade(submit(`export const trick = 'TRICK:${trick}';`));

describe("a jailed process wholly in the attacker's hands gets no point", () => {
  test.each([
    ['verdict-words', 'RE'],
    ['thousand-results', 'RE'],
    ['double-answer', 'RE'],
    ['wrong-id', 'RE'],
    ['early-answer', 'RE'],
    ['half-a-frame', 'TLE'],
    ['half-and-exit', 'RE'],
    ['byte-by-byte', ['RE', 'TLE']],
    ['verdict-value', 'WA'],
    ['says-memory', 'RE'],
    ['trailing-bytes', 'RE'],
    ['unknown-kind', 'RE'],
    ['four-gigabytes', 'RE'],
    ['short-length', 'RE'],
    ['flood', 'RE'],
    ['log-flood', 'OLE'],
    ['log-not-text', 'RE'],
    ['silence', 'TLE'],
    ['exit', 'RE'],
    ['own-death', 'RE'],
    ['nothing-works', 'WA'],
    ['garbage-value', 'RE'],
    ['deep-value', 'RE'],
    ['callback-never-given', 'RE'],
    ['callback-storm', 'RE'],
    ['ready-again', 'RE'],
  ] as const)(
    '%s',
    async (trick, verdict) => {
      const result = await play(trick);
      expect([verdict].flat()).toContain(result.verdict);
      expect(result.score).toBe(0);
    },
    30_000,
  );
});

test('answers of every kind, well formed or nearly, get no point, and none is a fault of ours', async () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const results = await Promise.all(seeds.map((seed) => play(`fuzz-${seed}`)));
  for (const [seed, { verdict, score }] of results.entries()) {
    expect(['WA', 'RE'], `seed ${seed}`).toContain(verdict);
    expect(score, `seed ${seed}`).toBe(0);
  }
  expect(new Set(results.map(({ verdict }) => verdict)).size).toBe(2);
  expect(faults).toStrictEqual([]);
}, 120_000);

test('so it is for modules, optimizers, spies and graphs', async () => {
  const own = await createGrader({
    concurrency: 2,
    catalogueUrl: new URL('./handles-catalogue.ts', import.meta.url).href,
    runner: join(folder, 'main.cjs'),
    withoutLayers: ['node-permission'],
    onFault: (fault) => faults.push(fault),
  });
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, seed) =>
      own.grade(submit(`export const trick = 'TRICK:fuzz-${1000 + seed}';`, { challenge: 'handles' })),
    ),
  );
  for (const { verdict, score } of results) expect([verdict, score]).toStrictEqual([verdict === 'WA' ? 'WA' : 'RE', 0]);
  expect(faults).toStrictEqual([]);
  await own.close();
}, 120_000);

test.each([
  [[]],
  // Without the filter it can start others, in its own namespace; without bubblewrap there is only its control group.
  [['seccomp']],
  [['bubblewrap']],
] as const)(
  'what it started dies with it, without %s too',
  async (layers) => {
    const own = await createGrader({
      concurrency: 1,
      catalogueUrl: new URL('./catalogue.ts', import.meta.url).href,
      runner: join(folder, 'main.cjs'),
      withoutLayers: ['node-permission', ...layers],
    });
    const { verdict, score } = await own.grade(submit("export const trick = 'TRICK:fork';"));
    expect(verdict).not.toBe('AC');
    expect(score).toBe(0);
    await expect.poll(() => jailedProcesses('/bin/sleep').length, { timeout: 5_000 }).toBe(0);
    await own.close();
  },
  30_000,
);
