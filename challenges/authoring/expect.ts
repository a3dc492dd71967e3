import { Tensor } from '#engine/index.ts';
import type {
  CandidateTensor,
  Expect,
  Expectation,
  Expected,
  ExpectOptions,
  Given,
  Plain,
  Reading,
  Spy,
  Tolerance,
} from '../authoring.ts';
import { same, shown, shownNumber } from './compare.ts';
import { type Described, inWords } from './described.ts';
import { callsMax, type Evidence, type Text } from './evidence.ts';
import { CandidateThrew, TestFailure } from './failure.ts';
import { gradientsOf, numericGradients } from './gradients.ts';
import { readingOf } from './meter.ts';
import { isModuleHandle } from './module-handle.ts';
import { decodeNumbers, difference, type Numbers, numbersOf } from './numbers.ts';
import { describedOf, isReturned, join } from './returned.ts';
import { copyOf, isTensorHandle } from './tensor-handle.ts';
import { unchanged } from './unchanged.ts';

/**
 * `given` is there in a test; without it only expectations that ask the candidate nothing work. What is thrown in a `hidden` test is
 * not shown.
 */
export function expectOf(given: Given | null, hidden = false): Expect {
  const on = (actual: unknown, options?: ExpectOptions | Text): Expectation => {
    const { label, says }: ExpectOptions =
      options === undefined ? {} : typeof options === 'string' || 'en' in options ? { label: options } : options;
    return expectation({ given, hidden }, actual, label ?? labelOf(actual), says ?? null);
  };
  return Object.assign(on, { unchanged });
}
export const expect = expectOf(null);

function labelOf(actual: unknown): Text {
  if (typeof actual === 'object' && actual !== null && 'label' in actual) {
    const { label } = actual;
    if (typeof label === 'string') return label;
    if (typeof label === 'object' && label !== null && 'en' in label && 'zh' in label)
      return { en: String(label.en), zh: String(label.zh) };
  }
  return { en: 'the value', zh: '值' };
}

function expectation(
  { given, hidden }: { readonly given: Given | null; readonly hidden: boolean },
  actual: unknown,
  label: Text,
  says: TestFailure['says'],
): Expectation {
  const fail = (...evidence: Evidence[]): never => {
    throw new TestFailure(evidence, says);
  };
  const wrong = (expected: string, found: string): never =>
    fail({ kind: 'value', label, expected: expected.slice(0, 300), actual: found.slice(0, 300) });
  const compare = (matches: boolean, expected: string): void => {
    if (!matches) wrong(expected, shown(actual));
  };
  const scalar = (): number => {
    const value = numbers(actual)?.values[0] ?? plain(actual);
    return typeof value === 'number' ? value : wrong('a number', shown(actual));
  };
  const bound = (holds: (value: number) => boolean, expected: string): void => {
    const value = scalar();
    if (!holds(value)) wrong(expected, shownNumber(value));
  };
  const tensorLike = (): Numbers => numbers(actual) ?? wrong('a tensor', shown(actual));
  const handle = (): CandidateTensor =>
    typeof actual === 'object' && actual !== null && isTensorHandle(actual)
      ? actual
      : isReturned(actual)
        ? actual.tensor()
        : wrong('a tensor of the submission', shown(actual));
  const spy = (): Spy => {
    if (!isSpy(actual)) throw new Error('only spies are called');
    return actual;
  };
  const calls = (expected: Text, firstWrong: number | null): never => {
    const seen = spy().calls;
    const name = typeof label === 'string' ? label : label.en;
    return fail({
      kind: 'calls',
      label,
      expected,
      count: seen.length,
      calls: seen.slice(0, callsMax).map((args) => ({
        name,
        args: args.map((arg) => inWords(describedOf(arg) ?? { t: 'plain', value: undefined })),
      })),
      firstWrong,
    });
  };
  const run = (): ((...inputs: CandidateTensor[]) => CandidateTensor) => {
    if (typeof actual !== 'function') throw new Error('gradients are those of a function');
    return (...inputs) => {
      const result: unknown = actual(...inputs);
      if (isReturned(result)) return result.tensor();
      if (typeof result === 'object' && result !== null && isTensorHandle(result)) return result;
      throw new Error('a function whose gradients are checked gives back one tensor of the candidate');
    };
  };
  const inTest = (): Given => {
    if (!given) throw new Error('this expectation works in a test only');
    return given;
  };

  return {
    toBeClose: (expected, tolerance = {}) => {
      const evidence = closeness(actual, expected, label, tolerance);
      if (evidence) fail(evidence);
    },
    toBe: (expected) => compare(Object.is(plain(actual), expected), shown(expected)),
    toEqual: (expected) => compare(same(plain(actual), expected), shown(expected)),
    toHaveShape: (expected) => {
      const { shape } = tensorLike();
      if (!same([...shape], [...expected])) wrong(`shape [${expected.join(', ')}]`, `shape [${shape.join(', ')}]`);
    },
    toHaveDtype: (expected) => {
      const { dtype } = tensorLike();
      if (dtype !== expected) wrong(expected, dtype);
    },
    toBeOn: (expected) => {
      const { device } = handle();
      if (device !== expected && device.split(':')[0] !== expected) wrong(expected, device);
    },
    toBeNull: () => compare(plain(actual) === null, 'null'),
    notToBeNull: () => {
      if (isReturned(actual) ? actual.isNull() : plain(actual) === null) wrong('not null', 'null');
    },
    toBeLessThan: (limit) => bound((value) => value < limit, `< ${shownNumber(limit)}`),
    toBeGreaterThan: (limit) => bound((value) => value > limit, `> ${shownNumber(limit)}`),
    toBeAtMost: (limit) => bound((value) => value <= limit, `≤ ${shownNumber(limit)}`),
    toBeAtLeast: (limit) => bound((value) => value >= limit, `≥ ${shownNumber(limit)}`),
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
      const count = spy().calls.length;
      if (count !== times)
        calls({ en: `${times} ${times === 1 ? 'call' : 'calls'}`, zh: `${times} 次调用` }, Math.min(count, times));
    },
    calledWith: (expected) => {
      const seen = spy().calls;
      const rows = Math.max(seen.length, expected.length);
      for (let i = 0; i < rows; i++) {
        const [args, wanted] = [seen[i], expected[i]];
        const given = args?.map(describedOf);
        const fits =
          given &&
          wanted &&
          given.length >= wanted.length &&
          wanted.every((w, k) => w === undefined || fitsArgument(given[k], w));
        if (!fits) calls(wanted ? `(${wanted.map((w) => shown(w)).join(', ')})` : { en: 'no call', zh: '没有调用' }, i);
      }
    },
    toThrow: (error = {}) => {
      const { type, message } = error instanceof RegExp ? { type: undefined, message: error } : error;
      if (typeof actual !== 'function') throw new Error('toThrow() is for functions');
      try {
        actual();
      } catch (caught) {
        if (!(caught instanceof CandidateThrew)) throw caught;
        const { thrown } = caught;
        if (type !== undefined && thrown.name !== type) wrong(`a ${type}`, hidden ? 'another error' : thrown.name);
        if (message && !message.test(thrown.message))
          wrong(`an error like ${message}`, hidden ? 'another message' : thrown.message);
        return;
      }
      wrong(type === undefined ? 'an error' : `a ${type}`, 'nothing thrown');
    },
    toReach: (...leaves) => {
      const result = handle();
      for (const leaf of leaves) {
        if (!result.leadsTo(leaf))
          fail(
            {
              kind: 'value',
              label,
              expected: `a graph that leads to ${textOf(leaf.label)}`,
              actual: result.requires_grad ? 'it does not' : 'requires_grad is false',
            },
            { kind: 'graph', label, actual: result.graph(), expected: null },
          );
      }
    },
    toHaveGradientsOf: (reference, inputs, options = {}) => {
      const evidence = gradientsOf(inTest(), run(), reference, inputs, label, options);
      if (evidence.length > 0) fail(...evidence);
    },
    toPassGradcheck: (inputs, options = {}) => {
      const evidence = numericGradients(inTest(), run(), inputs, label, options);
      if (evidence.length > 0) fail(...evidence);
    },
    toStayWithin: (budget) => {
      const reading = readingLike(actual);
      const readings = Object.entries(budget).map(([name, limits]) => ({
        name,
        actual: readingOf(reading, name),
        atMost: typeof limits === 'number' ? limits : (limits.atMost ?? null),
        atLeast: typeof limits === 'number' ? null : (limits.atLeast ?? null),
      }));
      if (readings.some((r) => r.actual > (r.atMost ?? Infinity) || r.actual < (r.atLeast ?? 0)))
        fail({ kind: 'meter', label, readings });
    },
  };
}

const textOf = (label: Text): string => (typeof label === 'string' ? label : label.en);
const isSpy = (x: unknown): x is Spy => typeof x === 'object' && x !== null && 'calls' in x && Array.isArray(x.calls);

function readingLike(x: unknown): Reading {
  if (typeof x === 'object' && x !== null && 'operators' in x && 'savedBytes' in x) return x as Reading;
  throw new Error('toStayWithin() is for what given.meter() reads');
}

/** At every depth: tensors lie in lists and records too. */
function fitsArgument(d: Described | null | undefined, wanted: Expected | Plain): boolean {
  switch (d?.t) {
    case 'plain':
      return Object.is(d.value ?? null, wanted);
    case 'tensor':
      return (
        wanted instanceof Tensor &&
        difference('', decodeNumbers(d.dtype, d.shape, d.bytes), numbersOf(wanted), {}) === null
      );
    case 'array':
      return (
        Array.isArray(wanted) &&
        d.items.length === wanted.length &&
        d.items.every((item, i) => fitsArgument(item, wanted[i]))
      );
    case 'object': {
      if (typeof wanted !== 'object' || wanted === null || wanted instanceof Tensor || Array.isArray(wanted))
        return false;
      const entries = Object.entries(wanted);
      return d.entries.size === entries.length && entries.every(([name, w]) => fitsArgument(d.entries.get(name), w));
    }
    default:
      return false;
  }
}

function numbers(x: unknown): Numbers | null {
  if (x instanceof Tensor) return numbersOf(x);
  if (typeof x !== 'object' || x === null) return null;
  if (isTensorHandle(x)) return numbersOf(x.values);
  const d = describedOf(x);
  return d?.t === 'tensor' ? decodeNumbers(d.dtype, d.shape, d.bytes) : null;
}

/** Null when close; the first evidence otherwise. */
function closeness(actual: unknown, expected: Expected, label: Text, tolerance: Tolerance): Evidence | null {
  const value = (wanted: string, found: string): Evidence => ({
    kind: 'value',
    label,
    expected: wanted,
    actual: found,
  });
  if (typeof expected === 'number') {
    const number = numbers(actual)?.values[0] ?? plain(actual);
    if (typeof number !== 'number') return value('a number', shown(actual));
    const { rtol, atol } = { rtol: 1.3e-6, atol: 1e-5, ...tolerance };
    const close =
      Object.is(number, expected) ||
      number === expected ||
      Math.abs(number - expected) <= atol + rtol * Math.abs(expected);
    return close ? null : value(shownNumber(expected), shownNumber(number));
  }
  if (expected instanceof Tensor) {
    const found = numbers(actual);
    return found ? difference(label, found, numbersOf(expected), tolerance) : value('a tensor', shown(actual));
  }
  if (isList(expected)) {
    const items = itemsOf(actual);
    if (!items) return value('an array', shown(actual));
    if (items.length !== expected.length) return value(`${expected.length} items`, `${items.length} items`);
    return firstOf(expected.map((e, i) => () => closeness(items[i], e, join(label, `[${i}]`), tolerance)));
  }
  const entries = entriesOf(actual);
  if (!entries) return value('tensors by name', shown(actual));
  const names = Object.keys(expected);
  const found = Object.keys(entries);
  if (names.length !== found.length || !names.every((n) => found.includes(n)))
    return value(names.join(', '), found.join(', '));
  return firstOf(
    Object.entries(expected).map(
      ([name, e]) =>
        () =>
          closeness(entries[name], e, typeof label === 'string' ? `${label}['${name}']` : name, tolerance),
    ),
  );
}
function firstOf(checks: readonly (() => Evidence | null)[]): Evidence | null {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return null;
}
const isList = (x: object): x is readonly Expected[] => Array.isArray(x);

function itemsOf(x: unknown): readonly unknown[] | null {
  if (Array.isArray(x)) return x;
  return isReturned(x) && describedOf(x)?.t === 'array' ? x.array() : null;
}

function entriesOf(x: unknown): { readonly [name: string]: unknown } | null {
  if (typeof x !== 'object' || x === null) return null;
  const d = describedOf(x);
  if (d) {
    if (d.t !== 'object') return null;
    return Object.fromEntries(
      [...d.entries].map(([name, inner]) => [
        name,
        inner.t === 'tensor' ? copyOf(inner) : inner.t === 'plain' ? inner.value : isReturned(x) ? x.field(name) : null,
      ]),
    );
  }
  return isModuleHandle(x) ? x.state_dict() : Object.fromEntries(Object.entries(x));
}

function plain(x: unknown): unknown {
  if (isReturned(x)) return x.value();
  return x === undefined ? null : x;
}
