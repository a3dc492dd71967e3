// Runs a small Python program, given as its syntax tree, on the engine: the same program that real PyTorch ran. Python's
// operators, indexing and keyword arguments become what a TypeScript user writes: methods, at(), a trailing object.
import torch, { Tensor } from '#engine/index.ts';

export type Tree = readonly [kind: string, ...rest: unknown[]];
type Scope = Map<string, unknown>;
type Callable = (...args: unknown[]) => unknown;

const isTree = (x: unknown): x is Tree => Array.isArray(x) && typeof x[0] === 'string';
function node(x: unknown): Tree {
  if (!isTree(x)) throw new Error(`not a syntax tree: ${JSON.stringify(x)}`);
  return x;
}
const nodes = (x: unknown): Tree[] => node(x).slice(1).map(node);
const isObject = (x: unknown): x is object => (typeof x === 'object' && x !== null) || typeof x === 'function';
const isCallable = (x: unknown): x is Callable => typeof x === 'function';

/** Ends a function's body. */
class Return {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

const methods: Record<string, string> = {
  Add: 'add', Sub: 'sub', Mult: 'mul', Div: 'div', Pow: 'pow', MatMult: 'matmul', FloorDiv: 'floor_divide', Mod: 'remainder',
  BitAnd: 'bitwise_and', BitOr: 'bitwise_or', BitXor: 'bitwise_xor', LShift: 'bitwise_left_shift', RShift: 'bitwise_right_shift',
  Eq: 'eq', NotEq: 'ne', Lt: 'lt', LtE: 'le', Gt: 'gt', GtE: 'ge', USub: 'neg', Invert: 'bitwise_not',
}; // biome-ignore format: a table
/** A number on the left, as Python's reflected operators of a tensor. */
const reflected: Record<string, (x: Tensor, n: number) => unknown> = {
  Add: (x, n) => x.add(n),
  Sub: (x, n) => x.rsub(n),
  Mult: (x, n) => x.mul(n),
  Div: (x, n) => x.reciprocal().mul(n),
  Pow: (x, n) => torch.pow(n, x),
  Eq: (x, n) => x.eq(n),
  Lt: (x, n) => x.gt(n),
  Gt: (x, n) => x.lt(n),
};
const numbers: Record<string, (a: number, b: number) => unknown> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mult: (a, b) => a * b,
  Div: (a, b) => a / b,
  Pow: (a, b) => a ** b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Mod: (a, b) => a - b * Math.floor(a / b),
  Lt: (a, b) => a < b,
  LtE: (a, b) => a <= b,
  Gt: (a, b) => a > b,
  GtE: (a, b) => a >= b,
};

function call(target: unknown, name: string, args: unknown[]): unknown {
  const f: unknown = isObject(target) ? Reflect.get(target, name) : undefined;
  if (!isCallable(f)) throw new Error(`the engine has no ${name}`);
  return Reflect.apply(f, target, args);
}
function binary(operator: string, a: unknown, b: unknown): unknown {
  if (operator === 'Is' || operator === 'IsNot') return (a === b) === (operator === 'Is');
  if (operator === 'In') return Array.isArray(b) ? b.includes(a) : isObject(b) && typeof a === 'string' && a in b;
  if (a instanceof Tensor) return call(a, methods[operator] ?? operator, [b]);
  if (b instanceof Tensor) return reflected[operator]?.(b, Number(a));
  if (typeof a === 'number' && typeof b === 'number' && operator in numbers) return numbers[operator]?.(a, b);
  if (operator === 'Add') return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : String(a) + String(b);
  if (operator === 'Mult' && Array.isArray(a)) return Array.from({ length: Number(b) }, () => a).flat();
  if (operator === 'Eq') return String(a) === String(b);
  if (operator === 'NotEq') return String(a) !== String(b);
  throw new Error(`no ${operator} of ${String(a)} and ${String(b)}`);
}

const list = (x: unknown): unknown[] => {
  if (isObject(x) && Symbol.iterator in x) return [...(x as Iterable<unknown>)];
  throw new TypeError(`${String(x)} is not iterable`);
};
const truth = (x: unknown): boolean =>
  x instanceof Tensor ? torch.is_nonzero(x) : Array.isArray(x) ? x.length > 0 : Boolean(x);
const text = (x: unknown): string =>
  x === true
    ? 'True'
    : x === false
      ? 'False'
      : x == null
        ? 'None'
        : Array.isArray(x)
          ? `[${x.map(text).join(', ')}]`
          : String(x);
const length = (x: unknown): unknown =>
  x instanceof Tensor ? x.size(0) : Array.isArray(x) || typeof x === 'string' ? x.length : list(x).length;
const pythonBuiltins: Record<string, unknown> = {
  len: length,
  float: (x: unknown) => (x instanceof Tensor ? Number(x.item()) : Number(x)),
  int: (x: unknown) => Math.trunc(x instanceof Tensor ? Number(x.item()) : Number(x)),
  bool: truth,
  str: text,
  repr: text,
  list,
  tuple: list,
  range: (...[a, b]: number[]) =>
    b === undefined ? [...Array(a).keys()] : Array.from({ length: b - (a ?? 0) }, (_, i) => (a ?? 0) + i),
  zip: (a: unknown, b: unknown) => list(a).map((x, i) => [x, list(b)[i]]),
  enumerate: (a: unknown) => list(a).map((x, i) => [i, x]),
  sum: (a: unknown) => list(a).reduce((x, y) => binary('Add', x, y)),
  hasattr: (o: unknown, name: string) => isObject(o) && name in o,
  isinstance: (o: unknown, c: unknown) => isCallable(c) && o instanceof c,
  getattr: (o: unknown, name: string) => (isObject(o) ? Reflect.get(o, name) : undefined),
  staticmethod: (f: unknown) => f,
  sorted: (x: unknown) => list(x).sort(),
};

/** Whether a literal of floating point is written somewhere in these trees. */
const hasFloat = (x: unknown): boolean => Array.isArray(x) && (x[0] === 'Float' || x.some(hasFloat));
const makers = new Set<unknown>([torch.tensor, torch.full, torch.as_tensor, torch.arange]);
const isClass = (f: Callable): boolean => /^class\b/.test(Function.prototype.toString.call(f));

export class Program {
  readonly shown: unknown[] = [];
  readonly #globals: Scope;

  constructor(globals: Record<string, unknown>) {
    this.#globals = new Map(Object.entries({ ...pythonBuiltins, ...globals }));
  }
  run(statements: readonly Tree[]): void {
    this.#body(statements, [this.#globals]);
  }

  #body(statements: readonly Tree[], scopes: Scope[]): Return | null {
    for (const s of statements) {
      const ended = this.#statement(s, scopes);
      if (ended) return ended;
    }
    return null;
  }
  #statement(s: Tree, scopes: Scope[]): Return | null {
    const [kind, a, b, c, d] = s;
    switch (kind) {
      case 'Expr':
        this.#value(node(a), scopes);
        return null;
      case 'Assign': {
        const value = this.#value(node(b), scopes);
        for (const target of nodes(a)) this.#assign(target, value, scopes);
        return null;
      }
      case 'AugAssign': {
        const target = node(a);
        const operator = node(b)[0];
        const before = this.#value(target, scopes);
        const operand = this.#value(node(c), scopes);
        this.#assign(
          target,
          before instanceof Tensor
            ? call(before, `${methods[operator]}_`, [operand])
            : binary(operator, before, operand),
          scopes,
        );
        return null;
      }
      case 'Return':
        return new Return(a === null ? null : this.#value(node(a), scopes));
      case 'If':
        return this.#body(nodes(truth(this.#value(node(a), scopes)) ? b : c), scopes);
      case 'For':
        for (const item of list(this.#value(node(b), scopes))) {
          this.#assign(node(a), item, scopes);
          const ended = this.#body(nodes(c), scopes);
          if (ended) return ended;
        }
        return null;
      case 'With':
        return this.#with(nodes(a), nodes(b), scopes);
      case 'FunctionDef': {
        const made = nodes(d).reduceRight<unknown>(
          (f, decorator) => {
            const by = this.#value(decorator, scopes);
            return isCallable(by) ? by(f) : f;
          },
          this.#closure(node(b), nodes(c), scopes),
        );
        scopes[0]?.set(String(a), made);
        return null;
      }
      case 'ClassDef':
        scopes[0]?.set(String(a), this.#class(String(a), nodes(b), nodes(d), scopes));
        return null;
      case 'Delete':
        for (const target of nodes(a)) if (target[0] === 'Name') scopes[0]?.delete(String(target[1]));
        return null;
      case 'Pass':
        return null;
      default:
        throw new Error(`the statement ${kind} is not translated`);
    }
  }
  #with(items: readonly Tree[], body: readonly Tree[], scopes: Scope[]): Return | null {
    const [first, ...rest] = items;
    if (!first) return this.#body(body, scopes);
    const entered = this.#value(node(first[1]), scopes);
    if (first[2] !== null) this.#assign(node(first[2]), entered, scopes);
    try {
      return this.#with(rest, body, scopes);
    } finally {
      call(entered, Symbol.dispose as unknown as string, []);
    }
  }
  #closure(parameters: Tree, body: readonly Tree[], scopes: Scope[]): Callable {
    const names = nodes(parameters[1]).map((p) => String(p[1]));
    const rest = parameters[2] === null ? null : String(node(parameters[2])[1]);
    const defaults = nodes(parameters[6]).map((e) => this.#value(e, scopes));
    return (...given: unknown[]) => {
      const own: Scope = new Map();
      names.forEach((n, i) => own.set(n, i < given.length ? given[i] : defaults[i - names.length + defaults.length]));
      if (rest !== null) own.set(rest, given.slice(names.length));
      return this.#body(body, [own, ...scopes])?.value ?? null;
    };
  }
  /** Static methods of a subclass, as autograd.Function wants them. */
  #class(name: string, bases: readonly Tree[], body: readonly Tree[], scopes: Scope[]): unknown {
    const base = this.#value(bases[0] ?? ['Constant', null], scopes) as new () => object;
    const made = { [name]: class extends base {} }[name] ?? base;
    const own: Scope = new Map();
    this.#body(body, [own, ...scopes]);
    for (const [key, value] of own) Object.defineProperty(made, key, { value });
    return made;
  }
  #assign(target: Tree, value: unknown, scopes: Scope[]): void {
    const [kind, a, b] = target;
    if (kind === 'Name') scopes[0]?.set(String(a), value);
    else if (kind === 'Tuple' || kind === 'List') {
      const values = list(value);
      nodes(a).forEach((t, i) => this.#assign(t, values[i], scopes));
    } else if (kind === 'Attribute') {
      const object = this.#value(node(a), scopes);
      if (!isObject(object)) throw new TypeError(`no attribute ${String(b)}`);
      Reflect.set(object, String(b), value);
    } else if (kind === 'Subscript') {
      const object = this.#value(node(a), scopes);
      if (object instanceof Tensor) call(object, 'set_at', [value, ...this.#indices(node(b), scopes)]);
      else if (isObject(object)) Reflect.set(object, String(this.#value(node(b), scopes)), value);
    } else throw new Error(`cannot assign to ${kind}`);
  }
  #indices(index: Tree, scopes: Scope[]): unknown[] {
    const one = (i: Tree): unknown => {
      if (i[0] !== 'Slice') return i[0] === 'Ellipsis' ? '...' : this.#value(i, scopes);
      const bound = (x: unknown): string => (x === null ? '' : text(this.#value(node(x), scopes)));
      return `${bound(i[1])}:${bound(i[2])}${i[3] === null ? '' : `:${bound(i[3])}`}`;
    };
    return index[0] === 'Tuple' ? nodes(index[1]).map(one) : [one(index)];
  }

  #value(e: Tree, scopes: Scope[]): unknown {
    const [kind, a, b, c] = e;
    const of = (x: unknown): unknown => this.#value(node(x), scopes);
    switch (kind) {
      case 'Constant':
        return a;
      case 'Float':
        return Number(String(a).replace('inf', 'Infinity'));
      case 'Ellipsis':
        return '...';
      case 'Name': {
        const scope = scopes.find((s) => s.has(String(a)));
        if (!scope) throw new Error(`name '${String(a)}' is not defined`);
        return scope.get(String(a));
      }
      case 'List':
      case 'Tuple':
        return nodes(a).flatMap((x) => (x[0] === 'Starred' ? list(of(x[1])) : [of(x)]));
      case 'Dict':
        return Object.fromEntries(nodes(a).map((k, i) => [String(of(k)), of(nodes(b)[i])]));
      case 'Attribute': {
        const object = of(a);
        if (!isObject(object)) throw new TypeError(`${text(object)} has no attribute ${String(b)}`);
        const value: unknown = Reflect.get(object, String(b));
        if (value === undefined) throw new Error(`the engine has no ${String(b)}`);
        return value;
      }
      case 'Subscript': {
        const object = of(a);
        if (object instanceof Tensor) return call(object, 'at', this.#indices(node(b), scopes));
        const index = this.#indices(node(b), scopes)[0];
        if (Array.isArray(object))
          return typeof index === 'string'
            ? object.slice(...index.split(':').map((x) => (x ? Number(x) : undefined)))
            : object.at(Number(index));
        return isObject(object) ? Reflect.get(object, String(index)) : undefined;
      }
      case 'Call':
        return this.#call(node(a), nodes(b), nodes(c), scopes);
      case 'BinOp':
        return binary(node(b)[0], of(a), of(c));
      case 'Compare':
        return nodes(b).reduce<[unknown, unknown]>(
          ([left, result], operator, i) => {
            const right = of(nodes(c)[i]);
            return [
              right,
              i === 0 ? binary(operator[0], left, right) : truth(result) && binary(operator[0], left, right),
            ];
          },
          [of(a), true],
        )[1];
      case 'BoolOp':
        return nodes(b).reduce<unknown>(
          (x, y, i) => (i === 0 ? of(y) : truth(x) === (node(a)[0] === 'And') ? of(y) : x),
          null,
        );
      case 'UnaryOp': {
        const operator = node(a)[0];
        const value = of(b);
        if (operator === 'Not') return !truth(value);
        if (value instanceof Tensor) return call(value, methods[operator] ?? operator, []);
        return operator === 'USub' ? -Number(value) : ~Number(value);
      }
      case 'IfExp':
        return truth(of(a)) ? of(b) : of(c);
      case 'Lambda':
        return this.#closure(node(a), [['Return', b]], scopes);
      case 'ListComp':
      case 'GeneratorExp': {
        const [loop] = nodes(b);
        const own: Scope = new Map();
        return list(of(loop?.[2])).map((item) => {
          this.#assign(node(loop?.[1]), item, [own, ...scopes]);
          return this.#value(node(a), [own, ...scopes]);
        });
      }
      default:
        throw new Error(`the expression ${kind} is not translated`);
    }
  }
  #call(f: Tree, positional: readonly Tree[], keywords: readonly Tree[], scopes: Scope[]): unknown {
    const self = f[0] === 'Attribute' ? this.#value(node(f[1]), scopes) : undefined;
    const callee = f[0] === 'Attribute' && isObject(self) ? Reflect.get(self, String(f[2])) : this.#value(f, scopes);
    if (!isCallable(callee)) throw new Error(`the engine has no ${text(f[2] ?? f[1])}`);
    const args = positional.flatMap((x) =>
      x[0] === 'Starred' ? list(this.#value(node(x[1]), scopes)) : [this.#value(x, scopes)],
    );
    const named: Record<string, unknown> = {};
    for (const [, key, value] of keywords) named[String(key)] = this.#value(node(value), scopes);
    // 1.0 is 1 in TypeScript: there the dtype is said
    if (makers.has(callee) && !('dtype' in named) && hasFloat(positional)) named['dtype'] = torch.get_default_dtype();
    if (Object.keys(named).length > 0) args.push(named);
    return isClass(callee) ? Reflect.construct(callee, args) : Reflect.apply(callee, self, args);
  }
}
