import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import { jailedProcesses } from './processes.ts';
import { submit } from './submissions.ts';

let grader: Grader;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gradgym-compromised-'));
  chmodSync(folder, 0o755);
  copyFileSync(new URL('./compromised.cjs', import.meta.url), join(folder, 'main.cjs'));
  grader = await createGrader({
    concurrency: 1,
    catalogueUrl: new URL('./catalogue.ts', import.meta.url).href,
    runner: join(folder, 'main.cjs'),
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
      expect([result.verdict, result.score]).toStrictEqual([verdict, 0]);
    },
    30_000,
  );

  test('what it started dies with it', async () => {
    await play('fork');
    await expect.poll(() => jailedProcesses('/bin/sleep').length, { timeout: 5_000 }).toBe(0);
  }, 30_000);
});

describe.runIf(process.getuid?.() === 0)('around it, as root starts it', () => {
  test('every layer that is said to be on is on', async () => {
    const on = new Map(grader.jail.layers.map((layer) => [layer.name, layer.on]));
    const report: { [name: string]: string | number } = JSON.parse((await play('probe')).console);
    expect(on.get('user')).toBe(true);
    expect(report).toMatchObject({
      groups: 0,
      environment: 'NODE_ENV,PATH',
      shadow: 'EACCES',
      parentEnvironment: 'EACCES',
      killParent: 'EPERM',
      killOthers: 'EPERM',
      becomeRoot: 'EPERM',
      capabilities: '0000000000000000',
    });
    expect(report['uid']).toBeGreaterThanOrEqual(64_800);
    expect(report['gid']).toBe(report['uid']);
    if (on.get('no-new-privs')) expect(report['status']).toBe('1');
    expect(on.get('rlimits')).toBe(true);
    expect(report['limits']).toMatch(/Max core file size +0 +0/);
    expect(report['limits']).toMatch(/Max cpu time +60 +60/);
    expect(report['limits']).toMatch(/Max address space +4294967296 +4294967296/);
    expect(report['writeFile']).not.toBe('10');
    expect(report['descriptors']).toBe('EMFILE');
    expect(report['bigAllocation']).not.toMatch(/^\d+$/);
    rmSync('/tmp/gradgym-jail-probe', { force: true });
    expect(existsSync('/tmp/gradgym-jail-probe')).toBe(false);
  }, 30_000);
});
