// node tests/bench/jail-start.ts [ROUNDS]
// What each layer adds to the start of a jailed process, from its spawn until it is ready for a submission: with all layers, without
// each, and with none, in turns so that a busy moment of the machine hits all alike.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jailFiles, nodeFlags, prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { launch } from '#sandbox/jail/launch.ts';
import { isRoot } from '#sandbox/jail/layers/user.ts';
import { availableLayers } from '#sandbox/jail/layers.ts';
import { type LayerName, layerNames } from '#sandbox/status.ts';

const rounds = Number(process.argv[2] ?? 15);
const data = mkdtempSync(join(tmpdir(), 'gradgym-bench-'));
const folder = await prepareJailFolder({ unprivileged: isRoot(), dataFolder: data });
const removable = layerNames.filter((name) => name !== 'isolated-vm');
const sets: readonly (readonly [string, readonly LayerName[]])[] = [
  ['no layer', removable],
  ...removable.map((name) => [`all but ${name}`, [name]] as const),
  ['all layers', []],
];
const runs = sets.map(([name, without]) => ({
  name,
  layers: availableLayers(folder, without),
  ms: [] as number[],
  cpuMs: 0,
}));
let slot = 0;
const runner = join(folder.folder, 'runner.cjs');
const program = {
  node: folder.node,
  args: [...nodeFlags, runner, '5', '128'],
  reads: [runner, ...jailFiles.map((name) => join(folder.folder, name))],
};

/** CPU time of all children that ended, of this process, ms: launchers wait for what they launch, so theirs is in it. */
function childrenCpuMs(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

for (let round = 0; round < rounds; round++) {
  for (const run of runs) {
    const cpu = childrenCpuMs();
    const began = performance.now();
    const { child, gone } = launch(run.layers, slot++, program);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    run.ms.push(performance.now() - began);
    child.stdin?.end();
    await gone;
    run.cpuMs += childrenCpuMs() - cpu;
  }
}
for (const { name, ms, cpuMs } of runs) {
  const least = Math.min(...ms)
    .toFixed(0)
    .padStart(5);
  const cpu = (cpuMs / rounds).toFixed(0).padStart(5);
  console.log(`${name.padEnd(24)} ready after, at least ${least} ms   CPU, mean ${cpu} ms`);
}
rmSync(data, { recursive: true, force: true });
