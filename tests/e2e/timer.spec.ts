import { expect, test } from './test.ts';
import { openChallenge } from './workspace.ts';

const seconds = (text: string | null): number =>
  (text ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

test('time is counted unseen, shown when asked for, goes on after a reload, and can be hidden again', async ({
  page,
}) => {
  test.slow();
  await openChallenge(page, 'first-graph');
  const timer = page.getByRole('timer', { name: 'Time on this challenge' });
  await expect(timer).toHaveCount(0);
  await page.getByRole('button', { name: 'Show my time' }).click();
  await expect.poll(async () => seconds(await timer.textContent())).toBeGreaterThan(1);
  const before = seconds(await timer.textContent());
  await page.reload();
  await expect.poll(async () => seconds(await timer.textContent()), { timeout: 45_000 }).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(timer).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show my time' })).toBeVisible();
  await expect(timer).toHaveCount(0);
});
