// mistake: layers-in-a-plain-object
// en: Layers stand in a plain object, where nn.Module does not find them.
// zh: 各层放在普通对象里，nn.Module 找不到它们。
// fails: registers-its-layers, follows-the-structure, takes-a-batch, settles-by-value, gives-gradients, leaves-unused-layers-alone, starts-afresh, computes-each-node-once
import torch, { nn, type Tensor } from 'torch';

/** A token, a node with one child, or a node with two. */
export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

export class TreeNet extends nn.Module {
  layers: { embed: nn.Embedding; unary: nn.Linear; binary: nn.Linear; settle: nn.Linear; head: nn.Linear };
  limit: number;

  constructor(vocab: number, dim: number, classes: number, limit: number) {
    super();
    this.layers = {
      embed: new nn.Embedding(vocab, dim),
      unary: new nn.Linear(dim, dim),
      binary: new nn.Linear(2 * dim, dim),
      settle: new nn.Linear(dim, dim),
      head: new nn.Linear(dim, classes),
    };
    this.limit = limit;
  }

  forward(trees: readonly Tree[]): Tensor {
    return this.layers.head(torch.stack(trees.map((tree) => this.calm(this.encode(tree)))));
  }

  /** The state of a node, from those of its children. */
  encode(tree: Tree): Tensor {
    if (typeof tree === 'number') return this.layers.embed(torch.tensor(tree));
    const [first, second] = tree;
    if (second === undefined) return this.layers.unary(this.encode(first)).tanh();
    return this.layers.binary(torch.cat([this.encode(first), this.encode(second)])).tanh();
  }

  /** Steps until the state is small enough: how many, its values decide. */
  calm(state: Tensor): Tensor {
    let h = state;
    for (let step = 0; step < 10 && h.norm().item() > this.limit; step++) h = this.layers.settle(h).tanh();
    return h;
  }
}
