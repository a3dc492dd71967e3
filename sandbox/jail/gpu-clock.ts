// How long a submission may wait for the GPU: as long a test as it may compute, and beyond that once in all for what is compiled, which
// happens when a kernel is first launched. Reads no clock.

/** Of the time limit: what all tests together may wait beyond it. */
const compilingFactor = 4;

export class GpuClock {
  readonly #limitMs: number;
  #spareMs: number;
  #usedMs = 0;
  #since: number | null = null;

  /** @param limitMs of one test */
  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#spareMs = limitMs * compilingFactor;
  }
  get isAsked(): boolean {
    return this.#since !== null;
  }
  beginTest(): void {
    this.#spareMs -= Math.max(0, this.#usedMs - this.#limitMs);
    this.#usedMs = 0;
  }
  ask(now: number): void {
    this.#since = now;
  }
  /** It has answered, or will not any more. */
  answered(now: number): void {
    this.#usedMs = this.usedMs(now);
    this.#since = null;
  }
  /** In this test. */
  usedMs(now: number): number {
    return this.#usedMs + (this.#since === null ? 0 : now - this.#since);
  }
  isOver(now: number): boolean {
    return this.usedMs(now) > this.#limitMs + this.#spareMs;
  }
}
