import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '../index.ts';
import { catchWarnings } from '../warnings.ts';

const { parametrize, parametrizations, stateless } = nn.utils;
const flat = (t: Tensor): number[] => (t.detach().reshape([-1]).tolist() as number[]).map(Number);

class Symmetric extends nn.Module {
  forward(x: Tensor): Tensor {
    return x.triu().add(x.triu(1).t());
  }
  right_inverse(x: Tensor): Tensor {
    return x.triu();
  }
}
class Product extends nn.Module {
  forward(x: Tensor, y: Tensor): Tensor {
    return x.mul(y);
  }
  right_inverse(z: Tensor): [Tensor, Tensor] {
    return [z, torch.ones_like(z)];
  }
}
describe('a parametrized tensor', () => {
  test('is computed from its original, which is what is trained and saved', () => {
    const layer = parametrize.register_parametrization(new nn.Linear(3, 3), 'weight', new Symmetric());
    expect(torch.equal(layer.weight, layer.weight.t())).toBe(true);
    expect(Object.keys(layer.state_dict())).toEqual(['bias', 'parametrizations.weight.original']);
    layer(torch.ones(1, 3)).sum().backward();
    expect(flat(layer.get_parameter('parametrizations.weight.original').grad ?? torch.empty(0))).toEqual([
      1, 2, 2, 0, 1, 2, 0, 0, 1,
    ]);
    expect(parametrize.is_parametrized(layer, 'weight')).toBe(true);
    expect(parametrize.type_before_parametrizations(layer)).toBe(nn.Linear);
    expect(layer).toBeInstanceOf(nn.Linear);
  });
  test('can be assigned to where its parametrization has an inverse', () => {
    const layer = parametrize.register_parametrization(new nn.Linear(2, 2), 'weight', new Symmetric());
    layer.weight = torch.tensor([[1.5, 2], [2, 3]]) as nn.Parameter; // biome-ignore format: a matrix
    expect(flat(layer.weight)).toEqual([1.5, 2, 2, 3]);
  });
  test('may come from several originals', () => {
    const layer = new nn.Linear(2, 1);
    const before = flat(layer.weight);
    parametrize.register_parametrization(layer, 'weight', new Product());
    expect(flat(layer.weight)).toEqual(before);
    expect([...layer.named_parameters()].map(([name]) => name)).toEqual([
      'bias',
      'parametrizations.weight.original0',
      'parametrizations.weight.original1',
    ]);
    parametrize.remove_parametrizations(layer, 'weight');
    expect(layer.weight).toBeInstanceOf(nn.Parameter);
    expect(String(layer)).toBe('Linear(in_features=2, out_features=1, bias=True)');
  });
  test('is computed once inside cached', () => {
    const layer = parametrize.register_parametrization(new nn.Linear(2, 2), 'weight', new Symmetric());
    const again = (): boolean => {
      const first: Tensor = layer.weight;
      return layer.weight === first;
    };
    expect(parametrize.cached(again)).toBe(true);
    expect(again()).toBe(false);
  });
  test('stays parametrized in a copy, by the copy’s own original', () => {
    const layer = parametrizations.weight_norm(new nn.Linear(2, 2));
    const copy = nn.deepcopy(layer);
    torch.no_grad(() => copy.get_parameter('parametrizations.weight.original0').mul_(2));
    expect(flat(copy.weight)).toEqual(flat(layer.weight).map((v) => v * 2));
  });
  test('that is orthogonal stays so while it is trained', () => {
    torch.manual_seed(0);
    const layer = parametrizations.orthogonal(new nn.Linear(4, 6, { bias: false }));
    const opt = new optim.SGD(layer.parameters(), { lr: 0.1 });
    for (let i = 0; i < 5; i++) {
      opt.zero_grad();
      layer(torch.randn(8, 4)).pow(3).sum().backward();
      opt.step();
    }
    const w = layer.weight;
    expect(torch.allclose(w.t().matmul(w), torch.eye(4), { atol: 1e-5 })).toBe(true);
  });
});

test('functional_call runs a module on other tensors and leaves its own', () => {
  const net = new nn.Sequential(new nn.Linear(1, 1), new nn.Linear(1, 1, false));
  const values = () => Object.values(net.state_dict()).map(flat);
  const before = values();
  const weight = torch.tensor([[3.5]], { requires_grad: true });
  const y: Tensor = stateless.functional_call(net, { '0.weight': weight, '0.bias': torch.zeros(1) }, torch.ones(1, 1));
  y.sum().backward();
  expect(Number(weight.grad?.item())).toBe(Number(net.get_parameter('1.weight').item()));
  expect(values()).toEqual(before);
  expect(() => stateless.functional_call(net, { other: weight }, [], null, { strict: true })).toThrow(
    "Unexpected key(s): 'other'.Missing key(s): '0.weight', '0.bias', '1.weight'.",
  );
});
test('a lazy layer takes its sizes from a state dict', () => {
  const whole = new nn.Linear(3, 2);
  const lazy = new nn.LazyLinear(2);
  lazy.load_state_dict(whole.state_dict());
  expect(flat(lazy(torch.ones(1, 3)))).toEqual(flat(whole(torch.ones(1, 3))));
});
test('a copied lazy layer settles by itself', () => {
  const lazy = new nn.LazyLinear(2);
  const copy = nn.deepcopy(lazy);
  copy(torch.ones(1, 5));
  expect(String(copy)).toBe('Linear(in_features=5, out_features=2, bias=True)');
  expect(String(lazy)).toBe('LazyLinear(in_features=0, out_features=2, bias=True)');
});
test('skip_init leaves the random stream where it was', () => {
  torch.manual_seed(1);
  const next = torch.rand(1).item();
  torch.manual_seed(1);
  expect(nn.utils.skip_init(nn.Linear, 3, 2).weight.shape).toEqual([2, 3]);
  expect(torch.rand(1).item()).toBe(next);
});
test('a schedule that steps before its optimizer warns, once', () => {
  const opt = new optim.SGD([torch.zeros(1, { requires_grad: true })], { lr: 0.1 });
  const early = new optim.lr_scheduler.StepLR(opt, 2);
  const warned = catchWarnings(() => {
    early.step();
    early.step();
  });
  expect(warned).toHaveLength(1);
  expect(warned[0]).toContain('Detected call of `lr_scheduler.step()` before `optimizer.step()`');
  opt.step();
  const late = new optim.lr_scheduler.StepLR(opt, 2);
  opt.step();
  expect(catchWarnings(() => late.step())).toEqual([]);
});
test('an L-BFGS run goes on from its state dict', () => {
  const run = (steps: number, from?: [Tensor, optim.OptimizerState]): [Tensor, optim.LBFGS] => {
    const x = (from ? from[0].clone() : torch.tensor([1.5, -2.5], { dtype: torch.float64 })).requires_grad_();
    const opt = new optim.LBFGS([x], { lr: 0.5, max_iter: 2 });
    if (from) opt.load_state_dict(from[1]);
    for (let i = 0; i < steps; i++)
      opt.step(() => {
        opt.zero_grad();
        const loss = x.pow(4).sum().add(x.prod());
        loss.backward();
        return loss;
      });
    return [x.detach(), opt];
  };
  const [half, opt] = run(3);
  expect(flat(run(3, [half, opt.state_dict()])[0])).toEqual(flat(run(6)[0]));
});
