// mistake: root-without-gradient
// en: The gradient of the result with respect to itself is never set to 1, so nothing arrives anywhere.
// zh: 没有把结果对自身的梯度设为 1，哪里都收不到梯度。
// fails: differentiates-each-operation, adds-over-uses, waits-for-all-uses, accumulates-over-calls, trains-a-neuron
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
    const arrived = new Map<Value, number>(); // of this call alone: .grad may hold older gradients
    for (const value of operandsFirst(this).reverse()) {
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

/** Every value that `root` was computed from, each after its operands. A stack instead of recursion: chains may be long. */
function operandsFirst(root: Value): Value[] {
  const order: Value[] = [];
  const seen = new Set([root]);
  const stack: { value: Value; next: number }[] = [{ value: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const [operand] = top.value.edges[top.next++] ?? [];
    if (!operand) order.push(stack.pop()?.value ?? root);
    else if (!seen.has(operand)) {
      seen.add(operand);
      stack.push({ value: operand, next: 0 });
    }
  }
  return order;
}
