import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from './test.ts';
import { openChallenge, verdictOf, write } from './workspace.ts';

const email = `ada-${Date.now()}@example.com`;
const password = 'correct horse battery';

async function fill(page: Page, form: string, given: { email: string; password: string }): Promise<void> {
  const place = page.getByRole('form', { name: form });
  await place.getByLabel('Email').fill(given.email);
  await place.getByLabel(/^Password/).fill(given.password);
  await place.getByRole('button').click();
}

test('a guest keeps the history in an account, finds it from another browser, exports it and deletes it', async ({
  page,
  browser,
}) => {
  await openChallenge(page, 'first-graph');
  await write(page, 'export const first_graph = 1;');
  await verdictOf(page, 'Submit');
  await page.goto('/en/settings');
  await fill(page, 'Open an account', { email, password });
  await expect(page.getByText(`Signed in as ${email}.`)).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/en/settings');
  await fill(other, 'Sign in', { email, password: 'another password' });
  await expect(other.getByRole('alert').filter({ hasText: 'No account has this' })).toBeVisible();
  await fill(other, 'Open an account', { email, password });
  await expect(other.getByRole('alert').filter({ hasText: 'There is an account' })).toBeVisible();
  await fill(other, 'Sign in', { email: email.toUpperCase(), password });
  await expect(other.getByText(`Signed in as ${email}.`)).toBeVisible();

  const download = other.waitForEvent('download');
  await other.getByRole('link', { name: 'Export' }).click();
  const history = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(history).toMatchObject({
    account: { email },
    submissions: [{ challenge: 'first-graph', kind: 'submit', source: 'export const first_graph = 1;' }],
    drafts: [{ challenge: 'first-graph' }],
  });

  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('form', { name: 'Sign in' })).toBeVisible();
  await elsewhere.close();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/\/en$/);
  await page.goto('/en/settings');
  await fill(page, 'Sign in', { email, password });
  await expect(page.getByRole('alert').filter({ hasText: 'No account has this' })).toBeVisible();
  await page.goto('/en/progress');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0 of/);
});

test('theme and letters are chosen, remembered, and follow the system again', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en/settings');
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByLabel('Letters in the editor').selectOption('18');
  await openChallenge(page, 'first-graph');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.locator('.view-lines').evaluate((lines) => getComputedStyle(lines).fontSize)).toBe('18px');
  await page.goto('/en/settings');
  await expect(page.getByRole('button', { name: 'Dark', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'As the system' }).click();
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('whoever chooses Vim’s keys writes with them, and the usual ones come back', async ({ page }) => {
  await page.goto('/en/settings');
  await page.getByRole('group', { name: 'Keys in the editor' }).getByRole('button', { name: 'Vim' }).click();
  await openChallenge(page, 'first-graph');
  const line = page.locator('.vim-line');
  await expect(line).toContainText('NORMAL', { timeout: 15_000 });
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.type('ggdGiexport const a = 1;');
  await expect(line).toContainText('INSERT');
  await page.keyboard.press('Escape');
  await page.keyboard.type('yyp:1s/a/bb/');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-lines')).toHaveText('export const bb = 1;export const a = 1;');
  await page.goto('/en/settings');
  await page.getByRole('group', { name: 'Keys in the editor' }).getByRole('button', { name: 'Usual' }).click();
  await openChallenge(page, 'first-graph');
  await expect(line).toHaveCount(0);
  await write(page, 'dd');
  await expect(page.locator('.view-lines')).toHaveText('dd');
});
