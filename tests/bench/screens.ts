// node tests/bench/screens.ts [NAME…]
// Takes the pictures of docs/screens anew (or only those of the named pages): every page in both languages and both themes, at
// 1440, 1024 and 390 px, as a guest sees it who has solved a challenge, failed one and not begun the rest. Starts a service of
// its own, unless BASE_URL names one.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.js';
import { startTestedService } from '../../scripts/tested-service.js';
import { openChallenge, solutionOf, verdictOf, write } from '../e2e/workspace.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/screens');
const widths = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
/** Of a page that is longer than its window: as much as tells its design. */
const heightMax = 2200;
const quality = 55;

/** Right but for the product rule: the gradient flows only through y. */
const wrong = `import torch, { type Tensor } from 'torch';

export function first_graph(x: Tensor) {
  const leaf = x.detach().clone().requires_grad_();
  const y = leaf.mul(2).add(1);
  // z = x * y^2, so dz/dx has two parts
  const z = leaf.detach().mul(y.pow(2));
  const out = z.mean();
  const [grad] = torch.autograd.grad(out, [leaf]);
  return { y, z, out, grad };
}
`;
const threw =
  "import torch, { type Tensor } from 'torch';\n\nexport const focal_loss = (logits: Tensor) => logits.relu(1, 2);\n";

interface Place {
  readonly name: string;
  path(guest: Guest): string;
  /** What a reader does before the picture. */
  before?(page: Page, width: number): Promise<void>;
  /** Fills the window and scrolls inside. */
  readonly isBench?: true;
}
interface Guest {
  readonly wrongSubmission: string;
}

const chooseTab = async (page: Page, index: number): Promise<void> => {
  const tab = page.locator('.tabs.panes > button').nth(index);
  if (await tab.isVisible()) await tab.click();
};
const editorThere = (page: Page) =>
  page.locator('.editor[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });

const places: readonly Place[] = [
  { name: 'home', path: () => '' },
  { name: 'catalogue', path: () => '/challenges' },
  {
    name: 'challenge-new',
    path: () => '/challenges/adam-from-scratch',
    isBench: true,
    before: editorThere,
  },
  {
    name: 'challenge-wrong',
    path: () => '/challenges/first-graph',
    isBench: true,
    before: async (page) => {
      await editorThere(page);
      await chooseTab(page, 2);
    },
  },
  {
    name: 'challenge-solved',
    path: () => '/challenges/strides-and-views',
    isBench: true,
    before: async (page, width) => {
      await editorThere(page);
      if (width > 1000) await page.locator('.statement [role=tab]').nth(3).click();
    },
  },
  {
    name: 'play',
    path: () => '/play',
    isBench: true,
    before: async (page) => {
      await editorThere(page);
      await chooseTab(page, 0);
      await page.locator('.editor-bar .primary').click();
      await page.locator('.output-head[data-phase="done"], .output .plot').first().waitFor({ timeout: 90_000 });
      await chooseTab(page, 1);
    },
  },
  { name: 'progress', path: () => '/progress' },
  { name: 'settings', path: () => '/settings' },
  { name: 'status', path: () => '/status' },
  { name: 'submission', path: ({ wrongSubmission }) => `/submissions/${wrongSubmission}` },
  { name: 'style', path: () => '/style' },
  { name: 'not-found', path: () => '/no-such-page' },
];

/** A guest with a history: an answer that is wrong, some that are right, one that threw. */
async function makeGuest(context: BrowserContext): Promise<Guest> {
  const page = await context.newPage();
  const submit = async (id: string, source: string): Promise<void> => {
    await openChallenge(page, id);
    await write(page, source);
    await verdictOf(page, 'Submit', 90_000);
  };
  for (const id of ['strides-and-views', 'session-vs-eager', 'custom-mse']) await submit(id, solutionOf(id));
  await submit('focal-loss', threw);
  await submit('first-graph', wrong);
  await page.locator('[data-draft="saved"]').waitFor();
  const list = await (await page.request.get('/api/v1/submissions?challenge=first-graph')).json();
  await page.close();
  return { wrongSubmission: String(list.submissions[0].id) };
}

async function take(page: Page, file: string, isBench: boolean): Promise<number> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = isBench ? size.height : Math.min(heightMax, whole);
  // A bar that sticks to the window would stand in the middle of a picture that is longer.
  if (height !== size.height) await page.setViewportSize({ ...size, height });
  await page.waitForTimeout(150);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await session.detach();
  await page.setViewportSize(size);
  const bytes = Buffer.from(data, 'base64');
  await writeFile(file, bytes);
  return bytes.length;
}

const asked = process.argv.slice(2);
const service = process.env['BASE_URL'] === undefined ? await startTestedService() : null;
const baseURL = process.env['BASE_URL'] ?? service?.url ?? '';
try {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  });
  const maker = await browser.newContext({ baseURL, locale: 'en-GB' });
  const guest = await makeGuest(maker);
  const storageState = await maker.storageState();
  await maker.close();
  let bytes = 0;
  for (const language of ['en', 'zh'] as const)
    for (const theme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL, storageState, colorScheme: theme, reducedMotion: 'reduce' });
      await context.addCookies([
        { name: 'theme', value: theme, url: baseURL },
        { name: 'zone', value: 'UTC', url: baseURL },
      ]);
      const page = await context.newPage();
      for (const place of places.filter(({ name }) => asked.length === 0 || asked.includes(name)))
        for (const size of widths) {
          await page.setViewportSize(size);
          await page.goto(`/${language}${place.path(guest)}`, { waitUntil: 'load' });
          await page.waitForLoadState('networkidle');
          await place.before?.(page, size.width);
          const file = path.join(folder, `${place.name}-${language}-${theme}-${size.width}.webp`);
          bytes += await take(page, file, place.isBench === true);
        }
      await context.close();
      console.log(`${language}, ${theme}: ${(bytes / 1e6).toFixed(1)} MB so far`);
    }
  await browser.close();
} finally {
  await service?.stop();
}
