// N ranks in one thread. A rank is a synchronous function, and a synchronous function cannot be paused where it waits for
// another rank. So it is not paused: where it would have to wait it is abandoned (`Suspended` is thrown through it), and once
// the others have come as far, it is run again from its start, with every earlier collective answered from what is known.
// That is exact for programs that depend on nothing but their arguments and random numbers, as ranks should; it is checked
// that a second run says the same. The price: a rank of k collectives is run up to k times.
// Not here: what a collective computes (collectives.ts), how its result is split (groups.ts).
import { record } from '../autograd/modes.ts';
import { RuntimeError } from '../device/device.ts';
import { get_default_dtype, set_default_dtype } from '../dtype.ts';
import { meters } from '../meters.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { get_rng_state, set_rng_state } from '../random/index.ts';
import { Traffic } from './traffic.ts';

/** Thrown through a rank that has to wait. Not an Error, so that no handler takes it for one. */
class Suspended {
  readonly isSuspended = true;
}

/** What one rank brings to a collective, and what must be equal on all ranks. */
export interface Offer {
  /** As in PyTorch: 'ALLREDUCE'. */
  readonly name: string;
  /** Shapes, dtypes, roots: everything in which ranks must agree, in words. */
  readonly agreed: string;
  readonly values: readonly ArrayLike<number>[];
  /** Plain data, for the collectives of objects. */
  readonly object?: unknown;
  /** Of the tensors that come back on this rank; `place` is the rank within the group. */
  readonly combine: (offers: readonly Offer[], place: number) => Answer;
  /** Of a message, on the rank that sends it: the rank that receives it. */
  readonly to?: number;
  /** What this rank sends over the wire. */
  readonly bytesSent: (place: number, size: number) => number;
}
export interface Answer {
  readonly values: readonly ArrayLike<number>[];
  readonly object?: unknown;
}

/** One collective of one group: complete when every member has made its offer. */
class Meeting {
  readonly members: readonly number[];
  readonly label: string;
  readonly offers = new Map<number, Offer>();
  readonly answers = new Map<number, Answer>();
  broken: string | null = null;

  constructor(members: readonly number[], label: string) {
    this.members = members;
    this.label = label;
  }
  get complete(): boolean {
    return this.offers.size === this.members.length;
  }
  /** Ranks that have not come yet. */
  get missing(): readonly number[] {
    return this.members.filter((rank) => !this.offers.has(rank));
  }
}

class Rank {
  readonly index: number;
  /** Of this run so far. */
  traffic = new Traffic();
  /** Answers of the world outside, in order: printing, calls of the one who started the ranks. */
  readonly outside: unknown[] = [];
  outsideAt = 0;
  /** How often each meeting place was visited in this run. */
  visits = new Map<string, number>();
  waitingFor: Meeting | null = null;
  suspended = false;
  done = false;
  value: unknown = undefined;
  /** Of the process groups: set up anew in each run. */
  groups: unknown = null;

  constructor(index: number) {
    this.index = index;
  }
}

interface World {
  readonly ranks: readonly Rank[];
  readonly meetings: Map<string, Meeting>;
}

let world: World | null = null;
let current: Rank | null = null;
/** The program that is no rank of any spawn is a world of one. */
const alone: World = { ranks: [new Rank(0)], meetings: new Map() };

const here = (): Rank => {
  const rank = current ?? alone.ranks[0];
  if (!rank) throw new Error('a world without ranks');
  if (rank.suspended) throw new Suspended();
  return rank;
};

export const worldSize = (): number => (world ?? alone).ranks.length;
export const rankIndex = (): number => here().index;
export const isSpawned = (): boolean => current !== null;
/** A place for what belongs to this run of this rank. */
export const rankState = (): { groups: unknown } => here();
export const trafficHere = (): Traffic => here().traffic;

/**
 * Does something that the rank's own run cannot repeat: calls somebody outside, prints. In a later run of the same rank the
 * first answer is given again.
 */
export function outside<T>(act: () => T): T {
  if (current === null) return act();
  const rank = here();
  const at = rank.outsideAt++;
  if (at === rank.outside.length) rank.outside.push(act());
  return rank.outside[at] as T; // what `act` gave at this very place
}

export interface Waiting {
  readonly complete: () => boolean;
  /** Suspends the rank when others have yet to come. */
  readonly answer: () => Answer;
}

/**
 * This rank's part in the next collective at a place (a group's sequence, or a sender and receiver).
 * @param members ranks of the world that take part, in the group's order
 */
export function meet(place: string, members: readonly number[], offer: Offer): Waiting {
  const rank = here();
  const { meetings } = world ?? alone;
  const visit = rank.visits.get(place) ?? 0;
  rank.visits.set(place, visit + 1);
  const key = `${place}#${visit}`;
  let meeting = meetings.get(key);
  if (!meeting) meetings.set(key, (meeting = new Meeting(members, `sequence number ${visit} of ${place}`)));
  const mine = meeting;
  const before = mine.offers.get(rank.index);
  if (before) checkSame(rank.index, before, offer, mine.label);
  else join(rank, mine, offer, visit);
  if (mine.broken !== null) throw new RuntimeError(mine.broken);
  rank.traffic.count(offer.name, offer.bytesSent(members.indexOf(rank.index), members.length));
  if (offer.to !== undefined) rank.traffic.countMessage(offer.to);
  return {
    complete: () => mine.complete,
    answer: () => {
      if (mine.broken !== null) throw new RuntimeError(mine.broken);
      if (!mine.complete) suspend(rank, mine);
      const known = mine.answers.get(rank.index);
      if (known) return known;
      const offers = members.map((member) => mine.offers.get(member)).filter((o) => o !== undefined);
      const answer = offer.combine(offers, members.indexOf(rank.index));
      mine.answers.set(rank.index, answer);
      return answer;
    },
  };
}

function join(rank: Rank, meeting: Meeting, offer: Offer, visit: number): void {
  const [first] = meeting.offers;
  if (first) {
    const [other, theirs] = first;
    if (theirs.name !== offer.name || theirs.agreed !== offer.agreed) {
      const text = ({ name, agreed }: Offer): string => `${name} (SequenceNumber=${visit}, ${agreed})`;
      meeting.broken = `Detected mismatch between collectives on ranks. Rank ${rank.index} is running collective: ${text(offer)}, but Rank ${other} is running collective: ${text(theirs)}.`;
      return;
    }
  }
  meeting.offers.set(rank.index, offer);
}

function checkSame(index: number, before: Offer, now: Offer, label: string): void {
  const equal =
    before.name === now.name &&
    before.agreed === now.agreed &&
    before.values.every((list, i) => {
      const other = now.values[i];
      return other?.length === list.length && Array.from(list).every((x, k) => Object.is(x, other[k]));
    });
  if (!equal)
    throw new RuntimeError(
      `rank ${index} did something else when it was run again, at ${label}: ranks are run several times here, so what they do may depend on their arguments and on torch's random numbers alone`,
    );
}

function suspend(rank: Rank, meeting: Meeting): never {
  if (current === null)
    throw new RuntimeError(`this collective waits for ranks ${meeting.missing.join(', ')}, which do not exist`);
  rank.waitingFor = meeting;
  rank.suspended = true;
  throw new Suspended();
}

/** As torch.multiprocessing's: an error of one rank, which ends all of them. */
export class ProcessRaisedException extends Error {
  override name = 'ProcessRaisedException';
  readonly error_index: number;
  constructor(index: number, cause: unknown) {
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    super(`\n\n-- Process ${index} terminated with the following error:\n${said}`, { cause });
    this.error_index = index;
  }
}

export interface RankResult<R> {
  readonly value: R;
  readonly traffic: Traffic;
}

/**
 * Runs `fn(rank, ...args)` for every rank, in the order of the ranks as far as they do not wait for one another. Each run gets
 * its own copy of the arguments and the random state of the caller.
 */
export function runRanks<R>(
  fn: (rank: number, ...args: never[]) => R,
  size: number,
  args: readonly unknown[],
): RankResult<R>[] {
  if (current !== null) throw new RuntimeError('a rank cannot start ranks of its own');
  if (!Number.isInteger(size) || size < 1) throw new RuntimeError(`nprocs must be a positive integer, got ${size}`);
  const made: World = { ranks: Array.from({ length: size }, (_, i) => new Rank(i)), meetings: new Map() };
  const [random, dtype] = [get_rng_state(), get_default_dtype()];
  world = made;
  try {
    for (;;) {
      const runnable = made.ranks.filter((rank) => !rank.done && (rank.waitingFor?.complete ?? true));
      if (runnable.length === 0) break;
      for (const rank of runnable) {
        set_rng_state(random.clone());
        set_default_dtype(dtype);
        runOnce(rank, fn, args);
        const broken = made.ranks.find((r) => r.waitingFor?.broken);
        if (broken) throw new ProcessRaisedException(broken.index, new RuntimeError(broken.waitingFor?.broken ?? ''));
      }
    }
    const stuck = made.ranks.filter((rank) => !rank.done);
    if (stuck.length > 0) throw deadlock(made.ranks);
    for (const { index, traffic } of made.ranks) meters.communicated(index, traffic);
    return made.ranks.map((rank) => ({ value: rank.value as R, traffic: rank.traffic })); // what fn returned
  } finally {
    world = null;
    set_rng_state(random);
    set_default_dtype(dtype);
  }
}

function runOnce(rank: Rank, fn: (rank: number, ...args: never[]) => unknown, args: readonly unknown[]): void {
  rank.visits = new Map();
  rank.traffic = new Traffic();
  rank.outsideAt = 0;
  rank.waitingFor = null;
  rank.suspended = false;
  rank.groups = null;
  current = rank;
  const recording = record(true);
  try {
    const value = fn(rank.index, ...(deepcopy([...args]) as never[]));
    if (isPromise(value)) throw new RuntimeError('a rank is a synchronous function: it may not return a promise');
    // A handler may have caught the suspension and gone on: what it did after that does not count.
    if (rank.suspended) return;
    rank.value = value;
    rank.done = true;
  } catch (error) {
    if (!rank.suspended) throw new ProcessRaisedException(rank.index, error);
  } finally {
    record(recording);
    current = null;
  }
}
const isPromise = (x: unknown): boolean => typeof x === 'object' && x !== null && 'then' in x;

function deadlock(ranks: readonly Rank[]): RuntimeError {
  const lines = ranks.map((rank) => {
    const meeting = rank.waitingFor;
    if (!meeting || rank.done) return `rank ${rank.index} has returned`;
    const name = meeting.offers.get(rank.index)?.name ?? 'a collective';
    return `rank ${rank.index} waits in ${name} (${meeting.label}) for rank ${meeting.missing.join(', ')}`;
  });
  return new RuntimeError(`Timed out waiting for operations that can never complete: ${lines.join('; ')}.`);
}
