// A graph as Python to read, in the way TorchScript shows its own. It is for people: what is saved and run is the graph.
import { DType } from '../dtype.ts';
import { Tensor } from '../tensor.ts';
import { constantOf, hasEffect, isPure } from './effects.ts';
import { operatorOf, paramsOf } from './interpreter.ts';
import { type Block, type Constant, type Graph, type Node, usesIn, type Value } from './ir.ts';
import { floatText, scalarTypes } from './print.ts';

const lineMax = 72;
const infix: Readonly<Record<string, string>> = {
  'prim::add': '+',
  'prim::sub': '-',
  'prim::mul': '*',
  'prim::div': '/',
  'prim::mod': '%',
  'prim::pow': '**',
  'prim::lt': '<',
  'prim::le': '<=',
  'prim::gt': '>',
  'prim::ge': '>=',
  'prim::eq': '==',
  'prim::ne': '!=',
};
const pythonType = (v: Value): string => {
  if (typeof v.of !== 'string') return 'Tensor';
  const list = /^(\w+)\[\]$/.exec(v.of);
  if (list) return `List[${list[1]}]`;
  return v.of.startsWith('(') ? `Tuple[${v.of.slice(1, -1)}]` : v.of;
};

class Writer {
  readonly lines: string[] = [];
  readonly #texts = new Map<Value, string>();
  readonly #uses: ReadonlyMap<Value, number>;
  readonly #taken = new Set<string>();
  readonly #constants: Tensor[] = [];
  #next = 0;
  constructor(graph: Graph) {
    this.#uses = usesIn(graph);
  }
  name(v: Value, text = v.hint): string {
    const plain = text === null ? null : /^\d/.test(text) ? `_${text}` : text.replaceAll('.', '_');
    let name = plain ?? `_${this.#next++}`;
    for (let n = 0; this.#taken.has(name); n++) name = `${plain ?? '_'}${plain === null ? this.#next++ : n}`;
    this.#taken.add(name);
    this.#texts.set(v, name);
    return name;
  }
  text(v: Value): string {
    return this.#texts.get(v) ?? this.name(v);
  }
  #constant(value: Constant): string {
    if (value instanceof Tensor) {
      let at = this.#constants.indexOf(value);
      if (at < 0) at = this.#constants.push(value) - 1;
      return `CONSTANTS.c${at}`;
    }
    if (value instanceof DType) return String(scalarTypes[value.name]);
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
    return 'None';
  }

  block(block: Block, indent: string): void {
    for (const node of block.list) this.#node(node, block, indent);
  }
  results(values: readonly Value[]): string {
    return values.map((v) => this.text(v)).join(', ');
  }

  #node(node: Node, block: Block, indent: string): void {
    if (node.op === 'prim::If') return this.#if(node, indent);
    if (node.op === 'prim::Loop') return this.#loop(node, indent);
    const text = this.#expression(node);
    const [out] = node.outs;
    if (!out || node.outs.length > 1) {
      const names = node.outs.map((v) => this.name(v)).join(', ');
      this.lines.push(`${indent}${names === '' ? '' : `${names}${node.op.endsWith('Unpack') ? ',' : ''} = `}${text}`);
      return;
    }
    const uses = this.#uses.get(out) ?? 0;
    const here = this.#isNext(node, out, block);
    const always = node.op === 'prim::Constant';
    if (always || (uses === 1 && here && out.hint === null && isPure(node) && text.length <= lineMax))
      this.#texts.set(out, text);
    else if (node.op === 'prim::GetAttr' && !String(out.of).startsWith('__torch__') && uses > 0)
      this.#texts.set(out, text);
    else this.lines.push(`${indent}${this.name(out)} = ${text}`);
  }
  /** Whether it is used in this block, with nothing before that use which it must not be moved behind. */
  #isNext(node: Node, out: Value, block: Block): boolean {
    const after = block.list.slice(block.list.indexOf(node) + 1);
    const at = after.findIndex((n) => n.ins.includes(out));
    if (at < 0 && !block.results.includes(out)) return false;
    return !after.slice(0, at < 0 ? after.length : at).some(hasEffect);
  }
  #if(node: Node, indent: string): void {
    const names = node.outs.map((v) => this.name(v));
    this.lines.push(`${indent}if ${this.results(node.ins)}:`);
    node.blocks.forEach((block, i) => {
      if (i === 1) this.lines.push(`${indent}else:`);
      const before = this.lines.length;
      this.block(block, `${indent}  `);
      if (names.length > 0) this.lines.push(`${indent}  ${names.join(', ')} = ${this.results(block.results)}`);
      if (this.lines.length === before) this.lines.push(`${indent}  pass`);
    });
  }
  #loop(node: Node, indent: string): void {
    const [body] = node.blocks;
    const [trips, first, ...start] = node.ins;
    if (!body || !trips || !first) return;
    const [index, ...carried] = body.params;
    const names = node.outs.map((v) => this.name(v));
    if (names.length > 0) this.lines.push(`${indent}${names.join(', ')} = ${this.results(start)}`);
    carried.forEach((p, i) => this.#texts.set(p, names[i] ?? ''));
    const [condition, ...next] = body.results;
    const counted = condition && constantOf(condition) === true;
    if (counted)
      this.lines.push(
        `${indent}for ${index ? this.name(index, index.hint ?? 'i') : '_'} in range(${this.text(trips)}):`,
      );
    else {
      const flag = this.name(first, 'go');
      this.lines.push(`${indent}${flag} = ${this.text(first)}`, `${indent}while ${flag}:`);
    }
    const before = this.lines.length;
    this.block(body, `${indent}  `);
    const targets = counted ? names : [...names, 'go'];
    const values = counted ? next : [...next, ...(condition ? [condition] : [])];
    if (targets.length > 0) this.lines.push(`${indent}  ${targets.join(', ')} = ${this.results(values)}`);
    if (this.lines.length === before) this.lines.push(`${indent}  pass`);
  }
  #expression(node: Node): string {
    const ins = node.ins.map((v) => this.text(v));
    const { name = '', value = null, subgraph } = node.attributes;
    const sign = infix[node.op];
    if (sign !== undefined) return `(${ins[0]} ${sign} ${ins[1]})`;
    switch (node.op) {
      case 'prim::Constant':
        return this.#constant(value);
      case 'prim::GetAttr':
        return /^\d/.test(name) ? `getattr(${ins[0]}, "${name}")` : `${ins[0]}.${name}`;
      case 'prim::CallMethod':
        return `(${ins[0]}).${name}(${ins
          .slice(1)
          .map((x) => `${x}, `)
          .join('')})`;
      case 'prim::ListConstruct':
        return `[${ins.join(', ')}]`;
      case 'prim::TupleConstruct':
        return `(${ins.join(', ')}${ins.length === 1 ? ',' : ''})`;
      case 'prim::DictConstruct':
        return `{${ins.flatMap((x, i) => (i % 2 === 0 ? [`${x}: ${ins[i + 1]}`] : [])).join(', ')}}`;
      case 'prim::TupleUnpack':
      case 'prim::ListUnpack':
        return String(ins[0]);
      case 'prim::getitem':
        return `${ins[0]}[${ins[1]}]`;
      case 'prim::len':
        return `torch.len(${ins[0]})`;
      case 'prim::shape':
        return `torch.size(${ins[0]})`;
      case 'prim::neg':
        return `(-${ins[0]})`;
      case 'prim::not':
        return `torch.__not__(${ins[0]})`;
      case 'prim::is_none':
        return `(${ins[0]} is None)`;
      case 'prim::FusionGroup':
        return `ops.prim.FusionGroup_${subgraph?.list.length}(${ins.join(', ')})`;
    }
    const plain = node.op.slice(node.op.indexOf('::') + 2);
    return `${node.op.startsWith('aten::') ? 'torch' : 'ops.prim'}.${plain}(${this.#arguments(node, ins).join(', ')})`;
  }
  #arguments(node: Node, ins: readonly string[]): readonly string[] {
    const { call } = node.attributes;
    if (call?.by === 'name') {
      const positional = ins.length - call.keywords.length;
      return ins.map((x, i) => (i < positional ? x : `${call.keywords[i - positional]}=${x}`));
    }
    const op = call ? operatorOf(call.schema) : null;
    if (!op) return ins;
    const params = paramsOf(op);
    let count = ins.length;
    const isDefault = (i: number): boolean => {
      const v = node.ins[i];
      const constant = v && constantOf(v);
      const fallback = params[i]?.fallback;
      return params[i]?.required === false && constant !== undefined && constant === fallback;
    };
    while (count > 0 && isDefault(count - 1) && !params[count - 1]?.keywordOnly) count--;
    return ins.flatMap((x, i) => {
      const p = params[i];
      if (p?.keywordOnly) return isDefault(i) ? [] : [`${p.name}=${x}`];
      return i < count || (params.slice(i).every((q) => q.keywordOnly) && !isDefault(i)) ? [x] : [];
    });
  }
}

/** The source of a method or function. */
export function codeText(graph: Graph, name: string): string {
  const writer = new Writer(graph);
  const [self, ...rest] = graph.params;
  const params = graph.ofModule ? rest : graph.params;
  if (graph.ofModule && self) writer.name(self, 'self');
  const typed = params.map((p) => `${writer.name(p)}: ${pythonType(p)}`);
  const head = [...(graph.ofModule ? ['self'] : []), ...typed].join(',\n    ');
  const [only] = graph.results;
  const returns =
    graph.results.length === 0
      ? 'NoneType'
      : graph.results.length === 1 && only
        ? pythonType(only)
        : `Tuple[${graph.results.map(pythonType).join(', ')}]`;
  writer.block(graph, '  ');
  const results = writer.results(graph.results);
  return `def ${name}(${head}) -> ${returns}:\n${writer.lines.map((l) => `${l}\n`).join('')}  return ${results}\n`;
}
