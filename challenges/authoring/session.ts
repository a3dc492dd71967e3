// One behaviour's talk with one isolate: requests out, values back, the judge's spies answered in between.
import { DType, Tensor } from '#engine/index.ts';
import { toBytes } from '#engine/interop.ts';
import type { MeterReading } from '#engine/meters.ts';
import type { Argument } from '../authoring.ts';
import { type Described, parseDescribed, parseList, parseText } from './described.ts';
import type { Text } from './evidence.ts';
import { CandidateThrew, ProtocolBroken, TestFailure } from './failure.ts';
import { givenDevice } from './given-device.ts';
import { CandidateStopped, isRecord, type Port, type Wire, type WireRecord } from './wire.ts';

/** Anything the judge knows by number on the candidate's side. */
export interface Referenced {
  readonly reference: number;
}
/** A spy, called with what the candidate passed. */
export interface Callable {
  readonly spyId: number;
  readonly name: string;
  answer(args: readonly Described[]): Argument;
}

const callsMax = 100_000;
/** Of all calls of spies in one test together: each is kept, with all that a test may ask of it. */
const argumentsMax = 50_000;

/** Never used twice: an isolate may keep a spy of an earlier test. */
let nextSpyId = 0;
const spies = new WeakMap<object, Callable>();
const references = new WeakMap<object, () => Wire>();

/** Lets a handle be passed back to the candidate. */
export function rememberReference(handle: object, encode: () => Wire): void {
  references.set(handle, encode);
}
export function rememberSpy(handle: object, spy: Callable): void {
  spies.set(handle, spy);
}

export class Session {
  private readonly port: Port;
  private readonly known = new Map<number, Callable>();
  /** Ended by something inside a spy: the candidate is unwound first, then this is thrown. */
  private pending: { readonly error: unknown } | null = null;
  private depth = 0;
  private argumentsSeen = 0;
  /** What the test begins with over there; goes with its first request, as each costs a way there and back. */
  private beginning: WireRecord | null;
  /** What the test metered, stretch by stretch. */
  readonly readings: MeterReading[] = [];
  /** Names of spies, call by call. */
  readonly callOrder: string[] = [];
  /** What the test calls a handle, by its number: leaves of graphs are shown by it. */
  readonly names = new Map<number, string>();

  constructor(port: Port, beginning: WireRecord) {
    this.port = port;
    this.beginning = beginning;
  }

  /** Numbers a new spy. */
  addSpy(name: string, answer: Callable['answer']): Callable {
    const spy = { spyId: nextSpyId++, name, answer };
    this.known.set(spy.spyId, spy);
    return spy;
  }

  /** Sends and reads; throws what the candidate threw, and fails the test when an entry point is missing. */
  request(message: WireRecord, label: Text): Described {
    this.depth++;
    const sent = this.beginning === null ? message : { ...message, begin: this.beginning };
    this.beginning = null;
    let reply: Wire;
    try {
      reply = this.port.request(sent, (callback) => this.callback(callback));
    } finally {
      this.depth--;
    }
    if (this.pending && this.depth === 0) {
      const { error } = this.pending;
      this.pending = null;
      throw error;
    }
    if (!isRecord(reply)) throw new ProtocolBroken('an answer of unknown shape');
    if ('threw' in reply) throw new CandidateThrew(parseThrown(reply['threw']));
    if ('missing' in reply) throw missing(label, parseText(reply['wanted'], 40), parseText(reply['missing'], 40));
    return parseDescribed(reply['value']);
  }

  encode(argument: Argument, depth = 0): Wire {
    if (depth > 20) throw new Error('an argument is nested too deeply, or contains itself');
    if (typeof argument !== 'object' || argument === null) return argument;
    if (argument instanceof Tensor) return encodeTensor(argument);
    if (argument instanceof DType) return { t: 'dtype', name: argument.name };
    if (argument instanceof Uint8Array) return { t: 'bytes', bytes: argument };
    const reference = references.get(argument);
    if (reference) return reference();
    const spy = spies.get(argument);
    if (spy) return { t: 'spy', id: spy.spyId, name: spy.name };
    if (isList(argument)) return { t: 'array', items: argument.map((item) => this.encode(item, depth + 1)) };
    return {
      t: 'object',
      entries: Object.entries(argument).map(([name, item]) => [name, this.encode(item, depth + 1)]),
    };
  }

  encodeAll(args: readonly Argument[]): Wire {
    return args.map((argument) => this.encode(argument));
  }

  private callback(message: Wire): Wire {
    try {
      if (this.pending) return { abort: true };
      if (!isRecord(message)) throw new ProtocolBroken('a call of unknown shape');
      const { id } = message;
      const spy = typeof id === 'number' ? this.known.get(id) : undefined;
      if (!spy) throw new ProtocolBroken('a call of a spy that was never given');
      if (this.callOrder.push(spy.name) > callsMax) throw new ProtocolBroken(`more than ${callsMax} calls of spies`);
      const args = parseList(message['args']);
      this.argumentsSeen += args.length;
      if (this.argumentsSeen > argumentsMax) throw new ProtocolBroken(`more than ${argumentsMax} arguments of spies`);
      return { abort: false, value: this.encode(spy.answer(args.map(parseDescribed))) };
    } catch (error) {
      if (error instanceof CandidateStopped || error instanceof ProtocolBroken) throw error;
      this.pending = { error };
      return { abort: true };
    }
  }
}

export function encodeTensor(t: Tensor): WireRecord {
  const device = givenDevice(t.dtype.name);
  const there = device === 'cpu' ? {} : { device };
  return { t: 'tensor', dtype: t.dtype.name, shape: [...t.shape], bytes: toBytes(t), ...there };
}

function isList(x: object): x is readonly Argument[] {
  return Array.isArray(x);
}

function parseThrown(wire: Wire) {
  if (!isRecord(wire)) throw new ProtocolBroken('an error of unknown shape');
  return {
    name: parseText(wire['name'], 4096),
    message: parseText(wire['message'], 4096),
    stack: parseText(wire['stack'], 4096),
  };
}

function missing(label: Text, wanted: string, found: string): TestFailure {
  const name = typeof label === 'string' ? label.replace(/\(…\)$/, '').replace(/^new /, '') : '';
  const isEntry = wanted === 'function' || wanted === 'class' || wanted === 'export';
  const says = !isEntry
    ? { en: `\`${name}\` has no such ${wanted}.`, zh: `\`${name}\` 没有这个${wanted === 'method' ? '方法' : '属性'}。` }
    : found === 'missing'
      ? { en: `\`${name}\` is not exported.`, zh: `没有导出 \`${name}\`。` }
      : {
          en: `\`${name}\` must be a ${wanted}, but it is ${found}.`,
          zh: `\`${name}\` 应当是${wanted === 'class' ? '类' : '函数'}，实际却不是。`,
        };
  return new TestFailure([{ kind: 'value', label: name, expected: wanted, actual: found }], says);
}
