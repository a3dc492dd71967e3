// mistake: every-placeholder-upstream-must-be-fed
// en: run asks for every placeholder upstream of a fetch, also where a feed or the other branch makes it needless.
// zh: run 要求喂入 fetch 上游的所有占位符，哪怕有喂值替代，或者它只属于另一个分支。
// fails: feeds-stand-in-for-any-node, takes-one-branch
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
  readonly inputs: Node[];
  constructor(compute: (run: Run) => Tensor, ...inputs: Node[]) {
    this.compute = compute;
    this.inputs = inputs;
  }
  placeholders(): Node[] {
    return this.inputs.length === 0 && placeholders.has(this)
      ? [this]
      : this.inputs.flatMap((node) => node.placeholders());
  }
  add(other: Node): Node {
    return new Node((run) => run.value(this).add(run.value(other)), this, other);
  }
  mul(other: Node): Node {
    return new Node((run) => run.value(this).mul(run.value(other)), this, other);
  }
  matmul(other: Node): Node {
    return new Node((run) => run.value(this).matmul(run.value(other)), this, other);
  }
  relu(): Node {
    return new Node((run) => run.value(this).relu(), this);
  }
  sum(): Node {
    return new Node((run) => run.value(this).sum(), this);
  }
}

const placeholders = new Map<Node, string>();

export function placeholder(name: string): Node {
  const node: Node = new Node(() => {
    throw new Error('not fed');
  });
  placeholders.set(node, name);
  return node;
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
  }, value);
}

export function cond(test: Node, then: Node, otherwise: Node): Node {
  return new Node((run) => run.value(run.value(test).item() > 0 ? then : otherwise), test, then, otherwise);
}

export class Session {
  private readonly variables = new Map<Node, Tensor>();

  run(fetches: Node[], feeds: [Node, Tensor][] = []): Tensor[] {
    const values = new Map(feeds);
    const writes = new Map<Node, Tensor>();
    for (const node of fetches.flatMap((fetch) => fetch.placeholders()))
      if (!values.has(node)) throw new Error(`${placeholders.get(node)} was not fed`);
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
