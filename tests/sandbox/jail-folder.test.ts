import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answersName, othersCanReach, prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { Jail } from '#sandbox/jail/jail.ts';
import { availableLayers } from '#sandbox/jail/layers.ts';
import { Launcher } from '#sandbox/jail/launcher.ts';
import { PipeMaker } from '#sandbox/jail/pipes.ts';
import { warmUp } from '#sandbox/jail/warm-up.ts';
import { decodeValue } from '#sandbox/protocol/value.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'gradgym-data-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test('a folder is closed to others when any folder above it is, and open when all are', () => {
  chmodSync(data, 0o755);
  expect(othersCanReach(join(data, 'not/there/yet'))).toBe(true);
  writeFileSync(join(data, 'file'), '', { mode: 0o600 });
  expect(othersCanReach(join(data, 'file'))).toBe(false);
  chmodSync(data, 0o700);
  expect(othersCanReach(join(data, 'not/there/yet'))).toBe(false);
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('a jailed process starts even when the clone lies in a folder closed to others', async () => {
    chmodSync(data, 0o700);
    const folder = await prepareJailFolder({ unprivileged: true, dataFolder: data });
    expect(folder).toMatchObject({
      copied: true,
      folder: expect.stringMatching(/^\/var\/lib\/gradgym\/jail-/),
      node: expect.stringMatching(/^\/var\/lib\/gradgym\//),
    });
    const [launcher, pipes] = [new Launcher(), new PipeMaker()];
    const jail = new Jail(folder, availableLayers(folder), 7, { contextsAhead: 1, launcher, pipes: pipes.make() });
    expect(await jail.ready).toBe(true);
    await jail.kill();
    pipes.close();
    await launcher.close();
  }, 60_000);
  test('the snapshot is warmed up by a program and requests that all succeed', async () => {
    chmodSync(data, 0o755);
    const { folder } = await prepareJailFolder({ unprivileged: true, dataFolder: data });
    expect(readFileSync(join(folder, 'agent.snapshot')).length).toBeGreaterThan(2 ** 20);
    const answers: number[][] = JSON.parse(readFileSync(join(folder, answersName), 'utf8'));
    expect(answers).toHaveLength(warmUp.length);
    for (const answer of answers) expect(decodeValue(Uint8Array.from(answer))).toHaveProperty('value');
  }, 60_000);
  test('a jail folder that was changed is made anew', async () => {
    chmodSync(data, 0o755);
    const { folder } = await prepareJailFolder({ unprivileged: true, dataFolder: data });
    const runner = readFileSync(join(folder, 'runner.cjs'), 'utf8');
    writeFileSync(join(folder, 'runner.cjs'), 'process.exit(0)');
    expect((await prepareJailFolder({ unprivileged: true, dataFolder: data })).folder).toBe(folder);
    expect(readFileSync(join(folder, 'runner.cjs'), 'utf8')).toBe(runner);
  }, 60_000);
});
