import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './test.ts';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

const recorded = (page: Page) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/solution')) sent.push(request.url());
  });
  return sent;
};

test('giving up asks once more, opens lesson and solution, and progress says it for good', async ({ page }) => {
  test.slow();
  const sent = recorded(page);
  await openChallenge(page, 'first-graph');
  await expect(page.getByRole('tab', { name: 'Solution and Python twin' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await page.getByRole('button', { name: 'Give up' }).click();

  // What Enter does in the question is to go on trying.
  const dialog = page.getByRole('alertdialog', { name: 'Give up and read the solution?' });
  await expect(dialog).toContainText('This cannot be taken back');
  await expect(dialog.getByRole('button', { name: 'Keep trying' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(sent).toEqual([]);
  await expect(page.locator('.lesson')).toHaveCount(0);

  await page.getByRole('button', { name: 'Give up' }).click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lesson')).toContainText('Why a copy', { timeout: 30_000 });
  await expect(page.locator('.lesson')).toBeFocused();
  await expect(page.locator('.lesson')).toContainText('Given up');
  expect(sent).toHaveLength(1);

  await write(page, '// my own');
  await page.getByRole('button', { name: 'Solution and Python twin side by side' }).click();
  const pair = page.getByRole('tabpanel', { name: 'Solution and Python twin' });
  await expect(pair.getByRole('region', { name: 'Solution', exact: true })).toContainText('requires_grad');
  await expect(pair.getByRole('region', { name: 'Twin', exact: true })).toContainText('import torch');
  const [left, right] = await Promise.all(
    ['Solution', 'Twin'].map((name) => pair.getByRole('region', { name, exact: true }).boundingBox()),
  );
  expect(left?.y).toBe(right?.y);
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  const { violations } = await new AxeBuilder({ page }).include('.pane.coding').include('.pane.statement').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await page.getByRole('tab', { name: 'solution.ts' }).click();
  await expect(page.locator('.view-lines')).toContainText('my own');

  await write(page, solutionOf('first-graph'));
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  await expect(page.locator('.verdict')).toContainText('Solved after giving up.');
  await page.goto('/en/progress');
  await expect(page.locator('.figures')).toContainText('0 unaided, 1 after giving up');
  await page.getByText('All numbers, 1 challenge').click();
  await expect(page.getByRole('row', { name: /A first graph/ })).toContainText('after giving up');
});

test('without a network nothing is opened and nothing is recorded', async ({ page, context }) => {
  await openChallenge(page, 'first-graph', 'zh');
  await page.getByRole('tab', { name: '讲解' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: '放弃并查看' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('没有打开任何内容，也没有记录');
  await context.setOffline(false);
  await page.reload();
  await page.getByRole('tab', { name: '讲解' }).click();
  await expect(page.getByRole('button', { name: '放弃' })).toBeVisible();
});

test('on a narrow window the two listings stand one below the other', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openChallenge(page, 'first-graph');
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await page.getByRole('button', { name: 'Give up' }).click();
  await page.getByRole('button', { name: 'Give up and show it' }).click();
  await page.getByRole('button', { name: 'Solution and Python twin side by side' }).click();
  const [above, below] = await Promise.all(
    ['Solution', 'Twin'].map((name) => page.getByRole('region', { name, exact: true }).boundingBox()),
  );
  expect(above?.x).toBe(below?.x);
  expect(above?.y ?? 0).toBeLessThan(below?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
