// Kahn's algorithm: count the uses of each value first; one whose uses have all answered is ready. Each result keeps a closure that
// sends its gradient to its operands. The sum of squares is a balanced tree here.
type Send = (gradient: number, to: (operand: Value, gradient: number) => void) => void;

export class Value {
  data: number;
  grad = 0;
  readonly operands: readonly Value[];
  readonly send: Send;

  constructor(data: number, operands: readonly Value[] = [], send: Send = () => undefined) {
    this.data = data;
    this.operands = operands;
    this.send = send;
  }

  add(other: Value | number): Value {
    const o = lift(other);
    return new Value(this.data + o.data, [this, o], (g, to) => {
      to(this, g);
      to(o, g);
    });
  }

  mul(other: Value | number): Value {
    const o = lift(other);
    const [x, y] = [this.data, o.data];
    return new Value(x * y, [this, o], (g, to) => {
      to(this, g * y);
      to(o, g * x);
    });
  }

  pow(n: number): Value {
    const x = this.data;
    return new Value(x ** n, [this], (g, to) => to(this, n === 0 ? 0 : g * n * x ** (n - 1)));
  }

  tanh(): Value {
    const t = Math.tanh(this.data);
    return new Value(t, [this], (g, to) => to(this, g * (1 - t ** 2)));
  }

  backward(): void {
    const waitsFor = new Map<Value, number>([[this, 0]]);
    const found: Value[] = [this];
    for (let v = found.pop(); v; v = found.pop())
      for (const o of v.operands) {
        const count = waitsFor.get(o);
        if (count === undefined) found.push(o);
        waitsFor.set(o, (count ?? 0) + 1);
      }
    const sums = new Map<Value, number>([[this, 1]]);
    const ready: Value[] = [this];
    for (let v = ready.pop(); v; v = ready.pop()) {
      const g = sums.get(v) ?? 0;
      v.grad += g;
      v.send(g, (o, part) => {
        sums.set(o, (sums.get(o) ?? 0) + part);
        const left = (waitsFor.get(o) ?? 0) - 1;
        waitsFor.set(o, left);
        if (left === 0) ready.push(o);
      });
    }
  }
}

const lift = (x: Value | number): Value => (x instanceof Value ? x : new Value(x));

function sumOf(terms: Value[]): Value {
  const [first, ...rest] = terms;
  if (!first) return new Value(0);
  if (rest.length === 0) return first;
  const half = terms.length >> 1;
  return sumOf(terms.slice(0, half)).add(sumOf(terms.slice(half)));
}

export const squared_error = (w: Value, b: Value, xs: number[], ys: number[]): Value =>
  sumOf(
    xs.map((x, i) =>
      w
        .mul(x)
        .add(b)
        .tanh()
        .add(-(ys[i] ?? 0))
        .pow(2),
    ),
  );
