// npm test: sets up, runs every group of tests (or those named), and ends with the line "N passed, N failed".
//   npm test                                    everything
//   node scripts/test.js unit db                two groups
//   npm run test:unit -- engine/shape.test.ts   what follows a single group is its runner's
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bootstrap } from './bootstrap.js';
import { root } from './paths.js';
import { fail, PlainError, say, seconds } from './report.js';
import { countPlaywright, countVitest, parseTestArguments, settle } from './test-groups.js';

let running;

function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    running = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    running.once('error', reject);
    running.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

async function runVitest(group, rest, report) {
  const settings = group === 'webgpu' ? await (await import('./vulkan.js')).ensureVulkan() : {};
  const command = [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    group,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...rest,
  ];
  const code = await run(command, settings);
  const found = readReport(report);
  return settle(
    found === undefined ? { passed: 0, failed: 0 } : countVitest(found, { filtered: rest.length > 0 }),
    code,
  );
}

async function runPlaywright(rest, report) {
  const { findBrowser } = await import('./browser.js');
  const { startTestedService } = await import('./tested-service.js');
  const browser = await findBrowser();
  const service = await startTestedService();
  try {
    const code = await run(
      [
        path.join(root, 'node_modules/@playwright/test/cli.js'),
        'test',
        '-c',
        'tests/e2e/playwright.config.ts',
        '--reporter=list,json',
        ...rest,
      ],
      { BASE_URL: service.url, GRADGYM_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    const found = readReport(report);
    return settle(
      found === undefined ? { passed: 0, failed: 0 } : countPlaywright(found, { filtered: rest.length > 0 }),
      code,
    );
  } finally {
    await service.stop();
  }
}

async function runGroup(group, rest, reports) {
  const started = performance.now();
  say(`\n== ${group} ==`);
  const report = path.join(reports, `${group}.json`);
  fs.rmSync(report, { force: true });
  try {
    if (group === 'sandbox') await (await import('./bubblewrap.js')).ensureBubblewrap();
    const counts = group === 'e2e' ? await runPlaywright(rest, report) : await runVitest(group, rest, report);
    return { group, ...counts, took: seconds(started) };
  } catch (error) {
    // A group that cannot even begin has failed, and the others still run.
    say(error instanceof PlainError ? error.message : error.stack);
    return { group, passed: 0, failed: 1, took: seconds(started) };
  }
}

try {
  const { groups, rest } = parseTestArguments(process.argv.slice(2));
  await bootstrap();
  const { ensureClient } = await import('./generate.js');
  await ensureClient(process.execPath);
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      isStopped = true;
      running?.kill(signal);
    });
  }
  const reports = path.join(root, '.data/test-reports');
  fs.mkdirSync(reports, { recursive: true });
  const results = [];
  for (const group of groups) {
    if (isStopped) break;
    results.push(await runGroup(group, rest, reports));
  }
  const width = Math.max(...groups.map((group) => group.length));
  console.log('');
  for (const { group, passed, failed, took } of results) {
    console.log(
      `${group.padEnd(width)}  ${String(passed).padStart(6)} passed  ${String(failed).padStart(4)} failed  ${took.padStart(8)}`,
    );
  }
  const total = (name) => results.reduce((sum, result) => sum + result[name], 0);
  const failed = total('failed') + (isStopped ? groups.length - results.length : 0);
  console.log(`\n${total('passed')} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  fail(error);
}
