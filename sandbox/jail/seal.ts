import type * as engine from '#engine/index.ts';

/** Takes away what a submission has no use for. V8 puts WebAssembly into each new context, also into one from a snapshot. */
export function takeAway(): void {
  for (const name of ['WebAssembly', 'gradgymConnect']) Reflect.deleteProperty(globalThis, name);
}

/**
 * Freezes the engine as the submission sees it. An instance can still be given a property of
 * its own that the prototype has too (`model.forward = …`, as in Python): in strict mode plain freezing would forbid that, so methods
 * of classes that people derive from become accessors whose setter defines an own property. Tensor's stay plain: they are too hot.
 */
export function seal(torch: typeof engine): void {
  const seen = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (seen.has(value) || depth > 3) return;
    if (typeof value === 'function') {
      seen.add(value);
      const prototype: unknown = value.prototype;
      if (typeof prototype === 'object' && prototype !== null)
        value === torch.Tensor ? Object.freeze(prototype) : sealPrototype(prototype);
      Object.freeze(value);
      return;
    }
    if (typeof value !== 'object' || value === null || (Object.isFrozen(value) && depth > 0)) return;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return;
    seen.add(value);
    for (const name of Object.keys(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, name);
      if (descriptor && 'value' in descriptor) visit(descriptor.value, depth + 1);
    }
    Object.freeze(value);
  };
  for (const name of Object.keys(torch)) visit(Reflect.get(torch, name), 0);
}

function sealPrototype(prototype: object): void {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (name === 'constructor' || !descriptor?.configurable || typeof descriptor.value !== 'function') continue;
    const method: unknown = descriptor.value;
    Object.defineProperty(prototype, name, {
      configurable: false,
      enumerable: false,
      get: () => method,
      set(this: object, value: unknown) {
        if (this === prototype) throw new TypeError(`${name} of the engine cannot be replaced`);
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
  Object.freeze(prototype);
}
