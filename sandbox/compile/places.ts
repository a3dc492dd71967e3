// Places in compiled code told as places in the user's own source, by a source map. The judge reads esbuild's, a browser its editor's:
// nothing here needs Node.

import type { SourceProblem } from '../result.ts';

/** What the user sees; 1-based, null where the code comes from nowhere in the source. */
export type Place = { readonly line: number | null; readonly column: number | null };
const nowhere: Place = { line: null, column: null };

/** The agent puts one line before the code. */
const linesBefore = 1;
const frameInSubmission = /submission\.js:(\d{1,7}):(\d{1,7})/;

/** Text of the submission with every place in the compiled code told as one in the user's own source. */
export function inOwnLines(text: string, map: string): string {
  if (!frameInSubmission.test(text)) return text;
  const place = placesIn(map);
  return text.replace(new RegExp(frameInSubmission, 'g'), (_, at: string, column: string) => {
    const found = place(Number(at), Number(column));
    return found.line === null ? 'solution.ts' : `solution.ts:${found.line}:${found.column}`;
  });
}

/** Where in the user's own source a stack's first frame in the submission lies. */
export function locate(stack: string, map: string): Place {
  const frame = frameInSubmission.exec(stack);
  return frame ? placesIn(map)(Number(frame[1]), Number(frame[2])) : nowhere;
}

/** What was thrown, at the user's own line. */
export function problemOf(
  { name, message, stack }: { readonly name: string; readonly message: string; readonly stack: string },
  map: string,
): SourceProblem {
  const said = name === '' || name === 'Error' ? message : `${name}: ${message}`;
  return { message: (said || 'threw something that is no error').slice(0, 2000), ...locate(stack, map) };
}

interface Mapping {
  /** All 0-based. */
  readonly line: number;
  readonly column: number;
  /** Null where this part of the code comes from nowhere in the source. */
  readonly original: { readonly line: number; readonly column: number } | null;
}

/** Finds places in the user's source; a map is read once for many of them. */
function placesIn(map: string): (line: number, column: number) => Place {
  if (map === '') return () => nowhere;
  const { mappings }: { mappings: string } = JSON.parse(map);
  const all = readMappings(mappings);
  return (line, column) => {
    const at = all.findLast((m) => isAtOrBefore(m, line - 1 - linesBefore, column - 1));
    return at?.original ? { line: at.original.line + 1, column: at.original.column + 1 } : nowhere;
  };
}

const isAtOrBefore = (mapping: Mapping, line: number, column: number): boolean =>
  mapping.line < line || (mapping.line === line && mapping.column <= column);

/** Lines of the code end with `;`; in a line, `,` parts places, each of which tells how far it is from the one before. */
function readMappings(mappings: string): Mapping[] {
  const found: Mapping[] = [];
  let originalLine = 0;
  let originalColumn = 0;
  for (const [line, places] of mappings.split(';').entries()) {
    let column = 0;
    for (const place of places === '' ? [] : places.split(',')) {
      const [columns = 0, source, lines = 0, originalColumns = 0] = readNumbers(place);
      column += columns;
      originalLine += lines;
      originalColumn += originalColumns;
      const original = source === undefined ? null : { line: originalLine, column: originalColumn };
      found.push({ line, column, original });
    }
  }
  return found;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 VLQ: five bits a digit, the lowest first, the sixth bit when more follow; the lowest bit of all is the sign. */
function readNumbers(place: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of place) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
