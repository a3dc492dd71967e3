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
export const best_of = (model: nn.Module, train_epoch: (m: nn.Module) => void, epochs: number) => {
  const states = [];
  for (let i = 0; i < epochs; i++) { train_epoch(model); states.push(Object.fromEntries(Object.entries(model.state_dict()).map(([k, t]) => [k, t.clone()]))); }
  return states[2];
};
export const parts = (x: Tensor) => ({ view: x.detach(), copy: x.clone(), tagged: { list: [1, 'a', null, true] }, most: x.max(0) });
export class Meter { n = 0; update(k: number) { this.n += k; return this; } get total() { return this.n; } }
`;

test('modules, optimizers, spies, nested requests, aliases and plain data all work across the pipe', async () => {
  const result = await grade(right);
  expect(statuses(result)).toStrictEqual({
    'constructs-and-reads': 'passed',
    'trains-a-given-model': 'passed',
    'moves-weights-from-a-spy': 'passed',
    'sees-aliases-and-data': 'passed',
    'keeps-an-object': 'passed',
    'sees-an-error': 'passed',
    'asks-inside-a-spy': 'passed',
  });
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
