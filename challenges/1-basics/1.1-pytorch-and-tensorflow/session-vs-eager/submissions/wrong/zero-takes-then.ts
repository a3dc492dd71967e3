// mistake: zero-takes-then
// en: cond takes `then` for a test of exactly 0.
// zh: test 恰好为 0 时，cond 取了 then。
// fails: takes-one-branch, the-model-in-both-styles
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
  constructor(compute: (run: Run) => Tensor) {
    this.compute = compute;
  }
  add(other: Node): Node {
    return new Node((run) => run.value(this).add(run.value(other)));
  }
  mul(other: Node): Node {
    return new Node((run) => run.value(this).mul(run.value(other)));
  }
  matmul(other: Node): Node {
    return new Node((run) => run.value(this).matmul(run.value(other)));
  }
  relu(): Node {
    return new Node((run) => run.value(this).relu());
  }
  sum(): Node {
    return new Node((run) => run.value(this).sum());
  }
}

export function placeholder(name: string): Node {
  return new Node(() => {
    throw new Error(`the placeholder ${name} is needed, but was not fed`);
  });
}

export function constant(value: Tensor): Node {
  return new Node(() => value);
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
  return new Node((run) => run.value(run.value(test).item() >= 0 ? then : otherwise));
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
