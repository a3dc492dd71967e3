// A pointwise kernel is an expression over its operands, such as `input + alpha * other`, written in a small common
// subset of JavaScript and WGSL. A device compiles it: here to a syntax tree that each device prints in its own language.

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'choose'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression };

const precedence: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

const parsed = new Map<string, Expression>();
/** Programs have a few hundred; a process that reads those of strangers must not keep them all. */
const parsedMax = 10_000;

export function parseExpression(source: string): Expression {
  const known = parsed.get(source);
  if (known) return known;
  const tokens = source.match(/[A-Za-z_]\w*|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|\|\||&&|[=!<>]=|[-+*/%<>!?:(),]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at++, true);
  const expect = (token: string): void => {
    if (!take(token)) throw new Error(`expression '${source}': '${token}' expected at '${tokens.slice(at).join(' ')}'`);
  };
  const choice = (): Expression => {
    const condition = binary(1);
    if (!take('?')) return condition;
    const yes = choice();
    expect(':');
    return { kind: 'choose', condition, yes, no: choice() };
  };
  const binary = (level: number): Expression => {
    let left = unary();
    for (;;) {
      const operator = tokens[at] ?? '';
      const own = precedence[operator] ?? 0;
      if (own < level || own === 0) return left;
      at++;
      left = { kind: 'binary', operator, left, right: binary(own + 1) };
    }
  };
  const unary = (): Expression => {
    const token = tokens[at++] ?? '';
    if (token === '-' || token === '!') return { kind: 'unary', operator: token, operand: unary() };
    if (token === '(') {
      const inner = choice();
      expect(')');
      return inner;
    }
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) };
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`expression '${source}': unexpected '${token}'`);
    if (!take('(')) return { kind: 'name', name: token };
    const args = [choice()];
    while (take(',')) args.push(choice());
    expect(')');
    return { kind: 'call', name: token, args };
  };
  const tree = choice();
  if (at !== tokens.length) throw new Error(`expression '${source}': '${tokens.slice(at).join(' ')}' is left over`);
  if (parsed.size >= parsedMax) parsed.clear();
  parsed.set(source, tree);
  return tree;
}

/** The value of an expression, its names and functions given: slow, and plain to read. */
export function evaluate(
  e: Expression,
  values: ReadonlyMap<string, number>,
  functions: Readonly<Record<string, (...args: number[]) => number | boolean>>,
): number {
  const of = (part: Expression): number => evaluate(part, values, functions);
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'name':
      return values.get(e.name) ?? Number.NaN;
    case 'call':
      return Number(functions[e.name]?.(...e.args.map(of)));
    case 'unary':
      return e.operator === '-' ? -of(e.operand) : Number(!of(e.operand));
    case 'choose':
      return of(e.condition) ? of(e.yes) : of(e.no);
    case 'binary': {
      const l = of(e.left);
      const r = of(e.right);
      switch (e.operator) {
        case '+':
          return l + r;
        case '-':
          return l - r;
        case '*':
          return l * r;
        case '/':
          return l / r;
        case '%':
          return l % r;
        case '<':
          return Number(l < r);
        case '<=':
          return Number(l <= r);
        case '>':
          return Number(l > r);
        case '>=':
          return Number(l >= r);
        case '==':
          return Number(l === r);
        case '!=':
          return Number(l !== r);
        case '&&':
          return Number(l && r);
        default:
          return Number(l || r);
      }
    }
  }
}
