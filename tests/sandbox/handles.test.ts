// The authoring library against a real jailed process: what a test author can do with what lives over there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeResult } from '#sandbox/result.ts';

let grader: Grader;
const faults: string[] = [];
beforeAll(async () => {
  grader = await createGrader({
    concurrency: 1,
    catalogueUrl: new URL('./handles-catalogue.ts', import.meta.url).href,
    onFault: (fault) => faults.push(fault),
  });
}, 60_000);
afterAll(() => grader.close());

const grade = async (source: string): Promise<GradeResult> => {
  faults.length = 0;
  const result = await grader.grade({ challenge: 'handles', source, kind: 'submit', seed: 99 });
  expect(faults).toStrictEqual([]);
  return result;
};
const statuses = (result: GradeResult): { readonly [test: string]: unknown } =>
  Object.fromEntries(
    result.tests.map((t) => [
      t.id.split('/')[1],
      t.status === 'passed' ? 'passed' : [t.status, t.error?.message, t.evidence],
    ]),
  );

const right = `import torch, { nn, optim, type Tensor } from 'torch';
export class Net extends nn.Module {
  fc: nn.Linear;
  constructor(inputs: number) { super(); this.fc = new nn.Linear(inputs, 2); }
  override forward(x: Tensor): Tensor { return this.fc(x).relu(); }
}
export const make_optimizer = (model: nn.Module) => new optim.SGD(model.parameters(), { lr: 0.5 });
export const train = (model: nn.Module, optimizer: optim.SGD, x: Tensor): number[] => {
  const losses = [];
  for (let i = 0; i < 3; i++) { optimizer.zero_grad(); const loss = model(x).pow(2).mean(); loss.backward(); optimizer.step(); losses.push(loss.item()); }
  return losses;
};
export const in_ranks = (seen: (rank: number, step: number) => number) => torch.multiprocessing.spawn((rank: number) => {
  torch.distributed.init_process_group('gloo');
  return [1, 2].map((step) => { torch.distributed.barrier(); const told = seen(rank, step); console.log('rank', rank, 'step', step); torch.distributed.barrier(); return told; });
}, [], 2);
export const best_of = (model: nn.Module, train_epoch: (m: nn.Module) => void, epochs: number) => {
  const states = [];
  for (let i = 0; i < epochs; i++) { train_epoch(model); states.push(Object.fromEntries(Object.entries(model.state_dict()).map(([k, t]) => [k, t.clone()]))); }
  return states[2];
};
export const parts = (x: Tensor) => ({ view: x.detach(), copy: x.clone(), tagged: { list: [1, 'a', null, true] }, most: x.max(0) });
export class Meter { n = 0; update(k: number) { this.n += k; return this; } get total() { return this.n; } }
export const step = (optimizer: optim.Optimizer, scheduler: optim.lr_scheduler.LRScheduler) => { optimizer.step(); scheduler.step(); };
export function* count(n: number) { for (let i = 0; i < n; i++) yield i; }
export function* telling(seen: (i: number) => void) { for (let i = 0; i < 3; i++) { seen(i); yield i; } }
export class Bag { items: number[]; constructor(items: number[]) { this.items = items; } [Symbol.iterator]() { return this.items.values(); } }
export const square = (x: Tensor) => x.pow(2);
export const compose = (f: (x: Tensor) => Tensor, g: (x: Tensor) => Tensor) => (x: Tensor) => f(g(x));
export const identity = (x: unknown) => x;
export const labels = (data: any) => { const all = []; for (let i = data.length - 1; i >= 0; i--) all.push(data.at(i)[1]); return all; };
export const item = (data: any, i: number) => data.at(i);
export const layer = (x: Tensor, w: Tensor) => x.matmul(w).tanh();
export const train_once = (model: nn.Module, x: Tensor, evaluate: (m: nn.Module) => void) => {
  model(x).sum().backward();
  torch.no_grad(() => evaluate(model));
};
export const peek = (model: nn.Module, x: Tensor) => {
  const state = torch.get_rng_state();
  model.eval();
  const y = torch.no_grad(() => model(x));
  model.train();
  torch.set_rng_state(state);
  return y;
};
export const pack = (x: unknown) => torch.save(x);
export const unpack = (bytes: Uint8Array) => torch.load(bytes);
export const cast = (x: Tensor, dtype: any) => x.to(dtype);
export const draw = () => torch.randn([3]);
export const epoch = (loader: Iterable<Tensor>) => [...loader];
export class Squares extends torch.utils.data.Dataset<number> {
  n: number;
  constructor(n: number) { super(); this.n = n; }
  __getitem__(i: number) { return i * i; }
  override __len__() { return this.n; }
}
export class SignSGD extends optim.Optimizer<{ lr: number }> {
  constructor(params: Tensor[], lr: number) { super(params, { lr }); }
  _update(group: any) { for (const p of group.params) if (p.grad) p.sub_(p.grad.sign().mul(group.lr)); }
}
export class Cube extends torch.autograd.Function {
  static override forward(ctx: any, x: Tensor) { ctx.save_for_backward(x); return x.pow(3); }
  static override backward(ctx: any, grad: Tensor) { const [x] = ctx.saved_tensors; return grad.mul(x.pow(2)).mul(3); }
}
const block = (x: Tensor): Tensor => x.exp().neg().exp().neg().exp().neg().exp();
export const deep = (x: Tensor) => block(x).exp().sum();
export const checkpointed = (x: Tensor) => torch.utils.checkpoint.checkpoint(block, x, { use_reentrant: false }).exp().sum();
`;

test('modules, optimizers, spies, nested requests, aliases and plain data all work across the pipe', async () => {
  const result = await grade(right);
  expect(statuses(result)).toStrictEqual({
    'constructs-and-reads': 'passed',
    'trains-a-given-model': 'passed',
    'asks-and-prints-once-from-ranks-that-are-run-again': 'passed',
    'moves-weights-from-a-spy': 'passed',
    'sees-aliases-and-data': 'passed',
    'keeps-an-object': 'passed',
    'sees-an-error': 'passed',
    'asks-inside-a-spy': 'passed',
    'drives-optimizers-and-schedules': 'passed',
    'iterates-lazily': 'passed',
    'gives-closures-back': 'passed',
    'reads-a-dataset': 'passed',
    'checks-gradients': 'passed',
    'meters-work': 'passed',
    'sees-what-stays': 'passed',
    'takes-any-module-dtype-and-file': 'passed',
    'reaches-into-models': 'passed',
    'draws-the-same-each-time': 'passed',
    'extends-the-library': 'passed',
  });
  const ranks = result.tests.find((t) => t.id.endsWith('/asks-and-prints-once-from-ranks-that-are-run-again'));
  const printed = (ranks?.console ?? '').trim().split('\n');
  expect(printed.toSorted()).toEqual(['rank 0 step 1', 'rank 0 step 2', 'rank 1 step 1', 'rank 1 step 2']);
});
test('the same tests fail for one that returns the references', async () => {
  const result = await grade(right.replace('t.clone()])', 't])'));
  expect(statuses(result)['moves-weights-from-a-spy']).toMatchObject(['failed', undefined, [{ kind: 'tensor' }]]);
});
test('a failure inside a spy ends the test even when the submission swallows it', async () => {
  const result = await grade(
    right.replace('train_epoch(model);', 'try { train_epoch(new Meter() as never); } catch {}'),
  );
  expect(statuses(result)['asks-inside-a-spy']).toMatchObject([
    'failed',
    undefined,
    [{ kind: 'value', expected: 'a module', actual: 'a Meter' }],
  ]);
});
test.each<[test: string, from: string, to: string, evidence: object]>([
  ['iterates-lazily', 'i < n; i++) yield i', 'i < n + 1; i++) yield i', { kind: 'value', expected: 'at most 4 items' }],
  [
    'iterates-lazily',
    'i < 3; i++) { seen(i); yield i; }',
    'i < 3; i++) seen(i); yield 0; yield 1',
    { kind: 'calls', count: 3 },
  ],
  ['checks-gradients', 'x.matmul(w).tanh()', 'x.detach().matmul(w).tanh()', { kind: 'value', expected: 'a gradient' }],
  ['checks-gradients', 'x.matmul(w).tanh()', 'x.matmul(w).tanh().detach()', { kind: 'value', expected: 'true' }],
  ['meters-work', 'torch.no_grad(() => evaluate(model))', 'evaluate(model)', { kind: 'meter' }],
  ['meters-work', 'model(x).sum()', 'model(x).add(model(x)).sum()', { kind: 'meter' }],
  [
    'sees-what-stays',
    '  model.train();\n',
    '',
    { kind: 'changed', changes: [{ what: 'model.training' }, { what: 'model.0.training' }, {}, {}] },
  ],
  ['sees-what-stays', '  model.eval();\n', '', { kind: 'changed' }],
  [
    'sees-what-stays',
    '  torch.set_rng_state(state);\n',
    '  torch.rand([1]);\n',
    { kind: 'changed', changes: [{ what: 'random state' }] },
  ],
  ['reads-a-dataset', 'data.length - 1; i >= 0; i--', '0; i < data.length; i++', { kind: 'value' }],
])('%s fails when %s becomes %s', async (test, from, to, evidence) => {
  expect(right).toContain(from);
  const result = await grade(right.replace(from, to));
  expect(statuses(result)[test]).toMatchObject(['failed', undefined, expect.any(Array)]);
  const failed = result.tests.find(({ id }) => id === `handles/${test}`);
  expect(failed?.evidence[0]).toMatchObject(evidence);
});
test('an async function is told that the judge is synchronous', async () => {
  const result = await grade(right.replace('export const identity = (', 'export const identity = async ('));
  const failed = result.tests.find((t) => t.id === 'handles/gives-closures-back');
  expect(failed?.says).toMatchObject({ en: expect.stringContaining('Promise') });
});
