// Evaluates the small Python expressions of golden files against the engine: `nn.Linear(4, 2, bias=False)(x).sum()`.
// Calls of classes construct; keyword arguments become one trailing plain object; tuples and lists are arrays.
// Not for: statements, comprehensions, slices; operators on tensors are the engine's methods.
type Scope = Readonly<Record<string, unknown>>;

const tokens =
  /\s*(?:(\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|'([^']*)'|"([^"]*)"|(\*\*|[-+*/()[\]{},.:=]))/gy;
interface Token {
  readonly kind: 'number' | 'name' | 'string' | 'mark' | 'end';
  readonly text: string;
}
function scan(text: string): Token[] {
  const out: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.trimEnd().length) {
    const at = tokens.lastIndex;
    const m = tokens.exec(text);
    if (!m) throw new SyntaxError(`cannot read ${text.slice(at)}`);
    const [, number, name, single, double, mark] = m;
    if (number !== undefined) out.push({ kind: 'number', text: number });
    else if (name !== undefined) out.push({ kind: 'name', text: name });
    else if (mark !== undefined) out.push({ kind: 'mark', text: mark });
    else out.push({ kind: 'string', text: single ?? double ?? '' });
  }
  return [...out, { kind: 'end', text: '' }];
}

const constants: Scope = { True: true, False: false, None: null };
const isClass = (f: unknown): f is new (...args: unknown[]) => unknown =>
  typeof f === 'function' && /^class\b/.test(Function.prototype.toString.call(f));
const arithmetic: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

class Evaluator {
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  #at = 0;
  constructor(text: string, scope: Scope) {
    this.#tokens = scan(text);
    this.#scope = scope;
  }
  whole(): unknown {
    const value = this.#items('');
    return value.tuple ? value.list : value.list[0];
  }
  get #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }
  #take(mark: string): boolean {
    const taken = this.#next.kind === 'mark' && this.#next.text === mark;
    if (taken) this.#at++;
    return taken;
  }
  #expect(mark: string): void {
    if (!this.#take(mark)) throw new SyntaxError(`expected ${mark}, found '${this.#next.text}'`);
  }
  /** Expressions up to a closing mark. */
  #items(close: string): { list: unknown[]; tuple: boolean } {
    const list: unknown[] = [];
    let tuple = false;
    while (close === '' ? this.#next.kind !== 'end' : !this.#take(close)) {
      list.push(this.#sum());
      if (this.#take(',')) tuple = true;
      else if (close !== '') {
        this.#expect(close);
        break;
      }
    }
    return { list, tuple: tuple || list.length === 0 };
  }
  #sum(): unknown {
    let value = this.#product();
    while (this.#next.kind === 'mark' && '+-'.includes(this.#next.text)) {
      const f = arithmetic[this.#next.text];
      this.#at++;
      value = f?.(Number(value), Number(this.#product()));
    }
    return value;
  }
  #product(): unknown {
    let value = this.#unary();
    while (this.#next.kind === 'mark' && '*/'.includes(this.#next.text)) {
      const f = arithmetic[this.#next.text];
      this.#at++;
      value = f?.(Number(value), Number(this.#unary()));
    }
    return value;
  }
  #unary(): unknown {
    if (this.#take('-')) return -Number(this.#unary());
    const base = this.#postfix();
    return this.#take('**') ? Number(base) ** Number(this.#unary()) : base;
  }
  #postfix(): unknown {
    let value = this.#atom();
    let owner: unknown = null;
    for (;;) {
      if (this.#take('.')) {
        owner = value;
        value = Reflect.get(Object(value), this.#next.text);
        if (value === undefined) throw new Error(`there is no ${this.#next.text}`);
        this.#at++;
      } else if (this.#take('(')) {
        value = this.#call(value, owner);
        owner = null;
      } else if (this.#take('[')) {
        const index = this.#sum();
        this.#expect(']');
        const at: unknown = Reflect.get(Object(value), 'at');
        value =
          typeof at === 'function' ? Reflect.apply(at, value, [index]) : Reflect.get(Object(value), String(index));
      } else return value;
    }
  }
  #call(callee: unknown, owner: unknown): unknown {
    const args: unknown[] = [];
    const keywords: Record<string, unknown> = {};
    while (!this.#take(')')) {
      const name = this.#next;
      const mark = this.#tokens[this.#at + 1];
      if (name.kind === 'name' && mark?.kind === 'mark' && mark.text === '=') {
        this.#at += 2;
        keywords[name.text] = this.#sum();
      } else if (this.#take('*')) args.push(...(this.#sum() as Iterable<unknown>));
      else args.push(this.#sum());
      if (!this.#take(',')) {
        this.#expect(')');
        break;
      }
    }
    if (Object.keys(keywords).length > 0) args.push(keywords);
    if (typeof callee !== 'function') throw new TypeError('not callable');
    return isClass(callee) ? new callee(...args) : Reflect.apply(callee, owner, args);
  }
  #atom(): unknown {
    const token = this.#next;
    this.#at++;
    if (token.kind === 'number') return Number(token.text.replaceAll('_', ''));
    if (token.kind === 'string') return token.text;
    if (token.kind === 'name') {
      if (token.text in constants) return constants[token.text];
      if (token.text === 'float') {
        this.#expect('(');
        const text = this.#next.text;
        this.#at++;
        this.#expect(')');
        return text === 'inf' ? Infinity : Number(text);
      }
      if (!(token.text in this.#scope)) throw new ReferenceError(`name '${token.text}' is not defined`);
      return this.#scope[token.text];
    }
    if (token.text === '[') return this.#items(']').list;
    if (token.text === '(') {
      const { list, tuple } = this.#items(')');
      return tuple ? list : list[0];
    }
    if (token.text === '{') {
      const pairs: Record<string, unknown> = {};
      while (!this.#take('}')) {
        const key = String(this.#sum());
        this.#expect(':');
        pairs[key] = this.#sum();
        if (!this.#take(',')) {
          this.#expect('}');
          break;
        }
      }
      return pairs;
    }
    throw new SyntaxError(`unexpected '${token.text}'`);
  }
}
export const evaluate = (text: string, scope: Scope): unknown => new Evaluator(text, scope).whole();
