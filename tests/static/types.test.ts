import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './tree.ts';

const run = (file: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, output: `${stdout}${stderr}`.trim() };
};

test('the compiler finds no error in any TypeScript file, tests included', () => {
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', 'tsconfig.json')).toEqual({
    status: 0,
    output: '',
  });
});

test('the linter finds no error, and every file has the one format', () => {
  const { status, output } = run(
    'node_modules/@biomejs/biome/bin/biome',
    'ci',
    '--diagnostic-level=error',
    '--max-diagnostics=30',
    '--colors=off',
    '.',
  );
  expect(status, output).toBe(0);
});
