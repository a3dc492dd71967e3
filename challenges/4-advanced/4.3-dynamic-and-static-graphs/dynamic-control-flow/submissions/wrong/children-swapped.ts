// mistake: children-swapped
// en: The right child comes first, so the two halves of the binary layer are exchanged.
// zh: 右子节点放在了前面，binary 层的左右两半被对调。
// fails: follows-the-structure, takes-a-batch, settles-by-value, gives-gradients, starts-afresh, computes-each-node-once
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
    return this.head(torch.stack(trees.map((tree) => this.calm(this.encode(tree)))));
  }

  /** The state of a node, from those of its children. */
  encode(tree: Tree): Tensor {
    if (typeof tree === 'number') return this.embed(torch.tensor(tree));
    const [first, second] = tree;
    if (second === undefined) return this.unary(this.encode(first)).tanh();
    return this.binary(torch.cat([this.encode(second), this.encode(first)])).tanh();
  }

  /** Steps until the state is small enough: how many, its values decide. */
  calm(state: Tensor): Tensor {
    let h = state;
    for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.settle(h).tanh();
    return h;
  }
}
