// Proves each layer on this host at the start, by trying to break it: two processes inside all the layers do what an attacker would.
// One has Node's permission model, the other has not, as if machine code ran in it: the layers outside of Node must hold by themselves.
// A layer is proven only by what no other layer would have prevented, and by what the kernel says of the process where it can say it.
import { chmodSync, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type JailFolder, nodeFlags } from './bundle.ts';
import { launch } from './launch.ts';
import { type LayerName, layerNames, type LayerStatus } from '../status.ts';
import { addressSpaceBytes, descriptorsMax } from './layers/rlimits.ts';
import { uidBase, uidCount } from './layers/user.ts';
import type { Layers } from './layers.ts';
import { usageOf } from './usage.ts';

/** The full set is asked for and is not there. */
export class JailIncomplete extends Error {
  override readonly name = 'JailIncomplete';
  constructor(lacking: readonly LayerStatus[]) {
    super(
      [
        'GRADGYM_REQUIRE_JAIL=1 asks for every layer of the jail, and this machine lacks:',
        ...lacking.map(
          ({ name, state, detail }) => `  ${name} (${state === 'missing' ? 'missing' : 'not proven'}): ${detail}`,
        ),
        'docs/security.md says what each layer needs.',
      ].join('\n'),
    );
  }
}

const probeMsMax = 20_000;
const outputBytesMax = 64 * 1024;
/** What the probe may hold more when it fills memory. */
const memoryBytesMax = 64 * 2 ** 20;
const probeBytesMax = 256 * 2 ** 20;
const lineSchema = z.tuple([z.string(), z.string()]);

/** What the attempts of one process came to, and what the kernel said of it meanwhile. */
export interface Evidence {
  readonly outcomes: ReadonlyMap<string, string>;
  readonly status: ReadonlyMap<string, string>;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly oomKills: number;
  readonly reached: boolean;
  readonly wrote: boolean;
}

/** Every layer with its state on this host; the order is that of the layers, outermost first. */
export async function selfTest(folder: JailFolder, layers: Layers, slot: number): Promise<LayerStatus[]> {
  const place = mkdtempSync(join(tmpdir(), 'gradgym-self-test-'));
  const server = createServer((socket) => {
    reached = true;
    socket.destroy();
  });
  let reached = false;
  try {
    chmodSync(place, 0o777);
    const openFile = join(place, 'open');
    const closedFile = join(place, 'closed');
    writeFileSync(openFile, secret, { mode: 0o644 });
    writeFileSync(closedFile, secret, { mode: 0o600 });
    const port = await listen(server);
    const targets = { judgePid: process.pid, port, openFile, closedFile, addressSpaceBytes };
    const withoutNode: Layers = { ...layers, all: layers.all.filter(({ name }) => name !== 'node-permission') };
    const [attacker, guest] = await Promise.all([
      probe(folder, withoutNode, slot, 'outside-node', { ...targets, writable: join(place, 'outside') }),
      probe(folder, layers, slot + 1, 'inside-node', { ...targets, writable: join(place, 'inside') }),
    ]);
    const evidence: Evidence = { ...attacker, reached, outcomes: new Map([...attacker.outcomes, ...guest.outcomes]) };
    return layerNames.map((name) => {
      const layer = layers.all.find((other) => other.name === name);
      if (!layer?.on) return { name, state: 'missing', detail: layer?.detail ?? 'not used' };
      const broken = checks[name](evidence);
      return broken.length === 0
        ? { name, state: 'proven', detail: layer.detail }
        : { name, state: 'not-proven', detail: broken.join('; ') };
    });
  } finally {
    server.close();
    rmSync(place, { recursive: true, force: true });
  }
}

const secret = 'gradgym self-test';

/** What got through, in words; nothing when the layer held. */
const checks: { readonly [N in LayerName]: (evidence: Evidence) => string[] } = {
  cgroup: ({ oomKills, outcomes }) => [
    ...unless(outcomes.get('filling') === 'true', 'the probe did not come to filling memory'),
    ...unless(oomKills > 0, `it held ${outcomes.get('memory-held') ?? 'some'} bytes and was not killed by the kernel`),
  ],
  'no-new-privs': ({ status }) => unless(status.get('NoNewPrivs') === '1', 'it may gain privileges'),
  user: ({ status, outcomes }) => {
    const uids = (status.get('Uid') ?? '').split(/\s+/).map(Number);
    return [
      ...unless(uids.length === 4 && uids.every((u) => u >= uidBase && u < uidBase + uidCount), `it runs as ${uids}`),
      ...unless((status.get('Groups') ?? '') === '', 'it is in groups'),
      ...unless(/^0+$/.test(status.get('CapEff') ?? ''), 'it has capabilities'),
      ...refused(outcomes, 'become-root', 'it became root'),
      ...refused(outcomes, 'read-closed-file', 'it read a file of another user'),
      ...refused(outcomes, 'environment-of-judge', "it read the judge's environment"),
      ...refused(outcomes, 'signal-judge', 'it could signal the judge'),
    ];
  },
  rlimits: ({ outcomes }) => [
    ...unless(outcomes.get('descriptors') === 'EMFILE', 'it opened files without end'),
    ...unless(Number(outcomes.get('descriptors-opened')) < descriptorsMax, 'it opened too many files'),
    ...refused(outcomes, 'addresses', 'it got more addresses than it may'),
  ],
  bubblewrap: ({ outcomes, namespaces, reached, wrote }) => [
    ...refused(outcomes, 'read-open-file', 'it read a file of ours'),
    ...refused(outcomes, 'read-passwd', 'it read /etc/passwd'),
    ...refused(outcomes, 'list-processes', 'it saw processes'),
    ...refused(outcomes, 'environment-of-1', 'it read an environment'),
    ...unless(!wrote, 'it wrote a file'),
    ...unless(!reached, 'it connected to a port of ours'),
    ...[...namespaces].flatMap(([name, link]) =>
      unless(link !== '' && link !== ownNamespace(name), `it shares our namespace for ${name}`),
    ),
  ],
  seccomp: ({ outcomes, status }) => [
    ...unless(status.get('Seccomp') === '2', 'no filter is loaded'),
    // In its own namespaces all of these would work without the filter.
    ...['fork', 'listen', 'datagram', 'signal-self', 'list-root'].flatMap((name) =>
      unless(outcomes.get(name) === 'EPERM', `${name}: ${outcomes.get(name) ?? 'not reached'}`),
    ),
    ...unless(outcomes.get('thread') === 'exit', `threads do not work: ${outcomes.get('thread')}`),
  ],
  environment: ({ outcomes }) => {
    // The launcher names the folder it starts in, and we what every process of ours has.
    const known = new Set(['PWD', 'NODE_ENV', '']);
    const names = (outcomes.get('environment') ?? 'not reached').split(',').filter((name) => !known.has(name));
    return unless(names.length === 0, `it has ${names}`);
  },
  'node-permission': ({ outcomes }) =>
    ['node:read', 'node:write', 'node:child-process', 'node:worker-thread'].flatMap((name) =>
      unless(outcomes.get(name) === 'ERR_ACCESS_DENIED', `${name}: ${outcomes.get(name) ?? 'not reached'}`),
    ),
  'isolated-vm': ({ outcomes }) => [
    ...unless(
      /^undefined(,undefined)*$/.test(outcomes.get('isolate:globals') ?? ''),
      'the isolate has objects of Node',
    ),
    ...unless(outcomes.get('isolate:constructor') === 'undefined', 'the isolate reaches Node'),
  ],
};

const unless = (holds: boolean, otherwise: string): string[] => (holds ? [] : [otherwise]);

/** An attempt that was made, and ended in an error of the system's. */
function refused(outcomes: ReadonlyMap<string, string>, name: string, otherwise: string): string[] {
  const outcome = outcomes.get(name);
  if (outcome === undefined) return [`${name}: not reached`];
  return unless(/^(E[A-Z]+|ERR_[A-Z_]+|Array buffer allocation failed)$/.test(outcome), `${otherwise} (${outcome})`);
}

async function probe(
  folder: JailFolder,
  layers: Layers,
  slot: number,
  mode: string,
  targets: { readonly writable: string },
): Promise<Omit<Evidence, 'reached'>> {
  const main = join(folder.folder, 'probe.cjs');
  const { child, group, pid, named, kill, gone } = launch(layers, slot, {
    node: folder.node,
    args: [...nodeFlags, main, mode, JSON.stringify(targets)],
    reads: [main, join(folder.folder, 'isolated_vm.node')],
  });
  const outcomes = new Map<string, string>();
  let status: ReadonlyMap<string, string> = new Map();
  let namespaces: ReadonlyMap<string, string> = new Map();
  let output = '';
  // It has said that it is there, and waits until it was looked at. The launcher may name it a moment later.
  const look = async (): Promise<void> => {
    await named;
    status = statusOf(pid());
    namespaces = namespacesOf(pid());
    group?.limitMore(memoryBytesMax);
    child.stdin?.write('.');
  };
  child.stdin?.on('error', () => {});
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.length > outputBytesMax) kill();
    const lines = output.split('\n');
    output = lines.pop() ?? '';
    for (const line of lines) {
      const [name, outcome] = lineSchema.parse(JSON.parse(line));
      if (name === 'here') look().catch(kill);
      else outcomes.set(name, outcome);
    }
  });
  const timer = setTimeout(kill, probeMsMax);
  // Where the kernel does not limit it, we do, as with every jailed process.
  const poller = setInterval(() => {
    const inner = pid();
    if (group === null && inner !== undefined && (usageOf(inner)?.residentBytes ?? 0) > probeBytesMax) kill();
  }, 10);
  let oomKills = 0;
  await new Promise<void>((resolve) => {
    // The group goes after it; its output may still come.
    child.once('exit', () => {
      oomKills = group?.oomKills() ?? 0;
    });
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  clearTimeout(timer);
  clearInterval(poller);
  await gone;
  return { outcomes, status, namespaces, oomKills, wrote: existsSync(targets.writable) };
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function statusOf(pid: number | undefined): Map<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
    return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
  } catch {
    return new Map();
  }
}
const namespaceNames = ['mnt', 'net', 'pid', 'user', 'ipc', 'uts'];
const namespacesOf = (pid: number | undefined): Map<string, string> =>
  new Map(namespaceNames.map((name) => [name, linkOf(`/proc/${pid}/ns/${name}`)]));
const ownNamespace = (name: string): string => linkOf(`/proc/self/ns/${name}`);
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
