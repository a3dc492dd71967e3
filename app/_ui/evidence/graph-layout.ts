// Where the nodes of an autograd graph stand in a picture: the result on top, each node below all that it comes from, edges bent around
// the rows they cross. Pure, so that one graph has a wide and a narrow picture.
import type { Graph } from '#sandbox/result.ts';
import { cutName } from './cut-name.ts';

export interface PlacedNode {
  readonly key: number;
  /** Of its box: the middle, and the top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
  readonly shape: string;
  readonly isLeaf: boolean;
  /** Whether it stands for what cut the history, its label says what. */
  readonly isCut: boolean;
  /** Inputs that want no gradient. */
  readonly stops: number;
}
export interface PlacedEdge {
  readonly key: string;
  readonly path: string;
  /** Whether it leads to a cut: no gradient goes there. */
  readonly isCut: boolean;
}
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const boxHeight = 36;
const rowHeight = 66;
const gap = 14;
const margin = 8;
/** Of a character at 12 pixels. */
const characterWidth = 7.25;
const bendWidth = 6;
const sweeps = 8;

/** A box, or a place where an edge crosses a row. */
interface Item {
  readonly node: number | null;
  readonly width: number;
  x: number;
  readonly above: Item[];
  readonly below: Item[];
}

/** `MulBackward0` as people say it. */
const spoken = (name: string): string => name.replace(/Backward\d*$/, '');

interface Box {
  readonly label: string;
  readonly shape: string;
  readonly kind: 'operation' | 'leaf' | 'cut';
  readonly inputs: (number | null)[];
}

/** The nodes, and one box more for each place where the history was cut. */
function boxesOf(nodes: Graph['nodes'], isNarrow: boolean): Box[] {
  const boxes = nodes.map(({ name, leaf, shape, inputs }): Box => {
    const label = leaf ?? (isNarrow ? spoken(name) : name);
    const kind = inputs.length === 0 ? 'leaf' : 'operation';
    return { label, shape: `[${shape.join(', ')}]`, kind, inputs: [...inputs] };
  });
  for (const [at, { cuts }] of nodes.entries())
    for (const [i, cut] of cuts.entries()) {
      const inputs = boxes[at]?.inputs;
      if (cut === null || !inputs || inputs[i] !== null) continue;
      inputs[i] = boxes.length;
      boxes.push({ label: cutName[cut], shape: '', kind: 'cut', inputs: [] });
    }
  return boxes;
}

export function layoutGraph(graph: Graph, isNarrow: boolean): GraphLayout {
  const nodes = boxesOf(graph.nodes, isNarrow);
  const ranks = ranksOf(nodes.map(({ inputs }) => inputs));
  const rows: Item[][] = Array.from({ length: Math.max(0, ...ranks) + 1 }, () => []);
  const items = nodes.map(({ label, shape }, at): Item => {
    const width = Math.max(44, Math.max(label.length, shape.length) * characterWidth + 18);
    const item = { node: at, width, x: 0, above: [], below: [] };
    rows[ranks[at] ?? 0]?.push(item);
    return item;
  });
  const chains: { readonly key: string; readonly chain: Item[]; readonly isCut: boolean }[] = [];
  for (const [from, { inputs }] of nodes.entries())
    for (const [i, to] of inputs.entries()) {
      const [start, end] = [items[from], to === null ? undefined : items[to]];
      if (!start || !end || to === null) continue;
      const chain = [start];
      for (let rank = (ranks[from] ?? 0) + 1; rank < (ranks[to] ?? 0); rank++) {
        const bend: Item = { node: null, width: bendWidth, x: 0, above: [], below: [] };
        rows[rank]?.push(bend);
        chain.push(bend);
      }
      chain.push(end);
      for (const [at, item] of chain.entries()) {
        const next = chain[at + 1];
        if (!next) break;
        item.below.push(next);
        next.above.push(item);
      }
      chains.push({ key: `${from}.${i}`, chain, isCut: nodes[to]?.kind === 'cut' });
    }
  for (const row of rows) spread(row, (_, at) => at);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const row of rows) order(row, 'above');
    for (const row of [...rows].reverse()) order(row, 'below');
  }
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) align(row, sweep % 2 === 0 ? 'above' : 'below');

  const left = Math.min(...rows.flat().map(({ x, width }) => x - width / 2)) - margin;
  const right = Math.max(...rows.flat().map(({ x, width }) => x + width / 2)) + margin;
  const top = (item: Item) => margin + rows.findIndex((row) => row.includes(item)) * rowHeight;
  return {
    width: Math.max(0, right - left),
    height: margin * 2 + (rows.length - 1) * rowHeight + boxHeight,
    nodes: items.map((item, at) => ({
      key: at,
      x: item.x - left,
      y: top(item),
      width: item.width,
      label: nodes[at]?.label ?? '',
      shape: nodes[at]?.shape ?? '',
      isLeaf: nodes[at]?.kind === 'leaf',
      isCut: nodes[at]?.kind === 'cut',
      stops: nodes[at]?.inputs.filter((input) => input === null).length ?? 0,
    })),
    edges: chains.map(({ key, chain, isCut }) => ({ key, isCut, path: pathThrough(chain, left, top) })),
  };
}

/** The longest way from the first node. */
function ranksOf(inputs: readonly (readonly (number | null)[])[]): number[] {
  const ranks = inputs.map(() => 0);
  const visit = (at: number, rank: number): void => {
    if (rank < (ranks[at] ?? 0) || rank > inputs.length) return;
    ranks[at] = rank;
    for (const to of inputs[at] ?? []) if (to !== null && (ranks[to] ?? 0) < rank + 1) visit(to, rank + 1);
  };
  if (inputs.length > 0) visit(0, 0);
  return ranks;
}

const mean = (items: readonly Item[], otherwise: number): number =>
  items.length === 0 ? otherwise : items.reduce((sum, { x }) => sum + x, 0) / items.length;

/** Side by side in the order that `place` gives, as close as may be. */
function spread(row: Item[], place: (item: Item, at: number) => number): void {
  const places = new Map(row.map((item, at) => [item, place(item, at)]));
  row.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  let right = 0;
  for (const item of row) {
    item.x = right + item.width / 2;
    right += item.width + gap;
  }
  for (const item of row) item.x -= (right - gap) / 2;
}
const order = (row: Item[], side: 'above' | 'below'): void => spread(row, (item) => mean(item[side], item.x));

/** Each below the middle of what it belongs to, as far as its neighbours let it. */
function align(row: Item[], side: 'above' | 'below'): void {
  const wanted = row.map((item) => mean(item[side], item.x));
  const apart = (a: Item, b: Item) => (a.width + b.width) / 2 + gap;
  const fromLeft = [...wanted];
  const fromRight = [...wanted];
  for (let at = 1; at < row.length; at++) {
    const [before, item] = [row[at - 1], row[at]];
    if (before && item) fromLeft[at] = Math.max(wanted[at] ?? 0, (fromLeft[at - 1] ?? 0) + apart(before, item));
  }
  for (let at = row.length - 2; at >= 0; at--) {
    const [item, after] = [row[at], row[at + 1]];
    if (item && after) fromRight[at] = Math.min(wanted[at] ?? 0, (fromRight[at + 1] ?? 0) - apart(item, after));
  }
  // Both keep the distances, so their middle does.
  for (const [at, item] of row.entries()) item.x = ((fromLeft[at] ?? 0) + (fromRight[at] ?? 0)) / 2;
}

function pathThrough(chain: readonly Item[], left: number, top: (item: Item) => number): string {
  const number = (value: number) => value.toFixed(1);
  let path = '';
  for (const [at, item] of chain.entries()) {
    const x = item.x - left;
    const y = top(item);
    const before = chain[at - 1];
    if (!before) {
      path = `M${number(x)} ${number(y + boxHeight)}`;
      continue;
    }
    const startX = before.x - left;
    const startY = top(before) + boxHeight;
    const middle = (startY + y) / 2;
    path += `C${number(startX)} ${number(middle)} ${number(x)} ${number(middle)} ${number(x)} ${number(y)}`;
    if (item.node === null) path += `V${number(y + boxHeight)}`;
  }
  return path;
}
