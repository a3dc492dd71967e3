import { Tensor } from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import type { CandidateModule, Expect, Expectation, ExpectOptions, Plain, Returned, Spy, State } from '../authoring.ts';
import { describedOf, isTensorHandle } from './candidate.ts';
import { decodeNumbers, difference, type Numbers, numbersOf } from './numbers.ts';
import { kindOf } from './described.ts';
import type { Evidence, Text } from './evidence.ts';
import { CandidateThrew, TestFailure } from './failure.ts';

export const expect: Expect = (actual, given) => {
  const options: ExpectOptions =
    typeof given === 'string' ? { label: given } : given && 'en' in given ? { label: given } : (given ?? {});
  return expectation(actual, options.label ?? labelOf(actual), options);
};

function labelOf(actual: unknown): Text {
  if (typeof actual === 'object' && actual !== null && 'label' in actual) {
    const { label } = actual;
    if (typeof label === 'string') return label;
    if (typeof label === 'object' && label !== null && 'en' in label && 'zh' in label)
      return { en: String(label.en), zh: String(label.zh) };
  }
  return { en: 'the value', zh: '值' };
}

function expectation(actual: unknown, label: Text, { says }: ExpectOptions): Expectation {
  const fail = (...evidence: Evidence[]): never => {
    throw new TestFailure(evidence, says ?? null);
  };
  const wrong = (expected: string, found: string): never =>
    fail({ kind: 'value', label, expected, actual: found.slice(0, 200) });
  const compare = (matches: boolean, expected: string): void => {
    if (!matches) wrong(expected, shown(actual));
  };
  const scalar = (): number => {
    const value = isTensorFree(actual) ? plain(actual) : numbers(actual)?.values[0];
    return typeof value === 'number' ? value : wrong('a number', shown(actual));
  };
  const tensorLike = (value: unknown): Numbers => numbers(value) ?? wrong('a tensor', shown(value));

  const closeState = (expected: State, tolerance: { readonly rtol?: number; readonly atol?: number }): void => {
    const state = stateOf(actual) ?? wrong('tensors by name', shown(actual));
    const names = Object.keys(expected);
    const found = Object.keys(state);
    if (names.length !== found.length || !names.every((n) => found.includes(n)))
      wrong(names.join(', '), found.join(', '));
    for (const name of names) {
      const inner = join(label, name);
      const e = expected[name];
      if (!e) continue;
      const evidence = difference(inner, tensorLike(state[name]), numbersOf(e), tolerance);
      if (evidence) fail(evidence);
    }
  };

  return {
    toBeClose: (expected, tolerance = {}) => {
      if (typeof expected === 'number') {
        const value = scalar();
        const { rtol, atol } = { rtol: 1.3e-6, atol: 1e-5, ...tolerance };
        const close =
          Object.is(value, expected) ||
          value === expected ||
          Math.abs(value - expected) <= atol + rtol * Math.abs(expected);
        if (!close) wrong(number(expected), number(value));
        return;
      }
      if (!(expected instanceof Tensor)) return closeState(expected, tolerance);
      const evidence = difference(label, tensorLike(actual), numbersOf(expected), tolerance);
      if (evidence) fail(evidence);
    },
    toBe: (expected) => compare(Object.is(plain(actual), expected), shown(expected)),
    toEqual: (expected) => compare(same(plain(actual), expected), shown(expected)),
    toHaveShape: (expected) => {
      const { shape } = tensorLike(actual);
      if (!same([...shape], [...expected])) wrong(`shape [${expected.join(', ')}]`, `shape [${shape.join(', ')}]`);
    },
    toHaveDtype: (expected) => {
      const { dtype } = tensorLike(actual);
      if (dtype !== expected) wrong(expected, dtype);
    },
    toBeNull: () => compare(plain(actual) === null, 'null'),
    notToBeNull: () => {
      if (plain(actual) === null) wrong('not null', 'null');
    },
    toBeLessThan: (bound) => {
      const value = scalar();
      if (!(value < bound)) wrong(`< ${number(bound)}`, number(value));
    },
    toBeGreaterThan: (bound) => {
      const value = scalar();
      if (!(value > bound)) wrong(`> ${number(bound)}`, number(value));
    },
    toFollowCurve: (expected, { xLabel, rtol = 1.3e-6, atol = 1e-5 }) => {
      const value = plain(actual);
      const curve = Array.isArray(value)
        ? value.map((y: Plain) => (typeof y === 'number' ? y : Number.NaN))
        : wrong('an array of numbers', shown(actual));
      const close =
        curve.length === expected.length &&
        curve.every(
          (y: number, i: number) => Math.abs(y - (expected[i] ?? 0)) <= atol + rtol * Math.abs(expected[i] ?? 0),
        );
      const finite = (ys: readonly number[]): (number | null)[] =>
        ys.slice(0, 1000).map((y) => (Number.isFinite(y) ? y : null));
      if (!close) fail({ kind: 'curve', label, xLabel, expected: finite(expected), actual: finite(curve) });
    },
    calledTimes: (times) => {
      const count = isSpy(actual) ? actual.calls.length : Number.NaN;
      if (Number.isNaN(count)) throw new Error('calledTimes() is for spies');
      if (count !== times)
        fail({ kind: 'value', label: callsOf(label), expected: String(times), actual: String(count) });
    },
    toThrow: (message) => {
      if (typeof actual !== 'function') throw new Error('toThrow() is for functions');
      try {
        actual();
      } catch (error) {
        if (!(error instanceof CandidateThrew)) throw error;
        if (message && !message.test(error.thrown.message)) wrong(`an error like ${message}`, error.thrown.message);
        return;
      }
      wrong('an error', 'nothing thrown');
    },
  };
}

const join = (label: Text, name: string): Text => (typeof label === 'string' ? `${label}['${name}']` : name);
const callsOf = (label: Text): Text => ({
  en: `calls of ${typeof label === 'string' ? label : label.en}`,
  zh: `${typeof label === 'string' ? label : label.zh} 的调用次数`,
});
const number = (x: number): string =>
  Object.is(x, -0) ? '-0' : String(Math.abs(x) > 1e-4 || x === 0 ? Number(x.toPrecision(9)) : x);

const isSpy = (x: unknown): x is Spy => typeof x === 'object' && x !== null && 'calls' in x && Array.isArray(x.calls);
const isReturned = (x: unknown): x is Returned => typeof x === 'object' && x !== null && describedOf(x) !== undefined;
const isModule = (x: object): x is CandidateModule => 'state_dict' in x && typeof x.state_dict === 'function';
const isTensorFree = (x: unknown): boolean =>
  !(x instanceof Tensor) &&
  !(isReturned(x) && describedOf(x)?.t === 'tensor') &&
  !(typeof x === 'object' && x !== null && isTensorHandle(x));

function numbers(x: unknown): Numbers | null {
  if (x instanceof Tensor) return numbersOf(x);
  if (typeof x !== 'object' || x === null) return null;
  if (isTensorHandle(x)) return numbersOf(x.values);
  const d = describedOf(x);
  if (d?.t === 'tensor') return decodeNumbers(d.dtype, d.shape, d.bytes);
  return null;
}

function stateOf(x: unknown): { readonly [name: string]: unknown } | null {
  if (typeof x !== 'object' || x === null) return null;
  const d = describedOf(x);
  if (d) {
    if (d.t !== 'object') return null;
    return Object.fromEntries(
      [...d.entries].map(([name, inner]) => [name, inner.t === 'tensor' ? torchOf(inner) : inner]),
    );
  }
  return isModule(x) ? x.state_dict() : Object.fromEntries(Object.entries(x));
}
const torchOf = (d: { dtype: string; shape: readonly number[]; bytes: Uint8Array }): Tensor =>
  fromBytes(d.dtype, d.shape, d.bytes);

function plain(x: unknown): unknown {
  if (isReturned(x)) return x.value();
  return x === undefined ? null : x;
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === others.length &&
    names.every((n) => Object.hasOwn(b, n) && same(Reflect.get(a, n), Reflect.get(b, n)))
  );
}

/** A short printed form. */
function shown(x: unknown): string {
  if (x instanceof Tensor) return `a tensor of shape [${x.shape.join(', ')}]`;
  if (isReturned(x)) {
    const d = describedOf(x);
    if (d && (d.t === 'tensor' || d.t === 'other')) return kindOf(d);
    try {
      return shown(x.value());
    } catch {
      return x.kind;
    }
  }
  if (typeof x === 'number') return number(x);
  if (typeof x === 'function') return 'a function';
  if (Array.isArray(x)) return `[${x.map(shown).join(', ')}]`;
  if (typeof x === 'object' && x !== null && 'label' in x) return typeof x.label === 'string' ? x.label : 'an object';
  return (
    JSON.stringify(x, (_, v: unknown) => (typeof v === 'number' && !Number.isFinite(v) ? String(v) : v)) ?? 'undefined'
  ).slice(0, 300);
}
