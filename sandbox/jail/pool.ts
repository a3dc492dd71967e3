import { deferred } from '../deferred.ts';
import type { GpuClient } from '../gpu/client.ts';
import type { JailFolder } from './bundle.ts';
import { Jail } from './jail.ts';
import { Launcher } from './launcher.ts';
import type { Layers } from './layers.ts';
import { PipeMaker } from './pipes.ts';

export interface PoolOptions {
  /** Processes kept ready. */
  readonly size: number;
  /** With as many ready, no other is started while submissions run: it would slow them down. */
  readonly reserve: number;
  readonly contextsAhead: number;
  /** Each process has a number of its own from here on. */
  readonly firstSlot: number;
  /** Another main file instead of the runner: for tests of compromised processes. */
  readonly runner?: string;
  /** Who has the GPU, where there is one. */
  readonly gpu?: GpuClient | null;
}

const failuresMax = 3;

/** Jailed processes that have the engine loaded and wait; each is given out once. Refilled in the background. */
export class Pool {
  private readonly idle: Jail[] = [];
  private readonly launcher = new Launcher();
  private readonly pipes = new PipeMaker();
  private readonly starting = new Set<Jail>();
  private readonly given = new Set<Jail>();
  private readonly waiting: ((jail: Jail | null) => void)[] = [];
  private failures = 0;
  private slot: number;
  private closed = false;
  private readonly folder: JailFolder;
  private readonly layers: Layers;
  private readonly options: PoolOptions;

  constructor(folder: JailFolder, layers: Layers, options: PoolOptions) {
    this.folder = folder;
    this.layers = layers;
    this.options = options;
    this.slot = options.firstSlot;
    this.refill();
  }

  get counts(): { readonly idle: number; readonly starting: number; readonly given: number } {
    return { idle: this.idle.length, starting: this.starting.size, given: this.given.size };
  }

  /** A ready process, or null when none will start. */
  take(): Promise<Jail | null> {
    if (this.closed) return Promise.resolve(null);
    const { promise, resolve } = deferred<Jail | null>();
    this.waiting.push(resolve);
    this.failures = 0;
    this.hand();
    return promise;
  }

  /** Kills it and makes a new one; `user` is whoever may still hold its pipes. */
  async giveBack(jail: Jail, user: Promise<void>): Promise<void> {
    await jail.kill(user);
    this.given.delete(jail);
    this.refill();
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.idle, ...this.starting, ...this.given].map((jail) => jail.kill()));
    for (const resolve of this.waiting.splice(0)) resolve(null);
    this.pipes.close();
    await this.launcher.close();
  }

  private hand(): void {
    while (this.waiting.length > 0) {
      const jail = this.idle.shift();
      if (!jail) break;
      if (!jail.alive) {
        void jail.kill();
        continue;
      }
      this.given.add(jail);
      this.waiting.shift()?.(jail);
    }
    this.refill();
  }

  /** One at a time beyond what is waited for: starting takes a core for a tenth of a second. */
  private refill(): void {
    if (this.closed) return;
    if (this.failures >= failuresMax) {
      for (const resolve of this.waiting.splice(0)) resolve(null);
      return;
    }
    const { size, reserve } = this.options;
    const wanted = this.given.size > 0 ? Math.min(reserve, size) : size;
    while (
      this.failures < failuresMax &&
      this.starting.size < Math.max(1, this.waiting.length) &&
      this.idle.length + this.starting.size < wanted + this.waiting.length
    )
      void this.start();
    if (this.waiting.length > 0) for (const jail of this.starting) jail.hurry();
  }

  private async start(): Promise<void> {
    const jail = this.spawn();
    if (jail) {
      this.starting.add(jail);
      const ok = await jail.ready;
      this.starting.delete(jail);
      if (ok && !this.closed) {
        this.failures = 0;
        this.idle.push(jail);
        return this.hand();
      }
      await jail.kill();
    }
    this.failures++;
    this.hand();
  }

  /** Null where not even a process could be made: no descriptors, no room for a control group. */
  private spawn(): Jail | null {
    try {
      return new Jail(this.folder, this.layers, this.slot++, {
        ...this.options,
        launcher: this.launcher,
        pipes: this.pipes.make(),
      });
    } catch {
      return null;
    }
  }
}
