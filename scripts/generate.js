// The database client that Prisma writes from prisma/schema.prisma, written again only when the schema has changed.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from './fingerprint.js';
import { withLock } from './lock.js';
import { root, runtimeFolder } from './paths.js';
import { PlainError, step } from './report.js';

const generated = path.join(root, 'prisma/generated');
const stamp = path.join(generated, '.schema-hash');

export async function ensureClient(node) {
  if (isCurrent()) return;
  await withLock(path.join(runtimeFolder, 'generate.lock'), async () => {
    if (isCurrent()) return;
    const wanted = schemaHash();
    await step('Database client', () => generate(node));
    fs.writeFileSync(stamp, wanted);
  });
}

function schemaHash() {
  const version = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8')).version;
  return fingerprint(root, ['prisma/schema.prisma', 'prisma/prisma.config.ts'], { extra: [version] });
}

function isCurrent() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === schemaHash();
}

async function generate(node) {
  const cli = path.join(root, 'node_modules/prisma/build/index.js');
  const env = {
    ...process.env,
    PATH: [path.dirname(node), process.env.PATH ?? ''].join(path.delimiter),
    // Generating needs no schema engine, yet the command would download one when none is named.
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  try {
    await promisify(execFile)(node, [cli, 'generate', '--no-hints', '--config', 'prisma/prisma.config.ts'], {
      cwd: root,
      env,
    });
  } catch (error) {
    throw new PlainError(
      `The database client could not be written from prisma/schema.prisma:\n${`${error.stdout}${error.stderr}`.trim()}`,
    );
  }
}
