import { expect, test } from 'vitest';
import { touchedBy } from './touched.ts';

test.each([
  [['tests.ts'], 'all'],
  [['statement.en.md', 'challenge.ts'], 'all'],
  [['solution.ts'], ['solution.ts']],
  [
    ['submissions/wrong/a-slip.ts', 'starter.ts', 'solution.ts'],
    ['solution.ts', 'starter.ts', 'submissions/wrong/a-slip.ts'],
  ],
  [['submissions\\accepted\\other.ts'], ['submissions/accepted/other.ts']],
  [['statement.zh.md', 'questions.en.ts', 'twin.py'], []],
  [['submissions/wrong'], []],
] as const)('saving %j grades %j again', (paths, touched) => {
  expect(touchedBy(paths)).toEqual(touched);
});

test.each([
  ['mistakes.generated.json'],
  ['__pycache__/twin.cpython-311.pyc'],
  ['.solution.ts.swp'],
  ['solution.ts~'],
  ['4913'],
])('%s is nothing that anyone saved', (path) => {
  expect(touchedBy([path])).toBeNull();
  expect(touchedBy([path, 'solution.ts'])).toEqual(['solution.ts']);
});
