import { readFileSync } from 'node:fs';
import { expect, test } from './test.ts';
import { challengeFolder } from '#challenges/index.ts';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

const wrong = readFileSync(`${challengeFolder('training-loop')}/submissions/wrong/loss-kept-with-its-graph.ts`, 'utf8');

test('a named mistake is explained at once, and leads to its paragraph once the lesson is open', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'training-loop');
  await write(page, wrong);
  expect(await verdictOf(page, 'Submit')).toBe('WA');
  const mistake = page.locator('.mistake');
  await expect(mistake).toContainText('The loss is summed as a tensor that still carries its graph.');
  await expect(mistake).toContainText('loss is a tensor whose grad_fn leads to the whole graph.');
  await expect(mistake).toContainText('“What to keep of a loss”; it opens when the challenge is solved.');
  await expect(mistake.getByRole('link')).toHaveCount(0);

  await write(page, solutionOf('training-loop'));
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  await page.getByRole('tab', { name: 'History 2' }).click();
  await page.getByRole('button', { name: 'Show the results of submission 1' }).click();
  const link = mistake.getByRole('link', { name: 'Read why: What to keep of a loss' });
  await link.focus();
  await page.keyboard.press('Enter');
  const paragraph = page.locator('.lesson p', { hasText: 'leads to the whole graph' });
  await expect(paragraph).toBeFocused();
  await expect(paragraph).toBeInViewport();

  // From the page of the submission, in the other language: the same paragraph.
  await page.getByRole('tab', { name: 'History 2' }).click();
  await page.getByRole('link', { name: 'Submission 1 on a page of its own' }).click();
  await expect(page).toHaveURL(/\/submissions\//);
  await page.goto(page.url().replace('/en/', '/zh/'));
  await page.locator('.mistake').getByRole('link', { name: '为什么：损失该留下什么' }).click();
  await expect(page).toHaveURL(/\/zh\/challenges\/training-loop#lesson-\d+$/);
  await expect(page.locator('.lesson p', { hasText: '通向整张图' })).toBeFocused({ timeout: 30_000 });
});

test('a formula in what a mistake quotes is set on the page of a submission as well', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  const source = readFileSync(`${challengeFolder('first-graph')}/submissions/wrong/detached-factor.ts`, 'utf8');
  await write(page, source);
  expect(await verdictOf(page, 'Submit')).toBe('WA');
  await page.getByRole('tab', { name: 'History 1' }).click();
  await page.getByRole('link', { name: 'Submission 1 on a page of its own' }).click();
  // What is for screen readers is not drawn a second time.
  await expect(page.locator('.mistake .katex-mathml').first()).toHaveCSS('position', 'absolute');
});
