import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { ended, losses, openPlay, runToEnd, training, weight } from './playground.ts';
import { write } from './workspace.ts';

// Workers of the browser are the browser's work: on a machine that is busy with other things they start late.
test.beforeEach(() => test.slow());

const console = (page: import('@playwright/test').Page) => page.locator('.output .console');

test('a training run in the browser prints what PyTorch prints, draws its curve and its graph', async ({ page }) => {
  await openPlay(page);
  await write(page, training('cpu'));
  expect(await runToEnd(page)).toBe('done');
  await expect(console(page)).toContainText(weight);
  for (const [at, loss] of losses.entries())
    await expect(console(page)).toContainText(`${(at + 1) * 10} tensor(${loss.toFixed(4)}, grad_fn=`);
  await expect(page.locator('.output figure .plot').first()).toBeVisible();
  await expect(page.locator('.output figure tbody tr')).toHaveCount(50);
  await expect(
    page.getByRole('img', { name: /Autograd graph of MseLossBackward0: \d+ nodes, 4 leaves/ }),
  ).toBeVisible();
  await page.getByText('As a list').click();
  await expect(page.locator('.output ol.graph li').first()).toContainText('MseLossBackward0');
});

test('every example runs to its end in the browser, with no error in the editor', async ({ page }) => {
  await openPlay(page);
  const names = await page
    .locator('.editor-bar option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect(names.filter(Boolean).length).toBeGreaterThan(4);
  for (const name of names.filter((value) => value !== null && value !== '')) {
    await page.getByRole('combobox', { name: 'Example' }).selectOption(name);
    expect(await runToEnd(page), String(name)).toBe('done');
    await expect(console(page)).not.toHaveText('');
    await expect(page.locator('.squiggly-error')).toHaveCount(0);
  }
});

test('a program that is run before the engine has come waits for it', async ({ page }) => {
  let asked = false;
  await page.route('**/engine/worker.js*', async (route) => {
    asked = true;
    await new Promise((resolve) => setTimeout(resolve, 8000));
    await route.continue();
  });
  await openPlay(page);
  await write(page, "console.log('patient');\n");
  expect(await runToEnd(page)).toBe('done');
  expect(asked).toBe(true);
  await expect(console(page)).toHaveText('patient');
});

test('an error is told at the user’s own line, in the output and in the editor', async ({ page }) => {
  await openPlay(page);
  await write(
    page,
    "type Long = { a: number };\nimport torch from 'torch';\n\ntorch.ones(2, 3).matmul(torch.ones(2, 3));\n",
  );
  expect(await runToEnd(page)).toBe('threw');
  await expect(page.locator('.problem')).toContainText('mat1 and mat2 shapes cannot be multiplied');
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 4' }).click();
  await expect(page.locator('.monaco-editor.focused')).toHaveCount(1);

  await write(page, 'const = 1;\n');
  expect(await runToEnd(page)).toBe('not-compiled');
  await expect(page.getByRole('button', { name: 'Go to line 1' }).first()).toBeVisible();
  await write(page, "import fs from 'node:fs';\nconsole.log(fs);\n");
  expect(await runToEnd(page)).toBe('not-compiled');
  await expect(page.locator('.problem')).toContainText("Only 'torch' can be imported, not 'node:fs'.");
  await write(page, "Promise.resolve().then(() => { throw new Error('too late'); });\n");
  expect(await runToEnd(page)).toBe('threw');
  await expect(page.locator('.problem')).toContainText('too late');
});

test('Stop ends a loop that never would, and the next run is as fast as ever', async ({ page }) => {
  await openPlay(page);
  await write(page, "console.log('begun');\nfor (;;);\n");
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console(page)).toHaveCount(0);
  await expect(page.locator('.output-head')).toHaveAttribute('data-phase', 'running');
  // The page itself is never blocked.
  await page.getByRole('combobox', { name: 'Example' }).focus();
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(await ended(page)).toBe('stopped');
  await write(page, "console.log('again');\n");
  expect(await runToEnd(page)).toBe('done');
  await expect(console(page)).toHaveText('again');
});

test('a run that takes too long is ended by the page’s own clock', async ({ page }) => {
  await page.clock.install();
  await openPlay(page);
  await write(page, 'for (;;);\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.output-head')).toHaveAttribute('data-phase', 'running');
  await page.clock.fastForward(31_000);
  expect(await ended(page)).toBe('too-long');
});

test('a run that prints without end is ended, and what it printed is bounded', async ({ page }) => {
  await openPlay(page);
  await write(page, "for (;;) console.log('x'.repeat(1000));\n");
  expect(await runToEnd(page)).toBe('too-much');
  expect((await console(page).textContent())?.length).toBeLessThan(400_000);
});

test('a program reaches no network, no storage and no page', async ({ page }) => {
  const asked: string[] = [];
  page.on('response', (response) => asked.push(response.url()));
  await openPlay(page);
  await write(
    page,
    `const host: any = globalThis;
console.log(['fetch', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'indexedDB', 'caches', 'postMessage', 'navigator', 'Worker', 'self'].filter((name) => host[name] !== undefined).length);
(new Function('return import("/api/health")')() as Promise<unknown>).then(() => console.log('came in'), () => console.log('kept out'));
try { Array.prototype.push = () => 0; } catch { console.log('frozen'); }
`,
  );
  await runToEnd(page);
  await expect(console(page)).toContainText('0\nfrozen');
  await expect(console(page)).not.toContainText('came in');
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  const worker = await page.request.get(asked.find((url) => url.includes('/engine/worker.js')) ?? '');
  expect(worker.headers()['content-security-policy']).toBe("default-src 'none'; script-src 'unsafe-eval'");
  expect(worker.headers()['cache-control']).toContain('immutable');
});

test('the code is kept on this device, and a link carries it to another, where it runs only when asked', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPlay(page);
  await write(page, "console.log('carried 🧳');\n");
  await page.reload();
  await expect(page.locator('.view-lines')).toContainText('carried', { timeout: 45_000 });
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/en\/play#code=[\w-]+$/);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link.replace('#', '?#'));
  await expect(other.locator('.view-lines')).toContainText('carried', { timeout: 45_000 });
  await expect(other.getByText('It runs only when you press Run.')).toBeVisible();
  await expect(other.locator('.output-head')).toHaveAttribute('data-phase', 'idle');
  expect(await runToEnd(other)).toBe('done');
  await expect(other.locator('.output .console')).toHaveText('carried 🧳');
  // What is typed is no longer what the link holds.
  await write(other, '// mine\n');
  expect(new URL(other.url()).hash).toBe('');
  await other.goto(link);
  await expect(other.locator('.view-lines')).toContainText('carried', { timeout: 45_000 });
  await other.getByRole('button', { name: 'Back to my code' }).click();
  await expect(other.locator('.view-lines')).toContainText('// mine');
  await other.goto('/en');
  await other.goto('/en/play#code=nonsense');
  await expect(other.getByText('The link holds no code that can be read')).toBeVisible({ timeout: 45_000 });
  await expect(other.locator('.view-lines')).toContainText('// mine');
  await other.context().close();
});

test('with the keyboard alone: choose an example, run it, read the output, leave the editor', async ({ page }) => {
  await openPlay(page);
  await page.getByRole('combobox', { name: 'Example' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await ended(page)).toBe('done');
  await expect(page.getByRole('button', { name: 'Run' })).toBeFocused();
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor.focused')).toHaveCount(0);
});

for (const language of ['en', 'zh'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`axe finds nothing after a run in ${language}, ${theme}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
      await openPlay(page, language);
      expect(await runToEnd(page)).toBe('done');
      const { violations } = await new AxeBuilder({ page }).exclude('.editor-place').analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });

test('at 390 px the output is read without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlay(page, 'zh');
  await page.locator('.editor-bar .side button').last().click();
  expect(await ended(page)).toBe('done');
  await expect(page.getByRole('tab', { name: '输出' })).toHaveAttribute('aria-selected', 'true');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test('pages that do not run programs load nothing of the engine', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/en', '/en/challenges', '/en/status']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((path) => path.startsWith('/engine/') || path.includes('torch.d.ts'))).toEqual([]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Play' }).click();
  await expect(page).toHaveURL(/\/en\/play$/);
});
