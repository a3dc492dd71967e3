// node tests/bench/click-to-verdict.ts [CHALLENGE] [RUNS]
// In a real browser, warm: from the click on Submit to the verdict on the page, the median of 50, and where the time goes.
// Starts a service of its own, unless BASE_URL names one. Prints and judges nothing: the numbers are this machine's.
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { challengeFolder } from '#challenges/index.ts';
import { findBrowser } from '../../scripts/browser.js';
import { startTestedService } from '../../scripts/tested-service.js';

const [challenge = 'first-graph', runs = '50'] = process.argv.slice(2);
const warmUps = 5;
/** A pause between two clicks, as a person makes one: the next jailed process is made ready in it. */
const pauseMs = 600;

interface Sample {
  readonly verdict: string | null;
  readonly clickMs: number;
  readonly requestMs: number;
  readonly queueMs: number;
  readonly gradeMs: number;
  readonly judgeMs: number;
}

/** Everything is timed inside the page: the driver's own round trips stay out. */
const clickOnce = (page: Page): Promise<Sample> =>
  page.evaluate(async () => {
    const line = document.querySelector('.verdict');
    const button = document.querySelector<HTMLButtonElement>('.editor-bar .primary');
    if (line === null || button === null) throw new Error('This is not a workspace.');
    performance.clearResourceTimings();
    const clicked = performance.now();
    const shown = new Promise<number>((resolve) => {
      let left = false;
      new MutationObserver((_, observer) => {
        const done = line.getAttribute('data-status') === 'done';
        left ||= !done;
        if (!left || !done) return;
        observer.disconnect();
        requestAnimationFrame((at) => resolve(Math.max(at, performance.now())));
      }).observe(line, { attributes: true });
    });
    button.click();
    const clickMs = (await shown) - clicked;
    const sent = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/v1/submissions'));
    const list = await (await fetch(`/api/v1/submissions?challenge=${location.pathname.split('/').at(-1)}`)).json();
    const whole = await (await fetch(`/api/v1/submissions/${list.submissions[0].id}`)).json();
    const between = (from: string, to: string) => Date.parse(to) - Date.parse(from);
    return {
      verdict: whole.verdict,
      clickMs,
      requestMs: sent?.duration ?? Number.NaN,
      queueMs: between(whole.createdAt, whole.startedAt),
      gradeMs: between(whole.startedAt, whole.finishedAt),
      judgeMs: whole.meters?.wallMs ?? Number.NaN,
    };
  });

const quantile = (values: readonly number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;

const service =
  process.env['BASE_URL'] === undefined
    ? await startTestedService()
    : { url: process.env['BASE_URL'], stop: async () => undefined };
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(`${service.url}/en/challenges/${challenge}`);
  await page.locator('.editor[data-ready="true"]').waitFor({ state: 'attached' });
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    readFileSync(`${challengeFolder(challenge)}/solution.ts`, 'utf8'),
  );
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  await page.locator('[data-draft="saved"]').waitFor();

  const samples: Sample[] = [];
  for (let run = -warmUps; run < Number(runs); run++) {
    await page.waitForTimeout(pauseMs);
    const sample = await clickOnce(page);
    if (run >= 0) samples.push(sample);
  }
  console.log(
    `${challenge}, ${samples.length} submissions, verdicts ${[...new Set(samples.map(({ verdict }) => verdict))].join(', ')}`,
  );
  const rows: [string, (sample: Sample) => number][] = [
    ['click to verdict on the page', ({ clickMs }) => clickMs],
    ['  request until accepted', ({ requestMs }) => requestMs],
    ['  queued until a worker has it', ({ queueMs }) => queueMs],
    ['  in the worker, until stored', ({ gradeMs }) => gradeMs],
    ['    of it in the grader', ({ judgeMs }) => judgeMs],
  ];
  for (const [name, of] of rows) {
    const values = samples.map(of);
    console.log(
      `${name.padEnd(34)} median ${quantile(values, 0.5).toFixed(1).padStart(7)} ms   p90 ${quantile(values, 0.9).toFixed(1).padStart(7)} ms`,
    );
  }
} finally {
  await browser.close();
  await service.stop();
}
