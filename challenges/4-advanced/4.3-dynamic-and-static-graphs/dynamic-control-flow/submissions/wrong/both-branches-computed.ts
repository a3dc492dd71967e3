// mistake: both-branches-computed
// en: Both kinds of node are computed and one is selected, so layers that were not needed get gradients of zero.
// zh: 两种节点都算一遍再选其一，没有用到的层也得到了全零的梯度。
// fails: leaves-unused-layers-alone
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
    const states = tree.map((child) => this.encode(child));
    const [a = torch.zeros([]), b = a] = states;
    const two = this.binary(torch.cat([a, b])).tanh();
    return torch.where(torch.tensor(states.length === 2), two, this.unary(a).tanh());
  }

  /** Steps until the state is small enough: how many, its values decide. */
  calm(state: Tensor): Tensor {
    let h = state;
    for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.settle(h).tanh();
    return h;
  }
}
