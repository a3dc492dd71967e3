// mistake: structure-of-the-first-tree
// en: The structure is read from the first tree that comes and kept for all others, as in a graph that is built ahead.
// zh: 结构取自第一棵树，之后的树都沿用它，就像事先建好的静态图。
// fails: follows-the-structure, takes-a-batch, settles-by-value, gives-gradients, starts-afresh
import torch, { nn, type Tensor } from 'torch';

/** A token, a node with one child, or a node with two. */
export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

const tokens = (tree: Tree): number[] => (typeof tree === 'number' ? [tree] : tree.flatMap(tokens));
function refill(pattern: Tree, left: number[]): Tree {
  if (typeof pattern === 'number') return left.shift() ?? pattern;
  const [first, second] = pattern;
  const one = refill(first, left);
  return second === undefined ? [one] : [one, refill(second, left)];
}

export class TreeNet extends nn.Module {
  embed: nn.Embedding;
  unary: nn.Linear;
  binary: nn.Linear;
  settle: nn.Linear;
  head: nn.Linear;
  limit: number;
  pattern: Tree | null = null;

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
    const [first] = trees;
    if (first !== undefined) this.pattern ??= first;
    return this.head(torch.stack(trees.map((tree) => this.calm(this.encode(refill(this.pattern ?? 0, tokens(tree)))))));
  }

  /** The state of a node, from those of its children. */
  encode(tree: Tree): Tensor {
    if (typeof tree === 'number') return this.embed(torch.tensor(tree));
    const [first, second] = tree;
    if (second === undefined) return this.unary(this.encode(first)).tanh();
    return this.binary(torch.cat([this.encode(first), this.encode(second)])).tanh();
  }

  /** Steps until the state is small enough: how many, its values decide. */
  calm(state: Tensor): Tensor {
    let h = state;
    for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.settle(h).tanh();
    return h;
  }
}
