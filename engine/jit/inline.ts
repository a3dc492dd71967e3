import type { Module } from '../nn/module.ts';
import type { Methods } from './interpreter.ts';
import { Block, copyNode, Graph, Node, type Value } from './ir.ts';

/** Where in the module a value of a graph points: '' the module itself, 'layer1.0' a submodule; null for what is no module. */
export function pathOf(value: Value, graph: Graph): string | null {
  if (graph.ofModule && value === graph.params[0]) return '';
  const node = value.maker;
  const [owner] = node?.ins ?? [];
  if (node?.op !== 'prim::GetAttr' || !owner) return null;
  const above = pathOf(owner, graph);
  return above === null ? null : `${above === '' ? '' : `${above}.`}${node.attributes.name}`;
}

/** A graph in which the methods of submodules stand in the places of their calls. */
export function inline(graph: Graph, root: Module): Graph {
  const result = new Graph(graph.ofModule);
  const values = new Map<Value, Value>();
  const asked = new Map<string, Value>();
  for (const p of graph.params) values.set(p, result.param(p.of, p.hint));
  const methodOf = (node: Node): { path: string; method: Graph } | null => {
    const [module] = node.ins;
    const path = module ? pathOf(values.get(module) ?? module, result) : null;
    if (path === null) return null;
    const owner = root.get_submodule(path) as Module & Partial<Methods>;
    const method = owner._methods?.get(node.attributes.name ?? 'forward');
    return method ? { path, method } : null;
  };
  const copy = (from: Block, to: Block, scope: string, depth: number): void => {
    for (const node of from.list) {
      const called = node.op === 'prim::CallMethod' && depth < 100 ? methodOf(node) : null;
      if (called) {
        const { path, method } = called;
        method.params.forEach((p, i) => {
          const given = node.ins[i];
          if (given) values.set(p, values.get(given) ?? given);
        });
        const name = path === '' ? '__module' : `__module.${path}`;
        copy(method, to, scope === '' ? name : `${scope}/${name}`, depth + 1);
        const results = method.results.map((v) => values.get(v) ?? v);
        if (results.length === node.outs.length) node.outs.forEach((v, i) => values.set(v, results[i] ?? v));
        else if (node.outs[0]) {
          const tuple = to.append(new Node('prim::TupleConstruct', results));
          values.set(node.outs[0], tuple.add(node.outs[0].of));
        }
        continue;
      }
      if (node.op === 'prim::GetAttr' && to === result) {
        // one look at each attribute
        const [owner] = node.ins;
        const key = `${owner ? (values.get(owner) ?? owner).unique : ''}.${node.attributes.name}`;
        const known = asked.get(key);
        if (known) {
          values.set(node.out, known);
          continue;
        }
        const made = to.append(copyNode(node, values));
        asked.set(key, made.out);
        continue;
      }
      if (node.blocks.length === 0) {
        const made = to.append(copyNode(node, values));
        made.scope = scope;
        continue;
      }
      const made = to.append(
        new Node(
          node.op,
          node.ins.map((v) => values.get(v) ?? v),
          node.attributes,
        ),
      );
      made.scope = scope;
      for (const inner of node.blocks) {
        const block = new Block();
        for (const p of inner.params) values.set(p, block.param(p.of, p.hint));
        copy(inner, block, scope, depth);
        block.results = inner.results.map((v) => values.get(v) ?? v);
        made.blocks.push(block);
      }
      for (const out of node.outs) values.set(out, made.add(out.of, out.hint));
    }
  };
  copy(graph, result, '', 0);
  result.results = graph.results.map((v) => values.get(v) ?? v);
  return result;
}
