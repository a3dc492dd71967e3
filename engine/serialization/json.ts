// Strict JSON for headers: JSON.parse keeps the last of two equal names and lets `__proto__` pass, this refuses both kinds.
import { CheckpointError } from './error.ts';

export type Json = string | number | boolean | null | readonly Json[] | ReadonlyMap<string, Json>;
const depthMax = 8;

/** Objects become Maps. Throws on anything but one value. */
export function parseJson(text: string, where: string): Json {
  const bad = (why: string): CheckpointError => new CheckpointError(`${where}: ${why}`);
  // A string is scanned by hand: a repeated group over a long one would overflow the regular expression's own stack.
  const token = /-?\d[\d.eE+-]*|[[\]{},:]|true|false|null/y;
  let at = 0;
  const skipBlanks = (): void => {
    while (' \t\n\r'.includes(text[at] ?? '.')) at++;
  };
  const scan = (): string => {
    if (text[at] !== '"') {
      token.lastIndex = at;
      return token.exec(text)?.[0] ?? '';
    }
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return text.slice(at, end + 1);
  };
  let peeked: string | null = null;
  const peek = (): string => {
    if (peeked !== null) return peeked;
    skipBlanks();
    const found = scan();
    if (found === '') throw bad(`it is no JSON at character ${at}`);
    at += found.length;
    peeked = found;
    return found;
  };
  const next = (): string => {
    const found = peek();
    peeked = null;
    return found;
  };
  const literal = (found: string): Json => {
    try {
      return JSON.parse(found);
    } catch {
      throw bad(`it is no JSON: ${found.slice(0, 40)}`);
    }
  };
  /** Calls `item` for each of a list until the closing bracket. */
  const items = (close: string, item: () => void): void => {
    if (peek() === close) return void next();
    for (;;) {
      item();
      const after = next();
      if (after === close) return;
      if (after !== ',') throw bad(`it is no JSON: ${after.slice(0, 40)} where a comma should be`);
    }
  };
  const value = (depth: number): Json => {
    if (depth > depthMax) throw bad('it is nested too deep');
    const found = next();
    if (found === '[') {
      const list: Json[] = [];
      items(']', () => list.push(value(depth + 1)));
      return list;
    }
    if (found === '{') {
      const object = new Map<string, Json>();
      items('}', () => {
        const name = literal(next());
        if (typeof name !== 'string' || next() !== ':') throw bad('it is no JSON: a name is missing');
        if (object.has(name)) throw bad(`the name ${JSON.stringify(name)} stands twice`);
        object.set(name, value(depth + 1));
      });
      return object;
    }
    return literal(found);
  };
  const root = value(0);
  skipBlanks();
  if (at < text.length || peeked !== null) throw bad('something follows its JSON');
  return root;
}
