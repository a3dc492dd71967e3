// Masks, parameters and state_dict keys after sequences of torch.nn.utils.prune calls, beside real PyTorch's (make-pruning.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { type Module, nn, optim, type Tensor } from '#engine/index.ts';

const { prune } = nn.utils;

type Options = Record<string, number | 'inf'>;
type Call = readonly [name: string, parameter: string, options?: Options];
interface State {
  pruned: boolean;
  parameters: string[];
  state: Record<string, number[]>;
  weight: number[];
}
interface Golden {
  version: string;
  sequences: { module: 'linear' | 'conv'; calls: Call[]; seed: number; states: State[] }[];
  training: (State & { calls: Call[]; losses: number[]; grad: number[] })[];
  global: {
    amounts: number[];
    method: 'L1Unstructured' | 'RandomUnstructured';
    scores: boolean;
    state: Record<string, number[]>;
  }[];
  errors: { calls: Call[]; type: string; state: string[] }[];
}
const golden: Golden = JSON.parse(readFileSync(new URL('pruning.json', import.meta.url), 'utf8'));

const modules = { linear: () => new nn.Linear(6, 5), conv: () => new nn.Conv2d(3, 4, 2) };
function call(module: Module, [name, parameter, given]: Call): void {
  const options = Object.fromEntries(Object.entries(given ?? {}).map(([k, v]) => [k, v === 'inf' ? Infinity : v]));
  const run: unknown = Reflect.get(prune, name);
  if (typeof run !== 'function') throw new Error(`prune has no ${name}`);
  Reflect.apply(run, prune, given ? [module, parameter, options] : [module, parameter]);
}
const numbers = (t: Tensor): number[] => t.detach().reshape(-1).tolist() as number[];
const stateOf = (module: Module): Record<string, number[]> =>
  Object.fromEntries(Object.entries(module.state_dict()).map(([k, v]) => [k, numbers(v)]));
const title = (calls: readonly Call[]): string =>
  calls.map(([name, p, o]) => `${name}(${p}, ${JSON.stringify(o)})`).join('; ');

function expectClose(actual: Record<string, number[]>, expected: Record<string, number[]>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, values] of Object.entries(expected))
    values.forEach((v, i) => expect(actual[name]?.[i], `${name}[${i}]`).toBeCloseTo(v, 6));
}

describe('sequences', () => {
  test.each(golden.sequences.map((s) => [s.module, title(s.calls), s] as const))('%s: %s', (_, __, s) => {
    torch.manual_seed(s.seed);
    const module: Module = modules[s.module]();
    s.calls.forEach((one, i) => {
      call(module, one);
      const want = s.states[i];
      if (!want) throw new Error('no state');
      expect(prune.is_pruned(module)).toBe(want.pruned);
      expect([...module.named_parameters()].map(([name]) => name)).toEqual(want.parameters);
      expectClose(stateOf(module), want.state);
      expectClose({ weight: numbers(Reflect.get(module, 'weight')) }, { weight: want.weight });
    });
  });
});

test.each(golden.training.map((t) => [title(t.calls), t] as const))('a pruned layer trains: %s', (_, t) => {
  torch.manual_seed(3);
  const module = new nn.Linear(6, 5);
  for (const one of t.calls) call(module, one);
  const optimizer = new optim.SGD(module.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 0.01 });
  const x = torch.randn(4, 6);
  for (const want of t.losses) {
    optimizer.zero_grad();
    const loss = module(x).pow(2).mean();
    loss.backward();
    optimizer.step();
    expect(loss.item()).toBeCloseTo(want, 6);
  }
  module(x);
  expectClose({ grad: numbers(module.get_parameter('weight_orig').grad ?? torch.empty(0)) }, { grad: t.grad });
  expectClose(stateOf(module), t.state);
});

test.each(golden.global)(
  'global_unstructured($method, $amounts, scores: $scores)',
  ({ amounts, method, scores, state }) => {
    torch.manual_seed(5);
    const [first, second] = [new nn.Linear(4, 6), new nn.Linear(6, 3)];
    const model = new nn.Sequential(first, new nn.ReLU(), second);
    const places = [
      [first, 'weight'],
      [second, 'weight'],
      [first, 'bias'],
    ] as const;
    const importance_scores = scores ? new Map([[second, { weight: torch.arange(18).reshape(3, 6).float() }]]) : null;
    for (const amount of amounts) prune.global_unstructured(places, prune[method], { importance_scores, amount });
    expectClose(stateOf(model), state);
  },
);

test.each(golden.errors.map((e) => [title(e.calls), e] as const))(
  'refused, and the module is as it was: %s',
  (_, e) => {
    const module = new nn.Linear(6, 5);
    let thrown: unknown;
    try {
      for (const one of e.calls) call(module, one);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: e.type });
    // PyTorch puts the parameter back behind the others; here it never left.
    expect(Object.keys(module.state_dict()).toSorted()).toEqual(e.state.toSorted());
  },
);

test('a method of one’s own: apply, prune, container, mask from outside', () => {
  class EveryOther extends prune.BasePruningMethod {
    override compute_mask(_: Tensor, default_mask: Tensor): Tensor {
      const mask = default_mask.clone().reshape(-1);
      mask.set_at(0, '::2');
      return mask.reshape(default_mask.shape);
    }
  }
  const module = new nn.Linear(3, 2);
  const method = EveryOther.apply(module, 'bias');
  expect(stateOf(module)['bias_mask']).toEqual([0, 1]);
  expect(new EveryOther().prune(torch.ones(5)).tolist()).toEqual([0, 1, 0, 1, 0]);
  expect(method).toBeInstanceOf(EveryOther);
  prune.l1_unstructured(module, 'bias', 1);
  expect(stateOf(module)['bias_mask']).toEqual([0, 0]);
  prune.custom_from_mask(
    module,
    'weight',
    torch.tensor([
      [1, 0, 1],
      [0, 1, 0],
    ]),
  );
  expect(stateOf(module)['weight_mask']).toEqual([1, 0, 1, 0, 1, 0]);
  prune.remove(module, 'weight');
  expect(Object.keys(module.state_dict())).toEqual(['bias_orig', 'weight', 'bias_mask']);
});
