// console.log as the submission sees it. Text is sent on in pieces as it comes; the supervisor counts it and ends a flood.
import type * as engine from '#engine/index.ts';

export type Log = (text: string) => void;

const pieceMax = 4096;
const lineMax = 70_000;
const depthMax = 3;
const itemsMax = 100;
const { now } = Date;

export function candidateConsole(send: Log, { Tensor, nn }: typeof engine): { console: object; flush: () => void } {
  const { Module } = nn;
  let pending = '';
  let sentAt = now();
  const flush = (): void => {
    if (pending === '') return;
    const text = pending;
    pending = '';
    sentAt = now();
    for (let at = 0; at < text.length; at += pieceMax) send(text.slice(at, at + pieceMax));
  };

  const show = (value: unknown, depth: number): string => {
    if (typeof value === 'string') return depth === 0 ? value : `'${value.slice(0, 1000)}'`;
    if (typeof value === 'bigint') return `${value}n`;
    if (Object.is(value, -0)) return '-0';
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return String(value);
    if (value instanceof Tensor || value instanceof Module) return value.toString();
    if (typeof value === 'function') return `[function ${value.name}]`;
    if (value instanceof Error) return value.stack ?? `${value.name}: ${value.message}`;
    if (depth >= depthMax) return Array.isArray(value) ? '[…]' : '{…}';
    const inner = depth + 1;
    if (Array.isArray(value))
      return `[${some(
        value.length,
        value.slice(0, itemsMax).map((v) => show(v, inner)),
      )}]`;
    if (value instanceof Map)
      return `Map {${some(
        value.size,
        [...value].slice(0, itemsMax).map(([k, v]) => `${show(k, inner)} => ${show(v, inner)}`),
      )}}`;
    if (value instanceof Set)
      return `Set {${some(
        value.size,
        [...value].slice(0, itemsMax).map((v) => show(v, inner)),
      )}}`;
    if (ArrayBuffer.isView(value) && 'length' in value)
      return `${value.constructor.name} [${some(Number(value.length), Array.from(Object.values(value).slice(0, itemsMax), String))}]`;
    const names = Object.keys(value);
    const name = value.constructor === Object || value.constructor === undefined ? '' : `${value.constructor.name} `;
    return `${name}{${some(
      names.length,
      names.slice(0, itemsMax).map((n) => ` ${n}: ${show(Reflect.get(value, n), inner)}`),
    )} }`;
  };
  const some = (length: number, shown: string[]): string =>
    shown.join(', ') + (length > shown.length ? `, … ${length - shown.length} more` : '');

  const log = (...values: unknown[]): void => {
    pending += `${values
      .map((v) => show(v, 0))
      .join(' ')
      .slice(0, lineMax)}\n`;
    if (pending.length >= pieceMax || now() - sentAt > 50) flush();
  };
  const console = Object.freeze({
    log,
    info: log,
    warn: log,
    error: log,
    debug: log,
    trace: log,
    table: log,
    dir: log,
  });
  return { console, flush };
}
