// The broker as the judge sees it: started with it, started again when it ends, asked on behalf of jailed processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import type { AdapterDescription } from '#engine/device/webgpu/transport.ts';
import { readBytesMax } from '#engine/device/webgpu/remote/protocol.ts';
import { deferred } from '../deferred.ts';
import { encodeFrame, type Frame, FrameDecoder } from '../protocol/frame.ts';
import type { GpuStatus } from '../status.ts';
import {
  type BrokerOptions,
  type BrokerStatus,
  brokerStatusSchema,
  FromBroker,
  helloSchema,
  ToBroker,
} from './messages.ts';

export interface GpuOptions {
  /** auto: a real GPU, if there is one; webgpu: also one that the processor computes. */
  readonly device: 'auto' | 'webgpu';
  /** Variables that a driver reads. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  readonly sessionsMax: number;
  /** For tests. */
  readonly batchMsMax?: number;
  readonly mayLose?: boolean;
}

/** What one engine in a jail holds on the GPU. */
export interface GpuSession {
  /** Rejects when the broker was lost, which is nobody's fault in the jail. */
  exchange(batch: Uint8Array): Promise<Uint8Array>;
  /** Frees all of it. */
  end(): void;
}

const helloMsMax = 60_000;
const batchMsMax = 60_000;
const restartsMax = 5;
/** A broker that lived so long starts with all its restarts again. */
const soundMs = 60_000;

/** What drivers, their loader and their caches read; nothing else of the environment. */
export const driverVariables = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        /^(VK_|MESA_|LIBGL_|NVIDIA_|CUDA_VISIBLE|__GL_|__NV_|AMD_|RADV_|ANV_|INTEL_|ZES_|DRI_|LD_LIBRARY_PATH$|XDG_DATA_DIRS$|XDG_CONFIG_DIRS$)/.test(
          entry[0],
        ),
    ),
  );

export class GpuClient {
  #child: ChildProcess | null = null;
  #pipe: Duplex | null = null;
  #adapter: AdapterDescription | null = null;
  #missing = '';
  #nextId = 0;
  readonly #waiting = new Map<number, { resolve(answer: Uint8Array): void; reject(error: Error): void }>();
  #restarts = 0;
  #closed = false;
  readonly #options: GpuOptions;

  private constructor(options: GpuOptions) {
    this.#options = options;
  }

  /** Always there; whether there is a GPU, `adapter` says. */
  static async start(options: GpuOptions): Promise<GpuClient> {
    const client = new GpuClient(options);
    await client.#start();
    return client;
  }

  get adapter(): AdapterDescription | null {
    return this.#adapter;
  }
  get pid(): number | undefined {
    return this.#child?.pid;
  }
  get gpuStatus(): GpuStatus {
    return this.#adapter
      ? { name: this.#adapter.name, isSoftware: this.#adapter.isSoftware, missing: null }
      : { name: null, isSoftware: false, missing: this.#missing };
  }

  open(): GpuSession {
    const id = ++this.#nextId;
    return {
      exchange: (batch) => this.#ask(ToBroker.exchange, id, batch),
      end: () => this.#send(ToBroker.end, id),
    };
  }
  async status(): Promise<BrokerStatus> {
    const answer = await this.#ask(ToBroker.status, ++this.#nextId);
    return brokerStatusSchema.parse(JSON.parse(new TextDecoder().decode(answer)));
  }
  /** The session's device goes, as when a driver gives up. For tests. */
  lose(session: number): void {
    this.#send(ToBroker.lose, session);
  }
  close(): void {
    this.#closed = true;
    this.#pipe?.destroy();
    this.#child?.kill('SIGKILL');
  }

  #send(kind: number, id: number, payload: Uint8Array = new Uint8Array()): void {
    if (this.#pipe?.writable) this.#pipe.write(encodeFrame({ id, kind, payload }));
  }
  #ask(kind: number, id: number, payload?: Uint8Array): Promise<Uint8Array> {
    const { promise, resolve, reject } = deferred<Uint8Array>();
    if (!this.#pipe?.writable) return Promise.reject(new Error('the GPU broker is not there'));
    this.#waiting.set(id, { resolve, reject });
    this.#send(kind, id, payload);
    return promise;
  }

  async #start(): Promise<void> {
    const { device, environment, dataFolder, sessionsMax } = this.#options;
    const options: BrokerOptions = {
      softwareAllowed: device === 'webgpu',
      sessionsMax,
      batchMsMax: this.#options.batchMsMax ?? batchMsMax,
      mayLose: this.#options.mayLose ?? false,
    };
    const cache = join(dataFolder, 'shader-cache');
    mkdirSync(cache, { recursive: true });
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), JSON.stringify(options)],
      {
        env: {
          MESA_SHADER_CACHE_DIR: cache,
          MESA_SHADER_CACHE_DISABLE: 'false',
          __GL_SHADER_DISK_CACHE_PATH: cache,
          ...environment,
          NODE_ENV: 'production',
        },
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const startedAt = performance.now();
    this.#child = child;
    const { promise: said, resolve: say } = deferred<void>();
    const pipe = child.stdio[3];
    if (!(pipe instanceof Duplex)) throw new Error('no pipe to the GPU broker');
    this.#pipe = pipe;
    const decoder = new FrameDecoder(() => 2 * readBytesMax);
    pipe.on('data', (chunk: Buffer) =>
      decoder.push(chunk, (frame) => {
        if (frame.kind === FromBroker.hello) {
          this.#hear(frame);
          say();
        } else {
          this.#waiting.get(frame.id)?.resolve(frame.payload);
          this.#waiting.delete(frame.id);
        }
        return true;
      }),
    );
    pipe.on('error', () => {});
    const timer = setTimeout(() => child.kill('SIGKILL'), helloMsMax);
    child.on('error', () => {});
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      this.#pipe = null;
      if (this.#missing === '' && this.#adapter === null)
        this.#missing = `the GPU broker ended as it started (${signal ?? code})`;
      for (const { reject } of this.#waiting.values()) reject(new Error('the GPU broker ended'));
      this.#waiting.clear();
      say();
      if (performance.now() - startedAt > soundMs) this.#restarts = 0;
      if (this.#closed || this.#adapter === null) return;
      if (this.#restarts++ < restartsMax) void this.#start();
      else {
        this.#adapter = null;
        this.#missing = 'the GPU broker ended again and again';
      }
    });
    await said;
    clearTimeout(timer);
  }
  #hear({ payload }: Frame): void {
    const hello = helloSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
    if ('adapter' in hello) this.#adapter = hello.adapter;
    else {
      this.#adapter = null;
      this.#missing = hello.missing;
    }
  }
}
