import fc from 'fast-check';
import { describe, expect as check, test } from 'vitest';
import torch from '#engine/index.ts';
import { type TestContext, tests } from '../authoring.ts';
import { parseDescribed } from './described.ts';
import { parseDescription } from './description.ts';
import { expect } from './expect.ts';
import { TestFailure } from './failure.ts';
import { difference, type Numbers, numbersOf } from './numbers.ts';
import { seededRng } from './rng.ts';
import { runTest } from './run-test.ts';
import { isRecord, type Port, type Wire } from './wire.ts';

const title = { en: 'a', zh: '甲' };
const float = (values: number[], shape = [values.length]): Numbers => ({ dtype: 'float32', shape, values });

describe('a suite', () => {
  test('knows its outline without running a test', () => {
    const suite = tests(({ behaviour }) =>
      behaviour('adds', { points: 2, title, says: title }, ({ sample, hidden }) => {
        sample('one', { title }, () => check.unreachable());
        hidden('two', { title }, () => check.unreachable());
      }),
    );
    check(suite.outline).toStrictEqual([
      {
        id: 'adds',
        title,
        points: 2,
        tests: [
          { id: 'adds/one', title, visibility: 'sample' },
          { id: 'adds/two', title, visibility: 'hidden' },
        ],
      },
    ]);
  });
  test.each([
    ['Not Kebab', 1, /kebab/],
    ['fine', 0, /points/],
    ['fine', 1.5, /points/],
  ])('refuses id %s with %s points', (id, points, message) => {
    check(() =>
      tests(({ behaviour }) =>
        behaviour(id, { points, title, says: title }, ({ sample }) => sample('one', { title }, () => {})),
      ),
    ).toThrow(message);
  });
  test('refuses a behaviour without tests and an id that is taken', () => {
    check(() => tests(({ behaviour }) => behaviour('a', { points: 1, title, says: title }, () => {}))).toThrow(
      /no tests/,
    );
    check(() =>
      tests(({ behaviour }) =>
        behaviour('a', { points: 1, title, says: title }, ({ sample }) => {
          sample('one', { title }, () => {});
          sample('one', { title }, () => {});
        }),
      ),
    ).toThrow(/twice/);
  });
});

describe('closeness of tensors', () => {
  test("is PyTorch's: |actual − expected| ≤ atol + rtol·|expected|, by dtype", () => {
    check(difference('x', float([1 + 1e-5]), float([1]))).toBeNull();
    check(difference('x', float([1 + 2e-5]), float([1]))).toMatchObject({ firstWrong: [0], rtol: 1.3e-6, atol: 1e-5 });
    check(
      difference('x', { ...float([1 + 1e-5]), dtype: 'float64' }, { ...float([1]), dtype: 'float64' }),
    ).not.toBeNull();
    check(
      difference('x', { ...float([3]), dtype: 'int64' }, { ...float([4]), dtype: 'int64' }, { rtol: 1 }),
    ).toBeNull();
  });
  test('names the first wrong index, row-major, and the largest error', () => {
    check(difference('x', float([0, 0, 0, 1, 0, 5], [2, 3]), float([0, 0, 0, 0, 0, 0], [2, 3]))).toMatchObject({
      firstWrong: [1, 0],
      maxError: 5,
    });
  });
  test('another shape or dtype is never close', () => {
    check(difference('x', float([1, 2], [2]), float([1, 2], [1, 2]))).toMatchObject({
      firstWrong: null,
      maxError: null,
    });
    check(difference('x', float([1]), { ...float([1]), dtype: 'float64' })).not.toBeNull();
  });
  test('NaN equals NaN alone, infinities only themselves', () => {
    check(difference('x', float([Number.NaN, Infinity]), float([Number.NaN, Infinity]))).toBeNull();
    check(difference('x', float([Number.NaN]), float([1]))).toMatchObject({ maxError: 'nan' });
    check(difference('x', float([1]), float([Number.NaN]))).not.toBeNull();
    check(difference('x', float([1]), float([Infinity]))).toMatchObject({ maxError: 'inf' });
    check(difference('x', float([-Infinity]), float([Infinity]))).not.toBeNull();
  });
  test('evidence of a large tensor is the box around the first wrong element, at its place in the tensor', () => {
    const wrong = Array.from({ length: 5000 }, (_, i) => (i === 2 * 1000 + 7 * 50 + 48 ? 9 : i));
    const found = difference('x', float(wrong, [5, 20, 50]), float([...Array(5000).keys()], [5, 20, 50]));
    check(found).toMatchObject({
      firstWrong: [2, 7, 48],
      wrong: 1,
      expected: { start: [2, 1, 38], size: [1, 12, 12], truncated: true },
    });
    if (found?.kind !== 'tensor') return check.unreachable();
    const at = (7 - 1) * 12 + (48 - 38);
    check([found.actual.values[at], found.expected.values[at], found.expected.values[0]]).toEqual([9, 2398, 2088]);
  });
  test('evidence shows at most 144 values and names what JSON cannot hold', () => {
    const many = difference('x', float(Array(200).fill(-Infinity)), float(Array(200).fill(0)));
    check(many).toMatchObject({ wrong: 200, actual: { truncated: true, start: [0], size: [36] } });
    check(many?.kind === 'tensor' && [many.actual.values.length, many.actual.values[0]]).toStrictEqual([36, '-inf']);
  });
});

describe('what comes from the other side', () => {
  const tensor = {
    t: 'tensor',
    id: 0,
    dtype: 'float32',
    shape: [2],
    strides: [1],
    device: 'cpu',
    bytes: new Uint8Array(8),
    requires_grad: false,
    is_leaf: true,
    grad_fn: null,
  };
  test('a well-formed tensor is believed as far as its bytes', () => {
    check(parseDescribed(tensor)).toMatchObject({ t: 'tensor', shape: [2] });
  });
  test.each<[string, Wire]>([
    ['a shape that its bytes do not fill', { ...tensor, shape: [3] }],
    ['a negative size', { ...tensor, shape: [-2, -1] }],
    ['an unknown dtype', { ...tensor, dtype: '__proto__' }],
    ['no bytes', { ...tensor, bytes: [0] }],
    ['facts of another type', { ...tensor, is_leaf: 1 }],
    ['a fractional handle', { t: 'other', id: 0.5, what: 'module', name: 'x' }],
    ['a name without end', { t: 'other', id: 0, what: 'module', name: 'x'.repeat(1000) }],
    ['a bare list', [1, 2]],
    ['a kind of its own', { t: 'verdict', id: 0 }],
  ])('%s breaks the protocol', (_name, wire) => {
    check(() => parseDescribed(wire)).toThrow('');
  });
  test('a test with an answer of nonsense never passes', () => {
    const suite = tests(({ behaviour }) =>
      behaviour('b', { points: 1, title, says: title }, ({ sample }) =>
        sample('s', { title }, ({ candidate, expect: e }) => e(candidate.call('f')).toBe(42)),
      ),
    );
    const [behaviour] = suite.behaviours;
    const [declared] = behaviour?.tests ?? [];
    if (!behaviour || !declared) return check.unreachable();
    const run = (reply: Wire): unknown => {
      const port: Port = { request: (message) => (isRecord(message) ? reply : null) };
      try {
        return runTest(port, behaviour, declared, 1).status;
      } catch (error) {
        return error instanceof Error ? error.name : error;
      }
    };
    check(run({ value: 42 })).toBe('passed');
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true }), (reply) => {
        // Anything the decoder could have handed over: plain data.
        check(['failed', 'error', 'ProtocolBroken']).toContain(run(JSON.parse(JSON.stringify(reply) ?? 'null')));
      }),
    );
  });
});

/** What a test says when the candidate's side answers so. */
function judged(body: (context: TestContext) => void, port: Port): string {
  const suite = tests(({ behaviour }) =>
    behaviour('works', { points: 1, title, says: title }, ({ sample }) => sample('one', { title }, body)),
  );
  const [behaviour] = suite.behaviours;
  const [declared] = behaviour?.tests ?? [];
  if (!behaviour || !declared) return check.unreachable();
  return runTest(port, behaviour, declared, 1).status;
}
const opOf = (message: Wire): unknown => (isRecord(message) ? message['op'] : null);

describe('the arguments of a spy', () => {
  const wire = (values: number[]): Wire => ({
    t: 'tensor',
    id: 1,
    dtype: 'float32',
    shape: [values.length],
    strides: [1],
    device: 'cpu',
    bytes: new Uint8Array(new Float32Array(values).buffer),
    requires_grad: false,
    is_leaf: true,
    grad_fn: null,
  });
  const list = (...items: Wire[]): Wire => ({ t: 'array', id: 2, items });
  const fits = (passed: Wire, wanted: Parameters<ReturnType<TestContext['expect']>['calledWith']>[0][0][0]): boolean =>
    judged(
      ({ candidate, given, expect }) => {
        const spy = given.spy();
        candidate.call('tell', spy);
        expect(spy).calledWith([[wanted]]);
      },
      {
        request: (message, callback) => {
          const args = isRecord(message) ? message['args'] : null;
          const [spy] = Array.isArray(args) ? args : [];
          if (opOf(message) === 'call' && isRecord(spy)) callback({ id: spy['id'], args: [passed] });
          return { value: null };
        },
      },
    ) === 'passed';
  test('are compared at every depth, tensors by value', () => {
    const { tensor } = torch;
    check(fits(wire([1, 2]), tensor([1, 2]).float())).toBe(true);
    check(fits(wire([1, 2]), tensor([1, 3]).float())).toBe(false);
    check(fits(list(list(wire([1])), wire([2])), [[tensor([1]).float()], tensor([2]).float()])).toBe(true);
    check(fits(list(list(wire([1])), wire([2])), [[tensor([9]).float()], tensor([2]).float()])).toBe(false);
    check(fits(list(list(wire([1]))), [[]])).toBe(false);
    check(fits(list(list(wire([1]))), [[1]])).toBe(false);
    const record: Wire = { t: 'object', id: 3, entries: [['batch', list(list(wire([1])), 'x', 4)]] };
    check(fits(record, { batch: [[tensor([1]).float()], tensor([4]).float()] })).toBe(false);
    check(fits(list(record, null), [{ other: 1 }, null])).toBe(false);
    check(fits(list(1, list('two', true), null), [1, ['two', true], null])).toBe(true);
    check(fits(list(1, list('two', false), null), [1, ['two', true], null])).toBe(false);
  });
});

describe('a meter', () => {
  const counts = { operators: {}, collectives: {}, messages: {} };
  const numbers =
    'kernels flops recorded savedBytes savedBytesPeak savedBytesLeft allocatedBytes largestBytes backwards collectiveBytes';
  const reading = { ...counts, ...Object.fromEntries(numbers.split(' ').map((name) => [name, 0])) };
  const object = (value: object): Wire => ({
    t: 'object',
    id: 1,
    entries: Object.entries(value).map(([name, one]) => [name, typeof one === 'object' ? object(one) : one]),
  });
  const port = (ops: unknown[]): Port => ({
    request: (message) => {
      const op = opOf(message);
      ops.push(op);
      if (op === 'call') return { threw: { name: 'TypeError', message: 'no', stack: '' } };
      return { value: op === 'meter_stop' ? object({ total: reading, spies: {} }) : null };
    },
  });
  test('inside another is a fault of the test, not an error of the submission', () => {
    const body = ({ given }: TestContext) => void given.meter(() => void given.meter(() => {}));
    check(() => judged(body, port([]))).toThrow(/given\.meter\(\) inside given\.meter\(\)/);
  });
  test('is closed when the candidate throws, so that the next one can be read', () => {
    const ops: unknown[] = [];
    const body = ({ candidate, given, expect }: TestContext) => {
      expect(() => given.meter(() => void candidate.call('fail'))).toThrow({ type: 'TypeError' });
      expect(given.meter(() => {})).toStayWithin({ recorded: 0 });
    };
    check(judged(body, port(ops))).toBe('passed');
    check(ops).toEqual(['meter_start', 'call', 'meter_stop', 'meter_start', 'meter_stop']);
  });
});

describe('expectations', () => {
  const evidence = (body: () => void): unknown => {
    try {
      body();
    } catch (error) {
      if (error instanceof TestFailure) return error.evidence[0];
      throw error;
    }
    return null;
  };
  test('hold or fail with what they saw', () => {
    check(evidence(() => expect(torch.tensor([1.5, 2])).toBeClose(torch.tensor([1.5, 2])))).toBeNull();
    check(evidence(() => expect(3, 'count').toBe(4))).toStrictEqual({
      kind: 'value',
      label: 'count',
      expected: '4',
      actual: '3',
    });
    check(evidence(() => expect([1, [2]]).toEqual([1, [2]]))).toBeNull();
    check(evidence(() => expect([1, [2]]).toEqual([1, [3]]))).toMatchObject({
      expected: '[1, [3]]',
      actual: '[1, [2]]',
    });
    check(evidence(() => expect({ a: torch.tensor([1]) }).toBeClose({ b: torch.tensor([1]) }))).toMatchObject({
      expected: 'b',
      actual: 'a',
    });
    check(evidence(() => expect(torch.tensor([[1]])).toHaveShape([1, 1]))).toBeNull();
    check(evidence(() => expect(torch.tensor([1])).toHaveShape([2]))).toMatchObject({
      expected: 'shape [2]',
      actual: 'shape [1]',
    });
    check(evidence(() => expect(-0).toBe(0))).toMatchObject({ actual: '-0' });
    check(evidence(() => expect([1, 2], 'loss').toFollowCurve([1, 3], { xLabel: 'epoch' }))).toMatchObject({
      kind: 'curve',
      expected: [1, 3],
      actual: [1, 2],
    });
    check(evidence(() => expect(Number.NaN).toBeLessThan(1))).not.toBeNull();
  });
});

describe('descriptions of modules', () => {
  test("read PyTorch's notation", () => {
    check(parseDescription('Sequential(Linear(4, 8, bias=False), ReLU(), Dropout(0.5))')).toStrictEqual({
      type: 'Sequential',
      options: {},
      args: [
        { type: 'Linear', args: [4, 8], options: { bias: false } },
        { type: 'ReLU', args: [], options: {} },
        { type: 'Dropout', args: [0.5], options: {} },
      ],
    });
  });
  test.each(['', 'Linear', 'Linear(4', 'Linear(4, 2))', 'Function(1)', 'Linear(four, 2)', 'constructor()'])(
    'refuse %j',
    (source) => {
      check(() => parseDescription(source)).toThrow(/description/);
    },
  );
});

describe('the generator', () => {
  test('draws the same for the same seed and test, and other numbers for others', () => {
    const draw = (seed: number, name: string) => numbersOf(seededRng(seed, name).normal([4])).values;
    check(draw(1, 'a')).toStrictEqual(draw(1, 'a'));
    check(draw(1, 'a')).not.toStrictEqual(draw(2, 'a'));
    check(draw(1, 'a')).not.toStrictEqual(draw(1, 'b'));
  });
  test('keeps its bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -9, max: 9 }), fc.nat(9), (seed, low, more) => {
        const rng = seededRng(seed, 't');
        check(rng.integer(low, low + more)).toSatisfy(
          (n: number) => n >= low && n <= low + more && Number.isInteger(n),
        );
        check(rng.shape({ dims: [1, 3], sizes: [2, 4] })).toSatisfy(
          (s: number[]) => s.length >= 1 && s.length <= 3 && s.every((n) => n >= 2 && n <= 4),
        );
        check([...rng.shuffled([1, 2, 3])].sort()).toStrictEqual([1, 2, 3]);
      }),
    );
  });
  test('has the moments of its distributions', () => {
    const values = numbersOf(seededRng(5, 'moments').normal([20_000])).values.map(Number);
    const mean = values.reduce((a, b) => a + b) / values.length;
    check(mean).toBeCloseTo(0, 1);
    check(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length).toBeCloseTo(1, 1);
  });
});
