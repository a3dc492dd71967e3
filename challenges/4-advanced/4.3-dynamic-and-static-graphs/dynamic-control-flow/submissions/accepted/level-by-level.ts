import torch, { nn, type Tensor } from 'torch';

export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

interface Node {
  readonly height: number;
  readonly children: readonly Node[];
  readonly token: number;
  state: Tensor | null;
}

// Dynamic batching: all nodes of the same height and kind in the whole batch go through their layer together.
export class TreeNet extends nn.Module {
  embed: nn.Embedding;
  unary: nn.Linear;
  binary: nn.Linear;
  settle: nn.Linear;
  head: nn.Linear;
  limit: number;

  constructor(vocab: number, dim: number, classes: number, limit: number) {
    super();
    this.embed = new nn.Embedding(vocab, dim);
    this.unary = new nn.Linear(dim, dim);
    this.binary = new nn.Linear(2 * dim, dim);
    this.settle = new nn.Linear(dim, dim);
    this.head = new nn.Linear(dim, classes);
    this.limit = limit;
  }

  forward(trees: readonly Tree[]): Tensor {
    const all: Node[] = [];
    const plan = (tree: Tree): Node => {
      const children = typeof tree === 'number' ? [] : tree.map(plan);
      const height = 1 + Math.max(-1, ...children.map((child) => child.height));
      const node: Node = { height, children, token: typeof tree === 'number' ? tree : -1, state: null };
      all.push(node);
      return node;
    };
    const roots = trees.map(plan);

    const fill = (nodes: readonly Node[], compute: (nodes: readonly Node[]) => Tensor): void => {
      if (nodes.length === 0) return;
      const states = compute(nodes).unbind(0);
      for (const [i, node] of nodes.entries()) node.state = states[i] ?? null;
    };
    const child = (nodes: readonly Node[], which: number): Tensor =>
      torch.stack(nodes.flatMap(({ children }) => children[which]?.state ?? []));
    const heights = Math.max(...roots.map(({ height }) => height));
    for (let height = 0; height <= heights; height++) {
      const now = all.filter((node) => node.height === height);
      fill(
        now.filter(({ children }) => children.length === 0),
        (nodes) => this.embed(torch.tensor(nodes.map(({ token }) => token))),
      );
      fill(
        now.filter(({ children }) => children.length === 1),
        (nodes) => this.unary(child(nodes, 0)).tanh(),
      );
      fill(
        now.filter(({ children }) => children.length === 2),
        (nodes) => this.binary(torch.cat([child(nodes, 0), child(nodes, 1)], 1)).tanh(),
      );
    }

    let h = torch.stack(roots.flatMap(({ state }) => state ?? []));
    for (let step = 0; step < 10; step++) {
      const restless = h.detach().norm(2, 1).gt(this.limit);
      if (restless.sum().item() === 0) break;
      const at = restless.nonzero().squeeze(1);
      h = h.index_copy(0, at, this.settle(h.index_select(0, at)).tanh());
    }
    return this.head(h);
  }
}
