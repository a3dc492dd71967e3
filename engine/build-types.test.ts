import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from './build-types.ts';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
test('the generated interfaces are those of the operator table', () => {
  expect(file('operators.generated.ts') === generated.operators, 'run: node engine/build-types.ts').toBe(true);
});
test('the editor’s declarations are those of the engine', { timeout: 60_000 }, () => {
  expect(file('torch.d.ts') === generated.declarations(), 'run: node engine/build-types.ts').toBe(true);
});
