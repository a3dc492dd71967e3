import { type Tensor } from 'torch';

// Nodes are data: a kind and inputs. All knowledge of what a kind does is in the session, which works off a stack of its own.
type Kind = 'placeholder' | 'constant' | 'variable' | 'assign' | 'cond' | 'add' | 'mul' | 'matmul' | 'relu' | 'sum';

class Op {
  readonly kind: Kind;
  readonly inputs: readonly Op[];
  readonly tensor: Tensor | null;
  readonly label: string;
  constructor(kind: Kind, inputs: readonly Op[], tensor: Tensor | null = null, label = '') {
    this.kind = kind;
    this.inputs = inputs;
    this.tensor = tensor;
    this.label = label;
  }
  add = (other: Op) => new Op('add', [this, other]);
  mul = (other: Op) => new Op('mul', [this, other]);
  matmul = (other: Op) => new Op('matmul', [this, other]);
  relu = () => new Op('relu', [this]);
  sum = () => new Op('sum', [this]);
}

export const placeholder = (name: string) => new Op('placeholder', [], null, name);
export const constant = (value: Tensor) => new Op('constant', [], value);
export const variable = (initial: Tensor) => new Op('variable', [], initial);
export const assign = (target: Op, value: Op) => new Op('assign', [value, target]);
export const cond = (test: Op, then: Op, otherwise: Op) => new Op('cond', [test, then, otherwise]);

export class Session {
  #state = new Map<Op, Tensor>();

  run(fetches: Op[], feeds: [Op, Tensor][] = []): Tensor[] {
    const done = new Map<Op, Tensor>();
    for (const [op, tensor] of feeds) done.set(op, tensor);
    const state = new Map(this.#state);

    const get = (op: Op | undefined): Tensor => {
      const tensor = op && done.get(op);
      if (!tensor) throw new Error('used before it was there');
      return tensor;
    };
    const stack = [...fetches].reverse();
    while (stack.length > 0) {
      const op = stack.at(-1) as Op;
      if (done.has(op)) {
        stack.pop();
        continue;
      }
      const [a, b, c] = op.inputs;
      const needs: Op[] =
        op.kind === 'assign' ? op.inputs.slice(0, 1) : op.kind === 'cond' ? op.inputs.slice(0, 1) : [...op.inputs];
      if (op.kind === 'cond' && a && b && c && done.has(a)) needs.push(get(a).item() > 0 ? b : c);
      const waiting = needs.filter((need) => !done.has(need));
      if (waiting.length > 0) {
        stack.push(...waiting.reverse());
        continue;
      }
      stack.pop();
      switch (op.kind) {
        case 'placeholder':
          throw new Error(`You must feed a value for placeholder "${op.label}"`);
        case 'constant':
          if (op.tensor) done.set(op, op.tensor);
          break;
        case 'variable': {
          const now = this.#state.get(op) ?? op.tensor;
          if (now) done.set(op, now);
          break;
        }
        case 'assign':
          done.set(op, get(a));
          if (b) state.set(b, get(a));
          break;
        case 'cond':
          done.set(op, get(needs[1]));
          break;
        case 'relu':
          done.set(op, get(a).relu());
          break;
        case 'sum':
          done.set(op, get(a).sum());
          break;
        default:
          done.set(op, get(a)[op.kind](get(b)));
      }
    }
    this.#state = state;
    return fetches.map(get);
  }
}

export function graph_model(weights: Tensor) {
  const x = placeholder('x');
  const w = variable(weights);
  const h = x.matmul(w);
  return { x, w, out: cond(h.sum(), h.relu().sum(), h.mul(h).sum()) };
}

export function eager_model(x: Tensor, w: Tensor): Tensor {
  const h = x.matmul(w);
  if (h.sum().gt(0).item()) return h.relu().sum();
  return h.mul(h).sum();
}
