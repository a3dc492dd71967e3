import { RuntimeError, ValueError } from '../device/device.ts';
import { bindArguments } from '../nn/arguments.ts';
import { isSpawned, rankIndex, rankState, worldSize } from './world.ts';

/** Some of the ranks, which have collectives of their own. */
export class ProcessGroup {
  /** The same on every rank. */
  readonly name: string;
  readonly backend: string;
  /** Ranks of the world, in the group's order. */
  readonly ranks: readonly number[];
  constructor(name: string, backend: string, ranks: readonly number[]) {
    this.name = name;
    this.backend = backend;
    this.ranks = ranks;
  }
  rank(): number {
    return this.ranks.indexOf(rankIndex());
  }
  size(): number {
    return this.ranks.length;
  }
}

/** What new_group gives to a rank that is not in the group. */
export const NON_GROUP_MEMBER = Object.freeze({ toString: () => 'NON_GROUP_MEMBER' });
export type Group = ProcessGroup | typeof NON_GROUP_MEMBER | null | undefined;

interface Groups {
  readonly world: ProcessGroup;
  made: number;
}
const groups = (): Groups | null => rankState().groups as Groups | null;

export const is_available = (): boolean => true;
export const is_initialized = (): boolean => groups() !== null;

const backends = ['gloo', 'nccl', 'mpi'];

export interface InitOptions {
  backend?: string | null;
  /** Accepted: the ranks of a spawn know one another. */
  init_method?: string | null;
  /** Accepted: what can never complete is found at once. */
  timeout?: unknown;
  world_size?: number;
  rank?: number;
  store?: unknown;
  group_name?: string;
}
/** Joins the ranks that `torch.multiprocessing.spawn` started; a program that is no rank is a world of one. */
export function init_process_group(
  backend?: string | null | InitOptions,
  init_method?: string | null | InitOptions,
  timeout?: unknown,
  world_size?: number | InitOptions,
  rank?: number | InitOptions,
): void;
export function init_process_group(...args: unknown[]): void {
  const o = bindArguments('init_process_group', args, {
    backend: null as string | null,
    init_method: null as string | null,
    timeout: null as unknown,
    world_size: -1,
    rank: -1,
    store: null as unknown,
    group_name: '',
  });
  const backend = (o.backend ?? 'gloo').toLowerCase();
  if (!backends.includes(backend)) throw new ValueError(`Invalid backend: '${o.backend}'`);
  if (is_initialized()) throw new RuntimeError('trying to initialize the default process group twice!');
  const size = o.world_size < 0 ? worldSize() : o.world_size;
  const rank = o.rank < 0 ? rankIndex() : o.rank;
  if (size !== worldSize())
    throw new ValueError(
      isSpawned()
        ? `world_size is ${size}, but ${worldSize()} ranks were started`
        : `world_size is ${size}, but this program is alone: start ranks with torch.multiprocessing.spawn`,
    );
  if (rank !== rankIndex()) throw new ValueError(`rank is ${rank}, but this is rank ${rankIndex()}`);
  const ranks = Array.from({ length: size }, (_, i) => i);
  const made: Groups = { world: new ProcessGroup('default_pg', backend, ranks), made: 0 };
  rankState().groups = made;
}

export function destroy_process_group(group: Group = null): void {
  if (!is_initialized()) throw new ValueError('Invalid process group specified');
  if (group === null || group === undefined || group === groups()?.world) rankState().groups = null;
}

function initialized(): Groups {
  const known = groups();
  if (!known)
    throw new RuntimeError(
      'Default process group has not been initialized, please make sure to call init_process_group.',
    );
  return known;
}
/** @internal */
export const groupOf = (group: Group): ProcessGroup | null => {
  const { world } = initialized();
  return group === null || group === undefined ? world : group instanceof ProcessGroup ? group : null;
};

/** Every rank calls it, members or not, in the same order. */
export function new_group(
  ranks?: readonly number[] | null | { ranks?: readonly number[] | null; backend?: string | null; timeout?: unknown },
  timeout?: unknown,
  backend?: string | null | { backend?: string | null },
): ProcessGroup | typeof NON_GROUP_MEMBER;
export function new_group(...args: unknown[]): ProcessGroup | typeof NON_GROUP_MEMBER {
  const o = bindArguments('new_group', args, {
    ranks: null as readonly number[] | null,
    timeout: null as unknown,
    backend: null as string | null,
  });
  const known = initialized();
  const ranks = (o.ranks ?? known.world.ranks).toSorted((a, b) => a - b);
  if (new Set(ranks).size !== ranks.length) throw new RuntimeError('the group has a rank twice');
  if (ranks.some((r) => !known.world.ranks.includes(r)))
    throw new RuntimeError("The new group's rank should be within the world_size set by init_process_group");
  const name = `group ${++known.made} of ranks ${ranks.join(', ')}`;
  return ranks.includes(rankIndex())
    ? new ProcessGroup(name, o.backend ?? known.world.backend, ranks)
    : NON_GROUP_MEMBER;
}

/** −1 for a rank outside the group. */
export const get_rank = (group: Group = null): number => groupOf(group)?.rank() ?? -1;
/** −1 for a rank outside the group. */
export const get_world_size = (group: Group = null): number => groupOf(group)?.size() ?? -1;
export const get_backend = (group: Group = null): string => {
  const found = groupOf(group);
  if (!found) throw new RuntimeError('Invalid process group specified');
  return found.backend;
};
/** The place in a group of a rank of the world. */
export function get_group_rank(group: ProcessGroup, global_rank: number): number {
  const place = group.ranks.indexOf(global_rank);
  if (place < 0) throw new RuntimeError(`Global rank ${global_rank} is not part of group ${group.name}`);
  return place;
}
/** The rank of the world at a place in a group. */
export function get_global_rank(group: ProcessGroup, group_rank: number): number {
  const rank = group.ranks[group_rank];
  if (rank === undefined) throw new RuntimeError(`Group rank ${group_rank} is not part of group ${group.name}`);
  return rank;
}
