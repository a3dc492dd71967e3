import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './test.ts';
import { openChallenge } from './workspace.ts';

const places = [
  '',
  '/challenges',
  '/challenges/first-graph',
  '/questions/4.1',
  '/play',
  '/progress',
  '/settings',
  '/status',
  '/style',
  '/no-such-page',
];

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (path.includes('/challenges/') || path.endsWith('/play'))
    await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  // Some come in two parts.
  await expect(page.locator('h1')).toBeVisible();
}

for (const language of ['en', 'zh'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`axe finds nothing on any page in ${language}, ${theme}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
      for (const place of places) {
        await visit(page, `/${language}${place}`);
        // Monaco's own markup is Monaco's to answer for.
        const { violations } = await new AxeBuilder({ page })
          .exclude('.editor-place')
          .exclude('nextjs-portal')
          .analyze();
        expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
          [],
        );
      }
    });

test('nothing is fetched from another origin', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin) foreign.push(request.url());
  });
  for (const place of places) await visit(page, `/en${place}`);
  expect(foreign).toEqual([]);
});

test('a page runs only scripts of this server and of this very answer; what is no page runs none', async ({ page }) => {
  const nonces = new Set<string>();
  for (const place of [...places, '/submissions/00000000-0000-4000-8000-000000000000']) {
    const response = await page.request.get(`/en${place}`);
    const headers = response.headers();
    const scripts = /script-src ([^;]*);/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
    const nonce = /^'self' 'nonce-([\w+/=]{24})'$/.exec(scripts)?.[1] ?? '';
    expect(nonce, `${place}: ${scripts}`).not.toBe('');
    nonces.add(nonce);
    const inline = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(inline.length).toBeGreaterThan(0);
    expect(
      inline.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes(' src=')),
      place,
    ).toEqual([]);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  }
  expect(nonces.size).toBe(places.length + 1);
  for (const path of ['/api/ready', '/api/v1/challenges', '/api/v1/nowhere', '/metrics', '/icon.svg'])
    expect((await page.request.get(path)).headers()['content-security-policy'], path).toContain("default-src 'none';");
});

test('a nonce that the client names is replaced', async ({ request }) => {
  const made = "script-src 'nonce-bWFkZSB1cCBieSBhIGNsaWVudA=='";
  const response = await request.get('/en', { headers: { 'content-security-policy': made } });
  expect(await response.text()).not.toContain('bWFkZSB1cCBieSBhIGNsaWVudA');
});

test.describe('a script that slipped in', () => {
  test.use({ allowedViolation: /inline script|kInlineViolation/ });
  test('is refused by the browser', async ({ page }) => {
    const heard = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
    await page.route('/en/status', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<main', '<script>document.title = "slipped in"</script><main');
      await route.fulfill({ response, body });
    });
    await page.goto('/en/status');
    await heard;
    expect(await page.title()).not.toBe('slipped in');
  });
});

test('the language switch keeps the page and is remembered', async ({ page, context }) => {
  await page.goto('/en/challenges');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/challenges$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect((await context.cookies()).find(({ name }) => name === 'lang')?.value).toBe('zh');
});

test('the theme follows the system until it is chosen, and the choice is in the first byte', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  expect(await paper()).not.toBe(dark);
  const html = await (await page.request.get('/en')).text();
  expect(html).toMatch(/<html[^>]*data-theme="light"/);
});

test('at 390 px nothing is wider than the window, and the panes are tabs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of places) {
    await page.goto(`/zh${place}`);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, place).toBeLessThanOrEqual(0);
  }
  await openChallenge(page, 'first-graph');
  const panes = page.getByRole('tablist', { name: 'Panes' });
  await panes.getByRole('tab', { name: 'Statement' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panes.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
});

test('the catalogue is searched by keyboard and filtered', async ({ page }) => {
  await page.goto('/en/challenges');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('/');
  await page.keyboard.type('focal');
  await expect(page.locator('.cat-row')).toHaveCount(1);
  await page.getByRole('button', { name: 'Solved' }).click();
  await expect(page.getByText('No challenge matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page.locator('.question')).toHaveCount(20);
});

test('an interview question is answered, explained, kept over a reload and answered again', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  const first = page.locator('.asked').first();
  await page.getByRole('tab', { name: 'Questions' }).click();
  await first.getByRole('radio').nth(1).check();
  await first.getByRole('button', { name: 'Check' }).click();
  await expect(first.getByRole('status')).toHaveText('Not right.');
  await expect(first.locator('.why')).toHaveCount(3);
  const ordering = page.locator('.asked').filter({ has: page.locator('.ordering') });
  const line = await ordering.locator('li').nth(1).locator('span').nth(1).textContent();
  await ordering.getByRole('button', { name: 'Move line 2 up' }).click();
  await expect(ordering.locator('li').first()).toContainText(line ?? '');
  const { violations } = await new AxeBuilder({ page }).include('.questions').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await page.reload();
  await page.getByRole('tab', { name: 'Questions' }).click();
  await first.getByRole('button', { name: 'Answer again' }).click();
  await first.getByRole('radio').first().check();
  await first.getByRole('button', { name: 'Check' }).click();
  await expect(first.getByRole('status')).toHaveText('Right.');
});

test('an unknown challenge and an unknown language are not found', async ({ page }) => {
  for (const path of ['/en/challenges/no-such-challenge', '/fr', '/en/nowhere']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
});

test('the status page says what grades here and names every layer of the jail, in both languages', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Status' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A submission made now is graded');
  const { workers } = await (await page.request.get('/api/ready')).json();
  const layers: { state: string; detail: string }[] = workers[0].jail;
  expect(layers).toHaveLength(9);
  await expect(page.locator('.status li')).toHaveCount(9);
  for (const [i, { state, detail }] of layers.entries()) {
    await expect(page.locator('.status li').nth(i)).toHaveClass(state);
    await expect(page.locator('.status li').nth(i).locator('.detail')).toHaveText(detail);
  }
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在提交即可评测');
});

test('a set of questions is answered without a challenge, and the catalogue knows how far it has come', async ({
  page,
}) => {
  await page.goto('/en/challenges');
  const row = page.locator('.cat-row', { hasText: 'PyTorch and TensorFlow' });
  await expect(row.locator('.best')).toHaveText('–/10');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/en\/questions\/1\.1$/);
  const asked = page.locator('.asked');
  await expect(asked).toHaveCount(10);
  const first = asked.first();
  await first.getByRole('radio').first().check();
  await first.getByRole('button', { name: 'Check' }).click();
  await expect(first.getByRole('status')).toHaveText('Right.');
  const numeric = asked.filter({ hasText: 'How often is it traced?' });
  await numeric.getByRole('textbox').fill('3');
  await numeric.getByRole('button', { name: 'Check' }).click();
  await expect(numeric.getByRole('status')).toHaveText('Not right.');
  await expect(page.getByText('2 of 10 answered, 1 of them right.')).toBeVisible();
  await page.getByRole('link', { name: /^1\.1/ }).click();
  await expect(row.locator('.best')).toHaveText('1/10');
  await expect(row.getByRole('img', { name: 'Tried' })).toBeVisible();
  await page.getByLabel('Kind', { exact: true }).selectOption('questions');
  await expect(page.locator('.cat-row')).toHaveCount(4);
});
