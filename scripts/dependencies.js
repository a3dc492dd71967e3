// node_modules as package-lock.json wants it. A stamp inside node_modules remembers what was installed for which Node.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NODE_ABI } from './node-runtime.js';
import { npm } from './npm.js';
import { dependenciesStamp, root } from './paths.js';
import { say, step } from './report.js';

export function wantedDependencies(folder = root, abi = NODE_ABI) {
  const lock = fs.readFileSync(path.join(folder, 'package-lock.json'));
  return {
    lock: createHash('sha256').update(lock).digest('hex'),
    abi,
    platform: `${process.platform}-${process.arch}`,
  };
}

export function areDependenciesCurrent(wanted, stamp = dependenciesStamp) {
  try {
    const installed = JSON.parse(fs.readFileSync(stamp, 'utf8'));
    return installed.lock === wanted.lock && installed.abi === wanted.abi && installed.platform === wanted.platform;
  } catch {
    return false;
  }
}

/** `node` is the right Node: what is installed is for it. */
export async function ensureDependencies(
  node,
  { folder = root, stamp = dependenciesStamp, environment = process.env } = {},
) {
  const wanted = wantedDependencies(folder);
  if (areDependenciesCurrent(wanted, stamp)) return;
  // npm's own record of a finished install: an older clone, or one installed by hand, need not be installed twice.
  const record = path.join(folder, 'node_modules/.package-lock.json');
  if (fs.existsSync(record) && !fs.existsSync(stamp) && isSameTree(folder, record)) {
    fs.writeFileSync(stamp, `${JSON.stringify(wanted)}\n`);
    return;
  }
  // Not `npm ci`: it refuses a lock that does not name every platform's variant of every optional package, and a
  // registry that lacks one of them leaves it out of the lock. The versions are the lock's either way.
  say('  Installing dependencies from package-lock.json: about a minute on a first start');
  await step('Dependencies', () =>
    npm(
      node,
      ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'],
      {
        cwd: folder,
        purpose: 'install the dependencies',
        environment,
      },
    ),
  );
  fs.writeFileSync(stamp, `${JSON.stringify(wanted)}\n`);
}

/** True when every installed package is the very one the lock names, and none that this platform needs is missing. */
export function isSameTree(folder, record) {
  const lock = JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(fs.readFileSync(record, 'utf8')).packages;
  for (const [name, entry] of Object.entries(lock)) {
    if (name === '') continue;
    const present = installed[name];
    if (present === undefined ? !entry.optional : present.integrity !== entry.integrity) return false;
  }
  return true;
}
