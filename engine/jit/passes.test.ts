import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../index.ts';
import { meters } from '../meters.ts';
import type { Graph } from './ir.ts';

const { passes } = torch.jit;
const close = (a: unknown, b: unknown): void => torch.testing.assert_close(a, b, { rtol: 1e-5, atol: 1e-6 });
const count = (graph: Graph): number => [...graph.everyNode()].length;
const operators = (graph: Graph): string[] =>
  [...graph.everyNode()]
    .map((n) => n.kind())
    .filter((k) => !['prim::Constant', 'prim::GetAttr', 'prim::ListConstruct'].includes(k));

/** Runs a pass on a traced function: fewer nodes, the same outputs on other inputs. */
function shrinks(f: (x: Tensor) => Tensor, pass: (graph: Graph) => Graph, shape = [3, 4]): Graph {
  const traced = torch.jit.trace(f, torch.rand(shape));
  const before = count(traced.graph);
  expect(pass(traced.graph)).toBe(traced.graph);
  expect(count(traced.graph)).toBeLessThan(before);
  const x = torch.randn(shape);
  torch.no_grad(() => close(traced(x.clone()), f(x.clone())));
  return traced.graph;
}
/** Random statistics and scales, so that folding has something to fold. */
function lively<M extends nn.Module>(model: M): M {
  for (const [name, t] of [...model.named_parameters(), ...model.named_buffers()])
    if (t.dtype === torch.float32) torch.no_grad(() => (name.includes('var') ? t.uniform_(0.5, 2) : t.normal_(0, 0.5)));
  return model.eval();
}

describe('dead code elimination', () => {
  test('takes out what nothing uses', () => {
    const graph = shrinks((x) => {
      x.exp().mul(3);
      return x.relu();
    }, passes.dead_code_elimination);
    expect(operators(graph)).toEqual(['aten::relu']);
  });
  test('keeps what writes and what draws random numbers', () => {
    const graph = shrinks((x) => {
      const y = x.clone();
      y.select(0, 0).zero_();
      y.exp();
      return y;
    }, passes.dead_code_elimination);
    expect(operators(graph)).toEqual(['aten::clone', 'aten::select', 'aten::zero_']);
    const random = torch.jit.trace(
      (x: Tensor) => {
        torch.rand(2);
        return x.relu();
      },
      torch.ones(2),
      { check_trace: false },
    );
    expect(operators(passes.dead_code_elimination(random.graph))).toContain('aten::rand');
  });
});

describe('common subexpression elimination', () => {
  test('computes the same once', () => {
    const graph = shrinks((x) => x.exp().add(1).mul(x.exp().add(1)), passes.common_subexpression_elimination);
    expect(operators(graph)).toEqual(['aten::exp', 'aten::add', 'aten::mul']);
  });
  test('reads again what was written in between', () => {
    const f = (x: Tensor): Tensor => {
      const y = x.clone();
      const before = y.sum();
      y.view(-1).add_(1);
      return before.mul(y.sum());
    };
    const traced = torch.jit.trace(f, torch.ones(2, 2));
    passes.common_subexpression_elimination(traced.graph);
    expect(operators(traced.graph).filter((k) => k === 'aten::sum')).toHaveLength(2);
    close(traced(torch.ones(2, 2)), f(torch.ones(2, 2)));
  });
  test('does not join random numbers', () => {
    const traced = torch.jit.trace((x: Tensor) => x.add(torch.rand(2)).sub(torch.rand(2)), torch.ones(2), {
      check_trace: false,
    });
    passes.common_subexpression_elimination(traced.graph);
    expect(operators(traced.graph).filter((k) => k === 'aten::rand')).toHaveLength(2);
  });
});

describe('constant propagation', () => {
  test('computes what depends on constants only', () => {
    const graph = shrinks(
      (x) => x.mul(torch.arange(4).add(1).to(torch.float32).sqrt()),
      (g) => passes.dead_code_elimination(passes.constant_propagation(g)),
    );
    expect(operators(graph)).toEqual(['aten::mul']);
  });
  test('leaves alone a constant that is written to', () => {
    const f = (x: Tensor): Tensor => torch.zeros(4).add_(x.select(0, 0));
    const traced = torch.jit.trace(f, torch.ones(3, 4));
    passes.constant_propagation(traced.graph);
    for (let i = 0; i < 2; i++) close(traced(torch.ones(3, 4)), torch.ones(4));
  });
});

describe('folding of batch norms', () => {
  test.each<[string, () => nn.Module, number[], string[]]>([
    [
      'Conv2d',
      () => new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3), new nn.ReLU({ inplace: true })),
      [2, 2, 6, 6],
      ['aten::conv2d', 'aten::relu_'],
    ],
    [
      'Conv1d without bias',
      () => new nn.Sequential(new nn.Conv1d(2, 3, 3, { bias: false }), new nn.BatchNorm1d(3)),
      [2, 2, 6],
      ['aten::conv1d'],
    ],
    [
      'Conv2d in groups, norm without scale',
      () => new nn.Sequential(new nn.Conv2d(4, 4, 3, { groups: 4 }), new nn.BatchNorm2d(4, { affine: false })),
      [2, 4, 6, 6],
      ['aten::conv2d'],
    ],
    ['Linear', () => new nn.Sequential(new nn.Linear(4, 3), new nn.BatchNorm1d(3)), [5, 4], ['aten::linear']],
  ])('%s with its batch norm becomes one operator', (_, make, shape, left) => {
    torch.manual_seed(3);
    const model = lively(make());
    const traced = torch.jit.trace(model, torch.randn(shape));
    const plain = torch.jit.freeze(traced, { optimize_numerics: false });
    const before = count(plain.graph);
    passes.dead_code_elimination(passes.fold_linear_batch_norm(passes.fold_conv_batch_norm(plain.graph)));
    expect(count(plain.graph)).toBeLessThan(before);
    expect(operators(plain.graph)).toEqual(left);
    const x = torch.randn(shape);
    close(plain(x), model(x));
    expect(operators(torch.jit.freeze(traced).graph)).toEqual(left);
  });
  test('a norm that is not right behind the convolution, or whose input is used twice, stays', () => {
    class Twice extends nn.Module {
      conv = new nn.Conv2d(2, 2, 1);
      bn = new nn.BatchNorm2d(2);
      forward(x: Tensor): Tensor {
        const y = this.conv(x);
        return this.bn(y).add(y);
      }
    }
    const model = lively(new Twice());
    const frozen = torch.jit.freeze(torch.jit.trace(model, torch.randn(1, 2, 3, 3)));
    expect(operators(frozen.graph)).toContain('aten::batch_norm');
    const x = torch.randn(1, 2, 3, 3);
    close(frozen(x), model(x));
  });
});

describe('pointwise fusion', () => {
  test('a chain of pointwise operators becomes one kernel', () => {
    const f = (x: Tensor): Tensor => x.mul(2).add(1).sigmoid().mul(x.tanh()).sub(x.at(0), { alpha: 0.5 });
    const graph = shrinks(f, (g) => passes.dead_code_elimination(passes.fuse_pointwise(g)));
    expect(operators(graph).filter((k) => k.startsWith('aten::'))).toEqual(['aten::select']);
    const traced = torch.jit.trace(f, torch.randn(3, 4));
    const kernels = (): number => {
      const x = torch.randn(3, 4);
      meters.start();
      torch.no_grad(() => traced(x));
      return meters.stop().kernels;
    };
    const before = kernels();
    passes.fuse_pointwise(traced.graph);
    expect(before).toBe(6);
    expect(kernels()).toBe(1);
  });
  test('gradients and other dtypes than were traced go through the operators', () => {
    const f = (x: Tensor): Tensor => x.mul(3).exp().add(1).log();
    const traced = torch.jit.trace(f, torch.randn(4));
    passes.fuse_pointwise(traced.graph);
    const [a, b] = [torch.randn(4), torch.randn(4)].map((t) => t.requires_grad_()) as [Tensor, Tensor];
    b.data = a.data;
    traced(a).sum().backward();
    f(b).sum().backward();
    close(a.grad, b.grad);
    const long = torch.arange(4);
    close(traced(long), f(long));
    const half = torch.randn(4).to(torch.float64);
    close(traced(half), f(half));
  });
  test('what is written between two operators keeps them apart', () => {
    const f = (x: Tensor): Tensor => {
      const y = x.clone();
      const a = y.mul(2);
      y.add_(10);
      return a.add(1);
    };
    const traced = torch.jit.trace(f, torch.ones(3));
    passes.fuse_pointwise(traced.graph);
    close(traced(torch.ones(3)), f(torch.ones(3)));
    expect(operators(traced.graph)).not.toContain('prim::FusionGroup');
  });
});

describe('freeze', () => {
  test('makes constants of attributes and takes out dropouts; the module it was made from trains on', () => {
    const model = lively(new nn.Sequential(new nn.Linear(3, 3), new nn.Dropout(0.5), new nn.ReLU()));
    const traced = torch.jit.trace(model, torch.randn(2, 3));
    const frozen = torch.jit.freeze(traced);
    expect([...frozen.parameters()]).toEqual([]);
    expect(operators(frozen.graph)).toEqual(['aten::linear', 'aten::relu']);
    const x = torch.randn(2, 3);
    const expected = model(x);
    torch.no_grad(() => model.get_parameter('0.weight').zero_());
    close(frozen(x), expected);
    expect(count(frozen.graph)).toBeLessThan(count(traced.inlined_graph));
  });
  test('refuses training mode and what is no ScriptModule', () => {
    const traced = torch.jit.trace(new nn.Linear(2, 2), torch.ones(1, 2));
    expect(() => torch.jit.freeze(traced.train())).toThrow('only implemented for modules in eval mode');
    expect(() => Reflect.apply(torch.jit.freeze, null, [new nn.Linear(2, 2)])).toThrow(
      'Freezing expects a ScriptModule as input',
    );
  });
  test('keeps an attribute that forward writes to', () => {
    class Counter extends nn.Module {
      n = new nn.Buffer(torch.zeros(1));
      inner = new nn.Linear(1, 1);
      forward(x: Tensor): Tensor {
        this.n.add_(1);
        return this.inner(x).add(this.n);
      }
    }
    const traced = torch.jit.trace(new Counter().eval(), torch.ones(1), { check_trace: false });
    const frozen = torch.jit.freeze(traced);
    const [a, b] = [frozen(torch.ones(1)), frozen(torch.ones(1))];
    close(b.sub(a), torch.ones(1));
    expect([...frozen.buffers()]).toHaveLength(1);
  });
});
