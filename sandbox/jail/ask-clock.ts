// Whose turn it is, the judge thread's or the candidate's, and since when: written by the thread, read by the supervisor, in shared memory.
// The supervisor tells the thread through it that the candidate was stopped.

/** Cells of the shared memory. */
const Cell = {
  /** When the outstanding question was asked, ns; 0 while none is. */
  askedAt: 0,
  /** When the candidate answered last, ns. */
  answeredAt: 1,
  /** Of the candidate in the test that runs, ns, without the outstanding question. */
  used: 2,
  /** Tests begun. */
  tests: 3,
  stopped: 4,
} as const;
const cellCount = Object.keys(Cell).length;

const msOf = (ns: bigint): number => Number(ns) / 1e6;

/** Times are of the one monotonic clock that all threads share. */
export class AskClock {
  readonly memory: SharedArrayBuffer;
  readonly #cells: BigInt64Array;

  constructor(memory = new SharedArrayBuffer(cellCount * 8)) {
    this.memory = memory;
    this.#cells = new BigInt64Array(memory);
  }

  /** Before another submission. */
  reset(): void {
    for (const cell of [Cell.askedAt, Cell.used, Cell.tests, Cell.stopped]) this.#set(cell, 0n);
    this.#set(Cell.answeredAt, process.hrtime.bigint());
  }

  beginTest(): void {
    this.#set(Cell.used, 0n);
    Atomics.add(this.#cells, Cell.tests, 1n);
  }
  asked(): void {
    this.#set(Cell.askedAt, process.hrtime.bigint());
  }
  answered(): void {
    const now = process.hrtime.bigint();
    const took = now - this.#get(Cell.askedAt);
    this.#set(Cell.answeredAt, now);
    // Before it is added to what was used: who reads in between counts it not at all rather than twice.
    this.#set(Cell.askedAt, 0n);
    this.#set(Cell.used, this.#get(Cell.used) + took);
  }

  /** The candidate answers no more. */
  stop(): void {
    this.#set(Cell.stopped, 1n);
  }
  get stopped(): boolean {
    return this.#get(Cell.stopped) === 1n;
  }

  /** How many tests have begun. */
  get tests(): number {
    return Number(this.#get(Cell.tests));
  }
  get isCandidatesTurn(): boolean {
    return this.#get(Cell.askedAt) !== 0n;
  }
  /** That the candidate has used in this test, its outstanding answer included. */
  candidateMs(): number {
    const askedAt = this.#get(Cell.askedAt);
    return msOf(this.#get(Cell.used) + (askedAt === 0n ? 0n : process.hrtime.bigint() - askedAt));
  }
  /** That the thread has worked since the last answer; 0 in the candidate's turn. */
  judgeMs(): number {
    return this.isCandidatesTurn ? 0 : msOf(process.hrtime.bigint() - this.#get(Cell.answeredAt));
  }

  #get(cell: number): bigint {
    return Atomics.load(this.#cells, cell);
  }
  #set(cell: number, value: bigint): void {
    Atomics.store(this.#cells, cell, value);
  }
}
