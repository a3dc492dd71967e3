import { expect, test } from './test.ts';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

/** Right but for the product rule: the gradient flows only through y. */
const wrong = `import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_();
  const y = leaf.mul(2).add(1);
  const z = leaf.detach().mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
`;

test('a new guest answers wrongly, reads why, corrects it, and finds code and history after a reload', async ({
  page,
  browser,
}) => {
  await page.goto('/en');
  await page.getByRole('link', { name: 'Start the first challenge' }).click();
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  await openChallenge(page, 'first-graph');

  await write(page, wrong);
  expect(await verdictOf(page, 'Submit')).toBe('WA');
  const failed = page.locator('.behaviour[open]').first();
  await expect(failed.locator('.says').first()).toBeVisible();
  await expect(failed.locator('.evidence section').first()).toBeVisible();

  const solution = solutionOf('first-graph');
  await write(page, solution);
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  const tests = page.locator('.test');
  expect(await tests.count()).toBeGreaterThan(3);
  for (const one of await tests.all()) {
    await expect(one).toBeVisible();
    await expect(one.getByRole('img', { name: 'passed' })).toBeVisible();
  }
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();

  await page.reload();
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'AC');
  await expect(page.locator('.view-lines')).toContainText('first_graph');
  await page.getByRole('tab', { name: 'History 2' }).click();
  await expect(page.locator('.history li')).toHaveCount(2);
  await page.getByRole('link', { name: 'Submission 1 on a page of its own' }).click();
  await expect(page).toHaveURL(/\/en\/submissions\/[0-9a-f-]{36}$/);
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'WA');
  await expect(page.locator('.behaviour[open] .evidence section').first()).toBeVisible();
  await expect(page.locator('.listing .line').nth(5)).toContainText('leaf.detach()');
  const address = page.url();
  const stranger = await browser.newPage();
  expect((await stranger.goto(address))?.status()).toBe(404);
  await stranger.close();
  await page.goBack();
  await page.getByRole('tab', { name: 'History 2' }).click();
  await page.getByRole('button', { name: 'Restore submission 1 into the editor' }).click();
  await expect(page.locator('.view-lines')).toContainText('detach');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await page.getByRole('button', { name: 'Solution and Python twin side by side' }).click();
  await expect(page.locator('.pair .listing')).toHaveCount(2);
  await page.getByRole('tab', { name: 'Hints 0/3' }).click();
  await page.getByRole('button', { name: 'Open hint 1' }).click();
  await expect(page.getByRole('tab', { name: 'Hints 1/3' })).toBeVisible();

  await page.goto('/en/progress');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 of \d+ solved$/);
  await expect(page.locator('.figures').getByText('1 unaided')).toBeVisible();
  await expect(page.locator('.cal .today')).toContainText('2 submissions, 0 runs, 1 solved, today');
  await page.getByText('All numbers, 1 challenge').click();
  await expect(page.getByRole('row', { name: /A first graph/ }).getByRole('cell')).toHaveText([
    /^(\d+)\/\1$/,
    '2',
    '0',
    '1',
    /^\d+$/,
    /\d{4}$/,
  ]);

  await page.goto('/en/challenges');
  await expect(
    page.locator('.cat-row', { hasText: 'A first graph' }).getByRole('img', { name: 'Solved' }),
  ).toBeVisible();
});

test('a draft that was typed and never submitted is there after a reload', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await write(page, '// half an idea');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('.view-lines')).toContainText('half an idea');
});

test('leaving while it is graded and coming back shows the verdict', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await write(page, solutionOf('first-graph'));
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.locator('.verdict')).not.toHaveAttribute('data-status', 'idle');
  await page.waitForFunction(() => document.querySelector('.verdict')?.getAttribute('data-status') !== 'sending');
  await page.goto('/en/challenges');
  await page.goBack();
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'AC', { timeout: 30_000 });
});
