// What a page says when something is not as it should be: no network, a slow one, a database that is gone, a refusal, a queue.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, type Page, test } from './test.ts';
import { openChallenge, write } from './workspace.ts';

const passage = (page: Page) => page.locator('.passage');

test('without a network a page stays, says so, and opens others when the network is back', async ({
  page,
  context,
}) => {
  await page.goto('/en/progress');
  await context.setOffline(true);
  await expect(passage(page)).toContainText('No connection');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Challenges' }).click();
  await delay(300);
  await expect(page).toHaveURL(/\/en\/progress$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(false);
  await expect(passage(page)).toHaveText('');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Challenges' }).click();
  await expect(page).toHaveURL(/\/en\/challenges$/);
});

test('a page that takes long to come says that it is on its way, in the reader’s language', async ({ page }) => {
  await page.goto('/zh');
  await page.waitForLoadState('networkidle');
  await page.route('**/zh/challenges/*?_rsc=*', async (route) => {
    await delay(2_000);
    await route.continue();
  });
  await page.getByRole('link', { name: '开始第一题' }).click();
  await expect(passage(page)).toHaveText('正在加载');
  await expect(page).toHaveURL(/\/zh\/challenges\//, { timeout: 30_000 });
  await expect(passage(page)).toHaveText('');
});

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

test.describe('while the database is gone', () => {
  const secret = 'a secret of the tests, no other has it';
  let base = '';
  let end = (): void => undefined;
  test.beforeAll(async () => {
    const [port, nobody] = [await freePort(), await freePort()];
    const data = mkdtempSync(path.join(tmpdir(), 'gradgym-states-'));
    const web = spawn(
      process.execPath,
      ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
      {
        cwd: path.resolve(import.meta.dirname, '../..'),
        env: {
          ...process.env,
          NODE_ENV: 'production',
          DATABASE_URL: `postgresql://nobody:nothing@127.0.0.1:${nobody}/none`,
          GRADGYM_DATA_DIR: data,
          GRADGYM_SECRET: secret,
        },
        stdio: 'ignore',
      },
    );
    base = `http://localhost:${port}`;
    end = () => {
      web.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    };
    for (let tries = 0; tries < 200; tries++) {
      if (
        await fetch(`http://127.0.0.1:${port}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await delay(200);
    }
    throw new Error('the web tier without a database did not answer');
  });
  test.afterAll(() => end());

  for (const place of ['/challenges', '/challenges/first-graph', '/progress', '/settings'])
    test(`${place} says that the service is being worked on, and asks again until it is back`, async ({ page }) => {
      // Someone known: who has no session needs no database to be told so.
      const signature = createHmac('sha256', secret).update('token').digest('base64');
      const value = encodeURIComponent(`token.${signature}`);
      await page.context().addCookies([{ name: 'gradgym.session_token', value, url: base }]);
      await page.goto(`${base}/en${place}`);
      await expect(page.locator('.blank[data-cause="down"]')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('GradGym is being worked on');
      await page.route('**/api/ready', (route) => route.fulfill({ status: 200, json: { ready: true } }));
      await page.waitForRequest((request) => request.url().includes(place) && request.url().includes('_rsc'), {
        timeout: 20_000,
      });
    });

  test('home and status open, and the interface answers 503 with a time', async ({ page, request }) => {
    await page.goto(`${base}/en`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('PyTorch interview questions, answered in code');
    await page.goto(`${base}/en/status`);
    await expect(page.getByText('not reached')).toBeVisible();
    const refused = await request.post(`${base}/api/v1/session`, { data: {} });
    expect(refused.status()).toBe(503);
    expect(refused.headers()['retry-after']).toBe('5');
    expect((await refused.json()).error.code).toBe('unavailable');
  });
});

const refusing = (page: Page, status: number, error: Record<string, unknown>) =>
  page.route('**/api/v1/submissions', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status, json: { error: { reason: 'no', field: null, ...error } } })
      : route.continue(),
  );

test('too many submissions are answered with the time to wait, and a service that is away with words', async ({
  page,
}) => {
  await openChallenge(page, 'first-graph');
  await write(page, 'export const first_graph = 1;');
  await refusing(page, 429, { code: 'too-many', retryAfterSeconds: 7 });
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: '7 seconds' })).toBeVisible();
  await page.unroute('**/api/v1/submissions');
  await refusing(page, 503, { code: 'unavailable', retryAfterSeconds: 5 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'being worked on' })).toBeVisible();
  await page.unroute('**/api/v1/submissions');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.verdict')).toHaveAttribute('data-status', 'done', { timeout: 30_000 });
});

test('who waits reads the place in the queue and the time, or that nobody grades', async ({ page }) => {
  await openChallenge(page, 'first-graph');
  await write(page, 'export const first_graph = 1;');
  let queue = { ahead: 4, waitSeconds: 6 as number | null, slots: 1 };
  await page.route('**/api/v1/submissions/*/events', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `retry: 100\n\nid: 1\nevent: status\ndata: ${JSON.stringify({ status: 'queued', queue })}\n\n`,
    }),
  );
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.locator('.verdict')).toContainText('4 before you, about 6 seconds. You can go on editing.');
  queue = { ahead: 4, waitSeconds: null, slots: 0 };
  await expect(page.locator('.verdict')).toContainText('Nothing grades at the moment.');
  await page.unroute('**/api/v1/submissions/*/events');
  await expect(page.locator('.verdict')).toHaveAttribute('data-status', 'done', { timeout: 30_000 });
});

test('a submission that ended as our fault says so, is not scored, and is submitted again at a press', async ({
  page,
}) => {
  await openChallenge(page, 'first-graph');
  await write(page, 'export const first_graph = 1;');
  await page.route('**/api/v1/submissions/*/events', async (route) => {
    const id = route.request().url().split('/').at(-2) ?? '';
    const whole = await (await page.request.get(`/api/v1/submissions/${id}`)).json();
    const faulty = { ...whole, status: 'done', verdict: 'IE', score: null, points: null, queue: null };
    await route.fulfill({
      contentType: 'text/event-stream',
      body: `id: 1000000\nevent: done\ndata: ${JSON.stringify(faulty)}\n\n`,
    });
  });
  await page.getByRole('button', { name: /^Submit/ }).click();
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', 'IE');
  await expect(page.locator('.verdict')).toContainText('Our fault. Nothing is counted; please submit again.');
  await page.unroute('**/api/v1/submissions/*/events');
  await page.getByRole('button', { name: 'Submit again' }).click();
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', /^(WA|RE)$/, { timeout: 30_000 });
});

test('a submission that is somebody else’s is not there, and tells where to sign in', async ({ page }) => {
  const response = await page.goto('/en/submissions/00000000-0000-4000-8000-000000000000');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such submission for you');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/en\/settings/);
});

test('too many sign-ins are answered with the time to wait', async ({ page }) => {
  await page.goto('/en/settings');
  await page.route('**/api/v1/account/sign-in', (route) =>
    route.fulfill({
      status: 429,
      json: { error: { code: 'too-many', reason: 'no', field: null, retryAfterSeconds: 9 } },
    }),
  );
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('Email').fill('a@example.com');
  await form.getByLabel(/^Password/).fill('correct horse battery');
  await form.getByRole('button').click();
  await expect(form.getByRole('alert')).toContainText('9 seconds');
});
