import { expect, test } from 'vitest';
import { scalarFunctions } from '../cpu/scalar.ts';
import { hasFunction } from './functions.ts';

/** Of float64 alone, which no GPU holds. */
const exceptions = ['nextafter_64'];

test('every function that an expression may call is there in WGSL', () => {
  const missing = Object.keys(scalarFunctions).filter(
    (name) => !['', '_f', '_i'].some((suffix) => hasFunction(`${name}${suffix}`)),
  );
  expect(missing).toEqual(exceptions);
});
