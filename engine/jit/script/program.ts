// torch.jit.script: functions and methods to graphs, control flow included. The subset of TypeScript is stated at `script`.
import type { Pattern } from 'acorn';
import { RuntimeError } from '../../device/device.ts';
import type { Module } from '../../nn/module.ts';
import { Graph } from '../ir.ts';
import { className } from '../outline.ts';
import type { ScriptModule } from '../script-module.ts';
import type { Bound, Context } from './expressions.ts';
import { layerSource } from './layers.ts';
import { type Source, sourceOf, unsupported } from './source.ts';
import { StatementCompiler } from './statements.ts';

/** One call of torch.jit.script: methods of a tree of modules, each compiled once. */
export class Program {
  readonly #shells: Map<Module, ScriptModule>;
  readonly #globals: Readonly<Record<string, unknown>>;
  readonly #busy = new Set<unknown>();
  constructor(shells: Map<Module, ScriptModule>, globals: Readonly<Record<string, unknown>>) {
    this.#shells = shells;
    this.#globals = globals;
  }
  /** The name under which a module's shell has the method, compiled now if it was not. */
  method(module: Module, name: string): string {
    const shell = this.#shells.get(module);
    if (!shell) throw new RuntimeError(`${module._get_name()} is not part of the module that is scripted`);
    if (shell._methods.has(name)) return name;
    const f: unknown = Reflect.get(module, name);
    const layer = name === 'forward' ? layerSource(module) : undefined;
    if (layer === null)
      throw new RuntimeError(
        `nn.${module._get_name()} cannot be scripted: trace it (torch.jit.trace) and use the result as a submodule`,
      );
    if (typeof f !== 'function') throw new RuntimeError(`${module._get_name()} has no method '${name}'`);
    if (this.#busy.has(f) && layer === undefined)
      throw new RuntimeError(`method '${name}' is called recursively, which cannot be scripted`);
    this.#busy.add(f);
    const source = sourceOf(
      layer ?? Function.prototype.toString.call(f),
      layer === undefined ? name : `${module._get_name()}.${name}`,
    );
    const graph = new Graph(true);
    const value = graph.param(className(shell), 'self');
    compileInto(graph, source, { owner: { module, value }, globals: this.#globals, program: this });
    this.#busy.delete(f);
    shell._methods.set(name, graph);
    return name;
  }
  function(f: object, name: string): Graph {
    if (this.#busy.has(f)) throw new RuntimeError(`'${name}' is called recursively, which cannot be scripted`);
    this.#busy.add(f);
    const graph = new Graph();
    compileInto(graph, sourceOf(Function.prototype.toString.call(f), name), {
      owner: null,
      globals: this.#globals,
      program: this,
    });
    this.#busy.delete(f);
    return graph;
  }
}

function compileInto(graph: Graph, source: Source, context: Context): void {
  const scope = new Map<string, Bound>();
  const compiler = new StatementCompiler(source, context, graph, scope);
  const { tree } = source;
  if (tree.async || tree.generator) throw unsupported(source, tree, 'async functions and generators are not supported');
  source.params.forEach((p, i) => {
    const fallback = p.type === 'AssignmentPattern' ? p.right : null;
    const target: Pattern = p.type === 'AssignmentPattern' ? p.left : p;
    const hint = target.type === 'Identifier' ? target.name.replaceAll('$', '_') : `argument_${i + 1}`;
    const value = graph.param(fallback ? 'Optional[Tensor]' : 'Tensor', hint);
    compiler.bind(target, fallback ? compiler.orElse(value, fallback) : value);
  });
  if (tree.body.type === 'BlockStatement') {
    graph.results = [compiler.statements(tree.body.body) ?? compiler.constant(null)];
  } else graph.results = [compiler.value(tree.body)];
}
