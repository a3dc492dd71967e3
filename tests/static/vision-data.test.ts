import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generated } from '#engine/vision/build-data.ts';
import { root } from './tree.ts';

test.each(Object.keys(generated))('engine/vision/%s is what build-data.ts writes', (file) => {
  expect(readFileSync(path.join(root, 'engine/vision', file), 'utf8') === generated[file]?.()).toBe(true);
});
