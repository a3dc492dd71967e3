import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, differenceOf, indexAt, layoutOf, offsetOf, shadeOf } from './difference.ts';
import { elementFormat, said } from './element-format.ts';

const tolerance = { rtol: 1e-5, atol: 1e-6 };

describe('what differs between two tensors', () => {
  it('two NaNs and two equal infinities agree, NaN and a number do not', () => {
    expect(agrees('nan', 'nan', tolerance)).toBe(true);
    expect(agrees('inf', 'inf', tolerance)).toBe(true);
    expect(agrees('inf', '-inf', tolerance)).toBe(false);
    expect(agrees(1, 'nan', tolerance)).toBe(false);
    expect(agrees('nan', 1, tolerance)).toBe(false);
  });

  it('an offset and its index are each other’s inverse in any shape', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, n) => {
        const offset = n % shape.reduce((a, b) => a * b, 1);
        expect(offsetOf(shape, indexAt(shape, offset))).toBe(offset);
      }),
    );
  });

  it('lower is blue, higher is orange, the largest is the end of the scale and equal is paper', () => {
    expect(shadeOf(0, 2)).toBe('');
    expect(shadeOf(-2, 2)).toBe('n4');
    expect(shadeOf(2, 2)).toBe('p4');
    expect(shadeOf(0.1, 2)).toBe('p1');
    expect(shadeOf(Number.NaN, 2)).toBe('p4');
  });

  it('the sign of a difference is that of yours minus expected', () => {
    expect(differenceOf(1, 3)).toBe(2);
    expect(differenceOf(true, false)).toBe(-1);
  });

  it('a scalar and a vector are one row, a matrix is rows, more dimensions are blocks', () => {
    expect(layoutOf([])).toEqual({ columns: 1, block: 1 });
    expect(layoutOf([4])).toEqual({ columns: 4, block: 4 });
    expect(layoutOf([2, 3])).toEqual({ columns: 3, block: 6 });
    expect(layoutOf([2, 2, 3])).toEqual({ columns: 3, block: 6 });
  });
});

describe('how elements are printed', () => {
  it('one tensor has one format, and zero has no sign', () => {
    const format = elementFormat('float32', [0.911, -0.49, -0.001]);
    expect([0.911, -0.49, -0.001].map(format)).toEqual(['0.91', '-0.49', '0.00']);
  });
  it('whole numbers have no decimals, booleans are Python’s', () => {
    expect(elementFormat('float32', [3, -1])(3)).toBe('3');
    expect(elementFormat('bool', [true])(false)).toBe('False');
  });
  it('very large and very small values are in scientific notation', () => {
    expect(elementFormat('float32', [1.5e-7])(1.5e-7)).toBe('1.5e-7');
    expect(said(0.000012)).toBe('1.2e-5');
    expect(said(1.13391)).toBe('1.1339');
  });
});
