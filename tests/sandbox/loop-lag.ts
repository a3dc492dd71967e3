// Tells when the supervisor's event loop was held up. While it could run and others had the cores, it was the machine that held it up:
// the kernel counts that time, and it is taken off.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grader } from '#sandbox/grade.ts';
import { descendants } from './processes.ts';

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
  private watching: Promise<void> | null = null;
  private stopped = false;
  private waitedMs = 0;
  private waitedLastMs = 0;

  constructor(grader: Grader) {
    this.grader = grader;
  }

  start(): void {
    this.stopped = false;
    this.watching = this.watch();
  }
  async stop(): Promise<void> {
    this.stopped = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    await this.since();
    for (let from = performance.now(); !this.stopped; ) {
      await sleep(25);
      const lagMs = await this.since();
      const to = performance.now();
      if (lagMs > lagMsMax) this.heldUp.push({ from, to, lagMs });
      from = to;
    }
  }

  /** Since it was last asked: the supervisor's largest delay less the time it waited for a core. */
  private async since(): Promise<number> {
    const { loopLagMsMax } = await this.grader.status();
    const waitedBefore = this.waitedLastMs;
    const total = waitedMsOfJudges();
    this.waitedLastMs = total - this.waitedMs;
    this.waitedMs = total;
    this.lagMsMax = Math.max(this.lagMsMax, loopLagMsMax);
    // A delay is noted when it is over, which may be after the answer that it held up.
    return loopLagMsMax - waitedBefore - this.waitedLastMs;
  }
}

/** How long the main threads of our judges could have run and did not; 0 where the kernel does not say. */
function waitedMsOfJudges(): number {
  return descendants(process.pid)
    .filter(({ command }) => command.includes('judge/main.ts'))
    .map(({ pid }) => {
      try {
        return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'latin1').split(' ')[1]) / 1e6;
      } catch {
        return 0;
      }
    })
    .reduce((sum, ms) => sum + ms, 0);
}
