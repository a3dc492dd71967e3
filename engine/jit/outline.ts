// From what was recorded to methods: each call of a submodule becomes a graph of its own, which gets as inputs what it used
// from outside and gives back what was used after it.
import type { Module } from '../nn/module.ts';
import { copyNode, Graph, Node, type Value } from './ir.ts';
import type { ScriptModule } from './script-module.ts';
import { Frame, type Recording } from './tracer.ts';

class Content {
  readonly defined = new Set<Value>();
  readonly uses = new Map<Value, number>();
}
const under = (path: string, above: string): boolean => above === '' || path.startsWith(`${above}.`);

export const className = (module: Module): string => `__torch__.${module._get_name()}`;

/** Makes the method (`forward`, `forward1` for a second call, …) of the root, and those of the submodules it calls. */
export function outline(recording: Recording, root: ScriptModule | null, name = 'forward'): Graph {
  const contents = new Map<Frame, Content>();
  const look = (frame: Frame): Content => {
    const content = new Content();
    const use = (v: Value, n = 1): void => void content.uses.set(v, (content.uses.get(v) ?? 0) + n);
    for (const item of frame.items) {
      if (item instanceof Frame) {
        const inner = look(item);
        for (const v of inner.defined) content.defined.add(v);
        for (const [v, n] of inner.uses) use(v, n);
      } else {
        for (const v of item.ins) use(v);
        for (const v of item.outs) content.defined.add(v);
      }
    }
    contents.set(frame, content);
    return content;
  };
  const whole = look(recording.root);
  for (const v of recording.outputs) whole.uses.set(v, (whole.uses.get(v) ?? 0) + 1);

  const emit = (frame: Frame, graph: Graph, path: string, values: Map<Value, Value>): void => {
    const modules = new Map<string, Value>();
    const moduleAt = (target: string): Value => {
      const [self] = graph.params;
      if (!self) throw new Error('a function has no modules');
      if (target === path) return self;
      const known = modules.get(target);
      if (known) return known;
      const dot = target.lastIndexOf('.');
      const owner = moduleAt(dot < path.length ? path : target.slice(0, dot));
      const node = graph.append(new Node('prim::GetAttr', [owner], { name: target.slice(dot + 1) }));
      const value = node.add(root ? className(root.get_submodule(target)) : 'Any', target.slice(dot + 1));
      modules.set(target, value);
      return value;
    };
    const valueFor = (v: Value): Value => {
      const known = values.get(v);
      if (known) return known;
      const attribute = recording.attributes.get(v);
      if (attribute === undefined) throw new Error('a value is used before it is made');
      const dot = attribute.lastIndexOf('.');
      const owner = moduleAt(dot < 0 ? '' : attribute.slice(0, dot));
      const node = graph.append(new Node('prim::GetAttr', [owner], { name: attribute.slice(dot + 1) }));
      const value = node.add('Tensor', v.hint);
      values.set(v, value);
      return value;
    };
    for (const item of frame.items) {
      if (item instanceof Node) {
        for (const v of item.ins) valueFor(v);
        const copy = graph.append(copyNode(item, values));
        if (!root) copy.scope = '';
        continue;
      }
      const content = contents.get(item);
      if (!content || content.defined.size + content.uses.size === 0) continue; // it gave on what it was given
      if (item.path === null || !under(item.path, path) || !root) {
        // Called through something that is not the module it belongs to: its operators stand here.
        emitInto(item);
        continue;
      }
      const target = item.path;
      const owner = root.get_submodule(target) as ScriptModule;
      const inputs = [...content.uses.keys()].filter((v) => {
        const attribute = recording.attributes.get(v);
        return !content.defined.has(v) && (attribute === undefined || !under(attribute, target));
      });
      const outputs = [...content.defined].filter((v) => (whole.uses.get(v) ?? 0) > (content.uses.get(v) ?? 0));
      const method = new Graph(true);
      method.param(className(owner), 'self');
      const inside = new Map<Value, Value>();
      for (const v of inputs) inside.set(v, method.param(v.of, v.hint ?? 'input'));
      emit(item, method, target, inside);
      method.results = outputs.map((v) => inside.get(v) ?? v);
      const { _methods: methods } = owner;
      let called = 'forward';
      for (let n = 1; methods.has(called); n++) called = `forward${n}`;
      methods.set(called, method);
      const module = moduleAt(target);
      const call = graph.append(new Node('prim::CallMethod', [module, ...inputs.map(valueFor)], { name: called }));
      for (const v of outputs) values.set(v, call.add(v.of));
    }
    function emitInto(inner: Frame): void {
      emit(inner, graph, path, values);
    }
  };
  const graph = new Graph(root !== null);
  const values = new Map<Value, Value>();
  if (root) graph.param(className(root), 'self');
  for (const input of recording.inputs) values.set(input, graph.param(input.of, input.hint));
  emit(recording.root, graph, '', values);
  graph.results = recording.outputs.map((v) => {
    const known = values.get(v);
    if (known) return known;
    // a parameter is returned as it is
    const attribute = recording.attributes.get(v) ?? '';
    let owner = graph.params[0] ?? v;
    const parts = attribute.split('.');
    for (const [i, part] of parts.entries()) {
      const node = graph.append(new Node('prim::GetAttr', [owner], { name: part }));
      owner = node.add(i === parts.length - 1 ? 'Tensor' : 'Any', part);
    }
    return owner;
  });
  root?._methods.set(name, graph);
  return graph;
}
