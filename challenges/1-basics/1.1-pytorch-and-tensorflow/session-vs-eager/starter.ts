import torch, { type Tensor } from 'torch';

export interface Node {
  add(other: Node): Node;
  mul(other: Node): Node;
  matmul(other: Node): Node;
  relu(): Node;
  sum(): Node;
}

export function placeholder(name: string): Node {
  throw new Error('placeholder is not written yet');
}

export function constant(value: Tensor): Node {
  throw new Error('constant is not written yet');
}

export function variable(initial: Tensor): Node {
  throw new Error('variable is not written yet');
}

export function assign(target: Node, value: Node): Node {
  throw new Error('assign is not written yet');
}

export function cond(test: Node, then: Node, otherwise: Node): Node {
  throw new Error('cond is not written yet');
}

export class Session {
  run(fetches: Node[], feeds: [Node, Tensor][] = []): Tensor[] {
    throw new Error('run is not written yet');
  }
}

export function graph_model(w: Tensor): { x: Node; w: Node; out: Node } {
  throw new Error('graph_model is not written yet');
}

export function eager_model(x: Tensor, w: Tensor): Tensor {
  throw new Error('eager_model is not written yet');
}
