// mistake: breadth-first
// en: Values pass on in breadth-first order; one that is also reached over a longer way is too early.
// zh: 按广度优先的顺序往下传；如果一个值还能经更长的路到达，它就传早了。
// fails: adds-over-uses, waits-for-all-uses, trains-a-neuron
/** An operand, and the derivative of the result with respect to it. */
type Edge = readonly [operand: Value, local: number];

export class Value {
  data: number;
  grad = 0;
  readonly edges: readonly Edge[];

  constructor(data: number, edges: readonly Edge[] = []) {
    this.data = data;
    this.edges = edges;
  }

  add(other: Value | number): Value {
    const right = wrap(other);
    return new Value(this.data + right.data, [
      [this, 1],
      [right, 1],
    ]);
  }

  mul(other: Value | number): Value {
    const right = wrap(other);
    return new Value(this.data * right.data, [
      [this, right.data],
      [right, this.data],
    ]);
  }

  pow(n: number): Value {
    const local = n === 0 ? 0 : n * this.data ** (n - 1); // 0 · Infinity would be NaN where data is 0
    return new Value(this.data ** n, [[this, local]]);
  }

  tanh(): Value {
    const t = Math.tanh(this.data);
    return new Value(t, [[this, 1 - t * t]]);
  }

  backward(): void {
    const arrived = new Map<Value, number>([[this, 1]]); // of this call alone: .grad may hold older gradients
    for (const value of breadthFirst(this)) {
      const gradient = arrived.get(value) ?? 0;
      value.grad += gradient;
      for (const [operand, local] of value.edges) arrived.set(operand, (arrived.get(operand) ?? 0) + gradient * local);
    }
  }
}

export function squared_error(w: Value, b: Value, xs: number[], ys: number[]): Value {
  return xs.reduce((sum, x, i) => {
    const error = w
      .mul(x)
      .add(b)
      .tanh()
      .add(-(ys[i] ?? 0));
    return sum.add(error.pow(2));
  }, new Value(0));
}

const wrap = (x: Value | number): Value => (typeof x === 'number' ? new Value(x) : x);

function breadthFirst(root: Value): Value[] {
  const order = [root];
  const seen = new Set(order);
  for (const value of order) {
    for (const [operand] of value.edges) {
      if (!seen.has(operand)) order.push(operand);
      seen.add(operand);
    }
  }
  return order;
}
