import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../index.ts';

const F = nn.functional;
const close = (a: unknown, b: unknown): void => torch.testing.assert_close(a, b);

describe('a scripted function', () => {
  test('keeps an if that depends on data, where a trace does not', () => {
    function f(x: Tensor): Tensor {
      if (Number(x.sum().item()) > 0) return x.mul(2);
      return x.neg();
    }
    const scripted = torch.jit.script(f);
    for (const x of [torch.ones(2), torch.ones(2).neg()]) close(scripted(x), f(x));
    expect(String(scripted.graph)).toBe(`graph(%x : Tensor):
  %1 : Tensor = aten::sum(%x)
  %2 : Scalar = aten::item(%1)
  %3 : int = prim::Constant[value=1]()
  %4 : Scalar = prim::mul(%2, %3)
  %5 : int = prim::Constant[value=0]()
  %6 : bool = prim::gt(%4, %5)
  %7 : Tensor = prim::If(%6)
    block0():
      %8 : int = prim::Constant[value=2]()
      %9 : Tensor = aten::mul(%x, %8)
      -> (%9)
    block1():
      %10 : Tensor = aten::neg(%x)
      -> (%10)
  return (%7)
`);
  });
  test('shows its code', () => {
    const f = torch.jit.script(function relu_sum(x: Tensor, n: number = 3): Tensor {
      let y = x;
      for (let i = 0; i < n; i++) {
        if (i % 2 === 0) y = y.add(x, { alpha: 2 });
      }
      return y.relu();
    });
    expect(f.code).toBe(`def relu_sum(x: Tensor,
    n: Optional[Tensor]) -> Tensor:
  if (n is None):
    n0 = 3
  else:
    n0 = n
  y = x
  for i in range(n0):
    if ((i % 2) == 0):
      y1 = torch.add(y, x, alpha=2)
      y0 = y1
    else:
      y0 = y
    y = y0
  return torch.relu(y)
`);
    expect(f(torch.ones(1)).tolist()).toEqual([5]);
    expect(f(torch.ones(1), 1).tolist()).toEqual([3]);
  });

  const functions: Record<string, [f: (...args: never[]) => unknown, ...inputs: unknown[]]> = {
    'while over a tensor': [
      (x: Tensor) => {
        let n = 0;
        let y = x;
        while (Number(y.norm().item()) < 100 && n < 50) {
          y = y.mul(2);
          n += 1;
        }
        return [y, n];
      },
      torch.tensor([1.5, -2]),
    ],
    'a range that starts and steps': [
      (x: Tensor) => {
        let sum = x.new_zeros([2]);
        for (let i = 1; i <= 7; i += 3) sum = sum.add(x.select(0, i));
        return sum;
      },
      torch.arange(16).reshape([8, 2]),
    ],
    'a range that counts down': [
      (x: Tensor) => {
        let y = x;
        for (let i = (x.shape[0] ?? 0) - 1; i > 0; i--) y = y.sub(i);
        return y;
      },
      torch.ones(4),
    ],
    'rows of a tensor, tuples': [
      (x: Tensor) => {
        let [a, b] = [x.at(0), x.at(0).mul(0)];
        for (const row of x) {
          [a, b] = [b.add(row), a];
        }
        return [a, b];
      },
      torch.arange(12).reshape([4, 3]),
    ],
    'several results and their fields': [
      (x: Tensor) => {
        const [values, places] = x.max(1);
        return [values, places, x.min({ dim: 0 }).values, x.topk(2, { dim: 1 })[1]];
      },
      torch.tensor([
        [3, 1, 2],
        [4, 9, 0],
      ]),
    ],
    'a list that grows': [
      (x: Tensor) => {
        const parts = [x];
        for (let i = 0; i < 3; i++) parts.push(x.mul(i));
        return [torch.stack(parts), parts.length];
      },
      torch.ones(2),
    ],
    'logic and arithmetic of numbers': [
      (x: Tensor, flag = true) => {
        const n = x.shape.length;
        const m = n === 2 || flag ? Math.floor((x.shape[0] ?? 1) / 2) ** 2 % 5 : -1;
        const k = !flag && n > 0 ? 1 : m !== 3 ? 0.5 : 2;
        return [x.mul(k).add(m), m, k, flag && n > 1, Math.max(1, m, 3), Math.sqrt(16)];
      },
      torch.ones(4, 2),
    ],
    'returns at several depths': [
      (x: Tensor) => {
        const s = Number(x.sum().item());
        if (s > 10) {
          if (s > 100) return x.mul(0);
        } else if (s < 0) {
          return x.neg();
        }
        const y = x.add(1);
        return y;
      },
      torch.tensor([20, 3]),
    ],
    'named arguments, functions of F, dtypes, slices': [
      (x: Tensor) => {
        const y = F.softmax(x, -1, { dtype: torch.float64 }).to(torch.float32);
        return [y.sum({ dim: 1, keepdim: true }), x.at('1:', 0), torch.cat([x, x], { dim: 1 }), F.gelu(x, 'tanh'), x.T];
      },
      torch.arange(6).reshape([2, 3]).to(torch.float32),
    ],
    'changes in place': [
      (x: Tensor) => {
        const y = x.clone();
        y.add_(1).mul_(2);
        y.select(0, 0).zero_();
        y.set_at(7, 1);
        return y;
      },
      torch.ones(3),
    ],
    'a dict, null and scopes': [
      (x: Tensor, mask: Tensor | null = null) => {
        const y = mask === null ? x : x.mul(mask);
        {
          const y = x.exp();
          y.add_(1);
        }
        return { y, z: mask ?? x };
      },
      torch.ones(2),
    ],
    'an arrow without a body': [(x: Tensor) => x.sigmoid().mul(torch.pi), torch.ones(2)],
  };
  test.each(Object.entries(functions))('%s', (_, [f, ...inputs]) => {
    const g = f as (...args: unknown[]) => unknown;
    const scripted = torch.jit.script(g);
    close(scripted(...inputs), g(...inputs));
    close(torch.jit.load(scripted.save())(...inputs), g(...inputs));
    const { passes } = torch.jit;
    passes.dead_code_elimination(passes.common_subexpression_elimination(passes.constant_propagation(scripted.graph)));
    close(scripted(...inputs), g(...inputs));
  });
  test('has gradients', () => {
    const f = torch.jit.script((x: Tensor) => {
      let y = x;
      while (Number(y.sum().item()) < 10) y = y.mul(x);
      return y;
    });
    const x = torch.tensor([2], { requires_grad: true, dtype: torch.float32 });
    f(x).sum().backward();
    expect(x.grad?.tolist()).toEqual([32]);
  });
  test('may use what is given as globals', () => {
    const half = 0.5;
    const twice = (x: Tensor): Tensor => x.mul(2);
    const f = (x: Tensor): Tensor => twice(x).add(half);
    expect(() => torch.jit.script(f)).toThrow(/undefined value twice.*\n {2}f, line 1\n {4}.*\n {4} *~+ <--- HERE/);
    expect(torch.jit.script(f, { globals: { half, twice } })(torch.ones(1)).tolist()).toEqual([2.5]);
  });
  test('throws what it throws', () => {
    const f = torch.jit.script((x: Tensor) => {
      if (x.ndim !== 2) throw new Error('wants a matrix');
      return x.sum();
    });
    expect(f(torch.ones(1, 2)).item()).toBe(2);
    expect(() => f(torch.ones(2))).toThrow('wants a matrix');
  });
});

describe('a scripted module', () => {
  class Gate extends nn.Module {
    layers = new nn.ModuleList([new nn.Linear(4, 4), new nn.Linear(4, 4), new nn.Linear(4, 4)]);
    norm = new nn.BatchNorm1d(4);
    drop = new nn.Dropout(0.5);
    scale = new nn.Parameter(torch.ones(4));
    steps = 3;
    style = 'gate';
    activate(x: Tensor): Tensor {
      return this.style === 'gate' ? x.sigmoid().mul(x) : x;
    }
    forward(x: Tensor): Tensor {
      let y = x;
      for (const layer of this.layers) y = this.activate(layer(y));
      for (let i = 0; i < this.steps; i++) {
        if (Number(y.mean().item()) > 0.1) y = y.mul(0.5);
        else y = y.add(this.scale);
      }
      if (this.training) y = this.drop(y);
      return this.norm(y);
    }
  }
  test('follows the data, trains, and changes its mode', () => {
    torch.manual_seed(0);
    const model = new Gate();
    const scripted = torch.jit.script(model);
    for (const x of [torch.randn(5, 4), torch.randn(5, 4).add(3), torch.randn(5, 4).mul(10)]) {
      for (const mode of [true, false]) {
        const theirs = new Gate();
        theirs.load_state_dict(model.state_dict());
        torch.manual_seed(1);
        const expected = theirs.train(mode)(x);
        torch.manual_seed(1);
        close(scripted.train(mode)(x), expected);
      }
    }
    scripted.eval()(torch.randn(5, 4)).sum().backward();
    expect(model.scale.grad).not.toBe(null);
    expect(model.norm.num_batches_tracked?.item()).toBe(3);
  });
  test('is saved, loaded, inlined and frozen', () => {
    const model = new Gate().eval();
    const scripted = torch.jit.script(model);
    const x = torch.randn(5, 4);
    close(torch.jit.load(scripted.save())(x), model(x));
    const frozen = torch.jit.freeze(scripted);
    close(frozen(x), model(x));
    expect(frozen.graph.findAllNodes('aten::dropout')).toEqual([]);
    expect(frozen.graph.findAllNodes('prim::CallMethod')).toEqual([]);
    expect([...frozen.graph.everyNode()].length).toBeLessThan([...scripted.inlined_graph.everyNode()].length);
  });
  test.each<[string, () => nn.Module, number[]]>([
    [
      'CNN',
      () =>
        new nn.Sequential(
          new nn.Conv2d(1, 4, 3, { padding: 1 }),
          new nn.BatchNorm2d(4),
          new nn.ReLU(true),
          new nn.MaxPool2d(2),
          new nn.AvgPool2d(2),
          new nn.AdaptiveAvgPool2d(1),
          new nn.Flatten(),
          new nn.Linear(4, 3),
          new nn.LogSoftmax(1),
        ),
      [2, 1, 8, 8],
    ],
    [
      'activations',
      () =>
        new nn.Sequential(
          new nn.GELU(),
          new nn.LeakyReLU(0.1),
          new nn.ELU(),
          new nn.SiLU(),
          new nn.Softplus(),
          new nn.Hardtanh(),
          new nn.Tanh(),
          new nn.PReLU(),
          new nn.LayerNorm(4),
          new nn.Dropout(0.5),
        ),
      [3, 4],
    ],
  ])('%s of layers', (_, make, shape) => {
    const model = make().eval();
    const x = torch.randn(shape);
    close(torch.jit.script(model)(x), model(x));
    close(torch.jit.freeze(torch.jit.script(model))(x), model(x));
  });
  test('a traced module is a submodule of a scripted one', () => {
    class Reader extends nn.Module {
      rnn: nn.Module = new nn.LSTM(3, 4, { batch_first: true });
      forward(x: Tensor): Tensor {
        const [y] = this.rnn(x);
        return Number(y.sum().item()) > 0 ? y : y.neg();
      }
    }
    const model = new Reader();
    expect(() => torch.jit.script(model)).toThrow('nn.LSTM cannot be scripted: trace it');
    const x = torch.randn(2, 5, 3);
    const expected = model(x);
    model.rnn = torch.jit.trace(model.rnn, torch.randn(2, 5, 3));
    close(torch.jit.script(model)(x), expected);
  });
});

describe('what cannot be scripted is named with its line', () => {
  const cases: [string, (...args: never[]) => unknown, RegExp][] = [
    [
      'try',
      (x: Tensor) => {
        try {
          return x;
        } catch {
          return x;
        }
      },
      /try statements are not supported:\n {2}forward, line \d/,
    ],
    [
      'break',
      (x: Tensor) => {
        while (true) {
          break;
        }
        return x;
      },
      /break statements are not supported/,
    ],
    [
      'return in a loop',
      (x: Tensor) => {
        for (const y of x) {
          return y;
        }
        return x;
      },
      /return inside a loop is not supported/,
    ],
    [
      'a function inside',
      (x: Tensor) => {
        const f = (y: Tensor) => y;
        return f(x);
      },
      /arrow function expressions are not supported/,
    ],
    ['an unknown method', (x: Tensor) => Reflect.get(x, 'a').fooling(), /cannot be scripted|undefined value Reflect/],
    [
      'a method that tensors lack',
      (x: Tensor & { fooling(): Tensor }) => x.fooling(),
      /Unknown builtin op: aten::fooling/,
    ],
    ['spreading', (x: Tensor[]) => torch.cat([...x]), /spreading/],
    ['typeof', (x: Tensor) => typeof x, /the operator typeof is not supported/],
    ['new', () => new Map(), /new expressions are not supported/],
    [
      'assignment to a member',
      (x: Tensor) => {
        x.requires_grad = true;
        return x;
      },
      /assignments to members are not supported/,
    ],
    ['optional chaining', (x: Tensor) => x?.grad?.sum(), /optional chaining/],
    ['async', async (x: Tensor) => x, /async functions and generators/],
  ];
  test.each(cases)('%s', (_, f, message) => {
    const unnamed = Object.defineProperty(f, 'name', { value: '' });
    expect(() => torch.jit.script(unnamed as () => unknown)).toThrow(message);
    expect(() => torch.jit.script(unnamed as () => unknown)).toThrow(torch.jit.NotSupportedError);
  });
  test('the line is the one of the construct', () => {
    function f(x: Tensor): Tensor {
      const y = x.add(1);
      let z = y;
      do {
        z = z.mul(2);
      } while (Number(z.sum()) < 3);
      return z;
    }
    expect(() => torch.jit.script(f)).toThrow(
      /do while statements are not supported:\n {2}f, line 4\n\s+do \{\n\s+~~~~ <--- HERE/,
    );
  });
  test('a fault in a method that is called names both places', () => {
    class Net extends nn.Module {
      helper(x: Tensor): Tensor {
        return x.add(new Date().getTime());
      }
      forward(x: Tensor): Tensor {
        return this.helper(x);
      }
    }
    expect(() => torch.jit.script(new Net())).toThrow(
      /new expressions are not supported:\n {2}helper, line 2[\s\S]*which is called:\n {2}forward, line 2/,
    );
  });
  test('calls for ever are refused', () => {
    class Net extends nn.Module {
      forward(x: Tensor): Tensor {
        return this.forward(x);
      }
    }
    expect(() => torch.jit.script(new Net())).toThrow('is called recursively');
  });
});
