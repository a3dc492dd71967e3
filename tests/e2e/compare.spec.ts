import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { openChallenge, verdictOf, write } from './workspace.ts';

const first = 'export const a = 1;\nexport const b = 2;\n';
const second = 'export const a = 1;\nexport const b = 3;\nexport const c = 4;\n';

test('a submission is compared with the code that is being written, and with another submission', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  await write(page, first);
  await verdictOf(page, 'Submit');
  await write(page, second);
  await verdictOf(page, 'Submit');
  await write(page, '// all anew\n');

  await page.getByRole('tab', { name: 'History 2' }).click();
  await page.getByRole('button', { name: 'Compare submission 1 with your code' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  const size = panel.getByRole('status');
  await expect(size).toHaveText('1 line added, 2 lines removed', { timeout: 30_000 });
  await expect(panel.locator('.modified .view-lines')).toContainText('all anew');
  await panel.getByLabel('After', { exact: true }).selectOption({ index: 1 });
  await expect(size).toHaveText('2 lines added, 1 line removed');
  await expect(panel.locator('.modified .view-lines')).toContainText('const c = 4;');
  await expect(panel.locator('.original .view-lines')).toContainText('const b = 2;');
  await panel.getByLabel('After', { exact: true }).selectOption({ index: 2 });
  await expect(size).toHaveText('The two are the same');
  await panel.getByLabel('Before', { exact: true }).selectOption({ index: 0 });
  await expect(size).toHaveText('2 lines added, 1 line removed');
  await panel.getByRole('button', { name: 'Next difference' }).click();
  const { violations } = await new AxeBuilder({ page })
    .include('.pane.coding')
    .include('.pane.statement')
    .exclude('.editor-place')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  // The editor under it has lost nothing, and its compiler does not take the versions for parts of the program.
  await page.getByRole('tab', { name: 'solution.ts' }).click();
  await expect(page.locator('.view-lines').first()).toContainText('all anew');
  await expect(page.locator('.pane.coding .squiggly-error')).toHaveCount(0);

  await page.getByRole('link', { name: 'Submission 2 on a page of its own' }).click();
  await expect(page).toHaveURL(/\/submissions\//);
  await page.goto(page.url().replace('/en/', '/zh/'));
  await page.getByRole('button', { name: '对比' }).click();
  await expect(page.locator('.compare [role=status]')).toHaveText('新增 2 行，删除 1 行', { timeout: 30_000 });
  await expect(page.getByLabel('修改前')).toHaveValue(/^[0-9a-f-]{36}$/);
});
