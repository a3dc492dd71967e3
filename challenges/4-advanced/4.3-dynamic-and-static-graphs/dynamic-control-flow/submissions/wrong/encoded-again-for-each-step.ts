// mistake: encoded-again-for-each-step
// en: To look at its norm, the root is computed anew from its tokens before each step.
// zh: 每走一步之前，为了看范数，都从词元开始把根重新算了一遍。
// fails: computes-each-node-once
import torch, { nn, type Tensor } from 'torch';

/** A token, a node with one child, or a node with two. */
export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

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
    return this.head(torch.stack(trees.map((tree) => this.calm(tree))));
  }

  /** The state of a node, from those of its children. */
  encode(tree: Tree): Tensor {
    if (typeof tree === 'number') return this.embed(torch.tensor(tree));
    const [first, second] = tree;
    if (second === undefined) return this.unary(this.encode(first)).tanh();
    return this.binary(torch.cat([this.encode(first), this.encode(second)])).tanh();
  }

  /** Steps until the state is small enough: how many, its values decide. */
  calm(tree: Tree): Tensor {
    let steps = 0;
    while (steps < 10 && this.after(tree, steps).norm().item() > this.limit) steps++;
    return this.after(tree, steps);
  }

  after(tree: Tree, steps: number): Tensor {
    let h = this.encode(tree);
    for (let step = 0; step < steps; step++) h = this.settle(h).tanh();
    return h;
  }
}
