// Ways through the product that are not the shortest: in Chinese, by keyboard alone, on a phone, in two tabs, through a crash.
import { readFileSync } from 'node:fs';
import { challengeFolder } from '#challenges/index.ts';
import { expect, type Page, test } from './test.ts';
import { openChallenge, solutionOf, write } from './workspace.ts';

const saved = (page: Page) => expect(page.locator('[data-draft="saved"]')).toBeVisible();

test('a first visit in Chinese ends with an accepted answer, all of it in Chinese', async ({ page }) => {
  await page.goto('/zh');
  await page.getByRole('link', { name: '查看全部 20 个问题' }).click();
  await page
    .getByRole('link', { name: /计算图|第一张/ })
    .first()
    .waitFor();
  await openChallenge(page, 'first-graph', 'zh');
  await expect(page.locator('.verdict')).toContainText('尚未运行');
  await write(page, solutionOf('first-graph'));
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'AC', { timeout: 45_000 });
  await expect(page.locator('.verdict h2')).toContainText('通过');
  await expect(page.locator('.verdict .meta')).toContainText('全部正确');
  await page.getByRole('tab', { name: '讲解' }).click();
  await expect(page.locator('.lesson .read')).toBeVisible();
  // Words of the interface that were left in English would be seen here.
  const words = await page.locator('.editor-bar, .tabs, .verdict').allInnerTexts();
  expect(words.join(' ')).not.toMatch(/\b(Submit|Reset|Statement|Hints|Results|saved|Accepted)\b/);
});

test('in Chinese, a wrong answer gets its name, a hint opens, giving up opens the lesson, and what was wrong is put right', async ({
  page,
}) => {
  test.slow();
  await openChallenge(page, 'training-loop', 'zh');
  const wrong = `${challengeFolder('training-loop')}/submissions/wrong/loss-kept-with-its-graph.ts`;
  await write(page, readFileSync(wrong, 'utf8'));
  await page.getByRole('button', { name: /^提交/ }).click();
  const verdict = page.locator('.verdict');
  await expect(verdict).toHaveAttribute('data-verdict', 'WA', { timeout: 45_000 });
  await expect(page.locator('.mistake')).toContainText('表现与一个常见错误一致');
  await expect(page.locator('.mistake')).toContainText('损失该留下什么');

  await page.getByRole('tab', { name: '提示 0/3' }).click();
  await page.getByRole('button', { name: '提示 1' }).click();
  await expect(page.getByRole('tab', { name: '提示 1/3' })).toBeVisible();
  await page.getByRole('tab', { name: '讲解' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('button', { name: '放弃并查看' }).click();
  await page.locator('.mistake').getByRole('link', { name: '为什么：损失该留下什么' }).click();
  await expect(page.locator('.lesson p', { hasText: '通向整张图' })).toBeFocused();

  await write(page, solutionOf('training-loop'));
  await saved(page);
  await page.reload();
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(verdict).toHaveAttribute('data-verdict', 'AC', { timeout: 45_000 });
  await expect(verdict).toContainText('放弃后完成');
});

test('by keyboard alone: from the catalogue to an accepted answer', async ({ page }) => {
  await page.goto('/en/challenges');
  await page.waitForLoadState('networkidle');
  // The key is heard once the page is awake.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('first graph');
  await expect(page.locator('.cat-row')).toHaveCount(1);
  const link = page.getByRole('link', { name: 'A first graph' });
  for (let presses = 0; presses < 30 && !(await link.evaluate((one) => one === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  const inEditor = () => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
  for (let presses = 0; presses < 60 && !(await inEditor()); presses++) await page.keyboard.press('Tab');
  expect(await inEditor()).toBe(true);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(solutionOf('first-graph'));
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'AC', { timeout: 45_000 });
  // The editor keeps the focus, and lets it go when asked.
  expect(await inEditor()).toBe(true);
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  expect(await inEditor()).toBe(false);
});

test('a screen reader finds editor, verdict and results by their names', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await expect(page.getByRole('textbox', { name: /^Editor, solution\.ts/ })).toBeAttached();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(/workspace$/);
  await write(page, 'export const first_graph = (): null => null;');
  await page.getByRole('button', { name: /^Submit/ }).click();
  const results = page.getByRole('region', { name: 'Results' });
  const verdict = results.getByRole('status').filter({ has: page.getByRole('heading') });
  await expect(verdict).toHaveAttribute('data-status', 'done', { timeout: 45_000 });
  await expect(verdict).toHaveAttribute('aria-busy', 'false');
  await expect(verdict.getByRole('heading')).toContainText(/Wrong answer|Run-time error/);
  await expect(results.getByRole('img', { name: /^(failed|threw an error|error|threw)/ }).first()).toBeAttached();
  for (const table of await results.getByRole('table').all()) {
    const name = await table.evaluate(
      (one) =>
        one.getAttribute('aria-label') ??
        one.getAttribute('aria-labelledby') ??
        one.querySelector('caption')?.textContent,
    );
    expect(name ?? '').not.toBe('');
  }
  for (const divider of await page.getByRole('separator').all()) await expect(divider).toHaveAttribute('aria-valuenow');
});

test('a phone reads a challenge, and what is written there is kept', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/challenges');
  await page.getByRole('link', { name: 'A first graph' }).click();
  const panes = page.getByRole('tablist', { name: 'Panes' });
  await expect(panes.getByRole('tab', { name: 'Statement' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.statement .read').first()).toBeVisible();
  for (const name of ['Code', 'Results', 'Statement']) {
    await panes.getByRole('tab', { name }).click();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, name).toBeLessThanOrEqual(0);
  }
  const letters = await page
    .locator('.statement .read p')
    .first()
    .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  expect(letters).toBeGreaterThanOrEqual(16);
});

test('what was typed in the moment before a tab crashed is there again, though it never reached the server', async ({
  page,
  context,
}) => {
  await openChallenge(page, 'first-graph');
  await page.route('**/api/v1/drafts/**', (route) => route.abort());
  await write(page, '// the last words');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await openChallenge(next, 'first-graph');
  await expect(next.locator('.view-lines')).toContainText('the last words');
  await saved(next);
});

test('two tabs: the second is told what the first has saved, and chooses', async ({ page, context }) => {
  await openChallenge(page, 'first-graph');
  await write(page, '// both know this');
  await saved(page);
  const other = await context.newPage();
  await openChallenge(other, 'first-graph');
  await write(page, '// from the first tab');
  await saved(page);
  await write(other, '// from the second tab');
  const told = other.getByRole('alert').filter({ hasText: 'changed' });
  await expect(told).toBeVisible();
  await expect(other.locator('.view-lines')).toContainText('from the second tab');
  await told.getByRole('button').nth(1).click();
  await expect(other.locator('.view-lines')).toContainText('from the first tab');
  await other.close();
});
