import torch, { nn, type Tensor } from 'torch';

export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

// No recursion: nodes wait on a stack until the states of their children lie on another.
export class TreeNet extends nn.Module {
  readonly embed: nn.Embedding;
  readonly unary: nn.Linear;
  readonly binary: nn.Linear;
  readonly settle: nn.Linear;
  readonly head: nn.Linear;
  readonly limit: number;

  constructor(vocab: number, dim: number, classes: number, limit: number) {
    super();
    this.limit = limit;
    this.head = new nn.Linear(dim, classes);
    this.settle = new nn.Linear(dim, dim);
    this.binary = new nn.Linear(dim + dim, dim);
    this.unary = new nn.Linear(dim, dim);
    this.embed = new nn.Embedding(vocab, dim);
  }

  private root(tree: Tree): Tensor {
    const work: { node: Tree; open: boolean }[] = [{ node: tree, open: false }];
    const done: Tensor[] = [];
    for (let next = work.pop(); next; next = work.pop()) {
      const { node, open } = next;
      if (typeof node === 'number') {
        done.push(this.embed.weight.select(0, node));
      } else if (open) {
        const states = done.splice(done.length - node.length);
        done.push(torch.tanh(states.length === 1 ? this.unary(torch.cat(states)) : this.binary(torch.cat(states))));
      } else {
        work.push({ node, open: true });
        for (const child of [...node].reverse()) work.push({ node: child, open: false });
      }
    }
    const [state] = done;
    if (!state) throw new Error('an empty tree');
    return state;
  }

  forward(trees: readonly Tree[]): Tensor {
    const rows: Tensor[] = [];
    for (const tree of trees) {
      let h = this.root(tree);
      let steps = 0;
      while (true) {
        if (steps === 10 || Number(h.detach().pow(2).sum().sqrt()) <= this.limit) break;
        h = this.settle(h).tanh();
        steps++;
      }
      rows.push(this.head(h).unsqueeze(0));
    }
    return torch.cat(rows, 0);
  }
}
