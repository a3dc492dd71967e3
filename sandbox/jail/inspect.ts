// Values as text: plain ones as Node prints them, tensors and modules as PyTorch does. Bounded in depth, items, line and text; runs no
// getter of the submission's.
import { ownFrames } from './thrown.ts';

export interface Printers {
  /** What prints itself: tensors, modules. Null for anything else. */
  text(value: object): string | null;
}

const depthMax = 3;
const itemsMax = 100;
const nestedTextMax = 1000;
const lineMax = 72;
/** Of one value altogether: wide and deep at once would be far too much. */
const budgetMax = 2000;

const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
const { apply } = Reflect;
const functionText = Function.prototype.toString;

export function inspector({ text }: Printers): (value: unknown) => string {
  const ancestors: object[] = [];
  let budget = budgetMax;

  const wrap = (prefix: string, [open, close]: readonly [string, string], parts: readonly string[]): string => {
    const head = prefix === '' ? '' : `${prefix} `;
    if (parts.length === 0) return `${head}${open}${close}`;
    const line = `${head}${open} ${parts.join(', ')} ${close}`;
    if (line.length <= lineMax && !line.includes('\n')) return line;
    return `${head}${open}\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`;
  };
  const some = (shown: readonly string[], length: number): string[] =>
    length > shown.length
      ? [...shown, `... ${length - shown.length} more ${length - shown.length === 1 ? 'item' : 'items'}`]
      : [...shown];
  const nameOf = (value: object): string | null => {
    const prototype: unknown = getPrototypeOf(value);
    if (typeof prototype !== 'object' || prototype === null) return null;
    const made: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    return typeof made === 'function' && typeof made.name === 'string' ? made.name.slice(0, 80) : 'Object';
  };
  const property = (value: object, name: string): string => {
    const descriptor = getOwnPropertyDescriptor(value, name);
    if (!descriptor) return 'undefined';
    if (descriptor.get) return descriptor.set ? '[Getter/Setter]' : '[Getter]';
    return descriptor.set ? '[Setter]' : show(descriptor.value);
  };
  const list = (length: number, at: (i: number) => string): string[] => {
    const shown: string[] = [];
    for (let i = 0; i < length && i < itemsMax && budget > 0; i++) shown[i] = at(i);
    return some(shown, length);
  };
  const properties = (value: object): string[] => {
    const names = keys(value);
    return list(names.length, (i) => {
      const name = names[i] ?? '';
      return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: ${property(value, name)}`;
    });
  };

  const composite = (value: object): string => {
    const name = nameOf(value);
    if (Array.isArray(value)) {
      const size = name === 'Array' ? '' : `${name ?? 'Array'}(${value.length})`;
      return wrap(
        size,
        ['[', ']'],
        list(value.length, (i) => (i in value ? property(value, String(i)) : '<empty item>')),
      );
    }
    if (value instanceof Map) {
      const entries = [...value].slice(0, itemsMax);
      const shown = list(entries.length, (i) => `${show(entries[i]?.[0])} => ${show(entries[i]?.[1])}`);
      return wrap(`Map(${value.size})`, ['{', '}'], some(shown, value.size));
    }
    if (value instanceof Set) {
      const items = [...value].slice(0, itemsMax);
      return wrap(
        `Set(${value.size})`,
        ['{', '}'],
        some(
          list(items.length, (i) => show(items[i])),
          value.size,
        ),
      );
    }
    if (ArrayBuffer.isView(value) && 'length' in value) {
      const length = Number(value.length);
      return wrap(
        `${name ?? 'TypedArray'}(${length})`,
        ['[', ']'],
        list(length, (i) => property(value, String(i))),
      );
    }
    if (value instanceof Date) return value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return 'Promise {}';
    const prefix = name === null ? '[Object: null prototype]' : name === 'Object' ? '' : name;
    return wrap(prefix, ['{', '}'], properties(value));
  };

  const show = (value: unknown): string => {
    budget--;
    switch (typeof value) {
      case 'string':
        return quoted(value);
      case 'bigint':
        return `${value}n`;
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'function': {
        const printed = text(value);
        if (printed !== null) return printed;
        const name = typeof value.name === 'string' && value.name !== '' ? value.name.slice(0, 80) : '';
        if (String(apply(functionText, value, [])).startsWith('class')) return `[class ${name || '(anonymous)'}]`;
        return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
      }
      case 'object':
        break;
      default:
        return String(value);
    }
    if (value === null) return 'null';
    const printed = text(value);
    if (printed !== null) return printed;
    if (value instanceof Error) return errorText(value);
    if (ancestors.includes(value)) return '[Circular *1]';
    if (ancestors.length >= depthMax) return `[${nameOf(value) ?? 'Object'}]`;
    ancestors.push(value);
    try {
      return composite(value);
    } finally {
      ancestors.pop();
    }
  };
  return (value) => {
    budget = budgetMax;
    ancestors.length = 0;
    return typeof value === 'string' ? value : show(value);
  };
}

function quoted(text: string): string {
  const cut = text.length > nestedTextMax ? `${text.slice(0, nestedTextMax)}…` : text;
  const escaped = cut.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

/** With the frames that lie in the submission, and none of ours. */
const errorText = (error: Error): string =>
  [`${error.name}: ${error.message}`, ...ownFrames(error.stack, 5)].join('\n');
