// node tests/bench/pages.ts [RUNS] [--lighthouse]
// In a real browser, per page, medians of RUNS (5): what is transferred on a first visit, the largest paint, how far the layout
// shifts, and how long it takes until the editor can be seen, on a first visit (cold) and on the next (warm). With --lighthouse
// also the scores of that tool under its desktop settings; `npx` fetches it. Starts a service of its own, unless BASE_URL names
// one. Prints and judges nothing: the numbers are this machine's.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { findBrowser } from '../../scripts/browser.js';
import { startTestedService } from '../../scripts/tested-service.js';

const lighthouseVersion = '13.5.0';
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const runs = Number(given[0] ?? 5);
const pages = [
  { name: 'home', path: '/en', editor: false },
  { name: 'catalogue', path: '/en/challenges', editor: false },
  { name: 'catalogue, zh', path: '/zh/challenges', editor: false },
  { name: 'challenge', path: '/en/challenges/first-graph', editor: true },
  { name: 'play', path: '/en/play', editor: true },
  { name: 'progress', path: '/en/progress', editor: false },
];

interface Visit {
  readonly kilobytes: number;
  readonly paintMs: number;
  readonly shift: number;
  readonly editorMs: number;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const seen = { paintMs: 0, shift: 0, editorMs: Number.NaN };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.paintMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && !('hadRecentInput' in entry && entry.hadRecentInput)) seen.shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (document.querySelector('.monaco-editor .view-line') !== null) seen.editorMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const seenSchema = z.object({ paintMs: z.number(), shift: z.number(), editorMs: z.number().nullable() });

async function visit(page: Page, url: string, editor: boolean): Promise<Visit> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  await page.goto(url, { waitUntil: 'load' });
  if (editor) await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const seen = seenSchema.parse(JSON.parse(await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'seen')))));
  await network.detach();
  return { ...seen, editorMs: seen.editorMs ?? Number.NaN, kilobytes: bytes / 1000 };
}

async function fresh(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1350, height: 940 } });
  await context.addInitScript(observe);
  return context;
}

/** A first visit, and one after it that finds the browser's cache full. */
async function visits(browser: Browser, url: string, editor: boolean): Promise<{ cold: Visit; warm: Visit }> {
  const context = await fresh(browser);
  const first = await context.newPage();
  const cold = await visit(first, url, editor);
  await first.close();
  const second = await context.newPage();
  const warm = await visit(second, url, editor);
  await context.close();
  return { cold, warm };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), scoreDisplayMode: z.string() })),
});

async function lighthouse(url: string, chromePath: string) {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${lighthouseVersion}`,
      url,
      '--preset=desktop',
      '--output=json',
      '--quiet',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { env: { ...process.env, CHROME_PATH: chromePath }, maxBuffer: 2 ** 28 },
  );
  return reportSchema.parse(JSON.parse(stdout));
}

const service = process.env['BASE_URL'] === undefined ? await startTestedService() : null;
const base = process.env['BASE_URL'] ?? service?.url ?? '';
try {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  console.log(`medians of ${runs}, ${await browser.version()}, ${new Date().toISOString().slice(0, 16)}`);
  for (const { name, path, editor } of pages) {
    const all: { cold: Visit; warm: Visit }[] = [];
    for (let run = 0; run < runs; run++) all.push(await visits(browser, base + path, editor));
    const of = (which: 'cold' | 'warm', what: keyof Visit) => median(all.map((one) => one[which][what]));
    console.log(
      [
        name.padEnd(14),
        `${of('cold', 'kilobytes').toFixed(0)} kB, warm ${of('warm', 'kilobytes').toFixed(0)} kB`,
        `largest paint ${of('cold', 'paintMs').toFixed(0)} ms, warm ${of('warm', 'paintMs').toFixed(0)} ms`,
        `shift ${Math.max(of('cold', 'shift'), of('warm', 'shift')).toFixed(3)}`,
        ...(editor
          ? [`editor ${of('cold', 'editorMs').toFixed(0)} ms, warm ${of('warm', 'editorMs').toFixed(0)} ms`]
          : []),
      ].join('; '),
    );
  }
  await browser.close();
  if (process.argv.includes('--lighthouse'))
    for (const { name, path } of pages.filter((page) => ['home', 'catalogue', 'challenge'].includes(page.name))) {
      const reports: Awaited<ReturnType<typeof lighthouse>>[] = [];
      for (let run = 0; run < Math.min(runs, 3); run++) reports.push(await lighthouse(base + path, executablePath));
      const categories = Object.keys(reports[0]?.categories ?? {});
      const scores = categories.map(
        (category) =>
          `${category} ${(median(reports.map((one) => one.categories[category]?.score ?? 0)) * 100).toFixed(0)}`,
      );
      console.log(`lighthouse ${name.padEnd(10)} ${scores.join(', ')}`);
      const failed = Object.entries(reports.at(-1)?.audits ?? {}).filter(
        ([, { score, scoreDisplayMode }]) => scoreDisplayMode === 'binary' && score !== null && score < 1,
      );
      if (failed.length > 0) console.log(`  not passed: ${failed.map(([id]) => id).join(', ')}`);
    }
} finally {
  await service?.stop();
}
