import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kernelsText } from '#engine/device/cpu/build-kernels.ts';
import { root } from './tree.ts';

test('the WebAssembly that is committed is what its sources compile to', async () => {
  const committed = readFileSync(path.join(root, 'engine/device/cpu/kernels.generated.ts'), 'utf8');
  expect(await kernelsText()).toBe(committed);
});
