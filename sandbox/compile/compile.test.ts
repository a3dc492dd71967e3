import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, endCompiler } from './compile.ts';
import { locate } from './places.ts';

const compilers = (): number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--service='))
    .map(Number);

describe('compiling', () => {
  test.each([
    ["import x from 'fs';", "Only 'torch' can be imported, not 'fs'."],
    ["const x = require('child_process');", "Only 'torch' can be imported, not 'child_process'."],
    ["await import('./x.ts');", "Only 'torch'"],
    ["export * from '../../etc/passwd';", "Only 'torch'"],
    ["/// <reference path='x' />\nimport './x.json';", "Only 'torch'"],
    ['export const = 1;', 'Expected identifier'],
    ['await 1;', 'Top-level await'],
    ['x'.repeat(70_000), 'longer than 64 KiB'],
    ['[['.repeat(2000), 'nested deeper'],
    ['\u0000\ufffd', 'Unexpected'],
  ])('%j is refused with a reason', async (source, reason) => {
    const compiled = await compile(source);
    expect(compiled.ok).toBe(false);
    expect(!compiled.ok && compiled.problems.map((p) => p.message).join()).toContain(reason);
  });
  test('a source map that the source names is not read: no word of a file here comes back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gradgym-map-'));
    const file = join(folder, 'some.map');
    writeFileSync(file, 'hidden-word');
    for (const pragma of [
      `//# sourceMappingURL=${file}`,
      `//@ sourceMappingURL=file://${file}`,
      `/*# sourceMappingURL=${file} */`,
      `//#\tsourceMappingURL=${file}`,
      '//# sourceMappingURL=/dev/zero',
      '//# sourceMappingURL=package.json',
    ]) {
      const compiled = await compile(`export const a = 1;\n${pragma}\n`);
      expect(compiled.ok, pragma).toBe(true);
      expect(JSON.stringify(compiled)).not.toMatch(/hidden-word|workspaces/);
    }
    rmSync(folder, { recursive: true });
  });
  test('a hashbang is a comment', async () => {
    const compiled = await compile('#!/usr/bin/env node\nexport const a: number = 1;');
    expect(compiled.ok && compiled.code).not.toContain('#!');
  });
  test('what would take minutes is ended, and whoever waits meanwhile gets its own result', async () => {
    const startedAt = performance.now();
    const [slow, honest] = await Promise.all([
      compile(`export const f = ${'a=>'.repeat(2000)}1;`),
      new Promise<Awaited<ReturnType<typeof compile>>>((resolve) =>
        setTimeout(() => resolve(compile('export const a: number = 1;')), 3_990),
      ),
    ]);
    expect(!slow.ok && slow.problems[0]?.message).toBe('Compiling took too long.');
    expect(honest.ok).toBe(true);
    expect((await compile('export const b = 2;')).ok).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  });
  test('a compiler whose process is killed, idle or at work, costs nobody a compile error', async () => {
    for (let round = 0; round < 5; round++) {
      expect((await compile('export const a = 1;')).ok).toBe(true);
      const waiting = Array.from({ length: 8 }, (_, i) =>
        compile(`export const b${i} = ${round};\n${'f();'.repeat(4000)}`),
      );
      for (const pid of compilers()) process.kill(pid, 'SIGKILL');
      const during = await Promise.all(waiting);
      expect(during.map(({ ok }) => ok)).toEqual(waiting.map(() => true));
      for (const pid of compilers()) process.kill(pid, 'SIGKILL');
      expect((await compile('export const c = 3;')).ok).toBe(true);
    }
  });
  test('a compiler that is stuck costs whoever waits for it nothing but time', async () => {
    expect((await compile('export const a = 1;')).ok).toBe(true);
    const stuck = compilers();
    for (const pid of stuck) process.kill(pid, 'SIGSTOP');
    expect((await compile('export const b = 2;')).ok).toBe(true);
    for (const pid of stuck) process.kill(pid, 'SIGKILL');
  });
  test('a compiler that is ended from outside, again and again, is begun anew', async () => {
    const compiling = Array.from({ length: 20 }, (_, i) => compile(`export const a${i}: number = ${i};`));
    endCompiler();
    await new Promise(setImmediate);
    endCompiler();
    const all = await Promise.all(compiling);
    all.forEach((compiled, i) => expect(compiled.ok && compiled.code).toContain(`a${i} = ${i}`));
  });
  test('types, enums, decorator-free classes and using are understood', async () => {
    const compiled = await compile(
      "import torch, { nn, type Tensor } from 'torch';\nenum E { a }\nexport class Net extends nn.Module { fc = 1; override forward(x: Tensor) { using s = torch.no_grad(); return x; } }\nexport const f = <T,>(x: T): T => x!;",
    );
    expect(compiled.ok).toBe(true);
  });
  test('a stack is mapped back to the line and column that the user wrote', async () => {
    const compiled = await compile(
      "type Long = { a: number };\n\n\nexport function f(): void {\n  throw new Error('x');\n}\n",
    );
    if (!compiled.ok) return expect.unreachable();
    const line = compiled.code.split('\n').findIndex((l) => l.includes('throw new')) + 1;
    const column = (compiled.code.split('\n')[line - 1] ?? '').indexOf('throw') + 1;
    expect(locate(`Error: x\n    at f (submission.js:${line + 1}:${column})`, compiled.map)).toStrictEqual({
      line: 5,
      column: 3,
    });
  });
  test('a stack of nonsense maps to nothing', async () => {
    const compiled = await compile('export const a = 1;');
    if (!compiled.ok) return expect.unreachable();
    for (const stack of ['', 'submission.js:99999:1', 'submission.js:0:0', 'at submission.js:1'])
      expect(locate(stack, compiled.map).line === null || locate(stack, compiled.map).line === 1).toBe(true);
  });
});
