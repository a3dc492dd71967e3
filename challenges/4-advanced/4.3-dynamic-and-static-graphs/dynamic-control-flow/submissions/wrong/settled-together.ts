// mistake: settled-together
// en: The whole batch is settled until the last root is small enough, so early ones go too far.
// zh: 整个批次一起走，直到最后一个根足够小，先达到的根走过了头。
// fails: settles-by-value, gives-gradients
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
    return this.head(this.calm(torch.stack(trees.map((tree) => this.encode(tree)))));
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
    for (let step = 0; step < 10 && h.norm(2, 1).max().item() > this.limit; step++) h = this.settle(h).tanh();
    return h;
  }
}
