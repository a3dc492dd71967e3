import type { Element } from './difference.ts';

/** Prints all elements of some tensors alike, so that columns line up and the difference that matters is visible. */
export function elementFormat(
  dtype: string,
  elements: readonly Element[],
  digitsMin = 2,
): (element: Element) => string {
  const sizes = elements
    .filter((element) => typeof element === 'number' && element !== 0)
    .map((element) => Math.abs(Number(element)));
  const largest = Math.max(0, ...sizes);
  const whole = sizes.every(Number.isInteger) && (largest < 1e6 || !dtype.startsWith('float'));
  const scientific = largest >= 1e5 || (largest > 0 && largest < 1e-3);
  return (element) => {
    if (typeof element === 'boolean') return element ? 'True' : 'False';
    if (typeof element === 'string') return element;
    if (whole) return String(element);
    if (scientific) return element === 0 ? '0' : element.toExponential(1);
    const digits = Math.max(0, digitsMin - Math.max(0, Math.floor(Math.log10(largest || 1)) - 1));
    const text = element.toFixed(digits);
    return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  };
}

/** One number said in a sentence: four significant digits, never more than it needs. */
export function said(element: Element): string {
  if (typeof element === 'boolean') return element ? 'True' : 'False';
  if (typeof element === 'string') return element;
  if (Number.isInteger(element) && Math.abs(element) < 1e6) return String(element);
  const size = Math.abs(element);
  return size >= 1e5 || size < 1e-3
    ? element.toExponential(3).replace(/\.?0+e/, 'e')
    : String(Number(element.toPrecision(5)));
}
