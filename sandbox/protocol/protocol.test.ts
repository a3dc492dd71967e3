import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFrame, type Frame, FrameDecoder, FrameError } from './frame.ts';
import { decodeValue, encodeValue, type Value, ValueError } from './value.ts';

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Value>(undefined, null, true, false, Number.NaN, -0, Number.POSITIVE_INFINITY, '\ud800'),
    fc.double(),
    fc.bigInt({ min: -(10n ** 50n), max: 10n ** 50n }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 6, noNullPrototype: false }),
  ),
}));

describe('values', () => {
  test('come back exactly as they went, NaN, -0, lone surrogates and __proto__ keys included', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(sorted(decodeValue(encodeValue(v)))).toStrictEqual(sorted(v));
      }),
    );
  });
  test('arbitrary bytes either decode to a value that encodes to the same bytes, or are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        let decoded: Value;
        try {
          decoded = decodeValue(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ValueError);
          return;
        }
        expect(decodeValue(encodeValue(decoded))).toStrictEqual(decoded);
      }),
      { numRuns: 2000 },
    );
  });
  test('a length beyond the message is refused before memory is taken for it', () => {
    for (const tag of [6, 7, 8, 9])
      expect(() => decodeValue(new Uint8Array([tag, 255, 255, 255, 255, 0]))).toThrow(ValueError);
  });
  test('a budget that several messages share is spent by all of them', () => {
    const budget = { nodes: 7 };
    const message = encodeValue([1, [2]]);
    decodeValue(message, budget);
    expect(budget.nodes).toBe(3);
    expect(() => decodeValue(message, budget)).toThrow(ValueError);
  });
  test('depth is bounded on both sides', () => {
    let deep: Value = 1;
    for (let i = 0; i < 60; i++) deep = [deep];
    expect(() => encodeValue(deep)).toThrow(ValueError);
    const bytes = new Uint8Array(60 * 5 + 1);
    for (let i = 0; i < 60; i++) bytes.set([8, 1, 0, 0, 0], i * 5);
    expect(() => decodeValue(bytes)).toThrow(/nested/);
  });
  test('a huge bigint is refused, as reading it would take quadratic time', () => {
    expect(() => decodeValue(encodeValue(10n ** 200n))).toThrow(ValueError);
  });
});

describe('frames', () => {
  const frame = fc.record({ id: fc.nat(), kind: fc.nat(255), payload: fc.uint8Array({ maxLength: 40 }) });
  test('survive any chopping of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 }),
        (frames, cuts) => {
          const stream = Buffer.concat(frames.map(encodeFrame));
          const decoder = new FrameDecoder(() => 40);
          const got: Frame[] = [];
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = cuts[i % cuts.length] ?? 1;
            decoder.push(stream.subarray(at, at + size), (f) => got.push(f) > 0);
            at += size;
          }
          expect(got).toStrictEqual(frames.map((f) => ({ ...f, payload: Uint8Array.from(f.payload) })));
          expect(decoder.idle).toBe(true);
        },
      ),
    );
  });
  test('arbitrary bytes never yield a payload above the bound nor any error but FrameError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(50), (bytes, bound) => {
        try {
          new FrameDecoder(() => bound).push(bytes, (f) => {
            expect(f.payload.length).toBeLessThanOrEqual(bound);
            return true;
          });
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
  });
  test('an announced 4 GB is refused at the header', () => {
    const decoder = new FrameDecoder(() => 1 << 20);
    expect(() => decoder.push(new Uint8Array([255, 255, 255, 255, 1, 0, 0, 0, 17]), () => true)).toThrow(FrameError);
  });
});

/** Records decode without a prototype; compared by content. */
function sorted(v: Value): unknown {
  if (Array.isArray(v)) return v.map(sorted);
  if (typeof v === 'object' && v !== null && !(v instanceof Uint8Array))
    return Object.entries(v).map(([k, x]) => [k, sorted(x)]);
  return v;
}
