// Everything a jailed process reads, built once per content: its runner, the agent with the engine, isolated-vm's binary, and Node
// itself where the jail's user cannot reach the one we run on.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { bundle, root } from '../bundle.ts';
import { withoutNeedlessNames } from './names.ts';
import { Up } from '../protocol/frame.ts';
import { filterBytes } from './seccomp/filter.ts';
import { type Question, spyReply, warmUp } from './warm-up.ts';

/**
 * Of every process that runs the agent. With its trap handler V8 reserves 8 GiB of addresses for each WebAssembly memory, of which
 * there is one a context, and the jail allows 4 GiB in all; without it V8 checks bounds in code: 3 to 5 % slower products.
 */
export const nodeFlags: readonly string[] = [
  '--disable-wasm-trap-handler',
  // One thread collects garbage: several cost more of the processor than they save, and others wait for it.
  '--single-threaded-gc',
  // Most submissions are over before what V8's middle compiler makes pays for itself: half of a short one's CPU time went into it.
  '--invocation-count-for-maglev=3000',
];

export interface JailFolder {
  readonly folder: string;
  readonly node: string;
  /** Shared libraries that Node and isolated-vm load here, by absolute path. */
  readonly libraries: readonly string[];
  /** The filter of system calls; null where there is none for this machine. */
  readonly filterFile: string | null;
  /** True when the clone or Node lies where the jail's user cannot read, so copies were made. */
  readonly copied: boolean;
}

/** The agent with the engine, as a script that leaves both in one variable. */
export function bundleAgent(engineEntry?: string): Promise<string> {
  return bundle({
    entry: 'sandbox/jail/agent.ts',
    format: 'iife',
    globalName: 'gradgymAgent',
    ...(engineEntry === undefined
      ? {}
      : { alias: { '#engine/index.ts': engineEntry, '#engine/interop.ts': engineEntry } }),
  });
}

/** As an expression: the agent's `connect` function. */
const asValue = (agent: string): string => `(function () {\n${agent}\nreturn gradgymAgent.connect;\n})()`;

export async function prepareJailFolder(options: {
  readonly unprivileged: boolean;
  readonly dataFolder?: string;
  readonly engineEntry?: string;
}): Promise<JailFolder> {
  const agent = await bundleAgent(options.engineEntry);
  const inNode = { format: 'cjs', external: ['./isolated_vm.node'] } as const;
  const runner = await bundle({ entry: 'sandbox/jail/runner.ts', ...inNode });
  const probe = await bundle({ entry: 'sandbox/jail/probe.ts', ...inNode });
  const filter = process.platform === 'linux' ? filterBytes() : null;
  const ivmPath = isolatedVmBinary();
  const hash = createHash('sha256')
    .update(agent)
    .update('\0')
    .update(runner)
    .update(probe)
    .update(filter ?? '')
    .update(JSON.stringify(warmUp.map(({ payload }) => [...payload])))
    .update(readFileSync(ivmPath))
    .update(process.version)
    .update(nodeFlags.join(' '))
    .digest('hex')
    .slice(0, 16);
  const ours = join(options.dataFolder ?? join(root, '.data'), 'jail');
  const reachable = !options.unprivileged || (othersCanReach(ours) && othersCanReach(process.execPath));
  const folder = join(reachable ? ours : '/var/lib/gradgym', `jail-${hash}`);
  const node = reachable ? process.execPath : join(folder, 'node');

  const files: Record<string, string | Uint8Array> = { 'runner.cjs': runner, 'probe.cjs': probe };
  if (filter) files[filterName] = filter;
  if (!intact(folder, files, ivmPath, reachable)) {
    const fresh = `${folder}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o755 });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(fresh, name), content, { mode: 0o644 });
    copyFileSync(ivmPath, join(fresh, 'isolated_vm.node'));
    chmodSync(join(fresh, 'isolated_vm.node'), 0o644);
    writeFileSync(join(fresh, librariesName), JSON.stringify(loadedLibraries(fresh)), { mode: 0o644 });
    // The folder's name stands for what is in these two.
    writeFileSync(join(fresh, 'agent.js'), asValue(withoutNeedlessNames(agent)), { mode: 0o644 });
    writeSnapshot(fresh);
    if (!reachable) place(process.execPath, join(fresh, 'node'));
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(fresh, folder);
    } catch (error) {
      // Another process made it in the meantime.
      rmSync(fresh, { recursive: true, force: true });
      if (!intact(folder, files, ivmPath, reachable)) throw error;
    }
  }
  if (options.unprivileged && !(othersCanReach(join(folder, 'runner.cjs')) && othersCanReach(node)))
    throw new Error(
      `${folder} cannot be read by the jail's user; open its parent folders or run where /var/lib/gradgym can be`,
    );
  utimesSync(folder, new Date(), new Date());
  removeStale(dirname(folder));
  return {
    folder,
    node,
    libraries: readLibraries(folder),
    filterFile: filter ? join(folder, filterName) : null,
    copied: !reachable,
  };
}

/** All that a jailed process reads. */
export const jailFiles = ['runner.cjs', 'isolated_vm.node', 'agent.snapshot', 'agent.js'] as const;
const filterName = 'seccomp.bpf';
const librariesName = 'libraries.json';
/** What the warm-up was answered when the snapshot was tried, as bytes: for tests. */
export const answersName = 'warm-up.json';

const readLibraries = (folder: string): string[] =>
  z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, librariesName), 'utf8')));

/** What the loader found for Node and for isolated-vm, asked of a process that has loaded both; the first has no file. */
function loadedLibraries(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  const asked = `require('./isolated_vm.node'); process.report.excludeNetwork = true;
    process.stdout.write(JSON.stringify(process.report.getReport().sharedObjects));`;
  const output = execFileSync(process.execPath, [...nodeFlags, '-e', asked], {
    cwd: folder,
    env: { NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  return z
    .array(z.string())
    .parse(JSON.parse(output))
    .filter((path) => path.startsWith('/') && !path.startsWith(folder));
}

const staleMs = 30 * 24 * 3600 * 1000;

/** Folders of versions that nobody has started for a month. */
function removeStale(base: string): void {
  for (const name of readdirSync(base)) {
    const path = join(base, name);
    if (name.startsWith('jail-') && Date.now() - statSync(path).mtimeMs > staleMs)
      rmSync(path, { recursive: true, force: true });
  }
}

/** What lies there is exactly what we would write. */
function intact(
  folder: string,
  files: Record<string, string | Uint8Array>,
  ivmPath: string,
  reachable: boolean,
): boolean {
  try {
    return (
      Object.entries(files).every(([name, content]) => readFileSync(join(folder, name)).equals(Buffer.from(content))) &&
      readLibraries(folder).every((path) => existsSync(path)) &&
      readFileSync(join(folder, 'isolated_vm.node')).equals(readFileSync(ivmPath)) &&
      ['agent.js', 'agent.snapshot'].every((name) => existsSync(join(folder, name))) &&
      (reachable || statSync(join(folder, 'node')).size === statSync(process.execPath).size)
    );
  } catch {
    return false;
  }
}

function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    chmodSync(to, 0o755);
  }
}

/**
 * The heap after the agent and the engine were evaluated, so that a context starts from it: 5 ms instead of 30 to 50, with what V8
 * compiled for the warm-up in it. Made and tried by a process of the same flags as the jailed ones, which leaves what the warm-up was
 * answered beside it; where V8 refuses, or crashes on it, there is none and contexts evaluate the script.
 */
function writeSnapshot(folder: string): void {
  const bytesOf = ({ kind, payload }: Question): number[] => [kind, ...payload];
  const maker = `const { ivm } = require('./isolated_vm.node'), fs = require('node:fs');
    const code = 'globalThis.gradgymConnect = ' + fs.readFileSync('agent.js', 'utf8');
    const warmUp = \`(() => {
      const reply = Uint8Array.from(${JSON.stringify(bytesOf(spyReply))});
      const handle = gradgymConnect((kind) => kind === ${Up.callback} ? reply : new Uint8Array());
      return JSON.stringify(${JSON.stringify(warmUp.map(bytesOf))}.map(([kind, ...payload]) => [...handle(kind, Uint8Array.from(payload))]));
    })()\`;
    const snapshot = ivm.Isolate.createSnapshot([{ code, filename: 'agent.js' }], warmUp);
    const answers = new ivm.Isolate({ snapshot }).createContextSync().evalSync(warmUp);
    fs.writeFileSync('${answersName}', answers);
    fs.writeFileSync('agent.snapshot', Buffer.from(snapshot.copy()));`;
  try {
    execFileSync(process.execPath, [...nodeFlags, '-e', maker], {
      cwd: folder,
      env: { NODE_ENV: 'production' },
      stdio: 'ignore',
      timeout: 30_000,
    });
  } catch {
    writeFileSync(join(folder, 'agent.snapshot'), '');
  }
  chmodSync(join(folder, 'agent.snapshot'), 0o644);
}

/** Whether a user who is nobody in particular can read it, or its nearest ancestor that exists. */
export function othersCanReach(path: string): boolean {
  let at = resolve(path);
  while (!existsSync(at)) at = dirname(at);
  const isFolder = statSync(at).isDirectory();
  if (!isFolder && (statSync(at).mode & 0o004) === 0) return false;
  for (let folder = isFolder ? at : dirname(at); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function isolatedVmBinary(): string {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('isolated-vm/package.json'));
  const report: unknown = process.report.getReport();
  const glibc =
    typeof report === 'object' &&
    report !== null &&
    'header' in report &&
    typeof report.header === 'object' &&
    report.header !== null &&
    'glibcVersionRuntime' in report.header;
  const name = `isolated-vm.abi${process.versions.modules}${process.platform === 'linux' ? (glibc ? '.glibc' : '.musl') : ''}.node`;
  const path = join(packageFolder, 'prebuilds', `${process.platform}-${process.arch}`, name);
  accessSync(path, constants.R_OK);
  return path;
}
