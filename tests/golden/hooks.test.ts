// In which order modules call their hooks, and what they tell of themselves: the log of real PyTorch (make-hooks.py), made here.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import torch, { nn, optim, Tensor } from '#engine/index.ts';

const golden: string[] = JSON.parse(readFileSync(new URL('hooks.json', import.meta.url), 'utf8'));
/** The part of PyTorch's log under a heading. */
function part(heading: string): string[] {
  const start = heading === '' ? 0 : golden.indexOf(`-- ${heading}`) + 1;
  const end = golden.findIndex((line, i) => i >= start && line.startsWith('-- '));
  return golden.slice(start, end < 0 ? undefined : end);
}
const short = (t: unknown): string => (t instanceof Tensor ? Number(t.double().sum().item()).toFixed(4) : 'None');
const list = (names: readonly unknown[]): string =>
  `[${names.map((n) => (typeof n === 'string' ? `'${n}'` : Array.isArray(n) ? list(n) : String(n))).join(', ')}]`;
const names = (pairs: Iterable<readonly [string, unknown]>): string => list(Array.from(pairs, ([name]) => name));

class Net extends nn.Module {
  a = new nn.Linear(2, 3);
  b = new nn.Linear(3, 2);
  forward(x: Tensor): Tensor {
    return this.b(this.a(x).relu());
  }
}
function watched(net: Net, log: string[]): { remove(): void }[] {
  const modules: [string, nn.Module][] = [
    ['net', net],
    ['a', net.a],
    ['b', net.b],
  ];
  return modules.flatMap(([name, m]) => [
    m.register_forward_pre_hook((_, args) => void log.push(`${name} pre ${short(args[0])}`)),
    m.register_forward_hook((_, args, out) => void log.push(`${name} post ${short(args[0])} ${short(out)}`)),
    m.register_full_backward_hook((_, gi, go) => void log.push(`${name} back ${short(gi[0])} ${short(go[0])}`)),
  ]);
}

test('hooks run in PyTorch’s order, replace what they return, and go when removed', () => {
  const log: string[] = [];
  const said = (heading: string): void => {
    expect(log).toEqual(part(heading));
    log.length = 0;
  };
  torch.manual_seed(0);
  const net = new Net();
  const x = torch.randn(4, 2);
  const handles = watched(net, log);
  net(x).square().sum().backward();
  said('');
  const y = torch.randn(4, 2, { requires_grad: true });
  net(y).square().sum().backward();
  log.push(`y ${short(y.grad)}`);
  said('input with gradient');
  const extra = [
    net.a.register_forward_pre_hook((_, args) => (args[0] as Tensor).mul(2)),
    net.a.register_forward_pre_hook((_, args) => [(args[0] as Tensor).add(1)]),
    net.a.register_forward_hook((_, __, out) => out.mul(3)),
    net.b.register_full_backward_hook((_, gi) => [gi[0]?.mul(10) ?? null]),
    net.b.register_full_backward_hook((_, gi) => void log.push(`b again ${short(gi[0])}`)),
  ];
  net.zero_grad();
  net(y).square().sum().backward();
  log.push(`a.weight ${short(net.a.weight.grad)}`);
  said('replaced');
  for (const h of [...extra, ...handles.slice(0, 4)]) h.remove();
  net(x).sum().backward();
  said('removed');
  nn.deepcopy(net)(x);
  said('copied');
  torch.no_grad(() => net(x));
  said('no grad');
});

test('state_dict and load_state_dict call their hooks in PyTorch’s order', () => {
  const log: string[] = [];
  const net = new Net();
  const modules: [string, nn.Module][] = [
    ['net', net],
    ['a', net.a],
    ['b', net.b],
  ];
  for (const [name, m] of modules) {
    m.register_state_dict_post_hook((_, state, prefix) => {
      log.push(`${name} saved '${prefix}' ${list(Object.keys(state))}`);
    });
    m.register_load_state_dict_pre_hook((_, __, prefix, ___, ____, missing, unexpected) => {
      log.push(`${name} load '${prefix}' ${list(missing)} ${list(unexpected)}`);
    });
    m.register_load_state_dict_post_hook((_, keys) => {
      log.push(`${name} loaded ${list(keys.missing_keys)} ${list(keys.unexpected_keys)}`);
    });
  }
  const { 'a.bias': _, ...state } = net.state_dict();
  log.push(String(net.load_state_dict({ ...state, 'b.more': torch.ones(1) }, { strict: false })));
  log.push(String(net.load_state_dict(net.state_dict())));
  expect(log).toEqual(part('state'));
});

test('parameters, buffers and modules are listed with PyTorch’s names, shared ones once', () => {
  const log: string[] = [];
  class Tree extends nn.Module {
    one = new nn.Linear(1, 1);
    two = new nn.Sequential(this.one, new nn.ReLU());
    three = new nn.ModuleDict<nn.Module>({ x: this.one, y: new nn.BatchNorm1d(2) });
  }
  const tree = new Tree();
  tree.register_buffer('kept', torch.ones(1));
  tree.register_buffer('lost', torch.ones(1), { persistent: false });
  tree.register_parameter('none', null);
  log.push(names(tree.named_parameters()), names(tree.named_parameters({ prefix: 'p', recurse: false })));
  log.push(names(tree.named_buffers()), names(tree.named_modules()));
  log.push(names(tree.named_modules({ remove_duplicate: false })), names(tree.named_children()));
  log.push(list(Object.keys(tree.state_dict())), list(Object.keys(tree.state_dict({ prefix: 'q.' }))));
  const order: string[] = [];
  tree.apply((m) => order.push(m === tree ? 'Module' : m._get_name()));
  log.push(list(order));
  expect(log).toEqual(part('walking'));
});

test('containers are indexed, sliced, grown and shrunk as in PyTorch', () => {
  const log: string[] = [];
  const s = new nn.Sequential(new nn.ReLU(), new nn.Tanh());
  s.append(new nn.Sigmoid());
  s.insert(1, new nn.ELU());
  log.push(String(s), String(s.slice(1, 3)));
  s.pop(0);
  log.push(names(s.named_children()));
  s.set_at(0, new nn.GELU());
  log.push(String(s.at(-1)) + String(s.at(0)));
  const m = new nn.ModuleList<nn.Module>([new nn.ReLU()]);
  m.extend([new nn.Tanh(), new nn.ELU()]);
  m.insert(0, new nn.GELU());
  const before = list(Array.from(m, (c) => c._get_name())) + String(m.length);
  log.push(before + m.pop(1)._get_name() + names(m.named_children()));
  expect(log).toEqual(part('containers'));
});

test('parameter groups are added, refused and numbered as in PyTorch', () => {
  const log: string[] = [];
  const p = Array.from({ length: 4 }, () => new nn.Parameter(torch.ones(1)));
  const [p0, p1, p2, p3] = p as [nn.Parameter, nn.Parameter, nn.Parameter, nn.Parameter];
  const opt = new optim.SGD([{ params: [p0, p1] }, { params: [p2], lr: 0.5 }], { lr: 0.1, momentum: 0.9 });
  opt.add_param_group({ params: p3, momentum: 0.3 });
  p1.mul(p1).add(p2.mul(p2)).add(p3.mul(p3)).sum().backward();
  opt.step();
  const d = opt.state_dict();
  const of = (key: string): string => list(d.param_groups.map((g) => g[key]));
  log.push(of('params') + of('lr') + of('momentum'), list(Object.keys(d.state).map(Number)));
  const tried = (body: () => void): void => {
    try {
      body();
      log.push('added');
    } catch (error) {
      log.push(String(error));
    }
  };
  const unknown = (params: unknown): { params: Iterable<Tensor> } => ({ params: params as Iterable<Tensor> });
  for (const bad of [[p0], [p3, p3], [1], [p0.mul(2)], new Set([p0])]) tried(() => opt.add_param_group(unknown(bad)));
  tried(() => new optim.SGD(p, { lr: 0.1 }).load_state_dict(d));
  const other = new optim.SGD([{ params: [p0] }, { params: [p1, p2] }, { params: [p3] }], { lr: 0.1 });
  tried(() => other.load_state_dict(d));
  expect(log).toEqual(part('groups'));
});
