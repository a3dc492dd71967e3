import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './test.ts';
import { challengeFolder } from '#challenges/index.ts';
import { solutionOf, verdictOf, write } from './workspace.ts';

// Workers of the browser are the browser's work: on a machine that is busy with other things they start late.
test.beforeEach(() => test.slow());

/** Opens a challenge and waits until a run can begin in the browser. */
async function openLoaded(page: Page, id: string, language: 'en' | 'zh' = 'en'): Promise<void> {
  await page.goto(`/${language}/challenges/${id}`);
  await expect(page.locator('.work[data-runs-here="true"]')).toBeAttached({ timeout: 90_000 });
}
const line = (page: Page) => page.locator('.verdict');
const sentAnything = (page: Page) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/submissions')) sent.push(request.url());
  });
  return sent;
};

test('Run is judged in the browser, is marked as such, and Submit is graded on the server', async ({ page }) => {
  const sent = sentAnything(page);
  await openLoaded(page, 'first-graph');
  await write(page, solutionOf('first-graph'));
  expect(await verdictOf(page, 'Run', 90_000)).toBe('AC');
  expect(sent).toEqual([]);
  await expect(line(page)).toContainText('Run in your browser; only Submit is graded and kept.');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveText('History');
  const { violations } = await new AxeBuilder({ page })
    .include('.pane.results')
    .include('.pane.coding')
    .exclude('.editor-place')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await verdictOf(page, 'Submit')).toBe('AC');
  expect(sent).toHaveLength(1);
  await expect(line(page)).not.toContainText('in your browser');
});

test('a wrong answer is told here as the server tells it: tests, sentences, named mistake', async ({ page }) => {
  for (const [id, name] of [
    ['training-loop', 'one-step-per-epoch'],
    ['best-weights-bug', ''],
  ] as const) {
    await openLoaded(page, id);
    const file = name === '' ? 'starter' : `submissions/wrong/${name}`;
    const source = readFileSync(`${challengeFolder(id)}/${file}.ts`, 'utf8');
    await write(page, source);
    const verdict = await verdictOf(page, 'Run', 90_000);
    await expect(line(page)).toContainText('Run in your browser');
    const made = await page.request.post('/api/v1/submissions', {
      data: { challenge: id, language: 'typescript', kind: 'run', source },
    });
    const { id: submission } = await made.json();
    const read = async () => (await page.request.get(`/api/v1/submissions/${submission}`)).json();
    await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe('done');
    const server = await read();
    expect(verdict, id).toBe(server.verdict);
    await expect(page.locator('.verdict h2')).toContainText(`${server.score}/${server.points}`);
    for (const { status, says } of server.tests)
      if (status === 'failed') await expect(page.locator('.behaviours')).toContainText(says.en.replaceAll('`', ''));
    await expect(page.locator('.test .verdict-cell.AC')).toHaveCount(
      server.tests.filter(({ status }: { status: string }) => status === 'passed').length,
    );
    for (const { text } of server.mistakes) await expect(page.locator('.mistake')).toContainText(text.en);
  }
});

test('what throws and what does not compile is told at the user’s own line', async ({ page }) => {
  await openLoaded(page, 'first-graph');
  const sent = sentAnything(page);
  await write(page, "type A = 1;\n\nexport function first_graph(): void {\n  throw new RangeError('not today');\n}\n");
  expect(await verdictOf(page, 'Run', 90_000)).toBe('RE');
  await expect(page.locator('.problem').first()).toContainText('RangeError: not today');
  await expect(page.getByRole('button', { name: 'Go to line 4' }).first()).toBeVisible();
  await write(page, 'export const = 1;\n');
  expect(await verdictOf(page, 'Run', 90_000)).toBe('CE');
  await expect(page.getByRole('button', { name: 'Go to line 1' }).first()).toBeVisible();
  await write(page, "throw new Error('while it loads');\n");
  expect(await verdictOf(page, 'Run', 90_000)).toBe('RE');
  await expect(page.locator('.problems')).toContainText('while it loads');
  expect(sent).toEqual([]);
});

test('a run is stopped here at once, nothing is sent, and the next one is judged', async ({ page }) => {
  await openLoaded(page, 'first-graph');
  const sent = sentAnything(page);
  await write(page, 'export const first_graph = (): void => { for (;;); };\n');
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(line(page)).toHaveAttribute('data-status', 'running');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(line(page)).toHaveAttribute('data-status', 'stopped', { timeout: 2_000 });
  await write(page, solutionOf('first-graph'));
  expect(await verdictOf(page, 'Run', 90_000)).toBe('AC');
  expect(sent).toEqual([]);
});

test('a run that the browser cannot settle is the server’s', async ({ page }) => {
  await openLoaded(page, 'first-graph');
  const sent = sentAnything(page);
  await write(page, "export const first_graph = (): void => { for (;;) console.log('x'.repeat(1000)); };\n");
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(line(page)).toHaveAttribute('data-verdict', 'OLE', { timeout: 90_000 });
  expect(sent).toHaveLength(1);
  await expect(line(page)).not.toContainText('in your browser');
});

test('without a network Run still works, and Submit waits', async ({ page, context }) => {
  await openLoaded(page, 'first-graph');
  await write(page, solutionOf('first-graph'));
  // The workers' script is kept by the browser, and workers wait already.
  await context.setOffline(true);
  await expect(page.getByRole('alert').filter({ hasText: 'Run works in your browser' })).toBeVisible();
  expect(await verdictOf(page, 'Run', 90_000)).toBe('AC');
  await expect(page.getByRole('button', { name: /^Submit/ })).toHaveAttribute('aria-disabled', 'true');
});
