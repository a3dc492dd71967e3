// A traced model as TensorFlow's GraphDef, which TensorBoard draws: graph.proto, node_def.proto, attr_value.proto and
// tensor_shape.proto. Nodes are named by the modules they belong to, `Net/Linear[fc1]/3`, so that TensorBoard nests them.
import { RuntimeError } from '../device/device.ts';
import type { Graph, Node, Value } from '../jit/ir.ts';
import { attributesText, Names } from '../jit/print.ts';
import { ScriptFunction, ScriptModule } from '../jit/script-module.ts';
import { trace } from '../jit/trace.ts';
import { Module } from '../nn/module.ts';
import { Message } from './protobuf.ts';

const producer = 22; // the version that PyTorch states

/** The bytes of the GraphDef of a model that is run on the input in evaluation mode. */
export function graphDefOf(
  model: Module | ScriptFunction,
  input: unknown,
  strict: boolean,
  verbose: boolean,
): Uint8Array {
  const training = model instanceof Module && model.training;
  if (model instanceof Module) model.eval();
  try {
    const traced =
      model instanceof Module && !(model instanceof ScriptModule) ? trace(model, input, { strict }) : model;
    if (!(traced instanceof ScriptModule || traced instanceof ScriptFunction))
      throw new RuntimeError('add_graph takes a module, or what torch.jit.trace or torch.jit.script gave');
    const graph = traced.inlined_graph;
    if (verbose) globalThis.console?.log(String(graph));
    return encode(graph, traced);
  } finally {
    if (training) model.train();
  }
}

function encode(graph: Graph, model: ScriptModule | ScriptFunction): Uint8Array {
  const root = model instanceof ScriptModule ? model.original_name : model.qualified_name;
  const names = new Names();
  const scoped = new Map<Value, string>();
  const titles = new Map<string, string>();
  if (model instanceof ScriptModule)
    for (const [path, module] of model.named_modules())
      if (path !== '') titles.set(`__module.${path}`, `${module._get_name()}[${path.split('.').at(-1)}]`);
  const titleOf = (scope: string): string =>
    [
      root,
      ...(scope === '' ? [] : scope.split('/').map((part) => titles.get(part) ?? part.split('.').at(-1) ?? part)),
    ].join('/');
  const scopeOf = (node: Node): string => {
    if (node.op !== 'prim::GetAttr') return node.scope;
    const parts: string[] = [];
    for (let at: Node | null = node; at?.op === 'prim::GetAttr'; at = at.ins[0]?.maker ?? null)
      parts.unshift(at.attributes.name ?? '');
    return parts.map((_, i) => `__module.${parts.slice(0, i + 1).join('.')}`).join('/');
  };
  const isModule = (v: Value): boolean => typeof v.of === 'string' && v.of.startsWith('__torch__');
  const inputs = graph.params.filter((p) => !isModule(p));
  for (const p of graph.params) scoped.set(p, `input/${names.of(p)}`);
  const nodes = [...graph.everyNode()];
  for (const node of nodes) for (const v of node.outs) scoped.set(v, `${titleOf(scopeOf(node))}/${names.of(v)}`);
  const nameOf = (v: Value): string => scoped.get(v) ?? `${root}/${names.of(v)}`;

  const message = new Message();
  const write = (name: string, op: string, from: readonly Value[], v: Value, attributes: string): void => {
    const one = new Message().text(1, name).text(2, op);
    for (const source of from) if (!isModule(source)) one.text(3, nameOf(source), true);
    if (typeof v.of !== 'string') {
      const shape = new Message();
      for (const size of v.of.shape) shape.message(2, new Message().int(1, size));
      one.message(5, entry('_output_shapes', new Message().message(1, new Message().message(7, shape))));
    }
    message.message(1, one.message(5, entry('attr', new Message().text(2, attributes, true))));
  };
  for (const v of inputs) write(nameOf(v), 'IO Node', [], v, '');
  graph.results.forEach((v, i) => write(`output/output.${i + 1}`, 'IO Node', [v], v, ''));
  for (const node of nodes)
    for (const v of node.outs) {
      if (isModule(v)) continue;
      // of a branch or loop, what its blocks give is an input too
      const inner = node.blocks.flatMap((b) => b.results);
      write(nameOf(v), node.op, [...node.ins, ...inner], v, attributesText(node).replace(/^\[(.*)\]$/, '{$1}') || '{}');
    }
  return message.message(4, new Message().int(1, producer)).finish();
}
const entry = (key: string, value: Message): Message => new Message().text(1, key).message(2, value);
