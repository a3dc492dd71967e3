// The start-up self-test says what is true: a layer is proven where the host offers it, and not proven when it only claims to be on.
// As root on Debian `npm test` has installed bubblewrap, and all of them are tested; elsewhere those that the host offers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createGrader, JailIncomplete } from '#sandbox/grade.ts';
import { prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { type LayerName, layerNames } from '#sandbox/status.ts';
import { isRoot } from '#sandbox/jail/layers/user.ts';
import { availableLayers } from '#sandbox/jail/layers.ts';
import { selfTest } from '#sandbox/jail/self-test.ts';

const data = mkdtempSync(join(tmpdir(), 'gradgym-data-'));
const folder = await prepareJailFolder({ unprivileged: isRoot(), dataFolder: data });
const offered = availableLayers(folder)
  .all.filter((layer) => layer.on)
  .map((layer) => layer.name);
const isOffered = ([layer]: readonly [LayerName, unknown]): boolean => offered.includes(layer);
let slot = 0;
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** `liars` say that they are on, and do nothing. */
async function states(liars: readonly LayerName[], without: readonly LayerName[]) {
  const { all, hierarchies } = availableLayers(folder, without);
  const layers = all.map((layer) =>
    liars.includes(layer.name) ? { ...layer, wrap: (c: typeof command) => c } : layer,
  );
  const found = await selfTest(folder, { all: layers, hierarchies }, (slot += 2));
  return Object.fromEntries(found.map(({ name, state }) => [name, state]));
}
declare const command: Parameters<ReturnType<typeof availableLayers>['all'][number]['wrap']>[0];

test('every layer that the host offers is proven, and none is proven that it does not', async () => {
  const found = await states([], []);
  expect(Object.keys(found)).toHaveLength(9);
  expect(Object.keys(found).filter((name) => found[name] === 'proven')).toStrictEqual(offered);
});

test.each(
  (
    [
      ['cgroup', []],
      // What bubblewrap does by itself as well is seen without it.
      ['no-new-privs', ['bubblewrap', 'cgroup']],
      ['user', ['bubblewrap']],
      ['rlimits', []],
      ['bubblewrap', []],
      ['seccomp', []],
      ['environment', ['bubblewrap']],
      ['node-permission', []],
    ] as const
  ).filter(isOffered),
)('%s that does nothing is not proven', async (liar, without) => {
  expect((await states([liar], without))[liar]).toBe('not-proven');
});

test.each(
  (
    [
      ['cgroup', []],
      ['no-new-privs', ['cgroup']],
      ['user', []],
      ['rlimits', []],
      ['bubblewrap', ['seccomp']],
      ['seccomp', []],
      ['environment', []],
      ['node-permission', []],
    ] as const
  ).filter(isOffered),
)('without %s the others still hold', async (layer, dependent) => {
  const found = await states([], [layer]);
  const missing = offered.filter((name) => found[name] === 'missing');
  expect(missing.toSorted()).toStrictEqual([layer, ...dependent].filter((name) => offered.includes(name)).toSorted());
  expect(Object.values(found).filter((state) => state === 'not-proven')).toStrictEqual([]);
});

test('a grader that must have the full set refuses to start without it, naming what is missing and why', async () => {
  const refusal = createGrader({ concurrency: 1, requireJail: true, withoutLayers: ['bubblewrap'] });
  await expect(refusal).rejects.toThrow(JailIncomplete);
  await expect(refusal).rejects.toThrow(
    /bubblewrap \(missing\): left out on purpose\n +seccomp \(missing\): bubblewrap loads/,
  );
});

test('a grader that must have the full set starts exactly where it is', async () => {
  const lacking = layerNames.filter((name) => !offered.includes(name));
  const starting = createGrader({ concurrency: 1, requireJail: true });
  if (lacking.length > 0) return expect(starting).rejects.toThrow(lacking[0]);
  const grader = await starting;
  expect(grader.jail.layers.map(({ name, state }) => [name, state])).toStrictEqual(
    layerNames.map((name) => [name, 'proven']),
  );
  return grader.close();
});
