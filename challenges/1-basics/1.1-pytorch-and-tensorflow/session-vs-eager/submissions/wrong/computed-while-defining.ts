// mistake: computed-while-defining
// en: Operations on constants are computed while the graph is being defined.
// zh: 定义图的时候就把常量之间的运算算出来了。
// fails: builds-without-running, takes-one-branch
import type { Tensor } from 'torch';

interface Run {
  /** Evaluates a node at most once. */
  value(node: Node): Tensor;
  stored(variable: Node): Tensor | undefined;
  write(variable: Node, value: Tensor): void;
}

/** A recipe: nothing is computed before a session asks. */
export class Node {
  readonly compute: (run: Run) => Tensor;
  folded: Tensor | null = null;
  constructor(compute: (run: Run) => Tensor) {
    this.compute = compute;
  }
  add(other: Node): Node {
    return fold(new Node((run) => run.value(this).add(run.value(other))), [this, other]);
  }
  mul(other: Node): Node {
    return fold(new Node((run) => run.value(this).mul(run.value(other))), [this, other]);
  }
  matmul(other: Node): Node {
    return fold(new Node((run) => run.value(this).matmul(run.value(other))), [this, other]);
  }
  relu(): Node {
    return fold(new Node((run) => run.value(this).relu()), [this]);
  }
  sum(): Node {
    return fold(new Node((run) => run.value(this).sum()), [this]);
  }
}

function fold(node: Node, inputs: Node[]): Node {
  if (!inputs.every((input) => input.folded)) return node;
  const value = node.compute({
    value: (input) => input.folded ?? input.compute(nothing),
    stored: () => undefined,
    write: () => undefined,
  });
  const done: Node = new Node(() => value);
  done.folded = value;
  return done;
}
const nothing: Run = {
  value: (node) => node.compute(nothing),
  stored: () => undefined,
  write: () => undefined,
};

export function placeholder(name: string): Node {
  return new Node(() => {
    throw new Error(`the placeholder ${name} is needed, but was not fed`);
  });
}

export function constant(value: Tensor): Node {
  const node: Node = new Node(() => value);
  node.folded = value;
  return node;
}

export function variable(initial: Tensor): Node {
  const node: Node = new Node((run) => run.stored(node) ?? initial);
  return node;
}

export function assign(target: Node, value: Node): Node {
  return new Node((run) => {
    const result = run.value(value);
    run.write(target, result);
    return result;
  });
}

export function cond(test: Node, then: Node, otherwise: Node): Node {
  return new Node((run) => run.value(run.value(test).item() > 0 ? then : otherwise));
}

export class Session {
  private readonly variables = new Map<Node, Tensor>();

  run(fetches: Node[], feeds: [Node, Tensor][] = []): Tensor[] {
    const values = new Map(feeds);
    const writes = new Map<Node, Tensor>();
    const run: Run = {
      value(node) {
        const known = values.get(node);
        if (known) return known;
        const value = node.compute(run);
        values.set(node, value);
        return value;
      },
      stored: (node) => this.variables.get(node),
      write: (node, value) => void writes.set(node, value),
    };
    const results = fetches.map((node) => run.value(node));
    for (const [node, value] of writes) this.variables.set(node, value); // all fetches are there: nothing can throw now
    return results;
  }
}

export function graph_model(initial: Tensor): { x: Node; w: Node; out: Node } {
  const [x, w] = [placeholder('x'), variable(initial)];
  const h = x.matmul(w);
  return { x, w, out: cond(h.sum(), h.relu().sum(), h.mul(h).sum()) };
}

export function eager_model(x: Tensor, w: Tensor): Tensor {
  const h = x.matmul(w);
  return h.sum().item() > 0 ? h.relu().sum() : h.mul(h).sum();
}
