let made = 0;

// A value is always younger than its operands, so the order in which values were made, read backward, is a topological order.
export class Value {
  data: number;
  grad = 0;
  readonly born = made++;
  left: Value | null = null;
  right: Value | null = null;
  toLeft = 0;
  toRight = 0;

  constructor(data: number) {
    this.data = data;
  }

  static of(x: Value | number) {
    return x instanceof Value ? x : new Value(x);
  }

  private from(left: Value, toLeft: number, right: Value | null = null, toRight = 0): this {
    Object.assign(this, { left, toLeft, right, toRight });
    return this;
  }

  add(other: Value | number): Value {
    const o = Value.of(other);
    return new Value(this.data + o.data).from(this, 1, o, 1);
  }

  mul(other: Value | number): Value {
    const o = Value.of(other);
    return new Value(this.data * o.data).from(this, o.data, o, this.data);
  }

  pow(n: number): Value {
    return new Value(this.data ** n).from(this, n && n * this.data ** (n - 1));
  }

  tanh(): Value {
    const out = Math.tanh(this.data);
    return new Value(out).from(this, (1 - out) * (1 + out));
  }

  backward(): void {
    const all = new Set<Value>([this]);
    for (const v of all) {
      if (v.left) all.add(v.left);
      if (v.right) all.add(v.right);
    }
    const g = new Map([...all].sort((a, b) => b.born - a.born).map((v) => [v, 0]));
    g.set(this, 1);
    for (const [v, total] of g) {
      if (v.left) g.set(v.left, (g.get(v.left) as number) + total * v.toLeft);
      if (v.right) g.set(v.right, (g.get(v.right) as number) + total * v.toRight);
    }
    for (const [v, total] of g) v.grad += total;
  }
}

export function squared_error(w: Value, b: Value, xs: number[], ys: number[]): Value {
  let sum = Value.of(0);
  for (let i = 0; i < xs.length; i++)
    sum = w
      .mul(xs[i] as number)
      .add(b)
      .tanh()
      .add(-(ys[i] as number))
      .pow(2)
      .add(sum);
  return sum;
}
