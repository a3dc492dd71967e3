// mistake: sends-its-total-each-time
// en: Each arrival makes a value send its whole gradient on, also what it had sent before.
// zh: 每收到一次梯度就把累计值整个往下传，已经传过的部分又传了一遍。
// fails: waits-for-all-uses, accumulates-over-calls
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
    this.grad += 1;
    const open: Value[] = [this];
    for (let value = open.pop(); value; value = open.pop()) {
      for (const [operand, local] of value.edges) {
        operand.grad += value.grad * local;
        if (operand.edges.length > 0) open.push(operand);
      }
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
