// The main file of a jailed process: makes contexts ahead, says it is ready, then turns frames on stdin into calls of the agent and
// their answers into frames on stdout, blocking. It knows no tests, no expected values and no verdicts; the supervisor kills it after use.
// Started as: node FLAGS runner.cjs CONTEXTS HEAP_MIB GPU, beside isolated_vm.node, agent.js and agent.snapshot.
import { readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type IVM from 'isolated-vm';
import { Down, encodeFrame, headerBytes, memoryExitCode, Up } from '../protocol/frame.ts';
import { exposeCollector, garbageWatch } from './garbage.ts';

declare const require: (path: string) => { ivm: typeof IVM };
declare const __dirname: string;

const { ivm } = require('./isolated_vm.node');
const [contextsAhead = 8, heapMib = 256] = process.argv.slice(2, 4).map(Number);
/** The adapter as JSON; `null` where there is none. */
const gpu = process.argv[4] ?? 'null';
/** Empty where none could be made. */
const agentSnapshot = readFileSync(join(__dirname, 'agent.snapshot'));

interface Inside {
  readonly context: IVM.Context;
  readonly handle: (kind: number, payload: Uint8Array) => Uint8Array;
}
let answerId = 0;

function writeFrame(kind: number, payload: Uint8Array): void {
  const frame = encodeFrame({ id: answerId, kind, payload });
  for (let at = 0; at < frame.length; ) at += writeSync(1, frame, at);
}

function readExactly(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const got = readSync(0, bytes, at, count - at, null);
    if (got === 0) process.exit(0);
    at += got;
  }
  return bytes;
}

/** Kind in the first byte, payload behind it. */
function readFrame(): Uint8Array {
  const header = new DataView(readExactly(headerBytes).buffer);
  answerId = header.getUint32(4, true);
  const rest = header.getUint32(0, true) - 5;
  const frame = new Uint8Array(rest + 1);
  frame[0] = header.getUint8(8);
  frame.set(readExactly(rest), 1);
  return frame;
}

/** Called from inside the isolate. A log needs no answer; everything else blocks for the next frame. */
function exchange(kind: number, payload: Uint8Array): Uint8Array | undefined {
  if (kind !== Up.log && kind !== Up.callback && kind !== Up.result && kind !== Up.gpu) return undefined;
  writeFrame(kind, payload);
  return kind === Up.log ? undefined : readFrame();
}

if (gpu !== 'null') exposeCollector();
// No onCatastrophicError: it is called on this very thread, which isolated-vm has put to sleep for good by then. Without it V8 aborts the
// process at once, and the supervisor knows from its own measurements why.
const isolate = new ivm.Isolate({
  memoryLimit: heapMib,
  ...(agentSnapshot.length > 0 ? { snapshot: copyOf(agentSnapshot) } : {}),
});
const script =
  agentSnapshot.length > 0
    ? null
    : isolate.compileScriptSync(readFileSync(join(__dirname, 'agent.js'), 'utf8'), { filename: 'agent.js' });

function copyOf(bytes: Buffer): IVM.ExternalCopy<ArrayBuffer> {
  const own = new ArrayBuffer(bytes.length);
  new Uint8Array(own).set(bytes);
  return new ivm.ExternalCopy(own);
}

/**
 * A context of its own for every group of tests. Contexts of one isolate share no object, and share what V8 compiled of the engine,
 * which isolates would not.
 */
function makeContext(): Inside {
  const context = isolate.createContextSync();
  const connect = script
    ? script.runSync(context, { reference: true })
    : context.global.getSync('gradgymConnect', { reference: true });
  const watched = gpu === 'null' ? [] : [gpu, new ivm.Callback(garbageWatch(ivm))];
  const handle = connect.applySync(undefined, [new ivm.Callback(exchange), ...watched], {
    result: { reference: true },
  }) as IVM.Reference<Inside['handle']>;
  return {
    context,
    handle: (kind, payload) =>
      handle.applySync(undefined, [kind, payload], { arguments: { copy: true }, result: { copy: true } }) as Uint8Array,
  };
}

const ahead = Array.from({ length: contextsAhead }, makeContext);
writeFrame(Up.ready, new Uint8Array());

let inside: Inside | undefined;
for (;;) {
  const frame = readFrame();
  const kind = frame[0] ?? 0;
  if (kind === Down.load) {
    inside?.context.release();
    inside = ahead.shift() ?? makeContext();
  }
  if (!inside) process.exit(1);
  let answer: Uint8Array;
  try {
    answer = inside.handle(kind, frame.subarray(1));
  } catch {
    // Its heap is full, or the agent was broken from inside (an unhandled rejection does so): nothing more can be said but which of the two,
    // and is, as ending takes a while.
    writeFrame(isolate.isDisposed ? Up.memory : Up.broken, new Uint8Array());
    process.exit(isolate.isDisposed ? memoryExitCode : 1);
  }
  writeFrame(Up.result, answer);
}
