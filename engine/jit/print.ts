// Graphs as text, in the way TorchScript prints its own.
import { DType, type DTypeName } from '../dtype.ts';
import { Tensor, valuesOf } from '../tensor.ts';
import type { Block, Constant, Graph, Node, Type, Value } from './ir.ts';

const kinds: Record<DTypeName, string> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
  qint8: 'QInt8',
  quint8: 'QUInt8',
  qint32: 'QInt32',
};
/** PyTorch's numbers of dtypes, which is what its graphs hold. */
export const scalarTypes: Record<DTypeName, number> = {
  uint8: 0,
  int8: 1,
  int16: 2,
  int32: 3,
  int64: 4,
  float16: 5,
  float32: 6,
  float64: 7,
  bool: 11,
  qint8: 12,
  quint8: 13,
  qint32: 14,
  bfloat16: 15,
};

export function typeText(type: Type): string {
  if (typeof type === 'string') return type;
  const sizes = type.shape.length === 0 ? '' : `${type.shape.join(', ')}, strides=[${type.strides.join(', ')}], `;
  return `${kinds[type.dtype]}(${sizes}requires_grad=${Number(type.requires_grad)}, device=cpu)`;
}

/** As C++ prints a double in full. */
export function floatText(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
  const digits = Number(x.toPrecision(15)) === x && String(x).length < 12 ? shortest(x) : x.toPrecision(17);
  const text = Number.isInteger(x) && Math.abs(x) < 1e15 ? `${x}.` : digits;
  const size = Math.abs(x);
  return size !== 0 && (size < 1e-4 || size >= 1e17) ? x.toExponential(16).replace(/e([+-])(\d)$/, 'e$10$2') : text;
}
/** PyTorch prints 17 digits: 0.1 is 0.10000000000000001, 0.5 is 0.5. */
const shortest = (x: number): string => {
  const full = x.toPrecision(17);
  return Number.isInteger(x * 2 ** 20) ? full.replace(/0+$/, '') : full;
};

export function constantText(value: Constant): string {
  if (value instanceof Tensor) return tensorText(value);
  if (value instanceof DType) return String(scalarTypes[value.name]);
  if (typeof value === 'boolean') return String(Number(value));
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
  return 'None';
}
function tensorText(t: Tensor): string {
  const values = Array.from(valuesOf(t.detach()).length > 10 ? [] : valuesOf(t.detach()));
  if (t.shape.length === 0) return `{${values.join()}}`;
  if (t.numel() > 10) return '<Tensor>';
  const shown = values.map((v) => String(Number(v.toPrecision(5))).padStart(2)).join(' ');
  return `${shown} [ CPU${kinds[t.dtype.name]}Type{${t.shape.join()}} ]`;
}

/** Names for the values of a graph: hints, made different where two are equal, and numbers for all others. */
export class Names {
  readonly #names = new Map<Value, string>();
  readonly #taken = new Set<string>();
  #next = 1;
  of(value: Value): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    let name = value.hint ?? String(this.#next++);
    if (/^\d/.test(value.hint ?? '')) name = `_${name}`;
    for (let n = 1; this.#taken.has(name); n++) name = `${value.hint ?? ''}.${n}`;
    this.#taken.add(name);
    this.#names.set(value, name);
    return name;
  }
}

export function attributesText({ op, attributes: { value, name, subgraph } }: Node): string {
  if (op === 'prim::Constant') return value === null || value === undefined ? '' : `[value=${constantText(value)}]`;
  if (name !== undefined) return `[name="${name}"]`;
  return subgraph ? `[${subgraph.list.length} operators]` : '';
}

/** A graph as one trace gives it and the next should: without what was seen of tensors. */
export function bareText(graph: Graph): string {
  shapes = false;
  try {
    return graphText(graph);
  } finally {
    shapes = true;
  }
}
let shapes = true;
const shown = (type: Type): string => (shapes || typeof type === 'string' ? typeText(type) : 'Tensor');

function line(node: Node, names: Names): string {
  const left = node.outs.map((v) => `%${names.of(v)} : ${shown(v.of)}`).join(', ');
  const right = `${node.op}${attributesText(node)}(${node.ins.map((v) => `%${names.of(v)}`).join(', ')})`;
  const scope = node.scope === '' || node.op === 'prim::GetAttr' ? '' : `, scope: ${node.scope}`;
  return `${left === '' ? '' : `${left} = `}${right}${scope}`;
}
function lines(block: Block, names: Names, indent: string): string[] {
  return block.list.flatMap((node) => [
    indent + line(node, names),
    ...node.blocks.flatMap((inner, i) => [
      `${indent}  block${i}(${inner.params.map((p) => `%${names.of(p)} : ${shown(p.of)}`).join(', ')}):`,
      ...lines(inner, names, `${indent}    `),
      `${indent}    -> (${inner.results.map((v) => `%${names.of(v)}`).join(', ')})`,
    ]),
  ]);
}

export const nodeText = (node: Node): string => line(node, new Names());

export function graphText(graph: Graph): string {
  const names = new Names();
  const inputs = graph.params.map((p) => `%${names.of(p)} : ${shown(p.of)}`).join(',\n      ');
  const body = lines(graph, names, '  ');
  const results = graph.results.map((v) => `%${names.of(v)}`).join(', ');
  const groups = [...graph.everyNode()].flatMap((n) =>
    n.attributes.subgraph ? [`with ${n.op} = ${graphText(n.attributes.subgraph)}`] : [],
  );
  return [`graph(${inputs}):`, ...body, `  return (${results})`, ''].join('\n') + groups.join('');
}
