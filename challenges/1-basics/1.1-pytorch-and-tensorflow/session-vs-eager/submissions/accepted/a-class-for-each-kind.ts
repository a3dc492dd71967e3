import torch, { type Tensor } from 'torch';

interface Scope {
  memo: WeakMap<Node, Tensor>;
  variables: ReadonlyMap<Node, Tensor>;
  later: (() => void)[];
  store: Map<Node, Tensor>;
}

abstract class Node {
  protected abstract make(scope: Scope): Tensor;
  in(scope: Scope): Tensor {
    let tensor = scope.memo.get(this);
    if (tensor === undefined) {
      tensor = this.make(scope);
      scope.memo.set(this, tensor);
    }
    return tensor;
  }
  add(other: Node): Node {
    return new Apply(torch.add, this, other);
  }
  mul(other: Node): Node {
    return new Apply(torch.mul, this, other);
  }
  matmul(other: Node): Node {
    return new Apply(torch.matmul, this, other);
  }
  relu(): Node {
    return new Apply((a) => a.relu(), this);
  }
  sum(): Node {
    return new Apply((a) => a.sum(), this);
  }
}

class Apply extends Node {
  private readonly fn: (a: Tensor, b: Tensor) => Tensor;
  private readonly a: Node;
  private readonly b: Node;
  constructor(fn: (a: Tensor, b: Tensor) => Tensor, a: Node, b: Node = a) {
    super();
    this.fn = fn;
    this.a = a;
    this.b = b;
  }
  protected make(scope: Scope): Tensor {
    const [a, b] = [this.a.in(scope), this.b.in(scope)];
    return this.fn(a, b);
  }
}

class Placeholder extends Node {
  private readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  protected make(): Tensor {
    throw new TypeError(`${this.name}: no value was fed`);
  }
}

class Constant extends Node {
  protected readonly value: Tensor;
  constructor(value: Tensor) {
    super();
    this.value = value;
  }
  protected make(scope: Scope): Tensor {
    return scope.variables.get(this) ?? this.value;
  }
}
class Variable extends Constant {}

class Assign extends Node {
  private readonly target: Node;
  private readonly value: Node;
  constructor(target: Node, value: Node) {
    super();
    this.target = target;
    this.value = value;
  }
  protected make(scope: Scope): Tensor {
    const value = this.value.in(scope);
    scope.later.push(() => scope.store.set(this.target, value));
    return value;
  }
}

class Cond extends Node {
  private readonly test: Node;
  private readonly branches: [Node, Node];
  constructor(test: Node, branches: [Node, Node]) {
    super();
    this.test = test;
    this.branches = branches;
  }
  protected make(scope: Scope): Tensor {
    const [then, otherwise] = this.branches;
    return Number(this.test.in(scope).flatten().tolist()[0]) > 0 ? then.in(scope) : otherwise.in(scope);
  }
}

export const placeholder = (name: string): Node => new Placeholder(name);
export const constant = (value: Tensor): Node => new Constant(value);
export const variable = (initial: Tensor): Node => new Variable(initial);
export const assign = (target: Node, value: Node): Node => new Assign(target, value);
export const cond = (test: Node, then: Node, otherwise: Node): Node => new Cond(test, [then, otherwise]);

export class Session {
  private readonly store = new Map<Node, Tensor>();
  run(fetches: Node[], feeds?: [Node, Tensor][]): Tensor[] {
    const scope: Scope = {
      memo: new WeakMap(feeds ?? []),
      variables: new Map(this.store),
      later: [],
      store: this.store,
    };
    const values: Tensor[] = [];
    for (const fetch of fetches) values.push(fetch.in(scope));
    for (const write of scope.later) write();
    return values;
  }
}

export function graph_model(initial: Tensor): { x: Node; w: Node; out: Node } {
  const x = placeholder('x');
  const w = variable(initial);
  const h = x.matmul(w);
  const positive = h.relu().sum();
  const squares = h.mul(h).sum();
  return { x, w, out: cond(h.sum(), positive, squares) };
}

export function eager_model(x: Tensor, w: Tensor): Tensor {
  const h = torch.matmul(x, w);
  let out: Tensor;
  if (h.sum().item() > 0) out = h.relu();
  else out = h.mul(h);
  return out.sum();
}
