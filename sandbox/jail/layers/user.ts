import { find, inside, type Layer, missing, tried } from './layer.ts';

/** Far above the users a system makes; one each, so that jailed processes cannot signal one another. */
export const uidBase = 64_800;
export const uidCount = 200;

export const isRoot = (): boolean => process.getuid?.() === 0;
const uidOf = (slot: number): number => uidBase + (slot % uidCount);

/** Without util-linux the kernel's own way is left: spawn with another uid, and the caller's bounding set. */
export function userLayer(): Layer {
  if (!isRoot())
    return missing('user', 'the service does not run as root: jailed processes run as the same user as it does');
  return {
    name: 'user',
    on: true,
    detail: `a uid of its own, ${uidBase} to ${uidBase + uidCount - 1}, no groups, no capabilities`,
    wrap: (command, { slot }) => ({ ...command, uid: uidOf(slot), gid: uidOf(slot) }),
  };
}

/** Sets the user too when there is one to set: what is outside of it then still runs as root, and can enter a cgroup. */
export function noNewPrivilegesLayer(): Layer {
  const setpriv = find('setpriv');
  const always = ['--no-new-privs', '--pdeathsig', 'KILL'];
  if (setpriv === null || !tried(setpriv, [...always, '--', 'true']).ok)
    return missing('no-new-privs', 'setpriv (of util-linux) is not installed');
  return {
    name: 'no-new-privs',
    on: true,
    detail: 'setpriv: no new privileges, killed when the judge dies',
    wrap: ({ uid, gid, ...command }) => {
      const dropped =
        uid === undefined
          ? []
          : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=-all', '--bounding-set=-all'];
      return inside(command, setpriv, [...dropped, ...always, '--']);
    },
  };
}
