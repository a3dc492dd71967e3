// What the specs do with a workspace, in a user's words.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { challengeFolder } from '#challenges/index.ts';

export const solutionOf = (id: string): string => readFileSync(`${challengeFolder(id)}/solution.ts`, 'utf8');

export async function openChallenge(page: Page, id: string, language: 'en' | 'zh' = 'en'): Promise<void> {
  await page.goto(`/${language}/challenges/${id}`);
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
}

/** Replaces the whole text as a user would who pastes: typing would have the editor close brackets. */
export async function write(page: Page, source: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(source);
}

/** Presses Submit and waits for a verdict that is newer than the one on the page. */
export async function verdictOf(page: Page, press: 'Run' | 'Submit', timeout = 30_000): Promise<string> {
  await page.getByRole('button', { name: new RegExp(`^${press}`) }).click();
  const line = page.locator('.verdict');
  await expect(line)
    .not.toHaveAttribute('data-status', 'done', { timeout: 5_000 })
    .catch(() => undefined);
  await expect(line).toHaveAttribute('data-status', 'done', { timeout });
  return (await line.getAttribute('data-verdict')) ?? '';
}
