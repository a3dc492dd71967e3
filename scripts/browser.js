// The browser of the end-to-end tests: named, Playwright's own, the system's, or Debian's package.
import fs from 'node:fs';
import path from 'node:path';
import { installDebianPackage, mayInstallDebianPackages } from './debian.js';
import { PlainError, say, step } from './report.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function onPath(environment) {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), MAC].find((file) =>
    fs.existsSync(file),
  );
}

export async function findBrowser(environment = process.env) {
  const named = environment.GRADGYM_BROWSER;
  if (named !== undefined && named !== '') {
    if (fs.existsSync(named)) return named;
    throw new PlainError(`GRADGYM_BROWSER names ${named}, and there is no such file.`);
  }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (own !== '' && fs.existsSync(own)) return own;
  const found = onPath(environment);
  if (found !== undefined) return found;
  if (mayInstallDebianPackages()) {
    say("  No browser here: installing Debian's chromium for the end-to-end tests");
    await step('chromium', () => installDebianPackage('chromium'));
    const installed = onPath(environment);
    if (installed !== undefined) return installed;
  }
  throw new PlainError(
    'The end-to-end tests need a Chromium, and none was found: run `npx playwright install chromium`, install one from your system, or set GRADGYM_BROWSER to its path.',
  );
}
