// A value of the candidate's as test authors see it: readers that check before they believe.
import type { Argument, Plain, Returned } from '../authoring.ts';
import { type Described, kindOf } from './described.ts';
import type { Text } from './evidence.ts';
import { TestFailure } from './failure.ts';
import { moduleHandle } from './module-handle.ts';
import { optimizerHandle, schedulerHandle } from './optimizer-handle.ts';
import { rememberReference, type Session } from './session.ts';
import { tensorHandle } from './tensor-handle.ts';
import type { WireRecord } from './wire.ts';

export const join = (label: Text, more: string): Text =>
  typeof label === 'string' ? label + more : { en: label.en + more, zh: label.zh + more };

const described = new WeakMap<object, Described>();
/** What stands behind a `Returned`; undefined for anything else. */
export const describedOf = (x: object): Described | undefined => described.get(x);
export const isReturned = (x: unknown): x is Returned => typeof x === 'object' && x !== null && described.has(x);

export function wrongKind(label: Text, expected: string, actual: string): TestFailure {
  return new TestFailure([{ kind: 'value', label, expected, actual }]);
}

/** Asks about something over there, by number. */
export function ask(session: Session, op: string, id: number, label: Text, more: WireRecord = {}): Returned {
  return returned(session, session.request({ op, id, ...more }, label), label);
}
export function method(session: Session, id: number, label: Text, name: string, args: readonly Argument[]): Returned {
  return ask(session, 'method', id, join(label, `.${name}(…)`), { name, args: session.encodeAll(args) });
}
export function field(session: Session, id: number, label: Text, name: string): Returned {
  return ask(session, 'field', id, join(label, `.${name}`), { name });
}

const asynchronous = {
  en: 'Your code returned a Promise. It is called synchronously: remove `async` and `await`.',
  zh: '你的代码返回了 Promise。评测是同步调用的：请去掉 `async` 和 `await`。',
};

export function returned(session: Session, d: Described, label: Text): Returned {
  if (d.t === 'other' && d.what === 'promise')
    throw new TestFailure([{ kind: 'value', label, expected: 'a value', actual: 'a Promise' }], asynchronous);
  const wrong = (expected: string): TestFailure => wrongKind(label, expected, kindOf(d));
  const primitive = <K extends 'number' | 'boolean' | 'string'>(kind: K) => {
    const value = d.t === 'plain' ? d.value : undefined;
    if (typeof value !== kind) throw wrong(`a ${kind}`);
    return value;
  };
  const idOf = (expected: string): number => {
    if (d.t === 'plain') throw wrong(expected);
    return d.id;
  };
  const request = (op: string, more: WireRecord = {}, expected = 'an object'): Returned =>
    ask(session, op, idOf(expected), label, more);
  const other = (what: string, expected: string) => {
    if (d.t !== 'other' || d.what !== what) throw wrong(expected);
    return d;
  };
  const items = (count: number, toEnd: boolean): { readonly taken: readonly Returned[]; readonly more: boolean } => {
    const answer = request('iterate', { count, toEnd }, 'something to iterate over');
    const taken = answer.field('items').array();
    return {
      taken: taken.map((item, i) => returned(session, describedOf(item) ?? d, join(label, `[${i}]`))),
      more: !answer.field('done').boolean(),
    };
  };
  const self: Returned = {
    label,
    kind: kindOf(d),
    tensor: () => {
      if (d.t !== 'tensor') throw wrong('a tensor');
      return tensorHandle(session, d, label);
    },
    number: () => Number(primitive('number')),
    boolean: () => primitive('boolean') === true,
    string: () => String(primitive('string')),
    bytes: () => {
      if (d.t !== 'bytes') throw wrong('bytes (a Uint8Array)');
      return d.bytes;
    },
    array: () => {
      if (d.t !== 'array') throw wrong('an array');
      return d.items.map((item, i) => returned(session, item, join(label, `[${i}]`)));
    },
    at: (index) => {
      const item = d.t === 'array' ? d.items[index] : undefined;
      if (!item) throw wrong(`an array of at least ${index + 1} items`);
      return returned(session, item, join(label, `[${index}]`));
    },
    iterate: ({ atMost }) => {
      const { taken, more } = items(atMost, true);
      if (more) throw wrongKind(label, `at most ${atMost} items`, 'more');
      return taken;
    },
    take: (count) => items(count, false).taken,
    field: (name) => {
      const held = d.t === 'object' ? d.entries.get(name) : undefined;
      if (held) return returned(session, held, join(label, `.${name}`));
      return field(session, idOf(`an object with ${name}`), label, name);
    },
    has: (name) => d.t !== 'plain' && request('has', { name }).boolean(),
    set: (name, value) => void request('set', { name, value: session.encode(value) }),
    keys: () =>
      request('keys')
        .array()
        .map((name) => name.string()),
    isInstanceOf: (type) => d.t !== 'plain' && request('instance', { type }).boolean(),
    isSameAs: (other) => d.t !== 'plain' && request('same', { value: session.encode(other) }).boolean(),
    module: () => moduleHandle(session, other('module', 'a module').id, label, null),
    optimizer: () => {
      const { id, name } = other('optimizer', 'an optimizer');
      return optimizerHandle(session, id, label, name);
    },
    scheduler: () => {
      const { id, name } = other('scheduler', 'a scheduler');
      return schedulerHandle(session, id, label, name);
    },
    call: (...args) =>
      ask(session, 'invoke', idOf('a function'), join(label, '(…)'), { args: session.encodeAll(args) }),
    method: (name, ...args) => method(session, idOf('an object'), label, name, args),
    isNull: () => d.t === 'plain' && (d.value === null || d.value === undefined),
    value: () => plainOf(d, label),
  };
  described.set(self, d);
  rememberReference(self, () => (d.t === 'plain' ? d.value : { t: 'ref', id: d.id }));
  return self;
}

function plainOf(d: Described, label: Text): Plain {
  switch (d.t) {
    case 'plain':
      if (d.value === undefined) return null;
      if (typeof d.value === 'bigint') throw wrongKind(label, 'plain data', 'a bigint');
      return d.value;
    case 'array':
      return d.items.map((item, i) => plainOf(item, join(label, `[${i}]`)));
    case 'object':
      return Object.fromEntries([...d.entries].map(([name, item]) => [name, plainOf(item, join(label, `.${name}`))]));
    default:
      throw wrongKind(label, 'plain data', kindOf(d));
  }
}
