// Tells when the supervisor's event loop was held up. A loaded machine holds up everything on it, this process too: only what goes
// beyond that counts.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grader } from '#sandbox/grade.ts';

export const lagMsMax = 100;

export interface HeldUp {
  readonly from: number;
  readonly to: number;
  readonly lagMs: number;
}

export class LagWatch {
  /** Times at which it was held up for more than the machine can explain. */
  readonly heldUp: HeldUp[] = [];
  lagMsMax = 0;
  private readonly grader: Grader;
  private readonly own = monitorEventLoopDelay({ resolution: 5 });
  private watching: Promise<void> | null = null;
  private stopped = false;

  constructor(grader: Grader) {
    this.grader = grader;
    this.own.enable();
  }

  start(): void {
    this.watching = this.watch();
  }
  async stop(): Promise<void> {
    this.stopped = true;
    await this.watching;
    this.own.disable();
  }

  /** Since it was last asked: the supervisor's largest delay less this process's own. */
  async since(): Promise<number> {
    const { loopLagMsMax } = await this.grader.status();
    const ownMs = Math.max(0, this.own.max / 1e6 - 5);
    this.own.reset();
    this.lagMsMax = Math.max(this.lagMsMax, loopLagMsMax);
    return loopLagMsMax - ownMs;
  }

  private async watch(): Promise<void> {
    for (let from = performance.now(); !this.stopped; ) {
      await sleep(50);
      const lagMs = await this.since();
      const to = performance.now();
      if (lagMs > lagMsMax) this.heldUp.push({ from, to, lagMs });
      from = to;
    }
  }
}
