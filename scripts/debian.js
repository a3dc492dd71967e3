// Packages of Debian and what is made from it, for tests: as root only, who may do so anyway.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

export const mayInstallDebianPackages = () => process.getuid?.() === 0 && fs.existsSync('/etc/debian_version');

/** Whether it worked is seen by whether the program is there. */
export function installDebianPackage(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    if (spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'ignore'] }).status !== 0) return;
  }
}
