import torch, { nn, type Tensor } from 'torch';

/** A token, a node with one child, or a node with two. */
export type Tree = number | readonly [Tree] | readonly [Tree, Tree];

export class TreeNet extends nn.Module {
  constructor(vocab: number, dim: number, classes: number, limit: number) {
    super();
    // embed, unary, binary, settle, head
  }

  forward(trees: readonly Tree[]): Tensor {
    throw new Error('forward is not written yet');
  }
}
