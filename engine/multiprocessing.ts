// `torch.multiprocessing`: starts the ranks of `torch.distributed`.
import { bindArguments, needed } from './nn/arguments.ts';
import { runRanks } from './distributed/world.ts';

export { ProcessRaisedException } from './distributed/world.ts';

interface SpawnOptions {
  args?: readonly unknown[];
  nprocs?: number;
  join?: boolean;
  daemon?: boolean;
  start_method?: string;
}
/**
 * Runs `fn(rank, ...args)` once for each rank, every rank with its own copy of the arguments. Returns what each rank returned
 * (PyTorch's returns nothing). The first error of a rank ends all and is thrown as ProcessRaisedException.
 * A rank may be run more than once (distributed/world.ts says why): what it changes outside itself is changed each time.
 */
export function spawn<A extends readonly unknown[], R>(
  fn: (rank: number, ...args: A) => R,
  args?: A | SpawnOptions,
  nprocs?: number | SpawnOptions,
): R[];
export function spawn(...given: unknown[]): unknown[] {
  const o = bindArguments('spawn', given, {
    fn: needed<(rank: number, ...args: never[]) => unknown>(),
    args: [] as readonly unknown[],
    nprocs: 1,
    join: true,
    daemon: false,
    start_method: 'spawn',
  });
  return runRanks(o.fn, o.nprocs, o.args).map(({ value }) => value);
}
