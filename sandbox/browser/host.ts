// What a worker of a browser gives its programs, taken before anything else is evaluated: the code that comes may be a stranger's,
// from a link. Left are the language and WebAssembly, which the agent takes itself once it has its kernels. The barrier to the network
// is the worker's Content-Security-Policy; this makes the realm what it is in the jail.

/** Names that ECMAScript brings, and what the agent replaces or takes. */
const kept = new Set<string | symbol>([
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'JSON'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['SuppressedError', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'Promise', 'Proxy', 'Reflect', 'Intl', 'Temporal'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['DisposableStack', 'AsyncDisposableStack', 'WebAssembly', 'console'],
]);

const scope = globalThis as unknown as WorkerScope; // the library's types are those of a page
interface WorkerScope {
  postMessage(message: unknown): void;
  setTimeout(act: () => void, ms: number): void;
  addEventListener(
    type: string,
    hear: (event: { data: unknown; reason: unknown; preventDefault(): void }) => void,
  ): void;
}

export const post = scope.postMessage.bind(globalThis);
const listen = scope.addEventListener.bind(globalThis);
const { setTimeout } = scope;
/** After all that is due now; that a promise was rejected for good is told some moments after it was. */
export const later = (act: () => void): void => setTimeout(act, 10);
export const onMessage = (hear: (data: unknown) => void): void => listen('message', ({ data }) => hear(data));
export const onRejection = (hear: (reason: unknown) => void): void =>
  listen('unhandledrejection', (event) => {
    event.preventDefault();
    hear(event.reason);
  });

for (let at: object | null = globalThis; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at))
  for (const name of Reflect.ownKeys(at)) if (at !== globalThis || !kept.has(name)) Reflect.deleteProperty(at, name);
