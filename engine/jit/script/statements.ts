import type {
  AnyNode,
  AssignmentExpression,
  Expression,
  ForOfStatement,
  ForStatement,
  IfStatement,
  Pattern,
  Statement,
} from 'acorn';
import { Block, Node, Value } from '../ir.ts';
import { type Bound, describe, ExpressionCompiler, isStatic } from './expressions.ts';

type Ast = AnyNode | Statement | Expression | Pattern;

/** The names that statements assign to which were declared outside of them. */
function assignedIn(node: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) assignedIn(one, names);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    const ast = node as AnyNode;
    if (ast.type === 'FunctionExpression' || ast.type === 'ArrowFunctionExpression') return names;
    if (ast.type === 'AssignmentExpression') namesOf(ast.left, names);
    if (ast.type === 'UpdateExpression' && ast.argument.type === 'Identifier') names.add(ast.argument.name);
    if (
      ast.type === 'CallExpression' &&
      ast.callee.type === 'MemberExpression' &&
      ast.callee.object.type === 'Identifier'
    ) {
      const { property } = ast.callee;
      if (property.type === 'Identifier' && property.name === 'push') names.add(ast.callee.object.name);
    }
    for (const part of Object.values(ast)) if (typeof part === 'object') assignedIn(part, names);
  }
  return names;
}
function namesOf(pattern: Pattern, names: Set<string>): void {
  if (pattern.type === 'Identifier') names.add(pattern.name);
  else if (pattern.type === 'ArrayPattern') for (const p of pattern.elements) if (p) namesOf(p, names);
}
function contains(node: unknown, types: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some((one) => contains(one, types));
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  if (types.has(String(node.type))) return true;
  if (/Function/.test(String(node.type))) return false;
  return Object.values(node).some((part) => typeof part === 'object' && contains(part, types));
}
const returns = new Set(['ReturnStatement']);
const exits = new Set(['ReturnStatement', 'ThrowStatement']);
const list = (s: Statement | null | undefined): readonly Statement[] =>
  !s ? [] : s.type === 'BlockStatement' ? s.body : [s];
/** Whether nothing after it runs. */
function alwaysLeaves(statements: readonly Statement[]): boolean {
  return statements.some((s) => {
    if (exits.has(s.type)) return true;
    if (s.type === 'BlockStatement') return alwaysLeaves(s.body);
    return s.type === 'IfStatement' && alwaysLeaves(list(s.consequent)) && alwaysLeaves(list(s.alternate));
  });
}

/** Statements to nodes: what a branch or loop assigns becomes a result of its node. */
export class StatementCompiler extends ExpressionCompiler {
  /** The value returned; null where the end is reached without. */
  statements(all: readonly Statement[]): Value | null {
    for (const [i, s] of all.entries()) {
      const rest = all.slice(i + 1);
      if (s.type === 'ReturnStatement') return s.argument ? this.value(s.argument) : this.constant(null);
      if (s.type === 'IfStatement' && contains(s, returns)) return this.#leavingIf(s, rest);
      if (s.type === 'BlockStatement' && contains(s, returns)) return this.statements([...s.body, ...rest]);
      this.#statement(s);
      if (s.type === 'ThrowStatement') return this.constant(null);
    }
    return null;
  }

  #statement(s: Statement): void {
    switch (s.type) {
      case 'EmptyStatement':
        return;
      case 'ExpressionStatement':
        return this.#effect(s.expression);
      case 'BlockStatement':
        return this.#scoped(s.body);
      case 'VariableDeclaration':
        if (s.kind === 'var') this.fail(s, "'var' declarations are not supported: use let or const");
        for (const d of s.declarations) this.bind(d.id, d.init ? this.#initial(d.init) : this.constant(null));
        return;
      case 'IfStatement':
        return this.#if(s);
      case 'ForStatement':
        return this.#for(s);
      case 'ForOfStatement':
        return this.#forOf(s);
      case 'WhileStatement':
        return this.#while(
          s,
          () => this.value(s.test),
          () => this.#scoped(list(s.body)),
          assignedIn([s.test, s.body]),
        );
      case 'ThrowStatement': {
        const error = s.argument;
        const [message] = error.type === 'NewExpression' || error.type === 'CallExpression' ? error.arguments : [];
        this.block.append(
          new Node('prim::RaiseException', [message ? this.value(message) : this.constant('an error was thrown')]),
        );
        return;
      }
      default:
        return this.fail(s, `${describe(s.type)} not supported`);
    }
  }
  /** A module of `this` may have another name in a function. */
  #initial(e: Expression): Bound {
    const bound = this.bound(e);
    return isStatic(bound) && bound.kind !== 'list' ? bound : this.asValue(bound, e);
  }
  #scoped(body: readonly Statement[]): void {
    const outer = this.scope;
    const names = new Set(outer.keys());
    const declared = new Map(outer);
    this.scope = declared;
    if (this.statements(body) !== null && !alwaysLeaves(body))
      this.fail(body[0] ?? this.source.tree, 'return is not supported here');
    // What was declared inside ends here, what it hides comes back.
    const hidden = new Set(
      body.flatMap((s) =>
        s.type === 'VariableDeclaration' ? s.declarations.flatMap((d) => [...declaredIn(d.id)]) : [],
      ),
    );
    this.scope = outer;
    for (const [name, value] of declared) if (names.has(name) && !hidden.has(name)) outer.set(name, value);
  }

  /** Gives names to a value, or to its parts. */
  bind(pattern: Pattern, value: Bound): void {
    if (pattern.type === 'Identifier') {
      if (
        value instanceof Value &&
        value.hint === null &&
        value.maker?.op !== 'prim::Constant' &&
        /^[A-Za-z_]\w*$/.test(pattern.name)
      )
        value.hint = pattern.name;
      this.scope.set(pattern.name, value);
      return;
    }
    if (pattern.type === 'ArrayPattern') {
      if (isStatic(value) && value.kind !== 'list')
        return this.fail(pattern, 'only a list or tuple can be taken apart');
      pattern.elements.forEach((p, i) => {
        if (p === null) return;
        if (p.type === 'RestElement') return this.fail(p, 'rest elements (...) are not supported');
        this.bind(
          p,
          isStatic(value)
            ? (value.items[i] ?? this.constant(null))
            : this.emit('prim::getitem', [value, this.constant(i)], 'Tensor'),
        );
      });
      return;
    }
    if (pattern.type === 'ObjectPattern' && !isStatic(value)) {
      for (const p of pattern.properties) {
        if (p.type !== 'Property' || p.key.type !== 'Identifier' || p.computed)
          return this.fail(pattern, 'this pattern is not supported');
        this.bind(p.value, this.emit('prim::getitem', [value, this.constant(p.key.name)], 'Tensor'));
      }
      return;
    }
    this.fail(pattern, 'this pattern is not supported');
  }
  #assign(e: AssignmentExpression): void {
    if (e.left.type === 'MemberExpression') return this.fail(e, 'assignments to members are not supported');
    if (e.operator === '=') {
      const unknown = [...declaredIn(e.left)].find((name) => !this.scope.has(name));
      if (unknown !== undefined) return this.fail(e, `${unknown} is not a variable of this function`);
      return this.bind(e.left, this.#initial(e.right));
    }
    const kind = { '+=': 'add', '-=': 'sub', '*=': 'mul', '/=': 'div', '%=': 'mod', '**=': 'pow' }[
      e.operator as string
    ];
    if (kind === undefined || e.left.type !== 'Identifier')
      return this.fail(e, `the operator ${e.operator} is not supported`);
    this.scope.set(e.left.name, this.scalar(`prim::${kind}`, this.value(e.left), this.value(e.right)));
  }
  #effect(e: Expression): void {
    if (e.type === 'AssignmentExpression') return this.#assign(e);
    if (e.type === 'UpdateExpression') {
      if (e.argument.type !== 'Identifier') return this.fail(e, 'only a variable can be counted up or down');
      const kind = e.operator === '++' ? 'prim::add' : 'prim::sub';
      this.scope.set(e.argument.name, this.scalar(kind, this.value(e.argument), this.constant(1)));
      return;
    }
    if (e.type === 'CallExpression' && e.callee.type === 'MemberExpression' && e.callee.object.type === 'Identifier') {
      const { property, object } = e.callee;
      if (property.type === 'Identifier' && property.name === 'push' && this.scope.has(object.name)) {
        const items = e.arguments.map((a) => this.value(a));
        this.scope.set(object.name, this.scalar('prim::append', this.value(object), ...items));
        return;
      }
    }
    this.bound(e);
  }

  #if(s: IfStatement): void {
    const condition = this.value(s.test);
    const fixed = fixedTruth(condition);
    if (fixed !== null) return this.#scoped(list(fixed ? s.consequent : s.alternate));
    const names = [...assignedIn([s.consequent, s.alternate])].filter((name) => this.scope.has(name));
    const node = new Node('prim::If', [condition]);
    for (const body of [s.consequent, s.alternate]) {
      const block = new Block();
      this.inside(block, new Map(this.scope), () => {
        this.#scoped(list(body));
        block.results = names.map((name) => this.#value(name, s));
      });
      node.blocks.push(block);
    }
    this.block.append(node);
    names.forEach((name, i) => {
      const [a, b] = node.blocks.map((block) => block.results[i]?.of);
      this.scope.set(name, node.add(a === b && a !== undefined ? a : 'Tensor', name));
    });
  }
  /** An `if` of which a branch returns: what follows runs in the branches that do not. */
  #leavingIf(s: IfStatement, rest: readonly Statement[]): Value {
    const condition = this.value(s.test);
    const branches = [s.consequent, s.alternate].map((body) => {
      const own = list(body);
      return alwaysLeaves(own) ? own : [...own, ...rest];
    });
    const fixed = fixedTruth(condition);
    if (fixed !== null) return this.statements(branches[fixed ? 0 : 1] ?? []) ?? this.constant(null);
    const compile =
      (body: readonly Statement[] = []) =>
      (): Value =>
        this.statements(body) ?? this.constant(null);
    return this.choose(condition, compile(branches[0]), compile(branches[1]));
  }
  #value(name: string, at: Ast): Value {
    const bound = this.scope.get(name);
    return bound ? this.asValue(bound, at) : this.fail(at, `${name} is not a variable of this function`);
  }

  /** prim::Loop with the variables that its body assigns carried from trip to trip. */
  #loop(
    at: Ast,
    trips: Value,
    first: Value,
    assigned: Iterable<string>,
    body: (index: Value, block: Block) => Value,
  ): void {
    if (contains(at, returns)) this.fail(at, 'return inside a loop is not supported');
    const names = [...assigned].filter((name) => this.scope.has(name));
    const node = new Node('prim::Loop', [trips, first, ...names.map((name) => this.#value(name, at))]);
    const block = new Block();
    const index = block.param('int', 'i');
    const inside = new Map(this.scope);
    for (const [i, name] of names.entries()) inside.set(name, block.param(node.ins[i + 2]?.of ?? 'Any', name));
    const condition = this.inside(block, inside, () => {
      const go = body(index, block);
      block.results = [go, ...names.map((name) => this.#value(name, at))];
      return go;
    });
    block.results[0] = condition;
    node.blocks.push(block);
    this.block.append(node);
    names.forEach((name, i) => this.scope.set(name, node.add(node.ins[i + 2]?.of ?? 'Any', name)));
  }
  #while(at: Ast, test: () => Value, body: () => void, assigned: Iterable<string>): void {
    const most = this.constant(Number.MAX_SAFE_INTEGER);
    this.#loop(at, most, test(), assigned, () => {
      body();
      return test();
    });
  }
  #for(s: ForStatement): void {
    const outer = this.scope;
    this.scope = new Map(outer);
    const { init, test, update, body } = s;
    const assigned = assignedIn([test, update, body]);
    const counter = this.#counter(s);
    if (counter) {
      const { name, bound } = counter;
      const inBody = assignedIn(body);
      this.#loop(s, bound, this.constant(true), inBody, (index, block) => {
        index.hint = name;
        this.scope.set(name, index);
        this.#scoped(list(body));
        return block.constant(true, 'bool');
      });
    } else {
      if (init?.type === 'VariableDeclaration') this.#statement(init);
      else if (init) this.#effect(init);
      this.#while(
        s,
        () => (test ? this.value(test) : this.constant(true)),
        () => {
          this.#scoped(list(body));
          if (update) this.#effect(update);
        },
        assigned,
      );
    }
    const inner = this.scope;
    this.scope = outer;
    const own =
      init?.type === 'VariableDeclaration'
        ? new Set(init.declarations.flatMap((d) => [...declaredIn(d.id)]))
        : new Set<string>();
    for (const [name, value] of inner) if (outer.has(name) && !own.has(name)) outer.set(name, value);
  }
  /** `for (let i = 0; i < n; i++)` with an i and an n that the body leaves alone has its trips counted beforehand. */
  #counter({ init, test, update, body }: ForStatement): { name: string; bound: Value } | null {
    if (init?.type !== 'VariableDeclaration' || init.declarations.length !== 1 || test?.type !== 'BinaryExpression')
      return null;
    const [declared] = init.declarations;
    if (declared?.id.type !== 'Identifier' || declared.init?.type !== 'Literal' || declared.init.value !== 0)
      return null;
    const { name } = declared.id;
    if (test.operator !== '<' || test.left.type !== 'Identifier' || test.left.name !== name) return null;
    const step =
      update?.type === 'UpdateExpression' &&
      update.operator === '++' &&
      update.argument.type === 'Identifier' &&
      update.argument.name === name;
    const written = assignedIn(body);
    const reads = identifiersIn(test.right);
    if (!step || written.has(name) || [...reads].some((n) => written.has(n))) return null;
    const bound = this.value(test.right);
    return { name, bound };
  }
  #forOf(s: ForOfStatement): void {
    if (s.left.type !== 'VariableDeclaration') this.fail(s, 'for … of needs a declaration: for (const x of xs)');
    const [declared] = s.left.type === 'VariableDeclaration' ? s.left.declarations : [];
    if (!declared) return;
    const over = this.bound(s.right);
    const outer = this.scope;
    const run = (item: Bound): void => {
      this.scope = new Map(outer);
      this.bind(declared.id, item);
      this.#scoped(list(s.body));
      const hidden = declaredIn(declared.id);
      for (const [name, value] of this.scope) if (outer.has(name) && !hidden.has(name)) outer.set(name, value);
      this.scope = outer;
    };
    if (isStatic(over)) {
      // Modules and lists of constants are known: the loop is unrolled.
      const items = over.kind === 'module' ? this.childrenOf(over) : over.kind === 'list' ? over.items : null;
      if (!items) return this.fail(s.right, 'only tensors, lists and containers of modules can be iterated');
      if (contains(s.body, returns)) this.fail(s, 'return inside a loop is not supported');
      for (const item of items) run(item);
      return;
    }
    const items = this.scalar('prim::items', over);
    const count = this.scalar('prim::len', items);
    this.#loop(s, count, this.constant(true), assignedIn(s.body), (index, block) => {
      this.bind(declared.id, this.emit('prim::getitem', [items, index], 'Tensor'));
      this.#scoped(list(s.body));
      return block.constant(true, 'bool');
    });
  }
}
/** What a condition on a constant of the module is; the branch not taken is not compiled, as in TorchScript. */
function fixedTruth(condition: Value): boolean | null {
  const { maker } = condition;
  const constant = (v: Value | undefined): unknown =>
    v?.maker?.op === 'prim::Constant' ? (v.maker.attributes.value ?? null) : undefined;
  const own = constant(condition);
  if (typeof own === 'boolean') return own;
  const [a, b] = (maker?.ins ?? []).map(constant);
  const plain = (x: unknown): boolean => x === null || ['number', 'string', 'boolean'].includes(typeof x);
  if (maker?.op === 'prim::is_none') {
    const [v] = maker.ins;
    if (plain(a)) return a === null;
    return v?.maker?.op === 'prim::GetAttr' ? false : null;
  }
  if (maker?.op === 'prim::not' && maker.ins[0]) {
    const inner = fixedTruth(maker.ins[0]);
    return inner === null ? null : !inner;
  }
  if ((maker?.op === 'prim::eq' || maker?.op === 'prim::ne') && plain(a) && plain(b))
    return (a === b) === (maker.op === 'prim::eq');
  return null;
}
function declaredIn(pattern: Pattern): Set<string> {
  const names = new Set<string>();
  namesOf(pattern, names);
  if (pattern.type === 'ObjectPattern')
    for (const p of pattern.properties) if (p.type === 'Property') for (const n of declaredIn(p.value)) names.add(n);
  return names;
}
function identifiersIn(node: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) identifiersIn(one, names);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    if (node.type === 'Identifier' && 'name' in node) names.add(String(node.name));
    for (const part of Object.values(node)) if (typeof part === 'object') identifiersIn(part, names);
  }
  return names;
}
