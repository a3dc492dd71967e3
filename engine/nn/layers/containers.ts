import { IndexError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { typename } from '../arguments.ts';
import { indented, KeyError, Module } from '../module.ts';
import { Parameter } from '../parameter.ts';
import { isKeywords } from '../../schema.ts';

/** What a chain of modules returns: what its last one does. */
const run = (module: Module, input: unknown): unknown => (module as (x: unknown) => unknown)(input);

function place(index: number, length: number): number {
  if (!Number.isInteger(index) || index >= length || index < -length)
    throw new IndexError(`index ${index} is out of range`);
  return index < 0 ? index + length : index;
}

/** Modules in order, by position or name; positions of a list renumber when one is taken out. */
abstract class Ordered<M extends Module> extends Module {
  /** @internal */
  _list(): M[] {
    return [...this._own_modules()].map(([, m]) => m as M);
  }
  /** @internal */
  _replace(modules: readonly M[]): void {
    for (const [name] of [...this._own_modules()]) this._remove_module(name);
    modules.forEach((m, i) => this.add_module(String(i), m));
  }
  /** How many modules there are. */
  override get length(): number {
    return this._list().length;
  }
  /** The module at a position; negative ones count from the end. */
  at(index: number): M {
    const list = this._list();
    return list[place(index, list.length)] as M;
  }
  [Symbol.iterator](): IterableIterator<M> {
    return this._list()[Symbol.iterator]();
  }
  /** Puts another module at a position. */
  set_at(index: number, module: M): void {
    const names = [...this._own_modules()].map(([name]) => name);
    Reflect.set(this, names[place(index, names.length)] ?? '', module);
  }
  /** Adds a module at the end. */
  append(module: M): this {
    this.add_module(String(this._list().length), module);
    return this;
  }
  /** Adds several at the end. */
  extend(modules: Iterable<M>): this {
    for (const module of modules) this.append(module);
    return this;
  }
  /** Puts a module before a position. */
  insert(index: number, module: M): this {
    const list = this._list();
    list.splice(index, 0, module);
    this._replace(list);
    return this;
  }
  /** Takes a module out and returns it. */
  pop(index = -1): M {
    const list = this._list();
    const [taken] = list.splice(place(index, list.length), 1);
    this._replace(list);
    return taken as M;
  }
}

/**
 * Runs modules one after the other, each on the result of the one before. Takes them as arguments, or a plain object of
 * named ones: `new nn.Sequential({ fc: new nn.Linear(4, 2), act: new nn.ReLU() })`.
 */
export class Sequential extends Ordered<Module> {
  constructor(...modules: readonly Module[]);
  constructor(modules: Readonly<Record<string, Module>>);
  constructor(...args: readonly unknown[]) {
    super();
    const [first] = args;
    if (args.length === 1 && isKeywords(first))
      for (const [name, module] of Object.entries(first)) this.add_module(name, module as Module);
    else if (args.length === 1 && Array.isArray(first))
      throw new TypeError('Sequential takes modules as arguments, not a list: new nn.Sequential(...layers)');
    else args.forEach((module, i) => this.add_module(String(i), module as Module));
  }
  // biome-ignore lint/suspicious/noExplicitAny: what the last module returns is known to the caller alone
  forward(input: Tensor, ...more: unknown[]): any {
    void more;
    let value: unknown = input;
    for (const name of this._own_names()) {
      const module: unknown = Reflect.get(this, name);
      if (module instanceof Module) value = run(module, value);
    }
    return value;
  }
  /** The modules from one position to before another, under their names, sharing their parameters. */
  slice(start?: number, end?: number): Sequential {
    const part = new Sequential();
    for (const [name, module] of [...this._own_modules()].slice(start, end)) part.add_module(name, module);
    return part;
  }
}

/** Modules in a list: registered, but called by your own forward. */
export class ModuleList<M extends Module = Module> extends Ordered<M> {
  constructor(modules: Iterable<M> = []) {
    super();
    this.extend(modules);
  }
  /** The modules from one position to before another. */
  slice(start?: number, end?: number): ModuleList<M> {
    return new ModuleList(this._list().slice(start, end));
  }
  /** Modules that print alike and follow each other are folded into one line: `(0-2): 3 x Linear(…)`. */
  override _child_lines(): string[] {
    const folded: { text: string; first: number; last: number }[] = [];
    this._list().forEach((m, i) => {
      const text = m.toString();
      const before = folded.at(-1);
      if (before?.text === text) before.last = i;
      else folded.push({ text, first: i, last: i });
    });
    return folded.map(({ text, first, last }) =>
      indented(first === last ? `(${first}): ${text}` : `(${first}-${last}): ${last - first + 1} x ${text}`),
    );
  }
}

/** Modules by name. */
export class ModuleDict<M extends Module = Module> extends Module {
  constructor(modules: Readonly<Record<string, M>> | Iterable<readonly [string, M]> = {}) {
    super();
    this.update(modules);
  }
  override get length(): number {
    return [...this._own_modules()].length;
  }
  /** The module of a name. */
  get(key: string): M {
    for (const [name, module] of this._own_modules()) if (name === key) return module as M;
    throw new KeyError(`'${key}'`);
  }
  /** Adds or replaces a module. */
  set(key: string, module: M): this {
    this.add_module(key, module);
    return this;
  }
  /** Whether there is a module of that name. */
  has(key: string): boolean {
    return this.keys().includes(key);
  }
  keys(): string[] {
    return [...this._own_modules()].map(([name]) => name);
  }
  values(): M[] {
    return [...this._own_modules()].map(([, module]) => module as M);
  }
  items(): [string, M][] {
    return [...this._own_modules()].map(([name, module]) => [name, module as M]);
  }
  [Symbol.iterator](): IterableIterator<string> {
    return this.keys()[Symbol.iterator]();
  }
  /** Adds or replaces several. */
  update(modules: Readonly<Record<string, M>> | Iterable<readonly [string, M]>): void {
    const entries = Symbol.iterator in modules ? (modules as Iterable<readonly [string, M]>) : Object.entries(modules);
    for (const [name, module] of entries) this.add_module(name, module);
  }
  /** Takes a module out and returns it. */
  pop(key: string): M {
    const module = this.get(key);
    this._remove_module(key);
    return module;
  }
  /** Takes all out. */
  clear(): void {
    for (const key of this.keys()) this._remove_module(key);
  }
}

const asParameter = (value: Tensor): Parameter => (value instanceof Parameter ? value : new Parameter(value));
const described = (kind: string, p: Parameter): string =>
  `Parameter containing: [${kind} of size ${p.shape.join('x')}]`;

/** Parameters in a list. */
export class ParameterList extends Module {
  constructor(values: Iterable<Tensor> = []) {
    super();
    this.extend(values);
  }
  override get length(): number {
    return [...this].length;
  }
  /** The parameter at a position; negative ones count from the end. */
  at(index: number): Parameter {
    const list = [...this];
    return list[place(index, list.length)] as Parameter;
  }
  /** Puts another parameter at a position. */
  set_at(index: number, value: Tensor): void {
    Reflect.set(this, String(place(index, this.length)), asParameter(value));
  }
  [Symbol.iterator](): IterableIterator<Parameter> {
    return [...this._own_parameters()].map(([, p]) => p)[Symbol.iterator]();
  }
  /** Adds a parameter (or a tensor, which becomes one) at the end. */
  append(value: Tensor): this {
    this.register_parameter(String(this.length), asParameter(value));
    return this;
  }
  /** Adds several at the end. */
  extend(values: Iterable<Tensor>): this {
    for (const value of values) this.append(value);
    return this;
  }
  /** The parameters from one position to before another. */
  slice(start?: number, end?: number): ParameterList {
    return new ParameterList([...this].slice(start, end));
  }
  override _child_lines(): string[] {
    return [...this].map((p, i) => `  (${i}): ${described(`torch.${p.dtype.name}`, p)}`);
  }
}

/** Parameters by name. */
export class ParameterDict extends Module {
  constructor(parameters: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]> = {}) {
    super();
    this.update(parameters);
  }
  override get length(): number {
    return this.keys().length;
  }
  /** The parameter of a name, or the given value where there is none. */
  get(key: string): Parameter;
  get<D>(key: string, otherwise: D): Parameter | D;
  get(key: string, ...otherwise: unknown[]): unknown {
    for (const [name, p] of this._own_parameters()) if (name === key) return p;
    if (otherwise.length > 0) return otherwise[0];
    throw new KeyError(`'${key}'`);
  }
  /** Adds or replaces a parameter. */
  set(key: string, value: Tensor): this {
    this.register_parameter(key, asParameter(value));
    return this;
  }
  /** The parameter of a name, which is added where there is none. */
  setdefault(key: string, value: Tensor): Parameter {
    if (!this.has(key)) this.set(key, value);
    return this.get(key);
  }
  has(key: string): boolean {
    return this.keys().includes(key);
  }
  keys(): string[] {
    return [...this._own_parameters()].map(([name]) => name);
  }
  values(): Parameter[] {
    return [...this._own_parameters()].map(([, p]) => p);
  }
  items(): [string, Parameter][] {
    return [...this._own_parameters()];
  }
  [Symbol.iterator](): IterableIterator<string> {
    return this.keys()[Symbol.iterator]();
  }
  /** Adds or replaces several. */
  update(parameters: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]>): void {
    const entries =
      Symbol.iterator in parameters
        ? (parameters as Iterable<readonly [string, Tensor]>)
        : Object.entries(parameters as Readonly<Record<string, Tensor>>);
    for (const [name, value] of entries) this.set(name, value);
  }
  /** Takes a parameter out and returns it. */
  pop(key: string): Parameter {
    const taken = this.get(key);
    Reflect.deleteProperty(this, key);
    return taken;
  }
  /** Takes the last parameter out and returns it with its name. */
  popitem(): [string, Parameter] {
    const key = this.keys().at(-1);
    if (key === undefined) throw new KeyError("'popitem(): dictionary is empty'");
    return [key, this.pop(key)];
  }
  /** Takes all out. */
  clear(): void {
    for (const key of this.keys()) Reflect.deleteProperty(this, key);
  }
  /** Another ParameterDict of the same parameters. */
  copy(): ParameterDict {
    return new ParameterDict(this.items());
  }
  override _child_lines(): string[] {
    return this.items().map(([name, p]) => `  (${name}): ${described(typename(p), p)}`);
  }
}
