// Who tells that a buffer on the GPU is garbage.

export interface Watch {
  /** Begins to watch: the buffer of this handle is gone once nothing holds what is returned here. */
  over(handle: number): object;
  /** The buffer was freed by whoever held it. */
  forget(handle: number): void;
  /** Collects garbage, where it can, and tells the handles that are gone since it was last asked. */
  gone(): readonly number[];
}

/** By weak references, which a host that can collect garbage makes exact. */
export class WeakWatch implements Watch {
  readonly #tokens = new Map<number, WeakRef<object>>();
  readonly #collect: () => void;
  constructor(collect: () => void) {
    this.#collect = collect;
  }
  over(handle: number): object {
    const token = {};
    this.#tokens.set(handle, new WeakRef(token));
    return token;
  }
  forget(handle: number): void {
    this.#tokens.delete(handle);
  }
  gone(): readonly number[] {
    this.#collect();
    const found: number[] = [];
    for (const [handle, token] of this.#tokens) if (token.deref() === undefined) found.push(handle);
    for (const handle of found) this.#tokens.delete(handle);
    return found;
  }
}
