// The layers around a jailed process, outermost first, each with what it does on this host or why it is missing. Every one holds by
// itself: the others apply whatever is missing. What each looks like is in layers/; that they hold is proven by self-test.ts.
import type { JailFolder } from './bundle.ts';
import { bubblewrapLayer } from './layers/bubblewrap.ts';
import { cgroupLayer, findHierarchies, type Hierarchies, removeStale } from './layers/cgroup.ts';
import type { LayerName } from '../status.ts';
import { type Command, type Layer, missing, type Place } from './layers/layer.ts';
import { nodePermissionLayer } from './layers/node-permission.ts';
import { rlimitsLayer } from './layers/rlimits.ts';
import { seccompLayer } from './layers/seccomp.ts';
import { noNewPrivilegesLayer, userLayer } from './layers/user.ts';

export interface Layers {
  readonly all: readonly Layer[];
  readonly hierarchies: Hierarchies | null;
}

const environmentLayer: Layer = {
  name: 'environment',
  on: true,
  detail: 'nothing of our environment',
  wrap: (command) => ({ ...command, env: {} }),
};

const isolateLayer: Layer = {
  name: 'isolated-vm',
  on: true,
  detail: 'a V8 isolate without Node: the engine, numbers and one call to the judge',
  wrap: (command) => command,
};

/** `without` leaves layers out, as a host would that lacks them: for tests and measurements. */
export function availableLayers(folder: JailFolder, without: readonly LayerName[] = []): Layers {
  const pick = (name: LayerName, make: () => Layer): Layer => {
    if (without.includes(name)) return missing(name, 'left out on purpose');
    return linuxOnly.includes(name) && process.platform !== 'linux' ? missing(name, 'Linux only') : make();
  };
  const noNewPrivileges = pick('no-new-privs', noNewPrivilegesLayer);
  const bubblewrap = pick('bubblewrap', () => bubblewrapLayer(folder.libraries));
  const hierarchies = noNewPrivileges.on
    ? findHierarchies()
    : 'without setpriv a process cannot enter a group before it drops root';
  const cgroup = pick('cgroup', () => cgroupLayer(hierarchies));
  const grouped = cgroup.on && typeof hierarchies !== 'string';
  if (grouped) removeStale(hierarchies);
  return {
    all: [
      cgroup,
      noNewPrivileges,
      pick('user', userLayer),
      pick('rlimits', rlimitsLayer),
      bubblewrap,
      pick('seccomp', () => seccompLayer(folder.filterFile, bubblewrap)),
      pick('environment', () => environmentLayer),
      pick('node-permission', () => nodePermissionLayer),
      isolateLayer,
    ],
    hierarchies: grouped ? hierarchies : null,
  };
}

const linuxOnly: readonly LayerName[] = ['cgroup', 'no-new-privs', 'user', 'rlimits', 'bubblewrap', 'seccomp'];

/** From the innermost outwards: the last in the list is nearest to Node. */
export function wrapAll(layers: readonly Layer[], command: Command, place: Place): Command {
  return layers.filter((layer) => layer.on).reduceRight((inner, layer) => layer.wrap(inner, place), command);
}
