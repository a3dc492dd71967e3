import { expect, type Page, test } from '@playwright/test';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

const endless = 'export const first_graph = (): void => { for (;;) {} };\n';
const status = (page: Page) => page.locator('.verdict');

test('a submission that is stopped leaves no verdict and no trace, and the next one is graded', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  await write(page, endless);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'running');
  const other = await page.context().newPage();
  await other.goto('/en/challenges/first-graph');
  await expect(status(other)).toHaveAttribute('data-status', 'running');

  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'stopped');
  await expect(status(page)).toContainText('no verdict, no attempt');
  await expect(stop).toHaveCount(0);
  await expect(page.locator('#pane-results')).toBeFocused();
  await expect(page.getByRole('tab', { name: 'History' })).toHaveText('History');
  await expect(page.locator('.view-lines')).toContainText('for (;;)');
  await expect(status(other)).toHaveAttribute('data-status', 'stopped');
  await other.close();

  await write(page, solutionOf('first-graph'));
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  await page.goto('/en/progress');
  await expect(page.locator('.figures')).toContainText('1 unaided');
  await page.getByText('All numbers, 1 challenge').click();
  // One submission, and solved by it.
  await expect(
    page
      .getByRole('row', { name: /A first graph/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('1');
});

test('what waits in the queue can be stopped as well', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'first-graph', 'zh');
  const made = await page.request.post('/api/v1/session', { data: {} });
  expect(made.ok()).toBe(true);
  const first = await page.request.post('/api/v1/submissions', {
    data: { challenge: 'training-loop', language: 'typescript', kind: 'submit', source: endless },
  });
  await write(page, solutionOf('first-graph'));
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'queued');
  await page.getByRole('button', { name: '停止' }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'stopped');
  await expect(status(page)).toContainText('已停止');
  await page.request.post(`/api/v1/submissions/${(await first.json()).id}/stop`);
});
