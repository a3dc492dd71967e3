// `npm run challenges:twins [-- CHALLENGE…]`: runs every twin.py under real PyTorch and compares it with solution.ts on this engine, with the same
// seeds: a folder's agree.ts and agree.py compute the same numbers from both. A command, imported by nothing.
// Where /usr/bin/python3 has no torch it says so and ends with 0: Debian's python3-torch is for those who write challenges.
import { spawnSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { challengeFolder, challenges, findChallenge } from './index.ts';

const named = process.argv.slice(2);
const unknown = named.filter((id) => !findChallenge(id));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run challenges:twins [-- CHALLENGE…]`);
  process.exit(2);
}
const chosen = challenges.filter(({ id }) => named.length === 0 || named.includes(id));

const python = '/usr/bin/python3';
const seeds = [0, 1, 7, 1234];
/** float32 on both sides, with sums in another order. */
const [rtol, atol] = [1e-4, 1e-5];

const probe = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], { encoding: 'utf8' });
if (probe.status !== 0) {
  console.log(`Not checked: ${python} cannot import torch (Debian: apt-get install python3-torch). No twin was run.`);
  process.exit(0);
}

const engineUrl = new URL('../engine/index.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'torch' ? { url: engineUrl, shortCircuit: true } : next(specifier, context),
});
const { default: engine }: { default: unknown } = await import(engineUrl);

let failures = 0;
for (const { id } of chosen) {
  const folder = challengeFolder(id);
  const { default: agree }: { default: (torch: unknown, seed: number) => unknown } = await import(
    pathToFileURL(`${folder}/agree.ts`).href
  );
  for (const seed of seeds) {
    const run = spawnSync(python, [`${folder}/agree.py`, String(seed)], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    const fault =
      run.status === 0 ? difference(agree(engine, seed), JSON.parse(run.stdout)) : run.stderr.trim().split('\n').at(-1);
    console.log(`${fault ? 'not ' : 'ok  '} ${id}, seed ${seed}${fault ? `: ${fault}` : ''}`);
    if (fault) failures++;
  }
}
console.log(`${chosen.length} twins under PyTorch ${probe.stdout.trim()}, ${failures} disagreements`);
process.exitCode = failures === 0 ? 0 : 1;

/** The first place where two nestings of numbers differ, or null. */
function difference(ours: unknown, theirs: unknown, at = 'result'): string | null {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return `${at} has ${ours.length} entries here, ${theirs.length} in PyTorch`;
    for (const [index, value] of ours.entries()) {
      const fault = difference(value, theirs[index], `${at}[${index}]`);
      if (fault !== null) return fault;
    }
    return null;
  }
  if (typeof ours !== 'number' || typeof theirs !== 'number')
    return `${at} is ${String(ours)} here, ${String(theirs)} in PyTorch`;
  return Math.abs(ours - theirs) <= atol + rtol * Math.abs(theirs)
    ? null
    : `${at} is ${ours} here, ${theirs} in PyTorch`;
}
