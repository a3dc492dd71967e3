// Closes the realm before a submission enters it: the engine and the language's own objects are frozen, so that what the judge's agent
// and the meters rest on cannot be replaced from inside. Nothing of this is the barrier to the host; the process and the isolate are.
import type * as engine from '#engine/index.ts';

/** Taken from each new context: V8 puts WebAssembly back into one that starts from a snapshot. */
export function takeAway(): void {
  for (const name of ['WebAssembly', 'gradgymConnect']) Reflect.deleteProperty(globalThis, name);
  // Where there is a GPU; V8 lets nobody delete it.
  if ('gc' in globalThis) Object.defineProperty(globalThis, 'gc', { value: undefined, writable: false });
}

/**
 * Freezes the engine as the submission sees it, and the classes behind what it hands out. An instance can still be given a property of
 * its own that the prototype has too (`model.forward = …`, as in Python): in strict mode plain freezing would forbid that, so methods
 * of classes that people derive from become accessors whose setter defines an own property. Tensor's stay plain: they are too hot.
 */
export function sealEngine(torch: typeof engine): void {
  const seen = new Set<unknown>();
  const sealClass = (made: object): void => {
    const prototype: unknown = Reflect.get(made, 'prototype');
    if (typeof prototype === 'object' && prototype !== null)
      made === torch.Tensor ? Object.freeze(prototype) : sealPrototype(prototype);
    Object.freeze(made);
  };
  const visit = (value: unknown, depth: number): void => {
    if (seen.has(value) || depth > 4) return;
    if (typeof value === 'function') {
      seen.add(value);
      return sealClass(value);
    }
    if (typeof value !== 'object' || value === null || (Object.isFrozen(value) && depth > 0)) return;
    if (value instanceof torch.DType) return void Object.freeze(value);
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

  // Not exported, but every tensor leads to them.
  const x = torch.default.ones([1], { requires_grad: true });
  const y = x.mul(x);
  for (const [next] of y.grad_fn?.next_functions ?? []) if (next) classesOf(next).forEach(sealClass);
  for (const held of [y.grad_fn, x.storage, x.autograd, x.dtype, torch.default.default_generator])
    if (held) classesOf(held).forEach(sealClass);
  Object.freeze(x.storage.device);
}

/** Constructors along an object's chain of prototypes, but for Object. */
function classesOf(value: object): object[] {
  const found: object[] = [];
  for (let at = Object.getPrototypeOf(value); at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at))
    if (typeof at.constructor === 'function') found.push(at.constructor);
  return found;
}

function sealPrototype(prototype: object): void {
  for (const name of Object.getOwnPropertyNames(prototype))
    if (name !== 'constructor') letInstancesOverride(prototype, name);
  Object.freeze(prototype);
}

/** Assigning to an instance of a frozen prototype would throw where the prototype has a property of the name. */
function letInstancesOverride(prototype: object, name: string, what: 'methods' | 'all' = 'methods'): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor?.configurable || !('value' in descriptor)) return;
  const value: unknown = descriptor.value;
  if (what === 'methods' && typeof value !== 'function') return;
  Object.defineProperty(prototype, name, {
    configurable: false,
    enumerable: false,
    get: () => value,
    set(this: unknown, replacement: unknown) {
      if (this === prototype) throw new TypeError(`${name} is built in and cannot be replaced`);
      if (typeof this === 'object' && this !== null)
        Object.defineProperty(this, name, { value: replacement, writable: true, enumerable: true, configurable: true });
    },
  });
}

function iteratorHelpers(): unknown[] {
  const helpers: unknown = Reflect.get(globalThis, 'Iterator');
  if (typeof helpers !== 'function') return [];
  const call = (holder: object, name: string, self: unknown, argument: unknown): unknown =>
    Reflect.apply(Reflect.get(holder, name), self, [argument]);
  return [
    call(helpers.prototype, 'map', [][Symbol.iterator](), () => undefined),
    call(helpers, 'from', helpers, { next: () => ({ done: true }) }),
  ];
}

/** Objects of the language that no global names. */
function unnamed(): unknown[] {
  const syncGenerator = (function* () {})();
  const asyncGenerator = (async function* () {})();
  return [
    syncGenerator,
    asyncGenerator,
    async () => {},
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
    new Float32Array(0),
    ...iteratorHelpers(),
  ].flatMap((made) => {
    const chain: unknown[] = [];
    for (let at: unknown = Object.getPrototypeOf(made); at !== null; at = Object.getPrototypeOf(at)) chain.push(at);
    return chain;
  });
}

/**
 * Freezes every object that the language itself brings, with Math.random made deterministic and the source of all but the submission's
 * own functions hidden. The global object stays open for new names; the names it has are fixed.
 */
export function sealBuiltIns(): {
  seedRandom(seed: number): void;
  showSourceOf(code: string): void;
  /** The rest, once the context is there: what V8 has added to it since the snapshot. */
  sealContext(): void;
} {
  let state = 1;
  let source = '';
  const functionText = Function.prototype.toString;
  const { apply } = Reflect;
  const { includes } = String.prototype;
  Math.random = {
    random: (): number => {
      // mulberry32
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  }.random;
  const hiding = {
    toString(this: unknown): string {
      const text: string = apply(functionText, this, []);
      if (apply(includes, source, [text])) return text;
      const name: unknown = typeof this === 'function' ? this.name : '';
      return `function ${typeof name === 'string' ? name : ''}() { [native code] }`;
    },
  };
  Object.defineProperty(Function.prototype, 'toString', { value: hiding.toString, writable: true, configurable: true });

  for (const kind of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError])
    for (const name of ['name', 'message', 'toString']) letInstancesOverride(kind.prototype, name, 'all');
  for (const name of Object.getOwnPropertyNames(Object.prototype)) letInstancesOverride(Object.prototype, name);
  for (const kind of [Array, Map, Set, Promise, Function]) letInstancesOverride(kind.prototype, 'toString');

  const late = lateObjects();
  const seen = new Set<unknown>([globalThis, ...late]);
  freezeFrom(unnamed(), seen);
  freezeFrom(fixGlobals(), seen);
  return {
    seedRandom: (seed) => void (state = seed | 0),
    showSourceOf: (code) => void (source = code),
    sealContext: () => {
      // An error deep in the engine must still show the submission's line.
      Error.stackTraceLimit = 100;
      for (const object of late) seen.delete(object);
      freezeFrom([...fixGlobals(), ...late], seen);
    },
  };
}

/** Names that `connect` takes from each context or sets there, and that the bundle is known by. */
const keptOpen: ReadonlySet<string | symbol> = new Set([
  'WebAssembly',
  'gradgymConnect',
  'gradgymAgent',
  'console',
  'gc',
]);

/** Objects that V8 adds newer features to when it starts a context from a snapshot; it aborts when it cannot. */
const lateObjects = (): readonly unknown[] => [
  Promise,
  RegExp,
  Error,
  Math,
  Atomics,
  DataView.prototype,
  Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
  Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})()))),
];

/** Fixes the names that the global object has, and gives back what they stand for. */
function fixGlobals(): unknown[] {
  const values: unknown[] = [];
  for (const name of Reflect.ownKeys(globalThis)) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    if (!descriptor || !('value' in descriptor) || keptOpen.has(name)) continue;
    values.push(descriptor.value);
    if (descriptor.configurable)
      Object.defineProperty(globalThis, name, { ...descriptor, writable: false, configurable: false });
  }
  return values;
}

/** Freezes all that these lead to, but for what was seen. */
function freezeFrom(roots: readonly unknown[], seen: Set<unknown>): void {
  const open = [...roots];
  while (open.length > 0) {
    const value = open.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const name of Reflect.ownKeys(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, name);
      open.push(descriptor?.value, descriptor?.get, descriptor?.set);
    }
    open.push(Object.getPrototypeOf(value));
    Object.freeze(value);
  }
}
