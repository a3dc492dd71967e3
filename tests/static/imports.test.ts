import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, importsOf, projectFiles, root } from './tree.ts';

/** What each folder may import of ours beside itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  prisma: [],
  challenges: ['engine'],
  sandbox: ['challenges', 'engine', 'prisma'],
  app: ['sandbox', 'challenges', 'engine', 'prisma'],
  scripts: ['prisma'],
};

/** Content and submissions import 'torch', which only the judge gives them. */
const sources = projectFiles(/^(engine|prisma|challenges|sandbox|app|scripts)\/.*\.(ts|tsx|js)$/);

describe('imports go one way', () => {
  test('the rule is read from real files', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importsOf("import a from '#engine/a.ts';\nexport * from \"./b.ts\";\nawait import('../c.ts');")).toEqual([
      '#engine/a.ts',
      './b.ts',
      '../c.ts',
    ]);
    expect(folderOf('sandbox/queue/a.ts', '../../app/b.ts')).toBe('app');
  });

  test.each(Object.entries(mayImport))('%s imports nothing of ours but itself and [%s]', (folder, allowed) => {
    const wrong = sources
      .filter((file) => file.startsWith(`${folder}/`) && !/\.test\.(ts|tsx|js)$/.test(file))
      .flatMap((file) =>
        importsOf(readFileSync(path.join(root, file), 'utf8')).map((specifier) => ({ file, specifier })),
      )
      .filter(({ file, specifier }) => {
        const target = folderOf(file, specifier);
        return target !== undefined && target !== folder && !allowed.includes(target);
      });
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  // Pages read the outline of a challenge from its tests.ts, and must not load the engine for it: tests get theirs
  // from the context.
  test("a challenge's tests.ts takes only types from the engine", () => {
    const wrong = sources
      .filter((file) => /^challenges\/.*\/tests\.ts$/.test(file))
      .filter((file) =>
        /^(import(?! type\b)|export)[^;]*from '#engine/m.test(readFileSync(path.join(root, file), 'utf8')),
      );
    expect(wrong).toEqual([]);
  });
});
