import torch, { type Tensor } from 'torch';

// A node is the closure that computes it; the session only remembers. eager_model squares with pow and asks with gt.

export interface Node {
  add(other: Node): Node;
  mul(other: Node): Node;
  matmul(other: Node): Node;
  relu(): Node;
  sum(): Node;
}

interface Context {
  get(node: Node): Tensor;
  variables: Map<Node, Tensor>;
  updates: Map<Node, Tensor>;
}

class Op implements Node {
  readonly compute: (ctx: Context, self: Node) => Tensor;
  constructor(compute: (ctx: Context, self: Node) => Tensor) {
    this.compute = compute;
  }
  add(other: Node): Node {
    return new Op((ctx) => ctx.get(this).add(ctx.get(other)));
  }
  mul(other: Node): Node {
    return new Op((ctx) => ctx.get(this).mul(ctx.get(other)));
  }
  matmul(other: Node): Node {
    return new Op((ctx) => ctx.get(this).matmul(ctx.get(other)));
  }
  relu(): Node {
    return new Op((ctx) => ctx.get(this).relu());
  }
  sum(): Node {
    return new Op((ctx) => ctx.get(this).sum());
  }
}

export function placeholder(name: string): Node {
  return new Op(() => {
    throw new Error(`placeholder ${name} was not fed`);
  });
}

export function constant(value: Tensor): Node {
  return new Op(() => value);
}

export function variable(initial: Tensor): Node {
  return new Op((ctx, self) => ctx.variables.get(self) ?? initial);
}

export function assign(target: Node, value: Node): Node {
  return new Op((ctx) => {
    const v = ctx.get(value);
    ctx.updates.set(target, v);
    return v;
  });
}

export function cond(test: Node, then: Node, otherwise: Node): Node {
  return new Op((ctx) => (Number(ctx.get(test).item()) > 0 ? ctx.get(then) : ctx.get(otherwise)));
}

export class Session {
  private variables = new Map<Node, Tensor>();

  run(fetches: Node[], feeds: [Node, Tensor][] = []): Tensor[] {
    const values = new Map<Node, Tensor>(feeds);
    const ctx: Context = {
      variables: this.variables,
      updates: new Map(),
      get(node) {
        let v = values.get(node);
        if (v === undefined) {
          if (!(node instanceof Op)) throw new TypeError('no node of this library');
          v = node.compute(ctx, node);
          values.set(node, v);
        }
        return v;
      },
    };
    const out = fetches.map((f) => ctx.get(f));
    for (const [node, v] of ctx.updates) this.variables.set(node, v);
    return out;
  }
}

export function graph_model(w: Tensor): { x: Node; w: Node; out: Node } {
  const x = placeholder('x');
  const weights = variable(w);
  const h = x.matmul(weights);
  return { x, w: weights, out: cond(h.sum(), h.relu().sum(), h.mul(h).sum()) };
}

export function eager_model(x: Tensor, w: Tensor): Tensor {
  const h = x.matmul(w);
  if (h.sum().gt(0).item()) return torch.relu(h).sum();
  return h.pow(2).sum();
}
