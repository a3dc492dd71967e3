export class Value {
  data: number;
  grad = 0;

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value | number): Value {
    throw new Error('add is not written yet');
  }

  mul(other: Value | number): Value {
    throw new Error('mul is not written yet');
  }

  pow(n: number): Value {
    throw new Error('pow is not written yet');
  }

  tanh(): Value {
    throw new Error('tanh is not written yet');
  }

  backward(): void {
    throw new Error('backward is not written yet');
  }
}

export function squared_error(w: Value, b: Value, xs: number[], ys: number[]): Value {
  // the sum of (tanh(w · x + b) − y)²
  throw new Error('squared_error is not written yet');
}
