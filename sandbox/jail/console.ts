// The console as a submission sees it. Text is sent on in pieces as it comes; the supervisor counts it and ends a flood.
import type * as engine from '#engine/index.ts';
import { inspector } from './inspect.ts';

export type Log = (text: string) => void;

const pieceMax = 4096;
const callTextMax = 70_000;
const namesMax = 1000;
const { now } = Date;

/** @param once does a thing that code which is run again must not do again */
export function candidateConsole(
  send: Log,
  { Tensor, nn }: typeof engine,
  once: (act: () => void) => void,
): { console: object; flush: () => void } {
  const { Module } = nn;
  const inspect = inspector({
    text: (value) => (value instanceof Tensor || value instanceof Module ? value.toString() : null),
  });
  let pending = '';
  let sentAt = now();
  let indent = '';
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const flush = (): void => {
    if (pending === '') return;
    const text = pending;
    pending = '';
    sentAt = now();
    for (let at = 0; at < text.length; at += pieceMax) send(text.slice(at, at + pieceMax));
  };
  const print = (text: string): void =>
    once(() => {
      const cut = text.slice(0, callTextMax);
      pending += `${indent === '' ? cut : indent + cut.replaceAll('\n', `\n${indent}`)}\n`;
      if (pending.length >= pieceMax || now() - sentAt > 50) flush();
    });
  const log = (...values: unknown[]): void => print(formatted(values, inspect));
  const named = (label: unknown): string => String(label ?? 'default').slice(0, 100);
  const elapsed = (label: unknown, ...values: unknown[]): void => {
    const started = timers.get(named(label));
    if (started === undefined) return print(`no timer is called '${named(label)}'`);
    print(`${named(label)}: ${now() - started}ms ${formatted(values, inspect)}`.trimEnd());
  };

  const console = Object.freeze({
    log,
    info: log,
    debug: log,
    warn: log,
    error: log,
    dir: (value: unknown) => log(value),
    trace: (...values: unknown[]) => log('Trace:', ...values),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (!holds) print(`Assertion failed${values.length > 0 ? `: ${formatted(values, inspect)}` : ''}`);
    },
    table: (value: unknown) => print(tableOf(value, inspect) ?? formatted([value], inspect)),
    count: (label?: unknown) => {
      const name = named(label);
      if (counts.size < namesMax || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      print(`${name}: ${counts.get(name) ?? 1}`);
    },
    countReset: (label?: unknown) => void counts.delete(named(label)),
    time: (label?: unknown) => {
      if (timers.size < namesMax) timers.set(named(label), now());
    },
    timeLog: elapsed,
    timeEnd: (label?: unknown) => {
      elapsed(label);
      timers.delete(named(label));
    },
    group: (...values: unknown[]) => {
      if (values.length > 0) log(...values);
      if (indent.length < 40) indent += '  ';
    },
    groupEnd: () => void (indent = indent.slice(2)),
  });
  return { console, flush };
}

/** Joined by spaces; a first text may hold %s, %d, %i, %f, %o, %O, %j and %%. */
function formatted(values: readonly unknown[], inspect: (value: unknown) => string): string {
  const rest = [...values];
  const [first] = rest;
  if (typeof first !== 'string' || !first.includes('%') || rest.length === 1) return rest.map(inspect).join(' ');
  rest.shift();
  const head = first.replace(/%[sdifoOj%]/g, (directive) => {
    if (directive === '%%') return '%';
    if (rest.length === 0) return directive;
    const value = rest.shift();
    if (directive === '%s') return typeof value === 'object' ? inspect(value) : String(value);
    if (directive === '%d' || directive === '%i' || directive === '%f') {
      const number = Number(value);
      return String(directive === '%i' ? Math.trunc(number) : number);
    }
    return inspect(value);
  });
  return [head, ...rest.map(inspect)].join(' ');
}

const rowsMax = 100;
const columnsMax = 20;

/** Rows and columns of a list or record of lists or records; null for anything else. */
function tableOf(value: unknown, inspect: (value: unknown) => string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const rows = Object.entries(value).slice(0, rowsMax);
  const fields = new Set<string>();
  for (const [, row] of rows)
    if (typeof row === 'object' && row !== null)
      for (const name of Object.keys(row)) if (fields.size < columnsMax) fields.add(name);
  const hasPlain = rows.some(([, row]) => typeof row !== 'object' || row === null);
  const header = ['(index)', ...fields, ...(hasPlain ? ['Values'] : [])];
  const cell = (holder: unknown, name: string): string =>
    typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
      ? inspect(Reflect.get(holder, name)).slice(0, 40).replaceAll('\n', ' ')
      : '';
  const lines = rows.map(([index, row]) => [
    index,
    ...[...fields].map((name) => cell(row, name)),
    ...(hasPlain ? [typeof row === 'object' && row !== null ? '' : inspect(row).slice(0, 40)] : []),
  ]);
  const widths = header.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const bar = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  const text = (cells: readonly string[]): string =>
    `│${cells.map((part, column) => ` ${part.padEnd(widths[column] ?? 0)} `).join('│')}│`;
  return [bar('┌', '┬', '┐'), text(header), bar('├', '┼', '┤'), ...lines.map(text), bar('└', '┴', '┘')].join('\n');
}
