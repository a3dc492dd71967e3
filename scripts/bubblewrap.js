// bubblewrap for the tests of the sandbox: the system's, or Debian's package where it may be installed.
import fs from 'node:fs';
import path from 'node:path';
import { installDebianPackage, mayInstallDebianPackages } from './debian.js';
import { say, step } from './report.js';

const isInstalled = (environment) =>
  (environment.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, 'bwrap')));

/** Without it the tests cover the layers there are. */
export async function ensureBubblewrap(environment = process.env) {
  if (process.platform !== 'linux' || isInstalled(environment)) return;
  if (mayInstallDebianPackages()) await step('bubblewrap', () => installDebianPackage('bubblewrap'));
  if (!isInstalled(environment))
    say('  bubblewrap is not installed: the sandbox is tested with the other layers (README, "The jail").');
}
