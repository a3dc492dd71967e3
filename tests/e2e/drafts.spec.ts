import { expect, type Page, test } from './test.ts';
import { openChallenge, write } from './workspace.ts';

const saved = (page: Page) => expect(page.locator('[data-draft="saved"]')).toBeVisible();
const text = (page: Page) => page.locator('.view-lines').first();
/** Browsers under test believe that every page is looked at: coming back to one has to be said. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test('two tabs: the one that is come back to shows what the other saved, and undo returns its own', async ({
  page,
}) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  await write(page, '// from the first');
  await saved(page);
  const other = await page.context().newPage();
  await openChallenge(other, 'first-graph');
  await expect(text(other)).toContainText('from the first');
  await write(other, '// from the second');
  await saved(other);
  await comeBack(page);
  await expect(text(page)).toContainText('from the second');
  await expect(page.getByRole('status').filter({ hasText: 'saved elsewhere' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text(page)).toContainText('from the first');
});

test('two tabs that both change the code: nothing is saved over before the reader has chosen', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  await write(page, '// the beginning');
  await saved(page);
  const other = await page.context().newPage();
  await openChallenge(other, 'first-graph');
  await write(other, '// from the second');
  await saved(other);
  await write(page, '// from the first');
  const question = page.getByRole('alert').filter({ hasText: 'Nothing is lost' });
  await expect(question).toBeVisible();
  const read = async () => (await page.request.get('/api/v1/drafts/first-graph')).json();
  expect(await read()).toMatchObject({ source: '// from the second' });
  await question.getByRole('button', { name: /^Use the one saved/ }).click();
  await expect(text(page)).toContainText('from the second');
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(text(page)).toContainText('from the first');
  await expect.poll(read).toMatchObject({ source: '// from the first' });
});

test('two tabs without a network that are both closed: each text comes back', async ({ page, context }) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  const other = await context.newPage();
  await openChallenge(other, 'first-graph');
  await context.setOffline(true);
  await write(page, '// from the first');
  await write(other, '// from the second');
  await expect(other.locator('[data-draft="local"]')).toBeVisible();
  await Promise.all([page.close(), other.close()]);
  await context.setOffline(false);

  const later = await context.newPage();
  await openChallenge(later, 'first-graph');
  await expect(text(later)).toContainText('from the second');
  await later.getByRole('button', { name: /^Use the one of another tab/ }).click();
  await expect(text(later)).toContainText('from the first');
  await saved(later);
  await later.reload();
  await expect(text(later)).toContainText('from the first', { timeout: 45_000 });
  await expect(later.getByRole('alert').filter({ hasText: 'Nothing is lost' })).toHaveCount(0);
});
