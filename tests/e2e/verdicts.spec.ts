import { expect, test } from './test.ts';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

const withBody = (body: string) =>
  `import torch, { type Tensor } from 'torch';\n\nexport function first_graph(x: Tensor) {\n${body}\n}\n`;

const cases = [
  { name: 'a loop without end', body: '  for (;;) {}', verdict: 'TLE', word: 'Time limit' },
  {
    name: 'a map that grows for ever',
    body: '  const kept = new Map<number, number[]>();\n  for (let i = 0; ; i++) kept.set(i, new Array(100_000).fill(i));',
    verdict: 'MLE',
    word: 'Memory limit',
  },
  { name: 'a flooded log', body: "  for (;;) console.log('x'.repeat(1000));", verdict: 'OLE', word: 'Output limit' },
] as const;

for (const { name, body, verdict, word } of cases) {
  test(`${name} is stopped and named ${verdict}, and the next submission is graded as ever`, async ({ page }) => {
    await openChallenge(page, 'first-graph');
    await write(page, withBody(body));
    expect(await verdictOf(page, 'Submit')).toBe(verdict);
    await expect(page.locator('.verdict h2')).toContainText(word);
    await write(page, solutionOf('first-graph'));
    expect(await verdictOf(page, 'Submit')).toBe('AC');
  });
}

test('a compile error is shown and marked on the user’s own line', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await write(page, withBody('  const a = ;\n  return a;'));
  expect(await verdictOf(page, 'Submit')).toBe('CE');
  await expect(page.locator('.source-lines .at')).toHaveAttribute('data-n', '4');
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 4' }).click();
  await expect(page.locator('.monaco-editor .line-numbers.active-line-number')).toHaveText('4');
});

test('an error thrown at run time points at the line that threw', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await write(page, withBody("  throw new Error('not yet');"));
  expect(await verdictOf(page, 'Run')).toBe('RE');
  await expect(page.locator('.problem .message').first()).toContainText('not yet');
  await expect(page.locator('.source-lines .at').first()).toHaveAttribute('data-n', '4');
});
