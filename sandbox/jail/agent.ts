// The judge's hand inside the candidate's isolate, evaluated with the engine before the submission is. It holds the values the judge
// knows by number and does the few things the judge may ask. It decides nothing: whatever it answers, the judge only compares.
// Start at `connect`; what may be asked is in operations.ts, how the realm is closed before the submission comes in seal.ts.
import * as engine from '#engine/index.ts';
import { fromBytes, prepare, prepareAhead, toBytes } from '#engine/interop.ts';
import { outside } from '#engine/distributed/world.ts';
import { meters } from '#engine/meters.ts';
import { decodeValue, encodeValue, type Value } from '../protocol/value.ts';
import { Down, Up } from '../protocol/frame.ts';
import { candidateConsole, type Log } from './console.ts';
import { describer, type Handles } from './describe.ts';
import { connectJailGpu, type HostWatch } from './gpu.ts';
import { type Candidate, operations, SpyMeter } from './operations.ts';
import { sealBuiltIns, sealEngine, takeAway } from './seal.ts';
import { thrown } from './thrown.ts';
import { type Callable, Missing, number, record, text } from './values.ts';

/** Writes a frame and blocks for the next one: its kind in the first byte. Never throws. */
export type Exchange = (kind: number, payload: Uint8Array) => Uint8Array;

// biome-ignore lint/security/noGlobalEval: running text is what this file is for, in an isolate that is killed after
const evaluate = globalThis.eval;

// What the engine and the language look like is settled here, before any code of the submission's.
prepareAhead();
sealEngine(engine);
const { seedRandom, showSourceOf, sealContext } = sealBuiltIns();
const torchModule = Object.freeze({ ...engine, __esModule: true });

/** Runs a little of everything that most submissions use, so that V8 has compiled it before one arrives. Draws no random number. */
function warmUp(): void {
  const x = fromBytes('float32', [2, 2], new Uint8Array(16)).requires_grad_(true);
  const y = x.mul(2).add(1).pow(2).matmul(x.t()).relu().sub(x).div(3);
  y.sum(1).mean().backward();
  toBytes(x.detach());
  String(x.grad);
}

export function connect(
  exchange: Exchange,
  adapter?: string,
  watch?: HostWatch,
): (kind: number, payload: Uint8Array) => Uint8Array {
  const handles: Handles = { values: [] };
  const describe = describer(handles, engine, toBytes);
  const log: Log = (text) => void exchange(Up.log, encodeValue(text));
  const { console, flush } = candidateConsole(log, engine, outside);
  // The engine's own warnings go there too.
  Object.defineProperty(globalThis, 'console', { value: console, configurable: true });
  // The compiled kernels need WebAssembly once, and nothing else does.
  prepare();
  if (adapter !== undefined && watch !== undefined) connectJailGpu(adapter, exchange, watch);
  takeAway();
  sealContext();
  warmUp();
  const spyMeter = new SpyMeter();
  const spies: Callable[] = [];

  const spy = (id: number, name: string): Callable => {
    spies[id] ??= Object.defineProperty(
      (...args: unknown[]) => {
        flush();
        const metered = spyMeter.on;
        if (metered) meters.start();
        try {
          // A rank of torch.distributed may come here again: the judge was asked, and what it said still holds.
          const value = outside(() => {
            let frame = exchange(Up.callback, encodeValue({ id, args: args.map(describe) }));
            // The judge may look at things here before it answers the call.
            while (frame[0] === Down.request) frame = exchange(Up.result, answer(frame.subarray(1)));
            const reply = record(decodeValue(frame.subarray(1)));
            if (reply['abort'] === true) throw new Error('the test has ended');
            return reply['value'];
          });
          return operation('revive')({ value });
        } finally {
          if (metered) spyMeter.add(name, meters.stop());
        }
      },
      'name',
      { value: name },
    );
    return spies[id];
  };
  const candidate: Candidate = { handles, exports: {}, spy, seedRandom };
  const known = operations(candidate, spyMeter);
  const operation = (name: string): Callable => {
    const found = known[name];
    if (!found) throw new Error('unknown operation');
    return found as Callable;
  };

  const guarded = (body: () => unknown): Uint8Array => {
    let answered: Value;
    try {
      answered = { value: describe(body()) };
    } catch (error) {
      answered =
        error instanceof Missing ? { missing: error.found, wanted: error.wanted } : { threw: { ...thrown(error) } };
    }
    flush();
    return encodeValue(answered);
  };
  const answer = (payload: Uint8Array): Uint8Array =>
    guarded(() => {
      const node = record(decodeValue(payload));
      if (node['begin'] !== undefined) operation('begin')(record(node['begin']));
      return operation(text(node['op']))(node);
    });
  const load = (payload: Uint8Array): Uint8Array =>
    guarded(() => {
      const given = record(decodeValue(payload));
      const code = text(given['code']);
      operation('begin')({ seed: number(given['seed']) });
      showSourceOf(code);
      const module = { exports: {} };
      const require = (name: string) => {
        if (name === 'torch') return torchModule;
        throw new Error(`only 'torch' can be imported, not '${name}'`);
      };
      // One line before the code: the judge counts on it when it maps lines back.
      const run: Callable = evaluate(
        `(function (module, exports, require, console) { 'use strict';\n${code}\n})\n//# sourceURL=submission.js`,
      );
      run(module, module.exports, require, console);
      candidate.exports = { ...module.exports };
      return null;
    });
  return (kind, payload) => (kind === Down.load ? load(payload) : answer(payload));
}
