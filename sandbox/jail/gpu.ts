// The GPU as the candidate's isolate has it: every command goes through the one call to the host, and a broker outside the jail checks it.
import { connectGpu } from '#engine/device/webgpu/gpu.ts';
import { RemoteGpu } from '#engine/device/webgpu/remote/remote-gpu.ts';
import type { AdapterDescription } from '#engine/device/webgpu/transport.ts';
import type { Watch } from '#engine/device/webgpu/watch.ts';
import { Up } from '../protocol/frame.ts';

/** See garbage.ts. */
export type HostWatch = (count: number) => unknown;

const tokensAtOnce = 256;

class TokenWatch implements Watch {
  readonly #host: HostWatch;
  readonly #collect: () => void;
  #tokens: object[] = [];
  #taken = 0;
  /** By the token's number, and the other way. */
  readonly #handles = new Map<number, number>();
  readonly #numbers = new Map<number, number>();

  constructor(host: HostWatch, collect: () => void) {
    this.#host = host;
    this.#collect = collect;
  }
  over(handle: number): object {
    if (this.#tokens.length === 0) this.#tokens = (this.#host(tokensAtOnce) as object[]).reverse(); // what garbage.ts gives
    const token = this.#tokens.pop() ?? {};
    this.#taken++;
    this.#handles.set(this.#taken, handle);
    this.#numbers.set(handle, this.#taken);
    return token;
  }
  forget(handle: number): void {
    const number = this.#numbers.get(handle);
    this.#numbers.delete(handle);
    if (number !== undefined) this.#handles.delete(number);
  }
  gone(): readonly number[] {
    this.#collect();
    const handles: number[] = [];
    for (const number of this.#host(0) as Uint32Array) {
      const handle = this.#handles.get(number);
      if (handle === undefined) continue;
      this.forget(handle);
      handles.push(handle);
    }
    return handles;
  }
}

/** Before the submission is there. */
export function connectJailGpu(
  adapter: string,
  exchange: (kind: number, payload: Uint8Array) => Uint8Array,
  host: HostWatch,
) {
  const collect: unknown = Reflect.get(globalThis, 'gc');
  const described: AdapterDescription = JSON.parse(adapter);
  const gpu = new RemoteGpu({
    adapter: described,
    watch: new TokenWatch(host, typeof collect === 'function' ? () => void collect() : () => {}),
    exchange: (batch) => exchange(Up.gpu, batch).subarray(1),
  });
  Object.freeze(gpu);
  for (
    let at: object | null = Object.getPrototypeOf(gpu);
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  )
    Object.freeze(at);
  connectGpu(gpu);
}
