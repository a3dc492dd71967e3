import { expect, type Page, test } from './test.ts';
import { openChallenge, solutionOf, verdictOf, write } from './workspace.ts';

const endless = 'for (;;) {}\n';
/** Of those with the longest time limit: there is time to press a button. */
const patient = 'ring-all-reduce';
const line = (page: Page) => page.locator('.verdict');

test('a submission that is stopped leaves no verdict and no trace, and the next one is graded', async ({ page }) => {
  test.slow();
  await openChallenge(page, patient);
  await write(page, endless);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(line(page)).toHaveAttribute('data-status', 'running', { timeout: 60_000 });
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveAttribute('data-status', 'stopped');
  await expect(line(page)).toContainText('no verdict, no attempt');
  await expect(stop).toHaveCount(0);
  await expect(page.locator('#pane-results')).toBeFocused();
  await expect(page.getByRole('tab', { name: 'History' })).toHaveText('History');
  await expect(page.locator('.view-lines')).toContainText('for (;;)');
  await page.reload();
  await expect(line(page)).toHaveAttribute('data-status', 'idle');

  await openChallenge(page, 'first-graph');
  await write(page, solutionOf('first-graph'));
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  await page.goto('/en/progress');
  await expect(page.getByText('All numbers, 1 challenge')).toBeVisible();
});

test('what waits in the queue can be stopped as well', async ({ page }) => {
  test.slow();
  await openChallenge(page, 'first-graph', 'zh');
  expect((await page.request.post('/api/v1/session', { data: {} })).ok()).toBe(true);
  const ahead: string[] = [];
  for (let i = 0; i < 3; i++) {
    const data = { challenge: patient, language: 'typescript', kind: 'submit', source: endless };
    ahead.push((await (await page.request.post('/api/v1/submissions', { data })).json()).id);
  }
  await write(page, solutionOf('first-graph'));
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(line(page)).toHaveAttribute('data-status', 'queued');
  await page.getByRole('button', { name: '停止' }).click();
  await expect(line(page)).toHaveAttribute('data-status', 'stopped');
  await expect(line(page)).toContainText('已停止');
  for (const id of ahead) await page.request.post(`/api/v1/submissions/${id}/stop`);
});
