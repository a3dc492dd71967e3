import { expect, test } from './test.ts';
import { openChallenge, write } from './workspace.ts';

test.beforeEach(({ page }) => openChallenge(page, 'first-graph'));

test('the editor completes the engine’s own methods', async ({ page }) => {
  await write(page, "import torch from 'torch';\nconst a = torch.tensor([1]);\na");
  await page.keyboard.type('.matm');
  await expect(page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'matmul' }).first()).toBeVisible({
    timeout: 30_000,
  });
});

test('the editor explains a method under the pointer', async ({ page }) => {
  await write(page, "import torch from 'torch';\nconst a = torch.tensor([1]).matmul(torch.tensor([2]));\n");
  await page.locator('.view-line span', { hasText: 'matmul' }).last().hover();
  await expect(page.locator('.monaco-hover').filter({ hasText: 'matmul' }).first()).toBeVisible({ timeout: 30_000 });
});

test('a method that does not exist is underlined as it is typed', async ({ page }) => {
  await write(page, "import torch from 'torch';\ntorch.tensor([1]).matmull();\n");
  await expect(page.locator('.squiggly-error').first()).toBeVisible({ timeout: 30_000 });
});

test('under /zh the editor itself speaks Chinese', async ({ page }) => {
  await openChallenge(page, 'first-graph', 'zh');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('F1');
  await expect(page.locator('.quick-input-list').filter({ hasText: /[\u4e00-\u9fff]{3}/ })).toBeVisible();
});

test('the keys run, submit and let Tab leave the editor', async ({ page }) => {
  await write(page, '// nothing yet');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.verdict')).not.toHaveAttribute('data-status', 'idle');
  await expect(page.locator('.verdict')).toHaveAttribute('data-status', 'done', { timeout: 30_000 });
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor.focused')).toHaveCount(0);
});

test('reset asks first, and undo brings the code back', async ({ page }) => {
  await write(page, '// mine');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Reset to the starter' }).click();
  await expect(page.locator('.view-lines')).toContainText('import');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.view-lines')).toContainText('// mine');
});

test('without a network the draft stays and nothing is sent', async ({ page, context }) => {
  await context.setOffline(true);
  await write(page, '// offline');
  await expect(page.getByRole('alert').filter({ hasText: 'No connection' })).toBeVisible();
  // Disabled to the eye, and pressed all the same.
  await page.getByRole('button', { name: /^Submit/ }).click({ force: true });
  await expect(page.locator('.verdict')).toHaveAttribute('data-status', 'idle');
  await context.setOffline(false);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
});

test('the panes are resized by keyboard, and the split is remembered', async ({ page }) => {
  const divider = page.getByRole('separator', { name: 'Resize statement and code' });
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 4));
  await page.reload();
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 4));
});
