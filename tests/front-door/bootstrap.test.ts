import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let clone: string;
beforeAll(() => {
  clone = fs.mkdtempSync(path.join(os.tmpdir(), 'gradgym-clone-'));
  fs.cpSync(path.join(root, 'scripts'), path.join(clone, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(root, file), path.join(clone, file));
});
afterAll(() => fs.rmSync(clone, { recursive: true, force: true }));

function run(args: readonly string[], env: Record<string, string> = {}, cwd = clone) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const unreachable = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
  npm_config_cache: path.join(os.tmpdir(), 'gradgym-no-cache'),
};

describe('a first start', () => {
  test('without a reachable registry says so in one sentence', () => {
    const { status, stdout, stderr } = run(['scripts/start.js'], unreachable);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /The npm registry cannot be reached \(ECONNREFUSED\), and it is needed once to install the dependencies/,
    );
    expect(stderr).not.toContain('    at ');
  });

  test('without npm says so in one sentence', () => {
    const bare = path.join(clone, 'bare');
    fs.mkdirSync(bare, { recursive: true });
    fs.copyFileSync(process.execPath, path.join(bare, 'node'));
    const { status, stderr } = spawnSync(path.join(bare, 'node'), ['scripts/start.js'], {
      cwd: clone,
      env: { NODE_ENV: 'test', PATH: bare },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('npm was not found');
  });
});

describe('run.js', () => {
  test('keeps the output clean and passes on the exit code and the arguments', () => {
    const file = path.join(os.tmpdir(), `gradgym-run-${process.pid}.ts`);
    fs.writeFileSync(
      file,
      "const code: number = Number(process.argv[2]); console.log(process.execArgv.includes('--no-warnings'), process.argv.slice(2)); process.exit(code);",
    );
    try {
      expect(run(['scripts/run.js', file, '7', '--json'], {}, root)).toEqual({
        status: 7,
        stdout: "true [ '7', '--json' ]\n",
        stderr: '',
      });
    } finally {
      fs.rmSync(file);
    }
  });
  test('without a file is a mistake that is told', () => {
    const { status, stderr } = run(['scripts/run.js'], {}, root);
    expect(status).toBe(1);
    expect(stderr).toContain('Usage: node scripts/run.js FILE.ts');
  });
});

test('the commands of README.md are scripts of package.json', () => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const named = [...readme.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(execFileSync('bash', ['-n', path.join(root, '.ci/run')], { encoding: 'utf8' })).toBe('');
});
