// Expressions to nodes. What is known while compiling, a namespace, a module, is no value and has no node.
import type { CallExpression, Expression, MemberExpression, ObjectExpression, SpreadElement, Super } from 'acorn';
import { RuntimeError } from '../../device/device.ts';
import { DType, dtypeAliases, dtypes } from '../../dtype.ts';
import { Module } from '../../nn/module.ts';
import { table } from '../../operator.ts';
import { parseSchema } from '../../schema.ts';
import { Tensor } from '../../tensor.ts';
import { overloadsOf } from '../interpreter.ts';
import {
  Block,
  type Call,
  type Constant,
  copyNode,
  type Namespace,
  Node,
  type Type,
  typeOfTensor,
  Value,
} from '../ir.ts';
import { className } from '../outline.ts';
import { scalarOperators } from '../scalars.ts';
import { type Source, unsupported } from './source.ts';
import type { Program } from './program.ts';

/** Something that is known while compiling and is no value: a namespace, a module, a function. */
export type Static =
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'module'; readonly module: Module; readonly value: Value }
  | { readonly kind: 'method'; readonly module: Module; readonly value: Value; readonly name: string }
  | { readonly kind: 'function'; readonly f: object }
  | { readonly kind: 'list'; readonly items: readonly Bound[] };
export type Bound = Value | Static;
export const isStatic = (b: Bound): b is Static => !(b instanceof Value);

/** A node that the parser gave. */
type Ast = Parameters<typeof unsupported>[1];

export interface Context {
  /** What a method belongs to; null for a function. */
  readonly owner: { readonly module: Module; readonly value: Value } | null;
  /** What the function's names mean that are not its own. */
  readonly globals: Readonly<Record<string, unknown>>;
  readonly program: Program;
}

const binary: Readonly<Record<string, string>> = {
  '+': 'prim::add',
  '-': 'prim::sub',
  '*': 'prim::mul',
  '/': 'prim::div',
  '%': 'prim::mod',
  '**': 'prim::pow',
  '<': 'prim::lt',
  '<=': 'prim::le',
  '>': 'prim::gt',
  '>=': 'prim::ge',
  '===': 'prim::eq',
  '==': 'prim::eq',
  '!==': 'prim::ne',
  '!=': 'prim::ne',
};
const attributes: Readonly<Record<string, [kind: string, type: string]>> = {
  shape: ['prim::shape', 'int[]'],
  dtype: ['prim::dtype', 'int'],
  ndim: ['prim::ndim', 'int'],
  T: ['prim::transposed', 'Tensor'],
  length: ['prim::len', 'int'],
};
const scalarTypes: Readonly<Record<string, string>> = {
  'prim::len': 'int',
  'prim::append': 'Any[]',
  'prim::items': 'Any[]',
};
const booleans = new Set('lt le gt ge eq ne not bool is_none'.split(' ').map((k) => `prim::${k}`));
const namespaces: Readonly<Record<string, Namespace>> = {
  torch: 'torch',
  'torch.nn.functional': 'functional',
  'torch.functional': 'functional',
  'torch.linalg': 'linalg',
  'torch.special': 'special',
};
/** Where a bundler or test runner puts what was imported from 'torch'. */
const importName = /^_*(?:vi_|vite_ssr_)?import_/;
const globalNames: Readonly<Record<string, Static | number | undefined>> = {
  torch: { kind: 'namespace', name: 'torch' },
  nn: { kind: 'namespace', name: 'torch.nn' },
  F: { kind: 'namespace', name: 'torch.nn.functional' },
  functional: { kind: 'namespace', name: 'torch.nn.functional' },
  linalg: { kind: 'namespace', name: 'torch.linalg' },
  Math: { kind: 'namespace', name: 'Math' },
  Number: { kind: 'namespace', name: 'Number' },
  Boolean: { kind: 'namespace', name: 'Boolean' },
  Infinity: Infinity,
  NaN: Number.NaN,
};

/** Expressions; statements are built on it (statements.ts). */
export class ExpressionCompiler {
  protected readonly source: Source;
  protected readonly context: Context;
  protected block: Block;
  /** Names of the function's own. */
  scope: Map<string, Bound>;
  constructor(source: Source, context: Context, block: Block, scope: Map<string, Bound>) {
    this.source = source;
    this.context = context;
    this.block = block;
    this.scope = scope;
  }

  fail(node: Ast, what: string): never {
    throw unsupported(this.source, node, what);
  }
  constant(value: Constant): Value {
    const type: Type =
      value instanceof Tensor
        ? typeOfTensor(value)
        : value === null
          ? 'NoneType'
          : value instanceof DType
            ? 'int'
            : typeof value === 'number'
              ? Number.isInteger(value)
                ? 'int'
                : 'float'
              : typeof value === 'boolean'
                ? 'bool'
                : 'str';
    return this.block.constant(value, type);
  }
  emit(kind: string, ins: readonly Value[], type: Type): Value {
    return this.block.append(new Node(kind, ins)).add(type);
  }
  scalar(kind: string, ...ins: readonly Value[]): Value {
    const integer = ins.every((v) => v.of === 'int') && kind !== 'prim::div';
    return this.emit(kind, ins, booleans.has(kind) ? 'bool' : (scalarTypes[kind] ?? (integer ? 'int' : 'Scalar')));
  }
  /** Code of a branch or loop, in a block of its own. */
  inside<R>(block: Block, scope: Map<string, Bound>, body: () => R): R {
    const [outerBlock, outerScope] = [this.block, this.scope];
    this.block = block;
    this.scope = scope;
    try {
      return body();
    } finally {
      this.block = outerBlock;
      this.scope = outerScope;
    }
  }
  /** `a ? b : c`, `&&`, `||`, `??`: the branch that is not taken is not computed. */
  choose(condition: Value, yes: () => Value, no: () => Value): Value {
    const node = new Node('prim::If', [condition]);
    for (const branch of [yes, no]) {
      const block = new Block();
      block.results = [this.inside(block, new Map(this.scope), branch)];
      node.blocks.push(block);
    }
    this.block.append(node);
    const [a, b] = node.blocks.map((x) => x.results[0]?.of);
    return node.add(a === b && a !== undefined ? a : typeof a === 'string' && typeof b === 'string' ? 'Any' : 'Tensor');
  }
  orElse(value: Value, fallback: Expression): Value {
    return this.choose(
      this.scalar('prim::is_none', value),
      () => this.value(fallback),
      () => value,
    );
  }

  /** What an expression is, as a value of the graph. */
  value(e: Expression | SpreadElement | Super): Value {
    const bound = this.bound(e);
    return this.asValue(bound, e);
  }
  asValue(bound: Bound, e: Ast): Value {
    if (!isStatic(bound)) return bound;
    if (bound.kind === 'list') {
      const items = bound.items.map((b) => this.asValue(b, e));
      return this.emit('prim::ListConstruct', items, listType(items));
    }
    if (bound.kind === 'module') return this.fail(e, 'a module is not a value: it can be called, indexed and iterated');
    return this.fail(
      e,
      `${bound.kind === 'namespace' ? bound.name : `a ${bound.kind}`} is not a value: it can be called`,
    );
  }

  bound(e: Expression | SpreadElement | Super): Bound {
    switch (e.type) {
      case 'Literal': {
        const { value } = e;
        if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' || value === null)
          return e.raw?.startsWith('/') ? this.fail(e, 'regular expressions are not supported') : this.constant(value);
        return this.fail(e, 'this literal is not supported');
      }
      case 'ParenthesizedExpression':
        return this.bound(e.expression);
      case 'ChainExpression':
        return this.fail(e, 'optional chaining is not supported');
      case 'SequenceExpression': {
        // (0, f)(x) is how compilers call what was imported
        const last = e.expressions.at(-1);
        if (last && e.expressions.slice(0, -1).every((x) => x.type === 'Literal')) return this.bound(last);
        return this.fail(e, 'the comma operator is not supported');
      }
      case 'Identifier':
        return this.#name(e.name, e);
      case 'ThisExpression': {
        const { owner } = this.context;
        if (!owner) return this.fail(e, "'this' is not supported outside of a module's methods");
        return { kind: 'module', ...owner };
      }
      case 'TemplateLiteral': {
        const [only] = e.quasis;
        if (only && e.expressions.length === 0) return this.constant(only.value.cooked ?? '');
        return this.fail(e, 'templates with values are not supported');
      }
      case 'ArrayExpression': {
        const items = e.elements.map((item) => {
          if (item === null) return this.constant(null);
          if (item.type === 'SpreadElement') return this.fail(item, 'spreading (...) is not supported');
          return this.value(item);
        });
        return this.emit('prim::ListConstruct', items, listType(items));
      }
      case 'ObjectExpression': {
        const parts = this.#properties(e).flatMap(([key, value]) => [this.constant(key), this.value(value)]);
        return this.emit('prim::DictConstruct', parts, 'Dict(str, Tensor)');
      }
      case 'UnaryExpression': {
        if (e.operator === '-') {
          if (e.argument.type === 'Literal' && typeof e.argument.value === 'number')
            return this.constant(-e.argument.value);
          return this.scalar('prim::neg', this.value(e.argument));
        }
        if (e.operator === '+') return this.scalar('prim::mul', this.value(e.argument), this.constant(1));
        if (e.operator === '!') return this.scalar('prim::not', this.value(e.argument));
        return this.fail(e, `the operator ${e.operator} is not supported`);
      }
      case 'BinaryExpression': {
        const kind = binary[e.operator];
        if (kind === undefined || e.left.type === 'PrivateIdentifier')
          return this.fail(e, `the operator ${e.operator} is not supported`);
        const [a, b] = [this.value(e.left), this.value(e.right)];
        for (const [operand, v] of [
          [e.left, a],
          [e.right, b],
        ] as const)
          if (typeof v.of !== 'string' && v.of.shape.length > 0)
            this.fail(operand, `the operator ${e.operator} is for numbers: a tensor has methods`);
        const none = [a, b].find((v) => v.of === 'NoneType');
        if (none && (kind === 'prim::eq' || kind === 'prim::ne')) {
          const is = this.scalar('prim::is_none', none === a ? b : a);
          return kind === 'prim::eq' ? is : this.scalar('prim::not', is);
        }
        return this.scalar(kind, a, b);
      }
      case 'LogicalExpression': {
        const left = this.value(e.left);
        if (e.operator === '??') return this.orElse(left, e.right);
        const right = (): Value => this.value(e.right);
        return e.operator === '&&' ? this.choose(left, right, () => left) : this.choose(left, () => left, right);
      }
      case 'ConditionalExpression':
        return this.choose(
          this.value(e.test),
          () => this.value(e.consequent),
          () => this.value(e.alternate),
        );
      case 'MemberExpression':
        return this.#member(e);
      case 'CallExpression':
        return this.#call(e);
      default:
        return this.fail(e, `${describe(e.type)} not supported`);
    }
  }

  #name(name: string, e: Ast): Bound {
    const own = this.scope.get(name);
    if (own) return own;
    if (name === 'undefined') return this.constant(null);
    if (Object.hasOwn(this.context.globals, name)) return this.#outside(this.context.globals[name], name, e);
    const known = Object.hasOwn(globalNames, name) ? globalNames[name] : undefined;
    if (typeof known === 'number') return this.constant(known);
    if (known !== undefined) return known;
    if (importName.test(name)) return { kind: 'namespace', name: 'import' };
    return this.fail(
      e,
      `undefined value ${name}: a function's source does not hold what it is closed over; give it with globals: torch.jit.script(f, { globals: { ${name} } })`,
    );
  }
  /** What a name outside of the function, or an attribute of a module, is. */
  #outside(value: unknown, name: string, e: Ast): Bound {
    if (value === null || value === undefined) return this.constant(null);
    if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' || value instanceof DType)
      return this.constant(value);
    if (value instanceof Tensor) {
      if (value.requires_grad)
        return this.fail(
          e,
          `'${name}' requires a gradient and belongs to no module: make it a parameter or an argument`,
        );
      return this.constant(value);
    }
    if (Array.isArray(value)) return { kind: 'list', items: value.map((v) => this.#outside(v, name, e)) };
    if (value instanceof Module)
      return this.fail(e, `the module '${name}' must be an attribute of the module that is scripted`);
    if (typeof value === 'function') return { kind: 'function', f: value };
    return this.fail(e, `'${name}' is of a type that cannot be scripted`);
  }

  #member(e: MemberExpression): Bound {
    if (e.optional) return this.fail(e, 'optional chaining is not supported');
    const object = this.bound(e.object);
    if (e.computed) {
      if (e.property.type === 'PrivateIdentifier') return this.fail(e, 'private members are not supported');
      if (isStatic(object) && (object.kind === 'module' || object.kind === 'list')) {
        const at = e.property.type === 'Literal' ? e.property.value : undefined;
        const item =
          typeof at === 'number' ? (object.kind === 'list' ? object.items[at] : this.#child(object, at, e)) : undefined;
        if (item) return item;
        if (object.kind === 'module') return this.fail(e, 'a module is indexed by a literal number only');
      }
      return this.emit('prim::getitem', [this.asValue(object, e.object), this.value(e.property)], 'Any');
    }
    if (e.property.type !== 'Identifier') return this.fail(e, 'private members are not supported');
    const { name } = e.property;
    if (!isStatic(object)) {
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return attribute
        ? this.emit(attribute[0], [object], attribute[1])
        : this.emit('prim::getitem', [object, this.constant(name)], 'Tensor');
    }
    if (object.kind === 'namespace') return this.#inNamespace(object.name, name, e);
    if (object.kind === 'list') {
      if (name === 'length') return this.constant(object.items.length);
      return this.fail(e, `a list has no member '${name}' that can be scripted`);
    }
    if (object.kind === 'module') return this.#attribute(object, name, e);
    return this.fail(e, `'${name}' cannot be scripted here`);
  }
  #inNamespace(space: string, name: string, e: Ast): Bound {
    if (space === 'import') {
      if (name === 'default' || name === 'torch') return { kind: 'namespace', name: 'torch' };
      const known = Object.hasOwn(globalNames, name) ? globalNames[name] : undefined;
      if (known !== undefined && typeof known !== 'number') return known;
      return this.#inNamespace('torch', name, e);
    }
    if (space === 'Math') {
      const constant: unknown = Object.hasOwn(Math, name) ? Reflect.get(Math, name) : undefined;
      return typeof constant === 'number' ? this.constant(constant) : { kind: 'namespace', name: `Math.${name}` };
    }
    if (space === 'torch') {
      if (Object.hasOwn(dtypes, name) || Object.hasOwn(dtypeAliases, name))
        return this.constant(Reflect.get({ ...dtypeAliases, ...dtypes }, name));
      const numbers: Readonly<Record<string, number>> = { inf: Infinity, nan: Number.NaN, pi: Math.PI, e: Math.E };
      if (Object.hasOwn(numbers, name)) return this.constant(numbers[name] ?? 0);
    }
    return { kind: 'namespace', name: `${space}.${name}` };
  }
  #attribute(owner: { module: Module; value: Value }, name: string, e: Ast): Bound {
    const { module, value } = owner;
    if (name === 'training') return this.#get(value, name, 'bool');
    if (!(name in module)) return this.fail(e, `${module._get_name()} has no attribute '${name}'`);
    const found: unknown = Reflect.get(module, name);
    if (found instanceof Module)
      return { kind: 'module', module: found, value: this.#get(value, name, className(found)) };
    if (found instanceof Tensor) {
      const registered = [...module._own_parameters(), ...module._own_buffers()].some(([own]) => own === name);
      return registered ? this.#get(value, name, 'Tensor') : this.#outside(found, name, e);
    }
    if (typeof found === 'function') return { kind: 'method', module, value, name };
    if (name === 'length' && 'at' in module) return this.constant(Number(found));
    return this.#outside(found, name, e);
  }
  #get(owner: Value, name: string, type: Type): Value {
    const node = this.block.append(new Node('prim::GetAttr', [owner], { name }));
    return node.add(type, name);
  }
  /** The modules in a container, as attributes of it; null where it holds none in order. */
  protected childrenOf(container: { module: Module; value: Value }): Static[] | null {
    if (!(Symbol.iterator in container.module)) return null;
    return [...container.module._own_modules()].map(([name, module]) => ({
      kind: 'module',
      module,
      value: this.#get(container.value, name, className(module)),
    }));
  }
  #child(container: { module: Module; value: Value }, at: number, e: Ast): Bound {
    const children = [...container.module._own_modules()];
    const child = children[at < 0 ? children.length + at : at];
    if (!child || !(Symbol.iterator in container.module))
      return this.fail(e, `${container.module._get_name()} has no module ${at}`);
    return { kind: 'module', module: child[1], value: this.#get(container.value, child[0], className(child[1])) };
  }

  #properties(e: ObjectExpression): [string, Expression][] {
    return e.properties.map((p) => {
      if (p.type === 'SpreadElement') return this.fail(p, 'spreading (...) is not supported');
      const key =
        p.key.type === 'Identifier' && !p.computed ? p.key.name : p.key.type === 'Literal' ? String(p.key.value) : null;
      if (key === null || p.kind !== 'init' || p.method) return this.fail(p, 'this property is not supported');
      return [key, p.value];
    });
  }
  /** Positional arguments, and those named in a trailing object. */
  #arguments(e: CallExpression): { positional: Value[]; keywords: string[]; named: Value[] } {
    const given = [...e.arguments];
    const last = given.at(-1);
    const options = last?.type === 'ObjectExpression' ? this.#properties(last) : [];
    if (last?.type === 'ObjectExpression') given.pop();
    const positional = given.map((a) =>
      a.type === 'SpreadElement' ? this.fail(a, 'spreading (...) is not supported') : this.value(a),
    );
    return { positional, keywords: options.map(([k]) => k), named: options.map(([, v]) => this.value(v)) };
  }

  #call(e: CallExpression): Bound {
    if (e.optional) return this.fail(e, 'optional chaining is not supported');
    const { callee } = e;
    // A method of a value
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
      const object = this.bound(callee.object);
      const { name } = callee.property;
      if (!isStatic(object)) return this.operator(e, name, { from: 'method', self: object });
      if (object.kind === 'module' && name === 'at' && 'at' in object.module) {
        const [index] = e.arguments;
        const at = index?.type === 'Literal' ? Number(index.value) : Number.NaN;
        return Number.isInteger(at)
          ? this.#child(object, at, e)
          : this.fail(e, 'a module is indexed by a literal number only');
      }
    }
    const target = this.bound(callee);
    if (!isStatic(target)) return this.fail(e, 'only functions, modules and methods can be called');
    switch (target.kind) {
      case 'namespace':
        return this.#callIn(e, target.name);
      case 'module':
      case 'method': {
        const { positional, keywords } = this.#arguments(e);
        if (keywords.length > 0) return this.fail(e, 'a method of a module takes its arguments by position here');
        const { module, value } = target;
        const name = this.#at(e, () =>
          this.context.program.method(module, target.kind === 'module' ? 'forward' : target.name),
        );
        return this.block.append(new Node('prim::CallMethod', [value, ...positional], { name })).add('Tensor');
      }
      case 'function': {
        const { positional, keywords } = this.#arguments(e);
        if (keywords.length > 0) return this.fail(e, 'a function takes its arguments by position here');
        const { f } = target;
        const graph = this.#at(e, () => this.context.program.function(f, String(Reflect.get(f, 'name'))));
        const values = new Map<Value, Value>();
        graph.params.forEach((p, i) => values.set(p, positional[i] ?? this.constant(null)));
        for (const node of graph.list) this.block.append(copyNode(node, values));
        const [result] = graph.results;
        return result ? (values.get(result) ?? result) : this.constant(null);
      }
      default:
        return this.fail(e, 'a list cannot be called');
    }
  }
  /** Says where the call stands whose function cannot be compiled. */
  #at<R>(e: Ast, compile: () => R): R {
    try {
      return compile();
    } catch (cause) {
      if (!(cause instanceof RuntimeError)) throw cause;
      throw unsupported(this.source, e, `${cause.message}\nwhich is called`);
    }
  }
  #callIn(e: CallExpression, path: string): Value {
    const dot = path.lastIndexOf('.');
    const [space, name] = [path.slice(0, dot), path.slice(dot + 1)];
    if (path === 'Number' || path === 'Boolean') {
      const [argument] = e.arguments;
      if (!argument || e.arguments.length !== 1) return this.fail(e, `${path}() takes one value here`);
      const value = this.value(argument);
      return path === 'Boolean'
        ? this.scalar('prim::bool', value)
        : this.emit('prim::mul', [value, this.constant(1)], 'Scalar');
    }
    if (space === 'Math') {
      const kind = `prim::${name}`;
      if (!Object.hasOwn(scalarOperators, kind)) return this.fail(e, `Math.${name} is not supported`);
      const { positional } = this.#arguments(e);
      return this.emit(kind, positional, /floor|ceil|round|trunc/.test(name) ? 'int' : 'Scalar');
    }
    const from = Object.hasOwn(namespaces, space) ? namespaces[space] : undefined;
    if (from === undefined) return this.fail(e, `${path} cannot be scripted`);
    return this.operator(e, name, { from, self: null });
  }
  protected operator(e: CallExpression, name: string, where: { from: Namespace; self: Value | null }): Value {
    const call = { by: 'name', from: where.from, keywords: [] as readonly string[] } as const;
    const ops = overloadsOf(name, call);
    const inPlace = name.endsWith('_') && !table.has(name);
    if (ops.length === 0)
      return this.fail(
        e,
        `Unknown builtin op: aten::${name}: ${where.from === 'method' ? `a tensor has no method '${name}'` : `torch has no function '${name}' of that name there`} that can be scripted`,
      );
    const { positional, keywords, named } = this.#arguments(e);
    const attribute: Call = { ...call, keywords };
    const node = new Node(`aten::${name}`, [...(where.self ? [where.self] : []), ...positional, ...named], {
      call: attribute,
    });
    this.block.append(node);
    const returns = ops[0] ? parseSchema(ops[0].schemaText).returns : 'Tensor';
    return node.add(inPlace ? 'Tensor' : returns === 'any' ? 'Any' : returns);
  }
}
const listType = (items: readonly Value[]): string => {
  const types = new Set(items.map((v) => (typeof v.of === 'string' ? v.of : 'Tensor')));
  const [only] = types;
  return `${types.size === 1 ? only : 'Any'}[]`;
};
/** What a kind of syntax is called. */
export const describe = (type: string): string => {
  const words = type
    .replace(/(Expression|Statement|Declaration)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const what = /Statement$/.test(type) ? 'statements' : /Declaration$/.test(type) ? 'declarations' : 'expressions';
  return `${words} ${what} are`;
};
