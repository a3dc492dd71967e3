// What a submission threw, in plain words: read once, where a getter of its own may throw or never end.
const { apply } = Reflect;
const { slice } = String.prototype;

export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Its frames that lie in the submission. */
  readonly stack: string;
}

/** As V8 prints a frame, and as other browsers do. */
const ownFrame = /^\s+at .*submission\.js:\d|^[^@\s]*@submission\.js:\d/;

/** Of a stack the frames that lie in the submission; the engine's own may be many. */
export const ownFrames = (stack: unknown, countMax: number): string[] =>
  typeof stack !== 'string'
    ? []
    : stack
        .split('\n')
        .filter((line) => ownFrame.test(line))
        .slice(0, countMax);

export function thrown(error: unknown): Thrown {
  const part = (read: () => unknown): string => {
    try {
      const value = read();
      return apply(slice, typeof value === 'string' ? value : '', [0, 4096]);
    } catch {
      return '';
    }
  };
  if (typeof error !== 'object' || error === null) return { name: '', message: part(() => String(error)), stack: '' };
  return {
    name: part(() => Reflect.get(error, 'name')),
    message: part(() => Reflect.get(error, 'message')),
    stack: part(() => ownFrames(Reflect.get(error, 'stack'), 20).join('\n')),
  };
}
