// Gives each submission a judge thread and a jailed process, and turns what comes of it into a result.
import { compile, endCompiler } from '../compile/compile.ts';
import type { JailFolder } from '../jail/bundle.ts';
import type { GpuClient } from '../gpu/client.ts';
import type { LayerStatus, StopReason } from '../status.ts';
import type { Pool } from '../jail/pool.ts';
import type { BehaviourResult, GradeRequest, GradeResult, TestResult, Verdict } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import { JudgeThread } from './judge-thread.ts';
import { resultOf } from './judged.ts';
import type { JudgeStatus } from './messages.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Graded {
  readonly result: GradeResult;
  readonly fault: string | null;
}

const attemptsMax = 2;

export class Supervisor {
  private readonly threads: JudgeThread[] = [];
  private readonly kills = new Map<StopReason, number>();
  private faults = 0;
  private readonly loopDelay = monitorEventLoopDelay({ resolution: 5 });
  private readonly catalogue: Catalogue;
  private readonly catalogueUrl: string;
  private readonly pool: Pool;
  private readonly folder: JailFolder;
  private readonly layers: readonly LayerStatus[];
  private readonly gpu: GpuClient | null;

  constructor(options: {
    catalogue: Catalogue;
    catalogueUrl: string;
    pool: Pool;
    folder: JailFolder;
    layers: readonly LayerStatus[];
    concurrency: number;
    gpu: GpuClient | null;
  }) {
    this.gpu = options.gpu;
    this.catalogue = options.catalogue;
    this.catalogueUrl = options.catalogueUrl;
    this.pool = options.pool;
    this.folder = options.folder;
    this.layers = options.layers;
    for (let i = 0; i < options.concurrency; i++) this.threads.push(new JudgeThread(this.catalogueUrl));
    this.loopDelay.enable();
  }

  async ready(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.ready));
  }

  /** Always ends in a result: whatever goes wrong here is one submission's misfortune, not the judge's end. */
  async grade(request: GradeRequest, cancelled: AbortSignal, onTest: (result: TestResult) => void): Promise<Graded> {
    try {
      return await this.gradeOnce(request, cancelled, onTest);
    } catch (error) {
      this.faults++;
      return { result: empty(request, 'IE', 0, { behaviours: [], tests: [] }), fault: textOf(error) };
    }
  }

  private async gradeOnce(
    request: GradeRequest,
    cancelled: AbortSignal,
    onTest: (result: TestResult) => void,
  ): Promise<Graded> {
    const startedAt = performance.now();
    const wallMs = (): number => performance.now() - startedAt;
    const compiled = await compile(request.source);
    if (!compiled.ok)
      return {
        result: empty(request, 'CE', wallMs(), this.outlineOf(request), { problems: [...compiled.problems] }),
        fault: null,
      };
    let fault = '';
    for (let attempt = 0; attempt < attemptsMax && !cancelled.aborted; attempt++) {
      const graded = await this.attempt({ request, code: compiled.code, map: compiled.map }, cancelled, onTest, wallMs);
      if (typeof graded !== 'string') return { result: graded, fault: null };
      fault = graded;
    }
    if (!cancelled.aborted) this.faults++;
    return {
      result: empty(request, 'IE', wallMs(), this.outlineOf(request)),
      fault: cancelled.aborted ? 'cancelled' : fault,
    };
  }

  status(): JudgeStatus {
    const loopLagMsMax = Math.max(0, this.loopDelay.max / 1e6 - 5);
    this.loopDelay.reset();
    return {
      layers: [...this.layers],
      jailFolder: this.folder.folder,
      copied: this.folder.copied,
      ...this.pool.counts,
      loopLagMsMax,
      kills: Object.fromEntries(this.kills),
      faults: this.faults,
      gpu: this.gpu?.gpuStatus ?? { name: null, isSoftware: false, missing: 'GRADGYM_DEVICE is cpu' },
    };
  }

  async close(): Promise<void> {
    endCompiler();
    this.gpu?.close();
    await Promise.all([this.pool.close(), ...this.threads.map((thread) => thread.close())]);
  }

  /** A result, or what went wrong on our side. */
  private async attempt(
    job: { request: GradeRequest; code: string; map: string },
    cancelled: AbortSignal,
    onTest: (result: TestResult) => void,
    wallMs: () => number,
  ): Promise<GradeResult | string> {
    const limits = this.catalogue.limits(job.request.challenge);
    if (!limits) return `there is no challenge ${job.request.challenge}`;
    const jail = await this.pool.take();
    if (!jail) return 'no jailed process would start';
    const thread = this.takeThread();
    const cancel = (): void => void jail.kill();
    cancelled.addEventListener('abort', cancel);
    try {
      await thread.ready;
      const { timeLimitMs, memoryMibMax } = limits;
      const judged = await thread.run(job, jail, { timeLimitMs, memoryBytesMax: memoryMibMax * 2 ** 20 }, onTest);
      if (judged.verdict === 'IE') return 'the jailed process could not be used';
      const meters = { wallMs: wallMs(), cpuMs: jail.cpuMs, peakBytes: jail.peakBytes, cost: judged.cost };
      return { ...resultOf(job.request, judged, job.map), meters };
    } catch (error) {
      return textOf(error);
    } finally {
      cancelled.removeEventListener('abort', cancel);
      const { stopReason } = jail;
      if (stopReason) this.kills.set(stopReason, (this.kills.get(stopReason) ?? 0) + 1);
      void this.pool.giveBack(jail, thread.alive ? Promise.resolve() : thread.close());
      this.threads.push(thread.alive ? thread : new JudgeThread(this.catalogueUrl));
    }
  }

  private takeThread(): JudgeThread {
    return this.threads.shift() ?? new JudgeThread(this.catalogueUrl);
  }

  private outlineOf({ challenge, kind }: GradeRequest): {
    readonly behaviours: BehaviourResult[];
    readonly tests: TestResult[];
  } {
    const outline = (this.catalogue.suite(challenge)?.outline ?? [])
      .map((b) => ({ ...b, tests: b.tests.filter((t) => kind === 'submit' || t.visibility === 'sample') }))
      .filter((b) => b.tests.length > 0);
    return {
      behaviours: outline.map(({ id, title, points }) => ({ id, title, points, earned: 0 })),
      tests: outline.flatMap((b) =>
        b.tests.map((t) => ({
          id: t.id,
          behaviour: b.id,
          title: t.title,
          visibility: t.visibility,
          status: 'not-run' as const,
          says: null,
          evidence: [],
          error: null,
          console: '',
        })),
      ),
    };
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function empty(
  request: GradeRequest,
  verdict: Verdict,
  wallMs: number,
  outline: { behaviours: BehaviourResult[]; tests: TestResult[] },
  more: Partial<GradeResult> = {},
): GradeResult {
  return {
    verdict,
    score: 0,
    points: outline.behaviours.reduce((sum, b) => sum + b.points, 0),
    ...outline,
    mistakes: [],
    problems: [],
    console: '',
    seed: request.seed,
    meters: { wallMs, cpuMs: null, peakBytes: null, cost: null },
    ...more,
  };
}
