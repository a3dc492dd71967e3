import type { Cut, Graph } from '#sandbox/result.ts';

export interface GraphLine {
  readonly key: string;
  readonly depth: number;
  /** Name of the node, or of the leaf. */
  readonly text: string;
  readonly shape: string;
  /** Its inputs stand where the node came first. */
  readonly again: boolean;
  /** An input that no gradient goes to. */
  readonly stops: boolean;
  /** What cut it off from tensors that require a gradient. */
  readonly cut: Cut | null;
}

/** A graph as the lines of an indented list: every node once with its inputs under it, each later mention alone. */
export function graphLines({ nodes }: Graph): GraphLine[] {
  const lines: GraphLine[] = [];
  const shown = new Set<number>();
  const visit = (at: number | null, depth: number, key: string, cut: Cut | null): void => {
    const node = at === null ? undefined : nodes[at];
    if (at === null || !node)
      return void lines.push({ key, depth, text: '', shape: '', again: false, stops: true, cut });
    const again = shown.has(at) && node.inputs.length > 0;
    const text = node.leaf ?? node.name;
    lines.push({ key, depth, text, shape: `[${node.shape.join(', ')}]`, again, stops: false, cut: null });
    if (again) return;
    shown.add(at);
    node.inputs.forEach((input, i) => visit(input, depth + 1, `${key}.${i}`, node.cuts[i] ?? null));
  };
  if (nodes.length > 0) visit(0, 0, '0', null);
  return lines;
}
