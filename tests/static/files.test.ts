import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, root } from './tree.ts';

const text = projectFiles(/\.(ts|tsx|js|cjs|mjs|css|json|md|py|sql|toml|prisma|svg|txt)$|^\.ci\/|^\.env\.example$/);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** Written in two halves, so that this file does not hold what it looks for. */
const host = (...parts: string[]) => parts.join('.');
const registries = [
  host('registry', 'npmjs'),
  host('registry', 'yarnpkg'),
  host('npm', 'pkg', 'github'),
  host('pypi', 'org'),
  host('deb', 'debian', 'org'),
];

describe('every file of the project', () => {
  test("names no host of a package registry: which one is used is each machine's own setting", () => {
    expect(text.length).toBeGreaterThan(100);
    const found = text.filter((file) => registries.some((name) => read(file).includes(name)));
    expect(found).toEqual([]);
  });

  test('holds no mark of a merge that was not finished', () => {
    expect(text.filter((file) => /^(<{7}|>{7}) /m.test(read(file)))).toEqual([]);
  });

  test('is not a test that runs alone or not at all', () => {
    const marked = /\b(test|it|describe)\.(only|skip|todo|fixme)\b/;
    const tests = text.filter((file) => /\.(test|spec)\.tsx?$/.test(file) && file !== 'tests/static/files.test.ts');
    expect(tests.filter((file) => marked.test(read(file)))).toEqual([]);
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const manifest = JSON.parse(read('package.json'));

  test('is about the very dependencies that package.json names', () => {
    const ours = lock.packages[''];
    expect(ours.dependencies).toEqual(manifest.dependencies);
    expect(ours.devDependencies).toEqual(manifest.devDependencies);
  });

  test('names no address to download from', () => {
    const addresses = Object.values<{ resolved?: string }>(lock.packages).filter(
      (entry) => entry.resolved !== undefined,
    );
    expect(addresses).toEqual([]);
  });

  test('pins every dependency of ours to one version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+/.test(String(version)))).toEqual([]);
  });
});
