import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../index.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { catchWarnings } from '../warnings.ts';
import type { Graph } from './ir.ts';

/** Kinds of nodes without constants, attributes and lists. */
const kinds = (graph: Graph): string[] =>
  graph
    .nodes()
    .map((n) => n.kind())
    .filter((k) => !['prim::Constant', 'prim::GetAttr', 'prim::ListConstruct'].includes(k));
const close = (a: unknown, b: unknown): void => torch.testing.assert_close(a, b);

class MLP extends nn.Module {
  fc1 = new nn.Linear(3, 4);
  drop = new nn.Dropout(0.5);
  bn = new nn.BatchNorm1d(4);
  fc2 = new nn.Linear(4, 2);
  forward(x: Tensor): Tensor {
    const h = torch.relu(this.bn(this.drop(this.fc1(x))));
    return torch.softmax(this.fc2(h).mul(2).add(1), -1);
  }
}
class Attention extends nn.Module {
  q = new nn.Linear(8, 8);
  k = new nn.Linear(8, 8);
  v = new nn.Linear(8, 8);
  norm = new nn.LayerNorm(8);
  forward(x: Tensor): Tensor {
    const scores = this.q(x).matmul(this.k(x).transpose(1, 2)).div(Math.sqrt(8));
    const mask = torch.triu(torch.ones(x.shape[1] ?? 1, x.shape[1] ?? 1), 1).to(torch.bool);
    return this.norm(scores.masked_fill(mask, -Infinity).softmax(-1).matmul(this.v(x)).add(x));
  }
}
class Block extends nn.Module {
  conv1: nn.Conv2d;
  bn1: nn.BatchNorm2d;
  conv2: nn.Conv2d;
  bn2: nn.BatchNorm2d;
  relu = new nn.ReLU({ inplace: true });
  down: nn.Sequential | null;
  constructor(from: number, to: number, stride: number) {
    super();
    this.conv1 = new nn.Conv2d(from, to, 3, { stride, padding: 1, bias: false });
    this.bn1 = new nn.BatchNorm2d(to);
    this.conv2 = new nn.Conv2d(to, to, 3, { padding: 1, bias: false });
    this.bn2 = new nn.BatchNorm2d(to);
    this.down =
      stride === 1
        ? null
        : new nn.Sequential(new nn.Conv2d(from, to, 1, { stride, bias: false }), new nn.BatchNorm2d(to));
  }
  forward(x: Tensor): Tensor {
    const out = this.bn2(this.conv2(this.relu(this.bn1(this.conv1(x)))));
    out.add_(this.down ? this.down(x) : x);
    return this.relu(out);
  }
}
const resnet = () =>
  new nn.Sequential(
    new nn.Conv2d(3, 4, 3, { padding: 1, bias: false }),
    new nn.BatchNorm2d(4),
    new nn.ReLU({ inplace: true }),
    new Block(4, 4, 1),
    new Block(4, 8, 2),
    new nn.AdaptiveAvgPool2d(1),
    new nn.Flatten(),
    new nn.Linear(8, 5),
  );
const lstm = () =>
  new (class Tagger extends nn.Module {
    rnn = new nn.LSTM(4, 6, { num_layers: 2, batch_first: true, bidirectional: true });
    out = new nn.Linear(12, 3);
    forward(x: Tensor): [Tensor, Tensor] {
      const [y, [h]] = this.rnn(x) as [Tensor, [Tensor, Tensor]];
      return [this.out(y), h];
    }
  })();
const models: Record<string, [make: () => nn.Module, shape: number[]]> = {
  MLP: [() => new MLP(), [5, 3]],
  CNN: [
    () =>
      new nn.Sequential(
        new nn.Conv2d(1, 4, 3),
        new nn.BatchNorm2d(4),
        new nn.ReLU(),
        new nn.MaxPool2d(2),
        new nn.Flatten(),
        new nn.Linear(36, 10),
      ),
    [2, 1, 8, 8],
  ],
  LSTM: [lstm, [2, 5, 4]],
  attention: [() => new Attention(), [2, 5, 8]],
  'multi-head attention': [
    () => new nn.TransformerEncoderLayer(8, 2, { dim_feedforward: 16, batch_first: true }),
    [2, 5, 8],
  ],
  'residual blocks': [resnet, [2, 3, 8, 8]],
};

describe('a traced module', () => {
  test.each(Object.entries(models))(
    '%s computes on new inputs what the module does, with its gradients',
    (_, [make, shape]) => {
      torch.manual_seed(1);
      const model = make().eval();
      const traced = torch.jit.trace(model, torch.randn(shape));
      const x = torch.randn(shape);
      const [ours, theirs] = [x.clone().requires_grad_(), x.clone().requires_grad_()];
      const first = (out: unknown): Tensor => (Array.isArray(out) ? out[0] : out) as Tensor;
      const [a, b] = [first(traced(ours)), first(model(theirs))];
      close(a, b);
      a.pow(2).sum().backward();
      b.pow(2).sum().backward();
      close(ours.grad, theirs.grad);
    },
  );

  // Kinds of nodes that PyTorch 1.13 records for the same modules; it calls convolutions aten::_convolution.
  test('has the operators that PyTorch records', () => {
    const mlp = torch.jit.trace(new MLP().eval(), torch.randn(2, 3));
    const call = 'prim::CallMethod';
    expect(kinds(mlp.graph)).toEqual([call, call, call, 'aten::relu', call, 'aten::mul', 'aten::add', 'aten::softmax']);
    expect(kinds(mlp.inlined_graph)).toEqual(
      'linear dropout batch_norm relu linear mul add softmax'.split(' ').map((k) => `aten::${k}`),
    );
    const [make, shape] = models['CNN'] ?? [resnet, []];
    expect(kinds(torch.jit.trace(make().eval(), torch.randn(shape)).inlined_graph)).toEqual(
      'conv2d batch_norm relu max_pool2d flatten linear'.split(' ').map((k) => `aten::${k}`),
    );
  });

  test('prints as TorchScript does', () => {
    const traced = torch.jit.trace(new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU()).eval(), torch.randn(2, 3));
    expect(String(traced)).toBe(
      'Sequential(\n  original_name=Sequential\n  (0): Linear(original_name=Linear)\n  (1): ReLU(original_name=ReLU)\n)',
    );
    expect(String(traced.inlined_graph)).toBe(`graph(%self : __torch__.Sequential,
      %input : Float(2, 3, strides=[3, 1], requires_grad=0, device=cpu)):
  %_0 : __torch__.Linear = prim::GetAttr[name="0"](%self)
  %weight : Tensor = prim::GetAttr[name="weight"](%_0)
  %bias : Tensor = prim::GetAttr[name="bias"](%_0)
  %1 : Float(2, 4, strides=[4, 1], requires_grad=1, device=cpu) = aten::linear(%input, %weight, %bias), scope: __module.0
  %_1 : __torch__.ReLU = prim::GetAttr[name="1"](%self)
  %2 : Float(2, 4, strides=[4, 1], requires_grad=1, device=cpu) = aten::relu(%1), scope: __module.1
  return (%2)
`);
    expect(traced.code).toContain('def forward(self,\n    input: Tensor) -> Tensor:\n  _0 = getattr(self, "0")\n');
    expect((traced.get_submodule('0') as typeof traced).code).toContain(
      'return torch.linear(input, self.weight, self.bias)',
    );
  });

  test('shares parameters, trains, and has the state dict of the module', () => {
    const model = new MLP();
    const traced = torch.jit.trace(model.eval(), torch.randn(4, 3));
    expect(Object.keys(traced.state_dict())).toEqual(Object.keys(model.state_dict()));
    const optimizer = new torch.optim.SGD(traced.parameters(), { lr: 0.5 });
    traced(torch.randn(4, 3)).at(':', 0).sum().backward();
    const before = model.fc1.weight.detach().clone();
    optimizer.step();
    expect(model.fc1.weight.equal(before)).toBe(false);
    close(traced(torch.ones(2, 3)), model(torch.ones(2, 3)));
  });

  test('in training mode draws new dropout masks and moves running statistics, as the module', () => {
    const model = new MLP().train();
    const traced = torch.jit.trace(model, torch.randn(6, 3), { check_trace: false });
    const x = torch.randn(6, 3);
    const batches = Number(model.bn.num_batches_tracked?.item());
    torch.manual_seed(5);
    const a = traced(x);
    torch.manual_seed(5);
    const b = model(x);
    close(a, b);
    expect(Number(model.bn.num_batches_tracked?.item())).toBe(batches + 2);
    expect(traced(x).equal(traced(x))).toBe(false);
    expect(traced.eval()(x).equal(traced(x))).toBe(false); // the mode was traced, as in PyTorch
  });

  test('a module that is called twice has a second method', () => {
    class Twice extends nn.Module {
      fc = new nn.Linear(3, 3);
      forward(x: Tensor): Tensor {
        return this.fc(this.fc(x).relu()).add(this.fc.weight.sum());
      }
    }
    const model = new Twice();
    const traced = torch.jit.trace(model, torch.randn(2, 3));
    expect(String(traced.graph)).toContain('prim::CallMethod[name="forward1"]');
    const x = torch.randn(4, 3);
    close(traced(x), model(x));
  });

  test('takes and gives tuples, and dicts where strict is false', () => {
    class Pair extends nn.Module {
      forward([a, b]: [Tensor, Tensor], { c }: { c: Tensor }): { sum: Tensor; parts: Tensor[] } {
        return { sum: a.add(b).add(c), parts: [a, b.mul(c)] };
      }
    }
    const inputs = [[torch.ones(2), torch.ones(2)], { c: torch.ones(2) }];
    expect(() => torch.jit.trace(new Pair(), inputs)).toThrow('Encountering a dict at the output of the tracer');
    const traced = torch.jit.trace(new Pair(), inputs, { strict: false });
    const out = traced([torch.tensor([1, 2]), torch.tensor([3, 4])], { c: torch.tensor([5, 6]) });
    expect(out.sum.tolist()).toEqual([9, 12]);
    expect(out.parts[1]?.tolist()).toEqual([15, 24]);
  });

  test('several methods at once', () => {
    class Coder extends nn.Module {
      fc = new nn.Linear(3, 3);
      forward(x: Tensor): Tensor {
        return this.decode(this.fc(x));
      }
      decode(x: Tensor): Tensor {
        return x.sub(this.fc.bias ?? 0);
      }
    }
    const model = new Coder();
    const traced = torch.jit.trace_module(model, { forward: torch.ones(1, 3), decode: torch.ones(1, 3) });
    const x = torch.randn(2, 3);
    close(Reflect.get(traced, 'decode')(x), model.decode(x));
    close(traced(x), model(x));
  });

  test('a deep copy has parameters of its own and the same graphs', () => {
    const traced = torch.jit.trace(new nn.Linear(2, 2), torch.ones(1, 2));
    const copy = deepcopy(traced);
    close(copy(torch.ones(1, 2)), traced(torch.ones(1, 2)));
    torch.no_grad(() => copy.get_parameter('weight').zero_());
    expect(traced.get_parameter('weight').equal(copy.get_parameter('weight'))).toBe(false);
  });
});

describe('a traced function', () => {
  const f = (x: Tensor, y: Tensor): Tensor[] => {
    const a = x.add(y, { alpha: 2 });
    const b = a.view(-1).sum();
    const c = torch.cat([x, y], 0);
    const [d] = torch.max(c, 1);
    a.add_(1);
    const [p, q] = x.chunk(2);
    return [a, b, d, x.at(0, '1:3'), p as Tensor, q as Tensor];
  };
  test('records what PyTorch records, changes in place included', () => {
    const traced = torch.jit.trace(f, [torch.randn(2, 3), torch.randn(2, 3)]);
    const names = 'add view sum cat max add_ chunk'.split(' ').map((k) => `aten::${k}`);
    expect(kinds(traced.graph)).toEqual([
      ...names,
      'prim::ListUnpack',
      'aten::select',
      'aten::slice',
      'prim::TupleConstruct',
    ]);
    const [x, y] = [torch.randn(2, 3), torch.randn(2, 3)];
    close(traced(x, y), f(x, y));
  });
  test('writes through views and into its input as the function does', () => {
    const g = (x: Tensor): Tensor => {
      const y = x.clone();
      y.set_at(7, 0);
      y.at(':', 1).mul_(3);
      y.set_at(0, y.gt(5));
      x.sub_(1);
      return y.add(x.data);
    };
    const traced = torch.jit.trace(g, torch.randn(3, 2));
    const x = torch.randn(3, 2).mul(5);
    const [a, b] = [x.clone(), x.clone()];
    close(traced(a), g(b));
    close(a, b);
  });
  test('has fresh tensors of literal values in each run, and says that they are constants', () => {
    const g = (x: Tensor): Tensor => torch.tensor([1, 2]).add_(x);
    const warnings = catchWarnings(() => {
      const traced = torch.jit.trace(g, torch.tensor([1, 1]));
      expect(traced(torch.tensor([1, 1])).tolist()).toEqual([2, 3]);
      expect(traced(torch.tensor([1, 1])).tolist()).toEqual([2, 3]);
    });
    expect(warnings.join()).toContain('TracerWarning: torch.tensor results are registered as constants in the trace.');
  });
  test('refuses what it cannot hold', () => {
    const w = torch.ones(2, { requires_grad: true });
    expect(() => torch.jit.trace((x: Tensor) => x.mul(w), torch.ones(2))).toThrow(
      'Cannot insert a Tensor that requires grad as a constant',
    );
    expect(() => torch.jit.trace(() => 3, [])).toThrow(
      'Only tensors, lists, tuples of tensors, or dictionary of tensors',
    );
    expect(() => torch.jit.trace((x: unknown) => x, [3])).toThrow('Tracer cannot infer type of number');
    const traced = torch.jit.trace((x: Tensor) => x, torch.ones(1));
    expect(() => Reflect.apply(traced, null, [])).toThrow('forward() expected 1 argument(s) but received 0');
  });
});

describe('what a trace cannot see', () => {
  test.each<[string, (x: Tensor) => Tensor, string]>([
    ['an if on item()', (x) => (Number(x.sum().item()) > 0 ? x.mul(2) : x), 'number'],
    ['JavaScript asking for a number', (x) => (Number(x.sum()) > 0 ? x.mul(2) : x), 'number'],
    ['tolist()', (x) => x.mul((x.tolist() as number[])[0] ?? 0), 'list'],
    ['is_nonzero()', (x) => (x.sum().is_nonzero() ? x.mul(2) : x), 'boolean'],
    ['equal()', (x) => (x.equal(x) ? x.mul(2) : x), 'boolean'],
  ])('%s is warned of and becomes a constant', (_, f, kind) => {
    let traced = f;
    const warnings = catchWarnings(() => (traced = torch.jit.trace(f, torch.ones(2))));
    expect(
      warnings.filter((w) =>
        w.startsWith(`TracerWarning: Converting a tensor to a ${kind} might cause the trace to be incorrect.`),
      ).length,
    ).toBeGreaterThan(0);
    expect(traced(torch.ones(2)).tolist()).toEqual(f(torch.ones(2)).tolist());
  });
  test('the branch of the example is taken for ever', () => {
    const f = (x: Tensor): Tensor => (Number(x.sum().item()) > 0 ? x.mul(2) : x);
    let traced = f;
    catchWarnings(() => (traced = torch.jit.trace(f, torch.ones(2))));
    expect(traced(torch.ones(2).neg()).tolist()).toEqual([-2, -2]);
    expect(f(torch.ones(2).neg()).tolist()).toEqual([-1, -1]);
  });
  test('numbers that are no tensors and shapes are not warned of', () => {
    expect(
      catchWarnings(() => torch.jit.trace((x: Tensor) => x.view(x.shape[0] ?? 1, -1).mul(x.numel()), torch.ones(2, 3))),
    ).toEqual([]);
  });
  test('random outputs are warned of, with the nodes that draw', () => {
    const warnings = catchWarnings(() => torch.jit.trace((x: Tensor) => x.add(torch.rand(2)), torch.ones(2)));
    expect(warnings[0]).toMatch(
      /TracerWarning: Trace had nondeterministic nodes\. Did you forget call \.eval\(\) on your model\? Nodes:\n\t.*aten::rand/,
    );
    expect(warnings[1]).toContain(
      'Output nr 1. of the traced function does not match the corresponding output of the original function.',
    );
    expect(
      catchWarnings(() => torch.jit.trace((x: Tensor) => x.add(torch.rand(2)), torch.ones(2), { check_trace: false })),
    ).toEqual([]);
  });
  test('a function that does something else each time is an error', () => {
    let calls = 0;
    const f = (x: Tensor): Tensor => (++calls % 2 === 1 ? x.add(calls) : x.mul(calls));
    catchWarnings(() =>
      expect(() => torch.jit.trace(f, torch.ones(2))).toThrow(
        /Tracing failed sanity checks!\nERROR: Graphs differed across invocations!/,
      ),
    );
    const g = (x: Tensor): Tensor =>
      x.add(
        torch
          .ones(2)
          .mul(1)
          .detach()
          .clone()
          .mul_(1)
          .add(torch.jit.is_tracing() ? 1 : 2),
      );
    expect(catchWarnings(() => torch.jit.trace(g, torch.ones(2))).join()).toContain('Output nr 1.');
  });
  test('a module in training whose dropout was forgotten is warned of', () => {
    const warnings = catchWarnings(() => torch.jit.trace(new nn.Sequential(new nn.Dropout(0.5)), torch.ones(50)));
    expect(warnings[0]).toContain('aten::dropout');
  });
  test('other inputs check that the trace holds for them', () => {
    const f = (x: Tensor): Tensor => {
      let y = x;
      for (let i = 0; i < (x.shape[0] ?? 0); i++) y = y.mul(2);
      return y;
    };
    catchWarnings(() =>
      expect(() => torch.jit.trace(f, torch.ones(2), { check_inputs: [torch.ones(2), torch.ones(3)] })).toThrow(
        'Graphs differed',
      ),
    );
  });
});
