import { describe, expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';
import * as nn from '#engine/nn/index.ts';
import { SGD } from '#engine/optim/index.ts';

class Net extends nn.Module {
  fc1 = new nn.Linear(4, 3);
  scale = new nn.Parameter(torch.ones(1));
  fc2 = new nn.Linear(3, 2);
  mean = new nn.Buffer(torch.zeros(2));
  note = 'no parameter';
  plain = torch.zeros(5);
  forward(x: Tensor): Tensor {
    return this.fc2(this.fc1(x).relu()).mul(this.scale);
  }
}
const names = (entries: Iterable<readonly [string, unknown]>): string[] => [...entries].map(([name]) => name);

describe('a module finds what it owns', () => {
  test('parameters in definition order, own ones first, buffers apart, plain tensors and texts nowhere', () => {
    const net = new Net();
    expect(names(net.named_parameters())).toEqual(['scale', 'fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias']);
    expect(names(net.named_buffers())).toEqual(['mean']);
    expect(Object.keys(net.state_dict())).toEqual([
      'scale',
      'mean',
      'fc1.weight',
      'fc1.bias',
      'fc2.weight',
      'fc2.bias',
    ]);
    expect(names(net.named_modules())).toEqual(['', 'fc1', 'fc2']);
    expect(names(net.named_parameters({ prefix: 'net', recurse: false }))).toEqual(['net.scale']);
  });
  test('what is assigned later is registered too, what is replaced is forgotten', () => {
    const net = new Net();
    Object.assign(net, { extra: new nn.Linear(1, 1, { bias: false }) });
    net.fc1 = new nn.Linear(4, 3, { bias: false });
    expect(names(net.named_parameters())).toEqual(['scale', 'fc1.weight', 'fc2.weight', 'fc2.bias', 'extra.weight']);
  });
  test('a shared parameter or module is listed once, but saved under each name', () => {
    const shared = new nn.Linear(2, 2, { bias: false });
    const pair = new nn.Sequential(shared, shared);
    expect(names(pair.named_parameters())).toEqual(['0.weight']);
    expect(names(pair.named_modules())).toEqual(['', '0']);
    expect(names(pair.named_parameters({ remove_duplicate: false }))).toEqual(['0.weight', '1.weight']);
    expect(Object.keys(pair.state_dict())).toEqual(['0.weight', '1.weight']);
  });
  test('own properties of functions do not leak, and a module may have a field called name', () => {
    class Named extends nn.Module {
      override name = 'mine';
      forward(x: Tensor): Tensor {
        return x;
      }
    }
    expect(Object.getOwnPropertyNames(new nn.ReLU())).toEqual(['training', 'inplace']);
    const named = new Named();
    expect(named.name).toBe('mine');
    expect(named).toBeInstanceOf(nn.Module);
    expect(new nn.Linear(1, 1)).toBeInstanceOf(nn.Linear);
    expect(new nn.Linear(1, 1)).not.toBeInstanceOf(nn.ReLU);
  });
  test('modules work after all prototypes are frozen', () => {
    class Late extends nn.Module {
      fc = new nn.Linear(2, 2);
      forward(x: Tensor): Tensor {
        return this.fc(x);
      }
    }
    for (const c of [Late, nn.Linear, nn.Module]) Object.freeze(c.prototype);
    const late = new Late();
    late.train(false);
    expect(late(torch.ones(1, 2)).shape).toEqual([1, 2]);
    expect(late.training).toBe(false);
    expect(late.fc.training).toBe(false);
  });
  test('a buffer that is not persistent is kept out of state_dict; null buffers and parameters are not listed', () => {
    const m = new nn.Identity();
    m.register_buffer('a', torch.zeros(1), { persistent: false });
    m.register_buffer('b', torch.zeros(1));
    m.register_buffer('c', null);
    m.register_parameter('w', null);
    expect(names(m.named_buffers())).toEqual(['a', 'b']);
    expect(Object.keys(m.state_dict())).toEqual(['b']);
    expect(() => m.register_buffer('forward', torch.zeros(1))).toThrow("attribute 'forward' already exists");
    expect(() => m.register_buffer('x.y', torch.zeros(1))).toThrow('can\'t contain "."');
  });
  test('integer-like names keep the order they were added in', () => {
    const dict = new nn.ModuleDict<nn.Module>();
    dict.set('10', new nn.ReLU()).set('2', new nn.Tanh());
    expect(dict.keys()).toEqual(['10', '2']);
    expect(String(dict)).toBe('ModuleDict(\n  (10): ReLU()\n  (2): Tanh()\n)');
  });
});

describe('loading state', () => {
  test('copies values in place and reports that all matched', () => {
    const [a, b] = [new Net(), new Net()];
    const weight = b.fc1.weight;
    const answer = b.load_state_dict(a.state_dict());
    expect(String(answer)).toBe('<All keys matched successfully>');
    expect(b.fc1.weight).toBe(weight);
    expect(b.fc1.weight.tolist()).toEqual(a.fc1.weight.tolist());
    a.fc1.weight.data.fill_(7);
    expect(b.fc1.weight.eq(7).any().item()).toBe(false);
  });
  test('names everything that is missing, unexpected or of another size, in one error', () => {
    const net = new nn.Sequential(new nn.Linear(2, 3));
    expect(() =>
      net.load_state_dict({ '0.weight': torch.zeros(3, 3), '1.weight': torch.zeros(1), x: torch.zeros(1) }),
    ).toThrow(
      'Error(s) in loading state_dict for Sequential:\n\tMissing key(s) in state_dict: "0.bias". \n\tUnexpected key(s) in state_dict: "1.weight", "x". \n\t' +
        'size mismatch for 0.weight: copying a param with shape torch.Size([3, 3]) from checkpoint, the shape in current model is torch.Size([3, 2]).',
    );
    const loose = net.load_state_dict({ '0.bias': torch.ones(3), x: torch.zeros(1) }, { strict: false });
    expect([loose.missing_keys, loose.unexpected_keys]).toEqual([['0.weight'], ['x']]);
  });
});

describe('hooks', () => {
  test('run in order around forward, may replace arguments and output, and can be removed', () => {
    const log: string[] = [];
    const m = new nn.Identity();
    const pre = m.register_forward_pre_hook((_, [x]) => {
      log.push('before');
      return (x as Tensor).add(1);
    });
    m.register_forward_hook((_, __, output) => {
      log.push('after');
      return output.mul(10);
    });
    expect(m(torch.ones(1)).item()).toBe(20);
    pre.remove();
    expect(m(torch.ones(1)).item()).toBe(10);
    expect(log).toEqual(['before', 'after', 'after']);
  });
  test('a full backward hook sees and may replace the gradients at the inputs', () => {
    const m = new nn.Linear(2, 1, { bias: false });
    m.weight.data.copy_(torch.tensor([[2, 3]]));
    const seen: unknown[] = [];
    m.register_full_backward_hook((_, gradInput, gradOutput) => {
      seen.push(gradInput[0]?.tolist(), gradOutput[0]?.tolist());
      return [gradInput[0]?.mul(0) ?? null];
    });
    const x = torch.ones(1, 2, { requires_grad: true });
    m(x).mul(5).sum().backward();
    expect(seen).toEqual([[[10, 15]], [[5]]]);
    expect(x.grad?.tolist()).toEqual([[0, 0]]);
    expect(m.weight.grad?.tolist()).toEqual([[5, 5]]);
  });
  test('a full backward hook also runs where no input needs a gradient', () => {
    const m = new nn.Linear(2, 1);
    const seen: unknown[] = [];
    m.register_full_backward_hook((_, gradInput, gradOutput) => void seen.push([...gradInput], gradOutput.length));
    m(torch.ones(1, 2)).sum().backward();
    expect(seen).toEqual([[null], 1]);
  });
});

test('train, eval, apply, requires_grad_, zero_grad and to reach all below', () => {
  const net = new Net();
  net.eval();
  expect([...net.modules()].some((m) => m.training)).toBe(false);
  const order: string[] = [];
  net.apply((m) => order.push(m._get_name()));
  expect(order).toEqual(['Linear', 'Linear', 'Net']);
  net.fc1.requires_grad_(false);
  net(torch.ones(1, 4)).sum().backward();
  expect(net.fc1.weight.grad).toBeNull();
  expect(net.fc2.weight.grad).not.toBeNull();
  net.zero_grad({ set_to_none: false });
  expect(net.fc2.bias?.grad?.tolist()).toEqual([0, 0]);
  net.zero_grad();
  expect(net.fc2.bias?.grad).toBeNull();
  const weight = net.fc1.weight;
  net.double();
  expect(net.fc1.weight).toBe(weight);
  expect([net.fc1.weight.dtype, net.mean.dtype, net.plain.dtype].map(String)).toEqual([
    'torch.float64',
    'torch.float64',
    'torch.float32',
  ]);
});
test('a module without forward says so; a wrong argument too', () => {
  class Empty extends nn.Module {}
  expect(() => new Empty()(torch.ones(1))).toThrow('Module [Empty] is missing the required "forward" function');
  expect(() => Reflect.construct(nn.Linear, [3])).toThrow(
    "Linear() missing 1 required positional argument: 'out_features'",
  );
  expect(() => Reflect.construct(nn.Linear, [3, 2, { biass: false }])).toThrow(
    "Linear() got an unexpected keyword argument 'biass'",
  );
});
test('modules of a list that print alike are folded', () => {
  const list = new nn.ModuleList<nn.Module>([new nn.Linear(2, 2), new nn.Linear(2, 2), new nn.ReLU()]);
  expect(String(list)).toBe(
    'ModuleList(\n  (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)\n  (2): ReLU()\n)',
  );
});
test('lists and chains can be changed, indexed and iterated', () => {
  const list = new nn.ModuleList<nn.Module>([new nn.ReLU()]);
  list.append(new nn.Tanh()).insert(1, new nn.Sigmoid());
  expect([...list].map((m) => m._get_name())).toEqual(['ReLU', 'Sigmoid', 'Tanh']);
  expect(list.at(-1)).toBeInstanceOf(nn.Tanh);
  expect(list.pop(0)).toBeInstanceOf(nn.ReLU);
  expect([list.length, String(list.at(0))]).toEqual([2, 'Sigmoid()']);
  expect(() => list.at(5)).toThrow('index 5 is out of range');
  const chain = new nn.Sequential({ first: new nn.Linear(2, 2), act: new nn.ReLU() });
  expect(Object.keys(chain.state_dict())).toEqual(['first.weight', 'first.bias']);
});
test('a deep copy shares nothing with its original and keeps what was tied tied', () => {
  const net = new nn.Sequential(new nn.Linear(2, 2), new nn.BatchNorm1d(2));
  const copy = nn.deepcopy(net);
  expect(copy(torch.ones(3, 2)).shape).toEqual([3, 2]);
  net.at(0).parameters().next().value?.data.fill_(9);
  expect(copy.state_dict()['0.weight']?.eq(9).any().item()).toBe(false);
  expect(Object.keys(copy.state_dict())).toEqual(Object.keys(net.state_dict()));
  const tied = new nn.Linear(2, 2);
  const both = nn.deepcopy(new nn.Sequential(tied, tied));
  expect(both.at(0)).toBe(both.at(1));
});
test('an optimizer refuses what cannot be trained, and its state moves to another', () => {
  const w = torch.ones(2, { requires_grad: true });
  expect(() => new SGD([], { lr: 1 })).toThrow('optimizer got an empty parameter list');
  expect(() => new SGD([w.mul(2)], { lr: 1 })).toThrow("can't optimize a non-leaf Tensor");
  expect(() => new SGD([w], { lr: -1 })).toThrow('Invalid learning rate: -1');
  expect(() => new SGD([w], { lr: 1, nesterov: true })).toThrow(
    'Nesterov momentum requires a momentum and zero dampening',
  );
  expect(() => new SGD([{ params: [w] }, { params: [w] }], { lr: 1 })).toThrow(
    'some parameters appear in more than one parameter group',
  );
  const first = new SGD([w], { lr: 0.5, momentum: 0.9 });
  w.sum().backward();
  first.step();
  const state = first.state_dict();
  expect(state.param_groups[0]?.params).toEqual([0]);
  const second = new SGD([w], { lr: 1, momentum: 0.1 });
  second.load_state_dict(state);
  second.step();
  expect(second.param_groups[0]?.lr).toBe(0.5);
  expect(w.tolist()).toEqual([Math.fround(1 - 0.5 - 0.5 * 1.9), Math.fround(1 - 0.5 - 0.5 * 1.9)]);
});
