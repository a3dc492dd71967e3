// A worker of a browser in which one program runs, next to the engine and the judge's agent, as in a jailed process: the same console,
// the same frozen realm, the same one import. It knows no network, and the page ends it when it is done or takes too long.
// The imports run in this order: the host is taken away before the agent freezes what is left.
import { later, onMessage, onRejection, post } from './host.ts';
import { type SharedMemory, sharedTransport } from '#engine/device/webgpu/shared-memory.ts';
import { connectWebGpu } from '#engine/device/webgpu/webgpu.ts';
import type { TestSuite } from '#challenges/authoring.ts';
import { connect } from '../jail/agent.ts';
import { decodeValue, encodeValue, type ValueRecord } from '../protocol/value.ts';
import { Down, Up } from '../protocol/frame.ts';
import { type Thrown, thrown } from '../jail/thrown.ts';
import { record, text } from '../jail/values.ts';
import { Drawings } from './drawings.ts';
import { printedMax } from './limits.ts';
import type { JudgeInWorker } from './judge.ts';
import type { FromWorker, Play, Prepare, ToWorker } from './messages.ts';

type JudgePart = typeof import('./judge.ts');

// biome-ignore lint/security/noGlobalEval: our own scripts, in a worker that runs a program anyway
const evaluate = globalThis.eval;
const tell = (message: FromWorker): void => post(message);

let printed = 0;
function exchange(kind: number, payload: Uint8Array): Uint8Array {
  if (kind !== Up.log) throw new Error('there is nobody to ask');
  const text = String(decodeValue(payload));
  const before = printed;
  printed += text.length;
  if (before > printedMax) return new Uint8Array();
  tell({ type: 'log', text: text.slice(0, printedMax) });
  if (printed > printedMax) tell({ type: 'flooded' });
  return new Uint8Array();
}

const drawings = new Drawings(tell);
let handle: ReturnType<typeof connect> | null = null;
/** What a promise was rejected with that nobody waited for. */
let rejected: Thrown | null = null;

const read = (threw: ValueRecord): Thrown => ({
  name: text(threw['name']),
  message: text(threw['message']),
  stack: text(threw['stack']),
});

/** No GPU is no error: torch.cuda.is_available() says so. */
function connectGpu(memory: SharedMemory): void {
  try {
    const { name } = connectWebGpu(sharedTransport(memory)).adapter;
    tell({ type: 'gpu', name });
  } catch {
    tell({ type: 'gpu', name: null });
  }
}

function play({ code, seed, gpu }: Play): void {
  if (handle === null) return;
  const ask = handle;
  if (gpu !== null) connectGpu(gpu);
  drawings.watch();
  const loaded = record(decodeValue(ask(Down.load, encodeValue({ code, seed }))));
  // Promises first: what they print and throw belongs to the run.
  later(() => {
    // Asking anything sends what is still to be printed.
    ask(Down.request, encodeValue({ op: 'begin', seed }));
    tell({ type: 'done', threw: 'threw' in loaded ? read(record(loaded['threw'])) : rejected, last: drawings.last() });
  });
}

let judge: JudgeInWorker | null = null;
function judgeFrom(scripts: NonNullable<Prepare['scripts']>): JudgeInWorker {
  const parts: JudgePart = evaluate(`(() => {${scripts.judge}\nreturn gradgymJudge;})()`);
  Object.defineProperty(globalThis, 'gradgymJudge', { value: parts, configurable: true });
  const suite: TestSuite = evaluate(`(() => {${scripts.tests}\nreturn gradgymSuite.default;})()`);
  Reflect.deleteProperty(globalThis, 'gradgymJudge');
  return new parts.JudgeInWorker(suite);
}

onRejection((reason) => {
  rejected ??= thrown(reason);
});
onMessage((data) => {
  const message = data as ToWorker; // from our own page
  switch (message.type) {
    case 'prepare':
      if (message.scripts !== null) judge = judgeFrom(message.scripts);
      else drawings.offer();
      handle = connect(judge?.heard ?? exchange);
      return tell({ type: 'ready' });
    case 'judge':
      if (handle !== null) judge?.judge(message, handle, tell);
      return;
    case 'play':
      return play(message);
    default:
      message satisfies never;
  }
});
