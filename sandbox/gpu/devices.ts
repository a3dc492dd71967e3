// The adapter's devices. A session has one to itself, so that what it breaks is its own; one that was not broken is emptied and given to
// the next, with all that was compiled on it.
import { doze } from '#engine/device/webgpu/doze.ts';
import { describe, deviceOf, Executor } from '#engine/device/webgpu/executor.ts';
import type { AdapterDescription } from '#engine/device/webgpu/transport.ts';

const softwareBytesPerDevice = 512 * 2 ** 20;

export class OwnedDevice {
  readonly adapter: AdapterDescription;
  readonly executor: Executor;
  readonly pipelines = new Map<string, number>();
  readonly #device: GPUDevice;
  readonly #lost: Promise<never>;
  #problem: Error | null = null;
  /** Nothing went wrong on it. */
  isSound = true;
  #isLost = false;

  constructor(device: GPUDevice, adapter: AdapterDescription) {
    this.#device = device;
    this.adapter = adapter;
    this.executor = new Executor(device, { whileWaiting: doze });
    device.onuncapturederror = ({ error }) => {
      this.isSound = false;
      const isMemory = error.constructor.name === 'GPUOutOfMemoryError';
      this.#problem ??= new Error(isMemory ? `CUDA out of memory. ${error.message}` : error.message);
    };
    this.#lost = device.lost.then(({ message }) => {
      this.isSound = false;
      this.#isLost = true;
      throw new Error(`the device was lost: ${message}`);
    });
    this.#lost.catch(() => {});
  }

  throwProblem(): void {
    if (this.#problem !== null) throw this.#problem;
  }
  /** What `work` comes to, unless the device is lost or takes too long: then it is not sound any more. */
  async within<T>(ms: number, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.isSound = false;
        reject(new Error(`the GPU did not finish within ${ms / 1000} s`));
      }, ms);
    });
    try {
      return await Promise.race([work, this.#lost, late]);
    } catch (error) {
      this.isSound = false;
      throw error;
    } finally {
      clearTimeout(timer);
      work.catch(() => {});
    }
  }
  /** When nothing of it is under way any more; at once for one that is lost. */
  async finished(): Promise<void> {
    if (!this.#isLost) await Promise.race([this.executor.done(), this.#lost.catch(() => {})]);
  }
  /** As a driver does that gives up: everything on it is gone. */
  lose(): void {
    this.isSound = false;
    this.#device.destroy();
  }
}

export class Devices {
  readonly adapter: AdapterDescription;
  readonly #gpu: GPU;
  readonly #idle: OwnedDevice[] = [];
  readonly #idleMax: number;

  private constructor(gpu: GPU, adapter: AdapterDescription, idleMax: number) {
    this.#gpu = gpu;
    this.adapter = adapter;
    this.#idleMax = idleMax;
  }

  /** Throws where there is no adapter that may be used, and says why. */
  static async open(gpu: GPU, options: { softwareAllowed: boolean; sessionsMax: number }): Promise<Devices> {
    const adapter = await gpu.requestAdapter();
    if (!adapter) throw new Error('there is no WebGPU adapter: a Vulkan driver that Dawn accepts is missing');
    const described = describe(adapter);
    if (described.isSoftware && !options.softwareAllowed)
      throw new Error(`the only WebGPU adapter (${described.name}) runs on the processor`);
    const memoryBytesMax = described.isSoftware
      ? softwareBytesPerDevice
      : Math.floor(described.memoryBytesMax / options.sessionsMax);
    const bindingBytesMax = Math.min(described.bindingBytesMax, memoryBytesMax);
    const devices = new Devices(gpu, { ...described, memoryBytesMax, bindingBytesMax }, options.sessionsMax);
    devices.#idle.push(await devices.#make());
    return devices;
  }

  get idle(): number {
    return this.#idle.length;
  }
  async take(): Promise<OwnedDevice> {
    return this.#idle.pop() ?? (await this.#make());
  }
  /** Empties a device for the next session, or destroys it. Rejects when what it does is not done in time. */
  async giveBack(owned: OwnedDevice, msMax: number): Promise<void> {
    const isKept = owned.isSound && this.#idle.length < this.#idleMax;
    if (isKept) owned.executor.clear();
    // Dawn waits in `destroy` for what is under way, and with it everybody here.
    await owned.within(msMax, owned.finished());
    if (isKept && owned.isSound) this.#idle.push(owned);
    else owned.lose();
  }

  async #make(): Promise<OwnedDevice> {
    // An adapter makes one device only.
    const adapter = await this.#gpu.requestAdapter();
    if (!adapter) throw new Error('the WebGPU adapter is gone');
    return new OwnedDevice(await deviceOf(adapter), this.adapter);
  }
}
