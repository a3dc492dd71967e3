import { expect, test } from 'vitest';
import torch, { nn } from '../index.ts';

const { QConfig, MinMaxObserver, default_weight_observer, prepare } = torch.ao.quantization;

test('a QConfig takes any function that makes an observer: it is called once a layer, and its observers see the data', () => {
  const made: InstanceType<typeof MinMaxObserver>[] = [];
  const activation = (): InstanceType<typeof MinMaxObserver> => {
    const observer = new MinMaxObserver();
    made.push(observer);
    return observer;
  };
  const model = new nn.Sequential(new nn.Linear(2, 3), new nn.Linear(3, 2)).eval();
  model.qconfig = new QConfig(activation, default_weight_observer);
  const prepared = prepare(model);
  prepared(torch.tensor([[-1, 2]]).float());
  const used = made.filter(({ max_val }) => Number.isFinite(max_val.item()));
  expect(used).toHaveLength(2);
  expect(`${model.qconfig}`).toBe(
    'QConfig(activation=activation, weight=MinMaxObserver(dtype=torch.qint8, qscheme=torch.per_tensor_symmetric))',
  );
});
