// The production build of the web tier, made again only when something it is made from has changed.
import fs from 'node:fs';
import path from 'node:path';
import { startChild } from './children.js';
import { fingerprint } from './fingerprint.js';
import { withLock } from './lock.js';
import { root, runtimeFolder } from './paths.js';
import { PlainError, step } from './report.js';

const made = path.join(root, '.next');
const stamp = path.join(made, 'gradgym-sources');

const SOURCES = [
  'app',
  'challenges',
  'engine',
  'prisma',
  'sandbox',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
  'proxy.ts',
];

export function buildHash() {
  return fingerprint(root, SOURCES, {
    extra: [process.versions.modules],
    skip: (name) => /\.test\.tsx?$/.test(name),
  });
}

export function isBuilt(hash = buildHash()) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
}

/** `own` is called with the process that builds, so that a stop half-way stops it too. */
export async function ensureBuild(own = () => undefined) {
  if (isBuilt()) return;
  await withLock(path.join(runtimeFolder, 'build.lock'), async () => {
    const hash = buildHash();
    if (isBuilt(hash)) return;
    await step('Production build', () => build(own));
    // Sources that changed meanwhile are another build's.
    fs.writeFileSync(stamp, hash);
  });
}

async function build(own) {
  fs.rmSync(stamp, { force: true });
  const child = startChild({
    name: 'build',
    args: [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile: path.join(runtimeFolder, 'build.log'),
  });
  own(child);
  const code = await child.ended;
  if (code === 0) return;
  if (child.isStopping) throw new PlainError('Stopped during the build.');
  const reason =
    code === 'SIGKILL' ? 'was killed, as happens when memory runs out (it needs about 2 GB)' : `failed (${code})`;
  throw new PlainError(
    `The production build ${reason}. Its last lines, the rest in ${path.join(runtimeFolder, 'build.log')}:\n${child.lastLines()}`,
  );
}
